"""How many take part in an event: which event an amount belongs to, read from where what it counts hangs in the tree.

In doubt an amount belongs to no event: distances, ages and what an amount elsewhere in a noun phrase counts are none of its.
"""

from collections.abc import Sequence
from dataclasses import replace

from hadath.extract.adjuncts import Events, compared, full_preposition, gives_amount, inside_report, words_of
from hadath.extract.amounts.words import words_of as punishments
from hadath.extract.drafts import Draft
from hadath.extract.phrases import core, lemma
from hadath.extract.reading import spell
from hadath.extract.records import Exactness, Quantity
from hadath.extract.spelling import fold
from hadath.extract.times.words import relative
from hadath.extract.tokens import Doc, Span, Token

__all__ = ["amounts_of_events"]

_PUNISHING = frozenset({"ACCUSE", "COERCE", "CONCEDE", "SANCTION"})
_GATHERINGS = frozenset({"CONSULT", "COOPERATE", "PROTEST"})
_NEAR = 9  # words from «السجن» to how long
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_ARGUMENTS = _SUBJECTS | {"obj", "iobj", "xcomp"}
_INSIDE = frozenset({"nummod", "nmod", "amod", "appos", "det", "flat", "dep", "compound", "fixed"})
_DESCRIBING = frozenset({"acl", "acl:relcl", "amod"})


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
        if span is None:
            continue
        draft, counted = (
            _event_of(span, quantity, events),
            (
                _counted(span, events)
                or _described(span, events)
                or _told_of(span, events)
                or _attended(span, events)
            ),
        )
        if draft is not None and draft.token.i in found and _is_of_another(span):
            continue
        if _is_time(quantity) and (extended := _extent(span, events)) is not None:
            draft, counted = extended, None
        elif _is_time(quantity) and _is_term(span):
            counted = _punishment(span, events)
        other = None if draft is None else _paired(draft, span, events)
        if other is not None:
            exactness = Exactness.AT_MOST if quantity.exactness is Exactness.EXACT else quantity.exactness
            quantity = replace(quantity, exactness=exactness)
        for token in {d.token.i for d in (draft, other, counted) if d is not None}:
            found.setdefault(token, []).append(quantity)
    return found


def _is_of_another(span: Span) -> bool:
    """«أرسلت روسيا 500 جندي وبيلاروسيا 300»: a name joined right before an amount has a share of its own in what is told."""
    doc, before = span.doc, span.start - 1
    while before > span.sent.start and doc[before].ent_type_ in ("GPE", "ORG"):
        before -= 1
    return before < span.start - 1 and doc[before].lemma == "و" and doc[before].pos_ == "CCONJ"


def _paired(draft: Draft, span: Span, events: Events) -> Draft | None:
    """The event word right before one and joined to it by و, so that they share what follows: «قتل وأصيب 55»."""
    word = draft.token
    if word.dep_ != "conj" or word.head.i != word.i - 2 or span.start < word.i:
        return None
    if any(c.dep_ in _SUBJECTS and c.i < word.i for c in word.head.children):
        return None  # «ثلاثة قتلوا وأصيب خمسة»
    return events.at(word.head)


def _event_of(span: Span, quantity: Quantity, events: Events) -> Draft | None:
    own = events.at(span.root)
    if own is not None:
        return own  # «انفجاران»
    below, plain = _beginning_of_range(span.root), False
    token = below.head
    while token != below:
        draft = events.at(token) or events.completed_by(token)
        measured = _measured(token, below, events, told=draft is not None)
        if measured is None and draft is None and gives_amount(token):
            below, token = token, token.head  # «عددا يصل إلى 60»
            continue
        if draft is None and token.pos_ != "VERB" and _is_within(below, token, span, quantity):
            plain = plain or not (token in span or core(token) != token or lemma(token) in words_of("amount"))
            below, token = token, token.head
            continue
        if measured is None and draft is not None and _takes_part(below, draft, span, quantity, plain=plain):
            measured = draft
        return measured if measured is None or _is_of(measured, span, quantity) else None
    return None


def _counted(span: Span, events: Events) -> Draft | None:
    """The event whose own word is counted: «3 حوادث», «حالتي وفاة»; who is counted is somebody: «3 مصابين»."""
    noun = core(span.root)
    draft = None if noun.i > span.end else events.at(noun) or events.of_course(noun, noun.i + 2)
    return None if draft is None or draft.trigger.sense.pos != "NOUN" else draft


