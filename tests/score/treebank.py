"""Gold sentences as they would stand in print: surface words rebuilt from syntactic words, raw text, CoNLL-U.

A treebank converted to syntactic words says «ل» + «الرد» where the newspaper printed «للرد». This module puts
the printed word back, so that a pipeline can be measured from raw text. It is written apart from the reader
that the training code uses: each checks the other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span, Token

__all__ = [
    "Document",
    "Printed",
    "Sentence",
    "Word",
    "from_doc",
    "raw_text",
    "read_conllu",
    "read_docbin",
    "to_conllu",
]

PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "كم", "كن", "نا", "ني", "ه", "ك", "ي")
CLITICS = frozenset("وفبكلسأ")
_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
_FOLDED = str.maketrans("أإآىة", "اااي\u0647")
_WITH_YA = frozenset({"على", "إلى", "الى", "لدى"})
_ASSIMILATED = {
    ("من", "ما"): ("م", "ما"),
    ("من", "من"): ("م", "من"),
    ("عن", "ما"): ("ع", "ما"),
    ("عن", "من"): ("ع", "من"),
}
_ASSIMILATED |= {("أن", "لا"): ("أ", "لا"), ("ان", "لا"): ("ا", "لا")}
_SEAT = {"Gen": "ئ", "Nom": "ؤ", "Acc": "ء"}


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word: ``form`` is underlying, ``head`` counts from 1 in the sentence, 0 is the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str

    def feature(self, name: str) -> str:
        """The value of one feature, empty when it has none."""
        return dict(pair.split("=", 1) for pair in self.feats.split("|") if "=" in pair).get(name, "")


@dataclass(frozen=True, slots=True)
class Printed:
    """A word as printed, with the syntactic words in it; punctuation is a word of its own."""

    surface: str
    words: tuple[Word, ...]
    space_after: bool = True


Sentence = tuple[Printed, ...]
Document = tuple[Sentence, ...]


def plain(text: str) -> str:
    """A lemma or form without vowel marks and tatweel, ٱ written ا; a tatweel alone stays."""
    return _MARKS.sub("", text).replace("ٱ", "ا") or text


def fold(text: str) -> str:
    """A form as it looks when hamza, final ى and ة are left out of account."""
    return plain(text).translate(_FOLDED)


def _definite(word: Word) -> bool:
    if word.feature("Definite"):
        return word.feature("Definite") == "Def"
    return plain(word.lemma).startswith("ال")


def _pronoun(word: Word) -> bool:
    return word.upos == "PRON" and word.form in PRONOUNS


def _before_pronoun(stem: str, word: Word, suffix: str) -> str:
    """How the end of a word changes in print when a pronoun is written onto it."""
    if stem.endswith("ة"):
        return stem[:-1] + "ت"
    if stem.endswith("ى"):
        return stem[:-1] + ("ي" if plain(stem) in _WITH_YA else "ا")
    if word.upos == "VERB" and stem.endswith("وا"):
        return stem[:-1]
    if stem.endswith("إ"):
        return stem[:-1] + "ئ"
    if stem.endswith("ء") and word.upos not in ("VERB", "ADP"):
        return stem[:-1] + ("ئ" if suffix == "ي" else _SEAT.get(word.feature("Case"), "ء"))
    return stem


def _contract(left: str, right: str, first: Word, second: Word) -> tuple[str, str]:
    """The printed shape of two neighbours inside one printed word."""
    if left == "ل" and right.startswith("ال") and _definite(second):
        return left, right[2:] if right.startswith("الل") else right[1:]
    if _pronoun(second):
        stem = _before_pronoun(left, first, right)
        return (stem, "") if right == "ي" and stem.endswith("ي") else (stem, right)
    return _ASSIMILATED.get((left, right), (left, right))


def surface(words: Sequence[Word]) -> str:
    """The printed word that these syntactic words make: «ل» «اللجنة» → «للجنة», «زيارة» «ه» → «زيارته»."""
    shapes = [word.form for word in words]
    for i in range(1, len(words)):
        shapes[i - 1], shapes[i] = _contract(shapes[i - 1], shapes[i], words[i - 1], words[i])
    printed = "".join(shapes)
    return printed.replace("\u0670", "") if len(words) > 1 else printed


# --- the treebank files ---


def _suffix(word: Word) -> str:
    """The written form of a pronoun that its features call for, «ي» for the speaker."""
    person, number = word.feature("Person"), word.feature("Number")
    stem = {"1": "نا" if number != "Sing" else "ي", "2": "ك", "3": "ه"}.get(person, "")
    if person == "1" or not stem:
        return stem
    if number == "Dual":
        return stem + "ما"
    if number == "Plur":
        return stem + ("ن" if word.feature("Gender") == "Fem" else "م")
    return stem + ("ا" if person == "3" and word.feature("Gender") == "Fem" else "")


def _underlying(shape: str, word: Word, *, after_lam: bool, before_pronoun: bool) -> str:
    """The syntactic form of a stem cut out of a printed word."""
    lemma = plain(word.lemma)
    if after_lam and shape.startswith("ل") and _definite(word):
        shape = ("ال" if lemma.startswith("ل") and not shape.startswith("لل") else "ا") + shape
    if before_pronoun and shape.endswith("ت") and lemma.endswith("ة"):
        return shape[:-1] + "ة"
    if before_pronoun and shape.endswith("ا") and lemma.endswith("ى"):
        return shape[:-1] + "ى"
    if before_pronoun and shape.endswith(("ائ", "اؤ")):
        return shape[:-1] + "ء"
    return shape


def split_repeated(words: Sequence[Word]) -> list[Word] | None:
    """Give each piece its own form where a conversion put the whole printed word into every piece.

    None when the words are no such pieces but a real repetition («روما روما»).
    """
    shape, stems = words[0].form, list(words)
    fronts: list[str] = []
    while len(stems) > 1 and plain(stems[0].lemma) in CLITICS and shape.startswith(plain(stems[0].lemma)):
        fronts.append(plain(stems.pop(0).lemma))
        shape = shape[1:]
    suffix = _suffix(stems[-1]) if len(stems) > 1 and stems[-1].upos == "PRON" else ""
    if suffix and shape.endswith(suffix):
        shape = shape.removesuffix(suffix)
        stems.pop()
    if len(stems) != 1 or len(words) == 1 or not shape:
        return None
    bare = len(fronts) + 1 < len(words)
    stem = _underlying(shape, stems[0], after_lam=fronts[-1:] == ["ل"], before_pronoun=bare)
    forms = [*fronts, stem, *([suffix] if bare else [])]
    return [replace(word, form=form) for word, form in zip(words, forms, strict=True)]


def _repair(words: Sequence[Word], spaces: Sequence[bool]) -> list[tuple[Word, bool]]:
    """Words with their following space, runs of repeated whole words put right."""
    out: list[tuple[Word, bool]] = []
    for _, group in groupby(zip(words, spaces, strict=True), key=lambda pair: pair[0].form):
        run = list(group)
        pieces = split_repeated([word for word, _ in run]) if len(run[0][0].form) > 2 else None
        if pieces is None:
            out.extend(run)
        else:
            out.extend((piece, i == len(run) - 1 and run[-1][1]) for i, piece in enumerate(pieces))
    return out


def _alone(word: Word) -> bool:
    return word.upos in ("PUNCT", "SYM") or not any(c.isalnum() for c in word.form)


def printed_words(pairs: Iterable[tuple[Word, bool]]) -> Sentence:
    """Join syntactic words without a space between to printed words; punctuation stands alone."""
    out: list[Printed] = []
    run: list[Word] = []

    def close(space: bool) -> None:
        if run:
            out.append(Printed(surface(run), tuple(run), space))
            run.clear()

    for word, space in pairs:
        if _alone(word):
            close(False)
            out.append(Printed(word.form, (word,), space))
            continue
        run.append(word)
        if space:
            close(True)
    close(True)
    return tuple(out)


def _gold_word(token: Token, start: int) -> Word:
    root = token.head.i == token.i
    head = 0 if root else token.head.i - start + 1
    return Word(token.text, token.lemma_, token.pos_, str(token.morph), head, "root" if root else token.dep_)


def _gold_sentence(span: Span) -> Sentence:
    words = [_gold_word(token, span.start) for token in span]
    return printed_words(_repair(words, [bool(token.whitespace_) for token in span]))


def read_docbin(path: Path) -> list[Document]:
    """Read a treebank kept as a spaCy DocBin of syntactic words."""
    docs = DocBin().from_disk(path).get_docs(spacy.blank("xx").vocab)
    return [tuple(_gold_sentence(span) for span in doc.sents) for doc in docs]


def _article(pairs: list[tuple[Word, bool]]) -> list[tuple[Word, bool]]:
    """Write «ل» + «لرد» as «ل» + «الرد», the convention of the main treebank."""
    out = pairs[:1]
    for (before, glued), (word, space) in pairwise(pairs):
        if (
            before.form == "ل"
            and not glued
            and word.form.startswith("ل")
            and word.feature("Definite") == "Def"
        ):
            word = replace(word, form=_underlying(word.form, word, after_lam=True, before_pronoun=False))
        out.append((word, space))
    return out


def _word(columns: Sequence[str]) -> Word:
    _, form, lemma, upos, _, feats, head, deprel, *_ = columns
    return Word(form, lemma, upos, feats, int(head), deprel)


def _rows(lines: Iterable[str]) -> list[tuple[Word, bool]]:
    pairs: list[tuple[Word, bool]] = []
    last, outer = 0, True
    for columns in (line.split("\t") for line in lines if line[:1].isdigit()):
        number, space = columns[0], "SpaceAfter=No" not in columns[9]
        if "-" in number:
            last, outer = int(number.split("-")[1]), space
        elif "." not in number:
            space = space if int(number) > last else outer and int(number) == last
            pairs.append((_word(columns), space))
    return pairs


def read_conllu(path: Path) -> list[Document]:
    """Read a CoNLL-U treebank, with or without multi-word-token lines, cut at ``# newdoc`` lines."""
    documents: dict[str, list[Sentence]] = {}
    name = ""
    for block in path.read_text("utf8").split("\n\n"):
        lines = block.splitlines()
        name = next((line for line in lines if line.startswith("# newdoc")), name)
        if pairs := _rows(lines):
            documents.setdefault(name, []).append(printed_words(_article(pairs)))
    return [tuple(document) for document in documents.values()]


