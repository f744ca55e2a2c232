"""A store: articles come and go without a trace, one writer, readers that see what was published."""

import io
import pickle
import subprocess
import sys
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph

import hadath.graph.store.writing as store_module
from hadath.extract.records import Article, Extraction
from hadath.graph.corpus import Corpus
from hadath.graph.errors import (
    AmbiguousArticle,
    NewerStore,
    NotAStore,
    StoreInUse,
    UnreadableStore,
    UnwritableOutput,
)
from hadath.graph.iris import article_iri
from hadath.graph.nquads import generate_nquads
from hadath.graph.store.dump import dump_lines
from hadath.graph.store.folder import MARKER
from hadath.graph.store.writing import Change, open_snapshot, open_store, rdflib_dataset


def dumped(store):
    stream = io.BytesIO()
    store.dump(stream)
    return stream.getvalue()


def iri(extraction):
    return str(article_iri(extraction.article))


def nquads(*extractions, text=True):
    return "".join(generate_nquads(Corpus(extractions, text=text))).encode()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "news.store"


@pytest.fixture(scope="module")
def lasting(tmp_path_factory):
    """A store that is open for all examples of a law; each leaves it empty."""
    with open_store(tmp_path_factory.mktemp("store") / "s") as store:
        yield store


@pytest.fixture
def other(story):
    """The story as another article: the same words, another id."""
    return replace(story, article=replace(story.article, id="other"))


def test_a_store_holds_what_the_files_hold(path, story, second):
    with open_store(path) as store:
        assert store.add(story)
        assert store.add(second)
        assert dumped(store) == nquads(story, second)


def test_an_article_is_added_once(path, story):
    with open_store(path) as store:
        assert store.add(story)
        assert not store.add(story)
        assert store.changes == {iri(story): Change.ADDED}
    with open_store(path) as store:
        assert store.holds(story.article)
        assert not store.add(story)
        assert store.changes == {}


def test_what_is_removed_was_never_there(path, story, second, other):
    with open_store(path) as store:
        store.add(story)
        store.add(other)
        before = dumped(store)
        store.add(second)
        assert store.remove(iri(second))
        assert dumped(store) == before
        store.add(second)
        assert store.remove("story")
        assert dumped(store) == nquads(other, second)
        assert not store.remove("story")
        assert store.remove("other")
        assert store.remove("قصة ثانية")
        assert dumped(store) == b""
        assert not list(store.database.named_graphs())


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(st.tuples(st.booleans(), st.integers(0, 2)), max_size=12))
def test_only_what_is_there_matters_not_how_it_came(lasting, story, second, steps):
    news = [story, second, replace(story, article=replace(story.article, id="other"))]
    there = {}
    for add, number in steps:
        if add:
            assert bool(lasting.add(news[number])) == (number not in there)
            there[number] = news[number]
        else:
            assert lasting.remove(iri(news[number])) == (number in there)
            there.pop(number, None)
    assert dumped(lasting) == nquads(*there.values())
    for extraction in there.values():
        lasting.remove(iri(extraction))


@settings(max_examples=50, deadline=None)
@given(text=st.text(max_size=40), name=st.text(min_size=1, max_size=8))
def test_any_text_comes_back(lasting, text, name):
    extraction = Extraction(Article(name, text, title=text, source=name))
    lasting.add(extraction)
    assert dumped(lasting) == nquads(extraction)
    assert lasting.holds(extraction.article)
    assert lasting.remove(name)
    assert dumped(lasting) == b""


def test_the_order_of_articles_does_not_matter(tmp_path, story, second, other):
    dumps = set()
    for number, order in enumerate(permutations([story, second, other])):
        with open_store(tmp_path / str(number)) as store:
            for extraction in order:
                store.add(extraction)
            dumps.add(dumped(store))
    assert len(dumps) == 1


def test_a_dump_of_more_than_memory_holds_is_the_same(path, story, second):
    with open_store(path) as store:
        store.add(story)
        store.add(second)
        assert "".join(dump_lines(store.database, at_once=7)).encode() == dumped(store)


def test_the_default_graph_never_holds_a_claim(path, story):
    with open_store(path) as store:
        store.add(story)
    snapshot = open_snapshot(path)
    default = list(snapshot.quads_for_pattern(None, None, None, DefaultGraph()))
    assert {quad.predicate.value.rpartition("/")[2] for quad in default} == {
        "meets",
        "says",
        "consultsWith",
        "deploysForcesTo",
        "rdf-schema#label",
    }
    assert not snapshot.query("ASK { ?event <https://w3id.org/hadath/saidBy> ?speaker }")


