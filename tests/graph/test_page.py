"""The page is one offline file, the same every time, and shows whatever an article holds as text."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hadath.extract.records import Article, Entity, EntityKind, Event, Extraction, Mention, Sentence
from hadath.graph.view import render_page
from hadath.graph.view.terms import page_terms
from hadath.graph.view.text import CutText, short_label, visible, wrapped

PAYLOADS = [
    "<script>window.pwned=1</script>",
    "</script><script>window.pwned=1</script>",
    "<!--<script>",
    "]]>--><img src=x onerror=window.pwned=1>",
    "<svg/onload=window.pwned=1>",
    '"><iframe srcdoc="<script>parent.pwned=1</script>">',
    "' onmouseover='window.pwned=1",
    "javascript:window.pwned=1",
    '<a href="javascript:window.pwned=1">href</a>',
    "{{ 7*7 }}{% raw %}",
    "${window.pwned=1}`",
    "</title><style>*{display:none}</style>",
    "&lt;b&gt;&#60;script&#62;",
    "\u202eقلب\u202c \u2066عزل\u2069",
    "a\u2028b\u2029c\x00d\x1fe",
    "\ud800 lone \udfff",
    "😀 رمز \U0001f3f3",
    "__proto__",
]


class _Reader(HTMLParser):
    """What a browser would take from the page: elements, attributes and the data block."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self._open = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._open = dict(attrs).get("id") or tag

    def handle_endtag(self, tag):
        self._open = ""

    def handle_data(self, data):
        self.texts[self._open] = self.texts.get(self._open, "") + data


def _story(page: str) -> dict:
    return json.loads(_Reader(page).texts["data"])


def _hostile(payload: str) -> Extraction:
    """One event between two entities in which every text a reader sees is the payload."""
    text = f"{payload} ضرب {payload}"
    first, verb = Mention(0, len(payload), payload), Mention(len(payload) + 1, len(payload) + 4, "ضرب")
    last = Mention(len(text) - len(payload), len(text), payload)
    entities = (
        Entity(payload, EntityKind.PERSON, payload, (first,), name_en=payload, wikidata=payload),
        Entity(payload + "2", EntityKind.THING, payload, (last,)),
    )
    event = Event(
        payload, payload, payload, verb, (payload,), (payload + "2",), said_by=(payload,), rule=payload
    )
    article = Article(payload, text, title=payload, source=payload, url=payload)
    return Extraction(article, (Sentence(0, len(text)),), entities, (), (event,))


def test_page_is_arabic_and_right_to_left(kazakhstan_extraction):
    page = render_page([kazakhstan_extraction])
    assert _Reader(page).elements[0] == ("html", {"lang": "ar", "dir": "rtl"})
    assert "توكاييف: ما جرى" in _Reader(page).texts["title"]


def test_page_fetches_nothing(kazakhstan_extraction):
    elements = _Reader(render_page([kazakhstan_extraction])).elements
    sources = [
        attrs[key]
        for _, attrs in elements
        for key in ("src", "href", "srcset", "data", "action")
        if key in attrs
    ]
    assert sources == ["data:,"]
    assert not {"iframe", "object", "embed", "img", "base", "form"} & {tag for tag, _ in elements}


