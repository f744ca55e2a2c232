"""Noun phrases and prepositions in a dependency tree (Universal Dependencies as Arabic-PADT uses them)."""

from collections.abc import Iterator
from functools import cache

from hadath.extract.gazetteer.nouns import head_noun_kind
from hadath.extract.reading import read_table
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = [
    "conjuncts",
    "core",
    "counts",
    "is_clause",
    "is_definite",
    "is_foreign",
    "is_owned",
    "lemma",
    "members",
    "phrase",
    "preposition",
    "takes_no_genitive",
    "with_its_number",
]

_INSIDE = frozenset(
    {"nmod", "amod", "flat", "flat:foreign", "nummod", "det", "appos", "compound", "fixed", "dep"}
)
_NOMINAL = frozenset({"NOUN", "PROPN", "X", "NUM", "PRON", "ADJ", "DET", "ADV"})
_AMOUNTS = word_class("exceed")
_THEY = word_class("they")
_SHARE = frozenset({"%", "المئة", "المائة", "مئة", "مائة"})
_PLACES = (EntityKind.CITY, EntityKind.COUNTRY, EntityKind.FACILITY, EntityKind.PLACE)
_NAMED_BY = {  # what the nouns for bearers of such names stand for
    "PER": (EntityKind.PERSON, EntityKind.GROUP),
    "ORG": (EntityKind.ORGANIZATION, EntityKind.FACILITY),
    "GPE": _PLACES,
    "LOC": _PLACES,
}
_BEAR_NAMES = frozenset(
    {
        EntityKind.CITY,
        EntityKind.COUNTRY,
        EntityKind.FACILITY,
        EntityKind.ORGANIZATION,
        EntityKind.PLACE,
    }
)
_LONGEST = 12  # words of a mention


@cache
def _quantifiers() -> dict[str, str]:
    """Nouns that count or select and leave the meaning to the noun behind them, with their use: «بعض», «مجموعة من»."""
    return {fold(row[0]): row[1] if len(row) > 1 else "" for row in read_table("quantifiers.tsv")}


def lemma(token: Token) -> str:
    """The lemma as it is compared: folded."""
    return token.lemma


def preposition(token: Token) -> str | None:
    """The preposition before a noun, None without one: «من قبل», «إلى»."""
    for child in token.children:
        if child.dep_ == "case" and child.pos_ in ("ADP", "NOUN", "ADV"):
            return lemma(child)
    return None


def is_clause(token: Token) -> bool:
    """Whether a word heads a clause opened by أن, إن or the like."""
    return any(
        child.dep_ == "mark" and lemma(child) in ("ان", "بان", "لان", "كان") for child in token.children
    )


def conjuncts(token: Token) -> Iterator[Token]:
    """A nominal and those joined to it by و, أو («المعارضة ونشطاء»), also the names behind a dual («مدينتي نانت وليون»)
    and what the parser joined to a definite noun lower in an indefinite phrase («فرقة من الجيش وطائرة»)."""
    yield token
    for child in token.children:
        if _is_joined(child):
            yield from conjuncts(child)
    noun = core(token)
    yield from members(noun)
    yield from _named(noun, several=noun != token)
    for lower in token.children:
        if lower.i < token.i or lower.dep_ not in ("nmod", "obl") or lower.pos_ not in _NOMINAL:
            continue
        every = lemma(token) == "كل" and preposition(lower) == "من"  # «كل من الوزير والسفير»
        names = bool(lower.ent_type_) and (counts(token) or _is_several(token))
        apart = not is_definite(token) and is_definite(lower)
        for child in lower.children:
            if _is_joined(child) and (
                every or (names and child.ent_type_ == lower.ent_type_) or (apart and not is_definite(child))
            ):
                yield from conjuncts(child)


