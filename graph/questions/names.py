"""Names as people type them, and the names that a graph knows.

Spellings are folded (أ إ آ ا, ى ي, ة ه, marks, tatweel; Latin letters without accents or case), and words count whole: «بوتين» finds
the person «فلاديمير بوتين», «مصر» does not find «مصرف». A name finds what is called exactly so and, beside that, the people it is
part of; only when there is neither, anything whose name holds it; and when nothing does, the people in whose names its words stand
apart, in the same order: «قاسم توكاييف» finds «قاسم جومارت توكاييف». What is linked to Wikidata is found under all its names, and what
a store has joined across articles (``hadath.graph.joining``) under all the names that mean nobody else.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from hadath.extract.spelling import fold
from hadath.graph.errors import BadValue
from hadath.graph.spelling import fold_name, holds_words
from hadath.graph.store.name_index import names_with
from hadath.ontology.namespace import PREFIXES

__all__ = ["Name", "find_names", "fold_name", "spelling_pattern"]

_QID = re.compile(r"(?:wd:|https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q[1-9][0-9]*)", re.IGNORECASE)
_LABELS = "SELECT DISTINCT ?label WHERE { GRAPH ?article { ?node rdfs:label ?label } }"
_NAMED = """SELECT DISTINCT ?label ?class ?item WHERE {
  GRAPH ?article {
    VALUES ?label { %s }
    ?entity rdfs:label ?label ; a ?class .
    FILTER(?class IN (schema:Person, schema:Organization, schema:Country, schema:City, schema:Place, hd:Group, hd:Thing))
    OPTIONAL { ?entity owl:sameAs ?item }
  }
}"""
_IDENTITIES = """SELECT DISTINCT ?identity WHERE {
  VALUES ?known { %s }
  GRAPH ?article { ?entity rdfs:label|owl:sameAs ?known }
  GRAPH hd:identities { ?entity hd:identity ?identity }
}"""
_JOINED = """SELECT DISTINCT ?term WHERE {
  VALUES ?identity { %s }
  GRAPH hd:identities { ?entity hd:identity ?identity }
  GRAPH ?article { ?entity rdfs:label|owl:sameAs ?term }
}"""
_BEARERS = """SELECT DISTINCT ?identity WHERE {
  GRAPH ?article { ?entity rdfs:label|owl:sameAs %s }
  FILTER(?article != hd:identities)
  OPTIONAL { GRAPH hd:identities { ?entity hd:identity ?identity } }
}"""
_PERSON, _COUNTRY = f"{PREFIXES['schema']}Person", f"{PREFIXES['schema']}Country"
_MOST = 20_000
_MARKS = "[\\p{M}\u0640]*"  # tatweel is no mark to Unicode
_VARIANTS = {"ا": "[اأإآٱ]", "ي": "[يىیئ]", "ه": "[هةە]", "ك": "[كک]", "و": "[وؤ]"}
_LETTER = {variant: pattern for pattern in _VARIANTS.values() for variant in pattern[1:-1]}


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the graph: its label, the classes it is used for and the Wikidata items it stands for."""

    label: Literal
    classes: set[str] = field(default_factory=set)
    items: set[NamedNode] = field(default_factory=set)


def find_names(store: Store, wanted: str, *, country: bool = False) -> list[NamedNode | Literal]:
    """The Wikidata items and the labels that a name or Wikidata id stands for in a store, in a fixed order.

    Only countries, if told so. A Wikidata id stands for itself, in the graph or not, and for the names of what was joined with it.
    """
    match = _QID.fullmatch(wanted.strip())
    if match:
        return _with_joined(store, [NamedNode(f"{PREFIXES['wd']}{match[1].upper()}")])
    found = _matching(store, fold_name(wanted), country=country)
    if not found:
        raise BadValue(f"no {'country' if country else 'name'} like {wanted!r} in this graph")
    items = sorted({item for name in found for item in name.items}, key=str)
    return _with_joined(store, [*items, *sorted((name.label for name in found), key=str)])


def _with_joined(store: Store, terms: list[NamedNode | Literal]) -> list[NamedNode | Literal]:
    """The same terms, and the further ones that in this graph stand for nothing but what is joined with what they stand for."""
    identities = _ones(store, _IDENTITIES, terms)
    further = set(_ones(store, _JOINED, identities)) - set(terms)
    kept = (
        term for term in sorted(further, key=str) if set(_ones(store, _BEARERS, [term])) <= set(identities)
    )
    return [*terms, *kept]


def _ones(store: Store, sparql: str, terms: Sequence[NamedNode | Literal]) -> list[NamedNode | Literal]:
    """The only column of an answer about some terms."""
    solutions = store.query(sparql % " ".join(map(str, terms)), prefixes=PREFIXES) if terms else ()
    return [row[0] for row in solutions] if isinstance(solutions, QuerySolutions) else []


def _matching(store: Store, wanted: str, *, country: bool) -> list[Name]:
    holding = names_with(store, wanted)
    if holding is None:
        known = _labels(store)
        holding = [label for key, group in known.items() if holds_words(key, wanted) for label in group]
    beside = [label for label in holding if f" {wanted} " in f" {fold_name(label.value)} "]
    if len(beside or holding) > _MOST:
        raise BadValue(f"{len(beside or holding):,} names hold {wanted!r}; give more of it")
    names = [name for name in _named(store, beside) if not country or _COUNTRY in name.classes]
    exact = [name for name in names if fold_name(name.label.value) == wanted]
    people = [name for name in names if _PERSON in name.classes and name not in exact]
    if names or country:
        return [*exact, *people] or names
    return [name for name in _named(store, holding) if _PERSON in name.classes]


def _named(store: Store, labels: Sequence[Literal]) -> list[Name]:
    """What of these labels names entities, with their classes and links."""
    names: dict[Literal, Name] = {}
    if labels:
        solutions = store.query(_NAMED % " ".join(map(str, labels)), prefixes=PREFIXES)
        for label, kind, item in solutions if isinstance(solutions, QuerySolutions) else ():
            name = names.setdefault(label, Name(label))
            name.classes.add(kind.value)
            name.items.update([item] if item is not None else [])
    return list(names.values())


@lru_cache(maxsize=1)
def _labels(store: Store) -> dict[str, list[Literal]]:
    """Every label of the graph by its folded spelling."""
    solutions = store.query(_LABELS, prefixes=PREFIXES)
    folded: dict[str, list[Literal]] = {}
    for (label,) in solutions if isinstance(solutions, QuerySolutions) else ():
        folded.setdefault(fold_name(label.value), []).append(label)
    return folded


def spelling_pattern(text: str) -> str:
    """A regular expression of SPARQL that finds some words in whatever way they are spelt; nothing in them is special.

    >>> spelling_pattern("a.b").replace(_MARKS, "")
    'a\\\\.b'
    """
    words = (unicodedata.normalize("NFKC", word) for word in text.split())
    return r"\s+".join("".join(_spelt(fold(word))) for word in words)


def _spelt(word: str) -> Iterable[str]:
    return (_LETTER.get(char, re.escape(char)) + _MARKS for char in word)
