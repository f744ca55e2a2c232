"""Who is who: mentions → entities, by name, title, nationality, repeated noun and pronoun, in the order of the text."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from spacy.tokens import Doc, Token

from hadath.extract.gazetteer import (
    Entry,
    capital_of,
    country,
    head_noun_kind,
    leader,
    nationality,
    person,
    title_class,
)
from hadath.extract.known_names import KnownName, known_names
from hadath.extract.phrases import core, lemma, phrase, preposition
from hadath.extract.reading import read_table
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold, strip_marks

__all__ = ["Entities", "Referent"]

_KIND = {
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANIZATION,
    "GPE": EntityKind.CITY,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.FACILITY,
    "NORP": EntityKind.GROUP,
}


@cache
def _statements() -> frozenset[str]:
    """Nouns for what is said, whose owner is the speaker: «بيان», «تقرير», «رسالة»."""
    return frozenset(fold(row[0]) for row in read_table("statements.tsv"))


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
_ACTORS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.COUNTRY, EntityKind.GROUP)
_COUNTRY_NOUNS = frozenset({"بلاد", "بلد", "دولة", "وطن"})


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
        return max((i for i in self.at if i < token), default=-1)

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
        self._known = _known(doc)
        self._owners: dict[str, Referent] = {}

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
        if word not in _statements():
            return self.of(token)
        owner = self._owner(noun)
        if owner is not None:
            self._owners[word] = owner
            return owner
        return self._owners.get(word) or self.of(token)

    def _owner(self, statement: Token) -> Referent | None:
        for child in statement.children:
            if child.dep_ in ("nmod", "obl", "obl:arg", "appos") and preposition(child) in (None, "ل", "عن", "من") and child.i > statement.i:
                referent = self.of(child) if core(child).pos_ != "PRON" else None
                if referent is not None and referent.kind in _ACTORS:
                    return referent
        return None

    def nation(self, adjective: Token, place: Entry) -> Referent:
        """The country behind an adjective («روسي»), which is one more mention of it."""
        found = next((r for r in self.all if r.entry == place), None)
        if found is None:
            found = Referent(len(self.all), place.kind, place.name, entry=place)
            self.all.append(found)
        found.mentions.add((adjective.idx, adjective.idx + len(adjective)))
        found.at.append(adjective.i)
        self._by_token[adjective.i] = found
        return found

    def read_names(self, events: frozenset[int] = frozenset()) -> None:
        """Make referents of all names of the text, so that short forms find the full ones whatever their order, then of
        the subjects and objects of verbs, which pronouns take up. ``events`` are event words: they are no participants.
        """
        for ent in self.doc.ents:
            if ent.label_ in ("PER", "ORG", "GPE", "LOC", "FAC"):
                head = _top(self.doc, ent.start, ent.end)
                self.of(_titled(head))
        for start, end, _ in self._known.spans:
            self.of(_titled(_top(self.doc, start, end)))
        for token in self.doc:
            if token.dep_ in ("nsubj", "nsubj:pass", "obj", "iobj") and token.pos_ in ("NOUN", "X", "PROPN") and core(token).i not in events:
                self.of(token)

    def _resolve(self, token: Token, span: tuple[int, int]) -> Referent | None:
        if token.pos_ in ("PRON", "DET") or lemma(token) in _EMPTY:
            return None
        mention = _Mention.of(token, span, self._known)
        found = self._find(mention)
        if found is None:
            found = Referent(len(self.all), mention.kind, mention.text)
            self.all.append(found)
        self._join(found, mention)
        return found

    def _join(self, found: Referent, mention: "_Mention") -> None:
        found.mentions.add(mention.chars)
        if mention.apart is not None:  # the name stands behind a prepositional phrase: a mention of its own
            found.mentions.add(mention.apart[0])
            self._by_token[mention.apart[1]] = found
        found.at.append(mention.token.i)
        found.nouns.add(mention.noun)
        found.countries |= mention.countries
        if mention.name:
            found.names.add(mention.name)
            if len(mention.name) >= len(max(found.names, key=len)):
                found.name = mention.written
        if mention.entry and found.entry is None:
            found.entry = mention.entry
            found.kind = mention.entry.kind
        if found.kind is EntityKind.THING:
            found.kind = mention.kind
        found.gender = found.gender or mention.gender
        found.plural = found.plural or mention.plural

    def _find(self, mention: "_Mention") -> Referent | None:
        """The entity a mention speaks of, if the text has spoken of it before."""
        if mention.entry is None and not mention.name:
            self._link_role(mention)
        if mention.entry is not None:
            same = [r for r in self.all if r.entry is not None and r.entry == mention.entry]
            if same:
                return same[0]
        if mention.name:
            return self._by_name(mention)
        if mention.noun in _COUNTRY_NOUNS and mention.entry is None:
            return self._country_meant(mention)
        return self._by_noun(mention)

    def _link_role(self, mention: "_Mention") -> None:
        """«الرئيس الروسي» is the man who held the office on the day; «العاصمة الأوكرانية» the capital."""
        if not mention.countries:
            return
        of = sorted(mention.countries)[0]
        if mention.noun == "عاصمة":
            mention.entry = capital_of(of)
        elif mention.kind is EntityKind.PERSON and not mention.plural:
            mention.entry = leader(mention.role, of, self.published)

    def _by_name(self, mention: "_Mention") -> Referent | None:
        for r in reversed(self.all):
            if (
                r.named
                and _kinds_fit(r.kind, mention.kind)
                and any(_same_name(name, mention.name, mention.kind) for name in r.names)
            ):
                if r.entry is None or mention.entry is None or r.entry == mention.entry:
                    return r
        return None

    def _country_meant(self, mention: "_Mention") -> Referent | None:
        owner = next((c for c in mention.token.children if c.pos_ == "PRON" and c.dep_ == "nmod"), None)
        if owner is not None:
            speaker = self._by_token.get(owner.i)
            if speaker is None:
                speaker = self._recent(
                    owner,
                    (EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.ORGANIZATION),
                    before=mention.token.i,
                )
            return self._country_of(speaker) if speaker else None
        if mention.definite or mention.noun == "بلاد":
            return self._main_country(mention.token.i)
        return None

    def _country_of(self, referent: Referent) -> Referent | None:
        if referent.kind is EntityKind.COUNTRY:
            return referent
        qids = sorted(referent.countries) or sorted(
            f for f in (referent.entry.flags if referent.entry else ()) if f.startswith("Q")
        )
        place = country(qids[0]) if qids else None
        if place is None:
            return None
        for r in self.all:
            if r.entry == place:
                return r
        made = Referent(len(self.all), EntityKind.COUNTRY, place.name, entry=place)
        self.all.append(made)
        return made

    def _main_country(self, before: int) -> Referent | None:
        """The country the text has spoken of most so far."""
        places = [r for r in self.all if r.kind is EntityKind.COUNTRY and r.mentions]
        start = self.doc[before].idx
        return max(places, key=lambda r: (sum(b < start for b, _ in r.mentions), -r.number), default=None)

    def _by_noun(self, mention: "_Mention") -> Referent | None:
        """A definite noun phrase takes up the last thing that was called so."""
        if not mention.definite:
            return None
        here = mention.token.i
        for r in sorted(self.all, key=lambda r: -r.before(here)):
            if mention.noun not in r.nouns or r.before(here) < 0:
                continue
            if mention.countries and r.countries and not (mention.countries & r.countries):
                continue
            if mention.bare and (r.named or _kinds_fit(r.kind, mention.kind)):
                return r
            if not mention.bare and fold(r.name).removeprefix("ال") == fold(mention.text).removeprefix("ال"):
                return r
            if mention.countries and mention.countries & r.countries and mention.only_country:
                return r
        return None

    def pronoun(self, token: Token, *, avoid: Iterable[Referent] = (), actors: bool = False) -> Referent | None:
        """What a personal pronoun or dropped subject most likely stands for; ``actors``: only who can act.

        A dropped subject goes on with the last subject that agrees; a written pronoun takes up the last mention that does.
        """
        if token.i not in self._by_token:
            kinds = _ACTORS if actors else tuple(EntityKind)
            self._by_token[token.i] = self._recent(token, kinds, before=token.i, avoid=tuple(avoid))
        return self._by_token[token.i]

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
            if r is None or not (r.kind in kinds or _is_capital(r)) or any(r is a for a in avoid) or self.doc[i].pos_ == "PRON":
                continue
            if not _agrees(r, self.doc[i], masculine=masculine, feminine=feminine, plural=plural):
                continue
            subject = token.pos_ != "PRON" and self.doc[i].dep_ in ("nsubj", "nsubj:pass")
            rank = (subject, i)
            if best is None or rank > best[0]:
                best = (rank, r)
        return best[1] if best else None


def _is_capital(r: Referent) -> bool:
    """Whether a city can stand for its government: «واشنطن»."""
    return r.entry is not None and "capital" in r.entry.flags


def _agrees(r: Referent, noun: Token, *, masculine: bool, feminine: bool, plural: bool) -> bool:
    persons = r.kind in (EntityKind.PERSON, EntityKind.GROUP)
    if plural:
        return r.plural and persons
    if r.kind is EntityKind.PERSON:
        return not r.plural and (
            r.gender in ("", "Fem" if feminine else "Masc") or not (masculine or feminine)
        )
    looks_feminine = (
        noun.norm_.endswith("ة")
        or r.plural
        or r.kind is EntityKind.COUNTRY
        or "Fem" in noun.morph.get("Gender", [])
    )
    return looks_feminine if feminine else not looks_feminine


@dataclass(slots=True)
class _Known:
    """Names of the gazetteer in a Doc: entries by token, and spans."""

    spans: list[KnownName]
    at: dict[int, KnownName]


def _known(doc: Doc) -> _Known:
    spans = known_names(doc)
    return _Known(spans, {i: s for s in spans for i in range(s[0], s[1])})


@dataclass(slots=True)
class _Mention:
    """One noun phrase with what its words say."""

    token: Token
    chars: tuple[int, int]
    text: str
    kind: EntityKind
    noun: str
    role: str
    name: str  # folded, empty for common nouns
    written: str
    countries: frozenset[str]
    definite: bool
    bare: bool
    only_country: bool
    gender: str
    plural: bool
    entry: Entry | None
    apart: tuple[tuple[int, int], int] | None

    @classmethod
    def of(cls, token: Token, span: tuple[int, int], known: _Known) -> "_Mention":
        doc = token.doc
        first, last = span
        words = [t for t in doc[first:last] if not t.is_space and not t.is_punct]
        name_tokens, label = _own_name(token, words)
        found, covered = _own_entry(token, name_tokens if label == "PER" else words, known, label)
        if found is None and label == "PER":
            found = person(" ".join(t.norm_ for t in name_tokens))
        if found is not None and not name_tokens:
            name_tokens = covered
        countries = frozenset(
            c.qid
            for t in words
            if t != token and t.pos_ in ("ADJ", "NOUN", "X")
            for c in [nationality(t.norm_)]
            if c and c.qid
        )
        written = " ".join(strip_marks(t.text) for t in name_tokens)
        head_kind = head_noun_kind(token.lemma_)
        title = title_class(token.lemma_) is not None or title_class(token.norm_) is not None
        kind = _kind(token, found, label, head_kind, title=title, named=bool(name_tokens))
        chars = (doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
        others = [t for t in words if t != token and t.pos_ != "PRON"]
        return cls(
            token=token,
            chars=chars,
            text=doc.text[chars[0] : chars[1]],
            kind=kind,
            noun=lemma(token).removeprefix("ال") if len(token.lemma_) > 4 else lemma(token),
            role=" ".join(t.norm_ for t in words if t not in name_tokens and not nationality(t.norm_))
            or token.norm_,
            name=fold(written),
            written=written,
            countries=countries,
            definite=_is_definite(token),
            bare=not others or all(t.pos_ == "DET" for t in others),
            only_country=bool(countries) and all(nationality(t.norm_) for t in others),
            gender=_gender(token),
            plural="Plur" in token.morph.get("Number", []) or "Dual" in token.morph.get("Number", []),
            entry=found,
            apart=_apart(name_tokens, last),
        )


def _apart(name: list[Token], last: int) -> tuple[tuple[int, int], int] | None:
    """Characters and head of a name that stands outside the phrase it belongs to."""
    if not name or name[0].i < last:
        return None
    top = _top(name[0].doc, name[0].i, name[-1].i + 1)
    return (name[0].idx, name[-1].idx + len(name[-1])), top.i


def _own_name(token: Token, words: list[Token]) -> tuple[list[Token], str]:
    """The name a phrase is about: at its head, or a person's behind a title."""
    if token.ent_type_ in _KIND:
        run = [t for t in words if t.ent_type_ == token.ent_type_]
        return _stretch(run, token), token.ent_type_
    kind = head_noun_kind(token.lemma_)
    titled = (
        title_class(token.lemma_) or title_class(token.norm_) or kind in (EntityKind.PERSON, EntityKind.GROUP)
    )
    if titled and "Plur" not in token.morph.get("Number", []):
        bearer = _bearer(token)
        if bearer:
            return bearer, "PER"
    behind = [t for t in words if t.i > token.i and t.ent_type_ in ("GPE", "LOC", "FAC", "ORG")]
    if behind and behind[0].i == token.i + 1 and kind in (EntityKind.CITY, EntityKind.FACILITY):
        return _stretch(behind, behind[0]), "GPE" if kind is EntityKind.CITY else "FAC"
    return [], ""


