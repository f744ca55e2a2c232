"""Who and what takes part: entities, times and quantities as statements."""

import math
import re
from collections.abc import Iterable, Iterator

from rdflib import OWL, RDF, RDFS, TIME, XSD, URIRef

from hadath.extract.records import Basis, Entity, EntityKind, Event, Exactness, Quantity, TimeExpression
from hadath.graph.iris import Names
from hadath.graph.literals import confidence, label, number, string, time_value, typed
from hadath.graph.terms import CLASSES, Statement
from hadath.ontology.namespace import GAF, HD, SCHEMA, SEM, WD

__all__ = [
    "entity_statements",
    "label_statements",
    "part_statements",
    "quantity_statements",
    "taking_part",
    "time_statements",
]

_BASES = {Basis.EXPLICIT: HD.Explicit, Basis.RELATIVE: HD.Relative, Basis.INFERRED: HD.Inferred}
_EXACTNESS = {
    Exactness.EXACT: HD.Exact,
    Exactness.ABOUT: HD.About,
    Exactness.MORE_THAN: HD.MoreThan,
    Exactness.AT_LEAST: HD.AtLeast,
    Exactness.AT_MOST: HD.AtMost,
    Exactness.LESS_THAN: HD.LessThan,
}
_PLACES = frozenset({EntityKind.COUNTRY, EntityKind.CITY, EntityKind.PLACE, EntityKind.FACILITY})
_ACTORS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP})
_QID = re.compile(r"Q[1-9][0-9]*")


def entity_statements(entity: Entity, known: Names, language: str) -> Iterator[Statement]:
    """Yield the classes, labels, mentions and identity of an entity."""
    node = known.entities[entity.key]
    for kind in CLASSES[entity.kind]:
        yield node, RDF.type, kind
    if entity.unnamed:
        yield node, RDF.type, HD.Unnamed
    yield from label_statements(node, entity, language)
    for mention in entity.mentions:
        yield node, GAF.denotedBy, known.mention(mention)
    if entity.wikidata and _QID.fullmatch(entity.wikidata):
        yield node, OWL.sameAs, WD[entity.wikidata]
        if entity.confidence is not None:
            yield node, HD.confidence, confidence(entity.confidence)


def label_statements(node: URIRef, entity: Entity, language: str) -> Iterator[Statement]:
    """Yield the names of an entity, English too where it is known."""
    yield node, RDFS.label, label(entity.name, language)
    if entity.name_en:
        yield node, RDFS.label, label(entity.name_en, "en")


def taking_part(events: Iterable[Event]) -> tuple[set[str], set[str]]:
    """Keys of the entities that act in, suffer, receive or say something, and of those where something happens."""
    actors: set[str] = set()
    places: set[str] = set()
    for event in events:
        actors.update(event.agents, event.patients, event.recipients, event.said_by)
        places.update(event.places)
    return actors, places


def part_statements(entity: Entity, known: Names, *, actor: bool, place: bool) -> Iterator[Statement]:
    """Yield whether an entity acts, and whether things happen in it."""
    node = known.entities[entity.key]
    if actor or entity.kind in _ACTORS:
        yield node, RDF.type, SEM.Actor
    if place or entity.kind in _PLACES:
        yield node, RDF.type, SEM.Place


def time_statements(time: TimeExpression, known: Names, language: str) -> Iterator[Statement]:
    """Yield a time, with its value and interval where they are dates of the calendar."""
    node = known.times[time.key]
    yield node, RDF.type, SEM.Time
    yield node, RDF.type, TIME.TemporalEntity
    yield node, RDFS.label, label(time.mention.text, language)
    yield node, GAF.denotedBy, known.mention(time.mention)
    yield node, HD.timeBasis, _BASES[time.basis]
    value = time_value(time.value)
    if value is not None:
        yield node, SEM.hasTimeStamp, value
    if time.begin and time.end and time.begin <= time.end:
        yield node, SEM.hasBeginTimeStamp, typed(time.begin.isoformat(), XSD.date)
        yield node, SEM.hasEndTimeStamp, typed(time.end.isoformat(), XSD.date)


def quantity_statements(quantity: Quantity, node: URIRef, known: Names) -> Iterator[Statement]:
    """Yield a number or amount of money, with what it counts."""
    yield node, RDF.type, SCHEMA.MonetaryAmount if quantity.currency else SCHEMA.QuantitativeValue
    yield node, HD.evidence, known.mention(quantity.mention)
    yield node, HD.exactness, _EXACTNESS[quantity.exactness]
    if quantity.value is not None and math.isfinite(quantity.value):
        yield node, SCHEMA.value, number(quantity.value)
    if quantity.unit:
        yield node, SCHEMA.unitText, string(quantity.unit)
    if quantity.currency:
        yield node, SCHEMA.currency, string(quantity.currency)
    if quantity.percent:
        yield node, SCHEMA.unitCode, string("P1")  # UN/CEFACT code for per cent, as schema.org asks
