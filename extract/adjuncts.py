"""What times and amounts hang on: the events of a tree by their words, and what prepositions and verbs say of a phrase."""

from collections.abc import Iterable, Iterator
from functools import cache

from hadath.extract.amounts.words import currencies
from hadath.extract.drafts import Draft
from hadath.extract.lexicon.light_verbs import light_verbs
from hadath.extract.phrases import core, lemma, with_its_number
from hadath.extract.reading import read_table, spell
from hadath.extract.spelling import fold
from hadath.extract.tokens import Token

__all__ = ["Events", "compared", "compares", "full_preposition", "gives_amount", "inside_report", "words_of"]

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "csubj", "obj", "obl:arg", "iobj"})
_RELATIVE = frozenset({"acl", "acl:relcl"})
_THAT = frozenset({"ان", "بان"})
_NEAR = 12  # words from an amount to «مقابل»
_OPENING = frozenset(":：")


@cache
def words_of(kind: str) -> frozenset[str]:
    """Words of ``adjuncts.tsv`` of a kind, folded."""
    rows = read_table("adjuncts.tsv")
    return frozenset(fold(word) for words, row_kind in rows if row_kind == kind for word in words.split("|"))


def full_preposition(token: Token) -> str:
    """The whole preposition before a noun, folded: «على اثر»; empty without one."""
    for child in token.children:
        if child.dep_ in ("case", "mark") and child.i < token.i and child.pos_ != "SCONJ":
            return " ".join([lemma(child), *(lemma(t) for t in child.children if t.dep_ == "fixed")])
    return ""


class Events:
    """The drafts of an article by their event words and the verbs that carry them."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.drafts = list(drafts)
        self._by_number = {with_its_number(d.token).i: d for d in self.drafts if d.token.pos_ == "NOUN"}
        self._by_word = {verb.i: d for d in self.drafts for verb, _ in d.trigger.carriers}
        self._by_word |= {d.token.i: d for d in self.drafts}

    def at(self, token: Token) -> Draft | None:
        """The event whose word, or whose carrying verb, a token is."""
        return self._by_word.get(token.i)

    def counted(self, token: Token) -> Draft | None:
        """The event whose word, or whose number («30» of «30 قتيلا في هجوم»), a token is."""
        return self._by_number.get(token.i) or self.at(token)

    def completed_by(self, noun: Token) -> Draft | None:
        """The event of a verb whose phrase a noun completes: «ألقت الشرطة القبض»."""
        draft = self.at(noun.head)
        return draft if draft is not None and noun in map(core, draft.trigger.phrase_nouns) else None

    def told_by(self, verb: Token) -> Draft | None:
        """The event that a verb which is none itself tells of: its only event argument, else what its relative clause
        describes: «تعرضتا لهجوم», «جاء ذلك خلال جلسة», «الانتخابات التي أجريت», «إطلاق للنار وقع خلال مسيرة»."""
        found = self._nominal(c for c in verb.children if c.dep_ in _ARGUMENTS)
        if not found and verb.dep_ == "xcomp" and lemma(verb.head) == "كان":
            found = self._nominal(c for c in verb.head.children if c.dep_ in _SUBJECTS)
        if not found and verb.dep_ in _RELATIVE and lemma(verb) in light_verbs():
            found = self._nominal([verb.head])
        if not found:
            found = self._nominal(
                c for c in verb.children if c.dep_ == "obl" and full_preposition(c) in words_of("within")
            )
        if not found and verb.dep_ in _RELATIVE:
            found = self._nominal(_antecedents(verb))[:1]
        return found[0] if len(found) == 1 else None

    def subject_of(self, verb: Token) -> Draft | None:
        """The event of a noun that is the subject of a verb or of another predicate."""
        found = self._nominal(c for c in verb.children if c.dep_ in _SUBJECTS)
        return found[0] if len(found) == 1 else None

    def of_course(self, noun: Token, end: int) -> Draft | None:
        """The event in the genitive of a noun for its course, before a token: «محاولة الانقلاب», «موجة احتجاجات»."""
        for _ in range(2):
            if lemma(noun) not in words_of("course"):
                return None
            inside = [
                c
                for c in noun.children
                if c.dep_ == "nmod" and noun.i < c.i < end and not full_preposition(c)
            ]
            if not inside:
                return None
            noun = inside[0]
            if (draft := self.at(noun)) is not None:
                return draft
        return None

    def _nominal(self, tokens: Iterable[Token]) -> list[Draft]:
        nouns = [core(token) for token in tokens]
        drafts = [self.at(noun) or self.of_course(noun, len(noun.doc)) for noun in nouns]
        return [d for d in drafts if d is not None and d.token.pos_ != "VERB"]


def _antecedents(verb: Token) -> Iterator[Token]:
    """Nouns that a relative clause may describe, nearest first: the parser hangs it on any noun of the phrase."""
    noun = verb.head
    for child in reversed([c for c in noun.children if c.dep_ == "nmod" and noun.i < c.i < verb.i]):
        if not full_preposition(child):
            yield child
    yield noun


def inside_report(draft: Draft, token: Token) -> bool:
    """Whether a word stands behind the «أن», the colon or the quotation mark that opens what an event of saying reports."""
    if not draft.says or token.i < draft.token.i:
        return False
    between = draft.token.doc[draft.token.i + 1 : token.i]
    return any(
        (t.pos_ == "SCONJ" and lemma(t) in _THAT) or (t.is_punct and t.text in _OPENING) for t in between
    )


def compared(draft: Draft, token: Token) -> bool:
    """Whether a word only says with what the event is compared: «ارتفع إلى 13% في مارس مقابل 14% في فبراير»."""
    for before in reversed(token.doc[draft.token.i + 1 : token.i]):
        if before.pos_ == "VERB":
            return False
        if compares(before):
            return True
    return False


def compares(word: Token) -> bool:
    """Whether a word sets one amount beside another; «مقابل» may also tell a price, a rate or the score of a game."""
    if lemma(word) != "مقابل":
        return lemma(word) in words_of("comparison")
    before, behind = (
        word.doc[max(word.sent.start, word.i - _NEAR) : word.i],
        word.doc[word.i + 1 : word.i + 6],
    )
    if any(lemma(t) in words_of("score") for t in behind[:2]):
        return False
    if any(t.text.startswith("ال") and spell(t.text.removeprefix("ال")) in currencies() for t in behind[:1]):
        return False  # «هبطت الليرة مقابل الدولار»
    return any(t.pos_ == "NUM" for t in before) or not any(spell(t.text) in currencies() for t in behind)


def gives_amount(verb: Token) -> bool:
    """Whether a verb gives the amount of the noun it describes: «عددا يصل إلى 60», «ما يعادل مليون دولار»,
    «واردات تصل قيمتها إلى مليار دولار», «المتهمين البالغ عددهم 9»."""
    if verb.dep_ not in _RELATIVE | {"amod"} or lemma(verb) not in words_of("measure"):
        return False
    if verb.dep_ != "amod" and (lemma(verb.head) in words_of("amount") or verb.head.pos_ == "DET"):
        return True
    return any(lemma(c) in words_of("amount") and _has_pronoun(c) for c in verb.children if c.i > verb.i)


def _has_pronoun(noun: Token) -> bool:
    return any(c.pos_ == "PRON" for c in noun.children)
