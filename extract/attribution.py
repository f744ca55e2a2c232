"""According to whom: which saying event reports which event, by content clause or quotation."""

from collections.abc import Iterator

from hadath.extract.frames import arguments
from hadath.extract.phrases import is_clause, lemma, preposition
from hadath.extract.quotations import Quotation, find_quotations
from hadath.extract.tokens import Doc, Token
from hadath.extract.triggers import Trigger
from hadath.extract.word_classes import word_class

__all__ = ["is_adjunct_clause", "is_meanwhile", "reports", "turns_away"]

_OPENERS = word_class("that")
_FREE = word_class("before that")
_FRAMED = word_class("construed")
_THEN = word_class("then")
_WITHOUT = word_class("without")
_WHERE = word_class("where")
_MEANWHILE = word_class("meanwhile")
_CONCERNS = word_class("concern")
_RELATIVE = ("acl", "acl:relcl")
_DEMANDS = frozenset(
    {"REQUEST", "THREATEN", "REJECT", "AGREE"}
)  # types that are about acts and claim nothing
_FAR, _NEAR = 25, 8  # words between a saying verb (noun) and what it says
_LONGEST = 200  # words of an announced paragraph


def reports(doc: Doc, triggers: list[Trigger], telling: list[Trigger]) -> dict[int, Trigger]:
    """For each event word that somebody says (by token number) the saying event that reports it, the nearest one.

    Reported is the content clause with all that hangs on it, and what follows in the sentence: a clause joined with و goes
    on reporting unless it brings a saying verb of its own («قال … إن …، وأكد …»). Reported is also what stands in a
    quotation, over sentences, before or behind its saying verb.
    """
    by_token = {t.token.i: t for t in triggers}
    sayers = [t for t in telling if "say" in t.sense.flags]
    quotations = find_quotations(doc)
    quoting = [_quoting_before(quotation, sayers, by_token, doc) for quotation in quotations]
    own = {sayer.token.i: quotation for quotation, sayer in zip(quotations, quoting, strict=True) if sayer}
    reported: dict[int, Trigger] = {}
    scopes: list[tuple[Trigger, set[int]]] = []
    for sayer in sayers:
        around = next((q for q in quotations if sayer.token.i in q), None)
        words = _reported_words(sayer, by_token, own.get(sayer.token.i))
        scope = {word.i for word in words if around is None or word.i in around}
        scopes.append((sayer, scope))
        for i in scope & by_token.keys() - {sayer.token.i}:
            reported[i] = sayer  # the later one stands inside what the first one says
    for quotation, before in zip(quotations, quoting, strict=True):
        over = [
            sayer for sayer, scope in scopes if quotation.start in scope and sayer.token.i not in quotation
        ]
        speaker = over[-1] if over else before or _quoting_behind(quotation, by_token, doc)
        if speaker is not None:
            reported |= _quoted(quotation, speaker, by_token, reported)
    return reported


def _quoted(
    quotation: Quotation, speaker: Trigger, by_token: dict[int, Trigger], reported: dict[int, Trigger]
) -> dict[int, Trigger]:
    """The event words of a quotation with its speaker, but for those that somebody inside it reports."""
    found = {}
    for i in range(quotation.start, quotation.end):
        known = reported.get(i)
        if i in by_token and i != speaker.token.i and (known is None or known.token.i not in quotation):
            found[i] = speaker
    return found


# --- content clauses ---


def _reported_words(
    sayer: Trigger, by_token: dict[int, Trigger], quotation: Quotation | None
) -> Iterator[Token]:
    """What hangs on the content in the tree, and what goes on reporting behind it, to the end of its quotation if it is one."""
    doc, token = sayer.token.doc, sayer.token
    start = _clause_start(sayer)
    limit = len(doc)
    if (
        quotation is not None
        and (start is None or quotation.start - 3 <= start)
        and any(word.pos_ == "VERB" for word in doc[quotation.start : quotation.end])
        and _closes(quotation, doc)
    ):
        limit = quotation.end
    facts = sayer.sense.type in _DEMANDS
    told = (word for root in _contents(sayer, by_token) for word in _told(root, by_token, facts=facts))
    inside = {word.i: word for word in told if word.i < limit}
    yield from inside.values()
    if start is None or token.dep_ in _RELATIVE:  # a relative clause ends before its sentence
        return
    for word in doc[start : min(_report_end(start, token), limit)]:
        if word.i not in inside and (_speaks(word, by_token) or turns_away(word)):
            return
        yield word


