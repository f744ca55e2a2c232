"""Asking a graph with SPARQL: a file, the folder of a run, or a store. Oxigraph answers.

The default graph of a file is the union of all its graphs, so that ``SELECT * { ?event a hd:ClaimedEvent }`` needs no ``GRAPH``.
That mixes articles but never claims with facts: a direct triple comes from asserted events only, and what somebody claims is an
event of its own (``hd:ClaimedEvent``, ``hd:saidBy``).

The default graph of a store is its own: the direct triples of all articles and the labels of their ends. All else is asked with
``GRAPH ?article { … }``, which gives the same answer for a file. ``union=True`` asks a store's graphs as one too, but then what
stands in several graphs, as direct triples do, counts as often (a fault of Oxigraph 0.5): say ``DISTINCT``.

A query only reads: no ``SERVICE``, no ``FROM``, no updates, nothing is fetched.
"""

import json
import re
from pathlib import Path
from typing import Any, TypeAlias

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, RdfFormat
from pyoxigraph import Store as Database

from hadath.graph.errors import BadQuery, RefusedQuery, UnreadableGraph
from hadath.graph.store.folder import is_store
from hadath.ontology.namespace import PREFIXES

__all__ = [
    "Answer",
    "load_graph",
    "query",
    "query_database",
    "read_graph",
    "refuse_services",
    "syntax_problem",
]

Answer: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples
"""Rows of ``SELECT``, the truth of ``ASK``, or triples of ``CONSTRUCT`` and ``DESCRIBE``; rows and triples can be taken once."""

_FORMATS = {
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}
_PREFERRED = ("graph.nq", "graph.trig", "graph.jsonld", "graph.nt", "graph.ttl", "graph.rdf")
_UNITE = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
_SERVICE = re.compile("service", re.IGNORECASE)
_FROM = re.compile(r"(?<![\w?$:.<#/-])from(\s+named\s*|\s*)(<|(?<=\s)[\w-]*:)", re.IGNORECASE)
_STRING = re.compile(r'"(?:[^"\\\r\n]|\\.)*"')
_STAR = re.compile(r"\bselect\s*(?:\bdistinct\s*|\breduced\s*)?(\*)", re.IGNORECASE)
_PLACE = re.compile(r"error at (\d+):(\d+): ")


def query(graph: str | Path, sparql: str, *, union: bool = False) -> Answer:
    """Ask a graph file, the folder that ``hadath build`` wrote, or a store, one SPARQL query."""
    if is_store(graph):
        from hadath.graph.store.snapshots import open_snapshot

        return query_database(open_snapshot(graph), sparql, union=union)
    return query_database(read_graph(graph), sparql)


def read_graph(graph: str | Path) -> Database:
    """Read an RDF file, or that of an output folder, into memory; its default graph is then the union of all."""
    database = load_graph(graph)
    database.update(_UNITE)
    return database


def load_graph(graph: str | Path) -> Database:
    """Read an RDF file, or that of an output folder, into memory as it is."""
    path = _graph_file(Path(graph))
    form = _FORMATS[path.suffix.lower()]
    database = Database()
    try:
        data = path.read_text("utf-8")
        if form == RdfFormat.JSON_LD:
            _refuse_remote_contexts(json.loads(data), path)
        database.bulk_load(data, form, base_iri=path.absolute().as_uri())
    except UnreadableGraph:
        raise
    except FileNotFoundError:
        raise UnreadableGraph(f"{path}: no such file or folder") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableGraph(f"{path}: cannot be read ({_line(error)})") from error
    except (SyntaxError, ValueError, RecursionError) as error:
        raise UnreadableGraph(f"{path}: is not the RDF its name says ({_line(error)})") from error
    return database


def query_database(database: Database, sparql: str, *, union: bool = False) -> Answer:
    """Ask a database one SPARQL query; the common prefixes are known. ``union`` takes all graphs for the default graph."""
    _refuse_other_sources(sparql)
    try:
        answer = _run(database, sparql, union=union)
        if isinstance(answer, QuerySolutions):
            named = _name_columns(sparql, [variable.value for variable in answer.variables])
            if named != sparql:
                answer = _run(database, named, union=union)
        return answer
    except SyntaxError as error:
        raise BadQuery(
            f"not a SPARQL query (SELECT, ASK, CONSTRUCT or DESCRIBE): {syntax_problem(error, sparql)}"
        ) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise BadQuery(f"the query failed: {_line(error)}") from error


def _run(database: Database, sparql: str, *, union: bool) -> Answer:
    return database.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=union)


def _name_columns(sparql: str, variables: list[str]) -> str:
    """Write out the columns of ``SELECT *`` in the order of the query; Oxigraph would give them in that of the alphabet."""
    star = _STAR.search(sparql)
    if star is None or not variables or "select" in sparql[: star.start()].lower():
        return sparql
    columns = " ".join(f"?{name}" for name in sorted(variables, key=lambda name: _first_use(name, sparql)))
    return f"{sparql[: star.start(1)]} {columns} {sparql[star.end() :]}"


def _first_use(variable: str, sparql: str) -> tuple[int, str]:
    match = re.search(rf"[?$]{re.escape(variable)}\b", sparql)
    return (match.start() if match else len(sparql)), variable


def _graph_file(path: Path) -> Path:
    if path.is_dir():
        for name in _PREFERRED:
            if (path / name).is_file():
                return path / name
        raise UnreadableGraph(
            f"{path}: no store and no graph in this folder; expected one of {', '.join(_PREFERRED)}"
        )
    if path.suffix.lower() not in _FORMATS:
        raise UnreadableGraph(
            f"{path}: unknown kind of graph file; give {', '.join(_FORMATS)}, an output folder or a store"
        )
    return path


def _refuse_remote_contexts(node: Any, path: Path) -> None:
    """A context that is only named would have to be fetched."""
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


def _refuse_other_sources(sparql: str) -> None:
    """Refuse SERVICE, which Oxigraph would obey, and FROM, which would be passed over."""
    refuse_services(sparql)
    if _FROM.search(_code(sparql)):
        raise RefusedQuery("a query may not load graphs (FROM); name them with GRAPH <...> instead")


def refuse_services(sparql: str) -> None:
    """Refuse SERVICE, which Oxigraph would obey."""
    if _SERVICE.search(_code(sparql)):
        raise RefusedQuery(
            'a query may not ask other services (SERVICE); ask the graph alone, and write the word within "..." alone'
        )


def _code(sparql: str) -> str:
    """A query without its "…", but only where no other kind of quotation mark could make us take code for text."""
    return sparql if "'" in sparql or '"""' in sparql else _STRING.sub('""', sparql)


def syntax_problem(error: SyntaxError, sparql: str) -> str:
    """Where a query cannot be read on; Oxigraph's list of what could stand there is long."""
    place = _PLACE.match(str(error))
    if place is None:
        return _line(error)
    lines, row, column = sparql.splitlines(), int(place[1]), int(place[2])
    read = lines[row - 1][: column - 1] if row <= len(lines) else ""
    problem = "unknown prefix" if "Prefix not found" in str(error) else "cannot be read on"
    return f"{problem} at line {row}, column {column}, behind {read[-40:]!r}"


def _line(error: Exception) -> str:
    """The first line of an error."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else type(error).__name__
