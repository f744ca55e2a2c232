"""Days by name or from the day of publication: «الاثنين», «الخميس المقبل», «أمس», «مساء السبت»."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from hadath.extract.reading import Found, Reading
from hadath.extract.records import Basis
from hadath.extract.times.calendars import NOWHEN, Period, nearest_weekday, shifted, stretch
from hadath.extract.times.clock import with_clock
from hadath.extract.times.dates import date_at
from hadath.extract.times.words import Text, Time, Word, direction_at, is_to_come, names, time_at, triggers

__all__ = ["day_after", "daypart", "relative_day", "weekday"]

_OPENING, _CLOSING = frozenset("«\"“'‘"), frozenset("»\"”'’")


def relative_day(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«أمس», «اليوم (الاثنين)», «غدا الأحد 3 مايو»; not «المصري اليوم», «اليوم العالمي»."""
    words, offset = text.words, int(found.value.value)
    if words.forms[index].endswith(("اليوم", "لليوم")) and not _is_today(words, index, found.end):
        return None
    period = shifted("day", offset, text.published) if text.published else NOWHEN
    weekday, end = _bracketed(text, found.end, _plain_weekday)
    if weekday:
        period = _weekday_near(weekday.period, text.published, offset)
    elif words.form(index).endswith("غد") and found.end == index + 1:
        return None  # «حزب غد الثورة»
    when, end = _bracketed(text, end, date_at)
    if when:
        return replace(when, first=index, end=end)
    return with_clock(text, Time(index, end, period, Basis.RELATIVE))


def _is_today(words: Reading, index: int, end: int) -> bool:
    before, after = words.form(index - 1), words.form(end)
    return before not in names("before_today") and after not in names("today") and words.form(index)[0] != "ب"


def _plain_weekday(text: Text, index: int) -> Time | None:
    """A day of the week without a proclitic; its number stands in the value of the period."""
    found = triggers().match(text.words, index)
    if found is None or found.value.kind != "weekday" or found.clip:
        return None
    return Time(index, found.end, Period(found.value.value), Basis.INFERRED)


def _weekday_near(weekday: Period, published: date | None, offset: int) -> Period:
    """The day of that name nearest to «اليوم» or «أمس», since papers appear a day after they are written."""
    if published is None or weekday.value is None:
        return NOWHEN
    for distance in (0, -1, 1, -2):
        period = shifted("day", offset + distance, published)
        if period.begin and period.begin.isoweekday() == int(weekday.value):
            return period
    return NOWHEN


def _bracketed(text: Text, index: int, rule: Callable[[Text, int], Time | None]) -> tuple[Time | None, int]:
    """What a rule finds at once, after a comma or in brackets, and the index after it."""
    words = text.words
    if time := rule(text, index):
        return time, time.end
    sign = words.form(index)
    time = rule(text, index + 1) if sign in {"(", "،", ",", "-"} else None
    if time is None or (sign in {"(", "-"} and words.form(time.end) != {"(": ")", "-": "-"}[sign]):
        return None, index
    return time, time.end + (sign in {"(", "-"})


def weekday(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«الاثنين», «الخميس المقبل», «الثلاثاء 11 يناير»; not «صلاة الجمعة», «بين الاثنين», «الأحد عشر»."""
    words, number, end = text.words, int(found.value.value), found.end
    before = words.form(index - 1)
    if (
        before in names("weekday")
        or (number == 1 and before in names("pair"))
        or words.form(end) in {"عشر", "عشره"}
    ):
        return None
    if before in _OPENING and words.form(end) in _CLOSING:
        return None
    when, after = _bracketed(text, end, date_at)
    if when:
        return with_clock(text, replace(when, first=index, end=after))
    direction, after = direction_at(words, end)
    place = after + (words.form(after) == "الموافق")
    if place > end and (when := date_at(text, place)):  # «الاثنين الماضي الموافق 3 يوليو»
        return with_clock(text, replace(when, first=index))
    if words.form(after) == "عشر":
        return None
    basis = Basis.INFERRED if direction is None else Basis.RELATIVE
    if direction is None and is_to_come(text.words, index):
        direction = 0
    period = nearest_weekday(number, text.published, direction=direction) if text.published else NOWHEN
    return with_clock(text, Time(index, after, period, basis))


def daypart(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«مساء السبت», «يوم الجمعة», «فجر اليوم», «صباح 7 يناير»; «مساءً» by itself has no date."""
    words, end = text.words, found.end
    if words.form(end) == "يوم":
        end += 1
    time = date_at(text, end) or time_at(text, end, {"weekday", "day", "period", "this"})
    if time:
        time = replace(time, first=index)
        return _into_next_day(text, time, end) if words.form(end - 1).endswith(("ليل", "ليله")) else time
    if words.form(index) == "عشيه" or "\u064b" in words.mention(index, found.end - 1).text:
        return Time(index, found.end, NOWHEN, Basis.RELATIVE)
    return None


def _into_next_day(text: Text, night: Time, index: int) -> Time:
    """«ليل الأحد الاثنين», «ليل الأحد - الاثنين»: a night that ends on the next day."""
    words = text.words
    place = night.end + (words.form(night.end) in {"-", "–", "/"})
    first, second = (_plain_weekday(text, at) for at in (index, place))
    if first is None or second is None or first.end != night.end:
        return night
    if int(second.period.value or 0) != int(first.period.value or 0) % 7 + 1:
        return night
    begin = night.period.begin
    period = stretch(night.period, shifted("day", 1, begin)) if begin else NOWHEN
    return replace(night, end=second.end, period=period)


def day_after(time: Time, last: Time | None, form: str) -> Time:
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
