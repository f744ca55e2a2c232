"""Nations: the country, people or region behind an adjective such as «روسي»."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from hadath.extract.gazetteer.entries import Entry
from hadath.extract.gazetteer.keys import name_key
from hadath.extract.gazetteer.names import country
from hadath.extract.gazetteer.tables import rows, several
from hadath.extract.spelling import strip_marks

__all__ = ["demonym", "demonym_group", "nationality"]

_KEPT = 50_000  # words whose answer is kept


@lru_cache(maxsize=_KEPT)
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


def demonym(word: str) -> str | None:
    """The English adjective of a nation, people, religion or region.

    >>> demonym("التركية"), demonym("الكردية")
    ('Turkish', 'Kurdish')
    """
    found = _demonym(word)
    return demonym_group(word) or (_adjectives()[found] if found else None)


def _demonym(word: str) -> str | None:
    return None if strip_marks(word) in _demonym_traps() else _demonyms().get(name_key(word))


@lru_cache(maxsize=1)
def _demonyms() -> dict[str, str]:
    """Folded form → identifier of the country, or ``-Name`` of a people or region."""
    forms: dict[str, str] = {}
    for row in rows("nationalities"):
        value = row["qid"] if row["class"] == "country" else f"-{row['en']}"
        for form in (*_adjective_forms(several(row["adjectives"])), *several(row["plurals"])):
            forms.setdefault(name_key(form), value)
            forms.setdefault(name_key(" ".join(f"ال{word}" for word in form.split())), value)
    return forms


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    """Identifier of a country → its English adjective."""
    return {row["qid"]: row["en"] for row in rows("nationalities") if row["class"] == "country"}


@lru_cache(maxsize=1)
def _demonym_traps() -> frozenset[str]:
    return frozenset(trap for row in rows("nationalities") for trap in several(row["traps"]))


_ENDINGS = ("", "ة", "ه", "ون", "ين", "ان", "تان", "تين", "ات", "و")


def _adjective_forms(adjectives: Iterable[str]) -> Iterator[str]:
    """All forms of relative adjectives: روسي روسية روسيون روسيين روسيان روسيتان روسيتين روسيات روسيو."""
    for adjective in adjectives:
        for ending in _ENDINGS:
            yield " ".join(word + ending for word in adjective.split())
