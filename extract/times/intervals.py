"""From one time to another: «بين 2010 و2015», «من 3 إلى 5 مايو», «3 و4 يناير»."""

from dataclasses import replace
from datetime import date

from hadath.extract.reading import Found, Reading
from hadath.extract.records import Basis
from hadath.extract.times.calendars import NOWHEN, Period, day, stretch, year
from hadath.extract.times.dates import date_at, day_number
from hadath.extract.times.words import Text, Time, Word
from hadath.extract.times.years import counts_something, year_figure

__all__ = ["days_of_month", "interval"]


def interval(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«بين 2010 و2015», «من 3 إلى 5 مايو», «بين عامي 2010 و2015»."""
    words, start = text.words, found.end
    if found.clip and found.proclitic != "و":
        return None
    start += words.form(start) in {"عامي", "العامين", "سنتي", "السنتين", "عام", "يومي", "يوم"}
    between = found.value.value == "و"
    if first := year_figure(words, start):
        place = _after_link(words, start + 1, between=between)
        second = year_figure(words, place) if place else None
        if second and 1900 <= first < second <= 2099 and not counts_something(words, place):
            return Time(index, place + 1, stretch(year(first), year(second)), Basis.EXPLICIT)
        return None
    return _span_of_days(text, index, start, between=between)


def _span_of_days(text: Text, index: int, start: int, *, between: bool) -> Time | None:
    words = text.words
    first = date_at(text, start)
    number, end = (None, first.end) if first else day_number(words, start)
    if first is None and number is None:
        return None
    place = _after_link(words, end, between=between)
    last = date_at(text, place) if place else None
    if last is None:
        return None
    if last.period.begin is None:
        return None if text.published else Time(index, last.end, NOWHEN, last.basis)
    begin = _before(text, start, last.period.begin) if first else NOWHEN
    if number is not None:
        begin = day(last.period.begin.year, last.period.begin.month, number)
    period = stretch(begin, last.period)
    return Time(index, last.end, period, last.basis) if period.value else None


def _before(text: Text, index: int, end: date) -> Period:
    """A date that begins an interval, in the year of its end if it has none itself."""
    first = date_at(replace(text, published=end), index)
    if first is None or first.period.begin is None or first.period.begin <= end:
        return first.period if first else NOWHEN
    return day(end.year - 1, first.period.begin.month, first.period.begin.day)


def _after_link(words: Reading, index: int, *, between: bool) -> int:
    """The index after «و» or «إلى», 0 if there is none."""
    form = words.form(index)
    if between:
        return index + 1 if form == "و" else 0
    if form in {"الي", "حتي", "و"} and words.form(index + 1) in {"حتي", "عام"}:
        return index + 2
    return index + 1 if form in {"الي", "حتي"} else 0


def days_of_month(text: Text, index: int) -> Time | None:
    """«3 و4 مايو», «3-5 مايو»."""
    words = text.words
    first, end = day_number(words, index)
    if first is None or words.form(end) not in {"و", "-", "–", "الي", "حتي"}:
        return None
    last = date_at(text, end + 1)
    if last is None or last.period.begin != last.period.end:
        return None
    if last.period.begin is None:
        return None if text.published else Time(index, last.end, NOWHEN, last.basis)
    begin = day(last.period.begin.year, last.period.begin.month, first)
    return Time(index, last.end, stretch(begin, last.period), last.basis)
