"""Where sentences start, given what the segmenter believes."""

import numpy as np
import pytest

from hadath.extract.sentences import LONGEST, sentence_starts
from hadath.extract.words import word_spans


def starts(text: str, sure: dict[str, float]) -> list[str]:
    """First words of the sentences; ``sure`` gives the probability of some words, all others have none."""
    spans = [(a, b) for a, b in word_spans(text) if not text[a:b].isspace()]
    probabilities = np.array([sure.get(text[a:b], 0.0) for a, b in spans], dtype=np.float32)
    found = sentence_starts(text, spans, probabilities)
    return [text[slice(*spans[i])] for i in sorted(found)]


@pytest.mark.parametrize(
    ("text", "sure", "expected"),
    [
        ("غادر الوفد. وعاد الوزير", {"وعاد": 0.5}, ["غادر", "وعاد"]),
        ("غادر الوفد. وعاد الوزير", {"وعاد": 0.1}, ["غادر"]),
        ("غادر الوفد وعاد الوزير", {"وعاد": 0.5}, ["غادر"]),
        ("غادر الوفد وعاد الوزير", {"وعاد": 0.9}, ["غادر"]),
        ("غادر الوفد مطار العاصمة صباح الأحد وعاد الوزير", {"وعاد": 0.9}, ["غادر", "وعاد"]),
        ("قال «سنعود غدا.» ثم خرج", {"ثم": 0.5}, ["قال", "ثم"]),
        ("قال «سنعود غدا؟» ثم خرج", {"ثم": 0.5}, ["قال", "ثم"]),
        ("غدا، ثم خرج", {"ثم": 0.5}, ["غدا"]),
        ("عنوان قصير\nبدأ الاجتماع", {}, ["عنوان", "بدأ"]),
        ("عنوان قصير \r\n\r\n بدأ الاجتماع", {}, ["عنوان", "بدأ"]),
        ("عنوان\u2028بدأ", {}, ["عنوان", "بدأ"]),
        ("كلمة", {"كلمة": 0.0}, ["كلمة"]),
    ],
)
def test_table(text: str, sure: dict[str, float], expected: list[str]) -> None:
    assert starts(text, sure) == expected


def test_a_text_without_stops_is_cut() -> None:
    assert len(starts("كلمة " * (3 * LONGEST), {})) == 3


def test_the_cut_counts_from_the_last_start() -> None:
    text = "كلمة " * 10 + "ثم " + "كلمة " * (LONGEST - 1)
    assert starts(text, {"ثم": 1.0}) == ["كلمة", "ثم"]
