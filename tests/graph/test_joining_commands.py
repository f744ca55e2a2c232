"""``hadath merges``, ``split`` and ``join``: listing what was joined, undoing it, and one line for what goes wrong."""

import csv
import io
import json
from pathlib import Path

import pytest

from hadath.extract import load
from hadath.extract.errors import ModelNotFound
from hadath.graph.cli import main
from hadath.graph.store.writing import open_snapshot

NEWS = Path(__file__).parents[1] / "data" / "harbour.jsonl"


@pytest.fixture(scope="module")
def harbour(tmp_path_factory):
    try:
        load()
    except ModelNotFound:
        pytest.skip("needs the trained pipeline")
    path = tmp_path_factory.mktemp("joining") / "store"
    assert main(["build", str(NEWS), "-s", str(path), "-q"]) == 0
    return path


def run(capsys, *argv):
    code = main([str(argument) for argument in argv])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def listed(capsys, store, *options):
    code, out, err = run(capsys, "merges", store, "-f", "json", *options)
    assert (code, err) == (0, "")
    return json.loads(out)


def test_merges_are_listed_with_their_reasons(harbour, capsys):
    code, out, err = run(capsys, "merges", harbour)
    assert (code, err) == (0, "")
    assert "كمال الورغلي" in out
    assert "the same Wikidata item" in out
    (one,) = listed(capsys, harbour, "--name", "سامى الزيتونى")
    assert [member["article"] for member in one["members"]] == ["harbour-1", "harbour-2", "harbour-3"]
    assert all(merge["kind"] == "event" for merge in listed(capsys, harbour, "--kind", "event"))
    assert listed(capsys, harbour, "--article", "harbour-4", "--kind", "event") == []


def test_merges_as_csv(harbour, capsys):
    _, out, _ = run(capsys, "merges", harbour, "-f", "csv", "--name", "كمال")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == 3
    assert {row["kind"] for row in rows} == {"entity"}


def test_a_merge_is_undone_and_made_again(harbour, capsys):
    (one,) = listed(capsys, harbour, "--name", "كمال")
    first, second, last = (member["node"] for member in one["members"])
    assert run(capsys, "split", harbour, last, "--because", "a namesake") == (0, "kept apart\n", "")
    (left,) = listed(capsys, harbour, "--name", "كمال")
    assert [member["node"] for member in left["members"]] == [first, second]
    assert run(capsys, "build", NEWS, "-s", harbour, "-q")[0] == 0
    assert listed(capsys, harbour, "--name", "كمال") == [left]
    assert run(capsys, "join", harbour, first, last) == (0, "put together\n", "")
    assert listed(capsys, harbour, "--name", "كمال") == [one]
    run(capsys, "split", harbour, last)
    assert run(capsys, "split", harbour, last, "--undo") == (0, "decision taken back\n", "")
    assert listed(capsys, harbour, "--name", "كمال") == [one]
    assert run(capsys, "join", harbour) == (0, "joined 4 articles\n", "")
    assert listed(capsys, harbour, "--name", "كمال") == [one]


def test_a_removed_article_leaves_its_joinings(harbour, capsys):
    before = set(open_snapshot(harbour))
    assert run(capsys, "remove", harbour, "harbour-2")[0] == 0
    left = {kind: listed(capsys, harbour, "--kind", kind) for kind in ("entity", "event")}
    articles = {kind: {m["article"] for merge in left[kind] for m in merge["members"]} for kind in left}
    assert articles == {"entity": {"harbour-1", "harbour-3"}, "event": set()}
    assert run(capsys, "build", NEWS, "-s", harbour, "-q")[0] == 0
    assert set(open_snapshot(harbour)) == before


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (("split", "STORE", "nonsense"), "nonsense: no entity or event of an article in this store"),
        (("join", "STORE", "nonsense", "other"), "no entity or event of an article in this store"),
        (("merges", "nowhere"), "nowhere"),
        (("split", "nowhere", "x"), "nowhere"),
    ],
)
def test_what_goes_wrong_is_one_line(harbour, capsys, argv, told):
    code, out, err = run(capsys, *[harbour if word == "STORE" else word for word in argv])
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert told in err
