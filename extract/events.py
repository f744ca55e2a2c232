"""Events with their roles: who did what to whom, where and when, said by whom. Input is an analysed Doc, output records."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from hadath.extract.attribution import cited, contents, descriptions, headline_speakers, quotations
from hadath.extract.coreference import Entities, Referent
from hadath.extract.flags import Flags, flags_of, inherit, weaker
from hadath.extract.frames import arguments, shared_subject
from hadath.extract.gazetteer import nationality
from hadath.extract.lexicon import senses
from hadath.extract.phrases import core, lemma, preposition
from hadath.extract.reading import read_table
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold
from hadath.extract.triggers import Trigger

__all__ = ["Draft", "draft_events"]

_PLACES = frozenset({EntityKind.COUNTRY, EntityKind.CITY, EntityKind.PLACE, EntityKind.FACILITY})
_ACTORS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP})
_PLACE_PREPOSITIONS = (
    "في",
    "ب",
    "داخل",
    "قرب",
    "امام",
    "وسط",
    "شمال",
    "جنوب",
    "شرق",
    "غرب",
    "خارج",
    "عبر",
    "لدي",
    "حول",
)
_COMPLEMENT = frozenset(
    {None, "ل", "ب", "في", "من", "عن", "علي", "الي"}
)  # prepositions that bind a verbal noun closely
_OBJECT_CONTROL = frozenset({"ACCUSE", "REQUEST", "COERCE", "AID"})  # the other side does what their complement names
_NOMINAL = frozenset({"NOUN", "PROPN", "X", "NUM", "PRON", "ADJ"})
_TRANSITIVE = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID"})


@dataclass(slots=True)
class Draft:
    """An event while its roles are found; roles hold referents."""

    trigger: Trigger
    flags: Flags = field(default_factory=Flags)
    agents: list[Referent] = field(default_factory=list)
    patients: list[Referent] = field(default_factory=list)
    recipients: list[Referent] = field(default_factory=list)
    places: list[Referent] = field(default_factory=list)
    speakers: list[Referent] = field(default_factory=list)
    heads: set[int] = field(default_factory=set)  # tokens that fill its roles
    reported_by: "Draft | None" = None

    @property
    def token(self) -> Token:
        """The event word."""
        return self.trigger.token


def draft_events(doc: Doc, triggers: list[Trigger], entities: Entities) -> list[Draft]:
    """Give every event its roles, flags and speaker, in the order of the text."""
    drafts = {t.token.i: Draft(t) for t in triggers}
    described = {verb: source for sent in doc.sents for verb, source in descriptions(cited(sent)).items()}
    telling = [t for t in triggers if t.token.i not in described]
    reports = {**quotations(doc, telling), **contents(triggers, telling)}
    said_last: Draft | None = None
    for i in sorted(drafts):
        draft = drafts[i]
        _fill_roles(draft, drafts, entities, said_last)
        if i in described:
            draft.agents.clear()
            _add(draft.agents, [described[i]], draft, entities)
        if (
            "say" in draft.trigger.sense.flags
            and draft.token.pos_ == "VERB"
            and draft.agents
            and i not in reports
        ):
            said_last = draft
    for i in sorted(drafts):
        _control(drafts[i], drafts, entities)
        _places_near(drafts[i], drafts, entities)
    for i, draft in drafts.items():
        draft.flags = _flags(draft, drafts)
        if i in reports:
            draft.reported_by = drafts[reports[i].token.i]
    _attribute(doc, drafts, entities)
    return [drafts[i] for i in sorted(drafts)]


# --- roles ---------------------------------------------------------------------------------------------------------


def _fill_roles(draft: Draft, drafts: dict[int, Draft], entities: Entities, said_last: Draft | None) -> None:
    trigger = draft.trigger
    sense, args = trigger.sense, trigger.args
    passive = args.passive or _reads_passive(trigger)
    sources = {"agents": sense.agent, "patients": sense.patient, "recipients": sense.recipient}
    if passive and trigger.sense.pos == "VERB":
        sources = {
            "agents": (),
            "patients": ("subj",) if "obj" in sense.patient else sense.patient,
            "recipients": sense.recipient,
        }
    for role, places in sources.items():
        for source in places:
            own = {t.i for t in trigger.phrase_nouns}
            tokens = [
                t
                for t in args.at(source)
                if t.i not in own and _is_participant(t, drafts)
            ]
            if tokens:
                _add(getattr(draft, role), tokens, draft, entities)
                break
    if args.by:
        _add(draft.agents, args.by, draft, entities)
    _by_instrument(draft, entities)
    _carried_agent(draft, entities)
    _masdar_with_object(draft, entities)
    _participle(draft, entities)
    _nation(draft, entities)
    _owner(draft, entities)
    if "recip" in sense.flags or sense.type == "ASSAULT":
        _add(draft.agents, args.at("بين"), draft, entities)
    if (
        not draft.agents
        and not passive
        and trigger.token.pos_ == "VERB"
        and "subj" in sense.agent
        and not args.subj
    ):
        _dropped_subject(draft, entities, said_last)
    _places(draft, entities)
    _no_doubles(draft)


def _deeper(draft: Draft, source: str) -> list[Token]:
    """A prepositional phrase that the parser hung lower, on a word of the object: «إرسال قوات حفظ سلام إلى مالي»."""
    if source in ("subj", "obj", "iobj", "gen", "xcomp"):
        return []
    found: list[Token] = []
    level = [*draft.trigger.args.gen, *draft.trigger.args.obj]
    for _ in range(3):
        below = [c for noun in level for c in noun.children if c.dep_ in ("nmod", "obl", "obl:arg") and c.i > noun.i]
        found += [c for c in below if preposition(c) == source]
        level = [c for c in below if preposition(c) is None]
    return found[:1]


def _is_participant(token: Token, drafts: dict[int, Draft]) -> bool:
    """Whether a word can fill a role: a nominal that is no event itself."""
    word = core(token)
    return word.pos_ in _NOMINAL and word.i not in drafts


def _add(role: list[Referent], tokens: Iterable[Token], draft: Draft, entities: Entities) -> None:
    for token in tokens:
        word = core(token)
        draft.heads.add(token.i)
        if word.pos_ == "PRON":
            referent = entities.pronoun(word, avoid=draft.agents, actors=role is draft.agents)
        elif "say" in draft.trigger.sense.flags and role is draft.agents:
            referent = entities.voice(token)
        else:
            referent = entities.of(token)
        if referent is not None and all(referent is not r for r in role):
            role.append(referent)


def _reads_passive(trigger: Trigger) -> bool:
    """A verb of doing something to somebody without an object is read as passive: «قتل خمسة أشخاص»."""
    sense, args, token = trigger.sense, trigger.args, trigger.token
    if token.pos_ != "VERB" or sense.type not in _TRANSITIVE or sense.patient[:1] != ("obj",):
        return False
    return (
        bool(args.subj)
        and not args.obj
        and not args.iobj
        and not args.shared
        and args.clause is None
        and "phrase" not in sense.flags
        and args.subj[0].i > token.i
    )


@cache
def _instruments() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in read_table("instruments.tsv"))


def _by_instrument(draft: Draft, entities: Entities) -> None:
    """«قُتل برصاص جندي», «بنيران إسرائيلية»: whose weapon it is did it."""
    if draft.agents or draft.trigger.sense.type != "ASSAULT":
        return
    for weapon in draft.trigger.args.at("ب"):
        if lemma(weapon) not in _instruments():
            continue
        for child in weapon.children:
            place = nationality(child.norm_) if child.dep_ == "amod" else None
            if place is not None:
                draft.agents.append(entities.nation(child, place))
            elif child.dep_ == "nmod" and preposition(child) is None and child.i > weapon.i and core(child).pos_ != "PRON":
                _add(draft.agents, [child], draft, entities)


def _carried_agent(draft: Draft, entities: Entities) -> None:
    """The agent of a carried event stands with the carrying verb: «قام الجيش بقصف», «بدأت الحكومة تنفذ»."""
    for verb, row in draft.trigger.carriers:
        if draft.agents and draft.trigger.sense.agent == ("subj",):
            return
        args = arguments(verb)
        for source in row.agent or ():
            tokens = args.at(source) if source != "gen" else []
            tokens = [t for t in tokens if core(t).i != draft.token.i and not draft.token.is_ancestor(t)]
            if tokens and (not draft.agents or source == "subj"):
                _add(draft.agents, tokens, draft, entities)
                break
        if args.by:
            _add(draft.agents, args.by, draft, entities)
        if not draft.agents and "subj" in row.agent and row.masdar and not args.subj:
            found = entities.pronoun(verb, actors=True)
            if found is not None:
                draft.agents.append(found)


def _masdar_with_object(draft: Draft, entities: Entities) -> None:
    """A verbal noun that governs an object has its agent in the genitive: «مناشدة رئيسها قادة الدول»."""
    trigger = draft.trigger
    if trigger.token.pos_ == "VERB" or not trigger.args.obj or not trigger.args.gen:
        return
    if trigger.sense.patient[:1] == ("gen",):
        draft.agents.clear()
        draft.patients.clear()
        _add(draft.agents, trigger.args.gen, draft, entities)
        _add(draft.patients, trigger.args.obj, draft, entities)


def _owner(draft: Draft, entities: Entities) -> None:
    """«قمة لقادة المنظمة», «هجوم للجيش»: ل names who does it when that is somebody and the frame has no other use for it."""
    sense = draft.trigger.sense
    if draft.agents or sense.pos != "NOUN" or "gen" not in sense.agent or "ل" in (*sense.patient, *sense.recipient, *sense.place):
        return
    for token in draft.trigger.args.at("ل"):
        referent = entities.of(token) if core(token).pos_ != "PRON" and core(token).i != draft.token.i else None
        if referent is not None and referent.kind in _ACTORS:
            _add(draft.agents, [token], draft, entities)


def _nation(draft: Draft, entities: Entities) -> None:
    """«هجوم روسي» is an attack by Russia, «شكوى فلسطينية» a complaint of Palestine."""
    if draft.agents or draft.token.pos_ == "VERB" or draft.trigger.sense.agent == ():
        return
    for child in draft.token.children:
        if child.dep_ == "amod" and (place := nationality(child.norm_)) is not None:
            draft.agents.append(entities.nation(child, place))


def _participle(draft: Draft, entities: Entities) -> None:
    """A participle's subject is the noun it describes, or the subject of the verb it accompanies («قال … مؤكدا»)."""
    token, sense = draft.token, draft.trigger.sense
    if sense.pos != "ADJ" or token.head == token:
        return
    wanted = draft.agents if "subj" in sense.agent else draft.patients if "subj" in sense.patient else None
    if wanted is None or wanted:
        return
    head = token.head
    if token.dep_ == "amod" or head.pos_ in ("NOUN", "X", "PROPN"):
        _add(wanted, [head], draft, entities)
    elif head.pos_ in ("VERB", "AUX"):
        subjects = [c for c in head.children if c.dep_ in ("nsubj", "nsubj:pass")] or shared_subject(head)
        if subjects:
            _add(wanted, subjects[:1], draft, entities)
        else:
            found = entities.pronoun(head, actors=True)
            if found is not None:
                wanted.append(found)


