"""According to whom, on trees written by hand."""

from collections.abc import Callable
from typing import Any

import pytest
from spacy.language import Language

from hadath.extract.extraction import extract_doc
from hadath.extract.records import Article

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
PASSIVE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Pass"


# --- content clauses -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("verb", "opener"), [("قال", "إن"), ("أعلن", "أن"), ("أفاد", "بأن")])
def test_content_clause(tell: Tell, verb: str, opener: str) -> None:
    story = tell(
        f"""{verb} {verb} VERB root 0 {DONE}
        الناطق ناطق NOUN nsubj 1 Definite=Def|Gender=Masc
        {opener} أن SCONJ mark 4
        انسحبت انسحب VERB ccomp 1 {DONE_F}
        القوات قوة NOUN nsubj 4 Gender=Fem|Number=Plur"""
    )
    assert story.who("انسحبت", "said_by") == ["الناطق"]
    assert story.event(verb).contents == (story.event("انسحبت").key,)
    assert story.event(verb).said_by == ()
    assert story.event(verb).asserted
    assert not story.event("انسحبت").asserted


def test_report_goes_on_to_the_end_of_the_sentence(tell: Tell) -> None:
    """The parser hung the second clause on the root: what is said goes on all the same, but not into the next sentence."""
    story = tell(
        f"""أعلن أعلن VERB root 0 {DONE}
        الناطق ناطق NOUN nsubj 1 Definite=Def|Gender=Masc
        أن أن SCONJ mark 4
        انسحبت انسحب VERB ccomp 1 {DONE_F}
        القوات قوة NOUN nsubj 4 Gender=Fem|Number=Plur
        و+ و CCONJ cc 7
        اعتقلت اعتقل VERB conj 1 {DONE_F}
        الشرطة شرطة NOUN nsubj 7 Gender=Fem
        مسلحين مسلح NOUN obj 7 Number=Plur

        هاجم هاجم VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        القرية قرية NOUN obj 1 Gender=Fem"""
    )
    assert story.who("اعتقلت", "said_by") == ["الناطق"]
    assert story.event("هاجم").said_by == ()


def test_second_saying_verb_takes_over(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الناطق ناطق NOUN nsubj 1 Definite=Def|Gender=Masc
        إن إن SCONJ mark 4
        انسحبت انسحب VERB ccomp 1 {DONE_F}
        القوات قوة NOUN nsubj 4 Gender=Fem|Number=Plur
        و+ و CCONJ cc 7
        أكدت أكد VERB conj 1 {DONE_F}
        الوزيرة وزيرة NOUN nsubj 7 Definite=Def|Gender=Fem
        أن أن SCONJ mark 10
        اعتقلت اعتقل VERB ccomp 7 {DONE_F}
        الشرطة شرطة NOUN nsubj 10 Gender=Fem
        مسلحين مسلح NOUN obj 10 Number=Plur"""
    )
    assert story.who("انسحبت", "said_by") == ["الناطق"]
    assert story.who("اعتقلت", "said_by") == ["الوزيرة"]
    assert story.event("أكدت").said_by == ()


def test_report_within_a_report_has_the_nearest_speaker(tell: Tell) -> None:
    story = tell(
        f"""أفاد أفاد VERB root 0 {DONE}
        المراسل مراسل NOUN nsubj 1 Definite=Def|Gender=Masc
        بأن أن SCONJ mark 5
        الوزيرة وزيرة NOUN nsubj 5 Definite=Def|Gender=Fem
        أعلنت أعلن VERB ccomp 1 {DONE_F}
        أن أن SCONJ mark 7
        انسحبت انسحب VERB ccomp 5 {DONE_F}
        القوات قوة NOUN nsubj 7 Gender=Fem|Number=Plur"""
    )
    assert story.who("أعلنت", "said_by") == ["المراسل"]
    assert story.who("انسحبت", "said_by") == ["الوزيرة"]


def test_accompanying_participle_goes_on_with_the_speaker(tell: Tell) -> None:
    story = tell(
        f"""رحب رحب VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 4
        الهدنة هدنة NOUN obl:arg 1
        ، ، PUNCT punct 6
        مؤكدا مؤكد ADJ advcl 1 Case=Acc|Gender=Masc|Number=Sing
        أن أن SCONJ mark 8
        تنسحب انسحب VERB ccomp 6 Aspect=Imp|Gender=Fem|Number=Sing|Person=3
        القوات قوة NOUN nsubj 8 Gender=Fem|Number=Plur"""
    )
    assert story.who("مؤكدا", "agents") == ["الوزير"]
    assert story.who("تنسحب", "said_by") == ["الوزير"]


def test_nobody_reports_himself(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الناطق ناطق NOUN nsubj 1 Definite=Def|Gender=Masc
        إن إن SCONJ mark 4
        انسحبت انسحب VERB ccomp 1 {DONE_F}
        القوات قوة NOUN nsubj 4 Gender=Fem|Number=Plur
        ، ، PUNCT punct 7
        مضيفا مضيف ADJ advcl 1 Case=Acc|Gender=Masc|Number=Sing
        أن أن SCONJ mark 9
        اعتقلت اعتقل VERB ccomp 7 {DONE_F}
        الشرطة شرطة NOUN nsubj 9 Gender=Fem
        مسلحين مسلح NOUN obj 9 Number=Plur"""
    )
    for event in story.extraction.events:
        assert not (event.type == "SAY" and set(event.agents) & set(event.said_by))
    assert story.who("اعتقلت", "said_by") == ["الناطق"]