def _report_end(start: int, sayer: Token) -> int:
    """Where a report may end at the latest: with its sentence, or with the next paragraph when only a colon announces it."""
    doc, end = sayer.doc, sayer.sent.end
    if any(not t.is_space for t in doc[start:end]):
        return end
    return next((t.i for t in doc[end : end + _LONGEST] if "\n" in t.text), min(end + _LONGEST, len(doc)))


def _contents(sayer: Trigger, by_token: dict[int, Trigger]) -> Iterator[Token]:
    """Roots of what is said as the tree has it: the content clause, the content noun, or a quoted clause."""
    args = sayer.args
    if args.clause is not None and not is_adjunct_clause(args.clause):
        yield args.clause
    opener = _clause_start(sayer)
    for source in sayer.sense.content:
        beside = [t for verb, _ in sayer.carriers for t in arguments(verb).at(source) if t != sayer.token]
        nouns = args.at(source) or beside or _lower(sayer, source)
        about = source == "obj" and opener is not None
        yield from (
            t for t in nouns if t.pos_ != "PRON" and not (about and _is_about(t, opener or 0, by_token))
        )
    yield from (
        c for c in sayer.token.children if c.i > sayer.token.i and c.dep_ == "ccomp" and c != args.clause
    )


def _is_about(noun: Token, content: int, by_token: dict[int, Trigger]) -> bool:
    """Whether what is said from some word on is said about an object, which then is no content: «وصف الاتهام بأنه …»."""
    between = noun.doc[noun.i + 1 : content - 1]
    joined = any(t.pos_ == "CCONJ" for t in between[-2:])
    return len(between) > 0 and not joined and not any(_is_saying(t, by_token) for t in between)


def _told(root: Token, by_token: dict[int, Trigger], *, facts: bool) -> Iterator[Token]:
    """What is said with a content: all of a clause; of a noun not what happened before or after it is said («أعلنت إرسال قوات
    بعد مناشدة الرئيس»), nor what others say about it, up to the next comma («أعلنت انسحابها من نص يقر …»), nor, with
    ``facts``, anything else that only describes it («طالبوا بتوقيف الرجل الذي هاجم …»)."""
    if is_clause(root) or (root.pos_ == "VERB" and not facts):
        yield from root.subtree
        return
    yield root
    for child in root.children:
        if preposition(child) in _THEN or is_adjunct_clause(child):
            continue
        if _describes(child) and (facts or _is_saying(child, by_token)):
            comma = next(
                (word.i for word in child.doc[child.i : child.sent.end] if word.text == "،"), child.sent.end
            )
            yield from (word for word in child.subtree if word.i > comma)
        else:
            yield from _told(child, by_token, facts=facts)


def _describes(clause: Token) -> bool:
    """Whether a clause describes a noun, which a clause with إذا that the parser hung on the noun does not."""
    return clause.dep_ in _RELATIVE and not any(c.dep_ == "mark" for c in clause.children)


def _is_saying(word: Token, by_token: dict[int, Trigger]) -> bool:
    return word.i in by_token and "say" in by_token[word.i].sense.flags


def is_adjunct_clause(clause: Token) -> bool:
    """Whether a clause only tells when or without what: «بعد أن غادر», «من دون أن يوضح»."""
    marks = (c for c in clause.children if c.dep_ in ("mark", "case"))
    return any(word.norm in _THEN | _WITHOUT for mark in marks for word in mark.subtree)


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


def _clause_start(sayer: Trigger) -> int | None:
    """Where reported speech begins behind a verb or participle of saying: at أن, إن, بأن or a colon, not far from it."""
    token = sayer.token
    far = _FAR if token.pos_ != "NOUN" else _NEAR
    then = False
    for word in token.doc[token.i + 1 : min(token.i + far, token.sent.end)]:
        if word.text == ":" and token.pos_ != "NOUN":
            return word.i + 1
        if word.norm in _OPENERS:
            if _opens(word, sayer):
                return word.i + 1
            then = True
        elif word.pos_ == "VERB" and word.dep_ not in _RELATIVE:
            if not then and not any(t.norm in _WHERE for t in token.doc[word.i - 2 : word.i]):
                return None
            then = False
    return None


