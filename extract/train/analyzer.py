"""Train the analyser: part of speech with features, lemma rule, dependency tree and names, all on one encoder.

    python -m hadath.extract.train.analyzer TREEBANK.spacy VECTORS MODEL_DIR --ner ANER.conll --fane NewsFANE.tsv…
        [--silver SILVER.jsonl.gz] -o DIR

MODEL_DIR holds the trained segmenter, which splits the clitics of the names corpus.
"""

import argparse
import copy
import functools
import gzip
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice
from pathlib import Path

import spacy
import torch
from spacy.vectors import Vectors
from torch import Tensor, nn

from hadath.extract.features import Feature
from hadath.extract.spelling import fold, strip_marks
from hadath.extract.tokenizer import Segmenter, Tokenizer
from hadath.extract.train.batches import WordTable, buckets_of, misspell, padded
from hadath.extract.train.examples import (
    FINE,
    IGNORE,
    NAMES,
    Example,
    Vocabulary,
    add_fine_labels,
    named_examples,
    split_off,
    treebank_examples,
)
from hadath.extract.train.network import Heads, WordNetwork
from hadath.extract.train.treebank import GoldSentence, read_treebank
from hadath.extract.train.weights import save_network

__all__ = ["Corpus", "Student", "evaluate", "fit", "load_corpus", "tokenizer_of", "train"]

FEATURES = (
    Feature("word", 24000, 64),
    Feature("raw", 12000, 32),
    *(Feature(name, 4000, 24) for name in ("p2", "p3", "s2", "s3")),
    Feature("shape", 64, 8),
)
HIDDEN, LAYERS = 256, 2
LONGEST = 120  # longer training sentences are left out


class Corpus:
    """Training and development examples of both sources."""

    def __init__(self, docs: list[list[GoldSentence]], named: list[Example], *, held: int = 6) -> None:
        cut = len(docs) - len(docs) * held // 100
        self.docs = docs
        self.vocabulary = Vocabulary.of(docs)
        self.tree, self.tree_dev = (
            treebank_examples(part, self.vocabulary) for part in (docs[:cut], docs[cut:])
        )
        self.named, self.named_dev = split_off(named, held)

    @property
    def tasks(self) -> dict[str, int]:
        """Number of labels of each classifier."""
        v = self.vocabulary
        return {"tag": len(v.tags), "lemma": len(v.lemmas.kept), "ner": len(NAMES), "fine": len(FINE)}


def tokenizer_of(model: Path, vectors: Path) -> Tokenizer:
    """The tokenizer with the trained segmenter of a model folder."""
    vocab = spacy.blank("ar").vocab
    vocab.vectors = Vectors()
    vocab.vectors.from_disk(vectors / "vocab" if (vectors / "vocab").is_dir() else vectors)
    return Tokenizer(vocab, Segmenter(model, vocab))


def segment_with(model: Path, vectors: Path) -> Callable[[Sequence[str]], list[list[str]]]:
    """A function that splits written words with the trained segmenter."""
    segmenter = tokenizer_of(model, vectors).segmenter

    def segment(words: Sequence[str]) -> list[list[str]]:
        plain = [strip_marks(w) or w for w in words]
        return [[piece.norm for piece in cut] for cut in segmenter.split(plain, segmenter.scores(plain)[0])]

    return segment


def load_corpus(treebank: Path, vectors: Path, model: Path, ner: Path, fane: Sequence[Path]) -> Corpus:
    """Read all gold data; of the NewsFANE files only sentences are used that are training sentences of ``ner``."""
    named = named_examples(ner, segment_with(model, vectors))
    for path in fane:
        add_fine_labels(named, path)
    return Corpus(read_treebank(treebank), named)


class Student(nn.Module):
    """The network that ships: hashed features, word vectors, two-way LSTM."""

    def __init__(self, corpus: Corpus, vectors: Path) -> None:
        super().__init__()
        self.table = WordTable(FEATURES, vectors)
        self.net = WordNetwork(
            FEATURES,
            corpus.tasks,
            vectors=self.table.floret.shape[1],
            hidden=HIDDEN,
            layers=LAYERS,
            relations=len(corpus.vocabulary.relations),
        )
        self.heads: Heads = self.net.heads
        self.parser = self.net.parser

    def encode(self, batch: list[Example], rng: random.Random | None) -> Tensor:
        """Encoded words ``[batch, length, width]``; with ``rng`` some sentences are misspelt and some words hidden."""
        sentences = [_spoil(e.words, rng) for e in batch]
        numbers = padded([self.table.numbers(words) for words in sentences])
        rows, vectors = self.table.lookup(numbers)
        keep = (torch.rand(rows.shape[:2]) > 0.12).float()[..., None] if rng else None
        return self.net.encoder(rows, vectors, torch.tensor([len(s) for s in sentences]), keep)


