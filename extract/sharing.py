"""Events told twice have the same participants: what one telling leaves out the other names."""

from hadath.extract.coreference.referents import ACTORS, Referent
from hadath.extract.drafts import Draft
from hadath.extract.phrases import preposition
from hadath.extract.spelling import fold
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = ["share_roles"]

_ROLES = ("agents", "patients", "recipients", "places")
_PARTICIPANTS = ("agents", "patients", "recipients")
_COURTS = word_class("court")
_VERDICTS = word_class("verdict")
_LEAD = 3  # sentences among which a headline's events are told again


def share_roles(drafts: list[Draft]) -> None:
    """Complete the roles of events that the text tells again, then who receives what is given to help somebody.

    ``drafts`` are all events of an article in the order of the text. Only empty roles are filled.
    """
    starts = sorted({d.token.sent.start for d in drafts})
    number = {start: i for i, start in enumerate(starts)}
    words: dict[tuple[str, str], list[Draft]] = {}
    for draft in drafts:
        words.setdefault(_word(draft), []).append(draft)
    for draft in drafts:
        other = _telling(draft, words[_word(draft)], number)
        if other is not None:
            same = _common(draft, other) or number[draft.token.sent.start] == 0
            _join(draft.agents, other.agents, draft)
            if same:
                _complete(draft, other)
    for draft in drafts:
        _join(draft.agents, _doers_here(draft, words[_word(draft)]), draft)
    _share_court(drafts)
    for draft in drafts:
        if draft.trigger.sense.type == "AID" and preposition(draft.top) == "ل":
            _purpose(draft, drafts)


def _complete(draft: Draft, other: Draft) -> None:
    for role in _ROLES:
        _join(getattr(draft, role), getattr(other, role), draft)


def _join(role: list[Referent], fillers: list[Referent], draft: Draft) -> None:
    """Fill an empty role with those who have no other role in the event."""
    if not role:
        taken = [r for name in _ROLES for r in getattr(draft, name)]
        role.extend(r for r in fillers if all(r is not t for t in taken))


def _purpose(helping: Draft, drafts: list[Draft]) -> None:
    """Whom a gift is to help receives it: «خصص الصندوق مليونا لمساعدة النازحين»."""
    before = [d for d in drafts if d.token.i < helping.token.i and d.token.sent == helping.token.sent]
    gift = before[-1] if before else None
    if gift is not None and gift.trigger.sense.type == "AID":
        _join(gift.recipients, helping.patients, gift)


def _share_court(drafts: list[Draft]) -> None:
    """«حكم على زميله بالسجن»: the one court of an article gives its judgements."""
    verdicts = [
        d for d in drafts if _word(d)[1] in _VERDICTS and d.trigger.sense.type in ("COERCE", "ACCUSE")
    ]
    courts = [r for d in drafts for r in d.agents if r.nouns & _COURTS]
    if any(r is not courts[0] for r in courts):
        return
    for draft in verdicts:
        _join(draft.agents, courts[:1], draft)


# --- told again ---


def _telling(draft: Draft, alike: list[Draft], number: dict[int, int]) -> Draft | None:
    """Another event that is the same one: a headline's in the lead, what a definite noun takes up, one with a common participant."""
    if draft.says:
        return None
    here = number[draft.token.sent.start]
    earlier = [d for d in alike if d.token.i < draft.token.i]
    later = [d for d in alike if d.token.i > draft.token.i and number[d.token.sent.start] < _LEAD]
    candidates: list[Draft] = [*reversed(earlier), *(later if here == 0 else [])]
    for other in candidates:
        if not _compatible(draft, other):
            continue
        if (
            _common(draft, other)
            or (here == 0 and other.token.i > draft.token.i)
            or _takes_up(draft.token, other.token)
        ):
            return other
    return None


def _doers_here(draft: Draft, alike: list[Draft]) -> list[Referent]:
    """Who is told to do elsewhere what a verbal noun names, where the noun's sentence has spoken of them: «قررت الشركة شراء …»."""
    if draft.agents or draft.token.pos_ == "VERB":
        return []
    first = draft.token.sent.start
    for other in sorted(alike, key=lambda d: abs(d.token.i - draft.token.i)):
        here = (r.kind in ACTORS and first <= r.before(draft.token.i) for r in other.agents)
        if other.agents and all(here) and _compatible(draft, other):
            return other.agents
    return []


def _word(draft: Draft) -> tuple[str, str]:
    """The type of an event and the verb its word belongs to."""
    sense = draft.trigger.sense
    return sense.type, fold(sense.verb or sense.lemma)


def _compatible(one: Draft, other: Draft) -> bool:
    """Whether two tellings can be of one event: it has not happened and not happened, and nobody stands against anybody."""
    if one.flags.negated != other.flags.negated:
        return False
    return all(
        not getattr(one, role) or not getattr(other, role) or _meet(getattr(one, role), getattr(other, role))
        for role in _ROLES
    )


def _common(one: Draft, other: Draft) -> bool:
    return any(_meet(getattr(one, role), getattr(other, role)) for role in _PARTICIPANTS)


def _meet(some: list[Referent], others: list[Referent]) -> bool:
    return any(r is o for r in some for o in others)


def _takes_up(noun: Token, other: Token) -> bool:
    """Whether a definite noun may mean an event told before: «الهجوم», but not «المساعدات الأجنبية» an aid that was not called so."""
    if noun.pos_ == "VERB" or "Def" not in noun.morph.get("Definite", []):
        return False
    return _adjectives(noun) <= _adjectives(other)


def _adjectives(noun: Token) -> set[str]:
    return {child.lemma for child in noun.children if child.dep_ == "amod" and child.pos_ == "ADJ"}
