"""Train the segmenter: for each written word its clitic label, and whether a sentence starts at it.

python -m hadath.extract.train.segmenter TREEBANK.spacy VECTORS -o DIR
"""

import argparse
import random
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn

from hadath.extract.clitics import WHOLE
from hadath.extract.features import Feature
from hadath.extract.train.batches import WordTable, misspell, padded
from hadath.extract.train.examples import IGNORE
from hadath.extract.train.network import WordNetwork
from hadath.extract.train.treebank import GoldSentence, read_treebank
from hadath.extract.train.weights import save_network

__all__ = ["train"]

FEATURES = (
    Feature("word", 16000, 48),
    *(Feature(name, 3000, 16) for name in ("p1", "p2", "p3", "s1", "s2", "s3")),
    Feature("shape", 64, 8),
)
HIDDEN, LAYERS, WINDOW = 128, 1, 64
RARE = 3  # labels seen less often than this are not learned


class Stream(NamedTuple):
    """Written words of neighbouring sentences with the numbers of their labels and whether a sentence starts at them."""

    words: list[str]
    labels: list[int]
    starts: list[int]

    def cut(self, begin: int, end: int) -> "Stream":
        """Part of the stream; what begins in the middle of a text says nothing of sentence starts."""
        starts = self.starts[max(begin, 0) : end]
        if begin > 0 and starts:
            starts[0] = IGNORE
        return Stream(self.words[max(begin, 0) : end], self.labels[max(begin, 0) : end], starts)


def _stream(doc: list[GoldSentence], labels: dict[str, int], *, spoil: random.Random | None) -> Stream:
    """A Doc as a stream; with ``spoil`` some sentences are misspelt."""
    stream = Stream([], [], [])
    for sentence in doc:
        spoiled = spoil if spoil is not None and spoil.random() < 0.3 else None
        for i, word in enumerate(sentence.words):
            stream.words.append(misspell(word.text, spoiled) if spoiled else word.text)
            stream.labels.append(labels.get(word.label, IGNORE))
            stream.starts.append(int(i == 0))
    return stream


def _windows(streams: list[Stream], rng: random.Random) -> list[Stream]:
    """Streams cut at random places into windows, as the segmenter meets them at run time."""
    out = []
    for stream in streams:
        offset = -rng.randrange(WINDOW)
        cuts = (stream.cut(begin, begin + WINDOW) for begin in range(offset, len(stream.words), WINDOW))
        out += [cut for cut in cuts if cut.words]
    return out


def _labels(docs: list[list[GoldSentence]]) -> dict[str, int]:
    """Numbers of the labels that are seen often enough."""
    counts = Counter(word.label for doc in docs for sentence in doc for word in sentence.words)
    frequent = sorted((label for label, n in counts.items() if n >= RARE), key=lambda k: (k != WHOLE, k))
    return {label: i for i, label in enumerate(frequent)}


