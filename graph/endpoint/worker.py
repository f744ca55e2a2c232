"""A process that answers the tasks of its standard input on its standard output, one after the other, until the input ends.

It has opened one snapshot of the store and stays with it; the server starts a new worker for a new snapshot.
usage: python -m hadath.graph.endpoint.worker STORE MEMORY ANSWER
"""

import os
import re
import sys
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pyoxigraph import DefaultGraph, NamedNode, QueryTriples, Store

from hadath.extract.errors import HadathError
from hadath.graph.endpoint.confinement import confine
from hadath.graph.endpoint.negotiation import ROWS, TRIPLES, choose
from hadath.graph.endpoint.tasks import Reply, Task, pack, read_message
from hadath.graph.errors import BadQuery, RefusedQuery, UnknownQuestion
from hadath.graph.query import Answer, refuse_services, syntax_problem
from hadath.graph.questions import ask
from hadath.graph.store.snapshots import newest_snapshot, open_snapshot
from hadath.ontology.namespace import PREFIXES

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

__all__ = ["answer_task", "main"]

_FROM = re.compile(r"\bfrom\s+(?:named\s+)?<([^<>]*)>", re.IGNORECASE)


class _TooLarge(Exception):
    """An answer of more bytes than are allowed."""


class _Buffer(BytesIO):
    """Where an answer is written, as long as it is not too long."""

    def __init__(self, largest: int) -> None:
        super().__init__()
        self._largest = largest

    def write(self, piece: "ReadableBuffer", /) -> int:
        if self.tell() + len(memoryview(piece)) > self._largest:
            raise _TooLarge
        return super().write(piece)


def main(arguments: list[str]) -> None:
    """Tell which snapshot was opened and whether there is a network, then answer tasks."""
    store, memory, largest = arguments[0], int(arguments[1]), int(arguments[2])
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is not a reply
    alone = confine(memory)
    snapshot = newest_snapshot(store)
    database = open_snapshot(store)
    ready = Reply(200, "offline" if alone else "online", snapshot.encode())
    replies.write(pack(ready))
    replies.flush()
    while (content := read_message(sys.stdin.buffer)) is not None:
        replies.write(pack(answer_task(database, Task(**content), largest)))
        replies.flush()


def answer_task(database: Store, task: Task, largest: int) -> Reply:
    """The answer to one task, in at most ``largest`` bytes; what is wrong with it comes back as one line with its status."""
    try:
        if task.kind == "graph":
            return _graph(database, task, largest)
        if task.kind == "question":
            values = dict(task.values)
            limit = _limit(values.pop("limit", None))
            language = values.pop("language", "ar")
            rows = ask(database, task.text, limit=limit, language=language, **values)
            return _written(rows, task, largest)
        return _written(_query(database, task), task, largest)
    except RefusedQuery as error:
        return Reply.words(403, str(error))
    except UnknownQuestion as error:
        return Reply.words(404, str(error))
    except HadathError as error:
        return Reply.words(400, str(error))
    except _TooLarge:
        return Reply.words(
            400, f"the answer is larger than {largest:,} bytes; ask for less with LIMIT or a narrower pattern"
        )
    except (OSError, RuntimeError, MemoryError) as error:
        return Reply.words(500, f"the query failed: {error}")


def _query(database: Store, task: Task) -> Answer:
    refuse_services(task.text)
    for iri in (*_FROM.findall(task.text), *task.default, *task.named):
        if not database.contains_named_graph(_iri(iri)):
            raise RefusedQuery(f"there is no graph <{iri}> in this store, and none is fetched from elsewhere")
    seen: dict[str, Any] = {}
    if task.default or task.named:
        seen = {"default_graph": [*map(_iri, task.default)], "named_graphs": [*map(_iri, task.named)]}
    try:
        return database.query(task.text, prefixes=PREFIXES, **seen)
    except SyntaxError as error:
        raise BadQuery(
            f"not a SPARQL query (SELECT, ASK, CONSTRUCT or DESCRIBE): {syntax_problem(error, task.text)}"
        ) from error


def _iri(text: str) -> NamedNode:
    try:
        return NamedNode(text)
    except ValueError:
        raise BadQuery(f"{text!r} is not an absolute IRI") from None


def _limit(text: str | None) -> int | None:
    try:
        return None if text is None else int(text)
    except ValueError:
        raise BadQuery(f"limit: {text!r} is no whole number") from None


def _written(answer: Answer, task: Task, largest: int) -> Reply:
    buffer = _Buffer(largest)
    if isinstance(answer, QueryTriples):
        media_type = choose(task.accept, list(TRIPLES))
        if media_type:
            answer.serialize(buffer, TRIPLES[media_type])
    else:
        media_type = choose(task.accept, list(ROWS))
        if media_type:
            answer.serialize(buffer, ROWS[media_type])
    return (
        Reply(200, media_type, buffer.getvalue())
        if media_type
        else _not_acceptable(isinstance(answer, QueryTriples))
    )


def _graph(database: Store, task: Task, largest: int) -> Reply:
    graph = _iri(task.text) if task.text else DefaultGraph()
    if isinstance(graph, NamedNode) and not database.contains_named_graph(graph):
        return Reply.words(404, f"there is no graph <{task.text}> in this store")
    media_type = choose(task.accept, list(TRIPLES))
    if media_type is None:
        return _not_acceptable(True)
    buffer = _Buffer(largest)
    database.dump(
        buffer,
        TRIPLES[media_type],
        from_graph=graph,
        prefixes=PREFIXES if media_type == "text/turtle" else None,
    )
    return Reply(200, media_type, buffer.getvalue())


def _not_acceptable(triples: bool) -> Reply:
    return Reply.words(406, f"this answer comes as {', '.join(TRIPLES if triples else ROWS)}")


if __name__ == "__main__":
    main(sys.argv[1:])
