"""What was joined and why: every identity and happening with more than one member, for a person to check."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store
from rdflib import RDFS

from hadath.extract.spelling import fold
from hadath.graph.joining.statements import LAYER
from hadath.graph.joining.values import text_of
from hadath.ontology.namespace import HD, SCHEMA

__all__ = ["Member", "Merge", "merges"]


@dataclass(frozen=True, slots=True)
class Member:
    """An entity or event of one article; ``article`` is its id, ``name`` how that article calls it."""

    node: str
    article: str
    name: str
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Merge:
    """An identity (``entity``) or a happening (``event``) with its members in the order of their nodes."""

    iri: str
    kind: str
    members: tuple[Member, ...]


def merges(database: Store, *, name: str | None = None, article: str | None = None) -> Iterator[Merge]:
    """Yield what was joined, entities first, in the order of IRIs.

    ``name`` keeps those with a member whose name holds these letters, in whatever spelling; ``article`` those with a member in the
    article with this id or IRI.
    """
    for kind, predicate in (("entity", HD.identity), ("event", HD.happening)):
        groups: dict[str, list[str]] = {}
        for quad in database.quads_for_pattern(None, NamedNode(predicate), None, LAYER):
            groups.setdefault(text_of(quad.object), []).append(text_of(quad.subject))
        for iri in sorted(groups):
            if len(groups[iri]) > 1:
                found = Merge(iri, kind, tuple(_members(database, iri, sorted(groups[iri]))))
                if _asked_for(found, name, article):
                    yield found


def _asked_for(merge: Merge, name: str | None, article: str | None) -> bool:
    if name and not any(fold(name) in fold(member.name) for member in merge.members):
        return False
    return not article or any(article in (m.article, m.node.partition("#")[0]) for m in merge.members)


def _members(database: Store, iri: str, nodes: Iterable[str]) -> Iterator[Member]:
    shared = _why(database, iri)
    own: dict[str, tuple[str, float]] = {}
    for joining in _values(database, iri, HD.joining, LAYER):
        for node in _values(database, joining, HD.joins, LAYER):
            own[node] = max(own.get(node, ("", 0.0)), _why(database, joining), key=lambda why: why[1])
    for node in nodes:
        article = node.partition("#")[0]
        graph = NamedNode(article)
        names = [
            q.object for q in database.quads_for_pattern(NamedNode(node), NamedNode(RDFS.label), None, graph)
        ]
        first = min((n for n in names if isinstance(n, Literal)), key=lambda n: (n.language == "en", n.value))
        reason, confidence = shared if shared[0] else own.get(node, ("", 0.0))
        (identifier,) = _values(database, article, SCHEMA.identifier, graph)
        yield Member(node, identifier, first.value, reason, confidence)


def _why(database: Store, iri: str) -> tuple[str, float]:
    """The reason and the confidence of an identity, happening or joining; what was decided by hand is sure."""
    reasons = list(_values(database, iri, HD.reason, LAYER))
    confidence = list(_values(database, iri, HD.confidence, LAYER))
    return (reasons[0] if reasons else "", float(confidence[0]) if confidence else 1.0)


def _values(database: Store, subject: str, predicate: str, graph: NamedNode) -> list[str]:
    found = database.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None, graph)
    return sorted(text_of(quad.object) for quad in found)
