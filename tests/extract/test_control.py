"""Who does what a verbal noun names, on trees written by hand."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
IS_TO = "Aspect=Imp|Gender=Fem|Number=Sing|Person=3|Voice=Act"


def test_who_announces_a_deed_does_it(tell: Tell) -> None:
    story = tell(
        f"""أعلنت أعلن VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Definite=Def|Gender=Fem
        اعتقال اعتقال NOUN obj 1
        مهرب مهرب NOUN nmod 3 Gender=Masc"""
    )
    assert story.who("اعتقال", "agents") == ["الشرطة"]
    assert story.who("اعتقال", "patients") == ["مهرب"]


@pytest.mark.parametrize("fate", ["مقتل", "وفاة", "إصابة"])
def test_nobody_does_what_befalls_somebody(tell: Tell, fate: str) -> None:
    story = tell(
        f"""أعلنت أعلن VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Definite=Def|Gender=Fem
        {fate} {fate} NOUN obj 1
        مهرب مهرب NOUN nmod 3 Gender=Masc"""
    )
    assert story.who(fate, "patients") == ["مهرب"]
    assert not story.event(fate).agents


def test_verbal_nouns_in_a_list_have_one_doer(tell: Tell) -> None:
    story = tell(
        f"""هدد هدد VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 4
        قصف قصف NOUN obl:arg 1
        الميناء ميناء NOUN nmod 4 Definite=Def
        و+ و CCONJ cc 7
        اقتحام اقتحام NOUN conj 4
        البلدة بلدة NOUN nmod 7 Definite=Def|Gender=Fem"""
    )
    assert story.who("اقتحام", "agents") == ["الجيش"]
    assert story.who("اقتحام", "patients") == ["البلدة"]


def test_whose_attempt_it_is_does_it(tell: Tell) -> None:
    """«أحبط الحراس محاولة السجين مهاجمة الطبيب»: the owner of the attempt, not who foils it."""
    story = tell(
        f"""أحبط أحبط VERB root 0 {DONE}
        الحراس حارس NOUN nsubj 1 Definite=Def|Number=Plur
        محاولة محاولة NOUN obj 1 Gender=Fem
        السجين سجين NOUN nmod 3 Definite=Def|Gender=Masc
        مهاجمة مهاجمة NOUN nmod 3 Gender=Fem
        الطبيب طبيب NOUN nmod 5 Definite=Def|Gender=Masc"""
    )
    assert story.who("مهاجمة", "agents") == ["السجين"]
    assert story.who("مهاجمة", "patients") == ["الطبيب"]


def test_who_decides_to_start_a_deed_does_it(tell: Tell) -> None:
    """A control noun without an owner passes on to what governs it."""
    story = tell(
        f"""قررت قرر VERB root 0 {DONE_F}
        الحكومة حكومة NOUN nsubj 1 Definite=Def|Gender=Fem
        بدء بدء NOUN obj 1
        قصف قصف NOUN nmod 3
        الميناء ميناء NOUN nmod 4 Definite=Def"""
    )
    assert story.who("قصف", "agents") == ["الحكومة"]


def test_a_pronoun_behind_a_control_noun_is_the_doer(tell: Tell) -> None:
    story = tell(
        f"""غادر غادر VERB root 0 {DONE}
        الضابط ضابط NOUN nsubj 1 Definite=Def|Gender=Masc
        السجن سجن NOUN obj 1
        بعد بعد ADP case 5
        محاولت+ محاولة NOUN obl 1 Gender=Fem
        ه هو PRON nmod 5 Gender=Masc|Number=Sing|Person=3
        اغتيال اغتيال NOUN nmod 5
        الوزيرة وزيرة NOUN nmod 7 Definite=Def|Gender=Fem"""
    )
    assert story.who("اغتيال", "patients") == ["الوزيرة"]
    assert story.who("اغتيال", "agents") == ["الضابط"]


def test_what_somebody_is_accused_of_he_did(tell: Tell) -> None:
    story = tell(
        """اتهم اتهم VERB root 0 Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Pass
        الطبيب طبيب NOUN nsubj:pass 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 4
        اختطاف اختطاف NOUN obl:arg 1
        التاجر تاجر NOUN nmod 4 Definite=Def|Gender=Masc"""
    )
    assert story.who("اتهم", "patients") == ["الطبيب"]
    assert story.who("اختطاف", "agents") == ["الطبيب"]


def test_subject_of_a_verb_that_is_no_event_does_it(tell: Tell) -> None:
    story = tell(
        f"""اعتاد اعتاد VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Definite=Def|Gender=Masc
        قصف قصف NOUN obj 1
        الميناء ميناء NOUN nmod 3 Definite=Def"""
    )
    assert story.words == ["قصف"]
    assert story.who("قصف", "agents") == ["الجيش"]


def test_who_acts_in_cooperation_cooperates(tell: Tell) -> None:
    story = tell(
        f"""اعتقلت اعتقل VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Definite=Def|Gender=Fem
        المهربين مهرب NOUN obj 1 Definite=Def|Number=Plur
        ب+ ب ADP case 5
        التعاون تعاون NOUN obl 1 Definite=Def|Gender=Masc
        مع مع ADP case 7
        الجيش جيش NOUN nmod 5 Definite=Def|Gender=Masc"""
    )
    assert story.event("التعاون").type == "COOPERATE"
    assert "الشرطة" in story.who("التعاون", "agents")
    assert "الجيش" in story.who("التعاون", "agents") + story.who("التعاون", "patients")


def test_who_speaks_of_cooperation_does_not_cooperate(tell: Tell) -> None:
    story = tell(
        f"""أشاد أشاد VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 4
        التعاون تعاون NOUN obl:arg 1 Definite=Def|Gender=Masc
        مع مع ADP case 6
        المنظمة منظمة NOUN nmod 4 Definite=Def|Gender=Fem"""
    )
    assert "الوزير" not in story.who("التعاون", "agents")


def test_things_do_not_control(tell: Tell) -> None:
    story = tell(
        f"""قرر قرر VERB root 0 {DONE}
        القانون قانون NOUN nsubj 1 Definite=Def|Gender=Masc
        سجن سجن NOUN obj 1
        المهربين مهرب NOUN nmod 3 Definite=Def|Number=Plur"""
    )
    assert not story.event("سجن").agents


def test_who_pledges_help_helps_whom_the_genitive_names(tell: Tell) -> None:
    """«تعهد بدعم النازحين»: the genitive of helping may be who is helped."""
    story = tell(
        f"""تعهدت تعهد VERB root 0 {DONE_F}
        الوزارة وزارة NOUN nsubj 1 Definite=Def|Gender=Fem
        ب+ ب ADP case 4
        مساعدة مساعدة NOUN obl:arg 1 Gender=Fem
        النازحين نازح NOUN nmod 4 Definite=Def|Number=Plur"""
    )
    assert story.who("مساعدة", "agents") == ["الوزارة"]
    assert story.who("مساعدة", "patients") == ["النازحين"]


def test_who_is_convicted_of_it_did_it(tell: Tell) -> None:
    story = tell(
        f"""أدانت أدان VERB root 0 {DONE_F}
        المحكمة محكمة NOUN nsubj 1 Gender=Fem
        الضابط ضابط NOUN obj 1 Gender=Masc
        ب+ ب ADP case 5
        قتل قتل NOUN obl:arg 1
        سجين سجين NOUN nmod 5 Gender=Masc"""
    )
    assert story.who("قتل", "agents") == ["الضابط"]


def test_who_faces_an_attack_does_not_make_it(tell: Tell) -> None:
    story = tell(
        f"""واجهت واجه VERB root 0 {DONE_F}
        البلاد بلد NOUN nsubj 1 Gender=Fem
        محاولة محاولة NOUN obj 1
        انقلاب انقلاب NOUN nmod 3"""
    )
    assert not story.event("انقلاب").agents


def test_who_decides_on_it_does_it(tell: Tell) -> None:
    story = tell(
        f"""قررت قرر VERB root 0 {DONE_F}
        الحكومة حكومة NOUN nsubj 1 Gender=Fem
        إغلاق إغلاق NOUN obj 1
        الحدود حد NOUN nmod 3"""
    )
    assert story.who("إغلاق", "agents") == ["الحكومة"]


def test_who_is_accused_in_charges_levelled_at_them_is_said_to_have_done_it(tell: Tell) -> None:
    story = tell(
        f"""نفت نفى VERB root 0 {DONE_F}
        البعثة بعثة NOUN nsubj 1 Definite=Def|Gender=Fem
        الاتهامات اتهام NOUN obj 1 Definite=Def|Number=Plur
        الموجهة موجه ADJ amod 3
        ل+ ل ADP case 6
        ها هو PRON obl:arg 4 Gender=Fem|Number=Sing|Person=3
        ب+ ب ADP case 8
        إلغاء إلغاء NOUN nmod 4
        العقد عقد NOUN nmod 8 Definite=Def"""
    )
    assert story.who("الاتهامات", "patients") == ["البعثة"]
    assert story.who("إلغاء", "agents") == ["البعثة"]


def test_who_refuses_to_do_something_would_have_done_it(tell: Tell) -> None:
    story = tell(
        f"""رفضت رفض VERB root 0 {DONE_F}
        الحكومة حكومة NOUN nsubj 1 Definite=Def|Gender=Fem
        تمويل تمويل NOUN obj 1
        المشروع مشروع NOUN nmod 3 Definite=Def"""
    )
    assert story.who("تمويل", "agents") == ["الحكومة"]


def test_who_meets_does_what_they_meet_for(tell: Tell) -> None:
    story = tell(
        f"""اجتمعت اجتمع VERB root 0 {DONE_F}
        اللجنة لجنة NOUN nsubj 1 Definite=Def|Gender=Fem
        ل+ ل ADP case 4
        تحديد تحديد NOUN obl:arg 1
        الأسعار سعر NOUN nmod 4 Definite=Def"""
    )
    assert story.who("تحديد", "agents") == ["اللجنة"]


def test_who_pledges_to_end_something_ends_it(tell: Tell) -> None:
    story = tell(
        f"""تعهد تعهد VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 4
        القضاء قضاء NOUN obl:arg 1 Definite=Def
        على على ADP case 6
        الملاريا ملاريا NOUN nmod 4 Definite=Def"""
    )
    assert story.who("القضاء", "agents") == ["الوزير"]
    assert story.who("القضاء", "patients") == ["الملاريا"]


def test_the_court_and_not_the_convict_does_the_punishment(tell: Tell) -> None:
    story = tell(
        f"""حكمت حكم VERB root 0 {DONE_F}
        المحكمة محكمة NOUN nsubj 1 Definite=Def|Gender=Fem
        على على ADP case 4
        المهرب مهرب NOUN obl:arg 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 6
        السجن سجن NOUN obl:arg 1 Definite=Def"""
    )
    assert story.who("السجن", "agents") == ["المحكمة"]


def test_who_is_helped_in_a_deed_does_it(tell: Tell) -> None:
    story = tell(
        f"""تعهدت تعهد VERB root 0 {DONE_F}
        الوزارة وزارة NOUN nsubj 1 Definite=Def|Gender=Fem
        ب+ ب ADP case 4
        مساعدة مساعدة NOUN obl:arg 1 Gender=Fem
        المزارعين مزارع NOUN nmod 4 Definite=Def|Number=Plur
        في في ADP case 7
        بناء بناء NOUN obl:arg 4
        السدود سد NOUN nmod 7 Definite=Def|Number=Plur"""
    )
    assert story.who("مساعدة", "agents") == ["الوزارة"]
    assert story.who("مساعدة", "patients") == ["المزارعين"]
    assert story.who("بناء", "agents") == ["المزارعين"]


def test_who_comes_on_a_visit_visits(tell: Tell) -> None:
    story = tell(
        f"""وصل وصل VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        في في ADP case 4
        زيارة زيارة NOUN obl 1 Definite=Ind|Gender=Fem"""
    )
    assert story.who("زيارة", "agents") == ["الوزير"]


def test_who_gives_up_a_deed_would_have_done_it(tell: Tell) -> None:
    story = tell(
        f"""تخلى تخلى VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        عن عن ADP case 4
        تشكيل تشكيل NOUN obl:arg 1
        اللجنة لجنة NOUN nmod 4 Definite=Def|Gender=Fem"""
    )
    assert story.who("تشكيل", "agents") == ["الوزير"]
