"""Names on printed words: gold spans, predicted spans mapped to words, the figures, other spellings."""

from pathlib import Path
from random import Random

import pytest
import spacy
from extraction import figures_of
from hypothesis import given
from hypothesis import strategies as st
from measure import extraction_table, naming_table, reading_table, spelling_table, table
from ner import Corpus, anercorp, aqmar, entities, lay_out, measure, read_labels, touched
from perturb import GLUED, SPELLINGS, respell_corpus, respell_treebank
from spacy.tokens import Doc
from treebank import Printed, Word, raw_text

LABELLED = """\
زارت O
منى B-PERS
حداد I-PERS
بلدية B-ORG
صور I-ORG
. O

وصور B-LOC
مدينة O
هادئة O
. O
"""
SENTENCES = [[tuple(line.split()) for line in block.splitlines()] for block in LABELLED.split("\n\n")]
GOLD = {(1, 2, "PER"), (3, 4, "ORG"), (6, 6, "LOC")}
COUNTS = {"PER": "PER", "GPE": "LOC", "ORG": "ORG"}


def reader(*names: tuple[str, str]):
    """A pipeline that finds these names, each wherever its characters stand."""
    nlp = spacy.blank("xx")

    def read(text: str) -> Doc:
        doc = nlp.make_doc(text)
        spots = [(text.find(name), len(name), label) for name, label in names]
        spans = [
            doc.char_span(at, at + n, label, alignment_mode="expand") for at, n, label in spots if at >= 0
        ]
        doc.ents = spans
        return doc

    return read


ALL = (("منى حداد", "PER"), ("بلدية صور", "ORG"), ("وصور", "GPE"))


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("B-PERS I-PERS O", {(0, 1, "PER")}),
        ("B-LOC B-LOC", {(0, 0, "LOC"), (1, 1, "LOC")}),
        ("O I-ORG I-ORG", {(1, 2, "ORG")}),
        ("B-PER I-LOC", {(0, 0, "PER"), (1, 1, "LOC")}),
        ("B-MISC I-MISC O B-MIS1", set()),
        ("B-ORG I--ORG OO IO", {(0, 1, "ORG")}),
        ("O", set()),
    ],
)
def test_entities(labels: str, expected: set[tuple[int, int, str]]) -> None:
    assert entities([[("كلمة", label) for label in labels.split()]]) == expected


def test_a_name_ends_with_its_sentence() -> None:
    assert entities([[("صيدا", "B-LOC")], [("صور", "I-LOC")]]) == {(0, 0, "LOC"), (1, 1, "LOC")}


def test_read_labels(tmp_path: Path) -> None:
    path = tmp_path / "names.conll"
    path.write_text(LABELLED, "utf8")
    assert read_labels(path) == SENTENCES
    assert entities(read_labels(path)) == GOLD


def test_corpora(tmp_path: Path) -> None:
    (tmp_path / "anercorp_camel_test_repaired.conll").write_text(LABELLED, "utf8")
    articles = tmp_path / "aqmar" / "aqmar" / "articles"
    articles.mkdir(parents=True)
    (articles / "a.txt").write_text(LABELLED, "utf8")
    assert anercorp(tmp_path).counts_as.get("FAC") is None
    assert aqmar(tmp_path).counts_as["FAC"] == "LOC"
    assert len(anercorp(tmp_path).cut(1).articles) == 2


@given(st.lists(st.lists(st.text("ابتثج", min_size=1), min_size=1), min_size=1), st.booleans())
def test_offsets_are_the_words(words: list[list[str]], glued: bool) -> None:
    text, offsets = lay_out([[(word, "O") for word in sentence] for sentence in words], glued=glued)
    assert [text[a:b] for a, b in offsets] == [word for sentence in words for word in sentence]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 2, (0, 0)), (1, 4, (0, 1)), (2, 3, None), (3, 9, (1, 2)), (4, 5, (1, 1))],
)
def test_touched(start: int, end: int, expected: tuple[int, int] | None) -> None:
    assert touched([(0, 2), (3, 5), (6, 9)], start, end) == expected


