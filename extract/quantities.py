"""Quantities that a text names: how many of what, how exactly, and in which currency, with the characters they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass

from hadath.extract.amounts.counts import is_counting
from hadath.extract.amounts.tails import tail_of
from hadath.extract.amounts.words import Hedge, duals, hedges, labels
from hadath.extract.dates import time_ranges
from hadath.extract.numerals import may_be_number, number_at
from hadath.extract.reading import Found, Reading, reading
from hadath.extract.records import Exactness, Quantity

__all__ = ["find_quantities"]

_LASTING = frozenset({"لمده", "مده"})
_FOR = ("ل", "ول")
_SIGNS = frozenset("$€%٪")  # they may stand before a number


@dataclass(frozen=True, slots=True)
class _Amount:
    """A quantity and the index of the word after its mention."""

    end: int
    quantity: Quantity


def find_quantities(text: str) -> list[Quantity]:
    """Find the quantities of a text in order; dates, ages of days, ranks, scores and numbers of telephones are none.

    The mention holds the words of exactness before the number, the number, and «في المئة» or the currency after
    it; what is counted is the ``unit``, as written.

    >>> [(q.mention.text, q.value, q.unit, q.exactness.value) for q in find_quantities("اعتقال نحو 8 آلاف مشارك")]
    [('نحو 8 آلاف', 8000, 'مشارك', 'about')]
    """
    words = reading(text)
    times = {first: end for first, end in time_ranges(text) if not _is_term(words, first)}
    return [amount.quantity for amount in _amounts(words, times)]


def _amounts(words: Reading, taken: dict[int, int]) -> Iterator[_Amount]:
    """Every quantity outside the times, which are given as first word → index after the last."""
    index = 0
    while index < len(words.forms):
        begins = index not in taken and _may_begin(words.forms[index])
        amount = _amount_at(words, index, taken) if begins else None
        if amount:
            yield amount
        index = taken.get(index) or (amount.end if amount else _after_name(words, index))


def _may_begin(form: str) -> bool:
    """Whether a quantity may begin with a word."""
    return form in duals() or form in hedges() or form in _SIGNS or may_be_number(form)


def _is_term(words: Reading, index: int) -> bool:
    """Whether a length of time is how long a punishment lasts: «بالسجن النافذ لمدة عامين», «بالسجن لثلاثة أعوام»."""
    form, before = words.form(index), words.form(index - 1)
    if before in _LASTING:
        index -= 1
    elif not (before in _FOR or form.startswith(_FOR)):
        return False
    return any(words.form(place) in labels("term") for place in (index - 1, index - 2))


def _after_name(words: Reading, index: int) -> int:
    """The index after a word, or after figures that count nothing and the scale that belongs to them."""
    number = number_at(words, index) if words.forms[index][0].isdecimal() else None
    return number.end if number else index + 1


def _amount_at(words: Reading, index: int, taken: dict[int, int]) -> _Amount | None:
    if words.forms[index] in duals():
        return _dual(words, index)
    hedge = hedges().match(words, index)
    if hedge and hedge.value.place != "after":
        amount = _counted(words, index, hedge.end, hedge, taken)
        if amount:
            return amount
    return _counted(words, index, index, None, taken)


def _dual(words: Reading, index: int) -> _Amount | None:
    """«قتيلان», «شخصين»: the noun itself says two."""
    found = duals().match(words, index)
    if found is None:
        return None
    half = words.form(index + 1) == "ونصف"
    mention = words.mention(index, index + half, clip=found.clip)
    return _Amount(index + 1 + half, Quantity(mention, 2.5 if half else 2, found.value))


def _counted(
    words: Reading, first: int, index: int, hedge: Found[Hedge] | None, taken: dict[int, int]
) -> _Amount | None:
    """A number at ``index``, perhaps after a currency or percent sign, with what stands behind it."""
    sign = words.form(index) if words.form(index) in _SIGNS and words.glued(index + 1) else ""
    place = index + bool(sign)
    number = number_at(words, place) if place not in taken else None
    if number is None or (hedge and number.clip) or (sign and not number.digits):
        return None
    tail = tail_of(words, number, sign, taken)
    if not is_counting(words, place, number, tail, hedged=hedge is not None, signed=bool(sign)):
        return None
    exactness = hedge.value.exactness if hedge else tail.exactness or Exactness.EXACT
    mention = words.mention(first, tail.end - 1, clip=hedge.clip if hedge else number.clip)
    quantity = Quantity(mention, number.value, tail.unit, exactness, tail.currency, tail.percent)
    return _Amount(tail.end, quantity)
