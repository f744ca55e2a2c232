"""Who attacked whom, told by another word for the same attack."""

from collections.abc import Callable
from typing import Any

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
PASSIVE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Pass"


def test_the_raid_in_which_somebody_was_killed(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        جندي جندي NOUN nsubj:pass 1 Number=Sing
        في في ADP case 4
        غارة غارة NOUN obl 1 Gender=Fem
        إسرائيلية إسرائيلي ADJ amod 4"""
    )
    assert story.who("قتل", "agents") == ["إسرائيلية"]
    assert story.who("غارة", "patients") == ["جندي"]


def test_a_raid_aimed_at_a_place_has_that_for_its_victim(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        جندي جندي NOUN nsubj:pass 1 Number=Sing
        في في ADP case 4
        غارة غارة NOUN obl 1 Gender=Fem
        على على ADP case 6
        الميناء ميناء NOUN nmod 4"""
    )
    assert story.who("غارة", "patients") == ["الميناء"]


def test_killed_while_others_attacked(tell: Tell) -> None:
    """«قتل جندي عندما قصف المتمردون الميناء»"""
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        جندي جندي NOUN nsubj:pass 1 Number=Sing
        عندما عندما SCONJ mark 4
        قصف قصف VERB advcl 1 {DONE}
        المتمردون متمرد NOUN nsubj 4 Number=Plur
        الميناء ميناء NOUN obj 4"""
    )
    assert story.who("قتل", "agents") == ["المتمردون"]


def test_killed_in_a_clash_by_the_other_side(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        متمرد متمرد NOUN nsubj:pass 1 Number=Sing
        في في ADP case 4
        مواجهات مواجهة NOUN obl 1 Number=Plur
        مع مع ADP case 6
        الشرطة شرطة NOUN nmod 4 Gender=Fem"""
    )
    assert story.who("قتل", "agents") == ["الشرطة"]


def test_attackers_act_without_an_object(tell: Tell) -> None:
    """«خطف مسلحون» is active, «خطف سائحان» passive."""

    def seized(who: str, lemma: str) -> Any:
        return tell(f"خطف خطف VERB root 0 {DONE}\n{who} {lemma} NOUN nsubj 1 Number=Plur")

    assert seized("مسلحون", "مسلح").who("خطف", "agents") == ["مسلحون"]
    assert seized("سائحون", "سائح").who("خطف", "patients") == ["سائحون"]


def test_who_is_exposed_to_an_attack_suffers_it(tell: Tell) -> None:
    """«تعرضت القوات لهجوم»: and the ل of the carrying verb is no purpose."""
    story = tell(
        f"""تعرضت تعرض VERB root 0 {DONE_F}
        القوات قوة NOUN nsubj 1 Gender=Fem|Number=Plur
        ل+ ل ADP case 4
        هجوم هجوم NOUN obl:arg 1"""
    )
    assert story.who("هجوم", "patients") == ["القوات"]
    assert story.event("هجوم").asserted


def test_a_relative_clause_names_who_made_the_attack(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        جندي جندي NOUN nsubj:pass 1 Number=Sing
        في في ADP case 4
        هجوم هجوم NOUN obl 1
        نفذ+ نفذ VERB acl 4 {DONE}
        ه هو PRON obj 5
        مسلحون مسلح NOUN nsubj 5 Number=Plur"""
    )
    assert story.who("هجوم", "agents") == ["مسلحون"]
    assert story.who("قتل", "agents") == ["مسلحون"]


def test_two_verbs_with_one_victim(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        و+ و CCONJ cc 3
        جرح جرح VERB conj 1 {PASSIVE}
        جنود جندي NOUN nsubj:pass 3 Number=Plur"""
    )
    assert story.who("قتل", "patients") == ["جنود"]


def test_who_announces_a_killing_has_not_done_it(tell: Tell) -> None:
    story = tell(
        f"""أعلنت أعلن VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Gender=Fem
        مقتل مقتل NOUN obj 1
        جندي جندي NOUN nmod 3 Number=Sing"""
    )
    assert story.who("مقتل", "agents") == []


def test_among_them_names_no_side(tell: Tell) -> None:
    """«جنود بينهم ضابط قتلوا»"""
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        جنود جندي NOUN nsubj:pass 1 Number=Plur
        بين+ بين ADP case 4
        هم هو PRON obl 1"""
    )
    assert story.who("قتل", "patients") == ["جنود"]


def test_who_killed_in_attacks_made_them(tell: Tell) -> None:
    story = tell(
        f"""قتلت قتل VERB root 0 {DONE_F}
        القوات قوة NOUN nsubj 1 Gender=Fem|Number=Plur
        جنديا جندي NOUN obj 1 Number=Sing
        في في ADP case 5
        هجمات هجمة NOUN obl 1 Number=Plur"""
    )
    assert story.who("هجمات", "agents") == ["القوات"]


def test_the_killed_have_not_wounded_the_next(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        جندي جندي NOUN nsubj:pass 1 Number=Sing
        و+ و CCONJ cc 4
        أصيب أصاب VERB conj 1 {DONE}
        آخر آخر NOUN obj 4 Number=Sing"""
    )
    assert story.who("أصيب", "agents") == []


def test_an_attack_hits_whom_it_is_said_to_aim_at(tell: Tell) -> None:
    story = tell(
        """تفجير تفجير NOUN root 0
        استهدف استهدف VERB acl 1 Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act
        متظاهرين متظاهر NOUN obj 2 Number=Plur"""
    )
    assert story.who("تفجير", "patients") == ["متظاهرين"]


def test_who_killed_has_wounded_those_that_are_joined_to_the_killed(tell: Tell) -> None:
    story = tell(
        """أسفر أسفر VERB root 0 Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act
        هجوم هجوم NOUN nsubj 1
        الجيش جيش NOUN nmod 2 Definite=Def
        عن عن ADP case 5
        مقتل مقتل NOUN obl:arg 1
        صياد صياد NOUN nmod 5
        و+ و CCONJ cc 8
        إصابة إصابة NOUN conj 5
        مزارع مزارع NOUN nmod 8"""
    )
    assert story.who("إصابة", "agents") == ["الجيش"]
