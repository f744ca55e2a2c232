"""Make ``extract/ar/places.tsv`` from tables of places.

``python -m hadath.extract.train.gazetteer SOURCE_DIR`` reads these files below SOURCE_DIR (a missing one is left out):

- ``places_hiconf_ar_qid_geoname.json``: cities with Arabic names, Wikidata and GeoNames identifiers
- ``geonames_cities15000_ar.json``: GeoNames cities of 15,000 people and more with Arabic names
- ``csc/states_ar.json``: first-level divisions of countries with Wikidata identifiers
- ``arwikicats/geography/*.json``, ``arwikicats/cities/*.json``: English → Arabic names of places

A city comes in from 100,000 people, in the Arab world from 15,000. A division comes in only when a second source
gives its Arabic name, because machine translations are among the first one's, or ``own_divisions.txt`` does. Words of
``ambiguous_names.txt`` are marked as not to be matched on their own, the lines of ``wrong_places.txt`` are left out,
``city_identifiers.txt`` gives identifiers that the first source lacks.
"""

import argparse
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from hadath.extract.spelling import fold, strip_marks

__all__ = ["make_places", "write_places"]

_ARAB_CODES = "AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE"
ARAB_WORLD = frozenset(re.findall("..", _ARAB_CODES.replace(" ", "")))
_COLUMNS = ("qid", "geonames", "kind", "names", "en", "iso", "weight", "flags", "ambiguous")
_HEADER = """\
# Cities (100,000 people and more; in the Arab world 15,000) and first-level divisions of countries.
# Made by `python -m hadath.extract.train.gazetteer`; columns as in gazetteer.tsv, weight is the population.
# Sources: GeoNames (CC BY 4.0), Countries States Cities (ODbL 1.0), places joined to Wikidata (ODbL 1.0 and CC BY 4.0;
# identifiers CC0), ArWikiCats (MIT). This table is a derived database under the ODbL 1.0. Date: 2026-11-24.
"""
_ARABIC_NAME = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*")
_DIVISION_WORDS = re.compile(
    r"\b(province|governorate|region|oblast|county|state|prefecture|emirate|district|republic|department)\b"
)
_ARABIC_DIVISION = re.compile(r"^(محافظة|ولاية|إقليم|مقاطعة|منطقة|مدينة|شعبية|إمارة|قضاء|دائرة) ")


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the table."""

    kind: str
    names: tuple[str, ...]
    name_en: str
    country: str
    weight: int
    qid: str = ""
    geonames: str = ""
    flags: str = ""
    ambiguous: tuple[str, ...] = field(default=())

    def row(self) -> str:
        """The place as a line of the table."""
        cells = (self.qid, self.geonames, self.kind, "|".join(self.names), self.name_en, self.country)
        return "\t".join((*cells, str(self.weight), self.flags, "|".join(self.ambiguous)))


def make_places(source: Path, known: Iterable[str] = ()) -> list[Place]:
    """The cities and divisions that the sources agree on, without those already ``known``."""
    taken = set(known)
    cities = [*_joined_cities(source), *_geonames_cities(source)]
    divisions = _divisions(source, cities)
    wrong = _word_list("wrong_places.txt")
    found = (place for place in _unique([*cities, *divisions]) if _is_new(place, taken))
    rows = [
        place for place in found if place.qid not in wrong and f"{place.country} {place.name_en}" not in wrong
    ]
    return sorted(map(_marked, rows), key=lambda place: (place.country, place.kind, place.name_en, place.qid))


def write_places(places: Iterable[Place], target: Path) -> None:
    """Write the table with its header."""
    lines = [_HEADER, "\t".join(_COLUMNS), "\n", *(place.row() + "\n" for place in places)]
    target.write_text("".join(lines), encoding="utf-8")


def _joined_cities(source: Path) -> Iterator[Place]:
    for record in _json(source / "places_hiconf_ar_qid_geoname.json"):
        names = _with_variants(_clean_names([record["ar"]]), record["ar_alt"], country=record["cc"])
        if names and record["pop"] >= _smallest(record["cc"]):
            yield Place(
                kind="city",
                names=names,
                name_en=record["en"],
                country=record["cc"],
                weight=record["pop"],
                qid=record["qid"] if _credible(record) else "",
                geonames=str(record["geonameid"]),
            )


def _credible(record: dict[str, Any]) -> bool:
    """Whether the join to Wikidata is to be believed: cities got low numbers, municipalities and districts high ones."""
    number = int(record["qid"][1:])
    if record["cc"] in ARAB_WORLD:
        return number < 10_000_000
    return number < (250_000 if record["pop"] >= 250_000 else 1_000_000)


def _geonames_cities(source: Path) -> Iterator[Place]:
    joined = {str(record["geonameid"]) for record in _json(source / "places_hiconf_ar_qid_geoname.json")}
    identifiers = {key: qid for key, qid, _ in _table("city_identifiers.txt")}
    by_english = _english_to_arabic(source)
    for record in _json(source / "geonames_cities15000_ar.json"):
        key = str(record["geonameid"])
        names = _clean_names(record["ar"][:1]) if key in identifiers else _city_names(record, by_english)
        if names and key not in joined and record["pop"] >= _smallest(record["country"]):
            yield Place(
                kind="city",
                names=names,
                name_en=record["name"],
                country=record["country"],
                weight=record["pop"],
                qid=identifiers.get(key, ""),
                geonames=key,
            )


def _city_names(record: dict[str, Any], by_english: dict[str, str]) -> tuple[str, ...]:
    """Arabic names of a GeoNames city; outside the Arab world only if a second source has nearly the same."""
    given = _clean_names(record["ar"][:1])
    second = _clean_names([by_english.get(_english_key(record["name"]), "")])
    if record["country"] in ARAB_WORLD:
        return given
    return second if given and second and _skeleton(given[0]) == _skeleton(second[0]) else ()


def _divisions(source: Path, cities: list[Place]) -> Iterator[Place]:
    by_english = _english_to_arabic(source)
    attested = {(city.country, fold(name)) for city in cities for name in city.names}
    records = _json(source / "csc" / "states_ar.json")
    sizes: dict[str, int] = {}
    for record in records:
        sizes[record["country"]] = sizes.get(record["country"], 0) + 1
    own = {thing: (_listed(names), _listed(headed)) for thing, names, headed in _table("own_divisions.txt")}
    for record in records:
        small = sizes[record["country"]] <= 90
        written, headed = own.get(f"{record['country']} {record['name']}", ((), ()))
        names = written + headed or (_division_names(record, by_english, attested) if small else ())
        if names and record["qid"]:
            cells = (names, record["name"], record["country"], 1000, record["qid"])
            yield Place("place", *cells, flags="division", ambiguous=headed)


def _division_names(
    record: dict[str, Any], by_english: dict[str, str], attested: set[tuple[str, str]]
) -> tuple[str, ...]:
    """Arabic names of a division that two sources give; those of the Arab world are checked by hand."""
    given = _clean_names([_ARABIC_DIVISION.sub("", record["ar"] or "")])
    second = _clean_names([by_english.get(_english_key(record["name"]), "")])
    if given and ((record["country"], fold(given[0])) in attested or record["country"] in ARAB_WORLD):
        return given
    return second if given and second and _skeleton(given[0]) == _skeleton(second[0]) else ()


def _skeleton(name: str) -> str:
    """A name without long vowels, articles and the letters that transcriptions vary: غ, ج, ق, ك."""
    return re.sub("[اويه ةىء-]|^ال", "", fold(name)).translate(str.maketrans("غقكطثص", "جججتتس"))


def _english_to_arabic(source: Path) -> dict[str, str]:
    names: dict[str, str] = {}
    for table in sorted((source / "arwikicats").glob("*/*.json")):
        if table.parent.name in {"geography", "cities"}:
            for english, arabic in _leaves(json.loads(table.read_text(encoding="utf-8"))):
                names.setdefault(_english_key(english), _ARABIC_DIVISION.sub("", arabic.split(" (")[0]))
    return names


def _leaves(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value)
        elif isinstance(value, str):
            yield key, value


def _english_key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z]+", " ", _DIVISION_WORDS.sub("", plain)).removeprefix("al ").strip()


def _clean_names(names: Iterable[str]) -> tuple[str, ...]:
    """Names in Arabic letters alone: no Persian, Kurdish or Latin ones, no brackets."""
    plain = (" ".join(strip_marks(name).split()) for name in names if name)
    return tuple(dict.fromkeys(name for name in plain if _ARABIC_NAME.fullmatch(name) and len(name) > 2))


def _with_variants(names: tuple[str, ...], others: Iterable[str], *, country: str) -> tuple[str, ...]:
    """The name and those other spellings that sound like it; «طائف» is none of «الطائف».

    Outside the Arab world only the two ways to write a hard g count, since looser ones run into common words.
    """
    sound = _skeleton if country in ARAB_WORLD else _with_one_g
    article = {name.startswith("ال") for name in names}
    sounds = {sound(name) for name in names}
    spelled = [other for other in _clean_names(others) if sound(other) in sounds and len(other) > 4]
    known = {fold(name).replace("ة", "ه") for name in names}
    found = {
        fold(other).replace("ة", "ه"): other
        for other in reversed(spelled)
        if other.startswith("ال") in article and "ى" not in other[:-1]
    }
    return (*names, *sorted(other for key, other in found.items() if key not in known))


def _with_one_g(name: str) -> str:
    return fold(name).replace("غ", "ج")


def _unique(places: Iterable[Place]) -> Iterator[Place]:
    """Each thing once: by identifier, and of two places in one country with one name the larger city."""
    seen: set[object] = set()
    for place in sorted(places, key=lambda each: (each.flags != "", not each.qid, -each.weight, each.qid)):
        marks = {place.qid or place.geonames, (place.country, place.flags, fold(place.names[0]))}
        if not marks & seen:
            seen |= marks
            yield place


def _is_new(place: Place, taken: set[str]) -> bool:
    """Whether the table kept by hand has neither the identifier nor the name, in this country or (unless in the
    Arab world) anywhere: a London in Canada would only cast doubt on London. Divisions may share a city's name."""
    same = place.country if place.country in ARAB_WORLD else "*"
    named = {f"{same} {fold(name)}" for name in place.names} if place.flags != "division" else set[str]()
    return not ({place.qid, place.geonames, *named} - {""}) & taken


