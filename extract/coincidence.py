"""Events that happen at the same time, so that the time of one is that of the other: «قتل في غارة الأحد»."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hadath.extract.adjuncts import Events, full_preposition, inside_report, words_of
from hadath.extract.drafts import Draft
from hadath.extract.lexicon.light_verbs import light_verbs
from hadath.extract.phrases import lemma
from hadath.extract.tokens import Token

__all__ = ["Dated", "links", "share"]

# what happens within such an event happens at its time, and so does an event of such a type within another
_HOSTS = frozenset({"CONSULT", "PROTEST"})
_GUESTS = frozenset({"ASSAULT", "CONSULT", "COOPERATE", "OTHER", "PROTEST"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_CAUSES = frozenset({"ASSAULT", "COERCE", "OTHER", "PROTEST"})
_NEAR = 5  # words from one verb to the next of «قتل جندي وأصيب اثنان»
_FRONT = 5  # words before a time that opens a sentence
_FAR_FROM_FRONT = 30  # words between verbs that share one
_FAR = 12  # words between which the parser still finds what belongs together


@dataclass(frozen=True, slots=True)
class Dated:
    """A time of an event: its number, the token it begins with, whether it tells how long the event ``lasts`` or when
    it ``begins`` or ends, which says less of other events."""

    number: int
    start: int
    lasts: bool = False
    begins: bool = False


def share(events: Events, found: dict[int, list[Dated]]) -> None:
    """Let events without a time have that of an event they are part of, coincide with or are told in one breath with.

    ``found`` are the times by event word.
    """
    pairs = [*_joined(events, found), *links(events), *_partakers(events)]
    for _ in range(3):
        for giver, taker in pairs:
            if giver.token.i in found and taker.token.i not in found:
                times = [t for t in found[giver.token.i] if _is_shared(t, giver, taker)]
                if times:
                    found[taker.token.i] = times


def _is_shared(time: Dated, giver: Draft, taker: Draft) -> bool:
    """Whether a time may be that of both: how long one lasts only if they are one phrase or go together."""
    if time.lasts:
        return _are_one_phrase(giver, taker) or _goes_with(taker, giver)
    return not time.begins or _at_once(giver, taker)


def _are_one_phrase(one: Draft, other: Draft) -> bool:
    """«هجمات واحتجاجات»: indefinite nouns of violence or unrest, side by side."""
    last = max(one, other, key=lambda draft: draft.token.i)
    if last.top.dep_ != "conj" or _words(one.token, other.token) > _NEAR:
        return False
    return all(
        draft.token.pos_ == "NOUN"
        and not draft.token.norm_.startswith("ال")
        and draft.trigger.sense.type in ("ASSAULT", "PROTEST")
        for draft in (one, other)
    )


def _at_once(giver: Draft, taker: Draft) -> bool:
    """Whether one is a clause with «عندما»: it may tell of the beginning of the other."""
    return any(draft.top.dep_ == "advcl" for draft in (giver, taker))


def links(events: Events) -> Iterator[tuple[Draft, Draft]]:
    """Pairs of events of which the second happens with the first: in it, by it, or while it does."""
    for draft in events.drafts:
        top = draft.top
        if (resumed := _resumed(draft, events)) is not None:
            yield draft, resumed
            yield resumed, draft
        if (cause := _cause(draft, events)) is not None and cause is not draft:
            yield cause, draft
        if (during := _in_part(draft, events)) is not None:
            yield draft, during
        head = events.counted(top.head) or (events.told_by(top.head) if top.head.pos_ == "VERB" else None)
        if head is None or head is draft:
            continue
        if _coincides(draft, head) or _reaches(draft, head):
            yield draft, head
            yield head, draft
        elif _goes_with(draft, head):
            yield head, draft
        elif _accompanies(draft, head):
            yield head, draft
            if lemma(draft.token) in words_of("act"):
                yield draft, head
        elif full_preposition(top) == "ل" and lemma(head.token) in words_of("motion"):
            yield head, draft  # «سيتوجه الخميس للقاء نظيره»
        elif full_preposition(top) == "ب" and lemma(head.token) in words_of("order"):
            yield head, draft  # «أمر أمس بنشر القوات»


def _resumed(draft: Draft, events: Events) -> Draft | None:
    """«جاء ذلك خلال جلسة», «جاء ذلك في بيان، حيث قال»: the event of saying that opens the sentence before."""
    verb, before = draft.top.head, draft.token.sent.start - 1
    subjects = [lemma(c) for c in verb.children if c.dep_ == "nsubj"]
    if lemma(verb) not in words_of("resume") or subjects != ["ذلك"] or before < 0:
        return None
    again = draft.says and draft.top.dep_ == "advcl"
    if not again and full_preposition(draft.top) not in words_of("within"):
        return None
    sentence = draft.token.doc[before].sent
    opening = next((d for t in sentence if (d := events.at(t)) is not None), None)
    return opening if opening is not None and opening.says else None


def _cause(draft: Draft, events: Events) -> Draft | None:
    """What harm is the result of: «انفجر لغم ما أدى إلى مقتل», «أسفر الهجوم عن إصابة»."""
    if draft.trigger.sense.type != "ASSAULT" and lemma(draft.token) not in words_of("result"):
        return None
    verb = next((t for t in (draft.top, draft.top.head) if lemma(t) in words_of("result")), None)
    if verb is None:
        return None
    cause = events.subject_of(verb)
    if cause is None and verb.dep_ in ("conj", "advcl", "acl", "acl:relcl", "parataxis"):
        over = verb.head
        cause = events.at(over) or (events.told_by(over) if over.pos_ == "VERB" else None)
    if cause is None:
        cause = _before(verb, events)
    if cause is None or cause.says or cause.trigger.sense.type not in _CAUSES or cause.flags != draft.flags:
        return None
    return cause


def _before(verb: Token, events: Events) -> Draft | None:
    """«هو الأسوأ منذ اصطدام قطارين، ما أدى إلى»: what «ما» sums up is the last event told."""
    what = verb.doc[max(verb.i - 1, verb.sent.start)]
    if lemma(what) not in ("ما", "مما"):
        return None
    return next(
        (d for t in reversed(verb.doc[verb.sent.start : what.i]) if (d := events.at(t)) is not None), None
    )


def _in_part(draft: Draft, events: Events) -> Draft | None:
    """What happens in a part of an event: «أغلقت البورصة بنهاية جلسة الأحد», «قال في ختام اجتماع»."""
    part = draft.top.head
    session = draft.trigger.sense.type in _HOSTS or lemma(draft.token) in words_of("session")
    if not session or draft.top.dep_ != "nmod" or full_preposition(draft.top):
        return None
    if lemma(part) not in words_of("part") or full_preposition(part) not in words_of("within") | {"ب"}:
        return None
    return events.at(part.head)


def _accompanies(draft: Draft, head: Draft) -> bool:
    """«تقدم الجيش بإسناد من الطيران», «أقيل الوزير بمرسوم»: with whose help or by what act it is done."""
    if full_preposition(draft.top) != "ب" or draft.top.dep_ not in ("obl", "obl:arg", "nmod"):
        return False
    help_or_act = lemma(draft.token) in words_of("act") | words_of("help")
    return help_or_act and not head.says and draft.flags.modality is head.flags.modality


def _partakers(events: Events) -> Iterator[tuple[Draft, Draft]]:
    """Events of which one takes part in the other: they share their time, but not their scene."""
    for draft in events.drafts:
        head = events.at(draft.top.head)
        if head is not None and head is not draft and _takes_part(draft, head):
            yield draft, head
            yield head, draft


def _takes_part(draft: Draft, head: Draft) -> bool:
    """«استهدف هجوم», «فرض عقوبات», «قمة تعقد»: an event that does what is told, or that a verb of doing has as its object."""
    if draft.flags != head.flags or draft.says or head.says:
        return False
    if draft.token.pos_ == "VERB":
        return (
            draft.top.dep_ in ("acl", "acl:relcl")
            and head.token.pos_ == "NOUN"
            and lemma(draft.token) in light_verbs()
        )
    if head.token.pos_ != "VERB" or head.top.dep_ == "acl:relcl" or _words(draft.token, head.token) > _FAR:
        return False
    return draft.top.dep_ in _SUBJECTS or (draft.top.dep_ == "obj" and lemma(head.token) in light_verbs())


def _goes_with(draft: Draft, head: Draft) -> bool:
    """«قصفت الطائرات القرية فيما اشتبك المسلحون»: a clause that tells more of the same moment."""
    if draft.top.dep_ != "advcl" or draft.says or head.says or draft.flags != head.flags:
        return False
    return any(lemma(c) in words_of("meanwhile") for c in draft.top.children if c.i < draft.top.i)


def _reaches(draft: Draft, head: Draft) -> bool:
    """«تراجع المؤشر ليصل إلى 600»: a change and to what it leads."""
    return (
        draft.top.dep_ == "advcl"
        and lemma(draft.token) in words_of("measure")
        and lemma(head.token) in words_of("change")
    )


def _coincides(draft: Draft, head: Draft) -> bool:
    """«قتل في غارة», «قال خلال اجتماع», «قتلوا عندما قمعت الشرطة», «قمعت احتجاجات»."""
    top = draft.top
    preposition = full_preposition(top)
    kind, over = draft.trigger.sense.type, head.trigger.sense.type
    if top.dep_ in ("obl", "obl:arg", "nmod") and over == "ASSAULT" and kind in _CAUSES:
        if preposition in words_of("outcome"):
            return True
        if kind == "ASSAULT":
            return preposition in words_of("within") | {"ب"}
    if _words(draft.token, head.token) > _FAR or inside_report(head, draft.token):
        return False
    if top.pos_ == "VERB":
        marks = (lemma(c) for c in top.children if c.dep_ == "mark" or (c.dep_ == "advmod" and c.i < top.i))
        return top.dep_ == "advcl" and any(mark in words_of("while") for mark in marks)
    if top.dep_ == "obj":
        return (over, kind) == ("COERCE", "PROTEST")
    if preposition not in words_of("within") or top.dep_ not in ("obl", "nmod"):
        return False
    if head.top.pos_ != "VERB" and head.flags != draft.flags:
        return False  # «إجراءات لتعزيز التعاون في اجتماع»
    return kind in _HOSTS or (over in _GUESTS and not head.says)


def _joined(events: Events, found: dict[int, list[Dated]]) -> Iterator[tuple[Draft, Draft]]:
    """Words joined by و of which one has a time that is meant for the other too."""
    for draft in events.drafts:
        before = draft.top.head if draft.top.dep_ == "conj" else None
        head = None if before is None else events.at(before) or events.of_course(before, draft.token.i)
        if head is None or not (_are_one_phrase(draft, head) or _are_verbs(draft, head)):
            continue
        for giver, taker in ((head, draft), (draft, head)):
            if _covers(giver, taker, found.get(giver.token.i, ())):
                yield giver, taker


def _are_verbs(one: Draft, other: Draft) -> bool:
    """Whether both are verbs and none of them of saying."""
    return one.token.pos_ == other.token.pos_ == "VERB" and not (one.says or other.says)


def _covers(giver: Draft, taker: Draft, times: Sequence[Dated]) -> bool:
    """Whether a time of one verb stands in front of both, or behind two short clauses of violence, or behind two nouns."""
    first, last = sorted((giver.token, taker.token), key=lambda token: token.i)
    if _are_one_phrase(giver, taker):
        return any(last.i < time.start <= last.i + _FAR for time in times)
    if giver.token == first:
        fronted = any(time.start - first.sent.start <= _FRONT for time in times)
        far = _FAR_FROM_FRONT if fronted else _FAR
        return _words(first, last) <= far and any(time.start < first.i for time in times)
    return giver.trigger.sense.type == taker.trigger.sense.type == "ASSAULT" and _words(first, last) <= _NEAR


def _words(one: Token, other: Token) -> int:
    """How many words the second of two stands behind the first, signs not counted."""
    first, last = sorted((one.i, other.i))
    return sum(not token.is_punct for token in one.doc[first:last])