def test_things_show_but_do_not_speak(tell: Tell) -> None:
    story = tell(
        f"""أكدت أكد VERB root 0 {DONE_F}
        الحرارة حرارة NOUN nsubj 1 Definite=Def|Gender=Fem
        أن أن SCONJ mark 4
        انفجر انفجر VERB ccomp 1 {DONE}
        الصاروخ صاروخ NOUN nsubj 4 Definite=Def|Gender=Masc"""
    )
    assert story.event("انفجر").said_by == ()


# --- quotations ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("opening", "closing"), [("«", "»"), ('"', '"'), ("“", "”")])
def test_quotation_over_two_sentences(tell: Tell, opening: str, closing: str) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الناطق ناطق NOUN nsubj 1 Definite=Def|Gender=Masc
        : : PUNCT punct 1
        {opening}+ {opening} PUNCT punct 5
        انسحبت انسحب VERB ccomp 1 {DONE_F}
        القوات قوة NOUN nsubj 5 Gender=Fem|Number=Plur
        . . PUNCT punct 1

        اعتقلت اعتقل VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Gender=Fem
        مسلحين مسلح NOUN obj 1 Number=Plur
        {closing} {closing} PUNCT punct 1
        . . PUNCT punct 1

        هاجم هاجم VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        القرية قرية NOUN obj 1 Gender=Fem"""
    )
    assert story.who("انسحبت", "said_by") == ["الناطق"]
    assert story.who("اعتقلت", "said_by") == ["الناطق"]
    assert story.event("هاجم").said_by == ()


def test_quoted_words_without_a_speaker_have_none(tell: Tell) -> None:
    story = tell(
        f"""« « PUNCT punct 2
        هاجم هاجم VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 2 Gender=Masc
        القرية قرية NOUN obj 2 Gender=Fem
        » » PUNCT punct 2"""
    )
    assert story.event("هاجم").said_by == ()


def test_speaker_whom_a_paper_quotes(tell: Tell) -> None:
    story = tell(
        f"""نقلت نقل VERB root 0 {DONE_F}
        الصحيفة صحيفة NOUN nsubj 1 Definite=Def|Gender=Fem
        عن عن ADP case 4
        الوزير وزير NOUN obl:arg 1 Definite=Def|Gender=Masc
        قول+ قول NOUN obj 1
        ه هو PRON nmod 5 Gender=Masc|Number=Sing|Person=3
        إن إن SCONJ mark 9
        الجيش جيش NOUN nsubj 9 Gender=Masc
        انسحب انسحب VERB ccomp 5 {DONE}"""
    )
    assert story.who("قول", "agents") == ["الوزير"]
    assert story.who("انسحب", "said_by") == ["الوزير"]


def test_report_ends_with_its_quotation(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        : : PUNCT punct 1
        «+ « PUNCT punct 5
        انسحبت انسحب VERB ccomp 1 {DONE_F}
        القوات قوة NOUN nsubj 5 Gender=Fem|Number=Plur
        » » PUNCT punct 5
        ، ، PUNCT punct 10
        فيما فيما SCONJ mark 10
        هاجم هاجم VERB advcl 1 {DONE}
        الجيش جيش NOUN nsubj 10 Gender=Masc
        القرية قرية NOUN obj 10 Gender=Fem"""
    )
    assert story.who("انسحبت", "said_by") == ["الوزير"]
    assert story.event("هاجم").said_by == ()


def test_speaker_behind_the_quotation(tell: Tell) -> None:
    story = tell(
        f"""«+ « PUNCT punct 2
        سننسحب انسحب VERB root 0 Aspect=Imp|Number=Plur|Person=1
        قريبا قريبا ADV advmod 2
        » » PUNCT punct 2
        ، ، PUNCT punct 6
        قال قال VERB parataxis 2 {DONE}
        الوزير وزير NOUN nsubj 6 Definite=Def|Gender=Masc"""
    )
    assert story.who("سننسحب", "said_by") == ["الوزير"]


# --- cited sources and headlines -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        ["وفق وفق ADP case 5", "الوكالة وكالة NOUN obl 1 Gender=Fem"],
        ["بحسب بحسب ADP case 5", "الوكالة وكالة NOUN obl 1 Gender=Fem"],
        ["وفقا وفقا ADV advmod 1", "ل+ ل ADP case 6", "الوكالة وكالة NOUN obl 1 Gender=Fem"],
        ["نقلا نقل NOUN advmod 1", "عن عن ADP case 6", "الوكالة وكالة NOUN obl 4 Gender=Fem"],
        [
            "كما كما SCONJ mark 5",
            f"أعلنت أعلن VERB advcl 1 {DONE_F}",
            "الوكالة وكالة NOUN nsubj 5 Gender=Fem",
        ],
        [
            "حسبما حسبما SCONJ mark 5",
            f"ذكرت ذكر VERB advcl 1 {DONE_F}",
            "الوكالة وكالة NOUN nsubj 5 Gender=Fem",
        ],
        [
            "وفقا وفقا ADV advmod 1",
            "ل+ ل ADP fixed 4",
            "ما ما DET obl 1",
            f"ذكرت+ ذكر VERB acl 6 {DONE_F}",
            "ه هو PRON obj 7",
            "الوكالة وكالة NOUN nsubj 7 Gender=Fem",
        ],
    ],
)
def test_cited_source(tell: Tell, source: list[str]) -> None:
    clause = [
        f"هاجم هاجم VERB root 0 {DONE}",
        "الجيش جيش NOUN nsubj 1 Gender=Masc",
        "القرية قرية NOUN obj 1 Gender=Fem",
    ]
    story = tell("\n".join([*clause, *source]))
    assert story.who("هاجم", "said_by") == ["الوكالة"]
    assert story.who("هاجم", "agents") == ["الجيش"]


