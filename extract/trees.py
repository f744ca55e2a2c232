"""The best dependency tree for given arc scores (Chu and Liu 1965, Edmonds 1967), with exactly one word under the root."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["Heads", "best_tree"]

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]


def best_tree(scores: Scores) -> Heads:
    """Heads ``[n]`` (0 is the root, word i is i + 1) of the tree with the highest sum of ``scores[dependent, head]``.

    ``scores`` is ``[n, 1 + n]``, column 0 the root.

    >>> best_tree(np.array([[0.0, -9.0, 5.0], [4.0, 5.0, -9.0]], dtype=np.float32)).tolist()
    [2, 0]
    """
    n = len(scores)
    if n == 0:
        return np.zeros(0, dtype=np.int64)
    full = np.full((n + 1, n + 1), -np.inf, dtype=np.float64)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    heads = full.argmax(1)
    heads[0] = 0
    if (heads[1:] == 0).sum() == 1 and _cycle(heads) is None:
        return np.asarray(heads[1:], dtype=np.int64)
    heads = _arborescence(full)
    if (heads[1:] == 0).sum() > 1:
        # one word under the root: any tree with more than one loses more than it can win
        finite = full[np.isfinite(full)]
        full[1:, 0] -= (finite.max() - finite.min() + 1) * (n + 1)
        heads = _arborescence(full)
    return np.asarray(heads[1:], dtype=np.int64)


def _cycle(heads: NDArray[np.intp]) -> list[int] | None:
    """Nodes of a cycle among heads, None when there is none; node 0 is the root."""
    state = [0] * len(heads)  # 1: on the path now, 2: known to reach the root
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return None


def _arborescence(scores: NDArray[np.float64]) -> NDArray[np.intp]:
    """Contract each cycle to one node, solve the smaller graph, and take the cycle apart again."""
    heads: NDArray[np.intp] = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outer = np.flatnonzero(~inside)
    ring = np.asarray(cycle)
    kept = scores[ring, heads[ring]]
    into = scores[np.ix_(ring, outer)] - kept[:, None]  # gain of entering the cycle at each of its nodes
    out_of = scores[np.ix_(outer, ring)]
    small = np.full((len(outer) + 1, len(outer) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outer, outer)]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = out_of.max(1)
    small[0, :] = -np.inf
    solved = _arborescence(small)
    result = heads.copy()
    for i, node in enumerate(outer):
        if i:
            head = solved[i]
            result[node] = ring[out_of[i].argmax()] if head == len(outer) else outer[head]
    entry = solved[-1]
    broken = ring[into[:, entry].argmax()]
    result[broken] = outer[entry]
    return result
