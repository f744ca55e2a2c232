"""Does a graph keep the contract? The graph of each article is checked against ``shapes.ttl`` by itself, with pySHACL.

>>> from hadath.extract.records import Article, Extraction
>>> from hadath.graph import build_dataset, validate
>>> validate(build_dataset(Extraction(Article("empty", "")))).conforms
True
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat
from pyoxigraph import Store as Database
from pyshacl import validate as check_shapes
from rdflib import RDF, Dataset, Graph, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.sparql import prepareQuery
from rdflib.term import Node

from hadath.graph.errors import UnreadableGraph
from hadath.graph.joining.statements import LAYER
from hadath.graph.query import load_graph
from hadath.graph.store.folder import is_store
from hadath.graph.store.snapshots import open_snapshot
from hadath.graph.validation.article_graphs import (
    article_graph,
    article_names,
    by_article,
    missing_members,
    stray_statements,
)
from hadath.graph.validation.violations import Report, Violation, violation_of, violations_in
from hadath.ontology.namespace import SCHEMA, SHAPE
from hadath.ontology.vocabulary import shapes

__all__ = ["validate", "validate_article"]

Progress = Callable[[int, int], None]
"""Called with the number of articles done and of all."""


def validate(graph: str | Path | Dataset, *, progress: Progress | None = None) -> Report:
    """Check a graph file, an output folder, a store or a dataset, article by article.

    Raises ``UnreadableGraph`` for what is no graph. Of a store it is what was published last that is checked.
    """
    database = by_article(_open(graph))
    names = article_names(database)
    found: list[Violation] = []
    for done, name in enumerate(names, 1):
        found += validate_article(name, article_graph(database, name))
        if progress is not None:
            progress(done, len(names))
    return Report(len(names), (*found, *_strays(database), *_joinings(database)))


def validate_article(name: Node, graph: Graph) -> list[Violation]:
    """Check the graph of one article, whose IRI is ``name``; violations in order of the text."""
    found = _breaches(name, graph)
    if set(graph.subjects(RDF.type, SCHEMA.NewsArticle)) != {name}:
        found.append(violation_of(SHAPE.GraphIsOfArticle, name, name, graph))
    return sorted(found, key=lambda v: (v.begin, str(v.node), v.rule, str(v.path), str(v.value)))


def _breaches(name: Node, graph: Graph) -> list[Violation]:
    """What SHACL finds in one graph."""
    data = _Asked()
    for triple in graph:
        data.add(triple)
    _, results, text = check_shapes(data, shacl_graph=shapes(), inference="none")
    if not isinstance(results, Graph):
        raise UnreadableGraph(f"{name}: cannot be checked ({text})")
    return violations_in(results, name, graph)


def _open(graph: str | Path | Dataset) -> Database:
    if not isinstance(graph, Dataset):
        return open_snapshot(graph) if is_store(graph) else load_graph(graph)
    database = Database()
    try:
        database.load(graph.serialize(format="nquads"), RdfFormat.N_QUADS)
    except (SyntaxError, ValueError) as error:
        raise UnreadableGraph(f"the dataset holds what RDF cannot ({error})") from error
    return database


def _strays(database: Database) -> Iterator[Violation]:
    """Yield violations by the default graph beside named graphs."""
    name = URIRef(DATASET_DEFAULT_GRAPH_ID)
    for subject, predicate, obj in sorted(stray_statements(database)):
        yield violation_of(SHAPE.DefaultGraph, name, subject, Graph(), path=predicate, value=obj)


def _joinings(database: Database) -> list[Violation]:
    """Violations in the graph of what a store joins, if there is one: by its shapes, then by members that are not there."""
    name = URIRef(LAYER.value)
    layer = article_graph(database, name)
    found = sorted(_breaches(name, layer), key=lambda v: (str(v.node), v.rule)) if layer else []
    missing = (
        violation_of(SHAPE.JoinedIsThere, name, node, layer, path=path, value=value)
        for node, path, value in missing_members(database, layer)
    )
    return [*found, *missing]


class _Asked(Graph):
    """A graph of which the same questions are asked as of all others: their SPARQL is parsed once, not for every article."""

    def query(self, query_object: Any, *args: Any, **kwargs: Any) -> Any:
        return super().query(_prepared(query_object), *args, **kwargs)


_prepared = lru_cache(maxsize=64)(prepareQuery)
