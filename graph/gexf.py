"""GEXF 1.2: for Gephi. Attribute names as in the network; a claim is told from a fact by ``standing`` and ``direct``."""

import io
import re
from collections.abc import Iterator

from hadath.graph.corpus import Corpus

__all__ = ["generate_gexf"]

_CREATED = re.compile(r' lastmodifieddate="[^"]*"')


def generate_gexf(corpus: Corpus) -> Iterator[str]:
    """Yield GEXF 1.2draft without the date on which it was written, so that the same graph gives the same bytes."""
    import networkx as nx

    stream = io.BytesIO()
    nx.write_gexf(corpus.network, stream)
    yield _CREATED.sub("", stream.getvalue().decode("utf-8"), count=1) + "\n"
