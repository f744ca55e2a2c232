"""Times that a text names: dates, weekdays, months, years, «أمس», «قبل ثلاثة أيام», «في وقت سابق», with the days they cover."""

from collections.abc import Iterator
from datetime import date

from hadath.extract.reading import reading
from hadath.extract.records import Basis, TimeExpression
from hadath.extract.times.clock import clock, clock_figures, with_clock
from hadath.extract.times.dates import date_at, monthday, named_month
from hadath.extract.times.days import day_after, daypart, relative_day, weekday
from hadath.extract.times.intervals import days_of_month, interval
from hadath.extract.times.periods import (
    month_word,
    named_decade,
    named_period,
    part,
    plural,
    season,
    share,
    streak,
    this_period,
    vague,
)
from hadath.extract.times.shifts import apart, length, shift
from hadath.extract.times.words import Rule, Text, Time, names, time_at, triggers
from hadath.extract.times.years import bare_year, year_word

__all__ = ["find_times", "time_ranges"]

_FOR = ("ل", "ول")
_RULES: dict[str, Rule] = {
    "apart": apart,
    "clock": clock,
    "day": relative_day,
    "daypart": daypart,
    "decade": named_decade,
    "month": named_month,
    "month word": month_word,
    "monthday": monthday,
    "part": part,
    "period": named_period,
    "plural": plural,
    "season": season,
    "share": share,
    "shift": shift,
    "span": interval,
    "streak": streak,
    "this": this_period,
    "vague": vague,
    "weekday": weekday,
    "year": year_word,
}


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
        for time in _times(Text(words, published, _RULES))
    ]


def time_ranges(text: str) -> Iterator[tuple[int, int]]:
    """The times of a text as ``(first, end)`` in the words of its reading."""
    for time in _times(Text(reading(text), None, _RULES)):
        yield time.first, time.end


def _times(text: Text) -> Iterator[Time]:
    index, last = 0, None
    begins = triggers()
    forms = text.words.forms
    while index < len(forms):
        form = forms[index]
        time = None
        if form[0].isdecimal():
            time = _numeric_time(text, index, last)
        elif form in begins:
            time = time_at(text, index)
        if time is None and form.startswith(_FOR):
            time = length(text, index)
        if time:
            last = day_after(time, last, form)
            yield last
        index = time.end if time else index + 1


def _numeric_time(text: Text, index: int, last: Time | None) -> Time | None:
    words = text.words
    if (
        (time := date_at(text, index) or days_of_month(text, index))
        and (words.form(index - 1) not in names("date") or time.basis is Basis.EXPLICIT)
        and not (words.glued(index) and words.form(index - 1) in {"/", "-", "."})
    ):
        return with_clock(text, time)
    return clock_figures(text, index) or bare_year(text, index, last)
