"""Who is who, on trees written by hand."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from hadath.extract.records import EntityKind

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"


def test_title_full_name_last_name_and_role_are_one(tell: Tell) -> None:
    story = tell(
        f"""التقى التقى VERB root 0 {DONE}
        الرئيس رئيس NOUN nsubj 1 Definite=Def|Gender=Masc
        الروسي روسي ADJ amod 2
        فلاديمير فلاديمير X nmod 5 PER
        بوتين بوتين X nmod 2 PER
        المستشارة مستشارة NOUN obj 1 Definite=Def|Gender=Fem

        حذر حذر VERB root 0 {DONE}
        بوتين بوتين X nsubj 1 PER
        من من ADP case 4
        التصعيد تصعيد NOUN obl:arg 1

        دعا دعا VERB root 0 {DONE}
        الرئيس رئيس NOUN nsubj 1 Definite=Def|Gender=Masc
        الروسي روسي ADJ amod 2
        إلى إلى ADP case 5
        الحوار حوار NOUN obl:arg 1""",
        published=date(2021, 6, 1),
    )
    putin = story.entity("بوتين")
    assert [m.text for m in putin.mentions] == ["الرئيس الروسي فلاديمير بوتين", "بوتين", "الرئيس الروسي"]
    assert (putin.kind, putin.wikidata, putin.name_en) == (EntityKind.PERSON, "Q7747", "Vladimir Putin")
    for word in ("التقى", "حذر", "دعا"):
        assert story.event(word).agents == (putin.key,)


@pytest.mark.parametrize(
    ("day", "qid"), [(date(2018, 5, 1), "Q22686"), (date(2022, 5, 1), "Q6279"), (None, None)]
)
def test_office_and_nation_give_who_held_it_on_the_day(tell: Tell, day: date | None, qid: str | None) -> None:
    story = tell(
        f"""استقبل استقبل VERB root 0 {DONE}
        الرئيس رئيس NOUN nsubj 1 Definite=Def|Gender=Masc
        الأمريكي أمريكي ADJ amod 2
        الوفد وفد NOUN obj 1 Definite=Def""",
        published=day,
    )
    assert story.entity("الرئيس الأمريكي").wikidata == qid


def test_offices_of_two_nations_are_two(tell: Tell) -> None:
    story = tell(
        f"""التقى التقى VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        التونسي تونسي ADJ amod 2
        نظير+ نظير NOUN obj 1
        ه هو PRON nmod 4 Gender=Masc
        المغربي مغربي ADJ amod 4

        غادر غادر VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        المغربي مغربي ADJ amod 2
        تونس تونس X obj 1 GPE

        عاد عاد VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        التونسي تونسي ADJ amod 2
        إلى إلى ADP case 5
        مكتب+ مكتب NOUN obl:arg 1
        ه هو PRON nmod 5 Gender=Masc"""
    )
    assert story.mentions("الوزير التونسي") == ["الوزير التونسي", "الوزير التونسي"]
    assert story.entity("الوزير المغربي") != story.entity("الوزير التونسي")


@pytest.mark.parametrize("day", [date(2021, 6, 1), None])
def test_his_country_is_that_of_a_known_person(tell: Tell, day: date | None) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        إيمانويل إيمانويل X nsubj 1 PER
        ماكرون ماكرون X flat 2 PER
        إن إن SCONJ mark 7
        بلاد+ بلاد NOUN nsubj 7
        ه هو PRON nmod 5 Gender=Masc|Number=Sing|Person=3
        ترفض رفض VERB ccomp 1 Aspect=Imp|Gender=Fem|Number=Sing|Person=3
        العقوبات عقوبة NOUN obj 7 Number=Plur""",
        published=day,
    )
    assert story.entity("بلاده").wikidata == "Q142"
    assert story.event("ترفض").agents == (story.entity("بلاده").key,)


