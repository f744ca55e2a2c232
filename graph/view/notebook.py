"""The page inside a notebook: Jupyter, JupyterLab, VS Code, Colab, a marimo cell; it needs no network and no extension."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from rdflib import Dataset, Graph, Literal, URIRef

from hadath.extract.records import Extraction
from hadath.graph.console import count
from hadath.graph.errors import UnreadableGraph
from hadath.graph.files import write_file
from hadath.graph.recorded import Statement, recall
from hadath.graph.view.page import render_story
from hadath.graph.view.sources import Reading, read
from hadath.graph.view.story import Story
from hadath.graph.view.telling import tell

__all__ = ["Showing", "show"]

Source = Extraction | Iterable[Extraction] | Graph | str | Path
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
        articles = count(len(self.story.articles), "article")
        events, entities = (
            count(len(self.story.events), "event"),
            count(len(self.story.entities), "entity", "entities"),
        )
        return f"Showing({articles}, {events}, {entities})"

    def save(self, path: str | Path) -> Path:
        """Write the page to a file."""
        return write_file(path, [render_story(self.story)])


def show(source: Source, *, title: str | None = None, limit: int = 20_000, height: int = 720) -> Showing:
    """Look at extractions, at a dataset that hadath built, or at files: a graph, its folder, a store, or articles.

    Of more than ``limit`` events and participants the newest articles are shown; ``height`` is that of the frame in pixels.

    >>> from hadath.extract.records import Article
    >>> show(Extraction(Article("empty", "")))
    Showing(1 article, 0 events, 0 entities)
    """
    found = _reading(source, limit)
    story = tell(found.extractions, title=title, limit=limit, left_out=found.left_out, joined=found.joined)
    return Showing(story, height)


def _reading(source: Source, limit: int) -> Reading:
    if isinstance(source, Extraction):
        return Reading((source,))
    if isinstance(source, str | Path):
        return read(source, limit=limit)
    if not isinstance(source, Graph):
        return Reading(tuple(source))
    found = tuple(recall(_statements(source)))
    if not found:
        raise UnreadableGraph("the graph holds no article that hadath read")
    return Reading(found)


def _statements(graph: Graph) -> Iterator[Statement]:
    triples = (quad[:3] for quad in graph.quads()) if isinstance(graph, Dataset) else iter(graph)
    for subject, predicate, value in triples:
        if isinstance(subject, URIRef) and isinstance(value, URIRef | Literal):
            language = value.language if isinstance(value, Literal) else ""
            yield str(subject), str(predicate), str(value), language or ""
