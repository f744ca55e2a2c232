"""What joining needs to know of an article: its entities, its events, and what it is about.

A profile is read from the article's named graph alone, so that joining is a function of the articles, not of their order.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

import pyoxigraph as ox

from hadath.graph.joining.entities import Entity, main_country, read_entities
from hadath.graph.joining.reports import Report, read_report
from hadath.graph.joining.stems import stems
from hadath.graph.joining.values import Facts, day, read_values, value_of
from hadath.ontology.namespace import SCHEMA, SEM

__all__ = ["Profile", "read_profile"]


@dataclass(frozen=True, slots=True)
class Profile:
    """What joining knows of one article.

    ``published`` is None where the article bears no date; ``reports`` are by event type; ``weights`` say what the article is
    about, ``weight`` is their sum.
    """

    article: str
    published: date | None
    entities: tuple[Entity, ...]
    reports: Mapping[str, tuple[Report, ...]]
    weights: Mapping[str, int]
    weight: int

    def nodes(self) -> Iterator[str]:
        """The nodes of its events."""
        return (report.node for reports in self.reports.values() for report in reports)


def read_profile(store: ox.Store, article: str) -> Profile:
    """Read what joining needs from an article's named graph."""
    values = read_values(store, article)
    published = day(value_of(values.get(article, {}), SCHEMA.datePublished))
    country = main_country(values)
    entities = read_entities(values)
    by_node = {entity.node: entity for entity in entities}
    events = sorted(node for node, facts in values.items() if str(SEM.eventType) in facts)
    reports: dict[str, list[Report]] = {}
    for node in events:
        report = read_report(node, values, by_node, published, country)
        reports.setdefault(report.type, []).append(report)
    weights = _weights(values.get(article, {}), entities, chain.from_iterable(reports.values()))
    by_type = {kind: tuple(found) for kind, found in reports.items()}
    return Profile(article, published, entities, by_type, weights, sum(weights.values()))


def _weights(facts: Facts, entities: Iterable[Entity], reports: Iterable[Report]) -> dict[str, int]:
    """What the article is about: identities by how often they are named, event words, and words of the headline."""
    weights: Counter[str] = Counter()
    for entity in entities:
        if entity.key:
            weights[entity.key.text] += entity.mentions
    for report in reports:
        weights[f"{report.type} {report.lemma}"] += 1
    for headline in facts.get(str(SCHEMA.headline), ()):
        weights.update({f"~{word}": 2 for word in stems(headline.rsplit("@", 1)[0])})
    return dict(weights)
