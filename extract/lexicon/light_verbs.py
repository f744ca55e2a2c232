"""Light verbs, which only carry an event, open or close it, or set its modality (``ar/light_verbs.tsv``)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hadath.extract.lexicon.effects import Effect
from hadath.extract.lexicon.tables import TABLES, rows
from hadath.extract.spelling import fold

__all__ = ["LightVerb", "light_verbs", "read_light_verbs"]

KINDS_OF_LIGHT = frozenset({"light", "phasal", "modal", "auxiliary"})


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that is no event itself: it carries a verbal noun, opens or closes it, or sets its modality.

    ``masdar`` is where the event noun or verb stands: ``subj``, ``obj``, ``xcomp`` or a preposition; ``agent`` where its
    agent stands, ``patient`` where whom it is done to, empty when nowhere.
    ``nouns`` (folded) restricts it to these; empty means any event noun.
    """

    lemma: str
    kind: str
    masdar: tuple[str, ...]
    agent: tuple[str, ...] = ()
    patient: tuple[str, ...] = ()
    effect: Effect = Effect.ASSERTED
    nouns: frozenset[str] = frozenset()


@cache
def light_verbs() -> dict[str, tuple[LightVerb, ...]]:
    """Light, phasal and modal verbs by folded lemma."""
    return read_light_verbs(TABLES / "light_verbs.tsv")


def read_light_verbs(path: Path) -> dict[str, tuple[LightVerb, ...]]:
    """Read a table of light verbs."""
    table: dict[str, tuple[LightVerb, ...]] = {}
    for row in rows(path, ("lemma", "kind", "masdar", "agent", "patient", "effect", "nouns")):
        lemma = row.lemma("lemma")
        one = LightVerb(
            lemma,
            row.one_of("kind", KINDS_OF_LIGHT),
            row.sources("masdar"),
            row.sources("agent"),
            row.sources("patient"),
            Effect(row.one_of("effect", frozenset(Effect))),
            frozenset(map(fold, row["nouns"].split("|"))) if row["nouns"] else frozenset(),
        )
        table[fold(lemma)] = (*table.get(fold(lemma), ()), one)
    return table
