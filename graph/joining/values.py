"""The statements of an article's graph, by subject and predicate."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

__all__ = ["Facts", "Values", "day", "local_name", "offset", "read_values", "text_of", "value_of"]

Facts: TypeAlias = Mapping[str, list[str]]
"""The objects of one subject by predicate; a text in a language ends in ``@`` and its tag."""
Values: TypeAlias = dict[str, dict[str, list[str]]]
"""The facts of each subject."""


def read_values(store: Store, article: str) -> Values:
    """All that the named graph of an article says."""
    values: Values = {}
    for quad in store.quads_for_pattern(None, None, None, NamedNode(article)):
        obj = quad.object
        text = f"{text_of(obj)}@{obj.language}" if isinstance(obj, Literal) and obj.language else text_of(obj)
        values.setdefault(text_of(quad.subject), {}).setdefault(quad.predicate.value, []).append(text)
    return values


def text_of(term: NamedNode | BlankNode | Literal | Triple) -> str:
    """The IRI or text of a term; a graph of hadath has no triples in terms."""
    return "" if isinstance(term, Triple) else term.value


def value_of(facts: Facts, predicate: object) -> str | None:
    """One value of a predicate, the same in every run."""
    return min(facts.get(str(predicate), ()), default=None)


def local_name(iri: str | None) -> str:
    """What an IRI ends in."""
    return iri.rsplit("/", 1)[-1] if iri else ""


def offset(mention: str) -> int:
    """Where a mention begins, ``#char=3,8`` at 3."""
    return int(mention.rpartition("=")[2].partition(",")[0] or 0)


def day(text: str | None) -> date | None:
    """A day of the calendar; None for anything else."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
