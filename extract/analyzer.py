"""The analyser: part of speech, features, lemma, dependency tree and named entities of a tokenised Doc."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from hadath.extract.lemmas import Lemmatizer
from hadath.extract.names import name_spans
from hadath.extract.network import Array, Network, WordTypes
from hadath.extract.trees import Heads, best_tree

__all__ = ["Analyzer"]

Column = NDArray[np.uint64]
_WORDS = 3000  # words analysed at a time
_ATTRIBUTES = ("POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE")
_OUTSIDE, _INSIDE, _BEGIN = 2, 1, 3  # spaCy's numbers of IOB labels


class Analyzer:
    """A pipeline component. A Doc is analysed by itself, so that its annotations never depend on its neighbours."""

    def __init__(self, vocab: Vocab, folder: Path) -> None:
        self.network = Network(folder, "analyzer")
        self.lemmatizer = Lemmatizer(folder)
        self.types = WordTypes(self.network, vocab.vectors)
        labels = self.network.labels
        self._pos = [label.split("|")[0] for label in labels["tag"]]
        self._pos_ids = np.array([vocab.strings[pos] for pos in self._pos], dtype=np.uint64)
        self._morphs = np.array(
            [vocab.morphology.add(label.split("|", 1)[1]) for label in labels["tag"]], dtype=np.uint64
        )
        self._deps = np.array(
            [vocab.strings.add("ROOT" if r == "root" else r) for r in labels["relation"]], dtype=np.uint64
        )
        self._root = labels["relation"].index("root")

    def __call__(self, doc: Doc) -> Doc:
        result = _Annotations(doc)
        for part in _parts(_sentences(doc)):
            self._annotate(part, result)
        result.write()
        return doc

    def _annotate(self, sentences: list[list[int]], result: "_Annotations") -> None:
        words = [result.norms[i] for tokens in sentences for i in tokens]
        lengths = [len(tokens) for tokens in sentences]
        encoded = self.network.encode(self.types.inputs(words), lengths)
        tags = self.network.classify("tag", encoded).argmax(1)
        lemmas = self._lemmas(
            words, [self._pos[tag] for tag in tags], self.network.classify("lemma", encoded)
        )
        ner, fine = self.network.classify("ner", encoded), self.network.classify("fine", encoded)
        heads, relations = self._trees(encoded, lengths)
        start = 0
        for tokens in sentences:
            here = slice(start, start + len(tokens))
            result.set("POS", tokens, self._pos_ids[tags[here]])
            result.set("MORPH", tokens, self._morphs[tags[here]])
            result.set_lemmas(tokens, lemmas[here])
            result.set_tree(tokens, heads[here], self._deps[relations[here]])
            result.set_names(tokens, name_spans(ner[here], fine[here], self.network.labels))
            start += len(tokens)

    def _lemmas(self, words: Sequence[str], pos: Sequence[str], scores: Array) -> list[str]:
        """Known lemmas, and for all other words those by their three best rules."""
        known = list(map(self.lemmatizer.known, words, pos))
        unknown = [i for i, lemma in enumerate(known) if lemma is None]
        rules = dict(zip(unknown, _best(scores[unknown], 3), strict=True))
        return [
            self.lemmatizer.by_rule(words[i], pos[i], rules[i]) if lemma is None else lemma
            for i, lemma in enumerate(known)
        ]

    def _trees(self, encoded: Array, lengths: Sequence[int]) -> tuple[Heads, Heads]:
        """Heads (0 is the root, words count from 1 in their sentence) and relation numbers of all words."""
        heads, dep, head = [], [], []
        for scores, label_dep, label_head in self.network.arcs(encoded, lengths):
            tree = best_tree(_log_softmax(scores))
            heads.append(tree)
            dep.append(label_dep)
            head.append(label_head[tree])
        all_heads = np.concatenate(heads)
        scores = self.network.relations(np.concatenate(dep), np.concatenate(head))
        scores[all_heads != 0, self._root] = -np.inf
        relations = scores.argmax(1)
        relations[all_heads == 0] = self._root
        return all_heads, relations


class _Annotations:
    """Columns of token attributes, written into the Doc at once."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.norms = [token.text if token.text in "«»" else token.norm_ for token in doc]
        self.columns = {name: np.zeros(len(doc), dtype=np.uint64) for name in _ATTRIBUTES}
        self.columns["ENT_IOB"][:] = _OUTSIDE
        self.analysed = np.zeros(len(doc), dtype=bool)

    def set(self, attribute: str, tokens: list[int], values: Column) -> None:
        self.columns[attribute][tokens] = values

    def set_lemmas(self, tokens: list[int], lemmas: list[str]) -> None:
        add = self.doc.vocab.strings.add
        self.set("LEMMA", tokens, np.array([add(lemma) for lemma in lemmas], dtype=np.uint64))

    def set_tree(self, tokens: list[int], heads: Heads, relations: Column) -> None:
        at = np.asarray(tokens, dtype=np.int64)
        target = np.where(heads == 0, at, at[heads - 1])
        self.columns["HEAD"][at] = (target - at).astype(np.uint64)
        self.columns["DEP"][at] = relations
        self.analysed[at] = True

    def set_names(self, tokens: list[int], spans: list[tuple[int, int, str]]) -> None:
        for first, end, kind in spans:
            name = self.doc.vocab.strings.add(kind)
            for i in range(tokens[first], tokens[end - 1] + 1):
                self.columns["ENT_IOB"][i] = _BEGIN if i == tokens[first] else _INSIDE
                self.columns["ENT_TYPE"][i] = name

    def write(self) -> None:
        if not len(self.doc):
            return
        self._attach_spaces()
        values: Any = np.stack([self.columns[name] for name in _ATTRIBUTES], axis=1)
        self.doc.from_array(list(_ATTRIBUTES), values)

    def _attach_spaces(self) -> None:
        """White-space tokens hang on the word before them, in the first sentence's beginning on the word after."""
        words, spaces = np.flatnonzero(self.analysed), np.flatnonzero(~self.analysed)
        target = (
            words[np.maximum(np.searchsorted(words, spaces) - 1, 0)] if len(words) else np.zeros_like(spaces)
        )
        self.columns["HEAD"][spaces] = (target - spaces).astype(np.uint64)
        self.columns["DEP"][spaces] = self.doc.vocab.strings.add("dep")
        self.columns["POS"][spaces] = self.doc.vocab.strings["SPACE"]


