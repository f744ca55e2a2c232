"""The killed and the hurt: attacked or not, as the words around and the article say."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
PASSIVE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Pass"


def test_who_is_killed_in_an_earthquake_was_attacked_by_nobody(tell: Tell) -> None:
    """«ضرب زلزال الساحل. مقتل صياد»"""
    story = tell(
        """أعلنت أعلن VERB root 0 Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act
        البلدية بلدية NOUN nsubj 1 Gender=Fem
        مقتل مقتل NOUN obj 1 _
        صياد صياد NOUN nmod 3 Number=Sing
        بعد بعد ADP case 6
        زلزال زلزال NOUN obl 1 _"""
    )
    assert story.event("مقتل").type == "OTHER"


def test_who_is_hurt_where_a_market_was_shelled_was_attacked(tell: Tell) -> None:
    """«قصفت الطائرات السوق وأصيب بائع بجروح»"""
    story = tell(
        f"""قصفت قصف VERB root 0 {DONE_F}
        الطائرات طائرة NOUN nsubj 1 Gender=Fem|Number=Plur
        السوق سوق NOUN obj 1 _
        و و CCONJ cc 5
        أصيب أصاب VERB conj 1 {PASSIVE}
        بائع بائع NOUN nsubj:pass 5 Number=Sing
        ب ب ADP case 8
        جروح جرح NOUN obl:arg 5 Number=Plur"""
    )
    assert story.event("أصيب").type == "ASSAULT"


def test_an_illness_stays_one_whatever_the_article_tells(tell: Tell) -> None:
    """«قصفت الطائرات السوق وأصيب بائع بالحمى»"""
    story = tell(
        f"""قصفت قصف VERB root 0 {DONE_F}
        الطائرات طائرة NOUN nsubj 1 Gender=Fem|Number=Plur
        السوق سوق NOUN obj 1 _
        و و CCONJ cc 5
        أصيب أصاب VERB conj 1 {PASSIVE}
        بائع بائع NOUN nsubj:pass 5 Number=Sing
        ب ب ADP case 8
        الحمى حمى NOUN obl:arg 5 _"""
    )
    assert story.event("أصيب").type == "OTHER"


@pytest.mark.parametrize(("cause", "type_"), [("هجوم", "ASSAULT"), ("زلزال", "OTHER")])
def test_the_dead_that_a_title_counts_are_an_event(tell: Tell, cause: str, type_: str) -> None:
    """«سبعة قتلى في هجوم»"""
    story = tell(
        f"""سبعة سبع NUM root 0
        قتلى قتيل NOUN nmod 1 Number=Plur
        في في ADP case 4
        {cause} {cause} NOUN nmod 1 Number=Sing"""
    )
    assert story.event("قتلى").type == type_
    assert story.who("قتلى", "patients") == ["سبعة قتلى"]


def test_the_dead_of_a_clause_are_people(tell: Tell) -> None:
    """«نقل الجيش قتلى»"""
    story = tell(
        f"""نقل نقل VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Number=Sing
        قتلى قتيل NOUN obj 1 Number=Plur"""
    )
    assert story.words == ["نقل"]
