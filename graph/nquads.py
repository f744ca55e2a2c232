"""N-Quads and N-Triples: one statement a line, sorted and unique, so that equal graphs are equal files.

The lines are those of canonical N-Quads (RDF 1.1 N-Quads with the escapes of RDF Dataset Canonicalization): the letters of
every script as they are, control characters as ``\\u0001``. There are no blank nodes. What RDF text cannot hold is already
U+FFFD (``hadath.graph.characters``). N-Triples has no graphs: it is the union of all, in which a claim is still told from
a fact, because what is claimed is only an event with ``hd:saidBy``, never a direct triple.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rdflib import XSD, Literal

from hadath.graph.corpus import Corpus
from hadath.graph.terms import Object, Quad

__all__ = ["escape", "generate_nquads", "generate_ntriples", "term"]

_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_SPECIAL = re.compile('[\x00-\x1f"\\\\\x7f]')


def generate_nquads(corpus: Corpus) -> Iterator[str]:
    """Yield the canonical N-Quads of all articles and of the default graph, in sorted order."""
    lines = {_line(quad) for quad in corpus.quads()}
    yield from sorted(lines)


def generate_ntriples(corpus: Corpus) -> Iterator[str]:
    """Yield all statements without their graphs, in sorted order."""
    lines = {f"{_iri(s)} {_iri(p)} {term(o)} .\n" for s, p, o, _ in corpus.quads()}
    yield from sorted(lines)


def _line(quad: Quad) -> str:
    subject, predicate, obj, graph = quad
    end = f" {_iri(graph)} .\n" if graph else " .\n"
    return f"{_iri(subject)} {_iri(predicate)} {term(obj)}{end}"


def _iri(iri: str) -> str:
    return f"<{iri}>"


def term(obj: Object) -> str:
    """An IRI or literal as N-Triples writes it."""
    if not isinstance(obj, Literal):
        return _iri(obj)
    text = f'"{escape(obj)}"'
    if obj.language:
        return f"{text}@{obj.language}"
    if obj.datatype is None or obj.datatype == XSD.string:
        return text
    return f"{text}^^<{obj.datatype}>"


def escape(text: str) -> str:
    """Escape what may not stand in a quoted literal, and nothing else.

    >>> escape('قال: "نعم"')
    'قال: \\\\"نعم\\\\"'
    """
    return _SPECIAL.sub(lambda match: _code(match[0]), text)


@lru_cache(maxsize=64)
def _code(char: str) -> str:
    return _SHORT.get(char) or f"\\u{ord(char):04X}"
