"""Write trained networks in the form that the run-time reads: 16-bit weights in one ``.npz`` and a description beside it."""

import json
from pathlib import Path

import numpy as np

from hadath.extract.features import Feature
from hadath.extract.train.network import WordNetwork

__all__ = ["save_network"]


def save_network(
    out: Path, net: WordNetwork, features: tuple[Feature, ...], labels: dict[str, list[str]], *, name: str
) -> None:
    """Write ``NAME.npz`` and ``NAME.json`` (features, sizes, labels of each task) into the folder ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    state = {key: value.detach().numpy().astype(np.float16) for key, value in net.state_dict().items()}
    np.savez_compressed(out / f"{name}.npz", **state)
    description = {"features": [list(f) for f in features], "labels": labels}
    (out / f"{name}.json").write_text(
        json.dumps(description, ensure_ascii=False, indent=1) + "\n", encoding="utf8"
    )
