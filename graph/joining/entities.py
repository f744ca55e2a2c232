"""The entities of an article with their keys, and the country that the article is mostly about."""

from collections import Counter
from dataclasses import dataclass

from rdflib import OWL, RDF, RDFS

from hadath.extract.gazetteer.names import entry
from hadath.extract.gazetteer.nations import nationality
from hadath.extract.records import EntityKind
from hadath.graph.joining.names import Key, entity_key
from hadath.graph.joining.values import Facts, Values
from hadath.graph.terms import CLASSES
from hadath.ontology.namespace import GAF, HD, WD

__all__ = ["Entity", "main_country", "read_entities"]

_KINDS = {str(classes[0]): kind for kind, classes in CLASSES.items()}


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of one article. ``key`` is None where nothing tells it from others of its kind."""

    node: str
    kind: EntityKind
    name: str
    mentions: int
    key: Key | None


def read_entities(values: Values) -> tuple[Entity, ...]:
    """The entities of an article, in the order of their nodes."""
    nodes = _entity_nodes(values)
    country = main_country(values)
    return tuple(_entity(node, kind, values, country) for node, kind in sorted(nodes.items()))


def main_country(values: Values) -> str | None:
    """The code of the country that most mentions belong to: of itself, its places and bodies; None when there is none, or two."""
    counts: Counter[str] = Counter()
    for node in _entity_nodes(values):
        code = _belongs_to(values[node])
        if code:
            counts[code] += len(values[node].get(str(GAF.denotedBy), ()))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _entity_nodes(values: Values) -> dict[str, EntityKind]:
    found: dict[str, EntityKind] = {}
    for node, facts in values.items():
        if "#entity-" in node:
            kinds = [_KINDS[kind] for kind in facts.get(str(RDF.type), ()) if kind in _KINDS]
            specific = [kind for kind in kinds if kind is not EntityKind.PLACE] or kinds
            found[node] = EntityKind.FACILITY if str(HD.Facility) in facts[str(RDF.type)] else specific[0]
    return found


def _belongs_to(facts: Facts) -> str | None:
    known = entry(_link(facts) or "")
    if known:
        return known.country
    names = min(facts.get(str(RDFS.label), ()), key=lambda label: label.endswith("@en"), default="")
    nations = (nationality(word) for word in names.rpartition("@")[0].split())
    return next((nation.country for nation in nations if nation), None)


def _entity(node: str, kind: EntityKind, values: Values, country: str | None) -> Entity:
    facts = values[node]
    labels = sorted(facts.get(str(RDFS.label), ()), key=lambda label: label.endswith("@en"))
    name = labels[0].rsplit("@", 1)[0] if labels else ""
    described = str(HD.Unnamed) in facts.get(str(RDF.type), ())
    named = not described and any(label.endswith("@en") for label in labels)
    key = entity_key(kind, name, wikidata=_link(facts), named=named, country=country)
    return Entity(node, kind, name, len(facts.get(str(GAF.denotedBy), ())), key)


def _link(facts: Facts) -> str | None:
    return next(
        (
            same.removeprefix(str(WD))
            for same in sorted(facts.get(str(OWL.sameAs), ()))
            if same.startswith(str(WD))
        ),
        None,
    )
