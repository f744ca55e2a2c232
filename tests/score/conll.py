"""How well the pipeline reads raw text: the CoNLL 2018 shared-task evaluation, with nsubj and obj apart.

The evaluator is that of ``udtools``, kept by Universal Dependencies. One thing differs from a plain run:
lemmas are compared without vowel marks, and so are the underlying forms inside multi-word tokens («هٰذا»).
"""

import argparse
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from treebank import Document, from_doc, raw_text, read_conllu, read_docbin, to_conllu

__all__ = ["FIGURES", "figures", "labels", "measure", "read_treebank"]

FIGURES = ("Words", "Sentences", "UPOS", "UFeats", "Lemmas", "UAS", "LAS", "nsubj", "obj")
Reader = Callable[[str], Doc]


def read_treebank(path: Path) -> list[Document]:
    """Read a treebank file by its ending: ``.conllu`` or a spaCy DocBin."""
    return read_conllu(path) if path.suffix == ".conllu" else read_docbin(path)


def _load(documents: Sequence[Document], name: str, *, folded: bool = False) -> Any:
    from udtools.udeval import load_conllu

    sys.setrecursionlimit(20_000)  # the evaluator walks up the tree of each sentence by recursion
    return load_conllu(io.StringIO(to_conllu(documents, folded=folded)), name, {"multiple_roots_okay": True})


def _scores(gold: Any, system: Any) -> dict[str, float]:
    from udtools.udeval import evaluate

    return {name: 100 * score.f1 for name, score in evaluate(gold, system).items()}


def _relation(gold: Any, system: Any, label: str) -> tuple[float, int]:
    """F1 of one relation and how often gold has it: CLAS with this label as the only content relation."""
    for word in [*gold.words, *system.words]:
        word.is_content_deprel = word.columns[7] == label
    return _scores(gold, system)["CLAS"], sum(word.is_content_deprel for word in gold.words)


def figures(
    gold: Sequence[Document], system: Sequence[Document], *, folded: bool = False
) -> dict[str, float]:
    """The F1 figures of the shared task in percent, and of subject and object (word, head and label)."""
    left, right = _load(gold, "gold", folded=folded), _load(system, "system", folded=folded)
    scores = _scores(left, right)
    scores |= {label: _relation(left, right, label)[0] for label in ("nsubj", "obj")}
    return {name: scores[name] for name in FIGURES}


def labels(gold: Sequence[Document], system: Sequence[Document]) -> dict[str, tuple[float, int]]:
    """F1 and gold count of every relation, subtypes counted with their main type, most frequent first."""
    left, right = _load(gold, "gold"), _load(system, "system")
    rows = {
        label: _relation(left, right, label) for label in sorted({word.columns[7] for word in left.words})
    }
    return dict(sorted(rows.items(), key=lambda row: -row[1][1]))


def read_all(nlp: Reader, texts: Iterable[str]) -> list[Document]:
    """What the pipeline makes of each text."""
    return [from_doc(nlp(text)) for text in texts]


def measure(
    nlp: Reader, gold: Sequence[Document], *, folded: bool = False, paragraphs: bool = False
) -> dict[str, float]:
    """Run the pipeline on the raw text of a treebank and score it."""
    texts = [raw_text(document, paragraphs=paragraphs) for document in gold]
    return figures(gold, read_all(nlp, texts), folded=folded)


def main() -> None:
    """Print the figures for treebank files, with a table per relation on demand."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("treebank", nargs="+", type=Path)
    parser.add_argument("--labels", action="store_true", help="F1 of every relation")
    parser.add_argument("--documents", type=int, metavar="N", help="only the first N documents")
    parser.add_argument("--model", type=Path, metavar="FOLDER", help="another model than the one that ships")
    options = parser.parse_args()
    from hadath.extract.pipeline import load

    nlp = load(options.model)
    for path in options.treebank:
        gold = read_treebank(path)[: options.documents]
        system = read_all(nlp, map(raw_text, gold))
        print(path.name, *(f"{name} {value:.2f}" for name, value in figures(gold, system).items()), sep="  ")
        if options.labels:
            for label, (score, count) in labels(gold, system).items():
                print(f"  {label:12}{score:7.2f}{count:7}")


if __name__ == "__main__":
    main()
