"""Years by themselves: «عام 2019», «في 2003», «2010-2015»."""

from hadath.extract.numerals import number_at
from hadath.extract.reading import Found, Reading
from hadath.extract.records import Basis
from hadath.extract.times.calendars import stretch, year
from hadath.extract.times.hijri import hijri_year
from hadath.extract.times.words import Text, Time, Word, names

__all__ = [
    "HIJRI_YEARS",
    "after_era",
    "bare_year",
    "counts_something",
    "is_hijri",
    "year_figure",
    "year_word",
]

HIJRI_YEARS = range(1300, 1501)  # of these news speaks; as common years only history does


def year_figure(words: Reading, index: int) -> int | None:
    """Four figures that may be a year."""
    form = words.form(index)
    return int(form) if len(form) == 4 and form.isdecimal() and 1000 <= int(form) <= 2199 else None


def after_era(words: Reading, index: int) -> int:
    """The index after «م», if it stands there."""
    return index + (words.form(index) in {"م", "ميلادي", "ميلاديه"})


def is_hijri(words: Reading, index: int) -> bool:
    """Whether the word says that the year before it is one of the Hijra."""
    return words.form(index) in {"ه", "هجري", "هجريه", "للهجره"}


def year_word(text: Text, index: int, found: Found[Word]) -> Time | None:
    """«عام 2019», «سنة ألفين واثنتين وعشرين»."""
    words = text.words
    number, end = year_figure(words, found.end), found.end + 1
    if number is None:
        worded = number_at(words, found.end)
        if worded is None or worded.digits or not worded.scaled or not 1900 <= (worded.value or 0) <= 2100:
            return None
        number, end = int(worded.value or 0), worded.end
    if is_hijri(words, end) or number in HIJRI_YEARS:
        return Time(index, end + is_hijri(words, end), hijri_year(number), Basis.EXPLICIT)
    second = year_figure(words, end + 1)
    if words.form(end) in {"-", "–", "/"} and second:
        return Time(index, end + 2, stretch(year(number), year(second)), Basis.EXPLICIT)
    return Time(index, after_era(words, end), year(number), Basis.EXPLICIT)


def bare_year(text: Text, index: int, last: Time | None) -> Time | None:
    """«في 2003», «2010-2015»: four figures after a preposition of time and before no counted noun."""
    words = text.words
    number = year_figure(words, index)
    if number is None or not 1900 <= number <= 2099 or counts_something(words, index):
        return None
    before = words.form(index - 1)
    follows = (
        last is not None and last.end == index - 1 and before == "و" and len(last.period.value or "") == 4
    )
    if (
        before not in names("preposition")
        and not follows
        and not (before in {"ب", "ل"} and words.glued(index))
    ):
        return None
    second = year_figure(words, index + 2)
    if words.form(index + 1) in {"-", "–"} and second:
        return Time(index, index + 3, stretch(year(number), year(second)), Basis.EXPLICIT)
    return Time(index, after_era(words, index + 1), year(number), Basis.EXPLICIT)


def counts_something(words: Reading, index: int) -> bool:
    """Whether four figures count what follows: «في 2000 قرية»."""
    after = words.form(index + 1)
    scaled = number_at(words, index)
    if (
        after in {"%", "٪", "$", "€", "/", ":"}
        or (scaled and scaled.scaled)
        or words.form(index + 2) in {"المئه", "المائه"}
    ):
        return True
    if words.form(index - 1) in {"في", "منذ", "شهر", "مطلع", "اواخر", "نهايه", "بدايه", "منتصف", "اوائل"}:
        return (
            int(words.forms[index]) % 50 == 0
            and after.isalpha()
            and not after.startswith(("ال", "و", "ب", "في"))
        )
    return after.isalpha() and len(after) > 2 and not after.startswith(("ال", "و", "لل", "بال", "الي", "علي"))
