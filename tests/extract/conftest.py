"""The trained pipeline, and small networks with random weights in the form of the model folder."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from spacy.language import Language

from hadath.extract.errors import ModelNotFound
from hadath.extract.features import Feature
from hadath.extract.pipeline import load

TINY = (Feature("word", 50, 5), Feature("s2", 20, 3), Feature("shape", 8, 2))
VECTORS, HIDDEN, ARC, LABEL, HEAD = 4, 6, 5, 3, 7


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline that ships; tests that need it are skipped where it has not been trained."""
    try:
        return load()
    except ModelNotFound as error:
        pytest.skip(str(error))


def random_weights(
    tasks: Mapping[str, int], relations: int, layers: int, seed: int
) -> dict[str, NDArray[np.float16]]:
    """Weights of a small network, named as PyTorch names them."""
    rng = np.random.default_rng(seed)
    shapes: dict[str, tuple[int, ...]] = {
        f"encoder.tables.{i}.weight": (f.buckets, f.width) for i, f in enumerate(TINY)
    }
    width = sum(f.width for f in TINY) + VECTORS
    for layer in range(layers):
        for suffix in ("", "_reverse"):
            shapes[f"encoder.lstm.weight_ih_l{layer}{suffix}"] = (
                4 * HIDDEN,
                width if layer == 0 else 2 * HIDDEN,
            )
            shapes[f"encoder.lstm.weight_hh_l{layer}{suffix}"] = (4 * HIDDEN, HIDDEN)
            shapes[f"encoder.lstm.bias_ih_l{layer}{suffix}"] = (4 * HIDDEN,)
            shapes[f"encoder.lstm.bias_hh_l{layer}{suffix}"] = (4 * HIDDEN,)
    linear = {f"heads.hidden.{task}": (HEAD, 2 * HIDDEN) for task in tasks}
    linear |= {f"heads.out.{task}": (n, HEAD) for task, n in tasks.items()}
    linear |= {f"parser.arc_{side}": (ARC, 2 * HIDDEN) for side in ("dep", "head")}
    linear |= {f"parser.label_{side}": (LABEL, 2 * HIDDEN) for side in ("dep", "head")}
    for name, shape in linear.items():
        shapes[f"{name}.weight"], shapes[f"{name}.bias"] = shape, shape[:1]
    shapes |= {"parser.root": (2 * HIDDEN,), "parser.arc": (ARC + 1, ARC)}
    shapes["parser.label"] = (relations, LABEL + 1, LABEL + 1)
    return {name: rng.normal(0, 0.5, shape).astype(np.float16) for name, shape in shapes.items()}


Writer = Callable[..., Path]


@pytest.fixture
def write_network(tmp_path: Path) -> Writer:
    """A function that writes a small random network and gives the folder; ``tasks`` are the labels with a classifier."""

    def write(
        name: str, labels: Mapping[str, Sequence[str]], tasks: Sequence[str], *, layers: int = 2
    ) -> Path:
        weights = random_weights(
            {task: len(labels[task]) for task in tasks}, len(labels["relation"]), layers, 0
        )
        np.savez_compressed(tmp_path / f"{name}.npz", **weights)
        description = {"features": [list(f) for f in TINY], "labels": labels}
        (tmp_path / f"{name}.json").write_text(json.dumps(description, ensure_ascii=False), "utf8")
        return tmp_path

    return write
