"""Numbers in digits and words: «8 آلاف», «مئتان وخمسون», «2.5 مليار», «ثلاثة آلاف وخمسمئة»."""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from hadath.extract.reading import Found, Phrases, Reading, read_table

__all__ = ["PERCENT_SIGNS", "Number", "may_be_number", "number_at", "number_of_digits", "percent_at"]

PERCENT_SIGNS = frozenset("%٪")
_PERCENT = Phrases(
    (phrase, True) for phrase in ("في المئة", "في المائة", "بالمئة", "بالمائة", "فى المائة", "في الميه")
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}")
_TURNED = re.compile(
    "(\\d+)[.,،٫]\u200f(\\d+)"
)  # with a right-to-left mark «04.5» is shown, and meant, as 5.04
_LETTERED = re.compile(r"(\d+)ر(\d+)")  # «6ر19» is shown, and meant, as 19.6; «135ر2» people are 2135
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a reading, up to before the word ``end``; ``value`` is None when it is vague («عشرات»).

    ``clip`` letters of its first word are proclitics; ``digits`` if it begins with digits; ``scaled`` if it
    has a word such as «ألف» or «مليون».
    """

    end: int
    clip: int
    value: int | float | None
    digits: bool = False
    scaled: bool = False


class _Numeral(NamedTuple):
    kind: str
    value: float


@cache
def _numerals() -> Phrases[_Numeral]:
    return Phrases(
        (form, _Numeral(kind, float(value or 0)))
        for forms, kind, value in read_table("numbers.tsv")
        for form in forms.split("|")
    )


@cache
def _scales() -> Phrases[float]:
    """«مليون», «المليون»."""
    rows = (row for row in read_table("numbers.tsv") if row[1] == "scale")
    return Phrases(
        (article + form, float(value))
        for forms, _, value in rows
        for form in forms.split("|")
        for article in ("", "ال")
    )


def number_of_digits(form: str) -> int | float | None:
    """The value of a number in digits, with thousands separators and a decimal point or comma; None if malformed.

    The letter ر for a comma stands before the whole part, as both are turned when they are shown.

    >>> number_of_digits("1,500"), number_of_digits("2.5"), number_of_digits("2,5"), number_of_digits("1.2.3")
    (1500, 2.5, 2.5, None)
    >>> number_of_digits("6ر19")
    19.6
    """
    form = _LETTERED.sub(r"\2.\1", form.replace("،", ","))  # «3،000»
    if len(form) > 25:
        return None
    if _GROUPED.fullmatch(form):
        return _tidy(float(form.replace(",", "") if "," in form else form.replace(".", "")))
    if len(form) > 15 or not _PLAIN.fullmatch(form):
        return None
    return _tidy(float(form.replace(",", ".")))


def _tidy(value: float) -> int | float:
    value = round(value, 3 if value >= 1000 else 6)  # 4.1 × 10⁹ is not 4099999999.9999995
    return int(value) if value == int(value) else value


def may_be_number(form: str) -> bool:
    """Whether a number may begin with a word."""
    return form[:1].isdigit() or form in _numerals()


def number_at(words: Reading, index: int) -> Number | None:
    """The longest number that begins at a word, or None."""
    form = words.form(index)
    if form[:1].isdigit():
        return _digits_number(words, index)
    found = _numerals().match(words, index) if form else None
    if (
        found is None
        or found.value.kind == "no"
        or (found.value.kind == "one" and not _goes_on(words, found.end))
    ):
        return None
    if found.value.kind in {"vague", "scales"}:
        if _is_counted_before(words, index):
            return None
        return _vague(words, found)
    if found.value.kind == "fraction":
        return _fraction(words, found)
    if found.value.kind != "unit" and _is_counted_before(words, index):
        return None
    return _Composition(words, found).number()


def _digits_number(words: Reading, index: int) -> Number | None:
    turned = _TURNED.fullmatch(words.mention(index, index).text)
    value = number_of_digits(f"{turned[2]}.{turned[1]}" if turned else words.forms[index])
    if value is None:
        return None
    scale = _plain(words, index + 1)
    if scale and scale.value.kind in {"scale", "scales"}:
        return _Composition.of_scaled(words, scale.end, value * scale.value.value, scale.value.value).number(
            digits=True
        )
    form = _LETTERED.sub(r"\2.\1", words.forms[index])
    if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", form) and not percent_at(words, index + 1):
        value = int(form.replace(".", ""))  # «1.500 شخص»: nobody counts to the thousandth
    return Number(index + 1, 0, value, digits=True)


def percent_at(words: Reading, index: int) -> int:
    """The index after «%», «في المئة» or the like; 0 if a word is none."""
    if words.form(index) in PERCENT_SIGNS:
        return index + 1
    found = _PERCENT.match(words, index)
    return found.end if found else 0


def _plain(words: Reading, index: int) -> Found[_Numeral] | None:
    """A numeral without a proclitic."""
    found = _numerals().match(words, index)
    return found if found and not found.clip else None


@cache
def _ordinals() -> Phrases[str]:
    return Phrases((form.split()[0], kind) for form, kind, _ in read_table("ordinals.tsv"))


def _is_counted_before(words: Reading, index: int) -> bool:
    """Whether it is the end of a number that begins with «ال», in quotes or as an ordinal: «الثانية عشرة», «الثمانية آلاف»."""
    before = words.form(index - 1)
    if before in {"»", '"', "”", ")"}:
        return words.form(index - 2)[:1].isdecimal()
    if words.form(index) in {"عشر", "عشره"} and before in _ordinals():
        return True
    return before.startswith("ال") and before[2:] in _numerals()


def _goes_on(words: Reading, index: int) -> bool:
    """Whether «واحد» begins a number: «أحد عشر», «واحد وعشرون»."""
    found = _numerals().match(words, index)
    return found is not None and found.value.kind == ("tens" if found.clip else "ten")


def _vague(words: Reading, found: Found[_Numeral]) -> Number:
    end = found.end
    while (more := _plain(words, end)) and more.value.kind in {"vague", "scales"}:
        end = more.end
    return Number(end, found.clip, None, scaled=True)


def _fraction(words: Reading, found: Found[_Numeral]) -> Number | None:
    """«نصف مليون»; half of something else is no number."""
    scale = _plain(words, found.end)
    if scale is None or scale.value.kind != "scale":
        return None
    return Number(scale.end, found.clip, _tidy(found.value.value * scale.value.value), scaled=True)


class _Composition:
    """Puts a number together from left to right: what is closed by a scale, and what is still open before one."""

    def __init__(self, words: Reading, first: Found[_Numeral]) -> None:
        self.words, self.end, self.clip = words, first.end, first.clip
        self.total = self.open = 0.0
        self.limit = 1e18  # the next part must be smaller: after «ألف» at most hundreds
        self._add(first.value)

    @classmethod
    def of_scaled(cls, words: Reading, end: int, value: float, limit: float) -> "_Composition":
        """Go on after «8 آلاف»."""
        self = cls.__new__(cls)
        self.words, self.end, self.clip, self.total, self.open, self.limit = words, end, 0, value, 0.0, limit
        return self

    def number(self, *, digits: bool = False) -> Number:
        while self._step():
            pass
        return Number(self.end, self.clip, _tidy(self.total + self.open), digits, self.limit < 1e18)

    def _add(self, numeral: _Numeral) -> None:
        if numeral.kind in {"scale", "scales", "dual"}:
            count = 2.0 if numeral.kind == "dual" else (self.open or 1.0)
            self.total += count * numeral.value
            self.open, self.limit = 0.0, numeral.value
        else:
            self.open += numeral.value

    def _step(self) -> bool:
        found = _numerals().match(self.words, self.end)
        if found is None:
            return self._digits_step()
        if not found.clip:
            fits = self._fits_directly(found.value)
            if fits and found.value.kind == "hundred":  # «ثلاث مئة»
                self.open *= found.value.value
            elif fits:
                self._add(found.value)
        else:
            fits = found.proclitic == "و" and self._fits_after_and(found.value)
            if fits and found.value.kind == "fraction":  # «مليون ونصف», «مليون ونصف المليون»
                self.total += found.value.value * self.limit
                self.end = self._after_scale(found.end)
                self.limit = 1.0
                return True
            elif fits:
                self._add(found.value)
        if fits:
            self.end = found.end
        return fits

    def _after_scale(self, index: int) -> int:
        """The index after the scale of a fraction when it is said again: «مليون ونصف المليون»."""
        found = _scales().match(self.words, index)
        return found.end if found and not found.clip and found.value == self.limit else index

    def _fits_directly(self, numeral: _Numeral) -> bool:
        if numeral.kind == "ten":
            return 1 <= self.open % 100 <= 9
        if numeral.kind == "hundred":
            return 3 <= self.open <= 9 and numeral.value == 100
        return numeral.kind in {"scale", "scales"} and self.open > 0 and numeral.value < self.limit

    def _fits_after_and(self, numeral: _Numeral) -> bool:
        kind, value = numeral
        if kind == "fraction":
            return self.total > 0 and not self.open
        if kind in {"scale", "dual"}:
            return not self.open and value < self.limit and self.total > 0
        if kind == "tens":
            return 1 <= self.open % 100 <= 9 or self._round(100)
        if kind == "hundred":
            return not self.open and self.total > 0 and value < self.limit
        return kind in {"unit", "one", "ten"} and self._round(100)

    def _round(self, unit: int) -> bool:
        """Whether the number so far ends in hundreds, so that tens or units may follow."""
        return self.total + self.open > 0 and self.open % unit == 0 and self.limit > unit

    def _digits_step(self) -> bool:
        """«3 ملايين و500 ألف»: digits go on only after a scale, with a glued و."""
        words, place = self.words, self.end + 1
        form = words.form(place)
        if (
            words.form(self.end) != "و"
            or not form[:1].isdigit()
            or not words.glued(place)
            or self.open
            or not self.total
        ):
            return False
        value = number_of_digits(form)
        scale = _plain(words, place + 1)
        if value is None or value >= self.limit or self.limit < 1000:
            return False
        if scale and scale.value.kind in {"scale", "scales"}:
            if scale.value.value >= self.limit:
                return False
            self.total += value * scale.value.value
            self.end, self.limit = scale.end, scale.value.value
            return True
        self.total += value
        self.end, self.limit = place + 1, 1.0
        return True
