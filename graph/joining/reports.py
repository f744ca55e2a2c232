"""Events as one article reports them, with the identities of who takes part and where it happens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rdflib import RDFS

from hadath.extract.gazetteer.names import entry
from hadath.graph.joining.entities import Entity
from hadath.graph.joining.stems import stem, stems
from hadath.graph.joining.values import Facts, Values, day, local_name, offset, value_of
from hadath.ontology.namespace import GAF, HD, NIF, SCHEMA, SEM

__all__ = ["Report", "read_report"]

_ROLES = {str(HD.agent): "agent", str(HD.patient): "patient", str(SEM.hasPlace): "hasPlace"}
_NEAR = 4
_RECENT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Report:
    """An event as one article reports it.

    ``keys`` are the identities in each role, ``words`` the stems of their names, ``countries`` what these are or belong to.
    ``first`` and ``last`` are the days its own times leave open (None: the article does not date it), ``past`` whether that
    is long before the article. ``context`` are the stems of its sentence, ``near`` those beside the event word, ``content``
    those of what is said or asked for.
    """

    node: str
    type: str
    lemma: str
    keys: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    countries: Mapping[str, frozenset[str]]
    first: date | None
    last: date | None
    past: bool
    numbers: frozenset[str]
    context: frozenset[str]
    near: frozenset[str]
    content: frozenset[str]
    modality: str


def read_report(
    node: str,
    values: Values,
    entities: Mapping[str, Entity],
    published: date | None,
    country: str | None,
) -> Report:
    """Read an event; ``published`` and ``country`` are those of its article."""
    facts = values[node]
    fillers = {
        role: [entities[filler] for filler in facts.get(predicate, ()) if filler in entities]
        for predicate, role in _ROLES.items()
    }
    first, last = _interval(facts, values)
    trigger = min(facts.get(str(GAF.denotedBy), [""]), key=offset)
    sentence = value_of(values.get(trigger, {}), NIF.sentence) or ""
    text = value_of(values.get(sentence, {}), NIF.anchorOf) or ""
    at, at_end = offset(trigger), int(trigger.rpartition(",")[2])
    return Report(
        node=node,
        type=local_name(value_of(facts, SEM.eventType)),
        lemma=stem(value_of(facts, HD.lemma) or ""),
        keys={
            role: frozenset(e.key.text for e in found if e.key) for role, found in fillers.items() if found
        },
        words={
            role: frozenset(w for e in found for w in stems(e.name))
            for role, found in fillers.items()
            if found
        },
        countries=_countries(fillers, country),
        first=first,
        last=last,
        past=bool(last and published and published - last > _RECENT),
        numbers=frozenset(
            number
            for q in facts.get(str(HD.quantity), ())
            for number in values.get(q, {}).get(str(SCHEMA.value), ())
        ),
        context=stems(text),
        near=stems(_around(text, at - offset(sentence), at_end - offset(sentence))),
        content=frozenset(
            word for event in facts.get(str(HD.content), ()) for word in _told(values.get(event, {}), values)
        ),
        modality=local_name(value_of(facts, HD.modality)),
    )


def _countries(fillers: Mapping[str, list[Entity]], country: str | None) -> dict[str, frozenset[str]]:
    """The countries in each role; what names nobody and no place, or «المحتجون», happens where its article is mostly about."""
    if country and not any(e.key for found in fillers.values() for e in found):
        return {"hasPlace": frozenset({country})}
    return {
        role: frozenset(code for e in found if e.key and (code := _country(e.key.text)))
        for role, found in fillers.items()
    }


def _country(key: str) -> str | None:
    """The code of the country that the bearer of a key is or belongs to, as far as the key tells."""
    last = key.rpartition(" ")[2]
    if len(last) == 2 and last.isupper():
        return last
    known = entry(last)
    return known.country if known else None


def _interval(facts: Facts, values: Values) -> tuple[date | None, date | None]:
    """The days on which all the event's dated times may lie together; the narrowest where they contradict."""
    spans = []
    for time in facts.get(str(SEM.hasTime), ()):
        begin = day(value_of(values.get(time, {}), SEM.hasBeginTimeStamp))
        end = day(value_of(values.get(time, {}), SEM.hasEndTimeStamp))
        if begin and end:
            spans.append((end - begin, begin, end))
    return min(spans)[1:] if spans else (None, None)


def _told(facts: Facts, values: Values) -> frozenset[str]:
    """The event word and the names in the roles of what is said or asked for."""
    names = [
        label.rpartition("@")[0]
        for predicate in (HD.agent, HD.patient)
        for filler in facts.get(str(predicate), ())
        for label in values.get(filler, {}).get(str(RDFS.label), ())
        if not label.endswith("@en")
    ]
    return frozenset(
        {stem(value_of(facts, HD.lemma) or ""), *(word for name in names for word in stems(name))}
    )


def _around(text: str, begin: int, end: int) -> str:
    """The words beside a stretch of a sentence, on both sides."""
    return " ".join([*text[:begin].split()[-_NEAR:], *text[end:].split()[:_NEAR]])
