"""Our JSON-LD in the hands of another processor, which is allowed to fetch nothing."""

import json

import pytest
from pyld import jsonld
from rdflib import Dataset

from hadath.graph.corpus import Corpus
from hadath.graph.jsonld import generate_jsonld
from hadath.graph.nquads import generate_nquads
from hadath.ontology.vocabulary import context


def refuse(url, options=None):
    raise AssertionError(f"fetches {url}")


OFFLINE = {"documentLoader": refuse}


@pytest.fixture(scope="module")
def corpus(story, second):
    return Corpus([story, second])


@pytest.fixture(scope="module")
def document(corpus):
    return json.loads("".join(generate_jsonld(corpus)))


def test_it_says_the_same_statements(corpus, document):
    told = jsonld.to_rdf(document, {**OFFLINE, "format": "application/n-quads"})
    assert statements(told) == statements("".join(generate_nquads(corpus)))


def test_it_comes_back_from_expanded_form(document):
    expanded = jsonld.expand(document, OFFLINE)
    compacted = jsonld.compact(expanded, context(), {**OFFLINE, "graph": True})
    assert unordered(jsonld.expand(compacted, OFFLINE)) == unordered(expanded)
    assert keys(compacted) == keys(document)


def test_nodes_are_named_by_plain_strings(document):
    wrapped = [
        value
        for node in nodes(document["@graph"])
        for value in values(node)
        if isinstance(value, dict) and "@id" in value
    ]
    assert wrapped == []


def statements(nquads):
    dataset = Dataset()
    dataset.parse(data=nquads, format="nquads")
    return set(dataset.quads())


def unordered(value):
    """A document of which the order of sets says nothing."""
    if isinstance(value, dict):
        return {key: unordered(child) for key, child in value.items()}
    if isinstance(value, list):
        return sorted(map(unordered, value), key=lambda child: json.dumps(child, sort_keys=True))
    return value


def keys(document):
    """The properties of all nodes."""
    return {key for node in nodes(document["@graph"]) for key in node}


def one_or_more(value):
    return value if isinstance(value, list) else [value]


def nodes(entries):
    for entry in entries:
        yield from nodes(entry["@graph"]) if "@graph" in entry else [entry]


def values(node):
    return [each for value in node.values() for each in one_or_more(value)]
