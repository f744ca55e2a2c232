"""Events of an analysed Doc: roles, polarity and modality, and according to whom."""

from hadath.extract.attacks import complete_attack
from hadath.extract.attribution import reports
from hadath.extract.coreference.entities import Entities
from hadath.extract.drafts import Draft, Story
from hadath.extract.fillers import put
from hadath.extract.first_person import speak_for_themselves
from hadath.extract.flags import Flags, flags_of, inherit, presupposed, weaker
from hadath.extract.instruments import find_instruments
from hadath.extract.lexicon.effects import Effect
from hadath.extract.modes import mode_of
from hadath.extract.movements import find_ends
from hadath.extract.phrases import core, counts, lemma
from hadath.extract.protests import complete_protest
from hadath.extract.purposes import find_purposes
from hadath.extract.records import Modality
from hadath.extract.roles import fill_roles, inherit_roles
from hadath.extract.scenes import share_places
from hadath.extract.sharing import share_roles
from hadath.extract.sources import cited, descriptions
from hadath.extract.speakers import attribute, go_on_speaking
from hadath.extract.tokens import Doc, Token
from hadath.extract.triggers import Trigger
from hadath.extract.word_classes import word_class

__all__ = ["draft_events"]

_ENDS = word_class("stop")


def draft_events(
    doc: Doc, triggers: list[Trigger], entities: Entities, time_words: frozenset[int] = frozenset()
) -> list[Draft]:
    """Give every event its roles, flags and speakers, in the order of the text. Time words are no participants."""
    story = Story(entities, {t.token.i: Draft(t) for t in triggers}, time_words)
    citations = {sent.start: cited(sent) for sent in doc.sents}
    described = {verb: source for here in citations.values() for verb, source in descriptions(here).items()}
    telling = [t for t in triggers if t.token.i not in described]
    reported = reports(doc, triggers, telling)
    drafts = [story.drafts[i] for i in sorted(story.drafts)]
    for draft in drafts:
        fill_roles(draft, story)
        if draft.token.i in described:  # «مصدر رفض الكشف عن اسمه»
            draft.agents.clear()
            put(draft.agents, [described[draft.token.i]], draft, story)
        if draft.says:
            go_on_speaking(draft, story, reported)
    for draft in drafts:
        inherit_roles(draft, story)
        if draft.token.i in reported:
            draft.reported_by = story.drafts[reported[draft.token.i].token.i]
    _settle_flags(drafts, story, described)
    find_purposes(drafts, story)
    share_roles(drafts)
    for draft in reversed(drafts):  # an attack before those who were killed in it
        complete_attack(draft, story)
        complete_protest(draft, story)
    share_places(story)
    attribute(doc, story, citations)
    for draft in drafts:
        speak_for_themselves(draft, entities)
    for draft in drafts:
        _tell_how(draft, story)
    return [draft for draft in drafts if not _is_idle(draft, story)]


def _tell_how(draft: Draft, story: Story) -> None:
    """How an event is done and with what, where its movement comes from and leads; all its other roles are known."""
    tools = find_instruments(draft, story)
    draft.mode = mode_of(draft.trigger, tools)
    put(draft.instruments, tools, draft, story)
    draft.destinations, draft.origins = find_ends(draft, story)


def _is_idle(draft: Draft, story: Story) -> bool:
    """A bare noun of no particular type without anybody in it («التطوير», «انطلاقا») is talk, not an event."""
    sense = draft.trigger.sense
    bare = draft.token.pos_ != "VERB" and sense.type == "OTHER" and not draft.trigger.carriers
    if not bare or "phrase" in sense.flags or _is_told(draft, story):
        return False
    return not (draft.agents or draft.patients or draft.recipients)


def _is_told(draft: Draft, story: Story) -> bool:
    """Whether an indefinite noun tells of something new without anybody in it, as it is counted or says what it does:
    «ثلاثة حوادث», «حادث سير», «وقف المحادثات».
    """
    noun, sense = draft.token, draft.trigger.sense
    if noun.norm.startswith("ال"):
        return False
    if any(word.pos_ == "NUM" and word.i == noun.i - 1 for word in (noun.head, *noun.children)):
        return True
    said = (t for t in draft.trigger.args.gen if t.pos_ == "NOUN" and t.i not in story.time_words)
    return bool(sense.verb or "gen" in sense.content) and any(t.i not in story.drafts for t in said)


# --- polarity and modality ---


def _settle_flags(drafts: list[Draft], story: Story, described: dict[int, Token]) -> None:
    """Give every event its own flags, then put those that complete others under these, from the top of the tree downwards."""
    own = {draft.token.i: flags_of(draft.trigger) for draft in drafts}
    governors = {draft.token.i: _governor(draft, story) or _denier(draft, story) for draft in drafts}
    settled: set[int] = set()

    def settle(draft: Draft) -> None:
        if draft.token.i in settled:
            return
        settled.add(draft.token.i)
        draft.flags = own[draft.token.i]
        governor = governors[draft.token.i]
        if governor is not None and governor.token.i not in described:
            settle(governor)
            draft.flags = _under(draft, governor, own[governor.token.i])

    for draft in drafts:
        settle(draft)


def _under(draft: Draft, governor: Draft, over: Flags) -> Flags:
    """The flags of an event that completes another, which has the flags ``over`` of its own."""
    if over.negated:  # «لم يعلن», «لم يرفض» leave open whether it is so
        return weaker(draft.flags, Modality.POSSIBLE)
    flags = inherit(draft.flags, governor.trigger.sense, draft.trigger)
    if _is_denied_claim(governor):
        return flags.under(Effect.NEGATED)
    if governor.says:
        return flags
    ends = lemma(governor.token) in _ENDS  # «طالب بوقف القصف»: it goes on
    return weaker(flags, over.modality if ends else governor.flags.modality)


def _is_denied_claim(claim: Draft) -> bool:
    """«نفت الاتهامات بقتل مدنيين»: the accusation was made, what it says is denied."""
    denial = claim.reported_by
    if denial is None or claim.token.pos_ != "NOUN" or claim.trigger.sense.type != "ACCUSE":
        return False
    return "deny" in denial.trigger.sense.flags and claim.token in denial.trigger.args.obj


def _denier(draft: Draft, story: Story) -> Draft | None:
    """Of what somebody denies the first event is denied, however the parser hangs it: a denial is never lost."""
    reporter = draft.reported_by
    if reporter is None or not reporter.trigger.sense.flags & {"deny", "neg"}:
        return None
    if presupposed(draft.top, reporter.token):
        return None
    earlier = (d for d in story.drafts.values() if d.reported_by is reporter and d.token.i < draft.token.i)
    return None if any(earlier) else reporter


def _governor(draft: Draft, story: Story) -> Draft | None:
    """The event whose complement this one directly is."""
    top = draft.top
    while top.dep_ == "conj" and top.head != top and top.head.pos_ in ("VERB", "NOUN", "ADJ"):
        top = top.head
    if top.dep_ == "nmod" and counts(top.head):  # «مزيد من التعاون»
        top = top.head
    head = story.drafts.get(top.head.i)
    if head is None or head is draft:
        return None
    args = head.trigger.args
    complements = [t for t in (args.clause, args.xcomp) if t is not None]
    complements += [t for t in head.token.children if t.dep_ in ("ccomp", "csubj")]
    complements += [t for source in head.trigger.sense.content for t in args.at(source)]
    return head if top.i in {t.i for c in complements for t in (c, core(c))} else None
