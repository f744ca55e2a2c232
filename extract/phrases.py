"""Noun phrases and prepositions in a dependency tree (Universal Dependencies as Arabic-PADT uses them)."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from hadath.extract.reading import read_table
from hadath.extract.spelling import fold

__all__ = ["conjuncts", "core", "is_clause", "lemma", "phrase", "preposition", "takes_no_genitive"]

_INSIDE = frozenset(
    {"nmod", "amod", "flat", "flat:foreign", "nummod", "det", "appos", "compound", "fixed", "dep"}
)
_NOMINAL = frozenset({"NOUN", "PROPN", "X", "NUM", "PRON", "ADJ", "DET", "ADV"})
_LONGEST = 12  # words of a mention


@cache
def _quantifiers() -> frozenset[str]:
    """Nouns that count or select and leave the meaning to the noun behind them: «بعض», «عدد من», «عشرات»."""
    return frozenset(fold(row[0]) for row in read_table("quantifiers.tsv"))


def lemma(token: Token) -> str:
    """The lemma as it is compared: folded."""
    return fold(token.lemma_)


def preposition(token: Token) -> str | None:
    """The preposition before a noun, None without one: «من قبل», «إلى»."""
    for child in token.children:
        if child.dep_ == "case" and child.pos_ in ("ADP", "NOUN", "ADV"):
            return lemma(child)
    return None


def is_clause(token: Token) -> bool:
    """Whether a word heads a clause opened by أن, إن or the like."""
    return any(
        child.dep_ == "mark" and lemma(child) in ("ان", "بان", "لان", "كان") for child in token.children
    )


def conjuncts(token: Token) -> Iterator[Token]:
    """A nominal and those joined to it by و, أو: «المعارضة ونشطاء»."""
    yield token
    for child in token.children:
        if (
            child.dep_ == "conj"
            and child.pos_ in _NOMINAL
            and preposition(child) is None
            and not is_clause(child)
        ):
            yield from conjuncts(child)
    if lemma(token) == "كل":  # «كل من روسيا وتركيا»
        for child in token.children:
            if preposition(child) == "من":
                yield from (other for other in conjuncts(child) if other != child)


def core(token: Token) -> Token:
    """The noun that carries the meaning of a phrase: «القوى» of «بعض القوى», «مشارك» of «نحو 8 آلاف مشارك»."""
    if _counts(token):
        counted = [
            core(child)
            for child in token.children
            if child.dep_ in ("nmod", "obl", "obl:arg")
            and child.i > token.i
            and preposition(child) in (None, "من")
        ]
        named = [noun for noun in counted if not _counts(noun)]  # «عشرات الآلاف من المتظاهرين»
        if counted:
            return (named or counted)[0]
    return token


def _counts(token: Token) -> bool:
    return token.pos_ == "NUM" or lemma(token) in _quantifiers()


def takes_no_genitive(token: Token) -> bool:
    """Whether a noun keeps the ن of its plural, and so cannot govern the next: «محتجون المطار» is no phrase."""
    return token.norm_.endswith("ون") and "Plur" in token.morph.get("Number", [])


def phrase(token: Token) -> tuple[int, int]:
    """First and last token (exclusive) of the noun phrase of a head, without relative clauses and prepositional phrases."""
    members = {token.i}
    _collect(token, members, counted=core(token) != token)
    first = last = token.i
    while first - 1 in members or (first - 2 in members and _is_inner(token.doc[first - 1])):
        first -= 1
    while last + 1 in members or (last + 2 in members and _is_inner(token.doc[last + 1])):
        last += 1
    last = min(last, first + _LONGEST) if token.i < first + _LONGEST else token.i
    while last > token.i and (token.doc[last].is_punct or token.doc[last].is_space):
        last -= 1
    return first, last + 1


def _is_inner(token: Token) -> bool:
    """Whether a sign can stand within a phrase: a colon ends it."""
    return token.is_punct and token.text != ":"


def _collect(token: Token, members: set[int], *, counted: bool) -> None:
    for child in token.children:
        if (
            child.dep_ not in _INSIDE
            or child.pos_ not in _NOMINAL
            or is_clause(child)
            or child.sent != token.sent
        ):
            continue
        before = preposition(child)
        if before is None and child.dep_ == "nmod" and child.pos_ == "NOUN" and takes_no_genitive(token):
            continue
        if before is not None and not (counted and before == "من"):
            continue
        members.add(child.i)
        if before is not None:
            members.update(c.i for c in child.children if c.dep_ == "case")
        _collect(child, members, counted=False)
