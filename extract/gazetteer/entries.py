"""Entries: places, organisations and people as the tables have them, with all their names."""

from collections.abc import Mapping
from dataclasses import dataclass

from hadath.extract.gazetteer.keys import name_keys
from hadath.extract.gazetteer.tables import rows, several
from hadath.extract.records import EntityKind

__all__ = ["Entry", "people", "place_of", "places"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with a name. ``names`` are Arabic, the preferred one first; ``country`` is an ISO 3166 code.

    ``qid`` is its Wikidata identifier, ``geonames`` that of a place without one; ``weight`` orders homonyms.
    """

    kind: EntityKind
    names: tuple[str, ...]
    name_en: str
    qid: str | None = None
    geonames: int | None = None
    country: str | None = None
    weight: int = 0
    flags: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The preferred Arabic name."""
        return self.names[0]


def places() -> list[tuple[Entry, frozenset[str]]]:
    """Places and organisations, each with the keys of those names that are also common words."""
    return [place_of(row) for table in ("gazetteer", "places") for row in rows(table)]


def place_of(row: Mapping[str, str]) -> tuple[Entry, frozenset[str]]:
    """The place or organisation of a row, as in ``places``."""
    thing = Entry(
        kind=EntityKind(row["kind"]),
        names=several(row["names"]),
        name_en=row["en"],
        qid=row["qid"] or None,
        geonames=int(row["geonames"]) if row["geonames"] else None,
        country=row["iso"] or None,
        weight=int(row["weight"] or 0),
        flags=frozenset(several(row["flags"])),
    )
    ambiguous = thing.names if row["ambiguous"] == "*" else several(row["ambiguous"])
    return thing, frozenset(name_keys(ambiguous))


def people() -> list[tuple[Entry, frozenset[str]]]:
    """Well-known people, as in ``places``."""
    return [(_person(row), frozenset()) for row in rows("leaders") if row["names"]]


def _person(row: Mapping[str, str]) -> Entry:
    of = row["of"]
    return Entry(
        kind=EntityKind.PERSON,
        names=several(row["names"]),
        name_en=row["en"],
        qid=row["qid"] or None,
        weight=int(row["weight"] or 0),
        flags=frozenset([of] if of else []),
    )
