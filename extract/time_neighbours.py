"""Events that stand beside a time, whatever the parser hangs it on: a noun right before it, a clause with «حينما» behind it,
a verb whose complement it precedes."""

from collections.abc import Iterator

from hadath.extract.adjuncts import Events, full_preposition, words_of
from hadath.extract.drafts import Draft
from hadath.extract.phrases import lemma
from hadath.extract.records import Basis, TimeExpression
from hadath.extract.tokens import Span

__all__ = ["interrupted", "noun_right_before", "of_that_year", "opened", "repeated", "told_around"]

_PHRASE = 6  # words of a noun phrase before a time
_COMPLEMENTS = frozenset({"obj", "obl:arg", "ccomp", "xcomp"})


def repeated(span: Span, events: Events) -> Draft | None:
    """«ثالث هجوم خلال يومين»: within what time something happens so often."""
    if full_preposition(span.root) not in words_of("course of time"):
        return None
    noun = noun_right_before(span, events)
    if noun is None:
        return None
    before = noun.token.doc[max(noun.token.sent.start, noun.token.i - 1)]
    return noun if lemma(before) in words_of("ordinal") else None


def of_that_year(span: Span, time: TimeExpression, events: Events) -> Draft | None:
    """«المشتبه به في هجمات باريس عام 2015»: a year by itself tells which event it is that it stands behind."""
    if (
        time.basis is not Basis.EXPLICIT
        or full_preposition(span.root)
        or lemma(span[0]) not in words_of("year")
    ):
        return None
    return noun_right_before(span, events)


def noun_right_before(span: Span, events: Events) -> Draft | None:
    """The event noun in whose phrase, without prepositions, the word right before a time stands."""
    doc, first = span.doc, span.start
    while first > span.sent.start and doc[first - 1].pos_ == "ADP":
        first -= 1
    for token in reversed(doc[max(span.sent.start, first - _PHRASE) : first]):
        if token.pos_ not in ("NOUN", "ADJ", "X", "PROPN"):
            return None
        if (draft := events.at(token)) is not None:
            while token.dep_ == "nmod" and (over := events.at(token.head)) is not None:
                draft, token = over, token.head  # «خفض الدعم عام 2013»
            return draft if token.pos_ == "NOUN" else None
    return None


def told_around(draft: Draft | None, span: Span, events: Events) -> Iterator[Draft]:
    """«قضت في جلسة بثها التلفزيون، الجمعة»: between commas, the time of a clause that describes something is also that of what is told."""
    if draft is None or draft.top.dep_ != "acl" or draft.top.head.pos_ != "NOUN" or span.end >= span.sent.end:
        return
    if not (span.doc[max(span.start - 1, 0)].is_punct and span.doc[span.end].is_punct):
        return
    token = draft.top
    while token.head != token and (token == draft.top or token.pos_ != "VERB"):
        token = token.head
        if (over := events.at(token)) is not None:
            yield over


def opened(span: Span, events: Events) -> Draft | None:
    """«عام 1980 في بيروت حينما التقيا»: the event of a clause that tells what was at the time before it."""
    mark = None
    for token in span.doc[span.end : min(span.end + _PHRASE, span.sent.end)]:
        if lemma(token) in words_of("while") and token.head.i > token.i:
            mark = token
            break
        if token.pos_ in ("VERB", "SCONJ", "CCONJ"):
            return None
    if mark is None:
        return None
    verb = next((t for t in span.doc[mark.i + 1 : min(mark.i + 3, span.sent.end)] if t.pos_ == "VERB"), None)
    return None if verb is None else events.at(verb) or events.told_by(verb)


def interrupted(span: Span, time: TimeExpression, events: Events) -> Draft | None:
    """«خلص تقرير أعده خبراء في يناير إلى أن»: the verb between which and whose complement a time stands."""
    if span.end >= span.sent.end or any(lemma(t) in words_of("now") for t in span):
        return None
    apart = full_preposition(span.root) or span.doc[max(span.start - 1, 0)].is_punct
    if not apart and time.basis is not Basis.RELATIVE:
        return None  # «عدلت الهيئة قراءة مايو بانخفاض»
    top = span.doc[span.end]
    while top.head != top and top.head.left_edge.i == span.end:
        top = top.head
    verb = top.head
    if top.dep_ not in _COMPLEMENTS or verb.pos_ != "VERB" or verb.i >= span.start:
        return None
    return events.at(verb) or events.told_by(verb)
