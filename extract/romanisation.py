"""Arabic names in Latin letters: readable ASCII for names that no table knows in English.

Usual spellings of name parts come from ``extract/ar/name_parts.tsv`` (محمد → Mohammed), other words are romanised by
rule: ال → al-, ش → sh, خ → kh, short vowels that Arabic does not write stay out except between consonants that
nobody could say together. The result is a reading aid, not a transliteration that can be undone.
"""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from hadath.extract.spelling import fold

__all__ = ["romanise", "usual_spellings"]

_LETTERS = {
    "ا": "a",
    "ب": "b",
    "ت": "t",
    "ث": "th",
    "ج": "j",
    "ح": "h",
    "خ": "kh",
    "د": "d",
    "ذ": "dh",
    "ر": "r",
    "ز": "z",
    "س": "s",
    "ش": "sh",
    "ص": "s",
    "ض": "d",
    "ط": "t",
    "ظ": "z",
    "ع": "a",
    "غ": "gh",
    "ف": "f",
    "ق": "q",
    "ك": "k",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "ه": "h",
    "و": "w",
    "ي": "y",
    "ة": "a",
    "ء": "",
    "ؤ": "u",
    "ئ": "i",
    "پ": "p",
    "چ": "ch",
    "ژ": "zh",
    "ڤ": "v",
    "گ": "g",
}
_VOWELS = frozenset("aeiou")
_PARTICLES = {
    "بن": "bin",
    "ابن": "ibn",
    "بنت": "bint",
    "ال": "Al",
    "ولد": "Ould",
    "ابو": "Abu",
    "ابي": "Abi",
    "ام": "Umm",
}
_BEFORE_ABD = "عبد"
_SLAVIC_ENDINGS = {
    "وفيتش": "ovich",
    "فيتش": "vich",
    "يتش": "ich",
    "وفسكي": "ovsky",
    "سكي": "sky",
    "ييفا": "yeva",
    "وفا": "ova",
    "ييف": "yev",
    "وف": "ov",
    "يف": "ev",
}


def romanise(name: str) -> str:
    """A name in ASCII letters.

    >>> romanise("محمد بن سلمان")
    'Mohammed bin Salman'
    >>> romanise("عبد الله الشهراني")
    'Abdullah al-Shahrani'
    """
    words = fold(name).replace("-", " ").split()
    return " ".join(filter(None, (_word(word) for word in _joined(words))))


def usual_spellings() -> Mapping[str, str]:
    """Parts of names, folded and with ه for a final ة, with their usual spelling in Latin letters.

    >>> usual_spellings()["عمر"]
    'Omar'
    """
    return _name_parts()


def _joined(words: list[str]) -> list[str]:
    """«عبد» and the divine name after it are one name."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] == _BEFORE_ABD:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _word(word: str) -> str:
    if word in _PARTICLES:
        return _PARTICLES[word]
    if usual := _name_parts().get(_part_key(word)):
        return usual
    if word.startswith("ال") and len(word) > 4:
        return f"al-{_word(word[2:])}"
    for ending, latin in _SLAVIC_ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return _by_rule(word.removesuffix(ending)).capitalize() + latin
    return _by_rule(word).capitalize() or _foreign(word)


def _by_rule(word: str) -> str:
    """Letter by letter; و and ي are vowels unless they open a syllable."""
    sounds = [_sound(word, position) for position in range(len(word))]
    return _with_helping_vowels([sound for sound in sounds if sound])


def _sound(word: str, position: int) -> str:
    letter = word[position]
    first, last = position == 0, position == len(word) - 1
    before = "" if first else word[position - 1]
    if letter == "و" and last and not first and before not in "اوي":
        return "o"
    if letter == "و":
        return "w" if first or before in "اوي" or _vowel_follows(word, position) else "u"
    if letter == "ي":
        return "y" if first or before in "اوي" or _vowel_follows(word, position) else "i"
    if letter == "ه" and last and not first:
        return "a" if before not in "اوي" else "h"
    if letter == "ع" and not first and before in "اوي":
        return ""
    if letter in "اة" and before == "ع":
        return ""
    if letter == "ع" and not first and not last and before not in "اوي":
        return "aa"
    return _LETTERS.get(letter, "" if ord(letter) > 127 else letter.lower())


def _vowel_follows(word: str, position: int) -> bool:
    return position + 1 < len(word) and word[position + 1] in "اوية"


def _with_helping_vowels(sounds: list[str]) -> str:
    """«a» between a word's two opening consonants and wherever three would meet or two would end it."""
    spoken: list[str] = []
    for position, sound in enumerate(sounds):
        spoken.append(sound)
        if sound[-1] in _VOWELS or position + 1 == len(sounds) or sounds[position + 1][0] in _VOWELS:
            continue
        opening = position == 0
        after_consonant = position > 0 and spoken[-2][-1] not in _VOWELS
        closing = position + 2 == len(sounds)
        if opening or after_consonant or closing:
            spoken.append("a")
    return "".join(spoken)


def _foreign(word: str) -> str:
    return word.encode("ascii", "ignore").decode("ascii")


def _part_key(word: str) -> str:
    return word.removesuffix("ة") + "ه" if word.endswith("ة") else word


@lru_cache(maxsize=1)
def _name_parts() -> dict[str, str]:
    text = files("hadath.extract").joinpath("ar", "name_parts.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {_part_key(fold(row[0])): row[1] for row in rows[1:]}
