"""What ل tells before an event: what something is done for, why somebody is punished, or what came of something."""

from hadath.extract.lexicon.light_verbs import light_verbs
from hadath.extract.lexicon.senses import senses
from hadath.extract.phrases import lemma, preposition
from hadath.extract.spelling import fold
from hadath.extract.tokens import Token
from hadath.extract.triggers import Trigger
from hadath.extract.word_classes import word_class

__all__ = ["aims", "came_of"]

_COME_TO = word_class("come to")
_IN_THE_END = word_class("in the end")
_HARMED = word_class("harmed")
_PUNISHING = frozenset({"COERCE", "SANCTION", "ACCUSE"})
_FOR_SOMEBODY = frozenset({"AID", "CONSULT"})  # «زيارة للحاكم», but «زيارة لفحص الموقع»


def came_of(verb: Token) -> bool:
    """Whether an imperfect behind ل tells what came of something that happened: «هبط المؤشر ليغلق», «سجن ثم ليغادر»."""
    before = verb.head
    happened = before.pos_ == "VERB" and "Perf" in before.morph.get("Aspect", [])
    return happened and before.i < verb.i and (lemma(before) in _COME_TO or lemma(verb) in _IN_THE_END)


def aims(noun: Token, trigger: Trigger) -> bool:
    """Whether ل before a verbal noun tells what for; behind «تعرض», «أدى» it only joins the noun to its verb, in «الجلسة
    الختامية للحوار» to a noun."""
    head = noun.head
    if preposition(noun) != "ل" or head.pos_ not in ("VERB", "NOUN", "ADJ"):
        return False
    if lemma(noun) in _HARMED or _is_reason(noun, head):
        return False
    definite = "Def" in noun.morph.get("Definite", [])
    if head.pos_ == "NOUN" and definite and not any(preposition(child) for child in noun.children):
        return False
    if noun.dep_ not in ("obl", "nmod", "advcl", "obl:arg") or any(
        verb == head for verb, _ in trigger.carriers
    ):
        return False
    known = senses(lemma(head), head.pos_)
    verb = known[-1].verb if known and head.pos_ != "VERB" else ""
    if any("ل" in row.masdar for row in light_verbs().get(fold(verb), ())):
        return False
    return not any(
        {"ل", "الي"} & {*one.patient, *one.content} and "possible" not in one.flags
        for one in known
        if one.pos == "VERB" or one.type not in _FOR_SOMEBODY
    )


def _is_reason(noun: Token, head: Token) -> bool:
    """Whether ل before somebody's deed tells why he is arrested or punished: «اعتقل لحيازته سلاحا»."""
    owned = any(c.pos_ == "PRON" and c.dep_ == "nmod" and c.i == noun.i + 1 for c in noun.children)
    return owned and any(one.type in _PUNISHING for one in senses(lemma(head), head.pos_))