def _dropped_subject(draft: Draft, entities: Entities, said_last: Draft | None) -> None:
    """«وأضاف أن…» goes on with the last speaker; other verbs with the last subject that agrees."""
    trigger = draft.trigger
    token = trigger.token
    if "1" in token.morph.get("Person", []) or "2" in token.morph.get("Person", []):
        return
    if "say" in trigger.sense.flags and said_last is not None:
        plural = bool({"Plur", "Dual"} & set(token.morph.get("Number", [])))
        if all(r.plural == plural or not plural for r in said_last.agents) and _same_gender(
            token, said_last.token
        ):
            draft.agents.extend(said_last.agents)
            return
    found = entities.pronoun(token, avoid=draft.patients, actors=draft.trigger.sense.type != "OTHER")
    if found is not None:
        draft.agents.append(found)


def _same_gender(a: Token, b: Token) -> bool:
    return (
        not a.morph.get("Gender", [])
        or not b.morph.get("Gender", [])
        or a.morph.get("Gender", []) == b.morph.get("Gender", [])
    )


def _places(draft: Draft, entities: Entities) -> None:
    sense, args = draft.trigger.sense, draft.trigger.args
    sources = [args, *(arguments(verb) for verb, _ in draft.trigger.carriers)]
    for one in sources:
        for prep in dict.fromkeys((*sense.place, *_PLACE_PREPOSITIONS)):
            for token in one.at(prep) or (_deeper(draft, prep) if prep in sense.place else []):
                word = core(token)
                if word.pos_ == "PRON":
                    continue
                referent = entities.of(word)
                if (
                    referent is not None
                    and referent.kind in _PLACES
                    and all(referent is not r for r in draft.places)
                ):
                    draft.places.append(referent)
                    draft.heads.add(token.i)
    if draft.token.pos_ != "VERB":
        for child in draft.token.children:
            if child.dep_ == "nmod" and preposition(child) is None and child.i > draft.token.i:
                referent = entities.of(child) if core(child).pos_ != "PRON" else None
                taken = any(referent is r for r in draft.agents + draft.patients)
                if referent is not None and referent.kind in _PLACES and not taken:
                    draft.places.append(referent)


