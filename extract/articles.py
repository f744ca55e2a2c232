"""News articles from files: plain text, web pages, JSON, JSON lines, folders of these, and standard input."""

import gzip
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import IO, cast

from hadath.extract.dates import find_times
from hadath.extract.encoding import decode, mostly_arabic, replace_surrogates
from hadath.extract.errors import HadathError, UnreadableInput
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
_ID = ("id", "_id", "identifier")
_TEXT = ("text", "body", "content", "articleBody")
_TITLE = ("title", "headline")
_DATE = ("date", "published", "datePublished")
_SOURCE = ("source", "publisher")
_URL = ("url", "link")

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


def parse_date(value: object) -> date | None:
    """The day that a date names in ISO 8601, RFC 2822, d/m/Y or Arabic words; None if it is no date.

    >>> parse_date("Sun, 15 Jul 2018 21:56:56 +0400"), parse_date("11 يناير 2022"), parse_date("soon")
    (datetime.date(2018, 7, 15), datetime.date(2022, 1, 11), None)
    """
    if not isinstance(value, str) or len(value) > 200:
        return None
    text = value.strip()
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    days = (time.begin for time in find_times(text, None) if time.begin and time.begin == time.end)
    return next(days, None)


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
            yield from _read_lines(stream, str(path), _stem(path))
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
            yield from _read_json(decode(data), name, stem)
    except UnreadableInput as error:
        yield UnreadableInput(f"{name}: {error}")


def _page_article(html: str, stem: str) -> Article:
    page = read_webpage(html)
    return Article(stem, page.text, page.title, parse_date(page.date), url=page.url)


def _read_json(text: str, name: str, stem: str) -> Iterator[_Outcome]:
    """One object or a list of objects; an empty file holds no article."""
    if not text.strip():
        return
    document = _load(text)
    if isinstance(document, list):
        for number, record in enumerate(document, 1):
            yield _json_outcome(record, f"{name}: item {number}", f"{stem}-{number}")
    else:
        yield _json_outcome(document, name, stem)


def _read_lines(stream: Iterable[bytes], name: str, stem: str) -> Iterator[_Outcome]:
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        where = f"{name}: line {number}"
        try:
            yield _json_outcome(_load(decode(line)), where, f"{stem}-{number}")
        except UnreadableInput as error:
            yield UnreadableInput(f"{where}: {error}")


def _load(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableInput(
            f"broken JSON ({error.msg} at column {error.colno}); one object per article"
        ) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(
            "broken JSON (too deep, or too long a number); one object per article"
        ) from error


def _json_outcome(record: object, where: str, fallback_id: str) -> _Outcome:
    if not isinstance(record, dict):
        return UnreadableInput(
            f"{where}: {type(record).__name__} where an article is due; give an object with id and text"
        )
    text = next((record[key] for key in _TEXT if isinstance(record.get(key), str)), None)
    if text is None:
        return UnreadableInput(f"{where}: object without text; give it as one of {', '.join(_TEXT)}")
    return Article(
        _string(record, _ID) or fallback_id,
        replace_surrogates(text),
        _string(record, _TITLE),
        parse_date(next((record[key] for key in _DATE if record.get(key)), None)),
        _string(record, _SOURCE),
        _string(record, _URL),
    )


def _string(record: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    """The first of the keys with something to say; a number becomes text, an object gives its name."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return replace_surrogates(str(value))
    return None


def _read_stdin() -> Iterator[_Outcome]:
    """Standard input is JSON, JSON lines if every line is an object, else one plain text."""
    data = sys.stdin.buffer.read()
    lines = [line for line in data.splitlines() if line.strip()]
    if lines and all(line.strip().startswith(b"{") and line.strip().endswith(b"}") for line in lines):
        yield from _read_lines(data.split(b"\n"), "-", "stdin")
    else:
        yield from _read_bytes(data, "text", "-", "stdin")
