"""Who does what to whom, and where, on trees written by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from hadath.extract.records import EntityKind, Modality

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
DONE_P = "Aspect=Perf|Gender=Masc|Number=Plur|Person=3|Voice=Act"
DOES_F = "Aspect=Imp|Gender=Fem|Number=Sing|Person=3|Voice=Act"
PASSIVE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Pass"


# --- active and passive --------------------------------------------------------------------------------------------


def test_subject_before_its_verb(tell: Tell) -> None:
    story = tell(
        f"""القوات قوة NOUN nsubj 2 Gender=Fem|Number=Plur
        اعتقلت اعتقل VERB root 0 {DONE_F}
        صحفيين صحفي NOUN obj 2 Number=Plur"""
    )
    assert story.who("اعتقلت", "agents") == ["القوات"]
    assert story.who("اعتقلت", "patients") == ["صحفيين"]


@pytest.mark.parametrize("relation", ["nsubj:pass", "nsubj"])
def test_subject_of_a_passive_suffers(tell: Tell, relation: str) -> None:
    story = tell(f"اعتقل اعتقل VERB root 0 {PASSIVE}\nالطبيب طبيب NOUN {relation} 1 Gender=Masc")
    assert story.who("اعتقل", "patients") == ["الطبيب"]
    assert not story.event("اعتقل").agents


@pytest.mark.parametrize("verb", ["قتل", "اعتقل"])
def test_deed_without_object_reads_passive(tell: Tell, verb: str) -> None:
    """Without vowel marks «قتل» is «killed» and «was killed»; nobody kills without an object."""
    story = tell(f"{verb} {verb} VERB root 0 {DONE}\nطبيب طبيب NOUN nsubj 1 Gender=Masc")
    assert story.who(verb, "patients") == ["طبيب"]
    assert not story.event(verb).agents


def test_by_names_the_agent_of_a_verbal_noun(tell: Tell) -> None:
    story = tell(
        f"""أثار أثار VERB root 0 {DONE}
        اعتقال اعتقال NOUN nsubj 1
        الطبيب طبيب NOUN nmod 2 Gender=Masc
        من من ADP case 5
        قبل قبل NOUN nmod 2
        الشرطة شرطة NOUN nmod 5
        القلق قلق NOUN obj 1"""
    )
    assert story.who("اعتقال", "patients") == ["الطبيب"]
    assert story.who("اعتقال", "agents") == ["الشرطة"]


def test_from_his_side_names_no_agent(tell: Tell) -> None:
    story = tell(
        f"""من من ADP case 2
        جانب+ جانب NOUN obl 4
        ه هو PRON nmod 2 Gender=Masc
        اعتقلت اعتقل VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 4
        الطبيب طبيب NOUN obj 4 Gender=Masc"""
    )
    assert story.who("اعتقلت", "agents") == ["الشرطة"]


def test_whose_weapon_it_is_did_it(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {PASSIVE}
        طفل طفل NOUN nsubj:pass 1 Gender=Masc
        ب+ ب ADP case 4
        رصاص رصاص NOUN obl 1
        جندي جندي NOUN nmod 4 Gender=Masc"""
    )
    assert story.who("قتل", "agents") == ["جندي"]
    assert story.who("قتل", "patients") == ["طفل"]


def test_nation_of_the_weapon_did_it(tell: Tell) -> None:
    story = tell(
        f"""أصيب أصاب VERB root 0 {PASSIVE}
        مزارع مزارع NOUN nsubj:pass 1 Gender=Masc
        ب+ ب ADP case 4
        نيران نار NOUN obl 1 Number=Plur
        تركية تركي ADJ amod 4"""
    )
    assert story.who("أصيب", "agents") == ["تركية"]
    assert story.entity("تركية").wikidata == "Q43"
    assert story.who("أصيب", "patients") == ["مزارع"]


# --- verbal nouns --------------------------------------------------------------------------------------------------


def test_nation_of_an_attack_is_its_agent(tell: Tell) -> None:
    story = tell(
        f"""استهدف استهدف VERB root 0 {DONE}
        هجوم هجوم NOUN nsubj 1 Gender=Masc
        روسي روسي ADJ amod 2
        ميناء ميناء NOUN obj 1"""
    )
    assert story.who("هجوم", "agents") == ["روسي"]
    assert story.entity("روسي").wikidata == "Q159"


def test_second_noun_behind_a_verbal_noun_suffers(tell: Tell) -> None:
    """«اعتقال الشرطة ناشطا»: the genitive does it to the object."""
    story = tell(
        f"""أثار أثار VERB root 0 {DONE}
        اعتقال اعتقال NOUN nsubj 1
        الشرطة شرطة NOUN nmod 2 Gender=Fem
        ناشطا ناشط NOUN obj 2 Gender=Masc
        الغضب غضب NOUN obj 1"""
    )
    assert story.who("اعتقال", "agents") == ["الشرطة"]
    assert story.who("اعتقال", "patients") == ["ناشطا"]


def test_owner_behind_l_acts(tell: Tell) -> None:
    story = tell(
        f"""تصدت تصدى VERB root 0 {DONE_F}
        القرية قرية NOUN nsubj 1 Gender=Fem
        ل+ ل ADP case 4
        هجوم هجوم NOUN obl:arg 1
        ل+ ل ADP case 6
        المسلحين مسلح NOUN nmod 4 Gender=Masc|Number=Plur"""
    )
    assert story.who("هجوم", "agents") == ["المسلحين"]


def test_both_sides_of_a_clash_act(tell: Tell) -> None:
    story = tell(
        f"""اندلعت اندلع VERB root 0 {DONE_F}
        اشتباكات اشتباك NOUN nsubj 1 Number=Plur
        بين بين ADP case 4
        الجيش جيش NOUN nmod 2
        و+ و CCONJ cc 6
        المسلحين مسلح NOUN conj 4 Number=Plur"""
    )
    assert story.who("اشتباكات", "agents") == ["الجيش", "المسلحين"]


