"""Run trained networks with numpy: encoder, classifiers and the biaffine parser (Dozat and Manning, ICLR 2017).

A network is two files in the model folder: ``NAME.npz`` (weights, 16 bit) and ``NAME.json`` (features and labels).
Inputs are word types, so that a word's features are computed once however often it stands in a text.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.vectors import Vectors

from hadath.extract.errors import ModelNotFound
from hadath.extract.features import Feature, feature_rows, vector_key

__all__ = ["Array", "Network", "WordTypes", "softmax"]

Array = NDArray[np.float32]
Numbers = NDArray[np.int64]
_PAIRS = 128  # pairs of words whose relations are scored at a time


class Network:
    """Weights and labels of one trained network.

    ``labels[task]`` are the labels of a task's classifier, in the order of its scores.
    """

    def __init__(self, folder: Path, name: str) -> None:
        try:
            description = json.loads((folder / f"{name}.json").read_text("utf8"))
            with np.load(folder / f"{name}.npz") as arrays:
                self.weights: dict[str, Array] = {key: arrays[key].astype(np.float32) for key in arrays.files}
        except FileNotFoundError as error:
            raise ModelNotFound(f"no trained network {name!r} in {folder}") from error
        self.features = tuple(Feature(*row) for row in description["features"])
        self.labels: dict[str, list[str]] = description["labels"]
        self._tables = [self.weights[f"encoder.tables.{i}.weight"] for i in range(len(self.features))]
        layers = sum(
            key.startswith("encoder.lstm.weight_ih") and not key.endswith("_reverse") for key in self.weights
        )
        if "parser.label" in self.weights:
            tensor = self.weights["parser.label"]
            self._relation = np.ascontiguousarray(tensor.transpose(1, 0, 2).reshape(tensor.shape[1], -1))
        self._lstm = [_directions(self.weights, layer) for layer in range(layers)]

    def embed(self, rows: Numbers, vectors: Array) -> Array:
        """Input vectors ``[n, width]`` of n word types."""
        return np.concatenate([*(table[rows[:, i]] for i, table in enumerate(self._tables)), vectors], axis=1)

    def encode(self, inputs: Array, lengths: Sequence[int]) -> Array:
        """Encode sequences that stand one behind the other in ``inputs``: ``[sum(lengths), width]`` in and out."""
        steps = _Steps(lengths)
        x = inputs
        for forward, backward in self._lstm:
            x = np.concatenate([_lstm(x, steps.forward, forward), _lstm(x, steps.backward, backward)], axis=1)
        return x

    def classify(self, task: str, encoded: Array) -> Array:
        """Scores ``[n, labels]`` of a task for encoded words."""
        return self._linear(f"heads.out.{task}", _leaky(self._linear(f"heads.hidden.{task}", encoded)))

    def arcs(self, encoded: Array, lengths: Sequence[int]) -> list[tuple[Array, Array, Array]]:
        """For each sequence the arc scores ``[length, 1 + length]`` (column 0 is the root) and both sides' label vectors."""
        root = self.weights["parser.root"][None]
        dep = (
            _leaky(self._linear("parser.arc_dep", encoded)) @ self.weights["parser.arc"][:-1]
            + self.weights["parser.arc"][-1]
        )
        head = _leaky(self._linear("parser.arc_head", np.concatenate([root, encoded])))
        label_dep = _leaky(self._linear("parser.label_dep", encoded))
        label_head = _leaky(self._linear("parser.label_head", np.concatenate([root, encoded])))
        out = []
        start = 0
        for length in lengths:
            here = slice(start, start + length)
            after = slice(start + 1, start + length + 1)
            heads = np.concatenate([head[:1], head[after]])
            out.append(
                (dep[here] @ heads.T, label_dep[here], np.concatenate([label_head[:1], label_head[after]]))
            )
            start += length
        return out

    def relations(self, dep: Array, head: Array) -> Array:
        """Relation scores ``[n, relations]`` of n pairs of label vectors."""
        count, width, _ = self.weights["parser.label"].shape
        one = np.ones((len(dep), 1), dtype=np.float32)
        a, b = np.concatenate([dep, one], 1), np.concatenate([head, one], 1)
        out: Array = np.empty((len(dep), count), dtype=np.float32)
        for first in range(0, len(dep), _PAIRS):  # few enough to stay in the processor's cache
            here = slice(first, first + _PAIRS)
            left = (a[here] @ self._relation).reshape(-1, count, width)
            out[here] = np.matmul(left, b[here, :, None])[:, :, 0]
        return out

    def _linear(self, name: str, x: Array) -> Array:
        out: Array = x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return out