def _spoil(words: list[str], rng: random.Random | None) -> list[str]:
    if rng is None:
        return words
    chance = rng.random()
    if chance < 0.2:
        return [misspell(w, rng) for w in words]
    return [fold(w) for w in words] if chance < 0.3 else words


def losses(model: nn.Module, batch: list[Example], x: Tensor) -> Tensor:
    """Sum of the losses of all tasks for which the batch has labels."""
    longest = x.shape[1]
    cross = nn.functional.cross_entropy
    total = x.new_zeros(())
    for task, weight in (("tag", 1.0), ("lemma", 0.5), ("ner", 1.0), ("fine", 0.7)):
        labels = [getattr(e, task) or [] for e in batch]
        if any(labels):
            target = torch.from_numpy(padded([*labels, [IGNORE] * longest], IGNORE)[: len(batch), :longest])
            scores = model.heads(task, x).float().flatten(0, 1)
            total = total + weight * cross(scores, target.flatten(), ignore_index=IGNORE)
    if batch[0].heads is not None:
        total = total + _tree_loss(model, batch, x)
    return total


def _tree_loss(model: nn.Module, batch: list[Example], x: Tensor) -> Tensor:
    longest = x.shape[1]
    heads = torch.from_numpy(padded([e.heads or [] for e in batch], IGNORE))
    relations = torch.from_numpy(padded([e.relations or [] for e in batch], IGNORE))
    scores, dep, head = model.parser(x)
    inside = torch.zeros(len(batch), longest + 1, dtype=torch.bool)
    for i, e in enumerate(batch):
        inside[i, : len(e.words) + 1] = True
    scores = scores.float().masked_fill(~inside[:, None, :], -1e4)
    arc = nn.functional.cross_entropy(scores.flatten(0, 1), heads.flatten(), ignore_index=IGNORE)
    b, d = torch.nonzero((heads != IGNORE) & (relations != IGNORE), as_tuple=True)
    label = nn.functional.cross_entropy(
        model.parser.labels(dep[b, d], head[b, heads[b, d]]).float(), relations[b, d]
    )
    return arc + label


def batches(sources: Sequence[list[Example]], words: int, rng: random.Random) -> Iterator[list[Example]]:
    """All batches of an epoch, sources mixed."""
    all_batches: list[list[Example]] = []
    for source in sources:
        kept = [e for e in source if len(e.words) <= LONGEST]
        all_batches += [
            [kept[i] for i in batch] for batch in buckets_of([len(e.words) for e in kept], words, rng)
        ]
    rng.shuffle(all_batches)
    yield from all_batches


@torch.no_grad()
def evaluate(model: nn.Module, corpus: Corpus) -> dict[str, float]:
    """Development scores on gold words: tags, lemma rules, arcs, labelled arcs, names (whole spans, F1)."""
    model.eval()
    hits: Counter[str] = Counter()
    for batch in _in_order(corpus.tree_dev):
        x = model.encode(batch, None).float()
        _count_labels(hits, model, batch, x, corpus.vocabulary.tags)
        _count_arcs(hits, model, batch, x)
    words = max(hits["words"], 1)
    scores = {task: hits[task] / words for task in ("upos", "tag", "lemma", "uas", "las")}
    return scores | {task: _names_f1(model, corpus.named_dev, task) for task in ("ner", "fine")}


def _count_labels(
    hits: Counter[str], model: nn.Module, batch: list[Example], x: Tensor, tags: list[str]
) -> None:
    best_tag, best_lemma = (model.heads(task, x).argmax(-1).tolist() for task in ("tag", "lemma"))
    for i, e in enumerate(batch):
        n = len(e.words)
        tag, lemma = e.tag or [], e.lemma or []
        pairs = list(zip(best_tag[i][:n], tag, strict=True))
        hits["words"] += n
        hits["tag"] += sum(a == b for a, b in pairs)
        hits["upos"] += sum(b >= 0 and _upos(tags[a]) == _upos(tags[b]) for a, b in pairs)
        hits["lemma"] += sum(a == b for a, b in zip(best_lemma[i][:n], lemma, strict=True))