def test_another_version_reads_an_article_anew(path, story, monkeypatch):
    with open_store(path) as store:
        store.add(story)
        monkeypatch.setattr(store_module, "software_iri", lambda: "https://w3id.org/hadath/software/99")
        assert not store.holds(story.article)
        fewer = replace(story, events=story.events[:1])
        assert store.add(fewer)
        assert store.changes == {iri(story): Change.REPLACED}
        assert dumped(store) == nquads(fewer)


def test_the_text_can_be_taken_out_later(path, story):
    with open_store(path) as store:
        store.add(story)
        assert store.add(story, text=False)
        assert dumped(store) == nquads(story, text=False)
        assert not store.add(story, text=False)


def test_an_edition_takes_the_place_of_the_one_before(path, story):
    corrected = replace(story, article=replace(story.article, title="لقاء آخر"))
    with open_store(path) as store:
        store.add(story)
        assert store.add(corrected)
        assert dumped(store) == nquads(corrected)
        assert store.changes == {
            iri(story): Change.REMOVED,
            iri(corrected): Change.REPLACED,
        }


@pytest.mark.parametrize("sources", [(None, None), ("a", "b"), ("a", None)])
def test_without_a_common_source_two_that_share_an_id_are_two(path, story, sources):
    one, two = (
        replace(story, article=replace(story.article, source=source, title=title))
        for source, title in zip(sources, ("t", "u"), strict=True)
    )
    with open_store(path) as store:
        store.add(one)
        store.add(two)
        assert dumped(store) == nquads(one, two)
        with pytest.raises(AmbiguousArticle, match=r"several articles have the id 'story': https.*give one"):
            store.remove("story")
        assert store.remove(iri(one))
        assert dumped(store) == nquads(two)


def test_the_articles_are_listed(path, story, second):
    with open_store(path) as store:
        store.add(story)
        store.add(second)
        listed = {entry.id: entry for entry in store.articles()}
    assert listed["story"].events == len(story.events)
    assert listed["story"].published == "2022-01-12"
    assert (listed["قصة ثانية"].title, listed["قصة ثانية"].events) == (None, 1)


# --- readers and writers ---


def test_readers_see_what_was_published(path, story, second):
    with open_store(path) as store:
        store.add(story)
        store.publish()
        reader = open_snapshot(path)
        before = len(reader)
        store.add(second)
        assert len(open_snapshot(path)) == before
        store.publish()
        assert len(reader) == before
        assert len(open_snapshot(path)) > before


def test_all_is_published_after_so_many_articles_and_at_the_end(path, story, second, other):
    with open_store(path, publish_every=2) as store:
        store.add(story)
        with pytest.raises(NotAStore, match="nothing is published in it yet"):
            open_snapshot(path)
        store.add(other)
        assert len(list(open_snapshot(path).named_graphs())) == 2
        store.add(second)
    assert len(list(open_snapshot(path).named_graphs())) == 3


