"""Where a text quotes, on words and marks alone."""

from collections.abc import Callable

import pytest

from hadath.extract.quotations import find_quotations
from hadath.extract.tokens import Doc

Reader = Callable[[str], Doc]
_MARKS = frozenset('«»“”"،.')


def quoted(doc: Doc) -> list[str]:
    return [doc[q.start : q.end].text for q in find_quotations(doc)]


def written(words: str) -> str:
    """A tree in which every word hangs on the first; ``|`` sets off sentences, ``+`` writes a word together with the next."""
    sentences = [sentence.split() for sentence in words.split("|")]
    return "\n\n".join(
        "\n".join(
            f"{word} {word.rstrip('+')} {'PUNCT' if word.rstrip('+') in _MARKS else 'NOUN'} "
            + ("root 0" if i == 0 else "dep 1")
            for i, word in enumerate(sentence)
        )
        for sentence in sentences
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("قال «+ ننسحب+ » غدا", ["ننسحب"]),
        ('قال "+ ننسحب+ " غدا', ["ننسحب"]),
        ("قال “+ ننسحب+ ” غدا", ["ننسحب"]),
        ("قال «+ ننسحب+ . | نعود+ » غدا", ["ننسحب. نعود"]),
        ('قال "+ ننسحب+ » غدا', ["ننسحب"]),  # marks of two kinds
        ("قال «+ ننسحب غدا+ . | عاد الجيش", ["ننسحب غدا."]),  # never closed
        ('قال "+ ننسحب+ " ثم "+ نعود+ "', ["ننسحب", "نعود"]),
        ("ننسحب+ » غدا", []),
        ("قال", []),
    ],
)
def test_quotations(tree_of: Reader, words: str, expected: list[str]) -> None:
    assert quoted(tree_of(written(words))) == expected


def test_quotation_knows_its_words(tree_of: Reader) -> None:
    (quotation,) = find_quotations(tree_of(written("قال «+ ننسحب+ » غدا")))
    assert 2 in quotation
    assert 1 not in quotation
    assert 3 not in quotation
