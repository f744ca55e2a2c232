"""Laws of the trained pipeline, and a few sentences it must read right."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

PIECES = [
    "وقال",
    "الوزير",
    "للرد",
    "لقائه",
    "بـ",
    "مُلوّنة",
    "2021",
    "٧٫٥%",
    ".",
    "«",
    "»",
    "،",
    "😀",
    "\u200f",
    "\ud800",
    "\x00",
    "a@b.c",
]
GAPS = [" ", "  ", "\n", "\r\n", "\t", "\u00a0", ""]
MESSY = st.lists(
    st.tuples(st.sampled_from(GAPS), st.sampled_from(PIECES) | st.text(max_size=5)), max_size=15
).map(lambda parts: "".join(gap + piece for gap, piece in parts))


def annotations(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (t.text, t.norm_, t.lemma_, t.pos_, str(t.morph), t.dep_, t.head.i, t.ent_iob_, t.ent_type_)
        for t in doc
    ]


@settings(max_examples=50, deadline=None)
@given(text=MESSY)
def test_any_text_gives_trees_over_itself(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert len(doc.text) == len(text)
    assert doc.text.replace("\ufffd", "") == "".join(
        c for c in text if not "\ud800" <= c <= "\udfff"
    ).replace("\ufffd", "")
    for sent in doc.sents:
        assert sum(token.head == token for token in sent) == 1
        assert all(token.head in sent for token in sent)
    assert all(name[0].sent == name[-1].sent for name in doc.ents)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200f", " \n ا", "ا \n "])
def test_hardly_any_text(nlp: Language, text: str) -> None:
    assert nlp(text).text == text


def test_many_at_once_are_read_as_one_by_one(nlp: Language) -> None:
    texts = ["زار الوزير بيروت أمس.", "", "\n", "وقال الوفد إنه سيعود.\nثم غادر."]
    assert [annotations(doc) for doc in nlp.pipe(texts)] == [annotations(nlp(text)) for text in texts]


def test_a_sentence_of_ten_thousand_words(nlp: Language) -> None:
    began = time.process_time()
    assert len(nlp("قال الوزير إن الوفد وصل " * 2000)) >= 10_000
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("سافر الوفد للرد على الأسئلة.", ["ل", "الرد"]),
        ("قال الرئيس إن شعبه وبلادها في أمان.", ["و", "بلاد", "ها"]),
        ("أعلن الوزير بـ القاهرة القرار.", ["ب"]),
    ],
)
def test_words_as_they_stand_alone(nlp: Language, text: str, forms: list[str]) -> None:
    norms = [token.norm_ for token in nlp(text)]
    assert any(norms[i : i + len(forms)] == forms for i in range(len(norms)))


@pytest.mark.parametrize(
    ("text", "word", "lemma", "pos", "relation"),
    [
        ("أعلنت وزارة الصحة أن 25 شخصا أصيبوا في بيروت.", "أعلنت", "أعلن", "VERB", "ROOT"),
        ("أعلنت وزارة الصحة أن 25 شخصا أصيبوا في بيروت.", "وزارة", "وزارة", "NOUN", "nsubj"),
        ("وقّع الرئيس الفرنسي الاتفاق في باريس.", "الاتفاق", "اتفاق", "NOUN", "obj"),
    ],
)
def test_readings(nlp: Language, text: str, word: str, lemma: str, pos: str, relation: str) -> None:
    [token] = [token for token in nlp(text) if token.text == word]
    assert (token.lemma_, token.pos_, token.dep_) == (lemma, pos, relation)


def test_names(nlp: Language) -> None:
    names = {
        (name.text, name.label_)
        for name in nlp("التقى وزير الخارجية الروسي سيرغي لافروف نظيره في موسكو.").ents
    }
    assert {("سيرغي لافروف", "PER"), ("موسكو", "GPE")} <= names
