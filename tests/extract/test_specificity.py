"""Told or only mentioned: violence and protest in headlines, topics, habits and background."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
DOES = "Aspect=Imp|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DOES_MANY = "Aspect=Imp|Gender=Masc|Number=Plur|Person=3|Voice=Act"


def reasons(story: Any) -> dict[str, str]:
    return {one.mention.text: one.reason for one in story.extraction.not_extracted}


def test_a_topic_is_no_event_but_listed(tell: Tell) -> None:
    """«ناقش الوزير مكافحة العنف»"""
    story = tell(
        f"""ناقش ناقش VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Number=Sing
        مكافحة مكافحة NOUN obj 1
        العنف عنف NOUN nmod 3"""
    )
    assert "العنف" not in story.words
    assert reasons(story)["العنف"] == "mentioned, not told"


def test_a_verb_tells(tell: Tell) -> None:
    story = tell(
        f"""قصف قصف VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Number=Sing
        الميناء ميناء NOUN obj 1"""
    )
    assert story.words == ["قصف"]


def test_a_noun_that_a_verb_brings_in_is_told(tell: Tell) -> None:
    """«هز انفجار العاصمة», unlike «بعد انفجار»"""
    story = tell(
        f"""سبق سبق VERB root 0 {DONE}
        هجوم هجوم NOUN nsubj 1
        الاجتماع اجتماع NOUN obj 1"""
    )
    assert "هجوم" in story.words


def test_a_time_anchor_is_background(tell: Tell) -> None:
    story = tell(
        f"""تراجع تراجع VERB root 0 {DONE}
        الإنتاج إنتاج NOUN nsubj 1
        منذ منذ ADP case 4
        هجوم هجوم NOUN obl 1"""
    )
    assert "هجوم" not in story.words


@pytest.mark.parametrize("noun", ["سلسلة", "موجة"])
def test_nouns_of_happening_are_passed_over(tell: Tell, noun: str) -> None:
    story = tell(
        f"""سبقت سبق VERB root 0 {DONE_F}
        {noun} {noun} NOUN nsubj 1 Gender=Fem
        هجمات هجمة NOUN nmod 2 Number=Plur
        الاجتماع اجتماع NOUN obj 1"""
    )
    assert "هجمات" in story.words


def test_what_is_condemned_is_only_mentioned(tell: Tell) -> None:
    story = tell(
        f"""أدان أدان VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Number=Sing
        هجوم هجوم NOUN obj 1"""
    )
    assert story.words == ["أدان"]


def test_a_mention_of_what_the_article_tells_stays(tell: Tell) -> None:
    story = tell(
        f"""قصف قصف VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Number=Sing
        الميناء ميناء NOUN obj 1
        . . PUNCT punct 1

        أدان أدان VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Number=Sing
        الهجوم هجوم NOUN obj 1"""
    )
    assert story.words == ["قصف", "أدان", "الهجوم"]


def test_a_mention_the_article_comes_back_to_stays(tell: Tell) -> None:
    sentence = f"""ندد ندد VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Number=Sing
        ب+ ب ADP case 4
        اغتيال اغتيال NOUN obl:arg 1
        السفير سفير NOUN nmod 4 Number=Sing
        . . PUNCT punct 1"""
    assert "اغتيال" not in tell(sentence).words
    assert tell(f"{sentence}\n\n{sentence}").words.count("اغتيال") == 2


def test_any_attack_is_none(tell: Tell) -> None:
    """«لن نقبل أي اعتداء» speaks of no attack, whatever else happened."""
    story = tell(
        f"""رد رد VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Number=Sing
        على على ADP case 4
        أي أي DET obl:arg 1
        اعتداء اعتداء NOUN nmod 4"""
    )
    assert reasons(story)["اعتداء"] == "generic"


def test_what_something_is_called_is_no_event(tell: Tell) -> None:
    story = tell(
        f"""اعتبر اعتبر VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Number=Sing
        القرار قرار NOUN obj 1
        هجوما هجوم NOUN xcomp 1"""
    )
    assert reasons(story)["هجوما"] == "generic"


def test_a_habit_in_a_relative_clause_is_generic(tell: Tell) -> None:
    story = tell(
        f"""دعا دعا VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Number=Sing
        الناس ناس NOUN obj 1 Number=Plur
        الذين الذي DET nsubj 5
        يقتلون قتل VERB acl:relcl 3 {DOES_MANY}
        الأبرياء بريء NOUN obj 5 Number=Plur"""
    )
    assert reasons(story)["يقتلون"] == "generic"


def test_the_deed_somebody_is_accused_of_is_told(tell: Tell) -> None:
    story = tell(
        f"""اتهمت اتهم VERB root 0 {DONE_F}
        الحكومة حكومة NOUN nsubj 1 Gender=Fem
        المسلحين مسلح NOUN obj 1 Number=Plur
        ب+ ب ADP case 5
        قصف قصف NOUN obl:arg 1
        القرية قرية NOUN nmod 5 Gender=Fem"""
    )
    assert "قصف" in story.words


def test_a_headline_without_a_verb_tells(tell: Tell) -> None:
    assert tell("هجوم هجوم NOUN root 0\nفي في ADP case 3\nروما روما X nmod 1 GPE").words == ["هجوم"]


def test_other_types_are_left_alone(tell: Tell) -> None:
    story = tell(
        f"""ناقش ناقش VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Number=Sing
        الانسحاب انسحاب NOUN obj 1"""
    )
    assert "الانسحاب" in story.words