def test_place_behind_a_protest_is_where_not_who(tell: Tell) -> None:
    story = tell(
        f"""فرقت فرق VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Gender=Fem
        احتجاجات احتجاج NOUN obj 1 Number=Plur
        تونس تونس X nmod 3 GPE"""
    )
    assert story.who("احتجاجات", "places") == ["تونس"]
    assert not story.event("احتجاجات").agents


# --- control -------------------------------------------------------------------------------------------------------


def test_the_accused_did_it(tell: Tell) -> None:
    story = tell(
        f"""اتهمت اتهم VERB root 0 {DONE_F}
        الحكومة حكومة NOUN nsubj 1 Gender=Fem
        المسلحين مسلح NOUN obj 1 Number=Plur
        ب+ ب ADP case 5
        قصف قصف NOUN obl:arg 1
        القرية قرية NOUN nmod 5 Gender=Fem"""
    )
    assert story.event("اتهمت").type == "ACCUSE"
    assert story.who("قصف", "agents") == ["المسلحين"]
    assert story.who("قصف", "patients") == ["القرية"]


def test_the_one_asked_is_to_do_it(tell: Tell) -> None:
    story = tell(
        f"""دعت دعا VERB root 0 {DONE_F}
        الوزارة وزارة NOUN nsubj 1 Gender=Fem
        الجيش جيش NOUN obj 1 Gender=Masc
        إلى إلى ADP case 5
        قصف قصف NOUN obl:arg 1
        المطار مطار NOUN nmod 5"""
    )
    assert story.event("دعت").type == "REQUEST"
    assert story.who("قصف", "agents") == ["الجيش"]


def test_the_one_asked_not_to_do_it(tell: Tell) -> None:
    story = tell(
        f"""دعا دعا VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Gender=Masc
        المتظاهرين متظاهر NOUN obj 1 Number=Plur
        إلى إلى ADP case 5
        عدم عدم NOUN obl:arg 1
        مهاجمة مهاجمة NOUN nmod 5
        الشرطة شرطة NOUN nmod 6 Gender=Fem"""
    )
    attack = story.event("مهاجمة")
    assert story.who("مهاجمة", "agents") == ["المتظاهرين"]
    assert (attack.negated, attack.modality) == (True, Modality.POSSIBLE)


@pytest.mark.parametrize("verb", ["ندد", "رحب"])
def test_deeds_one_condemns_or_welcomes_are_others(tell: Tell, verb: str) -> None:
    story = tell(
        f"""{verb} {verb} VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Gender=Masc
        ب+ ب ADP case 4
        اعتقال اعتقال NOUN obl:arg 1
        الطبيب طبيب NOUN nmod 4 Gender=Masc"""
    )
    assert story.who("اعتقال", "patients") == ["الطبيب"]
    assert not story.event("اعتقال").agents


def test_who_threatens_is_to_do_it(tell: Tell) -> None:
    story = tell(
        f"""هدد هدد VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        ب+ ب ADP case 4
        قصف قصف NOUN obl:arg 1
        المدينة مدينة NOUN nmod 4 Gender=Fem"""
    )
    assert story.event("هدد").type == "THREATEN"
    assert story.who("قصف", "agents") == ["الجيش"]


def test_nobody_does_it_to_himself(tell: Tell) -> None:
    story = tell(
        f"""اتهمت اتهم VERB root 0 {DONE_F}
        الحكومة حكومة NOUN nsubj 1 Gender=Fem
        الجيش جيش NOUN obj 1 Gender=Masc
        ب+ ب ADP case 5
        اعتقال اعتقال NOUN obl:arg 1
        الجيش جيش NOUN nmod 5 Gender=Masc"""
    )
    event = story.event("اعتقال")
    assert not set(event.agents) & set(event.patients)


# --- relative clauses ----------------------------------------------------------------------------------------------


def test_noun_is_the_subject_of_its_relative_clause(tell: Tell) -> None:
    story = tell(
        f"""فر فر VERB root 0 {DONE}
        المسلح مسلح NOUN nsubj 1 Gender=Masc
        الذي الذي DET nsubj 4
        قتل قتل VERB acl:relcl 2 {DONE}
        الطبيب طبيب NOUN obj 4 Gender=Masc"""
    )
    assert story.who("قتل", "agents") == ["المسلح"]
    assert story.who("قتل", "patients") == ["الطبيب"]


def test_pronoun_takes_up_the_noun_of_a_relative_clause(tell: Tell) -> None:
    story = tell(
        f"""فر فر VERB root 0 {DONE}
        المسلح مسلح NOUN nsubj 1 Gender=Masc
        الذي الذي DET nsubj 4
        اعتقلت+ اعتقل VERB acl:relcl 2 {DONE_F}
        ه هو PRON obj 4 Gender=Masc|Number=Sing|Person=3
        الشرطة شرطة NOUN nsubj 4 Gender=Fem"""
    )
    assert story.who("اعتقلت", "agents") == ["الشرطة"]
    assert story.who("اعتقلت", "patients") == ["المسلح"]


def test_noun_does_not_act_in_a_relative_clause_whose_verb_disagrees(tell: Tell) -> None:
    """«المسلح الذي طاردته»: she chased him."""
    story = tell(
        f"""اعتقلت اعتقل VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Gender=Fem
        المسلح مسلح NOUN obj 1 Gender=Masc
        الذي الذي DET nsubj 5
        طاردت+ طارد VERB acl:relcl 3 {DONE_F}
        ه هو PRON obj 5 Gender=Masc|Number=Sing|Person=3"""
    )
    assert story.who("طاردت", "patients") == ["المسلح"]
    assert "المسلح" not in story.who("طاردت", "agents")


