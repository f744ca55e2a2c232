"""From what was extracted to graphs and files: datasets, networks, formats, and the whole job in one call.

Names are loaded when they are first used, so that ``import hadath.graph`` costs nothing.

>>> from hadath.extract.records import Article, Extraction
>>> from hadath.graph import build_network
>>> len(build_network(Extraction(Article("empty", ""))))
0
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hadath.graph.corpus import Corpus
    from hadath.graph.dataset import build_dataset
    from hadath.graph.formats import FORMATS, Format
    from hadath.graph.network import build_network
    from hadath.graph.pipeline import Summary, build, write
    from hadath.graph.store.intake import Intake, take_in
    from hadath.graph.store.snapshots import open_snapshot
    from hadath.graph.store.writing import open_store
    from hadath.graph.validation.checking import validate
    from hadath.graph.view.notebook import show

__all__ = [
    "FORMATS",
    "Corpus",
    "Format",
    "Intake",
    "Summary",
    "build",
    "build_dataset",
    "build_network",
    "open_snapshot",
    "open_store",
    "show",
    "take_in",
    "validate",
    "write",
]

_HOMES = {
    "FORMATS": "formats",
    "Corpus": "corpus",
    "Format": "formats",
    "Intake": "store.intake",
    "Summary": "pipeline",
    "build": "pipeline",
    "build_dataset": "dataset",
    "build_network": "network",
    "validate": "validation.checking",
    "open_snapshot": "store.snapshots",
    "open_store": "store.writing",
    "take_in": "store.intake",
    "show": "view.notebook",
    "write": "pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
