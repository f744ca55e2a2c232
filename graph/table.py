"""The events as a table: one row per event, one CSV file for Excel and for data frames.

The file is UTF-8 with a byte order mark, since Excel takes it for something else without one and ``pandas.read_csv`` drops
the mark by itself (Python's own reader: ``encoding="utf-8-sig"``). Several fillers of a role are joined by ``; ``. A cell
that a spreadsheet would run as a formula (``=``, ``+``, ``-``, ``@`` in front) gets an apostrophe in front.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from hadath.extract.records import Event, Exactness, Extraction, Quantity
from hadath.graph.characters import collapse
from hadath.graph.corpus import Corpus
from hadath.graph.iris import names
from hadath.graph.network import sentence_at, standing

__all__ = ["COLUMNS", "event_rows", "generate_csv"]

COLUMNS = (
    "article", "published", "event", "type", "mode", "trigger", "lemma", "name_en", "standing",
    "agents", "patients", "recipients", "places", "destinations", "origins", "instruments", "times", "quantity",
    "polarity", "modality", "said_by", "content", "purpose", "sentence", "start", "end", "rule", "confidence",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@")
_SIGNS = {
    Exactness.EXACT: "",
    Exactness.ABOUT: "~",
    Exactness.MORE_THAN: ">",
    Exactness.AT_LEAST: "≥",
    Exactness.AT_MOST: "≤",
    Exactness.LESS_THAN: "<",
}


def generate_csv(corpus: Corpus) -> Iterator[str]:
    """Yield the table, header first, articles in order of their IRIs and events in order of the text."""
    yield "\ufeff" + _line(COLUMNS)
    for extraction in corpus.extractions:
        for row in event_rows(extraction, text=corpus.text):
            yield _line(row[column] for column in COLUMNS)


def event_rows(extraction: Extraction, *, text: bool = True) -> Iterator[dict[str, str | int | float]]:
    """Yield one dict per event, keyed by ``COLUMNS``."""
    known = names(extraction)
    entities = {entity.key: entity.name for entity in extraction.entities}
    times = {time.key: time.value or time.mention.text for time in extraction.times}
    published = extraction.article.published
    for event in sorted(extraction.events, key=lambda e: (e.trigger.start, e.trigger.end)):
        yield {
            "article": extraction.article.id,
            "published": published.isoformat() if published else "",
            "event": str(known.events[event.key]),
            "type": event.type,
            "mode": event.mode,
            "trigger": event.trigger.text,
            "lemma": event.lemma,
            "name_en": event.name_en or "",
            "standing": standing(event),
            **_roles(event, entities),
            "times": _join(times[key] for key in event.times),
            "quantity": _join(map(_amount, event.quantities)),
            "polarity": "negative" if event.negated else "positive",
            "modality": str(event.modality),
            "content": _join(str(node) for node in known.named_events(event.contents)),
            "purpose": _join(str(node) for node in known.named_events(event.purposes)),
            "sentence": _sentence(event, extraction) if text else "",
            "start": event.trigger.start,
            "end": event.trigger.end,
            "rule": event.rule,
            "confidence": float(event.confidence),
        }


def _roles(event: Event, entities: dict[str, str]) -> dict[str, str]:
    filled = {
        "agents": event.agents,
        "patients": event.patients,
        "recipients": event.recipients,
        "places": event.places,
        "destinations": event.destinations,
        "origins": event.origins,
        "instruments": event.instruments,
        "said_by": event.said_by,
    }
    return {column: _join(entities[key] for key in keys) for column, keys in filled.items()}


def _amount(quantity: Quantity) -> str:
    """A quantity for the eye: ``~8000 متظاهر``; vague amounts as they are written."""
    if quantity.value is None:
        return quantity.mention.text
    unit = "%" if quantity.percent else (quantity.currency or quantity.unit or "")
    return f"{_SIGNS[quantity.exactness]}{quantity.value} {unit}".strip()


def _sentence(event: Event, extraction: Extraction) -> str:
    sentence = sentence_at(extraction, event.trigger.start)
    return extraction.article.text[sentence.start : sentence.end] if sentence else ""


def _join(parts: Iterable[str]) -> str:
    return "; ".join(parts)


def _line(cells: Iterable[str | int | float]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow([_cell(cell) for cell in cells])
    return stream.getvalue()


def _cell(cell: str | int | float) -> str | int | float:
    if not isinstance(cell, str):
        return cell
    text = collapse(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
