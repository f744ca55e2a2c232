"""According to whom: which saying event reports which event, and who its speaker is."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from hadath.extract.lexicon import cues
from hadath.extract.phrases import core, is_clause, lemma, phrase, preposition
from hadath.extract.spelling import fold
from hadath.extract.triggers import Trigger

__all__ = ["cited", "contents", "descriptions", "headline_speakers", "quotations"]

_OPEN, _CLOSE = frozenset("«“"), frozenset("»”")
_OPENERS = frozenset({"ان", "بان", "انه", "انها", "باءن"})
_FAR, _NEAR = 25, 8  # words between a saying verb (noun) and what it says


def contents(triggers: list[Trigger], telling: list[Trigger]) -> dict[int, Trigger]:
    """For each event word inside reported speech (by token number) the saying event that reports it, the nearest one.

    Reported is the content clause with all that hangs on it, and what follows in the sentence: a clause joined with و goes
    on reporting unless it brings a saying verb of its own («قال … إن …، وأكد …»).
    """
    by_token = {t.token.i: t for t in triggers}
    reported: dict[int, Trigger] = {}
    for sayer in (t for t in telling if "say" in t.sense.flags):
        for word in _reported_words(sayer, by_token):
            if word.i in by_token and word.i != sayer.token.i:
                reported[word.i] = _nearer(reported.get(word.i), sayer)
    return reported


def _nearer(known: Trigger | None, sayer: Trigger) -> Trigger:
    """Of two saying events over one word the later one, for it stands inside what the first one says."""
    return sayer if known is None or known.token.i < sayer.token.i else known


def _reported_words(sayer: Trigger, by_token: dict[int, Trigger]) -> Iterator[Token]:
    inside = {word.i: word for root in _reported(sayer) for word in root.subtree}
    yield from inside.values()
    start = _clause_start(sayer)
    if start is None or sayer.token.dep_ in (
        "acl",
        "acl:relcl",
    ):  # a relative clause ends before its sentence
        return
    for word in sayer.token.doc[start : sayer.token.sent.end]:
        other = by_token.get(word.i)
        if other is not None and "say" in other.sense.flags and word.i not in inside and _speaks(word):
            return
        yield word


def _speaks(word: Token) -> bool:
    """Whether a word of saying opens a report of its own beside the first: a finite verb, or «مؤكدا» in the accusative."""
    return word.pos_ == "VERB" or (
        word.pos_ == "ADJ" and word.norm_.endswith(("ا", "ة")) and not word.norm_.startswith("ال")
    )


def _clause_start(sayer: Trigger) -> int | None:
    """Where reported speech begins behind a verb or participle of saying: at أن, إن, بأن or a colon, not far from it."""
    token = sayer.token
    far = _FAR if token.pos_ != "NOUN" else _NEAR
    for word in token.doc[token.i + 1 : min(token.i + far, token.sent.end)]:
        if (word.text == ":" and token.pos_ != "NOUN") or fold(word.norm_) in _OPENERS:
            return word.i + 1
        if word.pos_ == "VERB" and word.dep_ not in ("acl", "acl:relcl"):
            return None
    return None


def _reported(sayer: Trigger) -> Iterator[Token]:
    """Roots of what is said as the tree has it: the content clause, the content noun, or a quoted clause."""
    args = sayer.args
    if args.clause is not None:
        yield args.clause
    for source in sayer.sense.content:
        yield from (t for t in args.at(source) or _lower(sayer, source) if t.pos_ != "PRON")
    if args.clause is None:
        yield from (c for c in sayer.token.children if c.i > sayer.token.i and c.dep_ == "ccomp")


def _lower(sayer: Trigger, source: str) -> Iterator[Token]:
    """What is said, where the parser hung it on another word: «متهما «قوى داخلية» باستغلال …»."""
    if source in ("subj", "obj", "iobj", "gen", "xcomp") or sayer.token.pos_ == "NOUN":
        return
    for word in sayer.token.doc[sayer.token.i + 1 : min(sayer.token.i + _NEAR + 2, sayer.token.sent.end)]:
        if word.pos_ == "VERB":
            return
        if word.pos_ == "NOUN" and preposition(word) == source:
            yield word
            return


def quotations(doc: Doc, triggers: list[Trigger]) -> dict[int, Trigger]:
    """Event words inside a quotation that goes on over several sentences, with the saying event it began with."""
    by_token = {t.token.i: t for t in triggers}
    reported: dict[int, Trigger] = {}
    speaker: Trigger | None = None
    last: Trigger | None = None
    inside = False
    for token in doc:
        trigger = by_token.get(token.i)
        if trigger is not None and "say" in trigger.sense.flags and not inside:
            last = trigger
        if token.text in _OPEN or (token.text == '"' and not inside):
            inside, speaker = True, last if last is not None and token.i - last.token.i < _FAR else None
        elif token.text in _CLOSE or (token.text == '"' and inside):
            inside, speaker = False, None
        elif "\n" in token.text and not inside:
            last = None
        elif inside and speaker is not None and trigger is not None and trigger is not speaker:
            reported[token.i] = speaker
    return reported


def cited(sent: Span) -> list[Token]:
    """Heads of the sources a sentence cites with «وفق», «بحسب», «نقلا عن», «كما أعلنت»."""
    words = [{fold(t.norm_), lemma(t)} if t.pos_ == "VERB" else {fold(t.norm_)} for t in sent]
    found: list[Token] = []
    i = 0
    while i < len(words):
        length = next((len(cue) for cue in _attributions(words[i]) if _matches(cue, words, i)), 0)
        if length and (head := _source(sent, i, i + length)) is not None:
            found.append(head)
        i += length or 1
    return found


def _attributions(first: set[str]) -> list[tuple[str, ...]]:
    """Words of the attribution cues that begin with one of some words, longest first."""
    return [cue for word in sorted(first) for cue in _attributions_by_word().get(word, ())]


@cache
def _attributions_by_word() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for cue in cues():
        if cue.kind == "attribution":
            table.setdefault(cue.words[0], []).append(cue.words)
    return table


def _matches(cue: tuple[str, ...], words: list[set[str]], at: int) -> bool:
    here = words[at : at + len(cue)]
    return len(here) == len(cue) and all(word in forms for word, forms in zip(cue, here, strict=True))


def _source(sent: Span, start: int, end: int) -> Token | None:
    """The source behind a cue; of a verb («كما أعلنت الشرطة») its subject, unless the verb opens a report of its own."""
    verb = sent[end - 1]
    if verb.pos_ != "VERB":
        return _noun_behind(sent, end)
    if start < 3 or any(is_clause(child) or child.dep_ in ("obj", "ccomp") for child in verb.children):
        return None
    return next((core(child) for child in verb.children if child.dep_ == "nsubj"), None)


def descriptions(sources: list[Token]) -> dict[int, Token]:
    """Verbs that only describe a cited source («مصدر أمني رفض الكشف عن اسمه»), by token number."""
    out = {}
    for source in sources:
        end = phrase(source)[1]
        if (
            end < len(source.doc)
            and source.doc[end].pos_ == "VERB"
            and not fold(source.norm_).startswith("ال")
        ):
            out[end] = source
    return out


def _noun_behind(sent: Span, at: int) -> Token | None:
    """The noun phrase that begins at a word: the topmost noun whose phrase starts there."""
    if at >= len(sent):
        return None
    token = sent[at]
    if token.pos_ == "VERB":  # «حسبما ذكرت الوكالة»
        return next((core(c) for c in token.children if c.dep_ == "nsubj"), None)
    if token.pos_ not in ("NOUN", "X", "PROPN", "NUM", "ADJ", "DET"):
        return None
    while (
        token.head.i > token.i
        and token.head.pos_ in ("NOUN", "X", "PROPN")
        and token.head.left_edge.i >= sent[at].i
    ):
        token = token.head
    return token


def headline_speakers(sents: list[Span]) -> dict[int, Token]:
    """For each sentence «name: what they say» (by its start) the speaker; what is said follows the colon.

    A place before a headline without a verb is where it happened («الدوحة: اتفاق جديد»), no speaker.
    """
    out = {}
    for sent in sents:
        words = [t for t in sent if not t.is_space]
        colon = next((k for k, t in enumerate(words[:8]) if t.text == ":"), 0)
        before, said = words[:colon], words[colon + 1 :]
        named = [t for t in before if t.ent_type_ in ("PER", "ORG", "GPE")]
        if not named or len(said) < 2 or any(t.pos_ in ("VERB", "PUNCT", "NUM") for t in before):
            continue
        if all(t.ent_type_ == "GPE" for t in named) and not any(t.pos_ in ("VERB", "AUX") for t in said):
            continue
        tops = [t for t in before if (t.head not in before or t.head == t) and t.pos_ != "CCONJ"]
        out[sent.start] = (tops or named)[0]
    return out
