"""All that the page tells: nodes and edges to be drawn, and what a click on each of them shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from re import fullmatch
from typing import Any

import networkx as nx
from pyvis.edge import Edge
from pyvis.node import Node

from hadath.extract.records import Entity, Event, Extraction, Mention
from hadath.graph.page_layout import positions
from hadath.graph.page_style import entity_look, event_look, role_look
from hadath.graph.page_text import CutText, short_label, visible, wrapped

__all__ = ["Story", "headline"]

_SLOTS = {
    "agent": "agents",
    "patient": "patients",
    "recipient": "recipients",
    "place": "places",
    "instrument": "instruments",
    "content": "contents",
}
Facts = dict[str, Any]  # what becomes a JSON object


def headline(extraction: Extraction) -> str:
    """The article's title, or its first line."""
    article = extraction.article
    return visible(article.title or article.text.strip().partition("\n")[0][:120] or article.id)


@dataclass(slots=True)
class Story:
    """Nodes are numbered in order of appearance: no text of an article becomes an identifier."""

    articles: list[Facts] = field(default_factory=list)
    nodes: list[Facts] = field(default_factory=list)
    edges: list[Facts] = field(default_factory=list)
    _records: list[Entity | Event] = field(default_factory=list)
    _linked: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, extractions: Iterable[Extraction]) -> "Story":
        """The story of some articles; entities linked to one Wikidata item are one node."""
        story = cls()
        for extraction in extractions:
            story.add(extraction)
        return story

    def add(self, extraction: Extraction) -> None:
        """Add one article: its text, its entities, its events and who plays which part in them."""
        cut, place = CutText(extraction), len(self.articles)
        self.articles.append(_article(extraction, cut))
        entities = {entity.key: self._add_entity(entity, cut, place) for entity in extraction.entities}
        events = {event.key: self._add_event(event, extraction, cut, place) for event in extraction.events}
        mentions = {("entity", entity.key): entity.mentions for entity in extraction.entities}
        mentions |= {("event", event.key): (event.trigger,) for event in extraction.events}
        for event in extraction.events:
            for role, key in _parts(event, extraction.events):
                group, ends = ("event", events) if role == "content" else ("entity", entities)
                if key in ends:
                    pair = [event.trigger, *_nearest(event.trigger, mentions[group, key])]
                    self._add_edge(role, events[event.key], ends[key], _located(cut.evidence(pair), place))

    def _add_entity(self, entity: Entity, cut: CutText, place: int) -> int:
        evidence = _located(cut.evidence(entity.mentions), place)
        known = self._linked.get(entity.wikidata or "")
        if known is not None:
            self.nodes[known]["evidence"] += evidence
            return known
        number = self._add_node(entity, _entity(entity) | {"evidence": evidence})
        if entity.wikidata:
            self._linked[entity.wikidata] = number
        return number

    def _add_event(self, event: Event, extraction: Extraction, cut: CutText, place: int) -> int:
        times = [time for time in extraction.times if time.key in event.times]
        stretches = [event.trigger, *(q.mention for q in event.quantities), *(t.mention for t in times)]
        facts = _event(event) | {"evidence": _located(cut.evidence(stretches), place)}
        facts["times"] = [[visible(t.mention.text), t.value or "", t.basis.value] for t in times]
        return self._add_node(event, facts)

    def _add_node(self, record: Entity | Event, facts: Facts) -> int:
        self.nodes.append(facts)
        self._records.append(record)
        return len(self.nodes) - 1

    def _add_edge(self, role: str, event: int, other: int, evidence: list[Facts]) -> None:
        """An arrow that reads the way of the deed: agent, event, whom or what it meets."""
        start, end = (other, event) if role == "agent" else (event, other)
        edge = {"from": start, "to": end, "role": role, "event": event, "other": other, "evidence": evidence}
        self.edges.append(edge)

    def told(self) -> Facts:
        """What the page's script shows beside the drawing."""
        places = self._own_places() if len(self.articles) > 1 else [{} for _ in self.articles]
        articles = [article | {"places": own} for article, own in zip(self.articles, places, strict=True)]
        return {"articles": articles, "nodes": self.nodes, "edges": self.edges}

    def drawn_nodes(self) -> list[Facts]:
        """Nodes as vis-network draws them: all events, and the entities that take part in one."""
        network = _network(self.nodes, self.edges)
        places = self._places(network)
        return [self._drawn(number, places[number], network.degree(number)) for number in sorted(network)]

    def _drawn(self, number: int, place: tuple[int, int], degree: int) -> Facts:
        record, label = self._records[number], _label(self.nodes[number])
        look = event_look(record) if isinstance(record, Event) else entity_look(record, degree=degree)
        options: Facts = Node(number, look.pop("shape"), label, x=place[0], y=place[1], **look).options
        return options

    def _places(self, network: Any) -> dict[int, tuple[int, int]]:
        labels = {number: _label(self.nodes[number]) for number in network}
        return positions(network, {n: _size(label, self.nodes[n]["group"]) for n, label in labels.items()})

    def _own_places(self) -> list[dict[int, tuple[int, int]]]:
        """For each article where its nodes stand when it is looked at alone."""
        networks = [nx.MultiDiGraph() for _ in self.articles]
        for number, node in enumerate(self.nodes):
            if node["group"] == "event":
                networks[node["evidence"][0]["article"]].add_node(number)
        for edge in self.edges:
            networks[edge["evidence"][0]["article"]].add_edge(edge["from"], edge["to"])
        return [self._places(network) for network in networks]

    def drawn_edges(self) -> list[Facts]:
        """Edges as vis-network draws them."""
        return [
            Edge(edge["from"], edge["to"], directed=True, id=number, **role_look(edge["role"])).options
            for number, edge in enumerate(self.edges)
        ]


