"""Reports of games: meetings and attacks of teams, and clubs called like events."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
GAME = """
في في ADP case {0}
مباراة مباراة NOUN obl 1 Gender=Fem
الدوري دوري NOUN nmod {0} _
على على ADP case {1}
ملعب ملعب NOUN obl 1 _
الفريق فريق NOUN nmod {1} _"""


def game(tree: str) -> str:
    """A sentence with the words of a game behind it."""
    words = tree.count("\n") + 1
    return tree + GAME.format(words + 2, words + 5)


def test_teams_that_meet_hold_no_talks(tell: Tell) -> None:
    story = tell(game(f"التقى التقى VERB root 0 {DONE}\nالفريقان فريق NOUN nsubj 1 Number=Dual"))
    assert story.event("التقى").type == "OTHER"


def test_people_who_meet_do(tell: Tell) -> None:
    tree = f"التقى التقى VERB root 0 {DONE}\nالوزير وزير NOUN nsubj 1 _\nاللاعب لاعب NOUN obj 1 _"
    assert tell(game(tree)).event("التقى").type == "CONSULT"


@pytest.mark.parametrize(("noun", "lemma"), [("الاتفاق", "اتفاق"), ("التعاون", "تعاون")])
def test_a_club_is_no_event(tell: Tell, noun: str, lemma: str) -> None:
    story = tell(game(f"فاز فاز VERB root 0 {DONE}\n{noun} {lemma} NOUN nsubj 1 _"))
    assert noun not in [event.trigger.text for event in story.extraction.events]


def test_an_agreement_that_is_spoken_of_is_none(tell: Tell) -> None:
    tree = f"""وقع وقع VERB root 0 {DONE}
اللاعب لاعب NOUN nsubj 1 _
اتفاقا اتفاق NOUN obj 1 _
و و CCONJ cc 5
يشمل شمل VERB conj 1 Aspect=Imp
الاتفاق اتفاق NOUN nsubj 5 _
المدرب مدرب NOUN obj 5 _"""
    assert "الاتفاق" in [event.trigger.text for event in tell(game(tree)).extraction.events]