class WordTypes:
    """Input vectors of word types for one network, computed once for each spelling while they fit in memory."""

    def __init__(self, network: Network, vectors: Vectors, *, most: int = 200_000) -> None:
        self.network, self.vectors, self.most = network, vectors, most
        self._numbers: dict[str, int] = {}
        width = sum(f.width for f in network.features) + vectors.shape[1]
        self._inputs: Array = np.zeros((1024, width), dtype=np.float32)

    def inputs(self, words: Sequence[str]) -> Array:
        """Input vectors ``[len(words), width]``."""
        if len(self._numbers) + len(words) > self.most:
            self._numbers.clear()
        numbers = self._numbers
        new = [word for word in dict.fromkeys(words) if word not in numbers]
        if new:
            self._add(new)
        return self._inputs[np.fromiter((numbers[word] for word in words), dtype=np.int64, count=len(words))]

    def _add(self, words: list[str]) -> None:
        first = len(self._numbers)
        self._numbers.update((word, first + i) for i, word in enumerate(words))
        rows = np.array([feature_rows(word, self.network.features) for word in words], dtype=np.int64)
        vectors: Any = self.vectors.get_batch([vector_key(word) or "_" for word in words])
        needed = first + len(words)
        if needed > len(self._inputs):
            grown = np.zeros((max(needed, 2 * len(self._inputs)), self._inputs.shape[1]), dtype=np.float32)
            grown[:first] = self._inputs[:first]
            self._inputs = grown
        self._inputs[first:needed] = self.network.embed(rows, np.asarray(vectors, dtype=np.float32))


class _Steps:
    """For each time step the rows that are still running, longest sequences first, in both directions."""

    def __init__(self, lengths: Sequence[int]) -> None:
        sizes = np.asarray(lengths, dtype=np.int64)
        starts = np.cumsum(sizes) - sizes
        order = np.argsort(-sizes, kind="stable")
        sizes, starts = sizes[order], starts[order]
        self.forward: list[Numbers] = []
        self.backward: list[Numbers] = []
        for step in range(int(sizes[0]) if len(sizes) else 0):
            running = int(np.searchsorted(-sizes, -step, side="left"))
            self.forward.append(starts[:running] + step)
            self.backward.append(starts[:running] + sizes[:running] - 1 - step)


def _directions(
    weights: dict[str, Array], layer: int
) -> tuple[tuple[Array, Array, Array], tuple[Array, Array, Array]]:
    def one(suffix: str) -> tuple[Array, Array, Array]:
        name = f"encoder.lstm.{{}}_l{layer}{suffix}"
        bias = weights[name.format("bias_ih")] + weights[name.format("bias_hh")]
        into = np.ascontiguousarray(weights[name.format("weight_ih")].T)
        return into, np.ascontiguousarray(weights[name.format("weight_hh")].T), bias

    return one(""), one("_reverse")


def _lstm(x: Array, steps: list[Numbers], weights: tuple[Array, Array, Array]) -> Array:
    """One direction of one layer; gates stand in PyTorch's order (input, forget, cell, output)."""
    into, recurrent, bias = weights
    width = recurrent.shape[0]
    gates_of = x @ into + bias
    out: Array = np.empty((len(x), width), dtype=np.float32)
    most = len(steps[0]) if steps else 0
    hidden, cell = np.zeros((most, width), dtype=np.float32), np.zeros((most, width), dtype=np.float32)
    for rows in steps:
        n = len(rows)
        gates = gates_of[rows]
        gates += hidden[:n] @ recurrent
        candidate = np.tanh(gates[:, 2 * width : 3 * width])
        np.multiply(gates, 0.5, out=gates)
        np.tanh(gates, out=gates)  # sigmoid(x) = (1 + tanh(x / 2)) / 2
        gates += 1
        gates *= 0.5
        cell = gates[:, width : 2 * width] * cell[:n]
        cell += gates[:, :width] * candidate
        hidden = gates[:, 3 * width :] * np.tanh(cell)
        out[rows] = hidden
    return out


def _leaky(x: Array) -> Array:
    out: Array = np.maximum(x, 0.1 * x)
    return out


def softmax(scores: Array) -> Array:
    """Probabilities over the last axis."""
    e = np.exp(scores - scores.max(-1, keepdims=True))
    out: Array = e / e.sum(-1, keepdims=True)
    return out
