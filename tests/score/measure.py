"""Measure the language pipeline and the extraction on a folder of gold data and print Markdown tables."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import conll
import extraction
import ner
import perturb
from spacy.tokens import Doc
from treebank import Document

from hadath.extract.errors import HadathError

Reader = Callable[[str], Doc]
Measured = tuple[dict[str, Any], list[str]]

# Stanza on UD Arabic-PADT from raw text, as its authors publish it
STANZA = {"Words": 98.03, "Sentences": 83.56, "UPOS": 95.18, "Lemmas": 93.54, "UAS": 83.99, "LAS": 79.77}
SENTENCES_PER_TEXT = 20


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; figures with two decimals, «–» where there is none."""
    lines = [list(head), ["---", *["---:"] * (len(head) - 1)]]
    lines += [[_cell(value) for value in row] for row in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def treebanks(data: Path) -> dict[str, list[Document]]:
    """The treebanks measured, by the name of their column."""
    folder = data / "data" / "ud"
    files = {"PADT": "ar_padt-ud-test.spacy", "PUD": "ar_pud-ud-test.conllu"}
    return {name: conll.read_treebank(folder / file) for name, file in files.items()}


def corpora(data: Path) -> list[ner.Corpus]:
    """The corpora of names measured."""
    folder = data / "data" / "ner"
    return [ner.anercorp(folder), ner.aqmar(folder)]


def reading(nlp: Reader, gold: Mapping[str, Sequence[Document]]) -> dict[str, dict[str, float]]:
    """CoNLL 2018 figures of each treebank, sentences run on; of PADT also with each sentence a paragraph.

    The published raw text of PADT, on which Stanza was measured, has paragraphs, mostly of one sentence. The DocBins have
    lost them: the two readings are harder and easier than it.
    """
    found = {name: conll.measure(nlp, documents) for name, documents in gold.items()}
    found["PADT, paragraphs"] = conll.measure(nlp, gold["PADT"], paragraphs=True)
    return found


def naming(nlp: Reader, gold: Iterable[ner.Corpus]) -> dict[str, dict[str, dict[str, float]]]:
    """Precision, recall and F1 of names in each corpus; a corpus of one long text is also read in pieces."""
    variants = []
    for corpus in gold:
        variants.append((corpus.name, corpus))
        if len(corpus.articles) == 1:
            name = f"{corpus.name}, {SENTENCES_PER_TEXT} sentences a text"
            variants.append((name, corpus.cut(SENTENCES_PER_TEXT)))
    return {name: _names(ner.measure(nlp, corpus)) for name, corpus in variants}


def _names(scores: Mapping[str, ner.Score]) -> dict[str, dict[str, float]]:
    return {kind: {"P": s.precision, "R": s.recall, "F1": s.f1} for kind, s in scores.items()}


def spelling(nlp: Reader, documents: Sequence[Document], corpus: ner.Corpus) -> dict[str, dict[str, float]]:
    """The figures for each way to spell, «as printed» first; forms folded throughout."""
    rows = {"as printed": _spelt(nlp, documents, corpus, glued=False)}
    for name in (*perturb.SPELLINGS, perturb.GLUED):
        other = perturb.respell_treebank(documents, name), perturb.respell_corpus(corpus, name)
        rows[name] = _spelt(nlp, *other, glued=name == perturb.GLUED)
    return rows


def _spelt(
    nlp: Reader, documents: Sequence[Document], corpus: ner.Corpus, *, glued: bool
) -> dict[str, float]:
    return conll.measure(nlp, documents, folded=True) | {
        "NER": ner.measure(nlp, corpus, glued=glued)["all"].f1
    }


def reading_table(found: Mapping[str, Mapping[str, float]]) -> str:
    """One row per figure, one column per treebank, Stanza beside them."""
    rows = [[name, *(found[t][name] for t in found), STANZA.get(name)] for name in conll.FIGURES]
    return table(["F1 from raw text", *found, "Stanza, PADT"], rows)


def naming_table(found: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    """One row per corpus and kind of name."""
    rows = [[f"{name}: {kind}", *s.values()] for name, kinds in found.items() for kind, s in kinds.items()]
    return table(["names, whole spans", "P", "R", "F1"], rows)


def spelling_table(found: Mapping[str, Mapping[str, float]]) -> str:
    """The first row in full, the others as differences from it."""
    first = next(iter(found.values()))
    rows: list[list[object]] = [["as printed", *first.values()]]
    for name, row in list(found.items())[1:]:
        rows.append([name, *(f"{row[figure] - first[figure]:+.2f}" for figure in first)])
    return table(["spelling", *first], rows)


def extraction_table(title: str, found: Mapping[str, Any]) -> str:
    """One row per figure; a bare figure stands under F1."""
    rows = []
    for name, value in found.items():
        named = value if isinstance(value, dict) else {"f": value}
        rows.append([name, *(_share(named.get(column)) for column in ("p", "r", "f"))])
    return table([title, "P", "R", "F1"], rows)


def _share(value: float | None) -> str | None:
    return None if value is None else f"{value:.3f}"


def model(data: Path, *, spellings: bool, folder: Path | None = None) -> Measured:
    """The figures of the language pipeline and their tables."""
    from hadath.extract.pipeline import load

    nlp = load(folder)
    gold, names = treebanks(data), corpora(data)
    found: dict[str, Any] = {"reading": reading(nlp, gold), "naming": naming(nlp, names)}
    tables = [reading_table(found["reading"]), naming_table(found["naming"])]
    if spellings:
        found["spelling"] = spelling(nlp, gold["PADT"], names[0].cut(SENTENCES_PER_TEXT))
        tables.append(spelling_table(found["spelling"]))
    return found, tables


def graphs(name: str, figures: Callable[[Path], dict[str, Any]], data: Path) -> Measured:
    """The figures of the extraction on one kind of gold, and their table."""
    found = figures(data)
    return {name: found}, [extraction_table(name, found)]


def main() -> int:
    """Print the tables; exit 1 when something could not be measured."""
    parser = argparse.ArgumentParser(prog="tests/score/run", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of gold data")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--model-only", action="store_true", help="only the language pipeline")
    only.add_argument("--extraction-only", action="store_true", help="only the graphs")
    parser.add_argument(
        "--no-spellings", action="store_true", help="leave out the other spellings, the longest part"
    )
    parser.add_argument("--model", type=Path, metavar="FOLDER", help="another model than the one that ships")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures to a file too")
    options = parser.parse_args()
    figures: dict[str, Any] = {}
    failed = False
    parts: list[tuple[bool, Callable[[], Measured]]] = [
        (
            not options.extraction_only,
            lambda: model(options.data, spellings=not options.no_spellings, folder=options.model),
        ),
        (not options.model_only, lambda: graphs("articles", extraction.articles, options.data)),
        (not options.model_only, lambda: graphs("sentences", extraction.sentences, options.data)),
    ]
    for wanted, part in parts:
        if not wanted:
            continue
        try:
            found, tables = part()
        except (extraction.CommandError, HadathError, OSError, ImportError) as error:
            print(f"not measured: {error}", file=sys.stderr)
            failed = True
            continue
        figures |= found
        print("\n".join(tables), flush=True)
    if options.json:
        options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf8")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
