"""Words that the tagger or the lemmatiser took for others, on trees written by hand."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hadath.extract.mending import mend_trees

DocOf = Callable[[str], Doc]
HERS = "Aspect=Imp|Gender=Fem|Mood=Ind|Number=Sing|Person=3|VerbForm=Fin|Voice=Act"


@pytest.mark.parametrize(("dep", "before"), [("obl", "في في ADP case 3"), ("nmod", "بيت بيت NOUN obl 1")])
def test_what_a_preposition_or_a_noun_governs_is_no_verb(doc_of: DocOf, dep: str, before: str) -> None:
    head = 1 if dep == "obl" else 2
    doc = mend_trees(doc_of(f"عاش عاش VERB root 0\n{before}\nأسرت أسر VERB {dep} {head}\nها هو PRON nmod 3"))
    assert (doc[2].pos_, doc[2].lemma_) == ("NOUN", "أسرة")


@pytest.mark.parametrize(
    ("subject", "lemma"),
    [
        ("ه هو PRON", "تعرض"),
        ("المتحف متحف NOUN", "تعرض"),
        ("المدينة مدينة NOUN", "عرض"),
        ("ها هو PRON", "عرض"),
    ],
)
def test_a_masculine_subject_has_a_perfect(doc_of: DocOf, subject: str, lemma: str) -> None:
    number = " Number=Sing" if "NOUN" in subject else ""
    doc = mend_trees(doc_of(f"{subject} nsubj 2{number}\nتعرض عرض VERB root 0 {HERS}"))
    assert doc[1].lemma_ == lemma


@pytest.mark.parametrize(("counted", "lemma"), [("متظاهر", "تجمع"), ("لوحة", "جمع")])
def test_people_behind_a_number_have_a_perfect(doc_of: DocOf, counted: str, lemma: str) -> None:
    doc = mend_trees(
        doc_of(
            f"""تجمع جمع VERB root 0 {HERS}
            نحو نحو ADP case 3
            300 300 NUM obl:arg 1
            {counted} {counted} NOUN nmod 3"""
        )
    )
    assert doc[0].lemma_ == lemma


@pytest.mark.parametrize(("subject", "pos"), [("مهاجما مهاجم", "VERB"), ("السبب سبب", "NOUN")])
def test_what_somebody_is_is_no_deed(doc_of: DocOf, subject: str, pos: str) -> None:
    doc = mend_trees(
        doc_of(
            f"""قالت قال VERB root 0
            إن أن SCONJ mark 4
            {subject} NOUN nsubj 4
            فجر فجر NOUN ccomp 1
            حافلة حافلة NOUN nmod 4"""
        )
    )
    assert (doc[3].pos_, doc[4].dep_) == (pos, "obj" if pos == "VERB" else "nmod")
