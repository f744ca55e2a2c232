"""Who says «we»: a first person inside reported speech stands for its speaker, or for the state a minister or envoy speaks for."""

from hadath.extract.coreference.entities import Entities
from hadath.extract.coreference.referents import Referent
from hadath.extract.drafts import Draft
from hadath.extract.meanings import reads_as_verb
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = ["is_first_person", "speak_for_themselves"]

_HEADS = word_class("head of state")


def is_first_person(token: Token) -> bool:
    """Whether a pronoun or verb is in the first person: «نا», «سنبدأ»; also an imperfect that the tagger does not know."""
    if "1" in token.morph.get("Person", []):
        return True
    return reads_as_verb(token) and token.norm_.startswith(("ن", "أ"))


def speak_for_themselves(draft: Draft, entities: Entities) -> None:
    """Fill the roles of an event that the first person has with the speakers the event is attributed to."""
    for name in draft.ours:
        taken = [r for other in (draft.agents, draft.patients, draft.recipients) for r in other]
        for speaker in draft.speakers:
            we = _we(speaker, entities)
            if all(we is not r for r in taken):
                getattr(draft, name).append(we)


def _we(speaker: Referent, entities: Entities) -> Referent:
    """The head of a state says «we» of himself and it; whoever else holds an office of state speaks for the state."""
    heads = any(noun in map(fold, _HEADS) for noun in speaker.nouns)
    if speaker.kind is not EntityKind.PERSON or heads:
        return speaker
    state = entities.country_of(speaker)
    return state if state is not None and state.mentions else speaker
