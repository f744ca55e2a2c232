"""The teacher: a fine-tuned multilingual encoder, slow and exact, whose labels on unlabelled news train the small analyser.

    python -m hadath.extract.train.teacher fit   TREEBANK.spacy VECTORS MODEL_DIR E5.bin --ner … --fane … -o TEACHER.pt
    python -m hadath.extract.train.teacher label … -o SILVER.jsonl.gz --teacher TEACHER.pt NEWS.jsonl.gz…
"""

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor, nn

from hadath.extract.tokenizer import Tokenizer
from hadath.extract.train.analyzer import Corpus, evaluate, fit, load_corpus, tokenizer_of
from hadath.extract.train.batches import misspell, padded
from hadath.extract.train.e5 import read_e5
from hadath.extract.train.examples import Example
from hadath.extract.train.network import Biaffine, Heads
from hadath.extract.trees import best_tree

LAYERS = 7


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
        """Encoded words ``[batch, length, width]``."""
        numbers, owners = [], []
        for e in batch:
            words = [misspell(w, rng) for w in e.words] if rng and rng.random() < 0.15 else e.words
            ids, owner = [0], [0]
            for i, (word, joined) in enumerate(zip(words, e.joined)):
                cut = self.pieces.encode(word, joined=joined)[:12]
                ids += [*cut]
                owner += [i + 1] * len(cut)
            numbers.append([*ids, 2][:512])
            owners.append([*owner, 0][:512])
        ids_, owner_ = torch.from_numpy(padded(numbers, 1)), torch.from_numpy(padded(owners, 0))
        states = self.e5(ids_, ids_ != 1)
        weights = torch.softmax(self.mix, 0)
        x = sum(w * s for w, s in zip(weights, states))
        longest = max(len(e.words) for e in batch)
        total = x.new_zeros(len(batch), longest + 1, x.shape[-1]).scatter_add_(1, owner_[..., None].expand_as(x), x)
        count = x.new_zeros(len(batch), longest + 1).scatter_add_(1, owner_, torch.ones_like(owner_, dtype=x.dtype))
        return self.dropout((total / count.clamp(min=1)[..., None])[:, 1:])

    def groups(self, rate: float) -> list[dict[str, object]]:
        """The encoder learns slowly, the new parts fast; piece embeddings stay as they are."""
        self.e5.words.weight.requires_grad_(False)
        old = [p for p in self.e5.parameters() if p.requires_grad]
        return [{"params": old, "lr": rate}, {"params": [*self.heads.parameters(), *self.parser.parameters(), self.mix], "lr": rate * 8}]


@torch.no_grad()
def label(teacher: Teacher, batch: list[Example]) -> list[Example]:
    """The same sentences with the teacher's labels for every task; trees are well-formed."""
    teacher.eval()
    with torch.autocast("cpu", torch.bfloat16):
        x = teacher.encode(batch, None)
        best = {task: teacher.heads(task, x).argmax(-1).tolist() for task in ("tag", "lemma", "ner", "fine")}
        scores, dep, head = teacher.parser(x)
    arcs = torch.log_softmax(scores.float(), -1).numpy()
    out = []
    for i, e in enumerate(batch):
        n = len(e.words)
        heads = best_tree(arcs[i, :n, : n + 1])
        relations = teacher.parser.labels(dep[i, :n].float(), head[i, torch.from_numpy(heads)].float()).argmax(-1).tolist()
        out.append(Example(e.words, e.joined, best["tag"][i][:n], best["lemma"][i][:n], heads.tolist(), relations, best["ner"][i][:n], best["fine"][i][:n]))
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
                yield Example([t.norm_ if t.text not in "«»" else t.text for t in tokens], [t.i not in first for t in tokens])
                words += len(tokens)
        if words > most:
            return


def label_all(teacher: Teacher, examples: Iterator[Example], out: Path) -> None:
    """Label sentences in batches of like length and write them as JSON lines."""
    began, done, pool = time.time(), 0, []
    with gzip.open(out, "wt", encoding="utf8", compresslevel=4) as file:

        def flush() -> None:
            nonlocal done
            pool.sort(key=lambda e: -len(e.words))
            for i in range(0, len(pool), 48):
                for e in label(teacher, pool[i : i + 48]):
                    file.write(json.dumps({k: getattr(e, k) for k in Example.__slots__}, ensure_ascii=False) + "\n")
                    done += len(e.words)
            pool.clear()
            print(f"{done} words, {done / (time.time() - began):.0f} a second", flush=True)

        for example in examples:
            pool.append(example)
            if len(pool) == 4800:
                flush()
        flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["fit", "label"])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("e5", type=Path)
    parser.add_argument("--news", type=Path, nargs="*", default=[])
    parser.add_argument("--ner", type=Path, required=True)
    parser.add_argument("--fane", type=Path, nargs="+", required=True)
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--every", type=int, default=0)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--most", type=int, default=2_000_000)
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    args = parser.parse_args()
    torch.manual_seed(1)
    corpus = load_corpus(args.treebank, args.vectors, args.model, args.ner, args.fane)
    teacher = Teacher(corpus, args.e5)
    if args.what == "fit":
        fit(teacher, corpus, [], epochs=args.epochs, words=700, rate=args.rate, groups=teacher.groups(args.rate), every=args.every, bf16=True, save=lambda: torch.save(teacher.state_dict(), args.out))
    else:
        teacher.load_state_dict(torch.load(args.teacher))
        print(evaluate(teacher, corpus), flush=True)
        label_all(teacher, sentences(args.news, tokenizer_of(args.model, args.vectors), args.most), args.out)


if __name__ == "__main__":
    main()
