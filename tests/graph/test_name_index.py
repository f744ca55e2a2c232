"""The index of names: the same answers as without it, whatever came, went, or was damaged or lost."""

from dataclasses import replace

import pytest
from pyoxigraph import Literal

from hadath.graph.errors import BadValue
from hadath.graph.questions import open_graph
from hadath.graph.questions.names import _labels, find_names, fold_name
from hadath.graph.store import name_index
from hadath.graph.store.name_index import INDEX, names_with
from hadath.graph.store.writing import open_store


@pytest.fixture
def path(tmp_path, story):
    with open_store(tmp_path / "s") as store:
        store.add(story)
    return tmp_path / "s"


def named(extraction, name):
    """The same article by another id, whose first entity has another name."""
    first, *rest = extraction.entities
    other = replace(extraction.article, id="other")
    return replace(extraction, article=other, entities=(replace(first, name=name), *rest))


def words_of(snapshot):
    return {word for key in _labels(snapshot) for word in key.split()}


def test_every_name_is_found_as_without_the_index(path, monkeypatch):
    snapshot = open_graph(path)
    for word in sorted(words_of(snapshot)):
        with monkeypatch.context() as without:
            without.setattr("hadath.graph.questions.names.names_with", lambda *_: None)
            try:
                expected = find_names(snapshot, word)
            except BadValue:
                continue  # a word of an event alone
        assert names_with(snapshot, word), word
        assert find_names(snapshot, word) == expected


def test_names_come_and_go_with_their_articles(path, story):
    with open_store(path) as store:
        store.add(named(story, "سندباد البحري"))
    assert names_with(open_graph(path), fold_name("البحرى")), "in whatever spelling"
    assert names_with(open_graph(path), "بحر") == [], "whole words only"
    with open_store(path) as store:
        store.remove("other")
    assert names_with(open_graph(path), fold_name("سندباد")) == []


@pytest.mark.parametrize("indexed", [True, False])
def test_words_of_a_person_s_name_find_it_though_others_stand_between(indexed, path, story, monkeypatch):
    with open_store(path) as store:
        store.add(named(story, "سندباد بن علي البحري"))
    if not indexed:
        (path / INDEX).unlink()
    snapshot = open_graph(path)
    expected = [Literal("سندباد بن علي البحري", language="ar")]
    assert find_names(snapshot, "سندباد البحري") == expected
    assert find_names(snapshot, "سندباد على البحري") == expected, "in whatever spelling"
    for other in ("البحري سندباد", "سندباد بحر", "سندباد البحري الكبير"):
        with pytest.raises(BadValue, match="no name like"):
            find_names(snapshot, other)


def test_words_side_by_side_are_preferred(path, story):
    with open_store(path) as store:
        store.add(named(story, "سندباد بن علي البحري"))
        other = named(story, "الشيخ سندباد البحري")
        store.add(replace(other, article=replace(other.article, id="third")))
    assert find_names(open_graph(path), "سندباد البحري") == [Literal("الشيخ سندباد البحري", language="ar")]


@pytest.mark.parametrize("damage", [lambda file: file.unlink(), lambda file: file.write_bytes(b"x" * 5000)])
def test_without_a_sound_index_names_are_found_all_the_same_and_it_is_made_anew(damage, path):
    word = max(words_of(open_graph(path)), key=lambda word: len(names_with(open_graph(path), word) or ()))
    expected = find_names(open_graph(path), word)
    damage(path / INDEX)
    assert names_with(open_graph(path), word) is None
    assert find_names(open_graph(path), word) == expected
    with open_store(path):
        pass
    assert names_with(open_graph(path), word)


def test_what_a_killed_writer_did_not_index_is_made_good(path, story, monkeypatch):
    with monkeypatch.context() as killed:
        killed.setattr("hadath.graph.store.writing.update_names", lambda *_: None)
        with open_store(path) as store:
            store.add(named(story, "سندباد البحري"))
    with open_store(path):
        pass
    assert names_with(open_graph(path), fold_name("سندباد"))


def test_only_the_snapshots_opened_last_are_remembered(path):
    first = open_graph(path)
    for _ in range(9):
        last = open_graph(path)
    assert names_with(last, "x") == []
    assert names_with(first, "x") is None
    assert len(name_index._folders) <= 8
