"""Times of day: «الساعة 18:00», «الساعة الثامنة مساء الأحد»."""

import re
from dataclasses import replace

from hadath.extract.reading import Found, Reading
from hadath.extract.records import Basis
from hadath.extract.times.calendars import NOWHEN, Period
from hadath.extract.times.words import Text, Time, Word, ordinals, time_at, triggers

__all__ = ["clock", "clock_figures", "with_clock"]

_DOTTED = re.compile(r"(\d{1,2})[.,](\d{2})")
_MORNING = frozenset({"صباحا", "فجرا", "ص"})
_EVENING = frozenset({"مساء", "ظهرا", "عصرا", "ليلا"})
_DAYPARTS = {"صباح": "صباحا", "فجر": "فجرا", "ظهر": "ظهرا", "عصر": "عصرا", "ليل": "ليلا", "ليله": "ليلا"}
_HALVES = {"والنصف": 30, "ونصف": 30, "والربع": 15, "وربع": 15, "والثلث": 20}


def clock(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«الساعة 18:00», «الساعة الثامنة مساء الأحد»: a moment if its day is named too."""
    hour = _clock_time(text.words, found.end)
    if hour is None:
        return None
    end, moment = hour
    day = time_at(text, end + (text.words.form(end) in {"من", "يوم"}), {"weekday", "day", "daypart"})
    if day is None:
        return Time(index, end, NOWHEN, Basis.RELATIVE)
    return Time(index, day.end, _at(day.period, moment), day.basis)


def _at(period: Period, moment: str) -> Period:
    if not moment or period.value is None or period.begin != period.end or "T" in period.value:
        return period
    return replace(period, value=f"{period.value}T{moment}")


def _clock_time(words: Reading, index: int) -> tuple[int, str] | None:
    """The hour at a word as hh:mm, and the index after it; no hh:mm if morning and evening are both possible."""
    hour, minute, end = _hour_and_minute(words, index)
    if end == index or hour > 24 or minute > 59:
        return None
    form = words.form(end)
    if form in _MORNING | _EVENING:
        hour = _in_24_hours(hour, form)
        end += not (form == "مساء" and _day_follows(words, end + 1))
    elif form in _DAYPARTS:  # «ظهر أمس»: the day is read with it
        hour = _in_24_hours(hour, _DAYPARTS[form])
    elif hour <= 12 and words.form(index + 1) != ":":
        return end, ""
    return end, f"{hour % 24:02}:{minute:02}"


def _hour_and_minute(words: Reading, index: int) -> tuple[int, int, int]:
    """Hour, minute and the index after them, which is ``index`` itself if there is no hour."""
    form = words.form(index)
    if dotted := _DOTTED.fullmatch(form):
        return int(dotted[1]), int(dotted[2]), index + 1
    if form.isdecimal() and len(form) <= 2:
        hour, end = int(form), index + 1
        if words.form(end) == ":" and words.form(end + 1).isdecimal() and words.glued(end + 1):
            return hour, int(words.form(end + 1)[:3]), end + 2
    elif found := ordinals("hour").match(words, index):
        hour, end = found.value, found.end
    else:
        return 0, 0, index
    if words.form(end) in _HALVES:
        return hour, _HALVES[words.form(end)], end + 1
    return hour, 0, end


def _in_24_hours(hour: int, daypart: str) -> int:
    if hour == 12:
        return 0 if daypart in {"ليلا", "فجرا", "ص"} else 12
    early = {"ليلا": 6, "ظهرا": 0}.get(daypart, 0)  # «الثانية ليلا» is after midnight
    late = hour < 6 if daypart == "ظهرا" else hour >= early
    return hour + 12 if daypart in _EVENING and late and hour < 12 else hour


def _day_follows(words: Reading, index: int) -> bool:
    found = triggers().match(words, index)
    return found is not None and found.value.kind in {"weekday", "day"}


def clock_figures(text: Text, index: int) -> Time | None:
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
    return Time(index, clock[0], NOWHEN, Basis.RELATIVE) if told else None


def with_clock(text: Text, time: Time) -> Time:
    """Let a day take in the hour that follows it: «الاثنين الساعة 18:00»."""
    words = text.words
    place = time.end + (words.form(time.end) in {"عند", "،", "في"})
    if words.form(place) != "الساعه":
        return time
    clock = _clock_time(words, place + 1)
    return replace(time, end=clock[0], period=_at(time.period, clock[1])) if clock else time
