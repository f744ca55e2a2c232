"""Dates and months: «11 يناير 2022», «العاشر من حزيران/يونيو من العام الماضي», «7/1/2022», «آذار الماضي»."""

import re
from typing import NamedTuple

from hadath.extract.reading import Found, Reading
from hadath.extract.records import Basis
from hadath.extract.times.calendars import NOWHEN, day, month, nearest_month_year, shifted
from hadath.extract.times.clock import with_clock
from hadath.extract.times.hijri import hijri_day, hijri_month, nearest_hijri_year
from hadath.extract.times.words import (
    MonthName,
    Text,
    Time,
    Word,
    direction_at,
    is_to_come,
    months,
    names,
    ordinals,
    relative,
)
from hadath.extract.times.years import HIJRI_YEARS, after_era, is_hijri, year_figure

__all__ = ["date_at", "day_number", "monthday", "named_month"]

_SAME = frozenset({"نفسه", "ذاته"})
_BEFORE_DAY = frozenset({"في", "منذ", "حتي", "يوم", "من", "الي", "قبل", "بعد", "حلول"})
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


class _Year(NamedTuple):
    """What follows a month: a year, or a direction, or that it cannot be told."""

    end: int
    number: int | None = None
    direction: int | None = None
    unknown: bool = False


def date_at(text: Text, index: int) -> Time | None:
    """«11 يناير 2022», «العاشر من حزيران/يونيو من العام الماضي», «7/1/2022»."""
    words = text.words
    if time := _figures(words, index):
        return time
    number, end = day_number(words, index)
    if number is None:
        return None
    if words.form(end) == "من":
        end += 1
    if words.form(end) == "شهر":
        end += 1
    return _day_of_month(text, index, number, end) or _day_of_current_month(text, index, number, end)


