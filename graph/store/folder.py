"""What a store is on disk: a folder with a marker that tells the version of its layout."""

from pathlib import Path

from hadath.graph.errors import NewerStore, NotAStore, UnreadableStore, UnwritableOutput
from hadath.graph.files import write_file

__all__ = ["MARKER", "VERSION", "check_store", "is_store", "make_store"]

MARKER = "hadath-store"
"""The file that makes a folder a store."""
VERSION = 1
"""The version of the layout that ``hadath.graph.store.snapshots`` describes."""


def is_store(path: str | Path) -> bool:
    """Whether a folder is a store, of whatever version."""
    return (Path(path) / MARKER).is_file()


def make_store(folder: Path) -> None:
    """Make an empty store, unless something is there already."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(not entry.name.startswith(f".{MARKER}.") for entry in folder.iterdir()):
            return  # something else than what is left of a marker that was being written
    except (FileExistsError, NotADirectoryError):
        raise NotAStore(f"{folder}: is a file, not a store") from None
    except OSError as error:
        raise UnwritableOutput(f"{folder}: cannot be written ({error.strerror})") from error
    write_file(folder / MARKER, [f"{VERSION}\n"])


def check_store(folder: Path) -> None:
    """Make sure that a folder is a store of a version we know."""
    try:
        version = int((folder / MARKER).read_text("ascii"))
    except FileNotFoundError:
        problem = "is not a store" if folder.exists() else "no such store"
        raise NotAStore(f"{folder}: {problem}; make one with hadath build INPUT... -s {folder}") from None
    except NotADirectoryError:
        raise NotAStore(f"{folder}: is a file, not a store") from None
    except ValueError:
        raise UnreadableStore(f"{folder}: its {MARKER} file is damaged; it should hold a number") from None
    except OSError as error:
        raise UnreadableStore(f"{folder}: cannot be read ({error.strerror})") from error
    if version > VERSION:
        raise NewerStore(
            f"{folder}: a store of version {version}, made by a later hadath; this one knows {VERSION}"
        )
