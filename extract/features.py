"""What the networks see of a word: hashed features of its spelling, the same in training and at run time.

Spelling is folded, so that «الجماعى» and «الجماعي», «ان» and «أن» are one word; the spelling as written stands beside it
as a feature of its own (``raw``).
"""

import re
from collections.abc import Callable
from typing import NamedTuple
from zlib import crc32

from hadath.extract.spelling import fold, strip_marks

__all__ = ["Feature", "feature_rows", "vector_key"]

_LONGEST = 200  # letters; what stands behind them in a longer "word" tells nothing
_DIGIT = re.compile(r"\d")
_QUOTES = str.maketrans("«»“”„‟❝❞＂", '"""""""""')
_FORMS: dict[str, Callable[[str, str], str]] = {
    "word": lambda folded, raw: folded,
    "raw": lambda folded, raw: raw,
    "p1": lambda folded, raw: folded[:1],
    "p2": lambda folded, raw: folded[:2],
    "p3": lambda folded, raw: folded[:3],
    "s1": lambda folded, raw: folded[-1:],
    "s2": lambda folded, raw: folded[-2:],
    "s3": lambda folded, raw: folded[-3:],
    "s4": lambda folded, raw: folded[-4:],
    "shape": lambda folded, raw: _shape(folded),
}


class Feature(NamedTuple):
    """A table of embeddings: ``name`` says of what, ``buckets`` × ``width`` its size."""

    name: str
    buckets: int
    width: int


def vector_key(word: str) -> str:
    """The spelling under which a word is looked up in the word vectors."""
    return strip_marks(word[:_LONGEST]).translate(_QUOTES)


def feature_rows(word: str, features: tuple[Feature, ...]) -> list[int]:
    """Row of the word in each feature's table, in order."""
    raw = _DIGIT.sub("0", vector_key(word))
    folded = fold(raw)
    return [crc32(f"{f.name}={_FORMS[f.name](folded, raw)}".encode()) % f.buckets for f in features]


def _shape(word: str) -> str:
    """Kind of letters and, for short words, their number: «a3» is three Arabic letters."""
    first = word[:1]
    if first.isdigit():
        kind = "0."[: 1 + ("." in word or "," in word)]
    elif first.isalpha():
        kind = "a" if first >= "\u0600" else "A" if first.isupper() else "x"
    else:
        return word[:1]
    return f"{kind}{min(len(word), 8)}"
