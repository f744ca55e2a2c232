"""Kinds: what cannot be what, since things do not protest and nobody is met in a place named behind «إلى»."""

from hadath.extract.drafts import Draft
from hadath.extract.lexicon.senses import senses
from hadath.extract.phrases import core, lemma
from hadath.extract.places import PLACES
from hadath.extract.records import EntityKind
from hadath.extract.word_classes import word_class

__all__ = ["fit_kinds"]

_ALSO_BY_THINGS = frozenset({"OTHER", "SAY", "ASSAULT"})
_SCENES = PLACES - {EntityKind.COUNTRY}
_OF_SOMEBODY = frozenset(
    {"SAY", "PROTEST", "CONSULT", "THREATEN"}
)  # types whose verbal nouns govern who does it
_PUBLISHING = word_class("publish")
_DISCLOSING = word_class("disclose")


def fit_kinds(draft: Draft) -> None:
    """Things do not protest and do little but what a verb tells of them; of things only is spoken; a place behind إلى is where something
    goes or somebody is visited, not who receives it or is met."""
    sense = draft.trigger.sense
    draft.recipients[:] = [r for r in draft.recipients if r.kind is not EntityKind.THING]
    if (sense.type not in _ALSO_BY_THINGS and not _acts_on_something(draft)) or (
        sense.pos == "NOUN" and sense.type != "OTHER" and not draft.trigger.carriers
    ):
        if _governs_thing(draft):
            draft.patients += draft.agents
        draft.agents[:] = [r for r in draft.agents if r.kind is not EntityKind.THING]
    if sense.type == "PROTEST" and sense.pos == "NOUN" and not draft.trigger.carriers:
        draft.places += [r for r in draft.agents if r.kind in PLACES]
        draft.agents[:] = [r for r in draft.agents if r.kind not in PLACES]
    if _names_scene(draft):
        draft.places += [r for r in draft.agents if r.kind in _SCENES]
        draft.agents[:] = [r for r in draft.agents if r.kind not in _SCENES]
    if sense.type == "SAY" and not _publishes(draft):
        draft.patients[:] = [r for r in draft.patients if r.kind is not EntityKind.THING]
    if set(sense.place) & set(sense.patient):
        draft.patients[:] = [r for r in draft.patients if r.kind not in PLACES]
    if set(sense.place) & set(sense.recipient):
        draft.recipients[:] = [r for r in draft.recipients if r.kind not in PLACES]


def _publishes(draft: Draft) -> bool:
    """Whether a verb of making known has a thing and no clause: «بثت القناة تسجيلا», «أدلى بمعلومات»."""
    args, word = draft.trigger.args, lemma(draft.token)
    return args.clause is None and ((word in _PUBLISHING and bool(args.obj)) or word in _DISCLOSING)


def _governs_thing(draft: Draft) -> bool:
    """«تأييد المبادرة», «انتهاك الحظر»: the thing behind a verbal noun that only somebody does is what it is done to."""
    sense = draft.trigger.sense
    if sense.pos != "NOUN" or sense.type in _OF_SOMEBODY or draft.patients or not draft.agents:
        return False
    verbs, things = senses(sense.verb, "VERB"), draft.trigger.args.gen
    takes = bool(verbs) and "obj" in (*verbs[-1].patient, *verbs[-1].content)
    counted = any(t.pos_ == "NUM" or core(t).pos_ == "PRON" for t in things)  # «تأييد 11 صوتا»
    return takes and bool(things) and not counted and all(r.kind is EntityKind.THING for r in draft.agents)


def _acts_on_something(draft: Draft) -> bool:
    """Whether a verb has a subject of its own, or describes it («قرار يتهم …»), so that no wrong guess is behind a thing that acts."""
    args, verb = draft.trigger.args, draft.token
    sense = draft.trigger.sense
    if sense.type == "PROTEST" or not sense.pos == verb.pos_ == "VERB":
        return False
    own = any(t.head == verb for t in args.subj)
    if sense.type == "REJECT":
        return own and bool(args.obj)
    return own or (verb.dep_ in ("acl", "acl:relcl") and bool(args.subj))


def _names_scene(draft: Draft) -> bool:
    """«هجمات باريس»: the city behind a noun of violence that is aimed at nothing else is where it happened."""
    sense, args = draft.trigger.sense, draft.trigger.args
    if sense.type != "ASSAULT" or sense.pos != "NOUN" or draft.trigger.carriers or draft.patients:
        return False
    return bool(args.gen) and not any(args.at(aim) for aim in ("علي", "ل", "ضد"))
