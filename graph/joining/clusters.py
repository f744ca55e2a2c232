"""Clusters of reports: each holds what tells of one happening.

The surest pairs are joined first. Two clusters become one only if at least half of the pairs between them resemble each other, so
that a chain of single pairs does not string together what is not the same; and only if all their articles appeared within the
window of one story, so that a topic over weeks does not grow into one happening, or if both give the same day. Ties go by name:
the result depends on the pairs alone, not on their order.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from hadath.graph.joining.stories import WINDOW

__all__ = ["Pair", "clusters", "components", "pair"]

_NEVER = 1_000_000
Pair = tuple[str, str]
"""Two names, the smaller first."""


def pair(a: str, b: str) -> Pair:
    """Two names in order."""
    return (a, b) if a < b else (b, a)


def clusters(
    pairs: Mapping[Pair, float],
    together: Iterable[Pair] = (),
    *,
    days: Mapping[str, date] | None = None,
    dated: Collection[Pair] = (),
) -> list[tuple[str, ...]]:
    """Cluster names by their pairs with confidence; pairs in ``together`` are joined whatever else.

    A confidence of 0 says that the two cannot be one: clusters that hold such a pair between them stay two.
    ``days`` say when the articles appeared; a pair that spans more than the window joins only if it is in ``dated``, those whose
    two give the same day of their own.

    >>> clusters({("a", "b"): 0.9, ("b", "c"): 0.8, ("c", "d"): 0.7})
    [('a', 'b', 'c')]
    """
    members = {name: [name] for both in (*pairs, *together) for name in both}
    home = {name: name for name in members}
    spans = {name: (day, day) for name, day in (days or {}).items()}
    links: dict[str, Counter[str]] = {name: Counter() for name in members}
    for (a, b), confidence in pairs.items():
        weight = 1 if confidence else -_NEVER
        links[a][b] += weight
        links[b][a] += weight

    def merge(a: str, b: str) -> None:
        """Let one of two clusters take up the other, with its links to the rest."""
        large, small = (a, b) if len(links[a]) >= len(links[b]) else (b, a)
        for name in members[small]:
            home[name] = large
        members[large] += members.pop(small)
        if small in spans or large in spans:
            spans[large] = _span(spans, large, small)
        for rest, count in links.pop(small).items():
            del links[rest][small]
            if rest != large:
                links[large][rest] += count
                links[rest][large] += count

    def one_story(a: str, b: str) -> bool:
        """Whether all articles of two clusters appeared within the window."""
        if a not in spans or b not in spans:
            return True
        first, last = _span(spans, a, b)
        return last - first <= WINDOW

    for a, b in sorted(together):
        if home[a] != home[b]:
            merge(home[a], home[b])
    for (a, b), confidence in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if not confidence:
            break
        one, other = home[a], home[b]
        alike = one != other and 2 * links[one][other] >= len(members[one]) * len(members[other])
        if alike and ((a, b) in dated or one_story(one, other)):
            merge(one, other)
    return sorted(tuple(sorted(names)) for names in members.values() if len(names) > 1)


def _span(spans: Mapping[str, tuple[date, date]], *names: str) -> tuple[date, date]:
    known = [spans[name] for name in names if name in spans]
    return min(first for first, _ in known), max(last for _, last in known)


def components(pairs: Iterable[Pair]) -> Iterator[frozenset[str]]:
    """The names that pairs connect, directly or over others."""
    beside: dict[str, list[str]] = {}
    for a, b in pairs:
        beside.setdefault(a, []).append(b)
        beside.setdefault(b, []).append(a)
    seen: set[str] = set()
    for start in beside:
        if start not in seen:
            found, waiting = {start}, [start]
            while waiting:
                fresh = [name for name in beside[waiting.pop()] if name not in found]
                found.update(fresh)
                waiting += fresh
            seen |= found
            yield frozenset(found)
