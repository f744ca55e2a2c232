"""The event lexicon: which words carry which event, what depends on their company, and which argument fills which role.

The knowledge is in ``ar/triggers.tsv``, ``ar/light_verbs.tsv`` and ``ar/cues.tsv``; this module reads and checks them.
Lemmas are compared folded (``hadath.extract.spelling.fold``), so «أعلن» and «اعلن» are one.

Grammar of the column ``when`` (tests joined by commas, all must hold; ``!`` before a test denies it; alternatives by ``|``):

====================  ==============================================================================
``obj=a|b``           the object (of a noun: its genitive complement; of a passive: its subject) is a or b
``subj=a|b``          the subject is a or b (of an adjective: what it is said of)
``obj``, ``subj``     there is such an argument at all
``obj.kind=k|l``      the argument is an entity of that kind (``subj.kind`` alike)
``prep=p|q``          there is an oblique with that preposition
``prep:p=a|b``        there is an oblique with that preposition and one of these nouns
``mod=a|b``           an adjective that modifies the noun is a or b
``head=a|b``          the word that governs it is a or b («صدر تعليق», «قرار بسجن …»)
``case=p|q``          it stands behind the preposition p or q itself
``form=a|b``          it is written a or b, as a syntactic word
``clause``            a content clause or quotation follows
``xcomp``             an open clausal complement follows
``passive``           the verb is passive
====================  ==============================================================================
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from hadath.extract.errors import HadathError
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold, strip_marks

__all__ = [
    "Company",
    "Cue",
    "Effect",
    "LexiconError",
    "LightVerb",
    "Row",
    "Sense",
    "Test",
    "conditions",
    "cues",
    "light_verbs",
    "read_cues",
    "read_light_verbs",
    "read_triggers",
    "rows",
    "sense",
    "senses",
]

_HERE = Path(__file__).parent / "ar"

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
ARGUMENTS = frozenset({"subj", "obj", "iobj", "gen", "owner"})
_BARE_TESTS = frozenset({"clause", "xcomp", "passive", "obj", "subj"})
_KINDS = frozenset(kind.value for kind in EntityKind)


class LexiconError(HadathError):
    """A row of a lexicon file that cannot be meant: names the file and the line."""


class Effect(StrEnum):
    """What a verb or particle does to the event in its complement."""

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Company:
    """The words around a trigger, as far as a condition may ask for them. All lemmas, in any spelling.

    ``obj``: heads of object and indirect object; of a passive its subject; of a noun its genitive complement and object.
    Quantities and other nouns flagged ``through`` stand here together with what they measure («آلاف الجنود»: «ألف» and «جندي»);
    a number in digits stands as «#».
    """

    obj: frozenset[str] = frozenset()
    subj: frozenset[str] = frozenset()
    obj_kinds: frozenset[str] = frozenset()
    subj_kinds: frozenset[str] = frozenset()
    prepositions: dict[str, frozenset[str]] = field(default_factory=dict)
    modifiers: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    clause: bool = False
    xcomp: bool = False
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Test:
    """One test of a condition: what is looked at, and the values (folded) of which one must be there."""

    __test__ = False  # not a test case

    what: str
    values: frozenset[str] = frozenset()
    denied: bool = False

    def holds(self, company: Company) -> bool:
        """Whether the words around the trigger pass."""
        return self._found(company) is not self.denied

    def _found(self, company: Company) -> bool:
        if self.what in ("clause", "xcomp", "passive"):
            return bool(getattr(company, self.what))
        words = _words(self.what, company)
        return bool(self.values & words) if self.values else bool(words)


def _words(what: str, company: Company) -> frozenset[str]:
    if what == "prep":
        return frozenset(map(fold, company.prepositions))
    if what.startswith("prep:"):
        wanted = what.removeprefix("prep:")
        found = (words for preposition, words in company.prepositions.items() if fold(preposition) == wanted)
        return frozenset(fold(word) for words in found for word in words)
    if what.endswith(".kind"):
        return company.obj_kinds if what == "obj.kind" else company.subj_kinds
    lemmas = {
        "obj": company.obj,
        "subj": company.subj,
        "mod": company.modifiers,
        "head": company.heads,
        "case": company.cases,
        "form": company.forms,
    }[what]
    return frozenset(map(fold, lemmas))


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


@dataclass(frozen=True, slots=True)
class Cue:
    """A particle or phrase that tells who speaks or how sure it is. ``words`` are syntactic words as a segmenter gives them."""

    words: tuple[str, ...]
    kind: str
    effect: Effect | None = None
    when: str = ""


KINDS_OF_LIGHT = frozenset({"light", "phasal", "modal", "auxiliary"})
KINDS_OF_CUE = frozenset(
    {"attribution", "turn", "negation", "exception", "modality", "condition", "purpose", "evaluation"}
)
CUE_CONDITIONS = frozenset({"", "imperfect", "perfect", "masdar", "clause"})


def senses(lemma: str, pos: str) -> tuple[Sense, ...]:
    """The readings of a lemma, conditional ones in order of the file, the default last; empty when it is not listed."""
    return _triggers().get((fold(lemma), pos), ())


def sense(lemma: str, pos: str, company: Company) -> Sense | None:
    """The first reading whose conditions hold; None when the lemma is not listed."""
    return next((one for one in senses(lemma, pos) if one.applies(company)), None)


@cache
def light_verbs() -> dict[str, tuple[LightVerb, ...]]:
    """Light, phasal and modal verbs by folded lemma."""
    return read_light_verbs(_HERE / "light_verbs.tsv")


@cache
def cues() -> tuple[Cue, ...]:
    """Cues, longest first, so that the first match is the best."""
    return read_cues(_HERE / "cues.tsv")


@cache
def _triggers() -> dict[tuple[str, str], tuple[Sense, ...]]:
    return read_triggers(_HERE / "triggers.tsv")


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


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table with its cells by column name."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def error(self, what: str) -> LexiconError:
        """What is wrong with the row, after where it stands."""
        return LexiconError(f"{self.file}:{self.line}: {what}")

    def one_of(self, column: str, allowed: frozenset[str]) -> str:
        """The value of a column that allows these only."""
        if (value := self[column]) not in allowed:
            raise self.error(f"{column} is «{value}», must be one of {', '.join(sorted(allowed))}")
        return value

    def lemma(self, column: str) -> str:
        """The value of a column of lemmas, as they have to be written."""
        value = self[column]
        if not value or value != strip_marks(value).strip() or "  " in value:
            raise self.error(f"{column} «{value}» is empty, vocalised or not trimmed")
        return value

    def sources(self, column: str) -> tuple[str, ...]:
        """The places in a clause that a column names."""
        return _sources(self, self[column]) if self[column] else ()


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a tab-separated table: ``#`` lines are comments, the first other line names the columns."""
    headed = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(columns) or (not headed and tuple(cells) != columns):
            raise LexiconError(
                f"{path.name}:{number}: expected the columns {', '.join(columns)}, found {len(cells)}"
            )
        if headed:
            yield Row(path.name, number, dict(zip(columns, cells, strict=True)))
        headed = True


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
            frame[role] = () if value == "none" else _sources(row, value)
        else:
            flags.add(role)
    return frozenset(flags), frame


