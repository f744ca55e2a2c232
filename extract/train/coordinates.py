"""Make ``extract/ar/coordinates.tsv``, where the places of the gazetteer are.

``python -m hadath.extract.train.coordinates SOURCE_DIR COUNTRIES`` reads

- ``SOURCE_DIR/geonames_cities15000_ar.json`` and ``SOURCE_DIR/places_hiconf_ar_qid_geoname.json``: cities with GeoNames
  identifiers and Wikidata identifiers, and where they are
- ``SOURCE_DIR/csc/countries.json``: which ISO number is which ISO code
- ``COUNTRIES``: ``countries-50m.json`` of the npm package world-atlas (Natural Earth, public domain); a country lies in
  the middle of its largest part, or where its capital is when it is too small to be drawn
- ``own_coordinates.txt`` beside this module: what none of these has

A place is known by its identifier, else by its name in its country: the division that is called like a city is taken to
be where that city is.
"""

import argparse
import csv
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from hadath.extract.coordinates import Point, place_key
from hadath.extract.spelling import fold
from hadath.extract.train.topology import Line, arcs, closed, parts

__all__ = ["make_coordinates", "write_coordinates"]

_HEADER = """\
# Where places of gazetteer.tsv and places.tsv are: latitude and longitude in degrees; countries and regions about in their middle.
# Made by `python -m hadath.extract.train.coordinates`. place: Wikidata or GeoNames identifier, else country and English name.
# Sources: cities GeoNames (CC BY 4.0); countries Natural Earth (public domain); the rest own work. Date: 2026-11-24.
"""
_DIVISION = re.compile(
    r"\b(province|governorate|region|oblast|county|state|prefecture|emirate|district|republic|department|city"
    r"|municipality|canton|voivodeship|krai)\b"
)
Row = Mapping[str, str]
Names = Mapping[tuple[str, str], Point]  # by country code and folded name


def make_coordinates(source: Path, countries: Path) -> dict[str, Point]:
    """Every place of the gazetteer whose whereabouts a source tells, by its key, in the gazetteer's order."""
    by_id, by_name, own = _by_identifier(source), _by_name(source), _own()
    middles = _middles(countries, source)
    rows = [row for table in ("gazetteer", "places") for row in _rows(table)]
    seats = {row["iso"]: row for row in rows if "capital" in row["flags"]}
    found: dict[str, Point | None] = {}
    for row in rows:
        key = place_key(row["qid"], row["geonames"], row["iso"], row["en"])
        if row["kind"] == "country":
            seat = seats.get(row["iso"])
            point = own.get((row["iso"], row["en"])) or middles.get(row["iso"])
            point = point or (_of_place(seat, by_id, by_name, own) if seat else None)
        elif row["kind"] in {"city", "place", "facility"}:
            point = _of_place(row, by_id, by_name, own)
        else:
            continue
        found.setdefault(key, point)
    return {key: (round(p[0], 2), round(p[1], 2)) for key, p in found.items() if p}


def write_coordinates(places: Mapping[str, Point], target: Path) -> None:
    """Write the table with its header."""
    lines = [f"{key}\t{latitude:g}\t{longitude:g}\n" for key, (latitude, longitude) in places.items()]
    target.write_text(_HEADER + "place\tlatitude\tlongitude\n" + "".join(lines), encoding="utf-8")


def _of_place(row: Row, by_id: Mapping[str, Point], by_name: Names, own: Names) -> Point | None:
    country, english = row["iso"], row["en"]
    point = (
        own.get(("", row["qid"]))
        or own.get((country, english))
        or by_id.get(row["geonames"])
        or by_id.get(row["qid"])
    )
    if point or row["kind"] == "facility":
        return point
    keys = [_latin(english), _latin(_DIVISION.sub("", english.lower())), *map(fold, row["names"].split("|"))]
    return next((by_name[country, key] for key in keys if (country, key) in by_name), None)


def _by_identifier(source: Path) -> dict[str, Point]:
    cities = {
        str(r["geonameid"]): (r["lat"], r["lon"]) for r in _json(source / "geonames_cities15000_ar.json")
    }
    for record in _json(source / "places_hiconf_ar_qid_geoname.json"):
        point = cities.setdefault(str(record["geonameid"]), (float(record["lat"]), float(record["lon"])))
        cities[record["qid"]] = point
    return cities


def _by_name(source: Path) -> dict[tuple[str, str], Point]:
    """Cities by country and name, English or Arabic; of two the larger."""
    named: dict[tuple[str, str], Point] = {}
    for record in sorted(_json(source / "geonames_cities15000_ar.json"), key=lambda record: record["pop"]):
        for key in (_latin(record["name"]), *map(fold, record["ar"])):
            named[record["country"], key] = (record["lat"], record["lon"])
    for record in sorted(
        _json(source / "places_hiconf_ar_qid_geoname.json"), key=lambda record: record["pop"]
    ):
        named[record["cc"], _latin(record["en"])] = (float(record["lat"]), float(record["lon"]))
    return named


def _own() -> dict[tuple[str, str], Point]:
    text = files("hadath.extract.train").joinpath("own_coordinates.txt").read_text(encoding="utf-8")
    rows = [line.split("|") for line in text.splitlines() if line and not line.startswith("#")]
    points = {(row[0].strip(), row[1].strip()): tuple(map(float, row[2].split())) for row in rows}
    return {key: (latitude, longitude) for key, (latitude, longitude) in points.items()}


def _middles(countries: Path, source: Path) -> dict[str, Point]:
    """The middle of each country's largest part, by ISO code."""
    codes = {record["numeric_code"]: record["iso2"] for record in _json(source / "csc" / "countries.json")}
    topology = json.loads(countries.read_text(encoding="utf-8"))
    lines = arcs(topology)
    found: dict[str, tuple[float, Point]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = codes.get(shape.get("id", ""), "XK" if shape["properties"]["name"] == "Kosovo" else "")
        largest = max(_centroid(closed(part[0], lines)) for part in parts(shape))
        found[code] = max(found.get(code, largest), largest)
    return {code: point for code, (_, point) in found.items()}


def _centroid(ring: Line) -> tuple[float, Point]:
    """The area of a closed line and its centre of gravity."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return abs(area) / 2, (y / (3 * area), x / (3 * area)) if area else (0.0, 0.0)


def _latin(name: str) -> str:
    plain = re.sub("['’ʼ`‘]", "", unicodedata.normalize("NFKD", name.lower()))
    return re.sub("[^a-z]+", " ", plain.encode("ascii", "ignore").decode("ascii")).replace("al ", "").strip()


def _rows(table: str) -> Iterator[Row]:
    text = files("hadath.extract").joinpath("ar", f"{table}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _json(path: Path) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def main() -> None:
    """Command line of the module."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("source", type=Path, metavar="SOURCE_DIR")
    parser.add_argument("countries", type=Path, metavar="COUNTRIES")
    target = Path(str(files("hadath.extract"))) / "ar" / "coordinates.tsv"
    parser.add_argument("-o", "--output", type=Path, default=target)
    options = parser.parse_args()
    write_coordinates(make_coordinates(options.source, options.countries), options.output)


if __name__ == "__main__":
    main()
