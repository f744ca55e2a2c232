"""Control: who does what a verbal noun names, when the noun itself has no agent: a participant of what governs it."""

from functools import cache

from hadath.extract.coreference.referents import ACTORS, Referent
from hadath.extract.drafts import Draft, Story
from hadath.extract.frames import arguments
from hadath.extract.lexicon.senses import senses
from hadath.extract.phrases import core, lemma, preposition
from hadath.extract.reading import read_table
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = ["controllers"]

# types whose agent does what completes them; what «ندد», «رد على», «ناقش» are about others do
_SELF_CONTROL = frozenset({"OTHER", "AGREE", "THREATEN", "COOPERATE", "MOBILIZE", "AID", "CONCEDE"})
_GATHERING = frozenset({"CONSULT", "PROTEST"})
_CLOSE = frozenset({None, "ل", "ب", "في"})  # how the complement of such an event may hang on it
# of what completes an event behind a preposition the types that are only the way of it: «رد بإطلاق النار», «وصل في زيارة»
_WAYS = frozenset({("ASSAULT", "ب", "ASSAULT"), ("OTHER", "في", "CONSULT")})
_ANNOUNCING = word_class("announce")
_REFUSING = word_class("refuse")
_OWN_ACTS = frozenset(
    {"OTHER", "SAY", "AGREE", "CONCEDE", "SUPPORT", "AID", "RETREAT", "COOPERATE", "MOBILIZE"}
)
_COMPLEMENT = frozenset({None, "ل", "ب", "في", "من", "عن", "علي", "الي"})
_COMPLEMENT_LABELS = frozenset({"obj", "obl:arg", "obl", "xcomp", "ccomp", "nmod"})


@cache
def _control_nouns() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in read_table("control_nouns.tsv"))


@cache
def _control_verbs() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in read_table("control_verbs.tsv"))


def controllers(draft: Draft, story: Story) -> list[Referent]:
    """Who starts, decides, threatens or announces it; the accused, who is said to have done it; the one asked, who is to do it.

    Verbal nouns in a list have one doer; with whom somebody cooperates in doing a thing does it.
    Nobody controls what befalls somebody («مقتل») or what has no doer.
    """
    if draft.token.pos_ == "VERB" or not _has_doer(draft):
        return []
    first = story.drafts.get(draft.token.head.i) if draft.token.dep_ == "conj" else None
    if first is not None and first.token.pos_ != "VERB":
        found = first.agents
    elif draft.trigger.sense.type in ("COOPERATE", "SUPPORT", "AID") and preposition(draft.token) == "ب":
        found = _whose_way(draft, story) or _by_governor(draft, story)
    else:
        found = _by_governor(draft, story)
    return [r for r in found if r.kind is not EntityKind.THING]


def _has_doer(draft: Draft) -> bool:
    """Whether somebody does what the noun names, by the frame of its verb."""
    sense = draft.trigger.sense
    verbs = [reading for reading in senses(sense.verb, "VERB") if reading.event]
    return (
        sense.pos == "NOUN" and "befalls" not in sense.flags and bool(verbs) and verbs[-1].agent == ("subj",)
    )


def _by_governor(draft: Draft, story: Story) -> list[Referent]:
    token = draft.top
    for _ in range(4):
        while token.dep_ == "conj" and token.head != token:
            token = token.head
        if token.dep_ not in _COMPLEMENT_LABELS or preposition(token) not in _COMPLEMENT:
            return []
        if _is_bare_charge(token.head, story):
            token = token.head  # «اعتقلته بتهمة قتل …»
            continue
        if token.head.dep_ == "amod" and lemma(token.head) == "موجه":
            charge = story.drafts.get(token.head.head.i)  # «الاتهامات الموجهة لها بقتل …»
            return [] if charge is None else _by_event(draft, token, charge)
        if token.head.i in story.drafts or lemma(token.head) not in _control_nouns():
            break
        token = token.head
        owners = [
            c for c in token.children if c.dep_ == "nmod" and preposition(c) is None and c.i == token.i + 1
        ]
        if owners and owners[0].i not in story.drafts:
            pronoun = core(owners[0]).pos_ == "PRON"
            owner = (
                story.entities.pronoun(owners[0], kinds=ACTORS) if pronoun else story.entities.of(owners[0])
            )
            return [] if owner is None else [owner]
    governor = story.drafts.get(token.head.i)
    return _subjects(token.head, story) if governor is None else _by_event(draft, token, governor)


