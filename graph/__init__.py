"""From what was extracted to graphs and files: datasets, networks, formats, queries, and the whole job in one call.

>>> from hadath.extract.records import Article, Extraction
>>> len(build_network(Extraction(Article("empty", ""))))
0
"""

from hadath.graph.build import build_dataset
from hadath.graph.corpus import Corpus
from hadath.graph.explain import explain
from hadath.graph.formats import FORMATS, Format
from hadath.graph.network import build_network
from hadath.graph.pipeline import Summary, build, write
from hadath.graph.query import query

__all__ = [
    "FORMATS",
    "Corpus",
    "Format",
    "Summary",
    "build",
    "build_dataset",
    "build_network",
    "explain",
    "query",
    "write",
]
