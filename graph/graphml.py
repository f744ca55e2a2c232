"""GraphML: for yEd, Gephi, igraph and networkx. Edge ids are unique in the file; every attribute is text or a number.

A claim is told from a fact by ``standing`` on nodes and edges; edges with ``direct`` = 1 come from asserted events only.
"""

import io
from collections.abc import Iterator

from hadath.graph.corpus import Corpus

__all__ = ["generate_graphml"]


def generate_graphml(corpus: Corpus) -> Iterator[str]:
    """Yield GraphML. Read it back with ``networkx.read_graphml(path, force_multigraph=True)``."""
    import networkx as nx

    stream = io.BytesIO()
    nx.write_graphml_xml(corpus.network, stream)
    yield stream.getvalue().decode("utf-8") + "\n"