def test_cited_source_of_one_sentence_only(tell: Tell) -> None:
    story = tell(
        f"""هاجم هاجم VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        القرية قرية NOUN obj 1 Gender=Fem
        وفق وفق ADP case 5
        الوكالة وكالة NOUN obl 1 Gender=Fem

        انسحبت انسحب VERB root 0 {DONE_F}
        القوات قوة NOUN nsubj 1 Gender=Fem|Number=Plur"""
    )
    assert story.event("انسحبت").said_by == ()


def test_described_source(tell: Tell) -> None:
    """A source who did not want to be named refuses, and it is he who says the rest."""
    story = tell(
        f"""هاجم هاجم VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        القرية قرية NOUN obj 1 Gender=Fem
        بحسب بحسب ADP case 5
        مصدر مصدر NOUN obl 1 Definite=Ind|Gender=Masc
        رفض رفض VERB acl 5 {DONE}
        الكشف كشف NOUN obj 6
        عن عن ADP case 9
        اسم+ اسم NOUN obl:arg 7
        ه هو PRON nmod 9 Gender=Masc"""
    )
    assert story.who("هاجم", "said_by") == ["مصدر"]
    assert story.who("رفض", "agents") == ["مصدر"]
    assert "مصدر" not in story.who("رفض", "said_by")


def test_headline_with_a_name_and_a_colon(tell: Tell) -> None:
    story = tell(
        f"""ماكرون ماكرون X root 0 PER
        : : PUNCT punct 1
        سنهاجم هاجم VERB parataxis 1 Aspect=Imp|Number=Plur|Person=1
        المهربين مهرب NOUN obj 3 Number=Plur

        هاجم هاجم VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        القرية قرية NOUN obj 1 Gender=Fem"""
    )
    assert story.who("سنهاجم", "said_by") == ["ماكرون"]
    assert story.event("هاجم").said_by == ()


@pytest.mark.parametrize(
    "head", ["مسؤول مسؤول NOUN root 0 Gender=Masc", "مصادر مصدر NOUN root 0 Number=Plur"]
)
def test_headline_of_somebody_without_a_name(tell: Tell, head: str) -> None:
    story = tell(
        f"""{head}
        : : PUNCT punct 1
        هاجم هاجم VERB parataxis 1 {DONE}
        الجيش جيش NOUN nsubj 3 Gender=Masc
        القرية قرية NOUN obj 3 Gender=Fem"""
    )
    assert story.who("هاجم", "said_by") == [head.split()[0]]


def test_a_statement_speaks_for_who_said_something_in_it(tell: Tell) -> None:
    story = tell(
        f"""قالت قال VERB root 0 {DONE_F}
        الوزارة وزارة NOUN nsubj 1 Definite=Def|Gender=Fem
        في في ADP case 4
        بيان بيان NOUN obl 1 Gender=Masc
        إن أن SCONJ mark 6
        غادر غادر VERB ccomp 1 {DONE}
        الوفد وفد NOUN nsubj 6 Gender=Masc

        أضاف أضاف VERB root 0 {DONE}
        البيان بيان NOUN nsubj 1 Definite=Def|Gender=Masc
        أن أن SCONJ mark 4
        هاجم هاجم VERB ccomp 1 {DONE}
        الجيش جيش NOUN nsubj 4 Gender=Masc
        القرية قرية NOUN obj 4 Gender=Fem"""
    )
    assert story.who("هاجم", "said_by") == ["الوزارة"]


def test_who_denies_accusations_did_not_make_them(tell: Tell) -> None:
    story = tell(
        f"""نفت نفى VERB root 0 {DONE_F}
        الشركة شركة NOUN nsubj 1 Definite=Def|Gender=Fem
        الاتهامات اتهام NOUN obj 1 Definite=Def|Number=Plur"""
    )
    assert story.event("الاتهامات").said_by == ()


@pytest.mark.parametrize(
    "head",
    ["عاجل عاجل ADJ root 0", "فيديو فيديو X root 0", "2021 2021 NUM root 0", "الهجوم هجوم NOUN root 0"],
)
def test_headline_with_a_colon_but_no_speaker(tell: Tell, head: str) -> None:
    story = tell(
        f"""{head}
        : : PUNCT punct 1
        هاجم هاجم VERB parataxis 1 {DONE}
        الجيش جيش NOUN nsubj 3 Gender=Masc
        القرية قرية NOUN obj 3 Gender=Fem"""
    )
    assert story.event("هاجم").said_by == ()


def test_an_accusation_that_a_source_reports_is_the_source_s_claim(tell: Tell) -> None:
    story = tell(
        f"""وفق وفق ADP case 2
        الوزارة وزارة NOUN obl 4 Definite=Def|Gender=Fem
        ، ، PUNCT punct 2
        اتهم اتهم VERB root 0 {DONE}
        الاتحاد اتحاد NOUN nsubj 4 Definite=Def|Gender=Masc
        الشركة شركة NOUN obj 4 Definite=Def|Gender=Fem"""
    )
    assert story.event("اتهم").said_by == (story.entity("الوزارة").key,)


# --- what belongs to a report, and what does not -------------------------------------------------------------------


