"""Who is who: mentions → entities, by name, title, nationality, repeated noun and pronoun, in the order of the text."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from hadath.extract.gazetteer.entries import Entry
from hadath.extract.gazetteer.leaders import leader
from hadath.extract.gazetteer.names import capital_of, country
from hadath.extract.gazetteer.nouns import head_noun_kind
from hadath.extract.mentions import NominalMention, kinds_fit, names_in, titled, top
from hadath.extract.phrases import conjuncts, core, counts, is_clause, lemma, phrase, preposition
from hadath.extract.reading import read_table
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold
from hadath.extract.tokens import Doc, Token

__all__ = ["ACTORS", "Entities", "Referent", "statements"]

_EMPTY = frozenset(
    {
        "ذلك",
        "هذا",
        "تلك",
        "هذه",
        "هؤلاء",
        "ما",
        "من",
        "الذي",
        "التي",
        "نفس",
        "ذات",
        "هو",
        "هي",
        "غير",
        "بين",
        "عين",
        "ان",
    }
)
ACTORS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.COUNTRY, EntityKind.GROUP)
_BESIDE = frozenset({"nmod", "obl", "obl:arg", "appos"})
_PARTICIPANT = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:arg", "dislocated"})
_ADDRESSED = frozenset(map(fold, ("أمير", "ملك", "وزير", "رئيس", "سفير", "محافظ", "شيخ", "صاحب", "ولي")))
_COUNTRY_NOUNS = frozenset({"بلاد", "بلد", "دولة", "وطن"})


@cache
def statements() -> frozenset[str]:
    """Nouns for what is said, whose owner is the speaker: «بيان», «تقرير», «رسالة»."""
    return frozenset(fold(row[0]) for row in read_table("statements.tsv"))


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
    at: list[int] = field(default_factory=list)  # token numbers of its mentions' heads

    def before(self, token: int) -> int:
        """Its last mention before a token, -1 when there is none."""
        place = bisect_left(self.at, token)
        return self.at[place - 1] if place else -1

    @property
    def named(self) -> bool:
        """Whether it has a name of its own."""
        return bool(self.names)


class Entities:
    """The entities of one article. ``of(token)`` gives the referent of a noun phrase's head, making it when it is new."""

    def __init__(self, doc: Doc, published: date | None) -> None:
        self.doc = doc
        self.published = published
        self.all: list[Referent] = []
        self._by_token: dict[int, Referent | None] = {}
        self._known = names_in(doc)
        self._owners: dict[str, Referent] = {}
        self._by_entry: dict[Entry, Referent] = {}
        self._by_word: dict[str, list[Referent]] = {}  # words of names
        self._by_head: dict[str, list[Referent]] = {}  # head nouns

    @property
    def name_tokens(self) -> frozenset[int]:
        """Tokens of the gazetteer's names of two or more words."""
        return frozenset(
            i for start, end, _ in self._known.spans if end - start > 1 for i in range(start, end)
        )

    def of(self, token: Token) -> Referent | None:
        """The referent of a phrase head; None for pronouns and other words that name nothing."""
        noun = core(token)
        if noun.i not in self._by_token:
            self._by_token[noun.i] = self._resolve(noun, phrase(token))
        return self._by_token[noun.i]

    def voice(self, token: Token) -> Referent | None:
        """Who speaks when a phrase is the subject of saying: of «بيان للوزارة» and later «البيان» the ministry."""
        noun = core(token)
        word = lemma(noun)
        if word not in statements():
            return self.of(token)
        owner = self._owner(noun)
        if owner is not None:
            self._owners[word] = owner
            return owner
        if any(child.dep_ == "amod" for child in noun.children):
            self._owners.pop(word, None)  # «البيان الختامي» is another one, whose nobody knows
        return self._owners.get(word) or self.of(token)

    def states(self, speaker: Referent, statement: Token) -> None:
        """Note whose statement it is when the text tells who speaks in it: «قالت الوزارة في بيان …، وأضاف البيان»."""
        noun = core(statement)
        if lemma(noun) in statements() and speaker.kind in ACTORS and self._owner(noun) is None:
            self._owners[lemma(noun)] = speaker

    def _owner(self, statement: Token) -> Referent | None:
        """Whose statement it is: «بيان الوزارة», «بيان للوزارة», «بيان صادر عن الوزارة»."""
        for child in statement.children:
            if (
                child.dep_ not in _BESIDE
                or child.i < statement.i
                or preposition(child) not in (None, "ل", "عن", "من")
            ):
                continue
            referent = self.of(child) if core(child).pos_ != "PRON" else None
            house = (
                referent is not None and referent.kind is EntityKind.FACILITY and preposition(child) == "ل"
            )
            if referent is not None and (referent.kind in ACTORS or house):
                return referent  # «بيان للوزارة», «بيان للقصر»
        return None

    def nation(self, adjective: Token, place: Entry) -> Referent:
        """The country behind an adjective («روسي»), which is one more mention of it."""
        found = self._of_entry(place)
        found.mentions.add((adjective.idx, adjective.idx + len(adjective)))
        insort(found.at, adjective.i)
        self._by_token[adjective.i] = found
        return found

    def read_names(self, events: frozenset[int] = frozenset()) -> None:
        """Make referents of all names of the text, so that short forms find the full ones whatever their order, then of
        the subjects and objects of verbs and of all who can act, which pronouns take up.

        ``events`` are event words: they are no participants.
        """
        for ent in self.doc.ents:
            if ent.label_ in ("PER", "ORG", "GPE", "LOC", "FAC"):
                head = top(self.doc, ent.start, ent.end)
                self.of(titled(head))
        for start, end, _ in self._known.spans:
            self.of(titled(top(self.doc, start, end)))
        for token in self.doc:
            nominal = token.dep_ in _PARTICIPANT and token.pos_ in ("NOUN", "X", "PROPN")
            actor = token.pos_ == "NOUN" and head_noun_kind(token.lemma_) in ACTORS
            if (nominal or actor) and core(token).i not in events:
                self.of(_with_its_number(token))

    def _resolve(self, token: Token, span: tuple[int, int]) -> Referent | None:
        if token.pos_ in ("PRON", "DET") or lemma(token) in _EMPTY:
            return None
        mention = NominalMention.of(token, span, self._known)
        found = self._find(mention)
        if found is None:
            found = Referent(len(self.all), mention.kind, mention.text)
            self.all.append(found)
        self._join(found, mention)
        return found

    def _join(self, found: Referent, mention: NominalMention) -> None:
        found.mentions.add(mention.chars)
        if mention.apart is not None:  # the name stands behind a prepositional phrase: a mention of its own
            found.mentions.add(mention.apart[0])
            self._by_token[mention.apart[1]] = found
        insort(found.at, mention.token.i)
        if mention.noun not in found.nouns:
            found.nouns.add(mention.noun)
            self._by_head.setdefault(mention.noun, []).append(found)
        found.countries |= mention.countries
        if mention.name and mention.name not in found.names:
            found.names.add(mention.name)
            for word in mention.name.split():
                self._by_word.setdefault(word.removeprefix("ال"), []).append(found)
            if len(mention.name) >= len(max(found.names, key=len)):
                found.name = mention.written
        if mention.entry and found.entry is None:
            found.entry, found.kind = mention.entry, mention.entry.kind
            self._by_entry.setdefault(mention.entry, found)
        if found.kind is EntityKind.THING:
            found.kind = mention.kind
        found.gender = found.gender or mention.gender
        found.plural = found.plural or mention.plural

    def _find(self, mention: NominalMention) -> Referent | None:
        """The entity a mention speaks of, if the text has spoken of it before."""
        if mention.entry is None and not mention.name:
            self._link_role(mention)
        if mention.entry is not None and mention.entry in self._by_entry:
            return self._by_entry[mention.entry]
        if mention.name:
            return self._by_name(mention)
        if mention.address:
            return self._person_before(mention.token.i)
        if mention.noun in _COUNTRY_NOUNS and mention.entry is None and _is_one_country(mention):
            return self._country_meant(mention)
        return self._by_noun(mention)

    def _link_role(self, mention: NominalMention) -> None:
        """«الرئيس الروسي» is the man who held the office on the day; «العاصمة الأوكرانية» the capital."""
        if not mention.countries:
            return
        of = sorted(mention.countries)[0]
        if mention.noun == "عاصمة":
            mention.entry = capital_of(of)
        elif mention.kind is EntityKind.PERSON and not mention.plural:
            mention.entry = leader(mention.role, of, self.published)

    def _by_name(self, mention: NominalMention) -> Referent | None:
        near = {
            r.number: r
            for word in mention.name.split()
            for r in self._by_word.get(word.removeprefix("ال"), ())
        }
        for _, r in sorted(near.items(), reverse=True):
            same_entry = r.entry is None or mention.entry is None or r.entry == mention.entry
            if same_entry and kinds_fit(r.kind, mention.kind) and _bears(r, mention):
                return r
        return None

    def _person_before(self, token: int) -> Referent | None:
        """The person a form of address stands for: who was named last, a bearer of a title before others."""
        people = [r for r in self.all if r.kind is EntityKind.PERSON and r.before(token) >= 0]
        return max(people, key=lambda r: (bool(r.nouns & _ADDRESSED), r.before(token)), default=None)

    def _country_meant(self, mention: NominalMention) -> Referent | None:
        owner = next((c for c in mention.token.children if c.pos_ == "PRON" and c.dep_ == "nmod"), None)
        if owner is not None:
            speaker = self._by_token.get(owner.i)
            if speaker is None:
                speaker = self._recent(
                    owner,
                    (EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.ORGANIZATION),
                    before=mention.token.i,
                )
            return self.country_of(speaker) if speaker else None
        if mention.definite or mention.noun == "بلاد":
            return self._main_country(mention.token.i)
        return None

    def country_of(self, referent: Referent) -> Referent | None:
        """The country an entity is, or that a person's title or office names."""
        if referent.kind is EntityKind.COUNTRY:
            return referent
        qids = sorted(referent.countries) or sorted(
            f for f in (referent.entry.flags if referent.entry else ()) if f.startswith("Q")
        )
        place = country(qids[0]) if qids else None
        if place is None:
            return None
        return self._of_entry(place)

    def _of_entry(self, entry: Entry) -> Referent:
        if entry not in self._by_entry:
            self._by_entry[entry] = Referent(len(self.all), entry.kind, entry.name, entry=entry)
            self.all.append(self._by_entry[entry])
        return self._by_entry[entry]

    def _main_country(self, before: int) -> Referent | None:
        """The country the text has spoken of most so far."""
        places = [r for r in self.all if r.kind is EntityKind.COUNTRY and r.mentions]
        start = self.doc[before].idx
        return max(places, key=lambda r: (sum(b < start for b, _ in r.mentions), -r.number), default=None)

    def _by_noun(self, mention: NominalMention) -> Referent | None:
        """A definite noun phrase takes up the last thing that was called so; one with a genitive only what was called just so."""
        if not (mention.definite or mention.determined):
            return None
        here = mention.token.i
        earlier = [(r.before(here), r) for r in self._by_head.get(mention.noun, ())]
        for at, r in sorted(earlier, key=lambda pair: -pair[0]):
            if at < 0:
                break
            if r.plural and not mention.plural:  # «المنظمة» is none of «منظمات» in particular
                continue
            if mention.countries and r.countries and not (mention.countries & r.countries):
                continue
            if mention.bare and (r.named or kinds_fit(r.kind, mention.kind)):
                return r
            if not mention.bare and fold(r.name).removeprefix("ال") == fold(mention.text).removeprefix("ال"):
                return r
            if mention.countries and mention.countries & r.countries and mention.only_country:
                return r
        return None

    def pronoun(
        self,
        token: Token,
        *,
        avoid: Iterable[Referent] = (),
        kinds: tuple[EntityKind, ...] = tuple(EntityKind),
    ) -> Referent | None:
        """What a personal pronoun or dropped subject most likely stands for; only entities of ``kinds``.

        A dropped subject goes on with the last subject that agrees; a written pronoun takes up the last mention that does.
        """
        if token.i not in self._by_token:
            others = tuple(avoid)
            bound = self._bound(token, kinds) if token.pos_ == "PRON" else None
            free = bound is None or any(bound is a for a in others)
            self._by_token[token.i] = (
                self._recent(token, kinds, before=token.i, avoid=others) if free else bound
            )
        return self._by_token[token.i]

    def _bound(self, token: Token, kinds: tuple[EntityKind, ...]) -> Referent | None:
        """The subject over a pronoun: of the verb whose object it owns («تنفي قتلها»), or that reports what it does («قالت إنها»)."""
        word = token.head
        while word.dep_ in ("nmod", "amod") and word.pos_ in ("NOUN", "ADJ"):
            word = word.head  # «نفت الاتهامات الموجهة لها»
        owner = token.dep_ in ("nmod", "obl:arg") and word.dep_ in ("obj", "obl:arg") and word != token
        teller = token.dep_ in ("nsubj", "dislocated") and word.dep_ == "ccomp" and is_clause(word)
        verb = word.head
        if not (owner or teller) or verb.pos_ != "VERB":
            return None
        noun = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < token.i), None)
        if noun is None or (word.dep_ == "obl:arg" and any(c.dep_ == "obj" for c in verb.children)):
            return None
        subject = self._by_token.get(core(noun).i)
        if subject is None or subject.kind not in kinds:
            return None
        gender, number = token.morph.get("Gender", []), token.morph.get("Number", [])
        plural = bool({"Plur", "Dual"} & set(number))
        fits = _agrees(
            subject, core(noun), masculine="Masc" in gender, feminine="Fem" in gender, plural=plural
        )
        several = subject.plural and subject.kind is EntityKind.GROUP and not plural  # «مراقبون … تعيينه»
        return subject if fits and not several else None

    def pair(self, token: Token) -> list[Referent]:
        """The two that a dual stands for: the last two actors that were joined («بوتين وأردوغان … زيارتهما»)."""
        for i in range(token.i - 1, max(token.i - 120, -1), -1):
            members = [t for t in conjuncts(self.doc[i])] if self._by_token.get(i) else []
            found = [
                r for t in members if (r := self._by_token.get(core(t).i)) is not None and r.kind in ACTORS
            ]
            if len(members) == len(found) == 2 and found[0] is not found[1] and members[1].i < token.i:
                return found
        return []

    def mention(self, referents: list[Referent], token: Token) -> None:
        """Note a phrase as one more mention of several entities: «الجانبان»."""
        first, last = phrase(token)
        for r in referents:
            r.mentions.add((self.doc[first].idx, self.doc[last - 1].idx + len(self.doc[last - 1])))

    def _recent(
        self, token: Token, kinds: tuple[EntityKind, ...], *, before: int, avoid: tuple[Referent, ...] = ()
    ) -> Referent | None:
        """The nearest fitting subject of this sentence or the one before, then any fitting mention."""
        masculine = "Masc" in token.morph.get("Gender", [])
        feminine = "Fem" in token.morph.get("Gender", [])
        plural = bool({"Plur", "Dual"} & set(token.morph.get("Number", [])))
        floor = self.doc[max(before - 60, 0)].sent.start
        best: tuple[tuple[bool, int], Referent] | None = None
        for i in range(before - 1, floor - 1, -1):
            r = self._by_token.get(i)
            if (
                r is None
                or not (r.kind in kinds or _is_capital(r))
                or any(r is a for a in avoid)
                or self.doc[i].pos_ == "PRON"
                or _is_part(self.doc[i])
                or (not r.named and _is_around(self.doc[i], token))
            ):
                continue
            if not _agrees(r, self.doc[i], masculine=masculine, feminine=feminine, plural=plural):
                continue
            subject = self.doc[i].dep_ in ("nsubj", "nsubj:pass")
            if token.pos_ != "PRON" and not subject:
                continue  # a dropped subject was a subject before
            subject = subject and token.pos_ != "PRON"
            rank = (subject and not _is_embedded(self.doc[i], token), i)
            if best is None or rank > best[0]:
                best = (rank, r)
        return best[1] if best else None


