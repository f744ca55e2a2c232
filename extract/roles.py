"""Roles: who fills agent, patient, recipient and place of an event, by the frame of its reading and the shape of its clause."""

from hadath.extract.agents import (
    by_carrier,
    by_dropped_subject,
    by_nation,
    by_owner,
    by_participle,
    by_weapon,
)
from hadath.extract.control import controllers
from hadath.extract.drafts import Draft, Story
from hadath.extract.fillers import is_participant, put, without
from hadath.extract.frames import arguments, deeper
from hadath.extract.gazetteer.nouns import head_noun_kind
from hadath.extract.kinds import fit_kinds
from hadath.extract.lexicon.senses import Sense, senses
from hadath.extract.lexicon.tables import ARGUMENTS
from hadath.extract.passives import may_be_passive, reads_passive
from hadath.extract.patients import by_direction, by_missile, by_strengthening
from hadath.extract.phrases import core, is_owned, lemma, preposition
from hadath.extract.places import near_places, own_places
from hadath.extract.records import EntityKind
from hadath.extract.subjects import agree, shared_subject
from hadath.extract.tokens import Token
from hadath.extract.triggers import Trigger
from hadath.extract.word_classes import word_class
from hadath.ontology.vocabulary import event_types

__all__ = ["fill_roles", "inherit_roles"]

_OF_DEEDS = frozenset({"ACCUSE", "SUPPORT"})  # types that an event itself may suffer: «انتقدت الانتخابات»
_HALTING = word_class("halt")
_TAKING = frozenset({EntityKind.COUNTRY, EntityKind.ORGANIZATION, EntityKind.PERSON})
_BETWEEN = frozenset({"ASSAULT", "CONSULT", "AGREE", "COOPERATE"})  # types with two sides


def fill_roles(draft: Draft, story: Story) -> None:
    """Fill the roles that the event's own clause names."""
    _mend_object(draft.trigger)
    passive = (draft.trigger.args.passive and may_be_passive(draft.trigger)) or reads_passive(
        draft.trigger, story
    )
    _by_frame(draft, story, passive=passive)
    put(draft.agents, draft.trigger.args.by, draft, story)
    by_missile(draft, story)
    by_strengthening(draft, story)
    by_weapon(draft, story)
    by_carrier(draft, story)
    _by_second_noun(draft, story)
    by_participle(draft, story)
    by_direction(draft, story)
    by_nation(draft, story)
    by_owner(draft, story)
    if draft.trigger.sense.type in _BETWEEN or "recip" in draft.trigger.sense.flags:
        sides = [
            t for t in draft.trigger.args.at("بين") if core(t).pos_ != "PRON" and is_participant(t, story)
        ]
        put(draft.agents, sides, draft, story)  # «بينهم طفلان» names no side
    if not passive:
        by_dropped_subject(draft, story)
    fit_kinds(draft)
    own_places(draft, story)
    _no_doubles(draft)


def inherit_roles(draft: Draft, story: Story) -> None:
    """Fill what is still empty from the participants and the event over it."""
    doers = controllers(draft, story)
    if (doers or _is_charged(draft, story)) and _may_be_helped(draft):
        draft.patients, draft.agents = without(draft.agents, doers), []
    if not draft.agents:
        draft.agents = without(doers, draft.patients)
    fit_kinds(draft)
    near_places(draft, story)
    _no_doubles(draft)


def _is_charged(draft: Draft, story: Story) -> bool:
    """Whether a verbal noun says what somebody is accused or suspected of: «متهم بمساعدة الجماعة»."""
    over = story.over(draft)
    return over is not None and over.trigger.sense.type == "ACCUSE" and preposition(draft.top) in ("ب", "في")


def _may_be_helped(draft: Draft) -> bool:
    """Whether the genitive of helping and backing may be who is helped: «تعهد بدعم النازحين», not «دعم أنقرة للنازحين»."""
    sense = draft.trigger.sense
    helping = sense.pos == "NOUN" and sense.type in ("AID", "SUPPORT") and "gen" in sense.agent
    return helping and bool(draft.trigger.args.gen) and not draft.patients


