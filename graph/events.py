"""What happens: events with their standing and roles, and event words that gave no event."""

from collections.abc import Iterator

from rdflib import PROV, RDF, RDFS, URIRef

from hadath.extract.records import Event, Modality, NotExtracted
from hadath.graph.errors import BadRecord
from hadath.graph.iris import Names
from hadath.graph.literals import confidence, label, string
from hadath.graph.terms import Statement
from hadath.ontology.namespace import GAF, HD, SEM
from hadath.ontology.vocabulary import event_modes, event_types

__all__ = ["event_statements", "role_statements", "skipped_statements"]

_MODALITIES = {
    Modality.FUTURE: HD.Future,
    Modality.POSSIBLE: HD.Possible,
    Modality.CONDITIONAL: HD.Conditional,
}


def event_statements(event: Event, known: Names, language: str) -> Iterator[Statement]:
    """Yield the type, mode, names, standing, polarity, modality, mention and provenance of an event."""
    node = known.events[event.key]
    if event.type not in event_types():
        raise BadRecord(
            f"unknown event type {event.type!r}; choose one of {', '.join(sorted(event_types()))}"
        )
    if event.mode and event.mode not in event_modes(event.type):
        raise BadRecord(
            f"unknown mode {event.mode!r} of {event.type}; choose one of {', '.join(sorted(event_modes(event.type)))}"
        )
    yield node, RDF.type, SEM.Event
    if event.asserted:
        yield node, RDF.type, HD.AssertedEvent
    elif event.said_by:
        yield node, RDF.type, HD.ClaimedEvent
    yield node, SEM.eventType, HD[event.type]
    if event.mode:
        yield node, HD.mode, HD[f"{event.type}-{event.mode}"]
    yield node, RDFS.label, label(event.trigger.text, language)
    if event.name_en and language != "en":
        yield node, RDFS.label, label(event.name_en, "en")
    for mention in (event.trigger, *event.support):
        yield node, GAF.denotedBy, known.mention(mention)
    if event.lemma:
        yield node, HD.lemma, string(event.lemma)
    if event.negated:
        yield node, HD.polarity, HD.Negative
    if event.modality in _MODALITIES:
        yield node, HD.modality, _MODALITIES[event.modality]
    yield node, PROV.wasGeneratedBy, known.extraction
    yield node, HD.confidence, confidence(event.confidence)
    if event.rule:
        yield node, HD.rule, string(event.rule)


def role_statements(event: Event, known: Names) -> Iterator[Statement]:
    """Yield who and what fills the roles of an event."""
    node = known.events[event.key]
    filled = (
        (HD.agent, known.fillers(event.agents)),
        (HD.patient, known.fillers(event.patients)),
        (HD.recipient, known.fillers(event.recipients)),
        (SEM.hasPlace, known.fillers(event.places)),
        (HD.destination, known.fillers(event.destinations)),
        (HD.origin, known.fillers(event.origins)),
        (HD.instrument, known.fillers(event.instruments)),
        (SEM.hasTime, known.named_times(event.times)),
        (HD.saidBy, known.fillers(event.said_by)),
        (HD.content, known.named_events(event.contents)),
        (HD.purpose, known.named_events(event.purposes)),
        (HD.quantity, [known.quantities[quantity] for quantity in event.quantities]),
    )
    for role, fillers in filled:
        for filler in fillers:
            yield node, role, filler


def skipped_statements(skipped: NotExtracted, node: URIRef, known: Names) -> Iterator[Statement]:
    """Yield an event word that gave no event, and why."""
    yield node, RDF.type, HD.NotExtracted
    yield node, HD.evidence, known.mention(skipped.mention)
    yield node, HD.reason, string(skipped.reason)