def _is_one_country(mention: NominalMention) -> bool:
    """«البلاد», «كل البلاد», «بلاده», but not «الدول الغربية», «البلدان»."""
    one = not mention.plural or "بلاد" in mention.token.norm_
    return one and all(c.dep_ not in ("amod", "nmod") or c.pos_ == "PRON" for c in mention.token.children)


def _with_its_number(noun: Token) -> Token:
    """The head of the phrase of a counted noun: «عشرات» of «عشرات المعتقلين»."""
    while noun.head != noun and core(noun.head) == core(noun):
        noun = noun.head
    return noun


def _is_around(noun: Token, token: Token) -> bool:
    """Whether a pronoun stands in the noun's own phrase, and so cannot mean it: «إطلاق سراحه»."""
    while token.dep_ in ("nmod", "obj", "obl", "obl:arg") and token.head != token:
        token = token.head
        if token == noun:
            return True
        if token.pos_ == "VERB":
            return False
    return False


def _is_part(noun: Token) -> bool:
    """Whether a noun is part of a phrase that is spoken of («الخارجية» in «وزارة الخارجية») or some of those spoken of («عدد منهم»)."""
    ministry = noun.dep_ == "nmod" and noun.i == noun.head.i + 1 and preposition(noun) is None
    whole = ministry and not noun.ent_type_ and head_noun_kind(noun.head.lemma_) is EntityKind.ORGANIZATION
    return whole or (counts(noun) and any(c.pos_ == "PRON" for c in noun.children))


def _is_embedded(noun: Token, token: Token) -> bool:
    """Whether the subject of an earlier sentence stood in a subordinate clause: less in the mind than the main one."""
    return noun.sent != token.sent and noun.head.dep_ in ("ccomp", "acl", "acl:relcl", "advcl", "xcomp")


def _is_capital(r: Referent) -> bool:
    """Whether a city can stand for its government: «واشنطن»."""
    return r.entry is not None and "capital" in r.entry.flags


def _agrees(r: Referent, noun: Token, *, masculine: bool, feminine: bool, plural: bool) -> bool:
    persons = r.kind in (EntityKind.PERSON, EntityKind.GROUP)
    if plural:
        return r.plural and persons
    if r.kind is EntityKind.PERSON:
        genders = ("Fem",) if feminine else ("", "Masc")
        return not r.plural and (r.gender in genders or not (masculine or feminine))
    looks_feminine = (
        noun.norm_.endswith(("ة", "ات"))
        or (r.plural and not persons)
        or r.kind in (EntityKind.COUNTRY, EntityKind.CITY)
        or "Fem" in noun.morph.get("Gender", [])
    )
    return looks_feminine if feminine else not looks_feminine


def _bears(r: Referent, mention: NominalMention) -> bool:
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
