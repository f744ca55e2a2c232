"""Event words: which words of a Doc carry an event, what type it is, and what carries it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from hadath.extract.carriers import carried_by, in_name
from hadath.extract.frames import Arguments, arguments
from hadath.extract.gazetteer.nouns import head_noun_kind, title_class
from hadath.extract.lexicon.effects import Effect
from hadath.extract.lexicon.light_verbs import LightVerb, light_verbs
from hadath.extract.lexicon.senses import Sense, senses
from hadath.extract.meanings import (
    is_event,
    listed,
    meaning,
    mend_phrase,
    possible,
    readings_of,
    suffered,
)
from hadath.extract.phrases import core, lemma, preposition
from hadath.extract.reading import read_table
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold
from hadath.extract.tokens import Doc, Token
from hadath.extract.word_classes import word_class

__all__ = ["Trigger", "find_triggers"]

_WORDS = frozenset({"VERB", "NOUN", "ADJ", "X", "PROPN"})
_EMPTY = word_class("empty verb")
_NOMINAL_PLACES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "nmod", "obl", "obl:arg"})


@dataclass(slots=True)
class Trigger:
    """An event word with its reading. ``carriers`` are the light, phasal and modal verbs over it, innermost first;
    ``bearer`` is a noun that does no more than carry it («شن» of «شن غارات»).
    """

    token: Token
    sense: Sense
    args: Arguments
    carriers: list[tuple[Token, LightVerb]] = field(default_factory=list)
    rule: str = ""
    bearer: Token | None = None

    @property
    def words(self) -> list[Token]:
        """The tokens of the trigger: the word, and the object when it belongs to it («أطلق النار»)."""
        near = [t for t in map(core, self.phrase_nouns) if 0 < t.i - self.token.i <= 2]
        return [self.token, near[0]] if near else [self.token]

    @property
    def support(self) -> list[Token]:
        """Words apart that belong to the event: light verbs, the noun that bears it or that completes the phrase."""
        light = [verb for verb, row in self.carriers if row.kind == "light" and lemma(verb) not in _EMPTY]
        apart = [noun for noun in map(core, self.phrase_nouns) if noun not in self.words]
        return [*light, *apart, *([self.bearer] if self.bearer is not None else [])]

    @property
    def phrase_nouns(self) -> list[Token]:
        """Nouns that belong to the trigger and are neither event nor participant."""
        if "phrase" not in self.sense.flags:
            return []
        nouns = self.args.obj or self.args.gen
        asked = {value for test in self.sense.when if test.what == "obj" for value in test.values}
        found = [t for t in nouns if lemma(core(t)) in asked][:1] or nouns[:1]
        for test in self.sense.when:
            if test.what.startswith("prep:"):
                obliques = self.args.obliques.get(test.what.removeprefix("prep:"), ())
                found += [t for t in obliques if lemma(core(t)) in test.values]
        return found


def find_triggers(
    doc: Doc, names: frozenset[int] = frozenset()
) -> tuple[list[Trigger], list[tuple[Token, str]]]:
    """Events of a Doc in order of the text, and event words that gave none, with the reason.

    ``names`` are tokens known to belong to a name or time besides the Doc's entities: nothing in them is an event.
    """
    carried = dict(carried_by(doc))
    skipped = names | {verb.i for chain in carried.values() for verb, _ in chain}
    left: list[tuple[Token, str]] = []
    words = [token for token in doc if token.pos_ in _WORDS and token.i not in skipped]
    triggers = [found for word in words if (found := _trigger(word, carried, left)) is not None]
    freed = _freed(carried, {word.i for t in triggers for word in (t.token, t.bearer) if word is not None})
    triggers += [found for verb in freed if (found := _trigger(verb, {}, left)) is not None]
    triggers.sort(key=lambda one: one.token.i)
    taken = {i for t in triggers for i in _within_phrase(t)}
    return [t for t in triggers if t.token.i not in taken], left


def _freed(carried: dict[int, list[tuple[Token, LightVerb]]], events: set[int]) -> list[Token]:
    """Verbs whose noun is no event after all, so that they stand for themselves: «كثفت الأمانة عمل الفرق»."""
    chains = {i: [verb for verb, _ in chain] for i, chain in carried.items()}
    busy = {verb.i for i, chain in chains.items() if i in events for verb in chain}
    idle = (chain[0] for i, chain in chains.items() if i not in events)
    return [verb for verb in idle if verb.i not in busy]


def _within_phrase(trigger: Trigger) -> Iterator[int]:
    """Tokens that belong to a phrase and are no events of their own: «إطلاق النار» of «وقف إطلاق النار»."""
    for noun in trigger.phrase_nouns:
        yield core(noun).i
        yield from (child.i for child in noun.children if child.dep_ == "nmod")


def _trigger(
    token: Token, carried: dict[int, list[tuple[Token, LightVerb]]], left: list[tuple[Token, str]]
) -> Trigger | None:
    readings = readings_of(token)
    if not readings:
        if token.pos_ == "VERB" and not light_verbs().get(lemma(token)):
            left.append((token, "verb not in the lexicon"))
        return None
    args = arguments(token)
    done = suffered(token, args)
    mend_phrase(token, readings, args)
    meant = done or meaning(token, readings, args)
    if meant is None or not meant.event or ("light" in meant.flags and _is_told_by_noun(token, meant, args)):
        return None
    if token.pos_ == "NOUN" and meant.pos == "ADJ" and meant.type == "OTHER" and done is None:
        return None  # a participle used as a noun: «ناقلة الحاويات»
    if token.pos_ != "VERB" and (
        _in_title(token) or _is_participant(token, meant) or _is_weapon(token, meant)
    ):
        return None
    if token.pos_ != "VERB" and in_name(token):
        if meant.type not in ("OTHER", "SAY"):
            left.append((token, "part of a name"))
        return None
    rule = {"VERB": "verb", "NOUN": "verbal noun"}.get(meant.pos, "participle")
    bearer = _bearer(token)
    if bearer is not None:
        _take_over(bearer, token, args)
    carriers = carried.get(token.i) or (carried.get(bearer.i) if bearer else None) or []
    if carriers:
        rule = f"{carriers[0][1].kind} verb with {rule}"
    return Trigger(token, meant, args, carriers, rule, bearer)


def _is_told_by_noun(token: Token, meant: Sense, args: Arguments) -> bool:
    """Whether a light word leaves the event to its noun: «فرض حظرا», not «فرض رسوما», where the noun is none."""
    asked = {value for test in meant.when if not test.denied for value in test.values}
    behind = [t for t in args.subj if t.i > token.i]  # «بيان صدر» is told by whoever issues it
    around = [*behind, *args.obj, *args.gen, *(t for nouns in args.obliques.values() for t in nouns)]
    nouns = [noun for noun in map(core, around) if asked & {lemma(noun), fold(listed(noun, "NOUN") or "")}]
    return any(is_event(noun) for noun in nouns) or not nouns


def _bearer(token: Token) -> Token | None:
    """The noun that only carries the event of the noun behind it: «شن الطيران غارات», «تنفيذ ثلاثة هجمات»."""
    noun = token.head.head if token.head.pos_ == "NUM" and token.head.i < token.i else token.head
    if token.pos_ != "NOUN" or noun.pos_ != "NOUN" or token.dep_ not in ("nmod", "obj") or preposition(token):
        return None
    readings = readings_of(noun)
    if not any("light" in one.flags for one in possible(noun, readings)):
        return None
    meant = meaning(noun, readings, arguments(noun))
    return noun if meant is not None and "light" in meant.flags else None


def _take_over(bearer: Token, token: Token, args: Arguments) -> None:
    """What hangs on the bearer of an event belongs to the event: «شن الطيران ضربات على المطار»."""
    around = arguments(bearer)
    for before, nouns in around.obliques.items():
        args.obliques.setdefault(before, nouns)
    args.by += [t for t in around.gen if core(t) != token]


def _is_participant(token: Token, meant: Sense) -> bool:
    """Whether a nominal names who takes part («المتظاهرون») or describes a noun («المدنيين العزل») rather than what happens."""
    if meant.pos == "NOUN":
        return token.dep_ == "amod"
    known = listed(token, "ADJ") or token.lemma_
    definite = token.dep_ in _NOMINAL_PLACES and token.norm.startswith("ال")
    if definite and token.norm_.endswith(("ون", "ين")) and "Plur" in token.morph.get("Number", []):
        return True
    noun = token.pos_ == "NOUN" or definite
    return noun and head_noun_kind(known) in (EntityKind.PERSON, EntityKind.GROUP)


@cache
def _weapons() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in read_table("instruments.tsv"))


_SHADDA = "\u0651"
_DOWN = word_class("bring down")


def _is_weapon(token: Token, meant: Sense) -> bool:
    """Whether «مسيرة» is a drone, not a march: as it is marked, or by what it does or is part of («هجوم بمسيرة»)."""
    if meant.type != "PROTEST" or fold(listed(token, "NOUN") or token.lemma_) not in _weapons():
        return False
    head, before = token.head, preposition(token)
    if _SHADDA in token.text or (token.dep_ == "nmod" and lemma(head) == "طائرة"):
        return True
    attacks = [one for pos in ("VERB", "NOUN") for one in senses(head.lemma_, pos) if one.type == "ASSAULT"]
    if token.dep_ == "nmod" and before is None:
        return any("gen" in one.agent for one in attacks)
    if before == "ب" or token.dep_ == "nsubj":
        return bool(attacks)
    return token.dep_ == "obj" and lemma(head) in _DOWN


def _in_title(token: Token) -> bool:
    """Whether a noun only says of what somebody is minister or what a body is for: «وزيرة الهجرة والاندماج», «لجنة التحقيق»."""
    while token.dep_ in ("nmod", "conj") and token.head.i < token.i and preposition(token) is None:
        token = token.head
        if token.pos_ == "NOUN" and not token.norm.startswith("ال"):
            kind = head_noun_kind(token.lemma_)
            if kind is EntityKind.ORGANIZATION or title_class(token.lemma_) is not None:
                return True
    return False


def effects(trigger: Trigger) -> list[Effect]:
    """What the carrying verbs do to the event."""
    return [row.effect for _, row in trigger.carriers]
