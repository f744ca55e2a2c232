"""What other spellings cost: the test texts as other newsrooms would write them.

Each change keeps words where they are, so that gold still fits: final ي written ى (Egypt) and the reverse,
hamza left out, ة written ه, a few vowel marks, tatweel, no space after a full stop.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from ner import Corpus
from treebank import Document, Printed

__all__ = ["GLUED", "SPELLINGS", "respell_corpus", "respell_treebank"]

GLUED = "no space after a full stop"
_HAMZA = str.maketrans("أإآ", "ااا")
_MARKS = "\u064e\u064f\u0650\u0652"
_JOINING = frozenset("بتثجحخسشصضطظعغفقكلمنهيئ")


def final(before: str, after: str) -> Callable[[str, Random], str]:
    """The spelling that writes one letter for another at the end of a word."""
    return lambda word, _: word[:-1] + after if len(word) > 1 and word.endswith(before) else word


def bare_alef(word: str, _: Random) -> str:
    """Hamza and madda left out: «إعلان» → «اعلان»."""
    return word.translate(_HAMZA)


def vowelled(word: str, random: Random) -> str:
    """One word in seven gets marks on about a third of its letters."""
    if random.random() > 1 / 7 or not all("\u0621" <= c <= "\u064a" for c in word):
        return word
    return "".join(c + random.choice(_MARKS) * (random.random() < 1 / 3) for c in word)


def stretched(word: str, random: Random) -> str:
    """One word in seven is stretched after a letter that joins: «عاجل» → «عاجـــل»."""
    places = [
        i for i, c in enumerate(word[:-1], start=1) if c in _JOINING and "\u0621" <= word[i] <= "\u064a"
    ]
    if not places or random.random() > 1 / 7:
        return word
    place = random.choice(places)
    return word[:place] + "ـ" * random.randint(1, 3) + word[place:]


SPELLINGS: dict[str, Callable[[str, Random], str]] = {
    "final ي as ى": final("ي", "ى"),
    "final ى as ي": final("ى", "ي"),
    "no hamza": bare_alef,
    "final ة as ه": final("ة", "ه"),
    "some vowel marks": vowelled,
    "tatweel": stretched,
}


def _respell_printed(printed: Printed, name: str, random: Random) -> Printed:
    if name == GLUED:
        return replace(printed, space_after=printed.space_after and printed.surface != ".")
    return replace(printed, surface=SPELLINGS[name](printed.surface, random))


def respell_treebank(documents: Sequence[Document], name: str) -> list[Document]:
    """The treebank in another spelling; the same every time."""
    random = Random(name)
    return [
        tuple(tuple(_respell_printed(w, name, random) for w in s) for s in document) for document in documents
    ]


def respell_corpus(corpus: Corpus, name: str) -> Corpus:
    """The corpus of names in another spelling; the missing space is made when the text is laid out."""
    if name == GLUED:
        return corpus
    random, spell = Random(name), SPELLINGS[name]
    articles = tuple(
        [[(spell(w, random), label) for w, label in s] for s in article] for article in corpus.articles
    )
    return Corpus(corpus.name, articles, corpus.counts_as)
