"""Noun phrases and prepositions, on trees written by hand."""

from collections.abc import Callable

import pytest
from spacy import tokens as spacy_tokens
from spacy.tokens import Span

from hadath.extract.phrases import (
    conjuncts,
    core,
    is_clause,
    is_foreign,
    is_owned,
    lemma,
    phrase,
    preposition,
    takes_no_genitive,
)
from hadath.extract.tokens import Doc, freeze

DocOf = Callable[[str], Doc]
TALKS = """محادثات محادثة NOUN root 0 Number=Plur
        سلام سلام NOUN nmod 1
        جديدة جديد ADJ amod 1
        بين بين ADP case 5
        الحكومة حكومة NOUN nmod 1
        و+ و CCONJ cc 7
        المعارضة معارضة NOUN conj 5"""


def span(doc: Doc, i: int) -> str:
    start, end = phrase(doc[i])
    return doc[start:end].text


@pytest.mark.parametrize(
    ("i", "text"), [(0, "محادثات سلام جديدة"), (4, "الحكومة"), (6, "المعارضة")], ids=["talks", "one", "other"]
)
def test_phrase_ends_before_a_preposition_and_joined_nouns(tree_of: DocOf, i: int, text: str) -> None:
    assert span(tree_of(TALKS), i) == text


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        ("وزير وزير NOUN root 0\nالدفاع دفاع NOUN nmod 1\nالتونسي تونسي ADJ amod 1", "وزير الدفاع التونسي"),
        (
            "الوزير وزير NOUN root 0\nالذي الذي DET nsubj 3\nاستقال استقال VERB acl:relcl 1",
            "الوزير",
        ),
        ("بيت+ بيت NOUN root 0\nه هو PRON nmod 1", "بيته"),
        ("هذا هذا DET det 2\nالاتفاق اتفاق NOUN root 0", "هذا الاتفاق"),
        ("12 12 NUM root 0\nجنديا جندي NOUN nmod 1", "12 جنديا"),
        ("عدد عدد NOUN root 0\nمن من ADP case 3\nالجنود جندي NOUN nmod 1", "عدد من الجنود"),
        ("جنود جندي NOUN root 0\nمن من ADP case 3\nالقرية قرية NOUN nmod 1", "جنود"),
        (
            "صحيفة صحيفة NOUN root 0\n« « PUNCT punct 3\nالرصيف رصيف NOUN nmod 1\n» » PUNCT punct 3",
            "صحيفة « الرصيف",
        ),
    ],
)
def test_what_belongs_to_a_phrase(tree_of: DocOf, tree: str, text: str) -> None:
    doc = tree_of(tree)
    root = next(t for t in doc if t.head == t)
    assert span(doc, root.i) == text


def test_long_phrase_is_cut_but_holds_its_head(tree_of: DocOf) -> None:
    lines = ["لجان لجنة NOUN root 0"] + ["شعبية شعبي ADJ amod 1" for _ in range(30)]
    start, end = phrase(tree_of("\n".join(lines))[0])
    assert start == 0
    assert end - start <= 13


@pytest.mark.parametrize(
    ("tree", "word"),
    [
        ("بعض بعض NOUN root 0\nالقوى قوة NOUN nmod 1", "القوى"),
        ("عشرات عشرة NOUN root 0\nالجنود جندي NOUN nmod 1", "الجنود"),
        ("عدد عدد NOUN root 0\nمن من ADP case 3\nالجنود جندي NOUN nmod 1", "الجنود"),
        ("8 8 NUM root 0\nآلاف ألف NUM nmod 1\nمشارك مشارك NOUN nmod 2", "مشارك"),
        ("عدد عدد NOUN root 0\nكبير كبير ADJ amod 1", "عدد"),
        ("عدد عدد NOUN root 0\nفي في ADP case 3\nالمدينة مدينة NOUN nmod 1", "عدد"),
        ("جنود جندي NOUN root 0\nالجيش جيش NOUN nmod 1", "جنود"),
    ],
)
def test_noun_that_carries_the_meaning(tree_of: DocOf, tree: str, word: str) -> None:
    assert core(tree_of(tree)[0]).text == word


