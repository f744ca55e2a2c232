"""The Python namespace, the Turtle and the JSON-LD context say the same things."""

import json
import tomllib
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Literal, URIRef

from hadath.ontology import (
    GAF,
    HD,
    NIF,
    PREFIXES,
    SCHEMA,
    SEM,
    SHAPE,
    context,
    direct_predicates,
    event_modes,
    event_types,
    shapes,
    vocabulary,
)

PLOVER = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
TERMS = sorted([term for term in HD.__annotations__ if not term.startswith("_")] + HD._extras)
MODES = sorted(vocabulary().subjects(RDF.type, HD.Mode))


def local_names(graph, namespace):
    return {
        str(s).removeprefix(str(namespace)) for s in graph.subjects() if str(s).startswith(str(namespace))
    } - {""}


def test_namespace_and_turtle_define_the_same_terms():
    assert local_names(vocabulary(), HD) == set(TERMS)


def test_namespace_and_turtle_define_the_same_rules():
    rules = {rule for rule in SHAPE.__annotations__ if not rule.startswith("_")}
    assert local_names(shapes(), SHAPE) == rules


@pytest.mark.parametrize("term", TERMS)
def test_every_term_has_labels_and_definitions_in_both_languages(term):
    concept = (HD[term], RDF.type, SKOS.Concept) in vocabulary() or term == "EventTypes"
    label, definition = (SKOS.prefLabel, SKOS.definition) if concept else (RDFS.label, RDFS.comment)
    for predicate in (label, definition):
        languages = [o.language for o in vocabulary().objects(HD[term], predicate) if isinstance(o, Literal)]
        assert sorted(languages) == ["ar", "en"]


@pytest.mark.parametrize("namespace", [HD, SEM, GAF, NIF, SCHEMA, SHAPE])
def test_a_misspelt_term_raises(namespace):
    with pytest.raises(AttributeError, match="not in namespace"):
        _ = namespace.hasAktor


def test_event_types_are_the_sixteen_of_plover_and_two_of_ours():
    assert event_types() == {*PLOVER, "SAY", "OTHER"}


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.removeprefix(str(HD)))
def test_a_mode_is_a_concept_under_its_type(mode):
    graph, (type_, _, name) = vocabulary(), mode.removeprefix(str(HD)).partition("-")
    assert set(graph.objects(mode, SKOS.broader)) == {HD[type_]}
    assert name in event_modes(type_)
    assert (mode, SKOS.inScheme, HD.EventTypes) in graph
    assert (mode, SKOS.notation, Literal(f"{type_}-{name}")) in graph


def test_the_types_are_the_top_of_the_scheme():
    top = set(vocabulary().objects(HD.EventTypes, SKOS.hasTopConcept))
    assert (
        top == set(vocabulary().subjects(SKOS.topConceptOf, HD.EventTypes)) == {HD[t] for t in event_types()}
    )


def test_what_is_of_plover_names_it_as_its_source():
    sourced = {str(s).removeprefix(str(HD)) for s in vocabulary().subjects(DCTERMS.source)}
    assert sourced == {"EventTypes", *PLOVER, *(str(mode).removeprefix(str(HD)) for mode in MODES)}


def test_a_cameo_code_is_that_of_one_concept():
    codes = [
        (str(o), s) for s, o in vocabulary().subject_objects(SKOS.notation) if o.datatype == HD.CameoCode
    ]
    assert len(codes) == len(dict(codes)) > 200
    assert all(code.isdecimal() and len(code) in (3, 4) for code, _ in codes)
    assert dict(codes)["173"] == HD["COERCE-arrest"]
    assert dict(codes)["190"] == HD.ASSAULT


def test_definitions_are_no_labels():
    for predicate in (RDFS.comment, SKOS.definition):
        assert all(len(text) > 8 for text in vocabulary().objects(None, predicate))


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


def test_context_says_which_values_are_nodes():
    """So that JSON-LD of ours has plain strings for IRIs, whatever property holds them."""
    ours = {
        f"hd:{str(p).removeprefix(str(HD))}"
        for p in vocabulary().subjects(RDF.type, OWL.ObjectProperty)
        if p in HD
    }
    coerced = {
        term
        for term, entry in context()["@context"].items()
        if isinstance(entry, dict) and entry["@type"] == "@id"
    }
    assert ours <= coerced


def test_the_ontology_has_the_version_of_the_project():
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    assert vocabulary().value(URIRef(str(HD)), OWL.versionInfo) == Literal(project["version"])


def test_properties_and_classes_are_typed():
    typed = set(vocabulary().subjects(RDF.type, None))
    assert all(HD[term] in typed for term in TERMS)
    assert (URIRef(str(HD)), RDF.type, OWL.Ontology) in vocabulary()
