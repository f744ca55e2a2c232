"""The legend of still pictures: the kinds, categories and standings that occur in one."""

from collections.abc import Callable, Iterator, Sequence, Set

from hadath.extract.records import EntityKind
from hadath.graph.view.marks import INK, mark, standing_box
from hadath.graph.view.story import Standing, StoryEntity, StoryEvent
from hadath.graph.view.svg import Attributes, element, text_line
from hadath.graph.view.terms import page_terms, spoken

__all__ = ["legend"]

_ROW = 26.0
Draw = Callable[[float, float], str]
Nodes = Sequence[StoryEntity | StoryEvent]


def legend(nodes: Nodes, lines: Set[Standing], width: float, language: str) -> tuple[str, float]:
    """The legend, with the standings of ``lines`` too, and its height.

    It runs from the right in Arabic, and goes on in a new row when a row is full.
    """
    drawn, row, at = [], 0, 0.0
    for draw, words in _keys(nodes, lines, language):
        room = 52 + 7.0 * len(words)
        if at and at + room > width:
            row, at = row + 1, 0.0
        y = row * _ROW
        x, start = (width - at - 14, width - at - 34) if language == "ar" else (at + 14, at + 34)
        anchor = "end" if language == "ar" else "start"
        place: Attributes = {
            "x": start,
            "y": y + 5,
            "font-size": 14,
            "fill": INK,
            "text-anchor": anchor,
        }
        drawn.append(draw(x, y) + text_line(words, place, language=language))
        at += room
    return element("g", {}, *drawn), (row + 1) * _ROW if drawn else 0.0


def _keys(nodes: Nodes, lines: Set[Standing], language: str) -> Iterator[tuple[Draw, str]]:
    terms = page_terms()
    kinds = {node.kind.value: node.kind for node in nodes if isinstance(node, StoryEntity)}
    events = [node for node in nodes if isinstance(node, StoryEvent)]
    categories = {terms.get(("event", event.type), terms["event", "OTHER"]).shape for event in events}
    standings = {event.standing for event in events} | lines
    for (group, key), term in terms.items():
        words = spoken(group, key, language)
        if group == "entity" and key in kinds:
            yield _mark(kinds[key]), words
        elif group == "category" and key in categories:
            yield _box(term.colour), words
        elif group == "standing" and Standing(key) in standings:
            yield _standing(Standing(key)), words


def _mark(kind: EntityKind) -> Draw:
    return lambda x, y: mark(kind, x, y, 8)


def _box(colour: str) -> Draw:
    look: Attributes = {"width": 24, "height": 14, "rx": 4, "fill": colour, "stroke": INK}
    return lambda x, y: element("rect", {"x": x - 12, "y": y - 7, **look})


def _standing(standing: Standing) -> Draw:
    return lambda x, y: standing_box(standing, x, y, (24, 14))
