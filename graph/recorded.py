"""From the statements that hadath wrote back to records: what :mod:`hadath.graph.dataset` does, the other way round.

All of an article comes back but the order of what has none (several agents of one event) and the keys, which are the names
of the nodes. Where the graph does not hold the article's text, what its mentions do not tell of it is a row of dots.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from rdflib import OWL, RDF, RDFS, URIRef

from hadath.extract.records import (
    Article,
    Basis,
    Entity,
    EntityKind,
    Event,
    Exactness,
    Extraction,
    Mention,
    Modality,
    NotExtracted,
    Quantity,
    Sentence,
    TimeExpression,
)
from hadath.graph.terms import CLASSES
from hadath.ontology.namespace import GAF, HD, NIF, SCHEMA, SEM, WD

__all__ = ["UNKNOWN", "Statement", "recall"]

Statement = tuple[str, str, str, str]
"""Subject, predicate, object (IRI or text) and the object's language, empty when it has none."""

UNKNOWN = "…"
"""What stands for a character of the text that the graph does not hold."""

Facts = dict[str, dict[tuple[str, str], None]]
"""What is said of one node: by predicate the objects with their languages."""


def recall(statements: Iterable[Statement]) -> Iterator[Extraction]:
    """Yield what was extracted from each article that the statements tell of, in order of the articles' IRIs."""
    articles: dict[str, dict[str, Facts]] = {}
    for subject, predicate, value, language in statements:
        article, _, _ = subject.partition("#")
        facts = articles.setdefault(article, {}).setdefault(subject, {})
        facts.setdefault(predicate, {})[value, language] = None
    for iri in sorted(articles):
        if _is(articles[iri].get(iri, {}), SCHEMA.NewsArticle):
            yield _Recorded(iri, articles[iri]).extraction()


