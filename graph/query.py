"""Asking a graph file with SPARQL.

The default graph of a query is the union of all named graphs, so that ``SELECT * { ?a hd:meets ?b }`` needs no ``GRAPH``.
That mixes articles but never claims with facts: a direct triple comes from asserted events only, and what somebody claims
is an event of its own (``hd:ClaimedEvent``, ``hd:saidBy``). ``GRAPH ?article { … }`` asks per article. In your own store a
query without ``GRAPH`` sees the default graph, which holds the direct triples and the labels of their ends.

A query only reads: no ``SERVICE``, no ``FROM``, no updates, nothing is fetched.
"""

import contextlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import rdflib.plugins.sparql as sparql_plugin
from rdflib import Dataset
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result

from hadath.graph.errors import BadQuery, UnreadableGraph
from hadath.ontology.namespace import PREFIXES

__all__ = ["query", "query_dataset", "read_dataset"]

_PARSERS = {
    ".nq": "nquads",
    ".trig": "trig",
    ".ttl": "turtle",
    ".nt": "nt",
    ".jsonld": "json-ld",
    ".rdf": "xml",
}
_STAR = re.compile(r"\bselect\s+((distinct|reduced)\s*)?\*", re.IGNORECASE)
_PREFERRED = ("graph.nq", "graph.trig", "graph.jsonld", "graph.nt", "graph.ttl", "graph.rdf")


def query(graph: str | Path, sparql: str) -> Result:
    """Ask a graph file, or the folder that ``hadath build`` wrote, one SPARQL query."""
    return query_dataset(read_dataset(graph), sparql)


def read_dataset(graph: str | Path) -> Dataset:
    """Read an RDF file, or the RDF file of an output folder, with the union of its graphs as default graph."""
    path = _graph_file(Path(graph))
    dataset = Dataset(default_union=True)
    try:
        data = path.read_text("utf-8")
        form = _PARSERS[path.suffix.lower()]
        if form == "json-ld":
            _refuse_remote_contexts(json.loads(data), path)
        dataset.parse(data=data, format=form)
    except UnreadableGraph:
        raise
    except FileNotFoundError:
        raise UnreadableGraph(f"{path}: no such file or folder") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableGraph(f"{path}: cannot be read ({_line(error)})") from error
    except Exception as error:  # rdflib's parsers raise whatever they meet
        raise UnreadableGraph(f"{path}: is not the RDF its name says ({_line(error)})") from error
    return dataset


def query_dataset(dataset: Dataset, sparql: str) -> Result:
    """Ask a dataset one SPARQL query; the common prefixes are known."""
    prepared = _prepare(sparql)
    try:
        with _no_loading():
            result = dataset.query(prepared)
            if result.type == "SELECT":
                _ = result.bindings  # the engine is lazy: what fails, fails here
                if _STAR.search(sparql):
                    result.vars = sorted(result.vars or [], key=lambda variable: _first_use(variable, sparql))
            return result
    except Exception as error:  # a query can fail in any function of the engine
        raise BadQuery(f"the query failed: {_line(error)}") from error


def _first_use(variable: str, sparql: str) -> tuple[int, str]:
    """Where a variable stands first: the engine gives those of ``SELECT *`` in no order."""
    match = re.search(rf"[?$]{re.escape(variable)}\b", sparql)
    return (match.start() if match else len(sparql)), variable


def _graph_file(path: Path) -> Path:
    if path.is_dir():
        for name in _PREFERRED:
            if (path / name).is_file():
                return path / name
        raise UnreadableGraph(f"{path}: no graph in this folder; expected one of {', '.join(_PREFERRED)}")
    if path.suffix.lower() not in _PARSERS:
        raise UnreadableGraph(
            f"{path}: unknown kind of graph file; give {', '.join(_PARSERS)} or an output folder"
        )
    return path


def _refuse_remote_contexts(node: Any, path: Path) -> None:
    """rdflib would fetch a context that is only named."""
    if isinstance(node, dict):
        context = node.get("@context")
        named = [
            entry for entry in (context if isinstance(context, list) else [context]) if isinstance(entry, str)
        ]
        if named or "@import" in node:
            raise UnreadableGraph(
                f"{path}: its JSON-LD context is not in the file, and nothing is fetched; embed the context"
            )
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            _refuse_remote_contexts(child, path)


def _prepare(sparql: str) -> Query:
    try:
        prepared = prepareQuery(sparql, initNs=PREFIXES)
    except Exception as error:  # pyparsing, missing prefixes, bad paths
        raise BadQuery(f"not a SPARQL query (SELECT, ASK, CONSTRUCT or DESCRIBE): {_line(error)}") from error
    for part in _parts(prepared.algebra):
        if part.name == "ServiceGraphPattern":
            raise BadQuery("a query may not ask other services (SERVICE); ask the graph alone")
        if any(
            key == "datasetClause" and value for key, value in part.items()
        ):  # its get() is not that of dict
            raise BadQuery("a query may not load graphs (FROM); name them with GRAPH <...> instead")
    return prepared


def _parts(node: Any) -> Iterator[CompValue]:
    """Every part of a query's algebra, whatever holds it."""
    if isinstance(node, CompValue):
        yield node
        node = list(node.values())
    if isinstance(node, list | tuple | set):
        for child in node:
            yield from _parts(child)


@contextlib.contextmanager
def _no_loading() -> Iterator[None]:
    """rdflib fetches graphs that a query names unless it is told not to, and only a module-wide switch tells it."""
    before = sparql_plugin.SPARQL_LOAD_GRAPHS
    sparql_plugin.SPARQL_LOAD_GRAPHS = False
    try:
        yield
    finally:
        sparql_plugin.SPARQL_LOAD_GRAPHS = before


def _line(error: Exception) -> str:
    """The first line of an error."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else type(error).__name__
