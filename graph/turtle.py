"""Turtle and TriG for reading: prefixes on top, then each article under its own base, so that ``<#event-3-8>`` is short.

TriG keeps one graph per article, with the direct triples once more in the default graph on top. Turtle has no graphs: it is
the union of all, in which a claim is still told from a fact, because what is claimed is only an event with ``hd:saidBy``,
never a direct triple. Subjects stand in order of kind and place in the text, the same in every run.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rdflib import RDF, RDFS, XSD, Literal, URIRef

from hadath.graph.corpus import Corpus
from hadath.graph.nquads import escape
from hadath.graph.terms import Object, Quad
from hadath.ontology.namespace import PREFIXES

__all__ = ["generate_trig", "generate_turtle", "short_iri"]

_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_SUBJECT = re.compile(r"#?([a-z-]*?)[-=]?(\d+)[-,](\d+)(.*)")
_KINDS = {"event": 1, "entity": 2, "time": 3, "quantity": 4, "not-extracted": 5, "char": 6}
_FIRST = {RDF.type: 0, RDFS.label: 1}
_SUBJECTS = defaultdict[URIRef, set[tuple[URIRef, Object]]]


def generate_trig(corpus: Corpus) -> Iterator[str]:
    """Yield TriG: the default graph, then each article's graph."""
    yield _header()
    default: _SUBJECTS = defaultdict(set)
    articles: list[tuple[URIRef, _SUBJECTS]] = []
    for graph, subjects in _by_graph(corpus.quads()):
        articles.append((graph, subjects[0]))
        for subject, pairs in subjects[1].items():
            default[subject] |= pairs
    if default:
        yield "\n# direct triples of asserted events, for readers that look into the default graph only\n{\n"
        yield from _statements(default, "", indent="    ")
        yield "}\n"
    for graph, own in articles:
        yield f"\n@base <{graph}> .\n<> {{\n"
        yield from _statements(own, graph, indent="    ")
        yield "}\n"


def generate_turtle(corpus: Corpus) -> Iterator[str]:
    """Yield Turtle: all articles one after the other, without graphs."""
    yield _header()
    for graph, subjects in _by_graph(corpus.quads()):
        yield f"\n@base <{graph}> .\n"
        yield from _statements(subjects[0], graph, indent="")


def _header() -> str:
    return "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(PREFIXES.items()))


def _by_graph(quads: Iterable[Quad]) -> Iterator[tuple[URIRef, tuple[_SUBJECTS, _SUBJECTS]]]:
    """Yield each article with its own statements and those for the default graph; quads come article by article."""
    current: URIRef | None = None
    own: _SUBJECTS = defaultdict(set)
    default: _SUBJECTS = defaultdict(set)
    for subject, predicate, obj, graph in quads:
        if graph is not None and graph != current:
            if current is not None:
                yield current, (own, default)
            current, own, default = graph, defaultdict(set), defaultdict(set)
        (default if graph is None else own)[subject].add((predicate, obj))
    if current is not None:
        yield current, (own, default)


def _statements(
    subjects: Mapping[URIRef, set[tuple[URIRef, Object]]], base: str, *, indent: str
) -> Iterator[str]:
    for subject in sorted(subjects, key=_subject_order):
        by_predicate: defaultdict[URIRef, list[Object]] = defaultdict(list)
        for predicate, obj in subjects[subject]:
            by_predicate[predicate].append(obj)
        lines = [
            f"{_verb(predicate)} {' , '.join(sorted(_term(obj, base) for obj in by_predicate[predicate]))}"
            for predicate in sorted(by_predicate, key=lambda p: (_FIRST.get(p, 2), p))
        ]
        yield f"{indent}{_term(subject, base)} " + f" ;\n{indent}    ".join(lines) + " .\n"


def _subject_order(subject: URIRef) -> tuple[str, int, int, int, str]:
    """Article first, then what stands in it: events, entities, times, quantities, mentions, each in order of the text."""
    article, _, fragment = subject.partition("#")
    match = _SUBJECT.fullmatch(fragment)
    if match is None:
        return article, 0, 0, 0, fragment
    return article, _KINDS.get(match[1], 9), int(match[2]), int(match[3]), match[4]


def _verb(predicate: URIRef) -> str:
    return "a" if predicate == RDF.type else _term(predicate, "")


def _term(obj: Object, base: str) -> str:
    if isinstance(obj, Literal):
        return _literal(obj)
    if base and obj.startswith(base) and obj[len(base) : len(base) + 1] in ("", "#"):
        return f"<{obj[len(base) :]}>"
    return short_iri(obj)


def _literal(literal: Literal) -> str:
    if literal.language:
        return f'"{escape(literal)}"@{literal.language}'
    if literal.datatype in (XSD.integer, XSD.decimal):
        return str(literal)
    if literal.datatype is None or literal.datatype == XSD.string:
        return f'"{escape(literal)}"'
    return f'"{literal}"^^{short_iri(literal.datatype)}'


@lru_cache(maxsize=10_000)
def short_iri(iri: str) -> str:
    """An IRI with its prefix if it has one: ``hd:saidBy``, else ``<...>``."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"
