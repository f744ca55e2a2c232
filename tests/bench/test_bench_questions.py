"""The bench of ready questions times every question."""

import gzip
import sys
from pathlib import Path

import pytest
from pyoxigraph import Store
from questions import main, timed_apart

from hadath.graph.questions import questions

GOLDEN = Path(__file__).parents[1] / "graph" / "golden" / "news.nq.gz"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "graph.nq").write_bytes(gzip.decompress(GOLDEN.read_bytes()))
    return str(tmp_path)


def test_every_question_is_timed(folder, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["questions.py", folder, "--about", "تونس"])
    main()
    out = capsys.readouterr().out
    assert all(f"| {name} |" in out for name in questions())


def test_only_narrowed_questions_are_timed_on_request(folder, monkeypatch, capsys):
    chosen = ["questions.py", folder, "events", "--about", "تونس", "--narrowed", "--no-yardstick"]
    monkeypatch.setattr(sys, "argv", chosen)
    main()
    *_, row = capsys.readouterr().out.splitlines()
    assert row.startswith("| events | country | ")
    assert "yardstick" not in row


def test_a_question_that_takes_too_long_is_ended(monkeypatch):
    def endless(*_):
        while True:
            pass

    monkeypatch.setattr("questions.timed", endless)
    assert timed_apart(Store(), "events", 1, {}, 1) is None
