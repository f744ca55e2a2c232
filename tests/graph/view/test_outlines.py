"""The map's coasts and borders: neighbours share a line, nothing is drawn finer than needed."""

import re

from hadath.graph.view.outlines import draw_outlines, outlines


def topology(arcs, countries, land):
    def shape(rings):
        return {"type": "Polygon", "arcs": rings}

    objects = {
        "countries": {"geometries": list(map(shape, countries))},
        "land": {"geometries": list(map(shape, land))},
    }
    return {"transform": {"scale": [1, 1], "translate": [0, 0]}, "arcs": arcs, "objects": objects}


def test_a_border_is_drawn_once_and_a_coast_as_land():
    west = [[20, 20], [-10, 0], [0, 10], [10, 0]]  # from the south of the border round to its north
    border, east = [[20, 30], [0, -10]], [[20, 20], [10, 0], [0, 10], [-10, 0]]
    drawn = draw_outlines(topology([west, border, east], [[[0, 1]], [[2, 1]]], [[[0, ~2]]]))
    assert drawn["borders"] == "M400 600l0-200"
    assert drawn["land"].startswith("M400 400l-200 0 0 200 200 0 200 0 0-200")
    assert drawn["land"].endswith("z")


def test_points_that_a_line_does_not_need_are_left_out():
    island = [[20, 20], [10, 0], [0, 10], [-5, 0], [-5, 0], [0, -10]]
    drawn = draw_outlines(topology([island], [[[0]]], [[[0]]]))
    assert drawn["land"] == "M400 400l200 0 0 200-200 0z"
    assert drawn["borders"] == ""


def test_antarctica_is_left_out():
    south = [[0, -80], [10, 0], [0, 10], [-10, 0], [0, -10]]
    assert draw_outlines(topology([south], [[[0]]], [[[0]]]))["land"] == ""


def test_the_map_is_whole_and_small():
    drawn = outlines()
    assert set(drawn) == {"land", "borders"}
    assert all(re.fullmatch(r"[-MlZz0-9 ]+", path) for path in drawn.values())
    assert sum(map(len, drawn.values())) < 60_000
    assert len(re.findall("M", drawn["land"])) > 150
