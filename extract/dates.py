"""Times that a text names: dates, weekdays, months, years, «أمس», «قبل ثلاثة أيام», «في وقت سابق», with the days they cover."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import NamedTuple

from hadath.extract.calendars import (
    NOWHEN,
    Period,
    century,
    day,
    decade,
    month,
    nearest_month_year,
    nearest_weekday,
    shifted,
    stretch,
    year,
)
from hadath.extract.numerals import number_at
from hadath.extract.reading import Found, Phrases, Reading, read_table, reading, spell
from hadath.extract.records import Basis, TimeExpression

__all__ = ["find_times", "names_month", "time_ranges"]

_OPENING, _CLOSING = frozenset("«\"“'‘"), frozenset("»\"”'’")
_SENTENCE_END = frozenset(".!؟?\n:؛")
_LOOK_BACK = 10  # words before a time in which its future cue stands
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_FUTURE_VERB = re.compile("[وف]?(س[يتن][^\\W\\d_]{3,})")


class _Word(NamedTuple):
    kind: str
    value: str


class _Month(NamedTuple):
    number: int
    hijri: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class _Text:
    words: Reading
    published: date | None


@dataclass(frozen=True, slots=True)
class _Time:
    """A time from the word ``first`` up to before ``end``."""

    first: int
    end: int
    period: Period
    basis: Basis
    clip: int = 0
    skip: int = 0  # words before it that only led to it: «لمدة»


@cache
def _triggers() -> Phrases[_Word]:
    """The words with which a time may begin."""
    inner = {"unit", "dual", "direction"}
    rows = [
        (phrase, _Word(kind, value))
        for phrase, kind, value in read_table("relative.tsv")
        if kind not in inner
    ]
    rows += [
        (form, _Word("weekday", number))
        for forms, number in read_table("weekdays.tsv")
        for form in forms.split("|")
    ]
    rows += [
        (form, _Word(kind, value)) for form, kind, value in read_table("ordinals.tsv") if kind == "monthday"
    ]
    rows += [
        (form, _Word("month", "")) for forms, *_ in read_table("months.tsv") for form in forms.split("|")
    ]
    return Phrases(rows)


@cache
def _relative(*kinds: str) -> Phrases[_Word]:
    return Phrases(
        (phrase, _Word(kind, value)) for phrase, kind, value in read_table("relative.tsv") if kind in kinds
    )


@cache
def _ordinals(kind: str) -> Phrases[int]:
    return Phrases(
        (form, int(value)) for form, row_kind, value in read_table("ordinals.tsv") if row_kind == kind
    )


@cache
def _months() -> Phrases[_Month]:
    return Phrases(
        (form, _Month(int(number), calendar == "hijri", alone == "yes"))
        for forms, number, calendar, alone in read_table("months.tsv")
        for form in forms.split("|")
    )


@cache
def _names(kind: str) -> Phrases[str]:
    rows = read_table("time_names.tsv")
    return Phrases((form, kind) for forms, row_kind in rows if row_kind == kind for form in forms.split("|"))


def find_times(text: str, published: date | None) -> list[TimeExpression]:
    """Find the times of a text in order; relative and incomplete ones are placed from the day of publication.

    A mention leaves out the proclitics و ف ب ل ك; times that have no date («ليلا», or any relative one of an
    article without a date) have value None. Keys are left empty for the caller to give.

    >>> [(t.mention.text, t.value) for t in find_times("وصل يوم الجمعة الماضي", date(2022, 1, 11))]
    [('يوم الجمعة الماضي', '2022-01-07')]
    """
    words = reading(text)
    return [
        TimeExpression(
            key="",
            mention=words.mention(time.first, time.end - 1, clip=time.clip),
            basis=time.basis,
            value=time.period.value,
            begin=time.period.begin,
            end=time.period.end,
        )
        for time in _times(_Text(words, published))
    ]


def time_ranges(text: str) -> Iterator[tuple[int, int]]:
    """The times of a text as ``(first, end)`` in the words of its reading."""
    for time in _times(_Text(reading(text), None)):
        yield time.first, time.end


def names_month(words: Reading, index: int) -> bool:
    """Whether the word is a month's name: a number before it counts nothing."""
    found = _months().match(words, index)
    return found is not None and not found.clip


