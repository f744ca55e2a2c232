"""Which noun phrase fills a role, on trees written by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from hadath.extract.records import EntityKind

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
PASSIVE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Pass"


def test_more_than_so_many_are_people(tell: Tell) -> None:
    story = tell(
        f"""احتجزت احتجز VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Gender=Fem
        أكثر أكثر ADJ obj 1
        من من ADP case 5
        90 90 NUM nummod 3
        مزارعا مزارع NOUN nmod 5"""
    )
    assert story.who("احتجزت", "patients") == ["أكثر من 90 مزارعا"]


@pytest.mark.parametrize(
    ("some", "kind"),
    [
        ("أحد+ أحد NOUN obj 1\nهم هو PRON nmod 3", EntityKind.PERSON),
        ("عددا عدد NOUN obj 1\nمن+ من ADP case 5\nهم هو PRON nmod 3", EntityKind.GROUP),
    ],
    ids=["one of them", "some of them"],
)
def test_some_of_them_suffer_not_they(tell: Tell, some: str, kind: EntityKind) -> None:
    story = tell(f"اعتقلت اعتقل VERB root 0 {DONE_F}\nالشرطة شرطة NOUN nsubj 1 Gender=Fem\n{some}")
    (patient,) = story.who("اعتقلت", "patients")
    assert story.entity(patient).kind is kind


def test_those_among_them_suffer_too(tell: Tell) -> None:
    story = tell(
        f"""أصيب أصاب VERB root 0 {PASSIVE}
        عشرة عشرة NUM nsubj:pass 1
        عمال عامل NOUN nmod 2 Number=Plur
        بين+ بين ADP case 5
        هم هو PRON obl 1
        طبيب طبيب NOUN nsubj 5"""
    )
    assert story.who("أصيب", "patients") == ["عشرة عمال", "طبيب"]


def test_number_joined_to_the_verb_is_joined_to_its_subject(tell: Tell) -> None:
    story = tell(
        f"""أصيب أصاب VERB root 0 {PASSIVE}
        ستة ستة NUM nsubj:pass 1
        عمال عامل NOUN nmod 2 Number=Plur
        على على ADP case 5
        الأقل أقل ADJ obl 1
        و+ و CCONJ cc 7
        ثلاث ثلاثة NUM conj 1
        طبيبات طبيبة NOUN nmod 7 Number=Plur"""
    )
    assert story.who("أصيب", "patients") == ["ستة عمال", "ثلاث طبيبات"]


def test_pronoun_takes_up_the_ministry_not_a_part_of_its_name(tell: Tell) -> None:
    story = tell(
        f"""ذكرت ذكر VERB root 0 {DONE_F}
        وزارة وزارة NOUN nsubj 1 Gender=Fem
        الداخلية داخلية NOUN nmod 2 Gender=Fem
        أن+ أن SCONJ mark 6
        ها هو PRON nsubj 6 Gender=Fem|Number=Sing
        اعتقلت اعتقل VERB ccomp 1 {DONE_F}
        طبيبا طبيب NOUN obj 6"""
    )
    assert story.who("اعتقلت", "agents") == ["وزارة الداخلية"]


def test_chief_of_negotiators_is_a_person(tell: Tell) -> None:
    story = tell(
        f"""اتهم اتهم VERB root 0 {DONE}
        كبير كبير ADJ nsubj 1
        المفاوضين مفاوض NOUN nmod 2 Number=Plur
        الحكومة حكومة NOUN obj 1 Gender=Fem"""
    )
    assert story.who("اتهم", "agents") == ["كبير المفاوضين"]
