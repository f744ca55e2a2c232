"""The direct predicates: which asserted event, with which roles, licenses ``<A> hd:meets <B>``. Read from ``hadath.ttl``."""

from dataclasses import dataclass
from functools import lru_cache

from rdflib import RDF, RDFS, Literal, URIRef

from hadath.ontology.namespace import HD
from hadath.ontology.vocabulary import vocabulary

__all__ = ["DirectPredicate", "direct_predicates"]


@dataclass(frozen=True, slots=True)
class DirectPredicate:
    """One line of the table. Empty ``lemmas`` or ``object_classes`` mean that any will do.

    ``broader`` are the direct predicates that hold wherever this one does. A ``reciprocal`` one holds between the
    subjects themselves when nobody is in an object role: «اجتماع بين الوزيرين».
    """

    iri: URIRef
    event_types: frozenset[URIRef]
    subject_roles: frozenset[URIRef]
    object_roles: frozenset[URIRef]
    object_classes: frozenset[URIRef]
    lemmas: frozenset[str]
    broader: frozenset[URIRef]
    reciprocal: bool


@lru_cache(maxsize=1)
def direct_predicates() -> tuple[DirectPredicate, ...]:
    """All direct predicates in order of their IRIs.

    >>> [p.iri.rsplit("/", 1)[1] for p in direct_predicates() if HD.MOBILIZE in p.event_types]
    ['deploysForcesTo']
    """
    iris = sorted(s for s in vocabulary().subjects(RDF.type, HD.DirectPredicate) if isinstance(s, URIRef))
    return tuple(_read(iri) for iri in iris)


def _read(iri: URIRef) -> DirectPredicate:
    return DirectPredicate(
        iri=iri,
        event_types=_iris(iri, HD.eventType),
        subject_roles=_iris(iri, HD.subjectRole),
        object_roles=_iris(iri, HD.objectRole),
        object_classes=_iris(iri, HD.objectClass),
        lemmas=frozenset(str(lemma) for lemma in vocabulary().objects(iri, HD.triggerLemma)),
        broader=_iris(iri, RDFS.subPropertyOf),
        reciprocal=(iri, HD.reciprocal, Literal(True)) in vocabulary(),
    )


def _iris(subject: URIRef, predicate: URIRef) -> frozenset[URIRef]:
    return frozenset(o for o in vocabulary().objects(subject, predicate) if isinstance(o, URIRef))
