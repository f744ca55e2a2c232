"""``hadath formats``: the formats that can be written."""

import argparse

from hadath.graph.commands import Commands
from hadath.graph.console import say

__all__ = ["add", "run"]


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser(
        "formats",
        help="list the formats that can be written",
        description="List the formats that can be written.",
    )
    sub.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit code."""
    from hadath.graph.formats import DEFAULT_FORMATS, FORMATS

    for name, entry in FORMATS.items():
        star = "*" if name in DEFAULT_FORMATS else " "
        say(f"{star} {name:<10} {entry.filename:<14} {entry.description}\n")
    say("\n* written unless --format says otherwise\n")
    return 0
