"""What a page can be made of: articles, a graph that hadath wrote, the folder it wrote it into, or a store."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from hadath.extract.errors import HadathError
from hadath.extract.records import Extraction
from hadath.graph.errors import UnreadableGraph
from hadath.graph.joining.joined import Joined, joined, joined_nodes
from hadath.graph.recorded import Statement, recall
from hadath.graph.store.contents import stored_articles
from hadath.graph.store.folder import is_store
from hadath.graph.store.snapshots import open_snapshot

__all__ = ["Reading", "read"]

_GRAPHS = (".nq", ".trig", ".jsonld", ".nt", ".ttl", ".rdf")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was extracted from the articles of a source, what joins them, and how many of its articles were not even read."""

    extractions: tuple[Extraction, ...]
    left_out: int = 0
    joined: Joined = field(default_factory=Joined)


def read(source: str | Path, *, limit: int, on_error: Callable[[HadathError], None] | None = None) -> Reading:
    """Read a graph or store, or extract what articles (files, folders or ``-``) tell.

    Of a store with more than ``limit`` events the newest articles are read.
    """
    path = Path(source)
    if is_store(path):
        return _stored(path, limit)
    graph = _graph(path)
    return _recorded(graph) if graph else Reading(tuple(_extracted(source, on_error)))


def _graph(path: Path) -> Path | None:
    """The graph file that is meant, if one is."""
    if path.is_dir():
        return next(
            (path / f"graph{suffix}" for suffix in _GRAPHS if (path / f"graph{suffix}").is_file()), None
        )
    return path if path.suffix.lower() in _GRAPHS else None


def _extracted(source: str | Path, on_error: Callable[[HadathError], None] | None) -> list[Extraction]:
    from hadath.extract import extract
    from hadath.extract.articles import read_articles

    articles = dict.fromkeys(read_articles([source], on_error=on_error))
    return list(extract(articles)) if articles else []


def _stored(path: Path, limit: int) -> Reading:
    """The newest articles of a store, in the order of their IRIs."""
    database = open_snapshot(path)
    articles = sorted(stored_articles(database), key=lambda article: article.published or "", reverse=True)
    wanted: list[str] = []
    room = limit
    for article in articles:
        room -= article.events
        if room < 0 and wanted:
            break
        wanted.append(article.iri)
    graphs = (database.quads_for_pattern(None, None, None, NamedNode(iri)) for iri in sorted(wanted))
    found = [extraction for quads in graphs for extraction in recall(_statements(quads))]
    nodes = [entity.key for extraction in found for entity in extraction.entities]
    nodes += [event.key for extraction in found for event in extraction.events]
    return Reading(tuple(found), len(articles) - len(wanted), joined_nodes(database, nodes))


def _recorded(path: Path) -> Reading:
    """The articles of a file, joined if it is the dump of a store."""
    try:
        with path.open("rb") as file:
            form = RdfFormat.from_extension(path.suffix.lower().lstrip("."))
            quads = list(parse(file, format=form))
        extractions = tuple(recall(_statements(quads)))
    except FileNotFoundError:
        raise UnreadableGraph(f"{path}: no such file or folder") from None
    except OSError as error:
        raise UnreadableGraph(f"{path}: cannot be read ({error.strerror or error})") from error
    except (SyntaxError, UnicodeDecodeError) as error:
        raise UnreadableGraph(f"{path}: is not the RDF its name says ({error})") from error
    except (IndexError, KeyError, ValueError) as error:
        raise UnreadableGraph(f"{path}: is not a whole graph that hadath wrote ({error})") from error
    if not extractions:
        raise UnreadableGraph(f"{path}: holds no article that hadath read")
    return Reading(extractions, joined=joined(quads))


def _statements(quads: Iterable[Quad]) -> Iterator[Statement]:
    """The statements between named nodes, whatever graph they stand in; blank nodes are not ours."""
    for quad in quads:
        subject, obj = quad.subject, quad.object
        if isinstance(subject, NamedNode) and isinstance(obj, Literal):
            yield subject.value, quad.predicate.value, obj.value, obj.language or ""
        elif isinstance(subject, NamedNode) and isinstance(obj, NamedNode):
            yield subject.value, quad.predicate.value, obj.value, ""
