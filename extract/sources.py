"""Sources a sentence names beside its clauses: «وفق», «بحسب», «نقلا عن», and the speaker before a headline's colon."""

from dataclasses import dataclass
from functools import cache

from hadath.extract.attribution import is_adjunct_clause, is_meanwhile, turns_away
from hadath.extract.first_person import is_first_person
from hadath.extract.gazetteer.nouns import head_noun_kind
from hadath.extract.lexicon.cues import cues
from hadath.extract.phrases import core, is_clause, phrase, preposition
from hadath.extract.records import EntityKind
from hadath.extract.tokens import Span, Token
from hadath.extract.word_classes import word_class

__all__ = ["Citation", "cited", "descriptions", "headline_speakers", "is_background"]

_COMMENTS = word_class("comment")
_THEN = word_class("then")
_SINCE = frozenset({"منذ"})
_WORDS = 3  # of a quotation; fewer in quotation marks are a name or not meant seriously
_YET = frozenset({"لن", "س", "سوف", "لا"})  # what is promised or refused
_RELATIVE = ("acl", "acl:relcl")


@dataclass(frozen=True, slots=True)
class Citation:
    """The head of a source a sentence cites, and the words it speaks for: numbers of the first token and the one behind the last."""

    source: Token
    start: int
    end: int

    def __contains__(self, token: int) -> bool:
        return self.start <= token < self.end


def cited(sent: Span) -> list[Citation]:
    """The sources a sentence cites with «وفق», «بحسب», «نقلا عن», «كما أعلنت»."""
    found: list[Citation] = []
    i = 0
    while i < len(sent):
        length = next((len(cue) for cue in _attributions(sent[i]) if _matches(cue, sent, i)), 0)
        head = _source(sent, i, i + length) if length else None
        if head is not None and not _is_own(head) and not _is_what_is_written(sent, i):
            found.append(Citation(head, *_spoken_for(sent, i, head)))
        i += length or 1
    return found


def _is_what_is_written(sent: Span, cue: int) -> bool:
    """«على ضوء ما ورد في التقرير», «صحة ما جاء في البيان»: who speaks of a source does not cite it."""
    if cue < 2 or sent[cue - 1].norm != "ما":
        return False
    return not _attributions(sent[cue - 2]) and sent[cue - 2].norm != "ل"


def is_background(token: Token) -> bool:
    """Whether an event only tells when the cited one was: «منذ تعيينه», «بعد أيام من زلزال أوقع …»; the paper knows it."""
    describes, word = False, token
    while word.head != word:
        before = preposition(word)
        if before in _SINCE or (describes and before in _THEN):
            return True
        describes = describes or (word.pos_ == "VERB" and word.dep_ in _RELATIVE)
        word = word.head
    return False


def _is_own(source: Token) -> bool:
    """«وفقا لتقييمنا»: who speaks cites nobody else."""
    return any(is_first_person(child) for child in source.children if child.pos_ == "PRON")


def _spoken_for(sent: Span, cue: int, source: Token) -> tuple[int, int]:
    """What a source speaks for: its sentence, without what the paper adds behind it («، فيما …», «، ما يرفع …»); a citation
    that opens a clause of its own («…، ووفقا للوزارة فإن …») or a quotation says nothing of what stands before."""
    joined = cue > 1 and sent[cue - 1].norm == "و" and any(t.pos_ == "VERB" for t in sent[:cue])
    quoted = any(_opens(t, sent) for t in sent[max(cue - 2, 0) : cue])  # «بـ» may stand between
    start = sent[cue].i if joined or quoted else sent.start
    return start, next((t.i for t in sent if t.i > source.i and _comments(t)), sent.end)


def _opens(mark: Token, sent: Span) -> bool:
    """Whether a mark opens a quotation; straight ones open and close in turn."""
    return mark.text in "«“" or (
        mark.text == '"' and sum(t.text == '"' for t in sent if t.i < mark.i) % 2 == 0
    )


def _comments(word: Token) -> bool:
    """Whether the paper itself speaks again behind a source it cited."""
    if turns_away(word):
        return True
    following = word.nbor() if word.i + 1 < len(word.doc) else word
    form, comma = word.norm, word.nbor(-1).text == "،"
    if following.pos_ in ("VERB", "AUX"):
        return is_meanwhile(word) or (comma and form in _COMMENTS)
    return comma and form == "من" and following.norm == "دون"


def _forms(word: Token) -> tuple[str, ...]:
    """What a word is compared by: as it stands, and of a verb its lemma."""
    return tuple(sorted((word.norm, word.lemma))) if word.pos_ == "VERB" else (word.norm,)


def _attributions(first: Token) -> list[tuple[str, ...]]:
    """Words of the attribution cues that begin with a word, longest first."""
    return [cue for form in _forms(first) for cue in _attributions_by_word().get(form, ())]


@cache
def _attributions_by_word() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for cue in cues():
        if cue.kind == "attribution":
            table.setdefault(cue.words[0], []).append(cue.words)
    return table


