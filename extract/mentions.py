"""Mentions: what the words of one noun phrase say of the thing they speak of: kind, name, title, nation, definiteness."""

from dataclasses import dataclass

from hadath.extract.gazetteer.entries import Entry
from hadath.extract.gazetteer.names import person
from hadath.extract.gazetteer.nations import nationality
from hadath.extract.gazetteer.nouns import head_noun_kind, title_class
from hadath.extract.known_names import KnownName, known_names
from hadath.extract.phrases import counts, lemma, preposition
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold, strip_marks
from hadath.extract.tokens import Doc, Token

__all__ = ["KnownNames", "NominalMention", "kinds_fit", "names_in", "titled", "top"]

_KIND = {
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANIZATION,
    "GPE": EntityKind.CITY,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.FACILITY,
    "NORP": EntityKind.GROUP,
}


@dataclass(slots=True)
class KnownNames:
    """Names of the gazetteer in a Doc: entries by token, and spans."""

    spans: list[KnownName]
    at: dict[int, KnownName]


def names_in(doc: Doc) -> KnownNames:
    """The gazetteer's names of a Doc."""
    spans = known_names(doc)
    return KnownNames(spans, {i: s for s in spans for i in range(s[0], s[1])})


@dataclass(slots=True)
class NominalMention:
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
    address: bool  # «سموه»: whoever was named last
    determined: bool  # by a definite genitive: «وزير الدفاع»
    bare: bool
    only_country: bool
    gender: str
    plural: bool
    entry: Entry | None
    apart: tuple[tuple[int, int], int] | None

    @classmethod
    def of(cls, token: Token, span: tuple[int, int], known: KnownNames) -> "NominalMention":
        doc = token.doc
        first, last = span
        words = [t for t in doc[first:last] if not t.is_space and not t.is_punct]
        name_tokens, label = _own_name(token, words)
        found, covered = _own_entry(token, name_tokens if label == "PER" else words, known, label)
        if found is None and label == "PER":
            found = person(" ".join(t.norm_ for t in name_tokens))
        if found is not None and not name_tokens:
            name_tokens = covered
        nations = {t: nation for t in words if (nation := nationality(t.norm_)) is not None}
        countries = frozenset(
            nation.qid
            for t, nation in nations.items()
            if nation.qid and t != token and t.pos_ in ("ADJ", "NOUN", "X")
        )
        written = " ".join(strip_marks(t.text) for t in name_tokens)
        head_kind = head_noun_kind(token.lemma_) or _kind_counted(token)
        title = _title(token)
        kind = _kind(token, found, label, head_kind, title=title is not None, named=bool(name_tokens))
        chars = (doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
        others = [t for t in words if t != token and t.pos_ != "PRON"]
        return cls(
            token=token,
            chars=chars,
            text=doc[first:last].text,
            kind=kind,
            noun=lemma(token).removeprefix("ال") if len(token.lemma_) > 4 else lemma(token),
            role=" ".join(t.norm_ for t in words if t not in name_tokens and t not in nations) or token.norm_,
            name=fold(written),
            written=written,
            countries=countries,
            definite=_is_definite(token),
            address=title == "address",
            determined=_is_determined(token),
            bare=all(t.pos_ == "DET" for t in others),
            only_country=bool(countries) and all(t in nations for t in others),
            gender=_gender(token, kind),
            plural="Plur" in token.morph.get("Number", []) or "Dual" in token.morph.get("Number", []),
            entry=found,
            apart=_apart(name_tokens, last),
        )


def _title(token: Token) -> str | None:
    """The class of a title, also one of two words: «صاحب السمو»."""
    behind = token.nbor(1).norm_ if token.i + 1 < len(token.doc) else ""
    return title_class(token.norm_) or title_class(token.lemma_) or title_class(f"{token.norm_} {behind}")


def _apart(name: list[Token], last: int) -> tuple[tuple[int, int], int] | None:
    """Characters and head of a name that stands outside the phrase it belongs to."""
    if not name or name[0].i < last:
        return None
    head = top(name[0].doc, name[0].i, name[-1].i + 1)
    return (name[0].idx, name[-1].idx + len(name[-1])), head.i


def _own_name(token: Token, words: list[Token]) -> tuple[list[Token], str]:
    """The name a phrase is about: at its head, or a person's behind a title."""
    if token.ent_type_ in _KIND:
        run = _stretch([t for t in words if t.ent_type_ == token.ent_type_], token)
        if run[:1] == [token] and len(run) > 2 and head_noun_kind(token.lemma_) is EntityKind.PERSON:
            return [], ""  # «نسيب سامي الحداد» is a relative of his; «ابن سلمان» is a name
        return run, token.ent_type_
    kind = head_noun_kind(token.lemma_)
    titled = _title(token) or kind in (EntityKind.PERSON, EntityKind.GROUP)
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
        not title.norm.startswith("ال")
        and "Def" not in title.morph.get("Definite", [])
        and _title(title) != "honorific"
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
    return _behind_title(title)


def _behind_title(title: Token) -> list[Token]:
    """A name that the parser hung on the verb of saying: «أوضح المتحدث باسم الإدارة في مكة سامي الحداد أن …»."""
    verb, last = title.head, max(t.i for t in title.subtree)
    behind = title.doc[last + 1 : last + 2]
    says = verb.pos_ == "VERB" and any(c.dep_ == "ccomp" and c.i > last for c in verb.children)
    if not says or not behind or behind[0].ent_type_ != "PER" or last == title.i:
        return []
    run = _stretch([w for w in title.sent if w.ent_type_ == "PER"], behind[0])
    head = top(title.doc, run[0].i, run[-1].i + 1)
    return run if head.head == verb and preposition(head) is None else []


def _hangs_on(name: Token, title: Token) -> bool:
    """Whether a name hangs on a title by appositions alone, or is a full name at the very end of a definite title's phrase.

    «المفوض الأوروبي للمساعدات الإنسانية جون سميث»: the parser may hang the name on the last noun before it; «المتحدث باسم
    الجيش في عدن العقيد سميث»: or the rank before the name.
    """
    token, apposed, ranked = name, True, False
    while token != title:
        if token.head == token or token.dep_ not in (
            "nmod",
            "appos",
            "flat",
            "flat:foreign",
            "amod",
            "dep",
            "conj",
        ):
            return False
        apposed = apposed and token.dep_ != "conj" and preposition(token) is None
        token = token.head
        if token != title and _title(token):
            if not _is_no_genitive(token):
                return False
            ranked = True
    if apposed or ranked:
        return True
    full = name.i > 0 and name.doc[name.i - 1].ent_type_ == "PER"
    return full and name.dep_ != "conj" and preposition(name) is None and title.norm.startswith("ال")


def _is_no_genitive(rank: Token) -> bool:
    """Whether a title with the article stands behind a definite word, which takes no genitive: «الجيش السوداني الفريق …»."""
    before = rank.nbor(-1)
    return rank.norm.startswith("ال") and (before.norm.startswith("ال") or bool(before.ent_type_))


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
    token: Token, words: list[Token], known: KnownNames, label: str
) -> tuple[Entry | None, list[Token]]:
    """What the gazetteer knows under the phrase's name, when it stands at the head or is the person behind a title."""
    for t in dict.fromkeys([*words, token]):
        span = known.at.get(t.i)
        if span is None:
            continue
        entries = span[2]
        inside = [w for w in words if span[0] <= w.i < span[1]]
        if span[0] <= token.i < span[1] or (label == "PER" and entries[0].kind is EntityKind.PERSON):
            fits = [e for e in entries if not label or kinds_fit(e.kind, _KIND[label])]
            return (fits[0] if fits else None), inside
    return None, []


