"""Whether an event is denied and how sure it is, on trees written by hand."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from hadath.extract.flags import Flags, weaker
from hadath.extract.lexicon.effects import Effect
from hadath.extract.records import Modality

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
DOES_F = "Aspect=Imp|Gender=Fem|Number=Sing|Person=3|Voice=Act"

ASSERTED, FUTURE, POSSIBLE, CONDITIONAL = Modality


def flags(event: Any) -> tuple[bool, Modality]:
    return event.negated, event.modality


@pytest.mark.parametrize(
    ("particle", "pos", "relation", "features", "expected"),
    [
        ("لم", "PART", "advmod", DOES_F, (True, ASSERTED)),
        ("لا", "PART", "advmod", DOES_F, (True, ASSERTED)),
        ("لن", "PART", "advmod", DOES_F, (True, FUTURE)),
        ("س+", "AUX", "aux", DOES_F, (False, FUTURE)),
        ("سوف", "AUX", "aux", DOES_F, (False, FUTURE)),
        ("قد", "PART", "advmod", DOES_F, (False, POSSIBLE)),
        ("قد", "PART", "advmod", DONE_F, (False, ASSERTED)),
        ("لقد", "PART", "advmod", DONE_F, (False, ASSERTED)),
        ("ربما", "PART", "advmod", DOES_F, (False, POSSIBLE)),
        ("إذا", "SCONJ", "mark", DONE_F, (False, CONDITIONAL)),
        ("لو", "SCONJ", "mark", DONE_F, (False, CONDITIONAL)),
        ("كي", "SCONJ", "mark", DOES_F, (False, POSSIBLE)),
        ("ثم", "CCONJ", "cc", DONE_F, (False, ASSERTED)),
    ],
)
def test_particle_before_a_verb(
    tell: Tell, particle: str, pos: str, relation: str, features: str, expected: tuple[bool, Modality]
) -> None:
    story = tell(
        f"""{particle} {particle.rstrip("+")} {pos} {relation} 2
        هاجمت هاجم VERB root 0 {features}
        القوات قوة NOUN nsubj 2 Gender=Fem|Number=Plur
        المدينة مدينة NOUN obj 2 Gender=Fem"""
    )
    assert flags(story.event("هاجمت")) == expected


def test_condition_does_not_reach_what_follows_from_it(tell: Tell) -> None:
    story = tell(
        f"""إذا إذا SCONJ mark 2
        هاجمت هاجم VERB advcl 6 {DONE_F}
        القوات قوة NOUN nsubj 2 Gender=Fem|Number=Plur
        القرية قرية NOUN obj 2 Gender=Fem
        ف+ ف CCONJ cc 6
        تنسحب انسحب VERB root 0 {DOES_F}
        الشرطة شرطة NOUN nsubj 6 Gender=Fem"""
    )
    assert flags(story.event("هاجمت")) == (False, CONDITIONAL)
    assert flags(story.event("تنسحب")) == (False, ASSERTED)


def test_not_but_says_that_it_is_so(tell: Tell) -> None:
    story = tell(
        f"""لم لم PART advmod 2
        تهاجم هاجم VERB root 0 {DOES_F}
        القوات قوة NOUN nsubj 2 Gender=Fem|Number=Plur
        إلا إلا PART case 5
        الميناء ميناء NOUN obj 2"""
    )
    assert not story.event("تهاجم").negated


@pytest.mark.parametrize(
    ("word", "expected"),
    [("عدم", (True, ASSERTED)), ("محاولة", (False, POSSIBLE)), ("احتمال", (False, POSSIBLE))],
)
def test_noun_before_a_verbal_noun(tell: Tell, word: str, expected: tuple[bool, Modality]) -> None:
    story = tell(
        f"""أثار أثار VERB root 0 {DONE}
        {word} {word} NOUN nsubj 1
        اعتقال اعتقال NOUN nmod 2
        المتهم متهم NOUN nmod 3 Gender=Masc
        الغضب غضب NOUN obj 1"""
    )
    assert flags(story.event("اعتقال")) == expected


@pytest.mark.parametrize(
    ("adjective", "expected"),
    [("المقبل", FUTURE), ("المزمع", FUTURE), ("المحتمل", POSSIBLE), ("الأخير", ASSERTED)],
)
def test_planned_adjective(tell: Tell, adjective: str, expected: Modality) -> None:
    story = tell(
        f"""نفذ نفذ VERB root 0 {DONE}
        الوزيران وزير NOUN nsubj 1 Number=Dual
        الهجوم هجوم NOUN obj 1 Gender=Masc
        {adjective} {adjective.removeprefix("ال")} ADJ amod 3
        على على ADP case 6
        المدينة مدينة NOUN nmod 3 Gender=Fem"""
    )
    assert story.event("الهجوم").modality is expected


@pytest.mark.parametrize(
    ("particle", "expected"), [("لم", (True, ASSERTED)), ("لن", (True, FUTURE)), ("س+", (False, FUTURE))]
)
def test_particle_before_a_light_verb(tell: Tell, particle: str, expected: tuple[bool, Modality]) -> None:
    story = tell(
        f"""{particle} {particle.rstrip("+")} PART advmod 2
        يتم تم VERB root 0 Aspect=Imp|Gender=Masc|Number=Sing|Person=3|Voice=Act
        اعتقال اعتقال NOUN nsubj 2
        المتهم متهم NOUN nmod 3 Gender=Masc"""
    )
    assert flags(story.event("اعتقال")) == expected


@pytest.mark.parametrize(
    ("verb", "preposition", "expected"),
    [
        ("حاول", "", (False, POSSIBLE)),
        ("اعتزم", "", (False, FUTURE)),
        ("سعى", "إلى", (False, POSSIBLE)),
        ("فشل", "في", (True, ASSERTED)),
        ("نجح", "في", (False, ASSERTED)),
    ],
)
def test_modal_verb(tell: Tell, verb: str, preposition: str, expected: tuple[bool, Modality]) -> None:
    case = f"{preposition} {preposition} ADP case 4\n" if preposition else "قبلها قبلها ADV advmod 1\n"
    story = tell(
        f"""{verb} {verb} VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        {case}اقتحام اقتحام NOUN {"obl:arg" if preposition else "obj"} 1
        المدينة مدينة NOUN nmod 4 Gender=Fem"""
    )
    assert flags(story.event("اقتحام")) == expected
    assert story.who("اقتحام", "agents") == ["الجيش"]


@pytest.mark.parametrize(
    ("verb", "preposition", "type_", "expected"),
    [
        ("رفض", "", "REJECT", (True, ASSERTED)),
        ("طلب", "", "REQUEST", (False, POSSIBLE)),
        ("دعا", "إلى", "REQUEST", (False, POSSIBLE)),
        ("وعد", "ب", "AGREE", (False, FUTURE)),
        ("تعهد", "ب", "AGREE", (False, FUTURE)),
        ("هدد", "ب", "THREATEN", (False, POSSIBLE)),
    ],
)
def test_what_is_refused_asked_or_promised(
    tell: Tell, verb: str, preposition: str, type_: str, expected: tuple[bool, Modality]
) -> None:
    case = f"{preposition} {preposition} ADP case 4\n" if preposition else "أمس أمس ADV advmod 1\n"
    story = tell(
        f"""{verb} {verb} VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Gender=Masc
        {case}اعتقال اعتقال NOUN {"obl:arg" if preposition else "obj"} 1
        المتهم متهم NOUN nmod 4 Gender=Masc"""
    )
    assert story.event(verb).type == type_
    assert flags(story.event(verb)) == (False, ASSERTED)
    assert flags(story.event("اعتقال")) == expected


# --- what is not said, not denied, not refused ---------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["أعلن", "نفى"])
def test_what_nobody_said_or_denied_stays_open(tell: Tell, verb: str) -> None:
    story = tell(
        f"""لم لم PART advmod 2
        {verb} {verb} VERB root 0 Aspect=Imp|Gender=Masc|Number=Sing|Person=3
        الجيش جيش NOUN nsubj 2 Gender=Masc
        أن أن SCONJ mark 5
        انسحبت انسحب VERB ccomp 2 {DONE_F}
        القوات قوة NOUN nsubj 5 Gender=Fem|Number=Plur"""
    )
    assert flags(story.event(verb)) == (True, ASSERTED)
    assert flags(story.event("انسحبت")) == (False, POSSIBLE)
    assert story.event("انسحبت").said_by == ()


def test_what_is_not_refused_stays_open(tell: Tell) -> None:
    story = tell(
        f"""لا لا PART advmod 2
        ترفض رفض VERB root 0 {DOES_F}
        الحكومة حكومة NOUN nsubj 2 Gender=Fem
        الإفراج إفراج NOUN obj 2
        عن عن ADP case 6
        المعتقلين معتقل NOUN obl:arg 4 Number=Plur"""
    )
    assert flags(story.event("الإفراج")) == (False, POSSIBLE)


@pytest.mark.parametrize("content", ["clause", "noun"])
def test_what_is_denied_is_negated_and_said(tell: Tell, content: str) -> None:
    clause = f"""أن أن SCONJ mark 4
        اعتقلت اعتقل VERB ccomp 1 {DONE_F}
        الشرطة شرطة NOUN nsubj 4 Gender=Fem
        صحفيين صحفي NOUN obj 4 Number=Plur"""
    noun = """اعتقلت اعتقال NOUN obj 1
        صحفيين صحفي NOUN nmod 3 Number=Plur"""
    story = tell(
        f"""نفى نفى VERB root 0 {DONE}
        الناطق ناطق NOUN nsubj 1 Definite=Def|Gender=Masc
        {clause if content == "clause" else noun}"""
    )
    assert flags(story.event("اعتقلت")) == (True, ASSERTED)
    assert story.who("اعتقلت", "said_by") == ["الناطق"]
    assert flags(story.event("نفى")) == (False, ASSERTED)


def test_negation_does_not_reach_the_next_clause(tell: Tell) -> None:
    story = tell(
        f"""لم لم PART advmod 2
        يهاجم هاجم VERB root 0 Aspect=Imp|Gender=Masc|Number=Sing|Person=3
        الجيش جيش NOUN nsubj 2 Gender=Masc
        القرية قرية NOUN obj 2 Gender=Fem
        و+ و CCONJ cc 6
        اعتقل اعتقل VERB conj 2 {DONE}
        الحارس حارس NOUN obj 6 Gender=Masc"""
    )
    assert story.event("يهاجم").negated
    assert not story.event("اعتقل").negated


def test_threat_under_a_condition(tell: Tell) -> None:
    story = tell(
        f"""هدد هدد VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        ب+ ب ADP case 4
        قصف قصف NOUN obl:arg 1
        المدينة مدينة NOUN nmod 4 Gender=Fem
        إذا إذا SCONJ mark 8
        لم لم PART advmod 8
        تنسحب انسحب VERB advcl 1 {DOES_F}
        القوات قوة NOUN nsubj 8 Gender=Fem|Number=Plur"""
    )
    assert flags(story.event("قصف")) == (False, POSSIBLE)
    assert flags(story.event("تنسحب")) == (True, CONDITIONAL)


def test_accusation_without_an_accuser_asserts_nothing(tell: Tell) -> None:
    story = tell(
        f"""اتهم اتهم VERB root 0 {DONE.replace("Act", "Pass")}
        ناشط ناشط NOUN nsubj:pass 1 Gender=Masc
        ب+ ب ADP case 4
        قتل قتل NOUN obl:arg 1
        شرطي شرطي NOUN nmod 4 Gender=Masc"""
    )
    assert story.who("اتهم", "patients") == ["ناشط"]
    assert flags(story.event("قتل")) == (False, POSSIBLE)


@pytest.mark.parametrize("word", ["متهما", "مشتبها"])
def test_what_a_suspect_is_accused_of_is_open(tell: Tell, word: str) -> None:
    story = tell(
        f"""اعتقلت اعتقل VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Gender=Fem
        رجلا رجل NOUN obj 1 Gender=Masc
        {word} {word.removesuffix("ا")} ADJ amod 3 Gender=Masc
        ب+ ب ADP case 6
        قتل قتل NOUN obl:arg 4
        شرطي شرطي NOUN nmod 6 Gender=Masc"""
    )
    assert not story.event("قتل").asserted


# --- laws ----------------------------------------------------------------------------------------------------


ALL = [Flags(n, m) for n, m in product((False, True), Modality)]


@pytest.mark.parametrize("flags", ALL)
def test_negation_twice_is_none(flags: Flags) -> None:
    assert flags.under(Effect.NEGATED).under(Effect.NEGATED) == flags


@pytest.mark.parametrize("flags", ALL)
@pytest.mark.parametrize("effect", [e for e in Effect if e is not Effect.NEGATED])
def test_no_word_makes_an_event_surer(flags: Flags, effect: Effect) -> None:
    under = flags.under(effect)
    order = list(Modality)
    assert order.index(under.modality) >= order.index(flags.modality)
    assert under.negated == flags.negated
    assert under.under(effect) == under


@pytest.mark.parametrize("flags", ALL)
@pytest.mark.parametrize("modality", Modality)
def test_weaker_of_two(flags: Flags, modality: Modality) -> None:
    order = list(Modality)
    assert weaker(flags, modality).modality is order[max(order.index(flags.modality), order.index(modality))]


# --- verbal nouns --------------------------------------------------------------------------------------------------


def test_condition_over_a_verbal_noun(tell: Tell) -> None:
    story = tell(
        f"""يواجه واجه VERB root 0 {DONE}
        الرجل رجل NOUN nsubj 1 Gender=Masc
        السجن سجن NOUN obj 1
        في في ADP case 5
        حال حال NOUN obl 1
        اعتقال+ اعتقال NOUN nmod 5
        ه هو PRON nmod 6 Gender=Masc|Number=Sing|Person=3"""
    )
    assert flags(story.event("اعتقال")) == (False, CONDITIONAL)


def test_a_list_shares_what_stands_over_it(tell: Tell) -> None:
    story = tell(
        f"""أثار أثار VERB root 0 {DONE}
        حرص حرص NOUN nsubj 1
        الحكومة حكومة NOUN nmod 2 Gender=Fem
        على على ADP case 5
        اعتقال اعتقال NOUN nmod 2
        المتهمين متهم NOUN nmod 5 Number=Plur
        و+ و CCONJ cc 8
        محاكمت+ محاكمة NOUN conj 5
        هم هو PRON nmod 8 Gender=Masc|Number=Plur|Person=3
        الغضب غضب NOUN obj 1"""
    )
    assert flags(story.event("اعتقال")) == (False, POSSIBLE)
    assert flags(story.event("محاكمت")) == (False, POSSIBLE)


@pytest.mark.parametrize(("verb", "expected"), [("أدى", ASSERTED), ("ذهب", POSSIBLE)])
def test_purpose_and_mere_junction(tell: Tell, verb: str, expected: Modality) -> None:
    """«ذهب لاعتقاله» tells what for, «أدى لاعتقاله» what happened."""
    story = tell(
        f"""{verb} {verb} VERB root 0 {DONE}
        القرار قرار NOUN nsubj 1 Gender=Masc
        ل+ ل ADP case 4
        اعتقال اعتقال NOUN obl:arg 1
        المتهم متهم NOUN nmod 4 Gender=Masc"""
    )
    assert story.event("اعتقال").modality is expected


def test_what_is_scheduled_is_future(tell: Tell) -> None:
    story = tell(
        """من من ADP case 2
        المقرر مقرر ADJ root 0
        اعتقال اعتقال NOUN nsubj 2
        المتهم متهم NOUN nmod 3 Gender=Masc
        غدا غدا ADV advmod 3"""
    )
    assert flags(story.event("اعتقال")) == (False, FUTURE)


@pytest.mark.parametrize(("particle", "expected"), [("إن", CONDITIONAL), ("أن", ASSERTED)])
def test_if_and_that(tell: Tell, particle: str, expected: Modality) -> None:
    """«إن» before a verb means if; folded it is one with «أن»."""
    story = tell(
        f"""ندم ندم VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Gender=Masc
        {particle} {particle} SCONJ mark 4
        هاجمت هاجم VERB advcl 1 {DONE_F}
        القوات قوة NOUN nsubj 4 Gender=Fem|Number=Plur
        القرية قرية NOUN obj 4 Gender=Fem"""
    )
    assert story.event("هاجمت").modality is expected


# --- denials -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("noun", "preposition", "denied"), [("مسؤولية", "عن", False), ("خبر", "عن", True)])
def test_who_denies_his_part_does_not_deny_the_attack(
    tell: Tell, noun: str, preposition: str, *, denied: bool
) -> None:
    story = tell(
        f"""نفت نفى VERB root 0 {DONE_F}
        الحركة حركة NOUN nsubj 1 Definite=Def|Gender=Fem
        {noun} {noun} NOUN obj 1
        {preposition} {preposition} ADP case 5
        الاعتقال اعتقال NOUN nmod 3 Gender=Masc"""
    )
    assert story.event("الاعتقال").negated is denied


def test_a_refused_proposal_has_been_made(tell: Tell) -> None:
    story = tell(
        f"""رفضت رفض VERB root 0 {DONE_F}
        الحكومة حكومة NOUN nsubj 1 Definite=Def|Gender=Fem
        مقترحا مقترح NOUN obj 1 Gender=Masc
        من من ADP case 5
        الوزير وزير NOUN nmod 3 Gender=Masc"""
    )
    assert not story.event("مقترحا").negated


def test_what_describes_a_source_governs_nothing(tell: Tell) -> None:
    story = tell(
        f"""بحسب بحسب ADP case 2
        مصدر مصدر NOUN obl 3 Definite=Ind|Gender=Masc
        رفض رفض VERB root 0 {DONE}
        ذكر ذكر NOUN obj 3
        اسم+ اسم NOUN nmod 4
        ه هو PRON nmod 5 Gender=Masc|Number=Sing|Person=3
        ف+ ف CCONJ cc 8
        إن إن PART advmod:emph 10
        الجيش جيش NOUN nsubj 10 Gender=Masc
        انسحب انسحب VERB ccomp 3 {DONE}"""
    )
    assert not story.event("انسحب").negated
    assert story.who("انسحب", "said_by") == ["مصدر"]


@pytest.mark.parametrize("noun", ["وقوع", "حصول"])
def test_noun_that_says_it_happens_leaves_the_doubt(tell: Tell, noun: str) -> None:
    story = tell(
        f"""أثار أثار VERB root 0 {DONE}
        احتمال احتمال NOUN nsubj 1
        {noun} {noun} NOUN nmod 2
        انفجار انفجار NOUN nmod 3
        الغضب غضب NOUN obj 1"""
    )
    assert flags(story.event("انفجار")) == (False, POSSIBLE)


def test_planned_noun_whatever_its_tag(tell: Tell) -> None:
    story = tell(
        f"""أثارت أثار VERB root 0 {DONE_F}
        القرية قرية NOUN nsubj 1 Gender=Fem
        المزمع مزمع ADJ amod 2
        قصف+ قصف VERB acl 2 {DONE}
        ها هو PRON obj 4 Gender=Fem
        الغضب غضب NOUN obj 1"""
    )
    assert flags(story.event("قصف"))[1] is FUTURE


def test_adjective_of_wish_and_ability(tell: Tell) -> None:
    story = tell(
        f"""زارت زار VERB root 0 {DONE_F}
        الدول دولة NOUN nsubj 1 Gender=Fem|Number=Plur
        الراغبة راغب ADJ amod 2
        في في ADP case 5
        سحب سحب NOUN obl:arg 3
        القوات قوة NOUN nmod 5 Number=Plur
        العاصمة عاصمة NOUN obj 1 Gender=Fem"""
    )
    assert flags(story.event("سحب")) == (False, POSSIBLE)


def test_preposition_that_only_joins_tells_no_aim(tell: Tell) -> None:
    story = tell(
        f"""أعلن أعلن VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Gender=Masc
        تعرض تعرض NOUN obj 1
        المدينة مدينة NOUN nmod 3 Gender=Fem
        ل+ ل ADP case 6
        اعتقال اعتقال NOUN obl:arg 3 Definite=Ind"""
    )
    assert flags(story.event("اعتقال")) == (False, ASSERTED)


def test_definite_noun_behind_a_noun_tells_no_aim(tell: Tell) -> None:
    story = tell(
        f"""زار زار VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Gender=Masc
        الجلسة جلسة NOUN obj 1 Gender=Fem
        ل+ ل ADP case 5
        الحوار حوار NOUN nmod 3 Definite=Def"""
    )
    assert flags(story.event("الحوار")) == (False, ASSERTED)


# --- what ل tells, and what hangs on what is asked for -------------------------------------------------------------


@pytest.mark.parametrize(
    ("verb", "following", "expected"), [("هبط", "يغلق", ASSERTED), ("سافر", "يهاجم", POSSIBLE)]
)
def test_what_came_of_something_is_no_aim(tell: Tell, verb: str, following: str, expected: Modality) -> None:
    lemma = {"يغلق": "أغلق", "يهاجم": "هاجم"}[following]
    story = tell(
        f"""{verb} {verb} VERB root 0 {DONE}
        الفريق فريق NOUN nsubj 1 Gender=Masc
        ل+ ل SCONJ mark 4
        {following} {lemma} VERB advcl 1 Aspect=Imp|Gender=Masc|Number=Sing|Person=3|Voice=Act
        السوق سوق NOUN obj 4"""
    )
    assert story.event(following).modality is expected


def test_why_somebody_is_arrested_is_no_aim(tell: Tell) -> None:
    story = tell(
        f"""اعتقلت اعتقل VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Gender=Fem
        الرجل رجل NOUN obj 1 Gender=Masc
        ل+ ل ADP case 5
        حيازت+ حيازة NOUN obl 1
        ه هو PRON nmod 5 Gender=Masc
        أسلحة سلاح NOUN obj 5"""
    )
    assert flags(story.event("حيازت")) == (False, ASSERTED)


def test_what_completes_something_asked_for_is_asked_for(tell: Tell) -> None:
    story = tell(
        f"""دعا دعا VERB root 0 {DONE}
        الزعيم زعيم NOUN nsubj 1 Gender=Masc
        إلى إلى ADP case 4
        تأجيل تأجيل NOUN obl:arg 1
        تشكيل تشكيل NOUN nmod 4
        الحكومة حكومة NOUN nmod 5 Gender=Fem"""
    )
    assert story.event("تشكيل").modality is POSSIBLE


def test_what_a_denied_accusation_says_is_denied(tell: Tell) -> None:
    story = tell(
        f"""نفت نفى VERB root 0 {DONE_F}
        البعثة بعثة NOUN nsubj 1 Definite=Def|Gender=Fem
        الاتهامات اتهام NOUN obj 1 Definite=Def
        ب+ ب ADP case 5
        قتل قتل NOUN nmod 3
        مدنيين مدني NOUN nmod 5 Number=Plur"""
    )
    assert story.event("قتل").negated
    assert not story.event("الاتهامات").negated


def test_what_a_verb_about_the_future_needs_is_yet_to_come(tell: Tell) -> None:
    story = tell(
        """المال مال NOUN nsubj 3
        س+ س AUX aux 3
        يستخدم استخدم VERB root 0 Aspect=Imp|Gender=Masc|Number=Sing|Person=3|Voice=Pass
        في في ADP case 5
        سداد سداد NOUN obl:arg 3
        الدين دين NOUN nmod 5"""
    )
    assert story.event("سداد").modality is FUTURE


@pytest.mark.parametrize(("planned", "expected"), [("مقررا", FUTURE), ("مفترضا", POSSIBLE)])
def test_what_was_to_happen(tell: Tell, planned: str, expected: Modality) -> None:
    story = tell(
        f"""كان كان AUX cop 2
        {planned} {planned[:-1]} ADJ root 0
        أن أن SCONJ mark 4
        يهاجم هاجم VERB csubj 2 Aspect=Imp|Gender=Masc|Number=Sing|Person=3|Voice=Act
        الجيش جيش NOUN nsubj 4 Gender=Masc"""
    )
    assert story.event("يهاجم").modality is expected