def test_definite_noun_takes_up_an_organisation(tell: Tell) -> None:
    story = tell(
        f"""نددت ندد VERB root 0 {DONE_F}
        منظمة منظمة NOUN nsubj 1 Gender=Fem
        حقوقية حقوقي ADJ amod 2
        ب+ ب ADP case 5
        الاعتقالات اعتقال NOUN obl:arg 1 Number=Plur

        دعت دعا VERB root 0 {DONE_F}
        المنظمة منظمة NOUN nsubj 1 Definite=Def|Gender=Fem
        إلى إلى ADP case 4
        التحقيق تحقيق NOUN obl:arg 1"""
    )
    assert story.mentions("المنظمة") == ["منظمة حقوقية", "المنظمة"]
    assert story.entity("المنظمة").kind is EntityKind.ORGANIZATION


def test_indefinite_noun_brings_somebody_new(tell: Tell) -> None:
    story = tell(
        f"""وصل وصل VERB root 0 {DONE}
        وفد وفد NOUN nsubj 1 Definite=Ind|Gender=Masc

        غادر غادر VERB root 0 {DONE}
        وفد وفد NOUN nsubj 1 Definite=Ind|Gender=Masc"""
    )
    assert story.event("وصل").agents != story.event("غادر").agents


def test_two_persons_with_one_first_name_stay_two(tell: Tell) -> None:
    story = tell(
        f"""التقى التقى VERB root 0 {DONE}
        سامر سامر X nsubj 1 PER
        القطان قطان X flat 2 PER
        مع مع ADP case 5
        سامر سامر X obl:arg 1 PER
        الحلواني حلواني X flat 5 PER

        غادر غادر VERB root 0 {DONE}
        الحلواني حلواني X nsubj 1 PER"""
    )
    assert story.mentions("الحلواني") == ["سامر الحلواني", "الحلواني"]
    assert story.mentions("سامر القطان") == ["سامر القطان"]


def test_adviser_of_somebody_is_somebody_else(tell: Tell) -> None:
    story = tell(
        f"""استقال استقال VERB root 0 {DONE}
        مستشار مستشار NOUN nsubj 1 Gender=Masc
        ترامب ترامب X nmod 2 PER

        رحب رحب VERB root 0 {DONE}
        ترامب ترامب X nsubj 1 PER
        ب+ ب ADP case 4
        الاستقالة استقالة NOUN obl:arg 1"""
    )
    trump = story.entity("ترامب")
    assert trump.wikidata == "Q22686"
    assert story.event("رحب").agents == (trump.key,)
    assert trump.key not in (*story.event("استقال").agents, *story.event("استقال").patients)
    assert story.entity("مستشار ترامب").wikidata is None


def test_name_behind_a_prepositional_phrase(tell: Tell) -> None:
    story = tell(
        f"""حذر حذر VERB root 0 {DONE}
        المبعوث مبعوث NOUN nsubj 1 Definite=Def|Gender=Masc
        الأممي أممي ADJ amod 2
        إلى إلى ADP case 5
        ليبيا ليبيا X nmod 2 GPE
        كمال كمال X nmod 2 PER
        البرقاوي برقاوي X flat 6 PER
        من من ADP case 9
        التصعيد تصعيد NOUN obl:arg 1

        أضاف أضاف VERB root 0 {DONE}
        البرقاوي برقاوي X nsubj 1 PER
        أن أن SCONJ mark 4
        ينسحب انسحب VERB ccomp 1 Aspect=Imp|Gender=Masc|Number=Sing|Person=3
        المقاتلون مقاتل NOUN nsubj 4 Number=Plur"""
    )
    assert story.mentions("البرقاوي") == ["المبعوث الأممي", "كمال البرقاوي", "البرقاوي"]
    assert story.entity("البرقاوي").name == "كمال البرقاوي"
    assert story.event("حذر").agents == story.event("أضاف").agents


