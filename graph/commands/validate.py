"""``hadath validate``: whether a graph keeps the contract, and where it does not."""

import argparse
import sys

from hadath.extract.errors import HadathError
from hadath.graph.commands import Commands
from hadath.graph.console import ProgressBar, complain, say

__all__ = ["add", "run"]

_DESCRIPTION = (
    "Check the graph of each article against the contract, ontology/shapes.ttl: evidence, speakers, roles, dates, vocabulary. "
    "Exit code 0 when all is right, 1 when something breaks the contract, 2 when nothing could be checked."
)


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser("validate", help="check a graph against its contract", description=_DESCRIPTION)
    sub.add_argument(
        "graph",
        metavar="GRAPH",
        help="a store, an output folder, or an RDF file (.nq, .trig, .ttl, .nt, .jsonld, .rdf)",
    )
    sub.add_argument(
        "-f",
        "--format",
        choices=("text", "json", "turtle"),
        default="text",
        help="text with the sentences, JSON, or SHACL's own report in Turtle (default: text)",
    )
    sub.add_argument(
        "-l", "--language", choices=("en", "ar"), default="en", help="language of the text (default: en)"
    )
    sub.add_argument("-q", "--quiet", action="store_true", help="no progress bar")
    sub.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit code."""
    from hadath.graph.validation.checking import validate
    from hadath.graph.validation.report import format_report

    bar = ProgressBar() if sys.stderr.isatty() and not options.quiet else None
    try:
        report = validate(options.graph, progress=bar)
    except HadathError as error:
        complain(error)
        return 2
    finally:
        if bar is not None:
            bar.clear()
    say(format_report(report, options.format, language=options.language))
    return 0 if report.conforms else 1
