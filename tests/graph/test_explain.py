"""What was read, told sentence by sentence."""

from hadath.extract.records import Article, Entity, EntityKind, Event, Extraction, Mention
from hadath.graph.explain import explain


def test_it_tells_events_speakers_and_what_was_not_understood(story):
    text = explain(story)
    for line in (
        "story: 3 sentences, 6 events, 9 entities, 1 event words without an event",
        "  * COERCE «اعتقلت» 103–109 (arrested), claimed",
        "      said by   سامي الحداد (Sami al-Haddad)",
        "      quantity  نحو 8 آلاف = about 8000 متظاهر",
        "  * REQUEST «تطلب» 142–146, claimed, negated",
        "  * RETREAT «ستنسحب» 194–200, future",
        "  - «تكلفة» 212–217: no event (no actor)",
    ):
        assert line in text.splitlines()


def test_each_event_is_told_once(story, second, kazakhstan_extraction):
    for extraction in (story, second, kazakhstan_extraction):
        assert explain(extraction).count("\n  * ") == len(extraction.events)


def test_an_event_outside_of_all_sentences_is_still_told(story):
    assert (
        explain(Extraction(story.article, (), story.entities, story.times, story.events)).count("\n  * ") == 6
    )


def test_an_empty_article_is_one_line():
    assert (
        explain(Extraction(Article("x", "")))
        == "x: 0 sentences, 0 events, 0 entities, 0 event words without an event\n"
    )


def test_mode_movement_and_instrument_are_told():
    word = Mention(0, 3, "قصف")
    entities = (
        Entity("e1", EntityKind.CITY, "حلب", (word,)),
        Entity("e2", EntityKind.THING, "صاروخ", (word,)),
    )
    event = Event(
        "v", "ASSAULT", "قصف", word, mode="aerial", places=("e1",), origins=("e1",), instruments=("e2",)
    )
    lines = explain(Extraction(Article("x", "قصف"), entities=entities, events=(event,))).splitlines()
    assert "  * ASSAULT aerial «قصف» 0–3, asserted" in lines
    assert {"      place     حلب", "      from      حلب", "      with      صاروخ"} <= set(lines)
