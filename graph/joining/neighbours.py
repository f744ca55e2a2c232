"""The articles beside an article, and which of their events resemble its own.

Profiles are read when they are needed and kept by day of publication, so that a pass over many articles in the order of their
days holds only the days of one window in memory.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, product

import pyoxigraph as ox

from hadath.graph.joining.clusters import Pair, pair
from hadath.graph.joining.profiles import Profile, read_profile
from hadath.graph.joining.resemblance import SURE, Resemblance, resemblance
from hadath.graph.joining.stories import ALIKE, Block, blocks, likeness, window
from hadath.graph.joining.values import text_of
from hadath.ontology.namespace import SCHEMA

__all__ = ["Neighbours"]

Pairs = dict[Pair, Resemblance]


class Neighbours:
    """The profiles of a database's articles, found by day."""

    def __init__(self, database: ox.Store, articles: Iterable[str]) -> None:
        self._database = database
        self._by_day: dict[date | None, list[str]] = {}
        for article in sorted(articles):
            self._by_day.setdefault(_published(database, article), []).append(article)
        self._days = {article: day for day, found in self._by_day.items() for article in found}
        self._profiles: dict[date | None, dict[str, Profile]] = {}
        self._blocks: dict[date | None, dict[Block, list[Profile]]] = {}

    def days(self) -> list[date | None]:
        """The days on which articles were published, those without one first."""
        return sorted(self._by_day, key=lambda day: day or date.min)

    def published(self, article: str) -> date | None:
        """The day on which an article was published."""
        return self._days[article]

    def on(self, day: date | None) -> list[Profile]:
        """The articles of a day."""
        self._load(day)
        return list(self._profiles[day].values())

    def profile(self, article: str) -> Profile:
        """The profile of an article."""
        day = self._days[article]
        self._load(day)
        return self._profiles[day][article]

    def forget(self, before: date) -> None:
        """Let go of the days before a day."""
        for day in [day for day in self._profiles if day and day < before]:
            del self._profiles[day], self._blocks[day]

    def pairs(self, profile: Profile, *, earlier: bool = False) -> Pairs:
        """The pairs of an article's events, with each other and with those of its neighbours, that resemble or contradict each other.

        ``earlier`` leaves out the neighbours that come after it, so that a pass over all articles weighs each pair once.
        """
        found = dict(_resembling(profile, profile))
        for other in self._beside(profile):
            if earlier and (other.published, other.article) > (profile.published, profile.article):
                continue
            if likeness(profile, other) >= ALIKE:
                found.update(_resembling(profile, other))
        return found

    def _beside(self, profile: Profile) -> list[Profile]:
        found: dict[str, Profile] = {}
        for day in window(profile.published):
            if day in self._by_day:
                self._load(day)
                for block in blocks(profile):
                    found.update((other.article, other) for other in self._blocks[day].get(block, ()))
        found.pop(profile.article, None)
        return [found[article] for article in sorted(found)]

    def _load(self, day: date | None) -> None:
        if day in self._profiles:
            return
        profiles = {article: read_profile(self._database, article) for article in self._by_day[day]}
        index: dict[Block, list[Profile]] = {}
        for profile in profiles.values():
            for block in blocks(profile):
                index.setdefault(block, []).append(profile)
        self._profiles[day], self._blocks[day] = profiles, index


def _resembling(profile: Profile, other: Profile) -> Iterator[tuple[Pair, Resemblance]]:
    for kind, reports in profile.reports.items():
        here = combinations(reports, 2) if profile is other else product(reports, other.reports.get(kind, ()))
        for one, two in here:
            found = resemblance(one, two)
            if found and (found.confidence >= SURE or not found.confidence):
                yield pair(one.node, two.node), found


def _published(database: ox.Store, article: str) -> date | None:
    node = ox.NamedNode(article)
    found = database.quads_for_pattern(node, ox.NamedNode(SCHEMA.datePublished), None, node)
    try:
        return min((date.fromisoformat(text_of(quad.object)[:10]) for quad in found), default=None)
    except ValueError:
        return None
