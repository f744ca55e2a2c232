"""Asking a ready question."""

from collections.abc import Mapping
from pathlib import Path

from pyoxigraph import QuerySolutions, Store

from hadath.graph.errors import BadValue, UnreadableGraph
from hadath.graph.query import read_graph
from hadath.graph.questions.binding import bind, limited
from hadath.graph.questions.languages import in_language
from hadath.graph.questions.library import find_question
from hadath.graph.store.folder import is_store
from hadath.ontology.namespace import PREFIXES

__all__ = ["ask", "open_graph", "question_text"]


def ask(
    store: Store, name: str, *, limit: int | None = None, language: str = "ar", **values: str
) -> QuerySolutions:
    """Ask a store the question of that name; names come in Arabic, or in English (``language="en"``) where it is known.

    ``values`` are what its parameters are filled with, as a person would write them; a parameter such as ``from``,
    which Python keeps for itself, is given as ``**{"from": "2024-10"}``.
    """
    solutions = store.query(
        question_text(store, name, values, limit=limit, language=language), prefixes=PREFIXES
    )
    if not isinstance(solutions, QuerySolutions):
        raise BadValue(f"{name} does not ask for rows")
    return solutions


def question_text(
    store: Store, name: str, values: Mapping[str, str], *, limit: int | None = None, language: str = "ar"
) -> str:
    """The SPARQL of a question as it is asked of this store, with at most ``limit`` rows."""
    if limit is not None and limit < 1:
        raise BadValue(f"limit: {limit} is too small; give 1 or more")
    return limited(in_language(bind(find_question(name), values, store), language), limit)


def open_graph(graph: str | Path) -> Store:
    """Open what can be asked: a store, the folder of a run, or a file that keeps articles apart."""
    if is_store(graph):
        from hadath.graph.store.snapshots import open_snapshot

        return open_snapshot(graph)
    database = read_graph(graph)
    if len(database) and next(database.named_graphs(), None) is None:
        raise UnreadableGraph(
            f"{graph}: has no named graphs, so articles cannot be told apart; give .nq, .trig, .jsonld or a store"
        )
    return database
