"""Everything a graph can be written as: one table, from which the command line, the tests and the README are made."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from hadath.graph.corpus import Corpus
from hadath.graph.errors import UnknownFormat
from hadath.graph.gexf import generate_gexf
from hadath.graph.graphml import generate_graphml
from hadath.graph.jsonld import generate_jsonld
from hadath.graph.nodelink import generate_nodelink
from hadath.graph.nquads import generate_nquads, generate_ntriples
from hadath.graph.rdfxml import generate_rdfxml
from hadath.graph.table import generate_csv
from hadath.graph.turtle import generate_trig, generate_turtle

__all__ = ["DEFAULT_FORMATS", "FORMATS", "Format", "Writer", "find_format"]

Writer = Callable[[Corpus], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a graph: ``write`` yields the file piece by piece, ``filename`` is what ``hadath build`` calls it."""

    name: str
    write: Writer
    filename: str
    description: str

    @property
    def suffix(self) -> str:
        """The end of the file's name, such as ``.trig``."""
        return "." + self.filename.rsplit(".", 1)[1]


def _generate_page(corpus: Corpus) -> Iterator[str]:
    """Yield the HTML page; the drawing code is loaded only when it is wanted."""
    from hadath.graph.view import render_page

    yield render_page(corpus.extractions)


FORMATS: dict[str, Format] = {
    entry.name: entry
    for entry in (
        Format("trig", generate_trig, "graph.trig", "RDF, one named graph per article, for reading"),
        Format(
            "nquads",
            generate_nquads,
            "graph.nq",
            "RDF, one named graph per article, canonical lines for stores and diffs",
        ),
        Format("html", _generate_page, "graph.html", "interactive page, offline, right to left"),
        Format("csv", generate_csv, "events.csv", "table of events for Excel and data frames"),
        Format("turtle", generate_turtle, "graph.ttl", "RDF without named graphs, for reading"),
        Format("ntriples", generate_ntriples, "graph.nt", "RDF without named graphs, one statement a line"),
        Format(
            "json-ld", generate_jsonld, "graph.jsonld", "RDF as JSON, context inside, one graph per article"
        ),
        Format("rdf-xml", generate_rdfxml, "graph.rdf", "RDF as XML without named graphs, for old tools"),
        Format("graphml", generate_graphml, "graph.graphml", "network for yEd, Gephi, igraph"),
        Format("gexf", generate_gexf, "graph.gexf", "network for Gephi"),
        Format("node-link", generate_nodelink, "graph.json", "network as JSON for networkx and d3"),
    )
}
"""The formats by name."""

DEFAULT_FORMATS = ("trig", "nquads", "html", "csv")
"""What ``hadath build`` writes when no format is asked for."""


def find_format(name: str) -> Format:
    """The format of that name or file suffix, however it is hyphenated, or an error that names those there are.

    >>> find_format("N-Quads") == find_format("nq") == FORMATS["nquads"]
    True
    """
    wanted = _plain(name)
    for entry in FORMATS.values():
        if wanted in (_plain(entry.name), _plain(entry.suffix)):
            return entry
    raise UnknownFormat(f"unknown format {name!r}; choose from {', '.join(sorted(FORMATS))}")


def _plain(name: str) -> str:
    return name.lower().replace("-", "").lstrip(".")
