"""Values filled into a question, each as one RDF term that the engine's own library writes. No text of a user's becomes SPARQL.

``VALUES ?from { "2022-01-01"^^xsd:date }`` takes the terms of ``from`` in place of its example. When a parameter is not given, every line
that names its variable is left out. A text, which is a regular expression by then, stands in the place of its variable itself, since
engines make constant ones ready only once.
"""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date

from pyoxigraph import Literal, NamedNode, Store

from hadath.graph.errors import BadValue
from hadath.graph.questions.library import Parameter, Question
from hadath.graph.questions.names import find_names, fold_name, spelling_pattern
from hadath.ontology.namespace import PREFIXES

__all__ = ["bind", "declare_prefixes", "limited", "terms"]

_VALUES = re.compile(r"^( *)VALUES \?(\w+) \{.*\}$")
_FOUND = re.compile(r"^( *\})(?: ORDER BY [\w? ]+)? LIMIT 1000$", re.MULTILINE)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DATE = NamedNode(f"{PREFIXES['xsd']}date")
_LONGEST = 200


def bind(question: Question, values: Mapping[str, str], store: Store) -> str:
    """The SPARQL of a question with values in it; names are looked up in the store that is asked."""
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in known:
            takes = f"it takes {', '.join(known)}" if known else "it takes none"
            raise BadValue(f"{question.name} has no parameter {name!r}; {takes}")
    bound: dict[str, Sequence[NamedNode | Literal]] = {}
    for parameter in question.parameters:
        value = values.get(parameter.name, parameter.default)
        if value is not None:
            bound[parameter.name] = terms(parameter, value, store)
        elif parameter.required:
            raise BadValue(
                f"{question.name} needs {parameter.name}: {parameter.meaning['en']} (such as {parameter.example})"
            )
    missing = [re.compile(rf"[?$]{name}\b") for name in known if name not in bound]
    texts = {name: str(bound.pop(name)[0]) for name in list(bound) if known[name].type == "text"}
    kept = (line for line in question.sparql.splitlines() if not any(name.search(line) for name in missing))
    return "".join(f"{filled}\n" for line in kept if (filled := _filled(line, bound, texts)) is not None)


def limited(sparql: str, limit: int | None) -> str:
    """The same query with at most so many rows, all if None.

    Most questions first find events in order, then look up what is told of them: no more need be found than rows are wanted.
    """
    if limit is None:
        return _FOUND.sub(r"\1 LIMIT 500000", sparql)
    found = _FOUND.sub(lambda match: re.sub(r"\d+$", str(limit), match[0]), sparql)
    return f"{found}LIMIT {limit}\n"


def declare_prefixes(sparql: str) -> str:
    """The same query with the prefixes that it uses declared, so that it runs anywhere."""
    used = (name for name in PREFIXES if re.search(rf"\b{name}:", sparql))
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in used) + sparql


def _filled(
    line: str, bound: Mapping[str, Sequence[NamedNode | Literal]], texts: Mapping[str, str]
) -> str | None:
    match = _VALUES.match(line)
    if match and match[2] in texts:
        return None
    if match and match[2] in bound:
        return f"{match[1]}VALUES ?{match[2]} {{ {' '.join(map(str, bound[match[2]]))} }}"
    for name, term in texts.items():
        line = term.join(re.split(rf"\?{name}\b", line))
    return line


def terms(parameter: Parameter, value: str, store: Store) -> Sequence[NamedNode | Literal]:
    """The RDF terms that a value stands for."""
    if not value.strip() or len(value) > _LONGEST:
        raise BadValue(f"{parameter.name}: give between 1 and {_LONGEST} characters")
    try:
        return _terms(parameter.type, value, store)
    except BadValue as error:
        raise BadValue(f"{parameter.name}: {error}") from None


def _terms(kind: str, value: str, store: Store) -> Sequence[NamedNode | Literal]:
    if kind in ("entity", "country"):
        return find_names(store, value, country=kind == "country")
    if kind == "event type":
        return [_event_type(value)]
    if kind == "event":
        return [_iri(value)]
    if kind in ("first day", "last day"):
        return [_day(value, last=kind == "last day")]
    if kind == "number":
        return [_number(value)]
    return [Literal(spelling_pattern(value))]


def _event_type(value: str) -> NamedNode:
    """A PLOVER type by its name or its Arabic or English label."""
    from rdflib import RDFS

    from hadath.ontology.namespace import HD
    from hadath.ontology.vocabulary import event_types, vocabulary

    wanted = fold_name(value.removeprefix("hd:"))
    for name in sorted(event_types()):
        labels = {str(label) for label in vocabulary().objects(HD[name], RDFS.label)}
        if wanted in {fold_name(label) for label in (name, *labels)}:
            return NamedNode(HD[name])
    raise BadValue(f"unknown event type {value!r}; choose one of {', '.join(sorted(event_types()))}")


def _iri(value: str) -> NamedNode:
    prefix, _, rest = value.strip().strip("<>").partition(":")
    try:
        return NamedNode(f"{PREFIXES[prefix]}{rest}" if prefix in PREFIXES else f"{prefix}:{rest}")
    except ValueError:
        raise BadValue(f"{value!r} is no IRI") from None


def _day(value: str, *, last: bool) -> Literal:
    """The first or last day of a year, month or day, in digits of either script."""
    match = _DAY.fullmatch(value.strip())
    try:
        if not match:
            raise ValueError(value)
        year, month, day = (int(part) if part else None for part in match.groups())
        found = date(year or 0, month or (12 if last else 1), day or 1)
        if last and day is None:
            found = found.replace(day=monthrange(found.year, found.month)[1])
    except ValueError:
        raise BadValue(f"{value!r} is no date; give YYYY, YYYY-MM or YYYY-MM-DD") from None
    return Literal(found.isoformat(), datatype=_DATE)


def _number(value: str) -> Literal:
    try:
        return Literal(int(value.replace(",", "").strip()))
    except ValueError:
        raise BadValue(f"{value!r} is no whole number") from None