def test_place_taken_up_in_a_relative_clause(tell: Tell) -> None:
    story = tell(
        f"""وصل وصل VERB root 0 {DONE}
        الوفد وفد NOUN nsubj 1 Gender=Masc
        إلى إلى ADP case 4
        المدينة مدينة NOUN obl:arg 1 Gender=Fem
        التي الذي DET nsubj 6
        قتل قتل VERB acl:relcl 4 {PASSIVE}
        في+ في ADP case 8
        ها هو PRON obl 6 Gender=Fem|Number=Sing
        الجنود جندي NOUN nsubj:pass 6 Number=Plur"""
    )
    assert story.who("قتل", "places") == ["المدينة"]
    assert story.who("قتل", "patients") == ["الجنود"]


def test_joined_verbs_share_their_subject(tell: Tell) -> None:
    story = tell(
        f"""هاجم هاجم VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        القرية قرية NOUN obj 1 Gender=Fem
        و+ و CCONJ cc 5
        اعتقل اعتقل VERB conj 1 {DONE}
        سكان+ ساكن NOUN obj 5 Number=Plur
        ها هو PRON nmod 6 Gender=Fem"""
    )
    assert story.who("اعتقل", "agents") == ["الجيش"]


# --- places --------------------------------------------------------------------------------------------------------


def test_own_place(tell: Tell) -> None:
    story = tell(
        f"""اعتقلت اعتقل VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Gender=Fem
        طبيبا طبيب NOUN obj 1 Gender=Masc
        في في ADP case 5
        بيروت بيروت X obl 1 GPE"""
    )
    assert story.who("اعتقلت", "places") == ["بيروت"]
    assert story.entity("بيروت").wikidata == "Q3820"


def test_goal_that_the_parser_hung_deeper(tell: Tell) -> None:
    story = tell(
        f"""أرسلت أرسل VERB root 0 {DONE_F}
        الحكومة حكومة NOUN nsubj 1 Gender=Fem
        قوات قوة NOUN obj 1 Gender=Fem|Number=Plur
        طوارئ طارئ NOUN nmod 3
        إلى إلى ADP case 6
        عدن عدن X nmod 4 GPE"""
    )
    assert "عدن" in story.who("أرسلت", "places") + story.who("أرسلت", "recipients")


def test_place_of_a_participant(tell: Tell) -> None:
    story = tell(
        f"""اعتقلت اعتقل VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Gender=Fem
        معارضين معارض NOUN obj 1 Number=Plur
        في في ADP case 5
        ليبيا ليبيا X nmod 3 GPE"""
    )
    assert story.who("اعتقلت", "places") == ["ليبيا"]


def test_place_of_the_event_over_it(tell: Tell) -> None:
    story = tell(
        f"""بحث بحث VERB root 0 {DONE}
        الوزيران وزير NOUN nsubj 1 Number=Dual
        في في ADP case 4
        روما روما X obl 1 GPE
        الانسحاب انسحاب NOUN obj 1"""
    )
    assert story.who("بحث", "places") == ["روما"]
    assert story.who("الانسحاب", "places") == ["روما"]


def test_organisations_are_no_places(tell: Tell) -> None:
    story = tell(
        f"""تظاهر تظاهر VERB root 0 {DONE}
        موظفون موظف NOUN nsubj 1 Number=Plur
        في في ADP case 4
        الشركة شركة NOUN obl 1 Gender=Fem"""
    )
    assert story.event("تظاهر").places == ()


# --- things, quantities and times ----------------------------------------------------------------------------------


def test_things_receive_nothing(tell: Tell) -> None:
    story = tell(
        f"""دعا دعا VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Gender=Masc
        القانون قانون NOUN obj 1
        إلى إلى ADP case 5
        الهدوء هدوء NOUN obl:arg 1"""
    )
    assert story.event("دعا").recipients == ()


def test_quantity_belongs_to_the_event_its_noun_is_in(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Gender=Masc
        إن إن SCONJ mark 5
        الشرطة شرطة NOUN nsubj 5 Gender=Fem
        اعتقلت اعتقل VERB ccomp 1 {DONE_F}
        12 12 NUM obj 5
        متظاهرا متظاهر NOUN nmod 6 Gender=Masc"""
    )
    assert [q.value for q in story.event("اعتقلت").quantities] == [12]
    assert story.event("قال").quantities == ()


def test_time_belongs_to_the_event_it_hangs_on(tell: Tell) -> None:
    story = tell(
        f"""أعلنت أعلن VERB root 0 {DONE_F}
        الوزارة وزارة NOUN nsubj 1 Gender=Fem
        أن أن SCONJ mark 5
        القوات قوة NOUN nsubj 5 Gender=Fem|Number=Plur
        تنسحب انسحب VERB ccomp 1 {DOES_F}
        في في ADP case 7
        3 3 NUM obl 5
        مارس مارس NOUN nmod 7
        2023 2023 NUM nmod 8"""
    )
    (time,) = story.extraction.times
    assert time.value == "2023-03-03"
    assert story.event("تنسحب").times == (time.key,)
    assert story.event("أعلنت").times == ()


def test_time_of_a_verb_that_is_no_event_is_not_when_it_was_said(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Gender=Masc
        إن إن SCONJ mark 5
        المهرج مهرج NOUN nsubj 5
        تشقلب تشقلب VERB ccomp 1 {DONE}
        في في ADP case 7
        عام عام NOUN obl 5
        2019 2019 NUM nmod 7"""
    )
    assert story.event("قال").times == ()


# --- what the parser may get wrong ---------------------------------------------------------------------------------


def test_subject_stands_with_the_auxiliary(tell: Tell) -> None:
    story = tell(
        f"""نفى نفى VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Gender=Masc
        أن أن SCONJ mark 7
        تكون كان VERB ccomp 1
        القوات قوة NOUN nsubj 4 Gender=Fem|Number=Plur
        قد قد AUX aux 7
        هاجمت هاجم VERB ccomp 1 {DONE_F}
        القرية قرية NOUN obj 7"""
    )
    assert story.who("هاجمت", "agents") == ["القوات"]
    assert story.event("هاجمت").negated
    assert not story.event("هاجمت").asserted


