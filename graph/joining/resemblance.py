"""Whether two events report the same happening: evidence for and against, added up.

A function of the two events alone. They must be of one type, by the same word, on days and in countries that can agree; what an
article does not date is taken to be recent. The weights were fitted to labelled stories by logistic regression and rounded; the
sum is read as the odds, its logistic is the confidence. What conflicts rules nothing out: another number, another speaker, a
denial may well speak of the same happening.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import exp

from hadath.graph.joining.reports import Report

__all__ = ["SURE", "Resemblance", "resemblance"]

SURE = 0.8
"""The least confidence with which two events are taken for one happening."""

_SLACK = timedelta(days=1)
_BASE = 1.4
_SAYING, _SAME_ARTICLE, _NOBODY = -3.0, -0.4, -0.6
"""Weights of a saying, of two events that one article tells apart, and of two that name no participant and no place."""
_ROLES = {"agent": (0.5, -1.2, -1.0), "patient": (0.4, -1.6, -1.9), "hasPlace": (0.7, -1.0, 0.0)}
"""Weights of a role whose fillers agree, differ, or are told by one of the two only."""
_SENTENCE, _NEAR, _QUOTED = 1.0, 4.0, 2.5
_CONTENT, _OTHER_CONTENT = 1.7, -1.1
_NUMBER, _OTHER_NUMBER, _MODALITY, _DAY = 2.5, -1.0, -0.9, 0.6
_FOREIGN = -2.5
_ALIKE = 0.5
_QUOTE = 0.7
"""How much of a sentence two must share to be taken for the same saying when it is not told of both who says it."""
_NAMES = {"agent": "who", "patient": "whom", "hasPlace": "where"}


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How sure it is that two events are the same happening (0–1), and what speaks for it; 0 where they cannot be.

    ``dated`` is whether both give the same single day of their own.
    """

    confidence: float
    reasons: tuple[str, ...]
    dated: bool = False


_CONTRARY = Resemblance(0.0, ())


def resemblance(one: Report, other: Report) -> Resemblance | None:
    """Weigh two events; None where they have nothing in common."""
    if one.type != other.type or one.lemma != other.lemma:
        return None
    if one.past != other.past or _days_apart(one, other) or _abroad(one, other, "hasPlace"):
        return _CONTRARY
    if one.type == "REQUEST" and one.content and other.content and not one.content & other.content:
        return _CONTRARY  # two demands for different things
    said = one.type == "SAY"
    near = _jaccard(one.near, other.near)
    sentence = _overlap(one.context, other.context)
    if said and (_differ(one, other, "agent") or not (_agree(one, other, "agent") or sentence >= _QUOTE)):
        return None
    score = _BASE + (_SAYING if said else 0.0)
    reasons = [f"both {one.type} by the same word"]
    if one.node.partition("#")[0] == other.node.partition("#")[0]:
        score += _SAME_ARTICLE
    if not (one.words or other.words):
        score += _NOBODY
    for role, (same, differ, missing) in _ROLES.items():
        if _agree(one, other, role):
            score += same
            reasons.append(f"same {_NAMES[role]}")
        elif one.words.get(role) and other.words.get(role):
            score += _FOREIGN if _abroad(one, other, role) else differ
        elif one.words.get(role) or other.words.get(role):
            score += missing
    score += _NEAR * near + (_SENTENCE + (_QUOTED if said else 0.0)) * sentence
    if sentence >= _ALIKE or near >= _ALIKE:
        reasons.append("alike sentences")
    if one.content and other.content:
        score += _CONTENT * _overlap(one.content, other.content) or _OTHER_CONTENT
        if one.content & other.content:
            reasons.append("alike contents")
    if one.numbers and other.numbers:
        score += _NUMBER if one.numbers & other.numbers else _OTHER_NUMBER
        if one.numbers & other.numbers:
            reasons.append("same number")
    if one.modality != other.modality:
        score += _MODALITY
    if one.first and other.first:
        score += _DAY
        reasons.append("same day")
    dated = bool(one.first) and one.first == one.last == other.first == other.last
    return Resemblance(1 / (1 + exp(-score)), tuple(reasons), dated)


def _days_apart(one: Report, other: Report) -> bool:
    if not (one.first and one.last and other.first and other.last):
        return False
    return one.first - other.last > _SLACK or other.first - one.last > _SLACK


def _abroad(one: Report, other: Report, role: str) -> bool:
    """Whether the fillers of a role belong to different countries."""
    a, b = one.countries.get(role), other.countries.get(role)
    return bool(a and b and not a & b)


def _agree(one: Report, other: Report, role: str) -> bool:
    a, b = one.keys.get(role), other.keys.get(role)
    if a and b:
        return bool(a & b)
    return _overlap(one.words.get(role, frozenset()), other.words.get(role, frozenset())) >= _ALIKE


def _differ(one: Report, other: Report, role: str) -> bool:
    a, b = one.keys.get(role), other.keys.get(role)
    return bool(a and b and not a & b)


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0
