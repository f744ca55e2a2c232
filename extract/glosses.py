"""English names of events, such as news gives them: «اعتقلت» is "arrested", «إطلاق النار» "shooting", «طلبوا اللجوء» "sought asylum".

The knowledge is in ``ar/glosses.tsv``. A name says what its word means in its company, never whether it happened.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hadath.extract.company import company
from hadath.extract.lexicon.conditions import Company, Test, conditions
from hadath.extract.lexicon.senses import POS, TYPES, Sense
from hadath.extract.lexicon.tables import rows
from hadath.extract.spelling import fold
from hadath.extract.triggers import Trigger

__all__ = ["Gloss", "gloss", "gloss_of", "gloss_of_noun", "read_glosses"]

_TABLE = Path(__file__).parent / "ar" / "glosses.tsv"


@dataclass(frozen=True, slots=True)
class Gloss:
    """An English name of an event word, for its readings of one type (empty: of any) in some company."""

    text: str
    type: str = ""
    when: tuple[Test, ...] = ()

    def fits(self, sense: Sense, around: Company) -> bool:
        """Whether a reading in this company is called so."""
        return self.type in ("", sense.type) and all(test.holds(around) for test in self.when)


def gloss_of(trigger: Trigger) -> str | None:
    """The English name of an event as it stands in its sentence; None for a word without one."""
    variants = len(_glosses(trigger.sense)) > 1
    around = company(trigger.token, trigger.args) if variants else Company()
    return gloss(trigger.sense, around)


def gloss(sense: Sense, around: Company) -> str | None:
    """The English name of a reading of a word in its company; None for a word without one."""
    return next((one.text for one in _glosses(sense) if one.fits(sense, around)), None)


def gloss_of_noun(lemma: str) -> str | None:
    """The English name of a noun for something that happens, by its folded lemma, if it has but one: «التعاون» is "cooperation"."""
    names = _known().get((lemma, "NOUN"), ())
    return names[0].text if len(names) == 1 else None


def _glosses(sense: Sense) -> tuple[Gloss, ...]:
    """The names of a word, or of the verb of a participle that has none of its own."""
    own = _known().get((fold(sense.lemma), sense.pos))
    return own or (_known().get((fold(sense.verb), "VERB"), ()) if sense.pos == "ADJ" else ())


@cache
def _known() -> dict[tuple[str, str], tuple[Gloss, ...]]:
    return read_glosses(_TABLE)


def read_glosses(path: Path) -> dict[tuple[str, str], tuple[Gloss, ...]]:
    """Read a table of English names, by folded lemma and part of speech; raise ``LexiconError`` for a row that cannot be meant."""
    table: dict[tuple[str, str], list[Gloss]] = {}
    for row in rows(path, ("lemma", "pos", "type", "when", "gloss")):
        known = table.setdefault((fold(row.lemma("lemma")), row.one_of("pos", POS)), [])
        if known and not (known[-1].type or known[-1].when):
            raise row.error(f"«{row['lemma']}» {row['pos']} has a row behind the one that always holds")
        text, type_ = row["gloss"], row.one_of("type", TYPES | {""})
        if not text or not text.isascii() or text != " ".join(text.split()):
            raise row.error(f"gloss «{text}» is empty, not in English letters or not trimmed")
        known.append(Gloss(text, type_, conditions(row)))
    return {key: tuple(known) for key, known in table.items()}
