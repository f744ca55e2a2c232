"""Weeks, months, years and longer: «الأسبوع الماضي», «مطلع العام الجاري», «التسعينيات», «الأيام القليلة الماضية»."""

from hadath.extract.reading import Found, Reading
from hadath.extract.records import Basis
from hadath.extract.times.calendars import NOWHEN, century, decade, month, shifted, stretch, year
from hadath.extract.times.words import (
    Text,
    Time,
    Word,
    direction_at,
    names,
    ordinals,
    relative,
    time_at,
)
from hadath.extract.times.years import bare_year, year_figure, year_word

__all__ = [
    "month_word",
    "named_decade",
    "named_period",
    "part",
    "plural",
    "season",
    "share",
    "this_period",
    "vague",
]

_QUARTERS = 4
_LATEST = frozenset({"الاخيره", "الاخيرين", "الاخيرتين"})


def named_period(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«الأسبوع الماضي», «العام الجاري», «القرن العشرين», «العام 2013»; not «الأمين العام الجديد»."""
    words, unit = text.words, found.value.value
    if unit == "year" and (time := year_word(text, index, found)):
        return time
    if unit == "century" and (ordinal := ordinals("monthday").match(words, found.end)):
        return Time(index, ordinal.end, century(ordinal.value), Basis.EXPLICIT)
    direction, end = direction_at(words, found.end)
    if direction is None or (unit == "year" and _is_general(words, index, direction)):
        return None
    if unit == "decade" and direction == 0:
        return None  # «العقد الحالي» is mostly a contract
    period = shifted(unit, direction, text.published) if text.published else NOWHEN
    return Time(index, end, period, Basis.RELATIVE)


def _is_general(words: Reading, index: int, direction: int) -> bool:
    """Whether «العام» is the adjective: «المدير العام الحالي»."""
    before = words.form(index - 1)
    bare = before[1:] if before.startswith(("وال", "بال", "فال", "كال")) else before
    bare = "ال" + before[2:] if before.startswith("لل") else bare
    return bare in names("adjective") or (direction == 0 and bare.startswith("ال"))


def this_period(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«هذا العام», «هذه الليلة»."""
    period = relative("period").match(text.words, found.end)
    if period is None or period.clip or period.value.value in {"decade", "century"}:
        return None
    if text.words.form(period.end).startswith("ال") and direction_at(text.words, period.end)[0] is None:
        return None  # «هذا العام الدراسي»
    _, end = direction_at(text.words, period.end)
    when = shifted(period.value.value, 0, text.published) if text.published else NOWHEN
    return Time(index, end, when, Basis.RELATIVE)


def part(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«مطلع العام الجاري», «منتصف حزيران/يونيو», «نهاية الصيف المقبل»: the whole of what it is a part of."""
    words = text.words
    place = found.end + (words.form(found.end) == "شهر")
    return (
        time_at(text, place, {"month", "period", "year", "decade", "this", "day", "season", "plural"})
        or _current(text, index, place)
        or bare_year(text, place, None)
    )


def month_word(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«شهر مايو»."""
    return time_at(text, found.end, {"month"})


def _current(text: Text, index: int, place: int) -> Time | None:
    """«نهاية العام», «مطلع الشهر»: that of publication; «نهاية الأسبوع» may be any weekend; not «نهاية العام الدراسي»."""
    found = relative("period").match(text.words, place)
    if found is None or found.clip or found.value.value not in {"week", "month", "year"}:
        return None
    if text.words.form(found.end).startswith("ال"):
        return None
    weekend = found.value.value == "week"
    period = shifted(found.value.value, 0, text.published) if text.published and not weekend else NOWHEN
    return Time(index, found.end, period, Basis.INFERRED)


def share(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«الربع الأول من 2018», «النصف الثاني من العام الجاري», «الربع السنوي الماضي»."""
    words, parts = text.words, int(found.value.value)
    direction, end = direction_at(words, found.end + (words.form(found.end) == "السنوي"))
    if direction is not None and parts == _QUARTERS:
        return Time(index, end, NOWHEN, Basis.RELATIVE)
    ordinal = ordinals("monthday").match(words, found.end)
    if ordinal is None or ordinal.clip or ordinal.value > parts:
        return None
    place = ordinal.end + (words.form(ordinal.end) == "من")
    number = year_figure(words, place)
    whole = (
        Time(index, place + 1, year(number), Basis.EXPLICIT)
        if number
        else time_at(text, place, {"period", "year", "this"})
    )
    if whole is None:
        return None
    period, months = whole.period, 12 // parts
    if period.begin is not None and len(period.value or "") == 4:
        last = ordinal.value * months
        period = stretch(month(period.begin.year, last - months + 1), month(period.begin.year, last))
    return Time(index, whole.end, period, whole.basis)


def season(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«صيف 2019», «خريف العام الماضي»: the season itself has no fixed days, so its year is given."""
    if number := year_figure(text.words, found.end):
        return Time(index, found.end + 1, year(number), Basis.EXPLICIT)
    return time_at(text, found.end, {"period", "year"})


def named_decade(text: Text, index: int, found: Found[Word]) -> Time | None:
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
    return Time(index, end, decade(int(found.value.value)), Basis.EXPLICIT)


def plural(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«الأيام القليلة الماضية», «السنوات الخمس المقبلة»: no fixed days."""
    words, end = text.words, found.end
    end += words.form(end) == "ال" and words.form(end + 1).isdecimal()  # «الساعات الـ24 الماضية»
    if (
        words.form(end).startswith("ال")
        and direction_at(words, end)[0] is None
        and words.form(end) not in _LATEST
    ) or words.form(end).isdecimal():
        end += 1
    direction, after = direction_at(words, end)
    if direction is None and words.form(end) not in _LATEST:
        return None
    return Time(index, after if direction is not None else end + 1, NOWHEN, Basis.RELATIVE)


def streak(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«لليوم الثالث على التوالي»: it began some days ago, which need not be days of the calendar."""
    words = text.words
    ordinal = ordinals("monthday").match(words, found.end) or ordinals("hour").match(words, found.end)
    if ordinal is None or ordinal.clip or not found.proclitic.endswith("ل"):
        return None
    in_a_row = (words.form(ordinal.end), words.form(ordinal.end + 1)) == ("علي", "التوالي")
    return Time(index, ordinal.end + 2, NOWHEN, Basis.RELATIVE) if in_a_row else None


def vague(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«في وقت سابق», «مؤخرا», «ليلا»: a time without a date."""
    return None if found.proclitic.endswith("ك") else Time(index, found.end, NOWHEN, Basis.RELATIVE)
