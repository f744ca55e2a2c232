"""Leaders: who held which office of a country or organisation, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from hadath.extract.gazetteer.entries import Entry
from hadath.extract.gazetteer.index import index
from hadath.extract.gazetteer.keys import bare
from hadath.extract.gazetteer.tables import rows, several

__all__ = ["Tenure", "leader"]


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody's time in a role of a country or organisation.

    ``begin`` and ``end`` are intervals, since some sources only give a year: the office was surely held from
    ``begin[1]`` to ``end[0]`` and surely not before ``begin[0]`` or after ``end[1]``.
    """

    person: str
    role: str
    of: str
    begin: tuple[date, date]
    end: tuple[date, date]

    def surely(self, on: date) -> bool:
        """Whether the role was held on that day without doubt."""
        return self.begin[1] <= on <= self.end[0]

    def possibly(self, on: date) -> bool:
        """Whether the role may have been held on that day."""
        return self.begin[0] <= on <= self.end[1]


def leader(role_words: str, of: str, on: date | None) -> Entry | None:
    """Who held a role of a country or organisation on a day; None when unknown or when two may have held it.

    >>> leader("الرئيس", "Q159", date(2022, 2, 24)).name_en
    'Vladimir Putin'
    """
    role = _role(role_words, of)
    if role is None or on is None:
        return None
    possible = {held.person for held in _tenures().get((role, of), ()) if held.possibly(on)}
    sure = {held.person for held in _tenures().get((role, of), ()) if held.surely(on)}
    return index().people[sure.pop()] if len(possible) == len(sure) == 1 else None


@lru_cache(maxsize=1)
def _tenures() -> dict[tuple[str, str], tuple[Tenure, ...]]:
    tenures: dict[tuple[str, str], list[Tenure]] = {}
    for row in rows("leaders"):
        if row["role"]:
            tenures.setdefault((row["role"], row["of"]), []).append(_tenure(row))
    return {office: tuple(held) for office, held in tenures.items()}


def _tenure(row: Mapping[str, str]) -> Tenure:
    seen = _days(row["seen"])[0] if row["seen"] else date.max
    end = _days(row["to"]) if row["to"] else (seen, date.max)
    return Tenure(row["qid"] or row["en"], row["role"], row["of"], _days(row["from"]), end)


def _days(written: str) -> tuple[date, date]:
    """First and last day that «2019», «2019-06» or «2019-06-12» can mean."""
    year, month, day = ([int(part) for part in written.split("-")] + [0, 0])[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date(year, 1, 1), date(year, 12, 31)


@lru_cache(maxsize=1)
def _roles() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    roles: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for row in rows("titles"):
        for role in several(row["role"]):
            roles.setdefault(bare(row["title"]), []).append((role, frozenset(several(row["of"]))))
    return {title: tuple(meant) for title, meant in roles.items()}


def _role(role_words: str, of: str) -> str | None:
    """The office that the words name for this country: «المستشار» governs only where there is one."""
    for role, only in _roles().get(bare(role_words), ()):
        if (not only or of in only) and (role, of) in _tenures():
            return role
    return None
