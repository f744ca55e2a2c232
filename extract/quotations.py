"""Quotations: what stands between quotation marks, over sentences and paragraphs, whatever marks a paper uses."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from hadath.extract.tokens import Doc, Token

__all__ = ["Quotation", "find_quotations"]

_OPEN, _CLOSE, _STRAIGHT = frozenset("«“„"), frozenset("»”"), '"'
_LONGEST = 300  # words of a quotation


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: numbers of the first token and of the one behind the last, which is the closing mark."""

    start: int
    end: int

    def __contains__(self, token: int) -> bool:
        return self.start <= token < self.end


def find_quotations(doc: Doc) -> list[Quotation]:
    """Quotations in the order of the text, without those inside others.

    Any closing mark ends one («"…»» happens), but only marks that tell their side go over paragraphs; one that is never
    closed ends with its sentence.
    """
    marks = [t for t in doc if t.text in _OPEN or t.text in _CLOSE or t.text == _STRAIGHT or "\n" in t.text]
    return list(_paired(marks))


def _paired(marks: list[Token]) -> Iterator[Quotation]:
    done = -1
    for k, mark in enumerate(marks):
        if mark.i > done and _may_open(mark):
            end = _closing(mark, marks[k + 1 :])
            done = mark.sent.end if end is None else end.i
            yield Quotation(mark.i + 1, done)


def _closing(opening: Token, later: list[Token]) -> Token | None:
    """The mark that closes a quotation: the first of its own kind, else the first of any kind in the paragraph."""
    straight = opening.text == _STRAIGHT
    other: Token | None = None
    paragraph = True
    for mark in takewhile(lambda mark: mark.i - opening.i <= _LONGEST, later):
        if "\n" in mark.text:
            paragraph = False
            if straight:
                break
        elif (mark.text == _STRAIGHT) is straight:
            if _may_close(mark):
                return mark
            break
        elif paragraph and other is None and _may_close(mark):
            other = mark
    return other


def _may_open(mark: Token) -> bool:
    if mark.text == _STRAIGHT:
        return not (_joined_before(mark) and not _joined_behind(mark)) or _proclitic_before(mark)
    return mark.text in _OPEN


def _may_close(mark: Token) -> bool:
    if mark.text == _STRAIGHT:
        return _joined_before(mark) or not _joined_behind(mark)
    return mark.text in _CLOSE


def _joined_before(mark: Token) -> bool:
    """Whether a mark is written together with the word before it."""
    return mark.i > 0 and not mark.nbor(-1).whitespace_ and not mark.nbor(-1).is_space


def _proclitic_before(mark: Token) -> bool:
    """«و"…», «بـ"…»: what is written together with the mark is no word of a quotation."""
    return _joined_before(mark) and mark.nbor(-1).pos_ in ("ADP", "CCONJ", "SCONJ")


def _joined_behind(mark: Token) -> bool:
    """Whether a mark is written together with the word behind it."""
    return mark.i + 1 < len(mark.doc) and not mark.whitespace_ and not mark.nbor(1).is_punct
