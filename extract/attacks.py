"""Who attacked whom, where another word for the same attack says it: the raid in which somebody was killed, the verb that carries it."""

from functools import cache

from hadath.extract.coreference.referents import Referent
from hadath.extract.drafts import Draft, Story
from hadath.extract.fillers import put
from hadath.extract.frames import arguments
from hadath.extract.phrases import core, lemma, preposition
from hadath.extract.reading import read_table
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = ["complete_attack"]

_HARM = word_class("harm")
_HARMED = _HARM | word_class("harmed")
_AIMING = word_class("aim")
_BRING = word_class("bring about")
_FORCE = frozenset({"ASSAULT", "COERCE"})
_AIM = ("علي", "ل", "ضد")
_IN = word_class("in an attack")
_SUFFER = word_class("escape")
_PEOPLE = frozenset({EntityKind.PERSON, EntityKind.GROUP})


def complete_attack(draft: Draft, story: Story) -> None:
    """Fill agent and patient of an event of violence from the words around it for the same attack."""
    if draft.trigger.sense.type != "ASSAULT" and lemma(draft.token) not in _HARMED:
        return
    _by_attacker(draft, story)
    _by_harm(draft)
    _by_joined_harm(draft, story)
    _by_sufferer(draft, story)
    _by_next_verb(draft, story)
    _by_aim(draft, story)
    attack = _attack_behind(draft, story)
    if attack is not None:
        if not draft.agents:  # who is killed in a clash is killed by the other side
            foes = attack.patients if "مع" in attack.trigger.sense.patient else []
            draft.agents = _others(attack.agents or foes, draft.patients)
        if not attack.agents and draft.patients:  # «قتلت القوات عشرة في هجمات»
            attack.agents = _others(draft.agents, attack.patients)
        aimed = attack.places or any(attack.trigger.args.at(aim) for aim in _AIM)
        if lemma(draft.token) in _HARMED and not attack.patients and not aimed:
            attack.patients = _others(draft.patients, attack.agents)
        for one, other in ((draft, attack), (attack, draft)):
            if not one.places:
                one.places = _others(other.places, one.agents + one.patients)


@cache
def _attackers() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in read_table("attackers.tsv")[1:])


def _by_attacker(draft: Draft, story: Story) -> None:
    """«خطف مسلحون», «فجر انتحاري نفسه»: whoever is named by his attacking does it, where he is not said to be killed."""
    himself = [t for t in draft.trigger.args.obj if any(lemma(c) == "نفس" for c in core(t).children)]
    if himself and draft.trigger.args.shared:
        draft.agents = []
    if draft.agents or lemma(draft.token) in _HARM or draft.trigger.args.passive:
        return
    near = [*draft.trigger.args.subj, *draft.trigger.args.obj, *draft.trigger.args.gen]
    near += (
        [c for c in draft.token.children if c.dep_ == "amod"] if draft.trigger.rule == "verbal noun" else []
    )
    verbal = draft.token.pos_ == "VERB" or "phrase" in draft.trigger.sense.flags
    found = [t for t in near if lemma(core(t)) in _attackers()] if verbal else []
    if found:
        put(draft.agents, found[:1], draft, story)
        draft.patients = _others(draft.patients, draft.agents)


def _by_harm(draft: Draft) -> None:
    """«… كانت قد قتلت في هجوم»: a verb of killing without an object is done to its subject, however far that stands."""
    args = draft.trigger.args
    if draft.token.pos_ != "VERB" or lemma(draft.token) not in _HARM or not args.shared or draft.patients:
        return
    if args.obj or args.iobj or args.by or not set(args.obliques) & _IN:
        return
    if draft.agents and all(r.kind in _PEOPLE for r in draft.agents):
        draft.agents, draft.patients = [], draft.agents


def _by_joined_harm(draft: Draft, story: Story) -> None:
    """«قتل 12 شخصا وأصيب 28»: those killed by the first verb have not wounded those of the second."""
    first = story.drafts.get(draft.token.head.i)
    if first is not None and lemma(draft.token) in _HARM and draft.trigger.args.shared:
        draft.agents = _others(draft.agents, _victims(first))


