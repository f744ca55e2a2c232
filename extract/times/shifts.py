"""So long before or after: «قبل ثلاثة أيام», «منذ أسبوعين», «بعد يومين», «خلال ساعات»."""

from hadath.extract.amounts.words import hedges
from hadath.extract.numerals import number_at
from hadath.extract.reading import Found, Reading
from hadath.extract.records import Basis, Exactness
from hadath.extract.times.calendars import NOWHEN, shifted
from hadath.extract.times.words import Text, Time, Word, direction_at, is_to_come, months, relative, triggers

__all__ = ["shift"]


def shift(text: Text, index: int, found: Found[Word]) -> Time | None:
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
    certain = sign and ("منذ" in words.forms[index] or (sign > 0) == is_to_come(words, index))
    if text.published and count and certain and not relative_to_other:
        period = shifted(unit, sign * count, text.published)
    end += words.form(end) in {"قليله", "معدوده", "عده", "طويله", "قلائل"}
    if not sign:  # «خلال الـ24 ساعة الماضية»
        end = direction_at(words, end)[1] + (words.form(end) == "الاخيره")
    skip = 0 if sign or words.forms[index].endswith(("خلال", "غضون")) else found.end - index
    return Time(index, end, period, Basis.RELATIVE, skip=skip)


def _time_span(words: Reading, index: int) -> tuple[int, str, int] | None:
    """How long: index after it, unit and count, 0 if vague."""
    index += words.form(index) == "ال" and words.form(index + 1).isdecimal()
    hedge = hedges().match(words, index)
    if hedge and not hedge.clip and hedge.value.place != "after":
        index = hedge.end
    vague = (
        hedge is not None and hedge.value.exactness is not Exactness.ABOUT
    )  # «قبل أكثر من عام» has no date
    if words.form(index) in {"عده", "بضع", "بضعه"}:
        index, vague = index + 1, True
    number = number_at(words, index)
    if number and not number.clip:
        unit = relative("unit").match(words, number.end)
        if unit is None or unit.clip:
            return None
        count = number.value if isinstance(number.value, int) else 0
        return unit.end, unit.value.value, 0 if vague else count
    unit = relative("unit", "dual").match(words, index)
    if unit is None or unit.clip or (unit.value.kind == "unit" and _names_a_time(words, unit.end)):
        return None
    singular = words.form(index) in {"يوم", "اسبوع", "شهر", "عام", "سنه", "قرن", "عقد"}
    count = 2 if unit.value.kind == "dual" else int(singular)
    return unit.end, unit.value.value, 0 if vague else count


def _names_a_time(words: Reading, index: int) -> bool:
    """Whether what follows «يوم», «عام» or «شهر» says which one: «بعد يوم الأحد», «قبل عام 2019»."""
    form = words.form(index)
    if form[:1].isdecimal() or months().match(words, index):
        return True
    found = triggers().match(words, index)
    return found is not None and found.value.kind in {"weekday", "day"} and not found.clip
