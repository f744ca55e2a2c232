"""Spelling in Arabic news: what to ignore when two spellings of one word are compared. Offsets are never taken from folded text."""

import re
from functools import lru_cache

__all__ = ["fold", "is_mark", "strip_marks"]

# short vowels and other marks above and below letters, superscript alef, tatweel, zero-width and bidi controls
_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]"
)
_LETTERS = str.maketrans("أإآٱىیکە", "ااااييكه")


def strip_marks(text: str) -> str:
    """Drop diacritics, tatweel and invisible controls: «مُلوّنة» → «ملونة», «بـ» → «ب»."""
    return _MARKS.sub("", text)


def is_mark(char: str) -> bool:
    """Whether a character is one of those that ``strip_marks`` drops."""
    return _MARKS.match(char) is not None


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Fold what writers spell in different ways: marks dropped, أ إ آ → ا, final and Persian ى → ي.

    >>> fold("الجماعى") == fold("الجماعي"), fold("أن") == fold("إن")
    (True, True)
    """
    return strip_marks(text).translate(_LETTERS)
