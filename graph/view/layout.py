"""Where the page draws each node: springs without chance, so that the drawing stands still at once and is always the same."""

from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

__all__ = ["positions"]

_REACH = 2.0  # edge lengths beyond which nodes do not repel each other
_GRAVITY = 0.5
_ROUNDS = 250
_WIDE = 1.15  # how much wider than tall a drawing is, as screens are
Places = NDArray[np.float64]


def positions(
    nodes: Sequence[int],
    pairs: Sequence[tuple[int, int]],
    sizes: Mapping[int, tuple[float, float]],
    *,
    edge: float,
    room: float,
) -> dict[int, tuple[int, int]]:
    """Pixel places for some hundred nodes joined by pairs; boxes of the given sizes do not cover each other.

    ``edge`` is how many pixels an edge would like to be long, ``room`` how many are left between boxes above each other.

    Joined nodes attract, all nodes repel each other, and the middle attracts all, so that parts which are not joined
    lie close together too (Fruchterman and Reingold 1991, with gravity). The cost grows with the square of the nodes.
    """
    if not nodes:
        return {}
    order = _outwards(nodes, pairs)
    number = {node: place for place, node in enumerate(order)}
    links = np.array(
        sorted({(min(number[a], number[b]), max(number[a], number[b])) for a, b in pairs if a != b}),
        dtype=int,
    ).reshape(-1, 2)
    boxes = np.array([sizes[node] for node in order]) + np.array([26.0, room])
    places = _apart(_springs(len(order), links, edge) * [_WIDE, 1 / _WIDE], boxes)
    return {node: (round(x), round(y)) for node, (x, y) in zip(order, places.tolist(), strict=True)}


def _outwards(nodes: Sequence[int], pairs: Sequence[tuple[int, int]]) -> list[int]:
    """The order in which nodes are set out from the middle: largest part first, each from its best joined node on."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(sorted(nodes))
    graph.add_edges_from(sorted(pairs))
    found: list[int] = []
    for part in sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part))):
        start = min(part, key=lambda node: (-graph.degree(node), node))
        found += [start, *(node for _, node in nx.bfs_edges(graph, start, sort_neighbors=sorted))]
    return found


def _springs(count: int, links: NDArray[np.int_], edge: float) -> Places:
    rank = np.arange(count)
    angle, radius = rank * np.pi * (3 - np.sqrt(5)), 0.6 * edge * np.sqrt(rank + 0.5)
    places = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    for round_ in range(_ROUNDS):
        gap = places[:, None, :] - places[None, :, :]
        near = np.maximum((gap**2).sum(axis=2), 100.0)
        push = (gap * np.where(near < (_REACH * edge) ** 2, edge**2 / near, 0.0)[..., None]).sum(
            axis=1
        ) - places * _GRAVITY
        pull = (places[links[:, 0]] - places[links[:, 1]]) * (
            np.linalg.norm(places[links[:, 0]] - places[links[:, 1]], axis=1) / edge
        )[:, None]
        np.add.at(push, links[:, 0], -pull)
        np.add.at(push, links[:, 1], pull)
        length = np.maximum(np.linalg.norm(push, axis=1), 1e-9)
        heat = edge * (1 - round_ / _ROUNDS) ** 1.5
        places = places + push * (np.minimum(length, heat) / length)[:, None]
    return places


def _apart(places: Places, boxes: Places) -> Places:
    """Push covering boxes away from each other along the axis on which they cover least."""
    need = (boxes[:, None, :] + boxes[None, :, :]) / 2
    order = np.arange(len(places))
    tie = np.sign(order[:, None] - order[None, :])[..., None]
    for _ in range(400):
        gap = places[:, None, :] - places[None, :, :]
        cover = need - np.abs(gap)
        least = cover.argmin(axis=2)[..., None] == np.arange(2)
        push = np.where(np.all(cover > 0.5, axis=2)[..., None] & least & (tie != 0), cover, 0.0)
        if not push.any():
            break
        places = places + 0.3 * (push * np.where(gap == 0, tie, np.sign(gap))).sum(axis=1)
    return places
