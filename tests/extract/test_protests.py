"""Who protests, and against what."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
DOES_F = "Aspect=Imp|Gender=Fem|Number=Sing|Person=3|Voice=Act"


@pytest.mark.parametrize(("noun", "preposition"), [("احتجاجا", "على"), ("تنديدا", "ب")])
def test_a_grievance_hangs_on_the_verb(tell: Tell, noun: str, preposition: str) -> None:
    story = tell(
        f"""تظاهر تظاهر VERB root 0 {DONE}
        العمال عامل NOUN nsubj 1 Number=Plur
        {noun} {noun[:-1]} NOUN obl 1 Case=Acc
        {preposition} {preposition} ADP case 5
        القانون قانون NOUN nmod 3"""
    )
    assert story.who("تظاهر", "agents") == ["العمال"]
    assert story.who("تظاهر", "patients") == ["القانون"]


def test_an_adjective_of_the_protest_names_whom_it_is_against(tell: Tell) -> None:
    story = tell(
        f"""اندلعت اندلع VERB root 0 {DONE_F}
        مظاهرات مظاهرة NOUN nsubj 1 Number=Plur
        مناهضة مناهض ADJ amod 2 Gender=Fem
        ل+ ل ADP case 5
        الحكومة حكومة NOUN obl:arg 3 Gender=Fem"""
    )
    assert story.who("مظاهرات", "patients") == ["الحكومة"]


def test_what_a_protest_demands_of_somebody(tell: Tell) -> None:
    story = tell(
        f"""خرجت خرج VERB root 0 {DONE_F}
        مظاهرات مظاهرة NOUN nsubj 1 Number=Plur
        تطالب طالب VERB acl 2 {DOES_F}
        الحكومة حكومة NOUN obj 3 Gender=Fem
        ب+ ب ADP case 6
        الرحيل رحيل NOUN obl:arg 3"""
    )
    assert story.who("مظاهرات", "patients") == ["الحكومة"]


def test_people_who_go_out_in_a_march_are_in_it(tell: Tell) -> None:
    story = tell(
        f"""خرج خرج VERB root 0 {DONE}
        الآلاف ألف NUM nsubj 1 Number=Plur
        في في ADP case 4
        مظاهرة مظاهرة NOUN obl 1 Gender=Fem"""
    )
    assert story.who("مظاهرة", "agents") == ["الآلاف"]


def test_who_breaks_up_a_protest_is_not_in_it(tell: Tell) -> None:
    story = tell(
        f"""فرقت فرق VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Gender=Fem
        مظاهرة مظاهرة NOUN obj 1 Gender=Fem"""
    )
    assert story.who("مظاهرة", "agents") == []


@pytest.mark.parametrize("verb", ["سار", "هتف", "تجمع", "توجه"])
def test_what_demonstrators_do_is_protest(tell: Tell, verb: str) -> None:
    story = tell(f"{verb} {verb} VERB root 0 {DONE}\nالمتظاهرون متظاهر NOUN nsubj 1 Number=Plur")
    assert story.event(verb).type == "PROTEST"
    assert story.who(verb, "agents") == ["المتظاهرون"]


def test_a_gathering_has_no_passive(tell: Tell) -> None:
    """The tagger reads «تجمع» as a passive of «جمع» now and then."""
    story = tell(f"تجمع جمع VERB root 0 {DONE}\nالمتظاهرون متظاهر NOUN nsubj:pass 1 Number=Plur")
    assert story.who("تجمع", "agents") == ["المتظاهرون"]


def test_counted_with_about(tell: Tell) -> None:
    """«تجمع نحو ألف متظاهر»"""
    story = tell(
        f"""تجمع تجمع VERB root 0 {DONE}
        نحو نحو ADP case 3
        500 500 NUM obl:arg 1
        متظاهر متظاهر NOUN nmod 3 Number=Sing"""
    )
    assert story.who("تجمع", "agents") == ["500 متظاهر"]


@pytest.mark.parametrize(
    ("tree", "march"),
    [
        (f"استهدفت استهدف VERB root 0 {DONE_F}\nمسيرة مسيرة NOUN nsubj 1\nالميناء ميناء NOUN obj 1", False),
        (f"فرقت فرق VERB root 0 {DONE_F}\nالشرطة شرطة NOUN nsubj 1\nمسيرة مسيرة NOUN obj 1", True),
        ("مسي\u0651رة مسيرة NOUN root 0", False),
        ("مسيرة مسيرة NOUN root 0", True),
        ("هجوم هجوم NOUN root 0\nب+ ب ADP case 3\nمسيرة مسيرة NOUN nmod 1", False),
    ],
)
def test_a_drone_is_no_march(tell: Tell, tree: str, march: bool) -> None:
    assert ("PROTEST" in {event.type for event in tell(tree).extraction.events}) is march


def test_who_kills_amid_a_protest_is_not_in_it(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {DONE}
        الجنود جندي NOUN nsubj 1 Definite=Def|Number=Plur
        طالبا طالب NOUN obj 1 Gender=Masc
        خلال خلال ADP case 5
        احتجاجات احتجاج NOUN obl 1 Number=Plur"""
    )
    assert not story.event("احتجاجات").agents
