"""What cannot be what: things that somebody's doing is done to, what is published, what is criticised; on trees by hand."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"


def test_the_thing_behind_a_verbal_noun_is_what_it_is_done_to(tell: Tell) -> None:
    story = tell(
        f"""طالب طالب VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        النواب نائب NOUN obj 1 Definite=Def|Number=Plur
        ب+ ب ADP case 5
        تأييد تأييد NOUN obl:arg 1
        الخطة خطة NOUN nmod 5 Definite=Def|Gender=Fem"""
    )
    assert story.who("تأييد", "patients") == ["الخطة"]
    assert story.who("تأييد", "agents") == ["النواب"]


def test_votes_are_counted_and_not_backed(tell: Tell) -> None:
    story = tell(
        f"""يتطلب تطلب VERB root 0 {DONE}
        القرار قرار NOUN nsubj 1 Definite=Def
        تأييد تأييد NOUN obj 1
        11 11 NUM nummod 3
        صوتا صوت NOUN nmod 4"""
    )
    assert not story.who("تأييد", "patients")


def test_a_deed_may_be_criticised(tell: Tell) -> None:
    story = tell(
        f"""انتقدت انتقد VERB root 0 {DONE_F}
        الوزارة وزارة NOUN nsubj 1 Definite=Def|Gender=Fem
        الانتخابات انتخاب NOUN obj 1 Definite=Def"""
    )
    assert story.who("انتقدت", "patients") == ["الانتخابات"]


@pytest.mark.parametrize(("verb", "thing"), [("بثت بث", ["تسجيلا"]), ("أكدت أكد", [])])
def test_of_things_only_is_spoken_unless_they_are_published(tell: Tell, verb: str, thing: list[str]) -> None:
    story = tell(
        f"""{verb} VERB root 0 {DONE_F}
        القناة قناة NOUN nsubj 1 Definite=Def|Gender=Fem
        تسجيلا تسجيل NOUN obj 1"""
    )
    assert story.who(verb.split()[0], "patients") == thing


def test_a_document_that_a_verb_describes_accuses(tell: Tell) -> None:
    story = tell(
        f"""عرقلت عرقل VERB root 0 {DONE_F}
        الوزارة وزارة NOUN nsubj 1 Definite=Def|Gender=Fem
        تقريرا تقرير NOUN obj 1 Gender=Masc
        يتهم اتهم VERB acl 3 Aspect=Imp|Gender=Masc|Number=Sing|Person=3|Voice=Act
        الشركة شركة NOUN obj 4 Definite=Def|Gender=Fem"""
    )
    assert story.who("يتهم", "agents") == ["تقريرا"]
