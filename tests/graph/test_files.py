"""No file is ever half written, and what goes wrong is one line."""

import os
from pathlib import Path

import pytest

from hadath.graph.errors import UnwritableOutput
from hadath.graph.files import prepare_folder, write_file, write_files


def failing():
    yield "half"
    raise ValueError("stop")


def listing(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_failure_leaves_the_old_files_and_no_others(tmp_path):
    (tmp_path / "a").write_text("old")
    with pytest.raises(ValueError, match="stop"):
        write_files(tmp_path, {"a": ["new"], "b": failing()})
    assert listing(tmp_path) == ["a"]
    assert (tmp_path / "a").read_text() == "old"


def test_files_are_written_as_they_are(tmp_path):
    write_file(tmp_path / "a", ["نعم\r\n", "لا\n"])
    assert (tmp_path / "a").read_bytes() == "نعم\r\nلا\n".encode()


def test_a_new_file_can_be_read_by_whom_the_umask_lets(tmp_path):
    before = os.umask(0o022)
    try:
        write_file(tmp_path / "a", ["x"])
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_a_folder_in_the_place_of_a_file(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(UnwritableOutput, match="a folder stands where a file is to be written"):
        write_file(tmp_path / "a", ["x"])
    assert listing(tmp_path) == ["a"]


def test_a_file_in_the_place_of_the_folder(tmp_path):
    (tmp_path / "out").write_text("x")
    with pytest.raises(UnwritableOutput, match="a file stands there"):
        prepare_folder(tmp_path / "out")


@pytest.mark.parametrize("path", ["file/deeper", "nul\0"])
def test_a_folder_that_cannot_be(tmp_path, path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UnwritableOutput, match="cannot be written"):
        prepare_folder(tmp_path / path)


def test_a_folder_is_made_with_its_parents(tmp_path):
    assert prepare_folder(tmp_path / "a" / "b").is_dir()
    assert listing(tmp_path / "a" / "b") == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line(tmp_path, monkeypatch):
    monkeypatch.setattr("hadath.graph.files._beside", lambda path: tmp_path / "full")
    (tmp_path / "full").symlink_to("/dev/full")
    opened = Path.open
    monkeypatch.setattr(
        Path, "open", lambda self, mode, **options: opened(self, mode.replace("x", "w"), **options)
    )
    with pytest.raises(UnwritableOutput, match="No space left on device"):
        write_file(tmp_path / "a", ["x" * 100_000])
    assert not (tmp_path / "a").exists()
