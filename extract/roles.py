"""Roles: who fills agent, patient, recipient and place of an event, by the frame of its reading and the shape of its clause."""

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from hadath.extract.control import controllers
from hadath.extract.coreference import ACTORS, Referent
from hadath.extract.drafts import Draft, Story
from hadath.extract.first_person import is_first_person
from hadath.extract.frames import agree, arguments, deeper, shared_subject
from hadath.extract.gazetteer import head_noun_kind, nationality
from hadath.extract.lexicon import ARGUMENTS, senses
from hadath.extract.phrases import core, lemma, preposition
from hadath.extract.places import PLACES, near_places, own_places
from hadath.extract.reading import read_table
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold
from hadath.extract.triggers import Trigger

__all__ = ["fill_roles", "inherit_roles", "put"]

_CONCRETE = tuple(kind for kind in EntityKind if kind is not EntityKind.THING)
_SOMEBODY = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP})
_LACK = frozenset({"عدم", "دون", "بدون"})
_NOMINAL = frozenset({"NOUN", "PROPN", "X", "NUM", "PRON", "ADJ"})
_TO_SOMEBODY = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "AID"}
)  # types whose verbs need an object when active
_SIDES = frozenset({"جانب", "طرف", "بلد", "دولة", "زعيم", "رئيس", "وزير", "مسؤول", "قائد", "حزب"})
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_IMPERSONAL = frozenset({"توقع", "اعتقد", "رجح", "ذكر", "زعم", "افترض", "اشار", "عرف", "روي", "خشي"})
_ADDRESSED = frozenset({"REQUEST", "THREATEN", "CONSULT", "SAY"})  # types that reach somebody
_BY_PEOPLE = frozenset({"PROTEST", "CONSULT", "COERCE", "ASSAULT", "SAY", "REQUEST"})
_ALSO_BY_THINGS = frozenset({"OTHER", "SAY", "ASSAULT"})


def fill_roles(draft: Draft, story: Story) -> None:
    """Fill the roles that the event's own clause names."""
    _mend_object(draft.trigger)
    passive = (draft.trigger.args.passive and _may_be_passive(draft.trigger)) or _reads_passive(
        draft.trigger, story
    )
    _by_frame(draft, story, passive=passive)
    put(draft.agents, draft.trigger.args.by, draft, story)
    _by_weapon(draft, story)
    _by_carrier(draft, story)
    _by_second_noun(draft, story)
    _by_participle(draft, story)
    _by_nation(draft, story)
    _by_owner(draft, story)
    if "recip" in draft.trigger.sense.flags or draft.trigger.sense.type == "ASSAULT":
        sides = [
            t for t in draft.trigger.args.at("بين") if core(t).pos_ != "PRON" and _is_participant(t, story)
        ]
        put(draft.agents, sides, draft, story)  # «بينهم طفلان» names no side
    if not passive:
        _by_dropped_subject(draft, story)
    _fit_kinds(draft)
    own_places(draft, story)
    _no_doubles(draft)


def inherit_roles(draft: Draft, story: Story) -> None:
    """Fill what is still empty from the participants and the event over it."""
    doers = controllers(draft, story)
    if doers and _may_be_helped(draft):
        draft.patients, draft.agents = _without(draft.agents, doers), []
    if not draft.agents:
        draft.agents = _without(doers, draft.patients)
    _fit_kinds(draft)
    near_places(draft, story)
    _no_doubles(draft)


def _may_be_helped(draft: Draft) -> bool:
    """Whether the genitive of helping and backing may be who is helped: «تعهد بدعم النازحين», not «دعم أنقرة للنازحين»."""
    sense = draft.trigger.sense
    helping = sense.pos == "NOUN" and sense.type in ("AID", "SUPPORT") and "gen" in sense.agent
    return helping and bool(draft.trigger.args.gen) and not draft.patients


