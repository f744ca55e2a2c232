"""A store: the graphs of many articles in one folder on disk, to which articles are added and from which they are taken again.

One program writes at a time, in one transaction per article: it is there wholly or not at all, even if the program is killed.
Readers open what was published last (``hadath.graph.store.snapshots``). The default graph holds the direct triples of all articles and
the labels of their ends, never a claim; each article's graph holds everything that was read from it.

Which article is which: an article is the same if its id, text and metadata are. The same article, read by the same version of
hadath, is added once; read by another version, or now with or without its text, it takes the place of the former reading. An
article takes the place of an earlier edition, which is one of the same id *and* the same source, where a source is given; without
a source two articles that share an id are two.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import IO

from pyoxigraph import Literal, NamedNode
from pyoxigraph import Store as Database
from rdflib import PROV, Dataset, URIRef

from hadath.extract.errors import HadathError
from hadath.extract.records import Article, Extraction
from hadath.graph.dataset import quads
from hadath.graph.errors import StoreInUse, UnreadableStore, UnwritableOutput
from hadath.graph.evidence import software_iri
from hadath.graph.iris import article_iri
from hadath.graph.joining.layer import join_articles
from hadath.graph.literals import string
from hadath.graph.nquads import term
from hadath.graph.store.contents import StoredArticle, articles_called, find_article, stored_articles
from hadath.graph.store.dump import dump_lines
from hadath.graph.store.folder import MARKER, check_store, make_store
from hadath.graph.store.locks import lock_alone
from hadath.graph.store.name_index import update_names
from hadath.graph.store.snapshots import open_snapshot, publish, what_happened
from hadath.graph.terms import Quad
from hadath.ontology.namespace import NIF, PREFIXES, SCHEMA

__all__ = ["Change", "Store", "open_snapshot", "open_store", "rdflib_dataset"]


class Change(StrEnum):
    """What became of an article."""

    ADDED = "added"
    REPLACED = "replaced"
    REMOVED = "removed"


def open_store(path: str | Path, *, create: bool = True, publish_every: int = 500) -> "Store":
    """Open a store for writing, made if it is not there and ``create`` says so; a second writer is refused.

    After every ``publish_every`` additions and at the end all is flushed to disk, which frees the memory it took, and published.
    """
    folder = Path(path)
    if create:
        make_store(folder)
    check_store(folder)
    return Store(folder, publish_every=publish_every)


def rdflib_dataset(path: str | Path) -> Dataset:
    """What a store has published last, through rdflib's interface; needs the package oxrdflib (``hadath[rdflib]``).

    Queries go to Oxigraph. Plain strings come back as ``Literal("…", datatype=XSD.string)``, language tags in small letters.
    """
    try:
        from oxrdflib import OxigraphStore
    except ModuleNotFoundError as error:
        raise HadathError(
            "rdflib reads stores with the package oxrdflib; pip install 'hadath[rdflib]'"
        ) from error
    dataset = Dataset(store=OxigraphStore(store=open_snapshot(path)))
    for prefix, iri in PREFIXES.items():
        dataset.bind(prefix, iri, replace=True)
    return dataset


class Store:
    """A store that is open for writing, to be used in a ``with`` statement, at the end of which all is published."""

    database: Database
    """The Oxigraph database itself."""
    changes: dict[str, Change]
    """What became of which article (its IRI as a plain str) since the store was opened; who follows the changes may clear it."""

    def __init__(self, folder: Path, *, publish_every: int = 500) -> None:
        self.folder = folder
        self.changes = {}
        self._publish_every = publish_every
        self._unpublished = 0
        self._lock = _lock(folder)
        try:
            self.database = Database(str(folder / "database"))
        except (OSError, RuntimeError) as error:
            os.close(self._lock)
            raise _trouble(folder, error) from error

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            with contextlib.suppress(UnwritableOutput) if error else contextlib.nullcontext():
                self.publish()
        finally:
            del self.database  # closes it
            os.close(self._lock)

    def holds(self, article: Article, *, text: bool = True) -> bool:
        """Whether this very article is there as this version of hadath reads it, with or without its text."""
        iri = NamedNode(article_iri(article))
        activity = NamedNode(f"{iri.value}#extraction")
        made = self._has(activity, PROV.wasAssociatedWith, NamedNode(software_iri()), iri)
        return made and self._has(iri, NIF.isString, None, iri) == text

    def add(self, extraction: Extraction, *, text: bool = True) -> Change | None:
        """Add what was read from an article; None if it is there already. See above for what it takes the place of."""
        article = extraction.article
        if self.holds(article, text=text):
            return None
        iri = str(article_iri(article))
        statements = quads(extraction, text=text)
        former = self._editions(article)
        self.update([*map(_retraction, former), _insertion(statements)])
        for edition in former:
            self.changes[edition] = Change.REMOVED
        self.changes[iri] = Change.REPLACED if former else Change.ADDED
        self._unpublished += 1
        if self._unpublished >= self._publish_every:
            self.publish()
        return self.changes[iri]

    def remove(self, article: str) -> bool:
        """Take an article out, given its IRI or its id; False if it is not there.

        The store is then equal, to the byte of its dump, to one that never saw the article.
        """
        iri = find_article(self.database, article)
        if iri is None:
            return False
        self.update([_retraction(iri)])
        self.changes[iri] = Change.REMOVED
        return True

    def join(self, *, anew: bool = False, progress: Callable[[int, int], None] | None = None) -> int:
        """Join what several articles speak of, as far as articles came or went since; the number of articles looked at.

        See :mod:`hadath.graph.joining`; ``anew`` joins everything from the start. ``progress`` is called with the articles done
        and their number.
        """
        reread = [article for article, change in self.changes.items() if change is Change.REPLACED]
        with _explained(self.folder):
            return join_articles(self.database, reread, anew=anew, progress=progress)

    def articles(self) -> Iterator[StoredArticle]:
        """Yield what is known of each article, in the order of their IRIs."""
        return stored_articles(self.database)

    def publish(self) -> None:
        """Flush to disk and let readers see the present state."""
        with _explained(self.folder):
            self.database.flush()
            update_names(self.folder, self.database)
            publish(self.folder, self.database)
        self._unpublished = 0

    def update(self, operations: Iterable[str]) -> None:
        """Carry out SPARQL updates in one transaction; for what is kept beside the articles, in graphs of its own."""
        with _explained(self.folder):
            self.database.update(" ;\n".join(operations))

    def dump(self, stream: IO[bytes]) -> None:
        """Write all quads as canonical N-Quads."""
        stream.writelines(line.encode("utf-8") for line in dump_lines(self.database))

    def _has(self, subject: NamedNode, predicate: URIRef, obj: NamedNode | None, graph: NamedNode) -> bool:
        found = self.database.quads_for_pattern(subject, NamedNode(predicate), obj, graph)
        return next(found, None) is not None

    def _editions(self, article: Article) -> list[str]:
        """The article itself, in another reading, and its earlier editions."""
        publisher = Literal(string(article.source)) if article.source else None
        return [
            iri
            for iri in articles_called(self.database, article.id)
            if iri == str(article_iri(article))
            or (publisher and self._published_by(NamedNode(iri), publisher))
        ]

    def _published_by(self, iri: NamedNode, publisher: Literal) -> bool:
        found = self.database.quads_for_pattern(iri, NamedNode(SCHEMA.publisher), publisher, iri)
        return next(found, None) is not None


def _retraction(iri: str) -> str:
    """Everything that stands in the article's graph, there and in the default graph, where all is about nodes of one article."""
    return (
        f"DELETE {{ ?s ?p ?o }} WHERE {{ GRAPH <{iri}> {{ ?s ?p ?o }} ?s ?p ?o }} ; DROP SILENT GRAPH <{iri}>"
    )


