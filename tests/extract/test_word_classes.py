"""The table of word classes: each class stands once, is asked for by a rule, and what is not in it is an error."""

from pathlib import Path

import pytest

import hadath.extract
from hadath.extract.reading import read_table
from hadath.extract.spelling import fold, strip_marks
from hadath.extract.word_classes import word_class

ROWS = read_table("word_classes.tsv")
CODE = "".join(path.read_text("utf8") for path in Path(hadath.extract.__path__[0]).rglob("*.py"))


def test_a_class_stands_once() -> None:
    names = [name for _, name in ROWS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("words", "name"), ROWS)
def test_classes_are_asked_for_and_hold_words(words: str, name: str) -> None:
    assert f'word_class("{name}")' in CODE
    written = words.split("|")
    assert len(set(map(fold, written))) == len(written)
    assert all(word and word == strip_marks(word).strip() for word in written)


def test_words_are_folded() -> None:
    assert fold("أمير") in word_class("head of state")


def test_unknown_class() -> None:
    with pytest.raises(KeyError, match="no such"):
        word_class("no such")