def put(role: list[Referent], tokens: Iterable[Token], draft: Draft, story: Story) -> None:
    """Add the referents of phrase heads to a role of a draft; the subject of saying is whoever speaks through it."""
    for token in tokens:
        word = core(token)
        draft.heads.add(token.i)
        if word.pos_ == "PRON" and is_first_person(word):
            draft.ours += [
                name for name in ("agents", "patients", "recipients") if getattr(draft, name) is role
            ]
            continue
        if _is_dual(word) and (two := _pair(word, draft, story)):
            for one in two:
                _join(role, one)
            continue
        if (
            word.pos_ == "PRON"
            and role is draft.agents
            and draft.token.pos_ == "VERB"
            and _goes_on(draft, story)
        ):
            continue
        if word.pos_ == "PRON":
            hurt = draft.trigger.sense.type in _TO_SOMEBODY
            kinds = ACTORS if role is draft.agents else _CONCRETE if hurt else tuple(EntityKind)
            referent = story.entities.pronoun(word, avoid=draft.agents, kinds=kinds)
        elif word.pos_ == "NUM" and role is draft.agents and draft.trigger.sense.type not in _BY_PEOPLE:
            continue
        elif draft.says and role is draft.agents:
            referent = story.entities.voice(token)
        else:
            referent = story.entities.of(token)
        if referent is not None and word.pos_ == "NUM" and draft.trigger.sense.type in _BY_PEOPLE:
            referent.kind = EntityKind.GROUP  # «تظاهر عشرات الآلاف»
        _join(role, referent)


def _is_dual(word: Token) -> bool:
    """«هما», «الجانبان», «البلدين»: two that were named before."""
    if "Dual" not in word.morph.get("Number", []):
        return False
    return word.pos_ == "PRON" or (lemma(word) in _SIDES and fold(word.norm_).startswith("ال"))


def _pair(word: Token, draft: Draft, story: Story) -> list[Referent]:
    """Whom a dual stands for: the last two that were joined, or the two of the last meeting or agreement."""
    before = [d for d in story.drafts.values() if d.token.i < word.i and d is not draft]
    for other in reversed(before):
        two = [*other.agents, *other.patients]
        if other.trigger.sense.type in _MUTUAL and len(two) == 2 and all(r.kind in ACTORS for r in two):
            break
    else:
        two = []
    two = story.entities.pair(word) or two
    if word.pos_ != "PRON":
        story.entities.mention(two, word)
    return two


def _join(role: list[Referent], referent: Referent | None) -> None:
    if referent is not None and all(referent is not r for r in role):
        role.append(referent)


# --- by the frame ---


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
        and not args.subj
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
    definite = fold(noun.norm_).startswith("ال") or noun.pos_ == "NUM" or core(noun) != noun
    return noun.i == verb.i + 1 and definite and not noun.norm_.endswith("ا") and agree(verb, core(noun))


def _by_frame(draft: Draft, story: Story, *, passive: bool) -> None:
    sense, own = draft.trigger.sense, {t.i for t in draft.trigger.phrase_nouns}
    agent, patient = sense.agent, sense.patient
    if passive and sense.pos == "VERB":
        agent, patient = (), ("subj",) if "obj" in sense.patient else sense.patient
    for role, sources in (
        (draft.agents, agent),
        (draft.patients, patient),
        (draft.recipients, sense.recipient),
    ):
        for source in sources:
            tokens = _at(draft.trigger, source)
            done = role is draft.patients and source not in sense.content
            acts = _acting_events(draft) if role is draft.agents else None
            tokens = [t for t in tokens if t.i not in own and _is_participant(t, story, done=done, acts=acts)]
            if tokens:
                put(role, _first_list(tokens), draft, story)
                break


def _first_list(tokens: list[Token]) -> list[Token]:
    """Of several phrases at one place the first with what is joined to it: «فاز على الفريق … على ملعب»."""
    return [t for i, t in enumerate(tokens) if i == 0 or t.dep_ == "conj"]


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


