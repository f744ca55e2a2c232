"""Train the segmenter: for each written word its clitic label, and whether a sentence starts at it.

    python -m hadath.extract.train.segmenter TREEBANK.spacy VECTORS -o DIR
"""

import argparse
import random
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch import nn

from hadath.extract.clitics import WHOLE
from hadath.extract.features import Feature
from hadath.extract.train.batches import WordTable, misspell
from hadath.extract.train.network import WordNetwork
from hadath.extract.train.treebank import GoldSentence, read_treebank
from hadath.extract.train.weights import save_network

FEATURES = (
    Feature("word", 16000, 48),
    *(Feature(name, 3000, 16) for name in ("p1", "p2", "p3", "s1", "s2", "s3")),
    Feature("shape", 64, 8),
)
HIDDEN, LAYERS, WINDOW = 128, 1, 64
RARE = 3  # labels seen less often than this are not learned


def _stream(doc: list[GoldSentence], labels: dict[str, int], *, spoil: random.Random | None) -> tuple[list[str], list[int], list[int]]:
    """Written words of neighbouring sentences with their label and sentence-start numbers."""
    words, segs, starts = [], [], []
    for sentence in doc:
        spoiled = spoil is not None and spoil.random() < 0.3
        for i, word in enumerate(sentence.words):
            words.append(misspell(word.text, spoil) if spoiled and spoil else word.text)
            segs.append(labels.get(word.label, -100))
            starts.append(int(i == 0))
    return words, segs, starts


def _windows(streams: list[tuple[list[str], list[int], list[int]]], rng: random.Random) -> list[tuple[list[str], list[int], list[int]]]:
    out = []
    for words, segs, starts in streams:
        offset = -rng.randrange(WINDOW)
        for begin in range(offset, len(words), WINDOW):
            cut = slice(max(begin, 0), begin + WINDOW)
            if words[cut]:
                out.append((words[cut], segs[cut], [-100 if i == 0 and begin > 0 else s for i, s in enumerate(starts[cut])]))
    return out


def train(treebank: Path, vectors: Path, out: Path, *, epochs: int = 18, seed: int = 1) -> None:
    """Train on all but the last 6 % of the Docs, keep the weights that did best on those, write them to ``out``."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    docs = read_treebank(treebank)
    counts: dict[str, int] = {}
    for doc in docs:
        for sentence in doc:
            for word in sentence.words:
                counts[word.label] = counts.get(word.label, 0) + 1
    labels = {label: i for i, label in enumerate(sorted((k for k, n in counts.items() if n >= RARE), key=lambda k: (k != WHOLE, k)))}
    held = len(docs) * 6 // 100
    table = WordTable(FEATURES, vectors)
    net = WordNetwork(FEATURES, {"seg": len(labels), "start": 2}, vectors=table.floret.shape[1], hidden=HIDDEN, layers=LAYERS, head_hidden=64, dropout=0.25)
    optimizer = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=1e-4)
    best = -1.0
    steps_total = epochs * (sum(len(s.words) for d in docs[:-held] for s in d) // 2000)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=steps_total + epochs * 40, pct_start=0.1)
    loss_of = nn.CrossEntropyLoss(ignore_index=-100)
    for epoch in range(epochs):
        began, net_loss = time.time(), 0.0
        net.train()
        windows = _windows([_stream(d, labels, spoil=rng) for d in docs[:-held]], rng)
        rng.shuffle(windows)
        for first in range(0, len(windows), 32):
            batch = sorted(windows[first : first + 32], key=lambda w: -len(w[0]))
            rows, vecs, lengths = _inputs(batch, table)
            keep = (torch.rand(rows.shape[:2]) > 0.1).float()[..., None]
            x = net.encoder(rows, vecs, lengths, keep)
            loss = loss_of(net.heads("seg", x).flatten(0, 1), _targets(batch, 1)) + 0.3 * loss_of(net.heads("start", x).flatten(0, 1), _targets(batch, 2))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            scheduler.step()
            net_loss += loss.item()
        score = _evaluate(net, table, docs[-held:], labels)
        print(f"epoch {epoch}: loss {net_loss:.2f} words right {score[0]:.4f} split words right {score[1]:.4f} sentence starts F1 {score[2]:.4f} ({time.time() - began:.0f} s)", flush=True)
        if score[0] + 0.02 * score[2] > best:
            best = score[0] + 0.02 * score[2]
            save_network(out, net, FEATURES, {"seg": list(labels), "start": ["0", "1"], **_clitics(docs)}, name="segmenter")


def _clitics(docs: list[list[GoldSentence]]) -> dict[str, list[str]]:
    """Forms seen before (after) the stem at least ``RARE`` times: nothing else is ever cut off."""
    seen: dict[str, Counter[str]] = {"before": Counter(), "after": Counter()}
    for doc in docs:
        for word in (word for sentence in doc for word in sentence.words if word.label != WHOLE):
            stem = len(word.forms) - 1 - (0 if word.label.split("|")[1] == "-" else word.label.split("|")[1].count(",") + 1)
            seen["before"].update(word.forms[:stem])
            seen["after"].update(word.forms[stem + 1 :])
    return {side: sorted(form for form, n in forms.items() if n >= RARE) for side, forms in seen.items()}


def _inputs(batch: list[tuple[list[str], list[int], list[int]]], table: WordTable) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    numbers = [table.numbers(words) for words, _, _ in batch]
    longest = max(map(len, numbers))
    rows, vecs = table.lookup(np.array([n + [0] * (longest - len(n)) for n in numbers]))
    return rows, vecs, torch.tensor([len(n) for n in numbers])


def _targets(batch: list[tuple[list[str], list[int], list[int]]], which: int) -> torch.Tensor:
    longest = max(len(item[0]) for item in batch)
    return torch.tensor([list(item[which]) + [-100] * (longest - len(item[0])) for item in batch]).flatten()


@torch.no_grad()
def _evaluate(net: WordNetwork, table: WordTable, docs: list[list[GoldSentence]], labels: dict[str, int]) -> tuple[float, float, float]:
    net.eval()
    right = total = split_right = split = hit = predicted = gold = 0
    for doc in docs:
        words, segs, starts = _stream(doc, labels, spoil=None)
        batch = [(words, segs, starts)]
        x = net.encoder(*_inputs(batch, table))
        seg = net.heads("seg", x)[0].argmax(-1).tolist()
        start = net.heads("start", x)[0].argmax(-1).tolist()
        right += sum(a == b for a, b in zip(seg, segs, strict=True))
        total += len(segs)
        split_right += sum(a == b for a, b in zip(seg, segs, strict=True) if b != 0)
        split += sum(b != 0 for b in segs)
        hit += sum(a and b for a, b in zip(start[1:], starts[1:], strict=True))
        predicted += sum(start[1:])
        gold += sum(starts[1:])
    return right / total, split_right / split, 2 * hit / max(predicted + gold, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("vectors", type=Path, help="a spaCy floret vectors directory")
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=18)
    args = parser.parse_args()
    train(args.treebank, args.vectors, args.out, epochs=args.epochs)


if __name__ == "__main__":
    main()