def _kind(
    token: Token, found: Entry | None, label: str, head_kind: EntityKind | None, *, title: bool, named: bool
) -> EntityKind:
    if found is not None:
        return found.kind
    if label:
        return _KIND[label] if label != "GPE" or head_kind is not EntityKind.PLACE else EntityKind.PLACE
    plural = "Plur" in token.morph.get("Number", []) or _is_counted(token)
    people = head_kind in (None, EntityKind.PERSON, EntityKind.GROUP)  # «المعارضة» is no lady in opposition
    if head_kind is EntityKind.PERSON or (title and people):
        return EntityKind.GROUP if plural else EntityKind.PERSON
    if head_kind is not None:
        return head_kind
    if nationality(token.norm_):
        return EntityKind.GROUP
    return EntityKind.THING


def _is_counted(token: Token) -> bool:
    """«8 آلاف شخص», «100 جندي»: a singular behind its number."""
    return token.dep_ == "nmod" and token.head.pos_ == "NUM" and token.head.i < token.i


def _kind_counted(token: Token) -> EntityKind | None:
    """People that are told by what counts or leads them: «أحدهم», «عدد منهم», «مجموعة من الراهبات», «كبير مفاوضي …»."""
    if counts(token) and any(c.pos_ == "PRON" and c.norm_ in ("هم", "هما", "هن") for c in token.children):
        return EntityKind.PERSON if lemma(token) in ("احد", "احدي") else EntityKind.GROUP
    if counts(token.head) and head_noun_kind(token.head.lemma_) is EntityKind.GROUP and token.dep_ == "nmod":
        return EntityKind.GROUP
    if lemma(token) == "كبير" and any(_is_person(c) for c in token.children if c.dep_ == "nmod"):
        return EntityKind.PERSON
    return None


