"""What the rules about times share: the word lists, a text with its day of publication, a time that was found."""

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import NamedTuple

from hadath.extract.reading import Found, Phrases, Reading, read_table, spell
from hadath.extract.records import Basis
from hadath.extract.times.calendars import Period

__all__ = [
    "MonthName",
    "Rule",
    "Text",
    "Time",
    "Word",
    "direction_at",
    "is_to_come",
    "months",
    "names",
    "names_month",
    "ordinals",
    "relative",
    "time_at",
    "triggers",
]

_SENTENCE_END = frozenset(".!؟?\n:؛")
_LOOK_BACK = 10  # words before a time in which its future cue stands
_FUTURE_VERB = re.compile("[وف]?(س[يتن][^\\W\\d_]{3,})")


class Word(NamedTuple):
    kind: str
    value: str


class MonthName(NamedTuple):
    number: int
    hijri: bool
    alone: str


@dataclass(frozen=True, slots=True)
class Text:
    """What the rules read: the words, the day of publication, and the rules themselves, by kind of word."""

    words: Reading
    published: date | None
    rules: "Mapping[str, Rule]"


@dataclass(frozen=True, slots=True)
class Time:
    """A time from the word ``first`` up to before ``end``."""

    first: int
    end: int
    period: Period
    basis: Basis
    clip: int = 0
    skip: int = 0  # words before it that only led to it: «لمدة»


Rule = Callable[[Text, int, Found[Word]], Time | None]
"""Reads the time that begins with a word, given the place of the word and what it was found to be."""


def time_at(text: Text, index: int, kinds: Container[str] | None = None) -> Time | None:
    """The time that begins with a word of one of the kinds, without a proclitic unless all kinds will do."""
    for found in triggers().matches(text.words, index):
        if kinds is not None and (found.clip or found.value.kind not in kinds):
            continue
        time = text.rules[found.value.kind](text, index, found)
        if time:
            return replace(time, first=index + time.skip, clip=0 if time.skip else found.clip)
    return None


@cache
def triggers() -> Phrases[Word]:
    """The words with which a time may begin."""
    inner = {"unit", "dual", "direction", "part of unit"}
    rows = [
        (phrase, Word(kind, value)) for phrase, kind, value in read_table("relative.tsv") if kind not in inner
    ]
    rows += [
        (form, Word("weekday", number))
        for forms, number in read_table("weekdays.tsv")
        for form in forms.split("|")
    ]
    rows += [
        (form, Word(kind, value)) for form, kind, value in read_table("ordinals.tsv") if kind == "monthday"
    ]
    rows += [(form, Word("month", "")) for forms, *_ in read_table("months.tsv") for form in forms.split("|")]
    return Phrases(rows)


@cache
def relative(*kinds: str) -> Phrases[Word]:
    """The words of ``relative.tsv`` of some kinds."""
    return Phrases(
        (phrase, Word(kind, value)) for phrase, kind, value in read_table("relative.tsv") if kind in kinds
    )


@cache
def ordinals(kind: str) -> Phrases[int]:
    """Ordinals that are days of a month or hours."""
    return Phrases(
        (form, int(value)) for form, row_kind, value in read_table("ordinals.tsv") if row_kind == kind
    )


@cache
def months() -> Phrases[MonthName]:
    """All names of months."""
    return Phrases(
        (form, MonthName(int(number), calendar == "hijri", alone))
        for forms, number, calendar, alone in read_table("months.tsv")
        for form in forms.split("|")
    )


@cache
def names(kind: str) -> Phrases[str]:
    """Words of ``time_names.tsv`` that show a time to be part of a name, or to be one after all."""
    rows = read_table("time_names.tsv")
    return Phrases((form, kind) for forms, row_kind in rows if row_kind == kind for form in forms.split("|"))


def names_month(words: Reading, index: int) -> bool:
    """Whether the word is a month's name: a number before it counts nothing."""
    found = months().match(words, index)
    return found is not None and not found.clip


def direction_at(words: Reading, index: int) -> tuple[int | None, int]:
    """-1 for «الماضي», 0 for «الجاري», 1 for «المقبل»."""
    found = relative("direction").match(words, index)
    return (int(found.value.value), found.end) if found and not found.clip else (None, index)


def is_to_come(words: Reading, index: int) -> bool:
    """Whether a future verb or a word of plans stands shortly before in the sentence."""
    for place in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
        form = words.forms[place]
        if form in _SENTENCE_END:
            return False
        verb = _FUTURE_VERB.fullmatch(form)
        if form in names("future") or (verb and not verb.group(1).startswith(_not_future())):
            return True
    return False


@cache
def _not_future() -> tuple[str, ...]:
    rows = read_table("time_names.tsv")
    return tuple(spell(form) for forms, kind in rows if kind == "not_future" for form in forms.split("|"))
