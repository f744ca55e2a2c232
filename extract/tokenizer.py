"""The tokenizer: text → Doc of syntactic words with sentence starts.

Every token is a slice of the text as written (``«للرد»`` gives «ل» and «لرد»); ``token.norm_`` is the word as it stands
alone («الرد»), without vowel marks. ``doc.user_data["words"]`` holds the written words as ``(first, end)`` token numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

from hadath.extract.clitics import WHOLE, Piece, pieces
from hadath.extract.encoding import replace_surrogates
from hadath.extract.gazetteer.names import name_words
from hadath.extract.lemmas import known_forms
from hadath.extract.network import Array, Network, WordTypes, softmax
from hadath.extract.sentences import sentence_starts
from hadath.extract.spelling import fold, is_mark, strip_marks
from hadath.extract.words import is_control, word_spans

__all__ = ["Segmenter", "Tokenizer", "WrittenWord"]

_WINDOW, _CONTEXT = 64, 12
_PROCLITIC = "1|-"


@dataclass(frozen=True, slots=True)
class WrittenWord:
    """A word of the text, ``[start, end)``, and its pieces, whose offsets count from the start of the word."""

    start: int
    end: int
    pieces: list[Piece]


class Segmenter:
    """The trained segmenter: clitic labels and sentence starts of written words."""

    def __init__(self, folder: Path, vocab: Vocab) -> None:
        self.network = Network(folder, "segmenter")
        self.types = WordTypes(self.network, vocab.vectors)
        self.labels = self.network.labels["seg"]
        self._proclitics = frozenset(self.network.labels["before"])
        self._enclitics = frozenset(self.network.labels["after"])
        self._known = known_forms(folder)

    def scores(self, words: Sequence[str]) -> tuple[Array, Array]:
        """Label scores ``[n, labels]`` and the probability ``[n]`` that a sentence starts at each word."""
        inputs = self.types.inputs(words)
        begins = list(range(0, len(words), _WINDOW))
        spans = [(max(b - _CONTEXT, 0), min(b + _WINDOW + _CONTEXT, len(words))) for b in begins]
        encoded = self.network.encode(
            np.concatenate([inputs[b:e] for b, e in spans]), [e - b for b, e in spans]
        )
        keep: list[Array] = []
        offset = 0
        for begin, (b, e) in zip(begins, spans, strict=True):
            keep.append(encoded[offset + begin - b : offset + min(begin + _WINDOW, len(words)) - b])
            offset += e - b
        inner = np.concatenate(keep)
        starts: Array = softmax(self.network.classify("start", inner))[:, 1]
        return self.network.classify("seg", inner), starts

    def split(self, words: Sequence[str], scores: Array) -> list[list[Piece]]:
        """Pieces of each word (given without vowel marks) by the best label that cuts off clitics only."""
        best = scores.argmax(1)
        whole = self.labels.index(WHOLE)
        names = name_words()
        out = []
        for i, word in enumerate(words):
            if len(word) < 2 or not word[0].isalpha() or fold(word) in names:
                out.append([Piece(0, len(word), word)])
            elif best[i] != whole:
                out.append(self._cut(word, scores[i]))
            else:
                out.append(self._doubt(word, scores[i]))
        return out

    def _doubt(self, word: str, scores: Array) -> list[Piece]:
        """An unknown word is cut after all when a known one stands behind a proclitic: «لاشتباكات» is ل + اشتباكات."""
        whole = [Piece(0, len(word), word)]
        if (
            len(word) < 6
            or word[0] not in "لبفوك"
            or fold(word) in self._known
            or fold(word[1:]) not in self._known
        ):
            return whole
        likely = [self.labels[label] for label in np.argsort(-scores)[:3]]
        return pieces(word, _PROCLITIC) if _PROCLITIC in likely else whole

    def _cut(self, word: str, scores: Array) -> list[Piece]:
        for label in np.argsort(-scores)[:4]:
            name = self.labels[label]
            cut = pieces(word, name)
            if name == WHOLE or (len(cut) > 1 and self._are_clitics(cut, name)):
                return cut
        return [Piece(0, len(word), word)]

    def _are_clitics(self, cut: list[Piece], label: str) -> bool:
        before = 0 if label.startswith("-") else label.split("|")[0].count(",") + 1
        return all(p.norm in self._proclitics for p in cut[:before]) and all(
            p.norm in self._enclitics for p in cut[before + 1 :]
        )


class Tokenizer:
    """Callable on a text, as spaCy's tokenizers are; a lone surrogate, which no Doc can hold, becomes U+FFFD."""

    def __init__(self, vocab: Vocab, segmenter: Segmenter) -> None:
        self.vocab, self.segmenter = vocab, segmenter

    def __call__(self, text: str) -> Doc:
        text = replace_surrogates(text)
        spans = list(word_spans(text))
        content = [(s, e) for s, e in spans if not (text[s:e].isspace() or is_control(text[s:e]))]
        plain = [strip_marks(text[s:e]) or text[s:e] for s, e in content]
        if not content:
            return _blank(self.vocab, text, spans)
        scores, starts = self.segmenter.scores(plain)
        cuts = self.segmenter.split(plain, scores)
        words = [
            WrittenWord(s, e, _on_text(text[s:e], cut)) for (s, e), cut in zip(content, cuts, strict=True)
        ]
        first = sentence_starts(text, content, starts)
        return _doc(self.vocab, text, spans, words, first)


