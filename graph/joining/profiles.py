"""What joining needs to know of an article: its entities with their keys, its events with the identities in their roles.

A profile is read from the article's named graph alone, so that joining is a function of the articles, not of their order.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain

import pyoxigraph as ox
from rdflib import OWL, RDF, RDFS

from hadath.extract.gazetteer import entry, nationality
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold
from hadath.graph.joining.names import Key, entity_key
from hadath.graph.terms import CLASSES
from hadath.ontology.namespace import GAF, HD, NIF, SCHEMA, SEM, WD

__all__ = ["Entity", "Profile", "Report", "read_profile", "stem"]

_ROLES = {
    str(HD.agent): "agent",
    str(HD.patient): "patient",
    str(SEM.hasPlace): "hasPlace",
}
_KINDS = {str(classes[0]): kind for kind, classes in CLASSES.items()}
_WORD = re.compile(r"\w+")
_PREFIX = re.compile("^(?:[وف]?(?:بال|كال|لل|ال)|[وف](?=...))")
_SUFFIX = re.compile("(?:ها|هم|هن|ات|ون|ين|ان|يه|ه|ي|ا)$")
_NEAR = 4
_RECENT = timedelta(days=30)
_SOFT = re.compile("[اويهةءىؤئ]")


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of one article. ``key`` is None where nothing tells it from others of its kind."""

    node: str
    kind: EntityKind
    name: str
    mentions: int
    key: Key | None


@dataclass(frozen=True, slots=True)
class Report:
    """An event as one article reports it.

    ``keys`` are the identities in each role, ``words`` the stems of their names, ``countries`` what these are or belong to.
    ``first`` and ``last`` are the days its own times leave open (None: the article does not date it), ``past`` whether that
    is long before the article. ``context`` are the stems of its sentence, ``near`` those beside the event word, ``content``
    those of what is said or asked for.
    """

    node: str
    type: str
    lemma: str
    keys: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    countries: Mapping[str, frozenset[str]]
    first: date | None
    last: date | None
    past: bool
    numbers: frozenset[str]
    context: frozenset[str]
    near: frozenset[str]
    content: frozenset[str]
    modality: str


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


Values = dict[str, dict[str, list[str]]]
"""The objects of an article's graph by subject and predicate."""


