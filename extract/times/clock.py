"""Times of day: «الساعة 18:00», «الساعة الثامنة مساء الأحد»."""

from dataclasses import replace

from hadath.extract.reading import Found, Reading
from hadath.extract.records import Basis
from hadath.extract.times.calendars import NOWHEN, Period
from hadath.extract.times.words import Text, Time, Word, ordinals, time_at, triggers

__all__ = ["clock", "clock_figures", "with_clock"]

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
    if period.value is None or period.begin != period.end or "T" in period.value:
        return period
    return replace(period, value=f"{period.value}T{moment}")


def _clock_time(words: Reading, index: int) -> tuple[int, str] | None:
    """The hour after «الساعة» as hh:mm and the index after it, in the 24-hour way if the part of day is told."""
    hour, minute, end = 0, 0, index
    form = words.form(index)
    if form.isdecimal() and len(form) <= 2:
        hour, end = int(form), index + 1
        if words.form(end) in {":", "."} and words.form(end + 1).isdecimal() and words.glued(end + 1):
            minute, end = int(words.form(end + 1)), end + 2
    elif found := ordinals("hour").match(words, index):
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
        follows = triggers().match(words, end + 1)
        if words.form(end) != "مساء" or not (follows and follows.value.kind in {"weekday", "day"}):
            end += 1
    return end, f"{hour % 24:02}:{minute:02}"


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
