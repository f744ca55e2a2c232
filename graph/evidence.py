"""Where things stand in the text: the article, its sentences and every mention, by offsets."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version

from rdflib import PROV, RDF, XSD, Literal, URIRef

from hadath.extract.records import Article, Extraction, Mention
from hadath.graph.errors import BadRecord
from hadath.graph.iris import BASE, Names
from hadath.graph.literals import index, label, language, string, typed
from hadath.graph.terms import Statement
from hadath.ontology.namespace import HD, NIF, SCHEMA

__all__ = [
    "article_statements",
    "mention_statements",
    "sentence_statements",
    "software_iri",
    "software_version",
]


def article_statements(article: Article, known: Names, *, text: bool) -> Iterator[Statement]:
    """Yield what is known of the article, its text if wanted, and what made the graph."""
    node = known.article
    for kind in (SCHEMA.NewsArticle, NIF.Context, PROV.Entity):
        yield node, RDF.type, kind
    yield node, SCHEMA.identifier, string(article.id)
    yield node, SCHEMA.inLanguage, Literal(language(article))
    yield node, HD.sha256, Literal(sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest())
    if article.title:
        yield node, SCHEMA.headline, label(article.title, language(article))
    if article.published:
        yield node, SCHEMA.datePublished, typed(article.published.isoformat(), XSD.date)
    if article.source:
        yield node, SCHEMA.publisher, string(article.source)
    if article.url:
        yield node, SCHEMA.url, string(article.url)
    if text:
        yield node, NIF.isString, string(article.text)
    yield from _run(known)


def _run(known: Names) -> Iterator[Statement]:
    """What made this graph: an activity without a time stamp, so that the same input gives the same bytes."""
    software = software_iri()
    yield known.extraction, RDF.type, PROV.Activity
    yield known.extraction, PROV.used, known.article
    yield known.extraction, PROV.wasAssociatedWith, software
    yield software, RDF.type, PROV.SoftwareAgent
    yield software, SCHEMA.name, Literal("hadath")
    yield software, SCHEMA.softwareVersion, Literal(software_version())


def sentence_statements(extraction: Extraction, known: Names, *, text: bool) -> Iterator[Statement]:
    """Yield the sentences, with their words if wanted."""
    for sentence in extraction.sentences:
        node = known.mention(sentence)
        yield node, RDF.type, NIF.Sentence
        yield from _span(node, sentence.start, sentence.end, known)
        if text:
            yield node, NIF.anchorOf, string(extraction.article.text[sentence.start : sentence.end])


def mention_statements(extraction: Extraction, known: Names) -> Iterator[Statement]:
    """Yield every mention once, with its words and its sentence."""
    starts = [sentence.start for sentence in extraction.sentences]
    for mention in dict.fromkeys(_all_mentions(extraction)):
        if extraction.article.text[mention.start : mention.end] != mention.text or not mention.text:
            raise BadRecord(
                f"article {extraction.article.id!r}: the mention {mention.text!r} is not what stands at {mention.start}–{mention.end}"
            )
        node = known.mention(mention)
        yield from _span(node, mention.start, mention.end, known)
        yield node, NIF.anchorOf, string(mention.text)
        place = bisect_right(starts, mention.start) - 1
        if place >= 0 and mention.end <= extraction.sentences[place].end:
            yield node, NIF.sentence, known.mention(extraction.sentences[place])


def _all_mentions(extraction: Extraction) -> Iterator[Mention]:
    for entity in extraction.entities:
        yield from entity.mentions
    for time in extraction.times:
        yield time.mention
    for event in extraction.events:
        yield from (event.trigger, *event.support)
        yield from (quantity.mention for quantity in event.quantities)
    for skipped in extraction.not_extracted:
        yield skipped.mention


def _span(node: URIRef, start: int, end: int, known: Names) -> Iterator[Statement]:
    yield node, RDF.type, NIF.String
    yield node, NIF.referenceContext, known.article
    yield node, NIF.beginIndex, index(start)
    yield node, NIF.endIndex, index(end)


@lru_cache(maxsize=1)
def software_iri() -> URIRef:
    """Name the hadath that is running; another version is another one."""
    return URIRef(f"{BASE}software/{software_version()}")


@lru_cache(maxsize=1)
def software_version() -> str:
    """The version of hadath that is running."""
    try:
        return version("hadath")
    except PackageNotFoundError:
        return "unknown"
