"""What joining says: identities and happenings as statements of the layer, each with its reason and confidence."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import OWL, PROV, RDF, RDFS, XSD, URIRef

from hadath.extract.gazetteer.names import entry
from hadath.graph.evidence import software_version
from hadath.graph.iris import BASE
from hadath.graph.joining.clusters import Pair
from hadath.graph.joining.decisions import Decisions
from hadath.graph.joining.entities import Entity
from hadath.graph.joining.names import Key
from hadath.graph.joining.resemblance import Resemblance
from hadath.ontology.namespace import HD, WD

__all__ = [
    "LAYER",
    "SOFTWARE",
    "happening_quads",
    "identity_of",
    "identity_quads",
    "joins_quads",
    "key_iri",
    "marker",
]

LAYER = NamedNode(f"{BASE}identities")
"""The named graph of the layer."""
SOFTWARE = NamedNode(f"{BASE}software/{software_version()}")
_BY_HAND = "joined by hand"
_APART = "kept apart by hand"


def _quad(subject: str, predicate: URIRef, obj: NamedNode | Literal | str) -> Quad:
    """A statement of the layer; a str is an IRI."""
    return Quad(
        NamedNode(subject), NamedNode(predicate), NamedNode(obj) if isinstance(obj, str) else obj, LAYER
    )


def marker(article: str) -> Quad:
    """That an article has been joined."""
    return _quad(LAYER.value, PROV.wasDerivedFrom, article)


def identity_of(entity: Entity, decisions: Decisions) -> str | None:
    """The identity that an entity has by its key or by decision."""
    if entity.node in decisions.apart:
        return _mint("identity", *decisions.apart[entity.node])
    own = key_iri(entity.key) if entity.key else entity.node
    if own in decisions.together:
        return min(decisions.together[own])
    return own if entity.key else None


def key_iri(key: Key) -> str:
    """The identity that a key stands for."""
    return f"{BASE}identity/{key.text}" if key.wikidata else _mint("identity", key.text)


def joins_quads(entities: Iterable[Entity], decisions: Decisions) -> Iterator[Quad]:
    """Yield which identity each entity has."""
    for entity in entities:
        identity = identity_of(entity, decisions)
        if identity:
            yield _quad(entity.node, HD.identity, identity)


def identity_quads(
    identity: str, key: Key | None, names: Sequence[tuple[str, str]], *, apart: bool = False
) -> Iterator[Quad]:
    """Yield what is said of an identity: the key it rests on (none if by decision), and a name, the one used most."""
    yield _quad(identity, RDF.type, HD.Identity)
    yield _quad(identity, HD.reason, Literal(key.reason if key else _APART if apart else _BY_HAND))
    yield _quad(identity, HD.confidence, _decimal(key.confidence if key else 1.0))
    if key:
        yield _quad(identity, HD.key, Literal(key.text))
    known = entry(key.text) if key and key.wikidata else None
    if key and key.wikidata:
        yield _quad(identity, OWL.sameAs, str(WD[key.text]))
    chosen = [(known.name, "ar"), (known.name_en, "en")] if known else _most_used(names)
    for name, language in chosen:
        yield _quad(identity, RDFS.label, Literal(name, language=language))


def happening_quads(
    members: Sequence[str], pairs: Mapping[Pair, Resemblance], decisions: Decisions
) -> Iterator[Quad]:
    """Yield a happening with its reports, and with the surest pairs that hold them together (n - 1 for n reports)."""
    happening = _mint("happening", members[0])
    yield _quad(happening, RDF.type, HD.Happening)
    for member in members:
        yield _quad(member, HD.happening, happening)
    if members[0] in decisions.apart:
        yield _quad(happening, HD.reason, Literal(_APART))
    elif not decisions.together.keys().isdisjoint(members):
        yield _quad(happening, HD.reason, Literal(_BY_HAND))
    for (a, b), found in _tree(members, pairs):
        joining = _mint("joining", a, b)
        yield _quad(happening, HD.joining, joining)
        yield _quad(joining, RDF.type, HD.Joining)
        yield _quad(joining, HD.joins, a)
        yield _quad(joining, HD.joins, b)
        yield _quad(joining, HD.reason, Literal(", ".join(found.reasons)))
        yield _quad(joining, HD.confidence, _decimal(found.confidence))


def _tree(members: Sequence[str], pairs: Mapping[Pair, Resemblance]) -> Iterator[tuple[Pair, Resemblance]]:
    """The surest pairs that connect the members without a circle."""
    inside = set(members)
    within = [
        (names, found) for names, found in pairs.items() if found.confidence and inside.issuperset(names)
    ]
    home = {name: name for name in members}
    for (a, b), found in sorted(within, key=lambda item: (-item[1].confidence, item[0])):
        if home[a] != home[b]:
            old, new = home[b], home[a]
            home = {name: new if at == old else at for name, at in home.items()}
            yield (a, b), found


def _most_used(names: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    counts = Counter(names)
    best: dict[str, tuple[str, str]] = {}
    for name, language in sorted(counts, key=lambda both: (-counts[both], both)):
        best.setdefault(language, (name, language))
    return [best[language] for language in sorted(best)]


def _decimal(value: float) -> Literal:
    return Literal(str(round(value, 2)), datatype=NamedNode(XSD.decimal))


def _mint(kind: str, *names: str) -> str:
    return f"{BASE}{kind}/{sha256(' '.join(names).encode()).hexdigest()[:16]}"
