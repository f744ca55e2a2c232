"""How the page names and draws things: the table ``templates/terms.tsv`` and the looks made from it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hadath.extract.records import Entity, Event, Modality

__all__ = ["Term", "entity_look", "event_look", "page_terms", "role_look"]

_TABLE = Path(__file__).parent / "templates" / "terms.tsv"
_INK, _DENIED, _LINE = "#1b2733", "#a3123f", "#7b8794"


@dataclass(frozen=True, slots=True)
class Term:
    """A kind of entity, type of event, role or status; the shape of an event type is its category."""

    group: str
    key: str
    ar: str
    en: str
    shape: str = ""
    colour: str = ""


@cache
def page_terms() -> dict[tuple[str, str], Term]:
    """All terms of the page by group and key, in the order of the table, which is that of the legend."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    terms = [Term(*line.split("\t")) for line in lines if line and not line.startswith("#")]
    return {(term.group, term.key): term for term in terms}


def entity_look(entity: Entity, *, degree: int) -> dict[str, Any]:
    """Shape and colour by kind; whoever takes part in more events is drawn larger."""
    term = page_terms()["entity", entity.kind.value]
    font = {"color": _INK, "size": 17, "strokeWidth": 4, "strokeColor": "#ffffff"}
    return {"shape": term.shape, "color": term.colour, "size": 12 + min(degree, 12), "font": font}


def event_look(event: Event) -> dict[str, Any]:
    """A box in the colour of its category; its border tells how far the article vouches for the event."""
    term = page_terms().get(("event", event.type), page_terms()["event", "OTHER"])
    fill = page_terms()["category", term.shape].colour
    border = _DENIED if event.negated else _INK
    colour = {"background": fill, "border": border, "highlight": {"background": fill, "border": border}}
    look: dict[str, Any] = {"shape": "box", "color": colour, "borderWidth": 1 if event.asserted else 2}
    look["font"] = {"color": _INK, "size": 16}
    look["shapeProperties"] = {"borderDashes": _dashes(event), "borderRadius": 6}
    return look


def _dashes(event: Event) -> list[int] | bool:
    """Dotted when future, possible or conditional, dashed when somebody says so, both in turn when both."""
    unreal = event.modality is not Modality.ASSERTED
    if unreal and event.said_by:
        return [9, 3, 2, 3]
    if unreal:
        return [2, 4]
    return [9, 5] if event.said_by else False


def role_look(role: str) -> dict[str, Any]:
    """A thin arrow with the role's name; «according to» is dashed and has no arrow, for it is no act."""
    look: dict[str, Any] = {"label": page_terms()["role", role].ar, "color": _LINE}
    if role == "said_by":
        look |= {"dashes": [4, 4], "arrows": ""}
    return look
