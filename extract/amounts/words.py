"""The word lists about quantities, and what stands behind a number."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from hadath.extract.reading import Phrases, read_table, spell
from hadath.extract.records import Exactness

__all__ = ["Hedge", "Tail", "currencies", "duals", "hedges", "labels", "nouns", "stems", "words_of"]


class Hedge(NamedTuple):
    """How exact a number is with these words, which stand before it, after it or both."""

    exactness: Exactness
    place: str


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands behind a number: the end of the mention, percent or currency, and what is counted."""

    end: int
    unit: str | None = None
    percent: bool = False
    currency: str | None = None
    money: bool = False
    exactness: Exactness | None = None

    @property
    def told(self) -> bool:
        """Whether it says what the number measures."""
        return self.percent or self.money or self.unit is not None


@cache
def hedges() -> Phrases[Hedge]:
    """Words of exactness: «نحو», «على الأقل»."""
    return Phrases(
        (phrase, Hedge(Exactness(exactness), place))
        for phrase, exactness, place in read_table("exactness.tsv")
    )


@cache
def currencies() -> Phrases[str | None]:
    """Currencies with their ISO 4217 codes, None where the noun does not tell."""
    return Phrases(
        (f"{noun} {adjective}", code or None)
        for nouns, adjectives, code in read_table("currencies.tsv")
        for noun in nouns.split("|")
        for adjective in adjectives.split("|")
    )


@cache
def duals() -> Phrases[str]:
    """Nouns that say two, with the noun itself: «قتيلان», «الصاروخين»."""
    rows = [(dual, noun) for noun, *duals in read_table("units.tsv") for dual in duals if dual]
    return Phrases([*rows, *((f"ال{dual}", noun) for dual, noun in rows if dual.endswith("ن"))])


@cache
def nouns() -> frozenset[str]:
    """Nouns that news counts."""
    return frozenset(spell(noun) for noun, *_ in read_table("units.tsv"))


@cache
def labels(kind: str) -> Phrases[str]:
    """Words of ``number_names.tsv`` of a kind, also with a proclitic."""
    rows = read_table("number_names.tsv")
    return Phrases((form, kind) for forms, row_kind in rows if row_kind == kind for form in forms.split("|"))


@cache
def words_of(kind: str) -> frozenset[str]:
    """Words of ``number_names.tsv`` of a kind, as they are."""
    rows = read_table("number_names.tsv")
    return frozenset(spell(form) for forms, row_kind in rows if row_kind == kind for form in forms.split("|"))


@cache
def stems() -> tuple[str, ...]:
    """How nouns begin whose ب or ل is no proclitic."""
    return tuple(sorted(words_of("stem")))
