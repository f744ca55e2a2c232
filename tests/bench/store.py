"""How fast a store takes in articles and answers, and how much it takes of disk and memory, beside rdflib in memory.

So many articles as ``--real`` says are read by the whole extraction; the others are copies of these under other ids, with other dates
and a number behind the text, so that every node and article is new but names and words repeat. Queries are also timed on rdflib
with as many articles as it can hold (``--beside``); seconds say nothing on another machine, the ratios do. Nothing passes or fails.

usage: python tests/bench/store.py [INPUT…] [--articles N] [--real N] [--beside N] [--folder FOLDER]
"""

import argparse
import os
import resource
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

from hadath.extract.records import Extraction
from hadath.graph.dataset import build_dataset
from hadath.graph.query import query_database
from hadath.graph.store.writing import open_snapshot, open_store
from hadath.ontology.namespace import PREFIXES

Result = TypeVar("Result")
SAMPLES = Path(__file__).parents[1] / "data"
QUERIES = {
    "who meets whom": "SELECT ?a ?b { ?x hd:meets ?y . ?x rdfs:label ?a . ?y rdfs:label ?b }",
    "events by type and month": """SELECT ?type ?month (COUNT(?event) AS ?n) { GRAPH ?g {
        ?g schema:datePublished ?day . ?event sem:eventType ?type BIND(SUBSTR(STR(?day), 1, 7) AS ?month) } }
        GROUP BY ?type ?month""",
    "what the United States do or suffer": """SELECT ?word ?sentence ?speaker { GRAPH ?g {
        ?who owl:sameAs wd:Q30 . ?event hd:agent|hd:patient|hd:recipient ?who ; rdfs:label ?word ;
        gaf:denotedBy/nif:sentence ?sentence OPTIONAL { ?event hd:saidBy/rdfs:label ?speaker } } }""",
    "who accuses whom, by whose word": """SELECT ?a ?b ?s { GRAPH ?g {
        ?event sem:eventType hd:ACCUSE ; hd:agent/rdfs:label ?a ; hd:patient/rdfs:label ?b
        OPTIONAL { ?event hd:saidBy/rdfs:label ?s } } }""",
    "numbers of attacks": """SELECT ?n ?unit { GRAPH ?g {
        ?event sem:eventType hd:ASSAULT ; hd:quantity ?q . ?q schema:value ?n ; schema:unitText ?unit } }""",
    "names with a word": 'SELECT DISTINCT ?l { GRAPH ?g { ?x a sem:Actor ; rdfs:label ?l FILTER(CONTAINS(?l, "وزير")) } } LIMIT 50',
}


def read(inputs: Sequence[str], count: int) -> list[Extraction]:
    """Read so many articles; done in a process of its own, so that the model does not count as memory of the store."""
    from hadath.extract import extract
    from hadath.extract.articles import read_articles

    return list(extract(islice(read_articles(inputs), count)))


def apart(work: Callable[..., Result], *arguments: object) -> tuple[Result, float]:
    """Do something in a process of its own; its result, and the most memory in megabytes that the process held."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result(), pool.submit(memory).result()


def articles(real: Sequence[Extraction], count: int) -> Iterator[Extraction]:
    """The real articles, then copies of them."""
    yield from real[:count]
    for number in range(len(real), count):
        model = real[number % len(real)]
        article = replace(
            model.article,
            id=f"{model.article.id}-{number}",
            text=f"{model.article.text}\n{number}",
            published=date(2020, 1, 1) + timedelta(days=number % 1500),
        )
        yield replace(model, article=article)


def load(folder: Path, real: Sequence[Extraction], count: int) -> tuple[float, float]:
    """Add so many articles; wall and processor seconds, with the making of the quads."""
    wall, work = perf_counter(), process_time()
    with open_store(folder) as store:
        for number, extraction in enumerate(articles(real, count), 1):
            store.add(extraction)
            if number % 500 == 0:
                rate = number / (perf_counter() - wall)
                print(f"{number:,} articles, {rate:,.0f}/s, {memory():,.0f} MB", file=sys.stderr, flush=True)
    return perf_counter() - wall, process_time() - work


def size(folder: Path) -> float:
    """Megabytes on disk; hard links count once."""
    files = {
        entry.stat().st_ino: entry.stat().st_blocks * 512 for entry in folder.rglob("*") if entry.is_file()
    }
    return sum(files.values()) / 2**20


def memory() -> float:
    """Megabytes this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def timed(ask: Callable[[str], int], rounds: int) -> list[tuple[float, int]]:
    """Best time in seconds of each query, and how many rows it gives."""
    times = []
    for sparql in QUERIES.values():
        best, rows = float("inf"), 0
        for _ in range(rounds):
            started = process_time()
            rows = ask(sparql)
            best = min(best, process_time() - started)
        times.append((best, rows))
    return times


