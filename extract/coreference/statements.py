"""Statements: nouns for what is said, whose owner is the speaker."""

from functools import cache

from hadath.extract.reading import read_table
from hadath.extract.spelling import fold

__all__ = ["statements"]


@cache
def statements() -> frozenset[str]:
    """Nouns for what is said, whose owner is the speaker: «بيان», «تقرير», «رسالة»."""
    return frozenset(fold(row[0]) for row in read_table("statements.tsv"))