def _on_text(word: str, cut: list[Piece]) -> list[Piece]:
    """Piece offsets over letters → over the word as written, marks staying with the letter before them."""
    if len(cut) == 1:
        return [Piece(0, len(word), cut[0].norm)]
    letters = [i for i, char in enumerate(word) if not is_mark(char)]
    bounds = [0, *(letters[piece.start] for piece in cut[1:]), len(word)]
    return [Piece(bounds[i], bounds[i + 1], piece.norm) for i, piece in enumerate(cut)]


@dataclass(slots=True)
class _Tokens:
    forms: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    norms: list[str] = field(default_factory=list)
    starts: list[bool | int | None] = field(default_factory=list)
    words: list[tuple[int, int]] = field(default_factory=list)

    def add(self, form: str, norm: str, start: bool) -> None:
        self.forms.append(form)
        self.spaces.append(False)
        self.norms.append(norm)
        self.starts.append(start)


def _doc(
    vocab: Vocab, text: str, spans: list[tuple[int, int]], words: list[WrittenWord], starts: set[int]
) -> Doc:
    tokens = _Tokens()
    at = {word.start: (number, word) for number, word in enumerate(words)}
    for start, end in spans:
        if start in at:
            number, word = at[start]
            before = len(tokens.forms)
            for i, piece in enumerate(word.pieces):
                tokens.add(
                    text[start + piece.start : start + piece.end], piece.norm, i == 0 and number in starts
                )
            tokens.words.append((before, len(tokens.forms)))
        else:
            _add_space(tokens, text[start:end])
    return _filled(vocab, tokens)


def _blank(vocab: Vocab, text: str, spans: list[tuple[int, int]]) -> Doc:
    tokens = _Tokens()
    for start, end in spans:
        _add_space(tokens, text[start:end])
    return _filled(vocab, tokens)


def _add_space(tokens: _Tokens, space: str) -> None:
    """One plain space belongs to the token before it; all other white space is a token of its own, as spaCy has it."""
    if space.startswith(" ") and tokens.forms and not tokens.spaces[-1]:
        tokens.spaces[-1] = True
        space = space[1:]
    if space:
        tokens.add(space, space, False)


def _filled(vocab: Vocab, tokens: _Tokens) -> Doc:
    doc = Doc(vocab, words=tokens.forms, spaces=tokens.spaces, sent_starts=tokens.starts or None)
    for token, norm in zip(doc, tokens.norms, strict=True):
        if norm != token.text:
            token.norm_ = norm
    doc.user_data["words"] = tokens.words
    return doc
