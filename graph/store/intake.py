"""Reading articles into a store, one by one: never all in memory, and what is there already is not read again."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from hadath.extract.errors import HadathError
from hadath.extract.records import Article, Extraction
from hadath.graph.errors import BadRecord
from hadath.graph.store.writing import Store, open_store

__all__ = ["Intake", "take_in"]

_TOGETHER = 64
"""Articles that are read together; a killed run loses at most the work on these."""

_OUTCOMES = ("added", "replaced", "present", "failed")


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of the articles of a run: added, in place of a former reading or edition, there already, or failed.

    ``events``, ``claims`` and ``words`` are those of the articles that were added or replaced; ``seconds`` is the time of the whole
    run, with that of loading the model.
    """

    added: int
    replaced: int
    present: int
    failed: int
    events: int
    claims: int
    words: int
    seconds: float


def take_in(
    inputs: Sequence[str | Path] | str | Path,
    store: str | Path,
    *,
    text: bool = True,
    on_error: Callable[[HadathError], None] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Intake:
    """Read articles from files or folders into a store, which is made if it is not there.

    What cannot be read raises, or is told to ``on_error`` and left out. A run that was stopped, in whatever way, is taken up again by
    the same call. ``progress`` is called with the number of articles done.
    """
    from hadath.extract.articles import read_articles

    count: Counter[str] = Counter()

    def failed(error: HadathError) -> None:
        if on_error is None:
            raise error
        count["failed"] += 1
        on_error(error)

    started = time.perf_counter()
    with open_store(store) as opened:
        articles = read_articles([inputs] if isinstance(inputs, str | Path) else inputs, on_error=failed)
        for together in _batches(articles):
            fresh = [article for article in together if not opened.holds(article, text=text)]
            count["present"] += len(together) - len(fresh)
            for extraction in _extract(fresh):
                try:
                    count.update(_added(opened, extraction, text=text))
                except BadRecord as error:
                    failed(error)
            if progress is not None:
                progress(sum(count[outcome] for outcome in _OUTCOMES))
        opened.join()
    numbers = {name: count[name] for name in (*_OUTCOMES, "events", "claims", "words")}
    return Intake(**numbers, seconds=time.perf_counter() - started)


def _added(store: Store, extraction: Extraction, *, text: bool) -> dict[str, int]:
    """Add what was read from an article and count it."""
    change = store.add(extraction, text=text)
    if change is None:  # given twice in this run
        return {"present": 1}
    return {
        change.value: 1,
        "events": len(extraction.events),
        "claims": sum(bool(event.said_by) for event in extraction.events),
        "words": len(extraction.article.text.split()),
    }


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    left = iter(articles)
    while batch := list(islice(left, _TOGETHER)):
        yield batch


def _extract(articles: Sequence[Article]) -> Iterator[Extraction]:
    """Read articles; the model is loaded for the first that is new."""
    if articles:
        from hadath.extract import extract, load

        yield from extract(articles, nlp=load())
