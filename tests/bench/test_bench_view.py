"""The arithmetic of the benchmark of the page; nothing is said about how fast anything is."""

import pytest
from view import Opening, grown, report

from hadath.extract.records import Article, Entity, EntityKind, Event, Extraction, Mention

ONE = Extraction(
    Article("a", "زار خالد"),
    (),
    (Entity("e", EntityKind.PERSON, "خالد", (Mention(4, 8, "خالد"),), wikidata="Q1"),),
    (),
    (Event("v", "CONSULT", "زار", Mention(0, 3, "زار"), agents=("e",)),),
)


def test_stories_grow_to_the_size_that_is_asked_for() -> None:
    found = grown([ONE], 200)
    assert 200 <= sum(len(one.events) + len(one.entities) for one in found) <= 202
    assert len({one.article.id for one in found}) == len(found)
    assert {entity.wikidata for one in found for entity in one.entities} == {None}


def test_no_events_is_said_in_one_line() -> None:
    with pytest.raises(SystemExit, match="no events"):
        grown([Extraction(Article("a", ""))], 10)


def test_report_gives_ratios() -> None:
    assert "| 1,000 | 40 | 0.50 | 1.20 | 300 | 3.0 | 7 | 90 |" in report(
        [Opening(1000, 40, 0.5, 1.2, 300.0, 7.0, 90.0)], 100.0
    )
