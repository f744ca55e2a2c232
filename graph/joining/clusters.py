"""Clusters of reports: each holds what tells of one happening.

The surest pairs are joined first. Two clusters become one only if at least half of the pairs between them resemble each other,
so that a chain of single pairs does not string together what is not the same. Ties go by name: the result depends on the
pairs alone, not on their order.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Pair", "clusters", "components", "pair"]

_NEVER = 1_000_000
Pair = tuple[str, str]
"""Two names, the smaller first."""


def pair(a: str, b: str) -> Pair:
    """Two names in order."""
    return (a, b) if a < b else (b, a)


def clusters(pairs: Mapping[Pair, float], together: Iterable[Pair] = ()) -> list[tuple[str, ...]]:
    """Cluster names by their pairs with confidence; pairs in ``together`` are joined whatever else.

    A confidence of 0 says that the two cannot be one: clusters that hold such a pair between them stay two.

    >>> clusters({("a", "b"): 0.9, ("b", "c"): 0.8, ("c", "d"): 0.7})
    [('a', 'b', 'c')]
    """
    members = {name: [name] for both in (*pairs, *together) for name in both}
    home = {name: name for name in members}
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
        for rest, count in links.pop(small).items():
            del links[rest][small]
            if rest != large:
                links[large][rest] += count
                links[rest][large] += count

    for a, b in sorted(together):
        if home[a] != home[b]:
            merge(home[a], home[b])
    for (a, b), confidence in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if not confidence:
            break
        a, b = home[a], home[b]
        if a != b and 2 * links[a][b] >= len(members[a]) * len(members[b]):
            merge(a, b)
    return sorted(tuple(sorted(names)) for names in members.values() if len(names) > 1)


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
