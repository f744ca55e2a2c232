"""Where the page draws each node, computed with a fixed seed, so that the drawing stands still at once."""

from collections.abc import Mapping
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

__all__ = ["positions"]

_GAP = 40.0  # pixels between parts
_EDGE = 105.0  # mean length of an edge in pixels
Places = NDArray[np.float64]
Block = tuple[list[int], Places]


def positions(network: Any, sizes: Mapping[int, tuple[float, float]]) -> dict[int, tuple[int, int]]:
    """Pixel places for the few hundred nodes of a networkx graph; boxes of the given sizes do not cover each other.

    A spring layout of each connected part, the parts set in rows. The springs cost the square of the nodes.
    """
    parts = sorted(nx.weakly_connected_components(network), key=lambda part: (-len(part), min(part)))
    return _rows([_block(network, sorted(part), sizes) for part in parts], sizes)


def _block(network: Any, nodes: list[int], sizes: Mapping[int, tuple[float, float]]) -> Block:
    """One connected part, its longer side lying."""
    plain = nx.Graph()
    plain.add_nodes_from(nodes)
    plain.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in network.subgraph(nodes).edges()}))
    found = nx.spring_layout(plain, seed=11, iterations=100, k=1.6 / np.sqrt(len(nodes)))
    places = np.array([found[node] for node in nodes], dtype=np.float64)
    lengths = [float(np.hypot(*(found[a] - found[b]))) for a, b in plain.edges()]
    if lengths:
        places *= _EDGE / max(float(np.mean(lengths)), 1e-6)
    return nodes, _apart(_lying(places) * [1.45, 0.9], _boxes(nodes, sizes))


def _boxes(nodes: list[int], sizes: Mapping[int, tuple[float, float]]) -> Places:
    """What each node covers, with room for an edge's label between two."""
    boxes: Places = np.array([sizes[node] for node in nodes], dtype=np.float64) + np.array([52.0, 44.0])
    return boxes


def _lying(places: Places) -> Places:
    """Turn places so that they stretch from right to left."""
    centred = places - places.mean(axis=0)
    (xx, xy), (_, yy) = centred.T @ centred
    angle = -0.5 * np.arctan2(2 * xy, xx - yy)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return np.asarray(centred @ turn, dtype=np.float64)


def _apart(places: Places, boxes: Places) -> Places:
    """Push covering boxes away from each other along the axis on which they cover least."""
    need = (boxes[:, None, :] + boxes[None, :, :]) / 2
    order = np.arange(len(places))
    tie = np.sign(order[:, None] - order[None, :])[..., None]
    for _ in range(150):
        gap = places[:, None, :] - places[None, :, :]
        cover = need - np.abs(gap)
        least = cover.argmin(axis=2)[..., None] == np.arange(2)
        push = np.where(np.all(cover > 0, axis=2)[..., None] & least & (tie != 0), cover, 0.0)
        if not push.any():
            break
        places = places + 0.3 * (push * np.where(gap == 0, tie, np.sign(gap))).sum(axis=1)
    return places


def _rows(blocks: list[Block], sizes: Mapping[int, tuple[float, float]]) -> dict[int, tuple[int, int]]:
    """Set the parts beside each other from the right, as one reads, in rows not wider than the drawing is."""
    margins = [_boxes(nodes, sizes) / 2 for nodes, _ in blocks]
    lows = [(places - half).min(axis=0) for (_, places), half in zip(blocks, margins, strict=True)]
    spans = [
        (places + half).max(axis=0) - low
        for (_, places), half, low in zip(blocks, margins, lows, strict=True)
    ]
    width = max(
        [float(span[0]) for span in spans] + [1.3 * sum(float(np.prod(s + _GAP)) for s in spans) ** 0.5]
    )
    found: dict[int, tuple[int, int]] = {}
    x = y = tall = 0.0
    for (nodes, places), low, span in zip(blocks, lows, spans, strict=True):
        if x and x + span[0] > width:
            x, y, tall = 0.0, y + tall + _GAP, 0.0
        moved = (places - low + np.array([-x - span[0], y])).round().astype(int)
        found |= {node: (int(right), int(down)) for node, (right, down) in zip(nodes, moved, strict=True)}
        x, tall = x + span[0] + _GAP, max(tall, float(span[1]))
    return found
