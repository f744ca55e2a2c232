"""Which articles a store holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from pyoxigraph import Literal, NamedNode, QuerySolutions
from pyoxigraph import Store as Database

from hadath.graph.errors import AmbiguousArticle
from hadath.graph.literals import string
from hadath.ontology.namespace import PREFIXES, SCHEMA

__all__ = ["StoredArticle", "articles_called", "find_article", "stored_articles"]

_ARTICLES = """
SELECT ?article ?id ?title ?published ?source (COUNT(?event) AS ?events) WHERE {
    GRAPH ?article {
        ?article a schema:NewsArticle ; schema:identifier ?id .
        OPTIONAL { ?article schema:headline ?title }
        OPTIONAL { ?article schema:datePublished ?published }
        OPTIONAL { ?article schema:publisher ?source }
        OPTIONAL { ?event a sem:Event }
    }
} GROUP BY ?article ?id ?title ?published ?source ORDER BY ?article
"""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article of a store; ``events`` is their number."""

    iri: str
    id: str
    title: str | None
    published: str | None
    source: str | None
    events: int


def stored_articles(database: Database) -> Iterator[StoredArticle]:
    """Yield the articles of a database in the order of their IRIs."""
    rows = cast(QuerySolutions, database.query(_ARTICLES, prefixes=PREFIXES))
    for row in rows:
        iri, name, title, published, source, events = (cell and cell.value for cell in row)
        yield StoredArticle(iri, name, title, published, source, int(events))


def find_article(database: Database, article: str) -> str | None:
    """The IRI of an article, given its IRI or an id that no other article has; None if it is not there."""
    identifier = NamedNode(SCHEMA.identifier)
    try:
        named = database.quads_for_pattern(NamedNode(article), identifier, None, NamedNode(article))
        if next(named, None) is not None:
            return article
    except ValueError:
        pass  # no IRI, so an id
    found = articles_called(database, article)
    if len(found) > 1:
        raise AmbiguousArticle(
            f"several articles have the id {article!r}: {', '.join(found)}; give one of these"
        )
    return found[0] if found else None


def articles_called(database: Database, name: str) -> list[str]:
    """The IRIs of the articles with an id."""
    quads = database.quads_for_pattern(None, NamedNode(SCHEMA.identifier), Literal(string(name)), None)
    return sorted(
        quad.graph_name.value
        for quad in quads
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name == quad.subject
    )
