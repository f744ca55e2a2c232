"""Published states of a store, for any number of readers while one writer goes on.

A store is a folder::

    hadath-store        the version of this layout, and the writer's lock
    database/           the writer's Oxigraph database
    snapshots/00000007/ what is published: a database of its own, whose files are hard links

Publishing writes the next number under another name and then renames it, so that a reader never meets half a snapshot. A reader
opens the highest number and keeps a shared lock on that folder for as long as its process lives; the writer removes older
snapshots on which nobody has a lock. The locks are the operating system's (``flock``) and end with the process, however it ends.
"""

import fcntl
import os
import re
import shutil
from pathlib import Path

from pyoxigraph import Store as Database

from hadath.graph.errors import NewerStore, NotAStore, UnreadableStore

__all__ = ["MARKER", "VERSION", "check_store", "is_store", "open_snapshot", "publish", "what_happened"]

MARKER = "hadath-store"
"""The file that makes a folder a store."""
VERSION = 1
"""The version of the layout above."""
_NUMBER = re.compile(r"\d{8}")
_held: dict[tuple[int, int], int] = {}


def is_store(path: str | Path) -> bool:
    """Whether a folder is a store, of whatever version."""
    return (Path(path) / MARKER).is_file()


def check_store(path: Path) -> None:
    """Make sure that a folder is a store of a version we know."""
    try:
        version = int((path / MARKER).read_text("ascii"))
    except FileNotFoundError:
        reason = "is not a store" if path.exists() else "no such store"
        raise NotAStore(f"{path}: {reason}; make one with hadath build INPUT... -s {path}") from None
    except NotADirectoryError:
        raise NotAStore(f"{path}: is a file, not a store") from None
    except ValueError:
        raise UnreadableStore(f"{path}: its {MARKER} file is damaged; it should hold a number") from None
    except OSError as error:
        raise UnreadableStore(f"{path}: cannot be read ({error.strerror})") from error
    if version > VERSION:
        raise NewerStore(
            f"{path}: a store of version {version}, made by a later hadath; this one knows {VERSION}"
        )


def open_snapshot(path: str | Path) -> Database:
    """Open what a store has published last, for reading; it stays as it is while the store goes on.

    Its default graph holds the direct triples and the labels of their ends, each article has a graph of its own.
    """
    folder = Path(path)
    check_store(folder)
    while True:
        newest = _newest(folder)
        if newest is None:
            raise NotAStore(f"{folder}: nothing is published in it yet; run hadath build once more")
        try:
            if _keep(newest):
                return Database.read_only(str(newest))
        except FileNotFoundError:
            continue  # a newer one has come while we looked
        except (OSError, RuntimeError) as error:  # the latter for damaged files
            raise UnreadableStore(f"{newest}: cannot be read ({what_happened(error)})") from error


def publish(folder: Path, database: Database) -> None:
    """Make the present state of a database the one that readers open; remove those that nobody reads any more."""
    snapshots = folder / "snapshots"
    snapshots.mkdir(exist_ok=True)
    for leftover in snapshots.glob("*.tmp"):  # of a writer that was killed
        shutil.rmtree(leftover, ignore_errors=True)
    newest = _newest(folder)
    target = snapshots / f"{int(newest.name) + 1 if newest else 1:08}"
    database.backup(str(target))
    for old in _numbered(folder):
        if old != target:
            _remove_unless_read(old)


def what_happened(error: OSError | RuntimeError) -> str:
    """The reason of a failure of the database, in one line."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return " ".join(str(error).removeprefix("IO error: ").split())


def _numbered(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in (folder / "snapshots").iterdir() if _NUMBER.fullmatch(path.name))
    except FileNotFoundError:
        return []


def _newest(folder: Path) -> Path | None:
    return max(_numbered(folder), default=None)


def _keep(snapshot: Path) -> bool:
    """Keep a snapshot from being removed while this process lives; False if it is gone already."""
    handle = os.open(snapshot, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_SH)
    status = os.fstat(handle)
    place = status.st_dev, status.st_ino
    if not snapshot.is_dir() or not os.path.samestat(status, snapshot.stat()):
        os.close(handle)
        return False
    if place in _held:
        os.close(handle)
    else:
        _held[place] = handle
    return True


def _remove_unless_read(snapshot: Path) -> None:
    handle = os.open(snapshot, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        doomed = snapshot.with_name(f"{snapshot.name}.tmp")
        snapshot.rename(doomed)
        shutil.rmtree(doomed, ignore_errors=True)
    except BlockingIOError:
        pass  # somebody reads it
    finally:
        os.close(handle)
