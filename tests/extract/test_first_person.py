"""Who says «we» in reported speech, on trees written by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from hadath.extract.first_person import is_first_person
from hadath.extract.tokens import Doc

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
WE = "Number=Plur|Person=1"
WE_WILL = f"Aspect=Imp|{WE}|Voice=Act"
WE_DID = f"Aspect=Perf|{WE}|Voice=Act"


def test_we_is_the_speaker(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        المتمردون متمرد NOUN nsubj 1 Definite=Def|Number=Plur
        إن+ إن SCONJ mark 5
        نا هو PRON nsubj 5 {WE}
        هاجمنا هاجم VERB ccomp 1 {WE_DID}
        القاعدة قاعدة NOUN obj 5 Definite=Def|Gender=Fem"""
    )
    assert story.who("هاجمنا", "agents") == ["المتمردون"]
    assert story.who("هاجمنا", "said_by") == ["المتمردون"]


def test_a_minister_says_we_of_his_state(tell: Tell) -> None:
    story = tell(
        f"""غادر غادر VERB root 0 {DONE}
        الوفد وفد NOUN nsubj 1 Definite=Def|Gender=Masc
        المغرب المغرب X obj 1 GPE

        قال قال VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        المغربي مغربي ADJ amod 2
        إن+ إن SCONJ mark 6
        نا هو PRON nsubj 6 {WE}
        نرفض رفض VERB ccomp 1 {WE_WILL}
        التدخل تدخل NOUN obj 6 Definite=Def"""
    )
    assert story.who("نرفض", "agents") == ["المغرب"]
    assert story.who("نرفض", "said_by") == ["الوزير المغربي"]


def test_a_head_of_state_says_we_of_himself(tell: Tell) -> None:
    story = tell(
        f"""غادر غادر VERB root 0 {DONE}
        الوفد وفد NOUN nsubj 1 Definite=Def|Gender=Masc
        المغرب المغرب X obj 1 GPE

        قال قال VERB root 0 {DONE}
        الملك ملك NOUN nsubj 1 Definite=Def|Gender=Masc
        المغربي مغربي ADJ amod 2
        إن+ إن SCONJ mark 6
        نا هو PRON nsubj 6 {WE}
        نرفض رفض VERB ccomp 1 {WE_WILL}
        التدخل تدخل NOUN obj 6 Definite=Def"""
    )
    assert story.who("نرفض", "agents") == ["الملك المغربي"]


def test_done_to_us_is_done_to_the_speaker(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        المزارعون مزارع NOUN nsubj 1 Definite=Def|Number=Plur
        إن إن SCONJ mark 5
        الجنود جندي NOUN nsubj 5 Definite=Def|Number=Plur
        هاجمو+ هاجم VERB ccomp 1 Aspect=Perf|Gender=Masc|Number=Plur|Person=3|Voice=Act
        نا هو PRON obj 5 {WE}"""
    )
    assert story.who("هاجمو", "agents") == ["الجنود"]
    assert story.who("هاجمو", "patients") == ["المزارعون"]


def test_we_without_a_speaker_is_nobody(tell: Tell) -> None:
    story = tell(
        f"""وصل وصل VERB root 0 {DONE}
        الوفد وفد NOUN nsubj 1 Definite=Def|Gender=Masc

        نرفض رفض VERB root 0 {WE_WILL}
        التدخل تدخل NOUN obj 1 Definite=Def"""
    )
    assert story.event("نرفض").agents == ()


def test_the_speaker_is_not_both_doer_and_target(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الجنود جندي NOUN nsubj 1 Definite=Def|Number=Plur
        إن+ إن SCONJ mark 5
        نا هو PRON nsubj 5 {WE}
        هاجمنا+ هاجم VERB ccomp 1 {WE_DID}
        هم هم PRON obj 5 Gender=Masc|Number=Plur|Person=3"""
    )
    event = story.event("هاجمنا")
    assert not set(event.agents) & set(event.patients)


@pytest.mark.parametrize("particle", ["س+", "سوف", "لن", "لم"])
def test_imperfect_behind_a_particle_that_the_tagger_does_not_know(
    tree_of: Callable[[str], Doc], particle: str
) -> None:
    we, they = (
        tree_of(f"{particle} {particle.rstrip('+')} PART advmod 2\nنسمح نسمح X root 0")[1],
        tree_of(f"{particle} {particle.rstrip('+')} PART advmod 2\nيسمح يسمح X root 0")[1],
    )
    assert is_first_person(we)
    assert not is_first_person(they)


def test_a_name_that_begins_with_nun_is_no_first_person(tree_of: Callable[[str], Doc]) -> None:
    assert not is_first_person(tree_of("نادر نادر X root 0 PER")[0])
