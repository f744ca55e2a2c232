"""Where an event happens: the places that its own clause names, or else those of what stands nearest to it."""

from hadath.extract.drafts import Draft, Story
from hadath.extract.fillers import join
from hadath.extract.frames import arguments, deeper
from hadath.extract.phrases import core, lemma, preposition
from hadath.extract.records import EntityKind
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = ["PLACES", "near_places", "own_places", "put_place", "put_places"]

PLACES = frozenset({EntityKind.COUNTRY, EntityKind.CITY, EntityKind.PLACE, EntityKind.FACILITY})
_SIDES = ("شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي")
_AT = ("في", "ب", "داخل", "قرب", "امام", "وسط", *_SIDES)
_WHERE = (*_AT, "خارج", "عبر", "لدي", "حول")
_PARTS = word_class("part of a place")
_FORCE = frozenset({"ASSAULT", "COERCE"})
_AIMING = word_class("aim at a place")
_SENTENCES = word_class("sentence")
_LOCAL = frozenset({"ASSAULT", "PROTEST", "COERCE", "OTHER"})
_WITNESSING = word_class("witness")


def own_places(draft: Draft, story: Story) -> None:
    """Places in the event's clause: where its frame or a preposition of place says, or in the genitive."""
    trigger = draft.trigger
    for args in (trigger.args, *(arguments(verb) for verb, _ in trigger.carriers)):
        for source in dict.fromkeys((*trigger.sense.place, *_WHERE)):
            named = source in trigger.sense.place
            for token in args.at(source) or (deeper(trigger.args, source) if named else []):
                put_place(token, draft, story)
    if trigger.token.pos_ != "VERB":
        genitives = [c for c in trigger.token.children if c.dep_ == "nmod" and c.i > trigger.token.i]
        for child in genitives:
            if preposition(child) is None:
                put_place(child, draft, story)
    if not draft.places:
        _by_witness(draft, story)
    if draft.says and not draft.places:
        _by_occasion(draft, story)


def _by_occasion(draft: Draft, story: Story) -> None:
    """«قال في مؤتمر صحفي في موسكو»: what is said at a meeting is said where it is held."""
    for noun in (core(t) for source in ("في", "خلال", "اثناء") for t in draft.trigger.args.at(source)):
        event = story.event_at(noun)
        if (event is not None and event.trigger.sense.type == "CONSULT") or lemma(noun) == "مؤتمر":
            for child in noun.children:
                if child.dep_ in ("nmod", "obl") and child.i > noun.i and preposition(child) in ("في", "ب"):
                    put_place(child, draft, story)


def _by_aim(draft: Draft, story: Story) -> None:
    """«غارة على مخيم», «استهدف المدينة»: what is attacked is also where, unless it is a country."""
    if draft.trigger.sense.type not in _FORCE:
        return
    aimed = draft.trigger.args.at("علي") or deeper(draft.trigger.args, "علي")
    if lemma(draft.token) in _AIMING:
        aimed = [*aimed, *draft.trigger.args.obj, *draft.trigger.args.gen]
    for token in aimed:
        referent = None if core(token).pos_ == "PRON" else story.entities.of(token)
        if referent is not None and referent.kind in PLACES - {EntityKind.COUNTRY}:
            join(draft.places, referent)


def put_places(verb: Token, draft: Draft, story: Story) -> None:
    """Add the places that a verb names to an event."""
    around = arguments(verb)
    for token in (t for source in _AT for t in around.at(source)):
        put_place(token, draft, story)


def _by_witness(draft: Draft, story: Story) -> None:
    """«شهدت العاصمة موجة احتجاجات»: the place that sees an event."""
    token = draft.token
    for _ in range(3):
        if token.dep_ not in ("nmod", "obj", "conj"):
            return
        token = token.head
        if lemma(token) in _WITNESSING and token.pos_ == "VERB":
            for subject in arguments(token).subj:
                put_place(subject, draft, story)
            return


def put_place(token: Token, draft: Draft, story: Story) -> None:
    """Add the place that a phrase names, and the places that it lies in, to an event; a phrase that names none adds nothing."""
    if core(token).pos_ == "PRON" or _is_no_place(token):
        return
    referent = story.entities.of(token)
    if referent is not None and referent.kind not in PLACES and preposition(token) in ("في", "ب"):
        token = _whole(token)
        referent = story.entities.of(token)
    if referent is None or referent.kind not in PLACES:
        return
    if all(referent is not r for r in draft.agents + draft.patients + draft.places):
        draft.places.append(referent)
        draft.heads.add(token.i)
    for child in core(token).children:  # «مطار أتاتورك في إسطنبول»
        if child.dep_ in ("nmod", "obl") and child.i > token.i and preposition(child) in ("في", "ب"):
            put_place(child, draft, story)


def _whole(token: Token) -> Token:
    """The place a part belongs to: «لحج» of «شمال لحج», «أطراف لحج»."""
    noun = core(token)
    if lemma(noun) in _PARTS:
        for child in noun.children:
            if child.dep_ == "nmod" and child.i == noun.i + 1 and preposition(child) is None:
                return _whole(child)
    return token


def _is_no_place(token: Token) -> bool:
    """«حكم عليه بالسجن», «وهو في طريقه إلى» name no place."""
    noun = core(token)
    if lemma(noun) == "طريق":
        return any(c.pos_ == "PRON" for c in noun.children)
    return lemma(noun) in _SENTENCES and preposition(token) == "ب"


def near_places(draft: Draft, story: Story) -> None:
    """Without a place of its own an event has that of its participants («الوضع في كازاخستان»), of the event over it, or of
    the one it is joined to."""
    if draft.places or draft.says:
        return
    for i in sorted(draft.heads):
        for child in core(draft.token.doc[i]).children:
            if child.dep_ in ("nmod", "obl") and preposition(child) in ("في", "ب"):
                put_place(child, draft, story)
    if not draft.places:
        _by_headline(draft, story)
    if not draft.places:
        _by_aim(draft, story)
    for other in (story.over(draft), _joined(draft, story), _under(draft, story)):
        if not draft.places and other is not None and not other.says:
            draft.places = [r for r in other.places if all(r is not p for p in draft.patients)]


def _by_headline(draft: Draft, story: Story) -> None:
    """«نيكاراغوا: مقتل ثمانية أشخاص»: the place before the colon of a headline."""
    words = [t for t in draft.token.sent if not t.is_space]
    colon = next((i for i, t in enumerate(words[:4]) if t.text == ":"), 0)
    if colon and words[colon].i < draft.token.i and draft.trigger.sense.type in _LOCAL:
        for token in words[:colon]:
            if token.pos_ != "ADJ":
                put_place(token, draft, story)


def _joined(draft: Draft, story: Story) -> Draft | None:
    """The event before it in a list: «اقتحموا المبنى وأضرموا النار»."""
    return story.drafts.get(draft.top.head.i) if draft.top.dep_ == "conj" else None


def _under(draft: Draft, story: Story) -> Draft | None:
    """The event that completes it, or that it happens in: «قُتلوا في تحطم طائرة»; nobody is suspected where the deed was done."""
    if draft.trigger.sense.type == "ACCUSE":
        return None
    below = (d for d in story.under(draft) if d is not draft and d.places)
    return next((d for d in below if preposition(d.top) in (None, "في")), None)