def _marked(place: Place) -> Place:
    """A name is not matched on its own if it is a common word, or a division's and kept by hand for something else."""
    unclear = _word_list("ambiguous_names.txt")
    if place.flags == "division":
        unclear |= frozenset(mark[2:] for mark in _kept_by_hand() if mark.startswith("* "))
    common = tuple(name for name in place.names if fold(name) in unclear or name in place.ambiguous)
    return replace(place, ambiguous=common)


def _smallest(country: str) -> int:
    return 15_000 if country in ARAB_WORLD else 100_000


def _json(path: Path) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return loaded


def _word_list(name: str) -> frozenset[str]:
    text = files("hadath.extract.train").joinpath(name).read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return frozenset(lines) | {fold(line) for line in lines}


def _table(name: str) -> list[list[str]]:
    """The cells of a list with ``|`` between them."""
    text = files("hadath.extract.train").joinpath(name).read_text(encoding="utf-8")
    rows = (line.split("|") for line in text.splitlines() if line and not line.startswith("#"))
    return [[cell.strip() for cell in row] for row in rows]


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split(",") if name.strip())


@lru_cache(maxsize=1)
def _kept_by_hand() -> tuple[str, ...]:
    """Identifiers in gazetteer.tsv, and its names as «EG القاهرة» and «* القاهرة»."""
    table = files("hadath.extract").joinpath("ar", "gazetteer.tsv").read_text(encoding="utf-8")
    marks: list[str] = []
    for line in table.splitlines():
        if line and not line.startswith("#"):
            qid, geonames, _, names, _, country, *_ = line.split("\t")
            marks += [qid, geonames]
            marks += [f"{scope} {fold(name)}" for name in names.split("|") for scope in (country, "*")]
    return tuple(marks)


def main() -> None:
    """Command line of the module."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("source", type=Path, metavar="SOURCE_DIR")
    parser.add_argument(
        "-o", "--output", type=Path, default=Path(str(files("hadath.extract"))) / "ar" / "places.tsv"
    )
    options = parser.parse_args()
    write_places(make_places(options.source, _kept_by_hand()), options.output)


if __name__ == "__main__":
    main()
