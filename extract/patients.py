"""Who or what suffers an event, where the frame of its word does not say: what is thrown, what ل brings, whom an
accusation is directed at."""

from hadath.extract.drafts import Draft, Story
from hadath.extract.fillers import is_participant, put
from hadath.extract.frames import arguments
from hadath.extract.phrases import lemma
from hadath.extract.word_classes import word_class

__all__ = ["by_direction", "by_missile", "by_strengthening"]

_MISSILES = word_class("missile")


def by_missile(draft: Draft, story: Story) -> None:
    """«ألقوا الحجارة على السيارات»: what is thrown suffers it too, beside what it is thrown at."""
    sense = draft.trigger.sense
    if sense.type == "ASSAULT" and "phrase" in sense.flags:
        put(draft.patients, [t for t in draft.trigger.phrase_nouns if lemma(t) in _MISSILES], draft, story)


def by_strengthening(draft: Draft, story: Story) -> None:
    """«قصف للمناطق», «المعارضين للقانون»: without a genitive or object of its own, ل names what a noun or participle acts on."""
    sense, args = draft.trigger.sense, draft.trigger.args
    if draft.patients or args.gen or args.obj or "ل" in (*sense.recipient, *sense.place, *sense.content):
        return
    if sense.patient[:1] == {"NOUN": ("gen",), "ADJ": ("obj",)}.get(sense.pos):
        put(draft.patients, [t for t in args.at("ل") if is_participant(t, story)][:1], draft, story)


def by_direction(draft: Draft, story: Story) -> None:
    """«الاتهامات الموجهة للبعثة», «الانتقادات الموجهة إليه»: whom an accusation or threat is directed at is its patient."""
    if draft.token.pos_ == "VERB" or draft.trigger.sense.type not in ("ACCUSE", "THREATEN"):
        return
    for participle in draft.token.children:
        if participle.dep_ == "amod" and lemma(participle) == "موجه":
            aimed = arguments(participle)
            found = next((nouns for aim in ("ل", "الي", "ضد") if (nouns := aimed.at(aim))), [])
            put(draft.patients, found[:1], draft, story)
