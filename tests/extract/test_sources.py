"""What a cited source speaks for."""

import pytest

from hadath.extract import Article, extract
from hadath.extract.records import Event, Extraction


def read(text: str) -> Extraction:
    """What is read from a text."""
    return next(extract([Article("a", text)]))


def speakers(text: str, word: str) -> list[str]:
    """To whom the event of a word is attributed."""
    found = read(text)
    names = {entity.key: entity.name for entity in found.entities}
    event: Event = next(e for e in found.events if e.trigger.text == word)
    return [names[key] for key in event.said_by]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ('قال الوزير "بحسب الشرطة، قتل شخصان".', "قال", []),
        ('قالت الهيئة "وفقا لتقييمنا، لم يصب أحد".', "قالت", []),
        ('اعتبر الوزير أن الخطوة "تعكس رغبة البلدين"، حسب ما نقلت وكالة المرسى.', "اعتبر", ["وكالة المرسى"]),
        ("قتل شخصان في انفجار، بحسب الشرطة.", "قتل", ["الشرطة"]),
    ],
)
def test_a_source_cited_in_a_quotation_speaks_for_what_is_quoted(
    text: str, word: str, expected: list[str]
) -> None:
    assert speakers(text, word) == expected
