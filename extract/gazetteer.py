"""Names that news speaks of: countries, cities, organisations, people; and nouns that tell what they name.

The tables are ``extract/ar/*.tsv``; each opens with its source, licence and date. Names are compared folded
(see :func:`hadath.extract.spelling.fold`); homonyms are kept side by side, best known first.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold, strip_marks

__all__ = [
    "Entry",
    "Tenure",
    "capital_of",
    "country",
    "demonym_group",
    "entry",
    "head_noun_kind",
    "is_title",
    "leader",
    "longest_matches",
    "lookup",
    "name_words",
    "nationality",
    "person",
    "title_class",
]


_WORDS = 50_000  # words whose answer is kept


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with a name. ``names`` are Arabic, the preferred one first; ``country`` is an ISO 3166 code.

    ``qid`` is its Wikidata identifier, ``geonames`` that of a place without one; ``weight`` orders homonyms.
    """

    kind: EntityKind
    names: tuple[str, ...]
    name_en: str
    qid: str | None = None
    geonames: int | None = None
    country: str | None = None
    weight: int = 0
    flags: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The preferred Arabic name."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody's time in a role of a country or organisation.

    ``begin`` and ``end`` are intervals, since some sources only give a year: the office was surely held from
    ``begin[1]`` to ``end[0]`` and surely not before ``begin[0]`` or after ``end[1]``.
    """

    person: str
    role: str
    of: str
    begin: tuple[date, date]
    end: tuple[date, date]

    def surely(self, on: date) -> bool:
        """Whether the role was held on that day without doubt."""
        return self.begin[1] <= on <= self.end[0]

    def possibly(self, on: date) -> bool:
        """Whether the role may have been held on that day."""
        return self.begin[0] <= on <= self.end[1]


def lookup(name: str) -> tuple[Entry, ...]:
    """Everything that bears this full name, best first: «طرابلس» is a city in Libya and one in Lebanon.

    An exact spelling goes before a folded one («عُمان», «عمّان»); only when nothing bears the name as written
    is the definite article or a final ه for ة forgiven.
    """
    index = _index()
    key = _key(name)
    for candidate in _tolerant(key):
        if found := index.full.get(candidate):
            return _exact_first(found, name)
    return ()


def longest_matches(words: Sequence[str]) -> list[tuple[int, int, tuple[Entry, ...]]]:
    """The names among the words of a sentence as ``(start, end, entries)``, leftmost longest, no overlaps.

    Words are taken as the segmenter leaves them, without clitics. A common word that is also a name
    («السلام») is not matched on its own.
    """
    index = _index()
    tokens, at = _word_tokens(words)
    found: list[tuple[int, int, tuple[Entry, ...]]] = []
    position = 0
    while position < len(tokens):
        longest = index.longest.get(tokens[position], 0)
        for length in range(min(longest, len(tokens) - position), 0, -1):
            key = " ".join(tokens[position : position + length])
            entries = next((e for k in _with_marbuta(key) if (e := index.safe.get(k))), None)
            if entries and not _is_other_namesake(entries, tokens, position, length):
                start, end = at[position], at[position + length - 1] + 1
                found.append((start, end, _exact_first(entries, " ".join(words[start:end]))))
                position += length
                break
        else:
            position += 1
    return found


def _with_marbuta(key: str) -> tuple[str, ...]:
    """A key as it stands, and with ة for the final ه that Egyptian newspapers write: «الأمم المتحده»."""
    if "ه" not in key:
        return (key,)
    words = (f"{word[:-1]}ة" if word.endswith("ه") else word for word in key.split(" "))
    return key, " ".join(words)


def _is_other_namesake(entries: tuple[Entry, ...], tokens: Sequence[str], position: int, length: int) -> bool:
    """Whether another person's name goes before: «ترامب» in «إيفانكا ترامب», «سلمان بن عبد العزيز» in «فهد بن سلمان…»."""
    if position == 0 or entries[0].kind is not EntityKind.PERSON:
        return False
    before = tokens[position - 1]
    return before in _PATRONYMS or (length == 1 and before in _given_names())


@lru_cache(maxsize=1)
def name_words() -> frozenset[str]:
    """Words, folded, of people's names and one-word names of places, four letters or more: «بومبيو» is not ب + ومبيو."""
    things = [*(_place(row)[0] for row in _rows("gazetteer")), *(thing for thing, _ in _person_rows())]
    names = (name for thing in things for name in thing.names if _is_whole(thing, name))
    return frozenset(fold(word) for name in names for word in name.split() if len(word) > 3)


