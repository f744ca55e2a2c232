"""The score of joining: counted by pairs, on a small story labelled by hand."""

from pathlib import Path

import joining
import pytest
from pyoxigraph import RdfFormat, Store

from hadath.extract import extract, load
from hadath.extract.articles import read_articles
from hadath.extract.errors import ModelNotFound
from hadath.graph.corpus import Corpus
from hadath.graph.joining.layer import join_articles
from hadath.graph.nquads import generate_nquads

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def counts():
    try:
        load()
    except ModelNotFound:
        pytest.skip("needs the trained pipeline")
    store = Store()
    extractions = extract(read_articles([DATA / "harbour.jsonl"]))
    store.load("".join(generate_nquads(Corpus(extractions))).encode(), format=RdfFormat.N_QUADS)
    join_articles(store)
    return joining.score(store, DATA / "harbour.tsv")


@pytest.mark.parametrize("kind", ["entity", "event"])
def test_nothing_is_joined_that_is_not_one_and_most_that_is(counts, kind):
    right, found, labelled = counts[kind]["across"]
    assert right == found
    assert right >= 0.9 * labelled > 0


def test_pairs_are_counted_within_and_across_articles():
    gold = {"a#1": "x", "a#2": "x", "b#1": "x", "b#2": "y"}
    found = {"a#1": "one", "a#2": "one", "b#2": "one", "c#9": "one"}
    assert joining._pairs(gold, found) == {"all": (1, 3, 3), "across": (0, 2, 2)}


def test_the_report_names_precision_and_recall():
    (line,) = joining.report({"event": {"across": (3, 4, 6)}})
    assert line == "event  across P 0.750  R 0.500  F1 0.600  (3 right, 4 found, 6 labelled)"
