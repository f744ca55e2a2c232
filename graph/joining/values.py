"""The statements of an article's graph, by subject and predicate."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

import pyoxigraph as ox

__all__ = ["Facts", "Values", "day", "local_name", "offset", "read_values", "value_of"]

Facts: TypeAlias = Mapping[str, list[str]]
"""The objects of one subject by predicate; a text in a language ends in ``@`` and its tag."""
Values: TypeAlias = dict[str, dict[str, list[str]]]
"""The facts of each subject."""


def read_values(store: ox.Store, article: str) -> Values:
    """All that the named graph of an article says."""
    values: Values = {}
    for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(article)):
        obj = quad.object
        text = f"{obj.value}@{obj.language}" if isinstance(obj, ox.Literal) and obj.language else obj.value
        values.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(text)
    return values


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
