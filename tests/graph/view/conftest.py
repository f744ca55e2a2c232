"""A browser without a network for the tests of the page, and what an article could hold to do harm."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hadath.extract.records import Article, Entity, EntityKind, Event, Extraction, Mention, Sentence

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:1",
    "--window-size=1400,1000",
]
PAYLOADS = Path(__file__).parent / "payloads.txt"


def read_payloads() -> list[str]:
    """The lines of the list, their escapes undone."""
    lines = [line for line in PAYLOADS.read_text("utf-8").split("\n") if line and not line.startswith("# ")]
    return [re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), line) for line in lines]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for ``payload`` runs once for each."""
    if "payload" in metafunc.fixturenames:
        payloads = read_payloads()
        metafunc.parametrize("payload", payloads, ids=range(len(payloads)))


@pytest.fixture(scope="session")
def payloads() -> list[str]:
    """All payloads at once."""
    return read_payloads()


def _hostile(payload: str) -> Extraction:
    """One event between two entities in which every text a reader sees is the payload."""
    text = f"{payload} ضرب {payload}"
    first, verb = Mention(0, len(payload), payload), Mention(len(payload) + 1, len(payload) + 5, "ضرب")
    last = Mention(len(text) - len(payload), len(text), payload)
    entities = (
        Entity(payload, EntityKind.PERSON, payload, (first,), name_en=payload, wikidata=payload),
        Entity(payload + "2", EntityKind.THING, payload, (last,)),
    )
    event = Event(
        payload,
        payload,
        payload,
        verb,
        agents=(payload,),
        patients=(payload + "2",),
        said_by=(payload,),
        rule=payload,
        mode=payload,
        name_en=payload,
    )
    article = Article(
        payload,
        text,
        title=payload,
        source=payload,
        url=payload,
        language=payload,
        published=date(2022, 1, 11),
    )
    return Extraction(article, (Sentence(0, len(text)),), entities, (), (event,))


@pytest.fixture(scope="session")
def hostile() -> Callable[[str], Extraction]:
    """What makes an extraction of a payload."""
    return _hostile


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser for all tests, logging what the console says and what is requested."""
    webdriver = pytest.importorskip("selenium.webdriver")
    if not (CHROMIUM and DRIVER):
        pytest.skip("needs chromium and chromedriver")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in [*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[[str], Any]]:
    """Open a page; afterwards its console must be silent and its only request the file itself."""

    def open_page(page: str) -> Any:
        browser.get("about:blank")
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        for kind in ("browser", "performance"):
            browser.get_log(kind)
        browser.get(path.as_uri())
        ready = "const done = arguments[0], look = () => (document.documentElement.dataset.ready ? done() : setTimeout(look, 5)); look()"
        browser.execute_async_script(ready)  # the page waits for its font
        return browser

    yield open_page
    assert browser.get_log("browser") == []
    assert _requests(browser) <= {(tmp_path / "page.html").as_uri()}
    assert browser.execute_script("return window.pwned") is None


def _requests(browser: Any) -> set[str]:
    """What was asked for, but for what is in the page or in Chromium itself: its empty tab, its icon of a calendar."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    sent = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    return {url for url in sent if not url.startswith(("chrome:", "chrome-untrusted:", "data:"))}