def _matches(cue: tuple[str, ...], sent: Span, at: int) -> bool:
    here = sent[at : at + len(cue)]
    return len(here) == len(cue) and all(form in _forms(word) for form, word in zip(cue, here, strict=True))


def _source(sent: Span, start: int, end: int) -> Token | None:
    """The source behind a cue; of a verb («وفق ما ذكرت الشرطة») its subject, unless «كما» opens a report («كما أعلن أن …»)."""
    verb = sent[end - 1]
    if verb.pos_ != "VERB":
        return _noun_behind(sent, end)
    if (start < 3 or any(_is_content(child) for child in verb.children)) and sent[start].norm == "كما":
        return None
    return next((core(child) for child in verb.children if child.dep_ == "nsubj"), None)


def _is_content(child: Token) -> bool:
    """Whether a child of a saying verb is what is said, not a clause of time or the like («، من دون أن …»)."""
    return child.dep_ == "obj" or (is_clause(child) and not is_adjunct_clause(child))


def descriptions(citations: list[Citation]) -> dict[int, Token]:
    """Verbs that only describe a cited source («مصدر أمني رفض الكشف عن اسمه»), by token number."""
    out = {}
    for source in (citation.source for citation in citations):
        adjectives = (c for c in source.children if c.dep_ == "amod" and c.i > source.i)
        end = max([phrase(source)[1], *(t.i + 1 for c in adjectives for t in c.subtree)])
        if end < len(source.doc) and source.doc[end].pos_ == "VERB" and not source.norm.startswith("ال"):
            out[end] = source
    return out


def _noun_behind(sent: Span, at: int) -> Token | None:
    """The noun phrase that begins at a word: the topmost noun whose phrase starts there."""
    if at >= len(sent):
        return None
    token = sent[at]
    if token.norm == "ما" and at + 1 < len(sent):
        token = sent[at + 1]  # «وفقا لما ذكرته الوكالة»
    if token.pos_ == "VERB":  # «حسبما ذكرت الوكالة», «بحسب ما قالوا»
        subject = next((c for c in token.children if c.dep_ == "nsubj"), None) or _behind_verb(token)
        return core(subject) if subject is not None else token
    if token.pos_ not in ("NOUN", "X", "PROPN", "NUM", "ADJ", "DET"):
        return None
    while (
        token.head.i > token.i
        and token.head.pos_ in ("NOUN", "X", "PROPN")
        and token.head.left_edge.i >= sent[at].i
    ):
        token = token.head
    return token


def _behind_verb(verb: Token) -> Token | None:
    """The subject right behind a verb that the parser took for its object: «وفق ما نقله متابعون»."""
    behind = next((t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.pos_ != "PRON"), None)
    return behind if behind is not None and behind.head == verb and behind.dep_ == "obj" else None


def headline_speakers(sents: list[Span]) -> dict[int, tuple[Token, Token]]:
    """For each sentence «name: what they say» (by its start) the speaker and the colon that what is said follows.

    A place before a headline that neither quotes nor denies or promises is where it happened («الدوحة: اتفاق جديد»), no speaker.
    """
    out = {}
    for sent in sents:
        words = [t for t in sent if not t.is_space]
        colon = next((k for k, t in enumerate(words[:8]) if t.text == ":"), 0)
        before, said = words[:colon], words[colon + 1 :]
        named = [t for t in before if t.ent_type_ in ("PER", "ORG", "GPE")] or [
            *filter(_speaks_unnamed, before[:1])
        ]
        if not named or len(said) < 2 or any(t.pos_ in ("VERB", "PUNCT", "NUM") for t in before):
            continue
        if all(t.ent_type_ == "GPE" for t in named) and not any(map(_asserts, said)):
            continue
        tops = [t for t in before if (t.head not in before or t.head == t) and t.pos_ != "CCONJ"]
        out[sent.start] = (tops or named)[0], words[colon]
    return out


def _speaks_unnamed(first: Token) -> bool:
    """Whether a headline begins with somebody who has no name: «مسؤول أمريكي: …», «مصادر: …»."""
    definite = first.norm.startswith("ال")
    return (
        first.pos_ == "NOUN"
        and not definite
        and head_noun_kind(first.lemma_) in (EntityKind.PERSON, EntityKind.GROUP)
    )


def _asserts(word: Token) -> bool:
    """Whether a word of a headline shows that somebody speaks: a quotation of some words, «لن», «سـ», a first person."""
    if word.text in '"«“' and (word.i == 0 or word.nbor(-1).whitespace_ or word.nbor(-1).is_space):
        quoted = word.doc[word.i + 1 : word.i + 1 + _WORDS]
        return len(quoted) == _WORDS and not any(t.text in '"»”' for t in quoted)  # not «4 "أمراء"»
    if word.pos_ == "AUX":
        return True
    if word.pos_ not in ("VERB", "X"):
        return False
    return is_first_person(word) or any(c.norm in _YET and c.i < word.i for c in word.children)
