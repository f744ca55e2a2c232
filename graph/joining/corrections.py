"""Undoing a joining, and joining by hand: what a user decides is recorded, and the layer follows at once."""

from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode, Store
from rdflib import RDF

from hadath.graph.errors import BadDecision
from hadath.graph.joining.decisions import decide, read_decisions
from hadath.graph.joining.layer import join_articles
from hadath.graph.joining.profiles import read_profile
from hadath.graph.joining.statements import LAYER, identity_of
from hadath.graph.joining.values import text_of
from hadath.ontology.namespace import HD, PREFIXES, SEM

__all__ = ["put_together", "split", "undecide"]


def split(database: Store, nodes: Sequence[str], *, because: str = "") -> None:
    """Take entities or events out of what they were joined with; those named together stay together, also in later runs."""
    found = _known(database, nodes)
    apart = [node for node in found if not _joined(database, node)]
    if apart:
        raise BadDecision(f"{apart[0]}: is not joined with anything; `hadath merges` lists what is")
    _decide(database, "apart", found, found, because)


def put_together(database: Store, nodes: Sequence[str], *, because: str = "") -> None:
    """Make entities or events one, with all they are joined with already; in later runs too."""
    found = _known(database, nodes)
    if len(found) < 2:
        raise BadDecision("one node alone cannot be put together; name two or more")
    decide(database, None, found)
    decisions = read_decisions(database)
    ones = found
    if not _is_event(database, found[0]):
        entities = {e.node: e for node in found for e in read_profile(database, _article(node)).entities}
        ones = [identity_of(entities[node], decisions) or node for node in found]
    _decide(database, "together" if len(set(ones)) > 1 else None, found, ones, because)


def undecide(database: Store, nodes: Sequence[str]) -> None:
    """Forget what was decided about these nodes: they are joined as they would have been."""
    found = _known(database, nodes)
    ones = [*found, *(one for node in found for one in _joined(database, node))]
    _decide(database, None, found, ones, "")


def _decide(
    database: Store, kind: str | None, nodes: Sequence[str], ones: Sequence[str], because: str
) -> None:
    """Record, and join anew the articles of all that is or was one with the nodes."""
    before = read_decisions(database)
    decide(database, kind, ones, because)
    concerned = {*nodes, *ones}
    for one in list(concerned):
        concerned.update(before.apart.get(one, ()))
        concerned.update(before.together.get(one, ()))
    for one in list(concerned):
        concerned.update(_members(database, one))
        for joined in _joined(database, one):
            concerned.update(_members(database, joined))
    join_articles(database, {_article(node) for node in concerned if "#" in node})


def _known(database: Store, nodes: Sequence[str]) -> list[str]:
    """The nodes in full, each an entity or an event of an article, all of one sort."""
    found = sorted({_full(node) for node in nodes})
    for node in found:
        if "#" not in node or not _has(database, node):
            raise BadDecision(f"{node}: no entity or event of an article in this store")
    if len({_is_event(database, node) for node in found}) > 1:
        raise BadDecision("entities and events were named; what is one must be of one sort")
    return found


def _full(node: str) -> str:
    prefix, _, rest = node.partition(":")
    return PREFIXES[prefix] + rest if prefix in PREFIXES else node


def _has(database: Store, node: str) -> bool:
    try:
        found = database.quads_for_pattern(
            NamedNode(node), NamedNode(RDF.type), None, NamedNode(_article(node))
        )
    except ValueError:
        return False
    return any("#entity-" in text_of(q.subject) or "#event-" in text_of(q.subject) for q in found)


def _is_event(database: Store, node: str) -> bool:
    graph = NamedNode(_article(node))
    found = database.quads_for_pattern(NamedNode(node), NamedNode(SEM.eventType), None, graph)
    return next(found, None) is not None


def _joined(database: Store, node: str) -> list[str]:
    return [
        text_of(quad.object)
        for predicate in (HD.identity, HD.happening)
        for quad in database.quads_for_pattern(NamedNode(node), NamedNode(predicate), None, LAYER)
    ]


def _members(database: Store, one: str) -> Iterable[str]:
    return [
        text_of(quad.subject)
        for predicate in (HD.identity, HD.happening)
        for quad in database.quads_for_pattern(None, NamedNode(predicate), NamedNode(one), LAYER)
    ]


def _article(node: str) -> str:
    return node.partition("#")[0]
