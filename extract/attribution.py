"""According to whom: which saying event reports which event, by content clause or quotation."""

from collections.abc import Iterator

from hadath.extract.frames import arguments
from hadath.extract.lexicon.senses import senses
from hadath.extract.phrases import is_clause, lemma, preposition
from hadath.extract.quotations import Quotation, find_quotations
from hadath.extract.quoting import closes, goes_on, is_saying, quoting_before, quoting_behind
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
_PUBLISH = word_class("publish")
_STOPS = word_class("stop")
_RELATIVE = ("acl", "acl:relcl")
_DEMANDS = frozenset(
    {"REQUEST", "THREATEN", "REJECT", "AGREE"}
)  # types that are about acts and claim nothing
_FAR, _MIDDLE, _NEAR = 25, 12, 8  # words between a saying verb (noun, participle) and what it says
_WILL = word_class("will")
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
    quoting = [quoting_before(quotation, sayers, by_token, doc) for quotation in quotations]
    own = {sayer.token.i: quotation for quotation, sayer in zip(quotations, quoting, strict=True) if sayer}
    reported: dict[int, Trigger] = {}
    scopes: list[tuple[Trigger, set[int]]] = []
    for sayer in sayers:
        around = next((q for q in quotations if sayer.token.i in q), None)
        words = _reported_words(sayer, by_token, own.get(sayer.token.i))
        scope = {word.i for word in words}
        if around is not None and not scope.isdisjoint(range(around.start, around.end)):
            scope &= set(range(around.start, around.end))  # else only the verb is quoted: «"نفت" قتل …»
        scopes.append((sayer, scope))
        for i in scope & by_token.keys() - {sayer.token.i}:
            reported[i] = sayer  # the later one stands inside what the first one says
    last: tuple[Quotation, Trigger] | None = None
    for quotation, before in zip(quotations, quoting, strict=True):
        over = [
            sayer for sayer, scope in scopes if quotation.start in scope and sayer.token.i not in quotation
        ]
        speaker = over[-1] if over else before or quoting_behind(quotation, by_token, doc)
        if speaker is None and last is not None and goes_on(quotation, last[0], doc):
            speaker = last[1]
        if speaker is not None:
            reported |= _quoted(quotation, speaker, by_token, reported)
            last = quotation, speaker
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
        and closes(quotation, doc)
    ):
        limit = quotation.end
    facts = sayer.sense.type in _DEMANDS or lemma(token) in _PUBLISH
    told = (word for root in _contents(sayer, by_token) for word in _told(root, by_token, facts=facts))
    later = doc[token.i + 1 : token.sent.end]
    limit = min(limit, next((w.i for w in later if _takes_up_story(w)), limit))
    turn = next((w.i for w in later if turns_away(w) and is_saying(_verb_behind(w), by_token)), limit)
    inside = {word.i: word for word in told if word.i < min(limit, turn)}
    yield from inside.values()
    if start is None or token.dep_ in _RELATIVE:  # a relative clause ends before its sentence
        return
    for word in doc[start : min(_report_end(start, token), limit)]:
        if word.i not in inside and (_speaks(word, by_token) or turns_away(word)):
            return
        yield word


def _takes_up_story(word: Token) -> bool:
    """Whether «و» behind a comma goes on with what happened after what is to come: «أعلنت أنها ستعوض …، ووافق البرلمان»."""
    verb = word.head
    opens = word.dep_ == "cc" and word.i == verb.i - 1 and word.nbor(-1).text == "،" if word.i else False
    if not opens or verb.dep_ != "conj" or "Perf" not in verb.morph.get("Aspect", []):
        return False
    to_come = any(c.dep_ == "aux" and c.norm in _WILL for c in verb.head.children)
    return to_come and any(c.dep_ == "nsubj" and c.i > verb.i for c in verb.children)


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
        nouns = args.at(source) or beside or _lower(sayer, source, by_token)
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
    says = (t for t in between if t.pos_ != "NOUN" and is_saying(t, by_token))
    return len(between) > 0 and not joined and not any(says)


