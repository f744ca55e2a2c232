"""Events while they are read: a draft for each trigger, whose roles hold referents."""

from dataclasses import dataclass, field

from hadath.extract.coreference.entities import Entities
from hadath.extract.coreference.referents import Referent
from hadath.extract.flags import Flags
from hadath.extract.phrases import lemma, preposition
from hadath.extract.tokens import Token
from hadath.extract.triggers import Trigger

__all__ = ["Draft", "Story", "head_over"]

# prepositions that bind a verbal noun closely to what governs it
_COMPLEMENT = frozenset({None, "ل", "ب", "في", "من", "عن", "علي", "الي"})
_COMPLEMENT_LABELS = frozenset({"obj", "obl:arg", "obl", "xcomp", "ccomp", "nmod"})


@dataclass(slots=True)
class Draft:
    """An event while its roles are found. ``heads`` are the tokens that fill them, ``ours`` the roles of a first person,
    ``relayed`` whose words a report passes on («نقلت الوكالة عن مصدر»); ``destinations`` and ``origins`` are among the places."""

    trigger: Trigger
    flags: Flags = field(default_factory=Flags)
    agents: list[Referent] = field(default_factory=list)
    patients: list[Referent] = field(default_factory=list)
    recipients: list[Referent] = field(default_factory=list)
    places: list[Referent] = field(default_factory=list)
    destinations: list[Referent] = field(default_factory=list)
    origins: list[Referent] = field(default_factory=list)
    instruments: list[Referent] = field(default_factory=list)
    purposes: "list[Draft]" = field(default_factory=list)
    mode: str = ""
    speakers: list[Referent] = field(default_factory=list)
    relayed: list[Referent] = field(default_factory=list)
    heads: set[int] = field(default_factory=set)
    ours: list[str] = field(default_factory=list)
    reported_by: "Draft | None" = None

    @property
    def token(self) -> Token:
        """The event word."""
        return self.trigger.token

    @property
    def top(self) -> Token:
        """The event word, or the outermost word that carries it, or «عدم» before it."""
        word = self.trigger.carriers[-1][0] if self.trigger.carriers else self.trigger.bearer or self.token
        return word.head if word.dep_ == "nmod" and lemma(word.head) == "عدم" else word

    @property
    def says(self) -> bool:
        """Whether it is an event of saying."""
        return "say" in self.trigger.sense.flags


@dataclass(slots=True)
class Story:
    """What is known of an article so far: its entities, its drafts by event word, the tokens of its times, who spoke last."""

    entities: Entities
    drafts: dict[int, Draft]
    time_words: frozenset[int] = frozenset()
    last_speech: Draft | None = None
    _below: dict[int, list[Draft]] = field(default_factory=dict)

    def event_at(self, token: Token) -> Draft | None:
        """The event of a word, or of the word it carries («شن» of «شن غارات»)."""
        borne = (d for c in token.children if (d := self.drafts.get(c.i)) and d.trigger.bearer == token)
        return self.drafts.get(token.i) or next(borne, None)

    def over(self, draft: Draft) -> Draft | None:
        """The event whose argument or complement an event is."""
        head = head_over(draft)
        return None if head is None else self.drafts.get(head.i)

    def under(self, draft: Draft) -> list[Draft]:
        """The events that are arguments or complements of an event, in the order of the text."""
        if not self._below:
            self._below[-1] = []
            for other in self.drafts.values():
                governor = self.over(other)
                self._below.setdefault(-1 if governor is None else governor.token.i, []).append(other)
        return self._below.get(draft.token.i, [])


def head_over(draft: Draft) -> Token | None:
    """The word whose argument or complement an event is; carrying verbs and the first member of a list are passed over."""
    token = draft.top
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    if token.dep_ not in _COMPLEMENT_LABELS or preposition(token) not in _COMPLEMENT:
        return None
    return token.head