def _insertion(statements: Iterable[Quad]) -> str:
    lines = (_insert(quad) for quad in statements)
    return "INSERT DATA {\n" + "\n".join(dict.fromkeys(lines)) + "\n}"


def _insert(quad: Quad) -> str:
    subject, predicate, obj, graph = quad
    triple = f"<{subject}> <{predicate}> {term(obj)}"
    return f"GRAPH <{graph}> {{ {triple} }}" if graph else f"{triple} ."


def _lock(folder: Path) -> int:
    """Be the one who writes, until the handle is closed or the process ends."""
    try:
        handle = lock_alone(folder / MARKER)
    except OSError as error:
        raise UnreadableStore(f"{folder}: cannot be read ({error.strerror})") from error
    if handle is None:
        raise StoreInUse(f"{folder}: another program is writing into this store; try again when it is done")
    return handle


@contextlib.contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:  # the latter for damaged files
        raise _trouble(folder, error) from error
    except sqlite3.Error as error:
        raise UnwritableOutput(f"{folder}: its names cannot be written ({error})") from error


def _trouble(folder: Path, error: OSError | RuntimeError) -> UnwritableOutput | UnreadableStore:
    if isinstance(error, RuntimeError):
        return UnreadableStore(f"{folder}: its database is damaged ({what_happened(error)})")
    return UnwritableOutput(f"{folder}: cannot be written ({what_happened(error)})")
