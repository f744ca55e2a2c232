"""What the stages hand to each other: frozen records in which every fact carries the characters it was read from.

All offsets are Unicode code points into ``Article.text`` exactly as read, end exclusive, so that
``article.text[mention.start:mention.end] == mention.text`` always holds.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

__all__ = [
    "Article",
    "Basis",
    "Entity",
    "EntityKind",
    "Event",
    "Exactness",
    "Extraction",
    "Mention",
    "Modality",
    "NotExtracted",
    "Quantity",
    "Sentence",
    "TimeExpression",
]


class EntityKind(StrEnum):
    """What kind of thing fills a role; the ontology maps each to its class."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    CITY = "city"
    PLACE = "place"  # any other place: region, river, sea
    FACILITY = "facility"  # building, road, border crossing
    GROUP = "group"  # unnamed people: protesters, soldiers, gangs
    THING = "thing"  # anything else: a law, an agreement, measures


class Modality(StrEnum):
    """How the text puts an event forward, apart from who says it and whether it is denied."""

    ASSERTED = "asserted"
    FUTURE = "future"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"


class Basis(StrEnum):
    """Where a date comes from: written out, relative to the publication date, or inferred."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    INFERRED = "inferred"


class Exactness(StrEnum):
    """How a text qualifies a number: «نحو», «أكثر من», «لا يقل عن», «حتى»."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    LESS_THAN = "less than"


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it was read: ``id`` is the file's stem or the JSON ``id``."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    language: str = "ar"


@dataclass(frozen=True, slots=True)
class Mention:
    """The characters that speak of something: ``text`` is exactly the slice ``[start, end)`` of the article."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the article between two sentence boundaries, without the white space around it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that takes part in events, with all its mentions in order of the text.

    ``key`` is unique within the article. ``unnamed`` is a person, organisation or place that the text calls by no name of its
    own («الشرطة»), as groups and things never are; ``name_en`` then says what it is ("police"). ``wikidata`` is a QID such as
    ``Q232``, given only when the link is sure; ``confidence`` (0–1) is that of the link.
    """

    key: str
    kind: EntityKind
    name: str
    mentions: tuple[Mention, ...]
    name_en: str | None = None
    wikidata: str | None = None
    confidence: float | None = None
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time the text names. ``value`` is ISO 8601 (``2022``, ``2022-01``, ``2022-01-11``, ``2022-01-11T18:00``);
    ``begin``/``end`` are its first and last day; all three None when it could not be resolved to a date."""

    key: str
    mention: Mention
    basis: Basis
    value: str | None = None
    begin: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts or measures: «نحو 8 آلاف مشارك» is 8000, about, unit «مشارك».

    ``value`` is None for vague amounts («عشرات»). ``currency`` is the ISO 4217 code when it is money.
    """

    mention: Mention
    value: int | float | None
    unit: str | None = None
    exactness: Exactness = Exactness.EXACT
    currency: str | None = None
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is said, done, planned, refused or that happens, with its roles.

    ``name_en`` is an English name of what its word means here ("arrested", "shooting"), None where none is known; like
    the word it says nothing of whether the event happened.
    ``mode`` is the PLOVER mode of its type, how it is done, where the text says so: ``aerial``, ``arrest``, ``hunger``.
    ``destinations`` and ``origins`` of a movement are among its ``places``; ``instruments`` are what it is done with.
    Role fields hold entity keys, ``times`` keys of time expressions, ``contents`` keys of the events that a
    saying event reports, ``purposes`` of those that it is done for. ``said_by`` is to whom the text attributes the
    event: empty when the article itself asserts it. ``support`` are words apart from the trigger that only carry it
    («وجهت» of «وجهت إليهم تهمة»). ``rule`` names the rule that found it; ``confidence`` is 0–1.
    """

    key: str
    type: str
    lemma: str
    trigger: Mention
    support: tuple[Mention, ...] = ()
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    negated: bool = False
    modality: Modality = Modality.ASSERTED
    said_by: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    rule: str = ""
    confidence: float = 1.0
    mode: str = ""
    name_en: str | None = None

    @property
    def asserted(self) -> bool:
        """Whether the article itself says that this happened or happens."""
        return not self.said_by and not self.negated and self.modality is Modality.ASSERTED


@dataclass(frozen=True, slots=True)
class NotExtracted:
    """An event word that gave no event, and why: the report of what was not understood."""

    mention: Mention
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one article."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    not_extracted: tuple[NotExtracted, ...] = field(default=())
