"""Whatever an article holds is shown as text: hostile articles through the whole pipeline and in a real browser."""

import json
import re
import time

import pytest
from hadath.graph.cli import main
from hadath.graph.view import render_page
from hadath.graph.view.text import visible

pytest.importorskip("selenium")
from selenium.webdriver.common.by import By  # noqa: E402

_LOOK_AT_ALL = """
const done = arguments[arguments.length - 1];
const ways = [...document.querySelectorAll('[data-way]')], tabs = [...document.querySelectorAll('[role=tab]')];
const seen = [];
for (const language of ['en', 'ar']) {
  hadath.model.set({ language });
  for (const tab of tabs) hadath.model.set({ tab: tab.id.slice(4) });
  for (const node of hadath.story.nodes.keys()) { hadath.model.pick({ node }); seen.push(document.getElementById('panel-evidence').textContent); }
  hadath.story.roles.forEach((_, role) => hadath.model.pick({ role }));
  hadath.story.relations.forEach((_, number) => hadath.model.pick({ relations: [number] }));
  hadath.story.articles.forEach((_, article) => hadath.model.set({ article }));
  hadath.model.set({ article: -1 });
  hadath.story.nodes.forEach((node) => hadath.model.set({ query: node.name }));
  hadath.model.set({ query: '', tab: 'graph' });
}
setTimeout(() => done(seen), 500);
"""


def test_there_are_enough_payloads(payloads):
    assert len(payloads) == len(set(payloads)) >= 100


def elements(browser):
    """The kinds of elements in the page; what an article holds may add none."""
    return set(
        browser.execute_script("return [...document.querySelectorAll('*')].map(e => e.tagName.toLowerCase())")
    )


ALLOWED = {
    "html", "head", "meta", "link", "title", "style", "body", "header", "h1", "h2", "p", "div", "button", "main", "nav", "aside", "section", "noscript",
    "script", "label", "input", "small", "details", "summary", "select", "option", "optgroup", "fieldset", "legend", "svg", "path", "ul", "li", "bdi", "span",
    "canvas", "dl", "dt", "dd", "code", "mark", "blockquote", "footer", "table", "thead", "tbody", "tr", "th", "td", "caption", "g", "rect", "circle", "line",
    "text", "tspan", "a", "h3", "ol", "clippath", "defs", "pattern", "time", "figure", "figcaption", "output",
}  # fmt: skip


def test_hostile_records_are_shown_and_do_nothing(opened, hostile, payloads):
    browser = opened(render_page([hostile(payload) for payload in payloads], title=payloads[1]))
    browser.set_script_timeout(120)
    seen = browser.execute_async_script(_LOOK_AT_ALL)
    assert elements(browser) <= ALLOWED
    assert browser.find_element(By.TAG_NAME, "h1").text == payloads[1]
    for place, payload in enumerate(payloads):
        shown = visible(payload).encode("utf-8", "replace").decode().replace("\x00", "\ufffd")
        assert _plain(shown) in _plain(seen[3 * place]), payload
    links = browser.execute_script("return [...document.querySelectorAll('a')].map(e => e.href)")
    assert all(link.startswith(("https://www.wikidata.org/wiki/Q", "blob:")) for link in links)


def _plain(text):
    """Without what a page or a driver may show otherwise: surrogates, noncharacters, line ends."""
    return re.sub(r"[\s\ud800-\udfff\ufffd?]+", "", text)


@pytest.fixture(scope="module")
def hostile_pages(payloads, tmp_path_factory):
    """Articles that hold the payloads in text, title, source, address and name, through the command line to pages."""
    folder = tmp_path_factory.mktemp("hostile")
    news = folder / "news"
    news.mkdir()
    with (news / "all.jsonl").open("w", encoding="utf-8") as lines:
        for payload in payloads:
            text = f"قال وزير الخارجية {payload} إن الشرطة اعتقلت «{payload}» في القاهرة يوم 11 يناير 2022.\nالتقى {payload} رئيس روسيا."
            article = {"id": payload, "title": payload, "source": payload, "url": payload, "text": text}
            lines.write(json.dumps(article) + "\n")
    for place, payload in enumerate(payloads):
        name = re.sub(r"[/\x00\ud800-\udfff]", "_", payload)[:60]
        (news / f"{name} {place}.txt").write_text("زار الرئيس الروسي مصر.", encoding="utf-8")
    assert main(["build", str(news), "-o", str(folder / "out"), "-q", "-f", "html", "-f", "nquads"]) == 0
    assert (
        main(
            [
                "view",
                str(folder / "out" / "graph.nq"),
                "-o",
                str(folder / "view.html"),
                "-q",
                "--title",
                payloads[0],
            ]
        )
        == 0
    )
    return [(folder / "out" / "graph.html").read_text("utf-8"), (folder / "view.html").read_text("utf-8")]


@pytest.mark.parametrize("way", [0, 1], ids=["build", "view"])
def test_hostile_articles_go_through_the_whole_pipeline(opened, hostile_pages, way):
    browser = opened(hostile_pages[way])
    browser.set_script_timeout(240)
    browser.execute_async_script(_LOOK_AT_ALL)
    time.sleep(0.2)
    assert elements(browser) <= ALLOWED
    assert browser.execute_script("return hadath.story.articles.length") > 250