def _mend_object(trigger: Trigger) -> None:
    """«… ودعت السلطات إلى …»: after a joined verb that needs an object, the noun the parser took for its subject is that object,
    and the subject is the one before; the object of a verb that takes none is its subject («نزل المئات»)."""
    token, args = trigger.token, trigger.args
    takes_none = "obj" not in (*trigger.sense.patient, *trigger.sense.content, *trigger.sense.place)
    takes_none = takes_none and "phrase" not in trigger.sense.flags
    if (
        token.pos_ == "VERB"
        and takes_none
        and args.obj
        and (not args.subj or args.shared)
        and _may_be_subject(args.obj[0], token)
    ):
        args.obj, args.subj = [], args.obj
    joined = token.dep_ in ("conj", "parataxis", "root", "ROOT")
    needs = (
        joined
        and "obj" in (*trigger.sense.recipient, *trigger.sense.patient)
        and trigger.sense.type
        in (
            "REQUEST",
            "ACCUSE",
            "THREATEN",
        )
    )
    if (
        token.pos_ != "VERB"
        or token.dep_ == "advcl"
        or not needs
        or args.obj
        or args.iobj
        or args.shared
        or not args.subj
        or args.passive
    ):
        return
    before = shared_subject(token)
    if before and args.subj[0].i > token.i and args.clause is None:
        args.obj, args.subj = args.subj, before


def _may_be_subject(noun: Token, verb: Token) -> bool:
    """Whether the word right behind a verb has nothing of an accusative."""
    definite = noun.norm.startswith("ال") or noun.pos_ == "NUM" or core(noun) != noun or is_owned(noun)
    return noun.i == verb.i + 1 and definite and not noun.norm_.endswith("ا") and agree(verb, core(noun))


def _by_frame(draft: Draft, story: Story, *, passive: bool) -> None:
    sense, own = draft.trigger.sense, {t.i for t in draft.trigger.phrase_nouns}
    agent, patient = sense.agent, sense.patient
    if passive and sense.pos == "VERB":
        borrowed = draft.trigger.args.shared  # then what looks like an object is the subject: «وأصيب ثلاثة»
        suffers = ("obj", "subj") if borrowed else ("subj",)
        agent, patient = (), suffers if "obj" in sense.patient else sense.patient
    for role, sources in (
        (draft.agents, agent),
        (draft.patients, patient),
        (draft.recipients, sense.recipient),
    ):
        for source in sources:
            tokens = _at(draft.trigger, source)
            deed = source == "obj" and sense.pos == "VERB" and sense.type in _OF_DEEDS
            deed = deed or (source in ("obj", "gen") and lemma(draft.token) in _HALTING)
            done = role is draft.patients and (deed or source not in sense.content)
            acts = _acting_events(draft) if role is draft.agents else frozenset()
            tokens = [t for t in tokens if t.i not in own or _is_casualty(t)]
            tokens = [t for t in tokens if is_participant(t, story, done=done, acts=acts)]
            if tokens:
                put(role, _first_list(tokens), draft, story)
                break


def _is_casualty(token: Token) -> bool:
    """Whether the noun of a phrase is people, who suffer what it says: «سقوط عشرة قتلى»."""
    return head_noun_kind(core(token).lemma_) is EntityKind.GROUP


def _first_list(tokens: list[Token]) -> list[Token]:
    """Of several phrases at one place the first with what is joined to it: «فاز على الفريق … على ملعب»."""
    return [t for i, t in enumerate(tokens) if i == 0 or t.dep_ == "conj" or _is_within(t, tokens[0])]


def _is_within(token: Token, noun: Token) -> bool:
    """Whether a nominal stands in the phrase of another, not in a clause that describes it, or is one of them («بينهم …»)."""
    if token.head.pos_ == "PRON":
        return True
    while token != noun and token.head != token and token.head.pos_ != "VERB":
        token = token.head
    return token == noun


def _at(trigger: Trigger, source: str) -> list[Token]:
    if source == "owner":
        nouns = trigger.phrase_nouns
        return [c for noun in nouns for c in noun.children if c.dep_ == "nmod" and preposition(c) is None]
    found = trigger.args.at(source) or deeper(trigger.args, source)
    return found or ([] if source in ARGUMENTS else _beside_carrier(trigger, source))


