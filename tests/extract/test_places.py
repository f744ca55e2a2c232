"""Where events happen, on trees written by hand."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
DONE_P = "Aspect=Perf|Gender=Masc|Number=Plur|Person=3|Voice=Act"
PASSIVE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Pass"


def test_the_city_that_sees_a_protest_is_its_place(tell: Tell) -> None:
    story = tell(
        f"""شهدت شهد VERB root 0 {DONE_F}
        المدينة مدينة NOUN nsubj 1 Definite=Def|Gender=Fem
        احتجاجات احتجاج NOUN obj 1 Gender=Fem|Number=Plur"""
    )
    assert story.words == ["احتجاجات"]
    assert story.who("احتجاجات", "places") == ["المدينة"]
    assert not story.event("احتجاجات").agents


def test_witness_of_a_wave_of_events(tell: Tell) -> None:
    story = tell(
        f"""عرفت عرف VERB root 0 {DONE_F}
        بيروت بيروت X nsubj 1 GPE
        موجة موجة NOUN obj 1 Gender=Fem
        احتجاجات احتجاج NOUN nmod 3 Gender=Fem|Number=Plur
        و+ و CCONJ cc 6
        اعتقالات اعتقال NOUN conj 4 Gender=Fem|Number=Plur"""
    )
    assert story.who("احتجاجات", "places") == ["بيروت"]
    assert story.who("اعتقالات", "places") == ["بيروت"]


def test_who_witnesses_is_no_place_when_somebody(tell: Tell) -> None:
    story = tell(
        f"""شهد شهد VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        احتجاجات احتجاج NOUN obj 1 Gender=Fem|Number=Plur"""
    )
    assert story.event("احتجاجات").places == ()


def test_an_event_has_the_place_of_the_one_it_is_joined_to(tell: Tell) -> None:
    story = tell(
        f"""اقتحم اقتحم VERB root 0 {DONE}
        المحتجون محتج NOUN nsubj 1 Definite=Def|Number=Plur
        المبنى مبنى NOUN obj 1 Definite=Def
        في في ADP case 5
        بيروت بيروت X obl 1 GPE
        و+ و CCONJ cc 7
        هاجموا هاجم VERB conj 1 {DONE_P}
        الحراس حارس NOUN obj 7 Definite=Def|Number=Plur"""
    )
    assert "بيروت" in story.who("هاجموا", "places")


def test_an_event_has_the_place_of_the_one_it_happens_in(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        مزارع مزارع NOUN nsubj:pass 1 Gender=Masc
        في في ADP case 4
        هجوم هجوم NOUN obl 1 Gender=Masc
        في في ADP case 6
        ليبيا ليبيا X nmod 4 GPE"""
    )
    assert story.who("هجوم", "places") == ["ليبيا"]
    assert story.who("قتل", "places") == ["ليبيا"]


