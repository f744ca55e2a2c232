"""Participants of events told twice and of events of one scene, on trees written by hand."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
PASSIVE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Pass"


# --- told twice ----------------------------------------------------------------------------------------------------


def test_definite_noun_takes_up_who_did_it(tell: Tell) -> None:
    story = tell(
        f"""هاجم هاجم VERB root 0 {DONE}
        المسلحون مسلح NOUN nsubj 1 Definite=Def|Number=Plur
        القافلة قافلة NOUN obj 1 Definite=Def|Gender=Fem

        أثار أثار VERB root 0 {DONE}
        الهجوم هجوم NOUN nsubj 1 Definite=Def|Gender=Masc
        الذعر ذعر NOUN obj 1"""
    )
    assert story.who("الهجوم", "agents") == ["المسلحون"]
    assert story.who("الهجوم", "patients") == []  # it may be another attack of theirs


def test_indefinite_noun_is_another_event(tell: Tell) -> None:
    story = tell(
        f"""هاجم هاجم VERB root 0 {DONE}
        المسلحون مسلح NOUN nsubj 1 Definite=Def|Number=Plur
        القافلة قافلة NOUN obj 1 Definite=Def|Gender=Fem

        أثار أثار VERB root 0 {DONE}
        هجوم هجوم NOUN nsubj 1 Definite=Ind|Gender=Masc
        الذعر ذعر NOUN obj 1"""
    )
    assert not story.event("هجوم").agents
    assert not story.event("هجوم").patients


def test_events_done_to_others_are_not_the_same(tell: Tell) -> None:
    story = tell(
        f"""اعتقلت اعتقل VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Definite=Def|Gender=Fem
        صحفيا صحفي NOUN obj 1 Gender=Masc

        أثار أثار VERB root 0 {DONE}
        اعتقال اعتقال NOUN nsubj 1 Definite=Def
        المحامي محام NOUN nmod 2 Definite=Def|Gender=Masc
        الغضب غضب NOUN obj 1"""
    )
    assert story.who("اعتقال", "patients") == ["المحامي"]
    assert not story.event("اعتقال").agents


def test_event_with_a_common_participant_is_told_again(tell: Tell) -> None:
    """An indefinite noun is the same event too when somebody takes part in both."""
    story = tell(
        f"""اعتقلت اعتقل VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Definite=Def|Gender=Fem
        المحامي محام NOUN obj 1 Definite=Def|Gender=Masc
        في في ADP case 5
        بيروت بيروت X obl 1 GPE

        أثار أثار VERB root 0 {DONE}
        اعتقال اعتقال NOUN nsubj 1
        المحامي محام NOUN nmod 2 Definite=Def|Gender=Masc
        الغضب غضب NOUN obj 1"""
    )
    assert story.who("اعتقال", "agents") == ["الشرطة"]
    assert story.who("اعتقال", "places") == ["بيروت"]


def test_the_lead_completes_the_headline(tell: Tell) -> None:
    story = tell(
        f"""هجوم هجوم NOUN root 0 Gender=Masc
        على على ADP case 3
        سفارة سفارة NOUN nmod 1 Gender=Fem

        هاجم هاجم VERB root 0 {DONE}
        المسلحون مسلح NOUN nsubj 1 Definite=Def|Number=Plur
        السفارة سفارة NOUN obj 1 Definite=Def|Gender=Fem
        في في ADP case 5
        روما روما X obl 1 GPE"""
    )
    assert story.who("هجوم", "agents") == ["المسلحون"]
    assert story.who("هجوم", "patients") == ["سفارة"]
    assert story.who("هجوم", "places") == ["روما"]


def test_what_comes_long_after_does_not_complete_the_headline(tell: Tell) -> None:
    lead = "\n\n".join(f"غادر غادر VERB root 0 {DONE}\nالوفد وفد NOUN nsubj 1" for _ in range(3))
    story = tell(
        f"""هجوم هجوم NOUN root 0 Gender=Masc
        على على ADP case 3
        سفارة سفارة NOUN nmod 1 Gender=Fem

        {lead}

        هاجم هاجم VERB root 0 {DONE}
        المسلحون مسلح NOUN nsubj 1 Definite=Def|Number=Plur
        في في ADP case 4
        روما روما X obl 1 GPE"""
    )
    assert not story.event("هجوم").agents


def test_a_role_of_its_own_is_not_added_to(tell: Tell) -> None:
    story = tell(
        f"""هاجم هاجم VERB root 0 {DONE}
        المسلحون مسلح NOUN nsubj 1 Definite=Def|Number=Plur
        القافلة قافلة NOUN obj 1 Definite=Def|Gender=Fem

        ندد ندد VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 4
        الهجوم هجوم NOUN obl:arg 1 Definite=Def|Gender=Masc
        على على ADP case 6
        السفارة سفارة NOUN nmod 4 Definite=Def|Gender=Fem"""
    )
    assert story.who("الهجوم", "patients") == ["السفارة"]
    assert not story.event("الهجوم").agents


def test_saying_again_is_saying_something_else(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        إن إن SCONJ mark 5
        الجيش جيش NOUN nsubj 5
        انسحب انسحب VERB ccomp 1 {DONE}

        قيل قال VERB root 0 {PASSIVE}
        إن إن SCONJ mark 4
        الوفد وفد NOUN nsubj 4
        غادر غادر VERB ccomp 1 {DONE}"""
    )
    assert not story.event("قيل").agents


