"""What can go wrong between records and files, named by the situation."""

from hadath.extract.errors import HadathError

__all__ = [
    "AmbiguousArticle",
    "BadDecision",
    "BadQuery",
    "BadRecord",
    "BadValue",
    "MissingLibrary",
    "NewerStore",
    "NotAStore",
    "RefusedQuery",
    "StoreInUse",
    "UnknownArticle",
    "UnknownFormat",
    "UnknownQuestion",
    "UnreadableGraph",
    "UnreadableStore",
    "UnwritableOutput",
]


class UnknownFormat(HadathError, ValueError):
    """A format that is not in the table."""


class UnwritableOutput(HadathError, OSError):
    """A file or folder that cannot be written: no permission, no space, or something else stands in its place."""


class UnreadableGraph(HadathError, ValueError):
    """A graph file that is not there or is not RDF."""


class BadDecision(HadathError, ValueError):
    """A decision about joinings that names what cannot be joined or taken apart."""


class BadQuery(HadathError, ValueError):
    """A query that is no SPARQL, or that asks for what a query here may not do."""


class RefusedQuery(BadQuery):
    """A query that asks for what a query here may not do: to reach other services or load graphs."""


class BadRecord(HadathError, ValueError):
    """A record that contradicts its article: a key that names nothing, a mention that is not the text's."""


class NotAStore(HadathError, ValueError):
    """A folder that is not there or holds something else than a store."""


class NewerStore(HadathError, ValueError):
    """A store that a later hadath made, in a layout this one does not know."""


class StoreInUse(HadathError, OSError):
    """A store that another program is writing into."""


class UnreadableStore(HadathError, OSError):
    """A store whose files are damaged or may not be read."""


class AmbiguousArticle(HadathError, ValueError):
    """An id that several articles of a store share."""


class UnknownArticle(HadathError, KeyError):
    """An article that a store does not hold."""

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would quote it


class UnknownQuestion(HadathError, ValueError):
    """A name that no ready question has."""


class BadValue(HadathError, ValueError):
    """A value that a parameter of a question cannot take: no date, no known name, no IRI."""


class MissingLibrary(HadathError, ModuleNotFoundError):
    """A library that only one feature needs and that is not installed."""