def _sources(row: Row, value: str) -> tuple[str, ...]:
    sources = tuple(one if one in ARGUMENTS or one == "xcomp" else fold(one) for one in value.split("|"))
    if not all(one and (one in ARGUMENTS or one == "xcomp" or not one.isascii()) for one in sources):
        raise row.error(f"«{value}» names no argument and no preposition")
    return sources


def conditions(row: Row) -> tuple[Test, ...]:
    """The conditions in the column ``when`` of a row."""
    return tuple(_test(row, item) for item in row["when"].split(",")) if row["when"] else ()


def _test(row: Row, item: str) -> Test:
    what, equals, value = item.removeprefix("!").partition("=")
    denied = item.startswith("!")
    values = frozenset(value.split("|")) if equals else frozenset[str]()
    if not equals and what in _BARE_TESTS:
        return Test(what, denied=denied)
    if what in ("obj.kind", "subj.kind") and values <= _KINDS and equals:
        return Test(what, values, denied)
    name, _, preposition = what.partition(":")
    if (
        name not in ("obj", "subj", "prep", "mod", "head", "case", "form")
        or (preposition and name != "prep")
        or not all(values)
        or not equals
    ):
        raise row.error(f"condition «{item}» is not understood")
    return Test(fold(what), frozenset(map(fold, values)), denied)
