"""Nouns that the parser hung on the noun before them, though Arabic grammar does not let them belong to it.

A noun with the article, a name and a noun behind its genitive govern no further genitive; an adjective agrees with its noun in
article, gender and number. What stands behind such a noun without a preposition belongs to the verb («اعتقلت الشرطة المحتجين»).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from hadath.extract.gazetteer.nations import nationality
from hadath.extract.gazetteer.nouns import head_noun_kind, title_class
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold
from hadath.extract.word_classes import word_class

__all__ = ["detached", "is_definite", "lemma", "preposition"]

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NAMED = _PLACES | {"ORG"}
_NO_OBJECTS = word_class("no object")


def detached(noun: Token, *, after: int = -1) -> Token | None:
    """The first noun behind a noun and behind token ``after`` that hangs on it and cannot belong to it; None without one."""
    if noun.ent_type_ == "PER":
        return _behind_person(noun, after)
    behind = [c for c in _below(noun) if c.i > max(noun.i, after) and _stands_beside(c, noun)]
    genitive = next((c for c in behind if c.i == noun.i + 1 and c.dep_ == "nmod"), None)
    if behind and behind[0].ent_type_ == "PER" and _may_be_person(noun):  # «التقى الرئيس … الملك …»
        return _behind_name(behind, noun)
    if genitive is not None and not _has_article(noun) and (_has_article(genitive) or genitive.ent_type_):
        rest = [c for c in behind if c.i > genitive.i]
        return rest[0] if rest and _is_apart(rest[0], noun) and is_definite(rest[0]) else None
    closed = is_definite(noun) or (behind and _is_described(noun, behind[0])) or noun.norm_.endswith("ون")
    return behind[0] if behind and closed and _is_apart(behind[0], noun) else None


def _behind_person(name: Token, after: int) -> Token | None:
    """Behind a personal name what is no office, name or nation: «قدر توكاييف قيمة الأضرار»."""
    end = max(c.i for c in name.subtree if c.ent_type_ == "PER" or c == name)
    noun = next((c for c in name.children if c.i == end + 1 and c.i > after and c.dep_ == "nmod"), None)
    if noun is None or noun.pos_ != "NOUN" or noun.ent_type_ or preposition(noun) is not None:
        return None
    return None if _may_be_person(noun) or lemma(noun) in _NO_OBJECTS else noun


def _below(noun: Token) -> Iterator[Token]:
    """What hangs on a noun or on an indefinite adjective of it: «ميليشيات مسلحة المهاجرين»."""
    for child in noun.children:
        yield child
        if child.dep_ == "amod" and not _has_article(child):
            yield from (c for c in child.children if c.dep_ in ("nmod", "amod") and _are_many(c))


def _behind_name(behind: list[Token], noun: Token) -> Token | None:
    """Behind a name that belongs to an office before it: «التقى الرئيس … الملك …»."""
    if len(behind) < 2 or not (_has_article(noun) or _is_described(noun, behind[1])):
        return None
    found = behind[1]
    named = found.ent_type_ == "PER" or found.nbor(-1).pos_ == "PUNCT"
    return found if _has_article(found) and not named else None


def _stands_beside(word: Token, noun: Token) -> bool:
    """Whether the parser took a word for one that belongs to the noun, or for its adjective though they do not agree."""
    if word.dep_ != "amod":
        return word.dep_ == "nmod" and preposition(word) is None
    if not _has_article(word):
        return False
    owned = any(c.dep_ == "nmod" and c.i == noun.i + 1 for c in noun.children)
    if not _has_article(noun) and not owned and not noun.ent_type_:
        return _are_many(word)  # «مسلحون المدنيين»
    if _are_many(word) and not _are_people(noun):  # «اعتقلت الشرطة المحتجين»
        return True
    return word.pos_ == "NOUN" and word.norm_.endswith("ة") and not noun.norm_.endswith(("ة", "ات"))


def _is_apart(word: Token, noun: Token) -> bool:
    """Whether a word is no name, office or time that only tells more of the noun before it."""
    if preposition(word) is not None or lemma(word) in _NO_OBJECTS:
        return False
    if _are_many(word):
        return True
    if word.pos_ not in ("NOUN", "X", "PROPN") or (noun.ent_type_ and word.ent_type_ == noun.ent_type_):
        return False
    person = _may_be_person(noun)
    if word.ent_type_ == "PER":
        return not person and head_noun_kind(noun.lemma_) is EntityKind.ORGANIZATION
    if word.ent_type_ in _NAMED:
        return word.ent_type_ != "ORG" or person
    return word.pos_ == "NOUN" and not (person and _may_be_person(word))


def _is_described(noun: Token, word: Token) -> bool:
    """Whether an indefinite adjective stands between two nouns, so that the second is no genitive: «محكمة عسكرية سامي»."""
    between = (c for c in noun.children if c.dep_ == "amod" and noun.i < c.i < word.i)
    return any(c.pos_ == "ADJ" and not _has_article(c) and lemma(c) != "عام" for c in between)  # «مدير عام …»


def _are_many(word: Token) -> bool:
    """Whether a word with the article is a masculine plural, which is said of people only: «المحتجين»."""
    form = fold(word.norm_)
    plural = form.endswith("ين") and not form.endswith("تين") and "Dual" not in word.morph.get("Number", [])
    return plural and form.startswith("ال") and "Plur" in word.morph.get("Number", [])


def _are_people(noun: Token) -> bool:
    """Whether a noun is a plural of people or names many of them: «الناشطون», «الشباب»."""
    if noun.norm_.endswith(("ة", "ات")):
        return False
    return head_noun_kind(noun.lemma_) is EntityKind.GROUP or "Sing" not in noun.morph.get("Number", ["Sing"])


def _may_be_person(noun: Token) -> bool:
    """Whether a noun may stand before a name or an office of the same person: «الوزير», «السيد», «الشاب»."""
    known = head_noun_kind(noun.lemma_)
    people = known in (EntityKind.PERSON, EntityKind.GROUP) or title_class(noun.lemma_) is not None
    return people or nationality(noun.norm_) is not None


def _has_article(word: Token) -> bool:
    return fold(word.norm_).startswith("ال")


def is_definite(noun: Token) -> bool:
    """Whether a noun has the article."""
    return noun.pos_ == "NOUN" and _has_article(noun)


def lemma(token: Token) -> str:
    """The lemma as it is compared: folded."""
    return fold(token.lemma_)


def preposition(noun: Token) -> str | None:
    """The preposition before a noun, None without one."""
    found = (c for c in noun.children if c.dep_ == "case" and c.pos_ in ("ADP", "NOUN", "ADV"))
    return next(map(lemma, found), None)
