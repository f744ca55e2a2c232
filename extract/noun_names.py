"""English names of common nouns that participants are called by: «جندي» is "soldier", «وزير الخارجية» "foreign minister".

The knowledge is in ``ar/noun_names.tsv`` and ``ar/adjective_names.tsv``; ``hadath.extract.descriptions`` makes names of phrases from them.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hadath.extract.lexicon.tables import TABLES, Row, rows
from hadath.extract.spelling import fold

__all__ = ["NounName", "adjective_names", "noun_names", "read_adjective_names", "read_noun_names"]

Words = tuple[str, ...]

_UNSURE = "-"


@dataclass(frozen=True, slots=True)
class NounName:
    """What one and what several of a kind are called, alone and before an owner; empty where no name is sure.

    ``counted`` tells whether there can be one and several: «جندي», not «شرطة».
    """

    one: str
    many: str
    one_of: str
    many_of: str
    counted: bool

    def text(self, *, many: bool, owned: bool) -> str:
        """The name of one or of several, with an owner behind it («رئيس النادي») or without."""
        if owned:
            return self.many_of if many else self.one_of
        return self.many if many else self.one


@cache
def noun_names() -> dict[Words, NounName]:
    """Names by the folded words of a phrase: a lemma, then the words behind it without article."""
    return read_noun_names(TABLES / "noun_names.tsv")


@cache
def adjective_names() -> dict[str, str]:
    """Names of adjectives by folded lemma; empty for one that no name fits with every noun."""
    return read_adjective_names(TABLES / "adjective_names.tsv")


def read_noun_names(path: Path) -> dict[Words, NounName]:
    """Read a table of names of nouns; raise ``LexiconError`` for a row that cannot be meant."""
    table: dict[Words, NounName] = {}
    for row in rows(path, ("noun", "one", "many", "of")):
        words = tuple(fold(row.lemma("noun")).split())
        if words in table:
            raise row.error(f"«{row['noun']}» has a row already")
        one = _name(row, "one")
        many = _name(row, "many") if row["many"] else one
        owned = [_english(row, name) for name in row["of"].split("|")] if row["of"] else [one, many]
        table[words] = NounName(one, many, owned[0], owned[-1], bool(row["many"]))
    return table


def read_adjective_names(path: Path) -> dict[str, str]:
    """Read a table of names of adjectives; raise ``LexiconError`` for a row that cannot be meant."""
    table: dict[str, str] = {}
    for row in rows(path, ("adjective", "name")):
        key = fold(row.lemma("adjective"))
        if key in table:
            raise row.error(f"«{row['adjective']}» has a row already")
        table[key] = _name(row, "name")
    return table


def _name(row: Row, column: str) -> str:
    return "" if row[column] == _UNSURE else _english(row, row[column])


def _english(row: Row, name: str) -> str:
    if not name or not name.isascii() or name != " ".join(name.split()):
        raise row.error(f"name «{name}» is empty, not in English letters or not trimmed")
    return name
