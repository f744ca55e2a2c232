"""The teacher: a fine-tuned multilingual encoder, slow and exact, whose labels on unlabelled news train the small analyser.

python -m hadath.extract.train.teacher fit   TREEBANK.spacy VECTORS MODEL_DIR E5.bin --ner … --fane … -o TEACHER.pt
python -m hadath.extract.train.teacher names … --teacher TEACHER.pt -o NAMES.pt
python -m hadath.extract.train.teacher label … --teacher TEACHER.pt --names NAMES.pt --news NEWS.jsonl.gz… -o SILVER.jsonl.gz
"""

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import torch
from torch import Tensor, nn

from hadath.extract.tokenizer import Tokenizer
from hadath.extract.train.analyzer import Corpus, fit, load_corpus, tokenizer_of
from hadath.extract.train.batches import misspell, padded
from hadath.extract.train.e5 import read_e5
from hadath.extract.train.examples import Example
from hadath.extract.train.network import Biaffine, Heads
from hadath.extract.trees import best_tree

LAYERS = 7
_POOL = 4800  # sentences sorted by length before they are cut into batches

__all__ = ["Teacher", "label_news", "train", "train_names"]


class Teacher(nn.Module):
    """Word vectors are the mean of their pieces' vectors, mixed over the upper layers; classifiers and parser as the student's."""

    def __init__(self, corpus: Corpus, e5: Path, layers: int = LAYERS) -> None:
        super().__init__()
        self.e5, self.pieces = read_e5(e5, layers)
        width = self.e5.words.weight.shape[1]
        self.mix = nn.Parameter(torch.zeros(layers + 1))
        self.dropout = nn.Dropout(0.2)
        self.heads = Heads(width, corpus.tasks, 256, 0.2)
        self.parser = Biaffine(width, 384, 128, len(corpus.vocabulary.relations), 0.25)

    def encode(self, batch: list[Example], rng: random.Random | None) -> Tensor:
        """Encoded words ``[batch, length, width]``; with ``rng`` some sentences are misspelt."""
        cut = [self._pieces_of(e, rng) for e in batch]
        numbers, owners = (
            torch.from_numpy(padded([c[k] for c in cut], fill)) for k, fill in ((0, 1), (1, 0))
        )
        states = self.e5(numbers, numbers != 1)
        x = sum(w * s for w, s in zip(torch.softmax(self.mix, 0), states, strict=True))
        longest = max(len(e.words) for e in batch)
        total = x.new_zeros(len(batch), longest + 1, x.shape[-1]).scatter_add_(
            1, owners[..., None].expand_as(x), x
        )
        count = x.new_zeros(len(batch), longest + 1).scatter_add_(
            1, owners, torch.ones_like(owners, dtype=x.dtype)
        )
        return self.dropout((total / count.clamp(min=1)[..., None])[:, 1:])

    def _pieces_of(self, e: Example, rng: random.Random | None) -> tuple[list[int], list[int]]:
        """Piece numbers of a sentence, and for each the word it belongs to (0: none)."""
        words = [misspell(w, rng) for w in e.words] if rng and rng.random() < 0.15 else e.words
        ids, owner = [0], [0]
        for i, (word, joined) in enumerate(zip(words, e.joined, strict=True), 1):
            cut = self.pieces.encode(word, joined=joined)[:12]
            ids += cut
            owner += [i] * len(cut)
        return [*ids, 2][:512], [*owner, 0][:512]

    def groups(self, rate: float) -> list[dict[str, object]]:
        """The encoder learns slowly, the new parts fast; piece embeddings stay as they are."""
        self.e5.words.weight.requires_grad_(False)
        old = [p for p in self.e5.parameters() if p.requires_grad]
        new = [*self.heads.parameters(), *self.parser.parameters(), self.mix]
        return [{"params": old, "lr": rate}, {"params": new, "lr": rate * 8}]


def train(
    corpus: Corpus, e5: Path, out: Path, *, epochs: float = 3, every: int = 100, rate: float = 1.5e-4
) -> None:
    """Fine-tune the encoder on all tasks."""
    teacher = Teacher(corpus, e5)
    sources = (corpus.tree, corpus.named)
    fit(
        teacher,
        corpus,
        sources,
        epochs=epochs,
        words=700,
        rate=rate,
        groups=teacher.groups(rate),
        every=every,
        bf16=True,
        save=lambda: torch.save(teacher.state_dict(), out),
    )


