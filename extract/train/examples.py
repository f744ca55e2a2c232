"""Training examples of the analyser: syntactic words with whatever is known of them (tags, lemma rules, tree, names)."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees
from spacy.strings import StringStore

from hadath.extract.spelling import fold
from hadath.extract.train.treebank import GoldSentence

__all__ = [
    "FINE",
    "NAMES",
    "Example",
    "LemmaRules",
    "Vocabulary",
    "add_fine_labels",
    "named_examples",
    "treebank_examples",
]

IGNORE = -100  # no label: PyTorch leaves it out of the loss
NAMES = ["O"] + [f"{bi}-{kind}" for kind in ("PER", "LOC", "ORG", "MISC") for bi in "BI"]
FINE = ["O"] + [f"{bi}-{kind}" for kind in ("PER", "NORP", "ORG", "GPE", "LOC", "FAC", "MISC") for bi in "BI"]
_FANE = {
    kind: ours
    for ours, kinds in {
        "PER": "Politician Athlete Artist Other_PER Religious_PER Scientist Businessperson Lawyer Engineer Police",
        "NORP": "Group",
        "ORG": "Government Non-Governmental Commercial Educational Media Religious_ORG Sports Medical-Science Entertainment",
        "GPE": "Nation State-or-Province County-or-District Population-Center GPE-Cluster",
        "LOC": "Continent Water-Body Land Land-Region-Natural",
        "FAC": "Building-Grounds Subarea-Facility Path Airport Plant",
    }.items()
    for kind in kinds.split()
}


@dataclass(slots=True)
class Example:
    """A sentence; ``joined[i]`` says that word i is written without a space after word i - 1 inside one written word."""

    words: list[str]
    joined: list[bool]
    tag: list[int] | None = None
    lemma: list[int] | None = None
    heads: list[int] | None = None
    relations: list[int] | None = None
    ner: list[int] | None = None
    fine: list[int] | None = None


class LemmaRules:
    """Lemma rules are spaCy's edit trees; the frequent ones are numbered."""

    def __init__(self, pairs: Iterable[tuple[str, str]], *, rare: int = 3) -> None:
        self.strings = StringStore()
        self.trees = EditTrees(self.strings)
        counts: Counter[int] = Counter(self.trees.add(form, lemma) for form, lemma in pairs)
        self.kept = [
            tree for tree, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n >= rare
        ]
        self._number = {tree: i for i, tree in enumerate(self.kept)}

    def number(self, form: str, lemma: str) -> int:
        """Number of the rule that makes the lemma of the form, ``IGNORE`` when it is a rare one."""
        return self._number.get(self.trees.add(form, lemma), IGNORE)


@dataclass(slots=True)
class Vocabulary:
    """Labels of the treebank tasks, in order of their numbers."""

    tags: list[str]
    relations: list[str]
    lemmas: LemmaRules

    @classmethod
    def of(cls, docs: list[list[GoldSentence]]) -> "Vocabulary":
        """The labels of some gold sentences, frequent ones first; labels seen once are left out."""
        sentences = [s for doc in docs for s in doc]
        tags = Counter(t for s in sentences for t in s.tags)
        relations = Counter(r for s in sentences for r in s.relations)
        return cls(
            tags=[t for t, n in sorted(tags.items(), key=lambda i: (-i[1], i[0])) if n > 1],
            relations=[r for r, n in sorted(relations.items(), key=lambda i: (-i[1], i[0])) if n > 1],
            lemmas=LemmaRules(
                (f, lemma) for s in sentences for f, lemma in zip(s.forms, s.lemmas, strict=True)
            ),
        )


