"""Gold sentences for training: Universal Dependencies Arabic treebanks kept as spaCy DocBins.

The DocBins hold syntactic words; written words are rebuilt by joining words that have no space between them. In a few
multi-word tokens the whole written word stands in every piece: these are cut again by their lemmas.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span, Token

from hadath.extract.clitics import WHOLE, label_of
from hadath.extract.spelling import strip_marks
from hadath.extract.words import is_punctuation

__all__ = ["GoldSentence", "GoldWord", "read_docs", "read_treebank"]

_PROCLITICS = {"و", "ف", "ب", "ل", "ك", "س"}
_PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "نا", "كم", "ني", "ه", "ك", "ي")


@dataclass(frozen=True, slots=True)
class GoldWord:
    """A written word with its segmentation label and the forms of its syntactic words."""

    text: str
    label: str
    forms: tuple[str, ...]
    space: bool


@dataclass(slots=True)
class GoldSentence:
    """A sentence: written words, and one row for each syntactic word (heads count from 1, 0 is the root)."""

    words: list[GoldWord] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)


def read_docs(path: Path) -> list[Doc]:
    """The Docs of a DocBin file, in order."""
    return list(DocBin().from_disk(path).get_docs(spacy.blank("ar").vocab))


def read_treebank(path: Path) -> list[list[GoldSentence]]:
    """Sentences of a DocBin file, one list for each Doc (neighbouring sentences stand together in a Doc)."""
    return [[_sentence(sent) for sent in doc.sents] for doc in read_docs(path)]


def _sentence(sent: Span) -> GoldSentence:
    gold = GoldSentence()
    for group, space in _groups(sent):
        forms = _forms(group)
        stem = _stem(group)
        joined = label_of(forms, stem, hamza=_hamza(group[stem])) or ("".join(forms), WHOLE)
        gold.words.append(GoldWord(joined[0], joined[1], tuple(forms), space))
        gold.forms.extend(forms)
    for token in sent:
        root = token.head is token or token.dep_ == "ROOT"
        gold.lemmas.append(strip_marks(token.lemma_).replace("ٱ", "ا"))
        gold.tags.append(f"{token.pos_}|{token.morph}")
        gold.heads.append(0 if root else token.head.i - sent.start + 1)
        gold.relations.append("root" if root else token.dep_)
    return gold


def _hamza(token: Token) -> str:
    """The seat of a final ء before a pronoun goes by the case: لقاءه, لقاؤه, لقائه."""
    return {"Nom": "ؤ", "Gen": "ئ"}.get("".join(token.morph.get("Case", [])), "ء")


def _groups(sent: Span) -> Iterator[tuple[list[Token], bool]]:
    """Tokens that make up one written word, with whether a space follows."""
    group: list[Token] = []
    for token in sent:
        if group and not _joins(group, token):
            yield group, bool(group[-1].whitespace_)
            group = []
        group.append(token)
    if group:
        yield group, bool(group[-1].whitespace_)


def _joins(group: list[Token], token: Token) -> bool:
    last = group[-1]
    if len(token.text) > 1 and last.text == token.text and _repeats(last, token):
        return True
    if last.whitespace_:
        return False
    return not any(
        is_punctuation(t.text) or t.text[:1].isdigit() or not t.text[:1].isalpha() for t in (last, token)
    )


def _repeats(last: Token, token: Token) -> bool:
    """Whether the conversion wrote the whole word into both pieces."""
    return strip_marks(last.lemma_) in _PROCLITICS or (
        token.pos_ == "PRON" and strip_marks(token.lemma_) == "هو" and last.pos_ != "PRON"
    )


def _forms(group: list[Token]) -> list[str]:
    forms = [strip_marks(token.text) if len(group) > 1 else token.text for token in group]
    if len(group) > 1 and len(set(forms)) == 1 and len(forms[0]) > 1 and group[0].text != "من":
        return _recut(forms[0], group)
    return forms


def _recut(word: str, group: list[Token]) -> list[str]:
    """Cut a written word that the conversion repeated in every piece, by the lemmas of its clitics."""
    before: list[str] = []
    tokens = list(group)
    while (
        len(tokens) > 1
        and strip_marks(tokens[0].lemma_) in _PROCLITICS
        and word.startswith(strip_marks(tokens[0].lemma_))
    ):
        before.append(word[0])
        word = word[1:]
        tokens.pop(0)
    if before and before[-1] == "ل" and word.startswith("ل") and "Definite=Def" in str(tokens[0].morph):
        word = "ا" + word
    if len(tokens) == 2:
        ending = next((p for p in _PRONOUNS if word.endswith(p)), word[-1])
        return [*before, word[: -len(ending)], ending]
    return [*before, word]


def _stem(group: list[Token]) -> int:
    """Index of the piece that carries the meaning: the last before trailing pronouns, after leading clitics."""
    last = len(group) - 1
    while last > 0 and group[last].pos_ == "PRON" and strip_marks(group[last - 1].lemma_) not in {"و", "ف"}:
        last -= 1
    return last
