"""What the page draws first: everything when that is little, else the most important actors and what happens between them."""

from collections import Counter
from math import log2

from hadath.graph.view.story import Standing, Story, StoryEvent

__all__ = ["foremost", "foremost_relations"]

LIMIT = 60
"""How many nodes a reader can take in at first; the page draws more on demand, but never more than 300 at once."""


def foremost(story: Story, *, limit: int = LIMIT) -> list[int]:
    """Numbers of the events and entities to draw first, in order of their numbers.

    An act of speech is not drawn where what is said is: the speaker is joined to that. An event counts for more the more
    its participants are spoken of; one that the article asserts counts for more than one that is claimed.
    """
    parts = _participants(story)
    told = {role.event for role in story.roles if role.name == "content"}
    events = [
        event
        for event in story.events
        if parts[event.number] and not (event.type == "SAY" and event.number in told)
    ]
    events = events or list(story.events)
    weights = Counter(number for event in events for number in parts[event.number])
    chosen: set[int] = set()
    for event in sorted(
        events, key=lambda event: (-_score(event, parts[event.number], weights), event.number)
    ):
        wanted = {event.number, *parts[event.number]}
        if len(chosen | wanted) <= limit:
            chosen |= wanted
    return sorted(chosen)


def foremost_relations(story: Story, *, limit: int = LIMIT * 2 // 3) -> list[int]:
    """Numbers of the entities to draw first when only relations are drawn: the pairs between which most happens."""
    pairs = Counter((relation.subject, relation.object) for relation in story.relations)
    weights: Counter[int] = Counter()
    for pair, count in pairs.items():
        for end in pair:
            weights[end] += count
    chosen: set[int] = set()
    for pair in sorted(pairs, key=lambda pair: (-pairs[pair], -weights[pair[0]] * weights[pair[1]], pair)):
        if len(chosen.union(pair)) <= limit:
            chosen.update(pair)
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