# --- one scene -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("means", ["في", "خلال", "جراء"])
def test_the_attack_names_who_killed_and_the_killing_who_was_attacked(tell: Tell, means: str) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        مزارع مزارع NOUN nsubj:pass 1 Gender=Masc
        {means} {means} ADP case 4
        غارة غارة NOUN obl 1 Gender=Fem
        تركية تركي ADJ amod 4"""
    )
    assert story.who("قتل", "agents") == ["تركية"]
    assert story.who("غارة", "patients") == ["مزارع"]


def test_who_was_killed_after_an_attack_was_not_its_target(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        مزارع مزارع NOUN nsubj:pass 1 Gender=Masc
        بعد بعد ADP case 4
        غارة غارة NOUN obl 1 Gender=Fem
        تركية تركي ADJ amod 4"""
    )
    assert not story.event("قتل").agents
    assert not story.event("غارة").patients


def test_harm_and_attack_of_two_sentences_are_two_scenes(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        مزارع مزارع NOUN nsubj:pass 1 Gender=Masc

        وقع وقع VERB root 0 {DONE}
        الدمار دمار NOUN nsubj 1
        في في ADP case 4
        غارة غارة NOUN obl 1 Gender=Fem
        تركية تركي ADJ amod 4"""
    )
    assert not story.event("قتل").agents
    assert not story.event("غارة").patients


# --- gifts ---------------------------------------------------------------------------------------------------------


def test_whom_a_gift_is_to_help_receives_it(tell: Tell) -> None:
    story = tell(
        f"""خصص خصص VERB root 0 {DONE}
        الصندوق صندوق NOUN nsubj 1 Definite=Def|Gender=Masc
        أموالا مال NOUN obj 1 Number=Plur
        ل+ ل ADP case 5
        مساعدة مساعدة NOUN obl 1 Gender=Fem
        النازحين نازح NOUN nmod 5 Definite=Def|Number=Plur"""
    )
    assert story.event("خصص").type == "AID"
    assert story.who("مساعدة", "patients") == ["النازحين"]
    assert story.who("خصص", "recipients") == ["النازحين"]


def test_what_is_denied_is_not_what_was_ordered(tell: Tell) -> None:
    """«The army did not shoot at demonstrators … It was ordered to shoot»: two tellings of no one event."""
    story = tell(
        f"""لم لم PART advmod 2
        يهاجم هاجم VERB root 0 Aspect=Imp|Gender=Masc|Number=Sing|Person=3|Voice=Act
        الجيش جيش NOUN nsubj 2 Gender=Masc
        متظاهرين متظاهر NOUN obj 2 Gender=Masc|Number=Plur

        هاجم هاجم VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc"""
    )
    assert not story.event("هاجم").patients


def test_the_court_of_an_article_gives_its_judgements(tell: Tell) -> None:
    story = tell(
        """أدانت أدان VERB root 0 Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act
        المحكمة محكمة NOUN nsubj 1 Definite=Def|Gender=Fem
        المهرب مهرب NOUN obj 1 Definite=Def

        حكم حكم VERB root 0 Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act
        على على ADP case 3
        زميل+ زميل NOUN obl:arg 1
        ه هو PRON nmod 3 Gender=Masc|Number=Sing|Person=3"""
    )
    assert story.who("حكم", "agents") == ["المحكمة"]


def test_an_event_with_another_adjective_is_another(tell: Tell) -> None:
    story = tell(
        f"""قدمت قدم VERB root 0 {DONE_F}
        الحكومة حكومة NOUN nsubj 1 Gender=Fem
        مساعدات مساعدة NOUN obj 1 Definite=Ind|Number=Plur
        ل+ ل ADP case 5
        المزارعين مزارع NOUN nmod 3 Number=Plur

        تراجعت تراجع VERB root 0 {DONE_F}
        المساعدات مساعدة NOUN nsubj 1 Definite=Def|Number=Plur
        الأجنبية أجنبي ADJ amod 2 Definite=Def"""
    )
    assert story.who("المساعدات", "agents") == []


# --- who does it elsewhere ----------------------------------------------------------------------------------------


def test_who_does_it_elsewhere_does_it_in_a_sentence_about_them(tell: Tell) -> None:
    story = tell(
        f"""اشترت اشترى VERB root 0 {DONE_F}
        الشركة شركة NOUN nsubj 1 Definite=Def|Gender=Fem
        الحافلات حافلة NOUN obj 1 Definite=Def|Number=Plur

        ذكرت ذكر VERB root 0 {DONE_F}
        الشركة شركة NOUN nsubj 1 Definite=Def|Gender=Fem
        أن أن SCONJ mark 4
        أسعار سعر NOUN nsubj 6 Number=Plur
        شراء شراء NOUN nmod 4 Definite=Ind
        ترتفع ارتفع VERB ccomp 1 Aspect=Imp|Gender=Fem|Number=Sing|Person=3|Voice=Act"""
    )
    assert story.who("شراء", "agents") == ["الشركة"]
