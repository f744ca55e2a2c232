"""What violence, coercion and protest are done with, where the text says so: «بصاروخ», «بقذائف الهاون», «باستخدام الغاز»."""

from functools import cache

from hadath.extract.drafts import Draft, Story
from hadath.extract.phrases import conjuncts, core, lemma, preposition
from hadath.extract.reading import read_table
from hadath.extract.spelling import fold
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = ["find_instruments", "instruments"]

_TYPES = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_USING = word_class("using")
_BY_MEANS = ("ب", "بواسطة", "عن طريق")


@cache
def instruments() -> frozenset[str]:
    """Nouns for what a deed is done with, folded."""
    return frozenset(fold(row[0]) for row in read_table("instruments.tsv")[1:])


def find_instruments(draft: Draft, story: Story) -> list[Token]:
    """The nouns for what an event is done with; a deed of its own («بقصف») and whom the frame wants («اصطدم بشاحنة») are none."""
    if draft.trigger.sense.type not in _TYPES:
        return []
    sense, args = draft.trigger.sense, draft.trigger.args
    named = [noun for source in _BY_MEANS if source not in sense.patient for noun in args.at(source)]
    used = [word for noun in named for word in _used(noun)]
    return [
        noun for noun in used if lemma(core(noun)) in instruments() and story.event_at(core(noun)) is None
    ]


def _used(noun: Token) -> list[Token]:
    """«الغاز» of «استخدام الغاز»: what is used, else the noun itself."""
    if lemma(noun) not in _USING:
        return [noun]
    return [
        word
        for child in noun.children
        if child.dep_ == "nmod" and preposition(child) is None
        for word in conjuncts(child)
    ]
