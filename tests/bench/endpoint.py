"""Many clients ask a running endpoint while articles are added to its store: requests a second, waiting times, errors, wrong answers.

The articles are one hand-made extraction under many ids, so that every answer is known: each graph has exactly its events or is not there.

usage: python tests/bench/endpoint.py [--clients 50] [--requests 40] [--articles 2000] [--workers 2]
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median, quantiles
from threading import Thread
from time import perf_counter
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))
sys.path.insert(0, str(Path(__file__).parents[1]))
from conftest import STORY
from served import running

from hadath.extract.records import Extraction
from hadath.graph.store.writing import open_store

QUERY = """SELECT ?g (COUNT(?e) AS ?n) { { SELECT DISTINCT ?g { GRAPH ?g { ?a a schema:NewsArticle } } LIMIT 50 }
           GRAPH ?g { ?e a sem:Event } } GROUP BY ?g"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one client met: seconds of each answer, and how many answers were errors or wrong."""

    seconds: tuple[float, ...]
    errors: int
    wrong: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; 1 if there was an error or a wrong answer."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        _add(store, range(10))
        with running(store, "--workers", str(options.workers)) as (address, _):
            writer = Thread(target=_add, args=(store, range(10, options.articles)))
            begun = perf_counter()
            writer.start()
            with ThreadPoolExecutor(options.clients) as clients:
                outcomes = list(
                    clients.map(lambda _: _client(address, options.requests), range(options.clients))
                )
            taken = perf_counter() - begun
            writer.join()
    return _tell(outcomes, taken)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name, number in (("clients", 50), ("requests", 40), ("articles", 2_000), ("workers", 2)):
        parser.add_argument(f"--{name}", type=int, default=number)
    return parser.parse_args(arguments)


def _article(number: int) -> Extraction:
    return replace(STORY, article=replace(STORY.article, id=f"story-{number}"))


def _add(folder: Path, numbers: range) -> None:
    with open_store(folder, publish_every=100) as store:
        for number in numbers:
            store.add(_article(number))


def _client(address: str, requests: int) -> Outcome:
    seconds, errors, wrong = [], 0, 0
    for _ in range(requests):
        begun = perf_counter()
        try:
            with urlopen(f"{address}sparql?{urlencode({'query': QUERY})}", timeout=60) as response:
                rows = json.load(response)["results"]["bindings"]
            wrong += not rows or any(row["n"]["value"] != str(len(STORY.events)) for row in rows)
        except (HTTPError, OSError):
            errors += 1
        seconds.append(perf_counter() - begun)
    return Outcome(tuple(seconds), errors, wrong)


def _tell(outcomes: Sequence[Outcome], taken: float) -> int:
    seconds = [second for outcome in outcomes for second in outcome.seconds]
    errors, wrong = sum(outcome.errors for outcome in outcomes), sum(outcome.wrong for outcome in outcomes)
    print(f"{len(outcomes)} clients, {len(seconds):,} requests, {len(seconds) / taken:,.0f} a second")
    print(
        f"waiting: median {median(seconds) * 1000:,.0f} ms, 95 % under {quantiles(seconds, n=20)[-1] * 1000:,.0f} ms"
    )
    print(f"errors: {errors}, wrong answers: {wrong}")
    return 1 if errors or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
