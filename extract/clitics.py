"""Clitics: how a written word falls into syntactic words, «وبلادها» → و + بلاد + ها.

A segmentation is one label for the whole word, the lengths of the pieces before and after the stem and a mark where the
stem is written differently when it stands alone:

    ``1|2``      و · بلاد · ها
    ``1|-|l``    ل · لرد, whose second piece is «الرد» (ل swallows the alif of the article)
    ``-|2|t``    مدينت · ها, whose stem is «مدينة» (``a``: يرا · ها is «يرى»; ``h``: لقائ · ه is «لقاء»;
                 ``w``: اعتبرو · ه is «اعتبروا»; ``n``: م · ما is «من» before «ما»; ``N``: أ · لا is «أن»)
"""

from typing import NamedTuple

__all__ = ["WHOLE", "Piece", "label_of", "pieces"]

WHOLE = "-|-"
_RESTORE = {
    "t": (("ت", "ة"),),
    "a": (("ا", "ى"),),
    "y": (("ي", "ى"),),
    "h": (("ئ", "ء"), ("ؤ", "ء")),
    "w": (("و", "وا"),),
}
_MERGED = {
    ("من", "ما"): "مما",
    ("من", "من"): "ممن",
    ("عن", "ما"): "عما",
    ("أن", "لا"): "ألا",
    ("ان", "لا"): "الا",
}
_PREPOSITIONS = frozenset({"على", "إلى", "الى", "لدى"})


class Piece(NamedTuple):
    """A syntactic word: ``word[start:end]`` as written, and ``norm``, its form when it stands alone."""

    start: int
    end: int
    norm: str


def _lengths(field: str) -> list[int]:
    return [] if field == "-" else [int(n) for n in field.split(",")]


def pieces(word: str, label: str) -> list[Piece]:
    """Cut a word as its label says; a label that does not fit the word leaves it whole.

    >>> [piece.norm for piece in pieces("للرد", "1|-|l")]
    ['ل', 'الرد']
    """
    before, after, *marks = label.split("|")
    lengths = _lengths(before)
    stem = len(word) - sum(lengths) - sum(_lengths(after))
    if stem < 1 or label == WHOLE:
        return [Piece(0, len(word), word)]
    lengths = [*lengths, stem, *_lengths(after)]
    cut: list[Piece] = []
    start = 0
    for i, length in enumerate(lengths):
        form = word[start : start + length]
        if i == len(_lengths(before)):
            form = _alone(form, marks[0] if marks else "")
        if marks and marks[0] in "nN" and i == 0:
            form += "ن"
        cut.append(Piece(start, start + length, form))
        start += length
    return cut


def _alone(stem: str, mark: str) -> str:
    if mark == "l":
        return "ا" + stem if stem.startswith("ل") else stem
    if mark == "L":  # «لله», «للغة»: article and first letter are one written ل
        return "ال" + stem if stem.startswith("ل") else stem
    for written, alone in _RESTORE.get(mark, ()):
        if stem.endswith(written):
            return stem[: -len(written)] + alone
    return stem


def label_of(forms: list[str], stem: int, *, hamza: str = "ء") -> tuple[str, str] | None:
    """Join the forms of syntactic words into the written word; give it with its label, or None where no rule joins them.

    ``stem`` is the index of the form that carries the meaning; ``hamza`` the letter that a final ء takes before a pronoun.

    >>> label_of(["ل", "الرد"], 1)
    ('للرد', '1|-|l')
    """
    if tuple(forms) in _MERGED:
        return _MERGED[forms[0], forms[1]], f"1|-|{'n' if forms[0].startswith(('م', 'ع')) else 'N'}"
    written, mark = list(forms), ""
    core, followed = forms[stem], stem + 1 < len(forms)
    if stem and forms[stem - 1] == "ل" and core.startswith("الل"):
        written[stem], mark = core[2:], "L"
    elif stem and forms[stem - 1] == "ل" and core.startswith("ال"):
        written[stem], mark = core[1:], "l"
    elif followed:
        written[stem], mark = _before_pronoun(core, hamza)
    before = ",".join(str(len(form)) for form in written[:stem]) or "-"
    after = ",".join(str(len(form)) for form in written[stem + 1 :]) or "-"
    label = f"{before}|{after}" + (f"|{mark}" if mark else "")
    word = "".join(written)
    return (word, label) if [piece.norm for piece in pieces(word, label)] == forms else None


def _before_pronoun(stem: str, hamza: str) -> tuple[str, str]:
    """How a stem is written before a pronoun, and the mark that undoes it."""
    if stem.endswith("ة"):
        return stem[:-1] + "ت", "t"
    if stem.endswith("ى"):
        return (stem[:-1] + "ي", "y") if stem in _PREPOSITIONS else (stem[:-1] + "ا", "a")
    if stem.endswith("اء") and hamza != "ء":
        return stem[:-1] + hamza, "h"
    if stem.endswith("وا"):
        return stem[:-1], "w"
    return stem, ""
