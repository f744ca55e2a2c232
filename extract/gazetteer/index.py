"""The index: entries by name and by identifier; homonyms are kept side by side, best known first."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from hadath.extract.gazetteer.entries import Entry, people, places
from hadath.extract.gazetteer.keys import name_key, name_keys
from hadath.extract.records import EntityKind
from hadath.extract.word_classes import word_class

__all__ = ["index"]


@dataclass(frozen=True, slots=True)
class _Index:
    """``safe`` is ``full`` without common words that are also names; ``longest`` counts the words a name can have by its first."""

    full: Mapping[str, tuple[Entry, ...]]
    safe: Mapping[str, tuple[Entry, ...]]
    longest: Mapping[str, int]
    by_qid: Mapping[str, Entry]
    capitals: Mapping[str, Entry]
    people: Mapping[str, Entry]  # by identifier, or by English name where there is none


@lru_cache(maxsize=1)
def index() -> _Index:
    """The index of all tables, made when it is first asked for."""
    rows = [*places(), *people()]
    cities = {
        (thing.country, key)
        for thing, _ in rows
        if thing.kind is EntityKind.CITY
        for key in name_keys(thing.names)
    }
    full: dict[str, list[Entry]] = {}
    safe: dict[str, list[Entry]] = {}
    for thing, ambiguous in rows:
        for key in _keys_of(thing, cities):
            full.setdefault(key, []).append(thing)
            if key not in ambiguous:
                safe.setdefault(key, []).append(thing)
    return _Index(
        full=_ranked(full),
        safe=_ranked(safe),
        longest=_longest(safe),
        by_qid={thing.qid: thing for thing, _ in reversed(rows) if thing.qid},
        capitals=_capitals(thing for thing, _ in rows),
        people={thing.qid or thing.name_en: thing for thing, _ in rows if thing.kind is EntityKind.PERSON},
    )


_CITY_HEADS = word_class("city head")
_DIVISION_HEADS = word_class("division head")


def _keys_of(thing: Entry, cities: Collection[tuple[str | None, str]]) -> set[str]:
    """The keys of a thing: a province that shares its name with a city is found as «محافظة حلب» only."""
    keys = name_keys(thing.names)
    if thing.kind is EntityKind.CITY:
        return keys | {name_key(f"{head} {name}") for head in _CITY_HEADS for name in thing.names}
    if "division" not in thing.flags:
        return keys
    headed = {name_key(f"{head} {name}") for head in _DIVISION_HEADS for name in thing.names}
    return headed | {key for key in keys if (thing.country, key) not in cities}


def _capitals(things: Iterable[Entry]) -> dict[str, Entry]:
    known = list(things)
    by_code = {thing.country: thing.qid for thing in known if thing.kind is EntityKind.COUNTRY and thing.qid}
    seats = [thing for thing in known if "capital" in thing.flags]
    return {qid: thing for thing in seats if (qid := by_code.get(thing.country))}


def _ranked(names: Mapping[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {name: tuple(sorted(dict.fromkeys(things), key=_rank)) for name, things in names.items()}


def _rank(thing: Entry) -> tuple[bool, int, str, int]:
    return (thing.kind is not EntityKind.COUNTRY, -thing.weight, thing.qid or "", thing.geonames or 0)


def _longest(keys: Iterable[str]) -> dict[str, int]:
    """Words of the longest key that begins with a word, also where that is written with ه for ة."""
    longest: dict[str, int] = {}
    for key in keys:
        first, *rest = key.split(" ")
        for form in (first, f"{first[:-1]}ه") if first.endswith("ة") else (first,):
            longest[form] = max(1 + len(rest), longest.get(form, 0))
    return longest
