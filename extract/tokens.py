"""Doc, Token and Span as spaCy has them, frozen: an analysed text as plain objects, read from its Doc once.

Rules ask the same words for the same annotations again and again; here they are attributes and ready tuples. The names are
spaCy's, so that its manual holds for them too; what no rule asks for is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import overload

import numpy as np
from spacy import tokens as spacy_tokens
from spacy.morphology import Morphology

from hadath.extract.spelling import fold

__all__ = ["Doc", "Span", "Token", "freeze"]

Morph = Mapping[str, list[str]]
"""Values by feature: ``morph.get("Gender", [])``."""

_IOB = ("", "I", "O", "B")  # by spaCy's numbers
_STRINGS: list[int | str] = ["ORTH", "NORM", "LEMMA", "POS", "DEP", "ENT_TYPE"]
_ATTRIBUTES: list[int | str] = [
    *_STRINGS,
    "MORPH",
    "ENT_IOB",
    "SPACY",
    "IS_SPACE",
    "IS_PUNCT",
    "LIKE_NUM",
    "HEAD",
]


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A syntactic word with its annotations; ``children`` stand in the order of the text.

    ``lemma`` and ``norm`` are ``lemma_`` and ``norm_`` as they are compared: folded.
    """

    doc: "Doc"
    i: int
    idx: int
    text: str
    whitespace_: str
    norm_: str
    norm: str
    lemma_: str
    lemma: str
    pos_: str
    dep_: str
    morph: Morph
    ent_type_: str
    ent_iob_: str
    is_space: bool
    is_punct: bool
    like_num: bool
    head: "Token" = field(init=False)
    children: tuple["Token", ...] = field(init=False)
    sent: "Span" = field(init=False)

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def nbor(self, distance: int = 1) -> "Token":
        """The token so many places behind."""
        return self.doc[self.i + distance]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The head, its head and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Iterator["Token"]:
        """The token with all that hangs on it, the left before it and the right behind."""
        for child in self.children:
            if child.i < self.i:
                yield from child.subtree
        yield self
        for child in self.children:
            if child.i > self.i:
                yield from child.subtree

    @property
    def left_edge(self) -> "Token":
        """The first token of the subtree."""
        return min(self.subtree, key=lambda token: token.i)

    def is_ancestor(self, descendant: "Token") -> bool:
        """Whether a token hangs on this one, however far below."""
        return any(token is self for token in descendant.ancestors)


class Span(Sequence[Token]):
    """The tokens from number ``start`` up to before ``end``, with a ``label_`` when they are a name."""

    __slots__ = ("_tokens", "doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label
        self._tokens = doc.tokens[start:end]

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Token]: ...
    def __getitem__(self, at: int | slice) -> Token | Sequence[Token]:
        return self._tokens[at]

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    def __len__(self) -> int:
        return len(self._tokens)

    @property
    def text(self) -> str:
        """The characters, without white space behind the last token."""
        if not self._tokens:
            return ""
        first, last = self._tokens[0], self._tokens[-1]
        return self.doc.text[first.idx : last.idx + len(last)]

    @property
    def root(self) -> Token:
        """The token that the others hang on."""
        return self.doc.tokens[self.doc.source[self.start : self.end].root.i]

    @property
    def sent(self) -> "Span":
        """The sentence in which it begins."""
        return self._tokens[0].sent


class Doc(Sequence[Token]):
    """The tokens of a text with its sentences; ``source`` is the Doc they were read from."""

    def __init__(self, source: spacy_tokens.Doc) -> None:
        self.source = source
        columns = np.asarray(source.to_array(_ATTRIBUTES), dtype=np.uint64)
        self.tokens = tuple(self._read(columns.tolist()))
        self.text = "".join(token.text + token.whitespace_ for token in self.tokens)
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token, distance in zip(self.tokens, columns[:, -1].astype(np.int64).tolist(), strict=True):
            token.head = self.tokens[token.i + distance]
            if distance:
                children[token.head.i].append(token)
        for token, hanging in zip(self.tokens, children, strict=True):
            token.children = tuple(hanging)
        self.sents = tuple(self._sentences())

    def _read(self, rows: list[list[int]]) -> Iterator[Token]:
        """The tokens from the numbers of their attributes, still without their places in trees and sentences."""
        vocab = self.source.vocab
        string = cache(lambda number: str(vocab.strings[number]))
        morph = cache(lambda number: _morph(vocab.morphology.get(number)))
        idx = 0
        for i, row in enumerate(rows):
            text, norm, lemma, pos, dep, label = map(string, row[:6])
            features, inside, spaced, is_space, is_punct, like_num, _ = row[6:]
            yield Token(
                self,
                i,
                idx,
                text,
                " " if spaced else "",
                norm,
                fold(norm),
                lemma,
                fold(lemma),
                pos,
                dep,
                morph(features),
                label,
                _IOB[inside],
                bool(is_space),
                bool(is_punct),
                bool(like_num),
            )
            idx += len(text) + spaced

    def _sentences(self) -> Iterator[Span]:
        for sent in self.source.sents:
            span = Span(self, sent.start, sent.end)
            for token in span:
                token.sent = span
            yield span

    @cached_property
    def ents(self) -> tuple[Span, ...]:
        """The names of the text, in order."""
        return tuple(Span(self, ent.start, ent.end, ent.label_) for ent in self.source.ents)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[at]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def char_span(self, start: int, end: int, *, alignment_mode: str) -> Span | None:
        """The tokens of a stretch of characters, as spaCy aligns them: ``contract`` or ``expand``."""
        span = self.source.char_span(start, end, alignment_mode=alignment_mode)
        return None if span is None else Span(self, span.start, span.end)


@lru_cache(maxsize=10_000)
def _morph(features: str) -> Morph:
    return {feature: values.split(",") for feature, values in Morphology.feats_to_dict(features).items()}


def freeze(doc: spacy_tokens.Doc) -> Doc:
    """An analysed Doc as plain objects."""
    return Doc(doc)