def test_a_plural_with_its_nun_has_no_genitive(tell: Tell) -> None:
    story = tell(
        f"""اقتحم اقتحم VERB root 0 {DONE}
        محتجون محتج NOUN nsubj 1 Number=Plur
        الميناء ميناء NOUN nmod 2"""
    )
    assert story.who("اقتحم", "agents") == ["محتجون"]
    assert story.who("اقتحم", "patients") == ["الميناء"]


def test_a_joined_demand_keeps_its_speaker(tell: Tell) -> None:
    story = tell(
        f"""طالبت طالب VERB root 0 {DONE_F}
        المنظمة منظمة NOUN nsubj 1 Gender=Fem
        ب+ ب ADP case 4
        تحقيق تحقيق NOUN obl:arg 1
        و+ و CCONJ cc 6
        دعت دعا VERB conj 1 {DONE_F}
        الحكومة حكومة NOUN nsubj 6 Gender=Fem
        إلى إلى ADP case 9
        الإفراج إفراج NOUN obl:arg 6
        عن عن ADP case 11
        الناشطين ناشط NOUN obl:arg 9 Number=Plur"""
    )
    assert story.who("دعت", "agents") == ["المنظمة"]
    assert story.who("دعت", "recipients") == ["الحكومة"]
    assert story.who("الإفراج", "agents") == ["الحكومة"]


# --- light verbs ---------------------------------------------------------------------------------------------------


def test_who_is_exposed_to_an_attack_is_attacked(tell: Tell) -> None:
    story = tell(
        f"""تعرضت تعرض VERB root 0 {DONE_F}
        القافلة قافلة NOUN nsubj 1 Definite=Def|Gender=Fem
        ل+ ل ADP case 4
        هجوم هجوم NOUN obl:arg 1 Gender=Masc"""
    )
    assert story.words == ["هجوم"]
    assert story.who("هجوم", "patients") == ["القافلة"]
    assert not story.event("هجوم").agents


def test_who_is_met_with_threats_receives_them(tell: Tell) -> None:
    story = tell(
        f"""تلقى تلقى VERB root 0 {DONE}
        الصحفي صحفي NOUN nsubj 1 Definite=Def|Gender=Masc
        تهديدات تهديد NOUN obj 1 Gender=Fem|Number=Plur
        من من ADP case 5
        المهربين مهرب NOUN obl:arg 1 Definite=Def|Number=Plur"""
    )
    assert story.event("تهديدات").type == "THREATEN"
    assert story.who("تهديدات", "agents") == ["المهربين"]
    assert story.who("تهديدات", "recipients") == ["الصحفي"]


def test_a_complaint_goes_to_whom_it_is_brought_and_against_whom_it_names(tell: Tell) -> None:
    story = tell(
        f"""تقدمت تقدم VERB root 0 {DONE_F}
        المنظمة منظمة NOUN nsubj 1 Definite=Def|Gender=Fem
        ب+ ب ADP case 4
        شكوى شكوى NOUN obl:arg 1 Gender=Fem
        إلى إلى ADP case 6
        المحكمة محكمة NOUN obl 1 Definite=Def|Gender=Fem
        ضد ضد ADP case 8
        الشركة شركة NOUN nmod 6 Definite=Def|Gender=Fem"""
    )
    assert story.event("شكوى").type == "ACCUSE"
    assert story.who("شكوى", "agents") == ["المنظمة"]
    assert story.who("شكوى", "recipients") == ["المحكمة"]
    assert story.who("شكوى", "patients") == ["الشركة"]


def test_against_does_not_reach_over_a_verb(tell: Tell) -> None:
    story = tell(
        f"""تقدمت تقدم VERB root 0 {DONE_F}
        المنظمة منظمة NOUN nsubj 1 Definite=Def|Gender=Fem
        ب+ ب ADP case 4
        شكوى شكوى NOUN obl:arg 1 Gender=Fem
        و+ و CCONJ cc 6
        تظاهر تظاهر VERB conj 1 {DONE}
        العمال عامل NOUN nsubj 6 Definite=Def|Number=Plur
        ضد ضد ADP case 9
        الشركة شركة NOUN obl 6 Definite=Def|Gender=Fem"""
    )
    assert not story.event("شكوى").patients
    assert story.who("تظاهر", "patients") == ["الشركة"]


def test_no_event_is_done_to_itself(tell: Tell) -> None:
    """«لقاء أجرته معه الصحيفة»: the pronoun of «معه» is not the interview."""
    story = tell(
        f"""تحدث تحدث VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        في في ADP case 4
        لقاء لقاء NOUN obl 1 Gender=Masc
        أجرت+ أجرى VERB acl 4 {DONE_F}
        ه هو PRON obj 5 Gender=Masc|Number=Sing|Person=3
        مع+ مع ADP case 8
        ه هو PRON obl 5 Gender=Masc|Number=Sing|Person=3
        الصحيفة صحيفة NOUN nsubj 5 Definite=Def|Gender=Fem"""
    )
    assert story.who("لقاء", "agents") == ["الصحيفة"]
    assert "لقاء" not in story.who("لقاء", "patients")


# --- whose ---------------------------------------------------------------------------------------------------------


def test_whose_release_it_is(tell: Tell) -> None:
    story = tell(
        f"""أطلقت أطلق VERB root 0 {DONE_F}
        السلطات سلطة NOUN nsubj 1 Definite=Def|Gender=Fem|Number=Plur
        سراح سراح NOUN obj 1
        المعتقلين معتقل NOUN nmod 3 Definite=Def|Number=Plur"""
    )
    event = story.event("أطلقت السلطات سراح")
    assert event.type == "CONCEDE"
    assert story.who("أطلقت السلطات سراح", "agents") == ["السلطات"]
    assert story.who("أطلقت السلطات سراح", "patients") == ["المعتقلين"]


