"""What is ignored when spellings are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadath.extract.spelling import fold, is_mark, strip_marks


@pytest.mark.parametrize(
    ("written", "stripped"),
    [
        ("مُلوّنة", "ملونة"),
        ("بـ", "ب"),
        ("كِتَابٌ", "كتاب"),
        ("الرحمٰن", "الرحمن"),
        ("\u200fقال\u200e", "قال"),
        ("ـ", ""),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_strip_marks(written: str, stripped: str) -> None:
    assert strip_marks(written) == stripped


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الجماعى", "الجماعي"),
        ("أن", "إن"),
        ("آسيا", "اسيا"),
        ("إلى", "الي"),
        ("کرة", "كرة"),
        ("إيرانی", "ايراني"),
        ("مُـدير", "مدير"),
    ],
)
def test_spellings_of_one_word(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("سار", "صار"), ("مدرسة", "مدرسه"), ("سؤال", "سوال")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(strip_marks(text)) == fold(text)


@given(st.text())
def test_marks_are_what_is_stripped(text: str) -> None:
    assert strip_marks(text) == "".join(char for char in text if not is_mark(char))
    assert len(fold(text)) == len(strip_marks(text))
