"""What stands around an event word, as the conditions of the lexicon ask for it."""

from collections.abc import Iterator

from hadath.extract.frames import Arguments
from hadath.extract.gazetteer.nations import nationality
from hadath.extract.gazetteer.nouns import head_noun_kind, title_class
from hadath.extract.lexicon.conditions import Company
from hadath.extract.phrases import core, preposition, with_its_number
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = ["company", "kind_of"]

_TOP = frozenset({"ROOT", "root", "dep", "parataxis"})
_OPENING = frozenset({":", "«", "“", '"'})
_CLOSING = frozenset({"»", "”", '"'})
_THAT = frozenset({"إن", "أن", "ان"})
_NAME = 4  # words in quotation marks that may be a name
_THESE = word_class("demonstrative")
_KIND_OF_LABEL = {
    "PER": "person",
    "ORG": "organization",
    "GPE": "country",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "group",
}


def company(token: Token, args: Arguments) -> Company:
    """What stands around an event word, as conditions of the lexicon see it."""
    objects = args.subj if args.passive else args.obj
    if token.pos_ in ("NOUN", "ADJ", "X") and not objects:
        objects = args.gen
    return Company(
        obj=frozenset(core(t).lemma_ for t in objects),
        subj=frozenset(core(t).lemma_ for t in args.subj),
        obj_kinds=frozenset(kind for t in objects if (kind := kind_of(t))),
        subj_kinds=frozenset(kind for t in args.subj if (kind := kind_of(t))),
        prepositions=_prepositions(token, args),
        modifiers=frozenset(c.lemma_ for c in token.children if c.dep_ == "amod"),
        heads=frozenset(_heads(token)),
        cases=frozenset({preposition(token) or ""}),
        forms=frozenset({token.norm_}),
        clause=args.clause is not None or _opens_quotation(token),
        xcomp=args.xcomp is not None,
        passive=args.passive,
        verbless=_heads_sentence(token),
    )


def kind_of(token: Token) -> str | None:
    """The entity kind of a noun as far as its word or name tells; «ه» and «هم» of what is done to somebody are people."""
    noun = core(token)
    if noun.pos_ == "PRON":
        return "thing" if "Fem" in noun.morph.get("Gender", []) else "person"
    if noun.ent_type_ in _KIND_OF_LABEL:
        return _KIND_OF_LABEL[noun.ent_type_]
    known = head_noun_kind(noun.lemma_)
    if known:
        return known.value
    if title_class(noun.lemma_) == "role":
        return "person"
    return "group" if noun.pos_ in ("NOUN", "ADJ") and nationality(noun.norm_) else "thing"


def _opens_clause(noun: Token) -> bool:
    """Whether a content clause that the parser hung elsewhere follows a noun and what belongs to it: «قول الوزير، … ، إن …»."""
    doc, behind = noun.doc, max(t.i for t in noun.subtree) + 1
    behind += doc[behind : behind + 1].text == "،"
    return doc[behind : behind + 1].text in _THAT


def _opens_quotation(word: Token) -> bool:
    """Whether a colon or an opening quotation mark stands right behind a verb («وتابع: "…"»), a colon behind a noun
    («بالقول: …») or a quotation of some length behind the subject («وتابع البيان "…"»)."""
    doc, behind = word.doc, word.i + 1
    if behind >= len(doc):
        return False
    if word.pos_ == "NOUN" and _opens_clause(word):
        return True
    if word.pos_ != "VERB":
        owned = doc[behind].pos_ == "PRON" and doc[behind].head == word  # «قوله: …»
        after = doc[behind + owned : behind + owned + 1].text
        return word.pos_ == "NOUN" and (after == ":" or (owned and after in _OPENING))
    if doc[behind].text in _OPENING:
        return True
    subject = next((c for c in word.children if c.dep_ == "nsubj" and c.i == behind), None)
    if subject is None:
        return False
    behind = max(t.i for t in subject.subtree) + 1
    after, quoted = doc[behind : behind + 1].text, doc[behind + 1 : behind + 1 + _NAME]
    name = len(quoted) < _NAME or any(t.text in _CLOSING for t in quoted)
    return after == ":" or (after in _OPENING and not name)


def _prepositions(token: Token, args: Arguments) -> dict[str, frozenset[str]]:
    """The nouns behind each preposition; «ب» behind an indefinite subject belongs to its verb («قضت محكمة بسجن …»)."""
    found = {p: frozenset(_shown(t).lemma_ for t in nouns) for p, nouns in args.obliques.items()}
    behind = [t for t in args.subj if token.pos_ == "VERB" and t.i > token.i]
    hung = [c for noun in behind for c in noun.children if c.dep_ == "nmod" and preposition(c) == "ب"]
    if hung and "ب" not in found:
        found["ب"] = frozenset(core(t).lemma_ for t in hung)
    return found


def _shown(noun: Token) -> Token:
    """The noun that a phrase means, behind a demonstrative that the parser took for its head: «بهاتين الدولتين»."""
    meant = core(noun)
    shows = meant.norm in _THESE and meant.i + 1 < len(meant.doc)
    return meant.nbor() if shows else meant


def _heads(token: Token) -> Iterator[str]:
    """The word that governs an event word, over the one it is joined to, and the verb over the noun a preposition hangs it on."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    if token.head != token:
        yield token.head.lemma_
        if token.head.pos_ != "VERB" and token.head.head != token.head and preposition(token) is not None:
            yield token.head.head.lemma_


def _heads_sentence(noun: Token) -> bool:
    """Whether a noun, alone, counted or in a list, is what a sentence without a verb tells of: «خمسة قتلى وعشرات الجرحى في …»."""
    top = with_its_number(noun)
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "NUM"):
        top = with_its_number(top.head)
    return top.dep_ in _TOP and not any(t.pos_ == "VERB" for t in (top.head, *top.children))