def test_whose_release_a_verbal_noun_tells_of(tell: Tell) -> None:
    story = tell(
        f"""طالب طالب VERB root 0 {DONE}
        المحامون محام NOUN nsubj 1 Definite=Def|Number=Plur
        ب+ ب ADP case 4
        إطلاق إطلاق NOUN obl:arg 1
        سراح سراح NOUN nmod 4
        الطبيب طبيب NOUN nmod 5 Definite=Def|Gender=Masc"""
    )
    assert story.who("إطلاق سراح", "patients") == ["الطبيب"]


def test_whose_life_an_attack_took(tell: Tell) -> None:
    story = tell(
        f"""أودى أودى VERB root 0 {DONE}
        المسلح مسلح NOUN nsubj 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 4
        حياة حياة NOUN obl:arg 1 Gender=Fem
        الحارس حارس NOUN nmod 4 Definite=Def|Gender=Masc"""
    )
    (event,) = story.extraction.events
    assert event.type == "ASSAULT"
    assert story.who(event.trigger.text, "agents") == ["المسلح"]
    assert story.who(event.trigger.text, "patients") == ["الحارس"]


def test_an_earthquake_that_takes_lives_attacks_nobody(tell: Tell) -> None:
    story = tell(
        f"""أودى أودى VERB root 0 {DONE}
        حريق حريق NOUN nsubj 1 Gender=Masc
        ب+ ب ADP case 4
        حياة حياة NOUN obl:arg 1 Gender=Fem
        الحارس حارس NOUN nmod 4 Definite=Def|Gender=Masc"""
    )
    event = next(e for e in story.extraction.events if e.trigger.text.startswith("أودى"))
    assert event.type == "OTHER"
    assert event.agents == ()
    assert event.patients == (story.entity("الحارس").key,)


# --- what only carries an event ------------------------------------------------------------------------------------


def test_target_behind_a_bearer_is_the_target_of_the_event(tell: Tell) -> None:
    """«شن غارات على الميناء»: what hangs on «شن» belongs to the raids."""
    story = tell(
        f"""واصل واصل VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Definite=Def|Gender=Masc
        شن شن NOUN obj 1
        غارات غارة NOUN nmod 3 Gender=Fem|Number=Plur
        على على ADP case 6
        الميناء ميناء NOUN nmod 3 Definite=Def"""
    )
    assert story.words == ["غارات"]
    assert story.who("غارات", "agents") == ["الجيش"]
    assert story.who("غارات", "patients") == ["الميناء"]


def test_genitive_of_a_bearer_acts(tell: Tell) -> None:
    story = tell(
        f"""أكد أكد VERB root 0 {DONE}
        البيان بيان NOUN nsubj 1 Definite=Def|Gender=Masc
        شن شن NOUN obj 1
        الجيش جيش NOUN nmod 3 Definite=Def|Gender=Masc
        غارات غارة NOUN obj 3 Gender=Fem|Number=Plur
        على على ADP case 7
        الميناء ميناء NOUN nmod 5 Definite=Def"""
    )
    assert story.who("غارات", "agents") == ["الجيش"]
    assert story.who("غارات", "patients") == ["الميناء"]


# --- more passives -------------------------------------------------------------------------------------------------


def test_verb_with_damma_is_done_to_its_subject(tell: Tell) -> None:
    story = tell(
        f"""نُقلت نقل VERB root 0 {DONE_F}
        المصابة مصاب NOUN nsubj 1 Definite=Def|Gender=Fem"""
    )
    assert story.who("نُقلت", "patients") == ["المصابة"]
    assert not story.event("نُقلت").agents


def test_who_is_accused_by_nobody_is_the_accused(tell: Tell) -> None:
    story = tell(
        f"""اتهم اتهم VERB root 0 {DONE}
        الطبيب طبيب NOUN nsubj 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 4
        الاحتيال احتيال NOUN obl:arg 1 Definite=Def"""
    )
    assert story.who("اتهم", "patients") == ["الطبيب"]
    assert not story.event("اتهم").agents


def test_subject_of_accusing_somebody_accuses(tell: Tell) -> None:
    story = tell(
        f"""اتهم اتهم VERB root 0 {DONE}
        الطبيب طبيب NOUN nsubj 1 Definite=Def|Gender=Masc
        الممرض ممرض NOUN obj 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 5
        الاحتيال احتيال NOUN obl:arg 1 Definite=Def"""
    )
    assert story.who("اتهم", "agents") == ["الطبيب"]
    assert story.who("اتهم", "patients") == ["الممرض"]


def test_person_with_a_role_is_appointed(tell: Tell) -> None:
    story = tell(
        f"""عين عين VERB root 0 {DONE}
        الطبيب طبيب NOUN nsubj 1 Definite=Def|Gender=Masc
        وزيرا وزير NOUN obj 1 Gender=Masc"""
    )
    assert "الطبيب" in story.who("عين", "patients")
    assert not story.event("عين").agents


def test_state_or_person_that_appoints_somebody_acts(tell: Tell) -> None:
    story = tell(
        f"""عينت عين VERB root 0 {DONE_F}
        الحكومة حكومة NOUN nsubj 1 Definite=Def|Gender=Fem
        الطبيب طبيب NOUN obj 1 Definite=Def|Gender=Masc
        وزيرا وزير NOUN xcomp 1 Gender=Masc"""
    )
    assert story.who("عينت", "agents") == ["الحكومة"]
    assert story.who("عينت", "patients") == ["الطبيب"]


def test_who_helps_in_doing_something_helps(tell: Tell) -> None:
    """«ساعد في نقل الجرحى»: without an object, but no passive."""
    story = tell(
        f"""ساعد ساعد VERB root 0 {DONE}
        الجندي جندي NOUN nsubj 1 Definite=Def|Gender=Masc
        في في ADP case 4
        نقل نقل NOUN obl:arg 1
        الجرحى جريح NOUN nmod 4 Definite=Def|Number=Plur"""
    )
    assert story.who("ساعد", "agents") == ["الجندي"]


