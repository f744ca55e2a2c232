"""What can go wrong between records and files, named by the situation."""

from hadath.extract.errors import HadathError

__all__ = ["BadQuery", "BadRecord", "UnknownFormat", "UnreadableGraph", "UnwritableOutput"]


class UnknownFormat(HadathError, ValueError):
    """A format that is not in the table."""


class UnwritableOutput(HadathError, OSError):
    """A file or folder that cannot be written: no permission, no space, or something else stands in its place."""


class UnreadableGraph(HadathError, ValueError):
    """A graph file that is not there or is not RDF."""


class BadQuery(HadathError, ValueError):
    """A query that is no SPARQL, or that asks for what a query here may not do."""


class BadRecord(HadathError, ValueError):
    """A record that contradicts its article: a key that names nothing, a mention that is not the text's."""