def _described(span: Span, events: Events) -> Draft | None:
    """The event of a clause right behind what is counted, that describes it and names no other: «20 مهاجرا غرقوا»."""
    after = _noun_behind(span)
    if after is None or after.pos_ != "VERB" or after.dep_ not in _DESCRIBING:
        return None
    whole = after.head in span or core(span.root) == after.head
    named = any(c.dep_ in _SUBJECTS or c.pos_ == "PRON" for c in after.children)
    draft = events.at(after)
    return None if named or not whole or draft is None or draft.says else draft


def _told_of(span: Span, events: Events) -> Draft | None:
    """«إن خمس سيارات تعود لناشطين دمرت»: the event of a clause whose subject stands first, described by a clause of its own."""
    number, describing = span.root, span.root.head
    over = describing.head
    if number.dep_ not in _SUBJECTS or not over.i < number.i < describing.i or over.pos_ != "VERB":
        return None
    for verb in over.children:
        if verb.i > describing.i and verb.dep_ == "ccomp" and verb.pos_ == "VERB":
            if any(c.dep_ in _SUBJECTS or c.dep_ == "cc" for c in verb.children):
                return None
            return events.at(verb) or events.told_by(verb)
    return None


def _attended(span: Span, events: Events) -> Draft | None:
    """The gathering that so many attend: «قمة … بحضور 12 رئيسا», «مناورات … بمشاركة ثماني دول»."""
    noun = span.root.head
    if lemma(noun) not in words_of("attendance") or full_preposition(noun) != "ب":
        return None
    before = (events.at(token) for token in reversed(span.doc[span.sent.start : noun.i]))
    found = next((draft for draft in before if draft is not None and draft.token.pos_ == "NOUN"), None)
    return found if found is not None and found.trigger.sense.type in _GATHERINGS else None


def _noun_behind(span: Span) -> Token | None:
    """The first word behind an amount, what it counts and how exactly."""
    noun = core(span.root)
    end = max(span.end, noun.i + 1)
    rest = [t for t in span.doc[end : span.sent.end] if t.dep_ not in ("case", "fixed")]
    return rest[0] if rest else None


def _punishment(span: Span, events: Events) -> Draft | None:
    """The punishment that lasts a term, before it: «بسجن الكاتب 3 أعوام», «حكم عليه بالحبس لمدة عام»."""
    noun = _sentenced_to(span)
    if noun is not None and (draft := events.at(noun)) is not None:
        return draft
    for token in reversed(span.doc[max(span.sent.start, span.start - _NEAR) : span.start]):
        draft = events.at(token)
        punishes = draft is not None and draft.trigger.sense.type in _PUNISHING and not draft.says
        if punishes and (token.pos_ == "VERB" or _names_term(token)):
            return draft
        if token.pos_ == "VERB":
            break
    return None


def _sentenced_to(span: Span) -> Token | None:
    """«قضت بسجن الكاتب، المتهم بكذا، 3 أعوام»: the punishment under the same verb as a term set off behind it."""
    number = span.root
    if number.head.pos_ != "VERB" or number.dep_ not in _ARGUMENTS | {"obl"} or full_preposition(number):
        return None
    return next((c for c in number.head.children if c.i < number.i and _names_term(c)), None)


def _extent(span: Span, events: Events) -> Draft | None:
    """«تمديد فترة اعتقاله 6 أشهر», «تخفيف مدة العقوبة إلى 14 شهرا»: the event that changes how long something lasts."""
    for token in reversed(span.doc[max(span.sent.start, span.start - _NEAR) : span.start]):
        if token.is_punct or token.pos_ == "VERB":
            return None
        if lemma(token) in words_of("length"):
            told = token.head.i < token.i < span.start - 1 and not full_preposition(token)
            return events.at(token.head) if told else None
    return None


def _is_of(draft: Draft, span: Span, quantity: Quantity) -> bool:
    """Not what an event is compared with; and a span of time is an age, unless it is that of a punishment."""
    if compared(draft, span[0]):
        return False
    return not _is_time(quantity) or (draft.trigger.sense.type in _PUNISHING and _is_term(span))


def _is_time(quantity: Quantity) -> bool:
    return quantity.unit is not None and spell(quantity.unit) in relative("unit")


