"""A dataset taken apart into the graphs of its articles, whichever way a file keeps them.

With named graphs each of them is an article's, and the default graph only repeats direct triples. Formats without named
graphs (Turtle, N-Triples, RDF/XML) hold all articles in one: there a statement belongs to the article whose IRI its subject
begins with.
"""

from collections import defaultdict
from collections.abc import Iterable

from rdflib import RDF, RDFS, Dataset, Graph
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Node

from hadath.ontology.namespace import SCHEMA
from hadath.ontology.predicates import direct_predicates

__all__ = ["Triple", "article_graphs", "stray_triples"]

Triple = tuple[Node, Node, Node]


def article_graphs(dataset: Dataset) -> dict[Node, Graph]:
    """The graph of each article by its IRI, in order of the IRIs, each in a store of its own."""
    named, default = _parts(dataset)
    found = named if named else _by_article(default)
    return {name: _graph(found[name]) for name in sorted(found)}


def stray_triples(dataset: Dataset) -> list[Triple]:
    """Statements of the default graph that do not repeat a direct triple, or a label, of an article's named graph."""
    named, default = _parts(dataset)
    if not named:
        return []
    repeated = {predicate.iri for predicate in direct_predicates()} | {RDFS.label}
    known = set().union(*named.values())
    return sorted(triple for triple in default if triple[1] not in repeated or triple not in known)


def _parts(dataset: Dataset) -> tuple[dict[Node, set[Triple]], set[Triple]]:
    """The statements of each named graph, and those of the default graph."""
    named: defaultdict[Node, set[Triple]] = defaultdict(set)
    default: set[Triple] = set()
    for subject, predicate, obj, graph in dataset.quads():
        home = default if graph in (None, DATASET_DEFAULT_GRAPH_ID) else named[graph]
        home.add((subject, predicate, obj))
    return dict(named), default


def _by_article(triples: Iterable[Triple]) -> dict[Node, set[Triple]]:
    """Statements by the article that their subject belongs to; what belongs to none, such as the software, goes to all."""
    statements = list(triples)
    found: dict[Node, set[Triple]] = {
        s: set() for s, p, o in statements if (p, o) == (RDF.type, SCHEMA.NewsArticle)
    }
    by_text = {str(article): home for article, home in found.items()}
    for triple in statements:
        own = by_text.get(str(triple[0]).partition("#")[0])
        for home in [own] if own is not None else found.values():
            home.add(triple)
    return found if found or not statements else {DATASET_DEFAULT_GRAPH_ID: set(statements)}


def _graph(triples: Iterable[Triple]) -> Graph:
    graph = Graph()
    for triple in triples:
        graph.add(triple)
    return graph