def _is_bare_charge(noun: Token, story: Story) -> bool:
    """«تهمة» without who charges whom: what governs it tells."""
    draft = story.drafts.get(noun.i)
    return (
        draft is not None
        and draft.trigger.sense.type == "ACCUSE"
        and draft.token.pos_ == "NOUN"
        and not draft.agents
        and not draft.patients
    )


def _whose_way(draft: Draft, story: Story) -> list[Referent]:
    """«… بالتعاون مع», «بالتنسيق مع»: the agent of the verb that is done in this way; nobody says or pledges a thing so."""
    verb = next((t for t in draft.token.ancestors if t.pos_ == "VERB"), None)
    if verb is None:
        return []
    governor = story.drafts.get(verb.i)
    return _subjects(verb, story) if governor is None else [] if governor.says else governor.agents


def _subjects(verb: Token, story: Story) -> list[Referent]:
    """Of a verb that is no event the subject."""
    subjects = [t for t in arguments(verb).subj if core(t).pos_ != "PRON"] if verb.pos_ == "VERB" else []
    return [r for t in subjects if (r := story.entities.of(t)) is not None]


def _by_event(draft: Draft, token: Token, governor: Draft) -> list[Referent]:
    sense, own, before = governor.trigger.sense, draft.trigger.sense.type, preposition(token)
    charged = (sense.type == "ACCUSE" and before in sense.content) or (
        sense.type == "COERCE" and before == "ب"
    )
    if charged and sense.type == own == "COERCE":
        return governor.agents  # «حكم عليه بالسجن»
    if charged and before == "في" and own == "ACCUSE":
        return []  # «مشتبه به في التحقيق»
    if sense.type == "REQUEST" or charged:
        asked = governor.recipients or governor.patients
        return asked or (governor.agents if lemma(governor.token) == "امر" else [])  # who orders it, does it
    if sense.type == "AID" and before in ("في", "علي"):
        return governor.patients or governor.agents  # «مساعدة الحكومة في مواجهة …»
    if (sense.type, before, own) in _WAYS or (sense.type, before) == ("CONCEDE", "عن"):
        return governor.agents  # «تخلى عن تشكيل الحكومة»
    if lemma(governor.token) in _REFUSING and before in _CLOSE | {"عن"}:
        acts = own in _OWN_ACTS and not draft.token.norm_.endswith("ات")
        return governor.agents if acts else []  # «رفض تمويل المشروع», not «رفض الانتخابات»
    announced = lemma(governor.token) in _ANNOUNCING and before in _CLOSE | {"عن"}
    if announced or (sense.type in _SELF_CONTROL and before in _CLOSE and _does_it_itself(governor, before)):
        return governor.agents
    if before == "ل" and sense.type in _GATHERING and governor.token.pos_ == "VERB":
        return governor.agents  # «تجتمع اللجنة لتحديد …», «تظاهروا لدعم …»
    return []


def _does_it_itself(governor: Draft, before: str | None) -> bool:
    """Whether what completes an event is its agent's own doing: always its purpose, else as far as its verb says so."""
    if governor.trigger.sense.type != "OTHER" or governor.token.pos_ != "VERB" or before == "ل":
        return True
    return lemma(governor.token) in _control_verbs() or fold(governor.trigger.sense.lemma) in _control_verbs()
