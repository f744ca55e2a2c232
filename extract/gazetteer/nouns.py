"""Nouns that tell what they name, and titles before people's names."""

from functools import lru_cache

from hadath.extract.gazetteer.keys import bare, name_key
from hadath.extract.gazetteer.tables import rows
from hadath.extract.records import EntityKind

__all__ = ["head_noun_kind", "is_title", "title_class"]

_KEPT = 50_000  # words whose answer is kept


@lru_cache(maxsize=_KEPT)
def head_noun_kind(lemma: str) -> EntityKind | None:
    """What kind of thing a noun heads: «وزارة» an organisation, «مطار» a facility, «متظاهر» a group."""
    key = name_key(lemma)
    return _head_nouns().get(key) or _head_nouns().get(key.removeprefix("ال"))


def is_title(lemma: str) -> bool:
    """Whether the words go before a person's name or stand for one: «رئيس الوزراء», «الشيخ»."""
    return title_class(lemma) is not None


@lru_cache(maxsize=_KEPT)
def title_class(lemma: str) -> str | None:
    """``title`` (rank or profession), ``role`` (office), ``honorific`` or ``address`` («سموه»)."""
    return _titles().get(bare(lemma))


@lru_cache(maxsize=1)
def _head_nouns() -> dict[str, EntityKind]:
    return {name_key(row["lemma"]): EntityKind(row["kind"]) for row in rows("head_nouns")}


@lru_cache(maxsize=1)
def _titles() -> dict[str, str]:
    return {bare(row["title"]): row["class"] for row in rows("titles")}
