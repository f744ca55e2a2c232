"""Writing files so that nobody ever sees half of one: first all of them beside their places, then all into place."""

import contextlib
import os
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path

from hadath.extract.errors import HadathError
from hadath.graph.errors import UnwritableOutput

__all__ = ["prepare_folder", "write_file", "write_files"]


def prepare_folder(folder: str | Path) -> Path:
    """Make an output folder if need be, and make sure that it can be written into before any work is done."""
    path = Path(folder)
    try:
        path.mkdir(parents=True, exist_ok=True)
        probe = _beside(path / "probe")
        probe.touch(exist_ok=False)
        probe.unlink()
    except FileExistsError:
        raise UnwritableOutput(f"{path}: a file stands there; give a folder") from None
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error
    return path


def write_file(target: str | Path, pieces: Iterable[str] | bytes) -> Path:
    """Write one file, text in UTF-8, or leave what was there untouched."""
    path = Path(target)
    write_files(path.parent, {path.name: pieces})
    return path


def write_files(folder: str | Path, contents: Mapping[str, Iterable[str] | bytes]) -> list[Path]:
    """Write several files of one folder, all or, if one fails, none; no temporary file is left behind."""
    waiting: dict[Path, Path] = {}
    try:
        for name, pieces in contents.items():
            path = Path(folder) / name
            if path.is_dir():
                raise UnwritableOutput(f"{path}: a folder stands where a file is to be written")
            waiting[path] = _beside(path)
            _write(waiting[path], path, pieces)
        for path, temporary in waiting.items():
            _replace(temporary, path)
    finally:
        for temporary in waiting.values():
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
    return list(waiting)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")


def _write(temporary: Path, path: Path, pieces: Iterable[str] | bytes) -> None:
    try:
        if isinstance(pieces, bytes):
            temporary.write_bytes(pieces)
            return
        with temporary.open("x", encoding="utf-8", newline="") as stream:
            stream.writelines(pieces)
    except HadathError:  # not from the file but from what was to be written
        raise
    except OSError as error:
        raise _unwritable(path, error) from error


def _replace(temporary: Path, path: Path) -> None:
    try:
        os.replace(temporary, path)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError | ValueError) -> UnwritableOutput:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnwritableOutput(f"{path}: cannot be written ({reason})")