def _acting_events(draft: Draft) -> str | None:
    """The type of events that may act in an event: a conference says, an earthquake causes."""
    if draft.trigger.sense.pos != "VERB":
        return None
    return "CONSULT" if draft.says else "OTHER" if draft.trigger.sense.type == "OTHER" else None


def _is_participant(token: Token, story: Story, *, done: bool = False, acts: str | None = None) -> bool:
    """Whether a word can fill a role: a nominal that is no event itself, no time and no «lack of».

    With ``done`` it may name an event, as a thing that something is done to («التخلي عن استيراد القمح»), and with ``acts``
    an event of this type.
    """
    word = core(token)
    event = story.event_at(word)
    if event is not None and (
        event.trigger.sense.pos != "NOUN" or not (done or event.trigger.sense.type == acts)
    ):
        return False
    return word.pos_ in _NOMINAL and not {word.i, token.i} & story.time_words and lemma(word) not in _LACK


def _may_be_passive(trigger: Trigger) -> bool:
    """What people do by themselves has no passive, whatever the tagger says: «تجمع المتظاهرون»."""
    return trigger.sense.type != "PROTEST" or "obj" in trigger.sense.patient


def _reads_passive(trigger: Trigger, story: Story) -> bool:
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
    ):
        if args.subj and not (args.obj or args.iobj or args.clause or args.xcomp or args.obliques.get("الي")):
            referent = None if args.shared else story.entities.of(args.subj[0])
            return referent is not None and referent.kind is EntityKind.THING
        return False
    if (
        token.pos_ != "VERB"
        or sense.type not in _TO_SOMEBODY
        or sense.patient[:1] != ("obj",)
        or "phrase" in sense.flags
    ):
        return False
    if not args.subj or args.obj or args.iobj or args.clause is not None or args.shared:
        return False
    if sense.type == "AID" and any(args.at(p) for p in ("في", "علي")):  # «ساعد في نقل الضحايا»
        return False
    referent = story.entities.of(args.subj[0])
    return referent is not None and referent.kind in (EntityKind.PERSON, EntityKind.GROUP, EntityKind.THING)


def _is_genitive_name(child: Token) -> bool:
    """A word behind the subject that may be its object, wrongly hung: «اتهمت باكستان الهند»."""
    return child.dep_ == "nmod" and preposition(child) is None


def _by_second_noun(draft: Draft, story: Story) -> None:
    """A verbal noun that governs an object has its agent in the genitive: «مناشدة رئيسها قادة الدول»."""
    args, sense = draft.trigger.args, draft.trigger.sense
    if draft.token.pos_ != "VERB" and args.obj and args.gen and sense.place[:1] == ("gen",):
        put(draft.agents, args.gen, draft, story)  # «زيارته باريس»
    if draft.token.pos_ != "VERB" and args.obj and args.gen and sense.patient[:1] == ("gen",):
        objects = [t for t in args.obj if _is_participant(t, story)]
        doers = [r for t in args.gen if (r := story.entities.of(t)) is not None]
        if objects and (not doers or doers[0].kind is not EntityKind.THING):
            verbs = senses(draft.trigger.sense.verb, "VERB")
            giving = bool(verbs) and bool({"obj", "iobj"} & set(verbs[-1].recipient))  # «منح الجنود منازل»
            draft.agents.clear()
            draft.patients.clear()
            put(draft.recipients if giving else draft.agents, args.gen, draft, story)
            put(draft.patients, objects, draft, story)


# --- agents from elsewhere ---


@cache
def _weapons() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in read_table("instruments.tsv"))


def _by_weapon(draft: Draft, story: Story) -> None:
    """«قُتل برصاص جندي», «بنيران إسرائيلية»: whose weapon it is did it."""
    if draft.agents or draft.trigger.sense.type != "ASSAULT":
        return
    for weapon in draft.trigger.args.at("ب"):
        if lemma(weapon) in _weapons():
            _nations(weapon, draft, story)
            owners = [
                c for c in weapon.children if c.dep_ == "nmod" and preposition(c) is None and c.i > weapon.i
            ]
            put(draft.agents, [c for c in owners if core(c).pos_ != "PRON"], draft, story)


