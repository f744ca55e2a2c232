"""The page inside a notebook: Jupyter, JupyterLab, VS Code, Colab, a marimo cell; it needs no network and no extension."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from rdflib import Dataset, Graph, Literal, URIRef

from hadath.extract.records import Extraction
from hadath.graph.errors import UnreadableGraph
from hadath.graph.files import write_file
from hadath.graph.recorded import Statement, recall
from hadath.graph.view.page import render_story
from hadath.graph.view.sources import read_extractions
from hadath.graph.view.story import Story
from hadath.graph.view.telling import tell

__all__ = ["Showing", "show"]

_SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"


@dataclass(frozen=True, slots=True)
class Showing:
    """A page that a notebook shows when it stands last in a cell: in a frame that cannot reach the notebook around it."""

    story: Story
    height: int = 720

    def _repr_html_(self) -> str:
        page = escape(render_story(self.story), quote=True)
        return (
            f'<iframe srcdoc="{page}" sandbox="{_SANDBOX}" width="100%" height="{self.height}" '
            'style="border:1px solid #d5dbe1" loading="eager"></iframe>'
        )

    def __repr__(self) -> str:
        counts = len(self.story.articles), len(self.story.events), len(self.story.entities)
        return "Showing({} articles, {} events, {} entities)".format(*counts)

    def save(self, path: str | Path) -> Path:
        """Write the page to a file."""
        return write_file(path, [render_story(self.story)])


def show(
    source: Extraction | Iterable[Extraction] | Graph | str | Path,
    *,
    title: str | None = None,
    height: int = 720,
) -> Showing:
    """Look at extractions, at a dataset that hadath built, or at files: a graph, its folder, or articles.

    ``height`` is that of the frame in pixels.

    >>> from hadath.extract.records import Article
    >>> show(Extraction(Article("empty", "")))
    Showing(1 articles, 0 events, 0 entities)
    """
    return Showing(tell(_extractions(source), title=title), height)


def _extractions(source: Extraction | Iterable[Extraction] | Graph | str | Path) -> list[Extraction]:
    if isinstance(source, Extraction):
        return [source]
    if isinstance(source, str | Path):
        return read_extractions(source)
    if not isinstance(source, Graph):
        return list(source)
    found = list(recall(_statements(source)))
    if not found:
        raise UnreadableGraph("the graph holds no article that hadath read")
    return found


def _statements(graph: Graph) -> Iterable[Statement]:
    triples = (quad[:3] for quad in graph.quads()) if isinstance(graph, Dataset) else iter(graph)
    for subject, predicate, value in triples:
        if isinstance(subject, URIRef) and isinstance(value, URIRef | Literal):
            language = value.language if isinstance(value, Literal) else ""
            yield str(subject), str(predicate), str(value), language or ""