def test_clause_of_time_is_no_content(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        بعد بعد ADP mark 5
        أن أن SCONJ mark 5
        هاجم هاجم VERB advcl 1 {DONE}
        الجيش جيش NOUN nsubj 5 Gender=Masc
        القرية قرية NOUN obj 5 Gender=Fem
        إن إن SCONJ mark 9
        انسحبت انسحب VERB ccomp 1 {DONE_F}
        القوات قوة NOUN nsubj 9 Gender=Fem|Number=Plur"""
    )
    assert story.who("انسحبت", "said_by") == ["الوزير"]
    assert story.event("هاجم").said_by == ()


def test_what_happened_before_an_announcement_is_not_announced(tell: Tell) -> None:
    story = tell(
        f"""أعلنت أعلن VERB root 0 {DONE_F}
        الحكومة حكومة NOUN nsubj 1 Definite=Def|Gender=Fem
        اعتقال اعتقال NOUN obj 1
        المتهم متهم NOUN nmod 3 Gender=Masc
        بعد بعد ADP case 6
        انسحاب انسحاب NOUN obl 3
        الجيش جيش NOUN nmod 6 Gender=Masc"""
    )
    assert story.who("اعتقال", "said_by") == ["الحكومة"]
    assert story.event("انسحاب").said_by == ()


def test_what_others_say_of_the_content_is_theirs(tell: Tell) -> None:
    story = tell(
        f"""أعلنت أعلن VERB root 0 {DONE_F}
        الحكومة حكومة NOUN nsubj 1 Definite=Def|Gender=Fem
        اعتقال اعتقال NOUN obj 1
        رجل رجل NOUN nmod 3 Gender=Masc
        طالبت طالب VERB acl 4 {DONE_F}
        الوزيرة وزيرة NOUN nsubj 5 Definite=Def|Gender=Fem
        ب+ ب ADP case 8
        محاكمت+ محاكمة NOUN obl:arg 5
        ه هو PRON nmod 8 Gender=Masc|Number=Sing|Person=3"""
    )
    assert story.who("اعتقال", "said_by") == ["الحكومة"]
    assert story.event("طالبت").said_by == ()


def test_a_demand_claims_nothing_about_whom_it_concerns(tell: Tell) -> None:
    story = tell(
        f"""طالب طالب VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 4
        اعتقال اعتقال NOUN obl:arg 1
        الرجل رجل NOUN nmod 4 Gender=Masc
        الذي الذي DET nsubj 7
        هاجم هاجم VERB acl:relcl 5 {DONE}
        القرية قرية NOUN obj 7 Gender=Fem"""
    )
    assert story.who("اعتقال", "said_by") == ["الوزير"]
    assert story.event("هاجم").said_by == ()


@pytest.mark.parametrize("turn", ["فيما", "بينما"])
def test_the_article_comes_back(tell: Tell, turn: str) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        إن إن SCONJ mark 4
        انسحبت انسحب VERB ccomp 1 {DONE_F}
        القوات قوة NOUN nsubj 4 Gender=Fem|Number=Plur
        ، ، PUNCT punct 8
        {turn} {turn} SCONJ mark 8
        هاجم هاجم VERB advcl 1 {DONE}
        الجيش جيش NOUN nsubj 8 Gender=Masc
        القرية قرية NOUN obj 8 Gender=Fem"""
    )
    assert story.who("انسحبت", "said_by") == ["الوزير"]
    assert story.event("هاجم").said_by == ()


def test_colon_at_the_end_announces_the_paragraph(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        : : PUNCT punct 1

        انسحبت انسحب VERB root 0 {DONE_F}
        القوات قوة NOUN nsubj 1 Gender=Fem|Number=Plur"""
    )
    assert story.who("انسحبت", "said_by") == ["الوزير"]


@pytest.mark.parametrize(("verb", "preposition"), [("وافق", "على"), ("أمر", "ب")])
def test_agreements_and_orders_are_acts_and_no_claims(tell: Tell, verb: str, preposition: str) -> None:
    story = tell(
        f"""{verb} {verb} VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        {preposition} {preposition} ADP case 4
        اعتقال اعتقال NOUN obl:arg 1
        المتهم متهم NOUN nmod 4 Gender=Masc"""
    )
    assert story.event("اعتقال").said_by == ()


def test_what_somebody_hopes_for_is_his_wish(tell: Tell) -> None:
    story = tell(
        """يأمل أمل VERB root 0 Aspect=Imp|Gender=Masc|Number=Sing|Person=3|Voice=Act
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        في في ADP case 4
        اعتقال اعتقال NOUN obl:arg 1
        المتهم متهم NOUN nmod 4 Gender=Masc"""
    )
    assert story.event("يأمل").type == "REQUEST"
    assert story.event("اعتقال").modality == "possible"
    assert story.who("اعتقال", "said_by") == ["الوزير"]


# --- who speaks ----------------------------------------------------------------------------------------------------


def test_participle_behind_a_quotation_goes_on_with_its_speaker(tell: Tell) -> None:
    """The parser hung «متهما» on the last words of the quotation."""
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        : : PUNCT punct 1
        «+ « PUNCT punct 5
        انسحبت انسحب VERB ccomp 1 {DONE_F}
        القوات قوة NOUN nsubj 5 Gender=Fem|Number=Plur
        » » PUNCT punct 5
        ، ، PUNCT punct 9
        متهما متهم ADJ xcomp 5 Case=Acc|Gender=Masc|Number=Sing
        الجيش جيش NOUN obj 9 Gender=Masc
        ب+ ب ADP case 12
        اعتقال اعتقال NOUN obl:arg 9
        القرية قرية NOUN nmod 12 Gender=Fem"""
    )
    assert story.who("متهما", "agents") == ["الوزير"]
    assert story.who("اعتقال", "said_by") == ["الوزير"]