def train(treebank: Path, vectors: Path, out: Path, *, epochs: int = 18, seed: int = 1) -> None:
    """Train on all but the last 6 % of the Docs, keep the weights that did best on those, write them to ``out``."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    docs = read_treebank(treebank)
    labels = _labels(docs)
    held = len(docs) - len(docs) * 6 // 100
    training = _Training(
        labels, vectors, epochs * (sum(len(s.words) for d in docs[:held] for s in d) // 2000 + 40)
    )
    best = -1.0
    for epoch in range(epochs):
        began = time.time()
        loss = training.epoch(_windows([_stream(doc, labels, spoil=rng) for doc in docs[:held]], rng), rng)
        right, split, starts = training.evaluate(docs[held:])
        print(
            f"epoch {epoch}: loss {loss:.2f} words right {right:.4f} split words right {split:.4f} "
            f"sentence starts F1 {starts:.4f} ({time.time() - began:.0f} s)",
            flush=True,
        )
        if right + 0.02 * starts > best:
            best = right + 0.02 * starts
            described = {"seg": list(labels), "start": ["0", "1"], **_clitics(docs)}
            save_network(out, training.net, FEATURES, described, name="segmenter")


class _Training:
    """The network with its optimizer."""

    def __init__(self, labels: dict[str, int], vectors: Path, steps: int) -> None:
        self.labels = labels
        self.table = WordTable(FEATURES, vectors)
        self.net = WordNetwork(
            FEATURES,
            {"seg": len(labels), "start": 2},
            vectors=self.table.floret.shape[1],
            hidden=HIDDEN,
            layers=LAYERS,
            head_hidden=64,
            dropout=0.25,
        )
        self.optimizer = torch.optim.AdamW(self.net.parameters(), lr=3e-3, weight_decay=1e-4)
        self.scheduler = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, 4e-3, total_steps=steps, pct_start=0.1
        )

    def epoch(self, windows: list[Stream], rng: random.Random) -> float:
        """Learn from all windows once; gives the sum of the losses."""
        self.net.train()
        rng.shuffle(windows)
        total = 0.0
        for first in range(0, len(windows), 32):
            loss = self._loss(sorted(windows[first : first + 32], key=lambda w: -len(w.words)))
            self.optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self.net.parameters(), 2.0)
            self.optimizer.step()
            self.scheduler.step()
            total += loss.item()
        return total

    def _loss(self, batch: list[Stream]) -> Tensor:
        rows, vectors, lengths = self._inputs(batch)
        keep = (torch.rand(rows.shape[:2]) > 0.1).float()[..., None]
        x = self.net.encoder(rows, vectors, lengths, keep)
        cross = nn.functional.cross_entropy
        labels, starts = (_targets([getattr(s, name) for s in batch]) for name in ("labels", "starts"))
        seg = cross(self.net.heads("seg", x).flatten(0, 1), labels, ignore_index=IGNORE)
        return seg + 0.3 * cross(self.net.heads("start", x).flatten(0, 1), starts, ignore_index=IGNORE)

    def _inputs(self, batch: list[Stream]) -> tuple[Tensor, Tensor, Tensor]:
        numbers = [self.table.numbers(stream.words) for stream in batch]
        return *self.table.lookup(padded(numbers)), torch.tensor([len(n) for n in numbers])

    @torch.no_grad()
    def evaluate(self, docs: list[list[GoldSentence]]) -> tuple[float, float, float]:
        """Share of words cut right, of split words cut right, and F1 of sentence starts inside Docs."""
        self.net.eval()
        segs: list[tuple[int, int]] = []
        starts: list[tuple[int, int]] = []
        for stream in (_stream(doc, self.labels, spoil=None) for doc in docs):
            x = self.net.encoder(*self._inputs([stream]))
            segs += zip(self.net.heads("seg", x)[0].argmax(-1).tolist(), stream.labels, strict=True)
            starts += list(
                zip(self.net.heads("start", x)[0].argmax(-1).tolist(), stream.starts, strict=True)
            )[1:]
        split = [(a, b) for a, b in segs if b != 0]
        hit = sum(a and b for a, b in starts)
        found = sum(a + b for a, b in starts)
        return _share(segs), _share(split), 2 * hit / max(found, 1)


def _share(pairs: list[tuple[int, int]]) -> float:
    return sum(a == b for a, b in pairs) / max(len(pairs), 1)


def _targets(rows: list[list[int]]) -> Tensor:
    return torch.from_numpy(padded(rows, IGNORE)).flatten()


def _clitics(docs: list[list[GoldSentence]]) -> dict[str, list[str]]:
    """Forms seen before (after) the stem at least ``RARE`` times: nothing else is ever cut off."""
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for word in (word for doc in docs for sentence in doc for word in sentence.words if word.label != WHOLE):
        behind = word.label.split("|")[1]
        stem = len(word.forms) - 1 - (0 if behind == "-" else behind.count(",") + 1)
        before.update(word.forms[:stem])
        after.update(word.forms[stem + 1 :])
    return {
        name: sorted(f for f, n in seen.items() if n >= RARE)
        for name, seen in (("before", before), ("after", after))
    }


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebank", type=Path)
    parser.add_argument("vectors", type=Path, help="a spaCy floret vectors directory")
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=18)
    args = parser.parse_args()
    train(args.treebank, args.vectors, args.out, epochs=args.epochs)


if __name__ == "__main__":
    main()
