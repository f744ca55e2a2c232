"""Events that a light or modal verb or a noun carries, on text read by the trained pipeline."""

from datetime import date

import pytest
from spacy.language import Language

from hadath.extract.extraction import extract_doc
from hadath.extract.records import Article, Extraction


def _read(nlp: Language, text: str) -> Extraction:
    return extract_doc(Article("news", text, published=date(2024, 5, 2)), nlp(text))


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("حاول المتهم قتل الحارس وتفجير المقر.", "تفجير", "possible"),
        ("كان ينوي ارتكاب ثلاثة اعتداءات في العاصمة.", "اعتداءات", "future"),
        ("يستعد التنظيم لشن هجوم على الميناء.", "هجوم", "future"),
        ("قال إن ضربة جوية ستكون ضد عشرة مواقع.", "ضربة", "future"),
        ("أضاف أن هجمات جديدة يمكن أن تستهدف المطارات.", "هجمات", "possible"),
        ("قال إن هجوما استهدف دورية في المدينة.", "هجوما", "asserted"),
    ],
)
def test_how_sure_an_attack_is(nlp: Language, text: str, word: str, modality: str) -> None:
    assert next(e.modality for e in _read(nlp, text).events if e.trigger.text == word) == modality


def test_a_light_verb_carries_what_stands_behind_its_subject(nlp: Language) -> None:
    events = _read(nlp, "قام شاب من سكان الحي القديم بقتل شرطي.").events
    assert [(e.trigger.text, len(e.agents), len(e.patients)) for e in events] == [("قتل", 1, 1)]
