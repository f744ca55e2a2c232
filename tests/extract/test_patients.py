"""Who or what suffers an event, beside the frame of its word, on trees written by hand."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"


def test_what_li_brings_to_a_verbal_noun_suffers_it(tell: Tell) -> None:
    story = tell(
        f"""وقع وقع VERB root 0 {DONE}
        قصف قصف NOUN nsubj 1 Gender=Masc
        ل+ ل ADP case 4
        المخيم مخيم NOUN nmod 2 Definite=Def"""
    )
    assert story.who("قصف", "patients") == ["المخيم"]


def test_li_behind_a_genitive_is_no_patient(tell: Tell) -> None:
    story = tell(
        f"""أعلنت أعلن VERB root 0 {DONE_F}
        الوزارة وزارة NOUN nsubj 1 Gender=Fem
        إغلاق إغلاق NOUN obj 1
        الجسر جسر NOUN nmod 3 Definite=Def
        ل+ ل ADP case 6
        المشاة مشاة NOUN nmod 3 Definite=Def|Number=Plur"""
    )
    assert story.who("إغلاق", "patients") == ["الجسر"]


@pytest.mark.parametrize("word", ["تأجيل", "وقف"])
def test_a_happening_is_put_off_or_stopped(tell: Tell, word: str) -> None:
    story = tell(
        f"""طلب طلب VERB root 0 {DONE}
        النائب نائب NOUN nsubj 1 Definite=Def|Gender=Masc
        {word} {word} NOUN obj 1
        المحاكمة محاكمة NOUN nmod 3 Definite=Def|Gender=Fem"""
    )
    assert story.who(word, "patients") == ["المحاكمة"]


def test_what_somebody_owns_up_to(tell: Tell) -> None:
    story = tell(
        f"""رفض رفض VERB root 0 {DONE}
        السائق سائق NOUN nsubj 1 Definite=Def|Gender=Masc
        الإفصاح إفصاح NOUN obj 1 Definite=Def
        عن عن ADP case 5
        التفاصيل تفصيل NOUN obl:arg 3 Definite=Def|Number=Plur"""
    )
    assert story.who("الإفصاح", "patients") == ["التفاصيل"]


def test_what_is_only_spoken_of_is_no_patient(tell: Tell) -> None:
    story = tell(
        f"""أشار أشار VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        إلى إلى ADP case 4
        التفاصيل تفصيل NOUN obl:arg 1 Definite=Def|Number=Plur"""
    )
    assert story.event("أشار").patients == ()


def test_whom_somebody_is_accused_of_helping(tell: Tell) -> None:
    story = tell(
        """القس قس NOUN nsubj 2 Definite=Def|Gender=Masc
        متهم متهم ADJ root 0 Gender=Masc
        ب+ ب ADP case 4
        مساعدة مساعدة NOUN obl:arg 2 Gender=Fem
        الجماعة جماعة NOUN nmod 4 Definite=Def|Gender=Fem"""
    )
    assert story.who("مساعدة", "patients") == ["الجماعة"]
    assert "الجماعة" not in story.who("مساعدة", "agents")


def test_who_is_held_responsible(tell: Tell) -> None:
    story = tell(
        f"""حاول حاول VERB root 0 {DONE}
        المدير مدير NOUN nsubj 1 Definite=Def|Gender=Masc
        تحميل تحميل NOUN obj 1
        الشركة شركة NOUN nmod 3 Definite=Def|Gender=Fem
        المسؤولية مسؤولية NOUN nmod 3 Definite=Def|Gender=Fem"""
    )
    assert story.who(story.words[0], "patients") == ["الشركة"]


def test_casualties_suffer_their_fall(tell: Tell) -> None:
    story = tell(
        f"""أكدت أكد VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Definite=Def|Gender=Fem
        سقوط سقوط NOUN obj 1
        قتلى قتيل NOUN nmod 3 Number=Plur"""
    )
    assert story.who("سقوط قتلى", "patients") == ["قتلى"]


def test_who_is_told(tell: Tell) -> None:
    story = tell(
        f"""أضاف أضاف VERB root 0 {DONE}
        المدير مدير NOUN nsubj 1 Definite=Def|Gender=Masc
        ل+ ل ADP case 4
        الصحفيين صحفي NOUN obl:arg 1 Definite=Def|Number=Plur
        أن أن SCONJ mark 6
        استقال استقال VERB ccomp 1 {DONE}"""
    )
    assert story.who("أضاف", "recipients") == ["الصحفيين"]
