"""Gold sentences: written words rebuilt from the syntactic words of a treebank file."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from hadath.extract.clitics import WHOLE, pieces
from hadath.extract.train.examples import (
    FINE,
    IGNORE,
    NAMES,
    Example,
    LemmaRules,
    Vocabulary,
    add_fine_labels,
    letters_of,
    named_examples,
    split_off,
    treebank_examples,
)
from hadath.extract.train.treebank import GoldSentence, read_treebank

Row = tuple[str, str, str, str, bool]  # form, lemma, part of speech, features, a space follows


def gold(folder: Path, *rows: Row, heads: list[int] | None = None) -> GoldSentence:
    """One sentence written to a treebank file and read back; words hang on the first unless told otherwise."""
    forms, lemmas, pos, morphs, spaces = (list(column) for column in zip(*rows, strict=True))
    deps = ["ROOT", *["dep"] * (len(rows) - 1)]
    doc = Doc(
        spacy.blank("ar").vocab,
        words=forms,
        lemmas=lemmas,
        pos=pos,
        morphs=morphs,
        spaces=spaces,
        heads=heads or [0] * len(rows),
        deps=deps,
    )
    path = folder / "gold.spacy"
    DocBin(docs=[doc], attrs=["LEMMA", "POS", "MORPH", "HEAD", "DEP"], store_user_data=False).to_disk(path)
    [[sentence]] = read_treebank(path)
    return sentence


def noun(form: str, lemma: str = "", morph: str = "", *, space: bool = True) -> Row:
    return (form, lemma or form, "NOUN", morph, space)


def part(form: str, lemma: str = "", pos: str = "ADP") -> Row:
    return (form, lemma or form, pos, "", False)


def pronoun(form: str) -> Row:
    return (form, "هو", "PRON", "", True)


CASES = [
    ([noun("وفد")], "وفد", ["وفد"]),
    ([part("و", "و", "CCONJ"), noun("بلاد", space=False), pronoun("ها")], "وبلادها", ["و", "بلاد", "ها"]),
    ([part("ل"), noun("الرد", "رد", "Definite=Def")], "للرد", ["ل", "الرد"]),
    ([noun("لقاء", "لقاء", "Case=Gen", space=False), pronoun("ه")], "لقائه", ["لقاء", "ه"]),
    ([noun("لقاء", "لقاء", "Case=Nom", space=False), pronoun("ه")], "لقاؤه", ["لقاء", "ه"]),
    ([noun("لقاء", "لقاء", "Case=Acc", space=False), pronoun("ه")], "لقاءه", ["لقاء", "ه"]),
    ([noun("مدينة", space=False), pronoun("هم")], "مدينتهم", ["مدينة", "هم"]),
    ([part("من"), ("ما", "ما", "PRON", "", True)], "مما", ["من", "ما"]),
    ([part("عن"), ("ما", "ما", "PRON", "", True)], "عما", ["عن", "ما"]),
    ([part("من"), ("من", "من", "PRON", "", True)], "ممن", ["من", "من"]),
    ([part("أن", "أن", "SCONJ"), ("لا", "لا", "PART", "", True)], "ألا", ["أن", "لا"]),
    ([("اعتبروا", "اعتبر", "VERB", "", False), pronoun("ه")], "اعتبروه", ["اعتبروا", "ه"]),
    # the conversion wrote the whole word into both pieces
    ([part("للوفد", "ل"), noun("للوفد", "وفد", "Definite=Def")], "للوفد", ["ل", "الوفد"]),
    ([part("بقرار", "ب"), noun("بقرار", "قرار")], "بقرار", ["ب", "قرار"]),
    ([noun("بيتهم", "بيت", space=False), pronoun("بيتهم")], "بيتهم", ["بيت", "هم"]),
]


@pytest.mark.parametrize(("rows", "word", "forms"), CASES)
def test_written_words(tmp_path: Path, rows: list[Row], word: str, forms: list[str]) -> None:
    [found] = gold(tmp_path, *rows).words
    assert (found.text, list(found.forms)) == (word, forms)
    assert [piece.norm for piece in pieces(found.text, found.label)] == forms
    assert (found.label == WHOLE) == (len(forms) == 1)


def test_words_are_joined_by_missing_spaces_but_never_with_punctuation_or_digits(tmp_path: Path) -> None:
    sentence = gold(
        tmp_path,
        part("و", "و", "CCONJ"),
        ("12", "12", "NUM", "", True),
        noun("وفدا", "وفد", space=False),
        ("،", "،", "PUNCT", "", True),
        ("مُلوّنة", "مُلَوَّن", "ADJ", "", True),
    )
    assert [word.text for word in sentence.words] == ["و", "12", "وفدا", "،", "مُلوّنة"]
    assert [word.space for word in sentence.words] == [False, True, False, True, True]
    assert sentence.lemmas[-1] == "ملون"


def test_heads_count_from_one(tmp_path: Path) -> None:
    rows = [noun("وصول"), noun("الوفد", "وفد"), noun("أمس")]
    sentence = gold(tmp_path, *rows, heads=[0, 0, 1])
    assert sentence.heads == [0, 1, 2]
    assert sentence.relations == ["root", "dep", "dep"]
    assert sentence.tags[0] == "NOUN|"


def test_examples_carry_numbers_for_frequent_labels_only(tmp_path: Path) -> None:
    often = gold(tmp_path, part("و", "و", "CCONJ"), noun("كتب", "كتاب"))
    once = gold(tmp_path, ("هل", "هل", "PART", "", True))
    docs = [[often, often, often], [once]]
    vocabulary = Vocabulary.of(docs)
    first, *_, last = treebank_examples(docs, vocabulary)
    assert vocabulary.tags == ["CCONJ|", "NOUN|"]
    assert (first.words, first.joined, first.tag, first.heads) == (
        ["و", "كتب"],
        [False, True],
        [0, 1],
        [0, 1],
    )
    assert (last.tag, last.relations) == ([IGNORE], [0])


def test_lemma_rules_are_numbered_by_frequency() -> None:
    pairs = [
        ("الوفد", "وفد"),
        ("البيت", "بيت"),
        ("الباب", "باب"),
        ("وزير", "وزير"),
        ("رأي", "رأي"),
        ("حجر", "حجر"),
        ("سد", "سد"),
    ]
    rules = LemmaRules(pairs, rare=3)
    assert rules.number("المال", "مال") == rules.number("الوفد", "وفد") != IGNORE
    assert rules.number("جبل", "جبل") == 0
    assert rules.number("ناس", "إنسان") == IGNORE
    assert [rules.trees.apply(rules.kept[number], "الشعب") for number in (0, 1)] == ["الشعب", "شعب"]


def whole(words: Sequence[str]) -> list[list[str]]:
    """Cut a leading و or ل of long words, and nothing else."""
    return [[word[0], word[1:]] if word[0] in "ول" and len(word) > 4 else [word] for word in words]


def test_names_begin_at_the_stem(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("قال O\nوسامي B-PERS\nلحدادي I-PERS\nأمس O\n\nلبيروت B-LOC\n", "utf8")
    first, second = named_examples(path, whole)
    assert first.words == ["قال", "و", "سامي", "ل", "حدادي", "أمس"]
    assert [NAMES[label] for label in first.ner or []] == ["O", "O", "B-PER", "I-PER", "I-PER", "O"]
    assert [NAMES[label] for label in second.ner or []] == ["O", "B-LOC"]


def test_fine_labels_are_found_letter_by_letter(tmp_path: Path) -> None:
    path = tmp_path / "fine.txt"
    path.write_text(
        "وسامي\tB-Politician\nالحداد\tI-Politician\nفي\tO\nبيروت\tB-Population-Center\n.\tO\n", "utf8"
    )
    known = Example(["و", "سامي", "الحداد", "في", "بيروت", "."], [False] * 6)
    other = Example(["وفد", "آخر"], [False] * 2)
    add_fine_labels([known, other], path)
    assert [FINE[label] for label in known.fine or []] == ["B-PER", "I-PER", "I-PER", "O", "B-GPE", "I-GPE"]
    assert other.fine is None


def test_letters_and_parts() -> None:
    assert letters_of(["قال", "«إن»", "الأمرَ"]) == letters_of(["قالان", "الامر", "."])
    items = [Example([str(i)], [False]) for i in range(10)]
    kept, held = split_off(items, 20)
    assert (kept, held) == (items[:8], items[8:])
