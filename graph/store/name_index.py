"""The names of a store's entities by their words in one spelling: a word of a name finds it without a look at every article.

The index is one SQLite file beside the database. It is brought up to date before a snapshot is published, in one transaction, by
comparing the articles it has read with those that are there: whatever a killed writer left, the next makes good, and a file that
is missing or damaged is made anew. So it holds all names of the newest snapshot and maybe names of no article any more; who
looks a name up asks the snapshot what bears it. A reader of an older snapshot may not find what was taken out since.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode
from pyoxigraph import Store as Database
from rdflib import PROV, RDFS

from hadath.graph.spelling import fold_name, holds_words

__all__ = ["INDEX", "names_with", "remember_folder", "update_names"]

INDEX = "names.sqlite"
"""The file of the index in the folder of a store."""
_TABLES = """
CREATE TABLE IF NOT EXISTS article (iri TEXT PRIMARY KEY, reading TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS name (id INTEGER PRIMARY KEY, text TEXT, language TEXT, folded TEXT, UNIQUE (text, language));
CREATE TABLE IF NOT EXISTS word (word TEXT, name INTEGER, PRIMARY KEY (word, name)) WITHOUT ROWID;
"""
_FIND = (
    "SELECT text, language, folded FROM word JOIN name ON id = name WHERE word = ? ORDER BY text, language"
)
_LABEL, _READ_BY = NamedNode(RDFS.label), NamedNode(PROV.wasAssociatedWith)
_KEPT = 8
_folders: dict[Database, Path] = {}
"""The stores of the snapshots opened last."""


def remember_folder(snapshot: Database, folder: Path) -> None:
    """Tell where the names of an open snapshot are found."""
    _folders[snapshot] = folder
    while len(_folders) > _KEPT:
        del _folders[next(iter(_folders))]


def names_with(database: Database, words: str) -> list[Literal] | None:
    """The names that hold these folded words in this order; None where there is no index to ask."""
    folder = _folders.get(database)
    if folder is None or not words or not (folder / INDEX).exists():
        return None
    try:
        uri = f"file:{quote(str((folder / INDEX).absolute()))}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True)) as index:
            rows = index.execute(_FIND, (max(words.split(), key=len),)).fetchall()
    except sqlite3.Error:  # damaged, or left in the middle by a writer that was killed
        return None
    return [_literal(text, language) for text, language, folded in rows if holds_words(folded, words)]


def update_names(folder: Path, database: Database) -> None:
    """Bring the index of a store up to date with the articles of its database."""
    path = folder / INDEX
    try:
        _update(path, database)
    except sqlite3.OperationalError:  # no space, no permission: nothing is wrong with the file
        raise
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        path.with_name(f"{INDEX}-journal").unlink(missing_ok=True)
        _update(path, database)


def _update(path: Path, database: Database) -> None:
    with closing(sqlite3.connect(path)) as index:
        index.execute("PRAGMA cache_spill = OFF")  # readers are kept out only while it is written down
        index.executescript(_TABLES)
        with index:
            known = dict(index.execute("SELECT iri, reading FROM article"))
            present = _articles(database)
            gone = [iri for iri, reading in known.items() if present.get(iri) != reading]
            come = [iri for iri, reading in present.items() if known.get(iri) != reading]
            index.executemany("DELETE FROM article WHERE iri = ?", ((iri,) for iri in gone))
            index.executemany("INSERT INTO article VALUES (?, ?)", ((iri, present[iri]) for iri in come))
            for iri in come:
                _add(index, set(_names(database, iri)))
            if gone:
                _forget(index, database)


def _add(index: sqlite3.Connection, names: Iterable[tuple[str, str]]) -> None:
    for text, language in sorted(names):
        folded = fold_name(text)
        added = index.execute(
            "INSERT OR IGNORE INTO name (text, language, folded) VALUES (?, ?, ?)", (text, language, folded)
        )
        if added.rowcount:
            words = ((word, added.lastrowid) for word in set(folded.split()))
            index.executemany("INSERT INTO word VALUES (?, ?)", words)


def _forget(index: sqlite3.Connection, database: Database) -> None:
    """Take out the names that nothing in the database bears any more."""
    for number, text, language, folded in index.execute("SELECT * FROM name").fetchall():
        if next(database.quads_for_pattern(None, _LABEL, _literal(text, language), None), None) is None:
            index.execute("DELETE FROM name WHERE id = ?", (number,))
            words = ((word, number) for word in set(folded.split()))
            index.executemany("DELETE FROM word WHERE word = ? AND name = ?", words)


def _articles(database: Database) -> dict[str, str]:
    """What has read each article: read by another version, it may have other names."""
    quads = database.quads_for_pattern(None, _READ_BY, None, None)
    return {
        quad.graph_name.value: str(quad.object) for quad in quads if isinstance(quad.graph_name, NamedNode)
    }


def _names(database: Database, article: str) -> Iterator[tuple[str, str]]:
    for quad in database.quads_for_pattern(None, _LABEL, None, NamedNode(article)):
        if isinstance(quad.object, Literal) and "#entity-" in str(quad.subject):
            yield quad.object.value, quad.object.language or ""


def _literal(text: str, language: str) -> Literal:
    return Literal(text, language=language or None)
