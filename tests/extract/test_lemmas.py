"""Lemmas from a small table and rules that a test writes."""

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees
from spacy.strings import StringStore

from hadath.extract.errors import ModelNotFound
from hadath.extract.lemmas import Lemmatizer, known_forms, lemma_table

TABLE = {
    "كتب|VERB": "كتب",
    "كتب|NOUN": "كتاب",
    "القريه|NOUN": "قرية",
    "مدينة|NOUN": "مدينة",
    "الشمالي|ADJ": "شمالي",
    "في|ADP": "في",
}
RULES = (("الحقول", "حقل"), ("تزرعون", "زرع"), ("البحرية", "بحري"), ("الجبلي", "جبلي"))


def write_model(folder: Path, table: Mapping[str, str], rules: Sequence[tuple[str, str]]) -> Path:
    """The two files that the lemmatiser reads."""
    with gzip.open(folder / "lemmas.tsv.gz", "wt", encoding="utf8") as lines:
        lines.writelines(f"{key}\t{lemma}\n" for key, lemma in table.items())
    strings = StringStore()
    trees = EditTrees(strings)
    kept = [str(trees.add(form, lemma)) for form, lemma in rules]
    written = {"kept": kept, "strings": sorted(strings), "trees": trees.to_bytes().hex()}
    (folder / "lemma_rules.json").write_text(json.dumps(written, ensure_ascii=False), "utf8")
    return folder


@pytest.fixture
def lemmatizer(tmp_path: Path) -> Lemmatizer:
    return Lemmatizer(write_model(tmp_path, TABLE, RULES))


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("كتب", "VERB", "كتب"),
        ("كتب", "NOUN", "كتاب"),  # the same letters, another word
        ("كُتُب", "NOUN", "كتاب"),
        ("مدينة", "NOUN", "مدينة"),
        ("المدينة", "NOUN", "مدينة"),  # known without the article
        ("المدينه", "NOUN", "مدينة"),
        ("مدينتي", "NOUN", "مدينة"),  # the dual before a genitive
        ("مدينتا", "NOUN", "مدينة"),
        ("الشمالى", "ADJ", "شمالي"),  # Egyptian spelling
        ("شمالي", "ADJ", "شمالي"),  # known with the article only
        ("فى", "ADP", "في"),
    ],
)
def test_known_forms_in_any_spelling(lemmatizer: Lemmatizer, form: str, pos: str, lemma: str) -> None:
    assert lemmatizer.known(form, pos) == lemma


@pytest.mark.parametrize(
    ("form", "pos", "rules", "lemma"),
    [
        ("تحرثون", "VERB", (1,), "حرث"),
        ("البرية", "ADJ", (2,), "بري"),
        ("تحرثون", "VERB", (2, 1), "حرث"),  # the first rule that fits
        ("الساحلى", "ADJ", (3,), "ساحلي"),
        ("ساحلى", "ADJ", (), "ساحلي"),
        ("موسيقى", "NOUN", (), "موسيقى"),  # only adjectives are respelt
        ("تحرثون", "VERB", (), "تحرثون"),
        ("هد", "VERB", (1, 2), "هد"),  # no rule fits
    ],
)
def test_unknown_forms_by_rule(
    lemmatizer: Lemmatizer, form: str, pos: str, rules: tuple[int, ...], lemma: str
) -> None:
    assert lemmatizer.known(form, pos) is None
    assert lemmatizer.by_rule(form, pos, rules) == lemma


def test_article_is_tried_for_nominals_only(lemmatizer: Lemmatizer) -> None:
    assert lemmatizer.known("الكتب", "VERB") is None


def test_known_forms_are_content_words(tmp_path: Path) -> None:
    assert known_forms(write_model(tmp_path, TABLE, RULES)) == {
        "كتب",
        "القريه",
        "مدينة",
        "الشمالي",
    }


def test_model_without_lemmas(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFound, match="no lemmas"):
        lemma_table(tmp_path)


def test_model_without_rules(tmp_path: Path) -> None:
    (write_model(tmp_path, TABLE, RULES) / "lemma_rules.json").unlink()
    with pytest.raises(ModelNotFound, match="no lemma rules"):
        Lemmatizer(tmp_path)
