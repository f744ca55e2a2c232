"""Conditions: what has to stand around a word for one of its readings.

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
``verbless``          the noun, or the number that counts it, heads a sentence without a verb («4 قتلى في هجوم»)
====================  ==============================================================================
"""

from dataclasses import dataclass, field

from hadath.extract.lexicon.tables import Row
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold

__all__ = ["Company", "Test", "conditions"]

_BARE_TESTS = frozenset({"clause", "xcomp", "passive", "verbless", "obj", "subj"})
_KINDS = frozenset(kind.value for kind in EntityKind)


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
    verbless: bool = False


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
        if self.what in ("clause", "xcomp", "passive", "verbless"):
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
