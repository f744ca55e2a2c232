"""Records become statements: the contract of the graph."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import OWL, RDF, RDFS, XSD, Dataset, Literal, URIRef

from hadath.extract.records import (
    Article,
    Basis,
    Entity,
    EntityKind,
    Event,
    Extraction,
    Mention,
    Modality,
    Quantity,
    TimeExpression,
)
from hadath.graph.dataset import build_dataset
from hadath.graph.errors import BadRecord
from hadath.graph.iris import article_iri, names
from hadath.ontology.namespace import GAF, HD, NIF, SCHEMA, SEM, WD


@pytest.fixture(scope="module")
def known(story):
    return names(story)


@pytest.fixture(scope="module")
def graph(story, known):
    return build_dataset(story).graph(known.article)


def one_event(**fields):
    """A one-word article with one event on it."""
    trigger = Mention(0, 3, "قال")
    return Extraction(Article("a", "قال"), events=(Event("e", "SAY", "قال", trigger, **fields),))


def with_quantity(value, **fields):
    return one_event(quantities=(Quantity(Mention(0, 3, "قال"), value, **fields),))


def with_time(value, **fields):
    return Extraction(
        Article("a", "أمس"),
        times=(TimeExpression("t", Mention(0, 3, "أمس"), Basis.EXPLICIT, value, **fields),),
    )


def union(extraction, **options):
    data = build_dataset(extraction, **options)
    return Dataset(store=data.store, default_union=True)


def test_the_article_has_its_metadata(graph, known, story):
    article = known.article
    assert {SCHEMA.NewsArticle, NIF.Context} <= set(graph.objects(article, RDF.type))
    assert graph.value(article, SCHEMA.identifier) == Literal("story")
    assert graph.value(article, SCHEMA.headline) == Literal("لقاء في ألماتي", lang="ar")
    assert graph.value(article, SCHEMA.datePublished) == Literal("2022-01-12", datatype=XSD.date)
    assert str(graph.value(article, NIF.isString)) == story.article.text
    assert len(str(graph.value(article, HD.sha256))) == 64


def test_every_mention_is_exactly_the_text(graph, story):
    anchors = list(graph.subject_objects(NIF.anchorOf))
    assert len(anchors) > 20
    for node, anchor in anchors:
        begin, end = int(graph.value(node, NIF.beginIndex)), int(graph.value(node, NIF.endIndex))
        assert story.article.text[begin:end] == str(anchor)


def test_entities_events_and_times_are_denoted_by_each_of_their_mentions(graph, known, story):
    for entity in story.entities:
        assert set(graph.objects(known.entities[entity.key], GAF.denotedBy)) == {
            known.mention(m) for m in entity.mentions
        }
    for event in story.events:
        assert set(graph.objects(known.events[event.key], GAF.denotedBy)) == {
            known.mention(m) for m in (event.trigger, *event.support)
        }
    for time in story.times:
        assert set(graph.objects(known.times[time.key], GAF.denotedBy)) == {known.mention(time.mention)}


def test_an_event_has_its_word_and_an_english_name():
    extraction = one_event(name_en="said")
    known = names(extraction)
    labels = set(build_dataset(extraction).graph(known.article).objects(known.events["e"], RDFS.label))
    assert labels == {Literal("قال", lang="ar"), Literal("said", lang="en")}


def test_an_event_of_an_english_article_is_called_by_its_own_word():
    extraction = one_event(name_en="said")
    extraction = replace(extraction, article=replace(extraction.article, language="en"))
    known = names(extraction)
    graph = build_dataset(extraction).graph(known.article)
    assert list(graph.objects(known.events["e"], RDFS.label)) == [Literal("قال", lang="en")]


def raid(*support):
    """An article of one event whose trigger is a noun, with words that only carry it."""
    text = "واصل الجيش شن غارات"
    event = Event("e", "ASSAULT", "غارة", Mention(14, 19, "غارات"), support=support)
    return Extraction(Article("raid", text), events=(event,))


def test_words_that_only_carry_an_event_are_mentions_of_it():
    extraction = raid(Mention(0, 4, "واصل"), Mention(11, 13, "شن"))
    known = names(extraction)
    graph = build_dataset(extraction).graph(known.article)
    mentions = list(graph.objects(known.events["e"], GAF.denotedBy))
    assert {str(graph.value(m, NIF.anchorOf)) for m in mentions} == {"غارات", "واصل", "شن"}
    for mention in mentions:
        begin, end = int(graph.value(mention, NIF.beginIndex)), int(graph.value(mention, NIF.endIndex))
        assert extraction.article.text[begin:end] == str(graph.value(mention, NIF.anchorOf))


def test_carrying_word_that_stands_elsewhere_is_refused():
    with pytest.raises(BadRecord, match="raid"):
        build_dataset(raid(Mention(0, 2, "شن")))


def test_roles_speaker_and_content(graph, known):
    arrest = known.events["arrest"]
    assert graph.value(arrest, HD.agent) == known.entities["police"]
    assert graph.value(arrest, HD.patient) == known.entities["protesters"]
    assert graph.value(arrest, HD.saidBy) == known.entities["minister"]
    assert set(graph.objects(known.events["say"], HD.content)) == {arrest, known.events["ask"]}
    assert graph.value(known.events["meet"], SEM.hasPlace) == known.entities["almaty"]
    assert graph.value(known.events["meet"], SEM.hasTime) == known.times["day"]


def test_entities_have_labels_classes_and_identity(graph, known):
    almaty = known.entities["almaty"]
    assert set(graph.objects(almaty, RDFS.label)) == {
        Literal("ألماتي", lang="ar"),
        Literal("Almaty", lang="en"),
    }
    assert graph.value(almaty, OWL.sameAs) == WD.Q35493
    assert {SCHEMA.City, SEM.Place} <= set(graph.objects(almaty, RDF.type))
    assert {SCHEMA.Country, SEM.Place, SEM.Actor} <= set(graph.objects(known.entities["russia"], RDF.type))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, HD.AssertedEvent),
        ({"negated": True}, None),
        ({"modality": Modality.FUTURE}, None),
        ({"modality": Modality.POSSIBLE}, None),
        ({"modality": Modality.CONDITIONAL}, None),
    ],
)
def test_only_what_the_article_says_happens_is_asserted(fields, expected):
    graph = union(one_event(**fields))
    event = next(graph.subjects(RDF.type, SEM.Event))
    standing = set(graph.objects(event, RDF.type)) & {HD.AssertedEvent, HD.ClaimedEvent}
    assert standing == ({expected} if expected else set())


@pytest.mark.parametrize("key", ["arrest", "ask"])
def test_what_somebody_says_is_claimed_and_never_asserted(graph, known, key):
    types = set(graph.objects(known.events[key], RDF.type))
    assert HD.ClaimedEvent in types
    assert HD.AssertedEvent not in types


def test_polarity_and_modality_are_given_only_where_they_apply(graph, known):
    assert dict(graph.subject_objects(HD.polarity)) == {known.events["ask"]: HD.Negative}
    assert dict(graph.subject_objects(HD.modality)) == {known.events["leave"]: HD.Future}


@pytest.mark.parametrize(
    ("value", "lexical", "datatype"),
    [
        (8000, "8000", XSD.integer),
        (8000.0, "8000", XSD.integer),
        (2.5, "2.5", XSD.decimal),
        (1e22, "10000000000000000000000", XSD.integer),
        (0.0001, "0.0001", XSD.decimal),
        (-3, "-3", XSD.integer),
    ],
)
def test_quantities_have_exact_numbers(value, lexical, datatype):
    found = next(union(with_quantity(value)).objects(None, SCHEMA.value))
    assert (str(found), found.datatype) == (lexical, datatype)


@pytest.mark.parametrize("value", [None, float("nan"), float("inf")])
def test_a_vague_quantity_has_no_number(value):
    graph = union(with_quantity(value))
    assert list(graph.objects(None, HD.quantity))
    assert not list(graph.objects(None, SCHEMA.value))


def test_money_has_its_currency(graph, known):
    money = graph.value(known.events["leave"], HD.quantity)
    assert (money, RDF.type, SCHEMA.MonetaryAmount) in graph
    assert graph.value(money, SCHEMA.currency) == Literal("USD")


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        ("2022", XSD.gYear),
        ("2022-01", XSD.gYearMonth),
        ("2022-01-11", XSD.date),
        ("2022-01-11T18:00", XSD.dateTime),
    ],
)
def test_dates_have_their_own_precision(value, datatype):
    found = next(union(with_time(value)).objects(None, SEM.hasTimeStamp))
    assert found.datatype == datatype
    assert str(found).startswith(value)


@pytest.mark.parametrize(
    "value", [None, "", "2022-13", "2022-02-30", "0000", "٢٠٢٢", "2022-01-11T25:00", "soon", "2022-1-1"]
)
def test_what_is_no_date_is_not_written(value):
    graph = union(with_time(value))
    assert list(graph.subjects(RDF.type, SEM.Time))
    assert not list(graph.objects(None, SEM.hasTimeStamp))


def test_an_interval_that_ends_before_it_begins_is_not_written():
    graph = union(with_time("2022", begin=date(2022, 2, 1), end=date(2022, 1, 1)))
    assert not list(graph.objects(None, SEM.hasBeginTimeStamp))


def test_without_text_no_sentence_is_in_the_graph(story):
    graph = union(story, text=False)
    assert not list(graph.objects(None, NIF.isString))
    longest = max(len(str(anchor)) for anchor in graph.objects(None, NIF.anchorOf))
    assert longest < 25


def test_what_was_not_extracted_is_reported(graph, known):
    (node,) = graph.subjects(RDF.type, HD.NotExtracted)
    assert str(graph.value(node, HD.reason)) == "no actor"
    assert str(graph.value(graph.value(node, HD.evidence), NIF.anchorOf)) == "تكلفة"


def test_all_names_are_ascii_and_nothing_is_blank(story, second):
    for subject, predicate, obj, graph in build_dataset([story, second]).quads():
        for term in (subject, predicate, obj, graph):
            assert isinstance(term, Literal) or (isinstance(term, URIRef) and term.isascii()) or term is None


def test_articles_that_share_an_id_stay_apart():
    first, other = Article("a", "نص أول"), Article("a", "نص ثان")
    assert article_iri(first) != article_iri(other)
    assert article_iri(first) == article_iri(replace(first))


@pytest.mark.parametrize(
    ("extraction", "message"),
    [
        (one_event(agents=("nobody",)), "names the entity 'nobody'"),
        (one_event(times=("never",)), "names the time 'never'"),
        (one_event(contents=("nothing",)), "names the event 'nothing'"),
        (
            replace(one_event(), events=(Event("e", "DANCE", "رقص", Mention(0, 3, "قال")),)),
            "unknown event type 'DANCE'",
        ),
        (
            replace(one_event(), events=(Event("e", "SAY", "قال", Mention(1, 3, "قال")),)),
            "is not what stands at 1–3",
        ),
    ],
)
def test_a_record_that_contradicts_itself_is_refused(extraction, message):
    with pytest.raises(BadRecord, match=message):
        build_dataset(extraction)


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_any_text_gives_a_valid_graph(text, identifier, title):
    extraction = Extraction(Article(identifier, text, title=title, language="??"))
    assert len(build_dataset(extraction)) >= 8


def test_two_entities_may_share_a_mention():
    both = Mention(0, 7, "البلدان")
    entities = tuple(Entity(key, EntityKind.COUNTRY, key, (both,)) for key in ("a", "b"))
    known = names(Extraction(Article("x", "البلدان"), entities=entities))
    assert len(set(known.entities.values())) == 2


def test_how_an_event_is_done_and_where_it_leads():
    trigger = Mention(0, 3, "قصف")
    towns = tuple(Entity(key, EntityKind.CITY, key, (trigger,)) for key in ("e1", "e2"))
    rocket = Entity("e3", EntityKind.THING, "صاروخ", (trigger,))
    event = Event(
        "e", "ASSAULT", "قصف", trigger, places=("e1", "e2"), destinations=("e1",), origins=("e2",),
        instruments=("e3",), mode="aerial",
    )  # fmt: skip
    told = Extraction(Article("a", "قصف"), entities=(*towns, rocket), events=(event,))
    known = names(told)
    graph, node = build_dataset(told).graph(known.article), known.events["e"]
    assert graph.value(node, HD.mode) == HD["ASSAULT-aerial"]
    assert graph.value(node, HD.destination) == known.entities["e1"]
    assert graph.value(node, HD.origin) == known.entities["e2"]
    assert graph.value(node, HD.instrument) == known.entities["e3"]
    assert set(graph.objects(node, SEM.hasPlace)) == {known.entities["e1"], known.entities["e2"]}


def test_a_mode_of_another_type_is_refused():
    with pytest.raises(BadRecord, match="unknown mode 'hunger' of SAY"):
        build_dataset(one_event(mode="hunger"))


def test_what_has_no_name_is_told_from_what_has_one():
    police = Entity(
        "p", EntityKind.ORGANIZATION, "الشرطة", (Mention(0, 6, "الشرطة"),), "police", unnamed=True
    )
    quoted = Entity("q", EntityKind.ORGANIZATION, "الجزيرة", (Mention(7, 14, "الجزيرة"),), "Al Jazeera")
    extraction = Extraction(Article("a", "الشرطة الجزيرة"), entities=(police, quoted))
    dataset = build_dataset(extraction)
    (unnamed,) = {subject for subject, *_ in dataset.quads((None, RDF.type, HD.Unnamed, None))}
    assert {str(label) for _, _, label, _ in dataset.quads((unnamed, RDFS.label, None, None))} == {
        "الشرطة",
        "police",
    }
