"""What something is done for."""

from collections.abc import Callable
from typing import Any

import pytest

from hadath.extract import Article
from hadath.extract.extraction import extract_doc
from hadath.extract.pipeline import load

Tell = Callable[..., Any]
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"


def aims(text: str, trigger: str) -> list[str]:
    """The words of the events that one is done for."""
    found = extract_doc(Article("a", text), load()(text)).events
    event = next(e for e in found if e.trigger.text == trigger)
    return [other.trigger.text for other in found if other.key in event.purposes]


@pytest.mark.parametrize(
    ("text", "trigger", "aim"),
    [
        ("أرسلت الحكومة قوات إلى الحدود بهدف منع التهريب.", "أرسلت", "منع"),
        ("اجتمع القادة من أجل إنهاء الحرب.", "اجتمع", "إنهاء"),
        ("نشرت روسيا قواتها كي تحمي القواعد.", "نشرت", "تحمي"),
        ("عقد المجلس جلسة بغية إقرار القانون.", "جلسة", "إقرار"),
        ("اعتقلت الشرطة عشرة أشخاص في محاولة لوقف الاحتجاجات.", "اعتقلت", "وقف"),
    ],
)
def test_words_of_purpose(text: str, trigger: str, aim: str) -> None:
    assert aims(text, trigger) == [aim]


def test_who_acts_pursues_the_aim(tell: Tell) -> None:
    story = tell(
        f"""أرسلت أرسل VERB root 0 {DONE_F}
        الحكومة حكومة NOUN nsubj 1 Gender=Fem
        جنودا جندي NOUN obj 1 Number=Plur
        ب+ ب ADP case 5
        هدف هدف NOUN obl 1
        اعتقال اعتقال NOUN nmod 5
        المهربين مهرب NOUN nmod 6 Number=Plur"""
    )
    assert story.event("أرسلت").purposes == (story.event("اعتقال").key,)
    assert story.who("اعتقال", "agents") == ["الحكومة"]
    assert str(story.event("اعتقال").modality) == "possible"


def test_a_recipient_behind_lam_is_no_purpose() -> None:
    assert aims("قدم الوزير التعازي لأسر الضحايا.", "قدم") == []
