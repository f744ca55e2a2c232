"""Further guesses at the lemma of a word that the lemmatiser left as it stands, by the forms Arabic inflection can take."""

from functools import lru_cache

from hadath.extract.spelling import fold

__all__ = ["lemma_guesses"]

_JOINED = ("و", "ف")  # particles that can stand before any verb
_IMPERFECT = ("ي", "ت", "ن", "ا")
_VERB_ENDINGS = (
    "ون",
    "ين",
    "ان",
    "وا",
    "تم",
    "تا",
    "نا",
    "ت",
    "ة",
    "ن",
    "ا",
    "و",
    "ه",
    "ها",
    "هم",
    "انه",
    "ونه",
)
_NOUN_ENDINGS = ("ات", "ون", "ين", "ان", "ة", "ا", "ت")
_PRONOUNS = ("ه", "ها", "هم", "هما")


@lru_cache(maxsize=50_000)
def lemma_guesses(lemma: str, pos: str) -> tuple[str, ...]:
    """Folded spellings that may be the word's lemma, likeliest first; the given one is not among them.

    >>> "طهر" in lemma_guesses("يطهروا", "VERB"), "انتهك" in lemma_guesses("نتهك", "VERB"), "دعا" in lemma_guesses("ندعو", "VERB")
    (True, True, True)
    >>> lemma_guesses("المحتجزون", "ADJ")[0]
    'محتجز'
    """
    word = fold(lemma)
    found = _verbs(word) if pos == "VERB" else _nouns(word)
    return tuple(dict.fromkeys(guess for guess in found if len(guess) > 2 and guess != word))


def _nouns(word: str) -> list[str]:
    bare = word.removeprefix("ال")
    stems = [bare.removesuffix(ending) for ending in _NOUN_ENDINGS if bare.endswith(ending)]
    owned = [word.removesuffix(pronoun) for pronoun in _PRONOUNS if word.endswith(pronoun) and len(word) > 3]
    owned += [f"{noun[:-1]}ة" for noun in owned if noun.endswith("ت")]  # «حيازته» is «حيازة»
    joined = [word[1:]] if word.startswith(("ب", "ل")) and len(word) > 4 else []
    joined += [f"{noun[:-2]}{end}" for noun in joined if noun.endswith("ات") for end in ("", "ة")]
    return [*stems, bare, *(f"{stem}ة" for stem in stems), *owned, *joined]


def _is_joined(stem: str) -> bool:
    """Whether a verb may have «و», «ف», or «س» of the future, before it."""
    return len(stem) > 3 and (stem[0] in _JOINED or (stem[0] == "س" and stem[1] in _IMPERFECT))


def _verbs(word: str) -> list[str]:
    word = word.replace("ؤو", "ءو")  # «جاؤوا»
    stems = [word, *(word.removesuffix(ending) for ending in _VERB_ENDINGS if word.endswith(ending))]
    whole = [stem[1:] for stem in stems if _is_joined(stem)]  # «وخسرت», «سيطعن» left whole
    stems += [stem[1:] for stem in stems if stem[:1] in _IMPERFECT and len(stem) > 2]
    stems += [*whole, *(stem[1:] for stem in whole if stem[:1] in _IMPERFECT and len(stem) > 3)]
    out: list[str] = []
    for stem in stems:
        out += [stem, f"ا{stem}"]  # «ينتهك» is «انتهك», «يعلن» «أعلن»
        if stem[-1:] in ("و", "ي"):
            out += [f"{stem[:-1]}ا", f"ا{stem[:-1]}ي"]  # «يدعو» is «دعا», «يجري» «أجرى»
        if word.endswith(("ت", "ون", "وا")) or stem.endswith("ا"):
            bare = stem.removesuffix("ا")
            out += [f"{bare}ا", f"{bare}ي", f"ا{bare}ي"]  # «عزت» is «عزا», «هوت» «هوى», «أبقت» «أبقى»
        if len(stem) == 4 and stem[1] == "و":
            out.append(f"{stem[0]}ا{stem[2:]}")  # «حوصر» is «حاصر» in the passive
        if len(stem) > 2 and stem[-2] in "وي":
            hollow = f"{stem[:-2]}ا{stem[-1]}"  # «يعود» is «عاد», «يستعيد» «استعاد»
            out += [hollow, f"ا{hollow}"]
    return out
