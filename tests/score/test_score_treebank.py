"""Surface words rebuilt from syntactic words; the evaluator on a treebank of three sentences of our own."""

from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin
from treebank import (
    Document,
    Word,
    from_doc,
    plain,
    raw_text,
    read_conllu,
    read_docbin,
    split_repeated,
    surface,
    to_conllu,
)

DEFINITE = "Case=Gen|Definite=Def"
HIS = "Gender=Masc|Number=Sing|Person=3"
HER = "Gender=Fem|Number=Sing|Person=3"
THEIR = "Gender=Masc|Number=Plur|Person=3"


def word(form: str, lemma: str = "", upos: str = "NOUN", feats: str = "") -> Word:
    return Word(form, lemma or form, upos, feats, 0, "root")


LAM, WAW, BA = word("ل", "لِ", "ADP"), word("و", "وَ", "CCONJ"), word("ب", "بِ", "ADP")
HIM, HER_, ME = word("ه", "هُوَ", "PRON", HIS), word("ها", "هُوَ", "PRON", HER), word("ي", "هُوَ", "PRON")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([LAM, word("الوزير", "وَزِير", feats=DEFINITE)], "للوزير"),
        ([WAW, LAM, word("اللجنة", "لَجنَة", feats=DEFINITE)], "وللجنة"),
        ([LAM, word("اليونان", "اليونان", "X")], "لليونان"),
        ([LAM, word("المانيا", "أَلمَانِيَا", "X")], "لالمانيا"),
        ([LAM, word("التزام", "اِلتِزَام", feats="Definite=Cons")], "لالتزام"),
        ([BA, word("القاهرة", "قَاهِرَة", feats=DEFINITE)], "بالقاهرة"),
        ([word("حكومة"), HER_], "حكومتها"),
        ([word("إلى", "إِلَى", "ADP"), HIM], "إليه"),
        ([word("مستوى"), HIM], "مستواه"),
        ([word("رأى", "رَأَى", "VERB"), HER_], "رآها".replace("آ", "أا")),
        ([word("علي", "عَلَى", "ADP"), ME], "علي"),
        ([word("أبلغوا", "أَبلَغ", "VERB"), HIM], "أبلغوه"),
        ([word("لقاء", feats="Case=Gen"), HIM], "لقائه"),
        ([word("لقاء", feats="Case=Nom"), HIM], "لقاؤه"),
        ([word("لقاء", feats="Case=Acc"), HIM], "لقاءه"),
        ([word("من", "مِن", "ADP"), word("ما", "مَا", "DET")], "مما"),
        ([word("عن", "عَن", "ADP"), word("من", "مَن", "DET")], "عمن"),
        ([word("أن", "أَنَّ", "SCONJ"), word("لا", "لَا", "PART")], "ألا"),
        ([WAW, word("هٰذا", "هٰذَا", "DET")], "وهذا"),
    ],
)
def test_surface(words: list[Word], expected: str) -> None:
    assert surface(words) == expected


@pytest.mark.parametrize(
    ("printed", "pieces", "expected"),
    [
        ("للزراعة", [LAM, word("", "زِرَاعَة", feats=DEFINITE)], ["ل", "الزراعة"]),
        ("للغة", [LAM, word("", "لُغَة", feats=DEFINITE)], ["ل", "اللغة"]),
        ("لسفر", [LAM, word("", "سَفَر", feats="Definite=Ind")], ["ل", "سفر"]),
        ("والمال", [WAW, word("", "مَال", feats=DEFINITE)], ["و", "المال"]),
        ("بمدينتهم", [BA, word("", "مَدِينَة"), word("", "هُوَ", "PRON", THEIR)], ["ب", "مدينة", "هم"]),
        ("رؤسائها", [word("", "رَئِيس"), word("", "هُوَ", "PRON", HER)], ["رؤساء", "ها"]),
        ("وبالسوق", [WAW, BA, word("", "سُوق", feats=DEFINITE)], ["و", "ب", "السوق"]),
        ("عمان", [word("", "عَمَّان"), word("", "عُمَان")], None),
        ("بغداد", [word("", "بَغدَاد"), word("", "بَغدَاد")], None),
    ],
)
def test_split_repeated(printed: str, pieces: list[Word], expected: list[str] | None) -> None:
    found = split_repeated([replace(piece, form=printed) for piece in pieces])
    assert (found and [piece.form for piece in found]) == expected


def test_split_repeated_rebuilds_the_printed_word() -> None:
    pieces = [replace(piece, form="للشركة") for piece in (LAM, word("", "شَرِكَة", feats=DEFINITE))]
    assert surface(split_repeated(pieces) or []) == "للشركة"


ROWS = [
    ("زار", " ", "زَار", "VERB", "Aspect=Perf", 0, "ROOT", True),
    ("الوزير", " ", "وَزِير", "NOUN", "Case=Nom|Definite=Def", 0, "nsubj", False),
    ("مدرسة", "", "مَدرَسَة", "NOUN", "Case=Acc", 0, "obj", False),
    ("ه", "", "هُوَ", "PRON", HIS, 2, "nmod", False),
    (".", " ", ".", "PUNCT", "", 0, "punct", False),
    ("و", "", "وَ", "CCONJ", "", 6, "cc", True),
    ("قال", " ", "قَال", "VERB", "Aspect=Perf", 6, "ROOT", False),
    ("شكرا", " ", "شُكر", "NOUN", "Case=Acc", 6, "obj", False),
    ("للجميع", " ", "لِ", "ADP", "", 9, "case", False),
    ("للجميع", "", "جَمِيع", "NOUN", DEFINITE, 7, "nmod", False),
    ("!", " ", "!", "PUNCT", "", 6, "punct", False),
]


