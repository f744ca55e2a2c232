"""What the page tells, as frozen records: the articles, who and what takes part, what happens, who stands how to whom.

Entities and events are numbered together in order of appearance (``number``): no text of an article becomes an identifier.
A stretch of text is a run ``(first, last)`` of the article's pieces, end exclusive; see :mod:`hadath.graph.view.text`.
"""

from dataclasses import dataclass
from enum import StrEnum

from hadath.extract.records import EntityKind, Event, Modality, Quantity, TimeExpression

__all__ = [
    "Passage",
    "Relation",
    "Role",
    "Run",
    "Standing",
    "Story",
    "StoryArticle",
    "StoryEntity",
    "StoryEvent",
]

Run = tuple[int, int]


class Standing(StrEnum):
    """How an event stands in the text, each drawn in its own way; the first that fits counts."""

    DENIED = "denied"  # said not to have happened, by the article or by a speaker
    PLANNED = "planned"  # said to be going to happen
    POSSIBLE = "possible"  # said to be possible or conditional
    CLAIMED = "claimed"  # put into somebody's mouth
    ASSERTED = "asserted"  # stated by the article itself

    @classmethod
    def of(cls, event: Event) -> "Standing":
        """The standing of an event; who says it is told apart from it."""
        if event.negated:
            return cls.DENIED
        if event.modality is Modality.FUTURE:
            return cls.PLANNED
        if event.modality is not Modality.ASSERTED:
            return cls.POSSIBLE
        return cls.CLAIMED if event.said_by else cls.ASSERTED


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article (by its place in the story) and the mentions in it that something was read from."""

    article: int
    sentence: Run
    marks: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article with its text cut into pieces; dates are ISO 8601, what is not known is empty."""

    id: str
    title: str
    source: str
    published: str
    url: str
    language: str
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryEntity:
    """Somebody or something, over all articles as far as they are joined; ``wikidata`` is a QID or empty."""

    number: int
    kind: EntityKind
    name: str
    name_en: str
    wikidata: str
    confidence: float | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """An event of one article; ``name`` is its word, ``name_en`` that in English or empty; ``speakers`` are numbers of the
    entities to whom the text attributes it."""

    number: int
    article: int
    type: str
    mode: str
    name: str
    name_en: str
    lemma: str
    standing: Standing
    negated: bool
    modality: Modality
    speakers: tuple[int, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    rule: str
    confidence: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """Which part an entity or reported event (``other``) plays in an event: ``agent``, ``patient``, ``said_by``, …"""

    event: int
    name: str
    other: int


@dataclass(frozen=True, slots=True)
class Relation:
    """One step from entity to entity through an event: a direct predicate of the ontology when the article asserts it
    and the ontology has one, else ``predicate`` is empty and the event's type has to name it."""

    subject: int
    object: int
    predicate: str
    event: int


@dataclass(frozen=True, slots=True)
class Story:
    """All that a page shows, and how many articles were left out to keep it small.

    ``happenings`` are the numbers of events, two or more, that report one happening each in its own way.
    """

    title: str
    articles: tuple[StoryArticle, ...] = ()
    entities: tuple[StoryEntity, ...] = ()
    events: tuple[StoryEvent, ...] = ()
    roles: tuple[Role, ...] = ()
    relations: tuple[Relation, ...] = ()
    happenings: tuple[tuple[int, ...], ...] = ()
    left_out: int = 0