def test_speaker_goes_on_behind_the_quotation(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        : : PUNCT punct 1
        «+ « PUNCT punct 5
        انسحبت انسحب VERB ccomp 1 {DONE_F}
        القوات قوة NOUN nsubj 5 Gender=Fem|Number=Plur
        » » PUNCT punct 5
        ، ، PUNCT punct 11
        لكن+ لكن CCONJ cc 11
        ه هو PRON nsubj 11 Gender=Masc|Number=Sing|Person=3
        أكد أكد VERB conj 1 {DONE}
        أن أن SCONJ mark 13
        اعتقلت اعتقل VERB ccomp 11 {DONE_F}
        الشرطة شرطة NOUN nsubj 13 Gender=Fem
        مسلحين مسلح NOUN obj 13 Number=Plur"""
    )
    assert story.who("أكد", "agents") == ["الوزير"]
    assert story.event("أكد").said_by == ()
    assert story.who("اعتقلت", "said_by") == ["الوزير"]


def test_announcement_without_anybody_is_a_passive(tell: Tell) -> None:
    story = tell(
        f"""هاجم هاجم VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Definite=Def|Gender=Masc
        القرية قرية NOUN obj 1 Gender=Fem

        أعلن أعلن VERB root 0 {DONE}
        عن عن ADP case 3
        اعتقال اعتقال NOUN obl:arg 1
        المتهم متهم NOUN nmod 3 Gender=Masc"""
    )
    assert story.event("أعلن").agents == ()
    assert story.event("اعتقال").said_by == ()
    assert not story.event("هاجم").said_by


@pytest.mark.parametrize(("verb", "speaks"), [("قال", True), ("أظهر", False)])
def test_only_somebody_says(tell: Tell, verb: str, *, speaks: bool) -> None:
    """A subject of unknown kind is somebody when things cannot do what the verb says."""
    story = tell(
        f"""{verb} {verb} VERB root 0 {DONE}
        الجار جار NOUN nsubj 1 Definite=Def|Gender=Masc
        أن أن SCONJ mark 4
        انسحبت انسحب VERB ccomp 1 {DONE_F}
        القوات قوة NOUN nsubj 4 Gender=Fem|Number=Plur"""
    )
    assert bool(story.event("انسحبت").said_by) is speaks


def test_who_does_not_say_is_no_speaker_but_who_tells_of_it_is(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الناطق ناطق NOUN nsubj 1 Definite=Def|Gender=Masc
        إن إن SCONJ mark 6
        الحكومة حكومة NOUN nsubj 6 Definite=Def|Gender=Fem
        لم لم PART advmod 6
        تعلن أعلن VERB ccomp 1 Aspect=Imp|Gender=Fem|Number=Sing|Person=3
        اعتقال اعتقال NOUN obj 6
        المتهم متهم NOUN nmod 7 Gender=Masc"""
    )
    assert story.who("اعتقال", "said_by") == ["الناطق"]


