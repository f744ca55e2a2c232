"""A text read word by word: spellings folded for comparison, offsets kept for the text as it is; word lists to compare with."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Generic, NamedTuple, TypeVar

from hadath.extract.records import Mention

__all__ = ["Found", "Phrases", "Reading", "read_table", "reading", "spell"]

T = TypeVar("T")

_MARK = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]"
)
_MARKS = re.compile(f"{_MARK.pattern}+")
_TRAILING = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]*")
_SPELLING = str.maketrans("أإآٱىیکۀة٫٬٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "ااااييكهه.,01234567890123456789")
_WORD = re.compile(r"\d+ر\d+(?![^\W\d_])|\d+(?:[.,]\d+|،\d{3}(?!\d))*|[^\W\d_]+|[^\w\s]|_|\n")
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")


def spell(text: str) -> str:
    """One spelling for comparison, coarser than ``fold``: also ة → ه, and all digits and separators Western.

    >>> spell("المِئـة") == spell("المئه"), spell("٢٠٫٥")
    (True, '20.5')
    """
    return _MARKS.sub("", text).translate(_SPELLING)


class Reading:
    """The words, numbers and signs of a text in the spelling of ``spell``, with their places in the text."""

    __slots__ = ("_ends", "_starts", "forms", "text")

    def __init__(self, text: str) -> None:
        spelled, places = _spell_with_places(text)
        found = list(_WORD.finditer(spelled))
        self.text = text
        self.forms = [match.group() for match in found]
        self._starts = [match.start() for match in found]
        self._ends = [match.end() for match in found]
        if places is not None:
            self._starts = [places[start] for start in self._starts]
            self._ends = [_TRAILING.match(text, places[end - 1] + 1).end() for end in self._ends]  # type: ignore[union-attr]

    def __len__(self) -> int:
        return len(self.forms)

    def form(self, index: int) -> str:
        """The word at an index, empty before the first and after the last."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def glued(self, index: int) -> bool:
        """Whether nothing stands between the word and the one before it."""
        return 0 < index < len(self.forms) and self._ends[index - 1] == self._starts[index]

    def mention(self, first: int, last: int, *, clip: int = 0) -> Mention:
        """The words from ``first`` to ``last`` inclusive, without the first ``clip`` letters (a proclitic)."""
        start, end = self._starts[first], self._ends[last]
        while clip:
            start += 1
            clip -= not _MARK.match(self.text[start])
        return Mention(start, end, self.text[start:end])


def _spell_with_places(text: str) -> tuple[str, list[int] | None]:
    """The text spelled for comparison and, if marks were dropped, the place of each character that is left."""
    if not _MARKS.search(text):
        return text.translate(_SPELLING), None
    places: list[int] = []
    done = 0
    for marks in _MARKS.finditer(text):
        places.extend(range(done, marks.start()))
        done = marks.end()
    places.extend(range(done, len(text)))
    return spell(text), places


@lru_cache(maxsize=4)
def reading(text: str) -> Reading:
    """The reading of a text; the last few are kept, since several finders ask for the same."""
    return Reading(text)


class Found(NamedTuple, Generic[T]):
    """A phrase at a place: index after its last word, letters of proclitics before it, what it stands for."""

    end: int
    clip: int
    proclitic: str
    value: T


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[T]):
    rest: tuple[str, ...]
    clip: int
    proclitic: str
    value: T


class Phrases(Generic[T]):
    """A list of phrases that is looked up word by word, longest first, with or without و ف ب ل ك before them.

    A form that is listed itself is never taken for a shorter one with a proclitic: «لست» is not ل + «ست».
    """

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        exact: dict[str, list[_Phrase[T]]] = {}
        prefixed: dict[str, list[_Phrase[T]]] = {}
        for phrase, value in rows:
            first, *rest = spell(phrase).split()
            exact.setdefault(first, []).append(_Phrase(tuple(rest), 0, "", value))
            for form, clip, proclitic in _with_proclitics(first):
                prefixed.setdefault(form, []).append(_Phrase(tuple(rest), clip, proclitic, value))
        self._by_first = prefixed | exact
        for phrases in self._by_first.values():
            phrases.sort(key=lambda phrase: -len(phrase.rest))

    def __contains__(self, form: str) -> bool:
        return form in self._by_first

    def match(self, words: Reading, index: int) -> Found[T] | None:
        """The longest phrase that begins with the word at ``index``."""
        return next(self.matches(words, index), None) if words.form(index) in self._by_first else None

    def matches(self, words: Reading, index: int) -> Iterator[Found[T]]:
        """All phrases that begin with the word at ``index``, longest first."""
        if not 0 <= index < len(words.forms):
            return
        for phrase in self._by_first.get(words.forms[index], ()):
            end = index + 1 + len(phrase.rest)
            if not phrase.rest or tuple(words.forms[index + 1 : end]) == phrase.rest:
                yield Found(end, phrase.clip, phrase.proclitic, phrase.value)


def _with_proclitics(form: str) -> Iterable[tuple[str, int, str]]:
    """Each form with proclitics: how many letters stand before the word, and which; a fused «لل» stays whole."""
    for proclitic in _PROCLITICS:
        if proclitic.endswith("ل") and form.startswith("ال"):
            yield proclitic + "ل" + form[2:], len(proclitic) - 1, proclitic
        else:
            yield proclitic + form, len(proclitic), proclitic


def read_table(name: str) -> list[Sequence[str]]:
    """The rows of a tab-separated word list in ``extract/ar``; lines that begin with # say where it comes from."""
    text = files("hadath.extract").joinpath("ar", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]
