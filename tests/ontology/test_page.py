"""The page of the ontology: what is committed is what the Turtle says, in both languages, with an anchor for every address."""

import subprocess
import sys
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from rdflib import SH

from hadath.ontology.namespace import HD
from hadath.ontology.page import generate_page
from hadath.ontology.vocabulary import shapes, vocabulary


class Page(HTMLParser):
    """Anchors, links and what would be loaded from elsewhere."""

    def __init__(self, text):
        super().__init__()
        self.anchors, self.links, self.loads = [], set(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.anchors += [found["id"]] if "id" in found else []
        self.links |= {found["href"]} if tag == "a" else set()
        self.loads += [tag] if tag in ("script", "link", "img", "iframe") or "src" in found else []


@pytest.fixture(scope="module")
def text():
    return generate_page()


@pytest.fixture(scope="module")
def page(text):
    return Page(text)


def test_the_committed_page_is_up_to_date(text):
    committed = (files("hadath.ontology") / "index.html").read_text("utf-8")
    assert committed == text, "run: python -m hadath.ontology ontology/index.html"


def test_every_term_has_its_anchor(page):
    terms = {str(term).removeprefix(str(HD)) for term in vocabulary().subjects() if term in HD}
    rules = {str(rule).removeprefix(str(HD)) for rule in shapes().subjects(SH.message)}
    assert terms | rules <= set(page.anchors)


def test_anchors_are_unique_and_links_lead_to_them(page):
    assert len(page.anchors) == len(set(page.anchors))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.anchors)


def test_nothing_is_loaded_from_elsewhere(page, text):
    assert page.loads == []
    assert "default-src 'none'" in text


def test_both_languages_are_marked(text):
    assert '<span lang="ar">حدث منسوب إلى قائل</span>' in text
    assert '<span lang="en">claimed event</span>' in text


def test_the_command_writes_the_page(tmp_path, text):
    run = subprocess.run([sys.executable, "-m", "hadath.ontology", str(tmp_path / "index.html")], check=False)
    assert run.returncode == 0
    assert (tmp_path / "index.html").read_text("utf-8") == text


def test_the_command_says_what_it_wants():
    run = subprocess.run(
        [sys.executable, "-m", "hadath.ontology"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert run.stderr == "usage: python -m hadath.ontology FILE\n"