def treebank_examples(docs: list[list[GoldSentence]], vocabulary: Vocabulary) -> list[Example]:
    """Gold sentences with tags, lemma rules and trees as numbers."""
    tag = {t: i for i, t in enumerate(vocabulary.tags)}
    relation = {r: i for i, r in enumerate(vocabulary.relations)}
    return [
        Example(
            words=sentence.forms,
            joined=[i > 0 for word in sentence.words for i in range(len(word.forms))],
            tag=[tag.get(t, IGNORE) for t in sentence.tags],
            lemma=[
                vocabulary.lemmas.number(f, lemma)
                for f, lemma in zip(sentence.forms, sentence.lemmas, strict=True)
            ],
            heads=sentence.heads,
            relations=[relation.get(r, IGNORE) for r in sentence.relations],
        )
        for doc in docs
        for sentence in doc
    ]


def read_columns(path: Path, separator: str) -> list[list[tuple[str, str]]]:
    """Sentences of a two-column file: (word, label), sentences set off by empty lines."""
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text("utf8").splitlines():
        parts = line.rstrip("\r\n").rsplit(separator, 1)
        if len(parts) == 2 and parts[0].strip():
            sentences[-1].append((parts[0].strip(), parts[1].strip()))
        elif sentences[-1]:
            sentences.append([])
    return [s for s in sentences if s]


def named_examples(path: Path, segment: Callable[[Sequence[str]], list[list[str]]]) -> list[Example]:
    """Sentences of a names corpus labelled on written words; ``segment`` gives the pieces of each written word.

    A name begins at the stem: proclitics before it and pronouns behind it stand outside.
    """
    number = {name: i for i, name in enumerate(NAMES)}
    out = []
    for sentence in read_columns(path, " "):
        example = Example([], [], ner=[])
        assert example.ner is not None
        labels = [label.replace("PERS", "PER") for _, label in sentence]
        for i, (word, label) in enumerate(zip(segment([w for w, _ in sentence]), labels, strict=True)):
            following = labels[i + 1] if i + 1 < len(labels) else "O"
            stem = max(range(len(word)), key=lambda k: (len(word[k]), k))
            for k, piece in enumerate(word):
                example.words.append(piece)
                example.joined.append(k > 0)
                example.ner.append(number.get(_piece_label(label, following, k - stem), 0))
        out.append(example)
    return out


def _piece_label(label: str, following: str, place: int) -> str:
    inside = "I" + label[1:] if label != "O" else "O"
    if place == 0 or label == "O":
        return label
    if place < 0:
        return inside if label.startswith("I") else "O"
    return inside if following.startswith("I") else "O"


def add_fine_labels(examples: list[Example], path: Path) -> None:
    """Give sentences their labels from the NewsFANE edition of the same text, letter by letter; others stay without.

    The two editions split clitics in their own ways, so a word takes the label of its first letter.
    """
    number = {name: i for i, name in enumerate(FINE)}
    known: dict[str, list[str]] = {}
    for sentence in read_columns(path, "\t"):
        labels = [
            f"{label[:2]}{_FANE.get(label[2:], 'MISC')}" if label != "O" else "O" for _, label in sentence
        ]
        letters = [letters_of([word]) for word, _ in sentence]
        spread = [
            _inner(label, k) for word, label in zip(letters, labels, strict=True) for k in range(len(word))
        ]
        known["".join(letters)] = spread
    for example in examples:
        by_letter = known.get(letters_of(example.words))
        if by_letter is not None:
            example.fine = [number[label] for label in _first_letters(example.words, by_letter)]


def _first_letters(words: Sequence[str], by_letter: Sequence[str]) -> Iterator[str]:
    """Label of each word's first letter; a word without letters goes on with the name before it."""
    at, last = 0, "O"
    for word in words:
        letters = letters_of([word])
        last = by_letter[at] if letters else _inner(last, 1)
        yield last
        at += len(letters)


def _inner(label: str, place: int) -> str:
    return label if place == 0 or label == "O" else "I" + label[1:]


def letters_of(words: Iterable[str]) -> str:
    """All letters of some words, folded, without spaces: to find a sentence again in another edition of the text."""
    return re.sub(r"\W", "", fold("".join(words)))


def split_off(items: list[Example], percent: int) -> tuple[list[Example], list[Example]]:
    """Keep the last ``percent`` percent apart for development."""
    held = len(items) * percent // 100
    return items[: len(items) - held], items[len(items) - held :]
