"""GraphML: for yEd, Gephi, igraph and networkx. Edge ids are unique in the file; every attribute is text or a number.

A claim is told from a fact by ``standing`` on nodes and edges; edges with ``direct`` = 1 come from asserted events only.
"""

from collections.abc import Iterator

from hadath.graph.corpus import Corpus

__all__ = ["generate_graphml"]


def generate_graphml(corpus: Corpus) -> Iterator[str]:
    """Yield GraphML. Read it back with ``networkx.read_graphml(path, force_multigraph=True)``."""
    import networkx as nx

    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    for line in nx.generate_graphml(corpus.network):
        yield f"{line}\n"
