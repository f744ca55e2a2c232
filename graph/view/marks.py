"""Shapes and lines of still pictures: an entity by its kind, an event by its category and by how it stands in the text."""

from math import cos, pi, sin

from hadath.extract.records import EntityKind
from hadath.graph.view.story import Standing, StoryEvent
from hadath.graph.view.svg import Attributes, element, path
from hadath.graph.view.terms import page_terms

__all__ = ["DASHES", "DENIED", "INK", "LINE", "SOFT", "category_colour", "mark", "outline", "standing_box"]

INK, SOFT, LINE, DENIED = "#1b2733", "#4f5c69", "#7b8794", "#a3123f"
DASHES = {
    Standing.ASSERTED: "",
    Standing.CLAIMED: "9 5",
    Standing.PLANNED: "2 4",
    Standing.POSSIBLE: "2 4",
    Standing.DENIED: "",
}
_CORNERS = {  # of shapes as vis-network calls them: how many corners, turned by how much, how large
    "square": (4, pi / 4, 1.15),
    "diamond": (4, 0.0, 1.2),
    "triangle": (3, -pi / 2, 1.25),
    "triangleDown": (3, pi / 2, 1.25),
    "hexagon": (6, 0.0, 1.1),
    "star": (10, -pi / 2, 1.35),
}


def mark(kind: EntityKind, x: float, y: float, radius: float) -> str:
    """The shape of an entity."""
    term = page_terms()["entity", kind.value]
    if term.shape not in _CORNERS:
        return element("circle", {"cx": x, "cy": y, "r": radius, "fill": term.colour})
    count, turn, size = _CORNERS[term.shape]
    points = []
    for number in range(count):
        angle, reach = turn + 2 * pi * number / count, radius * size
        if term.shape == "star" and number % 2:
            reach *= 0.45
        points.append((x + reach * cos(angle), y + reach * sin(angle)))
    return element("path", {"d": path(points, closed=True), "fill": term.colour})


def outline(event: StoryEvent, x: float, y: float, box: tuple[float, float]) -> str:
    """The box of an event: filled by its category, its border as it stands, struck through when denied."""
    return _boxed(x, y, box, category_colour(event.type), event.standing, claimed=bool(event.speakers))


def standing_box(standing: Standing, x: float, y: float, box: tuple[float, float]) -> str:
    """The empty box that stands for a standing in the legend."""
    return _boxed(x, y, box, "#fff", standing, claimed=standing is Standing.CLAIMED)


def category_colour(event_type: str) -> str:
    """The colour of the category that an event type belongs to."""
    terms = page_terms()
    return terms["category", terms.get(("event", event_type), terms["event", "OTHER"]).shape].colour


def _boxed(
    x: float, y: float, box: tuple[float, float], fill: str, standing: Standing, *, claimed: bool
) -> str:
    wide, high = box
    denied, real = standing is Standing.DENIED, standing in (Standing.ASSERTED, Standing.CLAIMED)
    border: Attributes = {"stroke": DENIED if denied else INK}
    border["stroke-width"] = 1 if standing is Standing.ASSERTED else 1.8
    dashes = "9 3 2 3" if claimed and not real and not denied else "9 5" if claimed else DASHES[standing]
    if dashes:
        border["stroke-dasharray"] = dashes
    at = {"x": x - wide / 2, "y": y - high / 2, "width": wide, "height": high, "rx": 6}
    strike = path([(x - wide / 2 - 5, y + high / 2 + 3), (x + wide / 2 + 5, y - high / 2 - 3)])
    struck = element("path", {"d": strike, "stroke": DENIED, "stroke-width": 1.8}) if denied else ""
    return element("rect", {**at, "fill": fill, **border}) + struck
