"""Node-link JSON: for networkx, d3 and scripts. Same nodes, edges and attributes as the network."""

import json
from collections.abc import Iterator

from hadath.graph.corpus import Corpus

__all__ = ["generate_nodelink"]


def generate_nodelink(corpus: Corpus) -> Iterator[str]:
    """Yield one JSON object with ``nodes`` and ``edges``; read it back with ``networkx.node_link_graph(data, edges="edges")``."""
    import networkx as nx

    data = nx.node_link_data(corpus.network, edges="edges")
    yield json.dumps(data, ensure_ascii=False, indent=1) + "\n"
