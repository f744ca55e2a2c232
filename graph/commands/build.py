"""``hadath build``: articles in, graph files out."""

import argparse
import sys

from hadath.extract.errors import HadathError
from hadath.graph.commands import Commands
from hadath.graph.console import ProgressBar, count, say, telling

__all__ = ["add", "run"]

_DESCRIPTION = "Read articles and write their events as a graph: graph.trig, graph.nq, graph.html and events.csv unless told otherwise."


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser("build", help="read articles and write their graph", description=_DESCRIPTION)
    sub.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="a .txt, .html, .json or .jsonl file, a folder of these, or - for stdin",
    )
    sub.add_argument(
        "-o", "--output", required=True, metavar="DIR", help="folder to write into, made if need be"
    )
    sub.add_argument(
        "-f",
        "--format",
        action="append",
        metavar="F",
        help="a format of `hadath formats`, can be given again (default: trig, nquads, html, csv)",
    )
    sub.add_argument(
        "--no-text",
        action="store_true",
        help="keep the articles' own sentences out of the files; no page is written",
    )
    sub.add_argument(
        "-q", "--quiet", action="store_true", help="no progress bar and no summary; errors are still told"
    )
    sub.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit code."""
    from hadath.graph.pipeline import build

    errors: list[HadathError] = []
    bar = ProgressBar() if sys.stderr.isatty() and not options.quiet else None
    summary = build(
        options.inputs,
        options.output,
        formats=options.format,
        text=not options.no_text,
        on_error=telling(errors),
        progress=bar,
    )
    if bar is not None:
        bar.clear()
    if not options.quiet:
        speed = (
            f"{summary.words / summary.seconds:,.0f} words/s"
            if summary.seconds > 0 and summary.words
            else "no words"
        )
        names = ", ".join(path.name for path in summary.files)
        say(
            f"{count(summary.articles, 'article')}, {count(summary.events, 'event')} ({count(summary.claims, 'claim')}), "
            f"{count(summary.entities, 'entity', 'entities')}, {speed}: wrote {names} in {options.output}\n"
        )
    return 1 if errors else 0
