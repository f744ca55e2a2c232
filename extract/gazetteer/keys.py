"""Keys: the spellings under which names and titles are found."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from hadath.extract.spelling import fold

__all__ = ["bare", "name_key", "name_keys", "tolerant_keys", "with_marbuta"]

_SEPARATORS = str.maketrans({mark: " " for mark in "-–—‑_/()«»\"'،.’"})


@lru_cache(maxsize=100_000)
def name_key(name: str) -> str:
    """The key of a name: folded, its words parted by single spaces, without hyphens, quotes and brackets."""
    return " ".join(fold(name).translate(_SEPARATORS).split())


def name_keys(names: Iterable[str]) -> set[str]:
    """Keys under which names are found, with the case forms of a leading «أبو» and «عبدالله» beside «عبد الله»."""
    keys = {name_key(name) for name in names}
    keys |= {key.replace("عبد ", "عبد") for key in keys if key.startswith("عبد ") or " عبد " in key}
    fathers = {key[3:] for key in keys if key.startswith("ابو")}
    return keys | {father + rest for rest in fathers for father in ("ابي", "ابا")}


def tolerant_keys(key: str) -> Iterator[str]:
    """A key, and those of the same name with ة for a final ه and with or without the article."""
    yield key
    if key.endswith("ه"):
        yield key[:-1] + "ة"
    yield key[2:] if key.startswith("ال") else f"ال{key}"


def with_marbuta(key: str) -> tuple[str, ...]:
    """A key as it stands, and with ة for the final ه that Egyptian newspapers write: «الأمم المتحده»."""
    if "ه" not in key:
        return (key,)
    words = (f"{word[:-1]}ة" if word.endswith("ه") else word for word in key.split(" "))
    return key, " ".join(words)


def bare(words: str) -> str:
    """A title without articles and feminine endings, so that «رئيسة الوزراء» and «رئيس الوزراء» are one."""
    return " ".join(_bare_word(word) for word in name_key(words).split())


def _bare_word(word: str) -> str:
    without_article = word[2:] if word.startswith("ال") and len(word) > 4 else word
    return without_article.removesuffix("ة") if len(without_article) > 4 else without_article
