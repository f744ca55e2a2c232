"""``hadath query``: one SPARQL query to a graph."""

import argparse
import re
import sys
from pathlib import Path

from hadath.extract.errors import HadathError
from hadath.graph.commands import Commands
from hadath.graph.console import hint, say

__all__ = ["add", "run"]

_DESCRIPTION = (
    "Ask a graph with SPARQL. The usual prefixes (hd:, sem:, gaf:, nif:, schema:, prov:, rdfs:, owl:, skos:, wd:, xsd:) are known. "
    "GRAPH ?article { ... } asks article by article. Without it, all graphs of a file are asked together, of a store "
    "only the direct triples and the labels of their ends."
)
_GRAPH = re.compile(r"\bgraph\b", re.IGNORECASE)
_EMPTY = (
    "nothing found; without GRAPH a query sees only a store's direct triples and the labels of their ends: "
    "ask the articles with GRAPH ?article { ... }, or everything with --union"
)


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser("query", help="ask a graph with SPARQL", description=_DESCRIPTION)
    sub.add_argument(
        "graph",
        metavar="GRAPH",
        help="a store, an output folder, or an RDF file (.nq, .trig, .ttl, .nt, .jsonld, .rdf)",
    )
    sub.add_argument(
        "sparql", metavar="SPARQL", help="the query, @FILE to read it from a file, - to read it from stdin"
    )
    sub.add_argument(
        "-f",
        "--format",
        choices=("table", "json", "csv", "tsv", "turtle", "ntriples"),
        default="table",
        help="how to print rows (default: table) or the triples of CONSTRUCT and DESCRIBE (turtle or ntriples, default: turtle)",
    )
    sub.add_argument(
        "--union",
        action="store_true",
        help="ask all graphs of a store together, not only its direct triples; what stands in several graphs counts as often, say DISTINCT",
    )
    sub.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit code."""
    from hadath.graph.answers import format_answer
    from hadath.graph.query import query
    from hadath.graph.store.folder import is_store

    sparql = _query_text(options.sparql)
    text = format_answer(
        query(options.graph, sparql, union=options.union), options.format, isolate=sys.stdout.isatty()
    )
    say(text)
    asks_default = not options.union and not _GRAPH.search(sparql) and is_store(options.graph)
    if options.format == "table" and asks_default and (text == "no\n" or text.count("\n") == 2):
        hint(_EMPTY)
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
