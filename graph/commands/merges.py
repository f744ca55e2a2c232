"""``hadath merges``: what was joined across articles, and why."""

import argparse
import csv
import io
import json
import sys
from dataclasses import asdict

from hadath.graph.commands import Commands
from hadath.graph.console import say

__all__ = ["add", "run"]

_COLUMNS = ("joined", "kind", "name", "article", "confidence", "reason", "node")
_DESCRIPTION = (
    "List the entities and events of several articles that were taken for one, with the reason and confidence of each; "
    "`hadath split` undoes a joining, `hadath join` makes one."
)


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser(
        "merges", help="list what was joined across articles, and why", description=_DESCRIPTION
    )
    sub.add_argument("store", metavar="STORE", help="a store that `hadath build -s` made")
    sub.add_argument("--name", metavar="TEXT", help="only what some article calls so, in whatever spelling")
    sub.add_argument("--article", metavar="ARTICLE", help="only what has a part in this article (id or IRI)")
    sub.add_argument("--kind", choices=("entity", "event"), help="only entities or only events")
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
    from hadath.graph.joining.merges import merges
    from hadath.graph.store.snapshots import open_snapshot
    from hadath.graph.turtle import short_iri

    found = merges(open_snapshot(options.store), name=options.name, article=options.article)
    chosen = [merge for merge in found if options.kind in (None, merge.kind)]
    if options.format == "json":
        say(json.dumps([asdict(merge) for merge in chosen], ensure_ascii=False, indent=1) + "\n")
        return 0
    rows = [
        [
            short_iri(merge.iri),
            merge.kind,
            m.name,
            m.article,
            f"{m.confidence:.2f}",
            m.reason,
            short_iri(m.node),
        ]
        for merge in chosen
        for m in merge.members
    ]
    if options.format == "table":
        say(format_table(_COLUMNS, rows, isolate=sys.stdout.isatty()))
    else:
        text = io.StringIO()
        csv.writer(text).writerows([_COLUMNS, *rows])
        say(text.getvalue())
    return 0