def _told(root: Token, by_token: dict[int, Trigger], *, facts: bool) -> Iterator[Token]:
    """What is said with a content: all of a clause; of a noun not what happened before or after it is said («أعلنت إرسال قوات
    بعد مناشدة الرئيس»), nor what others say about it, up to the next comma («أعلنت انسحابها من نص يقر …»), nor, with
    ``facts``, anything else that only describes it («طالبوا بتوقيف الرجل الذي هاجم …», «بث تسجيلا يظهر …»)."""
    if is_clause(root) or (root.pos_ == "VERB" and not facts):
        yield from root.subtree
        return
    yield root
    if facts and lemma(root) in _STOPS:  # «هدد بوقف المحادثات»: that there are such is no threat
        yield from (word for child in root.children if child.dep_ == "conj" for word in child.subtree)
        return
    for child in root.children:
        if preposition(child) in _THEN or is_adjunct_clause(child):
            continue
        if _describes(child) and (facts or is_saying(child, by_token)):
            comma = next(
                (word.i for word in child.doc[child.i : child.sent.end] if word.text == "،"), child.sent.end
            )
            yield from (word for word in child.subtree if word.i > comma)
        else:
            yield from _told(child, by_token, facts=facts)


def _describes(clause: Token) -> bool:
    """Whether a clause describes a noun, which a clause with إذا that the parser hung on the noun does not."""
    return clause.dep_ in _RELATIVE and not any(c.dep_ == "mark" for c in clause.children)


def is_adjunct_clause(clause: Token) -> bool:
    """Whether a clause only tells when or without what: «بعد أن غادر», «من دون أن يوضح»."""
    marks = (c for c in clause.children if c.dep_ in ("mark", "case"))
    return any(word.norm in _THEN | _WITHOUT for mark in marks for word in mark.subtree)


def _lower(sayer: Trigger, source: str, by_token: dict[int, Trigger]) -> Iterator[Token]:
    """What is said, where the parser hung it on another word: «متهما «قوى داخلية» باستغلال …», or on a clause that describes
    somebody and has no use for it: «تعهد لوزراء استقبلهم … بإيقاف …»."""
    token = sayer.token
    if source in ("subj", "obj", "iobj", "gen", "xcomp") or token.pos_ == "NOUN":
        return
    describing: Token | None = None
    for word in token.doc[token.i + 1 : min(token.i + _FAR, token.sent.end)]:
        if word.pos_ == "VERB":
            if describing is not None or word.dep_ not in (*_RELATIVE, "obj") or _takes(word, source):
                return
            describing = word
        elif word.pos_ == "NOUN" and preposition(word) == source:
            near = word.i - token.i <= _NEAR + 1 and describing is None
            if near or (word.head == describing and word.i in by_token):
                yield word
                return


def _takes(verb: Token, source: str) -> bool:
    """Whether a verb has a use for a preposition."""
    known = senses(lemma(verb), "VERB")
    return any(source in (*one.patient, *one.recipient, *one.place, *one.content) for one in known)


def _clause_start(sayer: Trigger) -> int | None:
    """Where reported speech begins behind a verb or participle of saying: at أن, إن, بأن or a colon, not far from it."""
    token = sayer.token
    far = _FAR if token.pos_ != "NOUN" else _MIDDLE if sayer.sense.type == "SAY" else _NEAR
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
    if not is_saying(word, by_token):
        return False
    if word.pos_ == "VERB":  # without a conjunction it goes on about a noun: «رسالة، يطلب فيها …»
        return any(t.pos_ in ("CCONJ", "SCONJ") for t in word.doc[max(word.i - 4, word.sent.start) : word.i])
    return word.pos_ == "ADJ" and word.norm_.endswith(("ا", "ة")) and not word.norm_.startswith("ال")


def _verb_behind(word: Token) -> Token:
    """The verb of a clause that a word opens, near behind it; the word itself where there is none."""
    return next((t for t in word.doc[word.i + 1 : word.i + 4] if t.pos_ == "VERB"), word)


def turns_away(word: Token) -> bool:
    """Whether a report or citation is over: «، فيما …», «، بينما …», «، في حين …», «، في وقت …»."""
    following = word.nbor() if word.i + 1 < len(word.doc) else word
    if word.norm == "بينما" and following.pos_ == "VERB":
        return True
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
