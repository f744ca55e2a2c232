"""Where the places of the gazetteer are on the globe: enough for a dot on a map of the world, no survey.

The table is ``extract/ar/coordinates.tsv``; it opens with its sources and licences.
"""

from functools import lru_cache
from importlib.resources import files

from hadath.extract.gazetteer.entries import Entry
from hadath.extract.gazetteer.names import entry, lookup
from hadath.extract.records import EntityKind

__all__ = ["Point", "coordinates", "locate", "place_key"]

Point = tuple[float, float]  # latitude, longitude in degrees
_PLACES = frozenset({EntityKind.COUNTRY, EntityKind.CITY, EntityKind.PLACE, EntityKind.FACILITY})


def coordinates(thing: Entry) -> Point | None:
    """Where a thing of the gazetteer is: a country or region about in its middle."""
    return _table().get(place_key(thing.qid, thing.geonames, thing.country, thing.name_en))


def locate(kind: EntityKind, name: str, wikidata: str | None) -> Point | None:
    """Where an entity is. Without a Wikidata link its name must mean one place of its kind, and no other.

    >>> locate(EntityKind.CITY, "القاهرة", "Q85")
    (30.06, 31.25)
    >>> locate(EntityKind.PERSON, "القاهرة", None), locate(EntityKind.CITY, "مدينة من الخيال", None)
    (None, None)
    """
    if kind not in _PLACES:
        return None
    if wikidata:
        known = entry(wikidata)
        return coordinates(known) if known else None
    found = [thing for thing in lookup(name) if thing.kind in _PLACES]
    return coordinates(found[0]) if len(found) == 1 else None


def place_key(qid: str | None, geonames: int | str | None, country: str | None, name_en: str) -> str:
    """How the table calls a place: by its Wikidata or GeoNames identifier, or by country and English name."""
    return qid or str(geonames or "") or f"{country or ''} {name_en}".strip()


@lru_cache(maxsize=1)
def _table() -> dict[str, Point]:
    text = files("hadath.extract").joinpath("ar", "coordinates.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {key: (float(latitude), float(longitude)) for key, latitude, longitude in rows[1:]}
