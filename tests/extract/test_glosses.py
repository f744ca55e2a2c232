"""English names of events: the table is sound, names every event word, and fits the sense that its sentence gives a word."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hadath.extract import glosses
from hadath.extract.glosses import gloss, read_glosses
from hadath.extract.lexicon.conditions import Company
from hadath.extract.lexicon.senses import triggers
from hadath.extract.lexicon.tables import LexiconError

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
MANY = "Number=Plur"


def name_of(story: Any, word: str) -> str | None:
    """The English name of the event whose trigger begins with a word."""
    return next(e.name_en for e in story.extraction.events if e.trigger.text.startswith(word))


def test_every_event_word_has_a_name_in_every_sense() -> None:
    senses = [sense for readings in triggers().values() for sense in readings if sense.event]
    assert [sense for sense in senses if not gloss(sense, Company())] == []


def test_every_name_is_that_of_an_event_word_read_so() -> None:
    table = triggers()
    for key, found in glosses._known().items():
        types = {sense.type for sense in table[key] if sense.event}
        assert {one.type for one in found} - {""} <= types, key


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("قال\tVERB\t\t\tقال", "gloss «قال» is empty, not in English letters or not trimmed"),
        ("قال\tVERB\t\t\t", "gloss «» is empty"),
        ("قال\tVERB\tTELL\t\tsaid", "type is «TELL»"),
        ("قال\tVERB\t\tobjekt=نار\tsaid", "condition «objekt=نار» is not understood"),
        ("قال\tVERB\t\t\tsaid\nقال\tVERB\tSAY\t\ttold", "behind the one that always holds"),
    ],
)
def test_a_row_that_cannot_be_meant_is_one_line(tmp_path: Path, row: str, problem: str) -> None:
    path = tmp_path / "glosses.tsv"
    path.write_text(f"lemma\tpos\ttype\twhen\tgloss\n{row}\n", "utf8")
    with pytest.raises(LexiconError, match=r"glosses.tsv:\d+: ") as error:
        read_glosses(path)
    assert problem in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("verb", "lemma", "object_", "noun", "name"),
    [
        ("اعتقلت", "اعتقل", "المحتجين", "محتج", "arrested"),
        ("أطلقت", "أطلق", "النار", "نار", "opened fire"),
        ("أطلقت", "أطلق", "سراح", "سراح", "released"),
        ("أطلقت", "أطلق", "حملة", "حملة", "launched"),
        ("طلبت", "طلب", "اللجوء", "لجوء", "sought asylum"),
        ("طلبت", "طلب", "قوات", "قوة", "requested"),
        ("نشرت", "نشر", "قوات", "قوة", "deployed"),
        ("نشرت", "نشر", "تقريرا", "تقرير", "published"),
    ],
)
def test_a_verb_is_named_in_the_past_tense_by_what_it_says_with_its_object(
    tell: Tell, verb: str, lemma: str, object_: str, noun: str, name: str
) -> None:
    story = tell(
        f"""{verb} {lemma} VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1
        {object_} {noun} NOUN obj 1 {MANY}"""
    )
    assert name_of(story, verb) == name


@pytest.mark.parametrize(
    ("noun", "genitive", "lemma", "name"),
    [
        ("إطلاق", "النار", "نار", "shooting"),
        ("إطلاق", "سراح", "سراح", "release"),
        ("اعتقال", "المتظاهرين", "متظاهر", "arrest"),
    ],
)
def test_a_verbal_noun_is_named_by_a_noun(
    tell: Tell, noun: str, genitive: str, lemma: str, name: str
) -> None:
    story = tell(
        f"""تم تم VERB root 0 {DONE}
        {noun} {noun} NOUN nsubj 1
        {genitive} {lemma} NOUN nmod 2"""
    )
    assert name_of(story, noun) == name


def test_a_participle_is_called_as_its_verb(tell: Tell) -> None:
    story = tell(
        f"""خرج خرج VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1
        مؤكدا مؤكد ADJ advcl 1
        أن أن SCONJ mark 5
        تراجع تراجع VERB ccomp 3 {DONE}
        الجيش جيش NOUN nsubj 5"""
    )
    assert name_of(story, "مؤكدا") == "affirmed"
    assert name_of(story, "تراجع") == "retreated"