def _is_person(noun: Token) -> bool:
    return head_noun_kind(noun.lemma_) is EntityKind.PERSON or _title(noun) is not None


def kinds_fit(a: EntityKind, b: EntityKind) -> bool:
    places = {EntityKind.CITY, EntityKind.COUNTRY, EntityKind.PLACE, EntityKind.FACILITY}
    return a is b or (a in places and b in places) or EntityKind.THING in (a, b)


def _is_definite(token: Token) -> bool:
    if token.norm.startswith("ال") or "Def" in token.morph.get("Definite", []):
        return True
    return any(c.pos_ == "PRON" and c.dep_ == "nmod" for c in token.children)


def _is_determined(token: Token) -> bool:
    """Whether a noun is definite by what completes it: «وزير الدفاع», «وزير دفاع البلاد»."""
    behind = [c for c in token.children if c.dep_ == "nmod" and c.i == token.i + 1 and preposition(c) is None]
    return any(_is_definite(c) or _is_determined(c) for c in behind)


def _gender(token: Token, kind: EntityKind) -> str:
    """By its own form, or for a person by the verb it is subject of and the title before the name."""
    values = token.morph.get("Gender", [])
    if not values and kind is EntityKind.PERSON and token.dep_ == "nsubj" and token.head.pos_ == "VERB":
        values = token.head.morph.get("Gender", [])
    if values:
        return values[0]
    if token.norm_.endswith("ة"):
        return "Fem"
    return "Masc" if kind is EntityKind.PERSON and token.pos_ == "NOUN" else ""


def top(doc: Doc, start: int, end: int) -> Token:
    """The word of a stretch that the others hang on."""
    for token in doc[start:end]:
        if not token.is_space and not (start <= token.head.i < end and token.head != token):
            return token
    return doc[start]


def titled(head: Token) -> Token:
    """The title before a person's name when the name hangs on it: «الرئيس» of «الرئيس بوتين»."""
    if head.ent_type_ == "PER" and head.dep_ in ("nmod", "appos", "flat") and head.head.i < head.i:
        title = head.head
        if _title(title) or head_noun_kind(title.lemma_) is EntityKind.PERSON:
            return title
    return head
