"""Published states of a store, for any number of readers while one writer goes on.

A store is a folder::

    hadath-store        the version of this layout, and the writer's lock
    database/           the writer's Oxigraph database
    names.sqlite        the names of all entities by their words (``hadath.graph.store.name_index``)
    snapshots/00000007/ what is published: a database of its own, whose files are hard links

Publishing writes the next number under another name and then renames it, so that a reader never meets half a snapshot. A reader
opens the highest number and keeps a shared lock on that folder for as long as its process lives; the writer removes older
snapshots on which nobody has a lock. The locks are the operating system's (``flock``) and end with the process, however it ends.
"""

import os
import re
import shutil
from pathlib import Path

from pyoxigraph import Store as Database

from hadath.graph.errors import NotAStore, UnreadableStore
from hadath.graph.store.folder import check_store
from hadath.graph.store.locks import lock_alone, lock_shared
from hadath.graph.store.name_index import remember_folder

__all__ = ["newest_snapshot", "open_snapshot", "publish", "what_happened"]

_NUMBER = re.compile(r"\d{8}")
_held: dict[tuple[int, int], int] = {}
"""The locks of this process by device and inode of the snapshot."""


def open_snapshot(path: str | Path) -> Database:
    """Open what a store has published last, for reading; it stays as it is while the store goes on.

    Its default graph holds the direct triples and the labels of their ends, each article has a graph of its own.
    """
    folder = Path(path)
    check_store(folder)
    while (newest := _newest(folder)) is not None:
        try:
            if not _keep(newest):
                continue
        except FileNotFoundError:
            continue  # a newer one has come while we looked
        try:
            snapshot = Database.read_only(str(newest))
        except (OSError, RuntimeError) as error:  # the latter for damaged files
            raise UnreadableStore(f"{newest}: cannot be read ({what_happened(error)})") from error
        remember_folder(snapshot, folder)
        return snapshot
    raise NotAStore(f"{folder}: nothing is published in it yet; run hadath build once more")


def newest_snapshot(path: str | Path) -> str:
    """The number of what a store has published last, to see whether there is something newer; empty if there is nothing."""
    newest = _newest(Path(path))
    return newest.name if newest else ""


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
    *_, reason = " ".join(str(error).split()).split(": ")  # what was tried with which file, then why not
    return reason


def _numbered(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in (folder / "snapshots").iterdir() if _NUMBER.fullmatch(path.name))
    except FileNotFoundError:
        return []


def _newest(folder: Path) -> Path | None:
    return max(_numbered(folder), default=None)


def _keep(snapshot: Path) -> bool:
    """Keep a snapshot from being removed while this process lives; False if it is gone already."""
    handle = lock_shared(snapshot)
    status = os.fstat(handle)
    place = status.st_dev, status.st_ino
    there = snapshot.exists() and os.path.samestat(status, snapshot.stat())
    if there and place not in _held:
        _held[place] = handle
    else:
        os.close(handle)
    return there


def _remove_unless_read(snapshot: Path) -> None:
    handle = lock_alone(snapshot)
    if handle is None:
        return
    doomed = snapshot.with_name(f"{snapshot.name}.tmp")
    snapshot.rename(doomed)
    shutil.rmtree(doomed, ignore_errors=True)
    os.close(handle)
