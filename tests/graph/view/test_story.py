"""The story is told from extractions: everything numbered, entities joined, evidence cut out of the text, positions found."""

import json
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hadath.extract.records import Article, Entity, EntityKind, Event, Extraction, Mention, Modality
from hadath.graph.view import tell
from hadath.graph.view.data import story_data
from hadath.graph.view.layout import positions
from hadath.graph.view.overview import foremost, foremost_relations
from hadath.graph.view.scene import opening, scenes
from hadath.graph.view.story import Standing
from hadath.graph.view.text import CutText, short_label, visible, wrapped


@pytest.fixture(scope="module")
def told(kazakhstan_extraction):
    return tell([kazakhstan_extraction])


def names(story):
    return {node.number: node.name for node in (*story.entities, *story.events)}


def test_numbers_run_through_entities_and_events(told):
    assert sorted(names(told)) == list(range(len(told.entities) + len(told.events)))


def test_every_role_is_told(told):
    called = names(told)
    roles = {(called[role.event], role.name, called[role.other]) for role in told.roles}
    assert ("أرسلت روسيا", "agent", "روسيا") in roles
    assert ("أرسلت روسيا", "recipient", "كازاخستان") in roles
    assert ("أعلن", "content", "الانسحاب") in roles
    assert ("الانسحاب", "said_by", "قاسم جومارت توكاييف") in roles


def test_relations_name_the_predicate_of_what_is_asserted_only(told):
    called = names(told)
    steps = {(called[r.subject], called[r.object], r.predicate) for r in told.relations}
    assert ("محتجون", "المطار", "attacks") in steps
    assert ("قوات الأمن", "متظاهرين سلميين", "") in steps
    asserted = {event.number for event in told.events if event.standing is Standing.ASSERTED}
    assert {r.event for r in told.relations if r.predicate} <= asserted


def test_narrower_predicate_is_the_one_that_is_told():
    text = "اعتقلت الشرطة الناشط"
    at = [Mention(0, 6, "اعتقلت"), Mention(7, 13, "الشرطة"), Mention(14, 20, "الناشط")]
    entities = (
        Entity("a", EntityKind.ORGANIZATION, "الشرطة", (at[1],)),
        Entity("b", EntityKind.PERSON, "الناشط", (at[2],)),
    )
    event = Event("v", "COERCE", "اعتقل", at[0], agents=("a",), patients=("b",))
    (relation,) = tell([Extraction(Article("x", text), (), entities, (), (event,))]).relations
    assert relation.predicate == "arrests"


@pytest.mark.parametrize(
    ("change", "standing"),
    [
        ({}, "asserted"),
        ({"said_by": ("e",)}, "claimed"),
        ({"negated": True}, "denied"),
        ({"negated": True, "said_by": ("e",), "modality": Modality.FUTURE}, "denied"),
        ({"modality": Modality.FUTURE, "said_by": ("e",)}, "planned"),
        ({"modality": Modality.POSSIBLE}, "possible"),
        ({"modality": Modality.CONDITIONAL}, "possible"),
    ],
)
def test_standing(change, standing):
    assert Standing.of(replace(Event("v", "OTHER", "", Mention(0, 1, "x")), **change)) == standing


def test_entities_of_one_wikidata_item_are_one(kazakhstan_extraction):
    other = replace(kazakhstan_extraction, article=replace(kazakhstan_extraction.article, id="other"))
    story = tell([kazakhstan_extraction, other])
    (tokayev,) = (entity for entity in story.entities if entity.wikidata == "Q449543")
    assert {passage.article for passage in tokayev.passages} == {0, 1}
    assert len([entity for entity in story.entities if entity.name == "المطار"]) == 2


def test_evidence_is_the_characters_of_the_mentions(told, kazakhstan_extraction):
    pieces = told.articles[0].pieces
    assert "".join(pieces) == kazakhstan_extraction.article.text
    for node, entity in zip(told.entities, kazakhstan_extraction.entities, strict=True):
        marks = ["".join(pieces[slice(*run)]) for passage in node.passages for run in passage.marks]
        assert sorted(marks) == sorted(mention.text for mention in entity.mentions)


def test_a_graph_without_texts_shows_what_its_mentions_tell(kazakhstan_extraction):
    sparse = list(kazakhstan_extraction.article.text)
    kept = {
        place
        for entity in kazakhstan_extraction.entities
        for m in entity.mentions
        for place in range(m.start, m.end)
    }
    text = "".join(letter if place in kept else "…" for place, letter in enumerate(sparse))
    bare = replace(
        kazakhstan_extraction, article=replace(kazakhstan_extraction.article, text=text), events=(), times=()
    )
    shown = "".join(tell([bare]).articles[0].pieces)
    assert "الرئيس الكازاخستاني قاسم جومارت توكاييف" in shown
    assert len(shown) < 1_500 < len(text)


