"""What was read from an article, sentence by sentence, for people to check against the text."""

from collections.abc import Iterator

from hadath.extract.records import Entity, Event, Extraction, Mention, Quantity
from hadath.graph.characters import collapse
from hadath.graph.network import standing

__all__ = ["explain"]


def explain(extraction: Extraction) -> str:
    """Tell, under each sentence, its events with roles, standing, speaker, rule and place in the text, and what gave no event."""
    title = f"{extraction.article.id}: {_counts(extraction)}"
    return "\n".join([title, *_sentences(extraction)]) + "\n"


def _counts(extraction: Extraction) -> str:
    return (
        f"{len(extraction.sentences)} sentences, {len(extraction.events)} events, {len(extraction.entities)} entities, "
        f"{len(extraction.not_extracted)} event words without an event"
    )


def _sentences(extraction: Extraction) -> Iterator[str]:
    text = extraction.article.text
    inside: set[str] = set()
    for number, sentence in enumerate(extraction.sentences, 1):
        yield f"\n[{number}] {collapse(text[sentence.start : sentence.end])}"
        for event in _events(extraction):
            if sentence.start <= event.trigger.start < sentence.end:
                inside.add(event.key)
                yield from _event(event, extraction)
        for skipped in extraction.not_extracted:
            if sentence.start <= skipped.mention.start < sentence.end:
                yield f"  - {_place(skipped.mention)}: no event ({skipped.reason})"
    for event in _events(extraction):
        if event.key not in inside:
            yield from _event(event, extraction)


def _events(extraction: Extraction) -> list[Event]:
    return sorted(extraction.events, key=lambda event: (event.trigger.start, event.trigger.end))


def _event(event: Event, extraction: Extraction) -> Iterator[str]:
    names = {entity.key: _name(entity) for entity in extraction.entities}
    times = {
        time.key: f"{collapse(time.mention.text)} = {time.value or 'unresolved'}" for time in extraction.times
    }
    triggers = {other.key: collapse(other.trigger.text) for other in extraction.events}
    word = _place(event.trigger) + (f" ({event.name_en})" if event.name_en else "")
    yield f"  * {' '.join(filter(None, (event.type, event.mode)))} {word}, {_flags(event)}"
    rows = (
        ("agent", [names[key] for key in event.agents]),
        ("patient", [names[key] for key in event.patients]),
        ("recipient", [names[key] for key in event.recipients]),
        ("place", [names[key] for key in event.places]),
        ("to", [names[key] for key in event.destinations]),
        ("from", [names[key] for key in event.origins]),
        ("with", [names[key] for key in event.instruments]),
        ("for", [triggers[key] for key in event.purposes]),
        ("time", [times[key] for key in event.times]),
        ("quantity", [_quantity(quantity) for quantity in event.quantities]),
        ("said by", [names[key] for key in event.said_by]),
        ("content", [triggers[key] for key in event.contents]),
        ("rule", [f"{event.rule} ({event.confidence:.2f})"] if event.rule else []),
    )
    for label, values in rows:
        if values:
            yield f"      {label:<10}{'; '.join(values)}"


def _name(entity: Entity) -> str:
    """Its name, the English one behind it where it is known."""
    return collapse(entity.name) + (f" ({collapse(entity.name_en)})" if entity.name_en else "")


def _flags(event: Event) -> str:
    """``asserted``, or ``claimed``, with ``negated`` and the modality where they apply."""
    parts = [standing(event)]
    if event.negated and "negated" not in parts:
        parts.append("negated")
    if str(event.modality) not in (*parts, "asserted"):
        parts.append(str(event.modality))
    return ", ".join(parts)


def _quantity(quantity: Quantity) -> str:
    value = "vague" if quantity.value is None else f"{quantity.exactness} {quantity.value}"
    unit = "%" if quantity.percent else (quantity.currency or quantity.unit or "")
    return f"{collapse(quantity.mention.text)} = {value} {unit}".rstrip()


def _place(mention: Mention) -> str:
    return f"«{collapse(mention.text)}» {mention.start}–{mention.end}"
