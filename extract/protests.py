"""Who protests, and against what or whom: the people of the clause, and the grievance that hangs on the protest."""

from collections.abc import Iterator
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

__all__ = ["complete_protest"]

_AMID = word_class("amid")
_HARM = word_class("harm")
_JOIN = word_class("join")
_DEMAND = frozenset({"ACCUSE", "REQUEST", "REJECT"})
_WORDS = frozenset({"NOUN", "ADJ"})
_ADJUNCT = frozenset({"obl", "obl:arg", "xcomp", "advmod", "advcl"})


def complete_protest(draft: Draft, story: Story) -> None:
    """Fill who takes part in a protest and what it is against, where its own frame does not say."""
    if draft.trigger.sense.type != "PROTEST":
        return
    if not draft.agents and draft.token.pos_ == "VERB":
        put(draft.agents, filter(_many, draft.trigger.args.subj), draft, story)
    for verb, row in draft.trigger.carriers:
        if not draft.agents and "subj" in row.agent:
            many = [t for t in arguments(verb).subj if _many(t) and core(t) != draft.token]
            put(draft.agents, many, draft, story)
    if not draft.agents and draft.token.pos_ != "VERB":
        _by_joining(draft, story)
        _by_people(draft, story)
    if not draft.patients:
        _by_grievance(draft, story)
    _by_same_protest(draft, story)


def _many(token: Token) -> bool:
    """Whether a word stands for several: «الآلاف», «النشطاء», «أكثر من 250 شخصا»."""
    word = core(token)
    counted = word.pos_ == "NUM" or any(child.pos_ == "NUM" for child in word.children)
    return counted or "Plur" in word.morph.get("Number", [])


def _by_joining(draft: Draft, story: Story) -> None:
    """«مظاهرة شارك فيها الآلاف», «نظمها الحزب»: who joins or organises it."""
    for verb in draft.token.children:
        if verb.dep_ in ("acl", "acl:relcl") and lemma(verb) in _JOIN:
            args = arguments(verb)
            put(draft.agents, args.obj if lemma(verb) == "ضم" else args.subj, draft, story)
            draft.agents = [r for r in draft.agents if r.kind is not EntityKind.THING]


def _by_people(draft: Draft, story: Story) -> None:
    """«خرج المئات في مظاهرة», «أحرقوا الأعلام احتجاجا»: the people who act amid or by way of a protest are in it."""
    if draft.agents:
        return
    top = draft.top
    verb = top.head
    before = preposition(top)
    cause = before in (None, "ل") and top.dep_ in _ADJUNCT and _is_cause(top)
    if verb.pos_ != "VERB" or not (cause or (before in _AMID and top.dep_ in ("obl", "obl:arg"))):
        return
    if lemma(verb) in _HARM and not cause:
        return  # «قتل الجنود متظاهرين خلال احتجاجات»
    found: list[Referent] = []
    put(found, arguments(verb).subj, draft, story)
    kinds = {EntityKind.GROUP, EntityKind.PERSON, EntityKind.ORGANIZATION} if cause else {EntityKind.GROUP}
    draft.agents = [r for r in found if r.kind in kinds]


def _by_same_protest(draft: Draft, story: Story) -> None:
    """«تجمعوا احتجاجا على», «مظاهرة رددوا فيها هتافات ضد»: words for one protest, one below the other, share who and what."""
    for word in (*draft.token.ancestors, *draft.token.subtree):
        other = story.drafts.get(word.i)
        if other is None or other is draft or other.trigger.sense.type != "PROTEST":
            continue
        if not draft.agents:
            draft.agents = [r for r in other.agents if all(r is not p for p in draft.patients)]
        if not draft.patients:
            draft.patients = [r for r in other.patients if all(r is not a for a in draft.agents)]


def _is_cause(noun: Token) -> bool:
    """What something is done for, as an indefinite accusative or behind ل: «احتجاجا», «للاحتجاج»."""
    return lemma(noun) in _grievances("NOUN") and (
        preposition(noun) is not None or not noun.norm.startswith("ال")
    )


@cache
def _grievances(pos: str) -> dict[str, tuple[str, ...]]:
    rows = read_table("grievances.tsv")[1:]
    return {fold(row[0]): tuple(map(fold, row[2].split("|"))) for row in rows if row[1] == pos}


def _by_grievance(draft: Draft, story: Story) -> None:
    own = [
        t
        for source in ("علي", "ضد")
        for t in draft.trigger.args.at(source)
        if source in draft.trigger.sense.patient
    ]
    put(draft.patients, own, draft, story)
    if draft.patients:
        return
    for word in _clause(draft):
        for child in word.children:
            tokens = list(_against(core(child), story))
            if child.i != draft.token.i and tokens:
                put(draft.patients, tokens, draft, story)
                draft.patients = [r for r in draft.patients if all(r is not a for a in draft.agents)]
                if draft.patients:
                    return


def _clause(draft: Draft) -> Iterator[Token]:
    """The words on which a grievance may hang: the protest, what carries it, who protests, and the verb it stands under."""
    yield draft.token
    for verb, _ in draft.trigger.carriers:
        yield verb
    for noun in (*draft.trigger.args.subj, *draft.trigger.args.obj, *draft.trigger.phrase_nouns):
        yield core(noun)
    for child in draft.token.children:
        if child.dep_ in ("acl", "acl:relcl"):
            yield child
    if draft.token.pos_ != "VERB" and draft.top.head.pos_ == "VERB" and preposition(draft.top) in _AMID:
        yield draft.top.head


def _against(word: Token, story: Story) -> Iterator[Token]:
    """What a word of grievance is against: «على» of «احتجاجا على», the genitive of «لمطالبة الحكومة»; of ضد what follows it."""
    if preposition(word) == "ضد":
        yield word
        return
    sources = (
        _grievances("NOUN" if word.pos_ == "NOUN" else "ADJ").get(lemma(word), ())
        if word.pos_ in _WORDS
        else ()
    )
    if word.pos_ == "NOUN" and preposition(word) not in (None, "ل", "علي"):
        sources = ()
    event = story.drafts.get(word.i)
    if not sources and event is not None and event.trigger.sense.type in _DEMAND and word.pos_ != "NOUN":
        sources = (*event.trigger.sense.recipient, *event.trigger.sense.patient)
        sources = tuple(source for source in sources if source != "subj")
    args, beside = arguments(word), arguments(word.head)
    for source in sources:
        # the parser may hang «لانقلاب» of «مظاهرات مناوئة لانقلاب» on the noun
        tokens = args.at(source) or (
            beside.at(source) if word.dep_ == "amod" and source not in ("gen", "obj") else []
        )
        if tokens:
            yield from tokens
            return