def test_what_somebody_will_do_by_speaking_is_his_claim(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        إن+ إن SCONJ mark 6
        ه هو PRON nsubj 6 Gender=Masc|Number=Sing|Person=3
        س+ س AUX aux 6
        يدين أدان VERB ccomp 1 Aspect=Imp|Gender=Masc|Number=Sing|Person=3
        الهجوم هجوم NOUN obj 6 Gender=Masc"""
    )
    assert story.who("يدين", "agents") == ["الوزير"]
    assert story.who("يدين", "said_by") == ["الوزير"]


def test_source_that_stands_for_the_sentence_before(tell: Tell) -> None:
    story = tell(
        f"""هاجم هاجم VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        القرية قرية NOUN obj 1 Gender=Fem
        . . PUNCT punct 1

        بحسب بحسب ADP case 2
        الوزارة وزارة NOUN root 0 Definite=Def|Gender=Fem
        . . PUNCT punct 2"""
    )
    assert story.who("هاجم", "said_by") == ["الوزارة"]


def test_source_is_whoever_said_so(tell: Tell) -> None:
    story = tell(
        f"""المتظاهرون متظاهر NOUN nsubj 2 Gender=Masc|Number=Plur
        غادروا غادر VERB root 0 Aspect=Perf|Gender=Masc|Number=Plur|Person=3|Voice=Act
        ، ، PUNCT punct 2
        و+ و CCONJ cc 6
        قد قد AUX aux 6
        هاجم هاجم VERB conj 2 {DONE}
        الجيش جيش NOUN nsubj 6 Gender=Masc
        القرية قرية NOUN obj 6 Gender=Fem
        ، ، PUNCT punct 11
        بحسب بحسب ADP case 11
        ما ما DET obl 6
        قالوا قال VERB acl 11 Aspect=Perf|Gender=Masc|Number=Plur|Person=3|Voice=Act"""
    )
    assert story.who("هاجم", "said_by") == ["المتظاهرون"]
    assert story.event("قالوا").said_by == ()


def test_two_cited_sources(tell: Tell) -> None:
    story = tell(
        f"""هاجم هاجم VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        القرية قرية NOUN obj 1 Gender=Fem
        بحسب بحسب ADP case 5
        الوزير وزير NOUN obl 1 Definite=Def|Gender=Masc
        و+ و CCONJ cc 7
        المعارضة معارضة NOUN conj 5 Definite=Def|Gender=Fem"""
    )
    assert story.who("هاجم", "said_by") == ["الوزير", "المعارضة"]


@pytest.mark.parametrize(("particle", "said"), [("لن لن PART advmod 4", True), ("أمس أمس NOUN obl 4", False)])
def test_country_before_a_colon(tell: Tell, particle: str, *, said: bool) -> None:
    """A country speaks when it promises or denies; else the headline tells where it happened."""
    story = tell(
        f"""فرنسا فرنسا X root 0 GPE
        : : PUNCT punct 1
        {particle}
        تهاجم هاجم VERB parataxis 1 Aspect=Imp|Gender=Fem|Number=Sing|Person=3
        القوات قوة NOUN nsubj 4 Gender=Fem|Number=Plur
        القرية قرية NOUN obj 4 Gender=Fem"""
    )
    assert bool(story.event("تهاجم").said_by) is said


@pytest.mark.parametrize(("quoted", "said"), [('"أمراء"', False), ('"أمراء التنظيم المتطرف الأربعة"', True)])
def test_a_word_in_quotation_marks_is_no_quotation(tell: Tell, quoted: str, *, said: bool) -> None:
    """«تركيا: اعتقال "أمراء"» tells where; a quotation of some words is what the state says."""
    words = quoted.strip('"').split()
    tree = [
        "تركيا تركيا X root 0 GPE",
        ": : PUNCT punct 1",
        "اعتقال اعتقال NOUN parataxis 1",
        '"+ " PUNCT punct 5',
        *(f"{word} {word} NOUN nmod 3" for word in words[:-1]),
        f"{words[-1]}+ {words[-1]} NOUN nmod 3",
        '" " PUNCT punct 3',
    ]
    assert bool(tell("\n".join(tree)).event("اعتقال").said_by) is said


# --- how far a citation reaches ------------------------------------------------------------------------------------


def test_citation_that_opens_a_clause_says_nothing_before_it(tell: Tell) -> None:
    story = tell(
        f"""هاجم هاجم VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        القرية قرية NOUN obj 1 Gender=Fem
        ، ، PUNCT punct 9
        و+ و CCONJ cc 9
        وفق وفق ADP case 7
        الوكالة وكالة NOUN obl 9 Gender=Fem
        فقد قد PART advmod 9
        انسحبت انسحب VERB conj 1 {DONE_F}
        القوات قوة NOUN nsubj 9 Gender=Fem|Number=Plur"""
    )
    assert story.event("هاجم").said_by == ()
    assert story.who("انسحبت", "said_by") == ["الوكالة"]


@pytest.mark.parametrize(
    "turn",
    [["فيما فيما SCONJ mark 7"], ["، ، PUNCT punct 8", "ما ما DET nsubj 8"]],
)
def test_what_the_paper_adds_behind_a_citation(tell: Tell, turn: list[str]) -> None:
    at = 6 + len(turn)
    story = tell(
        "\n".join(
            [
                f"هاجم هاجم VERB root 0 {DONE}",
                "الجيش جيش NOUN nsubj 1 Gender=Masc",
                "القرية قرية NOUN obj 1 Gender=Fem",
                "وفق وفق ADP case 5",
                "الوكالة وكالة NOUN obl 1 Gender=Fem",
                *turn,
                f"دمر دمر VERB advcl 1 {DONE}",
                f"المنازل منزل NOUN obj {at} Number=Plur",
            ]
        )
    )
    assert story.who("هاجم", "said_by") == ["الوكالة"]
    assert story.event("دمر").said_by == ()


def test_clause_without_what_is_no_report_of_a_citing_verb(tell: Tell) -> None:
    """«كما أعلنت الوكالة، من دون أن …» cites the agency for what stands before."""
    story = tell(
        f"""هاجم هاجم VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        القرية قرية NOUN obj 1 Gender=Fem
        كما كما SCONJ mark 5
        أعلنت أعلن VERB advcl 1 {DONE_F}
        الوكالة وكالة NOUN nsubj 5 Gender=Fem
        ، ، PUNCT punct 11
        من من ADP mark 11
        دون دون NOUN fixed 8
        أن أن SCONJ mark 11
        ينسحب انسحب VERB advcl 5 Aspect=Imp|Gender=Masc|Number=Sing|Person=3"""
    )
    assert story.who("هاجم", "said_by") == ["الوكالة"]


def test_object_something_is_said_about_is_not_reported(tell: Tell) -> None:
    story = tell(
        f"""وصف وصف VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        الهجوم هجوم NOUN obj 1
        ب+ ب ADP case 6
        أن أن SCONJ mark 6
        استهدف استهدف VERB ccomp 1 {DONE}
        القرية قرية NOUN obj 6 Gender=Fem"""
    )
    assert story.event("الهجوم").said_by == ()
    assert story.who("استهدف", "said_by") == ["الوزير"]


# --- whose words a report passes on --------------------------------------------------------------------------------


def test_relayed_source_goes_on_speaking(tell: Tell) -> None:
    story = tell(
        f"""نقلت نقل VERB root 0 {DONE_F}
        الوكالة وكالة NOUN nsubj 1 Gender=Fem
        عن عن ADP case 4
        الضابط ضابط NOUN obl:arg 1 Definite=Def|Gender=Masc
        أن أن SCONJ mark 6
        انسحبت انسحب VERB ccomp 1 {DONE_F}
        القوات قوة NOUN nsubj 6 Gender=Fem|Number=Plur

        و+ و CCONJ cc 2
        أكد أكد VERB root 0 {DONE}
        أن أن SCONJ mark 4
        اعتقلت اعتقل VERB ccomp 2 {DONE_F}
        الشرطة شرطة NOUN nsubj 4 Gender=Fem
        مسلحين مسلح NOUN obj 4 Number=Plur"""
    )
    assert story.who("أكد", "agents") == ["الضابط"]
    assert story.who("اعتقلت", "said_by") == ["الضابط"]


def test_what_an_agency_relays_is_its_sources_claim(tell: Tell) -> None:
    story = tell(
        f"""نقلت نقل VERB root 0 {DONE_F}
        الوكالة وكالة NOUN nsubj 1 Gender=Fem
        عن عن ADP case 4
        الضابط ضابط NOUN obl:arg 1 Definite=Def|Gender=Masc
        أن أن SCONJ mark 6
        انسحبت انسحب VERB ccomp 1 {DONE_F}
        القوات قوة NOUN nsubj 6 Gender=Fem|Number=Plur"""
    )
    assert story.who("انسحبت", "said_by") == ["الضابط"]


def test_saying_that_is_relayed_is_the_sources(tell: Tell) -> None:
    story = tell(
        f"""نقلت نقل VERB root 0 {DONE_F}
        الوكالة وكالة NOUN nsubj 1 Gender=Fem
        عن عن ADP case 4
        الناطقة ناطق NOUN obl:arg 1 Definite=Def|Gender=Fem
        ب+ ب ADP case 6
        اسم اسم NOUN nmod 4
        الشرطة شرطة NOUN nmod 6 Gender=Fem
        تأكيد+ تأكيد NOUN obj 1
        ها هو PRON nmod 8 Gender=Fem|Number=Sing|Person=3
        أن أن SCONJ mark 11
        انسحبت انسحب VERB ccomp 8 {DONE_F}
        القوات قوة NOUN nsubj 11 Gender=Fem|Number=Plur"""
    )
    assert story.who("انسحبت", "said_by") == ["الناطقة"]


def test_writer_of_a_statement_says_what_follows(tell: Tell) -> None:
    story = tell(
        f"""جاء جاء VERB root 0 {DONE}
        ذلك ذلك DET nsubj 1
        في في ADP case 4
        تدوينة تدوينة NOUN obl 1 Definite=Ind|Gender=Fem
        ل+ ل ADP case 6
        الوزيرة وزيرة NOUN nmod 4 Definite=Def|Gender=Fem
        حيث حيث SCONJ mark 8
        قالت قال VERB advcl 1 {DONE_F}
        إن إن SCONJ mark 10
        انسحبت انسحب VERB ccomp 8 {DONE_F}
        القوات قوة NOUN nsubj 10 Gender=Fem|Number=Plur"""
    )
    assert story.who("انسحبت", "said_by") == ["الوزيرة"]


def test_relative_pronoun_takes_up_the_noun_it_fits(tell: Tell) -> None:
    """«متحدث باسم الشرطة الذي أكد»: the police is feminine."""
    story = tell(
        f"""هاجم هاجم VERB root 0 {DONE}
        المسلح مسلح NOUN nsubj 1 Definite=Def|Gender=Masc|Number=Sing
        الناطق ناطق NOUN obj 1 Definite=Def|Gender=Masc|Number=Sing
        ب+ ب ADP case 5
        اسم اسم NOUN nmod 3 Gender=Masc|Number=Sing
        الشرطة شرطة NOUN nmod 5 Gender=Fem|Number=Sing
        الذي الذي DET nsubj 8 Gender=Masc|Number=Sing|PronType=Rel
        أكد أكد VERB acl:relcl 6 {DONE}
        أن أن SCONJ mark 10
        انسحبت انسحب VERB ccomp 8 {DONE_F}
        القوات قوة NOUN nsubj 10 Gender=Fem|Number=Plur"""
    )
    assert story.who("انسحبت", "said_by") == ["الناطق"]


def test_who_reports_after_a_source_is_not_reported_by_it(tell: Tell) -> None:
    story = tell(
        f"""أفاد أفاد VERB root 0 {DONE}
        مراسلنا مراسل NOUN nsubj 1 Definite=Def
        نقلا نقلا ADV advmod 1
        عن عن ADP case 5
        مصادر مصدر NOUN obl 1 Number=Plur
        بأن أن SCONJ mark 7
        انسحب انسحب VERB ccomp 1 {DONE}
        الجيش جيش NOUN nsubj 7 Definite=Def"""
    )
    assert not story.event("أفاد").said_by
    assert story.event("انسحب").said_by


# --- what is presupposed, and where a report ends ------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["أدان", "استنكر", "انتقد"])
def test_what_is_condemned_has_happened(tell: Tell, verb: str) -> None:
    story = tell(
        f"""{verb} {verb} VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        اعتقال اعتقال NOUN obj 1
        الصحفي صحفي NOUN nmod 3 Definite=Def"""
    )
    assert story.event("اعتقال").said_by == ()


def test_what_a_threat_would_stop_is_there(tell: Tell) -> None:
    story = tell(
        f"""هدد هدد VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 4
        وقف وقف NOUN obl:arg 1
        المحادثات محادثة NOUN nmod 4 Definite=Def"""
    )
    assert story.who("وقف", "said_by") == ["الوزير"]
    assert story.event("المحادثات").said_by == ()


def test_another_speaker_behind_while_is_not_reported(tell: Tell) -> None:
    story = tell(
        f"""قال قال VERB root 0 {DONE}
        اللاعب لاعب NOUN nsubj 1 Definite=Def|Gender=Masc
        إن إن SCONJ mark 4
        انسحب انسحب VERB ccomp 1 {DONE}
        الفريق فريق NOUN nsubj 4 Gender=Masc
        ، ، PUNCT punct 8
        بينما بينما SCONJ mark 8
        أكد أكد VERB advcl 4 {DONE}
        المدرب مدرب NOUN nsubj 8 Definite=Def|Gender=Masc
        عودته عودة NOUN obj 8"""
    )
    assert story.who("انسحب", "said_by") == ["اللاعب"]
    assert story.event("أكد").said_by == ()


def test_only_the_verb_is_quoted(tell: Tell) -> None:
    story = tell(
        f"""الحركة حركة NOUN nsubj 3 Definite=Def|Gender=Fem
        «+ « PUNCT punct 3
        نفت نفى VERB root 0 {DONE_F}
        بشدة+ شدة NOUN obl 3
        » » PUNCT punct 3
        قتل قتل NOUN obj 3
        مدنيين مدني NOUN nmod 6 Number=Plur"""
    )
    assert story.who("قتل", "said_by") == ["الحركة"]
    assert story.event("قتل").negated


def test_a_quotation_goes_on_in_the_next_paragraph(nlp: Language) -> None:
    text = "وقال الوزير: «انسحب الجيش من المدينة».\n«وهاجم المسلحون القرية».\nوغادر الوفد العاصمة."
    events = {e.trigger.text: e for e in extract_doc(Article("test", text), nlp(text)).events}
    assert events["هاجم"].said_by == events["انسحب"].said_by != ()
    assert events["غادر"].said_by == ()


def test_content_behind_a_clause_that_has_no_use_for_it(tell: Tell) -> None:
    story = tell(
        f"""تعهد تعهد VERB root 0 {DONE}
        الزعيم زعيم NOUN nsubj 1 Definite=Def|Gender=Masc
        ل+ ل ADP case 4
        وزراء وزير NOUN obl:arg 1 Number=Plur
        استقبلهم استقبل VERB acl 4 {DONE}
        ب+ ب ADP case 7
        إغلاق إغلاق NOUN obl:arg 5
        الموقع موقع NOUN nmod 7"""
    )
    assert story.who("إغلاق", "said_by") == ["الزعيم"]
    assert story.event("استقبلهم").said_by == ()


# --- who speaks ----------------------------------------------------------------------------------------------------


def test_what_is_said_in_a_statement_is_said_by_its_speaker(tell: Tell) -> None:
    story = tell(
        f"""أدلى أدلى VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 4
        تصريحات تصريح NOUN obl:arg 1 Gender=Fem|Number=Plur
        ل+ ل ADP case 6
        القناة قناة NOUN obl 1 Definite=Def|Gender=Fem
        ادعى ادعى VERB acl 6 {DONE}
        في+ في ADP case 9
        ها هو PRON obl 7 Gender=Fem
        أن أن SCONJ mark 11
        انسحب انسحب VERB ccomp 7 {DONE}
        الجيش جيش NOUN nsubj 11 Gender=Masc"""
    )
    assert story.who("انسحب", "said_by") == ["الوزير"]


def test_who_does_something_by_saying(tell: Tell) -> None:
    story = tell(
        f"""اكتفى اكتفى VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Definite=Def|Gender=Masc
        ب+ ب ADP case 4
        القول قول NOUN obl:arg 1
        إن إن SCONJ mark 6
        انسحب انسحب VERB ccomp 4 {DONE}
        الجيش جيش NOUN nsubj 6 Gender=Masc"""
    )
    assert story.who("انسحب", "said_by") == ["الوزير"]


def test_only_people_are_the_subject_of_a_masculine_plural(tell: Tell) -> None:
    """Whoever the unknown noun stands for, «مضيفين» is said of people."""
    story = tell(
        f"""انتقد انتقد VERB root 0 {DONE}
        معرضون معرض NOUN nsubj 1 Gender=Masc|Number=Plur
        القانون قانون NOUN obj 1
        ، ، PUNCT punct 5
        مضيفين مضيف ADJ xcomp 1 Gender=Masc|Number=Plur
        أن أن SCONJ mark 7
        انسحب انسحب VERB ccomp 5 {DONE}
        الجيش جيش NOUN nsubj 7 Gender=Masc"""
    )
    assert story.who("انسحب", "said_by") == ["معرضون"]


def test_who_had_said_it_before(tell: Tell) -> None:
    story = tell(
        f"""سبق سبق VERB root 0 {DONE}
        ل+ ل ADP case 3
        الوزير وزير NOUN obl:arg 1 Definite=Def|Gender=Masc
        أن أن SCONJ mark 5
        قال قال VERB csubj 1 {DONE}
        إن إن SCONJ mark 7
        انسحب انسحب VERB ccomp 5 {DONE}
        الجيش جيش NOUN nsubj 7 Gender=Masc"""
    )
    assert story.who("انسحب", "said_by") == ["الوزير"]


def test_a_source_does_not_know_what_only_dates_an_event(tell: Tell) -> None:
    story = tell(
        f"""ضربت ضرب VERB root 0 {DONE_F}
        هزة هزة NOUN nsubj 1 Gender=Fem
        الجزيرة جزيرة NOUN obj 1 Gender=Fem
        بعد بعد ADP case 5
        زلزال زلزال NOUN obl 1 Gender=Masc
        قتل قتل VERB acl 5 {DONE}
        مدنيين مدني NOUN obj 6 Number=Plur
        ، ، PUNCT punct 10
        وفق وفق ADP case 10
        الوزارة وزارة NOUN obl 1 Definite=Def|Gender=Fem"""
    )
    assert story.who("ضربت", "said_by") == ["الوزارة"]
    assert story.event("قتل").said_by == ()


def test_what_stands_in_a_report_is_no_citation(tell: Tell) -> None:
    story = tell(
        f"""قصف قصف VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        القرية قرية NOUN obj 1 Gender=Fem
        على على ADP case 5
        ضوء ضوء NOUN obl 1
        ما ما DET nmod 5
        ورد ورد VERB acl 6 {DONE}
        في في ADP case 9
        التقرير تقرير NOUN obl 7 Definite=Def|Gender=Masc"""
    )
    assert story.event("قصف").said_by == ()


@pytest.mark.parametrize(("particle", "speaks"), [("لن", True), ("لم", False)])
def test_a_state_before_a_headline_speaks_when_it_promises(
    tell: Tell, particle: str, *, speaks: bool
) -> None:
    story = tell(
        f"""تركيا+ تركيا PROPN parataxis 4 GPE
        : : PUNCT punct 1
        {particle} {particle} PART advmod 4
        ينسحب انسحب VERB root 0 Aspect=Imp|Gender=Masc|Number=Sing|Person=3|Voice=Act
        الجيش جيش NOUN nsubj 4 Gender=Masc"""
    )
    assert bool(story.event("ينسحب").said_by) is speaks
