"""Content negotiation: in which form an answer goes out, by the ``Accept`` header (RFC 9110, section 12.5.1)."""

from collections.abc import Sequence

from pyoxigraph import QueryResultsFormat, RdfFormat

__all__ = ["ROWS", "TRIPLES", "choose"]

ROWS: dict[str, QueryResultsFormat] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
"""Forms of the answers to SELECT and ASK; the first is that of who does not care."""
TRIPLES: dict[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
"""Forms of graphs; the first is that of who does not care."""


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """The offered media type that a client likes best, the first of equals; None if it takes none of them.

    >>> choose("text/csv;q=0.5, application/*", ["text/csv", "application/json"])
    'application/json'
    >>> choose("", ["text/turtle"]), choose("image/png", ["text/turtle"])
    ('text/turtle', None)
    """
    liked = [_liking(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    best = max(offered, key=lambda media_type: _quality(media_type, liked))
    return best if _quality(best, liked) > 0 else None


def _liking(part: str) -> tuple[str, float]:
    """A media range with its quality."""
    media_range, *parameters = (piece.strip() for piece in part.lower().split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return media_range, max(0.0, min(1.0, float(value)))
            except ValueError:
                return media_range, 0.0
    return media_range, 1.0


def _quality(media_type: str, liked: Sequence[tuple[str, float]]) -> float:
    """That of the most exact range that covers a media type."""
    for covering in (media_type, f"{media_type.split('/')[0]}/*", "*/*"):
        qualities = [quality for media_range, quality in liked if media_range == covering]
        if qualities:
            return max(qualities)
    return 0.0