def members(token: Token) -> Iterator[Token]:
    """Those that stand out of a number of people or things: «طفلان» of «خمسة أشخاص بينهم طفلان»."""
    for word in token.children:
        if word.pos_ == "PRON" and word.i > token.i and preposition(word) in ("بين", "من"):
            for child in word.children:
                if child.dep_ == "nsubj" and child.i > word.i and child.pos_ in _NOMINAL:
                    yield from conjuncts(child)


def _named(noun: Token, *, several: bool) -> Iterator[Token]:
    """The names of those that a phrase counts: «دولتين هما مصر والأردن», «أربعة أشخاص هم …»."""
    if not (several or "Dual" in noun.morph.get("Number", [])):
        return
    doc, i, end = noun.doc, noun.i + 1, noun.sent.end
    while i < end and (doc[i].dep_ == "amod" or doc[i].text in ("،", "و")):
        i += 1
    if i >= end or doc[i].norm_ not in _THEY or not _is_apart(doc[i]):
        return
    last = i + 1
    for name in (name for name in doc.ents if last <= name.start < end):
        if all(word.text in ("،", "و") for word in doc[last : name.start]):
            last = name.end
            yield name.root


def _is_joined(child: Token) -> bool:
    return (
        child.dep_ == "conj"
        and child.pos_ in _NOMINAL
        and preposition(child) is None
        and not is_clause(child)
    )


def _is_several(noun: Token) -> bool:
    """Whether a dual or plural in construct stands before names, one thing for each: «مدينتي», «محافظات»."""
    bearer = head_noun_kind(noun.lemma_) in _BEAR_NAMES
    return bearer and bool({"Dual", "Plur"} & set(noun.morph.get("Number", [])))


def is_definite(token: Token) -> bool:
    """Whether a nominal is a name, or has the article, an owner or a definite genitive."""
    if token.ent_type_ or token.pos_ in ("PRON", "X", "PROPN") or fold(token.norm_).startswith("ال"):
        return True
    behind = (c for c in token.children if c.dep_ == "nmod" and c.i > token.i and preposition(c) is None)
    return any(is_definite(c) for c in behind)


def core(token: Token) -> Token:
    """The noun that carries the meaning of a phrase: «القوى» of «بعض القوى», «مشارك» of «نحو 8 آلاف مشارك».

    «أحدهم», «عدد منهم» are others than «هم» and carry their own; «كلاهما» is «هما».
    """
    if counts(token):
        counted = [core(child) for child in token.children if _is_counted(child, token)]
        if _quantifiers().get(lemma(token)) != "all":
            counted = [noun for noun in counted if noun.pos_ != "PRON"]
        named = [noun for noun in counted if not counts(noun)]  # «عشرات الآلاف من المتظاهرين»
        if counted:
            return (named or counted)[0]
    number = _least(token)
    return core(number) if number is not None else token


def counts(token: Token) -> bool:
    """Whether a word counts or selects what stands behind it: a number, «بعض», «أبرز», «مجموعة من»."""
    if token.pos_ == "NUM" or token.norm_ == "%":
        return True
    use = _quantifiers().get(token.norm_ if token.norm_ == "كبار" else lemma(token))
    return use is not None and (use != "من" or any(preposition(c) == "من" for c in token.children))


def _is_counted(child: Token, token: Token) -> bool:
    before = preposition(child) if child.i > token.i else ""
    if child.dep_ == "nummod":  # «أكثر من 340 مهاجرا», «20 ألف جندي»
        return before == "من" or (before is None and token.pos_ == "NUM")
    if child.dep_ not in ("nmod", "obl", "obl:arg") or (token.pos_ != "NUM" and child.norm_ == "%"):
        return False
    return before == "من" or (before is None and _quantifiers().get(lemma(token)) != "من")


def _least(token: Token) -> Token | None:
    """The number of «ما يزيد على 200», «ما لا يقل عن 30»."""
    if token.norm_ != "ما":
        return None
    verbs = [c for c in token.children if c.dep_.startswith("acl") and lemma(c) in _AMOUNTS]
    return next((c for verb in verbs for c in verb.children if c.i > verb.i and counts(c)), None)