def _victims(draft: Draft) -> list[Referent]:
    return draft.patients if draft.trigger.sense.type == "ASSAULT" else []


def _by_sufferer(draft: Draft, story: Story) -> None:
    """«تعرضت سوريا لهجوم»: whoever suffers an attack or escapes it is its patient."""
    carriers = [verb for verb, _ in draft.trigger.carriers]
    verbs = [verb for verb in (*carriers, draft.token.head) if verb.pos_ == "VERB" and lemma(verb) in _SUFFER]
    if verbs and not draft.patients:
        put(draft.patients, arguments(verbs[0]).subj, draft, story)
        draft.agents = _others(draft.agents, draft.patients)


def _by_next_verb(draft: Draft, story: Story) -> None:
    """«قتل وجرح سبعة»: of two verbs joined without anything between them the second has the patient of both."""
    if draft.token.pos_ != "VERB" or draft.patients or draft.trigger.args.subj or draft.trigger.args.obj:
        return
    joined = (c for c in draft.token.children if c.dep_ == "conj" and c.i - draft.token.i <= 2)
    for other in filter(None, (story.drafts.get(child.i) for child in joined)):
        if other.trigger.sense.type == "ASSAULT":
            draft.patients = list(other.patients)


def _by_aim(draft: Draft, story: Story) -> None:
    """«تفجير استهدف متظاهرين», «استهدف الهجوم متظاهرين»: whom an attack is said to hit is its patient."""
    if draft.token.pos_ == "VERB" or draft.patients or draft.trigger.sense.type != "ASSAULT":
        return
    verbs = [c for c in draft.token.children if c.dep_ in ("acl", "acl:relcl") and c.pos_ == "VERB"]
    verbs += [draft.token.head] if draft.token.dep_ == "nsubj" else []
    for hit in filter(None, (story.drafts.get(verb.i) for verb in verbs)):
        if lemma(hit.token) in _AIMING and hit.trigger.sense.type == "ASSAULT":
            draft.patients = _others(hit.patients, draft.agents)
            return


def _attack_behind(draft: Draft, story: Story) -> Draft | None:
    """The attack in or by which somebody was harmed: «قتل ثلاثة في غارة», «مقتل سبعة بتفجير»."""
    cause = _cause(draft, story)
    if cause is not None:
        return cause
    level: list[Token] = [draft.token]
    for _ in range(3):
        level = [c for word in level for c in word.children if c.i > draft.token.i]
        for word in level:
            other = story.drafts.get(word.i)
            noun = other is not None and other.token.pos_ != "VERB"
            if other and noun and other.trigger.sense.type == "ASSAULT" and preposition(word) in _IN:
                return other
        level = [word for word in level if word.i not in story.drafts and word.pos_ != "VERB"]
    return None


def _cause(draft: Draft, story: Story) -> Draft | None:
    """«قتل ثلاثة عندما قصف الجيش», «غارة أدت إلى مقتل»: the attack that stands as a verb beside the harm or brought it about."""
    if lemma(draft.token) not in _HARMED:
        return None
    verbs = [c for c in draft.token.children if c.dep_ == "advcl" and c.pos_ == "VERB"]
    top = draft.token
    while top.dep_ == "conj" and top.head.pos_ == "NOUN":
        top = top.head  # «أسفر عن مقتل عشرة وإصابة خمسة»
    over = [verb for verb in (*(v for v, _ in draft.trigger.carriers), top.head) if lemma(verb) in _BRING]
    for verb in over:
        verbs += [core(t) for t in arguments(verb).subj]
    near = (story.drafts.get(word.i) for word in verbs)
    return next(
        (d for d in near if d is not None and d is not draft and d.trigger.sense.type in _FORCE), None
    )


def _others(referents: list[Referent], taken: list[Referent]) -> list[Referent]:
    return [r for r in referents if all(r is not other for other in taken)]