def _is_whole(thing: Entry, name: str) -> bool:
    return thing.kind is EntityKind.PERSON or (thing.kind is not EntityKind.ORGANIZATION and " " not in name)


@lru_cache(maxsize=_WORDS)
def nationality(word: str) -> Entry | None:
    """The country that an adjective or a people's name belongs to, in any number, gender and spelling.

    >>> nationality("الأميركيين").name_en, nationality("العربية")
    ('United States', None)
    """
    found = _demonym(word)
    return country(found) if found and not found.startswith("-") else None


def demonym_group(word: str) -> str | None:
    """The people or region behind an adjective that belongs to no one country: «كردي» → ``Kurdish``."""
    found = _demonym(word)
    return found[1:] if found and found.startswith("-") else None


def country(qid: str) -> Entry | None:
    """The country or dependent territory with this identifier."""
    found = _index().by_qid.get(qid)
    return found if found and found.kind is EntityKind.COUNTRY else None


def entry(qid: str) -> Entry | None:
    """Whatever the tables know under this identifier."""
    return _index().by_qid.get(qid)


def capital_of(qid: str) -> Entry | None:
    """The capital city of a country."""
    return _index().capitals.get(qid)


def person(name: str) -> Entry | None:
    """The one well-known person with this full name, or with this short name when it can mean nobody else."""
    found = {match for match in lookup(name) if match.kind is EntityKind.PERSON}
    return found.pop() if len(found) == 1 else None


def leader(role_words: str, of: str, on: date | None) -> Entry | None:
    """Who held a role of a country or organisation on a day; None when unknown or when two may have held it.

    >>> leader("الرئيس", "Q159", date(2022, 2, 24)).name_en
    'Vladimir Putin'
    """
    role = _role(role_words, of)
    if role is None or on is None:
        return None
    possible = {held.person for held in _tenures().get((role, of), ()) if held.possibly(on)}
    sure = {held.person for held in _tenures().get((role, of), ()) if held.surely(on)}
    return _index().people[sure.pop()] if len(possible) == len(sure) == 1 else None


@lru_cache(maxsize=_WORDS)
def head_noun_kind(lemma: str) -> EntityKind | None:
    """What kind of thing a noun heads: «وزارة» an organisation, «مطار» a facility, «متظاهر» a group."""
    key = _key(lemma)
    return _head_nouns().get(key) or _head_nouns().get(key.removeprefix("ال"))


def is_title(lemma: str) -> bool:
    """Whether the words go before a person's name or stand for one: «رئيس الوزراء», «الشيخ»."""
    return title_class(lemma) is not None


@lru_cache(maxsize=_WORDS)
def title_class(lemma: str) -> str | None:
    """``title`` (rank or profession), ``role`` (office), ``honorific`` or ``address`` («سموه»)."""
    return _titles().get(_bare(lemma))


@dataclass(frozen=True, slots=True)
class _Index:
    full: Mapping[str, tuple[Entry, ...]]
    safe: Mapping[str, tuple[Entry, ...]]
    longest: Mapping[str, int]
    by_qid: Mapping[str, Entry]
    capitals: Mapping[str, Entry]
    people: Mapping[str, Entry]  # by identifier, or by English name where there is none


@lru_cache(maxsize=1)
def _index() -> _Index:
    rows = [*_place_rows(), *_person_rows()]
    cities = {
        (thing.country, key)
        for thing, _ in rows
        if thing.kind is EntityKind.CITY
        for key in _name_keys(thing.names)
    }
    full: dict[str, list[Entry]] = {}
    safe: dict[str, list[Entry]] = {}
    for thing, ambiguous in rows:
        for key in _keys_of(thing, cities):
            full.setdefault(key, []).append(thing)
            if key not in ambiguous:
                safe.setdefault(key, []).append(thing)
    return _Index(
        full=_ranked(full),
        safe=_ranked(safe),
        longest=_longest(safe),
        by_qid={thing.qid: thing for thing, _ in reversed(rows) if thing.qid},
        capitals=_capitals(thing for thing, _ in rows),
        people={thing.qid or thing.name_en: thing for thing, _ in rows if thing.kind is EntityKind.PERSON},
    )


_CITY_HEADS = ("مدينة", "بلدة", "مدينه")
_DIVISION_HEADS = ("محافظة", "ولاية", "إقليم", "مقاطعة", "منطقة", "إمارة", "جهة", "محافظه", "ولايه", "منطقه")


