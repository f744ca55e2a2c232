"""Clitics: how a written word falls into syntactic words, «وبلادها» → و + بلاد + ها.

A segmentation is one label for the whole word, the lengths of the pieces before and after the stem and a mark where the
stem is written differently when it stands alone:

    ``1|2``      و · بلاد · ها
    ``1|-|l``    ل · لرد, whose second piece is «الرد» (ل swallows the alif of the article)
    ``-|2|t``    مدينت · ها, whose stem is «مدينة» (``a``: يرا · ها is «يرى»; ``y``: علي · ها is «على»)
"""

from typing import NamedTuple

__all__ = ["WHOLE", "Piece", "label_of", "pieces"]

WHOLE = "-|-"
_RESTORE = {"t": ("ت", "ة"), "a": ("ا", "ى"), "y": ("ي", "ى")}


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
        cut.append(Piece(start, start + length, form))
        start += length
    return cut


def _alone(stem: str, mark: str) -> str:
    if mark == "l":
        return "ا" + stem if stem.startswith("ل") else stem
    if mark == "L":  # «لله», «للغة»: article and first letter are one written ل
        return "ال" + stem if stem.startswith("ل") else stem
    written, alone = _RESTORE.get(mark, ("", ""))
    return stem[: -len(written)] + alone if mark and written and stem.endswith(written) else stem


def label_of(forms: list[str], stem: int) -> tuple[str, str] | None:
    """Join the forms of syntactic words into the written word; give it with its label, or None where no rule joins them.

    ``stem`` is the index of the form that carries the meaning.

    >>> label_of(["ل", "الرد"], 1)
    ('للرد', '1|-|l')
    """
    written, mark = list(forms), ""
    core = forms[stem]
    if stem and forms[stem - 1] == "ل" and core.startswith("الل"):
        written[stem], mark = core[2:], "L"
    elif stem and forms[stem - 1] == "ل" and core.startswith("ال"):
        written[stem], mark = core[1:], "l"
    elif stem + 1 < len(forms) and core.endswith("ة"):
        written[stem], mark = core[:-1] + "ت", "t"
    elif stem + 1 < len(forms) and core.endswith("ى"):
        last = "ي" if core in {"على", "إلى", "الى", "لدى"} else "ا"
        written[stem], mark = core[:-1] + last, "y" if last == "ي" else "a"
    before = ",".join(str(len(form)) for form in forms[:stem]) or "-"
    after = ",".join(str(len(form)) for form in forms[stem + 1 :]) or "-"
    label = f"{before}|{after}" + (f"|{mark}" if mark else "")
    word = "".join(written)
    return (word, label) if [piece.norm for piece in pieces(word, label)] == forms else None