def _opens(opener: Token, sayer: Trigger) -> bool:
    """Whether أن opens what somebody says and not a clause of time or the like («قال بعد أن وصل إن …»)."""
    before = opener.nbor(-1)
    if before == sayer.token or before.pos_ not in ("ADP", "ADV", "SCONJ", "CCONJ", "PART"):
        return True
    word = before.norm
    framed = word in _FRAMED and word in (*sayer.sense.content, *sayer.sense.patient)
    return word in _FREE or framed


def _speaks(word: Token, by_token: dict[int, Trigger]) -> bool:
    """Whether a word opens a report of its own: a finite verb of saying, or «مؤكدا» in the accusative."""
    if not _is_saying(word, by_token):
        return False
    if word.pos_ == "VERB":  # without a conjunction it goes on about a noun: «رسالة، يطلب فيها …»
        return any(t.pos_ in ("CCONJ", "SCONJ") for t in word.doc[max(word.i - 4, word.sent.start) : word.i])
    return word.pos_ == "ADJ" and word.norm_.endswith(("ا", "ة")) and not word.norm_.startswith("ال")


def turns_away(word: Token) -> bool:
    """Whether a report or citation is over: «، فيما …», «، بينما …», «، في حين …», «، في وقت …»."""
    if word.i < 2 or word.nbor(-1).text != "،":
        return False
    if is_meanwhile(word):
        return True
    behind = word.nbor().norm if word.i + 1 < len(word.doc) else ""
    return word.norm == "في" and behind in ("حين", "وقت")


def is_meanwhile(word: Token) -> bool:
    """Whether a word is «فيما», «بينما», unless it tells what something is about."""
    following = word.nbor() if word.i + 1 < len(word.doc) else word
    return word.norm in _MEANWHILE and lemma(following) not in _CONCERNS


# --- quotations ---


def _quoting_before(
    quotation: Quotation, sayers: list[Trigger], by_token: dict[int, Trigger], doc: Doc
) -> Trigger | None:
    """The saying event a quotation follows: «قال الوزير خلال جلسة "…"», «وأضاف: "…"»."""
    mark = doc[quotation.start - 1]
    begin = mark.sent.start
    if all(t.is_space for t in doc[begin : mark.i]):  # what ends with a colon announces the next sentence
        last = next((t for t in reversed(doc[:begin]) if not t.is_space), None)
        begin = last.sent.start if last is not None and last.text == ":" else begin
    for i in range(mark.i - 1, max(begin, mark.i - _FAR) - 1, -1):
        word = doc[i]
        trigger = by_token.get(i)
        if trigger is not None and any(trigger is sayer for sayer in sayers):
            if word.pos_ != "NOUN" or doc[mark.i - 1].text == ":" or doc[mark.i - 1].norm in _OPENERS:
                return trigger
        elif word.pos_ == "VERB" and word.dep_ not in _RELATIVE:
            return None
    return None


def _quoting_behind(quotation: Quotation, by_token: dict[int, Trigger], doc: Doc) -> Trigger | None:
    """The saying verb behind a quotation: «"…"، قال الوزير»."""
    behind = quotation.end + 1
    while behind < len(doc) and doc[behind].is_punct and doc[behind].text != ":":
        behind += 1
    if behind >= len(doc) or doc[behind].pos_ != "VERB" or not _is_saying(doc[behind], by_token):
        return None
    return by_token[behind] if by_token[behind].args.clause is None else None


def _closes(quotation: Quotation, doc: Doc) -> bool:
    """Whether what is said ends with its quotation: a clause, a comma or nothing follows, but no further quotation or أن."""
    behind = [t for t in doc[quotation.end + 1 : quotation.end + 5] if not t.is_space]
    if not behind or doc[quotation.end].text not in '"»”':
        return True
    clause = behind[0].is_punct
    if clause:
        behind = behind[1:]
    if behind and behind[0].norm in ("و", "ف", "لكن", "فيما", "بينما", "حيث"):
        clause = clause or any(t.pos_ == "VERB" for t in behind[1:2])
        behind = behind[1:]
    goes_on = bool(behind) and (behind[0].text in '"«“' or behind[0].norm in _OPENERS)
    return clause and not goes_on