def with_its_number(noun: Token) -> Token:
    """The head of the phrase of a counted noun: «عشرات» of «عشرات المعتقلين»."""
    while noun.head != noun and core(noun.head) == core(noun):
        noun = noun.head
    return noun


def takes_no_genitive(token: Token) -> bool:
    """Whether a noun keeps the ن of its plural, and so cannot govern the next: «محتجون المطار» is no phrase."""
    return token.norm_.endswith("ون") and "Plur" in token.morph.get("Number", [])


def is_owned(token: Token) -> bool:
    """Whether a noun has a pronoun behind it, and so no other genitive: «شقيقه»."""
    return any(c.pos_ == "PRON" and c.dep_ == "nmod" and c.i == token.i + 1 for c in token.children)


def is_foreign(name: Token, noun: Token) -> bool:
    """Whether a name behind a noun cannot belong to it, and so fills a place of its own: «اتهمت باكستان الهند», «غادر الوزير باريس».

    A name has no genitive; a noun with the article is the named itself, and of its kind; an adjective parts a noun from its genitive.
    """
    if name.i < noun.i or name.dep_ not in ("nmod", "amod") or name.ent_type_ not in _NAMED_BY:
        return False
    if name.ent_iob_ != "B" or preposition(name) is not None or name.doc[name.i - 1].is_punct:
        return False
    if noun.ent_type_:
        return noun.ent_type_ == "GPE" and name.ent_type_ in ("GPE", "PER")
    kind = head_noun_kind(noun.lemma_)
    if fold(name.norm_).startswith("ال"):
        return False  # it may be an adjective: «السفارة السعودية»
    if kind is None or kind in _NAMED_BY[name.ent_type_]:
        return False
    return fold(noun.norm_).startswith("ال") or (
        name.ent_type_ == "PER" and name.i > noun.i + 1 and not is_definite(noun)
    )


def phrase(token: Token) -> tuple[int, int]:
    """First and last token (exclusive) of the noun phrase of a head, without relative clauses and prepositional phrases."""
    token = _least(token) or token
    members = {token.i}
    _collect(token, members, counted=counts(token))
    first = last = token.i
    while first - 1 in members or (first - 2 in members and _is_inner(token.doc[first - 1])):
        first -= 1
    while last + 1 in members or (last + 2 in members and _is_inner(token.doc[last + 1])):
        last += 1
    last = min(last, first + _LONGEST) if token.i < first + _LONGEST else token.i
    while last > token.i and (token.doc[last].is_punct or token.doc[last].is_space):
        last -= 1
    return first, last + 1


def _is_inner(token: Token) -> bool:
    """Whether a sign can stand within a phrase: a colon ends it."""
    return token.is_punct and token.text != ":"


def _collect(token: Token, members: set[int], *, counted: bool) -> None:
    for child in token.children:
        share = counted and child.i > token.i and child.norm_ in _SHARE
        if (
            child.dep_ not in _INSIDE
            or (child.pos_ not in _NOMINAL and not share)
            or is_clause(child)
            or child.sent != token.sent
            or _is_apart(child)
            or is_foreign(child, token)
        ):
            continue
        before = preposition(child)
        if before is None and child.dep_ == "nmod" and child.pos_ == "NOUN" and takes_no_genitive(token):
            continue
        if before is not None and not (counted and before == "من") and not share:
            continue
        members.add(child.i)
        if before is not None:
            members.update(c.i for c in child.children if c.dep_ == "case")
        _collect(child, members, counted=counted and counts(child))


def _is_apart(word: Token) -> bool:
    """Whether a pronoun is a word of its own, which opens a clause or a list: «ثلاثة أشخاص هم …»."""
    before = word.doc[word.i - 1] if word.i else None
    return word.pos_ == "PRON" and before is not None and (bool(before.whitespace_) or before.text == "و")
