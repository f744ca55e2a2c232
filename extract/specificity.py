"""Told or only mentioned: which words for violence and protest tell of something that happened.

News speaks of them all the time without telling of any: as a topic («مكافحة العنف»), of any there may be («أي اعتداء»),
as a habit («الذين يقتلون الأبرياء»), as what something is called («هو اعتداء على الحرية»), as known background («قبل الحرب»).
"""

from functools import cache

from hadath.extract.drafts import Draft
from hadath.extract.flags import Flags
from hadath.extract.phrases import lemma, preposition
from hadath.extract.reading import read_table
from hadath.extract.spelling import fold
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = ["happenings", "untold"]

_TOPICS = frozenset({"ASSAULT", "PROTEST"})
_TALK = frozenset({"ACCUSE", "REJECT", "SUPPORT", "CONSULT", "REQUEST", "AGREE", "THREATEN"})
_ANCHORS = word_class("known before")
_OF = word_class("topic")
_ANY = word_class("any")
_CALL = word_class("call")
_NOMINAL = frozenset({"NOUN", "ADJ", "NUM", "PROPN", "X", "DET"})


def untold(drafts: list[Draft], time_words: frozenset[int] = frozenset()) -> dict[int, str]:
    """Event words that tell of nothing that happened, with the reason.

    A mention without news of its own stays where the article tells of such a thing elsewhere, for it speaks of that, and
    where the article comes back to it («تسميم الجاسوس», «التسميم»).
    """
    by_word = {d.token.i: d for d in drafts}
    topics = [d for d in drafts if d.trigger.sense.type in _TOPICS and d.flags == Flags()]
    found = {d.token.i: "generic" for d in topics if _is_generic(d, by_word, time_words)}
    again = _recurring([d for d in topics if d.token.i not in found])
    told = {
        d.trigger.sense.type for d in topics if d.token.i not in found and _is_told(d, by_word, time_words)
    }
    for draft in topics:
        if draft.trigger.sense.type not in told and draft.token.i not in again:
            found.setdefault(draft.token.i, "mentioned, not told")
    return found


def _recurring(mentions: list[Draft]) -> set[int]:
    """Mentions with somebody in them whose word stands in more than one sentence."""
    sentences: dict[str, set[int]] = {}
    for draft in mentions:
        sentences.setdefault(lemma(draft.token), set()).add(draft.token.sent.start)
    return {d.token.i for d in mentions if len(sentences[lemma(d.token)]) > 1 and (d.agents or d.patients)}


def _is_generic(draft: Draft, drafts: dict[int, Draft], time_words: frozenset[int]) -> bool:
    """Whether a word speaks of any or every such event, of a habit, or of what something else is."""
    token = draft.token
    if token.pos_ == "VERB":
        return (
            token.dep_ in ("acl", "acl:relcl")
            and _imperfect(token)
            and _is_definite(token.head)
            and not _measured(token, drafts, time_words)
        )
    if any(c.i < token.i and lemma(c) in _ANY for c in token.children) or lemma(token.head) == "اي":
        return True
    return not draft.trigger.carriers and _is_predicate(token)


def _is_predicate(token: Token) -> bool:
    """«هو اعتداء», «يعتبر هجوما»: what something is or is called."""
    copula = any(c.dep_ in ("cop", "nsubj") and c.i < token.i and c.pos_ == "PRON" for c in token.children)
    over = token.head
    return (copula and not _has_genitive(token)) or (
        token.dep_ in ("xcomp", "obj", "obl:arg", "obl")
        and over.pos_ in ("VERB", "AUX")
        and lemma(over) in _CALL
        and preposition(token) in ((None, "ب") if lemma(over) == "وصف" else (None,))
        and not _is_definite(token)
        and not _has_genitive(token)
        and over.i < token.i
    )


def _has_genitive(token: Token) -> bool:
    return any(c.dep_ == "nmod" and c.i > token.i and preposition(c) is None for c in token.children)


def _is_told(draft: Draft, drafts: dict[int, Draft], time_words: frozenset[int]) -> bool:
    """Whether the text puts the event forward: with a verb of its own, or as a noun that a verb brings in."""
    token = draft.token
    measured = _measured(token, drafts, time_words)
    if token.pos_ == "VERB":
        past = not _imperfect(token) or any(lemma(c) == "لم" for c in token.children)
        return past or measured or bool(draft.places)
    if draft.trigger.carriers:
        verb = draft.trigger.carriers[0][0]
        return not (_is_definite(token) and verb.dep_ in ("acl", "acl:relcl"))
    top = _pasthappenings(token)
    if top.dep_ in ("nsubj", "nsubj:pass") and lemma(top.head) in happenings("VERB"):
        return True
    if _is_definite(top):
        return False
    if top.head == top or not any(word.pos_ == "VERB" for word in token.sent):
        return True  # a headline
    if preposition(top) in _ANCHORS or (top.head.pos_ in _NOMINAL and not _reads_as_object(top)):
        return False
    over = drafts.get(top.head.i)
    charged = (
        over is not None
        and "obj" in over.trigger.sense.patient
        and preposition(top) in over.trigger.sense.content
    )
    accused = bool(draft.patients and (draft.agents or charged))  # «اتهم المسلحين بقصف القرية»
    return measured or accused or not _is_talked_of(top, drafts)


def _reads_as_object(noun: Token) -> bool:
    """Whether a noun is the object of a word the tagger does not know, which is a verb then («لا نريد تدمير البلاد»)."""
    return noun.dep_ == "obj" and noun.head.pos_ == "X"


def _is_talked_of(noun: Token, drafts: dict[int, Draft]) -> bool:
    """Whether a noun is what somebody condemns, asks for, discusses («أدان الهجوم»), and not what a verb says happened."""
    if lemma(noun.head) in happenings("VERB"):
        return False
    over = drafts.get(noun.head.i)
    talk = over is not None and over.trigger.sense.type in _TALK
    return talk or (noun.dep_ == "obl:arg" and preposition(noun) in _OF)


def _pasthappenings(token: Token) -> Token:
    """The head of the phrase in which a noun stands, past lists, numbers and nouns of happening: «سلسلة» of «سلسلة هجمات»."""
    while token.head != token:
        over = token.head
        joined = token.dep_ == "conj" and over.pos_ != "VERB"
        counted = over.pos_ == "NUM" or lemma(over) in happenings("NOUN")
        if not joined and not (counted and preposition(token) in (None, "من")):
            break
        token = over
    return token


@cache
def happenings(pos: str) -> frozenset[str]:
    """Words of a part of speech that say that something happens, folded."""
    words = {fold(row[0]) for row in read_table("happenings.tsv") if row[1] == pos}
    return frozenset(
        words | {fold(row[0]) for row in read_table("quantifiers.tsv")} if pos == "NOUN" else words
    )


def _imperfect(token: Token) -> bool:
    return "Imp" in token.morph.get("Aspect", [])


def _is_definite(token: Token) -> bool:
    return token.norm.startswith("ال")


def _measured(token: Token, drafts: dict[int, Draft], time_words: frozenset[int]) -> bool:
    """Whether a number or a time belongs to an event word and to no other one below it."""
    stack = [c for c in token.children]
    while stack:
        word = stack.pop()
        if word.i in time_words or word.pos_ == "NUM" or word.like_num:
            return True
        if word.i not in drafts:
            stack += word.children
    return False
