"""Verbs that suffer what they name: by their form, their company, or because nobody is left to do it to."""

from hadath.extract.drafts import Story
from hadath.extract.fillers import TO_SOMEBODY
from hadath.extract.gazetteer.nouns import head_noun_kind
from hadath.extract.phrases import core, lemma, preposition
from hadath.extract.records import EntityKind
from hadath.extract.tokens import Token
from hadath.extract.triggers import Trigger
from hadath.extract.word_classes import word_class

_ANNOUNCED = word_class("announced")

__all__ = ["may_be_passive", "reads_passive"]


_SUFFERING = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.FACILITY, EntityKind.THING})


def may_be_passive(trigger: Trigger) -> bool:
    """What people do by themselves has no passive, whatever the tagger says: «تجمع المتظاهرون»."""
    return trigger.sense.type != "PROTEST" or "obj" in trigger.sense.patient


def reads_passive(trigger: Trigger, story: Story) -> bool:
    """A verb of doing something to somebody without an object is read as passive: «قتل خمسة أشخاص», «السكان نقلوا».

    Not so with a state or an organisation as its subject, which more often acts than suffers; but whoever is subject of
    accusing and has nobody to accuse is the accused.
    """
    sense, args, token = trigger.sense, trigger.args, trigger.token
    if "appoints" in sense.flags and token.pos_ == "VERB" and args.subj and not args.shared:
        referent = story.entities.of(args.subj[0])
        role = all(
            core(t).pos_ == "NOUN" and head_noun_kind(core(t).lemma_) is EntityKind.PERSON for t in args.obj
        )
        return referent is not None and referent.kind is EntityKind.PERSON and role
    accusing = (
        sense.type == "ACCUSE" and "obj" in sense.patient and bool(args.at("ب")) and "ب" in sense.content
    )
    if accusing and token.pos_ == "VERB" and args.subj and not (args.obj or args.iobj or args.shared):
        return args.subj[0].i > token.i and not any(_is_genitive_name(c) for c in args.subj[0].children)
    if (
        sense.type == "OTHER"
        and token.pos_ == "VERB"
        and sense.patient == ("obj", "iobj")
        and not sense.flags
        and not any(test.what == "subj" and test.values and not test.denied for test in sense.when)
    ):  # «ضرب الزلزال» has a reading of its own for its subject
        if args.subj and not (args.obj or args.iobj or args.clause or args.xcomp or args.obliques.get("الي")):
            referent = None if args.shared else story.entities.of(args.subj[0])
            return referent is not None and referent.kind is EntityKind.THING
        return False
    if sense.type == "SAY" and _is_announced(trigger):
        return True
    judging = sense.type == "ACCUSE" and not sense.flags  # «تحاسب العائلة»
    if (
        token.pos_ != "VERB"
        or not (sense.type in TO_SOMEBODY or judging)
        or sense.patient[:1] != ("obj",)
        or "phrase" in sense.flags
    ):
        return False
    if not args.subj or args.obj or args.iobj or args.clause is not None or args.shared:
        return False
    if sense.type == "AID" and any(args.at(p) for p in ("في", "علي")):  # «ساعد في نقل الضحايا»
        return False
    if sense.type == "ASSAULT" and _strikes(args.subj[0], story):
        return False
    referent = story.entities.of(args.subj[0])
    return referent is not None and referent.kind in _SUFFERING


def _strikes(noun: Token, story: Story) -> bool:
    """«ضربت الغارة …»: an attack hits and is not hit, whatever became of its object."""
    event = story.event_at(core(noun))
    return event is not None and event.trigger.sense.type == "ASSAULT" and event.trigger.sense.pos == "NOUN"


def _is_announced(trigger: Trigger) -> bool:
    """«أعلنت نتائج التحقيق»: details and results announce nothing."""
    args = trigger.args
    if args.obj or args.clause is not None or args.shared or not args.subj or trigger.token.pos_ != "VERB":
        return False
    noun = core(args.subj[0])
    owned = any(c.dep_ == "nmod" and preposition(c) is None for c in noun.children)
    return owned and noun.i == trigger.token.i + 1 and lemma(noun) in _ANNOUNCED


def _is_genitive_name(child: Token) -> bool:
    """A word behind the subject that may be its object, wrongly hung: «اتهمت باكستان الهند»."""
    return child.dep_ == "nmod" and preposition(child) is None
