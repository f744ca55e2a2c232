"""The arrows of still pictures: which there are, and how they run from node to node with their names."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import hypot, inf

from hadath.graph.view.marks import DASHES, DENIED, LINE, SOFT
from hadath.graph.view.scene import Places, arrow
from hadath.graph.view.story import Standing, Story, StoryEntity, StoryEvent
from hadath.graph.view.svg import Attributes, element, path, text_line
from hadath.graph.view.terms import name_in, spoken
from hadath.graph.view.text import short_label

__all__ = ["Line", "drawn_lines", "story_lines"]

_APART = 34.0  # pixels between two lines that join the same nodes
_RADIUS = 24.0  # that of the largest mark and some air
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """An arrow between two nodes with its name, drawn as the event stands that it belongs to."""

    start: int
    end: int
    name: str
    standing: Standing
    headed: bool = True


def story_lines(story: Story, shown: Places, way: str, language: str) -> Iterator[Line]:
    """The arrows between nodes that are drawn: relations, or roles in events."""
    return _relations(story, shown, language) if way == "relations" else _roles(story, shown, language)


def _roles(story: Story, shown: Places, language: str) -> Iterator[Line]:
    standings = {event.number: event.standing for event in story.events}
    for role in story.roles:
        if role.event in shown and role.other in shown:
            name = spoken("role", role.name, language)
            yield Line(*arrow(role), name, standings[role.event], headed=role.name != "said_by")


def _relations(story: Story, shown: Places, language: str) -> Iterator[Line]:
    """Relations of the same name and standing between the same two are one line."""
    events = {event.number: event for event in story.events}
    found: Counter[Line] = Counter()
    for relation in story.relations:
        if relation.subject in shown and relation.object in shown:
            event = events[relation.event]
            if relation.predicate:
                name = spoken("predicate", relation.predicate, language)
            else:
                name = short_label(name_in(language, event), width=24)
            found[Line(relation.subject, relation.object, name, event.standing)] += 1
    for line, count in found.items():
        name = f"{line.name} ×{count}" if count > 1 else line.name
        yield Line(line.start, line.end, name, line.standing)


def drawn_lines(
    lines: list[Line],
    places: Places,
    nodes: Mapping[int, StoryEntity | StoryEvent],
    boxes: Mapping[int, Point],
    language: str,
) -> Iterator[str]:
    """First all lines, then all their names, so that no line crosses a name. Lines that join the same two bend apart."""
    beside = Counter(frozenset((line.start, line.end)) for line in lines)
    drawn: Counter[frozenset[int]] = Counter()
    names = []
    for line in lines:
        pair = frozenset((line.start, line.end))
        bend = (drawn[pair] - (beside[pair] - 1) / 2) * _APART * (1 if line.start < line.end else -1)
        drawn[pair] += 1
        (x0, y0), (x1, y1) = places[line.start], places[line.end]
        length = hypot(x1 - x0, y1 - y0) or 1.0
        middle = ((x0 + x1) / 2 - (y1 - y0) / length * bend, (y0 + y1) / 2 + (x1 - x0) / length * bend)
        start = _edge(places[line.start], middle, nodes[line.start], boxes[line.start])
        end = _edge(places[line.end], middle, nodes[line.end], boxes[line.end])
        control = (2 * middle[0] - (x0 + x1) / 2, 2 * middle[1] - (y0 + y1) / 2)
        yield _stroke(line, start, control if bend else middle, end)
        at: Attributes = {
            "x": middle[0],
            "y": middle[1] + 4,
            "font-size": 13,
            "fill": SOFT,
            "text-anchor": "middle",
        }
        halo: Attributes = {
            "stroke": "#fff",
            "stroke-width": 4,
            "paint-order": "stroke",
            "stroke-linejoin": "round",
        }
        names.append(text_line(line.name, {**at, **halo}, language=language))
        if line.standing is Standing.DENIED:
            strike = path([(middle[0] - 14, middle[1] + 8), (middle[0] + 14, middle[1] - 8)])
            names.append(element("path", {"d": strike, "stroke": DENIED, "stroke-width": 2}))
    yield from names


def _stroke(line: Line, start: Point, control: Point, end: Point) -> str:
    colour = DENIED if line.standing is Standing.DENIED else LINE
    curve = f"M{start[0]:.1f} {start[1]:.1f}Q{control[0]:.1f} {control[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    dashes: Attributes = {"stroke-dasharray": DASHES[line.standing]} if DASHES[line.standing] else {}
    drawn = element("path", {"d": curve, "fill": "none", "stroke": colour, "stroke-width": 1.3, **dashes})
    return drawn + (_head(control, end, colour) if line.headed else "")


def _head(before: Point, tip: Point, colour: str) -> str:
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    length = hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    corners = [
        tip,
        (tip[0] - 9 * ux - 4 * uy, tip[1] - 9 * uy + 4 * ux),
        (tip[0] - 9 * ux + 4 * uy, tip[1] - 9 * uy - 4 * ux),
    ]
    return element("path", {"d": path(corners, closed=True), "fill": colour})


def _edge(
    place: Point,
    towards: Point,
    node: StoryEntity | StoryEvent,
    box: Point,
) -> Point:
    """Where a line from the middle of a node leaves it, or the label below it."""
    dx, dy = towards[0] - place[0], towards[1] - place[1]
    length = hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    sideways = box[0] / 2 / abs(ux) if ux else inf
    if isinstance(node, StoryEvent):
        away = min(sideways, box[1] / 2 / abs(uy) if uy else inf) + 2
    else:
        through_label = uy > 0 and abs(ux) * _RADIUS / uy < box[0] / 2
        away = max(_RADIUS, min(sideways, (box[1] / 2 + 8) / uy)) if through_label else _RADIUS
    away = min(away, length * 0.8)
    return place[0] + ux * away, place[1] + uy * away
