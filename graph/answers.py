"""The answer to a query as text: a table for people, JSON, CSV or TSV for programs, Turtle for graphs."""

import unicodedata
from collections.abc import Sequence

from rdflib import Graph, Literal
from rdflib.query import Result

from hadath.graph.characters import collapse
from hadath.graph.turtle import short_iri
from hadath.ontology.namespace import PREFIXES

__all__ = ["ANSWER_FORMATS", "format_answer"]

ANSWER_FORMATS = ("table", "json", "csv", "tsv")
_WIDEST = 100
_ISOLATE, _POP = (
    "\u2068",
    "\u2069",
)  # first strong isolate and its end: Arabic cells do not swap places with their neighbours


def format_answer(result: Result, form: str = "table", *, isolate: bool = False) -> str:
    """Write a result. A table cuts long cells; the other forms hold all.

    ``isolate`` sets each cell of a table apart, for terminals that turn Arabic text around.
    """
    if result.type in ("CONSTRUCT", "DESCRIBE"):
        return _turtle(result.graph or Graph())
    if result.type == "ASK":
        if form == "json":
            return _serialized(result, "json") + "\n"
        return "yes\n" if result.askAnswer else "no\n"
    if form == "table":
        return _table(result, isolate=isolate)
    if form == "tsv":
        return _tsv(result)
    text = _serialized(result, form)
    return text if text.endswith("\n") else text + "\n"


def _serialized(result: Result, form: str) -> str:
    data = result.serialize(format=form)
    return data.decode("utf-8") if data else ""


def _turtle(graph: Graph) -> str:
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri, replace=True)
    return graph.serialize(format="turtle")


def _tsv(result: Result) -> str:
    """SPARQL 1.1 TSV: terms as Turtle writes them, a tab between."""
    variables = result.vars or []
    lines = ["\t".join(f"?{variable}" for variable in variables)]
    lines += ["\t".join(_exact(row.get(variable)) for variable in variables) for row in result.bindings]
    return "\n".join(lines) + "\n"


def _exact(value: object) -> str:
    return "" if value is None else value.n3().replace("\n", "\\n").replace("\t", "\\t")  # type: ignore[attr-defined]  # bindings hold terms


def _table(result: Result, *, isolate: bool) -> str:
    variables = result.vars or []
    head = [str(variable) for variable in variables]
    rows = [[_shown(row.get(variable)) for variable in variables] for row in result.bindings]
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
    text = collapse(str(value)) if isinstance(value, Literal) else short_iri(str(value))
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
