"""When events happen: which event a time belongs to, read from where it hangs in the tree, and which events share it.

In doubt a time belongs to no event: a wrong one is worse than none.
"""

from collections.abc import Sequence
from datetime import date

from hadath.extract.adjuncts import (
    Events,
    compared,
    compares,
    full_preposition,
    gives_amount,
    inside_report,
    words_of,
)
from hadath.extract.coincidence import Dated, share
from hadath.extract.coreference.statements import statements
from hadath.extract.drafts import Draft
from hadath.extract.gazetteer.nouns import head_noun_kind
from hadath.extract.lexicon.light_verbs import light_verbs
from hadath.extract.lexicon.senses import senses
from hadath.extract.phrases import lemma
from hadath.extract.reading import reading
from hadath.extract.records import Basis, EntityKind, Modality, TimeExpression
from hadath.extract.time_neighbours import (
    interrupted,
    noun_right_before,
    of_that_year,
    opened,
    repeated,
    told_around,
)
from hadath.extract.times.words import direction_at
from hadath.extract.tokens import Doc, Span, Token
from hadath.extract.word_classes import word_class

__all__ = ["times_of_events"]

_BESIDE = 4  # words from «مقارنة» to its time
_BEHIND = 4  # words from a time to the verb it stands in front of
_TODAY = "اليوم"
_NOMINAL = frozenset(
    {"nsubj", "obj", "iobj", "obl", "obl:arg", "nmod"}
)  # a "verb" that is one of these is a noun
_AHEAD = word_class("ahead")
_ADJUNCT = frozenset({"obl", "obl:arg", "nmod", "advmod"})


def times_of_events(
    doc: Doc, drafts: Sequence[Draft], times: Sequence[TimeExpression], published: date | None
) -> dict[int, list[int]]:
    """For each event word the numbers of the times at which its event happens."""
    events = Events(drafts)
    found: dict[int, list[Dated]] = {}
    for number, time in enumerate(times):
        span = doc.char_span(time.mention.start, time.mention.end, alignment_mode="expand")
        if span is None or _is_counted_from_other(span):
            continue
        dated = Dated(number, span.start, lasts=_lasts(span), begins=_begins(span))
        for draft in _events_of(span, time, events, published):
            found.setdefault(draft.token.i, []).append(dated)
    share(events, found)
    return {word: [dated.number for dated in there] for word, there in found.items()}


def _is_counted_from_other(span: Span) -> bool:
    """«بعد أيام من استدعاء السفير»: without the day of the other event it dates nothing."""
    doc, counting = span.doc, words_of("from_other")
    counted = lemma(span[0]) in counting or (span.start > 0 and lemma(doc[span.start - 1]) in counting)
    after = next((t for t in doc[span.end : span.end + 2] if not t.is_punct), None)
    return counted and after is not None and lemma(after) in ("من", "علي")


def _lasts(span: Span) -> bool:
    """«منذ عام», «لمدة ساعة», «خلال ساعات»."""
    return full_preposition(span.root) in words_of("open") or lemma(span.root.head) in words_of("length")


def _begins(span: Span) -> bool:
    """«احتجاجات بدأت في مارس», «اجتماع ينتهي الأحد»; not «عاودت القصف الأحد»."""
    if lemma(span.root.head) in words_of("again"):
        return False
    return any(row.kind == "phasal" for row in light_verbs().get(lemma(span.root.head), ()))


# --- the event over a time ---


def _events_of(span: Span, time: TimeExpression, events: Events, published: date | None) -> list[Draft]:
    draft = (
        repeated(span, events) or of_that_year(span, time, events) or _event_of(span, time, events, published)
    )
    beside = [
        interrupted(span, time, events) if draft is None else draft,
        opened(span, events),
        *told_around(draft, span, events),
    ]
    found = {d.token.i: d for d in beside if d is not None}
    return [d for d in found.values() if d is draft or _checked(d, span, time, events, published) is d]


def _event_of(span: Span, time: TimeExpression, events: Events, published: date | None) -> Draft | None:
    if any(compares(t) for t in span.doc[max(span.sent.start, span.start - _BESIDE) : span.start]):
        return None
    below, token = span.root, span.root.head
    while token != below:
        verb = token.pos_ == "VERB" and token.dep_ not in _NOMINAL
        draft = events.at(token) or (events.told_by(token) if verb else events.of_course(token, span.start))
        if draft is None and below in span and lemma(token) in words_of("lasting"):
            draft = _described(token, events)
        if draft is not None:
            return _checked(draft, span, time, events, published)
        if verb and not (gives_amount(token) or _describes(token, below, time, published)):
            return None
        if not verb and below in span and _is_participle(token):
            noun = None if full_preposition(span.root) else noun_right_before(span, events)
            return None if noun is None else _checked(noun, span, time, events, published)
        if not verb and (
            _says_which(token, below, span)
            or full_preposition(token) in words_of("away")
            or _lasts_elsewhere(token, below, span)
        ):
            return None
        below, token = token, token.head
    return None


