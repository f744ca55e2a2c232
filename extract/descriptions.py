"""English names of participants without a name of their own: «الجنود» is "soldiers", «الشرطة التركية» "Turkish police".

A name is put together from the noun, adjectives that are known and whose or what's it is («سكان القرية», "residents of the village").
It may say less than the words («جنود مدججون بالسلاح» is "soldiers") but nothing else; where no part of it is sure there is none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from hadath.extract.gazetteer.entries import Entry
from hadath.extract.gazetteer.nations import demonym
from hadath.extract.gazetteer.nouns import head_noun_kind
from hadath.extract.glosses import gloss_of_noun
from hadath.extract.known_names import KnownName
from hadath.extract.noun_names import NounName, adjective_names, noun_names
from hadath.extract.phrases import is_definite, preposition
from hadath.extract.records import EntityKind
from hadath.extract.romanisation import romanise
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = ["Described", "description", "translation"]

_DEPTH = 2  # «سكان ضواحي العاصمة»
_LONGEST = 4  # words of a phrase in the table
_OWNERS = frozenset({"NOUN", "PROPN", "X", "PRON"})
_PLACES = frozenset({EntityKind.FACILITY, EntityKind.CITY, EntityKind.PLACE})
_COUNTING = word_class("counts a singular")
_ONE = word_class("one of")
_NOT = word_class("not so")
_UNTRUE_WITHOUT = word_class("untrue without")
_WITH_ARTICLE = re.compile(
    r"United |.*\b(Arab Emirates|Republic|Islands|Netherlands|Philippines|Maldives|Bank|Strip|Sea|River|Gulf|Canal|Strait|Ocean"
    r"|Heights|Peninsula|Valley|Nations|Union|League|Party|Brotherhood|Movement|Council|Organi[sz]ation|Front|Army|Forces|Agency)\b"
)


@dataclass(frozen=True, slots=True)
class Described:
    """A noun phrase that speaks of somebody or something: its noun, first token and last (exclusive)."""

    noun: Token
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Name:
    """An English name with the numbers of the tokens that it translates."""

    text: str
    tokens: frozenset[int]
    plain: bool  # neither an adjective nor an owner nor a phrase of its own
    counted: bool


def description(words: Described, known: dict[int, KnownName]) -> str | None:
    """What a participant without a name is called in English, if only by its noun; None where that is not sure."""
    noun = words.noun
    before = noun.doc[words.first : noun.i]
    of = bool(before) and before[-1].lemma == "من"
    if of and not _is_many(noun):
        return None  # «أربعة من الجيش» are no army
    if not of and is_definite(noun) and any(t.lemma == "عدد" for t in before):
        return None  # «عدد السكان» is a number
    name = _called(noun, words.last, known, many=_several(noun, before), depth=_DEPTH)
    return name.text if name else None


def translation(words: Described, known: dict[int, KnownName]) -> str | None:
    """The English of a name that is made of common nouns, every word of it («وزارة الداخلية التركية»); None for any other name.

    A noun alone, or with another common noun behind it, is not enough: «نادي الاتحاد» is no "club of the federation".
    """
    noun = words.noun
    name = _called(noun, words.last, known, many=_is_many(noun), depth=0)
    if name is None or name.plain:
        return None
    written = {t.i for t in noun.doc[words.first : words.last] if not t.is_space and not t.is_punct}
    return name.text if written <= name.tokens else None


def _several(noun: Token, before: Sequence[Token]) -> bool:
    if any(t.lemma in _ONE for t in before):
        return False
    return _is_many(noun) or any(
        t.lemma in _COUNTING or ((t.like_num or t.pos_ == "NUM") and t.text not in "1١") for t in before
    )


def _is_many(noun: Token) -> bool:
    return bool({"Plur", "Dual"} & set(noun.morph.get("Number", [])))


def _called(noun: Token, last: int, known: dict[int, KnownName], *, many: bool, depth: int) -> _Name | None:
    """The name of a phrase from its noun up to a token."""
    found, end = _noun(noun, last, many=many)
    if found is None:
        return None
    used = range(noun.i, end)
    construct = not noun.doc[end - 1].norm.startswith("ال")
    adjectives: dict[int, str] = {}
    owner: Token | None = None
    whose: _Name | None = None
    sure = True
    at = end
    while at < last:
        word = noun.doc[at]
        at += 1
        if word.is_space or word.is_punct:
            continue
        if word.head.i in used and _is_adjective(word):
            name, width = _adjective(word)
            if name and (sure or word.lemma in _UNTRUE_WITHOUT):
                adjectives[word.i] = name
                adjectives.update(dict.fromkeys(range(at, at + width - 1), ""))
            at += width - 1
        elif word.head.i in used and owner is None and construct and _is_owner(word):
            owner, whose = word, _owner(word, last, known, head=noun, depth=depth)
            sure = whose is not None or bool(word.ent_type_)
            at = max(at, *(i + 1 for i in whose.tokens)) if whose else at
        elif not word.ent_type_:
            sure = False  # an adjective behind it may be its own
    text = found.text(many=many, owned=owner is not None)
    if not text:
        return None
    words = [*reversed([name for name in adjectives.values() if name]), text]
    translated = {*used, *adjectives}
    if whose:
        translated |= whose.tokens
        words = [*words, "of", whose.text] if not _bears_name(noun, owner) else [whose.text, *words]
    plain = len(words) == 1 and len(used) == 1
    return _Name(" ".join(words), frozenset(translated), plain, found.counted)


def _noun(noun: Token, last: int, *, many: bool) -> tuple[NounName | None, int]:
    """The name of a noun, or of the longest phrase that it opens, and the token behind it."""
    table = noun_names()
    form = table.get((noun.norm.removeprefix("ال"),))  # «البلاد» is one country
    best, end = table.get((noun.lemma,)) if form is None or form.counted else form, noun.i + 1
    readings: list[tuple[str, ...]] = [(noun.lemma,)]
    for word in noun.doc[noun.i + 1 : min(last, noun.i + _LONGEST)]:
        forms = sorted({word.lemma, word.norm.removeprefix("ال")})
        readings = [(*reading, form) for reading in readings for form in forms]
        longer = next((table[reading] for reading in readings if reading in table), None)
        if longer is not None:
            best, end = longer, word.i + 1
    if best is None:
        people = demonym(noun.norm_) if many else None
        name = _people(people) if people else None if many else gloss_of_noun(noun.lemma)
        best = NounName(name, name, name, name, counted=False) if name else None
    return best, end


def _people(adjective: str) -> str:
    """«السوريون» are "Syrians", «الفرنسيون» "French people"."""
    return f"{adjective}s" if adjective.endswith(("an", "i", "Arab")) else f"{adjective} people"


def _is_adjective(word: Token) -> bool:
    return word.dep_ == "amod" or (word.dep_ == "nmod" and word.pos_ == "ADJ")


def _adjective(word: Token) -> tuple[str | None, int]:
    """The name of an adjective and of how many words it is: «كوري شمالي» is one."""
    before = word.doc[word.i - 1]
    if before.lemma in _NOT or any(c.lemma in _NOT for c in word.children):
        return None, 1
    if len(word.doc) > word.i + 1 and (both := demonym(f"{word.norm_} {word.nbor().norm_}")):
        return both, 2
    if word.lemma in adjective_names():
        return adjective_names()[word.lemma] or None, 1
    return demonym(word.norm_), 1


def _is_owner(word: Token) -> bool:
    return word.dep_ in ("nmod", "flat") and word.pos_ in _OWNERS and preposition(word) is None


def _owner(word: Token, last: int, known: dict[int, KnownName], *, head: Token, depth: int) -> _Name | None:
    """Whose or what's it is, in English: a name of the gazetteer, a name by its letters, a noun with its article."""
    span = known.get(word.i)
    own = _bears_name(head, word)
    if head.lemma in word_class("bears a name") and not own:
        return None  # «نادي الاتحاد», «صحيفة الخليج» may be names
    if (
        head_noun_kind(head.lemma_)
        and span is None
        and not word.ent_type_
        and (word.lemma,) not in noun_names()
    ):
        return None  # «لاعب التعاون» is a club's
    person = word.ent_type_ == "PER" or (span is not None and span[2][0].kind is EntityKind.PERSON)
    if person and (depth == 0 or head_noun_kind(head.lemma_) in _PLACES):
        return None  # «مطار الملك فهد» is not his
    if span is not None:
        start, end, entries = span
        text = entries[0].name_en if own else _with_article(entries[0])
        return _Name(text, frozenset(range(start, end)), False, False) if start == word.i else None
    if person or word.ent_type_ in ("GPE", "LOC"):
        name = list(takewhile(lambda t: t.ent_type_ == word.ent_type_, word.doc[word.i : last]))
        latin = romanise(" ".join(t.norm_ for t in name))
        return _Name(latin, frozenset(t.i for t in name), False, False) if latin else None
    if word.ent_type_ or word.pos_ == "PRON" or depth == 0:
        return None
    many = _is_many(word)
    named = _called(word, last, known, many=many, depth=depth - 1)
    if named is None:
        return None
    text = named.text
    if is_definite(word) and (named.counted or many or head_noun_kind(word.lemma_)):
        text = f"the {text}"
    elif named.counted and not many and not is_definite(word):
        text = f"{'an' if text[0].lower() in 'aeiou' else 'a'} {text}"
    return _Name(text, named.tokens, False, False)


def _bears_name(noun: Token, name: Token | None) -> bool:
    """Whether a name behind a noun is its own («وكالة رويترز») and not an owner's («قوات الناتو»)."""
    return name is not None and name.ent_type_ == "ORG" and noun.lemma in word_class("bears a name")


def _with_article(entry: Entry) -> str:
    name = entry.name_en
    bare = entry.kind in (EntityKind.PERSON, EntityKind.CITY) or not _WITH_ARTICLE.match(name)
    return name if bare else f"the {name}"
