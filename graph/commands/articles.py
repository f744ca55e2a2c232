"""``hadath articles``: what a store holds."""

import argparse
import csv
import io
import json
import sys
from dataclasses import asdict

from hadath.graph.commands import Commands
from hadath.graph.console import say

__all__ = ["add", "run"]

_COLUMNS = ("id", "published", "events", "title", "source", "iri")


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser(
        "articles",
        help="list the articles of a store",
        description="List the articles of a store, with the number of their events.",
    )
    sub.add_argument("store", metavar="STORE", help="a store that `hadath build -s` made")
    sub.add_argument(
        "-f",
        "--format",
        choices=("table", "json", "csv"),
        default="table",
        help="how to print them (default: table)",
    )
    sub.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit code."""
    from hadath.graph.answers import format_table
    from hadath.graph.store.contents import stored_articles
    from hadath.graph.store.snapshots import open_snapshot

    records = [asdict(article) for article in stored_articles(open_snapshot(options.store))]
    rows = [
        [str(record[column]) if record[column] is not None else "" for column in _COLUMNS]
        for record in records
    ]
    if options.format == "table":
        say(format_table(_COLUMNS, rows, isolate=sys.stdout.isatty()))
    elif options.format == "json":
        say(json.dumps(records, ensure_ascii=False, indent=1) + "\n")
    else:
        text = io.StringIO()
        csv.writer(text).writerows([_COLUMNS, *rows])
        say(text.getvalue())
    return 0
