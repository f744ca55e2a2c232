"""Events that share where they happen, on trees written by hand."""

from collections.abc import Callable
from typing import Any

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
PASSIVE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Pass"


def test_two_verbs_of_harm_joined(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        جندي جندي NOUN nsubj:pass 1 Gender=Masc
        و+ و CCONJ cc 4
        أصيب أصاب VERB conj 1 {PASSIVE}
        ضابط ضابط NOUN nsubj:pass 4 Gender=Masc
        في في ADP case 7
        طرابلس طرابلس X obl 4 GPE"""
    )
    assert story.who("قتل", "places") == ["طرابلس"]


def test_an_attack_and_the_verb_it_is_the_subject_of(tell: Tell) -> None:
    story = tell(
        f"""استهدف استهدف VERB root 0 {DONE}
        هجوم هجوم NOUN nsubj 1 Gender=Masc
        قافلة قافلة NOUN obj 1 Gender=Fem
        في في ADP case 5
        النيجر النيجر X obl 1 GPE"""
    )
    assert story.who("استهدف", "places") == ["النيجر"]
    assert story.who("هجوم", "places") == ["النيجر"]


def test_who_is_killed_when_somebody_attacks(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        ثلاثة ثلاثة NUM nsubj:pass 1
        عندما عندما CCONJ mark 4
        هاجم هاجم VERB advcl 1 {DONE}
        مسلحون مسلح NOUN nsubj 4 Number=Plur
        حافلة حافلة NOUN obj 4 Gender=Fem
        قرب قرب ADP case 8
        بغداد بغداد X obl 4 GPE"""
    )
    assert story.who("قتل", "places") == ["بغداد"]


def test_a_verb_that_says_that_an_event_happens_says_where(tell: Tell) -> None:
    story = tell(
        f"""كانت كان AUX root 0 {DONE_F}
        احتجاجات احتجاج NOUN nsubj 1 Gender=Fem|Number=Plur
        قد قد AUX aux 4
        بدأت بدأ VERB xcomp 1 {DONE_F}
        في في ADP case 6
        صنعاء صنعاء X obl 4 GPE"""
    )
    assert story.who("احتجاجات", "places") == ["صنعاء"]


def test_any_other_verb_does_not(tell: Tell) -> None:
    story = tell(
        f"""أثارت أثار VERB root 0 {DONE_F}
        المحادثات محادثة NOUN nsubj 1 Definite=Def|Gender=Fem|Number=Plur
        قلقا قلق NOUN obj 1
        في في ADP case 5
        لندن لندن X obl 1 GPE"""
    )
    assert story.event("المحادثات").places == ()


def test_a_phrase_of_place_behind_an_attack_hangs_on_any_word(tell: Tell) -> None:
    story = tell(
        f"""استهدفت استهدف VERB root 0 {DONE_F}
        غارات غارة NOUN nsubj 1 Gender=Fem|Number=Plur
        قادة قائد NOUN obj 1 Number=Plur
        من من ADP case 5
        الصف صف NOUN nmod 3 Definite=Def
        في في ADP case 7
        صنعاء صنعاء X nmod 5 GPE"""
    )
    assert story.who("استهدفت", "places") == story.who("غارات", "places") == ["صنعاء"]


def test_a_phrase_of_place_behind_another_event_is_its_own(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        جندي جندي NOUN nsubj:pass 1 Gender=Masc
        بعد بعد ADP case 4
        زيارة زيارة NOUN obl 1 Gender=Fem
        الوزير وزير NOUN nmod 4 Definite=Def|Gender=Masc
        في في ADP case 7
        تعز تعز X nmod 4 GPE"""
    )
    assert story.event("قتل").places == ()


def test_where_a_company_is_says_nothing_of_what_it_does(tell: Tell) -> None:
    story = tell(
        f"""اشترت اشترى VERB root 0 {DONE_F}
        اليابان اليابان X nsubj 1 GPE
        طائرات طائرة NOUN obj 1 Gender=Fem|Number=Plur
        من من ADP case 5
        شركة شركة NOUN nmod 3 Gender=Fem
        في في ADP case 7
        كندا كندا X nmod 5 GPE"""
    )
    assert story.event("اشترت").places == ()
