"""``hadath serve``: a SPARQL endpoint for a store."""

import argparse

from hadath.graph.commands import Commands
from hadath.graph.console import say

__all__ = ["add", "run"]

_DESCRIPTION = (
    "Answer SPARQL queries and ready questions about a store over HTTP, for reading only: /sparql, /questions, /graphs, and a page. "
    "What is added to the store meanwhile is seen as soon as it is published. Ctrl-C ends it."
)


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser("serve", help="answer SPARQL over HTTP", description=_DESCRIPTION)
    sub.add_argument("store", metavar="STORE", help="a store, made with `hadath build INPUT... -s STORE`")
    sub.add_argument(
        "--port", type=int, default=7878, metavar="N", help="port (default: 7878; 0 takes a free one)"
    )
    sub.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="address (default: 127.0.0.1, this computer only)",
    )
    sub.add_argument(
        "--workers", type=_positive, default=2, metavar="N", help="queries at a time (default: 2)"
    )
    sub.add_argument(
        "--timeout",
        type=_seconds,
        default=30.0,
        metavar="SECONDS",
        help="when a query is stopped (default: 30)",
    )
    sub.add_argument(
        "--memory",
        type=_memory,
        default=4096,
        metavar="MB",
        help="memory of one query's process, 1024 or more (default: 4096)",
    )
    sub.add_argument(
        "--largest", type=_positive, default=64, metavar="MB", help="largest answer (default: 64)"
    )
    sub.add_argument(
        "--cors",
        default="*",
        metavar="ORIGIN",
        help="web pages that may ask: an origin, * for all (default), or none",
    )
    sub.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit code."""
    from hadath.graph.endpoint import Limits, serve

    limits = Limits(
        seconds=options.timeout,
        memory=options.memory << 20,
        answer=options.largest << 20,
        workers=options.workers,
    )
    origin = "" if options.cors == "none" else options.cors
    serve(options.store, host=options.host, port=options.port, limits=limits, origin=origin, on_ready=_tell)
    return 0


def _tell(address: str, offline: bool) -> None:
    network = (
        "cut off the network" if offline else "not cut off the network, which this system does not let us do"
    )
    say(f"{address} is ready; SPARQL at {address}sparql; queries run {network}\n", flush=True)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is too small")
    return number


def _memory(text: str) -> int:
    number = int(text)
    if number < 1024:  # the database itself takes some for its threads
        raise argparse.ArgumentTypeError(f"{text} is too small; give 1024 or more")
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 < number < 86_400:
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds")
    return number