def _bearer(title: Token) -> list[Token]:
    """The person who bears a title: a name in apposition, also behind a prepositional phrase, but not a genitive.

    «الرئيس بوتين» is Putin, «مستشار ترامب» is somebody else, «مستشار ترامب للأمن القومي جون بولتون» is Bolton.
    """
    genitive = (
        not fold(title.norm_).startswith("ال")
        and "Def" not in title.morph.get("Definite", [])
        and title_class(title.norm_) != "honorific"
    )
    for t in title.subtree:
        if t.i <= title.i or t.ent_type_ != "PER" or not _hangs_on(t, title):
            continue
        run = _stretch([w for w in t.sent if w.ent_type_ == "PER"], t)
        if genitive and run[0].i == title.i + 1:
            if title.doc[run[-1].i + 1 : run[-1].i + 2].text and any(
                c.dep_ == "nmod" and c.i > run[-1].i for c in title.children
            ):
                continue
            return []
        return run
    return []


def _hangs_on(name: Token, title: Token) -> bool:
    """Whether a name hangs on a title by appositions alone, or is a full name at the very end of a definite title's phrase.

    «المفوض الأوروبي للمساعدات الإنسانية جون سميث»: the parser may hang the name on the last noun before it.
    """
    token, apposed = name, True
    while token != title:
        if token.head == token or token.dep_ not in ("nmod", "appos", "flat", "flat:foreign", "amod", "dep", "conj"):
            return False
        apposed = apposed and token.dep_ != "conj" and preposition(token) is None
        token = token.head
        if token != title and (title_class(token.norm_) or title_class(token.lemma_)):
            return False
    if apposed:
        return True
    full = name.i > 0 and name.doc[name.i - 1].ent_type_ == "PER"
    return full and name.dep_ != "conj" and preposition(name) is None and fold(title.norm_).startswith("ال")