def _no_doubles(draft: Draft) -> None:
    """Nobody is agent and patient of one event, or agent and place."""
    draft.patients[:] = [r for r in draft.patients if all(r is not a for a in draft.agents)]
    draft.recipients[:] = [
        r for r in draft.recipients if all(r is not a for a in draft.agents + draft.patients)
    ]
    draft.places[:] = [r for r in draft.places if all(r is not a for a in draft.agents + draft.recipients)]


def _control(draft: Draft, drafts: dict[int, Draft], entities: Entities) -> None:
    """A verbal noun without an agent has that of the event or verb it completes: who announces, tries, goes on; who is asked."""
    if draft.agents or draft.token.pos_ == "VERB" or not _transitive(draft):
        return
    head = _head_over(draft)
    if head is None:
        return
    governor = drafts.get(head.i)
    if governor is None:
        if head.pos_ == "VERB":
            heirs = [r for t in arguments(head).subj if core(t).pos_ != "PRON" for r in [entities.of(t)] if r is not None]
        else:
            heirs = []
    elif governor.trigger.sense.type in _OBJECT_CONTROL:
        heirs = governor.recipients or governor.patients or governor.agents
    else:
        heirs = governor.agents
    draft.agents = [r for r in heirs if all(r is not p for p in draft.patients)]