def test_conjuncts(tree_of: DocOf) -> None:
    doc = tree_of(
        """الجيش جيش NOUN root 0
        و+ و CCONJ cc 3
        الشرطة شرطة NOUN conj 1
        و+ و CCONJ cc 6
        في في ADP case 6
        القرية قرية NOUN conj 1
        و+ و CCONJ cc 8
        انسحب انسحب VERB conj 1"""
    )
    assert [t.text for t in conjuncts(doc[0])] == ["الجيش", "الشرطة"]


@pytest.mark.parametrize(
    ("tree", "i", "found"),
    [
        ("إلى إلى ADP case 2\nالقرية قرية NOUN root 0", 1, "الي"),
        ("قرب قرب ADV case 2\nالقرية قرية NOUN root 0", 1, "قرب"),
        ("ل+ ل ADP case 2\nالوزير وزير NOUN root 0", 1, "ل"),
        ("إلا إلا PART case 2\nالوزير وزير NOUN root 0", 1, None),
        ("القرية قرية NOUN root 0", 0, None),
    ],
)
def test_preposition(tree_of: DocOf, tree: str, i: int, found: str | None) -> None:
    assert preposition(tree_of(tree)[i]) == found


@pytest.mark.parametrize(("opener", "clause"), [("أن", True), ("إن", True), ("لأن", True), ("كي", False)])
def test_clause_opened_by_an(tree_of: DocOf, opener: str, clause: bool) -> None:
    doc = tree_of(f"{opener} {opener} SCONJ mark 2\nانسحب انسحب VERB root 0")
    assert is_clause(doc[1]) is clause


def test_lemma_is_folded(tree_of: DocOf) -> None:
    doc = tree_of("أعلنَ أعلنَ VERB root 0\nوزير وزير NOUN nsubj 1\nالدفاع دفاع NOUN nmod 2")
    assert lemma(doc[0]) == "اعلن"


def test_a_plural_with_its_nun_governs_no_genitive(tree_of: DocOf) -> None:
    doc = tree_of("اقتحم اقتحم VERB root 0\nمحتجون محتج NOUN nsubj 1 Number=Plur\nالمطار مطار NOUN nmod 2")
    assert takes_no_genitive(doc[1])
    assert span(doc, 1) == "محتجون"


@pytest.mark.parametrize(
    ("tree", "noun", "text"),
    [
        (
            "أكثر أكثر ADJ root 0\nمن من ADP case 3\n70 70 NUM nummod 1\nعاملا عامل NOUN nmod 3",
            "عاملا",
            "أكثر من 70 عاملا",
        ),
        ("30 30 NUM root 0\nألف ألف NUM nummod 1\nجندي جندي NOUN nmod 2", "جندي", "30 ألف جندي"),
        (
            "60 60 NUM root 0\nفي في ADP case 3\nالمئة مئة NUM nummod 1\nمن من ADP case 5\nالسكان ساكن NOUN nmod 1",
            "السكان",
            "60 في المئة من السكان",
        ),
        (
            "12 12 NUM root 0\n% % SYM nmod 1\nمن من ADP case 4\nالمقاعد مقعد NOUN nmod 2",
            "المقاعد",
            "12 % من المقاعد",
        ),
        (
            "مجموعة مجموعة NOUN root 0\nمن من ADP case 3\nالمعلمين معلم NOUN nmod 1",
            "المعلمين",
            "مجموعة من المعلمين",
        ),
        ("مجموعة مجموعة NOUN root 0\nالنيل نيل NOUN nmod 1", "مجموعة", "مجموعة النيل"),
        ("أبرز أبرز ADJ root 0\nقادة قائد NOUN nmod 1\nالحزب حزب NOUN nmod 2", "قادة", "أبرز قادة الحزب"),
        (
            "ما ما DET root 0\nيزيد زاد VERB acl 1\nعلى على ADP case 4\n50 50 NUM obl:arg 2\nراكبا راكب NOUN nmod 4",
            "راكبا",
            "50 راكبا",
        ),
    ],
    ids=["more than", "thousand", "per cent", "sign", "group of", "a name", "most", "no less than"],
)
def test_what_is_counted_carries_the_phrase(tree_of: DocOf, tree: str, noun: str, text: str) -> None:
    doc = tree_of(tree)
    assert core(doc[0]).text == noun
    assert span(doc, 0) == text


