"""The drawings that the page opens with, laid out here so that they stand still at once: nodes and edges for pyvis."""

from collections.abc import Mapping, Sequence

from pyvis.edge import Edge
from pyvis.node import Node

from hadath.graph.view.data import Facts
from hadath.graph.view.layout import positions
from hadath.graph.view.overview import foremost, foremost_relations
from hadath.graph.view.story import Role, Standing, Story, StoryEntity, StoryEvent
from hadath.graph.view.terms import name_in, page_terms
from hadath.graph.view.text import short_label, wrapped

__all__ = ["Places", "arrow", "drawn_edges", "drawn_nodes", "opening", "scenes"]

Places = dict[int, tuple[int, int]]


def scenes(story: Story, language: str = "ar") -> dict[str, Places]:
    """Where the nodes of the first drawings stand, called in a language: of relations alone, and of events with their participants."""
    actors = set(foremost_relations(story))
    steps = [(r.subject, r.object) for r in story.relations if {r.subject, r.object} <= actors]
    shown = set(foremost(story))
    arrows = [arrow(role) for role in story.roles if {role.event, role.other} <= shown]
    return {
        "relations": _places(story, language, actors, steps, edge=150, room=56),
        "events": _places(story, language, shown, arrows, edge=85, room=26),
    }


def opening(places: Mapping[str, Places]) -> str:
    """The scene that the page opens with: who does what to whom, unless that is too little to tell a story."""
    return "relations" if len(places["relations"]) > 3 or not places["events"] else "events"


def drawn_nodes(story: Story, places: Places) -> list[Facts]:
    """Nodes as pyvis gives them to vis-network; the page's theme adds colours."""
    labels = _labels(story, "ar")
    found = []
    nodes: tuple[StoryEntity | StoryEvent, ...] = (*story.entities, *story.events)
    for node in nodes:
        if node.number in places:
            x, y = places[node.number]
            options: Facts = Node(node.number, _shape(node), labels[node.number], x=x, y=y).options
            found.append(options)
    return sorted(found, key=lambda options: int(options["id"]))


def drawn_edges(story: Story, places: Places, way: str) -> list[Facts]:
    """Edges as pyvis gives them to vis-network, with the numbers of the story's relations or roles."""
    steps = [(relation.subject, relation.object) for relation in story.relations]
    ends = steps if way == "relations" else list(map(arrow, story.roles))
    return [
        Edge(start, end, directed=True, id=number).options
        for number, (start, end) in enumerate(ends)
        if start in places and end in places
    ]


def arrow(role: Role) -> tuple[int, int]:
    """An arrow reads the way of the deed: agent or source, event, whom or what it meets."""
    return (role.other, role.event) if role.name in ("agent", "origin") else (role.event, role.other)


def _places(
    story: Story,
    language: str,
    shown: set[int],
    arrows: Sequence[tuple[int, int]],
    *,
    edge: float,
    room: float,
) -> Places:
    """Places of nodes; an entity stands above the middle of its place, for its label hangs below it."""
    events = {event.number for event in story.events}
    labels = _labels(story, language)
    sizes = {number: _size(labels[number], boxed=number in events) for number in shown}
    found = positions(sorted(shown), arrows, sizes, edge=edge, room=room)
    return {
        number: (x, y if number in events else y - round(sizes[number][1] / 2 - 18))
        for number, (x, y) in found.items()
    }


def _shape(node: StoryEntity | StoryEvent) -> str:
    return "box" if isinstance(node, StoryEvent) else page_terms()["entity", node.kind.value].shape


def _labels(story: Story, language: str) -> dict[int, str]:
    labels = {entity.number: wrapped(short_label(name_in(language, entity))) for entity in story.entities}
    return labels | {event.number: _event_label(event, language) for event in story.events}


def _event_label(event: StoryEvent, language: str) -> str:
    """What the event is called, its first number below it, and a cross before it when it is denied."""
    cross = "✗ " if event.standing is Standing.DENIED else ""
    lines = [cross + short_label(name_in(language, event))]
    lines += [short_label(quantity.mention.text) for quantity in event.quantities[:1]]
    return "\n".join(map(wrapped, lines))


def _size(label: str, *, boxed: bool) -> tuple[float, float]:
    """About how many pixels a node covers with its label."""
    lines = label.split("\n")
    width = 7.6 * max(map(len, lines)) + 16
    return (width, 18.0 + 20 * len(lines)) if boxed else (max(width, 40.0), 38.0 + 20 * len(lines))
