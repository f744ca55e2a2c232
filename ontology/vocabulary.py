"""The data files of the ontology, read once: the Turtle as a graph, the JSON-LD context as a dict."""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

from rdflib import SKOS, Graph

from hadath.ontology.namespace import HD

__all__ = ["context", "event_modes", "event_types", "shapes", "vocabulary"]

_FILES = ("hadath.ttl", "plover.ttl")


@lru_cache(maxsize=1)
def vocabulary() -> Graph:
    """All of ``hadath.ttl`` and ``plover.ttl`` as one graph. Shared: read it, do not add to it."""
    graph = Graph()
    for name in _FILES:
        graph.parse(data=(files("hadath.ontology") / name).read_text("utf-8"), format="turtle")
    return graph


@lru_cache(maxsize=1)
def shapes() -> Graph:
    """The contract of a graph, ``shapes.ttl``. Shared: read it, do not add to it."""
    return Graph().parse(data=(files("hadath.ontology") / "shapes.ttl").read_text("utf-8"), format="turtle")


@lru_cache(maxsize=1)
def event_types() -> frozenset[str]:
    """The names of all event types: the sixteen of PLOVER, ``SAY`` and ``OTHER``.

    >>> len(event_types()), "ASSAULT" in event_types()
    (18, True)
    """
    return frozenset(
        str(concept).removeprefix(str(HD))
        for concept in vocabulary().subjects(SKOS.topConceptOf, HD.EventTypes)
    )


@lru_cache(maxsize=32)
def event_modes(event_type: str) -> frozenset[str]:
    """The names of the PLOVER modes that events of a type may have; the concept is ``HD["PROTEST-riot"]``.

    >>> sorted(event_modes("PROTEST"))
    ['boycott', 'demo', 'general', 'hunger', 'obstruct', 'riot', 'strike']
    """
    concepts = vocabulary().subjects(SKOS.broader, HD[event_type])
    return frozenset(str(concept).removeprefix(f"{HD[event_type]}-") for concept in concepts)


@lru_cache(maxsize=1)
def context() -> dict[str, Any]:
    """The JSON-LD context, as it is embedded in every JSON-LD file so that no reader has to fetch it."""
    loaded: dict[str, Any] = json.loads((files("hadath.ontology") / "context.jsonld").read_text("utf-8"))
    return loaded
