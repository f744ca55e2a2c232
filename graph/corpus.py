"""The articles of a run, seen as statements, as an RDF dataset or as a network: what every writer is given."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rdflib import Dataset

from hadath.extract.records import Extraction
from hadath.graph.dataset import build_dataset, quads
from hadath.graph.iris import article_iri
from hadath.graph.terms import Quad

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Corpus"]


class Corpus:
    """Extractions in the order of their article IRIs, each article once, whatever the order they came in.

    >>> from hadath.extract.records import Article, Extraction
    >>> news = [Extraction(Article("b", "")), Extraction(Article("a", "")), Extraction(Article("b", ""))]
    >>> [extraction.article.id for extraction in Corpus(news).extractions]
    ['a', 'b']
    """

    def __init__(self, extractions: Iterable[Extraction], *, text: bool = True) -> None:
        by_iri = {article_iri(extraction.article): extraction for extraction in extractions}
        self.extractions: Sequence[Extraction] = tuple(by_iri[iri] for iri in sorted(by_iri))
        self.text = text

    def quads(self) -> Iterator[Quad]:
        """Yield all statements, article by article."""
        for extraction in self.extractions:
            yield from quads(extraction, text=self.text)

    @cached_property
    def dataset(self) -> Dataset:
        """All statements as an rdflib dataset."""
        return build_dataset(self.extractions, text=self.text)

    @cached_property
    def network(self) -> "nx.MultiDiGraph[Any]":
        """Entities and events as a networkx graph."""
        from hadath.graph.network import build_network

        return build_network(self.extractions, text=self.text)