def test_name_that_hangs_on_the_verb_of_saying_bears_the_title_before_it(tell: Tell) -> None:
    story = tell(
        f"""أوضح أوضح VERB root 0 {DONE}
        المتحدث متحدث NOUN nsubj 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 4
        منطقة منطقة NOUN nmod 2
        القصيم قصيم NOUN nmod 4 GPE
        كمال كمال X nmod 7 PER
        البرقاوي البرقاوي X obl:arg 1 PER
        أن أن SCONJ mark 9
        وصلت وصل VERB ccomp 1 Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act
        الفرق فرقة NOUN nsubj 9 Gender=Fem|Number=Plur"""
    )
    spokesman = story.entity("كمال البرقاوي")
    assert story.event("أوضح").agents == story.event("وصلت").said_by == (spokesman.key,)
    assert spokesman == story.entity("المتحدث")


def test_plural_pronoun_takes_up_people(tell: Tell) -> None:
    story = tell(
        f"""تظاهر تظاهر VERB root 0 {DONE}
        العمال عامل NOUN nsubj 1 Definite=Def|Gender=Masc|Number=Plur
        أمام أمام ADP case 4
        الوزارة وزارة NOUN obl 1 Definite=Def|Gender=Fem

        فرقت+ فرق VERB root 0 {DONE_F}
        هم هم PRON obj 1 Gender=Masc|Number=Plur|Person=3
        الشرطة شرطة NOUN nsubj 1 Gender=Fem"""
    )
    assert story.who("فرقت", "agents") == ["الشرطة"]
    assert story.who("فرقت", "patients") == ["العمال"]


def test_plural_verb_without_subject_goes_on_with_people(tell: Tell) -> None:
    story = tell(
        f"""تظاهر تظاهر VERB root 0 {DONE}
        العمال عامل NOUN nsubj 1 Definite=Def|Gender=Masc|Number=Plur
        أمام أمام ADP case 4
        الوزارة وزارة NOUN obl 1 Definite=Def|Gender=Fem
        و+ و CCONJ cc 6
        هاجموا هاجم VERB parataxis 1 Aspect=Perf|Gender=Masc|Number=Plur|Person=3
        الحراس حارس NOUN obj 6 Number=Plur"""
    )
    assert story.who("هاجموا", "agents") == ["العمال"]


def test_statement_speaks_for_its_owner(tell: Tell) -> None:
    story = tell(
        f"""أفاد أفاد VERB root 0 {DONE}
        بيان بيان NOUN nsubj 1 Gender=Masc
        ل+ ل ADP case 4
        الوزارة وزارة NOUN nmod 2 Definite=Def|Gender=Fem
        بأن أن SCONJ mark 6
        انسحبت انسحب VERB ccomp 1 {DONE_F}
        القوات قوة NOUN nsubj 6 Number=Plur

        أضاف أضاف VERB root 0 {DONE}
        البيان بيان NOUN nsubj 1 Definite=Def|Gender=Masc
        أن أن SCONJ mark 4
        قتل قتل VERB ccomp 1 Aspect=Perf|Gender=Masc|Voice=Pass
        جندي جندي NOUN nsubj:pass 4 Gender=Masc"""
    )
    assert story.who("انسحبت", "said_by") == ["الوزارة"]
    assert story.who("قتل", "said_by") == ["الوزارة"]


@pytest.mark.parametrize(
    ("name", "label", "kind", "qid"),
    [
        ("مصر", "GPE", EntityKind.COUNTRY, "Q79"),
        ("القاهرة", "GPE", EntityKind.CITY, "Q85"),
        ("الناتو", "ORG", EntityKind.ORGANIZATION, "Q7184"),
        ("بوتين", "PER", EntityKind.PERSON, "Q7747"),
        ("زرنوقية", "GPE", EntityKind.CITY, None),
        ("خرفوشة", "LOC", EntityKind.PLACE, None),
    ],
)
def test_links_and_kinds_of_names(
    tell: Tell, name: str, label: str, kind: EntityKind, qid: str | None
) -> None:
    story = tell(f"ضرب ضرب VERB root 0 {DONE}\nالزلزال زلزال NOUN nsubj 1\n{name} {name} X obj 1 {label}")
    assert (story.entity(name).kind, story.entity(name).wikidata) == (kind, qid)


