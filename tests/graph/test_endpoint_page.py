"""The endpoint's page in a real browser: it asks, shows Arabic, fetches nothing from elsewhere, and no name in it becomes code."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from hadath.extract.records import Article, Entity, EntityKind, Event, Extraction, Mention, Sentence
from hadath.graph.store.writing import open_store

sys.path.insert(0, str(Path(__file__).parent))
from served import running

webdriver = pytest.importorskip("selenium.webdriver")
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.support.ui import Select, WebDriverWait  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1300,900",
)
EVIL = "التقى <img src=x onerror=alert(1)> سامي"


def _hostile():
    name = EVIL.removeprefix("التقى ")
    entities = (
        Entity("a", EntityKind.PERSON, name, (Mention(6, len(EVIL), name),)),
        Entity("b", EntityKind.PERSON, "سامي", (Mention(len(EVIL) - 4, len(EVIL), "سامي"),)),
    )
    event = Event("e", "CONSULT", "التقى", Mention(0, 5, "التقى"), agents=("a",), patients=("b",))
    return Extraction(Article("evil", EVIL), (Sentence(0, len(EVIL)),), entities, (), (event,))


@pytest.fixture(scope="module")
def address(tmp_path_factory, story):
    folder = tmp_path_factory.mktemp("page") / "store"
    with open_store(folder) as store:
        store.add(story)
        store.add(_hostile())
    with running(folder) as (address, _):
        yield address


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


def answered(browser):
    """The cells of the answer's table, when it is there."""
    WebDriverWait(browser, 20).until(lambda driver: driver.find_elements(By.CSS_SELECTOR, "#answer td"))
    lines = browser.find_elements(By.CSS_SELECTOR, "#answer tbody tr")
    return [[cell.text for cell in line.find_elements(By.TAG_NAME, "td")] for line in lines]


def test_a_ready_question_and_a_query(browser, address):
    browser.get(address)
    WebDriverWait(browser, 20).until(
        lambda driver: len(driver.find_elements(By.CSS_SELECTOR, "#question option")) > 10
    )
    Select(browser.find_element(By.ID, "question")).select_by_value("who-met-whom")
    browser.find_element(By.CSS_SELECTOR, "#asking button").click()
    rows = answered(browser)
    assert [row[1] for row in rows] == ["<img src=x onerror=alert(1)> سامي", "سامي الحداد"]
    assert "row" in browser.find_element(By.ID, "status").text
    assert (
        browser.find_element(By.ID, "csv").get_attribute("href")
        == f"{address}questions/who-met-whom?format=csv"
    )
    cell = browser.find_elements(By.CSS_SELECTOR, "#answer tbody tr")[1].find_elements(By.TAG_NAME, "td")[1]
    assert browser.execute_script("return getComputedStyle(arguments[0]).direction", cell) == "rtl"

    browser.find_element(By.CSS_SELECTOR, "#editor summary").click()
    editor = browser.find_element(By.ID, "sparql")
    editor.clear()
    editor.send_keys('SELECT ?a { ?x hd:meets ?y . ?y rdfs:label ?a FILTER(?a = "منظمة النيل"@ar) }')
    browser.find_element(By.CSS_SELECTOR, "#querying button").click()
    WebDriverWait(browser, 20).until(lambda driver: [row[0] for row in answered(driver)] == ["منظمة النيل"])
    editor.clear()
    editor.send_keys("SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }")
    browser.find_element(By.CSS_SELECTOR, "#querying button").click()
    WebDriverWait(browser, 20).until(lambda driver: "SERVICE" in driver.find_element(By.ID, "status").text)

    requests = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [m["params"]["request"]["url"] for m in requests if m["method"] == "Network.requestWillBeSent"]
    assert all(url.startswith(address) for url in asked if url.startswith("http"))
    told = [entry["message"] for entry in browser.get_log("browser") if "403" not in entry["message"]]
    assert [line for line in told if "favicon" not in line] == []