@pytest.mark.parametrize(
    ("tree", "noun", "text"),
    [
        ("أحد+ أحد NOUN root 0\nهم هو PRON nmod 1", "أحد", "أحدهم"),
        ("عدد عدد NOUN root 0\nمن+ من ADP case 3\nهم هو PRON nmod 1", "عدد", "عدد منهم"),
        ("كلا+ كلا NOUN root 0\nهما هو PRON nmod 1", "هما", "كلاهما"),
        ("معظم+ معظم NOUN root 0\nهم هو PRON nmod 1", "هم", "معظمهم"),
    ],
)
def test_some_of_them_are_others_than_they(tree_of: DocOf, tree: str, noun: str, text: str) -> None:
    doc = tree_of(tree)
    assert core(doc[0]).text == noun
    assert span(doc, 0) == text


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        (
            """عشرة عشرة NUM root 0
            عمال عامل NOUN nmod 1
            بين+ بين ADP case 4
            هم هو PRON nmod 2
            طبيب طبيب NOUN nsubj 4
            و+ و CCONJ cc 7
            ممرضة ممرضة NOUN conj 5""",
            ["عشرة", "طبيب", "ممرضة"],
        ),
        (
            """فرقة فرقة NOUN root 0
            من من ADP case 3
            الدفاع دفاع NOUN nmod 1
            و+ و CCONJ cc 5
            طائرة طائرة NOUN conj 3""",
            ["فرقة", "طائرة"],
        ),
        (
            """مبنى مبنى NOUN root 0
            الوزارة وزارة NOUN nmod 1
            و+ و CCONJ cc 4
            المحكمة محكمة NOUN conj 2""",
            ["مبنى"],
        ),
    ],
    ids=["among them", "indefinite", "one building"],
)
def test_those_told_apart_are_joined(tree_of: DocOf, tree: str, found: list[str]) -> None:
    assert [t.text for t in conjuncts(tree_of(tree)[0])] == found


@pytest.mark.parametrize(
    ("noun", "labels", "foreign"),
    [
        ("تونس تونس X nsubj 1", {1: "GPE", 2: "GPE"}, True),
        ("الوزير وزير NOUN nsubj 1", {2: "GPE"}, True),
        ("وزير وزير NOUN nsubj 1", {2: "GPE"}, False),
        ("العاصمة عاصمة NOUN nsubj 1", {2: "GPE"}, False),
        ("الوزير وزير NOUN nsubj 1", {2: "PER"}, False),
    ],
    ids=["name behind a name", "minister", "genitive", "capital", "bearer"],
)
def test_a_name_that_cannot_belong_to_the_noun(
    doc_of: Callable[[str], spacy_tokens.Doc], noun: str, labels: dict[int, str], foreign: bool
) -> None:
    analysed = doc_of(f"زار زار VERB root 0\n{noun}\nمالي مالي X nmod 2")
    analysed.set_ents([Span(analysed, i, i + 1, label) for i, label in labels.items()])
    doc = freeze(analysed)
    assert is_foreign(doc[2], doc[1]) is foreign


def test_an_owned_noun_has_no_other_genitive(tree_of: DocOf) -> None:
    doc = tree_of("حزب+ حزب NOUN root 0\nه هو PRON nmod 1\nالقرار قرار NOUN nmod 1")
    assert is_owned(doc[0])
    assert not is_owned(doc[2])
