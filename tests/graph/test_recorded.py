"""What was written is read back: the records of a graph give the same graph again."""

from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Literal

from hadath.extract import extract
from hadath.extract.articles import read_articles
from hadath.extract.records import Article, Extraction
from hadath.graph.dataset import quads
from hadath.graph.recorded import UNKNOWN, recall

DATA = Path(__file__).parents[1] / "data"


def statements(*extractions: Extraction, text: bool = True):
    for extraction in extractions:
        for subject, predicate, obj, _ in quads(extraction, text=text):
            yield str(subject), str(predicate), str(obj), (isinstance(obj, Literal) and obj.language) or ""


@pytest.fixture(scope="module")
def read():
    return list(
        extract(read_articles([DATA / "kazakhstan.txt", DATA / "floods.txt", DATA / "sanctions.txt"]))
    )


def test_records_read_back_give_the_same_statements(kazakhstan_extraction, read):
    for extraction in (kazakhstan_extraction, *read):
        (again,) = recall(statements(extraction))
        assert set(quads(again)) == set(quads(extraction))
        assert [e.name_en for e in again.events] == [
            e.name_en for e in sorted(extraction.events, key=lambda e: (e.trigger.start, e.trigger.end))
        ]


def test_articles_come_back_in_order_whatever_the_order_of_statements(read):
    mixed = sorted(statements(*read), key=lambda statement: statement[::-1])
    assert list(recall(mixed)) == list(recall(statements(*reversed(read))))
    assert sorted(e.article.id for e in recall(mixed)) == ["floods", "kazakhstan", "sanctions"]


def test_mentions_keep_their_places_without_the_text(kazakhstan_extraction):
    (again,) = recall(statements(kazakhstan_extraction, text=False))
    assert set(again.article.text) > {UNKNOWN}
    for entity in again.entities:
        for mention in entity.mentions:
            assert again.article.text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "article",
    [
        Article("a", ""),
        Article("ب", "نص", title="عنوان", source="مصدر", url="https://example.org/a"),
        Article("c", "x", language="no tag"),
    ],
    ids=["empty", "described", "without language"],
)
def test_an_article_without_events_comes_back(article):
    (again,) = recall(statements(Extraction(article)))
    assert again == Extraction(replace(article, language="und") if article.id == "c" else article)


def test_statements_of_others_are_passed_over():
    assert list(recall([("http://example.org/a", "http://example.org/b", "c", "")])) == []
