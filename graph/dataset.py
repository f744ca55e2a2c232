"""From records to statements: one named graph per article.

The graph of an article holds its events, entities, times and quantities, each with the characters it was read from.
An event is ``hd:AssertedEvent`` when the article itself says that it happens (no speaker, not negated, no modality),
``hd:ClaimedEvent`` when it is put into somebody's mouth, and neither otherwise. Direct triples such as
``<A> hd:meets <B>`` come from asserted events only; they stand in the article's graph and once more in the default
graph, with the labels of both ends, so that a store finds them whatever it takes for its default graph. Nothing that
somebody merely claims is ever in the default graph.
"""

from collections.abc import Iterable, Iterator

from rdflib import Dataset, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from hadath.extract.records import Extraction
from hadath.graph.direct import direct_statements
from hadath.graph.events import event_statements, role_statements, skipped_statements
from hadath.graph.evidence import article_statements, mention_statements, sentence_statements
from hadath.graph.iris import Names, names
from hadath.graph.literals import language
from hadath.graph.participants import (
    entity_statements,
    label_statements,
    part_statements,
    quantity_statements,
    taking_part,
    time_statements,
)
from hadath.graph.terms import Quad, Statement
from hadath.ontology.namespace import PREFIXES

__all__ = ["build_dataset", "quads"]


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
    tag = language(extraction.article)
    labels = {known.entities[entity.key]: entity for entity in extraction.entities}
    for subject, predicate, obj in direct_statements(extraction, known):
        yield subject, predicate, obj, known.article
        yield subject, predicate, obj, None
        for end in (subject, URIRef(obj)):
            if end in labels:
                yield from ((*named, None) for named in label_statements(end, labels[end], tag))


def _statements(extraction: Extraction, known: Names, *, text: bool) -> Iterator[Statement]:
    tag = language(extraction.article)
    yield from article_statements(extraction.article, known, text=text)
    yield from sentence_statements(extraction, known, text=text)
    yield from mention_statements(extraction, known)
    actors, places = taking_part(extraction.events)
    for entity in extraction.entities:
        yield from entity_statements(entity, known, tag)
        yield from part_statements(entity, known, actor=entity.key in actors, place=entity.key in places)
    for time in extraction.times:
        yield from time_statements(time, known, tag)
    for quantity, node in known.quantities.items():
        yield from quantity_statements(quantity, node, known)
    for event in extraction.events:
        yield from event_statements(event, known, tag)
        yield from role_statements(event, known)
    for skipped, node in zip(extraction.not_extracted, known.skipped, strict=True):
        yield from skipped_statements(skipped, node, known)
