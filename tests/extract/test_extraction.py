"""Laws of an Extraction, whatever the tree looks like."""

from collections.abc import Callable
from typing import Any

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from hadath.extract.extraction import extract, extract_doc
from hadath.extract.records import Article, Extraction

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
WORDS = [
    f"قال قال VERB {DONE}",
    f"هاجم هاجم VERB {DONE}",
    "اعتقل اعتقل VERB Aspect=Perf|Voice=Pass",
    "تنسحب انسحب VERB Aspect=Imp|Gender=Fem",
    "أطلق أطلق VERB _",
    "يتم تم VERB _",
    "مؤكدا مؤكد ADJ Gender=Masc",
    "هجوم هجوم NOUN Gender=Masc",
    "النار نار NOUN _",
    "وقف وقف NOUN _",
    "الرئيس رئيس NOUN Definite=Def",
    "الروسي روسي ADJ _",
    "بوتين بوتين X PER",
    "القاهرة قاهرة X GPE",
    "بلاد+ بلاد NOUN _",
    "ه هو PRON Gender=Masc|Number=Sing",
    "هم هم PRON Number=Plur",
    "الجنود جندي NOUN Number=Plur",
    "المنظمة منظمة NOUN ORG",
    "بيان بيان NOUN _",
    "عدد عدد NOUN _",
    "12 12 NUM _",
    "2021 2021 NUM _",
    "مارس مارس NOUN _",
    "الذي الذي DET _",
    "ب+ ب ADP _",
    "من من ADP _",
    "قبل قبل NOUN _",
    "في في ADP _",
    "وفق وفق ADP _",
    "أن أن SCONJ _",
    "لم لم PART _",
    "لن لن PART _",
    "إذا إذا SCONJ _",
    "و+ و CCONJ _",
    ": : PUNCT _",
    "« « PUNCT _",
    "» » PUNCT _",
    '" " PUNCT _',
    ". . PUNCT _",
]
RELATIONS = [
    "nsubj",
    "obj",
    "iobj",
    "obl",
    "obl:arg",
    "nmod",
    "amod",
    "conj",
    "cc",
    "case",
    "mark",
    "advmod",
    "aux",
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "acl:relcl",
    "appos",
    "flat",
    "nsubj:pass",
    "fixed",
    "nummod",
    "det",
    "parataxis",
    "dep",
    "punct",
    "csubj",
]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence of known words under any tree: the heads go to a word nearer the root."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    order = draw(st.permutations(range(len(words))))
    heads = {order[0]: 0} | {
        word: order[draw(st.integers(0, place))] + 1 for place, word in enumerate(order[1:])
    }
    lines = []
    for i, word in enumerate(words):
        form, lemma, pos, more = word.split(" ")
        relation = draw(st.sampled_from(RELATIONS)) if heads[i] else "root"
        lines.append(f"{form} {lemma} {pos} {relation} {heads[i]} {'' if more == '_' else more}")
    return "\n".join(lines)


TREES = st.lists(sentences(), min_size=1, max_size=3).map("\n\n".join)


def check(extraction: Extraction) -> None:
    """What holds for every Extraction."""
    text = extraction.article.text
    for mention in [
        *(m for e in extraction.entities for m in e.mentions),
        *(e.trigger for e in extraction.events),
        *(t.mention for t in extraction.times),
        *(q.mention for e in extraction.events for q in e.quantities),
        *(n.mention for n in extraction.not_extracted),
    ]:
        assert text[mention.start : mention.end] == mention.text
        assert mention.text
    entities = {e.key for e in extraction.entities}
    events = {e.key: e for e in extraction.events}
    times = {t.key for t in extraction.times}
    assert len(entities) == len(extraction.entities)
    assert len(events) == len(extraction.events)
    for entity in extraction.entities:
        assert entity.mentions
        assert list(entity.mentions) == sorted(entity.mentions, key=lambda m: (m.start, m.end))
    for event in extraction.events:
        roles = (event.agents, event.patients, event.recipients, event.places, event.said_by)
        assert all(set(role) <= entities and len(set(role)) == len(role) for role in roles)
        assert set(event.times) <= times
        assert set(event.contents) <= set(events) - {event.key}
        assert not set(event.agents) & {*event.patients, *event.recipients, *event.places}
        assert not set(event.patients) & set(event.recipients)
        assert 0 < event.confidence <= 1


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(TREES)
def test_any_tree(doc_of: Callable[[str], Doc], tree: str) -> None:
    doc = doc_of(tree)
    article = Article("any", doc.text)
    extraction = extract_doc(article, doc)
    check(extraction)
    assert extract_doc(article, doc_of(tree)) == extraction


@pytest.mark.parametrize("tree", [". . PUNCT root 0", "القاهرة قاهرة X root 0 GPE"])
def test_text_without_events(tell: Tell, tree: str) -> None:
    assert tell(tree).extraction.events == ()


def test_no_articles() -> None:
    assert list(extract([], nlp=spacy.blank("ar"))) == []