def read_profile(store: ox.Store, article: str) -> Profile:
    """Read what joining needs from an article's named graph."""
    values: Values = {}
    for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(article)):
        obj = quad.object
        text = f"{obj.value}@{obj.language}" if isinstance(obj, ox.Literal) and obj.language else obj.value
        values.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(text)
    published = _day(_first(values.get(article, {}), SCHEMA.datePublished))
    nodes = _entity_nodes(values)
    country = _main_country(nodes, values)
    entities = tuple(_entity(node, kind, values, country) for node, kind in sorted(nodes.items()))
    by_node = {entity.node: entity for entity in entities}
    events = sorted(node for node, facts in values.items() if str(SEM.eventType) in facts)
    reports: dict[str, list[Report]] = {}
    for node in events:
        report = _report(node, values, by_node, published, country)
        reports.setdefault(report.type, []).append(report)
    weights = _weights(values.get(article, {}), entities, chain.from_iterable(reports.values()))
    by_type = {kind: tuple(found) for kind, found in reports.items()}
    return Profile(article, published, entities, by_type, weights, sum(weights.values()))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without article, conjunction, endings and long vowels: «الهجوم», «هاجم» → «هجم»."""
    bare = _PREFIX.sub("", fold(word))
    if len(bare) > 4:
        bare = _SUFFIX.sub("", bare)
    if len(bare) > 3 and bare[0] in "تم" and len(_SOFT.sub("", bare)) > 3:
        bare = bare[1:]
    return _SOFT.sub("", bare) or bare


def _entity_nodes(values: Values) -> dict[str, EntityKind]:
    found: dict[str, EntityKind] = {}
    for node, facts in values.items():
        if "#entity-" in node:
            kinds = [_KINDS[kind] for kind in facts.get(str(RDF.type), ()) if kind in _KINDS]
            specific = [kind for kind in kinds if kind is not EntityKind.PLACE] or kinds
            found[node] = EntityKind.FACILITY if str(HD.Facility) in facts[str(RDF.type)] else specific[0]
    return found


def _main_country(nodes: Iterable[str], values: Values) -> str | None:
    """The code of the country that most mentions belong to: of itself, its places and bodies; None when there is none, or two."""
    counts: Counter[str] = Counter()
    for node in nodes:
        code = _belongs_to(values[node])
        if code:
            counts[code] += len(values[node].get(str(GAF.denotedBy), ()))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _belongs_to(facts: Mapping[str, list[str]]) -> str | None:
    known = entry(_link(facts) or "")
    if known:
        return known.country
    names = min(facts.get(str(RDFS.label), ()), key=lambda label: label.endswith("@en"), default="")
    nations = (nationality(word) for word in names.rpartition("@")[0].split())
    return next((nation.country for nation in nations if nation), None)


def _entity(node: str, kind: EntityKind, values: Values, country: str | None) -> Entity:
    facts = values[node]
    labels = sorted(facts.get(str(RDFS.label), ()), key=lambda label: label.endswith("@en"))
    name = labels[0].rsplit("@", 1)[0] if labels else ""
    named = any(label.endswith("@en") for label in labels)
    key = entity_key(kind, name, wikidata=_link(facts), named=named, country=country)
    return Entity(node, kind, name, len(facts.get(str(GAF.denotedBy), ())), key)


def _link(facts: Mapping[str, list[str]]) -> str | None:
    return next(
        (
            same.removeprefix(str(WD))
            for same in sorted(facts.get(str(OWL.sameAs), ()))
            if same.startswith(str(WD))
        ),
        None,
    )


def _report(
    node: str,
    values: Values,
    entities: Mapping[str, Entity],
    published: date | None,
    country: str | None,
) -> Report:
    facts = values[node]
    fillers = {
        role: [entities[filler] for filler in facts.get(predicate, ()) if filler in entities]
        for predicate, role in _ROLES.items()
    }
    first, last = _interval(facts, values)
    trigger = min(facts.get(str(GAF.denotedBy), [""]), key=_offset)
    sentence = _first(values.get(trigger, {}), NIF.sentence) or ""
    text = _first(values.get(sentence, {}), NIF.anchorOf) or ""
    at, at_end = _offset(trigger), int(trigger.rpartition(",")[2])
    return Report(
        node=node,
        type=_local(_first(facts, SEM.eventType)),
        lemma=stem(_first(facts, HD.lemma) or ""),
        keys={
            role: frozenset(e.key.text for e in found if e.key) for role, found in fillers.items() if found
        },
        words={
            role: frozenset(w for e in found for w in _stems(e.name))
            for role, found in fillers.items()
            if found
        },
        countries=_countries(fillers, country),
        first=first,
        last=last,
        past=bool(last and published and published - last > _RECENT),
        numbers=frozenset(
            number
            for q in facts.get(str(HD.quantity), ())
            for number in values.get(q, {}).get(str(SCHEMA.value), ())
        ),
        context=_stems(text),
        near=_stems(_around(text, at - _offset(sentence), at_end - _offset(sentence))),
        content=frozenset(
            word for event in facts.get(str(HD.content), ()) for word in _told(values.get(event, {}), values)
        ),
        modality=_local(_first(facts, HD.modality)),
    )


def _countries(fillers: Mapping[str, list[Entity]], country: str | None) -> dict[str, frozenset[str]]:
    """The countries in each role; what names no participant and no place happens where its article is mostly about."""
    if country and not any(fillers.values()):
        return {"hasPlace": frozenset({country})}
    return {
        role: frozenset(code for e in found if e.key and (code := _country(e.key.text)))
        for role, found in fillers.items()
    }


def _country(key: str) -> str | None:
    """The code of the country that the bearer of a key is or belongs to, as far as the key tells."""
    last = key.rpartition(" ")[2]
    if len(last) == 2 and last.isupper():
        return last
    known = entry(last)
    return known.country if known else None


def _interval(facts: Mapping[str, list[str]], values: Values) -> tuple[date | None, date | None]:
    """The days on which all the event's dated times may lie together; the narrowest where they contradict."""
    spans = []
    for time in facts.get(str(SEM.hasTime), ()):
        begin = _day(_first(values.get(time, {}), SEM.hasBeginTimeStamp))
        end = _day(_first(values.get(time, {}), SEM.hasEndTimeStamp))
        if begin and end:
            spans.append((end - begin, begin, end))
    return min(spans)[1:] if spans else (None, None)


def _weights(
    facts: Mapping[str, list[str]], entities: Iterable[Entity], reports: Iterable[Report]
) -> dict[str, int]:
    """What the article is about: identities by how often they are named, event words, and words of the headline."""
    weights: Counter[str] = Counter()
    for entity in entities:
        if entity.key:
            weights[entity.key.text] += entity.mentions
    for report in reports:
        weights[f"{report.type} {report.lemma}"] += 1
    for headline in facts.get(str(SCHEMA.headline), ()):
        weights.update({f"~{word}": 2 for word in _stems(headline.rsplit("@", 1)[0])})
    return dict(weights)


def _stems(text: str) -> frozenset[str]:
    return frozenset(filter(None, (stem(word) for word in _WORD.findall(fold(text)) if len(word) > 2)))


def _told(facts: Mapping[str, list[str]], values: Values) -> frozenset[str]:
    """The event word and the names in the roles of what is said or asked for."""
    names = [
        label.rpartition("@")[0]
        for predicate in (HD.agent, HD.patient)
        for filler in facts.get(str(predicate), ())
        for label in values.get(filler, {}).get(str(RDFS.label), ())
        if not label.endswith("@en")
    ]
    return frozenset(
        {stem(_first(facts, HD.lemma) or ""), *(word for name in names for word in _stems(name))}
    )


def _around(text: str, begin: int, end: int) -> str:
    """The words beside a stretch of a sentence, on both sides."""
    return " ".join([*text[:begin].split()[-_NEAR:], *text[end:].split()[:_NEAR]])


def _first(facts: Mapping[str, list[str]], predicate: object) -> str | None:
    return min(facts.get(str(predicate), ()), default=None)


def _local(iri: str | None) -> str:
    return iri.rsplit("/", 1)[-1] if iri else ""


def _offset(mention: str) -> int:
    return int(mention.rpartition("=")[2].partition(",")[0] or 0)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