def gold_doc() -> Doc:
    return Doc(
        spacy.blank("xx").vocab,
        words=[row[0] for row in ROWS],
        spaces=[row[1] == " " for row in ROWS],
        lemmas=[row[2] for row in ROWS],
        pos=[row[3] for row in ROWS],
        morphs=[row[4] for row in ROWS],
        heads=[row[5] for row in ROWS],
        deps=[row[6] for row in ROWS],
        sent_starts=[row[7] for row in ROWS],
    )


@pytest.fixture
def gold(tmp_path: Path) -> list[Document]:
    path = tmp_path / "mini.spacy"
    DocBin(attrs=["LEMMA", "POS", "MORPH", "HEAD", "DEP", "SENT_START", "SPACY"], docs=[gold_doc()]).to_disk(
        path
    )
    return read_docbin(path)


def test_read_docbin(gold: list[Document]) -> None:
    surfaces = [[printed.surface for printed in sentence] for sentence in gold[0]]
    assert surfaces == [["زار", "الوزير", "مدرسته", "."], ["وقال", "شكرا", "للجميع", "!"]]
    assert raw_text(gold[0]) == "زار الوزير مدرسته. وقال شكرا للجميع!"
    assert raw_text(gold[0], paragraphs=True) == "زار الوزير مدرسته.\nوقال شكرا للجميع!"


def test_conllu_is_read_back(gold: list[Document], tmp_path: Path) -> None:
    text = to_conllu(gold)
    assert "3-4\tمدرسته\t_" in text
    assert "\tجميع\tNOUN" in text
    path = tmp_path / "mini.conllu"
    path.write_text(text, "utf8")
    assert [len(sentence) for sentence in read_conllu(path)[0]] == [4, 4]


@pytest.mark.parametrize(
    ("text", "expected"), [("ٱِنتِقَال", "انتقال"), ("هٰذا", "هذا"), ("ـ", "ـ"), ("بـ", "ب")]
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


def system_doc() -> Doc:
    """What a perfect pipeline says about the raw text: tokens are slices, NORM the underlying forms."""
    doc = Doc(
        spacy.blank("xx").vocab,
        words=["زار", "الوزير", "مدرست", "ه", ".", "\n", "و", "قال", "شكرا", "ل", "لجميع", "!"],
        spaces=[True, True, False, False, False, False, False, True, True, False, False, False],
        lemmas=["زار", "وزير", "مدرسة", "هو", ".", "", "و", "قال", "شكر", "ل", "جميع", "!"],
        pos=[
            "VERB",
            "NOUN",
            "NOUN",
            "PRON",
            "PUNCT",
            "SPACE",
            "CCONJ",
            "VERB",
            "NOUN",
            "ADP",
            "NOUN",
            "PUNCT",
        ],
        morphs=[row[4] for row in ROWS[:5]] + [""] + [row[4] for row in ROWS[5:]],
        heads=[0, 0, 0, 2, 0, 4, 7, 7, 7, 10, 8, 7],
        deps=["ROOT", "nsubj", "obj", "nmod", "punct", "", "cc", "ROOT", "obj", "case", "nmod", "punct"],
        sent_starts=[i in (0, 6) for i in range(12)],
    )
    doc[2].norm_, doc[10].norm_ = "مدرسة", "الجميع"
    doc.user_data["words"] = [(0, 1), (1, 2), (2, 4), (4, 5), (6, 8), (8, 9), (9, 11), (11, 12)]
    return doc


def test_a_perfect_pipeline_scores_100(gold: list[Document]) -> None:
    pytest.importorskip("udtools")
    from conll import figures

    assert set(figures(gold, [from_doc(system_doc())]).values()) == {100.0}


def test_a_wrong_subject_costs_subject_and_las_only(gold: list[Document]) -> None:
    pytest.importorskip("udtools")
    from conll import figures, labels

    doc = system_doc()
    doc[1].dep_ = "obj"
    system = [from_doc(doc)]
    found = figures(gold, system)
    assert {name for name, value in found.items() if value < 100} == {"LAS", "nsubj", "obj"}
    assert found["nsubj"] == 0
    assert found["obj"] == pytest.approx(80)
    assert found["LAS"] == pytest.approx(100 * 10 / 11)
    assert labels(gold, system)["nsubj"] == (0.0, 1)


def test_an_unsplit_form_costs_its_word(gold: list[Document]) -> None:
    pytest.importorskip("udtools")
    from conll import figures

    doc = system_doc()
    doc[10].norm_ = "لجميع"
    assert figures(gold, [from_doc(doc)])["Words"] == pytest.approx(100 * 10 / 11)


def test_a_missed_sentence_boundary(gold: list[Document]) -> None:
    pytest.importorskip("udtools")
    from conll import figures

    (sentences,) = [from_doc(system_doc())]
    shifted = [
        replace(w, words=tuple(replace(x, head=x.head + 5 * (x.head > 0)) for x in w.words))
        for w in sentences[1]
    ]
    joined = (*sentences[0], *shifted)
    found = figures(gold, [(joined,)])
    assert found["Sentences"] == 0
    assert found["LAS"] == 100
