"""The commands around a store: what they add, list, write and take out, and one line for what goes wrong."""

import json

import pytest

import hadath.extract
from hadath.graph.cli import main
from hadath.graph.errors import BadRecord
from hadath.graph.store.intake import take_in
from hadath.graph.store.writing import Store, open_snapshot, open_store

pytestmark = pytest.mark.usefixtures("reads_story")


def run(capsys, *argv):
    code = main([str(argument) for argument in argv])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def store(tmp_path):
    return tmp_path / "store"


@pytest.fixture
def news(tmp_path, story):
    path = tmp_path / "news.jsonl"
    records = [
        {"id": f"n{i}", "text": story.article.text, "date": f"2024-01-0{i + 1}", "source": "s"}
        for i in range(5)
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_articles_are_added_once(news, store, capsys):
    code, out, err = run(capsys, "build", news, "-s", store)
    assert (code, err) == (0, "")
    assert out.startswith("5 articles read, 30 events (10 claims), ")
    assert out.endswith(f"store {store}: 5 added, 0 replaced, 0 already there, 0 failed\n")
    assert run(capsys, "build", news, "-s", store)[1].endswith(
        "0 added, 0 replaced, 5 already there, 0 failed\n"
    )


def test_an_edition_and_a_broken_line_are_told(news, store, capsys):
    run(capsys, "build", news, "-s", store, "-q")
    lines = news.read_text("utf-8").splitlines()
    news.write_text("\n".join([lines[0].replace("2024", "2025"), "{", *lines[2:]]), encoding="utf-8")
    code, out, err = run(capsys, "build", news, "-s", store)
    assert code == 1
    assert err.startswith("hadath: ") and err.count("\n") == 1  # noqa: PT018
    assert out.endswith("0 added, 1 replaced, 3 already there, 1 failed\n")


def test_files_and_a_store_in_one_run(news, store, tmp_path, capsys):
    code, out, err = run(capsys, "build", news, "-s", store, "-o", tmp_path / "out", "-f", "nquads")
    assert (code, err) == (0, "")
    assert out.endswith(
        f"graph.nq in {tmp_path / 'out'}\nstore {store}: 5 added, 0 replaced, 0 already there, 0 failed\n"
    )
    lines = run(capsys, "dump", store)[1].splitlines(keepends=True)
    own = [
        line for line in lines if not line.endswith("<https://w3id.org/hadath/identities> .\n")
    ]  # not what joining adds
    assert "".join(own) == (tmp_path / "out" / "graph.nq").read_text("utf-8")


def test_an_article_given_twice_is_there_once(article, store, capsys):
    assert run(capsys, "build", article, article, "-s", store)[1].endswith(
        "1 added, 0 replaced, 1 already there, 0 failed\n"
    )


def test_a_bad_record_leaves_the_others(news, store, monkeypatch, capsys):
    add = Store.add

    def fail(self, extraction, *, text=True):
        if extraction.article.id == "n2":
            raise BadRecord("a role names nothing")
        return add(self, extraction, text=text)

    monkeypatch.setattr(Store, "add", fail)
    code, out, err = run(capsys, "build", news, "-s", store)
    assert (code, err) == (1, "hadath: a role names nothing\n")
    assert out.endswith("4 added, 0 replaced, 0 already there, 1 failed\n")


def test_what_was_read_before_an_interruption_stays(news, store, monkeypatch):
    extract = hadath.extract.extract

    def stops(articles, *, nlp=None):
        for extraction in extract(articles):
            if extraction.article.id == "n3":
                raise KeyboardInterrupt
            yield extraction

    monkeypatch.setattr(hadath.extract, "extract", stops)
    assert main(["build", str(news), "-s", str(store)]) == 130
    assert len(list(open_snapshot(store).named_graphs())) == 3
    monkeypatch.setattr(hadath.extract, "extract", extract)
    intake = take_in(news, store)
    assert (intake.added, intake.present) == (2, 3)


def test_the_text_may_stay_out(article, store, capsys, story):
    run(capsys, "build", article, "-s", store, "--no-text")
    assert "isString" not in run(capsys, "dump", store)[1]


def test_articles_are_listed(news, store, capsys):
    run(capsys, "build", news, "-s", store, "-q")
    out = run(capsys, "articles", store)[1]
    assert out.splitlines()[0].split() == ["id", "published", "events", "title", "source", "iri"]
    assert out.splitlines()[2].split()[:3] == ["n0", "2024-01-01", "6"]
    listed = json.loads(run(capsys, "articles", store, "-f", "json")[1])
    assert [entry["id"] for entry in listed] == ["n0", "n1", "n2", "n3", "n4"]
    assert run(capsys, "articles", store, "-f", "csv")[1].startswith(
        "id,published,events,title,source,iri\r\nn0,2024-01-01,6,,s,"
    )


def test_articles_are_removed(news, store, capsys):
    run(capsys, "build", news, "-s", store, "-q")
    before = run(capsys, "dump", store)[1]
    assert run(capsys, "remove", store, "n0", "n4")[:2] == (0, "removed n0\nremoved n4\n")
    code, out, err = run(capsys, "remove", store, "n0", "n1")
    assert (code, out) == (1, "removed n1\n")
    assert err == f"hadath: {store}: no article 'n0' in this store\n"
    assert len(json.loads(run(capsys, "articles", store, "-f", "json")[1])) == 2
    run(capsys, "build", news, "-s", store, "-q")
    assert run(capsys, "dump", store)[1] == before


def test_a_dump_is_a_file_that_can_be_asked(news, store, tmp_path, capsys):
    run(capsys, "build", news, "-s", store, "-q")
    target = tmp_path / "all.nq"
    assert run(capsys, "dump", store, "-o", target) == (0, "", "")
    question = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?e a hd:ClaimedEvent } }"
    for graph in (store, target):
        assert run(capsys, "query", graph, question, "-f", "csv")[1] == "n\r\n10\r\n"


@pytest.mark.parametrize("command", [["articles"], ["dump"], ["remove", "x"], ["query", "ASK {}"]])
def test_what_is_no_store_is_told_in_one_line(tmp_path, command, capsys):
    code, out, err = run(capsys, command[0], tmp_path / "none", *command[1:])
    assert (code, out) == (1, "")
    assert err.startswith("hadath: ") and err.count("\n") == 1  # noqa: PT018
    assert not (tmp_path / "none").exists()


def test_two_writers_are_told(article, store, capsys):
    with open_store(store):
        code, _, err = run(capsys, "build", article, "-s", store)
    assert (code, err) == (
        1,
        f"hadath: {store}: another program is writing into this store; try again when it is done\n",
    )


@pytest.mark.parametrize("options", [[], ["-s", "x", "-f", "nquads"]])
def test_a_run_needs_a_place_to_write_to(article, options, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["build", str(article), *options])
    assert caught.value.code == 2
    assert "-o DIR" in capsys.readouterr().err


def test_an_empty_answer_of_the_default_graph_says_where_the_rest_is(news, store, capsys):
    run(capsys, "build", news, "-s", store, "-q")
    _, _, err = run(capsys, "query", store, "SELECT ?e { ?e a hd:ClaimedEvent }")
    assert "GRAPH ?article { ... }" in err
    assert "--union" in err
    for asked in (["SELECT ?e { GRAPH ?g { ?e a hd:Nothing } }"], ["SELECT ?e { ?e a hd:X }", "--union"]):
        assert run(capsys, "query", store, *asked)[2] == ""
