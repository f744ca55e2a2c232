"""The coasts and borders of the map, ``static/world/outlines.json``, and how they are made.

``python -m hadath.graph.view.outlines COUNTRIES`` reads ``countries-50m.json`` of the npm package world-atlas 2.0.2
(Natural Earth 4.1.0, public domain) and draws it with fewer points: the Arab world and its neighbours finer than the rest,
small islands left out elsewhere.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from hadath.extract.train.topology import Line, arcs, closed, parts

__all__ = ["draw_outlines", "outlines"]

_FILE = Path(__file__).parent / "static" / "world" / "outlines.json"
_SOURCE = (
    "Coasts and borders of Natural Earth 4.1.0 (public domain, naturalearthdata.com) by way of world-atlas 2.0.2 (ISC), "
    "simplified; paths in twentieths of a degree, longitude eastwards, latitude northwards"
)
_UNIT = 20  # steps to a degree
_NEAR = (-18.0, 8.0, 65.0, 46.0)  # west, south, east, north of what news in Arabic tells most of
_FINE, _COARSE = 0.05, 0.2  # degrees that a line may be off
_SMALLEST = 0.25  # square degrees of an island outside


@cache
def outlines() -> dict[str, str]:
    """``land`` and ``borders`` as SVG paths in twentieths of a degree, longitude eastwards, latitude northwards."""
    drawn: dict[str, str] = json.loads(_FILE.read_text("utf-8"))
    return {"land": drawn["land"], "borders": drawn["borders"]}


def draw_outlines(topology: dict[str, Any]) -> dict[str, str]:
    """``land`` and ``borders`` as SVG paths, and where they come from."""
    lines = [_thinned(line) for line in arcs(topology)]
    countries, land = (topology["objects"][name]["geometries"] for name in ("countries", "land"))
    shapes = [ring for shape in land for part in parts(shape) for ring in (closed(n, lines) for n in part)]
    shared = Counter(abs_number for shape in countries for abs_number in _arc_numbers(shape))
    borders = [lines[number] for number, count in sorted(shared.items()) if count > 1]
    return {
        "source": _SOURCE,
        "land": "".join(_path(ring) + "z" for ring in shapes if _worth_drawing(ring)),
        "borders": "".join(map(_path, borders)),
    }


def _arc_numbers(shape: dict[str, Any]) -> Iterable[int]:
    return {max(number, ~number) for part in parts(shape) for ring in part for number in ring}


def _near(line: Line) -> bool:
    west, south, east, north = _NEAR
    return any(west <= x <= east and south <= y <= north for x, y in line)


def _worth_drawing(ring: Line) -> bool:
    """Antarctica is left out, and islands too small to be seen outside of where the news is."""
    xs, ys = zip(*ring, strict=True)
    if len(ring) < 3 or max(ys) < -60:
        return False
    return _near(ring) or (max(xs) - min(xs)) * (max(ys) - min(ys)) >= _SMALLEST


def _thinned(line: Line) -> Line:
    """The line with those points alone that it needs (Douglas and Peucker 1973); its ends stay, so that neighbours meet."""
    points = np.array(line)
    keep = {0, len(points) - 1}
    if line[0] == line[-1]:  # an island: keep the point farthest away too
        keep.add(int(np.hypot(*(points - points[0]).T).argmax()))
    ends, allowed = sorted(keep), _FINE if _near(line) else _COARSE
    stack = list(pairwise(ends))
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        step, between = points[last] - points[first], points[first + 1 : last] - points[first]
        length = float(np.hypot(*step))
        away = (
            np.abs(step[0] * between[:, 1] - step[1] * between[:, 0]) / length
            if length
            else np.hypot(*between.T)
        )
        farthest = first + 1 + int(away.argmax())
        if away.max() > allowed:
            keep.add(farthest)
            stack += [(first, farthest), (farthest, last)]
    return [line[number] for number in sorted(keep)]


def _path(line: Line) -> str:
    """An SVG path: where it begins, then step by step."""
    places = [(round(x * _UNIT), round(y * _UNIT)) for x, y in line]
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(places)]
    moves = " ".join(f"{x} {y}" for x, y in steps if (x, y) != (0, 0))
    return f"M{places[0][0]} {places[0][1]}" + (f"l{moves.replace(' -', '-')}" if moves else "")


def main() -> None:
    """Command line of the module."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("countries", type=Path, metavar="COUNTRIES")
    parser.add_argument("-o", "--output", type=Path, default=_FILE)
    options = parser.parse_args()
    drawn = draw_outlines(json.loads(options.countries.read_text(encoding="utf-8")))
    options.output.write_text(json.dumps(drawn, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
