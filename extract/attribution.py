"""According to whom: which saying event reports which event, and who its speaker is."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from hadath.extract.lexicon import cues
from hadath.extract.phrases import core, lemma
from hadath.extract.spelling import fold
from hadath.extract.triggers import Trigger

__all__ = ["contents", "cited", "headline_speakers", "quotations"]

_OPEN, _CLOSE = frozenset("«“"), frozenset("»”")


def contents(triggers: list[Trigger]) -> dict[int, Trigger]:
    """For each event word inside reported speech (by token number) the saying event that reports it, the nearest one."""
    by_token = {t.token.i: t for t in triggers}
    sayers = [t for t in triggers if "say" in t.sense.flags]
    reported: dict[int, Trigger] = {}
    for sayer in sayers:
        for root in _reported(sayer):
            for word in root.subtree:
                if word.i in by_token and word.i != sayer.token.i:
                    reported[word.i] = _nearer(reported.get(word.i), sayer)
    return reported


def _nearer(known: Trigger | None, sayer: Trigger) -> Trigger:
    """Of two saying events over one word the one that itself stands inside the other's report."""
    if known is None or known.token.is_ancestor(sayer.token):
        return sayer
    return known


def _reported(sayer: Trigger) -> Iterator[Token]:
    """Roots of what is said: content clause, content noun, quotation or clause behind a colon."""
    args = sayer.args
    if args.clause is not None:
        yield args.clause
        yield from (c for c in args.clause.children if c.dep_ == "conj" and c.pos_ == "VERB")
    for source in sayer.sense.content:
        yield from (t for t in args.at(source) if t.pos_ != "PRON")
    if args.clause is None:
        yield from _quoted(sayer.token)


def _quoted(token: Token) -> Iterator[Token]:
    """Clauses in the same sentence that stand behind the saying verb in quotes or behind a colon."""
    for child in token.children:
        if child.i > token.i and child.dep_ in ("parataxis", "ccomp", "dep", "obj", "xcomp") and child.pos_ in ("VERB", "NOUN", "ADJ"):
            before = [t for t in token.doc[token.i + 1 : child.left_edge.i + 1] if t.text in ':"' or t.text in _OPEN]
            if before or child.dep_ == "ccomp":
                yield child


def quotations(doc: Doc, triggers: list[Trigger]) -> dict[int, Trigger]:
    """Event words inside «…» whose quotation began with a saying event's report in an earlier sentence."""
    by_token = {t.token.i: t for t in triggers}
    sayers = {t.token.i: t for t in triggers if "say" in t.sense.flags and t.token.pos_ in ("VERB", "ADJ")}
    reported: dict[int, Trigger] = {}
    speaker: Trigger | None = None
    depth = 0
    last: Trigger | None = None
    for token in doc:
        if token.i in sayers and not depth:
            last = sayers[token.i]
        if "\n" in token.text and not depth:
            last = None
        if token.text in _OPEN:
            depth, speaker = 1, last
        elif token.text in _CLOSE:
            depth, speaker = 0, None
        elif depth and speaker is not None and token.i in by_token and by_token[token.i] is not speaker:
            if token.sent.start > speaker.token.i:
                reported[token.i] = speaker
    return reported


def cited(sent: Span) -> list[Token]:
    """Heads of the sources a sentence cites with «وفق», «بحسب», «نقلا عن»."""
    forms = [fold(t.norm_) for t in sent]
    found: list[Token] = []
    i = 0
    while i < len(forms):
        step = 1
        for cue in cues():
            n = len(cue.words)
            if cue.kind == "attribution" and tuple(forms[i : i + n]) == cue.words:
                head = _noun_behind(sent, i + n)
                if head is not None:
                    found.append(head)
                step = n
                break
        i += step
    return found


def _noun_behind(sent: Span, at: int) -> Token | None:
    """The noun phrase that begins at a word: the topmost noun whose phrase starts there."""
    if at >= len(sent):
        return None
    token = sent[at]
    if token.pos_ == "VERB":  # «حسبما ذكرت الوكالة»
        return next((core(c) for c in token.children if c.dep_ == "nsubj"), None)
    if token.pos_ not in ("NOUN", "X", "PROPN", "NUM", "ADJ", "DET"):
        return None
    while token.head.i > token.i and token.head.pos_ in ("NOUN", "X", "PROPN") and token.head.left_edge.i >= sent[at].i:
        token = token.head
    return token


def headline_speakers(sents: list[Span]) -> dict[int, Token]:
    """For each sentence «name: what they say» (by its start) the speaker; what is said follows the colon."""
    out = {}
    for sent in sents:
        words = [t for t in sent if not t.is_space]
        colon = next((k for k, t in enumerate(words[:8]) if t.text == ":"), None)
        if colon is None or colon == 0 or len(words) - colon < 3:
            continue
        before = words[:colon]
        named = [t for t in before if t.ent_type_ in ("PER", "ORG", "GPE")]
        if named and not any(t.pos_ in ("VERB", "PUNCT", "NUM") for t in before) and lemma(before[0]) not in ("عاجل", "فيديو"):
            top = [t for t in before if t.head not in before or t.head is t]
            out[sent.start] = (top or named)[0] if (top or named)[0].pos_ != "CCONJ" else named[0]
    return out
