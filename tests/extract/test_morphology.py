"""Guesses at lemmas by the forms of Arabic inflection."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadath.extract.lexicon.senses import senses
from hadath.extract.morphology import lemma_guesses
from hadath.extract.spelling import fold


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("يهاجمون", "VERB", "هاجم"),
        ("نهاجم", "VERB", "هاجم"),
        ("هاجموا", "VERB", "هاجم"),
        ("هاجمت", "VERB", "هاجم"),
        ("هاجمنا", "VERB", "هاجم"),
        ("ينتهك", "VERB", "انتهك"),
        ("تعلن", "VERB", "أعلن"),
        ("يدعو", "VERB", "دعا"),
        ("تجري", "VERB", "أجرى"),
        ("يعود", "VERB", "عاد"),
        ("تستعيد", "VERB", "استعاد"),
        ("هوت", "VERB", "هوى"),
        ("أبقت", "VERB", "أبقى"),
        ("نعت", "VERB", "نعى"),
        ("يغطون", "VERB", "غطى"),
        ("جاؤوا", "VERB", "جاء"),
        ("تعرضتا", "VERB", "تعرض"),
        ("يتوعدانه", "VERB", "توعد"),
        ("المحتجزون", "ADJ", "محتجز"),
        ("وخسرت", "VERB", "خسر"),
        ("سيطعن", "VERB", "طعن"),
        ("حوصرت", "VERB", "حاصر"),
        ("سجنه", "NOUN", "سجن"),
        ("حيازته", "NOUN", "حيازة"),
        ("بغارة", "NOUN", "غارة"),
        ("بإصلاحات", "NOUN", "إصلاح"),
        ("محتجزات", "ADJ", "محتجز"),
        ("المظاهرات", "NOUN", "مظاهرة"),
        ("الاحتجاجات", "NOUN", "احتجاج"),
        ("انسحابا", "NOUN", "انسحاب"),
    ],
)
def test_lemma_is_among_the_guesses(form: str, pos: str, lemma: str) -> None:
    assert fold(lemma) in lemma_guesses(form, pos)
    assert senses(lemma, pos)


@pytest.mark.parametrize(("word", "pos"), [("من", "NOUN"), ("قد", "VERB"), ("", "VERB"), ("ال", "NOUN")])
def test_short_words_are_left_alone(word: str, pos: str) -> None:
    assert all(len(guess) > 2 for guess in lemma_guesses(word, pos))


@given(
    st.text(alphabet="ابتثجحدرسعفقكلمنهويةىأإآء\u064e\u0651", max_size=12),
    st.sampled_from(["VERB", "NOUN", "ADJ"]),
)
def test_guesses_are_folded_new_and_different(word: str, pos: str) -> None:
    guesses = lemma_guesses(word, pos)
    assert len(set(guesses)) == len(guesses)
    assert fold(word) not in guesses
    assert all(guess == fold(guess) and len(guess) > 2 for guess in guesses)
