"""Stems: words of two articles are compared without what Arabic puts before and after them."""

import re
from functools import lru_cache

from hadath.extract.spelling import fold

__all__ = ["stem", "stems"]

_WORD = re.compile(r"\w+")
_PREFIX = re.compile("^(?:[وف]?(?:بال|كال|لل|ال)|[وف](?=...))")
_SUFFIX = re.compile("(?:ها|هم|هن|ات|ون|ين|ان|يه|ه|ي|ا)$")
_SOFT = re.compile("[اويهةءىؤئ]")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without article, conjunction, endings and long vowels: «الهجوم», «هجمات» → «هجم».

    It tells what two words share, no more: it is no root.
    """
    bare = _PREFIX.sub("", fold(word))
    if len(bare) > 4:
        bare = _SUFFIX.sub("", bare)
    if len(bare) > 3 and bare[0] in "تم" and len(_SOFT.sub("", bare)) > 3:
        bare = bare[1:]
    return _SOFT.sub("", bare) or bare


def stems(text: str) -> frozenset[str]:
    """The stems of a text's words of three letters or more."""
    return frozenset(filter(None, (stem(word) for word in _WORD.findall(fold(text)) if len(word) > 2)))