def _times(text: _Text) -> Iterator[_Time]:
    index, last = 0, None
    triggers = _triggers()
    forms = text.words.forms
    while index < len(forms):
        form = forms[index]
        time = None
        if form[0].isdecimal():
            time = _numeric_time(text, index, last)
        elif form in triggers:
            time = _worded_time(text, index)
        if time:
            last = _day_after(time, last, form)
            yield last
        index = time.end if time else index + 1


def _day_after(time: _Time, last: _Time | None, form: str) -> _Time:
    """«الخميس والجمعة»: of two days of the week that are joined the second follows the first."""
    begin = time.period.begin
    joined = (
        last
        and last.end == time.first
        and form.startswith("و")
        and last.basis is time.basis is Basis.INFERRED
    )
    if not joined or last is None or last.period.begin is None or begin is None or begin > last.period.begin:
        return time
    period = shifted("day", 7, begin)
    if period.begin is None or (period.begin - last.period.begin).days > 3:
        return time
    return replace(time, period=period)


def _worded_time(text: _Text, index: int) -> _Time | None:
    for found in _triggers().matches(text.words, index):
        time = _RULES[found.value.kind](text, index, found)
        if time:
            return replace(time, first=index + time.skip, clip=0 if time.skip else found.clip)
    return None


# --- days -------------------------------------------------------------------------------------------------------------


