"""The gazetteer beside the analyser, on trees written by hand."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hadath.extract.known_names import known_names, mark_known_names

DocOf = Callable[[str], Doc]


def words(text: str, pos: str = "X", names: str = "O") -> str:
    """A flat tree: the first word is the root; ``names`` gives each word its label."""
    forms, labels = text.split(), names.split()
    labels += ["O"] * (len(forms) - len(labels))
    return "\n".join(
        f"{form} {form} {pos} {'root 0' if i == 0 else 'flat 1'} {label}"
        for i, (form, label) in enumerate(zip(forms, labels, strict=True))
    )


def marked(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in mark_known_names(doc).ents]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("مصر", "GPE"),
        ("القاهرة", "GPE"),
        ("القاهره", "GPE"),
        ("الأمم المتحدة", "ORG"),
        ("فلاديمير بوتين", "PER"),
        ("الأمم المتحده", "ORG"),
        ("كشمير", "LOC"),
    ],
)
def test_name_the_analyser_missed(doc_of: DocOf, text: str, label: str) -> None:
    assert marked(doc_of(words(text))) == [(text, label)]


@pytest.mark.parametrize("pos", ["VERB", "ADP", "PART", "PRON", "AUX"])
def test_single_word_of_another_class_is_no_name(doc_of: DocOf, pos: str) -> None:
    assert marked(doc_of(words("مصر", pos))) == []


def test_part_of_a_name_is_completed(doc_of: DocOf) -> None:
    assert marked(doc_of(words("الولايات المتحدة", names="GPE O"))) == [("الولايات المتحدة", "GPE")]


def test_longer_name_stays_whole(doc_of: DocOf) -> None:
    doc = doc_of(words("أهلي القاهرة الرياضي", names="ORG ORG ORG"))
    assert marked(doc) == [("أهلي القاهرة الرياضي", "ORG")]


def test_country_inside_a_person_is_none(doc_of: DocOf) -> None:
    doc = doc_of(words("لينا تونس القطان", names="PER PER PER"))
    assert known_names(doc) == []
    assert marked(doc) == [("لينا تونس القطان", "PER")]


@pytest.mark.parametrize(("label", "expected"), [("ORG", "ORG"), ("LOC", "GPE"), ("O", "GPE")])
def test_analyser_decides_between_a_city_and_its_club(doc_of: DocOf, label: str, expected: str) -> None:
    assert marked(doc_of(words("مدريد", names=label))) == [("مدريد", expected)]


def test_unknown_names_stay(doc_of: DocOf) -> None:
    doc = doc_of(words("سامر القطان غادر مصر", names="PER PER O O"))
    assert marked(doc) == [("سامر القطان", "PER"), ("مصر", "GPE")]


def test_names_do_not_cross_sentences(doc_of: DocOf) -> None:
    doc = doc_of("الأمم أمة NOUN root 0\n\nالمتحدة متحد ADJ root 0")
    assert known_names(doc) == []


def test_marking_twice_changes_nothing(doc_of: DocOf) -> None:
    doc = doc_of(words("زار بوتين القاهرة والولايات المتحدة"))
    once = marked(doc)
    assert marked(doc) == once


def test_text_without_names(doc_of: DocOf) -> None:
    assert marked(doc_of("ذهب ذهب VERB root 0\nالولد ولد NOUN nsubj 1")) == []
