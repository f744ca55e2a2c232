"""The bench of ready questions times every question."""

import gzip
import sys
from pathlib import Path

from questions import main

from hadath.graph.questions import questions

GOLDEN = Path(__file__).parents[1] / "graph" / "golden" / "news.nq.gz"


def test_every_question_is_timed(tmp_path, monkeypatch, capsys):
    (tmp_path / "graph.nq").write_bytes(gzip.decompress(GOLDEN.read_bytes()))
    monkeypatch.setattr(sys, "argv", ["questions.py", str(tmp_path), "--about", "تونس"])
    main()
    out = capsys.readouterr().out
    assert all(f"| {name} |" in out for name in questions())
