"""What the page calls things and how it draws them: the tables ``templates/terms/*.tsv`` and the direct predicates.

A table has the columns ``group``, ``key``, ``ar``, ``en``, ``shape``, ``colour``; each part of the page has its own.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdflib import RDFS, Literal

from hadath.graph.view.story import StoryEntity, StoryEvent
from hadath.ontology.predicates import direct_predicates
from hadath.ontology.vocabulary import vocabulary

__all__ = ["Term", "name_in", "page_terms", "spoken"]

_TABLES = Path(__file__).parent / "templates" / "terms"


@dataclass(frozen=True, slots=True)
class Term:
    """A kind of entity, type of event, role, standing, predicate or word of the page; the shape of an event type is its category."""

    group: str
    key: str
    ar: str
    en: str
    shape: str = ""
    colour: str = ""


@cache
def page_terms() -> dict[tuple[str, str], Term]:
    """All terms of the page by group and key, in the order of the tables, which is that of the legend."""
    lines = [line for path in sorted(_TABLES.glob("*.tsv")) for line in path.read_text("utf-8").splitlines()]
    terms = [Term(*line.split("\t")) for line in lines if line and not line.startswith("#")]
    return {(term.group, term.key): term for term in (*terms, *_predicates())}


def spoken(group: str, key: str, language: str) -> str:
    """The word for a key in a language, ``ar`` or ``en``; the key itself when there is none."""
    term = page_terms().get((group, key))
    return key if term is None else term.en if language == "en" else term.ar


def name_in(language: str, node: StoryEntity | StoryEvent) -> str:
    """What a node is called in a language; an event that has no English name is called by its type."""
    if language != "en":
        return node.name
    return node.name_en or (spoken("event", node.type, "en") if isinstance(node, StoryEvent) else node.name)


def _predicates() -> list[Term]:
    """The direct predicates as the ontology calls them."""
    found = []
    for predicate in direct_predicates():
        labels = vocabulary().objects(predicate.iri, RDFS.label)
        names = {label.language: str(label) for label in labels if isinstance(label, Literal)}
        found.append(Term("predicate", predicate.iri.rsplit("/", 1)[1], names["ar"], names["en"]))
    return found
