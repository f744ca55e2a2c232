"""The page in a real browser: it draws, answers clicks and keys, fetches nothing and runs no foreign code."""

import json
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hadath.extract.records import Article, Entity, EntityKind, Event, Extraction, Mention, Sentence
from hadath.graph.view import render_page

webdriver = pytest.importorskip("selenium.webdriver")
from selenium.webdriver.common.action_chains import ActionChains  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1400,1000",
]
Open = Callable[[str], Any]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser for all tests, logging what the console says and what is requested."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in [*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Open a page; afterwards its console must be silent and its only request the file itself."""

    def open_page(page: str) -> Any:
        browser.get("about:blank")
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        for kind in ("browser", "performance"):
            browser.get_log(kind)
        browser.get(path.as_uri())
        return browser

    yield open_page
    assert browser.get_log("browser") == []
    assert _requests(browser) <= {(tmp_path / "page.html").as_uri(), "data:,"}
    assert browser.execute_script("return window.pwned") is None


def _requests(browser: Any) -> set[str]:
    """What was asked for, but for what Chromium's own empty tab loads from inside the browser."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    sent = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    return {url for url in sent if not url.startswith(("chrome://", "chrome-untrusted://"))}


def _click_canvas(browser: Any, script: str) -> None:
    """Click where the drawing has what the script gives the place of."""
    place = browser.execute_script(f"const net = hadath.network; return net.canvasToDOM({script});")
    canvas = browser.find_element(By.ID, "network")
    x, y = place["x"] - canvas.size["width"] / 2, place["y"] - canvas.size["height"] / 2
    ActionChains(browser).move_to_element_with_offset(canvas, round(x), round(y)).click().perform()
    time.sleep(0.5)  # vis-network waits for a second click before it reports one


def _evidence(browser: Any) -> str:
    return browser.find_element(By.ID, "evidence").text


def _node(browser: Any, label: str) -> int:
    nodes = "JSON.parse(document.getElementById('data').textContent).nodes"
    number: int = browser.execute_script(f"return {nodes}.find(n => n.label === arguments[0]).id", label)
    return number


def test_click_on_a_node_shows_its_sentence(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    _click_canvas(browser, f"net.getPosition({_node(browser, 'الانسحاب')})")
    assert "ستبدأ الانسحاب من كازاخستان يوم الخميس" in _evidence(browser)
    assert "RETREAT" in _evidence(browser)
    assert "قاسم جومارت توكاييف" in _evidence(browser)
    marks = [mark.text for mark in browser.find_elements(By.CSS_SELECTOR, "#evidence mark")]
    assert marks == ["الانسحاب", "يوم الخميس 13 يناير"]
    here = [span.text for span in browser.find_elements(By.CSS_SELECTOR, "#text .here")]
    assert here == marks


def test_click_on_an_edge_shows_its_role_and_sentence(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    ends = [_node(browser, label) for label in ("روسيا", "أرسلت روسيا")]
    first, last = (f"net.getPosition({end})" for end in ends)
    _click_canvas(browser, f"{{x: ({first}.x * 2 + {last}.x) / 3, y: ({first}.y * 2 + {last}.y) / 3}}")
    assert _evidence(browser).startswith("الفاعل")
    marks = [mark.text for mark in browser.find_elements(By.CSS_SELECTOR, "#evidence mark")]
    assert marks == ["أرسلت", "روسيا"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("اعلن", "أعلن"),
        ("ألمَاتى", "ألماتي"),
        ("منظمه الامن", "منظمة معاهدة الأمن الجماعي"),
        ("putin", "فلاديمير بوتين"),
        ("retreat", "الانسحاب"),
        ("Q232", "كازاخستان"),
    ],
)
def test_search_folds_spelling(opened, kazakhstan_extraction, asked, found):
    browser = opened(render_page([kazakhstan_extraction]))
    browser.find_element(By.ID, "search").send_keys(asked)
    names = [name.text for name in browser.find_elements(By.CSS_SELECTOR, "nav li bdi")]
    assert found in names
    assert len(names) < 8


def test_search_without_a_hit(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    browser.find_element(By.ID, "search").send_keys("زرافة")
    assert browser.find_elements(By.CSS_SELECTOR, "nav li") == []
    assert browser.find_element(By.ID, "found").text == "النتائج: 0"


def test_list_works_by_keyboard(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    browser.find_element(By.ID, "search").send_keys("بوتين", Keys.TAB, Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("aria-pressed") == "true"
    assert "Q7747" in _evidence(browser)
    link = browser.find_element(By.CSS_SELECTOR, "#evidence a")
    assert link.get_attribute("href") == "https://www.wikidata.org/wiki/Q7747"


def test_mention_in_the_text_leads_to_its_node(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    mention = next(
        span for span in browser.find_elements(By.CSS_SELECTOR, "#text .named") if span.text == "المطار"
    )
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", mention)
    mention.click()
    assert _evidence(browser).startswith("المطار")


def test_page_without_events_says_so(opened):
    browser = opened(render_page([Extraction(Article("words", "كلام بلا أحداث"))]))
    assert browser.find_element(By.ID, "empty").is_displayed()
    assert "كلام بلا أحداث" in browser.find_element(By.ID, "text").text
    opened(render_page([]))
    assert browser.find_element(By.ID, "empty").is_displayed()


def test_choice_of_article_narrows_list_and_drawing(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction, Extraction(Article("other", "نص ثان"))]))
    everything = len(browser.find_elements(By.CSS_SELECTOR, "nav li"))
    browser.find_element(By.CSS_SELECTOR, "#article option[value='1']").click()
    assert everything == 36
    assert browser.find_elements(By.CSS_SELECTOR, "nav li") == []
    assert browser.find_element(By.ID, "text").text.endswith("نص ثان")


def test_astral_characters_do_not_shift_the_marks(opened):
    text = "😀😀 زار 😀 خالد 😀 القاهرة."
    spots = {
        word: Mention(text.index(word), text.index(word) + len(word), word)
        for word in ("زار", "خالد", "القاهرة")
    }
    entities = tuple(Entity(word, EntityKind.PERSON, word, (spots[word],)) for word in ("خالد", "القاهرة"))
    event = Event("v", "CONSULT", "زار", spots["زار"], ("خالد",), ("القاهرة",))
    browser = opened(
        render_page([Extraction(Article("a", text), (Sentence(0, len(text)),), entities, (), (event,))])
    )
    for word in spots:
        browser.find_element(By.ID, "search").clear()
        browser.find_element(By.ID, "search").send_keys(word, Keys.ENTER)
        assert browser.find_element(By.CSS_SELECTOR, "#evidence mark").text == word


@pytest.mark.parametrize(
    "payload",
    [
        "</script><script>window.pwned=1</script>",
        "<img src=x onerror=window.pwned=1>",
        '<a href="javascript:window.pwned=1">href</a>',
        "<svg/onload=window.pwned=1>\u202e",
        "javascript:window.pwned=1",
        "__proto__",
    ],
)
def test_payload_is_shown_and_does_nothing(opened, payload):
    mention, verb = Mention(0, len(payload), payload), Mention(len(payload) + 1, len(payload) + 4, "زار")
    entity = Entity(payload, EntityKind.PERSON, payload, (mention,), name_en=payload, wikidata=payload)
    event = Event(payload, payload, payload, verb, (payload,), said_by=(payload,), rule=payload)
    article = Article(payload, f"{payload} زار", title=payload, source=payload)
    other = Extraction(Article("b", payload, title=payload))
    browser = opened(render_page([Extraction(article, (), (entity,), (), (event,)), other], title=payload))
    shown = payload.replace("\u202e", "[U+202E]")
    for number in range(2):
        _click_canvas(browser, f"net.getPosition({number})")
        assert shown in _evidence(browser)
    assert browser.find_element(By.TAG_NAME, "h1").text == shown
    assert browser.find_elements(By.CSS_SELECTOR, "img, iframe, a, main script") == []


@pytest.mark.parametrize("width", [360, 1400])
def test_page_fits_the_screen(opened, kazakhstan_extraction, width):
    browser = opened(render_page([kazakhstan_extraction]))
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False},
    )
    wide = browser.execute_script("return document.documentElement.scrollWidth")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide <= width