def _beside_carrier(trigger: Trigger, source: str) -> list[Token]:
    """A prepositional phrase that hangs on the verb that carries the event: «تقدم بشكوى إلى المحكمة»."""
    for verb, row in trigger.carriers:
        if row.kind == "light" and source not in row.masdar and trigger.sense.pos == "NOUN":
            found = [t for t in arguments(verb).at(source) if core(t) != trigger.token]
            if found:
                return found
    return _against(trigger.token) if source == "ضد" else []


def _against(token: Token) -> list[Token]:
    """«ضد» goes with the event before it, whatever noun the parser hung it on: «شكوى إلى المحكمة ضد الشركة»."""
    for word in token.doc[token.i + 1 : token.sent.end]:
        if word.pos_ == "VERB":
            return []
        if preposition(word) == "ضد":
            return [word]
    return []


def _acting_events(draft: Draft) -> frozenset[str]:
    """The types of events that may act in an event: a conference says, a raid causes, clashes break out."""
    sense = draft.trigger.sense
    if draft.says:
        return frozenset({"CONSULT", "OTHER", "ACCUSE"}) if sense.pos == "VERB" else frozenset()
    by_itself = sense.pos == "VERB" or not sense.patient  # «اندلاع الاشتباكات»
    return event_types() if sense.type == "OTHER" and by_itself else frozenset()


def _by_second_noun(draft: Draft, story: Story) -> None:
    """A verbal noun that governs an object has its agent in the genitive: «مناشدة رئيسها قادة الدول», «احتجاز السلطات للصحفي»."""
    args, sense = draft.trigger.args, draft.trigger.sense
    if draft.token.pos_ != "VERB" and not args.obj and sense.patient[:1] == ("gen",) and args.gen:
        _by_taker(draft, story)
    if draft.token.pos_ != "VERB" and args.obj and args.gen and sense.place[:1] == ("gen",):
        put(draft.agents, args.gen, draft, story)  # «زيارته باريس»
    named = "phrase" in sense.flags  # «تحميل الحكومة المسؤولية»
    if draft.token.pos_ != "VERB" and args.obj and args.gen and sense.patient[:1] == ("gen",) and not named:
        objects = [t for t in args.obj if is_participant(t, story)]
        doers = [r for t in args.gen if (r := story.entities.of(t)) is not None]
        appointed = doers and doers[0].kind is EntityKind.PERSON and _appoints(sense)
        if objects and not appointed and (not doers or doers[0].kind is not EntityKind.THING):
            verbs = senses(draft.trigger.sense.verb, "VERB")
            giving = bool(verbs) and bool({"obj", "iobj"} & set(verbs[-1].recipient))  # «منح الجنود منازل»
            draft.agents.clear()
            draft.patients.clear()
            put(draft.recipients if giving else draft.agents, args.gen, draft, story)
            put(draft.patients, objects, draft, story)


def _appoints(sense: Sense) -> bool:
    """Whether a noun tells of giving somebody an office: «تعيين القاضي رئيسا»."""
    return any("appoints" in reading.flags for reading in senses(sense.verb, "VERB"))


def _by_taker(draft: Draft, story: Story) -> None:
    """Behind an actor in the genitive, ل names whom or what it is done to: «احتجاز السلطات للصحفي»; not where it goes."""
    sense = draft.trigger.sense
    if "ل" in (*sense.recipient, *sense.place, *sense.content):
        return
    takers = [
        t
        for t in draft.trigger.args.at("ل")
        if t.i > draft.trigger.args.gen[0].i and is_participant(t, story)
    ]
    doer = story.entities.of(draft.trigger.args.gen[0])
    if not takers or doer is None or doer.kind not in _TAKING:
        return
    draft.agents, draft.patients = [doer], []
    put(draft.patients, takers[:1], draft, story)


def _no_doubles(draft: Draft) -> None:
    """Nobody is agent and patient of one event, or agent and place."""
    draft.patients[:] = without(draft.patients, draft.agents)
    draft.recipients[:] = without(draft.recipients, draft.agents + draft.patients)
    draft.places[:] = without(draft.places, draft.agents + draft.recipients)
