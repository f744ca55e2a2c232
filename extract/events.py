"""Events of an analysed Doc: roles, polarity and modality, and according to whom."""

from spacy.tokens import Doc, Span, Token

from hadath.extract.attribution import cited, contents, descriptions, headline_speakers, quotations
from hadath.extract.coreference import Entities, Referent, statements
from hadath.extract.drafts import Draft, Story
from hadath.extract.first_person import speak_for_themselves
from hadath.extract.flags import Flags, flags_of, inherit, weaker
from hadath.extract.gazetteer import nationality
from hadath.extract.phrases import core
from hadath.extract.records import EntityKind, Modality
from hadath.extract.roles import fill_roles, inherit_roles, put
from hadath.extract.sharing import share_roles
from hadath.extract.triggers import Trigger

__all__ = ["draft_events"]


def draft_events(
    doc: Doc, triggers: list[Trigger], entities: Entities, time_words: frozenset[int] = frozenset()
) -> list[Draft]:
    """Give every event its roles, flags and speakers, in the order of the text. Time words are no participants."""
    story = Story(entities, {t.token.i: Draft(t) for t in triggers}, time_words)
    described = {verb: source for sent in doc.sents for verb, source in descriptions(cited(sent)).items()}
    telling = [t for t in triggers if t.token.i not in described]
    reports = {**quotations(doc, telling), **contents(triggers, telling)}
    drafts = [story.drafts[i] for i in sorted(story.drafts)]
    for draft in drafts:
        fill_roles(draft, story)
        if draft.token.i in described:  # «مصدر رفض الكشف عن اسمه»
            draft.agents.clear()
            put(draft.agents, [described[draft.token.i]], draft, story)
        if draft.says and draft.token.pos_ == "VERB" and draft.agents and draft.token.i not in reports:
            story.last_speech = draft
    for draft in drafts:
        inherit_roles(draft, story)
        if draft.token.i in reports:
            draft.reported_by = story.drafts[reports[draft.token.i].token.i]
    share_roles(drafts)
    for draft in drafts:
        draft.flags = _flags(draft, story)
    headlines = headline_speakers(list(doc.sents))
    for sent in doc.sents:
        _attribute(sent, story, headlines.get(sent.start))
    for draft in drafts:
        speak_for_themselves(draft, entities)
    return [draft for draft in drafts if not _is_idle(draft)]


def _is_idle(draft: Draft) -> bool:
    """A bare noun of no particular type without anybody in it («التطوير», «انطلاقا») is talk, not an event."""
    bare = draft.token.pos_ != "VERB" and draft.trigger.sense.type == "OTHER" and not draft.trigger.carriers
    return bare and not (draft.agents or draft.patients or draft.recipients)


# --- polarity and modality ---


def _flags(draft: Draft, story: Story) -> Flags:
    """The event's own flags under those of the event it completes."""
    flags = flags_of(draft.trigger)
    governor = _governor(draft, story) or _denier(draft, story)
    if governor is None:
        return flags
    over = flags_of(governor.trigger)
    if over.negated:  # «لم يعلن», «لم يرفض» leave open whether it is so
        return weaker(flags, Modality.POSSIBLE)
    flags = inherit(flags, governor.trigger.sense)
    return flags if governor.says else weaker(flags, over.modality)


def _denier(draft: Draft, story: Story) -> Draft | None:
    """Of what somebody denies the first event is denied, however the parser hangs it: a denial is never lost."""
    reporter = draft.reported_by
    if reporter is None or not reporter.trigger.sense.flags & {"deny", "neg"}:
        return None
    earlier = (d for d in story.drafts.values() if d.reported_by is reporter and d.token.i < draft.token.i)
    return None if any(earlier) else reporter


def _governor(draft: Draft, story: Story) -> Draft | None:
    """The event whose complement this one directly is."""
    top = draft.top
    while top.dep_ == "conj" and top.head != top and top.head.pos_ in ("VERB", "NOUN", "ADJ"):
        top = top.head
    head = story.drafts.get(top.head.i)
    if head is None or head is draft:
        return None
    args = head.trigger.args
    complements = [t for t in (args.clause, args.xcomp) if t is not None]
    complements += [t for t in head.token.children if t.dep_ in ("ccomp", "csubj")]
    complements += [t for source in head.trigger.sense.content for t in args.at(source)]
    return head if top.i in {t.i for c in complements for t in (c, core(c))} else None


# --- according to whom ---


def _attribute(sent: Span, story: Story, voice: Token | None) -> None:
    """Speakers of a sentence's events: who reports them, whose headline it is, or the source the sentence cites."""
    inside = [story.drafts[t.i] for t in sent if t.i in story.drafts]
    sources = cited(sent) if inside else []
    for draft in inside:
        if draft.reported_by is not None:
            draft.speakers = [] if draft.reported_by.flags.negated else _voices(draft.reported_by)
        elif voice is not None and draft.token.i > voice.i:
            draft.speakers = _named(voice, story)
        elif (
            sources
            and draft.trigger.sense.type != "SAY"
            and not any(_within(draft.token, source) for source in sources)
        ):
            draft.speakers = _named(sources[0], story)
        if draft.says and any(r is a for r in draft.speakers for a in draft.agents):
            draft.speakers, draft.reported_by = [], None  # nobody reports that he says something


def _within(token: Token, source: Token) -> bool:
    return token == source or source.is_ancestor(token)


def _named(token: Token, story: Story) -> list[Referent]:
    referent = story.entities.voice(token)
    return [referent] if referent is not None and _may_speak(referent) else []


def _voices(reporter: Draft | None) -> list[Referent]:
    """The speakers of the nearest report that has any: what «shows» something does not say it."""
    for _ in range(5):
        if reporter is None:
            break
        speakers = [r for r in reporter.agents if _may_speak(r)]
        if speakers:
            return speakers
        reporter = reporter.reported_by
    return []


def _may_speak(referent: Referent) -> bool:
    """Somebody, a state or a city speaks; of things only reports and what a nation says."""
    if referent.kind is not EntityKind.THING:
        return True
    return any(noun in statements() or nationality(noun) for noun in referent.nouns)