def _keys_of(thing: Entry, cities: Collection[tuple[str | None, str]]) -> set[str]:
    """The keys of a thing: a province that shares its name with a city is found as «محافظة حلب» only."""
    keys = _name_keys(thing.names)
    if thing.kind is EntityKind.CITY:
        return keys | {_key(f"{head} {name}") for head in _CITY_HEADS for name in thing.names}
    if "division" not in thing.flags:
        return keys
    headed = {_key(f"{head} {name}") for head in _DIVISION_HEADS for name in thing.names}
    return headed | {key for key in keys if (thing.country, key) not in cities}


def _capitals(things: Iterable[Entry]) -> dict[str, Entry]:
    known = list(things)
    by_code = {thing.country: thing.qid for thing in known if thing.kind is EntityKind.COUNTRY and thing.qid}
    seats = [thing for thing in known if "capital" in thing.flags]
    return {qid: thing for thing in seats if (qid := by_code.get(thing.country))}


def _ranked(names: Mapping[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {name: tuple(sorted(dict.fromkeys(things), key=_rank)) for name, things in names.items()}


def _rank(thing: Entry) -> tuple[bool, int, str, int]:
    return (thing.kind is not EntityKind.COUNTRY, -thing.weight, thing.qid or "", thing.geonames or 0)


def _longest(keys: Iterable[str]) -> dict[str, int]:
    """Words of the longest key that begins with a word, also where that is written with ه for ة."""
    longest: dict[str, int] = {}
    for key in keys:
        first, *rest = key.split(" ")
        for form in (first, f"{first[:-1]}ه") if first.endswith("ة") else (first,):
            longest[form] = max(1 + len(rest), longest.get(form, 0))
    return longest


def _exact_first(entries: tuple[Entry, ...], name: str) -> tuple[Entry, ...]:
    if len(entries) == 1 or strip_marks(name) == name:
        return entries
    return tuple(sorted(entries, key=lambda thing: name not in thing.names))


def _place_rows() -> list[tuple[Entry, frozenset[str]]]:
    return [_place(row) for table in ("gazetteer", "places") for row in _rows(table)]


def _place(row: Mapping[str, str]) -> tuple[Entry, frozenset[str]]:
    thing = Entry(
        kind=EntityKind(row["kind"]),
        names=_names(row["names"]),
        name_en=row["en"],
        qid=row["qid"] or None,
        geonames=int(row["geonames"]) if row["geonames"] else None,
        country=row["iso"] or None,
        weight=int(row["weight"] or 0),
        flags=frozenset(_names(row["flags"])),
    )
    ambiguous = thing.names if row["ambiguous"] == "*" else _names(row["ambiguous"])
    return thing, frozenset(_name_keys(ambiguous))


def _person_rows() -> list[tuple[Entry, frozenset[str]]]:
    rows = [row for row in _rows("leaders") if row["names"]]
    return [(_person(row), frozenset()) for row in rows]


def _person(row: Mapping[str, str]) -> Entry:
    of = row["of"]
    return Entry(
        kind=EntityKind.PERSON,
        names=_names(row["names"]),
        name_en=row["en"],
        qid=row["qid"] or None,
        weight=int(row["weight"] or 0),
        flags=frozenset([of] if of else []),
    )


@lru_cache(maxsize=1)
def _tenures() -> dict[tuple[str, str], tuple[Tenure, ...]]:
    tenures: dict[tuple[str, str], list[Tenure]] = {}
    for row in _rows("leaders"):
        if row["role"]:
            tenures.setdefault((row["role"], row["of"]), []).append(_tenure(row))
    return {office: tuple(held) for office, held in tenures.items()}


def _tenure(row: Mapping[str, str]) -> Tenure:
    seen = _days(row["seen"])[0] if row["seen"] else date.max
    end = _days(row["to"]) if row["to"] else (seen, date.max)
    return Tenure(row["qid"] or row["en"], row["role"], row["of"], _days(row["from"]), end)


def _days(written: str) -> tuple[date, date]:
    """First and last day that «2019», «2019-06» or «2019-06-12» can mean."""
    year, month, day = ([int(part) for part in written.split("-")] + [0, 0])[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date(year, 1, 1), date(year, 12, 31)


def _demonym(word: str) -> str | None:
    return None if strip_marks(word) in _demonym_traps() else _demonyms().get(_key(word))


@lru_cache(maxsize=1)
def _demonyms() -> dict[str, str]:
    """Folded form → identifier of the country, or ``-Name`` of a people or region."""
    forms: dict[str, str] = {}
    for row in _rows("nationalities"):
        value = row["qid"] if row["class"] == "country" else f"-{row['en']}"
        for form in (*_adjective_forms(_names(row["adjectives"])), *_names(row["plurals"])):
            forms.setdefault(_key(form), value)
            forms.setdefault(_key(" ".join(f"ال{word}" for word in form.split())), value)
    return forms


@lru_cache(maxsize=1)
def _demonym_traps() -> frozenset[str]:
    return frozenset(trap for row in _rows("nationalities") for trap in _names(row["traps"]))


_ENDINGS = ("", "ة", "ه", "ون", "ين", "ان", "تان", "تين", "ات", "و")


def _adjective_forms(adjectives: Iterable[str]) -> Iterator[str]:
    """All forms of relative adjectives: روسي روسية روسيون روسيين روسيان روسيتان روسيتين روسيات روسيو."""
    for adjective in adjectives:
        for ending in _ENDINGS:
            yield " ".join(word + ending for word in adjective.split())


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(_key(row["ar"]) for row in _rows("name_parts") if row["use"] == "given")


@lru_cache(maxsize=1)
def _head_nouns() -> dict[str, EntityKind]:
    return {_key(row["lemma"]): EntityKind(row["kind"]) for row in _rows("head_nouns")}


@lru_cache(maxsize=1)
def _titles() -> dict[str, str]:
    return {_bare(row["title"]): row["class"] for row in _rows("titles")}


@lru_cache(maxsize=1)
def _roles() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    roles: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for row in _rows("titles"):
        for role in _names(row["role"]):
            roles.setdefault(_bare(row["title"]), []).append((role, frozenset(_names(row["of"]))))
    return {title: tuple(meant) for title, meant in roles.items()}


def _role(role_words: str, of: str) -> str | None:
    """The office that the words name for this country: «المستشار» governs only where there is one."""
    for role, only in _roles().get(_bare(role_words), ()):
        if (not only or of in only) and (role, of) in _tenures():
            return role
    return None


def _rows(table: str) -> list[dict[str, str]]:
    text = files("hadath.extract").joinpath("ar", f"{table}.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if not lines:
        return []
    header = lines[0]
    return [dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=False)) for cells in lines[1:]]


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name for name in cell.split("|") if name)


_PATRONYMS = frozenset(("بن", "ابن", "بنت"))
_JOINERS = frozenset("-–—‑_.")
_BREAK = "\N{REPLACEMENT CHARACTER}"
_SEPARATORS = str.maketrans({mark: " " for mark in "-–—‑_/()«»\"'،.’"})


@lru_cache(maxsize=100_000)
def _key(name: str) -> str:
    return " ".join(fold(name).translate(_SEPARATORS).split())


def _name_keys(names: Iterable[str]) -> set[str]:
    """Keys under which names are found, with the case forms of a leading «أبو» and «عبدالله» beside «عبد الله»."""
    keys = {_key(name) for name in names}
    keys |= {key.replace("عبد ", "عبد") for key in keys if key.startswith("عبد ") or " عبد " in key}
    fathers = {key[3:] for key in keys if key.startswith("ابو")}
    return keys | {father + rest for rest in fathers for father in ("ابي", "ابا")}


def _tolerant(key: str) -> Iterator[str]:
    yield key
    if key.endswith("ه"):
        yield key[:-1] + "ة"
    yield key[2:] if key.startswith("ال") else f"ال{key}"


def _bare(words: str) -> str:
    """A title without articles and feminine endings, so that «رئيسة الوزراء» and «رئيس الوزراء» are one."""
    return " ".join(_bare_word(word) for word in _key(words).split())


def _bare_word(word: str) -> str:
    without_article = word[2:] if word.startswith("ال") and len(word) > 4 else word
    return without_article.removesuffix("ة") if len(without_article) > 4 else without_article


def _word_tokens(words: Sequence[str]) -> tuple[list[str], list[int]]:
    """The folded tokens of the words and the word each comes from; hyphens give none, quotes end a name."""
    tokens: list[str] = []
    at: list[int] = []
    for number, word in enumerate(words):
        key = _key(word)
        if not key and word not in _JOINERS:
            key = _BREAK
        for token in key.split():
            tokens.append(token)
            at.append(number)
    return tokens, at
