"""The graph as a network of entities and events, for networkx and the programs that read its files.

Nodes are entities and events; an edge runs from an event to each entity in a role of it, from a saying event to what is
said, and, for asserted events only, straight from entity to entity (``direct`` is 1). All attributes are text or numbers
without what XML cannot hold, so that every writer of networkx takes them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

import networkx as nx

from hadath.extract.records import Entity, Event, Extraction, Sentence
from hadath.graph.characters import collapse
from hadath.graph.direct import direct_pairs
from hadath.graph.iris import Names, names
from hadath.graph.turtle import short_iri

__all__ = ["build_network", "sentence_at", "standing"]

Attributes = dict[str, str | int | float]
_Edge = tuple[str, str, Attributes]


def build_network(
    extractions: Iterable[Extraction] | Extraction, *, text: bool = True
) -> "nx.MultiDiGraph[Any]":
    """Build one directed multigraph of all articles; nodes are IRIs, edge keys ``e1``, ``e2``, … are unique in the graph.

    ``text=False`` leaves the sentences out.
    """
    network: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    number = 0
    for extraction in [extractions] if isinstance(extractions, Extraction) else extractions:
        known = names(extraction)
        for entity in extraction.entities:
            network.add_node(str(known.entities[entity.key]), **_entity(entity, extraction))
        for event in extraction.events:
            network.add_node(str(known.events[event.key]), **_event(event, extraction, text=text))
        for source, target, attributes in _edges(extraction, known, text=text):
            number += 1
            network.add_edge(source, target, key=f"e{number}", **attributes)
    return network


def standing(event: Event) -> str:
    """How an event stands in its article: ``asserted``, ``claimed``, or else ``negated`` or its modality."""
    if event.asserted:
        return "asserted"
    if event.said_by:
        return "claimed"
    return "negated" if event.negated else str(event.modality)


def sentence_at(extraction: Extraction, offset: int) -> Sentence | None:
    """The sentence in which an offset lies."""
    place = bisect_right([sentence.start for sentence in extraction.sentences], offset) - 1
    if place >= 0 and offset < extraction.sentences[place].end:
        return extraction.sentences[place]
    return None


def _entity(entity: Entity, extraction: Extraction) -> Attributes:
    return {
        "label": collapse(entity.name),
        "kind": str(entity.kind),
        "label_en": collapse(entity.name_en or ""),
        "wikidata": entity.wikidata or "",
        "article": collapse(extraction.article.id),
        "mentions": len(entity.mentions),
    }


def _event(event: Event, extraction: Extraction, *, text: bool) -> Attributes:
    return {
        "label": collapse(event.trigger.text),
        "kind": "event",
        "event_type": event.type,
        "mode": event.mode,
        "lemma": collapse(event.lemma),
        "label_en": collapse(event.name_en or ""),
        "confidence": float(event.confidence),
        "rule": collapse(event.rule),
        **_circumstances(event, extraction, text=text),
    }


def _circumstances(event: Event, extraction: Extraction, *, text: bool) -> Attributes:
    """What every edge of an event repeats, so that an edge can be judged on its own."""
    entities = {entity.key: entity.name for entity in extraction.entities}
    sentence = sentence_at(extraction, event.trigger.start)
    words = extraction.article.text[sentence.start : sentence.end] if sentence and text else ""
    return {
        "standing": standing(event),
        "polarity": "negative" if event.negated else "positive",
        "modality": str(event.modality),
        "said_by": collapse("; ".join(entities[key] for key in event.said_by)),
        "article": collapse(extraction.article.id),
        "sentence": collapse(words),
        "begin_index": event.trigger.start,  # not "start": GEXF takes that for a time
        "end_index": event.trigger.end,
    }


def _edges(extraction: Extraction, known: Names, *, text: bool) -> Iterator[_Edge]:
    kinds = {entity.key: entity.kind for entity in extraction.entities}
    for event in extraction.events:
        shared = _circumstances(event, extraction, text=text)
        node = str(known.events[event.key])
        for role, fillers in _roles(event, known):
            for filler in fillers:
                yield node, str(filler), {"role": role, "direct": 0, **shared}
        for predicate, subject, obj, is_event in direct_pairs(event, kinds):
            end = (known.events if is_event else known.entities)[obj]
            role = short_iri(predicate).removeprefix("hd:")
            yield str(known.entities[subject]), str(end), {"role": role, "direct": 1, **shared}


def _roles(event: Event, known: Names) -> tuple[tuple[str, list[Any]], ...]:
    return (
        ("agent", known.fillers(event.agents)),
        ("patient", known.fillers(event.patients)),
        ("recipient", known.fillers(event.recipients)),
        ("place", known.fillers(event.places)),
        ("destination", known.fillers(event.destinations)),
        ("origin", known.fillers(event.origins)),
        ("instrument", known.fillers(event.instruments)),
        ("said by", known.fillers(event.said_by)),
        ("content", known.named_events(event.contents)),
        ("purpose", known.named_events(event.purposes)),
    )