# --- subjects ------------------------------------------------------------------------------------------------------


def test_what_a_masculine_verb_loses_is_feminine(tell: Tell) -> None:
    story = tell(
        f"""خسر خسر VERB root 0 {DONE}
        المجموعة مجموعة NOUN nsubj 1 Definite=Def|Gender=Fem|Number=Sing
        الثانية ثان ADJ amod 2"""
    )
    assert "المجموعة الثانية" not in story.who("خسر", "agents")


def test_object_of_a_verb_that_takes_none_is_its_subject(tell: Tell) -> None:
    story = tell(
        f"""تظاهر تظاهر VERB root 0 {DONE}
        المئات مئات NUM obj 1 Number=Plur
        في في ADP case 4
        تونس تونس X obl 1 GPE"""
    )
    assert story.who("تظاهر", "agents") == ["المئات"]


def test_crowd_without_a_noun_is_a_group(tell: Tell) -> None:
    story = tell(
        f"""تظاهر تظاهر VERB root 0 {DONE}
        عشرات عشرات NUM nsubj 1 Number=Plur
        الآلاف ألف NUM nmod 2 Number=Plur
        في في ADP case 5
        تونس تونس X obl 1 GPE"""
    )
    (crowd,) = story.event("تظاهر").agents
    (entity,) = [e for e in story.extraction.entities if e.key == crowd]
    assert (entity.mentions[0].text, entity.kind) == ("عشرات الآلاف", EntityKind.GROUP)


def test_a_number_by_itself_does_nothing_else(tell: Tell) -> None:
    story = tell(f"ارتفع ارتفع VERB root 0 {DONE}\n40 40 NUM nsubj 1")
    assert story.event("ارتفع").agents == ()


