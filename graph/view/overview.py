"""What the page draws first: everything when that is little, else the most important actors and what happens between them."""

from collections import Counter
from math import log2

from hadath.graph.view.story import Standing, Story, StoryEvent

__all__ = ["foremost", "foremost_relations"]

LIMIT = 150
"""How many nodes a reader can take in at first; the page never draws more than 300 at once."""


def foremost(story: Story, *, limit: int = LIMIT) -> list[int]:
    """Numbers of the events and entities to draw first, in order of their numbers.

    An event counts for more the more its participants are spoken of; one that the article asserts counts for more than
    one that is claimed, and a deed for more than a word.
    """
    parts = _participants(story)
    drawn = {event.number for event in story.events} | {number for ends in parts.values() for number in ends}
    if len(drawn) <= limit:
        return sorted(drawn)
    weights = Counter(number for ends in parts.values() for number in ends)
    chosen: set[int] = set()
    for event in sorted(
        story.events, key=lambda event: (-_score(event, parts[event.number], weights), event.number)
    ):
        wanted = {event.number, *parts[event.number]}
        if len(chosen | wanted) <= limit:
            chosen |= wanted
    return sorted(chosen)


def foremost_relations(story: Story, *, limit: int = LIMIT // 2) -> list[int]:
    """Numbers of the entities to draw first when only relations between entities are drawn."""
    weights: Counter[int] = Counter()
    for relation in story.relations:
        weights.update((relation.subject, relation.object))
    chosen: set[int] = set()
    for relation in sorted(
        story.relations, key=lambda r: (-weights[r.subject] * weights[r.object], r.subject, r.object)
    ):
        wanted = {relation.subject, relation.object}
        if len(chosen | wanted) <= limit:
            chosen |= wanted
    return sorted(chosen)


def _participants(story: Story) -> dict[int, set[int]]:
    """The entities in each event, and those who say it."""
    events = {event.number for event in story.events}
    parts: dict[int, set[int]] = {number: set() for number in events}
    for role in story.roles:
        if role.other not in events:
            parts[role.event].add(role.other)
    return parts


def _score(event: StoryEvent, ends: set[int], weights: Counter[int]) -> float:
    between = sum(sorted((log2(1 + weights[number]) for number in ends), reverse=True)[:3])
    standing = 1.0 if event.standing is Standing.ASSERTED else 0.7
    word = 0.5 if event.type in ("SAY", "OTHER") else 1.0
    return (0.3 if len(ends) < 2 else 1.0) * between * standing * word
