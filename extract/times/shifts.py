"""So long before, after or on: «قبل ثلاثة أيام», «بعد يومين», «خلال ساعات», «بعدها بيومين», «لثلاثة أعوام»."""

from hadath.extract.amounts.words import hedges
from hadath.extract.numerals import number_at
from hadath.extract.reading import Found, Reading
from hadath.extract.records import Basis, Exactness
from hadath.extract.times.calendars import NOWHEN, shifted
from hadath.extract.times.words import Text, Time, Word, direction_at, is_to_come, months, relative, triggers

__all__ = ["apart", "length", "shift"]

_SOME = frozenset({"عده", "بضع", "بضعه"})
_FEW = frozenset({"قليله", "معدوده", "عده", "طويله", "قلائل"})
_WHOLE = frozenset({"اخر", "اخري", "واحد", "واحده", "كامل", "كامله", "اضافي", "اضافيه"})
_STRETCH = frozenset({"فتره", "مده"})
_SINGULAR = frozenset({"يوم", "اسبوع", "شهر", "عام", "سنه", "قرن", "عقد"})


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
    end += words.form(end) in _FEW
    if not sign:  # «خلال الـ24 ساعة الماضية»
        end = direction_at(words, end)[1] + (words.form(end) == "الاخيره")
    skip = 0 if sign or words.forms[index].endswith(("خلال", "غضون")) else found.end - index
    return Time(index, end, period, Basis.RELATIVE, skip=skip)


def apart(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«قبلها بساعات», «بعد ذلك بيومين»: counted from another time."""
    span = _time_span(text.words, found.end, proclitic="ب")
    return Time(index, span[0], NOWHEN, Basis.RELATIVE) if span else None


def length(text: Text, index: int) -> Time | None:
    """«لثلاثة أعوام», «لـ24 ساعة», «لعدة أيام», «لعام آخر»: how long, with «ل»; «لعام» alone says of which."""
    words, form = text.words, text.words.forms[index]
    fused = form not in {"ل", "ول"}
    clip = 1 + form.startswith("ول")
    span = _time_span(words, index, proclitic="ل") if fused else _time_span(words, index + 1)
    if span is None or words.form(span[0]).startswith("ال"):
        return None
    end, _, count = span
    if words.form(end) == "من" and words.form(end + 1) != "قبل":
        return None  # «حدا لأسابيع من الغموض»
    if fused and count == 1 and end == index + 1 and words.form(end) not in _WHOLE:
        return None
    end += words.form(end) in _FEW | _WHOLE
    return Time(index + (not fused), end, NOWHEN, Basis.RELATIVE, clip=clip if fused else 0)


def _time_span(words: Reading, index: int, *, proclitic: str = "") -> tuple[int, str, int] | None:
    """How long: index after it, unit and count, 0 if vague; the first word may have to bear a proclitic."""
    index += words.form(index) == "ال" and words.form(index + 1).isdecimal()
    if words.form(index).removeprefix(proclitic) in _STRETCH:
        index, proclitic = index + 1, ""
    hedge = hedges().match(words, index)
    if hedge and _bears(words, index, hedge.clip, proclitic) and hedge.value.place != "after":
        index, proclitic = hedge.end, ""
    else:
        hedge = None
    vague = (
        hedge is not None and hedge.value.exactness is not Exactness.ABOUT
    )  # «قبل أكثر من عام» has no date
    if words.form(index).removeprefix(proclitic) in _SOME:
        index, vague, proclitic = index + 1, True, ""
    number = number_at(words, index)
    if number and _bears(words, index, number.clip, proclitic):
        unit = relative("unit").match(words, number.end)
        if unit is None or unit.clip:
            return None
        count = number.value if isinstance(number.value, int) else 0
        return unit.end, unit.value.value, 0 if vague else count
    if relative("part of unit").match(words, index) and words.form(index + 1) in {"ساعه", "الساعه"}:
        return index + 2, "hour", 0
    unit = relative("unit", "dual").match(words, index)
    if unit is None or not _bears(words, index, unit.clip, proclitic):
        return None
    if unit.value.kind == "unit" and _names_a_time(words, unit.end):
        return None
    singular = unit.value.kind == "unit" and words.form(index)[unit.clip :] in _SINGULAR
    count = 2 if unit.value.kind == "dual" else int(singular)
    return unit.end, unit.value.value, 0 if vague else count


def _bears(words: Reading, index: int, clip: int, proclitic: str) -> bool:
    """Whether the first ``clip`` letters of a word are no proclitic, or end in the one that is asked for."""
    return words.forms[index][:clip].endswith(proclitic) if proclitic and clip else not (proclitic or clip)


def _names_a_time(words: Reading, index: int) -> bool:
    """Whether what follows «يوم», «عام» or «شهر» says which one: «بعد يوم الأحد», «قبل عام 2019»."""
    form = words.form(index)
    if form[:1].isdecimal() or months().match(words, index):
        return True
    found = triggers().match(words, index)
    return found is not None and found.value.kind in {"weekday", "day"} and not found.clip
