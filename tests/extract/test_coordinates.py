"""Places are where they are, and what is not known is not guessed."""

import json

import pytest

from hadath.extract.coordinates import _table, coordinates, locate
from hadath.extract.gazetteer.names import capital_of, country
from hadath.extract.records import EntityKind
from hadath.extract.train.coordinates import make_coordinates, write_coordinates


@pytest.mark.parametrize(
    ("kind", "name", "wikidata", "point"),
    [
        (EntityKind.CITY, "القاهرة", "Q85", (30, 31.2)),
        (EntityKind.CITY, "واشنطن", "Q61", (38.9, -77)),
        (EntityKind.CITY, "ألماتي", "Q35493", (43.2, 76.9)),
        (EntityKind.COUNTRY, "كازاخستان", "Q232", (48, 67)),
        (EntityKind.COUNTRY, "روسيا", "Q159", (62, 100)),
        (EntityKind.COUNTRY, "أستراليا", "Q408", (-25, 134)),
        (EntityKind.COUNTRY, "البحرين", "Q398", (26, 50.5)),
        (EntityKind.PLACE, "قطاع غزة", "Q39760", (31.4, 34.4)),
        (EntityKind.PLACE, "محافظة الأنبار", "Q187334", (33, 42)),
        (EntityKind.PLACE, "سيناء", None, (29.5, 34)),
        (EntityKind.FACILITY, "ميدان التحرير", None, (30, 31.2)),
    ],
)
def test_known_places(kind, name, wikidata, point):
    assert locate(kind, name, wikidata) == pytest.approx(point, abs=1.5)


@pytest.mark.parametrize(
    ("kind", "name", "wikidata"),
    [
        (EntityKind.PERSON, "القاهرة", None),
        (EntityKind.ORGANIZATION, "الأمم المتحدة", "Q1065"),
        (EntityKind.CITY, "طرابلس", None),  # one in Libya, one in Lebanon
        (EntityKind.CITY, "القاهرة", "Q999999999"),
        (EntityKind.PLACE, "مكان ما", None),
    ],
)
def test_no_guess(kind, name, wikidata):
    assert locate(kind, name, wikidata) is None


@pytest.mark.parametrize("qid", ["Q79", "Q810", "Q858", "Q142", "Q843", "Q159", "Q30", "Q148"])
def test_a_capital_lies_in_or_near_its_country(qid):
    land, seat = country(qid), capital_of(qid)
    (north, east), (up, along) = coordinates(land), coordinates(seat)
    assert abs(north - up) < 12
    assert abs(east - along) < 70


def test_every_point_is_on_the_globe():
    assert len(_table()) > 4000
    assert all(
        -90 <= latitude <= 90 and -180 <= longitude <= 180 for latitude, longitude in _table().values()
    )


def test_a_country_lies_in_the_middle_of_its_largest_part(tmp_path):
    def square(x, y, side):
        return [[x, y], [side, 0], [0, side], [-side, 0], [0, -side]]

    shape = {"type": "MultiPolygon", "id": "818", "properties": {"name": "Egypt"}, "arcs": [[[0]], [[~1]]]}
    topology = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [square(0, 0, 2), square(20, 20, 10)],
        "objects": {"countries": {"geometries": [shape]}},
    }
    (tmp_path / "csc").mkdir()
    (tmp_path / "csc" / "countries.json").write_text('[{"numeric_code": "818", "iso2": "EG"}]', "utf-8")
    city = {
        "geonameid": 1,
        "name": "Cairo",
        "country": "EG",
        "pop": 9,
        "lat": 30.1,
        "lon": 31.2,
        "ar": ["القاهرة"],
    }
    (tmp_path / "geonames_cities15000_ar.json").write_text(json.dumps([city]), "utf-8")
    (tmp_path / "places_hiconf_ar_qid_geoname.json").write_text("[]", "utf-8")
    (tmp_path / "countries.json").write_text(json.dumps(topology), "utf-8")
    found = make_coordinates(tmp_path, tmp_path / "countries.json")
    assert found["Q79"] == (25, 25)
    assert found["Q85"] == (30.1, 31.2)
    write_coordinates(found, tmp_path / "coordinates.tsv")
    assert "Q79\t25\t25\n" in (tmp_path / "coordinates.tsv").read_text("utf-8")