def _stretch(run: list[Token], start: Token) -> list[Token]:
    """The neighbouring tokens of a name around one of them."""
    numbers = {t.i for t in run}
    first = last = start.i
    while first - 1 in numbers:
        first -= 1
    while last + 1 in numbers:
        last += 1
    return [t for t in run if first <= t.i <= last]


def _own_entry(
    token: Token, words: list[Token], known: _Known, label: str
) -> tuple[Entry | None, list[Token]]:
    """What the gazetteer knows under the phrase's name, when it stands at the head or is the person behind a title."""
    for t in dict.fromkeys([*words, token]):
        span = known.at.get(t.i)
        if span is None:
            continue
        entries = span[2]
        inside = [w for w in words if span[0] <= w.i < span[1]]
        if span[0] <= token.i < span[1] or (label == "PER" and entries[0].kind is EntityKind.PERSON):
            fits = [e for e in entries if not label or _kinds_fit(e.kind, _KIND[label])]
            return (fits[0] if fits else None), inside
    return None, []


def _kind(
    token: Token, found: Entry | None, label: str, head_kind: EntityKind | None, *, title: bool, named: bool
) -> EntityKind:
    if found is not None:
        return found.kind
    if label:
        return _KIND[label] if label != "GPE" or head_kind is not EntityKind.PLACE else EntityKind.PLACE
    plural = "Plur" in token.morph.get("Number", [])
    if head_kind is EntityKind.PERSON or title:
        return EntityKind.GROUP if plural else EntityKind.PERSON
    if head_kind is not None:
        return head_kind
    if nationality(token.norm_):
        return EntityKind.GROUP
    return EntityKind.THING


