"""Which articles tell the same story: only their events are compared, so that joining stays near linear in the number of articles.

Two articles do when they appeared within days of each other and are about the same: their identities (by how often they are
named), event words and headline words overlap. Articles without a date are compared with each other.
"""

from datetime import date, timedelta
from itertools import combinations

from hadath.graph.joining.profiles import Profile

__all__ = ["ALIKE", "WINDOW", "Block", "blocks", "likeness", "window"]

WINDOW = timedelta(days=3)
"""How far apart two articles of one story may appear."""
ALIKE = 0.13
"""The least likeness of two articles of one story; chosen on labelled stories, where it keeps all pairs that share an event."""
_TOP = 5

Block = tuple[str, str]
"""Two of the things that an article is most about: articles of one story share such a pair."""


def window(day: date | None) -> list[date | None]:
    """The days on which articles of the same story may have appeared."""
    if day is None:
        return [None]
    return [day + timedelta(days=shift) for shift in range(-WINDOW.days, WINDOW.days + 1)]


def blocks(profile: Profile) -> list[Block]:
    """All pairs of what an article is most about: the words of its headline, the identities and event words it names most."""
    ranked = sorted(profile.weights, key=lambda name: (-profile.weights[name], name))
    things = [name for name in ranked if not name.startswith(("~", "SAY "))][:_TOP]
    headline = [name for name in ranked if name.startswith("~")]
    return list(combinations(sorted({*things, *headline}), 2))


def likeness(one: Profile, other: Profile) -> float:
    """How far two articles are about the same, from 0 to 1 (weighted Jaccard index)."""
    a, b = one.weights, other.weights
    if len(a) > len(b):
        a, b = b, a
    shared = sum(min(weight, b[name]) for name, weight in a.items() if name in b)
    total = one.weight + other.weight - shared
    return shared / total if total else 0.0
