"""Lemmas: a table of the treebank's word forms, and predicted rules for all other words."""

import gzip
import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees
from spacy.strings import StringStore

from hadath.extract.errors import ModelNotFound
from hadath.extract.spelling import fold

__all__ = ["Lemmatizer", "known_forms", "lemma_table"]


@lru_cache(maxsize=4)
def lemma_table(folder: Path) -> dict[str, str]:
    """Lemmas by ``folded form|part of speech``, from the model folder."""
    try:
        with gzip.open(folder / "lemmas.tsv.gz", "rt", encoding="utf8") as lines:
            return dict(line.rstrip("\n").split("\t") for line in lines)
    except FileNotFoundError as error:
        raise ModelNotFound(f"no lemmas in {folder}") from error


@lru_cache(maxsize=4)
def known_forms(folder: Path) -> frozenset[str]:
    """Folded nouns, verbs and adjectives of the treebank; none before the analyser, which brings them, has been trained."""
    if not (folder / "lemmas.tsv.gz").exists():
        return frozenset()
    keys = (key.rsplit("|", 1) for key in lemma_table(folder))
    return frozenset(form for form, pos in keys if pos in ("NOUN", "VERB", "ADJ"))


class Lemmatizer:
    """Lemma of a word form: the treebank's own where it is known, else by the predicted rule (an edit tree)."""

    def __init__(self, folder: Path) -> None:
        self.table = lemma_table(folder)
        try:
            rules = json.loads((folder / "lemma_rules.json").read_text("utf8"))
        except FileNotFoundError as error:
            raise ModelNotFound(f"no lemma rules in {folder}") from error
        self.trees = EditTrees(StringStore(rules["strings"]))
        self.trees.from_bytes(bytes.fromhex(rules["trees"]))
        self.kept = [int(tree) for tree in rules["kept"]]
        self.known = lru_cache(maxsize=200_000)(self._known)

    def _known(self, form: str, pos: str) -> str | None:
        """The treebank's lemma of a form, None when it has none."""
        found = (self.table.get(f"{spelling}|{pos}") for spelling in _spellings(form, pos))
        return next((lemma for lemma in found if lemma is not None), None)

    def by_rule(self, form: str, pos: str, rules: Sequence[int]) -> str:
        """The lemma of an unknown form: ``rules`` are numbers of lemma rules, best first; the first that fits is used."""
        if pos == "ADJ" and form.endswith("ى") and len(form) > 4:
            form = form[:-1] + "ي"  # «الجماعى» is «الجماعي» in Egyptian newspapers
        for rule in rules:
            lemma = self.trees.apply(self.kept[rule], form)
            if lemma:
                return str(lemma)
        return form


def _spellings(form: str, pos: str) -> Iterator[str]:
    """Spellings under which the table may know a word: as it stands, with ة for ه, with or without the article, and
    as the singular of a dual or plural before a genitive («مدينتي» for «مدينة», «معارضو» for «معارض»)."""
    word = fold(form)
    yield word
    if pos not in ("NOUN", "ADJ"):
        return
    endings = [word, f"{word[:-1]}ة"] if word.endswith("ه") and len(word) > 3 else [word]
    for ending in endings:
        yield ending
        yield ending[2:] if ending.startswith("ال") else f"ال{ending}"
    if pos == "NOUN" and word.endswith(("تي", "تا")) and len(word) > 4:
        yield f"{word[:-2]}ة"
    if pos == "NOUN" and word.endswith("و") and len(word) > 4:
        yield word[:-1]