def _nations(noun: Token, draft: Draft, story: Story) -> None:
    for child in noun.children:
        if child.dep_ == "amod" and (place := nationality(child.norm_)) is not None:
            _join(draft.agents, story.entities.nation(child, place))


def _by_nation(draft: Draft, story: Story) -> None:
    """«هجوم روسي» is an attack by Russia, «شكوى فلسطينية» a complaint of Palestine."""
    if not draft.agents and draft.token.pos_ != "VERB" and draft.trigger.sense.agent:
        _nations(draft.token, draft, story)


def _by_carrier(draft: Draft, story: Story) -> None:
    """The agent of a carried event, or whom it is done to, stands with the carrying verb: «قام الجيش بقصف», «تعرض لهجوم»."""
    for verb, row in draft.trigger.carriers:
        if draft.agents and draft.trigger.sense.agent == ("subj",):
            return
        args = arguments(verb)
        if not draft.patients and not draft.recipients:
            addressed = draft.trigger.sense.type in _ADDRESSED
            role = draft.recipients if addressed else draft.patients
            put(role, [t for source in row.patient for t in args.at(source)], draft, story)
        for source in row.agent:
            tokens = args.at(source) if source != "gen" else []
            below = draft.token.is_ancestor(verb)  # «هجوم نفذه مسلحون»
            tokens = [
                t for t in tokens if core(t).i != draft.token.i and (below or not draft.token.is_ancestor(t))
            ]
            if tokens and (not draft.agents or source == "subj"):
                put(draft.agents, tokens, draft, story)
                draft.agents[:] = _without(draft.agents, draft.patients)
                break
        put(draft.agents, args.by, draft, story)
        if not draft.agents and "subj" in row.agent and row.masdar and not args.subj:
            if is_first_person(verb):
                draft.ours.append("agents")
            else:
                _join(draft.agents, story.entities.pronoun(verb, kinds=ACTORS))


def _by_participle(draft: Draft, story: Story) -> None:
    """A participle's subject is the noun it describes, or the subject of the verb it accompanies («قال … مؤكدا»)."""
    token, sense = draft.token, draft.trigger.sense
    if sense.pos != "ADJ" or token.head == token or preposition(token) == "من":  # «من المتوقع أن»
        return
    wanted = draft.agents if "subj" in sense.agent else draft.patients if "subj" in sense.patient else None
    if wanted is None or wanted:
        return
    if token.dep_ == "amod" or token.head.pos_ in ("NOUN", "X", "PROPN"):
        put(wanted, [token.head] if _is_participant(token.head, story) else [], draft, story)
    elif token.head.pos_ in ("VERB", "AUX"):
        subjects = [c for c in token.head.children if c.dep_ in ("nsubj", "nsubj:pass")] or shared_subject(
            token.head
        )
        put(
            wanted,
            [t for t in subjects[:1] if _same_number(token, t) and _is_participant(t, story)],
            draft,
            story,
        )
        if not wanted:
            _join(wanted, story.entities.pronoun(token.head, kinds=ACTORS))


def _same_number(participle: Token, noun: Token) -> bool:
    """A plural participle («مؤكدين») goes with a plural noun."""
    return "Plur" not in participle.morph.get("Number", []) or "Plur" in core(noun).morph.get("Number", [])


def _by_owner(draft: Draft, story: Story) -> None:
    """«قمة لقادة المنظمة», «هجوم للجيش»: ل names who does it when that is somebody and the frame has no other use for it."""
    sense = draft.trigger.sense
    if draft.agents or sense.pos != "NOUN" or "gen" not in sense.agent:
        return
    if "ل" in (*sense.patient, *sense.recipient, *sense.place):
        return
    owners = [t for t in draft.trigger.args.at("ل") if core(t).pos_ != "PRON" and _is_participant(t, story)]
    put(
        draft.agents, [t for t in owners if (r := story.entities.of(t)) and r.kind in _SOMEBODY], draft, story
    )


