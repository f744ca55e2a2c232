"""A still picture of a story for papers and slides: SVG, and PNG by way of resvg, which shapes Arabic as browsers do."""

from collections import Counter
from math import log2

from hadath.graph.errors import MissingLibrary
from hadath.graph.view.arrows import Line, drawn_lines, story_lines
from hadath.graph.view.fonts import FAMILY, FONT_FILE, font_face
from hadath.graph.view.legend import legend
from hadath.graph.view.marks import INK, mark, outline
from hadath.graph.view.scene import Places, opening, scenes
from hadath.graph.view.story import Standing, Story, StoryEntity, StoryEvent
from hadath.graph.view.svg import Attributes, element, escaped, text_line
from hadath.graph.view.terms import name_in, spoken
from hadath.graph.view.text import short_label, wrapped

__all__ = ["render_png", "render_svg"]

_MARGIN, _LEADING, _NARROWEST = 24.0, 20.0, 620.0
_SPREAD = 1.25  # how much wider than on the page, where one can zoom
Node = StoryEntity | StoryEvent


def render_svg(story: Story, *, language: str = "ar", way: str | None = None) -> str:
    """Draw who does what to whom (``way`` is ``relations``) or the events with their roles (``events``); without a choice
    what the page opens with.

    ``language`` (``ar`` or ``en``) is that of the names and of the legend.
    """
    places = scenes(story, language)
    way = way or opening(places)
    shown = {number: (round(x * _SPREAD), round(y * _SPREAD)) for number, (x, y) in places[way].items()}
    every: tuple[Node, ...] = (*story.entities, *story.events)
    nodes = {node.number: node for node in every if node.number in shown}
    lines = list(story_lines(story, shown, way, language))
    return _page(story, nodes, lines, shown, language)


def render_png(story: Story, *, language: str = "ar", way: str | None = None, scale: float = 2) -> bytes:
    """The same picture in pixels, ``scale`` to a unit of the SVG."""
    try:
        import resvg_py
    except ModuleNotFoundError:
        raise MissingLibrary(
            "PNG pictures need resvg-py: pip install 'hadath[pictures]', or take SVG"
        ) from None
    svg = render_svg(story, language=language, way=way)
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=scale,
            font_files=[str(FONT_FILE)],
            font_family=FAMILY,
            skip_system_fonts=True,
        )
    )


def _page(story: Story, nodes: dict[int, Node], lines: list[Line], places: Places, language: str) -> str:
    """The whole picture: heading, arrows, nodes over them, legend."""
    boxes = {number: _box(node, language) for number, node in nodes.items()}
    deeds = Counter(role.other for role in story.roles)
    left, top, right, bottom = _extent(places, boxes)
    title = short_label(story.title or spoken("word", "title", language), width=160)
    heading = wrapped(title, width=int((right - left) / 11)).split("\n")
    top -= 28 * len(heading)
    standings = {line.standing for line in lines}
    key, tall = legend(list(nodes.values()), standings, right - left - 2 * _MARGIN, language)
    width, height = round(right - left), round(bottom + tall + _MARGIN - top)
    ground: Attributes = {"x": left, "y": top, "width": width, "height": height, "fill": "#fff"}
    above: Attributes = {"x": (left + right) / 2, "font-size": 21, "text-anchor": "middle", "fill": INK}
    frame: Attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"{round(left)} {round(top)} {width} {height}",
        "width": width,
        "height": height,
        "font-family": f"{FAMILY}, sans-serif",
        "xml:lang": language,
    }
    parts = [
        element("title", {}, escaped(title)),
        element("style", {}, font_face("Regular")),
        element("rect", ground),
        *(
            text_line(line, {**above, "y": top + 32 + 28 * number}, language=language)
            for number, line in enumerate(heading)
        ),
        *drawn_lines(lines, places, nodes, boxes, language),
        *(_drawn_node(nodes[n], places[n], boxes[n], deeds[n], language) for n in sorted(nodes)),
        element("g", {"transform": f"translate({round(left + _MARGIN)} {round(bottom)})"}, key),
    ]
    return element("svg", frame, *parts) + "\n"


def _extent(places: Places, boxes: dict[int, tuple[float, float]]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all nodes with some air, never narrower than the legend needs."""
    sides = [(*places[number], *boxes[number]) for number in places]
    left = min((x - width / 2 for x, _, width, _ in sides), default=0.0) - _MARGIN
    right = max((x + width / 2 for x, _, width, _ in sides), default=0.0) + _MARGIN
    top = min((y - height / 2 for _, y, _, height in sides), default=0.0) - _MARGIN
    bottom = max((y + height / 2 for _, y, _, height in sides), default=0.0) + 1.5 * _MARGIN
    narrow = max(0.0, _NARROWEST - (right - left)) / 2
    return left - narrow, top, right + narrow, bottom


def _label(node: Node, language: str) -> list[str]:
    name = short_label(name_in(language, node))
    if isinstance(node, StoryEntity):
        return wrapped(name).split("\n")
    cross = "✗ " if node.standing is Standing.DENIED else ""
    numbers = [short_label(quantity.mention.text) for quantity in node.quantities[:1]]
    return [line for text in (cross + name, *numbers) for line in wrapped(text).split("\n")]


def _box(node: Node, language: str) -> tuple[float, float]:
    """Width and height of a node with its label."""
    lines = _label(node, language)
    width = 8.0 * max(map(len, lines)) + 18
    return (
        (width, 14 + _LEADING * len(lines))
        if isinstance(node, StoryEvent)
        else (max(width, 40), 40 + 2 * _LEADING * len(lines))
    )


def _drawn_node(
    node: Node,
    place: tuple[float, float],
    box: tuple[float, float],
    deeds: int,
    language: str,
) -> str:
    (x, y), lines = place, _label(node, language)
    if isinstance(node, StoryEvent):
        shape = outline(node, x, y, box)
        first = y - _LEADING * (len(lines) - 1) / 2 + 5.5
        look: Attributes = {"font-size": 15}
    else:
        radius = 10 + min(12.0, 3 * log2(1 + deeds))
        shape = mark(node.kind, x, y, radius)
        first = y + radius + 17
        look = {
            "font-size": 15,
            "stroke": "#fff",
            "stroke-width": 4,
            "paint-order": "stroke",
            "stroke-linejoin": "round",
        }
    at: list[Attributes] = [
        {"x": x, "y": first + _LEADING * number, "text-anchor": "middle", "fill": INK, **look}
        for number in range(len(lines))
    ]
    return shape + "".join(
        text_line(line, where, language=language) for line, where in zip(lines, at, strict=True)
    )
