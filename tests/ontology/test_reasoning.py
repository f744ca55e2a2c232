"""Ontology and graphs are consistent under OWL 2 RL, and a reasoner draws from them what people expect."""

import owlrl
import pytest
from owlrl.Namespaces import ERRNS
from rdflib import OWL, PROV, RDF, SKOS, Graph

from hadath.graph import build_dataset
from hadath.graph.iris import names
from hadath.ontology.namespace import HD, SCHEMA, SEM, WD
from hadath.ontology.vocabulary import vocabulary


def reasoned(*graphs):
    union = Graph()
    for graph in graphs:
        for triple in graph:
            union.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(union)
    return union


def errors(graph):
    return sorted(str(message) for message in graph.objects(None, ERRNS.error))


@pytest.fixture(scope="module")
def article(story):
    return build_dataset(story).graph(names(story).article)


@pytest.fixture(scope="module")
def closed(article):
    return reasoned(vocabulary(), article)


def test_nothing_is_inconsistent(closed):
    assert errors(closed) == []
    assert not list(closed.subjects(RDF.type, OWL.Nothing))


def test_no_two_terms_collapse_into_one(closed):
    same = [(a, b) for relation in (OWL.sameAs, OWL.equivalentClass, OWL.equivalentProperty)
            for a, b in closed.subject_objects(relation) if a != b and a in HD and b in HD]  # fmt: skip
    assert same == []


def test_only_entities_are_the_same_as_items_of_wikidata(closed, story):
    linked = {names(story).entities[entity.key] for entity in story.entities if entity.wikidata}
    ours = {a for a, b in closed.subject_objects(OWL.sameAs) if a != b and b in WD}
    assert ours == linked


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("arrest", HD.ClaimedEvent),
        ("arrest", PROV.Entity),
        ("meet", SEM.Event),
    ],
)
def test_what_events_are_inferred_to_be(key, expected, closed, story):
    assert (names(story).events[key], RDF.type, expected) in closed


def test_roles_and_modes_are_inferred(closed, story):
    known = names(story)
    assert (known.events["arrest"], SEM.hasActor, known.entities["police"]) in closed
    assert (known.events["arrest"], PROV.wasAttributedTo, known.entities["minister"]) in closed
    assert (known.entities["almaty"], RDF.type, SCHEMA.Place) in closed
    assert (HD["COERCE-arrest"], RDF.type, SEM.EventType) in closed
    assert (HD["COERCE-arrest"], SKOS.broader, HD.COERCE) in closed


@pytest.mark.parametrize(
    ("subject", "predicate", "obj"),
    [
        ("arrest", RDF.type, HD.AssertedEvent),  # asserted and claimed
        ("leave", HD.modality, HD.Possible),  # future and possible
        ("meet", HD.saidBy, "minister"),  # asserted, but somebody says so
        ("minister", RDF.type, HD.Thing),
    ],
)
def test_a_contradiction_is_found(subject, predicate, obj, article, story):
    known = names(story)
    nodes = {**known.entities, **known.events}
    contradiction = Graph().add((nodes[subject], predicate, nodes.get(obj, obj)))
    assert errors(reasoned(vocabulary(), article, contradiction))
