"""How long a page takes until it can be used, and how large its file is, for stories of growing size.

Time runs from the browser's start of loading until the page answers: all panels stand and the drawing is drawn. The same
article, under other names and with its own people, is told again and again until there are enough events and participants;
a yardstick (the browser's time for ten million sums) tells how fast this machine is just now. Nothing here passes or fails.

usage: python tests/bench/view.py [TEXT…] [--nodes N…]     the text defaults to a sample article of the tests
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Any

from hadath.extract import extract
from hadath.extract.articles import read_articles
from hadath.extract.records import Extraction
from hadath.graph.view import render_page

SAMPLE = Path(__file__).parents[1] / "data" / "kazakhstan.txt"
_YARDSTICK = "const t = performance.now(); let s = 0; for (let i = 0; i < 1e7; i++) s += i % 7; return performance.now() - t;"
_READY = "return document.documentElement.dataset.ready === '1' && performance.now();"
_CHOOSE = "const t = performance.now(); hadath.model.set({query: 'روسيا'}); hadath.model.pick({node: 0}); return performance.now() - t;"

_TIMELINE = """
const [done] = arguments, started = performance.now();
hadath.model.set({ tab: 'timeline' });
const items = document.getElementById('items');
const look = () => (items.hidden || items.querySelector('[data-node]') ? done(performance.now() - started) : requestAnimationFrame(look));
look();
"""


@dataclass(frozen=True, slots=True)
class Opening:
    """What opening one page took: seconds to write it, its size, milliseconds to ready, to answer a search and a choice, and until
    its timeline is drawn for the first time."""

    nodes: int
    drawn: int
    seconds: float
    megabytes: float
    ready: float
    answer: float
    timeline: float


def grown(extractions: Sequence[Extraction], nodes: int) -> list[Extraction]:
    """Extractions with about so many events and entities, the same ones round and round as other articles."""
    found: list[Extraction] = []
    for extraction in _rounds(extractions):
        left = nodes - sum(len(one.events) + len(one.entities) for one in found)
        if left <= 0:
            return found
        article = replace(extraction.article, id=f"{extraction.article.id}-{len(found)}")
        entities = tuple(replace(entity, wikidata=None) for entity in extraction.entities)
        found.append(replace(extraction, article=article, entities=entities))
    return found


def _rounds(extractions: Sequence[Extraction]) -> Iterator[Extraction]:
    if not any(extraction.events for extraction in extractions):
        raise SystemExit("no events in these texts")
    while True:
        yield from extractions


def opened(browser: Any, extractions: Sequence[Extraction], folder: Path) -> Opening:
    """Write a page and open it."""
    started = perf_counter()
    page = render_page(extractions, limit=10**9)
    seconds = perf_counter() - started
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    browser.get(path.as_uri())
    ready = browser.execute_script(_READY)
    if not ready:
        raise SystemExit("the page does not open")
    counts = browser.execute_script(
        "return [hadath.story.nodes.length, Object.keys(hadath.network.body.nodes).length]"
    )
    answer, timeline = browser.execute_script(_CHOOSE), browser.execute_async_script(_TIMELINE)
    return Opening(*counts, seconds, path.stat().st_size / 1e6, ready, answer, timeline)


def report(openings: Sequence[Opening], yardstick: float) -> str:
    """A table of the openings; times also as ratios to the yardstick."""
    lines = [
        f"yardstick: {yardstick:.0f} ms",
        "| nodes | drawn | written in s | MB | ready in ms | ratio | answers in ms | timeline in ms |",
    ]
    lines.append("|---|---|---|---|---|---|---|---|")
    for one in openings:
        written = f"| {one.nodes:,} | {one.drawn} | {one.seconds:.2f} | {one.megabytes:.2f} "
        lines.append(
            written
            + f"| {one.ready:.0f} | {one.ready / yardstick:.1f} | {one.answer:.0f} | {one.timeline:.0f} |"
        )
    return "\n".join(lines)


def _browser(profile: str) -> Any:
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--window-size=1400,900",
        f"--user-data-dir={profile}",
    ):
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", nargs="*", type=Path, metavar="TEXT")
    parser.add_argument("--nodes", nargs="+", type=int, default=[100, 1_000, 20_000], metavar="N")
    options = parser.parse_args(argv)
    extractions = list(extract(read_articles(options.texts or [SAMPLE])))
    with tempfile.TemporaryDirectory() as folder:
        browser = _browser(folder)
        try:
            browser.get("about:blank")
            yardstick = min(browser.execute_script(_YARDSTICK) for _ in range(3))
            openings = [opened(browser, grown(extractions, nodes), Path(folder)) for nodes in options.nodes]
        finally:
            browser.quit()
    sys.stdout.write(report(openings, yardstick) + "\n")


if __name__ == "__main__":
    main()
