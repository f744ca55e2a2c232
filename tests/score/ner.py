"""How well names are found: F1 of whole spans of persons, locations and organisations, on whitespace words.

The corpora label printed words with their clitics («ولبنان» is a location), the pipeline characters: a
predicted name counts for all words it touches. What a corpus does with buildings and grounds is its own
choice: AQMAR labels them as locations from their first word, ANERcorp leaves the word for the building out
and labels at most the name after it. So a predicted FAC is a location on AQMAR and not scored on ANERcorp.
NORP and MISC are never scored, but a predicted name on a MISC span is a false one.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

__all__ = [
    "KINDS",
    "Corpus",
    "Score",
    "anercorp",
    "aqmar",
    "entities",
    "lay_out",
    "measure",
    "read_labels",
    "touched",
]

KINDS = ("PER", "LOC", "ORG")
_TAG = re.compile(r"([BI])-+(\w+)")
_PREDICTED = {"PER": "PER", "PERSON": "PER", "LOC": "LOC", "GPE": "LOC", "ORG": "ORG"}

Labelled = tuple[str, str]
Labels = list[list[Labelled]]
Spans = set[tuple[int, int, str]]


@dataclass(frozen=True)
class Corpus:
    """Articles as sentences of labelled words, and what each predicted label counts as."""

    name: str
    articles: tuple[Labels, ...]
    counts_as: Mapping[str, str]

    def cut(self, sentences: int) -> "Corpus":
        """The same sentences in texts of so many each, for corpora that do not say where articles begin."""
        starts = ((article, i) for article in self.articles for i in range(0, len(article), sentences))
        pieces = (article[i : i + sentences] for article, i in starts)
        return Corpus(self.name, tuple(pieces), self.counts_as)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of right, predicted and gold names, with the figures they give in percent."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        return 100 * self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 200 * self.right / (self.predicted + self.gold) if self.predicted + self.gold else 0.0


def read_labels(path: Path) -> Labels:
    """Read one word and its label per line; a blank line ends a sentence."""
    blocks = re.split(r"\n\s*\n", path.read_text("utf8").strip("\ufeff\n"))
    sentences = ([line.split() for line in block.splitlines()] for block in blocks)
    return [[(row[0], row[-1]) for row in sentence if len(row) > 1] for sentence in sentences if sentence]


def anercorp(folder: Path) -> Corpus:
    """The test part of ANERcorp, one text: where its articles begin is not known."""
    return Corpus("ANERcorp", (read_labels(folder / "anercorp_camel_test_repaired.conll"),), _PREDICTED)


def aqmar(folder: Path) -> Corpus:
    """The Wikipedia articles of AQMAR."""
    files = sorted((folder / "aqmar" / "aqmar" / "articles").glob("*.txt"))
    return Corpus("AQMAR", tuple(map(read_labels, files)), {**_PREDICTED, "FAC": "LOC"})


def _kind(label: str) -> tuple[str, str]:
    """Beginning or inside, and the kind; («O», «») for what is no name at all."""
    match = _TAG.match(label)
    if not match:
        return "O", ""
    return match[1], "PER" if match[2] == "PERS" else match[2]


def entities(sentences: Labels) -> Spans:
    """Gold names as (first word, last word, kind), numbered through the text."""
    found: Spans = set()
    number = 0
    for sentence in sentences:
        start, open_kind = number, ""
        for _, label in [*sentence, ("", "O")]:
            where, kind = _kind(label)
            if open_kind and (where != "I" or kind != open_kind):
                found.add((start, number - 1, open_kind))
                open_kind = ""
            if kind and not open_kind:
                start, open_kind = number, kind
            number += 1
        number -= 1
    return {span for span in found if span[2] in KINDS}


def lay_out(sentences: Labels, *, glued: bool = False) -> tuple[str, list[tuple[int, int]]]:
    """The text, words joined by spaces and sentences by newlines, and the characters of each word.

    ``glued`` leaves nothing after a full stop, as hurried sites print.
    """
    offsets: list[tuple[int, int]] = []
    parts: list[str] = []
    position = 0
    for sentence in sentences:
        for i, (word, _) in enumerate(sentence):
            offsets.append((position, position + len(word)))
            space = "" if glued and word == "." else "\n" if i == len(sentence) - 1 else " "
            parts.append(word + space)
            position += len(word) + len(space)
    return "".join(parts), offsets


def touched(offsets: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """First and last of the words that the characters touch, None when they touch white space only."""
    first = bisect_right(offsets, start, key=lambda span: span[1])
    last = bisect_right(offsets, end - 1, key=lambda span: span[0]) - 1
    return (first, last) if first <= last else None


def predicted(doc: Doc, offsets: Sequence[tuple[int, int]], counts_as: Mapping[str, str]) -> Spans:
    """The names that the pipeline found, as words."""
    spans = ((touched(offsets, ent.start_char, ent.end_char), counts_as.get(ent.label_)) for ent in doc.ents)
    return {(*words, kind) for words, kind in spans if words and kind}


def _sides(nlp: Callable[[str], Doc], corpus: Corpus, *, glued: bool) -> Iterator[tuple[Spans, Spans]]:
    for article in corpus.articles:
        text, offsets = lay_out(article, glued=glued)
        yield entities(article), predicted(nlp(text), offsets, corpus.counts_as)


def _score(sides: Iterable[tuple[Spans, Spans]], kinds: Iterable[str]) -> Score:
    chosen = set(kinds)
    pairs = [
        ({s for s in gold if s[2] in chosen}, {s for s in found if s[2] in chosen}) for gold, found in sides
    ]
    return Score(
        sum(len(g & f) for g, f in pairs), sum(len(f) for _, f in pairs), sum(len(g) for g, _ in pairs)
    )


def measure(nlp: Callable[[str], Doc], corpus: Corpus, *, glued: bool = False) -> dict[str, Score]:
    """Run the pipeline on the raw text of a corpus: the score of all names, then of each kind."""
    sides = list(_sides(nlp, corpus, glued=glued))
    return {"all": _score(sides, KINDS), **{kind: _score(sides, [kind]) for kind in KINDS}}
