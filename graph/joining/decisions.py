"""What a user decided about joinings. Decisions outlive every run, and go before what joining finds by itself.

They stand in the named graph ``https://w3id.org/hadath/decisions``: nodes kept apart form a joining of their own, however many they
are; what is put together is one, whatever tells against it. The last decision about a node counts. An article that is taken
out and comes back finds what was decided about its nodes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import RDF, RDFS

from hadath.graph.iris import BASE
from hadath.graph.joining.values import text_of
from hadath.ontology.namespace import HD

__all__ = ["DECISIONS", "Decisions", "decide", "difference", "read_decisions"]

DECISIONS = NamedNode(f"{BASE}decisions")
_KINDS = {"apart": NamedNode(HD.keptApart), "together": NamedNode(HD.putTogether)}


@dataclass(frozen=True, slots=True)
class Decisions:
    """``apart`` and ``together`` lead from a node to all nodes that were decided on with it, in order."""

    apart: Mapping[str, tuple[str, ...]]
    together: Mapping[str, tuple[str, ...]]


def read_decisions(database: Store) -> Decisions:
    """What was decided so far."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for kind, predicate in _KINDS.items():
        groups: dict[str, list[str]] = {}
        for quad in database.quads_for_pattern(None, predicate, None, DECISIONS):
            groups.setdefault(text_of(quad.subject), []).append(text_of(quad.object))
        found[kind] = {node: tuple(sorted(group)) for group in groups.values() for node in group}
    return Decisions(found["apart"], found["together"])


def decide(database: Store, kind: str | None, nodes: Sequence[str], because: str = "") -> None:
    """Record a decision, ``apart`` or ``together``, in place of earlier ones about these nodes; None only takes those back."""
    known = read_decisions(database)
    groups = {("apart", group) for group in known.apart.values()} | {
        ("together", group) for group in known.together.values()
    }
    kept = [(of, group) for of, group in sorted(groups) if not set(group) & set(nodes)]
    left = [
        (of, tuple(n for n in group if n not in nodes))
        for of, group in sorted(groups)
        if set(group) & set(nodes)
    ]
    old = list(database.quads_for_pattern(None, None, None, DECISIONS))
    comments = {quad.subject: quad for quad in old if quad.predicate.value == str(RDFS.comment)}
    new = {quad for of, group in kept for quad in _quads(of, group)}
    new |= {comments[quad.subject] for quad in new if quad.subject in comments}
    new |= {q for of, group in left if len(group) > (of == "together") for q in _quads(of, group)}
    if kind:
        new |= set(_quads(kind, tuple(sorted(set(nodes))), because))
    database.update(difference(old, new))


def difference(old: Iterable[Quad], new: Iterable[Quad]) -> str:
    """The SPARQL update, one transaction, that takes out what is only in ``old`` and puts in what is only in ``new``."""
    before, after = set(old), set(new)
    return f"{_data('DELETE', before - after)} ;\n{_data('INSERT', after - before)}"


def _data(verb: str, quads: Iterable[Quad]) -> str:
    lines = (f"GRAPH {q.graph_name} {{ {q.subject} {q.predicate} {q.object} }}" for q in quads)
    return f"{verb} DATA {{\n" + "\n".join(sorted(lines)) + "\n}"


def _quads(kind: str, nodes: tuple[str, ...], because: str = "") -> Iterable[Quad]:
    digest = sha256(" ".join((kind, *nodes)).encode()).hexdigest()[:16]
    decision = NamedNode(f"{BASE}decision/{digest}")
    yield Quad(decision, NamedNode(RDF.type), NamedNode(HD.Decision), DECISIONS)
    for node in nodes:
        yield Quad(decision, _KINDS[kind], NamedNode(node), DECISIONS)
    if because:
        yield Quad(decision, NamedNode(RDFS.comment), Literal(because), DECISIONS)
