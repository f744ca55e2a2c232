"""The graphs of articles, one after the other, out of a database of many: for whoever looks at each article by itself.

With named graphs each of them is an article's, but for those in which a store keeps what it joins across articles, and the
default graph only repeats direct triples. Formats without named
graphs (Turtle, N-Triples, RDF/XML) hold all articles in one: there a statement belongs to the article whose IRI its subject
begins with.
"""

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad
from pyoxigraph import Store as Database
from rdflib import RDF, RDFS, XSD, BNode, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Node

from hadath.graph.joining.decisions import DECISIONS
from hadath.graph.joining.statements import LAYER
from hadath.ontology.namespace import HD, SCHEMA
from hadath.ontology.predicates import direct_predicates

__all__ = ["article_graph", "article_names", "by_article", "missing_members", "stray_statements"]

_DEFAULT = DefaultGraph()


def by_article(database: Database) -> Database:
    """The database itself, or, where it has no named graphs, a copy in which every statement stands in its article's graph.

    What belongs to no article, such as the software, goes to all of them.
    """
    if next(iter(database.named_graphs()), None) is not None:
        return database
    articles = _articles(database)
    everywhere = [home for homes in articles.values() for home in homes] or [
        NamedNode(DATASET_DEFAULT_GRAPH_ID)
    ]
    parted = Database()
    parted.extend(
        Quad(quad.subject, quad.predicate, quad.object, home)
        for quad in database
        for home in articles.get(_text(quad.subject).partition("#")[0], everywhere)
    )
    return parted


def article_names(database: Database) -> list[URIRef]:
    """The names of the graphs of a database that should be articles', in order."""
    return sorted(URIRef(_text(name)) for name in database.named_graphs() if name not in (LAYER, DECISIONS))


def article_graph(database: Database, name: str) -> Graph:
    """The graph of one article, for rdflib."""
    graph = Graph(identifier=URIRef(name))
    for quad in database.quads_for_pattern(None, None, None, NamedNode(name)):
        graph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    return graph


def stray_statements(database: Database) -> Iterator[tuple[Node, Node, Node]]:
    """Yield the statements of the default graph that do not repeat a direct triple, or a label, of an article's graph."""
    repeated = {NamedNode(predicate.iri) for predicate in direct_predicates()} | {NamedNode(RDFS.label)}
    for quad in database.quads_for_pattern(None, None, None, _DEFAULT):
        if quad.predicate not in repeated or not _is_in_article(quad, database):
            yield _node(quad.subject), _node(quad.predicate), _node(quad.object)


def missing_members(database: Database, layer: Graph) -> Iterator[tuple[Node, Node, Node]]:
    """Yield the statements of the layer of joinings of which one end is not there: a node in no article, or a joining undescribed."""
    for path, member_first in ((HD.identity, True), (HD.happening, True), (HD.joins, False)):
        for subject, obj in sorted(layer.subject_objects(path)):
            member, joining = (subject, obj) if member_first else (obj, subject)
            home = NamedNode(str(member).partition("#")[0])
            known = database.quads_for_pattern(NamedNode(str(member)), NamedNode(RDF.type), None, home)
            if next(known, None) is None or (joining, RDF.type, None) not in layer:
                yield subject, path, obj


def _articles(database: Database) -> dict[str, list[NamedNode]]:
    articles = database.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(SCHEMA.NewsArticle), _DEFAULT)
    return {article.value: [article] for quad in articles if isinstance(article := quad.subject, NamedNode)}


def _is_in_article(quad: Quad, database: Database) -> bool:
    found = database.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
    return any(other.graph_name != _DEFAULT for other in found)


def _text(term: object) -> str:
    return str(getattr(term, "value", ""))


def _node(term: object) -> Node:
    """A term of Oxigraph as rdflib has it; a plain string has no datatype there."""
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, Literal):
        datatype = (
            None if term.language or term.datatype.value == str(XSD.string) else URIRef(term.datatype.value)
        )
        return RdflibLiteral(term.value, lang=term.language, datatype=datatype, normalize=False)
    return BNode(_text(term))