def test_what_is_said_does_not_happen_where_it_is_said(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        في في ADP case 4
        روما روما X obl 1 GPE
        إن إن SCONJ mark 7
        الجيش جيش NOUN nsubj 7 Definite=Def
        انسحب انسحب VERB ccomp 1 {DONE}"""
    )
    assert story.event("انسحب").places == ()


@pytest.mark.parametrize("prison", ["السجن", "الحبس"])
def test_a_sentence_to_prison_names_no_place(tell: Tell, prison: str) -> None:
    story = tell(
        f"""حكمت حكم VERB root 0 {DONE_F}
        المحكمة محكمة NOUN nsubj 1 Definite=Def|Gender=Fem
        على على ADP case 4
        الصحفي صحفي NOUN obl:arg 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 6
        {prison} {prison.removeprefix("ال")} NOUN obl:arg 1 Definite=Def"""
    )
    assert story.event("حكمت").places == ()


def test_who_is_held_in_a_prison_is_held_there(tell: Tell) -> None:
    story = tell(
        f"""احتجزت احتجز VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Definite=Def|Gender=Fem
        الصحفي صحفي NOUN obj 1 Definite=Def|Gender=Masc
        في في ADP case 5
        السجن سجن NOUN obl 1 Definite=Def"""
    )
    assert story.who("احتجزت", "places") == ["السجن"]


def test_on_his_way_is_no_place(tell: Tell) -> None:
    story = tell(
        f"""اعتقل اعتقل VERB root 0 {PASSIVE}
        الصحفي صحفي NOUN nsubj:pass 1 Definite=Def|Gender=Masc
        في في ADP case 4
        طريق+ طريق NOUN obl 1
        ه هو PRON nmod 4 Gender=Masc|Number=Sing|Person=3
        إلى إلى ADP case 7
        المطار مطار NOUN nmod 4 Definite=Def"""
    )
    assert "طريقه" not in story.who("اعتقل", "places")


def test_a_state_that_acts_is_not_also_where_it_acts(tell: Tell) -> None:
    story = tell(
        f"""طردت طرد VERB root 0 {DONE_F}
        مصر مصر X nsubj 1 GPE
        السفير سفير NOUN obj 1 Definite=Def|Gender=Masc
        من من ADP case 5
        مصر مصر X obl 1 GPE"""
    )
    assert story.who("طردت", "agents") == ["مصر"]
    assert story.event("طردت").places == ()


def test_where_somebody_arrives_is_a_place(tell: Tell) -> None:
    story = tell(
        f"""وصل وصل VERB root 0 {DONE}
        الوفد وفد NOUN nsubj 1 Definite=Def|Gender=Masc
        إلى إلى ADP case 4
        بيروت بيروت X obl:arg 1 GPE"""
    )
    assert story.who("وصل", "places") == ["بيروت"]
    assert not story.event("وصل").recipients


def test_a_side_of_a_place_stands_like_a_preposition(tell: Tell) -> None:
    story = tell(
        """مقتل مقتل NOUN root 0 Gender=Masc
        جنديين جندي NOUN nmod 1 Gender=Masc|Number=Dual
        في في ADP case 4
        كمين كمين NOUN obl 1 Gender=Masc
        مسلح مسلح ADJ amod 4 Gender=Masc
        شمال شمال NOUN nmod 4 Gender=Masc
        مالي مالي X nmod 6 GPE"""
    )
    assert story.who("كمين", "places") == ["شمال مالي"]
    assert story.who("مقتل", "places") == ["شمال مالي"]
    assert not story.event("مقتل").agents


def test_what_is_attacked_is_where(tell: Tell) -> None:
    story = tell(
        f"""شنت شن VERB root 0 {DONE_F}
        الطائرات طائرة NOUN nsubj 1 Definite=Def|Gender=Fem|Number=Plur
        غارة غارة NOUN obj 1 Gender=Fem
        على على ADP case 5
        حلب حلب X nmod 3 GPE"""
    )
    assert story.who("غارة", "places") == ["حلب"]


def test_a_country_that_is_attacked_is_no_place(tell: Tell) -> None:
    story = tell(
        f"""شنت شن VERB root 0 {DONE_F}
        الطائرات طائرة NOUN nsubj 1 Definite=Def|Gender=Fem|Number=Plur
        غارة غارة NOUN obj 1 Gender=Fem
        على على ADP case 5
        اليمن اليمن X nmod 3 GPE"""
    )
    assert story.event("غارة").places == ()


def test_the_city_of_attacks(tell: Tell) -> None:
    story = tell(
        f"""أوقعت أوقع VERB root 0 {DONE_F}
        هجمات هجوم NOUN nsubj 1 Gender=Fem|Number=Plur
        بيروت بيروت X nmod 2 GPE
        قتيلين قتيل NOUN obj 1 Number=Dual"""
    )
    assert story.who("هجمات", "places") == ["بيروت"]
    assert "بيروت" not in story.who("هجمات", "agents")
