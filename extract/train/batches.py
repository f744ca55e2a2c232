"""Batches for training: word features are computed once for each spelling and looked up from then on."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from spacy.vectors import Vectors
from torch import Tensor

from hadath.extract.features import Feature, feature_rows, vector_key

__all__ = ["WordTable", "buckets_of", "misspell", "padded"]

_DROP_HAMZA = str.maketrans("أإآ", "ااا")


class WordTable:
    """Features and vectors of every spelling met so far, as growing arrays indexed by a word number."""

    def __init__(self, features: tuple[Feature, ...], vectors: Path) -> None:
        self.features = features
        self.floret = Vectors()
        self.floret.from_disk(vectors / "vocab" if (vectors / "vocab").is_dir() else vectors)
        self.ids: dict[str, int] = {}
        self.rows: list[list[int]] = []
        self.keys: list[str] = []
        self._vectors = np.zeros((0, self.floret.shape[1]), dtype=np.float32)

    def numbers(self, words: Sequence[str]) -> list[int]:
        """Word numbers of spellings; new ones are added."""
        out = []
        for word in words:
            n = self.ids.get(word)
            if n is None:
                n = self.ids[word] = len(self.rows)
                self.rows.append(feature_rows(word, self.features))
                self.keys.append(vector_key(word) or "_")
            out.append(n)
        return out

    def lookup(self, numbers: np.ndarray) -> tuple[Tensor, Tensor]:
        """Feature rows and vectors of an array of word numbers (any shape)."""
        if len(self._vectors) < len(self.rows):
            new = self.floret.get_batch(self.keys[len(self._vectors) :])
            self._vectors = np.concatenate([self._vectors, np.asarray(new, dtype=np.float32)])
            self._rows = np.asarray(self.rows, dtype=np.int64)
        return torch.from_numpy(self._rows[numbers]), torch.from_numpy(self._vectors[numbers])


def padded(sequences: Sequence[Sequence[int]], fill: int = 0) -> np.ndarray:
    """Sequences of numbers as one array ``[n, longest]``, filled up at the end."""
    out = np.full((len(sequences), max(map(len, sequences))), fill, dtype=np.int64)
    for i, sequence in enumerate(sequences):
        out[i, : len(sequence)] = sequence
    return out


def buckets_of(lengths: Sequence[int], words: int, rng: random.Random) -> Iterator[list[int]]:
    """Indices in batches of about ``words`` words and like lengths, longest first inside each, batches shuffled."""
    order = sorted(range(len(lengths)), key=lambda i: (lengths[i] + rng.random() * 3, i))
    batches, batch, total = [], [], 0
    for i in order:
        batch.append(i)
        total += lengths[i]
        if total >= words:
            batches.append(batch)
            batch, total = [], 0
    if batch:
        batches.append(batch)
    rng.shuffle(batches)
    for batch in batches:
        yield sorted(batch, key=lambda i: -lengths[i])


def misspell(word: str, rng: random.Random) -> str:
    """Write a word as some newspapers do: final ى for ي and the other way round, no hamza, ه for ة, stray marks, tatweel."""
    chance = rng.random()
    if word.endswith("ي") and len(word) > 1 and chance < 0.7:
        word = word[:-1] + "ى"
    elif word.endswith("ى") and chance < 0.2:
        word = word[:-1] + "ي"
    elif word.endswith("ة") and chance < 0.25:
        word = word[:-1] + "ه"
    if rng.random() < 0.5:
        word = word.translate(_DROP_HAMZA)
    return word
