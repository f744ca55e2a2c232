"""What the parser hung on a subject and belongs to the verb, on trees written by hand."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hadath.extract.mending import mend_trees

DocOf = Callable[[str], Doc]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"


def _tie(doc: Doc, i: int) -> tuple[str, str]:
    """The label of a word and the word it hangs on."""
    return doc[i].dep_, doc[i].head.text


@pytest.mark.parametrize(
    ("verb", "subject", "noun"),
    [
        (f"زار زار VERB root 0 {DONE}", "الوزير وزير", "القاهرة القاهرة X nmod 2 GPE"),
        (f"أدان أدان VERB root 0 {DONE}", "المجلس مجلس", "الهجوم هجوم NOUN nmod 2"),
        (f"اعتقلت اعتقل VERB root 0 {DONE_F}", "الشرطة شرطة", "سامي سامي X nmod 2 PER"),
    ],
)
def test_a_definite_subject_governs_no_genitive(doc_of: DocOf, verb: str, subject: str, noun: str) -> None:
    doc = mend_trees(doc_of(f"{verb}\n{subject} NOUN nsubj 1 Definite=Def\n{noun}"))
    assert _tie(doc, 2) == ("obj", doc[0].text)


@pytest.mark.parametrize(
    ("subject", "noun"),
    [
        ("الرئيس رئيس", "كريم كريم X nmod 2 PER"),  # his name
        ("الوزير وزير", "الخميس خميس NOUN nmod 2"),  # when
        ("المتحدث متحدث", "اسم اسم NOUN nmod 2"),  # whose voice
        ("وزير وزير", "القاهرة القاهرة X nmod 2 GPE"),  # a genitive
    ],
)
def test_names_times_and_genitives_stay_where_they_are(doc_of: DocOf, subject: str, noun: str) -> None:
    doc = mend_trees(doc_of(f"زار زار VERB root 0 {DONE}\n{subject} NOUN nsubj 1\n{noun}"))
    assert _tie(doc, 2)[0] == "nmod"


def test_nothing_is_annexed_behind_an_indefinite_adjective(doc_of: DocOf) -> None:
    doc = mend_trees(
        doc_of(
            f"""أدانت أدان VERB root 0 {DONE_F}
            محكمة محكمة NOUN nsubj 1
            عسكرية عسكري ADJ amod 2
            سامي سامي X nmod 2 PER"""
        )
    )
    assert _tie(doc, 3) == ("obj", "أدانت")


def test_a_person_with_a_name_meets_the_next_office(doc_of: DocOf) -> None:
    doc = mend_trees(
        doc_of(
            f"""التقى التقى VERB root 0 {DONE}
            الوزير وزير NOUN nsubj 1 Definite=Def
            كريم كريم X nmod 2 PER
            الملك ملك NOUN nmod 2 Definite=Def"""
        )
    )
    assert _tie(doc, 2) == ("nmod", "الوزير")
    assert _tie(doc, 3) == ("obj", "التقى")


def test_of_two_objects_the_first_is_the_subject_that_is_missing(doc_of: DocOf) -> None:
    doc = mend_trees(
        doc_of(
            f"""السكان ساكن NOUN root 0 Number=Plur
            الذين الذي DET nsubj 3
            استخدم استخدم VERB acl:relcl 1 {DONE}
            الجيش جيش NOUN obj 3
            ضد ضد ADP case 6
            هم هو PRON obl:arg 3
            القوة قوة NOUN obj 3"""
        )
    )
    assert (doc[3].dep_, doc[6].dep_) == ("nsubj", "obj")


def test_what_a_relative_clause_describes_may_be_its_subject(doc_of: DocOf) -> None:
    doc = mend_trees(
        doc_of(
            f"""الركام ركام NOUN root 0
            الذي الذي DET nsubj 3
            أغلق أغلق VERB acl:relcl 1 {DONE}
            الطريق طريق NOUN obj 3
            أمس أمس NOUN obj 3"""
        )
    )
    assert doc[3].dep_ == "obj"


def test_what_the_verb_asks_for_completes_the_verb(doc_of: DocOf) -> None:
    doc = mend_trees(
        doc_of(
            f"""حكمت حكم VERB root 0 {DONE_F}
            محكمة محكمة NOUN nsubj 1
            على على ADP case 4
            الناشط ناشط NOUN nmod 2"""
        )
    )
    assert _tie(doc, 3) == ("obl:arg", "حكمت")


def test_a_word_with_a_subject_before_it_is_a_verb(doc_of: DocOf) -> None:
    doc = mend_trees(
        doc_of(
            """المحكمة محكمة NOUN nsubj 2
            تأمر تآمر NOUN root 0
            عائلة عائلة NOUN nmod 2"""
        )
    )
    assert (doc[1].pos_, doc[1].lemma_, doc[2].dep_) == ("VERB", "امر", "obj")


@pytest.mark.parametrize(("owner", "label"), [("Fem", "obj"), ("Masc", "nsubj")])
def test_what_belongs_to_the_subject_is_the_object_of_a_joined_verb(
    doc_of: DocOf, owner: str, label: str
) -> None:
    doc = mend_trees(
        doc_of(
            f"""حشدت حشد VERB root 0 {DONE_F}
            الحكومة حكومة NOUN nsubj 1 Definite=Def|Gender=Fem
            الجيش جيش NOUN obj 1
            و+ و CCONJ cc 5
            نشرت نشر VERB conj 1 {DONE_F}
            دبابات دبابة NOUN nsubj 5
            ها هو PRON nmod 6 Gender={owner}"""
        )
    )
    assert doc[5].dep_ == label


@pytest.mark.parametrize(
    ("hearer", "tie"), [("وكالة وكالة", ("obl:arg", "قال")), ("حزب حزب", ("nmod", "شهود"))]
)
def test_a_newsroom_behind_who_speaks_is_told(doc_of: DocOf, hearer: str, tie: tuple[str, str]) -> None:
    doc = mend_trees(
        doc_of(
            f"""قال قال VERB root 0 {DONE}
            شهود شاهد NOUN nsubj 1 Number=Plur
            ل+ ل ADP case 4
            {hearer} NOUN nmod 2"""
        )
    )
    assert _tie(doc, 3) == tie


@pytest.mark.parametrize(("noun", "label"), [("القرية قرية", "obj"), ("الوطني وطني", "amod")])
def test_a_noun_that_does_not_agree_is_no_adjective(doc_of: DocOf, noun: str, label: str) -> None:
    doc = mend_trees(
        doc_of(f"قصف قصف VERB root 0 {DONE}\nالجيش جيش NOUN nsubj 1 Definite=Def\n{noun} NOUN amod 2")
    )
    assert doc[2].dep_ == label


@pytest.mark.parametrize(
    ("subject", "word", "tie"),
    [
        ("الشرطة شرطة NOUN nsubj 1 Gender=Fem|Number=Sing", "المحتجين محتج", ("obj", "NOUN")),
        ("القوات قوة NOUN nsubj 1 Gender=Fem|Number=Plur", "المتظاهرين متظاهر", ("obj", "NOUN")),
        ("مسلحون مسلح NOUN nsubj 1 Gender=Masc|Number=Plur", "المدنيين مدني", ("obj", "NOUN")),
        ("الناشطون ناشط NOUN nsubj 1 Gender=Masc|Number=Plur", "المعتقلين معتقل", ("amod", "ADJ")),
        ("الشرطة شرطة NOUN nsubj 1 Gender=Fem|Number=Sing", "المحلية محلي", ("amod", "ADJ")),
    ],
)
def test_a_plural_of_people_describes_people_only(
    doc_of: DocOf, subject: str, word: str, tie: tuple[str, str]
) -> None:
    doc = mend_trees(
        doc_of(f"فرق فرق VERB root 0 {DONE}\n{subject}\n{word} ADJ amod 2 Gender=Masc|Number=Plur")
    )
    assert (doc[2].dep_, doc[2].pos_) == tie


def test_a_construct_takes_one_genitive(doc_of: DocOf) -> None:
    """«اقتحمت قوات الأمن المدينة»"""
    doc = mend_trees(
        doc_of(
            f"""اقتحمت اقتحم VERB root 0 {DONE_F}
            قوات قوة NOUN nsubj 1 Number=Plur
            الأمن أمن NOUN nmod 2
            المدينة مدينة NOUN nmod 2"""
        )
    )
    assert _tie(doc, 2) == ("nmod", "قوات")
    assert _tie(doc, 3) == ("obj", "اقتحمت")


@pytest.mark.parametrize(
    ("verb", "label"), [(f"هدد هدد VERB root 0 {DONE}", "nsubj"), (f"جعل جعل VERB root 0 {DONE}", "obj")]
)
def test_a_subject_may_stand_behind_adverbials(doc_of: DocOf, verb: str, label: str) -> None:
    """«هدد أمس الجيش إسرائيل»"""
    doc = mend_trees(
        doc_of(
            f"""{verb}
            أمس أمس ADV advmod 1
            الجيش جيش NOUN obj 1 Number=Sing
            إسرائيل إسرائيل X obj 1 GPE"""
        )
    )
    assert _tie(doc, 2) == (label, doc[0].text)
