"""Polarity and modality of an event: particles, carrying verbs, and what governs it («رفض», «دعا إلى», «إذا»)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hadath.extract.aims import aims, came_of
from hadath.extract.lexicon.cues import Cue, cues
from hadath.extract.lexicon.effects import Effect
from hadath.extract.lexicon.light_verbs import light_verbs
from hadath.extract.lexicon.senses import Sense
from hadath.extract.meanings import reads_as_verb
from hadath.extract.phrases import lemma, preposition
from hadath.extract.records import Modality
from hadath.extract.tokens import Token
from hadath.extract.triggers import Trigger, effects
from hadath.extract.word_classes import word_class

__all__ = ["Flags", "flags_of", "inherit", "is_aim", "presupposed", "weaker"]

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
    for effect in [cue.effect for cue in _near(trigger)] + list(effects(trigger)):
        flags = flags.under(effect or Effect.ASSERTED)
    for effect in _foretold(trigger):
        flags = flags.under(effect)
    if trigger.token.norm_[:1] == "س" and trigger.sense.lemma[:1] != "س" and trigger.sense.pos == "VERB":
        flags = flags.under(Effect.FUTURE)  # «سيطعن» left whole
    return flags


def _foretold(trigger: Trigger) -> Iterator[Effect]:
    """«ضربة ستكون مؤلمة», «هجمات يمكن أن تستهدف»: something new that would only do or be so is itself to come."""
    noun, verb = trigger.token, trigger.token.head
    new = noun.pos_ == "NOUN" and noun.dep_ in _BEFORE and not noun.norm.startswith("ال")
    owned = any(c.dep_ == "nmod" and preposition(c) is None for c in noun.children)
    if trigger.carriers or not new or owned or noun.i > verb.i or verb.pos_ not in ("VERB", "AUX"):
        return
    if any(c.norm in _WILL and c.i > noun.i for c in verb.children):
        yield Effect.FUTURE
    for row in light_verbs().get(lemma(verb), ()):
        if row.kind == "modal" and "subj" in row.masdar and row.effect is Effect.POSSIBLE:
            yield Effect.POSSIBLE  # what may be: «أمكن», not who tries: «حاول»


def is_aim(trigger: Trigger) -> bool:
    """Whether the words before an event say that it is what something else is done for: «بهدف», «كي», ل with a verbal noun."""
    return any(cue.kind == "purpose" for cue in _near(trigger))


def _near(trigger: Trigger) -> Iterator[Cue]:
    """The cues beside an event word and beside the verbs that carry it, and those over a noun."""
    nouns = [trigger.token, *([trigger.bearer] if trigger.bearer is not None else [])]
    for word in [*nouns, *(verb for verb, _ in trigger.carriers)]:
        yield from _beside(word)
    for noun in nouns:
        if noun.pos_ != "VERB":
            yield from _nominal(noun, trigger)


def inherit(flags: Flags, governor: Sense, word: Trigger) -> Flags:
    """Flags of the complement of an event word: what is refused is negated, what is asked for possible.

    A proposal or an accusation that is refused has been made all the same.
    """
    made = word.token.pos_ == "NOUN" and "say" in word.sense.flags
    if governor.flags & {"neg", "deny"} and not made:
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
        if cue.kind in kinds and cue.effect is not None:
            table.setdefault(cue.words[-1], []).append(cue)
    return {word: tuple(found) for word, found in table.items()}


_BEFORE = frozenset({"nsubj", "dislocated"})
_WILL = word_class("will")
_FUNCTION = frozenset({"PART", "AUX", "SCONJ", "CCONJ", "ADP", "ADV"})
_COMING = word_class("coming")
_HAPPENING = word_class("happening")
_YET = Cue(("س",), "modality", Effect.FUTURE, "masdar")
_FOR = Cue(("ل",), "purpose", Effect.POSSIBLE, "masdar")
_FOLLOWING = Cue(("ل",), "purpose", Effect.POSSIBLE, "imperfect")
_PARTICLES = frozenset({"negation", "modality", "condition", "purpose"})


def _beside(word: Token) -> Iterator[Cue]:
    """The particles that stand directly before a verb or noun, as its dependents or neighbours."""
    table = _by_last_word(_PARTICLES)
    seen: set[int] = set()
    for particle in _before(word):
        if particle.i in seen:
            continue
        found = [cue for cue in table.get(particle.norm, ()) if _stands(cue, particle, word)]
        longest = max((len(cue.words) for cue in found), default=0)
        seen.update(range(particle.i - longest + 1, particle.i + 1))
        for cue in found:
            excepted = cue.effect is Effect.NEGATED and _excepted(word)
            if len(cue.words) == longest and not excepted and not (cue == _FOLLOWING and came_of(word)):
                yield cue


def _stands(cue: Cue, last: Token, word: Token) -> bool:
    """Whether a cue's words end at a token and it governs such a word; what follows «المقرر» is a verbal noun, whatever its tag."""
    first = last.i - len(cue.words) + 1
    planned = last.i == word.i - 1 and cue.when == "masdar" and cue.words[-1].startswith("ال")
    planned = planned and lemma(last) not in _COMING
    return (
        first >= word.sent.start
        and (planned or _applies(cue, word))
        and (
            planned
            or len(cue.words) > 1
            or last.head == word
            or last.pos_ in _FUNCTION
            or _aiming(cue, last, word)
        )
        and (cue.words != ("ان",) or _is_if(last, word))
        and _follows(last, cue.words[:-1])
    )


