"""``hadath join``: make entities or events of several articles one."""

import argparse
import sys

from hadath.graph.commands import Commands
from hadath.graph.console import ProgressBar, say

__all__ = ["add", "run"]

_DESCRIPTION = (
    "Make entities or events one, with all that they are joined with already. The decision is kept in the store and respected in later "
    "runs, until another one is made about the same nodes. Without nodes everything is joined anew."
)


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser(
        "join", help="join entities or events of several articles", description=_DESCRIPTION
    )
    sub.add_argument("store", metavar="STORE", help="a store that `hadath build -s` made")
    sub.add_argument(
        "nodes", nargs="*", metavar="NODE", help="an entity or event, as `hadath merges` shows it"
    )
    sub.add_argument("--because", metavar="TEXT", default="", help="why, kept with the decision")
    sub.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit code."""
    from hadath.graph.joining.corrections import put_together
    from hadath.graph.store.writing import open_store

    bar = ProgressBar() if sys.stderr.isatty() else None
    with open_store(options.store, create=False) as store:
        count = store.join(anew=not options.nodes, progress=bar)
        if options.nodes:
            put_together(store.database, options.nodes, because=options.because)
    if bar is not None:
        bar.clear()
    say("put together\n" if options.nodes else f"joined {count:,} articles\n")
    return 0
