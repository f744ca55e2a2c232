"""``hadath build``: articles in, graph files or a store out."""

import argparse
import sys
from collections import Counter
from contextlib import ExitStack
from functools import partial

from hadath.extract.errors import HadathError
from hadath.graph.commands import Commands
from hadath.graph.console import ProgressBar, count, say, telling

__all__ = ["add", "run"]

_DESCRIPTION = (
    "Read articles and write their events as a graph, into files (graph.trig, graph.nq, graph.html and events.csv unless told otherwise), "
    "into a store, or both. What a store holds already is not read again unless files are written too."
)


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser("build", help="read articles and write their graph", description=_DESCRIPTION)
    sub.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="a .txt, .html, .json or .jsonl file, a folder of these, or - for stdin",
    )
    sub.add_argument("-o", "--output", metavar="DIR", help="folder to write files into, made if need be")
    sub.add_argument("-s", "--store", metavar="STORE", help="store to add the articles to, made if need be")
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
    sub.set_defaults(command=run, usage=sub.error)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit code."""
    if not options.output and not options.store:
        options.usage("give -o DIR, -s STORE or both")
    if options.format and not options.output:
        options.usage("--format is for files; give -o DIR")
    errors: list[HadathError] = []
    bar = ProgressBar() if sys.stderr.isatty() and not options.quiet else None
    summary = (_write if options.output else _store)(options, errors, bar)
    if bar is not None:
        bar.clear()
    if not options.quiet:
        say(summary)
    return 1 if errors else 0


def _write(options: argparse.Namespace, errors: list[HadathError], bar: ProgressBar | None) -> str:
    """Write files and, if asked, add to a store what goes into them."""
    from hadath.graph.pipeline import build

    with ExitStack() as stack:
        store = None
        if options.store:
            from hadath.graph.store.writing import open_store

            store = stack.enter_context(open_store(options.store))
        summary = build(
            options.inputs,
            options.output,
            formats=options.format,
            text=not options.no_text,
            on_error=telling(errors),
            progress=bar,
            each=partial(store.add, text=not options.no_text) if store else None,
        )
        if store is not None:
            store.join()
    names = ", ".join(path.name for path in summary.files)
    told = (
        f"{count(summary.articles, 'article')}, {count(summary.events, 'event')} ({count(summary.claims, 'claim')}), "
        f"{count(summary.entities, 'entity', 'entities')}, {_speed(summary.words, summary.seconds)}: "
        + (f"wrote {names} in {options.output}\n" if names else "nothing written\n")
    )
    if store is not None:
        became = Counter(change.value for change in store.changes.values())
        present = summary.articles - became["added"] - became["replaced"]
        told += _became(options.store, became["added"], became["replaced"], present, len(errors))
    return told


def _store(options: argparse.Namespace, errors: list[HadathError], bar: ProgressBar | None) -> str:
    """Add to a store alone."""
    from hadath.graph.store.intake import take_in

    intake = take_in(
        options.inputs, options.store, text=not options.no_text, on_error=telling(errors), progress=bar
    )
    return (
        f"{count(intake.added + intake.replaced, 'article')} read, {count(intake.events, 'event')} ({count(intake.claims, 'claim')}), "
        f"{_speed(intake.words, intake.seconds)}\n"
        + _became(options.store, intake.added, intake.replaced, intake.present, intake.failed)
    )


def _speed(words: int, seconds: float) -> str:
    return f"{words / seconds:,.0f} words/s" if seconds > 0 and words else "no words"


def _became(store: str, added: int, replaced: int, present: int, failed: int) -> str:
    return f"store {store}: {added:,} added, {replaced:,} replaced, {present:,} already there, {failed:,} failed\n"