def _aiming(cue: Cue, last: Token, word: Token) -> bool:
    """Whether a noun of purpose stands right before the event, whatever it hangs on: «بغية إقرار القانون»."""
    return cue.kind == "purpose" and last.i == word.i - 1


def _is_if(particle: Token, verb: Token) -> bool:
    """Whether «إن» means if: it does before a verb («إن انسحبت», «إن لم ينسحب»), and folded it is one with «أن»."""
    between = verb.doc[particle.i + 1 : verb.i]
    return particle.text == "إن" and verb.pos_ == "VERB" and all(t.norm == "لم" for t in between)


def _before(word: Token) -> list[Token]:
    """Candidates, nearest first: function words that depend on the word or stand directly before it."""
    own = [
        c
        for c in word.children
        if c.i < word.i and c.dep_ in ("advmod", "aux", "mark", "case", "cc", "det", "dep", "discourse")
    ]
    near: list[Token] = []
    i = word.i - 1
    while i >= word.sent.start and len(near) < 3 and word.doc[i].pos_ in _FUNCTION:
        near.append(word.doc[i])
        i -= 1
    if not near and word.i - 2 >= word.sent.start:  # «من المقرر تشييعه»
        near.append(word.nbor(-1))
    return sorted({t.i: t for t in own + near}.values(), key=lambda t: -t.i)


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
    behind = word.doc[word.i + 1 : min(word.i + 12, word.sent.end)]
    return any(t.norm in ("الا", "سوي") for t in behind)


def _nominal(noun: Token, trigger: Trigger) -> Iterator[Cue]:
    """What stands over a verbal noun: the noun it completes («عدم», «محاولة», «في حال»), also of the noun it is joined to, its
    adjectives («المقبل»), a purpose ل before it."""
    for member in _joined(noun):
        head = member.head
        close = member.dep_ in ("nmod", "obl:arg") or (member.dep_ == "acl" and head.i == member.i - 1)
        if close and head.i < member.i and head.pos_ in ("NOUN", "ADJ", "PART"):
            yield from _over(head, preposition(member))
    for child in noun.children:
        if child.dep_ == "amod":
            yield from _over(child, None)
    if any(aims(member, trigger) for member in _joined(noun)):
        yield _FOR
    if any(map(_is_yet_to_come, _joined(noun))):
        yield _YET


def _is_yet_to_come(noun: Token) -> bool:
    """Whether a verbal noun completes a verb about the future: «سيستخدم المال في سداد الدين», «سنقوم بالرد»."""
    verb = noun.head
    if noun.dep_ != "obl:arg" or verb.i > noun.i or preposition(noun) not in ("ب", "في"):
        return False
    whole = verb.pos_ == "X" and verb.norm_[:1] == "س" and reads_as_verb(verb)
    later = whole or any(c.pos_ == "AUX" and c.norm in ("س", "سوف") for c in verb.children)
    return later and any(c.dep_ == "nmod" and c.i > noun.i for c in noun.children)


def presupposed(word: Token, denial: Token) -> bool:
    """Whether a denial only concerns what somebody has to do with an event: «نفى مسؤوليته عن الهجوم»."""
    while word.head != word and word.head != denial:
        noun, behind = word.head, preposition(word)
        if any(cue.kind == "exception" and cue.words == (lemma(noun), behind) for cue in cues()):
            return True
        word = noun
    return False


def _joined(noun: Token) -> Iterator[Token]:
    """A noun and those before it in its list («عدم استهداف المدنيين وقتلهم»), and the noun that says it happens («احتمال وقوع هجوم»)."""
    yield noun
    while noun.head.pos_ == "NOUN" and noun.head.i < noun.i and (noun.dep_ == "conj" or _happens(noun)):
        noun = noun.head
        yield noun


def _happens(noun: Token) -> bool:
    return noun.dep_ == "nmod" and preposition(noun) is None and lemma(noun.head) in _HAPPENING


@cache
def _cues_of_nouns() -> dict[str, tuple[Cue, ...]]:
    """Cues that a noun or adjective brings, by that word: «محاولة», «رغبة في», «في حال»."""
    table: dict[str, list[Cue]] = {}
    for cue in cues():
        if cue.effect is not None and cue.kind != "exception":
            for word in cue.words[-2:]:
                table.setdefault(word, []).append(cue)
    return {word: tuple(found) for word, found in table.items()}


def _over(word: Token, behind: str | None) -> Iterator[Cue]:
    """The cue in a noun or adjective over an event, alone, with the preposition behind it or the words before it."""
    known = lemma(word)
    for cue in _cues_of_nouns().get(known, ()):
        alone = cue.words == (known,) and cue.when == "masdar"
        construed = cue.words == (known, behind)
        phrase = len(cue.words) > 1 and cue.words[-1] == known and _follows(word, cue.words[:-1])
        if (alone or construed or phrase) and cue.effect is not None:
            yield cue
            return


def _follows(word: Token, words: tuple[str, ...]) -> bool:
    if not words:
        return True
    before = word.doc[max(word.i - len(words), word.sent.start) : word.i]
    return [t.norm for t in before] == list(words)