def test_unlinked_person_has_a_romanised_name(tell: Tell) -> None:
    story = tell(
        f"""وصل وصل VERB root 0 {DONE}
        سامر سامر X nsubj 1 PER
        القطان قطان X flat 2 PER"""
    )
    man = story.entity("سامر القطان")
    assert man.wikidata is None
    assert man.confidence is None
    assert man.name_en
    assert man.name_en.isascii()


def test_capital_by_its_nation(tell: Tell) -> None:
    story = tell(
        f"""وصل وصل VERB root 0 {DONE}
        الوفد وفد NOUN nsubj 1 Definite=Def
        إلى إلى ADP case 4
        العاصمة عاصمة NOUN obl:arg 1 Definite=Def|Gender=Fem
        الأوكرانية أوكراني ADJ amod 4"""
    )
    assert story.entity("العاصمة الأوكرانية").wikidata == "Q1899"


def test_title_with_a_definite_genitive_is_the_same_man(tell: Tell) -> None:
    story = tell(
        f"""التقى التقى VERB root 0 {DONE}
        وزير وزير NOUN nsubj 1 Gender=Masc
        الدفاع دفاع NOUN nmod 2
        وزير وزير NOUN obj 1 Gender=Masc
        الداخلية داخلية NOUN nmod 4

        قال قال VERB root 0 {DONE}
        وزير وزير NOUN nsubj 1 Gender=Masc
        الدفاع دفاع NOUN nmod 2
        إن إن SCONJ mark 6
        الجيش جيش NOUN nsubj 6
        ينسحب انسحب VERB ccomp 1 Aspect=Imp|Gender=Masc|Number=Sing|Person=3"""
    )
    assert story.event("قال").agents == story.event("التقى").agents
    assert story.mentions("وزير الداخلية") == ["وزير الداخلية"]


def test_one_is_none_of_many_in_particular(tell: Tell) -> None:
    story = tell(
        f"""نددت ندد VERB root 0 {DONE_F}
        منظمات منظمة NOUN nsubj 1 Gender=Fem|Number=Plur
        ب+ ب ADP case 4
        القصف قصف NOUN obl:arg 1

        غادرت غادر VERB root 0 {DONE_F}
        المنظمة منظمة NOUN nsubj 1 Definite=Def|Gender=Fem|Number=Sing"""
    )
    assert story.mentions("المنظمة") == ["المنظمة"]


def test_opposition_is_a_body_not_a_lady(tell: Tell) -> None:
    story = tell(
        f"""انسحبت انسحب VERB root 0 {DONE_F}
        المعارضة معارضة NOUN nsubj 1 Definite=Def|Gender=Fem"""
    )
    assert story.entity("المعارضة").kind is EntityKind.ORGANIZATION


def test_relative_of_somebody_is_somebody_else_even_when_tagged_as_his_name(tell: Tell) -> None:
    story = tell(
        f"""وصل وصل VERB root 0 {DONE}
        سامي سامي X nsubj 1 PER
        الحداد الحداد X nmod 2 PER

        التقى التقى VERB root 0 {DONE}
        نسيب نسيب X nsubj 1 PER
        سامي سامي X nmod 4 PER
        الحداد الحداد X nmod 2 PER
        الوفد وفد NOUN obj 1 Definite=Def|Gender=Masc"""
    )
    (agent,) = story.event("التقى").agents
    assert agent not in story.event("وصل").agents