def _says_which(noun: Token, below: Token, span: Span) -> bool:
    """«ميزانية العام المقبل», «بطولة 2014»: a time in the genitive says which one, but of a statement when it was made."""
    if below not in span or full_preposition(below) or noun.i + 1 != span.start:
        return False
    if lemma(noun) in words_of("part") or _is_session(noun):
        return False
    definite = noun.norm_.startswith("ال") or any(c.pos_ == "PRON" for c in noun.children)
    if definite or noun.pos_ not in ("NOUN", "ADJ") or noun.ent_type_:
        return False
    if head_noun_kind(noun.lemma_) in (EntityKind.PERSON, EntityKind.GROUP) and below.pos_ != "NUM":
        return False  # «خطفته عصابة عام 1981»
    return lemma(noun) not in statements() | words_of("length")


def _is_session(noun: Token) -> bool:
    """«في مستهل تداولات أمس», «خلال جلسة الأحد»: what happens in the course of something happens when that does."""
    if noun.dep_ == "nmod" and not full_preposition(noun):
        return lemma(noun.head) in words_of("part")
    return lemma(noun) in words_of("session") and full_preposition(noun) in words_of("within")


def _described(word: Token, events: Events) -> Draft | None:
    """The event that a word says to last or to be planned: «احتجاجات مستمرة منذ مارس», «لا تزال المفاوضات جارية»."""
    if word.dep_ in ("amod", "acl"):
        noun = events.at(word.head)
        return None if noun is None or noun.token.pos_ == "VERB" else noun
    carriers = [word, word.head] if lemma(word.head) in light_verbs() else [word]
    return next((draft for verb in carriers if (draft := events.subject_of(verb)) is not None), None)


def _lasts_elsewhere(noun: Token, below: Token, span: Span) -> bool:
    """«أرسل لقضاء عقوبة السجن لمدة عام»: how long something lasts says nothing of an event further up."""
    if noun.pos_ != "NOUN" or full_preposition(below) != "ل":
        return False
    return (below in span and (noun.dep_ == "nmod" or lemma(noun) in words_of("term"))) or lemma(
        below
    ) in words_of("length")


def _is_participle(token: Token) -> bool:
    """«الموجود حاليا في دمشق», «المعرض المقام هذا الأسبوع»: a participle that is no event of ours has its own time."""
    return token.pos_ == "ADJ" and bool(senses(token.lemma_, "ADJ"))


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
        if any(form in words_of("now") for form in words.forms):
            return 0
        found = [direction_at(words, i)[0] for i in range(len(words))]
        return next((direction for direction in reversed(found) if direction is not None), None)
    return (time.begin > published) - (time.end < published)


def _checked(
    draft: Draft, span: Span, time: TimeExpression, events: Events, published: date | None
) -> Draft | None:
    """The event a time hangs on, if that can be; else the noun for an event that stands right before the time."""
    if _is_in_brackets(draft, span) or compared(draft, span[0]):
        return None
    if inside_report(draft, span[0]):
        return _noun_before(draft, span, events) or _verb_behind(span, events)
    if _contradicts(draft, time, published):
        return _noun_before(draft, span, events)
    return _pledged(draft, span, time, events, published) or draft


def _pledged(
    draft: Draft, span: Span, time: TimeExpression, events: Events, published: date | None
) -> Draft | None:
    """«تعهد بتقديم المساعدة خلال أيام»: a time to come behind what somebody pledges or threatens is when that is to happen;
    «اتهم بقتله عام 2016»: a date behind what somebody is accused of is when it happened."""
    ahead = {lemma(t) for t in span} | {full_preposition(span.root)}
    if "future" in draft.trigger.sense.flags:
        if _tense(time, published) != 1 and not ahead & _AHEAD:
            return None
    elif draft.trigger.sense.type != "ACCUSE" or draft.says or time.basis is not Basis.EXPLICIT:
        return None
    told = (d for d in events.drafts if draft.token.i < d.token.i < span.start)
    return next((d for d in told if d.top.head == draft.token and d.token.pos_ != "VERB"), None)


def _is_in_brackets(draft: Draft, span: Span) -> bool:
    """Whether a bracket that opens between the event and the time closes only behind the time."""
    between = [t.text for t in span.doc[draft.token.i : span.start]]
    return between.count("(") > between.count(")")


def _contradicts(draft: Draft, time: TimeExpression, published: date | None) -> bool:
    """Whether a verb tells of the past and the time is to come, or the other way round."""
    if time.basis is Basis.INFERRED or _TODAY in reading(time.mention.text).forms:
        return False  # «اليوم الأربعاء» is the day of writing, whenever it was published
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


def _verb_behind(span: Span, events: Events) -> Draft | None:
    """«وأضاف أنه يوم أمس، قصفت القرية»: the event of the clause that a time opens."""
    before = next((t for t in reversed(span.doc[span.sent.start : span.start]) if not _is_small(t)), None)
    if before is None or not (before.pos_ == "SCONJ" or before.text in (":", "：")):
        return None
    for token in span.doc[span.end : min(span.end + _BEHIND, span.sent.end)]:
        if token.pos_ == "VERB":
            return events.at(token)
        if not (token.is_punct or token.pos_ in ("PART", "AUX")):
            return None
    return None


def _is_small(token: Token) -> bool:
    """A quotation mark, a preposition or the pronoun of «أنه»."""
    return token.text in ('"', "«", "“", "”") or token.pos_ in ("ADP", "PRON")
