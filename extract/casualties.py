"""Killed and hurt by whom: the same words tell of an attack or of an accident, which the words around them decide.

«مقتل ثلاثة في زلزال» is no violence, «إصابة ثلاثة» in a report of a bombing is. Where the sentence names no cause, the article does.
"""

from dataclasses import replace
from functools import cache

from hadath.extract.company import kind_of
from hadath.extract.phrases import core, lemma
from hadath.extract.reading import read_table
from hadath.extract.spelling import fold
from hadath.extract.tokens import Doc, Span, Token
from hadath.extract.triggers import Trigger
from hadath.extract.word_classes import word_class

__all__ = ["settle_causes"]

_HARM = word_class("hurt")
_HARMED = word_class("casualty")
_WRECKS = word_class("wreck")
_ENDS = word_class("end")
_WOUNDS = word_class("wound")
_SHOTS = word_class("shot")
_PEOPLE = frozenset({"person", "group"})


def settle_causes(doc: Doc, triggers: list[Trigger]) -> list[Trigger]:
    """Type what befell people by its cause: violence where only attacks are told of, a happening where only accidents are."""
    if not any(map(_befell, triggers)):
        return triggers
    attacks = [t.token for t in triggers if t.sense.type == "ASSAULT" and not _is_harm(t)]
    accidents = [t for t in doc if (lemma(t), t.pos_) in _accidents()]
    accidents += [t.token for t in triggers if _is_wreck(t)]
    return [_settled(t, attacks, accidents) if _befell(t) else t for t in triggers]


@cache
def _accidents() -> frozenset[tuple[str, str]]:
    return frozenset((fold(row[0]), row[1]) for row in read_table("accidents.tsv"))


def _is_wreck(trigger: Trigger) -> bool:
    """«انقلاب قطار», «انهيار مبنى»: a vehicle that turns over, a building that falls."""
    if trigger.sense.type != "OTHER":
        return False
    fallen = [*trigger.args.subj, *trigger.args.gen]
    collapse = trigger.sense.verb == "انهار" and any(kind_of(t) == "facility" for t in fallen)
    return collapse or trigger.sense.verb == "انقلب"


def _is_harm(trigger: Trigger) -> bool:
    return lemma(trigger.token) in _HARM | _HARMED or "befalls" in trigger.sense.flags


def _befell(trigger: Trigger) -> bool:
    """Whether a trigger says that people were killed or hurt, and not by whom."""
    word, args = lemma(trigger.token), trigger.args
    if trigger.sense.type not in ("ASSAULT", "OTHER") or args.by:
        return False
    if trigger.token.pos_ == "VERB":
        done = args.passive if word != "لقي" else any(lemma(core(t)) in _ENDS for t in args.obj)
        if word not in _HARM or not done:
            return False
    elif word not in _HARMED and trigger.sense.verb != "أصاب":
        return False
    caught = {lemma(core(t)) for t in args.at("ب")}
    if caught and not any(noun in _WRECKS or (noun, "NOUN") in _accidents() for noun in caught):
        return bool(caught & _WOUNDS) and not caught & _SHOTS  # «أصيب بالحمى», «قتل بالرصاص»
    # a number that counts nothing counts people: «وأصيب 30 آخرون»
    people = args.gen if trigger.token.pos_ != "VERB" else args.subj
    return word != "اصاب" or any(kind_of(t) in _PEOPLE or core(t).pos_ == "NUM" for t in people)


def _settled(trigger: Trigger, attacks: list[Token], accidents: list[Token]) -> Trigger:
    here = trigger.token.sent
    for causes in (_within(here, attacks, accidents), (bool(attacks), bool(accidents))):
        if causes == (True, False):
            return replace(trigger, sense=replace(trigger.sense, type="ASSAULT"))
        if causes == (False, True):
            return replace(trigger, sense=replace(trigger.sense, type="OTHER"))
    return trigger


def _within(sent: Span, attacks: list[Token], accidents: list[Token]) -> tuple[bool, bool]:
    return any(t.sent == sent for t in attacks), any(t.sent == sent for t in accidents)