def _upos(tag: str) -> str:
    return tag.split("|")[0]


def _count_arcs(hits: Counter[str], model: nn.Module, batch: list[Example], x: Tensor) -> None:
    scores, dep, head = model.parser(x)
    for i, e in enumerate(batch):
        n = len(e.words)
        best = scores[i, :n, : n + 1].argmax(-1)
        labels = model.parser.labels(dep[i, :n], head[i, best]).argmax(-1).tolist()
        right = [a == b for a, b in zip(best.tolist(), e.heads or [], strict=True)]
        hits["uas"] += sum(right)
        hits["las"] += sum(r and a == b for r, a, b in zip(right, labels, e.relations or [], strict=True))


def _in_order(examples: list[Example]) -> Iterator[list[Example]]:
    kept = sorted((e for e in examples if e.words), key=lambda e: -len(e.words))
    for i in range(0, len(kept), 16):
        yield kept[i : i + 16]


def _names_f1(model: nn.Module, examples: list[Example], task: str) -> float:
    labels = NAMES if task == "ner" else FINE
    hit = predicted = gold = 0
    for batch in _in_order(examples):
        best = model.heads(task, model.encode(batch, None).float()).argmax(-1).tolist()
        for i, e in enumerate(batch):
            if getattr(e, task) is None:
                continue
            want = spans_of([labels[k] for k in getattr(e, task)])
            have = spans_of([labels[k] for k in best[i][: len(e.words)]])
            hit += len(want & have)
            predicted += len(have)
            gold += len(want)
    return 2 * hit / max(predicted + gold, 1)


def spans_of(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """(first, end, kind) of the names in a row of IOB2 labels."""
    spans, start, kind = set(), -1, ""
    for i, label in enumerate([*labels, "O"]):
        if start >= 0 and label != f"I-{kind}":
            spans.add((start, i, kind))
            start = -1
        if label.startswith("B-") or (label.startswith("I-") and start < 0):
            start, kind = i, label[2:]
    return spans


def _all_tasks(scores: dict[str, float]) -> float:
    return scores["las"] + scores["upos"] + scores["ner"] / 2


def fit(
    model: nn.Module,
    corpus: Corpus,
    sources: Sequence[list[Example]],
    *,
    epochs: float,
    words: int,
    rate: float,
    groups: list[dict[str, object]] | None = None,
    save: Callable[[], None],
    worth: Callable[[dict[str, float]], float] = _all_tasks,
    seed: int = 1,
    every: int = 0,
    bf16: bool = False,
) -> None:
    """Train on all sources; every ``every`` steps (or epoch) measure on the development part and save the best by ``worth``."""
    rng = random.Random(seed)
    per_epoch = sum(1 for _ in batches(sources, words, random.Random(0)))
    total, every = int(per_epoch * epochs), every or per_epoch
    steps = _Descent(model, groups or model.parameters(), rate, total, bf16=bf16)
    best, began, running = -1.0, time.time(), 0.0
    epoch_after_epoch = (batch for _ in count() for batch in batches(sources, words, rng))
    for step, batch in enumerate(islice(epoch_after_epoch, total), 1):
        running += steps.step(batch, rng)
        if step % every == 0 or step == total:
            scores = evaluate(model, corpus)
            text = " ".join(f"{k} {100 * v:.2f}" for k, v in scores.items())
            print(
                f"step {step}/{total} loss {running / every:.3f} {text} ({time.time() - began:.0f} s)",
                flush=True,
            )
            running = 0.0
            if worth(scores) > best:
                best = worth(scores)
                save()


class _Descent:
    """Gradient steps with a rate that rises at first and then falls."""

    def __init__(self, model: nn.Module, parameters: object, rate: float, total: int, *, bf16: bool) -> None:
        self.model, self.bf16 = model, bf16
        self.optimizer = torch.optim.AdamW(parameters, lr=rate, betas=(0.9, 0.95), weight_decay=1e-2)
        rates = [group["lr"] for group in self.optimizer.param_groups]
        self.scheduler = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, rates, total_steps=total + 1, pct_start=0.08, cycle_momentum=False
        )

    def step(self, batch: list[Example], rng: random.Random) -> float:
        """Learn from one batch; gives its loss."""
        self.model.train()
        with torch.autocast("cpu", torch.bfloat16, enabled=self.bf16):
            loss = losses(self.model, batch, self.model.encode(batch, rng))
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 5.0)
        self.optimizer.step()
        self.scheduler.step()
        return float(loss.item())


