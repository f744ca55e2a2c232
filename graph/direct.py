"""Direct triples, ``<A> hd:meets <B>``: one step from who to whom, for asserted events only.

Which event type, roles, classes and lemmas license which predicate is data in ``hadath.ttl``. What is negated, planned,
merely possible or said by somebody never gives one.
"""

from collections.abc import Iterator
from functools import lru_cache

from rdflib import URIRef

from hadath.extract.records import EntityKind, Event, Extraction
from hadath.extract.spelling import fold
from hadath.graph.iris import Names
from hadath.graph.terms import CLASSES, Statement
from hadath.ontology.namespace import HD, SEM
from hadath.ontology.predicates import DirectPredicate, direct_predicates

__all__ = ["DirectPair", "direct_pairs", "direct_statements"]

DirectPair = tuple[URIRef, str, str, bool]
"""Predicate, subject key, object key, and whether the object is an event."""


def direct_statements(extraction: Extraction, known: Names) -> Iterator[Statement]:
    """Yield the direct triples that the asserted events of an article license, in order of the text."""
    kinds = {entity.key: entity.kind for entity in extraction.entities}
    for event in extraction.events:
        for predicate, subject, obj, is_event in direct_pairs(event, kinds):
            yield known.entities[subject], predicate, (known.events if is_event else known.entities)[obj]


def direct_pairs(event: Event, kinds: dict[str, EntityKind]) -> Iterator[DirectPair]:
    """Yield predicate, subject and object of each direct triple of one event; nothing unless it is asserted."""
    if not event.asserted:
        return
    found: dict[DirectPair, None] = {}
    for predicate in _licensed_by(HD[event.type]):
        if predicate.lemmas and fold(event.lemma) not in _folded(predicate):
            continue
        for pair in _pairs(event, predicate, kinds):
            found.update(dict.fromkeys((iri, *pair) for iri in (predicate.iri, *sorted(predicate.broader))))
    yield from found


def _pairs(
    event: Event, predicate: DirectPredicate, kinds: dict[str, EntityKind]
) -> Iterator[tuple[str, str, bool]]:
    """Yield subject, object and whether the object is an event."""
    subjects = [subject for role in sorted(predicate.subject_roles) for subject in _fillers(event, role)]
    objects = [
        (obj, role == HD.content) for role in sorted(predicate.object_roles) for obj in _fillers(event, role)
    ]
    if predicate.reciprocal and not objects:
        objects = [(subject, False) for subject in subjects]
    for obj, is_event in objects:
        if is_event or _fits(kinds[obj], predicate):
            yield from ((subject, obj, is_event) for subject in subjects if is_event or subject != obj)


@lru_cache(maxsize=64)
def _licensed_by(event_type: URIRef) -> tuple[DirectPredicate, ...]:
    return tuple(predicate for predicate in direct_predicates() if event_type in predicate.event_types)


@lru_cache(maxsize=256)
def _folded(predicate: DirectPredicate) -> frozenset[str]:
    return frozenset(fold(lemma) for lemma in predicate.lemmas)


def _fits(kind: EntityKind, predicate: DirectPredicate) -> bool:
    return not predicate.object_classes or not predicate.object_classes.isdisjoint(CLASSES[kind])


def _fillers(event: Event, role: URIRef) -> tuple[str, ...]:
    return {
        HD.agent: event.agents,
        HD.patient: event.patients,
        HD.recipient: event.recipients,
        HD.content: event.contents,
        SEM.hasPlace: event.places,
    }[role]