@pytest.mark.parametrize(
    ("names", "right", "predicted"),
    [
        (ALL, 3, 3),
        (ALL[:1], 1, 1),
        ((("منى", "PER"), *ALL[1:]), 2, 3),
        ((("منى حداد", "ORG"), *ALL[1:]), 2, 3),
        ((("هادئة", "NORP"), *ALL), 3, 3),
        ((("مدينة", "GPE"), *ALL), 3, 4),
    ],
)
def test_measure(names: tuple[tuple[str, str], ...], right: int, predicted: int) -> None:
    score = measure(reader(*names), Corpus("test", (SENTENCES,), COUNTS))["all"]
    assert (score.right, score.predicted, score.gold) == (right, predicted, 3)


def test_glued_and_cut_texts_keep_gold() -> None:
    corpus = Corpus("test", (SENTENCES,), COUNTS)
    assert measure(reader(*ALL), corpus, glued=True)["all"].f1 > 0
    assert measure(reader(*ALL[:2]), corpus.cut(1))["all"].right == 2
    assert lay_out(SENTENCES, glued=True)[0].count(".وصور") == 1


@pytest.mark.parametrize("name", SPELLINGS)
def test_spellings_keep_words_apart_and_repeat(name: str) -> None:
    corpus = Corpus("test", (SENTENCES * 20,), COUNTS)
    other = respell_corpus(corpus, name)
    assert other == respell_corpus(corpus, name)
    assert entities(other.articles[0]) == entities(corpus.articles[0])


@pytest.mark.parametrize(
    ("name", "word", "expected"),
    [
        ("final ي as ى", "وزاري", "وزارى"),
        ("final ى as ي", "مستشفى", "مستشفي"),
        ("no hamza", "إلى آخر أمس", "الى اخر امس"),
        ("final ة as ه", "مدينة", "مدينه"),
        ("final ي as ى", "ي", "ي"),
    ],
)
def test_spelling(name: str, word: str, expected: str) -> None:
    assert SPELLINGS[name](word, Random(0)) == expected


def test_random_spellings_add_marks_only() -> None:
    for name in ("some vowel marks", "tatweel"):
        random = Random(1)
        words = [SPELLINGS[name]("مستقبل", random) for _ in range(200)]
        assert 5 < sum(word != "مستقبل" for word in words) < 60
        assert {"".join(c for c in word if c not in "\u0640\u064e\u064f\u0650\u0652") for word in words} == {
            "مستقبل"
        }


def test_glued_treebank() -> None:
    stop, name = (Word(form, form, "PUNCT", "", 0, "root") for form in (".", "صور"))
    document = ((Printed(".", (stop,)),), (Printed("صور", (name,)),))
    assert raw_text(respell_treebank([document], GLUED)[0]) == ".صور"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"{'assault detection, yes / all no':36} p 0.5  r 0.25  f 0.3333  n 12", ("p", 0.5)),
        (f"{'protest spans: trigger recall':36} 0.75", 0.75),
        ("protest spans: trigger recall 0", 0.0),
    ],
)
def test_figures_of(line: str, expected: object) -> None:
    name, value = figures_of(line)
    assert name.split()[0] in ("assault", "protest")
    assert (value if isinstance(value, float) else ("p", value["p"])) == expected


def test_tables() -> None:
    assert (
        table(["a", "b"], [["x", 1.0], ["y", None]]) == "| a | b |\n| --- | ---: |\n| x | 1.00 |\n| y | – |\n"
    )
    figures = dict.fromkeys(
        ("Words", "Sentences", "UPOS", "UFeats", "Lemmas", "UAS", "LAS", "nsubj", "obj"), 90.0
    )
    assert "| Words | 90.00 | 98.03 |" in reading_table({"PADT": figures})
    assert "| no hamza | -1.50 |" in spelling_table({"as printed": {"LAS": 80.0}, "no hamza": {"LAS": 78.5}})
    assert "| X: all | 1.00 | 2.00 | 3.00 |" in naming_table({"X": {"all": {"P": 1.0, "R": 2.0, "F1": 3.0}}})
    assert "| event | 0.500 | 0.250 | 0.333 |" in extraction_table(
        "t", {"event": {"p": 0.5, "r": 0.25, "f": 1 / 3}}
    )
    assert "| flags | – | – | 0.900 |" in extraction_table("t", {"flags": 0.9})
