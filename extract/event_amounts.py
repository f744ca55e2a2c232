"""How many take part in an event: which event an amount belongs to, read from where what it counts hangs in the tree.

In doubt an amount belongs to no event: distances, ages and what an amount elsewhere in a noun phrase counts are none of its.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from hadath.extract.adjuncts import Events, compared, full_preposition, gives_amount, inside_report, words_of
from hadath.extract.drafts import Draft
from hadath.extract.phrases import core, lemma
from hadath.extract.reading import spell
from hadath.extract.records import Exactness, Quantity
from hadath.extract.times.words import relative

__all__ = ["amounts_of_events"]

_PUNISHING = frozenset({"ACCUSE", "COERCE", "SANCTION"})
_NEAR = 6  # words from «السجن» to how long
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_ARGUMENTS = _SUBJECTS | {"obj", "iobj", "xcomp"}
_INSIDE = frozenset({"nummod", "nmod", "amod", "appos", "det", "flat", "dep", "compound", "fixed"})
_COUNTED_UNDER = frozenset({"عن", "ضد", "بحق"})  # «الإفراج عن 3», «عقوبات ضد 9»
_PLACES = frozenset({"في", "الي", "حتي", "قرب", "بين", "من بين", "لدي", "عند", "داخل", "خارج", "عبر"})


def amounts_of_events(
    doc: Doc, drafts: Sequence[Draft], quantities: Sequence[Quantity]
) -> dict[int, list[Quantity]]:
    """For each event word the quantities that say how many take part in its event, or how much it is about.

    Of «مقتل وإصابة 55» nobody knows how many were killed: at most 55, and as many wounded at most.
    """
    events = Events(drafts)
    found: dict[int, list[Quantity]] = {}
    for quantity in quantities:
        span = doc.char_span(quantity.mention.start, quantity.mention.end, alignment_mode="expand")
        draft = None if span is None else _event_of(span, quantity, events)
        if draft is None or span is None:
            continue
        other = _paired(draft, span, events)
        if other is not None:
            exactness = Exactness.AT_MOST if quantity.exactness is Exactness.EXACT else quantity.exactness
            quantity = replace(quantity, exactness=exactness)
            found.setdefault(other.token.i, []).append(quantity)
        found.setdefault(draft.token.i, []).append(quantity)
    return found


def _paired(draft: Draft, span: Span, events: Events) -> Draft | None:
    """The event word right before one and joined to it by و, so that they share what follows: «قتل وأصيب 55»."""
    word = draft.token
    if word.dep_ != "conj" or word.head.i != word.i - 2 or span.start < word.i:
        return None
    return events.at(word.head)


def _event_of(span: Span, quantity: Quantity, events: Events) -> Draft | None:
    own = events.at(span.root)
    if own is not None:
        return own  # «انفجاران»
    below, plain = _beginning_of_range(span.root), False
    token = below.head
    while token != below:
        draft = events.at(token)
        measured = _measured(token, below, events, told=draft is not None)
        if draft is None and gives_amount(token):
            below, token = token, token.head  # «عددا يصل إلى 60»
            continue
        if draft is None and token.pos_ != "VERB" and _is_within(below, token, span, quantity):
            plain = plain or not (token in span or core(token) != token or lemma(token) in words_of("amount"))
            below, token = token, token.head
            continue
        if measured is None and draft is not None and _takes_part(below, draft, span, plain=plain):
            measured = draft
        return measured if measured is None or _is_of(measured, span, quantity) else None
    return None


def _is_of(draft: Draft, span: Span, quantity: Quantity) -> bool:
    """Not what an event is compared with; and a span of time is an age, unless it is that of a punishment."""
    if compared(draft, span[0]):
        return False
    if quantity.unit is None or spell(quantity.unit) not in relative("unit"):
        return True
    before = span.doc[max(span.sent.start, span.start - _NEAR) : span.start]
    return draft.trigger.sense.type in _PUNISHING and any(lemma(t) in words_of("term") for t in before)


def _beginning_of_range(number: Token) -> Token:
    """«من 224 إلى 148»: the end of a range hangs where its beginning does, wherever the parser puts it."""
    if full_preposition(number) != "الي":
        return number
    for token in reversed(number.doc[number.sent.start : number.i]):
        if token.pos_ == "NUM" and full_preposition(token) == "من":
            return token
        if token.pos_ == "NUM" and full_preposition(token) == "الي":
            break
    return number


def _measured(verb: Token, below: Token, events: Events, *, told: bool) -> Draft | None:
    """The event whose amount a verb of measure gives: «بلغت الإصابات 12», «حكما يصل إلى 35 عاما»."""
    verbs = words_of("measure") if told else words_of("measure") | words_of("change")
    if lemma(verb) not in verbs or below.dep_ in _SUBJECTS:
        return None
    nouns = [core(c) for c in verb.children if c.dep_ in _SUBJECTS]
    nouns += [c for n in nouns for c in n.children if lemma(n) in words_of("amount") and c.dep_ == "nmod"]
    if verb.dep_ in ("acl", "acl:relcl"):
        nouns.append(verb.head)
    found = [d for noun in nouns if (d := events.at(noun)) is not None and d.token.pos_ != "VERB"]
    return found[0] if found else None


def _is_within(below: Token, noun: Token, span: Span, quantity: Quantity) -> bool:
    """Whether the amount still counts or measures the noun above it."""
    if lemma(noun) in words_of("extent"):
        return False
    if below.dep_ == "conj":
        return noun.pos_ == "NUM" or quantity.unit is not None
    preposition = full_preposition(below)
    if gives_amount(below):
        return True
    if below.dep_ not in _INSIDE:
        return False
    if not preposition:
        return True
    if preposition == "من":
        return core(noun) != noun or noun in span
    return preposition == "ب" and lemma(below) in words_of("amount")


def _takes_part(below: Token, draft: Draft, span: Span, *, plain: bool) -> bool:
    """Whether the phrase with the amount is an argument of the event, or measures it; ``plain``: the amount only stands in it."""
    if inside_report(draft, span[0]) or lemma(below) in words_of("extent") or (plain and draft.says):
        return False
    preposition = full_preposition(below)
    if below.dep_ in _ARGUMENTS:
        return True
    if draft.says and preposition == "من":
        return False  # «وفق ما أوضحت اللجنة المؤلفة من 9 قضاة»
    if not plain and (below.dep_ == "obl:arg" or lemma(below) in words_of("amount")):
        return preposition not in _PLACES - {"الي"}
    if plain and below.dep_ not in _INSIDE:
        return False
    return below.dep_ in _INSIDE | {"obl"} and preposition not in _PLACES | words_of("away") - _COUNTED_UNDER
