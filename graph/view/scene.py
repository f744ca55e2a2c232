"""The drawings that the page opens with, laid out here so that they stand still at once: nodes and edges for pyvis."""

from collections.abc import Iterable
from typing import Any

import networkx as nx
from pyvis.edge import Edge
from pyvis.node import Node

from hadath.graph.view.data import Facts
from hadath.graph.view.layout import positions
from hadath.graph.view.overview import foremost, foremost_relations
from hadath.graph.view.story import Role, Standing, Story, StoryEntity, StoryEvent
from hadath.graph.view.terms import page_terms
from hadath.graph.view.text import short_label, wrapped

__all__ = ["arrow", "drawn_edges", "drawn_nodes", "scenes"]

Places = dict[int, tuple[int, int]]


def scenes(story: Story) -> dict[str, Places]:
    """Where the nodes of the first drawings stand: of events with their participants, and of relations alone."""
    shown = set(foremost(story))
    arrows = [arrow(role) for role in story.roles if {role.event, role.other} <= shown]
    actors = set(foremost_relations(story))
    steps = [(r.subject, r.object) for r in story.relations if {r.subject, r.object} <= actors]
    return {"events": _places(story, shown, arrows), "relations": _places(story, actors, steps)}


def drawn_nodes(story: Story, places: Places) -> list[Facts]:
    """Nodes for vis-network, each of a group that the page's theme knows how to draw."""
    labels = _labels(story)
    found = []
    for node in (*story.entities, *story.events):
        if node.number in places:
            x, y = places[node.number]
            options: Facts = Node(node.number, _shape(node), labels[node.number], x=x, y=y).options
            found.append(options)
    return sorted(found, key=lambda options: int(options["id"]))


def drawn_edges(story: Story, places: Places) -> list[Facts]:
    """Edges for vis-network, numbered as the story's roles are."""
    return [
        Edge(*arrow(role), directed=True, id=number, label=page_terms()["role", role.name].ar).options
        for number, role in enumerate(story.roles)
        if role.event in places and role.other in places
    ]


def arrow(role: Role) -> tuple[int, int]:
    """An arrow reads the way of the deed: agent or source, event, whom or what it meets."""
    return (role.other, role.event) if role.name in ("agent", "origin") else (role.event, role.other)


def _places(story: Story, shown: set[int], arrows: Iterable[tuple[int, int]]) -> Places:
    network: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    network.add_nodes_from(sorted(shown))
    network.add_edges_from(arrows)
    events = {event.number for event in story.events}
    labels = _labels(story)
    return positions(network, {number: _size(labels[number], boxed=number in events) for number in shown})


def _shape(node: StoryEntity | StoryEvent) -> str:
    return "box" if isinstance(node, StoryEvent) else page_terms()["entity", node.kind.value].shape


def _labels(story: Story) -> dict[int, str]:
    labels = {entity.number: wrapped(short_label(entity.name)) for entity in story.entities}
    return labels | {event.number: _event_label(event) for event in story.events}


def _event_label(event: StoryEvent) -> str:
    """The event word, its first number below it, and a cross before it when it is denied."""
    cross = "✗ " if event.standing is Standing.DENIED else ""
    lines = [cross + short_label(event.name)]
    lines += [short_label(quantity.mention.text) for quantity in event.quantities[:1]]
    return "\n".join(map(wrapped, lines))


def _size(label: str, *, boxed: bool) -> tuple[float, float]:
    """About how many pixels a node covers with its label."""
    lines = label.split("\n")
    width = 8.8 * max(map(len, lines)) + 16
    return (width, 18.0 + 20 * len(lines)) if boxed else (max(width, 40.0), 44.0 + 20 * len(lines))
