"""Who fills a role: from phrase heads, pronouns and what a verb leaves unsaid to the entities they stand for."""

from collections.abc import Iterable

from hadath.extract.coreference.referents import ACTORS, Referent
from hadath.extract.drafts import Draft, Story
from hadath.extract.first_person import is_first_person
from hadath.extract.phrases import core, lemma, preposition
from hadath.extract.records import EntityKind
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = ["TO_SOMEBODY", "goes_on", "is_impersonal", "is_participant", "join", "put", "without"]

_PEOPLE = (EntityKind.PERSON, EntityKind.GROUP, EntityKind.ORGANIZATION)
_CONCRETE = tuple(kind for kind in EntityKind if kind is not EntityKind.THING)
_LENGTHS = word_class("length of time")
_LACK = word_class("lack")
_NOMINAL = frozenset({"NOUN", "PROPN", "X", "NUM", "PRON", "ADJ"})
TO_SOMEBODY = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "AID"}
)  # types whose verbs need an object when active
_SIDES = word_class("side")
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_IMPERSONAL = word_class("impersonal")
_BY_PEOPLE = frozenset({"PROTEST", "CONSULT", "COERCE", "ASSAULT", "SAY", "REQUEST"})


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
                join(role, one)
            continue
        if (
            word.pos_ == "PRON"
            and role is draft.agents
            and draft.token.pos_ == "VERB"
            and goes_on(draft, story)
        ):
            continue
        if word.pos_ == "PRON":
            kinds = ACTORS if role is draft.agents else _kinds_of_pronoun(word, draft)
            referent = story.entities.pronoun(word, avoid=draft.agents, kinds=kinds)
        elif word.pos_ == "NUM" and role is draft.agents and draft.trigger.sense.type not in _BY_PEOPLE:
            continue
        elif draft.says and role is draft.agents:
            referent = story.entities.voice(token)
        else:
            referent = story.entities.of(token)
        if referent is not None and word.pos_ == "NUM" and draft.trigger.sense.type in _BY_PEOPLE:
            referent.kind = EntityKind.GROUP  # «تظاهر عشرات الآلاف»
        join(role, referent)


def _kinds_of_pronoun(word: Token, draft: Draft) -> tuple[EntityKind, ...]:
    """What a pronoun beside the event may mean: people are arrested («اعتقاله»), things are not hurt."""
    kind = draft.trigger.sense.type
    if kind == "COERCE" and preposition(word) is None:
        return _PEOPLE
    return _CONCRETE if kind in TO_SOMEBODY else tuple(EntityKind)


def _is_dual(word: Token) -> bool:
    """«هما», «الجانبان», «البلدين»: two that were named before."""
    if "Dual" not in word.morph.get("Number", []):
        return False
    return word.pos_ == "PRON" or (lemma(word) in _SIDES and word.norm.startswith("ال"))


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


def join(role: list[Referent], referent: Referent | None) -> None:
    if referent is not None and all(referent is not r for r in role):
        role.append(referent)


def goes_on(draft: Draft, story: Story) -> bool:
    """Let the last speaker go on saying, if the verb agrees."""
    last = story.last_speech
    if not draft.says or last is None or is_impersonal(draft.token):
        return False
    gender = draft.token.morph.get("Gender", [])
    if last.relayed and all(not gender or not r.gender or r.gender in gender for r in last.relayed):
        draft.agents.extend(last.relayed)
        return True
    if not _may_go_on(draft.token, last):
        return False
    draft.agents.extend(last.agents)
    return True


def _may_go_on(token: Token, last: Draft) -> bool:
    """Whether a verb of saying agrees with the last speaker."""
    plural = bool({"Plur", "Dual"} & set(token.morph.get("Number", [])))
    one, other = token.morph.get("Gender", []), last.token.morph.get("Gender", [])
    return (not plural or all(r.plural for r in last.agents)) and (not one or not other or one == other)


def is_impersonal(verb: Token) -> bool:
    """«ويتوقع أن», «يذكر أن»: it is expected, to be noted."""
    form = verb.morph
    imperfect = "Imp" in form.get("Aspect", []) and "Masc" in form.get("Gender", [])
    return imperfect and lemma(verb) in _IMPERSONAL and "Plur" not in form.get("Number", [])


def is_participant(
    token: Token, story: Story, *, done: bool = False, acts: frozenset[str] = frozenset()
) -> bool:
    """Whether a word can fill a role: a nominal that is no event itself, no time and no «lack of».

    With ``done`` it may name an event, as a thing that something is done to («التخلي عن استيراد القمح»), and with ``acts``
    an event of these types.
    """
    word = core(token)
    event = story.event_at(word)
    if event is not None and (
        event.trigger.sense.pos != "NOUN" or not (done or event.trigger.sense.type in acts)
    ):
        return False
    empty = lemma(word) in _LACK or lemma(word) in _LENGTHS
    return word.pos_ in _NOMINAL and not {word.i, token.i} & story.time_words and not empty


def without(role: list[Referent], others: list[Referent]) -> list[Referent]:
    return [r for r in role if all(r is not other for other in others)]
