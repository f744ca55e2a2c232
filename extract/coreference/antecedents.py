"""Antecedents: what a pronoun, a dropped subject, a dual, a form of address or «the country» takes up."""

from collections.abc import Iterable, Mapping

from hadath.extract.coreference.referents import ACTORS, Referent
from hadath.extract.gazetteer.nouns import head_noun_kind
from hadath.extract.mentions import NominalMention
from hadath.extract.phrases import conjuncts, core, counts, is_clause, lemma, preposition
from hadath.extract.records import EntityKind
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = ["bound", "is_one_country", "main_country", "pair", "person_before", "recent"]

Spoken = Mapping[int, Referent | None]
"""What the words of a text speak of, by token number, as far as it has been read."""

_FAR = 60  # words to what a pronoun takes up
_ADDRESSED = word_class("addressed")
_AUXILIARIES = word_class("auxiliary")
_COUNTRY_NOUNS = word_class("country noun")


def recent(
    token: Token,
    spoken: Spoken,
    kinds: tuple[EntityKind, ...],
    *,
    before: int,
    avoid: tuple[Referent, ...] = (),
) -> Referent | None:
    """The nearest fitting subject of a pronoun's sentence or the one before, then any fitting mention before a token."""
    masculine = "Masc" in token.morph.get("Gender", [])
    feminine = "Fem" in token.morph.get("Gender", [])
    plural = bool({"Plur", "Dual"} & set(token.morph.get("Number", [])))
    doc = token.doc
    floor = doc[max(before - _FAR, 0)].sent.start
    best: tuple[tuple[bool, int], Referent] | None = None
    for i in range(before - 1, floor - 1, -1):
        r = spoken.get(i)
        if (
            r is None
            or not (r.kind in kinds or _is_capital(r))
            or any(r is a for a in avoid)
            or doc[i].pos_ == "PRON"
            or _is_part(doc[i])
            or (not r.named and _is_around(doc[i], token))
        ):
            continue
        if not _agrees(r, doc[i], masculine=masculine, feminine=feminine, plural=plural):
            continue
        subject = doc[i].dep_ in ("nsubj", "nsubj:pass")
        if token.pos_ != "PRON" and not subject:
            continue  # a dropped subject was a subject before
        subject = subject and token.pos_ != "PRON"
        rank = (subject and not _is_embedded(doc[i], token), i)
        if best is None or rank > best[0]:
            best = (rank, r)
    return best[1] if best else None


def bound(token: Token, spoken: Spoken, kinds: tuple[EntityKind, ...]) -> Referent | None:
    """The subject over a pronoun: of the verb whose object it owns («تنفي قتلها»), or that reports what it does («قالت إنها»)."""
    word = token.head
    while word.dep_ in ("nmod", "amod") and word.pos_ in ("NOUN", "ADJ"):
        word = word.head  # «نفت الاتهامات الموجهة لها»
    owner = token.dep_ in ("nmod", "obl:arg") and word.dep_ in ("obj", "obl:arg") and word != token
    teller = token.dep_ in ("nsubj", "dislocated") and word.dep_ == "ccomp" and is_clause(word)
    verb = word.head
    if not (owner or teller) or verb.pos_ != "VERB":
        return None
    carrier = verb.head if verb.dep_ == "xcomp" and lemma(verb.head) in _AUXILIARIES else verb
    noun = next((c for v in (verb, carrier) for c in v.children if c.dep_ == "nsubj" and c.i < token.i), None)
    if noun is None or (
        word.dep_ == "obl:arg" and preposition(word) != "ب" and any(c.dep_ == "obj" for c in verb.children)
    ):
        return None
    subject = spoken.get(core(noun).i)
    if subject is None or subject.kind not in kinds:
        return None
    gender, number = token.morph.get("Gender", []), token.morph.get("Number", [])
    plural = bool({"Plur", "Dual"} & set(number))
    fits = _agrees(subject, core(noun), masculine="Masc" in gender, feminine="Fem" in gender, plural=plural)
    several = subject.plural and subject.kind is EntityKind.GROUP and not plural  # «مراقبون … تعيينه»
    return subject if fits and not several else None


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


def pair(token: Token, spoken: Spoken) -> list[Referent]:
    """The two that a dual stands for: the last two actors that were joined («بوتين وأردوغان … زيارتهما»)."""
    for i in range(token.i - 1, max(token.i - 2 * _FAR, -1), -1):
        members = list(conjuncts(token.doc[i])) if spoken.get(i) else []
        found = [r for t in members if (r := spoken.get(core(t).i)) is not None and r.kind in ACTORS]
        if len(members) == len(found) == 2 and found[0] is not found[1] and members[1].i < token.i:
            return found
    return []


def person_before(token: Token, referents: Iterable[Referent]) -> Referent | None:
    """The person a form of address stands for: who was named last, a bearer of a title before others."""
    people = [r for r in referents if r.kind is EntityKind.PERSON and r.before(token.i) >= 0]
    return max(people, key=lambda r: (bool(r.nouns & _ADDRESSED), r.before(token.i)), default=None)


def main_country(token: Token, referents: Iterable[Referent]) -> Referent | None:
    """The country the text has spoken of most before a word."""
    places = [r for r in referents if r.kind is EntityKind.COUNTRY and r.mentions]
    return max(places, key=lambda r: (sum(b < token.idx for b, _ in r.mentions), -r.number), default=None)


def is_one_country(mention: NominalMention) -> bool:
    """Whether a noun speaks of one country as known: «البلاد», «كل البلاد», «بلاده», but not «الدول الغربية», «البلدان»."""
    if mention.noun not in _COUNTRY_NOUNS:
        return False
    one = not mention.plural or "بلاد" in mention.token.norm_
    return one and all(c.dep_ not in ("amod", "nmod") or c.pos_ == "PRON" for c in mention.token.children)
