"""Attacks that are words: a minister who attacks a party criticises it, whatever he is said to launch («شن هجوما عنيفا على الحزب»)."""

from dataclasses import replace

from hadath.extract.company import kind_of
from hadath.extract.frames import arguments
from hadath.extract.phrases import core, lemma
from hadath.extract.tokens import Token
from hadath.extract.triggers import Trigger
from hadath.extract.word_classes import word_class

__all__ = ["settle_criticism"]

_ATTACK = frozenset({"هجوم", "هاجم", "هجمة"})
_REAL = word_class("real attack")
_SPEAKS = word_class("holder of an office")
_CRITICISED = frozenset({"person", "organization"})
_AT = ("علي", "ضد")


def settle_criticism(triggers: list[Trigger]) -> list[Trigger]:
    """Type an attack by somebody who holds an office on a person or body as what it is, unless it is called armed."""
    return [_criticism(one) if _is_verbal(one) else one for one in triggers]


def _is_verbal(trigger: Trigger) -> bool:
    token = trigger.token
    if trigger.sense.type != "ASSAULT" or lemma(token) not in _ATTACK or trigger.args.passive:
        return False
    if any(lemma(c) in _REAL for c in token.children if c.dep_ == "amod"):
        return False
    by, at = _sides(trigger)
    return (
        any(lemma(core(t)) in _SPEAKS for t in by) and bool(at) and all(kind_of(t) in _CRITICISED for t in at)
    )


def _sides(trigger: Trigger) -> tuple[list[Token], list[Token]]:
    """Who attacks and who is attacked."""
    args = trigger.args
    if trigger.token.pos_ == "VERB":
        return args.subj, args.obj
    over = [arguments(verb) for verb, _ in trigger.carriers[:1]]
    by = [*args.gen, *(t for one in over for t in one.subj)]
    at = [t for one in (args, *over) for source in _AT for t in one.at(source)]
    return by, at


def _criticism(trigger: Trigger) -> Trigger:
    return replace(trigger, sense=replace(trigger.sense, type="ACCUSE"))