def _transitive(draft: Draft) -> bool:
    """Whether somebody does what the noun names to somebody else, by its verb's frame."""
    verbs = senses(draft.trigger.sense.verb, "VERB")
    return bool(verbs) and verbs[-1].agent == ("subj",) and draft.trigger.sense.pos == "NOUN"


def _over(draft: Draft, drafts: dict[int, Draft]) -> Draft | None:
    """The event whose argument or complement the event is."""
    head = _head_over(draft)
    return None if head is None else drafts.get(head.i)


def _head_over(draft: Draft) -> Token | None:
    """The word whose argument or complement the event is, carrying verbs and the first member of a list passed over."""
    token = draft.trigger.carriers[-1][0] if draft.trigger.carriers else draft.token
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    if token.dep_ not in ("obj", "obl:arg", "obl", "xcomp", "ccomp", "nmod") or preposition(token) not in _COMPLEMENT:
        return None
    return token.head


def _places_near(draft: Draft, drafts: dict[int, Draft], entities: Entities) -> None:
    """Without a place of its own an event has that of its participants («الوضع في كازاخستان») or of the event over it."""
    if draft.places or "say" in draft.trigger.sense.flags:
        return
    for i in sorted(draft.heads):
        word = core(draft.token.doc[i])
        for child in word.children:
            if (
                child.dep_ in ("nmod", "obl")
                and preposition(child) in ("في", "ب")
                and core(child).pos_ != "PRON"
            ):
                referent = entities.of(child)
                if referent is not None and referent.kind in _PLACES:
                    draft.places.append(referent)
    governor = _over(draft, drafts)
    if not draft.places and governor is not None and "say" not in governor.trigger.sense.flags:
        draft.places = list(governor.places)
    _no_doubles(draft)