def test_a_quotation_mark_alone_as_a_name_does_no_harm(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        » » PUNCT nsubj 1 PER"""
    )
    assert story.event("قال").type == "SAY"


# --- forms of address ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["سموه", "معاليه", "جلالته"])
def test_form_of_address_is_who_was_named_last(tell: Tell, address: str) -> None:
    story = tell(
        f"""التقى التقى VERB root 0 {DONE}
        الأمير أمير NOUN nsubj 1 Definite=Def|Gender=Masc
        سامي سامي X nmod 2 PER
        الحداد حداد X flat 3 PER
        الوفد وفد NOUN obj 1 Definite=Def|Gender=Masc

        حذر حذر VERB root 0 {DONE}
        {address} {address} NOUN nsubj 1 Gender=Masc
        من من ADP case 4
        التصعيد تصعيد NOUN obl:arg 1"""
    )
    assert story.event("حذر").agents == story.event("التقى").agents
    assert story.mentions(address) == ["الأمير سامي الحداد", address]


def test_form_of_address_prefers_a_bearer_of_a_title(tell: Tell) -> None:
    story = tell(
        f"""استقبل استقبل VERB root 0 {DONE}
        الأمير أمير NOUN nsubj 1 Definite=Def|Gender=Masc
        سامي سامي X nmod 2 PER
        الحداد حداد X flat 3 PER
        نادر نادر X obj 1 PER
        القطان قطان X flat 5 PER

        حذر حذر VERB root 0 {DONE}
        سموه سموه NOUN nsubj 1 Gender=Masc
        من من ADP case 4
        التصعيد تصعيد NOUN obl:arg 1"""
    )
    assert story.event("حذر").agents == story.event("استقبل").agents


# --- countries -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "one"),
    [
        ("البلاد بلاد NOUN obj 1 Definite=Def|Gender=Fem|Number=Plur", True),
        ("كل كل NOUN obj 1\nالبلاد بلاد NOUN nmod 2 Definite=Def|Gender=Fem|Number=Plur", True),
        (
            "الدول دولة NOUN obj 1 Definite=Def|Gender=Fem|Number=Plur\nالغربية غربي ADJ amod 2 Definite=Def",
            False,
        ),
        ("الدول دولة NOUN obj 1 Definite=Def|Gender=Fem|Number=Plur", False),
    ],
)
def test_which_words_mean_the_country_spoken_of(tell: Tell, phrase: str, one: bool) -> None:
    story = tell(
        f"""غادر غادر VERB root 0 {DONE}
        الوفد وفد NOUN nsubj 1 Definite=Def|Gender=Masc
        المغرب المغرب X obj 1 GPE

        هاجم هاجم VERB root 0 {DONE}
        {phrase}
        الجيش جيش NOUN nsubj 1 Definite=Def|Gender=Masc"""
    )
    morocco = story.entity("المغرب").key
    assert (morocco in (*story.event("هاجم").patients, *story.event("هاجم").places)) is one


# --- pronouns ------------------------------------------------------------------------------------------------------


def test_pronoun_does_not_mean_the_phrase_it_stands_in(tell: Tell) -> None:
    """«أطلقت سراحه»: «ه» is not the release."""
    story = tell(
        f"""اعتقلت اعتقل VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Definite=Def|Gender=Fem
        الطبيب طبيب NOUN obj 1 Definite=Def|Gender=Masc

        أطلقت أطلق VERB root 0 {DONE_F}
        سراح+ سراح NOUN obj 1 Gender=Masc
        ه هو PRON nmod 2 Gender=Masc|Number=Sing|Person=3
        المحكمة محكمة NOUN nsubj 1 Definite=Def|Gender=Fem"""
    )
    assert story.who("أطلقت سراح", "patients") == ["الطبيب"]


def test_pronoun_of_harm_means_somebody(tell: Tell) -> None:
    """«اعتقلته»: him, not the paper named after him."""
    story = tell(
        f"""قرأ قرأ VERB root 0 {DONE}
        الكاتب كاتب NOUN nsubj 1 Definite=Def|Gender=Masc
        المقال مقال NOUN obj 1 Definite=Def|Gender=Masc

        اعتقلت+ اعتقل VERB root 0 {DONE_F}
        ه هو PRON obj 1 Gender=Masc|Number=Sing|Person=3
        الشرطة شرطة NOUN nsubj 1 Definite=Def|Gender=Fem"""
    )
    assert story.who("اعتقلت", "patients") == ["الكاتب"]


@pytest.mark.parametrize(("form", "found"), [(DONE_F, ["ليلى"]), (DONE, ["سامي"])])
def test_the_verb_tells_whether_a_name_is_a_womans(tell: Tell, form: str, found: list[str]) -> None:
    story = tell(
        f"""وصل وصل VERB root 0 {DONE}
        سامي سامي X nsubj 1 PER

        غادرت غادر VERB root 0 {DONE_F}
        ليلى ليلى X nsubj 1 PER

        افتتح افتتح VERB root 0 {form}
        المعرض معرض NOUN obj 1 Definite=Def|Gender=Masc"""
    )
    assert story.who("افتتح", "agents") == found


def test_who_can_act_is_remembered_wherever_he_stands(tell: Tell) -> None:
    """A pronoun takes up an oblique too: «بحضور الوزير … اعتقلته الشرطة»."""
    story = tell(
        f"""افتتح افتتح VERB root 0 Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Pass
        المعرض معرض NOUN nsubj:pass 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 4
        حضور حضور NOUN obl 1
        الطبيب طبيب NOUN nmod 4 Definite=Def|Gender=Masc

        اعتقلت+ اعتقل VERB root 0 {DONE_F}
        ه هو PRON obj 1 Gender=Masc|Number=Sing|Person=3
        الشرطة شرطة NOUN nsubj 1 Definite=Def|Gender=Fem"""
    )
    assert story.who("اعتقلت", "patients") == ["الطبيب"]


def test_crowd_is_mentioned_with_its_number(tell: Tell) -> None:
    story = tell(
        f"""اعتقلت اعتقل VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Definite=Def|Gender=Fem
        عشرات عشرات NOUN obj 1 Number=Plur
        المحتجين محتج NOUN nmod 3 Definite=Def|Number=Plur"""
    )
    assert story.mentions("عشرات المحتجين") == ["عشرات المحتجين"]


# --- titles --------------------------------------------------------------------------------------------------------


def test_title_of_two_words_belongs_to_the_name(tell: Tell) -> None:
    story = tell(
        f"""وصل وصل VERB root 0 {DONE}
        صاحب صاحب NOUN nsubj 1 Gender=Masc
        السمو سمو NOUN nmod 2 Definite=Def
        سامي سامي X nmod 2 PER
        الحداد حداد X flat 4 PER"""
    )
    (man,) = story.event("وصل").agents
    assert story.entity("صاحب السمو سامي الحداد").key == man
    assert story.entity("صاحب السمو سامي الحداد").kind is EntityKind.PERSON


def test_a_pronoun_on_the_object_means_the_subject(tell: Tell) -> None:
    story = tell(
        """بعثة بعثة NOUN nsubj 4 Gender=Fem
        الاتحاد اتحاد NOUN nmod 1 Definite=Def
        بالصومال الصومال X nmod 2 GPE
        تنفي نفى VERB root 0 Aspect=Imp|Gender=Fem|Number=Sing|Person=3|Voice=Act
        قتل+ قتل NOUN obj 4
        ها هو PRON nmod 5 Gender=Fem|Number=Sing|Person=3
        لمدنيين/مدنيين مدني NOUN nmod 5 Number=Plur"""
    )
    assert [name.split()[0] for name in story.who("قتل", "agents") + story.who("قتل", "patients")][:1] == [
        "بعثة"
    ]