def _by_dropped_subject(draft: Draft, story: Story) -> None:
    """«وأضاف أن…» goes on with the last speaker; other verbs with the last subject that agrees.

    A verb of killing, arresting, wounding without a subject is left without an agent: it is as likely a passive.
    """
    token, sense = draft.token, draft.trigger.sense
    if draft.agents or sense.pos != "VERB" or "subj" not in sense.agent or draft.trigger.args.subj:
        return
    if is_first_person(token):
        draft.ours.append("agents")
        return
    if (
        token.pos_ != "VERB"
        or "3" not in token.morph.get("Person", ["3"])
        or (sense.type in ("ASSAULT", "COERCE") and not _object_pronoun(draft))
    ):
        return
    if not _goes_on(draft, story) and not _is_impersonal(token):
        kinds = tuple(EntityKind) if sense.type == "OTHER" else ACTORS
        _join(draft.agents, story.entities.pronoun(token, avoid=draft.patients, kinds=kinds))


def _is_impersonal(verb: Token) -> bool:
    """«ويتوقع أن», «يذكر أن»: it is expected, to be noted."""
    form = verb.morph
    imperfect = "Imp" in form.get("Aspect", []) and "Masc" in form.get("Gender", [])
    return imperfect and lemma(verb) in _IMPERSONAL and "Plur" not in form.get("Number", [])


def _goes_on(draft: Draft, story: Story) -> bool:
    """Let the last speaker go on saying, if the verb agrees."""
    last = story.last_speech
    if not draft.says or last is None or _is_impersonal(draft.token) or not _may_go_on(draft.token, last):
        return False
    draft.agents.extend(last.agents)
    return True


def _object_pronoun(draft: Draft) -> bool:
    """Whether the object is a pronoun, which makes the verb surely active: «اعتقلته»."""
    return any(t.pos_ == "PRON" for t in draft.trigger.args.obj)


def _may_go_on(token: Token, last: Draft) -> bool:
    """Whether a verb of saying agrees with the last speaker."""
    plural = bool({"Plur", "Dual"} & set(token.morph.get("Number", [])))
    one, other = token.morph.get("Gender", []), last.token.morph.get("Gender", [])
    return (not plural or all(r.plural for r in last.agents)) and (not one or not other or one == other)


def _fit_kinds(draft: Draft) -> None:
    """Things do not protest or accuse; of things only is spoken; a place behind إلى is where something goes or somebody is
    visited, not who receives it or is met."""
    sense = draft.trigger.sense
    draft.recipients[:] = [r for r in draft.recipients if r.kind is not EntityKind.THING]
    if sense.type not in _ALSO_BY_THINGS or (
        sense.pos == "NOUN" and sense.type != "OTHER" and not draft.trigger.carriers
    ):
        draft.agents[:] = [r for r in draft.agents if r.kind is not EntityKind.THING]
    if sense.type == "PROTEST" and sense.pos == "NOUN":
        draft.places += [r for r in draft.agents if r.kind in PLACES]
        draft.agents[:] = [r for r in draft.agents if r.kind not in PLACES]
    if sense.type == "SAY":
        draft.patients[:] = [r for r in draft.patients if r.kind is not EntityKind.THING]
    if set(sense.place) & set(sense.patient):
        draft.patients[:] = [r for r in draft.patients if r.kind not in PLACES]
    if set(sense.place) & set(sense.recipient):
        draft.recipients[:] = [r for r in draft.recipients if r.kind not in PLACES]


def _no_doubles(draft: Draft) -> None:
    """Nobody is agent and patient of one event, or agent and place."""
    draft.patients[:] = _without(draft.patients, draft.agents)
    draft.recipients[:] = _without(draft.recipients, draft.agents + draft.patients)
    draft.places[:] = _without(draft.places, draft.agents + draft.recipients)


def _without(role: list[Referent], others: list[Referent]) -> list[Referent]:
    return [r for r in role if all(r is not other for other in others)]
