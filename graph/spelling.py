"""One spelling of names for comparing what people type with what articles write."""

import unicodedata

from hadath.extract.spelling import fold

__all__ = ["fold_name", "holds_words"]


def fold_name(name: str) -> str:
    """A name in one spelling, its words apart by one blank.

    >>> fold_name("فَرَنْسَا") == fold_name("فرنسا"), fold_name("وزارة  الداخليه") == fold_name("وزارة الداخلية")
    (True, True)
    >>> fold_name("São-Tomé")
    'sao tome'
    """
    plain = fold(name).replace("ة", "ه").casefold()
    decomposed = unicodedata.normalize("NFKD", plain)
    letters = (char if char.isalnum() else " " for char in decomposed if not unicodedata.combining(char))
    return " ".join("".join(letters).split())


def holds_words(name: str, words: str) -> bool:
    """Whether a folded name holds some folded words in their order, be others between them; no words are held by none.

    >>> holds_words("قاسم جومارت توكاييف", "قاسم توكاييف"), holds_words("علي محمد", "محمد علي")
    (True, False)
    """
    left = iter(name.split())
    return bool(words) and all(word in left for word in words.split())
