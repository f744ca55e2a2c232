"""A writer that is killed loses nothing it has reported as done and leaves nothing half; a few rounds of the benchmark."""

from pathlib import Path

from durability import run


def test_nothing_is_lost_and_nothing_is_half(tmp_path: Path) -> None:
    rounds = list(run(tmp_path / "store", 3, seed=5))
    assert sum(done for done, _ in rounds) > 10
