"""The Python namespace, the Turtle and the JSON-LD context say the same things."""

import json

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Literal, URIRef

from hadath.ontology import HD, PREFIXES, SCHEMA, SEM, context, direct_predicates, event_types, vocabulary
from hadath.ontology.namespace import GAF, NIF

PLOVER = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
TERMS = sorted(term for term in HD.__annotations__ if not term.startswith("_"))


def test_namespace_and_turtle_define_the_same_terms():
    defined = {
        str(subject).removeprefix(str(HD))
        for subject in vocabulary().subjects()
        if str(subject).startswith(str(HD))
    }
    assert defined - {""} == set(TERMS)


@pytest.mark.parametrize("term", TERMS)
def test_every_term_has_labels_and_definitions_in_both_languages(term):
    concept = (HD[term], RDF.type, SKOS.Concept) in vocabulary() or term == "EventTypes"
    label, definition = (SKOS.prefLabel, SKOS.definition) if concept else (RDFS.label, RDFS.comment)
    for predicate in (label, definition):
        languages = [o.language for o in vocabulary().objects(HD[term], predicate) if isinstance(o, Literal)]
        assert sorted(languages) == ["ar", "en"]


@pytest.mark.parametrize("namespace", [HD, SEM, GAF, NIF, SCHEMA])
def test_a_misspelt_term_raises(namespace):
    with pytest.raises(AttributeError, match="not in namespace"):
        _ = namespace.hasAktor


def test_event_types_are_the_sixteen_of_plover_and_two_of_ours():
    assert event_types() == {*PLOVER, "SAY", "OTHER"}


@pytest.mark.parametrize(
    "predicate", direct_predicates(), ids=lambda predicate: predicate.iri.rsplit("/", 1)[1]
)
def test_a_direct_predicate_says_what_licenses_it(predicate):
    assert predicate.event_types
    assert {str(t).removeprefix(str(HD)) for t in predicate.event_types} <= event_types()
    assert predicate.subject_roles == {HD.agent}
    assert predicate.object_roles <= {HD.patient, HD.recipient, HD.content, SEM.hasPlace}
    assert predicate.object_roles
    assert all(lemma.strip() == lemma for lemma in predicate.lemmas)


def test_roles_are_kinds_of_actor():
    for role in (HD.agent, HD.patient, HD.recipient):
        assert (role, RDFS.subPropertyOf, SEM.hasActor) in vocabulary()


def test_the_ends_of_a_movement_are_places_of_it():
    for role in (HD.destination, HD.origin):
        assert (role, RDFS.subPropertyOf, SEM.hasPlace) in vocabulary()


def test_context_knows_the_prefixes_and_names_only_terms_that_exist():
    entries = context()["@context"]
    assert {key: value for key, value in entries.items() if isinstance(value, str)} == PREFIXES
    for term in (key for key, value in entries.items() if not isinstance(value, str)):
        prefix, name = term.split(":")
        closed = {"hd": HD, "sem": SEM, "gaf": GAF, "nif": NIF, "schema": SCHEMA}.get(prefix)
        assert closed is None or isinstance(closed[name], URIRef)
    json.dumps(context())


def test_properties_and_classes_are_typed():
    typed = set(vocabulary().subjects(RDF.type, None))
    assert all(HD[term] in typed for term in TERMS)
    assert (URIRef(str(HD)), RDF.type, OWL.Ontology) in vocabulary()
