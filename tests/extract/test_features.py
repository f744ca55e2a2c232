"""What the networks see of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadath.extract.features import Feature, feature_rows, vector_key

ALL = tuple(
    Feature(name, 1_000_003, 1) for name in ("word", "raw", "p1", "p2", "p3", "s1", "s2", "s3", "s4", "shape")
)


def same(one: str, other: str) -> set[str]:
    """Names of the features that two words share."""
    pairs = zip(ALL, feature_rows(one, ALL), feature_rows(other, ALL), strict=True)
    return {feature.name for feature, a, b in pairs if a == b}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("الجماعى", "الجماعي", {"raw"}),
        ("ان", "أن", {"raw"}),
        ("مُلوّنة", "ملونة", set()),
        ("بـ", "ب", set()),
        ("2021", "1999", set()),
        ("٢٠٢١", "2021", set()),
        ("«", '"', set()),
        ("قال", "نال", {"word", "raw", "p1", "p2", "p3", "s3", "s4"}),
    ],
)
def test_what_spellings_share(one: str, other: str, apart: set[str]) -> None:
    assert {feature.name for feature in ALL} - same(one, other) == apart


@pytest.mark.parametrize(("one", "other"), [("قال", "نال"), ("2021", "1999"), ("Abc", "Xyz"), ("%", "%")])
def test_words_of_one_shape(one: str, other: str) -> None:
    assert "shape" in same(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("قال", "قالت"), ("2", "2.5"), ("abc", "Abc"), (".", "،"), ("a", "ا")]
)
def test_words_of_different_shapes(one: str, other: str) -> None:
    assert "shape" not in same(one, other)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_rows_stand_in_their_tables(word: str) -> None:
    rows = feature_rows(word, (Feature("word", 7, 1), Feature("shape", 3, 1)))
    assert 0 <= rows[0] < 7
    assert 0 <= rows[1] < 3


def test_vector_key() -> None:
    assert [vector_key(word) for word in ("«", "مُلوّنة", "ـ")] == ['"', "ملونة", ""]
