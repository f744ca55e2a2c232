"""Lines of TopoJSON files, in which neighbours share their border: https://github.com/topojson/topojson-specification."""

from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["Line", "arcs", "closed", "parts"]

Line = list[tuple[float, float]]
"""Longitude and latitude in degrees, point by point."""


def arcs(topology: Mapping[str, Any]) -> list[Line]:
    """The lines that shapes are made of; a file stores each point as the step from the one before."""
    (wide, high), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * wide + left, y * high + low))
        lines.append(line)
    return lines


def parts(shape: Mapping[str, Any]) -> list[list[list[int]]]:
    """The polygons of a shape: the numbers of the arcs around each, then of those around its holes."""
    found: list[list[list[int]]] = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return found


def closed(numbers: Iterable[int], lines: list[Line]) -> Line:
    """The closed line of some arcs, its last point left out; a negative number is an arc walked backwards.

    It does not break where it crosses the 180th meridian, but goes on beyond it; its middle is within.
    """
    walked = [lines[number] if number >= 0 else lines[~number][::-1] for number in numbers]
    ring: Line = []
    for x, y in (point for line in walked for point in line[:-1]):
        turns = round((ring[-1][0] - x) / 360) if ring else 0
        ring.append((x + 360 * turns, y))
    turn = -360 * round((min(x for x, _ in ring) + max(x for x, _ in ring)) / 720)
    return [(x + turn, y) for x, y in ring]