def monthday(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«السابع من يناير»."""
    time = date_at(text, index)
    return with_clock(text, time) if time else None


def _day_of_month(text: Text, index: int, number: int, month_index: int) -> Time | None:
    name, end = _month_name(text.words, month_index)
    if name is None:
        return None
    tail = _year_tail(text, end, hijri=name.hijri)
    if tail.unknown:
        return Time(index, tail.end, NOWHEN, Basis.EXPLICIT)
    basis = Basis.EXPLICIT if tail.number is not None else _basis(tail.direction)
    year = tail.number or _year_of(text, index, name, number, tail.direction)
    if year is None:
        return Time(index, tail.end, NOWHEN, basis)
    period = (hijri_day if name.hijri else day)(year, name.number, number)
    return Time(index, tail.end, period, basis)


def _day_of_current_month(text: Text, index: int, number: int, month_index: int) -> Time | None:
    """«23 من الشهر الجاري», «الخامس من الشهر نفسه»; not «الأسبوع الأول من الشهر الجاري»."""
    words = text.words
    found = relative("period").match(words, month_index)
    if found is None or found.clip or found.value.value != "month":
        return None
    if not words.forms[index].isdecimal() and words.form(index - 1) not in _BEFORE_DAY:
        return None
    if words.form(found.end) in _SAME:
        return Time(index, found.end + 1, NOWHEN, Basis.RELATIVE)
    direction, end = direction_at(words, found.end)
    if direction is None:
        return None
    that = shifted("month", direction, text.published).begin if text.published else None
    return Time(index, end, day(that.year, that.month, number) if that else NOWHEN, Basis.RELATIVE)


def _basis(direction: int | None) -> Basis:
    return Basis.INFERRED if direction is None else Basis.RELATIVE


def _year_of(
    text: Text, index: int, name: MonthName, day_number: int | None, direction: int | None
) -> int | None:
    """The year that a month or day without one means; None if the day of publication is unknown."""
    published, number = text.published, name.number
    if published is None:
        return None
    if name.hijri:
        ahead = 1 if direction is None and is_to_come(text.words, index) else direction
        return nearest_hijri_year(number, day_number, published, ahead)
    if direction is None and is_to_come(text.words, index):
        return min(nearest_month_year(number, day_number, published, 1), published.year + 1)
    year = nearest_month_year(number, day_number, published, direction)
    since = text.words.form(index - 1).endswith("منذ") and direction is None
    return year - (since and (year, number) > (published.year, published.month))  # «منذ ديسمبر» is past


def day_number(words: Reading, index: int) -> tuple[int | None, int]:
    """A day of the month in figures or as an ordinal, and the index after it."""
    form = words.form(index)
    if form.isdecimal() and len(form) <= 2 and 1 <= int(form) <= 31:
        return int(form), index + 1
    found = ordinals("monthday").match(words, index)
    return (found.value, found.end) if found else (None, index)


def _month_name(words: Reading, index: int) -> tuple[MonthName | None, int]:
    """A month, also with its second name: «كانون الثاني/يناير», «يناير (كانون الثاني)»."""
    found = months().match(words, index)
    if found is None or found.clip:
        return None, index
    name, end = found.value, found.end
    sign = words.form(end)
    place = end + (sign in {"/", "(", "-", "\\"})
    second = months().match(words, place)
    if second and second.value.number == name.number and not second.value.hijri:
        if sign != "(":
            end = second.end
        elif words.form(second.end) == ")":
            end = second.end + 1
    return name, end


def _year_tail(text: Text, index: int, *, hijri: bool = False) -> _Year:
    """The year after a month: «2022», «من عام 2019», «من العام الماضي», «المقبل», or nothing."""
    words = text.words
    direction, end = direction_at(words, index)
    if direction is not None:
        return _Year(end, direction=direction)
    if number := year_figure(words, index):
        end = index + 1
        return _Year(end + is_hijri(words, end) if hijri else after_era(words, end), number)
    start = index + (words.form(index) == "من")
    if words.form(start) == "كل" and words.form(start + 1) in {"عام", "سنه"}:
        return _Year(start + 2, unknown=True)
    found = relative("year").match(words, start)
    if found is None or found.clip:
        return _Year(index)
    if number := year_figure(words, found.end):
        return _Year(after_era(words, found.end + 1), number)
    direction, end = direction_at(words, found.end)
    if direction is not None:
        if hijri or text.published is None:
            return _Year(end, direction=direction if hijri else None, unknown=not hijri)
        return _Year(end, text.published.year + direction)
    if words.form(found.end) in _SAME | {"التالي", "السابق"} and start > index:
        return _Year(found.end + 1, unknown=True)
    return _Year(index)


def _figures(words: Reading, index: int) -> Time | None:
    """«7/1/2022», «2022-01-07», «7.1.2022»: the day comes first, unless only the other order is a date."""
    form = words.form(index)
    if dotted := _DOTTED.fullmatch(form):
        return _figure_time(words, index, index + 1, *(int(part) for part in dotted.groups()))
    sign = words.form(index + 1)
    parts = [words.form(place) for place in (index, index + 2, index + 4)]
    if sign not in {"/", "-"} or words.form(index + 3) != sign or not all(part.isdecimal() for part in parts):
        return None
    if (
        not all(words.glued(place) for place in range(index + 1, index + 5))
        or sorted(map(len, parts))[-1] != 4
    ):
        return None
    return _figure_time(words, index, index + 5, *(int(part) for part in parts))


def _figure_time(words: Reading, index: int, end: int, first: int, second: int, third: int) -> Time | None:
    candidates = ((third, second, first), (third, first, second)) if third > 31 else ((first, second, third),)
    if candidates[0][0] in HIJRI_YEARS:
        return Time(index, end + is_hijri(words, end), hijri_day(*candidates[0]), Basis.EXPLICIT)
    for numbers in candidates:
        period = day(*numbers)
        if period.value and 1800 <= numbers[0] <= 2199:
            return Time(index, end, period, Basis.EXPLICIT)
    return None


def named_month(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«في يناير», «آذار الماضي», «مارس 2019»; not the verb «مارس» or a man called «شعبان»."""
    words = text.words
    start = months().match(words, index)
    assert start is not None
    name, end = _month_pair(words, index, start)
    tail = _year_tail(text, end, hijri=name.hijri)
    told = tail.end > end or end > start.end
    before = words.form(index - 1)
    if before.isdecimal() and len(before) < 4:
        return None  # a day whose date is a name: «ميدان 6 أكتوبر»
    if not told and not _stands_alone(name, before):
        return None
    return _month_time(text, index, name, tail)


def _stands_alone(name: MonthName, before: str) -> bool:
    """Whether a word that may be a month is one by itself, seen from the word before it."""
    if before in {"شهر", "شهري"}:
        return True
    if before in names("date"):
        return False
    return name.alone == "yes" or (name.alone == "no" and before in names("preposition"))


def _month_pair(words: Reading, index: int, start: Found[MonthName]) -> tuple[MonthName, int]:
    name, end = _month_name(words, index)
    if name is None:  # a proclitic stands before it
        return start.value, start.end
    return name, end


def _month_time(text: Text, index: int, name: MonthName, tail: _Year) -> Time:
    if tail.unknown:
        return Time(index, tail.end, NOWHEN, Basis.EXPLICIT)
    basis = Basis.EXPLICIT if tail.number is not None else _basis(tail.direction)
    year = tail.number or _year_of(text, index, name, None, tail.direction)
    if year is None:
        return Time(index, tail.end, NOWHEN, basis)
    return Time(index, tail.end, (hijri_month if name.hijri else month)(year, name.number), basis)
