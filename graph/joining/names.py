"""Keys of entities: what two entities of different articles must share to be taken for the same.

A key is a function of one article alone. A Wikidata link is a key of its own; a person needs two parts of a name, a place or
an organisation a name and, unless it names its country or the gazetteer knows it, the country that its article is mostly about.
Descriptions («المحتجون», «الرئيس», «مصدر أمني») have no key, but for public bodies of one country («الجيش العراقي»).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from hadath.extract.gazetteer.names import lookup
from hadath.extract.gazetteer.nations import nationality
from hadath.extract.gazetteer.nouns import head_noun_kind, is_title
from hadath.extract.records import EntityKind
from hadath.extract.romanisation import usual_spellings
from hadath.extract.spelling import fold

__all__ = ["Key", "entity_key", "name_parts"]

_NOT_WORD = re.compile(r"[^\w]+")
_PATRONYMS = frozenset({"بن", "ابن", "بنت"})
_LETTERS = str.maketrans({"ة": "ه", "ؤ": "و", "ئ": "ي", "ء": None, "ى": "ي"})
_WEAK = re.compile("(?<=.)[اويه]")
_SOUNDS = str.maketrans("غجكخثطضظذ", "ككككتتددد")
_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP})
_MANY = frozenset({"السفاره", "القنصليه", "المحكمه", "اللجنه", "الشركه"})  # a country has many of them
_SHORT = 3
_PLACES = frozenset({EntityKind.CITY, EntityKind.PLACE, EntityKind.FACILITY})


@dataclass(frozen=True, slots=True)
class Key:
    """What an entity is known by, with the reason in words and how sure the joining is (0–1)."""

    text: str
    reason: str
    confidence: float

    @property
    def wikidata(self) -> bool:
        """Whether it is a Wikidata identifier."""
        return self.text[:1] == "Q" and self.text[1:].isdigit()


def entity_key(
    kind: EntityKind,
    name: str,
    *,
    wikidata: str | None = None,
    named: bool = True,
    country: str | None = None,
) -> Key | None:
    """The key of an entity; None when nothing tells it from others of its kind.

    ``named`` says that the article calls it by name (not by a description), ``country`` is the code of the country
    its article is mostly about.

    >>> entity_key(EntityKind.PERSON, "كمال الورغلي") == entity_key(EntityKind.PERSON, "كمال الورغلى")
    True
    >>> entity_key(EntityKind.GROUP, "المحتجون", named=False) is None
    True
    """
    if wikidata:
        return Key(wikidata, "the same Wikidata item", 0.98)
    parts = name_parts(name)
    if not parts or kind in (EntityKind.COUNTRY, EntityKind.THING):
        return None
    if not named:
        return _public_body(kind, name, parts)
    if kind is EntityKind.PERSON:
        return _person(parts, country)
    if kind is EntityKind.GROUP:
        return None
    return _named(kind, name, parts, country)


def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a name as they are compared: no titles, articles, patronymic particles; variant spellings folded.

    >>> name_parts("الدكتور أحمد أبو الغيط")
    ('احمد', 'ابوغيط')
    """
    words = [word for word in _NOT_WORD.split(fold(name).replace("_", " ")) if word]
    while len(words) > 1 and is_title(words[0]):
        words = words[1:]
    joined: list[str] = []
    for word in words:
        if word in _PATRONYMS:
            continue
        if joined and joined[-1] in ("عبد", "ابو", "ابي", "ابا"):
            start = "عبد" if joined[-1] == "عبد" else "ابو"
            joined[-1] = start + _bare(word)
        else:
            joined.append(_bare(word) if word not in ("ابي", "ابا") else "ابو")
    return tuple(_joined_abd(word) for word in joined if word)


def _bare(word: str) -> str:
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    return bare.translate(_LETTERS)


def _joined_abd(word: str) -> str:
    """«عبدالله» and «عبد الله» are written alike."""
    return "عبد" + word[5:] if word.startswith("عبدال") and len(word) > 6 else word


@lru_cache(maxsize=100_000)
def _sound(part: str) -> str:
    """A part of a name as it sounds: by its consonants («روبنسون», «روبينسون»), unless vowels tell names apart («حسن», «حسين»)."""
    bare = _consonants(part)
    if len(bare) < 3 or bare in _told_by_vowels():
        return usual_spellings().get(part, part).lower()
    return bare


def _consonants(part: str) -> str:
    return _WEAK.sub("", part).translate(_SOUNDS)


@lru_cache(maxsize=1)
def _told_by_vowels() -> frozenset[str]:
    """Consonants that several names share."""
    found: dict[str, set[str]] = {}
    for part, latin in usual_spellings().items():
        found.setdefault(_consonants(_bare(part)), set()).add(latin)
    return frozenset(consonants for consonants, names in found.items() if len(names) > 1)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """What common parts of names sound like."""
    return frozenset(map(_sound, map(_bare, usual_spellings())))


def _person(parts: tuple[str, ...], country: str | None) -> Key | None:
    """Three parts or a rare one tell a person from all others; two common ones do so in one country."""
    if len(parts) < 2:
        return None
    sounds = [_sound(part) for part in parts]
    text = f"person {' '.join(sounds)}"
    if len(parts) > 2 or not _common().issuperset(sounds):
        return Key(text, "the same full name of a person", 0.9)
    if country is None:
        return None
    return Key(f"{text} {country}", "the same name of a person, in news of the same country", 0.85)


def _named(kind: EntityKind, name: str, parts: tuple[str, ...], country: str | None) -> Key | None:
    sort = "place" if kind in _PLACES else "organization"
    text = f"{sort} {' '.join(parts)}"
    known = [thing for thing in lookup(name) if (thing.kind in _PLACES) == (kind in _PLACES)]
    if len(known) == 1:
        return Key(f"{sort} {' '.join(name_parts(known[0].name))}", f"the same {sort} of the gazetteer", 0.95)
    if sort == "organization" and len(parts) > 1 and any(map(nationality, fold(name).split())):
        return Key(text, "the same name of an organization, which names its country", 0.9)
    if country is None or len("".join(parts)) < _SHORT:
        return None
    return Key(f"{text} {country}", f"the same name of a {sort}, in news of the same country", 0.8)


def _public_body(kind: EntityKind, name: str, parts: tuple[str, ...]) -> Key | None:
    """«الحكومة السورية»: all words definite, the first what a body is, the last a nationality."""
    words = [f"{word[:-1]}ة" if word.endswith("ه") else word for word in fold(name).split()]
    if kind not in _BODIES or not 1 < len(words) < 4 or not all(word.startswith("ال") for word in words):
        return None
    of = nationality(words[-1])
    if (
        of is None
        or words[0].translate(_LETTERS) in _MANY
        or head_noun_kind(words[0]) is not EntityKind.ORGANIZATION
    ):
        return None
    return Key(f"body {' '.join(parts[:-1])} {of.country}", "the same public body of a country", 0.9)
