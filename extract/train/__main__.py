"""Rebuild the trained pipeline, all steps in their order (some hours on one core).

    python -m hadath.extract.train --treebank TRAIN.spacy --vectors FLORET_DIR --ner ANERCORP.conll --fane NEWSFANE.tsv…
        --e5 E5.bin --news NEWS.jsonl.gz… -o MODEL_DIR

1. The segmenter learns clitics and sentence starts from the treebank.
2. The teacher, a multilingual encoder, learns tags, trees and names from treebank and names corpora; a second one goes on
   with names alone.
3. The teacher labels news that nobody has labelled.
4. The analyser, small and fast, learns from both.
5. The word vectors are stored with 16-bit numbers beside the networks.
"""

import argparse
from pathlib import Path

import torch
from spacy.vectors import Vectors

from hadath.extract.pipeline import write_vectors
from hadath.extract.train import analyzer, segmenter, teacher

__all__ = ["main", "rebuild"]


def rebuild(
    out: Path,
    *,
    treebank: Path,
    vectors: Path,
    ner: Path,
    fane: list[Path],
    e5: Path,
    news: list[Path],
    silver_words: int = 1_200_000,
) -> None:
    """Run every step; files between the steps stay beside ``out``: ``teacher.pt``, ``names.pt``, ``silver.jsonl.gz``."""
    out.mkdir(parents=True, exist_ok=True)
    segmenter.train(treebank, vectors, out)
    corpus = analyzer.load_corpus(treebank, vectors, out, ner, fane)
    weights, names, silver = (out.parent / name for name in ("teacher.pt", "names.pt", "silver.jsonl.gz"))
    teacher.train(corpus, e5, weights)
    teacher.train_names(corpus, e5, weights, names)
    tokenizer = analyzer.tokenizer_of(out, vectors)
    teacher.label_news(corpus, e5, (weights, names), news, silver, tokenizer=tokenizer, most=silver_words)
    analyzer.train(corpus, vectors, out, silver=silver)
    floret = Vectors()
    floret.from_disk(vectors / "vocab")
    write_vectors(floret, out)


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m hadath.extract.train",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    for name in ("treebank", "vectors", "ner", "e5"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    for name in ("fane", "news"):
        parser.add_argument(f"--{name}", type=Path, nargs="+", required=True)
    parser.add_argument("--silver-words", type=int, default=1_200_000)
    parser.add_argument("-o", "--out", type=Path, required=True)
    args = vars(parser.parse_args())
    torch.manual_seed(1)
    rebuild(args.pop("out"), **args)


if __name__ == "__main__":
    main()
