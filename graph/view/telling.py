"""From extractions to the story that the page tells; entities that joining, or one Wikidata item, makes one are one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from re import fullmatch

from hadath.extract.records import Entity, EntityKind, Event, Extraction, Mention
from hadath.graph.direct import direct_pairs
from hadath.graph.iris import BASE
from hadath.graph.joining.joined import Joined
from hadath.graph.view.story import (
    Passage,
    Relation,
    Role,
    Standing,
    Story,
    StoryArticle,
    StoryEntity,
    StoryEvent,
)
from hadath.graph.view.text import CutText, visible
from hadath.ontology.predicates import direct_predicates

__all__ = ["LIMIT", "headline", "tell"]

LIMIT = 20_000
"""How many events and entities a page may hold: more make a file that is slow to open."""

_SLOTS = {
    "agent": "agents",
    "patient": "patients",
    "recipient": "recipients",
    "place": "places",
    "destination": "destinations",
    "origin": "origins",
    "instrument": "instruments",
    "content": "contents",
    "purpose": "purposes",
    "said_by": "said_by",
}
_TO_EVENTS = frozenset({"content", "purpose"})


def tell(
    extractions: Sequence[Extraction],
    *,
    title: str | None = None,
    limit: int = LIMIT,
    left_out: int = 0,
    joined: Joined | None = None,
) -> Story:
    """Tell some articles as one story; its title is the headline when there is one article and no other is given.

    When there are more than ``limit`` events and entities the newest articles are told and the others counted;
    ``left_out`` is how many were left out before. ``joined`` is what a store knows to be one across its articles; what it
    does not speak of is one if it is linked to one Wikidata item.
    """
    told = _newest(extractions, limit)
    teller = _Teller(joined or Joined())
    for extraction in told:
        teller.add(extraction)
    own = headline(extractions[0]) if len(extractions) == 1 else ""
    return Story(
        title=visible(title or own),
        articles=tuple(teller.articles),
        entities=tuple(teller.entities()),
        events=tuple(teller.events),
        roles=tuple(teller.roles),
        relations=tuple(teller.relations),
        happenings=tuple(teller.happenings()),
        left_out=left_out + len(extractions) - len(told),
    )


def _newest(extractions: Sequence[Extraction], limit: int) -> Sequence[Extraction]:
    """As many of the newest articles as go into the limit, at least one, in the order they came in."""
    room = limit
    kept: set[int] = set()
    days = [str(extraction.article.published or "") for extraction in extractions]
    for place in sorted(range(len(extractions)), key=lambda place: days[place], reverse=True):
        room -= len(extractions[place].events) + len(extractions[place].entities)
        if room < 0 and kept:
            break
        kept.add(place)
    return [extractions[place] for place in sorted(kept)]


def headline(extraction: Extraction) -> str:
    """The article's title, or its first line."""
    article = extraction.article
    return visible(article.title or article.text.strip().partition("\n")[0][:120] or article.id)


class _Teller:
    """What was told so far, with a number for everything."""

    def __init__(self, joined: Joined) -> None:
        self.articles: list[StoryArticle] = []
        self.events: list[StoryEvent] = []
        self.roles: list[Role] = []
        self.relations: list[Relation] = []
        self._joined = joined
        self._entities: dict[int, tuple[list[Entity], list[Passage]]] = {}
        self._identities: dict[str, int] = {}
        self._reports: dict[str, list[int]] = {}
        self._count = 0

    def entities(self) -> Iterator[StoryEntity]:
        """The entities in order of their numbers, under the name that most articles use, with all their passages."""
        for number, (ones, passages) in self._entities.items():
            ((name, _),) = Counter(one.name for one in ones).most_common(1)
            entity = next(one for one in ones if one.name == name)
            linked = next((one for one in ones if _item(one.wikidata)), entity)
            yield StoryEntity(
                number=number,
                kind=entity.kind,
                name=visible(name),
                name_en=visible(entity.name_en or ""),
                wikidata=_item(linked.wikidata),
                confidence=linked.confidence,
                passages=tuple(passages),
            )

    def happenings(self) -> Iterator[tuple[int, ...]]:
        """The events that report one happening, in the order of its first report."""
        yield from (tuple(numbers) for numbers in self._reports.values() if len(numbers) > 1)

    def add(self, extraction: Extraction) -> None:
        """Add one article: its text, its entities, its events and who plays which part in them."""
        cut, place = CutText(extraction), len(self.articles)
        self.articles.append(_article(extraction, cut))
        entities = {entity.key: self._entity(entity, cut, place) for entity in extraction.entities}
        events = {event.key: self._number() for event in extraction.events}
        kinds = {entity.key: entity.kind for entity in extraction.entities}
        for event in extraction.events:
            number = events[event.key]
            if event.key in self._joined.happenings:
                self._reports.setdefault(self._joined.happenings[event.key], []).append(number)
            self.events.append(_event(event, number, extraction, entities, cut, place))
            for role, key in _parts(event):
                ends = events if role in _TO_EVENTS else entities
                if key in ends:
                    self.roles.append(Role(number, role, ends[key]))
            for subject, obj, predicate in _relations(event, kinds):
                if entities[subject] != entities[obj]:
                    self.relations.append(Relation(entities[subject], entities[obj], predicate, number))

    def _entity(self, entity: Entity, cut: CutText, place: int) -> int:
        item = _item(entity.wikidata)
        identity = self._joined.identities.get(entity.key) or (f"{BASE}identity/{item}" if item else None)
        number = self._identities[identity] if identity in self._identities else self._number()
        if identity:
            self._identities[identity] = number
        ones, passages = self._entities.setdefault(number, ([], []))
        ones.append(entity)
        passages.extend(cut.passages(entity.mentions, place))
        return number

    def _number(self) -> int:
        self._count += 1
        return self._count - 1