def _network(nodes: Sequence[Facts], edges: Sequence[Facts]) -> Any:
    """All events, and whoever takes part in one."""
    network = nx.MultiDiGraph()
    network.add_nodes_from(number for number, node in enumerate(nodes) if node["group"] == "event")
    network.add_edges_from((edge["from"], edge["to"]) for edge in edges)
    return network


def _article(extraction: Extraction, cut: CutText) -> Facts:
    article = extraction.article
    published = article.published.isoformat() if article.published else ""
    source = visible(article.source or "")
    return {"title": headline(extraction), "source": source, "published": published, "pieces": cut.pieces()}


def _entity(entity: Entity) -> Facts:
    return {
        "group": "entity",
        "kind": entity.kind.value,
        "name": visible(entity.name),
        "en": visible(entity.name_en or ""),
        "wikidata": _item(entity.wikidata),
        "sure": entity.confidence,
    }


def _event(event: Event) -> Facts:
    return {
        "group": "event",
        "kind": visible(event.type),
        "name": visible(event.trigger.text),
        "lemma": visible(event.lemma),
        "negated": event.negated,
        "modality": event.modality.value,
        "claimed": bool(event.said_by),
        "rule": visible(event.rule),
        "sure": event.confidence,
        "numbers": [[visible(q.mention.text), _amount(q.value), q.currency or ""] for q in event.quantities],
    }


def _item(wikidata: str | None) -> str:
    """A Wikidata item's number, and nothing else: it becomes part of a link."""
    return wikidata if wikidata and fullmatch("Q[1-9][0-9]*", wikidata, 0) else ""


def _amount(value: int | float | None) -> str:
    return "" if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)


def _parts(event: Event, events: Sequence[Event]) -> list[tuple[str, str]]:
    """Who and what fills which role; a speaker who is drawn through the saying event is not drawn twice."""
    parts = [(role, key) for role, slot in _SLOTS.items() for key in getattr(event, slot)]
    told = {agent for other in events if event.key in other.contents for agent in other.agents}
    return list(dict.fromkeys(parts + [("said_by", key) for key in event.said_by if key not in told]))


def _nearest(trigger: Mention, mentions: Sequence[Mention]) -> list[Mention]:
    """The mention that most likely fills the role."""
    return sorted(mentions, key=lambda mention: abs(mention.start - trigger.start))[:1]


def _located(evidence: list[Facts], place: int) -> list[Facts]:
    return [{"article": place, **item} for item in evidence]


def _label(node: Facts) -> str:
    """The name; for an event its first number below it, and a cross before it when it is denied."""
    name = short_label(node["name"])
    if node["group"] == "entity":
        return wrapped(name)
    lines = [("✗ " if node["negated"] else "") + name, *(short_label(n[0]) for n in node["numbers"][:1])]
    return "\n".join(map(wrapped, lines))


def _size(label: str, group: str) -> tuple[float, float]:
    """About how many pixels a node covers with its label."""
    lines = label.split("\n")
    width = 8.8 * max(map(len, lines)) + 16
    return (width, 18.0 + 20 * len(lines)) if group == "event" else (max(width, 40.0), 44.0 + 20 * len(lines))
