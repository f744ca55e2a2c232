"""Polarity and modality of an event: particles, carrying verbs, and what governs it («رفض», «دعا إلى», «إذا»)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from hadath.extract.lexicon import Cue, Effect, Sense, cues
from hadath.extract.phrases import lemma, preposition
from hadath.extract.records import Modality
from hadath.extract.spelling import fold
from hadath.extract.triggers import Trigger, effects, reads_as_verb

__all__ = ["Flags", "flags_of", "inherit", "weaker"]

_STRENGTH = {Modality.ASSERTED: 0, Modality.FUTURE: 1, Modality.POSSIBLE: 2, Modality.CONDITIONAL: 3}
_OF_EFFECT = {
    Effect.FUTURE: Modality.FUTURE,
    Effect.POSSIBLE: Modality.POSSIBLE,
    Effect.CONDITIONAL: Modality.CONDITIONAL,
}


@dataclass(frozen=True, slots=True)
class Flags:
    """Whether an event is denied, and how it is put forward."""

    negated: bool = False
    modality: Modality = Modality.ASSERTED

    def under(self, effect: Effect) -> "Flags":
        """The flags of an event that stands under a word with this effect."""
        if effect is Effect.NEGATED:
            return Flags(not self.negated, self.modality)
        modality = _OF_EFFECT.get(effect, Modality.ASSERTED)
        return self if _STRENGTH[modality] <= _STRENGTH[self.modality] else Flags(self.negated, modality)


def flags_of(trigger: Trigger) -> Flags:
    """Flags from the words beside an event word and beside the verbs that carry it."""
    flags = Flags()
    for word in [trigger.token, *(verb for verb, _ in trigger.carriers)]:
        for effect in _beside(word):
            flags = flags.under(effect)
    for effect in effects(trigger):
        flags = flags.under(effect)
    if trigger.token.pos_ != "VERB":
        for effect in _nominal(trigger.token):
            flags = flags.under(effect)
    return flags


def inherit(flags: Flags, governor: Sense) -> Flags:
    """Flags of the complement of an event word: what is refused is negated, what is asked for possible."""
    if governor.flags & {"neg", "deny"}:
        flags = flags.under(Effect.NEGATED)
    if "future" in governor.flags:
        flags = flags.under(Effect.FUTURE)
    if "possible" in governor.flags:
        flags = flags.under(Effect.POSSIBLE)
    return flags


def weaker(flags: Flags, modality: Modality) -> Flags:
    """The same with the less certain of two modalities."""
    return Flags(flags.negated, max(flags.modality, modality, key=lambda m: _STRENGTH[m]))


@cache
def _by_last_word(kinds: frozenset[str]) -> dict[str, tuple[Cue, ...]]:
    table: dict[str, list[Cue]] = {}
    for cue in cues():
        if (
            cue.kind in kinds and cue.effect is not None and cue.words != ("ان",)
        ):  # أن and إن are one when folded
            table.setdefault(cue.words[-1], []).append(cue)
    return {word: tuple(found) for word, found in table.items()}


_PARTICLES = frozenset({"negation", "modality", "condition", "purpose"})


def _beside(word: Token) -> Iterator[Effect]:
    """Effects of the particles that stand directly before a verb or noun, as its dependents or neighbours."""
    table = _by_last_word(_PARTICLES)
    seen: set[int] = set()
    for particle in _before(word):
        if particle.i in seen:
            continue
        found = [cue for cue in table.get(_form(particle), ()) if _stands(cue, particle, word)]
        longest = max((len(cue.words) for cue in found), default=0)
        seen.update(range(particle.i - longest + 1, particle.i + 1))
        for cue in found:
            if len(cue.words) == longest and not (cue.effect is Effect.NEGATED and _excepted(word)):
                yield cue.effect or Effect.ASSERTED


def _stands(cue: Cue, last: Token, word: Token) -> bool:
    """Whether a cue's words end at a token and it governs such a word."""
    first = last.i - len(cue.words) + 1
    return (
        first >= word.sent.start
        and _applies(cue, word)
        and [_form(t) for t in word.doc[first : last.i + 1]] == list(cue.words)
    )


def _before(word: Token) -> list[Token]:
    """Candidates, nearest first: function words that depend on the word or stand directly before it."""
    own = [
        c
        for c in word.children
        if c.i < word.i and c.dep_ in ("advmod", "aux", "mark", "case", "cc", "det", "dep", "discourse")
    ]
    near: list[Token] = []
    i = word.i - 1
    while (
        i >= word.sent.start
        and len(near) < 3
        and word.doc[i].pos_ in ("PART", "AUX", "SCONJ", "CCONJ", "ADP", "ADV")
    ):
        near.append(word.doc[i])
        i -= 1
    return sorted({t.i: t for t in own + near}.values(), key=lambda t: -t.i)


def _form(token: Token) -> str:
    return fold(token.norm_)


def _applies(cue: Cue, word: Token) -> bool:
    verb = word.pos_ in ("VERB", "AUX")
    if reads_as_verb(word):  # it has no features
        return cue.when in ("", "imperfect")
    if cue.when in ("imperfect", "perfect"):
        aspect = "Imp" if cue.when == "imperfect" else "Perf"
        return verb and aspect in word.morph.get("Aspect", [])
    return cue.when != "masdar" or not verb


def _excepted(word: Token) -> bool:
    """«لا … إلا» says that it is so."""
    return any(_form(t) in ("الا", "سوي") and t.i > word.i for t in word.sent if t.i - word.i < 12)


def _nominal(noun: Token) -> Iterator[Effect]:
    """Effects on a verbal noun: the noun it completes («عدم», «محاولة»), its adjectives («المقبل»), a purpose ل before it."""
    table = _by_last_word(frozenset({"negation", "modality"}))
    head = noun.head
    if noun.dep_ in ("nmod", "obl:arg") and head.i < noun.i and head.pos_ in ("NOUN", "ADJ", "PART"):
        yield from (
            cue.effect
            for cue in table.get(lemma(head), ())
            if len(cue.words) == 1 and cue.when == "masdar" and cue.effect
        )
    for child in noun.children:
        if child.dep_ == "amod":
            yield from (
                cue.effect
                for cue in table.get(lemma(child), ())
                if len(cue.words) == 1 and cue.when == "masdar" and cue.effect
            )
    if (
        preposition(noun) == "ل"
        and head.pos_ in ("VERB", "NOUN", "ADJ")
        and noun.dep_ in ("obl", "nmod", "advcl", "obl:arg")
    ):
        yield Effect.POSSIBLE
