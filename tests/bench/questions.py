"""How long every ready question takes on a store: about everything, and narrowed down to one name.

Seconds say nothing on another machine, so each also stands as a ratio to a yardstick: reading the type and the label of every event.

usage: python tests/bench/questions.py STORE [QUESTION...] --about NAME [--with NAME] [--country NAME] [--limit N]
"""

import argparse
from collections.abc import Iterator, Mapping
from time import process_time

from pyoxigraph import QuerySolutions, Store

from hadath.graph.questions import Question, ask, open_graph, questions
from hadath.ontology.namespace import PREFIXES

_EVENTS = "SELECT ?event ?type ?label { GRAPH ?article { ?event sem:eventType ?type ; rdfs:label ?label } }"


def timed(store: Store, name: str, limit: int, values: Mapping[str, str]) -> tuple[float, int]:
    """Processor seconds of one question with the look-up of its names, and its rows."""
    started = process_time()
    rows = sum(1 for _ in ask(store, name, limit=limit, **values))
    return process_time() - started, rows


def yardstick(store: Store) -> float:
    """Processor seconds of reading every event."""
    started = process_time()
    solutions = store.query(_EVENTS, prefixes=PREFIXES)
    assert isinstance(solutions, QuerySolutions)
    sum(1 for _ in solutions)
    return process_time() - started


def askings(question: Question, named: Mapping[str, str], store: Store) -> Iterator[dict[str, str]]:
    """What to fill in: only what must be, then one name more."""
    if question.name == "evidence":
        solutions = store.query(f"{_EVENTS} LIMIT 1", prefixes=PREFIXES)
        assert isinstance(solutions, QuerySolutions)
        yield from ({"event": row["event"].value} for row in solutions)
        return
    fills = {p.name: named[p.type] for p in question.parameters if p.type in named}
    if "with" in fills:
        fills["with"] = named["other"]
    needed = {p.name: fills.get(p.name, p.example) for p in question.parameters if p.required}
    yield needed
    yield from ({**needed, name: fills[name]} for name in list(fills)[:1] if name not in needed)


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("store", help="a store, an output folder or a file with named graphs")
    parser.add_argument("question", nargs="*", help="the questions to time (default: all)")
    parser.add_argument("--about", required=True, help="a name that the store holds")
    parser.add_argument("--with", dest="other", help="another (default: the same)")
    parser.add_argument("--country", help="a country that it holds (default: the name)")
    parser.add_argument("--limit", type=int, default=1000, help="rows at most (default: %(default)s)")
    options = parser.parse_args()
    named = {
        "entity": options.about,
        "country": options.country or options.about,
        "other": options.other or options.about,
    }
    store = open_graph(options.store)
    unit = yardstick(store)
    print(f"yardstick, reading every event: {unit:.3f} s\n")
    print("| question | filled in | seconds | ratio | rows |\n| --- | --- | ---: | ---: | ---: |", flush=True)
    for name, question in questions().items():
        if not options.question or name in options.question:
            for values in askings(question, named, store):
                seconds, rows = timed(store, name, options.limit, values)
                filled = ", ".join(values) or "–"
                print(f"| {name} | {filled} | {seconds:.3f} | {seconds / unit:.2f} | {rows:,} |", flush=True)


if __name__ == "__main__":
    main()