def _kinds_fit(a: EntityKind, b: EntityKind) -> bool:
    places = {EntityKind.CITY, EntityKind.COUNTRY, EntityKind.PLACE, EntityKind.FACILITY}
    return a is b or (a in places and b in places) or EntityKind.THING in (a, b)


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


def _is_definite(token: Token) -> bool:
    if fold(token.norm_).startswith("ال") or "Def" in token.morph.get("Definite", []):
        return True
    return any(c.pos_ == "PRON" and c.dep_ == "nmod" for c in token.children)


def _gender(token: Token) -> str:
    values = token.morph.get("Gender", [])
    if values:
        return values[0]
    return "Fem" if token.norm_.endswith("ة") else ""


def _top(doc: Doc, start: int, end: int) -> Token:
    """The word of a stretch that the others hang on."""
    for token in doc[start:end]:
        if not token.is_space and not (start <= token.head.i < end and token.head != token):
            return token
    return doc[start]


def _titled(head: Token) -> Token:
    """The title before a person's name when the name hangs on it: «الرئيس» of «الرئيس بوتين»."""
    if head.ent_type_ == "PER" and head.dep_ in ("nmod", "appos", "flat") and head.head.i < head.i:
        title = head.head
        if (
            title_class(title.lemma_)
            or title_class(title.norm_)
            or head_noun_kind(title.lemma_) is EntityKind.PERSON
        ):
            return title
    return head
