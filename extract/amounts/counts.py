"""Whether a number counts something or is a name, a rank, a score, a year, or the lower end of a range."""

from hadath.extract.amounts.words import Tail, duals, labels, nouns
from hadath.extract.numerals import Number, number_at
from hadath.extract.reading import Reading, spell
from hadath.extract.times.words import names_month

__all__ = ["is_counting"]

_PROCLITICS = frozenset("وبلفك")
_JOINING = frozenset("-–/:+×*=_#@\\.^°")  # a number glued to one of these is part of a score, code or address
_LINKS = frozenset({"الي", "حتي", "-", "–", "او"})
_YEARS = range(1900, 2100)
_LONGEST_COUNT = 7  # more figures without a separator are a telephone or account number


def is_counting(
    words: Reading, index: int, number: Number, tail: Tail, *, hedged: bool, signed: bool
) -> bool:
    """Whether the number at ``index`` counts or measures something, rather than naming it."""
    if number.digits:
        return not (
            _is_joined(words, index, number.end, signed=signed)
            or _is_name(words, index, number, tail, hedged=hedged)
            or _goes_on(words, index, number, tail)
            or not (
                tail.told
                or hedged
                or number.scaled
                or words.form(index - 1) in labels("counted")
                or words.form(number.end) in labels("others")
            )
        )
    if not hedged and _label(words, index) in labels("before"):
        return False
    if tail.told or hedged or number.value is None:
        return not _goes_on(words, index, number, tail)
    beside = words.form(index - 1) in labels("counted") or words.form(number.end) in labels("others")
    beside = beside or (number.value == 2 and _is_dual(words.form(index - 1)))  # «مدنيين اثنين»
    alone = words.form(index).endswith("ه") or number.scaled or beside
    return alone and not _goes_on(words, index, number, tail)


def _is_dual(form: str) -> bool:
    """Whether a word is written like a dual that is not told by itself to be one."""
    return len(form) > 4 and form.endswith(("ين", "ان")) and form not in duals()


def _is_joined(words: Reading, index: int, end: int, *, signed: bool) -> bool:
    """Whether letters or signs are glued to the figures: «F-16», «2-1», «18:30», «الـ71»."""
    before, after = words.form(index - 1), words.form(end)
    if before == "ال" or (before.endswith("ال") and words.glued(index) and before.isalpha()):
        return True
    if (
        words.glued(index)
        and not signed
        and before not in _PROCLITICS
        and (before in _JOINING or before.isalpha())
    ):
        return before.isascii() or (
            len(before) < 4 and before not in {"وب", "ول", "فب", "الي", "عن", "من", "في"}
        )
    if words.glued(end) and (after.isascii() and after.isalpha()):
        return True
    if after in _JOINING and words.glued(end) and words.glued(end + 1) and words.form(end + 1).isalnum():
        return True
    return (before in {"-", "–", "/"} and words.form(index - 2)[:1].isdecimal()) or (
        after in {"-", "–", "/"} and words.form(end + 1)[:1].isdecimal()
    )


def _is_name(words: Reading, index: int, number: Number, tail: Tail, *, hedged: bool) -> bool:
    """Whether the figures are a rank, a year, an item of a list or a telephone number."""
    form, before = words.form(index), words.form(index - 1)
    if _label(words, index) in labels("before") and not (tail.percent or tail.money):
        return True
    if names_month(words, number.end) and not number.scaled:
        return True  # «ثورة 25 يناير»
    if form.isdecimal() and (len(form) >= _LONGEST_COUNT or (form.startswith("0") and len(form) > 1)):
        return not number.scaled and not tail.money
    if before in {"", "\n"} and words.form(number.end) in {".", "-", ")", "–"}:
        return True
    if len(form) == 4 and form.isdecimal() and int(form) in _YEARS and not number.scaled:
        return not (hedged or tail.percent or tail.money) and spell(tail.unit or "") not in nouns()
    return False


def _label(words: Reading, index: int) -> str:
    """The word before a number or before a row of numbers: «المركزين 13 و14»."""
    for _ in range(4):
        if words.form(index - 1) == "و" and words.form(index - 2).isdecimal():
            index -= 2
    index -= words.form(index - 1) in {'"', "«", "“"}  # حركة «خمس نجوم»
    return words.form(index - 1)


def _goes_on(words: Reading, index: int, number: Number, tail: Tail) -> bool:
    """Whether it is only the lower end of a range: «من 10 إلى 15 ألفا», «بين 20 و30»; its unit comes later."""
    after = words.form(tail.end)
    if after in _LINKS and not tail.told:
        return number_at(words, tail.end + 1) is not None
    if words.form(index - 1) == "بين":
        return after == "و" or (after.startswith("و") and number_at(words, tail.end) is not None)
    joined = words.form(index).startswith("و") or words.form(index - 1) == "و"
    return joined and _ends_range(words, index)


def _ends_range(words: Reading, index: int) -> bool:
    """Whether «بين» and another number stand shortly before: «بين 300 ألف و400 ألف»."""
    return any(
        words.form(place) == "بين" and number_at(words, place + 1) is not None
        for place in range(index - 6, index - 2)
    )