def _day(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«أمس», «اليوم (الاثنين)», «غدا الأحد 3 مايو»; not «المصري اليوم», «اليوم العالمي»."""
    words, offset = text.words, int(found.value.value)
    if words.forms[index].endswith("اليوم") and not _is_today(words, index, found.end):
        return None
    period = shifted("day", offset, text.published) if text.published else NOWHEN
    weekday, end = _bracketed(text, found.end, _plain_weekday)
    if weekday:
        period = _weekday_near(weekday.period, text.published, offset)
    elif words.form(index).endswith("غد") and found.end == index + 1:
        return None  # «حزب غد الثورة»
    when, end = _bracketed(text, end, _date)
    if when:
        return replace(when, first=index, end=end)
    return _with_clock(text, _Time(index, end, period, Basis.RELATIVE))


def _is_today(words: Reading, index: int, end: int) -> bool:
    before, after = words.form(index - 1), words.form(end)
    return (
        before not in _names("before_today") and after not in _names("today") and words.form(index)[0] != "ب"
    )


def _plain_weekday(text: _Text, index: int) -> _Time | None:
    """A day of the week without a proclitic; its number stands in the value of the period."""
    found = _triggers().match(text.words, index)
    if found is None or found.value.kind != "weekday" or found.clip:
        return None
    return _Time(index, found.end, Period(found.value.value), Basis.INFERRED)


def _weekday_near(weekday: Period, published: date | None, offset: int) -> Period:
    """The day of that name nearest to «اليوم» or «أمس», since papers appear a day after they are written."""
    if published is None or weekday.value is None:
        return NOWHEN
    for distance in (0, -1, 1, -2):
        period = shifted("day", offset + distance, published)
        if period.begin and period.begin.isoweekday() == int(weekday.value):
            return period
    return NOWHEN


def _bracketed(
    text: _Text, index: int, rule: Callable[[_Text, int], _Time | None]
) -> tuple[_Time | None, int]:
    """What a rule finds at once, after a comma or in brackets, and the index after it."""
    words = text.words
    if time := rule(text, index):
        return time, time.end
    sign = words.form(index)
    time = rule(text, index + 1) if sign in {"(", "،", ",", "-"} else None
    if time is None or (sign in {"(", "-"} and words.form(time.end) != {"(": ")", "-": "-"}[sign]):
        return None, index
    return time, time.end + (sign in {"(", "-"})


def _weekday(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«الاثنين», «الخميس المقبل», «الثلاثاء 11 يناير»; not «صلاة الجمعة», «بين الاثنين», «الأحد عشر»."""
    words, number, end = text.words, int(found.value.value), found.end
    before = words.form(index - 1)
    if (
        before in _names("weekday")
        or (number == 1 and before in _names("pair"))
        or words.form(end) in {"عشر", "عشره"}
    ):
        return None
    if before in _OPENING and words.form(end) in _CLOSING:
        return None
    when, after = _bracketed(text, end, _date)
    if when:
        return _with_clock(text, replace(when, first=index, end=after))
    direction, after = _direction(words, end)
    if words.form(after) == "عشر":
        return None
    basis = Basis.INFERRED if direction is None else Basis.RELATIVE
    if direction is None and _to_come(text.words, index):
        direction = 0
    period = nearest_weekday(number, text.published, direction=direction) if text.published else NOWHEN
    return _with_clock(text, _Time(index, after, period, basis))


def _direction(words: Reading, index: int) -> tuple[int | None, int]:
    """-1 for «الماضي», 0 for «الجاري», 1 for «المقبل»."""
    found = _relative("direction").match(words, index)
    return (int(found.value.value), found.end) if found and not found.clip else (None, index)


def _to_come(words: Reading, index: int) -> bool:
    """Whether a future verb or a word of plans stands shortly before in the sentence."""
    for place in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
        form = words.forms[place]
        if form in _SENTENCE_END:
            return False
        verb = _FUTURE_VERB.fullmatch(form)
        if form in _names("future") or (verb and not verb.group(1).startswith(_not_future())):
            return True
    return False


@cache
def _not_future() -> tuple[str, ...]:
    rows = read_table("time_names.tsv")
    return tuple(spell(form) for forms, kind in rows if kind == "not_future" for form in forms.split("|"))


def _daypart(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«مساء السبت», «يوم الجمعة», «فجر اليوم», «صباح 7 يناير»; «مساءً» by itself has no date."""
    words, end = text.words, found.end
    if words.form(end) == "يوم":
        end += 1
    time = _date(text, end) or _named_day(text, end, {"weekday", "day", "period", "this"})
    if time:
        return _Time(index, time.end, time.period, time.basis)
    if words.form(index) == "عشيه" or "\u064b" in words.mention(index, found.end - 1).text:
        return _Time(index, found.end, NOWHEN, Basis.RELATIVE)
    return None


def _named_day(text: _Text, index: int, kinds: set[str]) -> _Time | None:
    for found in _triggers().matches(text.words, index):
        if found.value.kind in kinds and not found.clip:
            return _RULES[found.value.kind](text, index, found)
    return None


# --- dates, months, years ---------------------------------------------------------------------------------------------


class _Year(NamedTuple):
    """What follows a month: a year, or a direction, or that it cannot be told."""

    end: int
    number: int | None = None
    direction: int | None = None
    unknown: bool = False


def _date(text: _Text, index: int) -> _Time | None:
    """«11 يناير 2022», «العاشر من حزيران/يونيو من العام الماضي», «7/1/2022»."""
    words = text.words
    if time := _figures(words, index):
        return time
    number, end = _day_number(words, index)
    if number is None:
        return None
    if words.form(end) == "من":
        end += 1
    if words.form(end) == "شهر":
        end += 1
    return _day_of_month(text, index, number, end)


def _day_of_month(text: _Text, index: int, number: int, month_index: int) -> _Time | None:
    name, end = _month_name(text.words, month_index)
    if name is None:
        return None
    tail = _year_tail(text, end, hijri=name.hijri)
    if name.hijri or tail.unknown:
        return _Time(index, tail.end, NOWHEN, Basis.EXPLICIT)
    if tail.number is not None:
        return _Time(index, tail.end, day(tail.number, name.number, number), Basis.EXPLICIT)
    if text.published is None:
        return _Time(index, tail.end, NOWHEN, Basis.INFERRED)
    when = _year_of(text, index, name.number, number, tail.direction)
    return _Time(index, tail.end, day(when, name.number, number), _basis(tail.direction))


def _basis(direction: int | None) -> Basis:
    return Basis.INFERRED if direction is None else Basis.RELATIVE


def _year_of(text: _Text, index: int, number: int, day_number: int | None, direction: int | None) -> int:
    assert text.published is not None
    if direction is None and _to_come(text.words, index):
        ahead = nearest_month_year(number, day_number, text.published, 1)
        return min(ahead, text.published.year + 1)
    return nearest_month_year(number, day_number, text.published, direction)


def _day_number(words: Reading, index: int) -> tuple[int | None, int]:
    form = words.form(index)
    if form.isdecimal() and len(form) <= 2 and 1 <= int(form) <= 31:
        return int(form), index + 1
    found = _ordinals("monthday").match(words, index)
    return (found.value, found.end) if found else (None, index)


def _month_name(words: Reading, index: int) -> tuple[_Month | None, int]:
    """A month, also with its second name: «كانون الثاني/يناير», «يناير (كانون الثاني)»."""
    found = _months().match(words, index)
    if found is None or found.clip:
        return None, index
    name, end = found.value, found.end
    sign = words.form(end)
    place = end + (sign in {"/", "(", "-", "\\"})
    second = _months().match(words, place)
    if second and second.value.number == name.number and not second.value.hijri:
        if sign != "(":
            end = second.end
        elif words.form(second.end) == ")":
            end = second.end + 1
    return name, end


def _year_tail(text: _Text, index: int, *, hijri: bool = False) -> _Year:
    """The year after a month: «2022», «من عام 2019», «من العام الماضي», «المقبل», or nothing."""
    words = text.words
    direction, end = _direction(words, index)
    if direction is not None:
        return _Year(end, direction=direction)
    if number := _year_figure(words, index):
        end = index + 1
        return _Year(end + _is_hijri(words, end) if hijri else _after_era(words, end), number)
    start = index + (words.form(index) == "من")
    found = _relative("year").match(words, start)
    if found is None or found.clip:
        return _Year(index)
    if number := _year_figure(words, found.end):
        return _Year(_after_era(words, found.end + 1), number)
    direction, end = _direction(words, found.end)
    if direction is not None:
        year_number = text.published.year + direction if text.published else None
        return _Year(end, year_number, unknown=year_number is None)
    if words.form(found.end) in {"نفسه", "ذاته"} and start > index:
        return _Year(found.end + 1, unknown=True)
    return _Year(index)


def _year_figure(words: Reading, index: int) -> int | None:
    form = words.form(index)
    return int(form) if len(form) == 4 and form.isdecimal() and 1000 <= int(form) <= 2199 else None


def _after_era(words: Reading, index: int) -> int:
    return index + (words.form(index) in {"م", "ميلادي", "ميلاديه"})


def _is_hijri(words: Reading, index: int) -> bool:
    return words.form(index) in {"ه", "هجري", "هجريه", "للهجره"}


def _figures(words: Reading, index: int) -> _Time | None:
    """«7/1/2022», «2022-01-07», «7.1.2022»: the day comes first, unless only the other order is a date."""
    form = words.form(index)
    if dotted := _DOTTED.fullmatch(form):
        return _figure_time(index, index + 1, *(int(part) for part in dotted.groups()))
    sign = words.form(index + 1)
    parts = [words.form(place) for place in (index, index + 2, index + 4)]
    if sign not in {"/", "-"} or words.form(index + 3) != sign or not all(part.isdecimal() for part in parts):
        return None
    if (
        not all(words.glued(place) for place in range(index + 1, index + 5))
        or sorted(map(len, parts))[-1] != 4
    ):
        return None
    return _figure_time(index, index + 5, *(int(part) for part in parts))


def _figure_time(index: int, end: int, first: int, second: int, third: int) -> _Time | None:
    candidates = ((third, second, first), (third, first, second)) if third > 31 else ((first, second, third),)
    for numbers in candidates:
        period = day(*numbers)
        if period.value and 1800 <= numbers[0] <= 2199:
            return _Time(index, end, period, Basis.EXPLICIT)
    return None


def _numeric_time(text: _Text, index: int, last: _Time | None) -> _Time | None:
    words = text.words
    if (
        (time := _date(text, index) or _days_of_month(text, index))
        and (words.form(index - 1) not in _names("date") or time.basis is Basis.EXPLICIT)
        and not (words.glued(index) and words.form(index - 1) in {"/", "-", "."})
    ):
        return _with_clock(text, time)
    return _clock_figures(text, index) or _bare_year(text, index, last)


def _days_of_month(text: _Text, index: int) -> _Time | None:
    """«3 و4 مايو», «3-5 مايو»."""
    words = text.words
    first, end = _day_number(words, index)
    if first is None or words.form(end) not in {"و", "-", "–", "الي", "حتي"}:
        return None
    last = _date(text, end + 1)
    if last is None or last.period.begin is None or last.period.begin != last.period.end:
        return None
    begin = day(last.period.begin.year, last.period.begin.month, first)
    return _Time(index, last.end, stretch(begin, last.period), last.basis)


def _bare_year(text: _Text, index: int, last: _Time | None) -> _Time | None:
    """«في 2003», «2010-2015»: four figures after a preposition of time and before no counted noun."""
    words = text.words
    number = _year_figure(words, index)
    if number is None or not 1900 <= number <= 2099 or _counts_something(words, index):
        return None
    before = words.form(index - 1)
    follows = (
        last is not None and last.end == index - 1 and before == "و" and len(last.period.value or "") == 4
    )
    if (
        before not in _names("preposition")
        and not follows
        and not (before in {"ب", "ل"} and words.glued(index))
    ):
        return None
    second = _year_figure(words, index + 2)
    if words.form(index + 1) in {"-", "–"} and second:
        return _Time(index, index + 3, stretch(year(number), year(second)), Basis.EXPLICIT)
    return _Time(index, _after_era(words, index + 1), year(number), Basis.EXPLICIT)


def _counts_something(words: Reading, index: int) -> bool:
    after = words.form(index + 1)
    scaled = number_at(words, index)
    if (
        after in {"%", "٪", "$", "€", "/", ":"}
        or (scaled and scaled.scaled)
        or words.form(index + 2) in {"المئه", "المائه"}
    ):
        return True
    if words.form(index - 1) in {"في", "منذ", "شهر"}:
        return (
            int(words.forms[index]) % 50 == 0
            and after.isalpha()
            and not after.startswith(("ال", "و", "ب", "في"))
        )
    return after.isalpha() and len(after) > 2 and not after.startswith(("ال", "و", "لل", "بال", "الي", "علي"))


def _month(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«في يناير», «آذار الماضي», «مارس 2019»; not the verb «مارس» or a man called «شعبان»."""
    words = text.words
    start = _months().match(words, index)
    assert start is not None
    name, end = _month_pair(words, index, start)
    tail = _year_tail(text, end, hijri=name.hijri)
    told = tail.end > end or end > start.end
    before = words.form(index - 1)
    if before.isdecimal():
        return None  # a day whose date is a name: «ميدان 6 أكتوبر»
    if not told and not _stands_alone(name, before):
        return None
    return _month_time(text, index, name, tail)


def _stands_alone(name: _Month, before: str) -> bool:
    """Whether a word that may be a month is one by itself, seen from the word before it."""
    if before in {"شهر", "شهري"}:
        return True
    if name.hijri or before in _names("date"):
        return False
    return name.alone or before in _names("preposition")


def _month_pair(words: Reading, index: int, start: Found[_Month]) -> tuple[_Month, int]:
    name, end = _month_name(words, index)
    if name is None:  # a proclitic stands before it
        return start.value, start.end
    return name, end


def _month_time(text: _Text, index: int, name: _Month, tail: _Year) -> _Time:
    if name.hijri or tail.unknown:
        return _Time(index, tail.end, NOWHEN, Basis.EXPLICIT)
    if tail.number is not None:
        return _Time(index, tail.end, month(tail.number, name.number), Basis.EXPLICIT)
    if text.published is None:
        return _Time(index, tail.end, NOWHEN, _basis(tail.direction))
    number = _year_of(text, index, name.number, None, tail.direction)
    return _Time(index, tail.end, month(number, name.number), _basis(tail.direction))


def _monthday(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«السابع من يناير»."""
    time = _date(text, index)
    return _with_clock(text, time) if time else None


def _year_word(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«عام 2019», «سنة ألفين واثنتين وعشرين»."""
    words = text.words
    number, end = _year_figure(words, found.end), found.end + 1
    if number is None:
        worded = number_at(words, found.end)
        if worded is None or worded.digits or not worded.scaled or not 1900 <= (worded.value or 0) <= 2100:
            return None
        number, end = int(worded.value or 0), worded.end
    if _is_hijri(words, end) or 1300 <= number <= 1500:
        return _Time(index, end + _is_hijri(words, end), NOWHEN, Basis.EXPLICIT)
    second = _year_figure(words, end + 1)
    if words.form(end) in {"-", "–", "/"} and second:
        return _Time(index, end + 2, stretch(year(number), year(second)), Basis.EXPLICIT)
    return _Time(index, _after_era(words, end), year(number), Basis.EXPLICIT)


# --- periods and shifts -----------------------------------------------------------------------------------------------


def _period(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«الأسبوع الماضي», «العام الجاري», «القرن العشرين», «العام 2013»; not «الأمين العام الجديد»."""
    words, unit = text.words, found.value.value
    if unit == "year" and (time := _year_word(text, index, found)):
        return time
    if unit == "century" and (ordinal := _ordinals("monthday").match(words, found.end)):
        return _Time(index, ordinal.end, century(ordinal.value), Basis.EXPLICIT)
    direction, end = _direction(words, found.end)
    if direction is None or (unit == "year" and _is_general(words, index, direction)):
        return None
    if unit == "decade" and direction == 0:
        return None  # «العقد الحالي» is mostly a contract
    period = shifted(unit, direction, text.published) if text.published else NOWHEN
    return _Time(index, end, period, Basis.RELATIVE)


def _is_general(words: Reading, index: int, direction: int) -> bool:
    """Whether «العام» is the adjective: «المدير العام الحالي»."""
    before = words.form(index - 1)
    bare = before[1:] if before.startswith(("وال", "بال", "فال", "كال")) else before
    bare = "ال" + before[2:] if before.startswith("لل") else bare
    return bare in _names("adjective") or (direction == 0 and bare.startswith("ال"))


def _this(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«هذا العام», «هذه الليلة»."""
    period = _relative("period").match(text.words, found.end)
    if period is None or period.clip or period.value.value in {"decade", "century"}:
        return None
    if text.words.form(period.end).startswith("ال") and _direction(text.words, period.end)[0] is None:
        return None  # «هذا العام الدراسي»
    _, end = _direction(text.words, period.end)
    when = shifted(period.value.value, 0, text.published) if text.published else NOWHEN
    return _Time(index, end, when, Basis.RELATIVE)


def _part(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«مطلع العام الجاري», «منتصف حزيران/يونيو», «شهر مايو», «نهاية العام»."""
    words = text.words
    place = found.end + (words.form(found.end) == "شهر")
    for inner in _triggers().matches(words, place):
        if inner.clip or inner.value.kind not in {"month", "period", "year", "decade", "this", "day"}:
            continue
        if time := _RULES[inner.value.kind](text, place, inner):
            return time
        if (
            inner.value.kind == "period"
            and not words.form(inner.end).startswith("ال")
            and found.value.kind == "part"
        ):
            if inner.value.value not in {"month", "year"} or words.forms[index].endswith("شهر"):
                continue
            period = shifted(inner.value.value, 0, text.published) if text.published else NOWHEN
            return _Time(index, inner.end, period, Basis.INFERRED)
    return _bare_year(text, place, None) if not words.forms[index].endswith("شهر") else None


def _season(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«صيف 2019», «خريف العام الماضي»: the season itself has no fixed days, so its year is given."""
    words = text.words
    if number := _year_figure(words, found.end):
        return _Time(index, found.end + 1, year(number), Basis.EXPLICIT)
    for inner in _triggers().matches(words, found.end):
        if not inner.clip and inner.value.kind in {"period", "year"}:
            return _RULES[inner.value.kind](text, found.end, inner)
    return None


def _decade(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«التسعينيات», «ثمانينيات القرن الماضي»; not «في الثلاثينيات من العمر»."""
    words, end = text.words, found.end
    start = end + (words.form(end) == "من")
    if words.form(start).startswith(("عمر", "العمر")):
        return None
    of_century = words.form(start) == "القرن" and words.form(start + 1) in {"الماضي", "العشرين"}
    if of_century:
        end = start + 2
    elif not words.forms[index][found.clip :].startswith("ال") or found.value.value == "1920":
        return None
    return _Time(index, end, decade(int(found.value.value)), Basis.EXPLICIT)


def _plural(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«الأيام القليلة الماضية», «السنوات الخمس المقبلة»: no fixed days."""
    words, end = text.words, found.end
    if (
        words.form(end).startswith("ال")
        and _direction(words, end)[0] is None
        and words.form(end) != "الاخيره"
    ) or words.form(end).isdecimal():
        end += 1
    direction, after = _direction(words, end)
    if direction is None and words.form(end) != "الاخيره":
        return None
    return _Time(index, after if direction is not None else end + 1, NOWHEN, Basis.RELATIVE)


def _shift(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«قبل ثلاثة أيام», «منذ أسبوعين», «بعد يومين», «خلال ساعات»."""
    words, sign = text.words, int(found.value.value)
    span = _time_span(words, found.end)
    if span is None:
        return None
    end, unit, count = span
    period = NOWHEN
    relative_to_other = (
        words.form(end) in {"من", "علي", "عن"}
        and found.value.value != "0"
        and "منذ" not in words.forms[index]
    )
    certain = sign and ("منذ" in words.forms[index] or (sign > 0) == _to_come(words, index))
    if text.published and count and certain and not relative_to_other:
        period = shifted(unit, sign * count, text.published)
    end += words.form(end) in {"قليله", "معدوده", "عده", "طويله", "قلائل"}
    skip = 0 if sign or words.forms[index].endswith(("خلال", "غضون")) else found.end - index
    return _Time(index, end, period, Basis.RELATIVE, skip=skip)


def _time_span(words: Reading, index: int) -> tuple[int, str, int] | None:
    """How long: index after it, unit and count, 0 if vague."""
    while words.form(index) in {"نحو", "حوالي", "قرابه", "عده", "بضع", "بضعه"}:
        index += 1
    vague = words.form(index - 1) in {"عده", "بضع", "بضعه"}
    number = number_at(words, index)
    if number and not number.clip:
        unit = _relative("unit").match(words, number.end)
        if unit is None or unit.clip:
            return None
        count = number.value if isinstance(number.value, int) else 0
        return unit.end, unit.value.value, count
    unit = _relative("unit", "dual").match(words, index)
    if unit is None or unit.clip or (unit.value.kind == "unit" and _names_a_time(words, unit.end)):
        return None
    singular = words.form(index) in {"يوم", "اسبوع", "شهر", "عام", "سنه", "قرن", "عقد"}
    count = 2 if unit.value.kind == "dual" else int(singular)
    return unit.end, unit.value.value, 0 if vague else count


def _names_a_time(words: Reading, index: int) -> bool:
    """Whether what follows «يوم», «عام» or «شهر» says which one: «بعد يوم الأحد», «قبل عام 2019»."""
    form = words.form(index)
    if form[:1].isdecimal() or _months().match(words, index):
        return True
    found = _triggers().match(words, index)
    return found is not None and found.value.kind in {"weekday", "day"} and not found.clip


def _span(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«بين 2010 و2015», «من 3 إلى 5 مايو», «بين عامي 2010 و2015»."""
    words, start = text.words, found.end
    if found.clip and found.proclitic != "و":
        return None
    start += words.form(start) in {"عامي", "سنتي", "عام", "يومي", "يوم"}
    between = found.value.value == "و"
    if first := _year_figure(words, start):
        place = _after_link(words, start + 1, between=between)
        second = _year_figure(words, place) if place else None
        if second and 1900 <= first < second <= 2099 and not _counts_something(words, place):
            return _Time(index, place + 1, stretch(year(first), year(second)), Basis.EXPLICIT)
        return None
    return _span_of_days(text, index, start, between=between)


def _span_of_days(text: _Text, index: int, start: int, *, between: bool) -> _Time | None:
    words = text.words
    first = _date(text, start)
    number, end = (None, first.end) if first else _day_number(words, start)
    if first is None and number is None:
        return None
    place = _after_link(words, end, between=between)
    last = _date(text, place) if place else None
    if last is None or last.period.begin is None:
        return None
    begin = _before(text, start, last.period.begin) if first else NOWHEN
    if number is not None:
        begin = day(last.period.begin.year, last.period.begin.month, number)
    period = stretch(begin, last.period)
    return _Time(index, last.end, period, last.basis) if period.value else None


def _before(text: _Text, index: int, end: date) -> Period:
    """A date that begins an interval, in the year of its end if it has none itself."""
    first = _date(_Text(text.words, end), index)
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


# --- the clock --------------------------------------------------------------------------------------------------------


def _clock(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«الساعة 18:00», «الساعة الثامنة مساء الأحد»: a moment if its day is named too."""
    clock = _clock_time(text.words, found.end)
    if clock is None:
        return None
    end, moment = clock
    place = end + (text.words.form(end) in {"من", "يوم"})
    named = _triggers().match(text.words, place)
    day_time = None
    if named and named.value.kind in {"weekday", "day", "daypart"} and not named.clip:
        day_time = _RULES[named.value.kind](text, place, named)
    if day_time is None or day_time.period.begin is None:
        return _Time(index, day_time.end if day_time else end, NOWHEN, Basis.RELATIVE)
    return _Time(index, day_time.end, _at(day_time.period, moment), day_time.basis)


def _at(period: Period, moment: str) -> Period:
    if period.value is None or period.begin != period.end or "T" in period.value:
        return period
    return replace(period, value=f"{period.value}T{moment}")


_HALVES = {"والنصف": 30, "ونصف": 30, "والربع": 15, "وربع": 15, "والثلث": 20}


def _clock_time(words: Reading, index: int) -> tuple[int, str] | None:
    """The hour after «الساعة» as hh:mm and the index after it, in the 24-hour way if the part of day is told."""
    hour, minute, end = 0, 0, index
    form = words.form(index)
    if form.isdecimal() and len(form) <= 2:
        hour, end = int(form), index + 1
        if words.form(end) in {":", "."} and words.form(end + 1).isdecimal() and words.glued(end + 1):
            minute, end = int(words.form(end + 1)), end + 2
    elif found := _ordinals("hour").match(words, index):
        hour, end = found.value, found.end
    else:
        return None
    if words.form(end) in _HALVES:
        minute, end = _HALVES[words.form(end)], end + 1
    if hour > 24 or minute > 59:
        return None
    if words.form(end) in {"صباحا", "مساء", "ظهرا", "عصرا", "ليلا", "فجرا", "ص"}:
        evening = (
            words.form(end) in {"مساء", "عصرا"}
            or (words.form(end) == "ليلا" and hour >= 6)
            or (words.form(end) == "ظهرا" and hour < 6)
        )
        hour += 12 if evening and hour < 12 else 0
        follows = _triggers().match(words, end + 1)
        if words.form(end) != "مساء" or not (follows and follows.value.kind in {"weekday", "day"}):
            end += 1
    return end, f"{hour % 24:02}:{minute:02}"


def _clock_figures(text: _Text, index: int) -> _Time | None:
    """«18:00 بتوقيت غرينتش»: figures with a colon are a time of day only when something says so."""
    words = text.words
    if words.form(index + 1) != ":" or len(words.form(index)) > 2 or words.form(index - 1) == ":":
        return None
    if not (words.glued(index + 1) and words.glued(index + 2)):
        return None
    clock = _clock_time(words, index)
    if clock is None or clock[0] < index + 3:
        return None
    told = clock[0] > index + 3 or words.form(clock[0]) in {"بتوقيت", "بالتوقيت", "توقيت", "غرينتش", "ت"}
    return _Time(index, clock[0], NOWHEN, Basis.RELATIVE) if told else None


def _with_clock(text: _Text, time: _Time) -> _Time:
    """Let a day take in the hour that follows it: «الاثنين الساعة 18:00»."""
    words = text.words
    place = time.end + (words.form(time.end) in {"عند", "،", "في"})
    if words.form(place) != "الساعه":
        return time
    clock = _clock_time(words, place + 1)
    return replace(time, end=clock[0], period=_at(time.period, clock[1])) if clock else time


def _vague(text: _Text, index: int, found: Found[_Word]) -> _Time | None:
    """«في وقت سابق», «مؤخرا», «ليلا»: a time without a date."""
    return None if found.proclitic.endswith("ك") else _Time(index, found.end, NOWHEN, Basis.RELATIVE)


_RULES: dict[str, Callable[[_Text, int, Found[_Word]], _Time | None]] = {
    "clock": _clock,
    "day": _day,
    "daypart": _daypart,
    "decade": _decade,
    "month": _month,
    "monthday": _monthday,
    "part": _part,
    "period": _period,
    "plural": _plural,
    "season": _season,
    "shift": _shift,
    "span": _span,
    "this": _this,
    "vague": _vague,
    "weekday": _weekday,
    "year": _year_word,
}
