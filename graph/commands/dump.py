"""``hadath dump``: all of a store as N-Quads."""

import argparse
from itertools import islice

from hadath.graph.commands import Commands
from hadath.graph.console import say

__all__ = ["add", "run"]

_DESCRIPTION = (
    "Write all statements of a store as canonical N-Quads, sorted lines as in graph.nq: equal stores give equal bytes. "
    "The file can be asked, compared and loaded into any triple store."
)


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser("dump", help="write a store as N-Quads", description=_DESCRIPTION)
    sub.add_argument("store", metavar="STORE", help="a store that `hadath build -s` made")
    sub.add_argument("-o", "--output", metavar="FILE", help="file to write (default: standard output)")
    sub.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit code."""
    from hadath.graph.files import write_file
    from hadath.graph.store.dump import dump_lines
    from hadath.graph.store.snapshots import open_snapshot

    lines = dump_lines(open_snapshot(options.store))
    if options.output:
        write_file(options.output, lines)
    else:
        while some := "".join(islice(lines, 10_000)):
            say(some)
    return 0
