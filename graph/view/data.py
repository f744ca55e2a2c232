"""The story as the JSON that the page carries. Keys whose value would be empty are left out.

::

    title        string
    leftOut      how many articles are not in this page, to keep it small
    articles     [{id, title, source, published, url, language, pieces: [string]}]
    nodes        [entity or event], the place in the list is its number
      entity     {group: "entity", kind, name, en, wikidata, point: [latitude, longitude], sure, at: [passage]}
      event      {group: "event", kind (its type), article, mode, name, en, lemma, standing, negated, modality, speakers: [number],
                  times: [{text, value, begin, end, basis}], numbers: [{text, value, unit, exactness, currency, percent}],
                  rule, sure, at: [passage]}
      passage    [article, first, last, [from, to, from, to, …]]: the pieces of the sentence and those marked in it
    roles        [[event, name, other]]: agent, patient, recipient, place, destination, origin, instrument, content, purpose, said_by
    relations    [[subject, object, predicate or "", event]]
    happenings   [[event, event, …]]: events that report the same happening, each in its own way; only in pages of joined articles
    world        {land, borders}: SVG paths for the map, see :mod:`.outlines`; only where a place is known
    opening      "relations" or "events": the drawing that the page opens with, whose nodes pyvis carries
    scenes       {events or relations: {number: [x, y]}}: where the nodes of the other drawing stand
"""

from typing import Any

from hadath.extract.coordinates import locate
from hadath.extract.records import Quantity, TimeExpression
from hadath.graph.view.outlines import outlines
from hadath.graph.view.story import Passage, Story, StoryArticle, StoryEntity, StoryEvent
from hadath.graph.view.text import visible

__all__ = ["Facts", "story_data"]

Facts = dict[str, Any]
"""What becomes a JSON object."""


def story_data(story: Story) -> Facts:
    """The JSON form of a story, without its drawings."""
    nodes = {entity.number: _entity(entity) for entity in story.entities}
    nodes |= {event.number: _event(event) for event in story.events}
    located = any("point" in node for node in nodes.values())
    return {
        "title": story.title,
        "leftOut": story.left_out,
        "articles": [_article(article) for article in story.articles],
        "nodes": [nodes[number] for number in sorted(nodes)],
        "roles": [[role.event, role.name, role.other] for role in story.roles],
        "relations": [[r.subject, r.object, r.predicate, r.event] for r in story.relations],
        **({"happenings": list(map(list, story.happenings))} if story.happenings else {}),
        **({"world": outlines()} if located else {}),
    }


def _filled(facts: Facts) -> Facts:
    return {key: value for key, value in facts.items() if value not in ("", None, [], False)}


def _article(article: StoryArticle) -> Facts:
    return _filled(
        {
            "id": article.id,
            "title": article.title,
            "source": article.source,
            "published": article.published,
            "url": article.url,
            "language": article.language,
            "pieces": list(article.pieces),
        }
    )


def _entity(entity: StoryEntity) -> Facts:
    return _filled(
        {
            "group": "entity",
            "kind": entity.kind.value,
            "name": entity.name,
            "en": entity.name_en,
            "wikidata": entity.wikidata,
            "point": locate(entity.kind, entity.name, entity.wikidata or None),
            "sure": entity.confidence,
            "at": list(map(_passage, entity.passages)),
        }
    )


def _event(event: StoryEvent) -> Facts:
    return {"group": "event", "article": event.article} | _filled(
        {
            "kind": event.type,
            "mode": event.mode,
            "name": event.name,
            "en": event.name_en,
            "lemma": event.lemma,
            "standing": event.standing.value,
            "negated": event.negated,
            "modality": event.modality.value,
            "speakers": list(event.speakers),
            "times": list(map(_time, event.times)),
            "numbers": list(map(_quantity, event.quantities)),
            "rule": event.rule,
            "sure": event.confidence,
            "at": list(map(_passage, event.passages)),
        }
    )


def _passage(passage: Passage) -> list[Any]:
    return [passage.article, *passage.sentence, [piece for run in passage.marks for piece in run]]


def _time(time: TimeExpression) -> Facts:
    return _filled(
        {
            "text": visible(time.mention.text),
            "value": time.value,
            "begin": time.begin.isoformat() if time.begin else "",
            "end": time.end.isoformat() if time.end else "",
            "basis": time.basis.value,
        }
    )


def _quantity(quantity: Quantity) -> Facts:
    return _filled(
        {
            "text": visible(quantity.mention.text),
            "value": str(quantity.value) if quantity.value is not None else "",
            "unit": visible(quantity.unit or ""),
            "exactness": quantity.exactness.value,
            "currency": visible(quantity.currency or ""),
            "percent": quantity.percent,
        }
    )
