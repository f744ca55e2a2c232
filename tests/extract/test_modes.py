"""How an event is done, where the text says so."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hadath.extract import modes
from hadath.extract.lexicon.senses import triggers
from hadath.extract.lexicon.tables import LexiconError
from hadath.extract.modes import MODES, read_modes
from hadath.extract.spelling import fold
from hadath.ontology import event_modes

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"


def test_the_modes_are_those_of_the_ontology() -> None:
    assert all(modes <= event_modes(type_) for type_, modes in MODES.items())


def test_every_row_speaks_of_an_event_word_of_its_type() -> None:
    known = {
        (fold(word), sense.type)
        for readings in triggers().values()
        for sense in readings
        if sense.event and "light" not in sense.flags
        for word in (sense.lemma, sense.verb)
    }
    listed = {(row.lemma, type_) for type_, table in modes._modes().items() for row in table}
    assert {(lemma, type_) for lemma, type_ in listed if lemma != "*"} <= known


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("قصف\tASSAULT\t\thunger", "mode is «hunger», must be one of abduct"),
        ("قال\tSAY\t\tdemo", "type is «SAY»"),
        ("قصف\tASSAULT\tmood=جوي\taerial", "condition «mood=جوي» is not understood"),
        ("قصف\tASSAULT\t\taerial\nقصف\tASSAULT\t\tbeat", "two rows with the same condition"),
    ],
)
def test_a_row_that_cannot_be_meant_is_one_line(tmp_path: Path, row: str, problem: str) -> None:
    path = tmp_path / "modes.tsv"
    path.write_text(f"lemma\ttype\twhen\tmode\n{row}\n", "utf8")
    with pytest.raises(LexiconError, match=r"modes.tsv:\d+: ") as error:
        read_modes(path)
    assert problem in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("noun", "lemma", "adjective", "mode"),
    [
        ("هجوم", "هجوم", "انتحاري", "suicide-attack"),
        ("قصف", "قصف", "جوي", "aerial"),
        ("قصف", "قصف", "مدفعي", "heavy-weapons"),
        ("هجوم", "هجوم", "كبير", ""),
    ],
)
def test_an_adjective_tells_how_an_attack_is_made(
    tell: Tell, noun: str, lemma: str, adjective: str, mode: str
) -> None:
    story = tell(
        f"""وقع وقع VERB root 0 {DONE}
        {noun} {lemma} NOUN nsubj 1
        {adjective} {adjective} ADJ amod 2
        على على ADP case 5
        القرية قرية NOUN nmod 2"""
    )
    assert story.event(noun).mode == mode


def test_a_verbal_noun_has_the_mode_of_its_verb(tell: Tell) -> None:
    story = tell(
        f"""تم تم VERB root 0 {DONE}
        اعتقال اعتقال NOUN nsubj 1
        المتظاهرين متظاهر NOUN nmod 2 Number=Plur"""
    )
    assert story.event("اعتقال").mode == "arrest"


def test_an_attack_has_the_mode_of_its_instrument(tell: Tell) -> None:
    story = tell(
        f"""هاجم هاجم VERB root 0 {DONE}
        رجل رجل NOUN nsubj 1
        المارة مار NOUN obj 1 Number=Plur
        ب+ ب ADP case 5
        سكين سكين NOUN obl 1"""
    )
    assert story.event("هاجم").mode == "primitive"


def test_an_assassination_is_one_with_any_weapon(tell: Tell) -> None:
    story = tell(
        f"""اغتال اغتال VERB root 0 {DONE}
        مسلحون مسلح NOUN nsubj 1 Number=Plur
        القاضي قاض NOUN obj 1
        ب+ ب ADP case 5
        الرصاص رصاص NOUN obl 1"""
    )
    assert story.event("اغتال").mode == "assassinate"


@pytest.mark.parametrize(
    ("genitive", "mode"), [("الشرطة", "police"), ("الجيش", "troops"), ("المتمردين", "militia")]
)
def test_forces_are_told_by_their_genitive(tell: Tell, genitive: str, mode: str) -> None:
    lemma = {"المتمردين": "متمرد"}.get(genitive, genitive.removeprefix("ال"))
    story = tell(
        f"""انتشرت انتشر VERB root 0 {DONE_F}
        قوات قوة NOUN nsubj 1 Number=Plur
        {genitive} {lemma} NOUN nmod 2
        في في ADP case 5
        العاصمة عاصمة NOUN obl 1"""
    )
    assert story.event("انتشرت").mode == mode


def test_what_the_text_does_not_tell_has_no_mode(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {DONE}
        الجنود جندي NOUN nsubj 1 Number=Plur
        رجلا رجل NOUN obj 1"""
    )
    assert story.event("قتل").mode == ""