# --- flags and speakers --------------------------------------------------------------------------------------------


def _flags(draft: Draft, drafts: dict[int, Draft]) -> Flags:
    flags = flags_of(draft.trigger)
    governor = _governor(draft, drafts)
    if governor is not None:
        flags = inherit(flags, governor.trigger.sense)
        above = flags_of(governor.trigger)
        if (
            governor.trigger.sense.type != "SAY"
            and above.modality is not flags.modality
            and "say" not in governor.trigger.sense.flags
        ):
            flags = weaker(flags, above.modality)
    return flags


def _governor(draft: Draft, drafts: dict[int, Draft]) -> Draft | None:
    """The event whose complement this one directly is."""
    token = draft.token
    top = draft.trigger.carriers[-1][0] if draft.trigger.carriers else token
    while top.dep_ == "conj" and top.head is not top and top.head.pos_ in ("VERB", "NOUN", "ADJ"):
        top = top.head
    head = drafts.get(top.head.i)
    if head is None or head is draft:
        return None
    sense, args = head.trigger.sense, head.trigger.args
    if args.clause is not None and args.clause.i == top.i:
        return head
    if args.xcomp is not None and args.xcomp.i == top.i:
        return head
    within = {core(t).i for source in sense.content for t in args.at(source)} | {
        t.i for source in sense.content for t in args.at(source)
    }
    return head if top.i in within else None


def _attribute(doc: Doc, drafts: dict[int, Draft], entities: Entities) -> None:
    headline = headline_speakers(list(doc.sents))
    for sent in doc.sents:
        inside = [drafts[t.i] for t in sent if t.i in drafts]
        if not inside:
            continue
        sources = cited(sent)
        voice = [headline[sent.start]] if sent.start in headline else []
        for draft in inside:
            reporter = draft.reported_by
            if reporter is not None:
                draft.speakers = _voices(reporter)
            elif voice and draft.token.i > voice[0].i:
                draft.speakers = _named(voice, entities)
            elif sources and all(draft.token.i != s.i and not s.is_ancestor(draft.token) for s in sources):
                if "say" not in draft.trigger.sense.flags:
                    draft.speakers = _named(sources[:1], entities)
            draft.speakers = [r for r in draft.speakers if _may_speak(r)]
            if "say" in draft.trigger.sense.flags and any(r is a for r in draft.speakers for a in draft.agents):
                draft.speakers, draft.reported_by = [], None  # nobody reports that he says something


def _named(tokens: list[Token], entities: Entities) -> list[Referent]:
    return [r for token in tokens for r in [entities.voice(token)] if r is not None]


def _voices(reporter: Draft | None) -> list[Referent]:
    """The speakers of the nearest report that has any: what «shows» something does not say it."""
    seen = 0
    while reporter is not None and seen < 5:
        speakers = [r for r in reporter.agents if _may_speak(r)]
        if speakers:
            return speakers
        reporter, seen = reporter.reported_by, seen + 1
    return []


def _may_speak(referent: Referent) -> bool:
    return referent.kind is not EntityKind.THING or any(nationality(n) for n in referent.nouns)
