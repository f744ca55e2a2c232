"""Events that happen where another one does, so that the place of one is that of the other: «قتل في غارة على مخيم»."""

from collections.abc import Iterator

from hadath.extract.adjuncts import Events, words_of
from hadath.extract.coincidence import links
from hadath.extract.coreference.referents import Referent
from hadath.extract.drafts import Draft, Story
from hadath.extract.movements import find_ends
from hadath.extract.phrases import lemma, preposition
from hadath.extract.places import put_place, put_places
from hadath.extract.records import EntityKind
from hadath.extract.specificity import happenings
from hadath.extract.subjects import AUXILIARIES
from hadath.extract.tokens import Token

__all__ = ["share_places"]

_SAME = frozenset({"conj", "nsubj", "nsubj:pass", "acl", "acl:relcl"})
_FELT = frozenset(
    {"ASSAULT", "COERCE", "PROTEST"}
)  # types that take place somewhere, whatever else is told of them
_IN = frozenset({"في", "داخل", "وسط"})


def share_places(story: Story) -> None:
    """Let events without a place have that of the verb that tells of them, or of an event that they are part of, coincide
    with or are told in one breath with."""
    events = Events(story.drafts[i] for i in sorted(story.drafts))
    _by_telling_verbs(events, story)
    pairs = [*links(events), *_alike(events)]
    _pass_on(pairs, story)
    for draft in events.drafts:
        _by_phrase_behind(draft, events, story)
    _pass_on(pairs, story)


def _pass_on(pairs: list[tuple[Draft, Draft]], story: Story) -> None:
    for _ in range(3):
        for giver, taker in pairs:
            if _may_share(giver, taker):
                taker.places = [r for r in _scene(giver, story) if not _takes_part(r, taker)]


def _by_phrase_behind(draft: Draft, events: Events, story: Story) -> None:
    """«استهدفت الغارة قادة من الصف الأول في المدينة»: the first phrase of place behind an event is its place, on whatever word of
    its clause it hangs, when no other event stands between."""
    if draft.places or draft.says or draft.token.pos_ == "ADJ":
        return
    for token in draft.token.doc[draft.token.i + 1 : draft.token.sent.end]:
        if events.at(token) not in (None, draft):
            return
        if preposition(token) not in _IN:
            continue
        below = _is_below(token, draft.token) and not _is_of_body(token.head, story)
        if below or draft.trigger.sense.type in _FELT:
            put_place(token, draft, story)
        if draft.places:
            return


def _is_of_body(noun: Token, story: Story) -> bool:
    """Whether a phrase says where a company or an office is: «شركة النفط في البلاد»."""
    referent = story.entities.of(noun) if noun.pos_ in ("NOUN", "PROPN", "X") else None
    return referent is not None and referent.kind is EntityKind.ORGANIZATION


def _is_below(token: Token, verb: Token) -> bool:
    """Whether a phrase hangs on what a verb governs, but not on who does it: «أشاع ارتياحا في القرى»."""
    if verb.pos_ != "VERB":
        return False
    while token.head not in (verb, token) and token.head.pos_ != "VERB":
        token = token.head
    return token.head == verb and token.dep_ not in ("nsubj", "nsubj:pass", "ccomp", "conj")


def _by_telling_verbs(events: Events, story: Story) -> None:
    """«احتجاجات بدأت في البصرة», «قمة تعقد في جنيف»: a verb that only says that an event happens says where."""
    sentences = {draft.token.sent.start: draft.token.sent for draft in events.drafts}
    for verb in (token for sentence in sentences.values() for token in sentence if token.pos_ == "VERB"):
        if lemma(verb) in happenings("VERB") and events.at(verb) is None:
            told = events.told_by(verb) or events.subject_of(_auxiliary(verb))
            if told is not None and not told.places and not told.says:
                put_places(verb, told, story)


def _auxiliary(verb: Token) -> Token:
    """The word that has the subject: «كانت» of «كانت احتجاجات قد بدأت»."""
    return verb.head if verb.dep_ == "xcomp" and lemma(verb.head) in AUXILIARIES else verb


def _may_share(giver: Draft, taker: Draft) -> bool:
    if not giver.places or taker.places or giver.says or taker.says:
        return False
    return lemma(taker.token) not in words_of("result")  # «أدى الهجوم إلى»


def _scene(draft: Draft, story: Story) -> list[Referent]:
    """Where an event happens, not where it leads or comes from."""
    ends = [r for side in find_ends(draft, story) for r in side]
    return [r for r in draft.places if all(r is not end for end in ends)]


def _takes_part(referent: Referent, draft: Draft) -> bool:
    return any(referent is r for r in (*draft.agents, *draft.patients, *draft.recipients))


def _alike(events: Events) -> Iterator[tuple[Draft, Draft]]:
    """Words for one and the same violence: «قتل جندي وأصيب اثنان في كمين», «هجوم استهدف مسجدا», «هجوم … مما أسفر عن مقتل»."""
    violent = [draft for draft in events.drafts if draft.trigger.sense.type == "ASSAULT"]
    for before, draft in zip([None, *violent], violent, strict=False):
        for other in (_beside(draft, events), before if _is_result(draft, before) else None):
            if other is not None and other.trigger.sense.type == "ASSAULT":
                yield draft, other
                yield other, draft


def _beside(draft: Draft, events: Events) -> Draft | None:
    """The event that one is joined to, is the subject of or describes."""
    return events.at(draft.top.head) if draft.top.dep_ in _SAME else None


def _is_result(draft: Draft, before: Draft | None) -> bool:
    """Whether an event of the same sentence is what brought a harm about."""
    if before is None or before.token.sent != draft.token.sent:
        return False
    return any(lemma(verb) in words_of("result") for verb, _ in draft.trigger.carriers)