def _is_term(span: Span) -> bool:
    """«بسجنه 18 شهرا», «ثلاثة أعوام سجنا»; in brackets or behind a comma it is an age."""
    doc, sentence = span.doc, span.sent
    if any(
        _names_term(token) for token in doc[span.end : min(span.end + 2, sentence.end)] if not token.is_punct
    ):
        return True
    if _sentenced_to(span) is not None:
        return True
    before = doc[max(sentence.start, span.start - _NEAR) : span.start]
    if not len(before) or before[-1].is_punct or any(lemma(t) in words_of("age") for t in before[-2:]):
        return False
    return any(_names_term(token) for token in before)


def _names_term(token: Token) -> bool:
    """Whether a word is a punishment that lasts: «السجن», «سجنه»."""
    return lemma(token) in words_of("term") or spell(token.text) in punishments("term")


def _is_reached(quantity: Quantity) -> bool:
    """Whether what stands behind «إلى» is an amount and no place: «خفض السعر إلى 20 دولارا», «العقوبة إلى 14 شهرا»."""
    return _is_price(quantity) or _is_time(quantity)


def _is_occasion(span: Span, quantity: Quantity) -> bool:
    unit = fold(quantity.unit or "")
    return lemma(core(span.root)) in words_of("occasion") or unit in words_of("occasion")


def _is_price(quantity: Quantity) -> bool:
    """Money or a percentage."""
    return quantity.percent or quantity.currency is not None


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
    nouns += [
        c for n in nouns for c in n.children if lemma(n) in words_of("amount") and c.dep_ in ("nmod", "amod")
    ]
    if verb.dep_ in ("acl", "acl:relcl"):
        nouns.append(verb.head)
    if verb.dep_ == "advcl" and not told and lemma(verb.head) in words_of("change"):
        return events.at(verb.head)  # «انخفضت الواردات 37% لتصل إلى مليارين»
    found = [d for noun in nouns if (d := events.at(noun)) is not None and d.token.pos_ != "VERB"]
    return found[0] if found else None


def _is_within(below: Token, noun: Token, span: Span, quantity: Quantity) -> bool:
    """Whether the amount still counts or measures the noun above it."""
    if lemma(noun) in words_of("extent"):
        return False
    if below.dep_ == "conj":
        return noun.pos_ == "NUM" or quantity.unit is not None
    preposition = full_preposition(below)
    if preposition == "من" and _makes_up(below):
        return True
    if gives_amount(below) or (preposition == "ب" and below in span and _is_price(quantity)):
        return True  # «واردات تصل قيمتها إلى مليار دولار», «خسائر بمليار دولار»
    if below.dep_ not in _INSIDE:
        return False
    if not preposition:
        return True
    if preposition == "من":
        return core(noun) != noun or noun in span
    return preposition == "ب" and lemma(below) in words_of("amount")


def _makes_up(number: Token) -> bool:
    """Whether so many make up a whole: «وفد مؤلف من 12 عضوا»."""
    before = number.left_edge.i - 1
    return before >= 0 and lemma(number.doc[before]) in words_of("made_of")


def _takes_part(below: Token, draft: Draft, span: Span, quantity: Quantity, *, plain: bool) -> bool:
    """Whether the phrase with the amount is an argument of the event, or measures it; ``plain``: the amount only stands in it."""
    if inside_report(draft, span[0]) or lemma(below) in words_of("extent") or (plain and draft.says):
        return False
    preposition = full_preposition(below)
    if preposition == "في" and _is_occasion(span, quantity):
        return True  # «فاز في 5 مباريات»
    if below.dep_ in _ARGUMENTS or (preposition == "الي" and below in span and _is_reached(quantity)):
        return True
    if preposition == "ب" and below.dep_ == "obl:arg" and draft.trigger.sense.type in _PUNISHING:
        return True  # «قضت بإعدام 6»
    if draft.says and preposition == "من":
        return False  # «وفق ما أوضحت اللجنة المؤلفة من 9 قضاة»
    if not plain and (below.dep_ == "obl:arg" or lemma(below) in words_of("amount")):
        return preposition not in words_of("place") - {"الي"}
    if plain and below.dep_ not in _INSIDE:
        return False
    return below.dep_ in _INSIDE | {"obl"} and preposition not in words_of("place") | words_of(
        "away"
    ) - words_of("counted_under")