def lemma_table(docs: list[list[GoldSentence]]) -> dict[str, str]:
    """Lemmas of the treebank's word forms: ``folded form|UPOS`` → the most frequent lemma."""
    seen: dict[str, dict[str, int]] = {}
    for sentence in (s for doc in docs for s in doc):
        for form, lemma, tag in zip(sentence.forms, sentence.lemmas, sentence.tags, strict=True):
            count = seen.setdefault(f"{fold(form)}|{tag.split('|')[0]}", {})
            count[lemma] = count.get(lemma, 0) + 1
    return {key: max(sorted(count), key=lambda k: count[k]) for key, count in sorted(seen.items())}


def save_student(out: Path, model: Student, corpus: Corpus) -> None:
    """Write the network, its labels, the lemma rules and the lemma table."""
    v = corpus.vocabulary
    labels = {"tag": v.tags, "relation": v.relations, "ner": NAMES, "fine": FINE}
    save_network(out, model.net, FEATURES, labels, name="analyzer")
    rules = {
        "kept": [str(tree) for tree in v.lemmas.kept],
        "strings": sorted(v.lemmas.strings),
        "trees": v.lemmas.trees.to_bytes().hex(),
    }
    (out / "lemma_rules.json").write_text(json.dumps(rules, ensure_ascii=False) + "\n", "utf8")
    with gzip.GzipFile(out / "lemmas.tsv.gz", "wb", mtime=0) as file:
        for key, lemma in lemma_table(corpus.docs).items():
            file.write(f"{key}\t{lemma}\n".encode())


def read_silver(path: Path) -> list[Example]:
    """Sentences labelled by a teacher, one JSON object a line with the fields of ``Example``."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [Example(**json.loads(line)) for line in lines]


def train(
    corpus: Corpus,
    vectors: Path,
    out: Path,
    *,
    silver: Path | None = None,
    epochs: float = 3,
    every: int = 0,
    words: int = 1200,
    rate: float = 2e-3,
) -> None:
    """Train the analyser and write it into the folder ``out``: on silver sentences and twice as much gold, choosing by the
    development part; from there three times over on all gold sentences, the development part among them, and average."""
    extra = read_silver(silver) if silver else []
    model = Student(corpus, vectors)
    print(
        sum(p.numel() for p in model.net.parameters()), "weights,", len(extra), "silver sentences", flush=True
    )
    save = functools.partial(save_student, out, model, corpus)
    gold = [corpus.tree, corpus.named]
    sources = [*gold, *gold, extra] if extra else gold
    fit(model, corpus, sources, epochs=epochs, words=words, rate=rate, every=every, bf16=True, save=save)
    if extra:
        _finish(model, corpus, words=words, rate=0.3 * rate)
        save()


def _finish(model: Student, corpus: Corpus, *, words: int, rate: float) -> None:
    """Three runs of three epochs on all gold sentences, each from the same weights; the model gets the mean of their weights."""
    gold = [corpus.tree + corpus.tree_dev, corpus.named + corpus.named_dev]
    start = copy.deepcopy(model.net.state_dict())
    ends = []
    for seed in (1, 2, 3):
        model.net.load_state_dict(start)
        fit(model, corpus, gold, epochs=3, words=words, rate=rate, bf16=True, save=lambda: None, seed=seed)
        ends.append(copy.deepcopy(model.net.state_dict()))
    model.net.load_state_dict({key: torch.stack([end[key] for end in ends]).mean(0) for key in start})


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebank", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--ner", type=Path, required=True)
    parser.add_argument("--fane", type=Path, nargs="+", required=True)
    parser.add_argument("--silver", type=Path)
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--every", type=int, default=0)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("-o", "--out", type=Path, required=True)
    args = parser.parse_args()
    torch.manual_seed(1)
    corpus = load_corpus(args.treebank, args.vectors, args.model, args.ner, args.fane)
    train(
        corpus,
        args.vectors,
        args.out,
        silver=args.silver,
        epochs=args.epochs,
        every=args.every,
        rate=args.rate,
    )


if __name__ == "__main__":
    main()
