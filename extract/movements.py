"""Where a movement leads and where it comes from: the places of an event that stand behind إلى or من in its frame."""

from hadath.extract.coreference.referents import Referent
from hadath.extract.drafts import Draft, Story
from hadath.extract.frames import arguments, deeper
from hadath.extract.phrases import core
from hadath.extract.spelling import fold
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = ["find_ends"]

_TOWARDS = word_class("towards")
_AWAY = word_class("away from")
_NEARING = word_class("near")


def find_ends(draft: Draft, story: Story) -> tuple[list[Referent], list[Referent]]:
    """Destinations and origins of an event among its places."""
    if fold(draft.trigger.sense.lemma) in _NEARING:
        return _places(draft, story, _TOWARDS | _AWAY), []
    return _places(draft, story, _TOWARDS), _places(draft, story, _AWAY)


def _places(draft: Draft, story: Story, prepositions: frozenset[str]) -> list[Referent]:
    trigger = draft.trigger
    clauses = (trigger.args, *(arguments(verb) for verb, _ in trigger.carriers))
    named: list[Token] = []
    for source in (source for source in trigger.sense.place if source in prepositions):
        named += [t for args in clauses for t in args.at(source)] or deeper(trigger.args, source)
    there = [story.entities.of(token) for token in named if core(token).pos_ != "PRON"]
    return [r for r in draft.places if any(r is place for place in there)]
