"""Where the words of a text stand."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadath.extract.words import is_control, is_number, is_punctuation, word_spans

MESSY = st.text(
    st.one_of(
        st.sampled_from(
            "ابتثو وفلكهةىأئءـًُّْ.،؛؟!:«»\"'()[]/\\@#-_%+$ \t\n\r\u00a0\u200b\u200f\u202b\u2066\ufeff٠١٩0147aZé😀"
        ),
        st.characters(),
        st.characters(categories=["Cs", "Cc", "Cf"]),
    ),
    max_size=80,
)


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in word_spans(text) if not text[start:end].isspace()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد أمس.", ["وصل", "الوفد", "أمس", "."]),
        ("انتهى الاجتماع.وغادر الوفد", ["انتهى", "الاجتماع", ".", "وغادر", "الوفد"]),
        ("قال: «لن نتراجع».", ["قال", ":", "«", "لن", "نتراجع", "»", "."]),
        ("«»", ["«", "»"]),
        ("(رويترز) -", ["(", "رويترز", ")", "-"]),
        ("بلغت ٧٫٥% أو 7.5 %", ["بلغت", "٧٫٥", "%", "أو", "7.5", "%"]),
        ("١٢٬٣٠٠ و1,200,000 و١،٥", ["١٢٬٣٠٠", "و", "1,200,000", "و", "١،٥"]),
        ("عام 2021.", ["عام", "2021", "."]),
        ("يوم 11/1/2022", ["يوم", "11", "/", "1", "/", "2022"]),
        ("انظر https://example.org/a?b=1، ثم", ["انظر", "https://example.org/a?b=1", "،", "ثم"]),
        ("(www.example.org).", ["(", "www.example.org", ")", "."]),
        ("راسلونا news.desk@example.org.", ["راسلونا", "news.desk@example.org", "."]),
        ("من @akhbar_24 و#عاجل", ["من", "@akhbar_24", "و", "#", "عاجل"]),
        ("شركة O'Neil وU.S.A", ["شركة", "O'Neil", "و", "U.S.A"]),
        ("أ ب\u00a0ج", ["أ", "ب", "ج"]),
        ("\u200fقال\u200f ثم", ["\u200fقال\u200f", "ثم"]),
        ("مُلوّنَةٌ بـ", ["مُلوّنَةٌ", "بـ"]),
        ("رائع😀جدا", ["رائع", "😀", "جدا"]),
        ("...", [".", ".", "."]),
        ("ـ", ["ـ"]),
        ("\u200b", ["\u200b"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_table(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(MESSY)
def test_spans_are_the_text(text: str) -> None:
    spans = list(word_spans(text))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)
    assert all(before[1] == after[0] for before, after in pairwise(spans))


@given(MESSY)
def test_a_word_holds_no_space(text: str) -> None:
    for start, end in word_spans(text):
        piece = text[start:end]
        assert piece.isspace() or not any(char.isspace() for char in piece)


@given(MESSY)
def test_kinds_never_raise(text: str) -> None:
    assert {type(kind(text)) for kind in (is_punctuation, is_control, is_number)} == {bool}


@pytest.mark.parametrize(
    "unit", ["-", "a-", "1-", ".", "a.", "@", "a@", "www.", "http://", "\u200f", "ا\u200f", "1,", "«", "'"]
)
def test_long_monotony_takes_linear_time(unit: str) -> None:
    began = time.process_time()
    assert sum(end - start for start, end in word_spans(unit * 50_000)) == len(unit) * 50_000
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("word", "punctuation", "control", "number"),
    [
        (".", True, False, False),
        ("،", True, False, False),
        ("»\u200f", True, False, False),
        ("%", False, False, False),
        ("+", False, False, False),
        ("\u200f\u200b", False, True, False),
        ("٣٫٥", False, False, True),
        ("\u200f12\u200f", False, False, True),
        ("12a", False, False, False),
        ("قال", False, False, False),
        ("", False, False, False),
    ],
)
def test_kinds(word: str, punctuation: bool, control: bool, number: bool) -> None:
    assert (is_punctuation(word), is_control(word), is_number(word)) == (punctuation, control, number)
