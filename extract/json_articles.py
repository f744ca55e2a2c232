"""Articles from JSON: one object, a list of them, or one on each line."""

import json
from collections.abc import Iterable, Iterator, Mapping

from hadath.extract.encoding import decode, replace_surrogates
from hadath.extract.errors import UnreadableInput
from hadath.extract.publication import parse_date
from hadath.extract.records import Article

__all__ = ["read_json", "read_lines"]

_ID = ("id", "_id", "identifier")
_TEXT = ("text", "body", "content", "articleBody")
_TITLE = ("title", "headline")
_DATE = ("date", "published", "datePublished")
_SOURCE = ("source", "publisher")
_URL = ("url", "link")


def read_json(text: str, name: str, stem: str) -> Iterator[Article | UnreadableInput]:
    """One object or a list of objects; an empty file holds no article."""
    if not text.strip():
        return
    document = _load(text)
    if isinstance(document, list):
        for number, record in enumerate(document, 1):
            yield _json_outcome(record, f"{name}: item {number}", f"{stem}-{number}")
    else:
        yield _json_outcome(document, name, stem)


def read_lines(stream: Iterable[bytes], name: str, stem: str) -> Iterator[Article | UnreadableInput]:
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


def _json_outcome(record: object, where: str, fallback_id: str) -> Article | UnreadableInput:
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
