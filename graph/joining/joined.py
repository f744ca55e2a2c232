"""What joining found, read from the layer: which nodes of articles are one across articles, and which reports tell of one happening."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad, Store

from hadath.graph.joining.statements import LAYER
from hadath.graph.joining.values import text_of
from hadath.ontology.namespace import HD

__all__ = ["Joined", "joined", "joined_nodes"]

_IDENTITY, _HAPPENING = NamedNode(HD.identity), NamedNode(HD.happening)


@dataclass(frozen=True, slots=True)
class Joined:
    """``identities`` leads from an entity, ``happenings`` from an event to what it is across articles; all are IRIs."""

    identities: Mapping[str, str] = field(default_factory=dict)
    happenings: Mapping[str, str] = field(default_factory=dict)


def joined(quads: Iterable[Quad]) -> Joined:
    """What the statements of the layer among these say."""
    found: dict[NamedNode, dict[str, str]] = {_IDENTITY: {}, _HAPPENING: {}}
    for quad in quads:
        if quad.graph_name == LAYER and quad.predicate in found:
            found[quad.predicate][text_of(quad.subject)] = text_of(quad.object)
    return Joined(found[_IDENTITY], found[_HAPPENING])


def joined_nodes(database: Store, nodes: Iterable[str]) -> Joined:
    """What the layer of a store says of some entities and events."""
    return joined(
        quad for node in nodes for quad in database.quads_for_pattern(NamedNode(node), None, None, LAYER)
    )