@pytest.mark.parametrize(("verb", "lemma"), [("يتوقع", "توقع"), ("يرجح", "رجح")])
def test_it_is_expected_is_said_by_nobody(tell: Tell, verb: str, lemma: str) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        إن إن SCONJ mark 5
        الوفد وفد NOUN nsubj 5 Definite=Def|Gender=Masc
        غادر غادر VERB ccomp 1 {DONE}

        {verb} {lemma} VERB root 0 Aspect=Imp|Gender=Masc|Number=Sing|Person=3|Voice=Act
        أن أن SCONJ mark 3
        ينسحب انسحب VERB ccomp 1 Aspect=Imp|Gender=Masc|Number=Sing|Person=3
        الجيش جيش NOUN nsubj 3 Definite=Def|Gender=Masc"""
    )
    assert story.event(verb).agents == ()


def test_a_conference_says(tell: Tell) -> None:
    story = tell(
        f"""أكد أكد VERB root 0 {DONE}
        المؤتمر مؤتمر NOUN nsubj 1 Definite=Def|Gender=Masc
        أن أن SCONJ mark 5
        الجيش جيش NOUN nsubj 5 Definite=Def|Gender=Masc
        انسحب انسحب VERB ccomp 1 {DONE}"""
    )
    assert story.event("المؤتمر").type == "CONSULT"
    assert story.who("أكد", "agents") == ["المؤتمر"]


def test_an_earthquake_strikes(tell: Tell) -> None:
    story = tell(
        f"""ضرب ضرب VERB root 0 {DONE}
        زلزال زلزال NOUN nsubj 1 Gender=Masc
        الجزيرة جزيرة NOUN obj 1 Definite=Def|Gender=Fem"""
    )
    assert story.event("ضرب").type == "OTHER"
    assert story.who("ضرب", "agents") == ["زلزال"]


def test_an_attack_does_not_do_what_people_do(tell: Tell) -> None:
    story = tell(
        f"""دعا دعا VERB root 0 {DONE}
        الهجوم هجوم NOUN nsubj 1 Definite=Def|Gender=Masc
        الحكومة حكومة NOUN obj 1 Definite=Def|Gender=Fem
        إلى إلى ADP case 5
        الانسحاب انسحاب NOUN obl:arg 1 Definite=Def"""
    )
    assert story.event("دعا").agents == ()


# --- several phrases at one place ----------------------------------------------------------------------------------


def test_only_the_first_of_two_like_phrases_takes_part(tell: Tell) -> None:
    """«احتج على الحكومة على الطريق»: the second one is no second target."""
    story = tell(
        f"""احتج احتج VERB root 0 {DONE}
        العمال عامل NOUN nsubj 1 Definite=Def|Number=Plur
        على على ADP case 4
        الشركة شركة NOUN obl:arg 1 Definite=Def|Gender=Fem
        على على ADP case 6
        الطريق طريق NOUN obl 1 Definite=Def"""
    )
    assert story.who("احتج", "patients") == ["الشركة"]


def test_what_is_joined_to_the_first_phrase_takes_part(tell: Tell) -> None:
    story = tell(
        f"""احتج احتج VERB root 0 {DONE}
        العمال عامل NOUN nsubj 1 Definite=Def|Number=Plur
        على على ADP case 4
        الشركة شركة NOUN obl:arg 1 Definite=Def|Gender=Fem
        و+ و CCONJ cc 6
        الوزارة وزارة NOUN conj 4 Definite=Def|Gender=Fem"""
    )
    assert story.who("احتج", "patients") == ["الشركة", "الوزارة"]


# --- visits --------------------------------------------------------------------------------------------------------


def test_a_visit_goes_to_a_place(tell: Tell) -> None:
    story = tell(
        f"""بدأ بدأ VERB root 0 {DONE}
        الرئيس رئيس NOUN nsubj 1 Definite=Def|Gender=Masc
        زيارة زيارة NOUN obj 1 Gender=Fem
        إلى إلى ADP case 5
        روما روما X nmod 3 GPE"""
    )
    assert story.who("زيارة", "agents") == ["الرئيس"]
    assert story.who("زيارة", "places") == ["روما"]
    assert not story.event("زيارة").patients


def test_a_visit_to_somebody_meets_him(tell: Tell) -> None:
    story = tell(
        f"""بدأ بدأ VERB root 0 {DONE}
        الرئيس رئيس NOUN nsubj 1 Definite=Def|Gender=Masc
        زيارة زيارة NOUN obj 1 Gender=Fem
        إلى إلى ADP case 5
        الملك ملك NOUN nmod 3 Definite=Def|Gender=Masc"""
    )
    assert story.who("زيارة", "patients") == ["الملك"]


def test_country_that_is_visited_is_a_place(tell: Tell) -> None:
    story = tell(
        f"""زار زار VERB root 0 {DONE}
        الرئيس رئيس NOUN nsubj 1 Definite=Def|Gender=Masc
        مصر مصر X obj 1 GPE"""
    )
    assert story.who("زار", "places") == ["مصر"]
    assert not story.event("زار").patients


# --- helping and giving --------------------------------------------------------------------------------------------


def test_whom_a_verbal_noun_of_giving_names_first_receives(tell: Tell) -> None:
    """«منح الجنود منازل»: the soldiers get them."""
    story = tell(
        f"""قررت قرر VERB root 0 {DONE_F}
        الحكومة حكومة NOUN nsubj 1 Definite=Def|Gender=Fem
        منح منح NOUN obj 1
        الجنود جندي NOUN nmod 3 Definite=Def|Number=Plur
        منازل منزل NOUN obj 3 Number=Plur"""
    )
    assert story.who("منح", "recipients") == ["الجنود"]
    assert story.who("منح", "patients") == ["منازل"]
    assert "الجنود" not in story.who("منح", "agents")


def test_actor_in_the_genitive_does_it_to_whom_l_names(tell: Tell) -> None:
    story = tell(
        f"""أثار أثار VERB root 0 {DONE}
        احتجاز احتجاز NOUN nsubj 1
        تركيا تركيا PROPN nmod 2
        ل ل ADP case 5
        لصحفي صحفي NOUN nmod 2 Gender=Masc
        القلق قلق NOUN obj 1"""
    )
    assert story.who("احتجاز", "agents") == ["تركيا"]
    assert story.who("احتجاز", "patients") == ["لصحفي"]


def test_a_summit_between_two_is_held_by_both(tell: Tell) -> None:
    story = tell(
        """قمة قمة NOUN root 0
        بين بين ADP case 3
        مصر مصر PROPN nmod 1
        و و CCONJ cc 5
        قطر قطر PROPN conj 3"""
    )
    assert story.who("قمة", "agents") == ["مصر", "قطر"]


def test_counted_people_meet_their_death(tell: Tell) -> None:
    story = tell(
        f"""لقي لقي VERB root 0 {DONE}
        ثلاثة ثلاثة NUM nsubj 1
        عمال عامل NOUN nmod 2 Gender=Masc|Number=Plur
        مصرع مصرع NOUN nmod 3
        هم هو PRON nmod 4 Gender=Masc|Number=Plur|Person=3"""
    )
    assert story.event("لقي").type == "OTHER"
    assert len(story.who("لقي", "patients")) == 1


def test_what_rises_or_falls_does_so_itself(tell: Tell) -> None:
    story = tell(f"تراجع تراجع VERB root 0 {DONE}\nالسعر سعر NOUN nsubj 1 Gender=Masc")
    assert story.who("تراجع", "agents") == ["السعر"]
    assert not story.event("تراجع").patients


def test_sanctions_may_do_harm(tell: Tell) -> None:
    story = tell(
        f"""أضرت أضر VERB root 0 {DONE_F}
        العقوبات عقوبة NOUN nsubj 1 Gender=Fem|Number=Plur
        ب ب ADP case 4
        الاقتصاد اقتصاد NOUN obl:arg 1"""
    )
    assert story.who("أضرت", "agents") == ["العقوبات"]
    assert story.who("أضرت", "patients") == ["الاقتصاد"]


def test_clashes_that_break_out_do_so_themselves(tell: Tell) -> None:
    story = tell(
        f"""أدى أدى VERB root 0 {DONE}
        القرار قرار NOUN nsubj 1 Gender=Masc
        إلى إلى ADP case 4
        اندلاع اندلاع NOUN obl:arg 1
        الاشتباكات اشتباك NOUN nmod 4 Gender=Fem|Number=Plur"""
    )
    assert story.who("اندلاع", "agents") == ["الاشتباكات"]
    assert not story.event("اندلاع").patients


def test_a_thing_acts_where_the_verb_has_its_own_subject_and_object(tell: Tell) -> None:
    story = tell(
        """أنقذت أنقذ VERB root 0 Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act
        السفن سفينة NOUN nsubj 1 Definite=Def|Gender=Fem
        صيادا صياد NOUN obj 1"""
    )
    assert story.who("أنقذت", "agents") == ["السفن"]


def test_results_announce_nothing(tell: Tell) -> None:
    story = tell(
        """أعلنت أعلن VERB root 0 Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act
        نتائج نتيجة NOUN nsubj 1 Number=Plur
        الانتخابات انتخاب NOUN nmod 2 Definite=Def|Number=Plur"""
    )
    assert story.who("أعلنت", "agents") == []


def test_who_is_called_to_account_is_the_patient(tell: Tell) -> None:
    story = tell(
        """تحاسب حاسب VERB root 0 Aspect=Imp|Gender=Fem|Number=Sing|Person=3|Voice=Act
        العائلة عائلة NOUN nsubj 1 Definite=Def|Gender=Fem
        على على ADP case 4
        أعمالها عمل NOUN obl:arg 1"""
    )
    assert story.who("تحاسب", "patients") == ["العائلة"]


def test_each_of_two_is_a_side(tell: Tell) -> None:
    story = tell(
        """محادثات محادثة NOUN root 0 Number=Plur
        بين بين ADP case 3
        الحكومة حكومة NOUN nmod 1 Definite=Def
        و+ و CCONJ cc 5
        كل كل NOUN conj 3
        من من ADP case 7
        المعارضة معارضة NOUN nmod 5 Definite=Def
        و+ و CCONJ cc 9
        الجيش جيش NOUN conj 7 Definite=Def"""
    )
    assert story.who("محادثات", "agents") == ["الحكومة", "كل من المعارضة", "الجيش"]


def test_a_person_behind_the_relative_pronoun_is_the_subject_of_its_clause(tell: Tell) -> None:
    story = tell(
        f"""اقترب اقترب VERB root 0 {DONE}
        السكان ساكن NOUN nsubj 1 Definite=Def|Number=Plur
        من من ADP case 4
        الحواجز حاجز NOUN obl:arg 1 Definite=Def|Number=Plur
        التي الذي DET nsubj 6
        نصب+ نصب VERB acl:relcl 4 {DONE}
        ها هو PRON obj 6 Gender=Fem
        رجال رجل NOUN nsubj 6 Number=Plur
        الشرطة شرطة NOUN nmod 8 Definite=Def|Gender=Fem"""
    )
    assert story.who("نصب", "agents") == ["رجال الشرطة"]


def test_sanctions_are_imposed_by_their_nation(tell: Tell) -> None:
    story = tell(
        f"""رفعت رفع VERB root 0 {DONE_F}
        عقوبات عقوبة NOUN nsubj 1 Number=Plur
        أميركية أميركي ADJ amod 2 Gender=Fem
        على على ADP case 5
        إيران إيران X nmod 2 GPE
        الأسعار سعر NOUN obj 1 Definite=Def"""
    )
    assert story.who("عقوبات", "agents") == ["أميركية"]
    assert story.who("عقوبات", "patients") == ["إيران"]


def test_what_is_thrown_suffers_beside_its_aim(tell: Tell) -> None:
    story = tell(
        f"""ألقى ألقى VERB root 0 {DONE}
        شبان شاب NOUN nsubj 1 Number=Plur
        الحجارة حجارة NOUN obj 1 Definite=Def
        على على ADP case 5
        الحافلة حافلة NOUN obl:arg 1 Definite=Def|Gender=Fem"""
    )
    (throwing,) = story.extraction.events
    names = {entity.key: entity.name for entity in story.extraction.entities}
    assert {names[key] for key in throwing.patients} == {"الحجارة", "الحافلة"}


def test_an_attack_that_hits_is_not_hit(tell: Tell) -> None:
    story = tell(
        f"""ضربت ضرب VERB root 0 {DONE_F}
        الغارة غارة NOUN nsubj 1 Definite=Def|Gender=Fem
        ظهر ظهر NOUN obl 1
        السبت سبت NOUN nmod 3"""
    )
    assert not story.who("ضربت", "patients")


def test_a_quake_strikes(tell: Tell) -> None:
    story = tell(f"ضرب ضرب VERB root 0 {DONE}\nالزلزال زلزال NOUN nsubj 1 Definite=Def|Gender=Masc")
    assert story.who("ضرب", "agents") == ["الزلزال"]


def test_what_is_said_at_a_conference_is_said_where_it_is_held(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        في في ADP case 4
        مؤتمر مؤتمر NOUN obl 1
        في في ADP case 6
        موسكو موسكو X nmod 4 GPE
        إن إن SCONJ mark 8
        استقال استقال VERB ccomp 1 {DONE}"""
    )
    assert story.who("قال", "places") == ["موسكو"]


