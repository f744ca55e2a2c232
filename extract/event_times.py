"""When events happen: which event a time belongs to, read from where it hangs in the tree, and which events share it.

In doubt a time belongs to no event: a wrong one is worse than none.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Doc, Span, Token

from hadath.extract.adjuncts import Events, compared, full_preposition, gives_amount, inside_report, words_of
from hadath.extract.coreference import statements
from hadath.extract.drafts import Draft
from hadath.extract.lexicon import light_verbs
from hadath.extract.phrases import lemma
from hadath.extract.reading import reading
from hadath.extract.records import Basis, Modality, TimeExpression
from hadath.extract.times.words import direction_at

__all__ = ["times_of_events"]

# what happens within such an event happens at its time, and so does an event of such a type within another
_HOSTS = frozenset({"CONSULT", "PROTEST"})
_GUESTS = frozenset({"ASSAULT", "CONSULT", "COOPERATE", "OTHER", "PROTEST"})
_NOMINAL = frozenset(
    {"nsubj", "obj", "iobj", "obl", "obl:arg", "nmod"}
)  # a "verb" that is one of these is a noun
_ADJUNCT = frozenset({"obl", "nmod", "advmod"})
_NEAR = 5  # words from one verb to the next of «قتل جندي وأصيب اثنان»


def times_of_events(
    doc: Doc, drafts: Sequence[Draft], times: Sequence[TimeExpression], published: date | None
) -> dict[int, list[int]]:
    """For each event word the numbers of the times at which its event happens."""
    events = Events(drafts)
    found: dict[int, list[int]] = {}
    shared: dict[int, list[int]] = {}
    for number, time in enumerate(times):
        span = doc.char_span(time.mention.start, time.mention.end, alignment_mode="expand")
        if span is None or _is_counted_from_other(span):
            continue
        draft = _event_of(span, time, events, published)
        if draft is None:
            continue
        found.setdefault(draft.token.i, []).append(number)
        if not _is_open(span):
            shared.setdefault(draft.token.i, []).append(number)
    starts = {
        number: span.start
        for number, time in enumerate(times)
        if (span := doc.char_span(time.mention.start, time.mention.end, alignment_mode="expand"))
    }
    _share(events, found, shared, starts)
    return found


def _is_counted_from_other(span: Span) -> bool:
    """«بعد أيام من استدعاء السفير»: without the day of the other event it dates nothing."""
    doc, counting = span.doc, words_of("from_other")
    counted = lemma(span[0]) in counting or (span.start > 0 and lemma(doc[span.start - 1]) in counting)
    after = next((t for t in doc[span.end : span.end + 2] if not t.is_punct), None)
    return counted and after is not None and lemma(after) == "من"


def _is_open(span: Span) -> bool:
    """«منذ عام», «لمدة ساعة», «خلال ساعات»: how long one event goes on says nothing of another."""
    over = span.root.head
    return full_preposition(span.root) in words_of("open") or lemma(over) in words_of("length")


# --- the event over a time ---


def _event_of(span: Span, time: TimeExpression, events: Events, published: date | None) -> Draft | None:
    if any(
        lemma(t) in words_of("comparison")
        for t in span.doc[max(span.sent.start, span.start - 4) : span.start]
    ):
        return None
    below, token = span.root, span.root.head
    while token != below:
        verb = token.pos_ == "VERB" and token.dep_ not in _NOMINAL
        draft = events.at(token) or (events.told_by(token) if verb else events.of_course(token, span.start))
        if draft is not None:
            return _checked(draft, span, time, events, published)
        if verb and not (gives_amount(token) or _describes(token, below, time, published)):
            return None
        if not verb and (_says_which(token, below, span) or full_preposition(token) in words_of("away")):
            return None
        below, token = token, token.head
    return None


def _says_which(noun: Token, below: Token, span: Span) -> bool:
    """«ميزانية العام المقبل», «بطولة 2014»: a time in the genitive says which one, but of a statement when it was made."""
    if below not in span or full_preposition(below) or noun.i + 1 != span.start:
        return False
    definite = noun.norm_.startswith("ال") or any(c.pos_ == "PRON" for c in noun.children)
    if definite or noun.pos_ not in ("NOUN", "ADJ") or noun.ent_type_:
        return False
    return lemma(noun) not in statements() | words_of("length")


def _describes(verb: Token, below: Token, time: TimeExpression, published: date | None) -> bool:
    """Whether a relative clause tells what somebody is («الذي تتزعمه السعودية»), which no day in the past dates."""
    if below.dep_ not in _ADJUNCT:  # «الذي يصادف 9 يونيو»
        return False
    if verb.dep_ != "acl:relcl" or "Imp" not in verb.morph.get("Aspect", []) or lemma(verb) in light_verbs():
        return False
    return _tense(time, published) in ((None, -1) if published is None else (-1,))


def _tense(time: TimeExpression, published: date | None) -> int | None:
    """-1 for a time before publication, 1 for one to come, 0 for one around it, None when that is open."""
    if published is None or time.begin is None or time.end is None:
        words = reading(time.mention.text)
        found = [direction_at(words, i)[0] for i in range(len(words))]
        return next((direction for direction in reversed(found) if direction is not None), None)
    return (time.begin > published) - (time.end < published)


def _checked(
    draft: Draft, span: Span, time: TimeExpression, events: Events, published: date | None
) -> Draft | None:
    """The event a time hangs on, if that can be; else the noun for an event that stands right before the time."""
    if _is_in_brackets(draft, span) or compared(draft, span[0]):
        return None
    if inside_report(draft, span[0]) or _contradicts(draft, time, published):
        return _noun_before(draft, span, events)
    return draft


def _is_in_brackets(draft: Draft, span: Span) -> bool:
    """Whether a bracket that opens between the event and the time closes only behind the time."""
    between = [t.text for t in span.doc[draft.token.i : span.start]]
    return between.count("(") > between.count(")")


def _contradicts(draft: Draft, time: TimeExpression, published: date | None) -> bool:
    """Whether a verb tells of the past and the time is to come, or the other way round."""
    if time.basis is Basis.INFERRED:
        return False
    modality, tense = draft.flags.modality, _tense(time, published)
    if tense == 1:
        told = draft.says or "Perf" in draft.top.morph.get("Aspect", [])
        return told and modality is Modality.ASSERTED
    return tense == -1 and modality is Modality.FUTURE and draft.token.pos_ == "VERB"


def _noun_before(draft: Draft, span: Span, events: Events) -> Draft | None:
    for token in reversed(span.doc[draft.token.i + 1 : span.start]):
        if token.pos_ == "VERB" or token.is_punct:
            return None
        found = events.at(token)
        if found is not None:
            return found
    return None


# --- events that happen at the same time ---


def _share(
    events: Events, found: dict[int, list[int]], shared: dict[int, list[int]], starts: dict[int, int]
) -> None:
    """Let events without a time have that of an event they are part of, coincide with or are told in one breath with."""
    links = [(giver.token.i, taker.token.i) for giver, taker in _links(events)]
    links += [
        (giver.token.i, taker.token.i)
        for giver, taker in _joined(events)
        if _covers(giver, taker, shared.get(giver.token.i, ()), starts)
    ]
    for _ in range(3):
        for giver, taker in links:
            if giver in shared and taker not in found:
                found[taker] = shared[taker] = shared[giver]


def _links(events: Events) -> Iterator[tuple[Draft, Draft]]:
    for draft in events.drafts:
        top = draft.top
        if (resumed := _resumed(draft, events)) is not None:
            yield draft, resumed
        head = events.at(top.head) or (events.told_by(top.head) if top.head.pos_ == "VERB" else None)
        if head is None or head is draft:
            continue
        if _coincides(draft, head):
            yield draft, head
            yield head, draft
        elif full_preposition(top) == "ل" and lemma(head.token) in words_of("motion"):
            yield head, draft  # «سيتوجه الخميس للقاء نظيره»


def _resumed(draft: Draft, events: Events) -> Draft | None:
    """«جاء ذلك خلال جلسة»: the event of saying that opens the sentence before, which took place there."""
    verb, before = draft.top.head, draft.token.sent.start - 1
    subjects = [lemma(c) for c in verb.children if c.dep_ == "nsubj"]
    if lemma(verb) not in words_of("resume") or subjects != ["ذلك"] or before < 0:
        return None
    if full_preposition(draft.top) not in words_of("within"):
        return None
    sentence = draft.token.doc[before].sent
    opening = next((d for t in sentence if (d := events.at(t)) is not None), None)
    return opening if opening is not None and opening.says else None


def _coincides(draft: Draft, head: Draft) -> bool:
    """«قتل في غارة», «قال خلال اجتماع», «قتلوا عندما قمعت الشرطة», «قمعت احتجاجات»."""
    top = draft.top
    if draft.token.pos_ == "VERB":
        marks = (lemma(c) for c in top.children if c.dep_ == "mark" or (c.dep_ == "advmod" and c.i < top.i))
        return top.dep_ == "advcl" and any(mark in words_of("while") for mark in marks)
    kind, over = draft.trigger.sense.type, head.trigger.sense.type
    if top.dep_ == "obj":
        return (over, kind) == ("COERCE", "PROTEST")
    if top.dep_ not in ("obl", "nmod", "obl:arg"):
        return False
    preposition = full_preposition(top)
    if kind == over == "ASSAULT":
        return preposition in words_of("within") | {"ب"}
    if preposition not in words_of("within") or top.dep_ == "obl:arg":
        return False
    return kind in _HOSTS or (over in _GUESTS and not head.says)


def _joined(events: Events) -> Iterator[tuple[Draft, Draft]]:
    """Verbs joined by و, either way round."""
    for draft in events.drafts:
        head = events.at(draft.top.head) if draft.top.dep_ == "conj" else None
        if (
            head is not None
            and not head.says
            and not draft.says
            and draft.token.pos_ == head.token.pos_ == "VERB"
        ):
            yield head, draft
            yield draft, head


def _covers(giver: Draft, taker: Draft, times: Sequence[int], starts: dict[int, int]) -> bool:
    """Whether a time of one verb is meant for the other too: in front of both, or behind two short clauses of a kind."""
    first, last = sorted((giver.token.i, taker.token.i))
    if giver.token.i == first:
        return any(starts[time] < first for time in times)
    alike = giver.trigger.sense.type == taker.trigger.sense.type != "OTHER"
    return alike and last - first <= _NEAR
