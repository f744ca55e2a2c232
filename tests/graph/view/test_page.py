"""The page is one offline file, the same every time, and its policy lets nothing run but the code in the package."""

import json
import re
from html.parser import HTMLParser

import pytest

from hadath.extract.records import Article, EntityKind, Extraction
from hadath.graph.view import render_page
from hadath.graph.view.code import PANELS
from hadath.graph.view.terms import page_terms
from hadath.graph.view.text import visible


class Reader(HTMLParser):
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


def carried(page: str) -> dict:
    return json.loads(Reader(page).texts["data"])


def test_page_is_arabic_and_right_to_left(kazakhstan_extraction):
    page = render_page([kazakhstan_extraction])
    assert Reader(page).elements[0] == ("html", {"lang": "ar", "dir": "rtl"})
    assert "توكاييف: ما جرى" in Reader(page).texts["title"]


def test_page_fetches_nothing(kazakhstan_extraction):
    elements = Reader(render_page([kazakhstan_extraction])).elements
    sources = [
        attrs[key]
        for _, attrs in elements
        for key in ("src", "href", "srcset", "data", "action")
        if key in attrs
    ]
    assert sources == ["data:,"]
    assert not {"iframe", "object", "embed", "img", "base", "form"} & {tag for tag, _ in elements}


def test_policy_allows_only_the_code_in_the_page(kazakhstan_extraction):
    elements = Reader(render_page([kazakhstan_extraction])).elements
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
    data = carried(render_page(extractions))
    assert data["nodes"] == data["edges"] == []
    assert len(data["story"]["articles"]) == len(extractions)


def test_title_is_shown(kazakhstan_extraction):
    assert Reader(render_page([kazakhstan_extraction], title="قصة <b>")).texts["title"] == "قصة <b>"


def test_payload_adds_no_element_and_no_attribute(hostile, payload):
    plain = Reader(render_page([hostile("كلمة")]))
    page = render_page([hostile(payload)])
    page.encode("utf-8")
    found = Reader(page)
    assert [tag for tag, _ in found.elements] == [tag for tag, _ in plain.elements]
    assert [attrs for _, attrs in found.elements] == [attrs for _, attrs in plain.elements]
    story = json.loads(found.texts["data"])["story"]
    assert story["nodes"][0]["name"] == visible(payload)
    assert "wikidata" not in story["nodes"][0]


def test_every_kind_and_type_has_a_look():
    terms = page_terms()
    categories = {key for group, key in terms if group == "category"}
    assert {key for group, key in terms if group == "entity"} == set(EntityKind)
    assert {term.shape for (group, _), term in terms.items() if group == "event"} <= categories
    assert sum(group == "event" for group, _ in terms) == 18


def test_every_panel_is_named_and_every_term_said_in_both_languages():
    terms = page_terms()
    assert {("panel", name) for name in PANELS} <= set(terms)
    assert all(term.ar and term.en for term in terms.values())


def test_every_word_that_the_scripts_say_is_in_the_tables():
    page = render_page([])
    said = set(re.findall(r'words\.tell\("([^"]+)"[,)]', page))
    assert said
    assert said <= {key for group, key in page_terms() if group == "word"}
