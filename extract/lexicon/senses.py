"""Senses: which words carry which event, and which argument fills which role (``ar/triggers.tsv``)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hadath.extract.lexicon.conditions import Company, Test, conditions
from hadath.extract.lexicon.tables import TABLES, LexiconError, Row, rows, sources
from hadath.extract.spelling import fold

__all__ = ["TYPES", "Sense", "read_triggers", "senses", "triggers"]

POS = frozenset({"VERB", "NOUN", "ADJ"})
TYPES = frozenset(
    {
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
        "SAY",
        "OTHER",
        "NONE",
    }
)
FLAGS = frozenset(
    {
        "say",
        "phrase",
        "light",
        "through",
        "deny",
        "neg",
        "future",
        "possible",
        "recip",
        "befalls",
        "appoints",
        "voice",
    }
)
ROLES = frozenset({"agent", "patient", "recipient", "place", "content"})


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a word. The role fields say where a role stands, in order of preference:
    ``subj``, ``obj``, ``iobj``, ``gen`` (genitive complement), ``owner`` (genitive of the noun of the phrase: «أطلق سراح
    المعتقلين») or a preposition; empty when the reading has no such role.

    ``content`` is where the event that is said, asked for, refused or caused stands when it is no clause.
    A masdar whose patient is ``gen`` and that governs an object besides has its agent in the genitive.
    A constituent fills one role only; where two roles name the same source (``recipient`` and ``place`` with «إلى»,
    both objects of «منح»), the kind of the filler decides: people and organizations receive, an event is content.
    ``phrase``: the noun of the condition belongs to the trigger («أطلق النار»); ``light``: that noun is the trigger,
    not this word; ``through``: no event and no argument of its own, look at its genitive («عدد من المتظاهرين»).
    """

    lemma: str
    pos: str
    type: str
    when: tuple[Test, ...] = ()
    flags: frozenset[str] = frozenset()
    agent: tuple[str, ...] = ()
    patient: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    verb: str = ""
    line: int = 0

    def applies(self, company: Company) -> bool:
        """Whether every condition of this reading holds."""
        return all(test.holds(company) for test in self.when)

    @property
    def event(self) -> bool:
        """Whether this reading is an event at all."""
        return self.type != "NONE"


def senses(lemma: str, pos: str) -> tuple[Sense, ...]:
    """The readings of a lemma, conditional ones in order of the file, the default last; empty when it is not listed."""
    return triggers().get((fold(lemma), pos), ())


@cache
def triggers() -> dict[tuple[str, str], tuple[Sense, ...]]:
    """All readings, by folded lemma and part of speech."""
    return read_triggers(TABLES / "triggers.tsv")


def read_triggers(path: Path) -> dict[tuple[str, str], tuple[Sense, ...]]:
    """Read a trigger table; raise ``LexiconError`` for the first row that cannot be meant."""
    table: dict[tuple[str, str], list[Sense]] = {}
    for row in rows(path, ("lemma", "pos", "type", "when", "flags", "verb")):
        one = _sense(row)
        readings = table.setdefault((fold(one.lemma), one.pos), [])
        if any(set(other.when) == set(one.when) for other in readings):
            raise row.error(f"«{one.lemma}» {one.pos} has two rows with the same condition")
        readings.append(one)
    _check_whole(table, path)
    return {key: tuple(sorted(readings, key=lambda one: not one.when)) for key, readings in table.items()}


def _check_whole(table: dict[tuple[str, str], list[Sense]], path: Path) -> None:
    for (_, pos), readings in table.items():
        first = readings[0]
        if all(one.when for one in readings):
            raise LexiconError(
                f"{path.name}:{first.line}: «{first.lemma}» {pos} has no row without a condition"
            )
        if first.verb and (fold(first.verb), "VERB") not in table:
            raise LexiconError(f"{path.name}:{first.line}: verb «{first.verb}» has no row of its own")


def _sense(row: Row) -> Sense:
    pos, type_ = row.one_of("pos", POS), row.one_of("type", TYPES)
    flags, frame = _flags(row)
    if type_ == "NONE" and (frame or flags - {"light", "through"}):
        raise row.error("a NONE row can only be flagged light or through")
    roles = _defaults(pos, type_) | frame
    _check_roles(row, roles)
    if pos == "VERB":
        roles = {role: _objects(sources) for role, sources in roles.items()}
    verb = row.lemma("verb") if row["verb"] else ""
    return Sense(row.lemma("lemma"), pos, type_, conditions(row), flags, **roles, verb=verb, line=row.line)


def _defaults(pos: str, type_: str) -> dict[str, tuple[str, ...]]:
    """Where the roles stand when a row does not say: a verb's agent is its subject, its patient the object."""
    if type_ == "NONE":
        return {}
    if pos == "VERB":
        return {"agent": ("subj",), "patient": ("obj",)}
    return {"agent": ("gen" if pos == "NOUN" else "subj",)}


def _check_roles(row: Row, roles: dict[str, tuple[str, ...]]) -> None:
    """Nobody is agent and patient at once: a subject or genitive can fill one participant role only."""
    filled = [source for role, sources in roles.items() if role != "content" for source in sources]
    if twice := {source for source in filled if source in ("subj", "gen") and filled.count(source) > 1}:
        raise row.error(f"{' and '.join(sorted(twice))} would fill two roles")


def _objects(sources: tuple[str, ...]) -> tuple[str, ...]:
    """Parsers label the only object of «أبلغ», «اتهم» as indirect now and then: look there next."""
    if "obj" not in sources or "iobj" in sources:
        return sources
    at = sources.index("obj") + 1
    return (*sources[:at], "iobj", *sources[at:])


def _flags(row: Row) -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """Split the flags column into plain flags and the frame (``role=source|source``)."""
    flags: set[str] = set()
    frame: dict[str, tuple[str, ...]] = {}
    for item in row["flags"].split(",") if row["flags"] else []:
        role, equals, value = item.partition("=")
        if role not in (ROLES if equals else FLAGS) or role in flags or role in frame:
            raise row.error(f"flag «{item}» is unknown or stands twice")
        if equals:
            frame[role] = () if value == "none" else sources(row, value)
        else:
            flags.add(role)
    return frozenset(flags), frame
