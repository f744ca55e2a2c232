"""From records to statements: one named graph per article.

The graph of an article holds its events, entities, times and quantities, each with the characters it was read from.
An event is ``hd:AssertedEvent`` when the article itself says that it happens (no speaker, not negated, no modality),
``hd:ClaimedEvent`` when it is put into somebody's mouth, and neither otherwise. Direct triples such as
``<A> hd:meets <B>`` come from asserted events only; they stand in the article's graph and once more in the default
graph, with the labels of both ends, so that a store finds them whatever it takes for its default graph. Nothing that
somebody merely claims is ever in the default graph.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version

from rdflib import OWL, PROV, RDF, RDFS, TIME, XSD, Dataset, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from hadath.extract.records import (
    Article,
    Basis,
    Entity,
    EntityKind,
    Event,
    Exactness,
    Extraction,
    Mention,
    Modality,
    NotExtracted,
    Quantity,
    TimeExpression,
)
from hadath.graph.characters import rdf_text
from hadath.graph.direct import direct_statements
from hadath.graph.errors import BadRecord
from hadath.graph.iris import BASE, Names, names
from hadath.graph.terms import CLASSES, Quad, Statement
from hadath.ontology.namespace import GAF, HD, NIF, PREFIXES, SCHEMA, SEM, WD
from hadath.ontology.vocabulary import event_types

__all__ = ["build_dataset", "quads", "software_version"]

_MODALITIES = {
    Modality.FUTURE: HD.Future,
    Modality.POSSIBLE: HD.Possible,
    Modality.CONDITIONAL: HD.Conditional,
}
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
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_QID = re.compile(r"Q[1-9][0-9]*")


def build_dataset(extractions: Iterable[Extraction] | Extraction, *, text: bool = True) -> Dataset:
    """Build one RDF dataset from what was extracted, a named graph per article.

    ``text=False`` leaves out the text of the articles and their sentences (mentions stay), for copyright.
    """
    dataset = Dataset()
    for prefix, iri in PREFIXES.items():
        dataset.bind(prefix, iri, replace=True)
    for extraction in [extractions] if isinstance(extractions, Extraction) else extractions:
        for subject, predicate, obj, graph in quads(extraction, text=text):
            dataset.graph(graph or DATASET_DEFAULT_GRAPH_ID).add((subject, predicate, obj))
    return dataset


def quads(extraction: Extraction, *, text: bool = True) -> Iterator[Quad]:
    """Yield the statements of one article with their graph; None stands for the default graph. Some may come twice."""
    known = names(extraction)
    for subject, predicate, obj in _statements(extraction, known, text=text):
        yield subject, predicate, obj, known.article
    language = _language(extraction.article)
    labels = {known.entities[entity.key]: entity for entity in extraction.entities}
    for subject, predicate, obj in direct_statements(extraction, known):
        yield subject, predicate, obj, known.article
        yield subject, predicate, obj, None
        for end in (subject, URIRef(obj)):
            if end in labels:
                yield from ((*label, None) for label in _labels(end, labels[end], language))


@lru_cache(maxsize=1)
def software_version() -> str:
    """The version of hadath that is running."""
    try:
        return version("hadath")
    except PackageNotFoundError:
        return "unknown"


def _statements(extraction: Extraction, known: Names, *, text: bool) -> Iterator[Statement]:
    language = _language(extraction.article)
    yield from _article(extraction.article, known, language, text=text)
    yield from _sentences(extraction, known, text=text)
    yield from _mentions(extraction, known)
    actors, places = _taking_part(extraction.events)
    for entity in extraction.entities:
        yield from _entity(entity, known, language)
        yield from _parts(entity, known, actor=entity.key in actors, place=entity.key in places)
    for time in extraction.times:
        yield from _time(time, known, language)
    for quantity, node in known.quantities.items():
        yield from _quantity(quantity, node, known)
    for event in extraction.events:
        yield from _event(event, known, language)
        yield from _roles(event, known)
    for skipped, node in zip(extraction.not_extracted, known.skipped, strict=True):
        yield from _not_extracted(skipped, node, known)


def _article(article: Article, known: Names, language: str, *, text: bool) -> Iterator[Statement]:
    node = known.article
    for kind in (SCHEMA.NewsArticle, NIF.Context, PROV.Entity):
        yield node, RDF.type, kind
    yield node, SCHEMA.identifier, _string(article.id)
    yield node, SCHEMA.inLanguage, Literal(language)
    yield node, HD.sha256, Literal(sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest())
    if article.title:
        yield node, SCHEMA.headline, Literal(rdf_text(article.title), lang=language)
    if article.published:
        yield node, SCHEMA.datePublished, _typed(article.published.isoformat(), XSD.date)
    if article.source:
        yield node, SCHEMA.publisher, _string(article.source)
    if article.url:
        yield node, SCHEMA.url, _string(article.url)
    if text:
        yield node, NIF.isString, _string(article.text)
    yield from _run(known)


def _run(known: Names) -> Iterator[Statement]:
    """What made this graph: an activity without a time stamp, so that the same input gives the same bytes."""
    software = URIRef(f"{BASE}software/{software_version()}")
    yield known.extraction, RDF.type, PROV.Activity
    yield known.extraction, PROV.used, known.article
    yield known.extraction, PROV.wasAssociatedWith, software
    yield software, RDF.type, PROV.SoftwareAgent
    yield software, SCHEMA.name, Literal("hadath")
    yield software, SCHEMA.softwareVersion, Literal(software_version())


def _sentences(extraction: Extraction, known: Names, *, text: bool) -> Iterator[Statement]:
    for sentence in extraction.sentences:
        node = known.mention(sentence)
        yield node, RDF.type, NIF.Sentence
        yield from _span(node, sentence.start, sentence.end, known)
        if text:
            yield node, NIF.anchorOf, _string(extraction.article.text[sentence.start : sentence.end])


def _mentions(extraction: Extraction, known: Names) -> Iterator[Statement]:
    starts = [sentence.start for sentence in extraction.sentences]
    for mention in dict.fromkeys(_all_mentions(extraction)):
        if extraction.article.text[mention.start : mention.end] != mention.text or not mention.text:
            raise BadRecord(
                f"article {extraction.article.id!r}: the mention {mention.text!r} is not what stands at {mention.start}–{mention.end}"
            )
        node = known.mention(mention)
        yield from _span(node, mention.start, mention.end, known)
        yield node, NIF.anchorOf, _string(mention.text)
        place = bisect_right(starts, mention.start) - 1
        if place >= 0 and mention.end <= extraction.sentences[place].end:
            yield node, NIF.sentence, known.mention(extraction.sentences[place])


def _all_mentions(extraction: Extraction) -> Iterator[Mention]:
    for entity in extraction.entities:
        yield from entity.mentions
    for time in extraction.times:
        yield time.mention
    for event in extraction.events:
        yield event.trigger
        yield from (quantity.mention for quantity in event.quantities)
    for skipped in extraction.not_extracted:
        yield skipped.mention


def _span(node: URIRef, start: int, end: int, known: Names) -> Iterator[Statement]:
    yield node, RDF.type, NIF.String
    yield node, NIF.referenceContext, known.article
    yield node, NIF.beginIndex, _index(start)
    yield node, NIF.endIndex, _index(end)


def _entity(entity: Entity, known: Names, language: str) -> Iterator[Statement]:
    node = known.entities[entity.key]
    for kind in CLASSES[entity.kind]:
        yield node, RDF.type, kind
    yield from _labels(node, entity, language)
    for mention in entity.mentions:
        yield node, GAF.denotedBy, known.mention(mention)
    if entity.wikidata and _QID.fullmatch(entity.wikidata):
        yield node, OWL.sameAs, WD[entity.wikidata]
        if entity.confidence is not None:
            yield node, HD.confidence, _confidence(entity.confidence)


def _labels(node: URIRef, entity: Entity, language: str) -> Iterator[Statement]:
    yield node, RDFS.label, Literal(rdf_text(entity.name), lang=language)
    if entity.name_en:
        yield node, RDFS.label, Literal(rdf_text(entity.name_en), lang="en")


def _taking_part(events: Iterable[Event]) -> tuple[set[str], set[str]]:
    """Keys of the entities that act in, suffer, receive or say something, and of those where something happens."""
    actors: set[str] = set()
    places: set[str] = set()
    for event in events:
        actors.update(event.agents, event.patients, event.recipients, event.said_by)
        places.update(event.places)
    return actors, places


def _parts(entity: Entity, known: Names, *, actor: bool, place: bool) -> Iterator[Statement]:
    node = known.entities[entity.key]
    if actor or entity.kind in _ACTORS:
        yield node, RDF.type, SEM.Actor
    if place or entity.kind in _PLACES:
        yield node, RDF.type, SEM.Place


def _time(time: TimeExpression, known: Names, language: str) -> Iterator[Statement]:
    node = known.times[time.key]
    yield node, RDF.type, SEM.Time
    yield node, RDF.type, TIME.TemporalEntity
    yield node, RDFS.label, Literal(rdf_text(time.mention.text), lang=language)
    yield node, GAF.denotedBy, known.mention(time.mention)
    yield node, HD.timeBasis, _BASES[time.basis]
    value = _time_value(time.value)
    if value is not None:
        yield node, SEM.hasTimeStamp, value
    if time.begin and time.end and time.begin <= time.end:
        yield node, SEM.hasBeginTimeStamp, _typed(time.begin.isoformat(), XSD.date)
        yield node, SEM.hasEndTimeStamp, _typed(time.end.isoformat(), XSD.date)


def _time_value(value: str | None) -> Literal | None:
    """A date as an RDF value of its own precision; None for what is no date of the calendar.

    >>> [str(_time_value(v)) for v in ("2022", "2022-01-11", "2022-13", "2022-01-11T18:00")]
    ['2022', '2022-01-11', 'None', '2022-01-11T18:00:00']
    """
    try:
        if not value or not value.isascii():
            return None
        if re.fullmatch(r"\d{4}", value) and date(int(value), 1, 1):
            return _typed(value, XSD.gYear)
        if re.fullmatch(r"\d{4}-\d\d", value) and date.fromisoformat(f"{value}-01"):
            return _typed(value, XSD.gYearMonth)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return _typed(date.fromisoformat(value).isoformat(), XSD.date)
        if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?", value):
            return _typed(datetime.fromisoformat(value).isoformat(), XSD.dateTime)
    except ValueError:
        return None
    return None


def _quantity(quantity: Quantity, node: URIRef, known: Names) -> Iterator[Statement]:
    yield node, RDF.type, SCHEMA.MonetaryAmount if quantity.currency else SCHEMA.QuantitativeValue
    yield node, HD.evidence, known.mention(quantity.mention)
    yield node, HD.exactness, _EXACTNESS[quantity.exactness]
    if quantity.value is not None and math.isfinite(quantity.value):
        yield node, SCHEMA.value, _number(quantity.value)
    if quantity.unit:
        yield node, SCHEMA.unitText, _string(quantity.unit)
    if quantity.currency:
        yield node, SCHEMA.currency, _string(quantity.currency)
    if quantity.percent:
        yield node, SCHEMA.unitCode, Literal("P1")  # UN/CEFACT code for per cent, as schema.org asks


def _event(event: Event, known: Names, language: str) -> Iterator[Statement]:
    node = known.events[event.key]
    if event.type not in event_types():
        raise BadRecord(
            f"unknown event type {event.type!r}; choose one of {', '.join(sorted(event_types()))}"
        )
    yield node, RDF.type, SEM.Event
    if event.asserted:
        yield node, RDF.type, HD.AssertedEvent
    elif event.said_by:
        yield node, RDF.type, HD.ClaimedEvent
    yield node, SEM.eventType, HD[event.type]
    yield node, RDFS.label, Literal(rdf_text(event.trigger.text), lang=language)
    yield node, GAF.denotedBy, known.mention(event.trigger)
    if event.lemma:
        yield node, HD.lemma, _string(event.lemma)
    if event.negated:
        yield node, HD.polarity, HD.Negative
    if event.modality in _MODALITIES:
        yield node, HD.modality, _MODALITIES[event.modality]
    yield node, PROV.wasGeneratedBy, known.extraction
    yield node, HD.confidence, _confidence(event.confidence)
    if event.rule:
        yield node, HD.rule, _string(event.rule)


def _roles(event: Event, known: Names) -> Iterator[Statement]:
    node = known.events[event.key]
    filled = (
        (HD.agent, known.fillers(event.agents)),
        (HD.patient, known.fillers(event.patients)),
        (HD.recipient, known.fillers(event.recipients)),
        (SEM.hasPlace, known.fillers(event.places)),
        (SEM.hasTime, known.named_times(event.times)),
        (HD.saidBy, known.fillers(event.said_by)),
        (HD.content, known.named_events(event.contents)),
        (HD.quantity, [known.quantities[quantity] for quantity in event.quantities]),
    )
    for role, fillers in filled:
        for filler in fillers:
            yield node, role, filler


def _not_extracted(skipped: NotExtracted, node: URIRef, known: Names) -> Iterator[Statement]:
    yield node, RDF.type, HD.NotExtracted
    yield node, HD.evidence, known.mention(skipped.mention)
    yield node, HD.reason, _string(skipped.reason)


def _language(article: Article) -> str:
    return article.language if _LANGUAGE.fullmatch(article.language) else "und"


def _string(text: str) -> Literal:
    return Literal(rdf_text(text))


def _typed(lexical: str, datatype: URIRef) -> Literal:
    return Literal(lexical, datatype=datatype, normalize=False)


@lru_cache(maxsize=100_000)
def _index(offset: int) -> Literal:
    return _typed(str(offset), XSD.nonNegativeInteger)


@lru_cache(maxsize=1_000)
def _confidence(value: float) -> Literal:
    """A confidence with at most four decimals and at least one.

    >>> str(_confidence(1)), str(_confidence(0.85))
    ('1.0', '0.85')
    """
    return _typed(str(round(float(value), 4)), XSD.decimal)


@lru_cache(maxsize=10_000)
def _number(value: int | float) -> Literal:
    """A number in its shortest exact form, never with an exponent: an integer when it is whole, else a decimal.

    >>> str(_number(8000)), str(_number(2.50)), str(_number(1e21))
    ('8000', '2.5', '1000000000000000000000')
    """
    if value == int(value):
        return _typed(str(int(value)), XSD.integer)
    return _typed(format(Decimal(repr(value)), "f"), XSD.decimal)
