"""What a validation found, as text for people, JSON for programs, or as the validation report of SHACL in Turtle."""

import json
from collections.abc import Iterator
from typing import Any

from rdflib import Literal
from rdflib.term import Node

from hadath.graph.nquads import escape
from hadath.graph.turtle import short_iri
from hadath.graph.validation.violations import Report, Violation
from hadath.ontology.namespace import SHAPE

__all__ = ["LANGUAGES", "REPORT_FORMATS", "format_report"]

REPORT_FORMATS = ("text", "json", "turtle")
LANGUAGES = ("en", "ar")
_WORDS = {
    "en": {"breaks": "breaks", "found": "found", "sum": "articles checked: {}, violations: {}"},
    "ar": {"breaks": "يخالف", "found": "الموجود", "sum": "المقالات المفحوصة: {}، المخالفات: {}"},
}


def format_report(report: Report, form: str = "text", *, language: str = "en") -> str:
    """Write a report in one of ``REPORT_FORMATS``. ``language`` is that of the text; JSON and Turtle have both."""
    if form == "json":
        return _json(report)
    return "".join(_turtle(report) if form == "turtle" else _text(report, language))


def _text(report: Report, language: str) -> Iterator[str]:
    words = _WORDS[language]
    for violation in report.violations:
        message = violation.message_ar if language == "ar" else violation.message
        yield f"{violation.article or violation.graph}: {_name(violation)} {words['breaks']} {violation.rule}: {message}\n"
        if found := " ".join(_shown(term) for term in (violation.path, violation.value) if term is not None):
            yield f"    {words['found']}: {found}\n"
        if violation.sentence:
            yield f"    «{violation.sentence}»\n"
    yield words["sum"].format(f"{report.articles:,}", f"{len(report.violations):,}") + "\n"


def _name(violation: Violation) -> str:
    """The node as short as it is clear: its fragment, and what the text calls it."""
    short = str(violation.node).removeprefix(violation.graph) or str(violation.node)
    return f"{short} «{violation.words}»" if violation.words else short


def _shown(node: Node) -> str:
    return f"«{node}»" if isinstance(node, Literal) else short_iri(str(node))


def _json(report: Report) -> str:
    found: list[dict[str, Any]] = [
        {
            "article": violation.article,
            "graph": violation.graph,
            "node": str(violation.node),
            "words": violation.words,
            "rule": violation.rule,
            "message": {"en": violation.message, "ar": violation.message_ar},
            "path": None if violation.path is None else str(violation.path),
            "value": None if violation.value is None else str(violation.value),
            "sentence": violation.sentence,
        }
        for violation in report.violations
    ]
    content = {"conforms": report.conforms, "articles": report.articles, "violations": found}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _turtle(report: Report) -> Iterator[str]:
    yield "@prefix sh: <http://www.w3.org/ns/shacl#> .\n\n[] a sh:ValidationReport ;\n"
    yield f"    sh:conforms {str(report.conforms).lower()}"
    for violation in report.violations:
        yield " ;\n    sh:result [ a sh:ValidationResult ; sh:resultSeverity sh:Violation ;\n        "
        yield " ;\n        ".join(f"sh:{name} {value}" for name, value in _properties(violation))
        yield " ]"
    yield " .\n"


def _properties(violation: Violation) -> Iterator[tuple[str, str]]:
    yield "focusNode", _term(violation.node)
    if violation.path is not None:
        yield "resultPath", _term(violation.path)
    if violation.value is not None:
        yield "value", _term(violation.value)
    yield "sourceShape", f"<{SHAPE[violation.rule]}>"
    yield "sourceConstraintComponent", f"<{violation.component}>"
    yield "resultMessage", f'"{escape(violation.message)}"@en , "{escape(violation.message_ar)}"@ar'


def _term(node: Node) -> str:
    return node.n3()
