"""What something is done for: from an event to the events that it aims at («أرسل قوات بهدف منع التهريب»)."""

from functools import cache

from hadath.extract.drafts import Draft, Story
from hadath.extract.flags import is_aim
from hadath.extract.lexicon.cues import cues
from hadath.extract.phrases import lemma
from hadath.extract.spelling import fold
from hadath.extract.tokens import Token

__all__ = ["find_purposes"]

_UNINTENDED = frozenset({"SAY", "OTHER"})  # «فاز ليصل إلى النهائي», «عاد ليوضح»: what follows


def find_purposes(drafts: list[Draft], story: Story) -> None:
    """Note in every event what it is done for; an aim without anybody in it is pursued by who does what serves it."""
    for aim in drafts:
        means = _means(aim, story)
        if means is None or not is_aim(aim.trigger):
            continue
        means.purposes.append(aim)
        if not aim.agents and not means.says:
            aim.agents.extend(r for r in means.agents if r not in aim.patients)


def _means(aim: Draft, story: Story) -> Draft | None:
    """The event right over an aim or over the word of purpose before it; those it is listed with are aims too."""
    token = _first(aim.top)
    if token.pos_ == "VERB" and _behind_lam(token) and aim.trigger.sense.type in _UNINTENDED:
        return None
    word = token.head
    while story.event_at(word) is None and lemma(word) in _words_of_purpose() and word.head != word:
        word = word.head
    means = story.event_at(word)
    if means is None or means is aim or (means.token.pos_ == "NOUN" and _is_definite(token)):
        return None
    return means


def _first(token: Token) -> Token:
    """The first of those that a word is listed with."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def _behind_lam(verb: Token) -> bool:
    return verb.i > 0 and fold(verb.nbor(-1).norm_) == "ل"


def _is_definite(noun: Token) -> bool:
    """«حظر للتجول» bans the thing, it is not for it."""
    return noun.pos_ == "NOUN" and fold(noun.norm_).startswith(("ال", "لل"))


@cache
def _words_of_purpose() -> frozenset[str]:
    """Nouns that stand between what is done and what for: «بهدف», «في محاولة ل»."""
    return frozenset(word for cue in cues() if cue.kind == "purpose" for word in cue.words)
