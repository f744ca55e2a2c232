"""The answer to a query as text: a table for people, JSON, CSV or TSV for programs, Turtle or N-Triples for graphs."""

import unicodedata
from collections.abc import Sequence

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    serialize,
)
from rdflib import Graph

from hadath.graph.characters import collapse
from hadath.graph.errors import UnknownFormat
from hadath.graph.query import Answer
from hadath.graph.turtle import short_iri
from hadath.ontology.namespace import PREFIXES

__all__ = ["ANSWER_FORMATS", "format_answer", "format_table"]

_ROWS = {"json": QueryResultsFormat.JSON, "csv": QueryResultsFormat.CSV, "tsv": QueryResultsFormat.TSV}
_TRIPLES = ("turtle", "ntriples")
ANSWER_FORMATS = ("table", *_ROWS, *_TRIPLES)
_WIDEST = 100
_ISOLATE, _POP = (
    "\u2068",
    "\u2069",
)  # first strong isolate and its end: Arabic cells do not swap places with their neighbours


def format_answer(answer: Answer, form: str = "table", *, isolate: bool = False) -> str:
    """Write an answer. A table cuts long cells; the other forms hold all. Triples are always Turtle or N-Triples.

    ``isolate`` sets each cell of a table apart, for terminals that turn Arabic text around.
    """
    if isinstance(answer, QueryTriples):
        triples = _ntriples(answer)
        return triples if form == "ntriples" else _turtle(triples)
    if form in _TRIPLES:
        raise UnknownFormat(f"{form} is for CONSTRUCT and DESCRIBE; choose table, {', '.join(_ROWS)}")
    if isinstance(answer, QueryBoolean):
        return _serialized(answer, "json") if form == "json" else "yes\n" if answer else "no\n"
    return _table(answer, isolate=isolate) if form == "table" else _serialized(answer, form)


def _serialized(answer: QueryBoolean | QuerySolutions, form: str) -> str:
    text = (answer.serialize(format=_ROWS[form]) or b"").decode("utf-8")
    return text if text.endswith("\n") else text + "\n"


def _ntriples(answer: QueryTriples) -> str:
    """Triples once each and in order, so that the same answer is the same text."""
    triples = sorted(set(answer), key=str)
    return (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode("utf-8")


def _turtle(ntriples: str) -> str:
    graph = Graph().parse(data=ntriples, format="nt")
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri, replace=True)
    return graph.serialize(format="turtle")


def _table(answer: QuerySolutions, *, isolate: bool) -> str:
    head = [variable.value for variable in answer.variables]
    return format_table(head, [[_shown(cell) for cell in row] for row in answer], isolate=isolate)


def format_table(head: Sequence[str], rows: Sequence[Sequence[str]], *, isolate: bool = False) -> str:
    """Write rows in columns; long cells are cut."""
    rows = [[_cut(cell) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(head, *rows, strict=True)]
    lines = [_row(head, widths, isolate=False), "  ".join("-" * width for width in widths)]
    lines += [_row(row, widths, isolate=isolate) for row in rows]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str], widths: Sequence[int], *, isolate: bool) -> str:
    shown = [f"{_ISOLATE}{cell}{_POP}" if isolate else cell for cell in cells]
    padded = [
        text + " " * (width - _width(cell)) for text, cell, width in zip(shown, cells, widths, strict=True)
    ]
    return "  ".join(padded).rstrip()


def _shown(value: object) -> str:
    if value is None:
        return ""
    text = str(value)
    if isinstance(value, Literal):
        text = collapse(value.value)
    elif isinstance(value, NamedNode):
        text = short_iri(value.value)
    return text


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _width(text: str) -> int:
    """Columns on a terminal: marks and invisible controls take none, wide letters two."""
    return sum(
        0
        if unicodedata.category(char) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )
