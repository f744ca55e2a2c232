"""What a number measures, from the words behind it: «%», «دولار كندي», «من عناصر الأمن», «شخصا على الأقل»."""

import re

from hadath.extract.amounts.words import Tail, currencies, hedges, stems, words_of
from hadath.extract.numerals import PERCENT_SIGNS, Number, number_at, percent_at
from hadath.extract.reading import Reading
from hadath.extract.records import Exactness

__all__ = ["tail_of"]

_NO_NOUN = re.compile("(?!عضوا$)(?:كال|فال|و|س?[يت]ت?[^\\W\\d_]+ون$|[^\\W\\d_]+وا$)")


def tail_of(words: Reading, number: Number, sign: str, taken: dict[int, int]) -> Tail:
    """Read on behind a number; ``sign`` is a currency or percent sign before it, ``taken`` are the times."""
    end = number.end
    if sign in PERCENT_SIGNS and sign:
        return Tail(end, percent=True)
    if sign:
        return Tail(end, sign, currency=_currency_of_sign(sign), money=True)
    if percent := percent_at(words, end):
        return Tail(percent, percent=True)
    currency = currencies().match(words, end)
    if currency and not currency.clip:
        return Tail(currency.end, words.mention(end, end).text, currency=currency.value, money=True)
    exactness, place = _hedge_behind(words, end)
    unit, after = (
        (None, place) if place in taken else _unit(words, place, vague=number.value is None or number.scaled)
    )
    if exactness is None:
        exactness, _ = _hedge_behind(words, after)
        return Tail(end, unit, exactness=exactness)
    return Tail(place, unit, exactness=exactness)


def _currency_of_sign(sign: str) -> str | None:
    return {"$": "USD", "€": "EUR"}.get(sign)


def _hedge_behind(words: Reading, index: int) -> tuple[Exactness | None, int]:
    """«ثلاثة على الأقل», «20 شخصا تقريبا»."""
    hedge = hedges().match(words, index)
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
        counted = noun in words_of("partitive") or (vague and noun.startswith("ال"))
        return (words.mention(index + 1, index + 1).text, index + 2) if counted else (None, index)
    if not form.isalpha() or form in words_of("after"):
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
        return form.startswith(stems())
    return form in words_of("noun") or not _NO_NOUN.match(form)
