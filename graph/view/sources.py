"""What a page can be made of: articles, a graph that hadath wrote, the folder it wrote it into, or a store."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from hadath.extract.errors import HadathError
from hadath.extract.records import Extraction
from hadath.graph.errors import UnreadableGraph
from hadath.graph.recorded import Statement, recall

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["read_extractions"]

_GRAPHS = (".nq", ".trig", ".jsonld", ".nt", ".ttl", ".rdf")


def read_extractions(
    source: str | Path, *, on_error: Callable[[HadathError], None] | None = None
) -> list[Extraction]:
    """Read what was extracted from a graph, or extract it from articles (files, folders or ``-``)."""
    path = Path(source)
    graph = _graph(path)
    return _recorded(graph) if graph else _extracted(source, on_error)


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


def _recorded(path: Path) -> list[Extraction]:
    from pyoxigraph import RdfFormat, parse

    try:
        with path.open("rb") as file:
            form = RdfFormat.from_extension(path.suffix.lower().lstrip("."))
            extractions = list(recall(_statements(parse(file, format=form))))
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
    return extractions


def _statements(quads: Iterable["Quad"]) -> Iterator[Statement]:
    """The statements between named nodes, whatever graph they stand in; blank nodes are not ours."""
    from pyoxigraph import Literal, NamedNode

    for quad in quads:
        subject, obj = quad.subject, quad.object
        if isinstance(subject, NamedNode) and isinstance(obj, Literal):
            yield subject.value, quad.predicate.value, obj.value, obj.language or ""
        elif isinstance(subject, NamedNode) and isinstance(obj, NamedNode):
            yield subject.value, quad.predicate.value, obj.value, ""