class _Recorded:
    """The nodes of one article by their names."""

    def __init__(self, iri: str, nodes: dict[str, Facts]) -> None:
        self.iri = iri
        self.nodes = nodes
        self.mentions = {
            name: Mention(_int(facts, NIF.beginIndex), _int(facts, NIF.endIndex), _text(facts, NIF.anchorOf))
            for name, facts in nodes.items()
            if _is(facts, NIF.String) and str(NIF.beginIndex) in facts
        }

    def extraction(self) -> Extraction:
        """All that was read from the article."""
        article = self._article()
        of = self._of
        return Extraction(
            article=article,
            sentences=tuple(
                sorted(
                    (
                        Sentence(m.start, m.end)
                        for n, m in self.mentions.items()
                        if _is(self.nodes[n], NIF.Sentence)
                    ),
                    key=lambda sentence: sentence.start,
                )
            ),
            entities=tuple(self._entity(name, article.language) for name in of("entity")),
            times=tuple(self._time(name) for name in of("time")),
            events=tuple(self._event(name) for name in of("event")),
            not_extracted=tuple(self._skipped(name) for name in of("not-extracted")),
        )

    def _of(self, kind: str) -> list[str]:
        """Names of the nodes of a kind, in order of the text."""
        start = f"{self.iri}#{kind}-"
        return sorted((name for name in self.nodes if name.startswith(start)), key=_place)

    def _article(self) -> Article:
        facts = self.nodes[self.iri]
        published = _text(facts, SCHEMA.datePublished)
        return Article(
            id=_text(facts, SCHEMA.identifier),
            text=_text(facts, NIF.isString) or self._sparse_text(),
            title=_text(facts, SCHEMA.headline) or None,
            published=date.fromisoformat(published) if published else None,
            source=_text(facts, SCHEMA.publisher) or None,
            url=_text(facts, SCHEMA.url) or None,
            language=_text(facts, SCHEMA.inLanguage) or "und",
        )

    def _sparse_text(self) -> str:
        letters = [UNKNOWN] * max((mention.end for mention in self.mentions.values()), default=0)
        for mention in self.mentions.values():
            if len(mention.text) == mention.end - mention.start:
                letters[mention.start : mention.end] = mention.text
        return "".join(letters)

    def _entity(self, name: str, language: str) -> Entity:
        facts = self.nodes[name]
        kind = next((kind for kind in _KINDS if _is(facts, CLASSES[kind][0])), EntityKind.THING)
        labels = {tag: text for text, tag in facts.get(str(RDFS.label), {})}
        own = labels.pop(language, "") or next(iter(labels.values()), "")
        same = (
            value.removeprefix(str(WD)) for value in _values(facts, OWL.sameAs) if value.startswith(str(WD))
        )
        return Entity(
            key=name,
            kind=kind,
            name=own,
            mentions=self._mentions(facts, GAF.denotedBy),
            name_en=labels.get("en"),
            wikidata=next(same, None),
            confidence=_float(facts, HD.confidence),
            unnamed=_is(facts, HD.Unnamed),
        )

    def _time(self, name: str) -> TimeExpression:
        facts = self.nodes[name]
        value = re.sub(r"(T\d\d:\d\d):00$", r"\1", _text(facts, SEM.hasTimeStamp))
        return TimeExpression(
            key=name,
            mention=self._mentions(facts, GAF.denotedBy)[0],
            basis=Basis(_word(facts, HD.timeBasis)),
            value=value or None,
            begin=_day(facts, SEM.hasBeginTimeStamp),
            end=_day(facts, SEM.hasEndTimeStamp),
        )

    def _quantity(self, name: str) -> Quantity:
        facts = self.nodes[name]
        value = _text(facts, SCHEMA.value)
        return Quantity(
            mention=self._mentions(facts, HD.evidence)[0],
            value=None if not value else float(value) if "." in value else int(value),
            unit=_text(facts, SCHEMA.unitText) or None,
            exactness=Exactness(_word(facts, HD.exactness)),
            currency=_text(facts, SCHEMA.currency) or None,
            percent=_text(facts, SCHEMA.unitCode) == "P1",
        )

    def _event(self, name: str) -> Event:
        facts = self.nodes[name]
        mentions = self._mentions(facts, GAF.denotedBy)
        stands = _place(name)[:2]
        trigger = next(
            (mention for mention in mentions if (mention.start, mention.end) == stands), mentions[0]
        )

        names = {tag: text for text, tag in facts.get(str(RDFS.label), {}) if text != trigger.text}

        def part(predicate: URIRef) -> tuple[str, ...]:
            return tuple(sorted(_values(facts, predicate), key=_place))

        kind = _text(facts, SEM.eventType).removeprefix(str(HD))
        return Event(
            key=name,
            type=kind,
            lemma=_text(facts, HD.lemma),
            trigger=trigger,
            support=tuple(mention for mention in mentions if mention != trigger),
            agents=part(HD.agent),
            patients=part(HD.patient),
            recipients=part(HD.recipient),
            places=part(SEM.hasPlace),
            destinations=part(HD.destination),
            origins=part(HD.origin),
            instruments=part(HD.instrument),
            times=part(SEM.hasTime),
            quantities=tuple(map(self._quantity, part(HD.quantity))),
            negated=str(HD.Negative) in _values(facts, HD.polarity),
            modality=Modality(_word(facts, HD.modality) or "asserted"),
            said_by=part(HD.saidBy),
            contents=part(HD.content),
            purposes=part(HD.purpose),
            rule=_text(facts, HD.rule),
            confidence=_float(facts, HD.confidence) or 0.0,
            mode=_text(facts, HD.mode).removeprefix(f"{HD}{kind}-"),
            name_en=names.get("en"),
        )

    def _skipped(self, name: str) -> NotExtracted:
        facts = self.nodes[name]
        return NotExtracted(self._mentions(facts, HD.evidence)[0], _text(facts, HD.reason))

    def _mentions(self, facts: Facts, predicate: URIRef) -> tuple[Mention, ...]:
        found = (self.mentions[name] for name in _values(facts, predicate))
        return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


_KINDS = sorted(EntityKind, key=lambda kind: kind is EntityKind.PLACE)  # a facility is a place too


def _is(facts: Facts, kind: URIRef) -> bool:
    return (str(kind), "") in facts.get(str(RDF.type), {})


def _values(facts: Facts, predicate: URIRef) -> list[str]:
    return [value for value, _ in facts.get(str(predicate), {})]


def _text(facts: Facts, predicate: URIRef) -> str:
    return next(iter(_values(facts, predicate)), "")


def _word(facts: Facts, predicate: URIRef) -> str:
    """The value of an enumeration: ``hd:MoreThan`` is "more than"."""
    name = _text(facts, predicate).removeprefix(str(HD))
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _int(facts: Facts, predicate: URIRef) -> int:
    return int(_text(facts, predicate))


def _float(facts: Facts, predicate: URIRef) -> float | None:
    value = _text(facts, predicate)
    return float(value) if value else None


def _day(facts: Facts, predicate: URIRef) -> date | None:
    value = _text(facts, predicate)
    return date.fromisoformat(value) if value else None


def _place(name: str) -> tuple[int, int, int]:
    """Where a node stands, from its name: ``…#event-12-17.2`` is the second one at 12 to 17."""
    match = re.search(r"-(\d+)-(\d+)(?:\.(\d+))?$", name)
    return (int(match[1]), int(match[2]), int(match[3] or 1)) if match else (0, 0, 0)
