"""``hadath view``: a page of whatever hadath wrote, one line for what is not that."""

import json

import pytest

from hadath.graph.cli import main
from hadath.graph.formats import FORMATS
from hadath.graph.pipeline import write
from hadath.graph.store.writing import open_store
from hadath.graph.view.sources import read


@pytest.fixture(scope="module")
def written(kazakhstan_extraction, story, tmp_path_factory):
    """An output folder with every format."""
    folder = tmp_path_factory.mktemp("out")
    write([kazakhstan_extraction, story], folder, FORMATS.values())
    return folder


def told(page):
    """The JSON that a page carries."""
    return json.loads(page.read_text("utf-8").partition('id="data">')[2].partition("</script>")[0])["story"]


@pytest.mark.parametrize("suffix", ["nq", "trig", "ttl", "nt", "jsonld", "rdf"])
def test_every_graph_file_gives_the_same_page(written, tmp_path, suffix, capsys):
    assert main(["view", str(written / f"graph.{suffix}"), "-o", str(tmp_path / "story.html")]) == 0
    assert main(["view", str(written), "-o", str(tmp_path / "folder.html"), "-q"]) == 0
    assert (tmp_path / "story.html").read_bytes() == (tmp_path / "folder.html").read_bytes()
    assert capsys.readouterr().out == f"2 articles, 22 events, 26 entities: wrote {tmp_path / 'story.html'}\n"


def test_a_graph_gives_what_the_extraction_gave(written, tmp_path):
    main(["view", str(written), "-o", str(tmp_path / "story.html"), "-q"])
    again, before = told(tmp_path / "story.html"), told(written / "graph.html")
    assert [article["pieces"] for article in again["articles"]] == [
        article["pieces"] for article in before["articles"]
    ]
    for group in ("entity", "event"):
        names = [
            sorted(node["name"] for node in story["nodes"] if node["group"] == group)
            for story in (again, before)
        ]
        assert names[0] == names[1]
    assert len(again["roles"]) == len(before["roles"])


def test_a_store_shows_its_newest_articles(kazakhstan_extraction, story, tmp_path, capsys):
    with open_store(tmp_path / "store") as store:
        for extraction in (kazakhstan_extraction, story):
            store.add(extraction)
    assert len(read(tmp_path / "store", limit=100).extractions) == 2
    assert main(["view", str(tmp_path / "store"), "-o", str(tmp_path / "a.html"), "--limit", "10"]) == 0
    assert capsys.readouterr().out.startswith("1 article, 6 events, 9 entities, 1 article left out: wrote ")
    assert told(tmp_path / "a.html")["title"] == "لقاء في ألماتي"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.nq", None, "no such file or folder"),
        ("broken.nq", "<a", "is not the RDF its name says"),
        (
            "other.ttl",
            "<http://example.org/a> a <http://example.org/b> .",
            "holds no article that hadath read",
        ),
        (
            "cut.nt",
            "<https://w3id.org/hadath/article/a-1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/NewsArticle> .\n"
            "<https://w3id.org/hadath/article/a-1#event-1-2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/b> .",
            "is not a whole graph that hadath wrote",
        ),
        ("latin.trig", b"<http://example.org/\xe9> a <b> .", "is not the RDF its name says"),
        ("remote.jsonld", '{"@context": "https://example.org/c", "a": "b"}', "is not the RDF its name says"),
    ],
)
def test_what_is_no_graph_is_told_in_one_line(tmp_path, capsys, name, content, reason):
    if content is not None:
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    assert main(["view", str(tmp_path / name), "-o", str(tmp_path / "story.html")]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert reason in error
    assert not (tmp_path / "story.html").exists()


def test_a_limit_is_above_nothing(tmp_path):
    with pytest.raises(SystemExit) as caught:
        main(["view", "a.nq", "-o", "b.html", "--limit", "0"])
    assert caught.value.code == 2


def test_a_page_that_cannot_be_written_is_told(written, tmp_path, capsys):
    assert main(["view", str(written), "-o", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_page_stays_when_nothing_can_be_read(tmp_path, capsys):
    page = tmp_path / "story.html"
    page.write_text("as it was")
    assert main(["view", str(tmp_path / "nosuch"), "-o", str(page)]) == 1
    assert "no such file or folder" in capsys.readouterr().err
    assert page.read_text() == "as it was"
