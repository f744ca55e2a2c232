"""A store from the first article to the last: what is joined across articles is one in every answer, on the page and in the checks."""

import csv
import io
import json
from pathlib import Path

import pytest

from hadath.extract import load
from hadath.extract.errors import ModelNotFound
from hadath.graph.cli import main
from hadath.graph.validation.checking import validate
from hadath.graph.view import tell
from hadath.graph.view.sources import read

NEWS = Path(__file__).parents[1] / "data" / "harbour.jsonl"
WARGHALI = "كمال الورغلي"


@pytest.fixture
def harbour(tmp_path):
    try:
        load()
    except ModelNotFound:
        pytest.skip("needs the trained pipeline")
    path = tmp_path / "store"
    assert main(["build", str(NEWS), "-s", str(path), "-q"]) == 0
    return path


@pytest.fixture
def run(capsys):
    """What runs a command that must do well, and gives what it prints."""

    def run_command(*argv, code=0):
        assert main([str(argument) for argument in argv]) == code
        captured = capsys.readouterr()
        assert captured.err == ""
        return captured.out

    return run_command


def told(source):
    """The story of the page that ``hadath view`` writes."""
    reading = read(source, limit=20_000)
    return tell(reading.extractions, joined=reading.joined)


def entities(story, name):
    return [entity for entity in story.entities if entity.name == name]


def places(run, store, *options):
    """Where an answer was read: the sources of its rows."""
    rows = csv.DictReader(io.StringIO(run("ask", *options, store, "-f", "csv")))
    return {row["source"] for row in rows}


def reports(story):
    """The happenings by the words and numbers of their reports."""
    events = {event.number: event for event in story.events}
    return {
        tuple((events[n].name, *(q.value for q in events[n].quantities)) for n in numbers)
        for numbers in story.happenings
    }


def test_one_node_for_one_person_and_reports_side_by_side(harbour, run, tmp_path):
    story = told(harbour)
    (warghali,) = entities(story, WARGHALI)
    assert {passage.article for passage in warghali.passages} == {0, 1, 2}
    assert (("قتل", 7), ("قتلوا", 9)) in reports(story)
    page = tmp_path / "page.html"
    run("view", harbour, "-o", page, "-q")
    assert '"happenings":[[' in page.read_text("utf-8")
    (tmp_path / "dump.nq").write_text(run("dump", harbour), "utf-8")
    assert told(tmp_path / "dump.nq") == story


def test_what_is_split_is_two_on_the_page(harbour, run):
    (merge,) = json.loads(run("merges", harbour, "-f", "json", "--name", WARGHALI))
    run("split", harbour, merge["members"][-1]["node"])
    assert len(entities(told(harbour), WARGHALI)) == 2
    (tunisia,) = json.loads(run("merges", harbour, "-f", "json", "--name", "تونس", "--kind", "entity"))[-1:]
    nodes = {entity.key: entity for e in read(harbour, limit=99).extractions for entity in e.entities}
    linked = [member["node"] for member in tunisia["members"] if nodes[member["node"]].wikidata]
    assert len(linked) > 1
    before = entities(told(harbour), nodes[linked[0]].name)
    run("split", harbour, linked[0])
    assert len(entities(told(harbour), nodes[linked[0]].name)) == len(before) + 1


def test_names_find_all_that_was_joined(harbour, run):
    merged = [
        next(
            m["node"] for m in json.loads(run("merges", harbour, "-f", "json", "--name", name))[0]["members"]
        )
        for name in (WARGHALI, "سامي الزيتوني")
    ]
    before = places(run, harbour, "timeline", "--about", WARGHALI)
    ministers = places(run, harbour, "timeline", "--about", "الزيتوني")
    run("join", harbour, *merged)
    assert places(run, harbour, "timeline", "--about", WARGHALI) == before | ministers


def test_reports_of_one_event(harbour, run):
    rows = list(csv.DictReader(io.StringIO(run("ask", "same-event-reports", harbour, "-f", "csv"))))
    killed = [row for row in rows if row["number"]]
    assert len({row["happening"] for row in killed}) == 1
    assert [(row["number"], row["standing"], row["said_by"], row["source"]) for row in killed] == [
        ("7", "asserted", "", "harbour-1"),
        ("9", "claimed", "السلطات التونسية", "harbour-2"),
    ]
    assert places(run, harbour, "same-event-reports", "--type", "COERCE") == {"harbour-1", "harbour-2"}


def test_checks_and_lists_pass_over_what_is_no_article(harbour, run, tmp_path):
    assert run("validate", harbour) == "articles checked: 4, violations: 0\n"
    (merge,) = json.loads(run("merges", harbour, "-f", "json", "--name", WARGHALI))
    run("split", harbour, merge["members"][-1]["node"], "--because", "a namesake")
    assert validate(harbour).conforms
    assert len(run("articles", harbour, "-f", "csv").splitlines()) == 5
    asked = run("query", harbour, "SELECT (COUNT(*) AS ?n) { GRAPH hd:identities { ?e hd:happening ?h } }")
    assert int(asked.split()[-1]) > 4
    (tmp_path / "dump.nq").write_text(run("dump", harbour), "utf-8")
    assert run("validate", tmp_path / "dump.nq") == "articles checked: 4, violations: 0\n"


def test_what_is_removed_is_nowhere(harbour, run, tmp_path):
    run("remove", harbour, "harbour-2", "harbour-3", "harbour-4")
    assert places(run, harbour, "same-event-reports") == set()
    story = told(harbour)
    assert len(story.articles) == 1
    assert all(passage.article == 0 for entity in story.entities for passage in entity.passages)
    assert run("validate", harbour) == "articles checked: 1, violations: 0\n"
    dump = run("dump", harbour)
    assert "harbour-1" in dump
    assert not any(name in dump for name in ("harbour-2", "harbour-3", "harbour-4"))
