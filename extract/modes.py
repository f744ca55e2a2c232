"""The PLOVER mode of an event, how it is done, where the text says so: an arrest, an air strike, a hunger strike.

The knowledge is in ``ar/modes.tsv`` and, for what an attack is made with, in ``ar/instruments.tsv``; an event of which the
text does not say it has no mode.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from hadath.extract.company import company
from hadath.extract.lexicon.conditions import Company, Test, conditions
from hadath.extract.lexicon.senses import TYPES, Sense
from hadath.extract.lexicon.tables import TABLES, rows
from hadath.extract.phrases import core, preposition
from hadath.extract.spelling import fold
from hadath.extract.tokens import Token
from hadath.extract.triggers import Trigger

__all__ = ["MODES", "ModeRow", "mode_of", "read_instruments", "read_modes"]

MODES = {
    "CONSULT": frozenset({"visit", "third-party", "multilateral", "phone"}),
    "RETREAT": frozenset({"withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"}),
    "ACCUSE": frozenset({"disapprove", "investigate", "allege"}),
    "PROTEST": frozenset({"demo", "riot", "strike", "hunger", "boycott", "obstruct"}),
    "SANCTION": frozenset({"convict", "expel", "withdraw", "discontinue"}),
    "MOBILIZE": frozenset({"troops", "weapons", "police", "militia"}),
    "COERCE": frozenset(
        {
            *("seize", "restrict", "ban", "censor", "curfew", "martial-law"),
            *("arrest", "deport", "withhold", "misinformation", "cyber"),
        }
    ),
    "ASSAULT": frozenset(
        {
            *(
                "abduct",
                "beat",
                "torture",
                "execute",
                "sexual",
                "assassinate",
                "destroy",
                "primitive",
                "firearms",
            ),
            *("explosives", "suicide-attack", "heavy-weapons", "aerial", "drone", "crowd-control"),
            *("cleansing", "massacre", "unconventional"),
        }
    ),
}
"""The modes that are read from the text, by event type; PLOVER has more, of what is asked for, refused or threatened."""

_ANY = "*"


@dataclass(frozen=True, slots=True)
class ModeRow:
    """One row of the table: the mode of events of a type on a word, and of its verbal noun and participles, in some company."""

    lemma: str
    type: str
    when: tuple[Test, ...]
    mode: str

    def holds(self, sense: Sense, around: Company) -> bool:
        """Whether the row speaks of this reading in this company."""
        known = self.lemma in (_ANY, fold(sense.lemma), fold(sense.verb))
        return known and all(test.holds(around) for test in self.when)


def mode_of(trigger: Trigger, instruments: Iterable[Token] = ()) -> str:
    """The mode of an event, empty where nothing tells it; ``instruments`` are the nouns for what it is done with."""
    rows_of_type = _modes().get(trigger.sense.type, ())
    around = _around(trigger) if rows_of_type else Company()
    told = (row.mode for row in rows_of_type if row.holds(trigger.sense, around))
    weapons = instruments if trigger.sense.type == "ASSAULT" else ()
    return next((mode for mode in (*told, *map(_mode_of_weapon, weapons)) if mode), "")


def _around(trigger: Trigger) -> Company:
    """The company of the event, its objects and subjects together with their genitives: «قوات الشرطة»."""
    around, args = company(trigger.token, trigger.args), trigger.args
    objects = args.subj if args.passive else args.obj
    return replace(
        around,
        obj=around.obj | frozenset(map(_lemma, _genitives(objects))),
        subj=around.subj | frozenset(map(_lemma, _genitives(args.subj))),
    )


def _lemma(token: Token) -> str:
    return token.lemma_


def _genitives(nouns: Iterable[Token]) -> list[Token]:
    return [c for noun in nouns for c in core(noun).children if c.dep_ == "nmod" and preposition(c) is None]


def _mode_of_weapon(weapon: Token) -> str:
    """«صاروخ», and «مسيرة» of «طائرة مسيرة»: an adjective tells more than its noun."""
    words = (*(c for c in weapon.children if c.dep_ == "amod"), weapon)
    return next((mode for word in words if (mode := _weapons().get(word.lemma))), "")


@cache
def _modes() -> dict[str, tuple[ModeRow, ...]]:
    return read_modes(TABLES / "modes.tsv")


@cache
def _weapons() -> dict[str, str]:
    return read_instruments(TABLES / "instruments.tsv")


def read_modes(path: Path) -> dict[str, tuple[ModeRow, ...]]:
    """Read a table of modes, by event type in the order of the file; raise ``LexiconError`` for the first row that cannot be meant."""
    table: dict[str, tuple[ModeRow, ...]] = {}
    for row in rows(path, ("lemma", "type", "when", "mode")):
        type_ = row.one_of("type", TYPES & MODES.keys())
        one = ModeRow(fold(row.lemma("lemma")), type_, conditions(row), row.one_of("mode", MODES[type_]))
        same = (one.lemma, set(one.when))
        if any((other.lemma, set(other.when)) == same for other in table.get(type_, ())):
            raise row.error(f"«{row['lemma']}» {type_} has two rows with the same condition")
        table[type_] = (*table.get(type_, ()), one)
    return table


def read_instruments(path: Path) -> dict[str, str]:
    """Read a table of instruments: the mode of an attack made with each, empty where it tells none."""
    table: dict[str, str] = {}
    for row in rows(path, ("lemma", "mode")):
        table[fold(row.lemma("lemma"))] = row.one_of("mode", MODES["ASSAULT"] | {""})
    return table