def ask_store(folder: Path, rounds: int) -> list[tuple[float, int]]:
    """Time the queries on what a store has published."""
    database = open_snapshot(folder)
    return timed(lambda sparql: sum(1 for _ in query_database(database, sparql)), rounds)


def ask_rdflib(real: Sequence[Extraction], count: int) -> tuple[float, list[tuple[float, int]]]:
    """Seconds to build rdflib's dataset of so many articles, and the queries' times on it."""
    started = process_time()
    dataset = build_dataset(articles(real, count))
    built = process_time() - started
    return built, timed(lambda sparql: sum(1 for _ in dataset.query(sparql, initNs=PREFIXES)), 1)


def main() -> None:
    """Print a Markdown report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "input", nargs="*", help="articles, as for hadath build (default: the samples of the tests)"
    )
    parser.add_argument("--articles", type=int, default=60_000, help="articles in all (default: %(default)s)")
    parser.add_argument("--real", type=int, default=100, help="read at most so many (default: %(default)s)")
    parser.add_argument(
        "--beside", type=int, default=200, help="articles given to rdflib too (default: %(default)s)"
    )
    parser.add_argument("--folder", type=Path, help="where to make the stores (default: a temporary folder)")
    options = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    place = options.folder or Path(tempfile.mkdtemp())
    real, _ = apart(read, options.input or [str(SAMPLES)], options.real)
    base = apart(len, "")[1]
    for name, count in (("large", options.articles), ("small", options.beside)):
        (wall, work), peak = apart(load, place / name, real, count)
        quads = len(open_snapshot(place / name))
        print(
            f"store of {count:,} articles ({min(count, len(real))} read, the rest copies), {quads:,} quads: "
            f"{work:,.0f} s of processor ({wall:,.0f} s of wall time), {count / work:,.0f} articles/s, {quads / work:,.0f} quads/s, "
            f"{size(place / name):,.0f} MB on disk, {peak - base:,.0f} MB of memory",
            flush=True,
        )
    large, reading = apart(ask_store, place / "large", 1)
    small, _ = apart(ask_store, place / "small", 3)
    (built, rdflib), peak = apart(ask_rdflib, real, options.beside)
    print(f"asking the large store: {reading - base:,.0f} MB of memory")
    print(
        f"rdflib with {options.beside} articles: built in {built:,.1f} s, {peak - base:,.0f} MB of memory\n"
    )
    print(
        f"| processor seconds | {options.articles:,} articles | rows | {options.beside} articles | rdflib | ratio | rows |"
    )
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, (a, rows), (b, n), (c, m) in zip(QUERIES, large, small, rdflib, strict=True):
        found = f"{n}" if n == m else f"{n} ≠ {m}"
        print(f"| {name} | {a:.3f} | {rows:,} | {b:.4f} | {c:.2f} | {c / b:,.0f} | {found} |")
    if options.folder is None:
        shutil.rmtree(place)


if __name__ == "__main__":
    main()
