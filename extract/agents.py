"""Agents that stand outside the frame: whose weapon, nation or light verb it is, whom a participle describes, who goes on acting."""

from functools import cache

from hadath.extract.coreference.referents import ACTORS
from hadath.extract.drafts import Draft, Story
from hadath.extract.fillers import goes_on, is_impersonal, is_participant, join, put, without
from hadath.extract.first_person import is_first_person
from hadath.extract.frames import arguments
from hadath.extract.gazetteer.nations import nationality
from hadath.extract.phrases import core, lemma, preposition
from hadath.extract.reading import read_table
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold
from hadath.extract.subjects import is_consequence, shared_subject
from hadath.extract.tokens import Token

__all__ = ["by_carrier", "by_dropped_subject", "by_nation", "by_owner", "by_participle", "by_weapon"]

_SOMEBODY = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP})
_ADDRESSED = frozenset({"REQUEST", "THREATEN", "CONSULT", "SAY"})  # types that reach somebody


@cache
def _weapons() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in read_table("instruments.tsv"))


def by_weapon(draft: Draft, story: Story) -> None:
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
            join(draft.agents, story.entities.nation(child, place))


def by_nation(draft: Draft, story: Story) -> None:
    """«هجوم روسي» is an attack by Russia, «شكوى فلسطينية» a complaint of Palestine, «عقوبات أميركية» are imposed by America."""
    sense = draft.trigger.sense
    if not draft.agents and draft.token.pos_ != "VERB" and (sense.agent or sense.type == "SANCTION"):
        _nations(draft.token, draft, story)


def by_carrier(draft: Draft, story: Story) -> None:
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
                draft.agents[:] = without(draft.agents, draft.patients)
                break
        put(draft.agents, args.by, draft, story)
        if not draft.agents and "subj" in row.agent and row.masdar and not args.subj:
            if is_first_person(verb):
                draft.ours.append("agents")
            else:
                join(draft.agents, story.entities.pronoun(verb, kinds=ACTORS))


def by_participle(draft: Draft, story: Story) -> None:
    """A participle's subject is the noun it describes, or the subject of the verb it accompanies («قال … مؤكدا»)."""
    token, sense = draft.token, draft.trigger.sense
    if sense.pos != "ADJ" or token.head == token or preposition(token) == "من":  # «من المتوقع أن»
        return
    wanted = draft.agents if "subj" in sense.agent else draft.patients if "subj" in sense.patient else None
    if wanted is None or wanted:
        return
    if token.dep_ == "amod" or token.head.pos_ in ("NOUN", "X", "PROPN"):
        put(wanted, [token.head] if is_participant(token.head, story) else [], draft, story)
    elif token.head.pos_ in ("VERB", "AUX"):
        subjects = [c for c in token.head.children if c.dep_ in ("nsubj", "nsubj:pass")] or shared_subject(
            token.head
        )
        put(
            wanted,
            [t for t in subjects[:1] if _same_number(token, t) and is_participant(t, story)],
            draft,
            story,
        )
        if not wanted:
            join(wanted, story.entities.pronoun(token.head, kinds=ACTORS))


def _same_number(participle: Token, noun: Token) -> bool:
    """A plural participle («مؤكدين») goes with a plural noun."""
    return "Plur" not in participle.morph.get("Number", []) or "Plur" in core(noun).morph.get("Number", [])


def by_owner(draft: Draft, story: Story) -> None:
    """«قمة لقادة المنظمة», «هجوم للجيش»: ل names who does it when that is somebody and the frame has no other use for it."""
    sense = draft.trigger.sense
    if draft.agents or sense.pos != "NOUN" or "gen" not in sense.agent:
        return
    if "ل" in (*sense.patient, *sense.recipient, *sense.place):
        return
    owners = [t for t in draft.trigger.args.at("ل") if core(t).pos_ != "PRON" and is_participant(t, story)]
    put(
        draft.agents, [t for t in owners if (r := story.entities.of(t)) and r.kind in _SOMEBODY], draft, story
    )


def by_dropped_subject(draft: Draft, story: Story) -> None:
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
    if not (goes_on(draft, story) or is_impersonal(token) or is_consequence(token)):
        kinds = tuple(EntityKind) if sense.type == "OTHER" else ACTORS
        before = story.entities.pronoun(token, avoid=draft.patients, kinds=kinds)
        if before is not None and before.kind is not EntityKind.THING:
            join(draft.agents, before)


def _object_pronoun(draft: Draft) -> bool:
    """Whether the object is a pronoun, which makes the verb surely active: «اعتقلته»."""
    return any(t.pos_ == "PRON" for t in draft.trigger.args.obj)
