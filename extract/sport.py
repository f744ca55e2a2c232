"""Sport: in a report of games teams meet and attack each other without talks or violence, and «الاتفاق» is a club."""

from dataclasses import replace
from functools import cache

from hadath.extract.company import kind_of
from hadath.extract.phrases import lemma
from hadath.extract.reading import read_table
from hadath.extract.spelling import fold
from hadath.extract.tokens import Doc, Token
from hadath.extract.triggers import Trigger
from hadath.extract.word_classes import word_class

__all__ = ["play"]

_REAL = word_class("real attack")
_PERSONAL = frozenset({"CONSULT", "SANCTION"})
_LEAST = 4  # different words of sport in a text about sport
_SHARE = 0.02  # and their share of its words


def play(doc: Doc, triggers: list[Trigger]) -> list[Trigger]:
    """The events of an article, in one about sport without those that are names of clubs and with games as plain happenings."""
    if not _is_sport(doc):
        return triggers
    clubs = {token.i for token in doc if _is_club(token)}
    named = {i for i in clubs if not _is_spoken_of(doc[i], doc, clubs)}
    return [_played(trigger) for trigger in triggers if trigger.token.i not in named]


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(fold(row[0]) for row in read_table("sport.tsv") if row[1] == kind)


def _is_sport(doc: Doc) -> bool:
    found = [
        word for token in doc if token.pos_ in ("NOUN", "ADJ") and (word := lemma(token)) in _words("topic")
    ]
    return len(set(found)) >= _LEAST and len(found) >= _SHARE * len(doc)


def _is_club(token: Token) -> bool:
    """A bare definite noun that clubs are called: «فاز الاتفاق», not «الاتفاق النووي» nor «الاتفاق على هدنة»."""
    if not token.norm.startswith("ال") or _bare(token) not in _words("club"):
        return False
    return not any(
        c.i > token.i and c.dep_ in ("nmod", "amod", "obl", "obl:arg", "acl") for c in token.children
    )


def _is_spoken_of(token: Token, doc: Doc, clubs: set[int]) -> bool:
    """Whether the article uses the word as what it means too: «توصل إلى اتفاق … ويشمل الاتفاق»."""
    return any(_bare(other) == _bare(token) for other in doc if other.i not in clubs)


def _bare(token: Token) -> str:
    return lemma(token).removeprefix("ال")


def _played(trigger: Trigger) -> Trigger:
    """Games are won and lost by teams; what a person does besides («التقى الوزير المدرب») keeps its type."""
    sense = trigger.sense
    real = any(lemma(c) in _REAL for c in trigger.token.children if c.dep_ == "amod")
    if sense.type == "OTHER" or real or lemma(trigger.token) not in _words("event"):
        return trigger
    if sense.type in _PERSONAL and any(kind_of(t) == "person" for t in trigger.args.subj + trigger.args.gen):
        return trigger
    return replace(trigger, sense=replace(sense, type="OTHER"))