def test_newest_articles_are_kept_when_there_are_too_many(kazakhstan_extraction):
    def of(day):
        return replace(
            kazakhstan_extraction, article=replace(kazakhstan_extraction.article, id=str(day), published=day)
        )

    articles = [of(date(2022, 1, day)) for day in (3, 1, 2)]
    story = tell(articles, limit=80)
    assert [article.published for article in story.articles] == ["2022-01-03", "2022-01-02"]
    assert story.left_out == 1
    assert len(tell(articles, limit=1).articles) == 1
    assert tell(articles).left_out == 0


def test_data_is_json_that_leaves_out_what_is_empty(told):
    data = json.loads(json.dumps(story_data(told)))
    assert set(data) == {"title", "leftOut", "articles", "nodes", "roles", "relations", "world"}
    event = next(node for node in data["nodes"] if node["name"] == "الانسحاب")
    assert event["standing"] == "planned"
    assert event["times"] == [
        {
            "text": "يوم الخميس 13 يناير",
            "value": "2022-01-13",
            "begin": "2022-01-13",
            "end": "2022-01-13",
            "basis": "explicit",
        }
    ]
    assert "negated" not in event
    assert "numbers" not in event


def test_roles_that_lead_nowhere_are_left_out():
    verb = Mention(0, 4, "زارت")
    event = Event(
        "v", "VISIT", "زار", verb, agents=("nobody",), contents=("nothing", "v"), said_by=("nobody",)
    )
    story = tell([Extraction(Article("a", "زارت"), events=(event,))])
    assert [role.name for role in story.roles] == ["content"]


def test_first_drawing_shows_speakers_instead_of_acts_of_speech(told):
    shown = {names(told)[number] for number in foremost(told)}
    assert {"الانسحاب", "قاسم جومارت توكاييف"} <= shown
    assert "أعلن" not in shown


def test_first_drawing_is_small_whatever_the_story(kazakhstan_extraction):
    many = [
        replace(kazakhstan_extraction, article=replace(kazakhstan_extraction.article, id=str(n)))
        for n in range(30)
    ]
    story = tell(many)
    assert len(story.events) == 480
    assert len(foremost(story)) <= 60
    assert len(foremost_relations(story)) <= 60
    places = scenes(story)
    assert opening(places) == "relations"
    assert len(set(places["events"].values())) == len(places["events"])


def test_boxes_do_not_cover_each_other():
    sizes = {number: (60.0 + 10 * (number % 7), 40.0) for number in range(60)}
    pairs = [(number, number * number % 60) for number in range(60)]
    found = positions(range(60), pairs, sizes, edge=85, room=26)
    assert found == positions(range(60), pairs, sizes, edge=85, room=26)
    for (a, (ax, ay)), (b, (bx, by)) in combinations(found.items(), 2):
        assert (
            abs(ax - bx) > (sizes[a][0] + sizes[b][0]) / 2 - 2
            or abs(ay - by) > (sizes[a][1] + sizes[b][1]) / 2 - 2
        )


def test_nothing_has_no_place():
    assert positions([], [], {}, edge=85, room=26) == {}


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=60), st.data())
def test_pieces_are_the_text_whatever_the_mentions(text, data):
    bound = st.integers(0, len(text))
    spans = [sorted(pair) for pair in data.draw(st.lists(st.tuples(bound, bound), max_size=6))]
    mentions = tuple(Mention(start, end, text[start:end]) for start, end in spans)
    extraction = Extraction(Article("a", text), (), (Entity("e", EntityKind.THING, "x", mentions),))
    cut = CutText(extraction)
    pieces = cut.pieces()
    assert "".join(pieces) == visible(text)
    assert ["".join(pieces[slice(*cut.run(mention))]) for mention in mentions] == [
        visible(m.text) for m in mentions
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("توكاييف", "توكاييف"),
        ("سطر\nوسطر", "سطر وسطر"),
        ("\u202eقلب\u202c", "قلب"),
        ("", "…"),
        ("كلمة " * 30, "كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة…"),
        ("ب" * 90, "ب" * 47 + "…"),
    ],
    ids=["short", "two lines", "overrides", "nothing", "many words", "one long word"],
)
def test_short_label(text, label):
    assert short_label(text) == label


def test_long_names_stand_on_several_lines():
    assert wrapped("مفوضية الأمم المتحدة السامية لحقوق الإنسان").count("\n") == 1
    assert wrapped("توكاييف") == "توكاييف"
