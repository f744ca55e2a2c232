"""Attacks that are words, on text read by the trained pipeline."""

from datetime import date

import pytest
from spacy.language import Language

from hadath.extract.extraction import extract_doc
from hadath.extract.records import Article, Extraction


def _read(nlp: Language, text: str) -> Extraction:
    return extract_doc(Article("news", text, published=date(2024, 5, 2)), nlp(text))


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("شن رئيس الكتلة النائب سامي الحداد هجوما عنيفا على حزب العدالة.", "هجوما", "ACCUSE"),
        ("هاجم الوزير رئيس الحكومة السابق في مؤتمر صحفي.", "هاجم", "ACCUSE"),
        ("هاجم الرئيس الروسي أوكرانيا.", "هاجم", "ASSAULT"),
        ("هاجم مسلحون الوزير أمام منزله.", "هاجم", "ASSAULT"),
    ],
)
def test_who_holds_an_office_attacks_with_words(nlp: Language, text: str, word: str, type_: str) -> None:
    assert next(e.type for e in _read(nlp, text).events if e.trigger.text == word) == type_