def test_a_building_without_a_target_is_hit(tell: Tell) -> None:
    story = tell(
        f"""استهدف استهدف VERB root 0 {DONE}
        منزل منزل NOUN nsubj 1
        في في ADP case 4
        القرية قرية NOUN obl 1
        مما مما CCONJ cc 6
        أسفر أسفر VERB conj 1 {DONE}
        عن عن ADP case 8
        مقتل مقتل NOUN obl:arg 6
        طفل طفل NOUN nmod 8"""
    )
    assert story.who("استهدف", "patients") == ["منزل"]
    assert story.who("أسفر", "agents") == []


def test_two_joined_verbal_nouns_have_one_genitive(tell: Tell) -> None:
    story = tell(
        f"""تعهدت تعهد VERB root 0 {DONE_F}
        الوزارة وزارة NOUN nsubj 1 Gender=Fem
        ب+ ب ADP case 4
        دعم دعم NOUN obl:arg 1
        و+ و CCONJ cc 6
        مساعدة مساعدة NOUN conj 4
        النازحين نازح NOUN nmod 6 Number=Plur"""
    )
    assert story.who("دعم", "patients") == story.who("مساعدة", "patients") == ["النازحين"]


def test_several_do_not_go_on_with_what_one_thing_did(tell: Tell) -> None:
    """«تغير المشهد … وحطموا النوافذ»: not the scene."""
    story = tell(
        f"""تغير تغير VERB root 0 {DONE}
        المشهد مشهد NOUN nsubj 1 Definite=Def|Gender=Masc|Number=Sing
        و+ و CCONJ cc 4
        حطموا حطم VERB conj 1 Aspect=Perf|Gender=Masc|Number=Plur|Person=3|Voice=Act
        النوافذ نافذة NOUN obj 4 Definite=Def|Number=Plur"""
    )
    assert not story.event("حطموا").agents


def test_who_is_brought_to_hospital_is_brought(tell: Tell) -> None:
    story = tell(
        f"""نقل نقل VERB root 0 {DONE}
        الجرحى جريح NOUN nsubj 1 Definite=Def|Number=Plur
        إلى إلى ADP case 4
        المستشفى مستشفى NOUN obl:arg 1 Definite=Def"""
    )
    assert not story.event("نقل").agents
    assert story.who("نقل", "patients") == ["الجرحى"]
