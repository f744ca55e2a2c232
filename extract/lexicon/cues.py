"""Cues: particles and phrases that tell who speaks or how sure it is (``ar/cues.tsv``)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hadath.extract.lexicon.effects import Effect
from hadath.extract.lexicon.tables import TABLES, rows
from hadath.extract.spelling import fold

__all__ = ["Cue", "cues", "read_cues"]

KINDS_OF_CUE = frozenset(
    {"attribution", "turn", "negation", "exception", "modality", "condition", "purpose", "evaluation"}
)
CUE_CONDITIONS = frozenset({"", "imperfect", "perfect", "masdar", "clause"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A particle or phrase that tells who speaks or how sure it is. ``words`` are syntactic words as a segmenter gives them."""

    words: tuple[str, ...]
    kind: str
    effect: Effect | None = None
    when: str = ""


@cache
def cues() -> tuple[Cue, ...]:
    """Cues, longest first, so that the first match is the best."""
    return read_cues(TABLES / "cues.tsv")


def read_cues(path: Path) -> tuple[Cue, ...]:
    """Read a table of cues."""
    found: dict[tuple[tuple[str, ...], str, str], Cue] = {}
    for row in rows(path, ("cue", "class", "effect", "when")):
        words = tuple(map(fold, row.lemma("cue").split(" ")))
        effect = Effect(row.one_of("effect", frozenset(Effect))) if row["effect"] else None
        cue = Cue(words, row.one_of("class", KINDS_OF_CUE), effect, row.one_of("when", CUE_CONDITIONS))
        if (key := (words, cue.kind, cue.when)) in found:
            raise row.error(f"«{row['cue']}» stands twice")
        found[key] = cue
    return tuple(sorted(found.values(), key=lambda cue: (-len(cue.words), cue.words, cue.kind, cue.when)))
