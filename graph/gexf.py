"""GEXF 1.2: for Gephi. Attribute names as in the network; a claim is told from a fact by ``standing`` and ``direct``."""

import re
from collections.abc import Iterator

from hadath.graph.corpus import Corpus

__all__ = ["generate_gexf"]

_CREATED = re.compile(r' lastmodifieddate="[^"]*"')


def generate_gexf(corpus: Corpus) -> Iterator[str]:
    """Yield GEXF 1.2draft without the date on which it was written, so that the same graph gives the same bytes."""
    import networkx as nx

    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    for line in nx.generate_gexf(corpus.network):
        yield f"{_CREATED.sub('', line)}\n"
