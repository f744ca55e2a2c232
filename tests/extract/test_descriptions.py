"""English names of participants without a name: true of them, in the right number, and never a name of somebody else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hadath.extract.gazetteer.nations import demonym
from hadath.extract.lexicon.tables import LexiconError
from hadath.extract.noun_names import (
    adjective_names,
    noun_names,
    read_adjective_names,
    read_noun_names,
)
from hadath.extract.spelling import fold
from hadath.extract.word_classes import word_class

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
ONE, TWO, MANY = "Number=Sing", "Number=Dual", "Number=Plur"


def english(tell: Tell, phrase: str) -> tuple[str | None, bool]:
    """What those who are arrested in a sentence are called, and whether they have no name; their noun stands at 2."""
    lines = [f"اعتقلت اعتقل VERB root 0 {DONE}", *(line.strip() for line in phrase.strip().splitlines())]
    story = tell("\n".join(lines))
    (key,) = story.event("اعتقلت").patients
    (entity,) = [e for e in story.extraction.entities if e.key == key]
    return entity.name_en, entity.unnamed


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        (f"الجندي جندي NOUN obj 1 {ONE}", "soldier"),
        (f"الجنود جندي NOUN obj 1 {MANY}", "soldiers"),
        (f"جنديين جندي NOUN obj 1 {TWO}", "soldiers"),
        (f"مئة مئة NUM obj 1 NumForm=Word\nجندي جندي NOUN nmod 2 {ONE}", "soldiers"),
        (f"20 20 NUM obj 1 NumForm=Digit\nجنديا جندي NOUN nummod 2 {ONE}", "soldiers"),
        (f"عددا عدد NOUN obj 1\nمن من ADP case 4\nالجنود جندي NOUN nmod 2 {MANY}", "soldiers"),
        (f"أحد أحد NOUN obj 1\nالجنود جندي NOUN nmod 2 {MANY}", "soldier"),
        (f"السوريين سوري NOUN obj 1 {MANY}", "Syrians"),
        (f"الفرنسيين فرنسي NOUN obj 1 {MANY}", "French people"),
    ],
)
def test_one_is_called_otherwise_than_many(tell: Tell, phrase: str, name: str) -> None:
    assert english(tell, phrase)[0] == name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("وزير وزير NOUN obj 1\nالخارجية خارجية NOUN nmod 2", "foreign minister"),
        ("وزير وزير NOUN obj 1\nالدفاع دفاع NOUN nmod 2\nالسابق سابق ADJ amod 2", "former defence minister"),
        (
            "القائد قائد NOUN obj 1\nالعسكري عسكري ADJ amod 2\nالسوري سوري ADJ amod 2",
            "Syrian military leader",
        ),
        (f"سكان ساكن NOUN obj 1 {MANY}\nالقرية قرية NOUN nmod 2", "residents of the village"),
        (f"سكان ساكن NOUN obj 1 {MANY}\nقرية قرية NOUN nmod 2", "residents of a village"),
        ("رئيس رئيس NOUN obj 1\nالنادي ناد NOUN nmod 2", "head of the club"),
        (f"جنود جندي NOUN obj 1 {MANY}\nمدججين مدجج ADJ amod 2", "heavily armed soldiers"),
    ],
)
def test_adjectives_and_owners_that_are_known_are_part_of_the_name(
    tell: Tell, phrase: str, name: str
) -> None:
    assert english(tell, phrase)[0] == name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        (f"جنودا جندي NOUN obj 1 {MANY}\nمتعبين متعب ADJ amod 2", "soldiers"),
        (f"جنودا جندي NOUN obj 1 {MANY}\nغير غير ADJ amod 2\nمسلحين مسلح ADJ amod 2", "soldiers"),
        ("مدير مدير NOUN obj 1\nالفلان فلان NOUN nmod 2\nالجديد جديد ADJ amod 2", "director"),
        ("نادي نادي NOUN obj 1\nالاتحاد اتحاد NOUN nmod 2", "club"),
        ("لاعبا لاعب NOUN obj 1\nالتعاون تعاون NOUN nmod 2", "player"),
        ("مدير مدير NOUN obj 1\nالفلان فلان NOUN nmod 2\nالسابق سابق ADJ amod 2", "former director"),
    ],
)
def test_a_name_may_say_less_but_stays_true(tell: Tell, phrase: str, name: str) -> None:
    assert english(tell, phrase)[0] == name


@pytest.mark.parametrize(
    "phrase",
    [
        "أربعة أربعة NUM obj 1 NumForm=Word\nمن من ADP case 4\nالجيش جيش NOUN nmod 2",
        f"عدد عدد NOUN obj 1\nالجنود جندي NOUN nmod 2 {MANY}",
        "الجهاز جهاز NOUN obj 1",
        "الفلان فلان NOUN obj 1",
    ],
)
def test_where_no_part_is_sure_there_is_no_name(tell: Tell, phrase: str) -> None:
    assert english(tell, phrase)[0] is None


def test_a_name_made_of_common_nouns_is_translated_whole_or_not_at_all(tell: Tell) -> None:
    ministry = (
        "وزارة وزارة NOUN obj 1 ORG\nالداخلية داخلية NOUN nmod 2 ORG\nالكازاخستانية كازاخستاني ADJ amod 2 ORG"
    )
    assert english(tell, ministry) == ("Kazakh interior ministry", False)
    club = "نادي نادي NOUN obj 1 ORG\nالاتحاد اتحاد NOUN nmod 2 ORG"
    assert english(tell, club) == ("Nady al-Athad", False)


def test_people_organisations_and_places_are_marked_as_unnamed(tell: Tell) -> None:
    assert english(tell, "الوزير وزير NOUN obj 1") == ("minister", True)
    assert english(tell, "الوزير وزير NOUN obj 1\nالحداد حداد PROPN nmod 2 PER") == ("al-Haddad", False)
    assert english(tell, f"الجنود جندي NOUN obj 1 {MANY}") == ("soldiers", False)


def test_every_noun_of_many_participants_has_a_name() -> None:
    for noun in ("متظاهر", "شرطة", "جندي", "مدني", "سلطات", "محتج", "مسلح", "حكومة", "مواطن", "لاجئ"):
        assert noun_names()[(fold(noun),)].many


def test_nationalities_stand_in_their_own_table() -> None:
    assert [word for word, name in adjective_names().items() if name and demonym(word)] == []


def test_adjectives_that_make_a_name_untrue_have_names() -> None:
    assert all(adjective_names().get(word) for word in word_class("untrue without"))


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("جندي\tجندي\t\t", "name «جندي» is empty, not in English letters or not trimmed"),
        ("جندي\t\tsoldiers\t", "name «» is empty"),
        ("جندي\tsoldier\tsoldiers\t\nجندي\tsoldier\t\t", "«جندي» has a row already"),
    ],
)
def test_a_row_that_cannot_be_meant_is_one_line(tmp_path: Path, row: str, problem: str) -> None:
    path = tmp_path / "noun_names.tsv"
    path.write_text(f"noun\tone\tmany\tof\n{row}\n", "utf8")
    with pytest.raises(LexiconError, match=r"noun_names.tsv:\d+: ") as error:
        read_noun_names(path)
    assert problem in str(error.value)
    assert "\n" not in str(error.value)


def test_an_adjective_has_one_row(tmp_path: Path) -> None:
    path = tmp_path / "adjective_names.tsv"
    path.write_text("adjective\tname\nمسلح\tarmed\nمسلح\tarmed\n", "utf8")
    with pytest.raises(LexiconError, match=r"adjective_names.tsv:3: «مسلح» has a row already"):
        read_adjective_names(path)
