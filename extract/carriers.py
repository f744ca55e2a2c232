"""Verbs that are no event themselves: which verbal noun a light, phasal or modal verb carries («شن غارات», «حاول قتل الرئيس»)."""

from collections.abc import Iterator

from hadath.extract.frames import Arguments, arguments
from hadath.extract.lexicon.effects import Effect
from hadath.extract.lexicon.light_verbs import LightVerb, light_verbs
from hadath.extract.lexicon.senses import senses
from hadath.extract.meanings import listed, reads_as_verb
from hadath.extract.phrases import core, lemma, preposition
from hadath.extract.spelling import fold
from hadath.extract.subjects import AUXILIARIES
from hadath.extract.tokens import Doc, Token
from hadath.extract.word_classes import word_class

__all__ = ["carried_by", "in_name"]

_EMPTY = word_class("empty verb")
_NAMES = frozenset({"PER", "ORG", "GPE", "LOC", "FAC", "MISC"})


def carried_by(doc: Doc) -> Iterator[tuple[int, list[tuple[Token, LightVerb]]]]:
    """For each event word the light, phasal and modal verbs that carry it, innermost first."""
    over: dict[int, list[tuple[Token, LightVerb]]] = {}
    for token in doc:
        unknown = reads_as_verb(token)
        if token.pos_ in ("VERB", "AUX") or unknown:
            for row in light_verbs().get(fold(listed(token, "VERB") or "") if unknown else lemma(token), ()):
                word = _masdar(token, row)
                if word is not None:
                    for member in (word, *_joined(word, row)):
                        over.setdefault(member.i, []).append((token, row))
                    break
    for i in over:
        chain: list[tuple[Token, LightVerb]] = []
        level = over[i]
        while level and len(chain) < 4:
            chain += level
            level = [pair for verb, _ in level for pair in over.get(verb.i, ())]
        yield i, chain


def _masdar(verb: Token, row: LightVerb) -> Token | None:
    """The event word that a row says the verb carries."""
    args = arguments(verb)
    for source in row.masdar:
        if source == "xcomp":
            words = [w for w in (args.xcomp, args.clause) if w is not None]
        elif source == "subj" and args.shared and lemma(verb.head) not in AUXILIARIES:
            words = []
        elif source == "subj" and not args.subj:
            words = args.obj  # «يتم مناقشة …»: the verb need not agree with it
        else:
            words = args.at(source) or _clause_behind(args, source)
        if verb.dep_ in ("acl", "acl:relcl") and any(w.pos_ == "PRON" for w in words):
            words = [verb.head]  # «شكوى تقدمت بها السلطة»
        words = [core(w) for w in words]
        if lemma(verb) in _EMPTY and source not in ("subj", "obj", "xcomp"):
            words += _behind_subject(verb, source)
        for word in words:
            if row.nouns and fold(listed(word, "NOUN") or word.lemma_) not in row.nouns:
                continue
            if _may_be_event(word):
                return word
    return None


def _behind_subject(verb: Token, source: str) -> list[Token]:
    """What a verb that means nothing alone carries, where the parser hung it on the subject: «قام شاب من سكان الحي بطعن»."""
    found: list[Token] = []
    level = [c for c in verb.children if c.i > verb.i]
    while level and not found:
        level = [c for word in level if word.pos_ != "VERB" for c in word.children]
        found = [word for word in level if preposition(word) == source]
    return found


def _joined(word: Token, row: LightVerb) -> list[Token]:
    """The verbal nouns that share a verb which makes them less than certain: «حاول قتل الرئيس وتفجير المقر»."""
    if row.effect is Effect.ASSERTED or word.pos_ != "NOUN":
        return []
    same = (c for c in word.children if c.dep_ == "conj" and c.pos_ == "NOUN" and _may_be_event(c))
    return [noun for noun in same if preposition(noun) in (None, preposition(word))]


def _clause_behind(args: Arguments, source: str) -> list[Token]:
    """The clause in the place of a noun: «نجح في أن يهرب»."""
    clause = args.clause
    return [clause] if clause is not None and preposition(clause) == source else []


def _may_be_event(word: Token) -> bool:
    if word.pos_ == "VERB":
        return True
    return not in_name(word) and any(
        reading.event
        for pos in ("NOUN", "ADJ")
        if (known := listed(word, pos))
        for reading in senses(known, pos)
    )


def in_name(token: Token) -> bool:
    return token.ent_type_ in _NAMES