def train_names(
    corpus: Corpus,
    e5: Path,
    start: Path,
    out: Path,
    *,
    epochs: float = 4,
    every: int = 70,
    rate: float = 8e-5,
) -> None:
    """Go on with a trained teacher on names alone: a second teacher, better at them."""
    teacher = Teacher(corpus, e5)
    teacher.load_state_dict(torch.load(start))
    fit(
        teacher,
        corpus,
        (corpus.named,),
        epochs=epochs,
        words=700,
        rate=rate,
        groups=teacher.groups(rate),
        every=every,
        bf16=True,
        worth=lambda scores: scores["ner"] + scores["fine"] / 2,
        save=lambda: torch.save(teacher.state_dict(), out),
    )


@torch.no_grad()
def label(teacher: Teacher, names: Teacher, batch: list[Example]) -> list[Example]:
    """The same sentences with the teachers' labels for every task; trees are well-formed."""
    teacher.eval()
    names.eval()
    with torch.autocast("cpu", torch.bfloat16):
        x = teacher.encode(batch, None)
        best = {task: teacher.heads(task, x).argmax(-1).tolist() for task in ("tag", "lemma")}
        scores, dep, head = teacher.parser(x)
        x = names.encode(batch, None)
        best |= {task: names.heads(task, x).argmax(-1).tolist() for task in ("ner", "fine")}
    arcs = torch.log_softmax(scores.float(), -1).numpy()
    out = []
    for i, e in enumerate(batch):
        n = len(e.words)
        heads = best_tree(arcs[i, :n, : n + 1])
        pairs = dep[i, :n].float(), head[i, torch.from_numpy(heads)].float()
        relations = teacher.parser.labels(*pairs).argmax(-1).tolist()
        labels = {task: rows[i][:n] for task, rows in best.items()}
        out.append(Example(e.words, e.joined, heads=heads.tolist(), relations=relations, **labels))
    return out


def sentences(paths: list[Path], tokenizer: Tokenizer, most: int, seed: int = 7) -> Iterator[Example]:
    """Unlabelled sentences of news articles, split by our own tokenizer, articles in random order, about ``most`` words."""
    rng = random.Random(seed)
    texts = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf8") as lines:
            texts += [f"{item.get('title') or ''}\n{item['text']}"[:4000] for item in map(json.loads, lines)]
    rng.shuffle(texts)
    words = 0
    for text in texts:
        doc = tokenizer(text)
        first = {a for a, _ in doc.user_data["words"]}
        for sent in doc.sents:
            tokens = [t for t in sent if not t.is_space]
            if 4 <= len(tokens) <= 90:
                words_alone = [t.text if t.text in "«»" else t.norm_ for t in tokens]
                yield Example(words_alone, [t.i not in first for t in tokens])
                words += len(tokens)
        if words > most:
            return


def label_news(
    corpus: Corpus,
    e5: Path,
    weights: tuple[Path, Path],
    news: list[Path],
    out: Path,
    *,
    tokenizer: Tokenizer,
    most: int,
) -> None:
    """Label about ``most`` words of news, in batches of like length, and write them as JSON lines."""
    teacher, names = Teacher(corpus, e5), Teacher(corpus, e5)
    teacher.load_state_dict(torch.load(weights[0]))
    names.load_state_dict(torch.load(weights[1]))
    examples = sentences(news, tokenizer, most)
    began, done = time.time(), 0
    with gzip.open(out, "wt", encoding="utf8", compresslevel=4) as file:
        while pool := list(islice(examples, _POOL)):
            pool.sort(key=lambda e: -len(e.words))
            for i in range(0, len(pool), 48):
                for e in label(teacher, names, pool[i : i + 48]):
                    fields = {name: getattr(e, name) for name in Example.__slots__}
                    file.write(json.dumps(fields, ensure_ascii=False) + "\n")
                    done += len(e.words)
            print(f"{done} words, {done / (time.time() - began):.0f} a second", flush=True)


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["fit", "names", "label"])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("e5", type=Path)
    parser.add_argument("--news", type=Path, nargs="*", default=[])
    parser.add_argument("--ner", type=Path, required=True)
    parser.add_argument("--fane", type=Path, nargs="+", required=True)
    parser.add_argument("--most", type=int, default=1_200_000)
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--names", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    args = parser.parse_args()
    torch.manual_seed(1)
    corpus = load_corpus(args.treebank, args.vectors, args.model, args.ner, args.fane)
    if args.what == "fit":
        train(corpus, args.e5, args.out)
    elif args.what == "names":
        train_names(corpus, args.e5, args.teacher, args.out)
    else:
        tokenizer = tokenizer_of(args.model, args.vectors)
        label_news(
            corpus,
            args.e5,
            (args.teacher, args.names),
            args.news,
            args.out,
            tokenizer=tokenizer,
            most=args.most,
        )


if __name__ == "__main__":
    main()
