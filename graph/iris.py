"""Names of nodes. All are ASCII and made from what they stand for, so that the same article gives the same names in every run.

An article is ``https://w3id.org/hadath/article/SLUG-HASH``: the hash covers id, text and metadata, so two articles that share
an id are two, and one article given twice is one. What stands in it is a fragment with offsets: ``#char=3,8`` (a mention, in
the manner of NIF), ``#entity-3-8``, ``#event-12-17``, ``#time-20-24``, ``#quantity-30-35``; a second one at the same place gets ``.2``.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from rdflib import URIRef

from hadath.extract.records import Article, Extraction, Mention, Quantity, Sentence
from hadath.graph.errors import BadRecord
from hadath.ontology.namespace import HD

__all__ = ["BASE", "Names", "article_iri", "names"]

BASE = str(HD)
_NOT_SLUG = re.compile(r"[^A-Za-z0-9]+")


def article_iri(article: Article) -> URIRef:
    """Name an article: its id as far as that is ASCII, and a hash of all that is known of it.

    >>> article_iri(Article(id="kazakhstan", text=""))
    rdflib.term.URIRef('https://w3id.org/hadath/article/kazakhstan-9a30ed17ea')
    """
    known = (
        article.id,
        article.text,
        article.title,
        article.published,
        article.source,
        article.url,
        article.language,
    )
    digest = sha256(repr(known).encode("utf-8", "backslashreplace")).hexdigest()[:10]
    slug = _NOT_SLUG.sub("-", article.id).strip("-")[:60]
    return URIRef(f"{BASE}article/{slug or 'untitled'}-{digest}")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of all nodes of one article."""

    article: URIRef
    extraction: URIRef
    entities: dict[str, URIRef]
    times: dict[str, URIRef]
    events: dict[str, URIRef]
    quantities: dict[Quantity, URIRef]
    skipped: tuple[URIRef, ...]

    def mention(self, mention: Mention | Sentence) -> URIRef:
        """Name the characters of a mention or sentence."""
        return URIRef(f"{self.article}#char={mention.start},{mention.end}")

    def fillers(self, keys: Iterable[str]) -> list[URIRef]:
        """Names of the entities with these keys."""
        return [_get(self.entities, key, "entity") for key in keys]

    def named_times(self, keys: Iterable[str]) -> list[URIRef]:
        """Names of the time expressions with these keys."""
        return [_get(self.times, key, "time") for key in keys]

    def named_events(self, keys: Iterable[str]) -> list[URIRef]:
        """Names of the events with these keys."""
        return [_get(self.events, key, "event") for key in keys]


def names(extraction: Extraction) -> Names:
    """Name every node of an article."""
    article = article_iri(extraction.article)
    mint = _Mint(article)
    quantities = dict.fromkeys(q for event in extraction.events for q in event.quantities)
    return Names(
        article=article,
        extraction=URIRef(f"{article}#extraction"),
        entities={e.key: mint("entity", e.mentions[0] if e.mentions else None) for e in extraction.entities},
        times={t.key: mint("time", t.mention) for t in extraction.times},
        events={e.key: mint("event", e.trigger) for e in extraction.events},
        quantities={q: mint("quantity", q.mention) for q in quantities},
        skipped=tuple(mint("not-extracted", n.mention) for n in extraction.not_extracted),
    )


class _Mint:
    """Names that were not given out before."""

    def __init__(self, article: URIRef) -> None:
        self._article = article
        self._given: Counter[str] = Counter()

    def __call__(self, kind: str, mention: Mention | None) -> URIRef:
        name = f"{kind}-{mention.start}-{mention.end}" if mention else f"{kind}-unmentioned"
        self._given[name] += 1
        count = self._given[name]
        return URIRef(f"{self._article}#{name}" + (f".{count}" if count > 1 else ""))


def _get(known: dict[str, URIRef], key: str, kind: str) -> URIRef:
    try:
        return known[key]
    except KeyError:
        raise BadRecord(f"a role names the {kind} {key!r}, which the article does not have") from None
