"""Frozen Docs say of each word what spaCy says of it, on trees written by hand and on trees of any shape."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hadath.extract.tokens import freeze

DocOf = Callable[[str], Doc]
CROSSED = """وصل وصل VERB root 0 Gender=Masc|Number=Sing
        اليوم يوم NOUN obl 4
        وفد وفد NOUN nsubj 1 Case=Acc,Nom|Number=Sing
        الشركة/الشرِكة شركة NOUN nmod 3 ORG
        و+ و CCONJ cc 6
        غادر أغادر VERB conj 1

        : : PUNCT punct 2
        12 12 NUM root 0
        يوما يوم NOUN nmod 2"""
PLAIN = ("i", "idx", "text", "whitespace_", "norm_", "lemma_", "pos_", "dep_", "ent_type_")
TREE = ("children", "subtree", "ancestors")


@pytest.fixture
def doc(doc_of: DocOf) -> Doc:
    return doc_of(CROSSED)


@pytest.mark.parametrize("attribute", [*PLAIN, "is_space", "is_punct", "like_num"])
def test_attributes(doc: Doc, attribute: str) -> None:
    assert [getattr(t, attribute) for t in freeze(doc)] == [getattr(t, attribute) for t in doc]


@pytest.mark.parametrize("relatives", TREE)
def test_trees(doc: Doc, relatives: str) -> None:
    for token, own in zip(freeze(doc), doc, strict=True):
        assert [t.i for t in getattr(token, relatives)] == [t.i for t in getattr(own, relatives)]
        assert (token.head.i, token.left_edge.i) == (own.head.i, own.left_edge.i)
        assert (token.sent.start, token.sent.end) == (own.sent.start, own.sent.end)


def test_features_have_every_value(doc: Doc) -> None:
    for token, own in zip(freeze(doc), doc, strict=True):
        for feature in ("Gender", "Number", "Case"):
            assert token.morph.get(feature, []) == own.morph.get(feature)


def test_folded_forms_stand_beside_those_as_written(doc: Doc) -> None:
    frozen = freeze(doc)
    assert (frozen[3].norm_, frozen[3].norm, frozen[5].lemma) == ("الشرِكة", "الشركة", "اغادر")


@pytest.mark.parametrize(("start", "end"), [(0, 3), (3, 4), (4, 6), (6, 9), (5, 5), (7, 99), (-1, 4)])
def test_spans(doc: Doc, start: int, end: int) -> None:
    span, own = freeze(doc)[start:end], doc[start:end]
    assert (span.text, len(span), [t.i for t in span]) == (own.text, len(own), [t.i for t in own])
    if len(own):
        assert (span.start, span.end, span.root.i) == (own.start, own.end, own.root.i)
        assert (span.sent.start, span.sent.end) == (own.sent.start, own.sent.end)


def test_names_and_stretches_of_characters(doc: Doc) -> None:
    frozen = freeze(doc)
    assert [(e.start, e.end, e.label_) for e in frozen.ents] == [(3, 4, "ORG")]
    inside = doc[3].idx + 1
    span = frozen.char_span(inside, inside + 2, alignment_mode="expand")
    assert span is not None
    assert span.text == "الشركة"
    assert frozen.char_span(inside, inside + 2, alignment_mode="contract") is None


def test_the_text_is_the_same(doc: Doc) -> None:
    assert freeze(doc).text == doc.text


def test_no_text(doc: Doc) -> None:
    assert len(freeze(Doc(doc.vocab))) == 0
