"""Word classes: small sets of words that a rule asks for (``ar/word_classes.tsv``)."""

from functools import cache

from hadath.extract.reading import read_table
from hadath.extract.spelling import fold

__all__ = ["word_class"]


def word_class(name: str) -> frozenset[str]:
    """The words of a class, folded; KeyError where the table has no such class.

    >>> "جانب" in word_class("side")
    True
    """
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    rows = read_table("word_classes.tsv")
    return {name: frozenset(map(fold, words.split("|"))) for words, name in rows}
