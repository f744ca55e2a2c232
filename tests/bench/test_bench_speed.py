"""The arithmetic of the benchmark; nothing is said about how fast anything is."""

from pathlib import Path

import pytest
from speed import Timing, peak_megabytes, report, texts, timed


def test_texts_go_round_until_there_are_enough(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("وصل الوفد مساء", "utf8")
    assert [len(text.split()) for text in texts([path], 7)] == [3, 3, 3]


def test_no_words_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    with pytest.raises(SystemExit, match="no words"):
        texts([path], 7)


def test_timed_counts_words() -> None:
    seen: list[str] = []
    assert timed("x", seen.append, ["a b", "c"], rounds=2).words == 3
    assert seen == ["a b", *["a b", "c"] * 2]


def test_report_gives_ratios() -> None:
    printed = report(Timing("yardstick", 1000, 1.0), [Timing("pipeline", 100, 2.0)], load=0.5)
    assert "| pipeline | 50 | 0.0500 |" in printed
    assert "| loading: 0.50 s | – | 500 yardstick words |" in printed


def test_peak_memory_is_that_of_a_python_process() -> None:
    assert 5 < peak_megabytes() < 1e5