def test_policy_allows_only_the_code_in_the_page(kazakhstan_extraction):
    elements = _Reader(render_page([kazakhstan_extraction])).elements
    policy = next(
        attrs["content"] for tag, attrs in elements if attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert not re.search(r"unsafe|nonce|https?:|\*", policy)
    assert not any(name.startswith("on") or name == "style" for _, attrs in elements for name in attrs)


def test_same_extractions_give_the_same_page(kazakhstan_extraction):
    assert render_page([kazakhstan_extraction]) == render_page([kazakhstan_extraction])


@pytest.mark.parametrize(
    "extractions",
    [[], [Extraction(Article("empty", ""))], [Extraction(Article("words", "كلام بلا أحداث"))]],
    ids=["no article", "empty article", "no event"],
)
def test_page_without_events(extractions):
    data = _story(render_page(extractions))
    assert data["nodes"] == data["edges"] == []
    assert len(data["story"]["articles"]) == len(extractions)


def test_title_is_shown(kazakhstan_extraction):
    assert _Reader(render_page([kazakhstan_extraction], title="قصة <b>")).texts["title"] == "قصة <b>"


def test_every_event_and_every_role_is_drawn(kazakhstan_extraction):
    data = _story(render_page([kazakhstan_extraction]))
    roles = [(edge["role"], data["story"]["nodes"][edge["other"]]["name"]) for edge in data["story"]["edges"]]
    assert sum(node["shape"] == "box" for node in data["nodes"]) == len(kazakhstan_extraction.events)
    assert ("agent", "روسيا") in roles
    assert ("recipient", "كازاخستان") in roles
    assert ("content", "الانسحاب") in roles
    assert len(data["edges"]) == len(roles)


def test_speaker_is_linked_to_the_claim_when_no_saying_event_does(kazakhstan_extraction):
    event = next(event for event in kazakhstan_extraction.events if event.key == "v7")
    alone = replace(kazakhstan_extraction, events=(event,))
    edges = _story(render_page([alone]))["story"]["edges"]
    assert [edge["role"] for edge in edges] == ["agent", "patient", "said_by"]


@pytest.mark.parametrize(
    ("trigger", "dashes", "border"),
    [
        ("أرسلت روسيا", False, "#1b2733"),
        ("اعتقلت", [9, 5], "#1b2733"),
        ("استقر", [2, 4], "#1b2733"),
        ("الانسحاب", [9, 3, 2, 3], "#1b2733"),
        ("✗ أطلقت النار", [9, 5], "#a3123f"),
    ],
    ids=["asserted", "claimed", "conditional", "claimed and future", "denied"],
)
def test_standing_of_an_event_is_seen(kazakhstan_extraction, trigger, dashes, border):
    nodes = _story(render_page([kazakhstan_extraction]))["nodes"]
    node = next(node for node in nodes if node["label"].split("\n")[0] == trigger)
    assert node["shapeProperties"]["borderDashes"] == dashes
    assert node["color"]["border"] == border


def test_boxes_do_not_cover_each_other(kazakhstan_extraction):
    nodes = _story(render_page([kazakhstan_extraction]))["nodes"]
    places = [(node["x"], node["y"]) for node in nodes]
    assert len(set(places)) == len(places)
    assert all(abs(a[0] - b[0]) > 40 or abs(a[1] - b[1]) > 28 for a in places for b in places if a != b)


def test_evidence_is_the_characters_of_the_mentions(kazakhstan_extraction):
    story = _story(render_page([kazakhstan_extraction]))["story"]
    pieces = story["articles"][0]["pieces"]
    assert "".join(pieces) == kazakhstan_extraction.article.text
    entities = [node for node in story["nodes"] if node["group"] == "entity"]
    for node, entity in zip(entities, kazakhstan_extraction.entities, strict=True):
        marks = ["".join(pieces[a:b]) for item in node["evidence"] for a, b in item["marks"]]
        assert sorted(marks) == sorted(mention.text for mention in entity.mentions)


def test_entities_of_one_wikidata_item_are_one_node(kazakhstan_extraction):
    other = replace(kazakhstan_extraction, article=replace(kazakhstan_extraction.article, id="other"))
    story = _story(render_page([kazakhstan_extraction, other]))["story"]
    tokayev = [node for node in story["nodes"] if node.get("wikidata") == "Q449543"]
    assert len(tokayev) == 1
    assert {item["article"] for item in tokayev[0]["evidence"]} == {0, 1}


def test_a_large_story_is_laid_out_too(kazakhstan_extraction):
    story = _story(render_page([kazakhstan_extraction] * 30))
    assert len(story["nodes"]) > 300
    assert len({(node["x"], node["y"]) for node in story["nodes"]}) == len(story["nodes"])


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_payload_adds_no_element_and_no_attribute(payload):
    plain = _Reader(render_page([_hostile("كلمة")]))
    page = render_page([_hostile(payload)])
    page.encode("utf-8")
    hostile = _Reader(page)
    assert [tag for tag, _ in hostile.elements] == [tag for tag, _ in plain.elements]
    assert [attrs for _, attrs in hostile.elements] == [attrs for _, attrs in plain.elements]
    story = json.loads(hostile.texts["data"])["story"]
    assert story["nodes"][0]["name"] == visible(payload)
    assert story["nodes"][0]["wikidata"] == ""


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


def test_roles_that_lead_nowhere_are_left_out():
    verb = Mention(0, 4, "زارت")
    event = Event("v", "VISIT", "زار", verb, ("nobody",), contents=("nothing", "v"), said_by=("nobody",))
    data = _story(render_page([Extraction(Article("a", "زارت"), events=(event,))]))
    assert [edge["role"] for edge in data["story"]["edges"]] == ["content"]


def test_every_kind_and_type_has_a_look():
    terms = page_terms()
    categories = {key for group, key in terms if group == "category"}
    assert {key for group, key in terms if group == "entity"} == set(EntityKind)
    assert {term.shape for (group, _), term in terms.items() if group == "event"} <= categories
    assert sum(group == "event" for group, _ in terms) == 18
