"""``hadath split``: undo a joining."""

import argparse

from hadath.graph.commands import Commands
from hadath.graph.console import say

__all__ = ["add", "run"]

_DESCRIPTION = (
    "Take entities or events out of what they were joined with. Those named together stay together. The decision is kept in the store "
    "and respected in later runs, until another one is made about the same nodes."
)


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser("split", help="undo a joining across articles", description=_DESCRIPTION)
    sub.add_argument("store", metavar="STORE", help="a store that `hadath build -s` made")
    sub.add_argument(
        "nodes", nargs="+", metavar="NODE", help="an entity or event, as `hadath merges` shows it"
    )
    sub.add_argument("--because", metavar="TEXT", default="", help="why, kept with the decision")
    sub.add_argument(
        "--undo",
        action="store_true",
        help="forget instead what was decided about the nodes, by split or join",
    )
    sub.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit code."""
    from hadath.graph.joining.corrections import split, undecide
    from hadath.graph.store.writing import open_store

    with open_store(options.store, create=False) as store:
        store.join()
        if options.undo:
            undecide(store.database, options.nodes)
        else:
            split(store.database, options.nodes, because=options.because)
    say("decision taken back\n" if options.undo else "kept apart\n")
    return 0
