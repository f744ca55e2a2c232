"""Names from the scores of the two name classifiers."""

import numpy as np
import pytest

from hadath.extract.names import name_spans

NER = ["O"] + [f"{bi}-{kind}" for kind in ("PER", "LOC", "ORG", "MISC") for bi in "BI"]
FINE = ["O"] + [f"{bi}-{kind}" for kind in ("PER", "NORP", "ORG", "GPE", "LOC", "FAC", "MISC") for bi in "BI"]


def scores(row: str, labels: list[str]) -> np.ndarray:
    return np.array([[9.0 * (label == seen) for label in labels] for seen in row.split()], dtype=np.float32)


def names(ner: str, fine: str) -> list[tuple[int, int, str]]:
    return name_spans(scores(ner, NER), scores(fine, FINE), {"ner": NER, "fine": FINE})


@pytest.mark.parametrize(
    ("ner", "fine", "expected"),
    [
        ("O O O", "O O O", []),
        ("B-PER I-PER O", "B-PER I-PER O", [(0, 2, "PER")]),
        ("B-PER B-PER O", "O O O", [(0, 1, "PER"), (1, 2, "PER")]),
        ("O B-ORG I-ORG", "O B-GPE I-GPE", [(1, 3, "ORG")]),
        ("O B-LOC O", "O B-GPE O", [(1, 2, "GPE")]),
        ("O B-LOC I-LOC", "O B-FAC I-FAC", [(1, 3, "FAC")]),
        ("B-LOC O O", "B-LOC O O", [(0, 1, "LOC")]),
        ("I-ORG I-ORG O", "O O O", [(0, 2, "ORG")]),
        ("B-PER I-ORG O", "O O O", [(0, 1, "PER"), (1, 2, "ORG")]),
        ("O O B-PER", "B-NORP O O", [(0, 1, "NORP"), (2, 3, "PER")]),
        ("O B-ORG I-ORG", "O O B-NORP", [(1, 3, "ORG")]),
        ("O O O", "B-GPE O B-PER", []),
        ("B-MISC O O", "O O O", [(0, 1, "MISC")]),
    ],
)
def test_table(ner: str, fine: str, expected: list[tuple[int, int, str]]) -> None:
    assert names(ner, fine) == expected


def test_a_place_of_no_kind_is_still_a_place() -> None:
    assert [kind for _, _, kind in names("B-LOC", "O")] == ["GPE"]


def test_a_doubtful_name_is_left_out() -> None:
    doubtful = scores("B-PER O", NER) * 0.2  # the best label has less than half of the probability
    assert name_spans(doubtful, scores("O O", FINE), {"ner": NER, "fine": FINE}) == []