# --- raw text and CoNLL-U ---


def raw_text(document: Document, *, paragraphs: bool = False) -> str:
    """The document as a reader would get it, sentences run on, or each a paragraph on a line of its own."""
    texts = ["".join(word.surface + " " * word.space_after for word in sentence) for sentence in document]
    return "\n".join(map(str.rstrip, texts)) if paragraphs else "".join(texts).rstrip()


def _lines(sentence: Sentence, *, folded: bool) -> Iterator[str]:
    number = 0
    shape = fold if folded else plain
    for printed in sentence:
        misc = "_" if printed.space_after else "SpaceAfter=No"
        several = len(printed.words) > 1
        if several:
            yield "\t".join(
                [f"{number + 1}-{number + len(printed.words)}", printed.surface, *"_______", misc]
            )
        for word in printed.words:
            number += 1
            form = shape(word.form) if several else printed.surface
            columns = [str(number), form, plain(word.lemma) or "_", word.upos or "_", "_", word.feats or "_"]
            yield "\t".join([*columns, str(word.head), word.deprel or "dep", "_", "_" if several else misc])
    yield ""


def to_conllu(documents: Iterable[Document], *, folded: bool = False) -> str:
    """CoNLL-U with multi-word-token lines; lemmas and the forms inside such tokens without vowel marks.

    ``folded`` forms leave hamza, final ى and ة out of account, for texts that spell them otherwise than gold.
    """
    lines = [
        line for document in documents for sentence in document for line in _lines(sentence, folded=folded)
    ]
    return "\n".join(lines) + "\n"