def _sentences(doc: Doc) -> Iterator[list[int]]:
    """Token numbers of each sentence, white space and stray controls left out."""
    starts = [token.is_sent_start for token in doc]
    sentence: list[int] = []
    for first, end in doc.user_data["words"]:
        if starts[first] and sentence:
            yield sentence
            sentence = []
        sentence.extend(range(first, end))
    if sentence:
        yield sentence


def _best(scores: Array, most: int) -> list[list[int]]:
    """Numbers of the ``most`` best labels of each row, best first."""
    top = np.argpartition(-scores, min(most, scores.shape[1]) - 1, axis=1)[:, :most]
    order = np.argsort(-np.take_along_axis(scores, top, axis=1), axis=1, kind="stable")
    best: list[list[int]] = np.take_along_axis(top, order, axis=1).tolist()
    return best


def _parts(sentences: Iterable[list[int]]) -> Iterator[list[list[int]]]:
    part: list[list[int]] = []
    words = 0
    for tokens in sentences:
        part.append(tokens)
        words += len(tokens)
        if words >= _WORDS:
            yield part
            part, words = [], 0
    if part:
        yield part


def _log_softmax(scores: Array) -> Array:
    shifted = scores - scores.max(-1, keepdims=True)
    out: Array = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return out


def make_analyzer(nlp: Language, name: str, model: str) -> Analyzer:
    """Factory of the component ``hadath_analyzer``."""
    return Analyzer(nlp.vocab, Path(model))
