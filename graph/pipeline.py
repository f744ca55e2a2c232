"""The whole job in one call: articles in, graph files out."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hadath.extract.errors import HadathError
from hadath.extract.records import Article, Extraction
from hadath.graph.corpus import Corpus
from hadath.graph.files import prepare_folder, write_files
from hadath.graph.formats import DEFAULT_FORMATS, Format, find_format

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Summary", "build", "write"]

Progress = Callable[[int, int], None]
"""Called with the number of articles done and of all."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run read and wrote. ``seconds`` is the time of reading the texts, without loading the model."""

    articles: int
    words: int
    events: int
    claims: int
    entities: int
    not_extracted: int
    seconds: float
    files: tuple[Path, ...]


def build(
    inputs: Sequence[str | Path] | str | Path,
    out: str | Path,
    *,
    formats: Sequence[str] | None = None,
    text: bool = True,
    on_error: Callable[[HadathError], None] | None = None,
    progress: Progress | None = None,
    each: Callable[[Extraction], object] | None = None,
) -> Summary:
    """Read articles from files or folders and write their graph into the folder ``out``.

    ``formats`` are names of ``FORMATS``. ``text=False`` keeps the articles' own sentences out of every file, and so writes no
    page. An input that cannot be read raises, or is told to ``on_error`` and left out; if none can be read, nothing is written.
    The same article given twice counts once; two articles that share an id are two. ``each`` is given what was read from each
    article as soon as it is read.
    """
    chosen = _choose(formats, text=text)
    folder = prepare_folder(out)
    failed: list[HadathError] = []

    def fail(error: HadathError) -> None:
        if on_error is None:
            raise error
        failed.append(error)
        on_error(error)

    articles = _read([inputs] if isinstance(inputs, str | Path) else inputs, fail)
    if failed and not articles:
        return _summary((), 0.0, ())
    started = time.perf_counter()
    if articles:
        nlp = _load()
        started = time.perf_counter()
        extractions = tuple(_watched(_extract(articles, nlp), len(articles), progress, each))
    else:
        extractions = ()
    seconds = time.perf_counter() - started
    return _summary(extractions, seconds, write(extractions, folder, chosen, text=text))


def write(
    extractions: Iterable[Extraction], folder: str | Path, formats: Iterable[Format], *, text: bool = True
) -> tuple[Path, ...]:
    """Write extractions in the given formats, all files or none."""
    corpus = Corpus(extractions, text=text)
    contents = {entry.filename: entry.write(corpus) for entry in formats}
    return tuple(write_files(folder, contents))


def _choose(names: Sequence[str] | None, *, text: bool) -> tuple[Format, ...]:
    """The formats to write, each once; the page shows the text, so it cannot be had without."""
    wanted = names or [name for name in DEFAULT_FORMATS if text or name != "html"]
    chosen = tuple(dict.fromkeys(map(find_format, wanted)))
    if not text and find_format("html") in chosen:
        raise HadathError("the html page shows the articles' text; leave out either html or --no-text")
    return chosen


def _read(inputs: Sequence[str | Path], on_error: Callable[[HadathError], None] | None) -> list[Article]:
    """Read all articles, each once however often it is given."""
    from hadath.extract.articles import read_articles

    return list(dict.fromkeys(read_articles(inputs, on_error=on_error)))


def _load() -> "Language":
    from hadath.extract import load

    return load()


def _extract(articles: Iterable[Article], nlp: "Language") -> Iterator[Extraction]:
    from hadath.extract import extract

    return extract(articles, nlp=nlp)


def _watched(
    extractions: Iterable[Extraction],
    total: int,
    progress: Progress | None,
    each: Callable[[Extraction], object] | None,
) -> Iterator[Extraction]:
    for done, extraction in enumerate(extractions, 1):
        if each is not None:
            each(extraction)
        yield extraction
        if progress is not None:
            progress(done, total)


def _summary(extractions: Sequence[Extraction], seconds: float, files: tuple[Path, ...]) -> Summary:
    events = [event for extraction in extractions for event in extraction.events]
    return Summary(
        articles=len(extractions),
        words=sum(len(extraction.article.text.split()) for extraction in extractions),
        events=len(events),
        claims=sum(bool(event.said_by) for event in events),
        entities=sum(len(extraction.entities) for extraction in extractions),
        not_extracted=sum(len(extraction.not_extracted) for extraction in extractions),
        seconds=seconds,
        files=files,
    )