def test_a_snapshot_goes_when_nobody_reads_it(path, story):
    with open_store(path) as store:
        store.publish()
        reader = subprocess.Popen(
            [
                sys.executable,
                "-c",
                "import sys; from hadath.graph.store.writing import open_snapshot;"
                "s = open_snapshot(sys.argv[1]); print(len(s), flush=True); sys.stdin.read(); print(len(list(s)))",
                str(path),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert reader.stdout.readline() == "0\n"
        store.add(story)
        store.publish()
        assert names(path) == ["00000001", "00000002"]
        assert reader.communicate("")[0] == "0\n"
        store.publish()
        assert names(path) == ["00000003"]


def names(path):
    return sorted(entry.name for entry in (path / "snapshots").iterdir())


def test_what_a_killed_writer_left_is_cleared_away(path, story):
    with open_store(path) as store:
        store.add(story)
    (path / "snapshots" / "00000002.tmp").mkdir()
    (path / "snapshots" / "00000002.tmp" / "CURRENT").touch()
    with open_store(path):
        pass
    assert names(path) == ["00000002"]
    assert len(open_snapshot(path)) > 0


_READER = """
import sys
from hadath.graph.store.writing import open_snapshot
seen = set()
print("ready", flush=True)
while len(seen) < 8:
    snapshot = open_snapshot(sys.argv[1])
    graphs = len(list(snapshot.named_graphs()))
    assert len(snapshot) == graphs * int(sys.argv[2]), (len(snapshot), graphs)
    seen.add(graphs)
"""


def test_readers_are_never_disturbed_while_the_writer_publishes(path, second):
    each = len(nquads(second).splitlines())
    with open_store(path) as store:
        store.publish()
        readers = [
            subprocess.Popen(
                [sys.executable, "-c", _READER, str(path), str(each)], stdout=subprocess.PIPE, text=True
            )
            for _ in range(2)
        ]
        for reader in readers:
            assert reader.stdout.readline() == "ready\n"
        for number in range(1_000):
            if all(reader.poll() is not None for reader in readers):
                break
            store.add(replace(second, article=replace(second.article, id=f"n{number}")))
            store.publish()
        assert [reader.wait(60) for reader in readers] == [0, 0]
        store.publish()
        assert len(names(path)) == 1


_FULL = """
import resource, sys, pickle
from hadath.extract.errors import HadathError
from hadath.graph.store.writing import open_store
story, second = pickle.load(sys.stdin.buffer)
with open_store(sys.argv[1]) as store:
    store.add(second)
try:
    with open_store(sys.argv[1]) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        store.add(story)
except HadathError as error:
    print(error)
"""


def test_a_disk_that_is_full_is_told_and_leaves_nothing_half(path, story, second):
    told = subprocess.run(
        [sys.executable, "-c", _FULL, str(path)],
        input=pickle.dumps((story, second)),
        capture_output=True,
        check=True,
    )
    assert told.stdout.decode() == f"{path}: cannot be written (File too large)\n"
    with open_store(path) as store:
        assert dumped(store) == nquads(second)


def test_a_second_writer_is_refused(path):
    with open_store(path), pytest.raises(StoreInUse, match="another program is writing"):
        open_store(path)
    with open_store(path):
        pass


def test_a_failure_in_between_keeps_what_was_added(path, story):
    def interrupted():
        with open_store(path) as store:
            store.add(story)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert len(list(open_snapshot(path).named_graphs())) == 1


def test_rdflib_reads_the_same(path, story, second):
    pytest.importorskip("oxrdflib")
    with open_store(path) as store:
        store.add(story)
        store.add(second)
    dataset = rdflib_dataset(path)
    assert {str(row.id) for row in dataset.query("SELECT ?id { GRAPH ?g { ?g schema:identifier ?id } }")} == {
        "story",
        "قصة ثانية",
    }
    assert len(list(dataset.quads())) == len(nquads(story, second).splitlines())


# --- what is no store ---


@pytest.mark.parametrize("opened", [open_store, open_snapshot])
def test_what_is_no_store_is_refused_in_one_line(tmp_path, opened):
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotAStore, match="is a file, not a store"):
        opened(tmp_path / "file")
    with pytest.raises(NotAStore, match="is not a store; make one with hadath build"):
        opened(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_a_reader_makes_no_store(tmp_path):
    with pytest.raises(NotAStore, match="no such store"):
        open_snapshot(tmp_path / "none")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("opened", [open_store, open_snapshot])
@pytest.mark.parametrize(
    ("marker", "error", "message"),
    [("2\n", NewerStore, "version 2, made by a later hadath"), ("x", UnreadableStore, "is damaged")],
)
def test_a_store_of_another_version_is_refused(path, opened, marker, error, message):
    with open_store(path):
        pass
    (path / MARKER).write_text(marker)
    with pytest.raises(error, match=message):
        opened(path)


def test_a_damaged_database_is_told_in_one_line(path):
    with open_store(path):
        pass
    for folder in (path / "database", path / "snapshots" / "00000001"):
        (folder / "CURRENT").write_text("nonsense")
    for opened in (open_store, open_snapshot):
        with pytest.raises((UnreadableStore, UnwritableOutput)) as caught:
            opened(path)
        assert "\n" not in str(caught.value)
    (path / "snapshots" / "00000001" / "CURRENT").unlink()
    with pytest.raises(UnreadableStore, match="cannot be read"):
        open_snapshot(path)


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises((NotAStore, UnwritableOutput)):
        open_store(tmp_path / "file" / "store")