# --- what the pipeline says ---


def _head(token: Token, sentence: Span) -> Token:
    """The head outside white space, the token itself when there is none in the sentence."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return token if head.is_space or not sentence.start <= head.i < sentence.end else head


def _system_words(sentence: Span) -> dict[int, Word]:
    tokens = [token for token in sentence if not token.is_space]
    number = {token.i: n for n, token in enumerate(tokens, start=1)}
    words = {}
    for token in tokens:
        head = _head(token, sentence)
        root = head.i == token.i
        deprel = "root" if root else token.dep_
        entry = Word(
            token.norm_, token.lemma_, token.pos_, str(token.morph), 0 if root else number[head.i], deprel
        )
        words[token.i] = entry
    return words


def _pieces(doc: Doc, sentence: Span) -> Iterator[list[Token]]:
    """Tokens of each printed word, cut at the sentence's ends; tokens that no word claims stand alone."""
    word_of = {i: start for start, end in doc.user_data.get("words", ()) for i in range(start, end)}
    tokens = [token for token in sentence if not token.is_space]
    for _, group in groupby(tokens, key=lambda token: word_of.get(token.i, token.i)):
        yield list(group)


def from_doc(doc: Doc) -> Document:
    """What the pipeline read, in the shape of a gold document.

    Printed words come from ``doc.user_data["words"]``, pairs of token numbers; NORM is the underlying form.
    """
    sentences = []
    for sentence in doc.sents:
        words = _system_words(sentence)
        printed = [
            Printed(
                "".join(t.text for t in pieces),
                tuple(words[t.i] for t in pieces),
                bool(pieces[-1].whitespace_),
            )
            for pieces in _pieces(doc, sentence)
        ]
        if printed:
            sentences.append(tuple(printed))
    return tuple(sentences)
