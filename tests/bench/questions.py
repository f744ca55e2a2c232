"""How long every ready question takes on a store: about everything, and narrowed down to one name.

Seconds say nothing on another machine, so each also stands as a ratio to a yardstick: reading the type and the label of every event.
On a large store that alone takes minutes: ``--no-yardstick`` leaves it out, ``--narrowed`` asks only about the name, and
``--stop`` ends a question that takes longer and goes on with the next.

usage: python tests/bench/questions.py STORE [QUESTION...] --about NAME [--with NAME] [--country NAME] [--limit N]
           [--narrowed] [--no-yardstick] [--stop SECONDS]
"""

import argparse
import resource
import signal
from collections.abc import Iterator, Mapping
from multiprocessing import get_context
from multiprocessing.connection import Connection
from time import process_time

from pyoxigraph import QuerySolutions, Store

from hadath.graph.questions import Question, ask, open_graph, questions
from hadath.ontology.namespace import PREFIXES

_FORK = get_context("fork")  # the open store goes along
_EVENTS = "SELECT ?event ?type ?label { GRAPH ?article { ?event sem:eventType ?type ; rdfs:label ?label } }"


def timed(store: Store, name: str, limit: int, values: Mapping[str, str]) -> tuple[float, int]:
    """Processor seconds of one question with the look-up of its names, and its rows."""
    started = process_time()
    rows = sum(1 for _ in ask(store, name, limit=limit, **values))
    return process_time() - started, rows


def timed_apart(
    store: Store, name: str, limit: int, values: Mapping[str, str], stop: int
) -> tuple[float, int] | None:
    """The same in a process of its own, or None if so many processor seconds did not do."""
    receiver, sender = _FORK.Pipe(duplex=False)
    process = _FORK.Process(target=_send_timed, args=(sender, store, name, limit, values, stop))
    process.start()
    process.join()
    if process.exitcode == -signal.SIGXCPU:
        return None
    assert process.exitcode == 0, f"{name} failed"
    measured: tuple[float, int] = receiver.recv()
    return measured


def _send_timed(
    sender: Connection, store: Store, name: str, limit: int, values: Mapping[str, str], stop: int
) -> None:
    ends = int(process_time()) + 1 + stop
    resource.setrlimit(resource.RLIMIT_CPU, (ends, ends + 10))
    sender.send(timed(store, name, limit, values))


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
    parser.add_argument(
        "--narrowed", action="store_true", help="only questions narrowed to the name, not about everything"
    )
    parser.add_argument("--no-yardstick", action="store_true", help="no ratios")
    parser.add_argument(
        "--stop", type=int, default=600, help="processor seconds for a question (default: %(default)s)"
    )
    parser.add_argument("--limit", type=int, default=1000, help="rows at most (default: %(default)s)")
    options = parser.parse_args()
    named = {
        "entity": options.about,
        "country": options.country or options.about,
        "other": options.other or options.about,
    }
    store = open_graph(options.store)
    unit = None if options.no_yardstick else yardstick(store)
    if unit:
        print(f"yardstick, reading every event: {unit:.3f} s\n")
    print("| question | filled in | seconds | ratio | rows |\n| --- | --- | ---: | ---: | ---: |", flush=True)
    for name, question in questions().items():
        if not options.question or name in options.question:
            for values in askings(question, named, store):
                if options.narrowed and question.parameters and not values:
                    continue
                measured = timed_apart(store, name, options.limit, values, options.stop)
                print(
                    f"| {name} | {', '.join(values) or '–'} | {_cells(measured, options.stop, unit)} |",
                    flush=True,
                )


def _cells(measured: tuple[float, int] | None, stop: int, unit: float | None) -> str:
    if measured is None:
        return f"> {stop} | – | –"
    seconds, rows = measured
    return f"{seconds:.3f} | {f'{seconds / unit:.2f}' if unit else '–'} | {rows:,}"


if __name__ == "__main__":
    main()
