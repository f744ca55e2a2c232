"""Referents: entities while a text is read, and which names and nouns can be one."""

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date

from hadath.extract.descriptions import Described
from hadath.extract.gazetteer.entries import Entry
from hadath.extract.gazetteer.leaders import leader
from hadath.extract.gazetteer.names import capital_of
from hadath.extract.mentions import NominalMention, kinds_fit
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold

__all__ = ["ACTORS", "Referent", "bears", "described", "takes_up"]

ACTORS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.COUNTRY, EntityKind.GROUP)


@dataclass(slots=True)
class Referent:
    """An entity while the text is read: its mentions as character spans, and what is known of it."""

    number: int
    kind: EntityKind
    name: str
    mentions: set[tuple[int, int]] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    entry: Entry | None = None
    gender: str = ""
    plural: bool = False
    words: Described | None = None  # the phrase that its name stands in
    at: list[int] = field(default_factory=list)  # token numbers of its mentions' heads

    def before(self, token: int) -> int:
        """Its last mention before a token, -1 when there is none."""
        place = bisect_left(self.at, token)
        return self.at[place - 1] if place else -1

    def learn(self, mention: NominalMention) -> None:
        """Take in what one more mention says of its kind, nation, gender and number."""
        self.countries |= mention.countries
        if self.kind is EntityKind.THING:
            self.kind = mention.kind
        self.gender = self.gender or mention.gender
        self.plural = self.plural or mention.plural

    @property
    def named(self) -> bool:
        """Whether it has a name of its own."""
        return bool(self.names)


def bears(r: Referent, mention: NominalMention) -> bool:
    """Whether a mention's name can be one of a referent's."""
    return any(_same_name(name, mention.name, mention.kind) for name in r.names)


def _same_name(known: str, new: str, kind: EntityKind) -> bool:
    """Whether two folded names can be one: equal, or for persons one the other's last part or full form."""
    if known == new:
        return True
    a, b = known.split(), new.split()
    if kind is not EntityKind.PERSON:
        return a[:1] != b[:1] and known.removeprefix("ال") == new.removeprefix("ال")
    short, long = sorted((a, b), key=len)
    return (len(short) < len(long) and short[-1] == long[-1] and set(short) <= set(long)) or (
        len(short) == 1 and len(long) > 1 and short[0] == long[0] and len(short[0]) > 4
    )


def described(mention: NominalMention, on: date | None) -> Entry | None:
    """Whom or what a description names: «الرئيس الروسي» the man who held the office on the day, «العاصمة الأوكرانية» the capital."""
    if not mention.countries:
        return None
    of = sorted(mention.countries)[0]
    if mention.noun == "عاصمة":
        return capital_of(of)
    return leader(mention.role, of, on) if mention.kind is EntityKind.PERSON and not mention.plural else None


def takes_up(mention: NominalMention, r: Referent) -> bool:
    """Whether a definite noun phrase can speak of what was called by its noun before; one with a genitive only of what was
    called just so."""
    if r.plural and not mention.plural:  # «المنظمة» is none of «منظمات» in particular
        return False
    common = mention.countries & r.countries
    if mention.countries and r.countries and not common:
        return False
    if mention.bare and (r.named or kinds_fit(r.kind, mention.kind)):
        return True
    if not mention.bare and fold(r.name).removeprefix("ال") == fold(mention.text).removeprefix("ال"):
        return True
    return bool(common) and mention.only_country
