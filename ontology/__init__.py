"""What may be said: the vocabulary of the graph, its event types and direct predicates."""

from hadath.ontology.namespace import GAF, HD, NIF, PREFIXES, SCHEMA, SEM, SHAPE, WD
from hadath.ontology.predicates import DirectPredicate, direct_predicates
from hadath.ontology.vocabulary import context, event_modes, event_types, shapes, vocabulary

__all__ = [
    "GAF",
    "HD",
    "NIF",
    "PREFIXES",
    "SCHEMA",
    "SEM",
    "SHAPE",
    "WD",
    "DirectPredicate",
    "context",
    "direct_predicates",
    "event_modes",
    "event_types",
    "shapes",
    "vocabulary",
]
