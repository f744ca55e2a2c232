"""Whatever an article holds is shown as text: hostile articles through the whole pipeline and in a real browser."""

import json
import re

import pytest

from hadath.graph.cli import main
from hadath.graph.view import render_page
from hadath.graph.view.text import visible

pytest.importorskip("selenium")
from selenium.webdriver.common.by import By

_LOOK_AT_ALL = """
const [step, done] = arguments;
const { model, story } = hadath;
const some = (list) => list.filter((_, at) => at % (10 * step) === 0);
const seen = [];
story.nodes.forEach((_, node) => {
  if (node % step) return;
  model.pick({ node });
  seen.push(document.getElementById('panel-evidence').textContent.toWellFormed());
});
some([...story.roles.keys()]).forEach((role) => model.pick({ role }));
some([...story.relations.keys()]).forEach((number) => model.pick({ relations: [number] }));
some([...story.articles.keys()]).forEach((article) => model.set({ article }));
model.set({ article: -1 });
some(story.nodes).forEach((node) => model.set({ query: node.name }));
model.set({ query: '' });
for (const tab of document.querySelectorAll('[role=tab]')) model.set({ tab: tab.id.slice(4) });
model.set({ language: 'en', tab: 'graph' });
document.querySelector('[data-way=events]').click();
setTimeout(() => done(seen), 500);
"""


def test_there_are_enough_payloads(payloads):
    assert len(payloads) == len(set(payloads)) >= 100


def elements(browser):
    """The kinds of elements in the page; what an article holds may add none."""
    return set(
        browser.execute_script("return [...document.querySelectorAll('*')].map(e => e.tagName.toLowerCase())")
    )


ALLOWED = (
    "a aside bdi blockquote body button canvas caption circle clippath code dd defs details div dl dt fieldset "
    "figcaption figure footer g h1 h2 h3 head header html input label legend li line link main mark meta nav "
    "noscript ol optgroup option output p path pattern rect script section select small span style summary svg "
    "table tbody td text th thead time title tr tspan ul "
)


def test_hostile_records_are_shown_and_do_nothing(opened, hostile, payloads):
    browser = opened(render_page([hostile(payload) for payload in payloads], title=payloads[1]))
    browser.set_script_timeout(120)
    seen = browser.execute_async_script(_LOOK_AT_ALL, 3)
    assert elements(browser) <= set(ALLOWED.split())
    assert browser.find_element(By.TAG_NAME, "h1").text == payloads[1]
    for place, payload in enumerate(payloads):
        shown = visible(payload).encode("utf-8", "replace").decode().replace("\x00", "\ufffd")
        assert _plain(shown) in _plain(seen[place]), payload
    links = browser.execute_script("return [...document.querySelectorAll('a')].map(e => e.href)")
    assert all(link.startswith(("https://www.wikidata.org/wiki/Q", "blob:")) for link in links)


_LOOK_AT_THE_TIMELINE = """
const done = arguments[0], { model, story } = hadath, seen = [];
const events = [...story.nodes.keys()].filter(model.isEvent);
model.set({ tab: 'timeline' });
function next() {
  if (!events.length) return done(seen);
  const node = events.shift();
  model.pick({ node }); // what is looked at is shown among ever so many
  const look = () => document.querySelector(`#items [data-node="${node}"]`) || undefined;
  const wait = () => (look() ? (seen.push(look().textContent.toWellFormed()), next()) : requestAnimationFrame(wait));
  wait();
}
next();
"""


def test_hostile_records_do_nothing_on_the_timeline(opened, hostile, payloads):
    browser = opened(render_page([hostile(payload) for payload in payloads]))
    browser.set_script_timeout(240)
    seen = browser.execute_async_script(_LOOK_AT_THE_TIMELINE)
    assert len(seen) == len(payloads)
    assert elements(browser) <= set(ALLOWED.split())
    for shown, payload in zip(seen, payloads, strict=True):
        name = visible(payload).encode("utf-8", "replace").decode().split()
        assert not name or _plain(name[0])[:5] in _plain(shown), payload


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
    for place, payload in enumerate(payloads[::3]):
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
    browser.execute_async_script(_LOOK_AT_ALL, 15)
    assert elements(browser) <= set(ALLOWED.split())
    assert browser.execute_script("return hadath.story.articles.length") > 180
