"""Labels of written words and the pieces they give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadath.extract.clitics import WHOLE, Piece, label_of, pieces

LETTERS = "ابتجدرسعفقكلمنهويىةءأئ"
STEMS = st.text("بتجدرسعفقمن", min_size=2, max_size=6)


@pytest.mark.parametrize(
    ("forms", "stem", "word", "label"),
    [
        (["و", "بلاد", "ها"], 1, "وبلادها", "1|2"),
        (["ل", "الرد"], 1, "للرد", "1|-|l"),
        (["و", "ل", "الشعب"], 2, "وللشعب", "1,1|-|l"),
        (["ل", "اللغة"], 1, "للغة", "1|-|L"),
        (["ل", "الله"], 1, "لله", "1|-|L"),
        (["ب", "القانون"], 1, "بالقانون", "1|-"),
        (["مدينة", "ها"], 0, "مدينتها", "-|2|t"),
        (["يرى", "ها"], 0, "يراها", "-|2|a"),
        (["على", "ه"], 0, "عليه", "-|1|y"),
        (["إلى", "هم"], 0, "إليهم", "-|2|y"),
        (["اعتبروا", "ه"], 0, "اعتبروه", "-|1|w"),
        (["س", "يزور", "هم"], 1, "سيزورهم", "1|2"),
        (["من", "ما"], 0, "مما", "1|-|n"),
        (["من", "من"], 0, "ممن", "1|-|n"),
        (["عن", "ما"], 0, "عما", "1|-|n"),
        (["أن", "لا"], 0, "ألا", "1|-|N"),
        (["ان", "لا"], 0, "الا", "1|-|N"),
        (["قال"], 0, "قال", WHOLE),
    ],
)
def test_label_and_pieces_undo_each_other(forms: list[str], stem: int, word: str, label: str) -> None:
    assert label_of(forms, stem) == (word, label)
    assert [piece.norm for piece in pieces(word, label)] == forms


@pytest.mark.parametrize(
    ("hamza", "word", "label"), [("ئ", "لقائه", "-|1|h"), ("ؤ", "لقاؤه", "-|1|h"), ("ء", "لقاءه", "-|1")]
)
def test_the_seat_of_hamza_goes_by_the_case(hamza: str, word: str, label: str) -> None:
    assert label_of(["لقاء", "ه"], 0, hamza=hamza) == (word, label)
    assert [piece.norm for piece in pieces(word, label)] == ["لقاء", "ه"]


@pytest.mark.parametrize("label", ["1|2", "1,1|-|l", "3|-", "-|9", "2|2"])
def test_a_label_that_does_not_fit_leaves_the_word_whole(label: str) -> None:
    assert pieces("من", label) == [Piece(0, 2, "من")]


def test_forms_that_no_rule_joins_have_no_label() -> None:
    assert label_of(["مدينت", "ها"], 0) == ("مدينتها", "-|2")  # nothing to restore
    assert label_of(["شيئا", "ا"], 0) is not None
    assert label_of(["يا", "ى", "ة"], 0) is None or label_of(["يا", "ى", "ة"], 0) == ("ياىة", "-|1,1")


@given(
    st.text(LETTERS, min_size=1, max_size=12),
    st.lists(st.integers(1, 3), max_size=2),
    st.lists(st.integers(1, 3), max_size=2),
    st.sampled_from(["", *"lLtayhwnN"]),
)
def test_pieces_are_the_word(word: str, before: list[int], after: list[int], mark: str) -> None:
    sides = [",".join(map(str, side)) or "-" for side in (before, after)]
    cut = pieces(word, "|".join([*sides, mark] if mark else sides))
    assert "".join(word[piece.start : piece.end] for piece in cut) == word
    assert all(piece.start < piece.end for piece in cut)


@given(
    st.lists(st.sampled_from("وفبكلس"), max_size=2),
    st.sampled_from(["", "ال"]),
    STEMS,
    st.sampled_from(["", "ة", "ى", "اء", "وا"]),
    st.lists(st.sampled_from(["ه", "ها", "هم", "نا", "كم"]), max_size=2),
    st.sampled_from("ءئؤ"),
)
def test_what_has_a_label_comes_back(
    before: list[str], article: str, core: str, ending: str, after: list[str], hamza: str
) -> None:
    forms = [*before, article + core + ending, *after]
    labelled = label_of(forms, len(before), hamza=hamza)
    if labelled is not None:
        word, label = labelled
        cut = pieces(word, label)
        assert [piece.norm for piece in cut] == forms
        assert "".join(word[piece.start : piece.end] for piece in cut) == word


@given(
    st.lists(st.sampled_from("وفبكس"), max_size=2),
    STEMS,
    st.lists(st.sampled_from(["ه", "ها", "هم"]), max_size=1),
)
def test_plain_joining_always_has_a_label(before: list[str], core: str, after: list[str]) -> None:
    assert label_of([*before, core, *after], len(before)) is not None