def _article(extraction: Extraction, cut: CutText) -> StoryArticle:
    article = extraction.article
    return StoryArticle(
        id=visible(article.id),
        title=headline(extraction),
        source=visible(article.source or ""),
        published=article.published.isoformat() if article.published else "",
        url=visible(article.url or ""),
        language=visible(article.language),
        pieces=tuple(cut.pieces()),
    )


def _event(
    event: Event, number: int, extraction: Extraction, entities: dict[str, int], cut: CutText, place: int
) -> StoryEvent:
    times = tuple(time for time in extraction.times if time.key in event.times)
    stretches: list[Mention] = [event.trigger, *event.support]
    stretches += [*(quantity.mention for quantity in event.quantities), *(time.mention for time in times)]
    return StoryEvent(
        number=number,
        article=place,
        type=visible(event.type),
        mode=visible(event.mode),
        name=visible(event.trigger.text),
        name_en=visible(event.name_en or ""),
        lemma=visible(event.lemma),
        standing=Standing.of(event),
        negated=event.negated,
        modality=event.modality,
        speakers=tuple(dict.fromkeys(entities[key] for key in event.said_by if key in entities)),
        times=times,
        quantities=event.quantities,
        rule=visible(event.rule),
        confidence=event.confidence,
        passages=tuple(cut.passages(stretches, place)),
    )


def _item(wikidata: str | None) -> str:
    """A Wikidata item's number, and nothing else: it becomes part of a link."""
    return wikidata if wikidata and fullmatch("Q[1-9][0-9]*", wikidata) else ""


def _parts(event: Event) -> list[tuple[str, str]]:
    """Who and what fills which role; a place of a movement is named by its closer role alone."""
    moved = {*event.destinations, *event.origins}
    parts = [
        (role, key)
        for role, slot in _SLOTS.items()
        for key in getattr(event, slot)
        if not (role == "place" and key in moved)
    ]
    return list(dict.fromkeys(parts))


def _relations(event: Event, kinds: dict[str, EntityKind]) -> Iterator[tuple[str, str, str]]:
    """Yield subject, object and the narrowest direct predicate, or none, of each step that an event makes."""
    found: dict[tuple[str, str], str] = {}
    broader = {predicate.iri: predicate.broader for predicate in direct_predicates()}
    pairs = [
        (iri, subject, obj) for iri, subject, obj, is_event in direct_pairs(event, kinds) if not is_event
    ]
    for iri, subject, obj in pairs:
        if not any(iri in broader.get(other, ()) for other, *ends in pairs if ends == [subject, obj]):
            found.setdefault((subject, obj), iri.rsplit("/", 1)[1])
    ends = [*event.patients, *event.recipients] or ([] if event.type == "SAY" else [*event.places])
    for subject in event.agents:
        for obj in (*ends, *event.destinations):
            if subject in kinds and obj in kinds:
                found.setdefault((subject, obj), "")
    yield from ((subject, obj, predicate) for (subject, obj), predicate in found.items())
