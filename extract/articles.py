"""News articles from files: plain text, web pages, JSON, JSON lines, folders of these, and standard input."""

import gzip
import os
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, cast

from hadath.extract.encoding import decode, mostly_arabic
from hadath.extract.errors import HadathError, UnreadableInput
from hadath.extract.json_articles import read_json, read_lines
from hadath.extract.publication import parse_date
from hadath.extract.records import Article
from hadath.extract.webpage import declared_encoding, read_webpage

__all__ = ["mostly_arabic", "parse_date", "read_article", "read_articles"]

_KINDS = {
    ".txt": "text",
    ".text": "text",
    "": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
_EXPECTED = "give a .txt, .html, .json or .jsonl file, a folder of these, or - for standard input"

_Outcome = Article | UnreadableInput


def read_articles(
    inputs: Sequence[str | Path], *, on_error: Callable[[HadathError], None] | None = None
) -> Iterator[Article]:
    """Read the articles of each input in order; a folder gives its files sorted by name.

    What cannot be read raises ``UnreadableInput``, or is told to ``on_error`` and left out. The text of a .txt
    file is its characters as they are, without a leading byte order mark.
    """
    for item in inputs:
        for outcome in _read_input(item):
            if isinstance(outcome, Article):
                yield outcome
            elif on_error is None:
                raise outcome
            else:
                on_error(outcome)


def read_article(path: str | Path) -> Article:
    """Read the one article of a file."""
    articles = list(read_articles([path]))
    if len(articles) != 1:
        raise UnreadableInput(f"{path}: holds {len(articles)} articles, not one; read it with read_articles")
    return articles[0]


def _read_input(item: str | Path) -> Iterator[_Outcome]:
    if str(item) == "-":
        yield from _read_stdin()
        return
    if not str(item).strip() or "\0" in str(item):
        yield UnreadableInput(f"{str(item)!r}: no file name; {_EXPECTED}")
        return
    path = Path(item)
    try:
        if path.is_dir():
            yield from _read_folder(path)
        else:
            yield from _read_file(path)
    except OSError as error:
        yield _unreadable(path, error)
    except (EOFError, zlib.error) as error:
        yield UnreadableInput(f"{path}: broken gzip file ({error}); compress it again")


def _unreadable(path: Path, error: OSError) -> UnreadableInput:
    if isinstance(error, FileNotFoundError):
        return UnreadableInput(f"{path}: no such file or folder; {_EXPECTED}")
    if isinstance(error, PermissionError):
        return UnreadableInput(f"{path}: may not be read; change its permissions")
    reason = error.strerror or str(error)
    return UnreadableInput(f"{path}: {reason}; {_EXPECTED}")


def _read_folder(folder: Path) -> Iterator[_Outcome]:
    files = [path for path in _files(folder) if _kind(path)]
    if not files:
        yield UnreadableInput(
            f"{folder}: folder without articles; put .txt, .html, .json or .jsonl files in it"
        )
    for path in files:
        yield from _read_input(path)


def _files(folder: Path) -> list[Path]:
    """All visible files under a folder with a suffix, sorted; NAME.json beside NAME.txt describes it and is no article."""
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        beside = set(names)
        found += [
            Path(root, name)
            for name in names
            if "." in name.lstrip(".")
            and not name.startswith(".")
            and not (name.endswith(".json") and f"{name[:-5]}.txt" in beside)
        ]
    return sorted(found, key=lambda path: path.parts)


def _suffix(path: Path) -> str:
    name = path.name.removesuffix(".gz")
    return Path(name).suffix.lower()


def _kind(path: Path) -> str | None:
    return _KINDS.get(_suffix(path))


def _stem(path: Path) -> str:
    return Path(path.name.removesuffix(".gz")).stem


def _read_file(path: Path) -> Iterator[_Outcome]:
    kind = _kind(path)
    if kind == "lines":
        with _open(path) as stream:
            yield from read_lines(stream, str(path), _stem(path))
    elif kind is None:
        path.stat()  # a missing file is missing first of all
        yield UnreadableInput(f"{path}: no kind of file that is read here ({_suffix(path)}); {_EXPECTED}")
    else:
        with _open(path) as stream:
            data = stream.read()
        yield from _read_bytes(data, kind, str(path), _stem(path))


def _open(path: Path) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(path, "rb")) if path.name.endswith(".gz") else path.open("rb")


def _read_bytes(data: bytes, kind: str, name: str, stem: str) -> Iterator[_Outcome]:
    """Read a whole text, page or JSON document; every failure is one line that begins with its name."""
    try:
        if kind == "text":
            yield Article(stem, decode(data))
        elif kind == "page":
            yield _page_article(decode(data, declared=declared_encoding(data)), stem)
        else:
            yield from read_json(decode(data), name, stem)
    except UnreadableInput as error:
        yield UnreadableInput(f"{name}: {error}")


def _page_article(html: str, stem: str) -> Article:
    page = read_webpage(html)
    return Article(stem, page.text, page.title, parse_date(page.date), url=page.url)


def _read_stdin() -> Iterator[_Outcome]:
    """Standard input is JSON, JSON lines if every line is an object, else one plain text."""
    data = sys.stdin.buffer.read()
    lines = [line for line in data.splitlines() if line.strip()]
    if lines and all(line.strip().startswith(b"{") and line.strip().endswith(b"}") for line in lines):
        yield from read_lines(data.split(b"\n"), "-", "stdin")
    else:
        yield from _read_bytes(data, "text", "-", "stdin")
