"""Quantities that a text names: how many of what, how exactly, and in which currency, with the characters they stand in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from hadath.extract.dates import time_ranges
from hadath.extract.numerals import Number, number_at
from hadath.extract.reading import Found, Phrases, Reading, read_table, reading, spell
from hadath.extract.records import Exactness, Quantity
from hadath.extract.times.words import names_month

__all__ = ["find_quantities"]

_PROCLITICS = frozenset("وبلفك")
_PERCENT_SIGNS = frozenset("%٪")
_PERCENT = Phrases(
    (phrase, True) for phrase in ("في المئة", "في المائة", "بالمئة", "بالمائة", "فى المائة", "في الميه")
)
_JOINING = frozenset("-–/:+×*=_#@\\.^°")  # a number glued to one of these is part of a score, code or address
_LINKS = frozenset({"الي", "حتي", "-", "–", "او"})
_NO_NOUN = re.compile("(?!عضوا$)(?:كال|فال|و|س?[يت]ت?[^\\W\\d_]+ون$|[^\\W\\d_]+وا$)")
_YEARS = range(1900, 2100)
_LONGEST_COUNT = 7  # more figures without a separator are a telephone or account number


class _Hedge(NamedTuple):
    exactness: Exactness
    place: str


@dataclass(frozen=True, slots=True)
class _Amount:
    """A quantity and the index of the word after its mention."""

    end: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class _Tail:
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
def _hedges() -> Phrases[_Hedge]:
    return Phrases(
        (phrase, _Hedge(Exactness(exactness), place))
        for phrase, exactness, place in read_table("exactness.tsv")
    )


@cache
def _currencies() -> Phrases[str | None]:
    return Phrases(
        (f"{noun} {adjective}", code or None)
        for nouns, adjectives, code in read_table("currencies.tsv")
        for noun in nouns.split("|")
        for adjective in adjectives.split("|")
    )


@cache
def _duals() -> Phrases[str]:
    return Phrases((dual, noun) for noun, *duals in read_table("units.tsv") for dual in duals if dual)


@cache
def _labels(kind: str) -> Phrases[str]:
    rows = read_table("number_names.tsv")
    return Phrases((form, kind) for forms, row_kind in rows if row_kind == kind for form in forms.split("|"))


@cache
def _names(kind: str) -> frozenset[str]:
    rows = read_table("number_names.tsv")
    return frozenset(spell(form) for forms, row_kind in rows if row_kind == kind for form in forms.split("|"))


@cache
def _stems() -> tuple[str, ...]:
    return tuple(sorted(_names("stem")))


def find_quantities(text: str) -> list[Quantity]:
    """Find the quantities of a text in order; dates, ages of days, ranks, scores and numbers of telephones are none.

    The mention holds the words of exactness before the number, the number, and «في المئة» or the currency after
    it; what is counted is the ``unit``, as written.

    >>> [(q.mention.text, q.value, q.unit, q.exactness.value) for q in find_quantities("اعتقال نحو 8 آلاف مشارك")]
    [('نحو 8 آلاف', 8000, 'مشارك', 'about')]
    """
    words = reading(text)
    return [amount.quantity for amount in _amounts(words, dict(time_ranges(text)))]


def _amounts(words: Reading, taken: dict[int, int]) -> Iterator[_Amount]:
    """Every quantity outside the times, which are given as first word → index after the last."""
    index = 0
    while index < len(words.forms):
        amount = None if index in taken else _amount_at(words, index, taken)
        if amount:
            yield amount
        index = taken.get(index) or (amount.end if amount else _after_name(words, index))


def _after_name(words: Reading, index: int) -> int:
    """The index after a word, or after figures that count nothing and the scale that belongs to them."""
    number = number_at(words, index) if words.forms[index][0].isdecimal() else None
    return number.end if number else index + 1


def _amount_at(words: Reading, index: int, taken: dict[int, int]) -> _Amount | None:
    if words.forms[index] in _duals():
        return _dual(words, index)
    hedge = _hedges().match(words, index)
    if hedge and hedge.value.place != "after":
        amount = _counted(words, index, hedge.end, hedge, taken)
        if amount:
            return amount
    return _counted(words, index, index, None, taken)


def _dual(words: Reading, index: int) -> _Amount | None:
    """«قتيلان», «شخصين»: the noun itself says two."""
    found = _duals().match(words, index)
    if found is None:
        return None
    half = words.form(index + 1) == "ونصف"
    mention = words.mention(index, index + half, clip=found.clip)
    return _Amount(index + 1 + half, Quantity(mention, 2.5 if half else 2, found.value))


def _counted(
    words: Reading, first: int, index: int, hedge: Found[_Hedge] | None, taken: dict[int, int]
) -> _Amount | None:
    """A number at ``index``, perhaps after a currency or percent sign, with what stands behind it."""
    sign = words.form(index) if words.form(index) in {"$", "€", "%", "٪"} and words.glued(index + 1) else ""
    place = index + bool(sign)
    number = number_at(words, place) if place not in taken else None
    if number is None or (hedge and number.clip) or (sign and not number.digits):
        return None
    tail = _tail(words, number, sign, taken)
    if not _is_counting(words, place, number, tail, hedged=hedge is not None, signed=bool(sign)):
        return None
    exactness = hedge.value.exactness if hedge else tail.exactness or Exactness.EXACT
    mention = words.mention(first, tail.end - 1, clip=hedge.clip if hedge else number.clip)
    quantity = Quantity(mention, number.value, tail.unit, exactness, tail.currency, tail.percent)
    return _Amount(tail.end, quantity)


def _tail(words: Reading, number: Number, sign: str, taken: dict[int, int]) -> _Tail:
    end = number.end
    if sign in _PERCENT_SIGNS and sign:
        return _Tail(end, percent=True)
    if sign:
        return _Tail(end, sign, currency=_currency_of_sign(sign), money=True)
    if words.form(end) in _PERCENT_SIGNS and words.form(end):
        return _Tail(end + 1, percent=True)
    if percent := _PERCENT.match(words, end):
        return _Tail(percent.end, percent=True)
    currency = _currencies().match(words, end)
    if currency and not currency.clip:
        return _Tail(currency.end, words.mention(end, end).text, currency=currency.value, money=True)
    exactness, place = _hedge_behind(words, end)
    unit, after = (
        (None, place) if place in taken else _unit(words, place, vague=number.value is None or number.scaled)
    )
    if exactness is None:
        exactness, _ = _hedge_behind(words, after)
        return _Tail(end, unit, exactness=exactness)
    return _Tail(place, unit, exactness=exactness)


def _currency_of_sign(sign: str) -> str | None:
    return {"$": "USD", "€": "EUR"}.get(sign)


def _hedge_behind(words: Reading, index: int) -> tuple[Exactness | None, int]:
    """«ثلاثة على الأقل», «20 شخصا تقريبا»."""
    hedge = _hedges().match(words, index)
    if hedge is None or hedge.value.place == "before" or hedge.clip:
        return None, index
    if number_at(words, hedge.end):
        return None, index  # it belongs to the next number
    return hedge.value.exactness, hedge.end


def _unit(words: Reading, index: int, *, vague: bool) -> tuple[str | None, int]:
    """The head noun that is counted, as written, and the index after it."""
    form = words.form(index)
    if form == "من":
        noun = words.form(index + 1)
        counted = noun in _names("partitive") or (vague and noun.startswith("ال"))
        return (words.mention(index + 1, index + 1).text, index + 2) if counted else (None, index)
    if not form.isalpha() or form in _names("after"):
        return None, index
    written = words.mention(index, index).text
    definite = written.startswith("ال") and len(form) > 4  # not «ألقاب», which is spelled like it
    if (definite and vague) or (not definite and _may_be_noun(form)):
        return written, index + 1
    return None, index


def _may_be_noun(form: str) -> bool:
    if len(form) < 2 or form.isascii():
        return False
    if form.startswith(("ب", "ل")):
        return form.startswith(_stems())
    return form in _names("noun") or not _NO_NOUN.match(form)


def _is_counting(
    words: Reading, index: int, number: Number, tail: _Tail, *, hedged: bool, signed: bool
) -> bool:
    """Whether the number at ``index`` counts or measures something, rather than naming it."""
    if number.digits:
        return not (
            _is_joined(words, index, number.end, signed=signed)
            or _is_name(words, index, number, tail, hedged=hedged)
            or _goes_on(words, index, number, tail)
            or not (tail.told or hedged or number.scaled or words.form(index - 1) in _labels("counted"))
        )
    if not hedged and _label(words, index) in _labels("before"):
        return False
    if tail.told or hedged or number.value is None:
        return not _goes_on(words, index, number, tail)
    alone = words.form(index).endswith("ه") or number.scaled or words.form(index - 1) in _labels("counted")
    return alone and not _goes_on(words, index, number, tail)


def _is_joined(words: Reading, index: int, end: int, *, signed: bool) -> bool:
    """Whether letters or signs are glued to the figures: «F-16», «2-1», «18:30», «الـ71»."""
    before, after = words.form(index - 1), words.form(end)
    if before == "ال" or (before.endswith("ال") and words.glued(index) and before.isalpha()):
        return True
    if (
        words.glued(index)
        and not signed
        and before not in _PROCLITICS
        and (before in _JOINING or before.isalpha())
    ):
        return before.isascii() or (
            len(before) < 4 and before not in {"وب", "ول", "فب", "الي", "عن", "من", "في"}
        )
    if words.glued(end) and (after.isascii() and after.isalpha()):
        return True
    if after in _JOINING and words.glued(end) and words.glued(end + 1) and words.form(end + 1).isalnum():
        return True
    return (before in {"-", "–", "/"} and words.form(index - 2)[:1].isdecimal()) or (
        after in {"-", "–", "/"} and words.form(end + 1)[:1].isdecimal()
    )


def _is_name(words: Reading, index: int, number: Number, tail: _Tail, *, hedged: bool) -> bool:
    """Whether the figures are a rank, a year, an item of a list or a telephone number."""
    form, before = words.form(index), words.form(index - 1)
    if _label(words, index) in _labels("before") and not (tail.percent or tail.money):
        return True
    if names_month(words, number.end) and not number.scaled:
        return True  # «ثورة 25 يناير»
    if form.isdecimal() and (len(form) >= _LONGEST_COUNT or (form.startswith("0") and len(form) > 1)):
        return not number.scaled and not tail.money
    if before in {"", "\n"} and words.form(number.end) in {".", "-", ")", "–"}:
        return True
    if len(form) == 4 and form.isdecimal() and int(form) in _YEARS and not number.scaled:
        return not (hedged or tail.percent or tail.money) and spell(tail.unit or "") not in _nouns()
    return False


def _label(words: Reading, index: int) -> str:
    """The word before a number or before a row of numbers: «المركزين 13 و14»."""
    for _ in range(4):
        if words.form(index - 1) == "و" and words.form(index - 2).isdecimal():
            index -= 2
    index -= words.form(index - 1) in {'"', "«", "“"}  # حركة «خمس نجوم»
    return words.form(index - 1)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(spell(noun) for noun, *_ in read_table("units.tsv"))


def _goes_on(words: Reading, index: int, number: Number, tail: _Tail) -> bool:
    """Whether it is only the lower end of a range: «من 10 إلى 15 ألفا», «بين 20 و30»; its unit comes later."""
    after = words.form(tail.end)
    if after in _LINKS and not tail.told:
        return number_at(words, tail.end + 1) is not None
    if words.form(index - 1) == "بين":
        return after == "و" or (after.startswith("و") and number_at(words, tail.end) is not None)
    joined = words.form(index).startswith("و") or words.form(index - 1) == "و"
    return joined and _ends_range(words, index)


def _ends_range(words: Reading, index: int) -> bool:
    """Whether «بين» and another number stand shortly before: «بين 300 ألف و400 ألف»."""
    return any(
        words.form(place) == "بين" and number_at(words, place + 1) is not None
        for place in range(index - 6, index - 2)
    )
