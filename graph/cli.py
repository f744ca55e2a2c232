"""The command line. Each command is one library call; this is the only module that prints."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from hadath.extract.errors import HadathError

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]

__all__ = ["main", "parser"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``hadath``: 0 when all went well, 1 when something could not be read or written, 2 for wrong usage."""
    options = parser().parse_args(argv)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        code = command(options)
        sys.stdout.flush()
        return code
    except HadathError as error:
        _complain(error)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains at exit
        return 1


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(
        prog="hadath", description="Arabic news articles in, an event knowledge graph out."
    )
    top.add_argument("--version", action="version", version=f"hadath {version('hadath')}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in (_add_build, _add_query, _add_explain, _add_formats):
        add(commands)
    return top


def _add_build(commands: "_Commands") -> None:
    sub = commands.add_parser("build", help="read articles and write their graph", description=_BUILD)
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
    sub.set_defaults(command=_build)


def _add_query(commands: "_Commands") -> None:
    sub = commands.add_parser("query", help="ask a graph with SPARQL", description=_QUERY)
    sub.add_argument(
        "graph",
        metavar="GRAPH",
        help="an RDF file (.nq, .trig, .ttl, .nt, .jsonld, .rdf) or an output folder",
    )
    sub.add_argument(
        "sparql", metavar="SPARQL", help="the query, @FILE to read it from a file, - to read it from stdin"
    )
    sub.add_argument(
        "-f",
        "--format",
        choices=("table", "json", "csv", "tsv"),
        default="table",
        help="how to print rows (default: table)",
    )
    sub.set_defaults(command=_query)


def _add_explain(commands: "_Commands") -> None:
    sub = commands.add_parser("explain", help="show what was read from each sentence", description=_EXPLAIN)
    sub.add_argument("inputs", nargs="+", metavar="INPUT", help="as for `hadath build`")
    sub.set_defaults(command=_explain)


def _add_formats(commands: "_Commands") -> None:
    sub = commands.add_parser(
        "formats",
        help="list the formats that can be written",
        description="List the formats that can be written.",
    )
    sub.set_defaults(command=_formats)


_BUILD = "Read articles and write their events as a graph: graph.trig, graph.nq, graph.html and events.csv unless told otherwise."
_QUERY = (
    "Ask a graph with SPARQL. The usual prefixes (hd:, sem:, gaf:, nif:, schema:, prov:, rdfs:, owl:, skos:, wd:, xsd:) are known. "
    "All named graphs are asked together; GRAPH ?article { ... } asks per article."
)
_EXPLAIN = "Show, sentence by sentence, the events that were found, who says so, and which event words gave none and why."


def _build(options: argparse.Namespace) -> int:
    from hadath.graph.pipeline import build

    errors: list[HadathError] = []
    bar = _Bar() if sys.stderr.isatty() and not options.quiet else None
    summary = build(
        options.inputs,
        options.output,
        formats=options.format,
        text=not options.no_text,
        on_error=_telling(errors),
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
        _say(
            f"{_count(summary.articles, 'article')}, {_count(summary.events, 'event')} ({_count(summary.claims, 'claim')}), "
            f"{_count(summary.entities, 'entity', 'entities')}, {speed}: wrote {names} in {options.output}\n"
        )
    return 1 if errors else 0


def _query(options: argparse.Namespace) -> int:
    from hadath.graph.answers import format_answer
    from hadath.graph.query import query

    result = query(options.graph, _query_text(options.sparql))
    _say(format_answer(result, options.format, isolate=sys.stdout.isatty()))
    return 0


def _query_text(argument: str) -> str:
    if argument == "-":
        return sys.stdin.read()
    if not argument.startswith("@"):
        return argument
    try:
        return Path(argument[1:]).read_text("utf-8")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise HadathError(f"{argument[1:]}: query file cannot be read ({reason})") from error


def _explain(options: argparse.Namespace) -> int:
    from hadath.extract import extract
    from hadath.extract.articles import read_articles
    from hadath.graph.explain import explain

    errors: list[HadathError] = []
    articles = read_articles(options.inputs, on_error=_telling(errors))
    for number, extraction in enumerate(extract(articles)):
        _say(("\n" if number else "") + explain(extraction))
    return 1 if errors else 0


def _formats(options: argparse.Namespace) -> int:
    from hadath.graph.formats import DEFAULT_FORMATS, FORMATS

    for name, entry in FORMATS.items():
        star = "*" if name in DEFAULT_FORMATS else " "
        _say(f"{star} {name:<10} {entry.filename:<14} {entry.description}\n")
    _say("\n* written unless --format says otherwise\n")
    return 0


def _count(number: int, singular: str, plural: str = "") -> str:
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def _say(text: str) -> None:
    """Print in UTF-8 whatever the terminal's locale is; Arabic is what this is about."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.stdout.write(text)


def _telling(errors: list[HadathError]) -> Callable[[HadathError], None]:
    """Tell an error at once and keep it for the exit code."""

    def tell(error: HadathError) -> None:
        errors.append(error)
        _complain(error)

    return tell


def _complain(error: HadathError) -> None:
    line = " ".join(str(error).split()).encode("utf-8", "replace").decode("utf-8")
    if hasattr(sys.stderr, "reconfigure"):
        sys.stderr.reconfigure(errors="backslashreplace")
    print(f"\rhadath: {line}" if sys.stderr.isatty() else f"hadath: {line}", file=sys.stderr)


class _Bar:
    """A progress bar on standard error, for runs of more than a second."""

    _WIDTH = 30

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._drawn = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._started < 1 or now - self._drawn < 0.1:
            return
        self._drawn = now
        filled = self._WIDTH * done // total
        left = (now - self._started) / done * (total - done)
        bar = "█" * filled + "░" * (self._WIDTH - filled)
        print(f"\r{bar} {done:,}/{total:,} articles, {left:.0f} s left ", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Wipe the bar, if it was drawn."""
        if self._drawn:
            print("\r" + " " * 100 + "\r", end="", file=sys.stderr, flush=True)
