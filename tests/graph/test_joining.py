"""Joining across articles: what is one is joined with its reason, what is not stays apart, whatever order the articles come in."""

from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL

from hadath.extract import extract, load
from hadath.extract.articles import read_articles
from hadath.extract.errors import ModelNotFound
from hadath.graph.corpus import Corpus
from hadath.graph.errors import BadDecision
from hadath.graph.iris import article_iri
from hadath.graph.joining.corrections import put_together, split, undecide
from hadath.graph.joining.layer import join_articles
from hadath.graph.joining.merges import merges
from hadath.graph.joining.statements import LAYER
from hadath.graph.nquads import generate_nquads
from hadath.ontology.namespace import PREFIXES

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module", autouse=True)
def _needs_the_model():
    try:
        load()
    except ModelNotFound:
        pytest.skip("needs the trained pipeline")


@pytest.fixture(scope="module")
def news():
    """The quads of each article of the harbour story, read once."""
    found = {}
    for extraction in extract(read_articles([DATA / "harbour.jsonl"])):
        lines = "".join(generate_nquads(Corpus([extraction])))
        found[extraction.article.id] = (str(article_iri(extraction.article)), lines.encode())
    return found


@pytest.fixture
def store(news):
    database = stored(news, news)
    join_articles(database)
    return database


def stored(news, names):
    database = ox.Store()
    for name in names:
        database.load(news[name][1], format=ox.RdfFormat.N_QUADS)
    return database


def layer(database):
    return set(database.quads_for_pattern(None, None, None, LAYER))


def joined(database, kind, text):
    """The articles of each joining in which something is called so."""
    return [
        [member.article for member in merge.members]
        for merge in merges(database, name=text)
        if merge.kind == kind
    ]


def nodes(database, text, kind="entity"):
    return [m.node for merge in merges(database, name=text) if merge.kind == kind for m in merge.members]


@pytest.mark.parametrize(
    ("name", "articles"),
    [
        ("كمال الورغلي", ["harbour-1", "harbour-2", "harbour-3"]),
        ("سامي الزيتوني", ["harbour-1", "harbour-2", "harbour-3"]),  # «سامى» in one of them
        ("صفاقس", ["harbour-1", "harbour-2", "harbour-3"]),
        ("الشرطة التونسية", ["harbour-1", "harbour-2"]),  # and not that of Syria
    ],
)
def test_the_same_entity_is_joined(store, name, articles):
    assert joined(store, "entity", name) == [articles]


@pytest.mark.parametrize("name", ["المحتجون", "أشخاص", "مدير المستودع", "السلطات", "محاسبة"])
def test_what_is_only_described_is_not_joined(store, name):
    assert joined(store, "entity", name) == []


def test_the_same_happening_is_joined_and_that_of_another_country_is_not(store):
    assert joined(store, "event", "قتل") == [["harbour-1", "harbour-2"]]
    assert joined(store, "event", "اعتقلت") == [["harbour-1", "harbour-2"]]
    assert joined(store, "event", "استقال") == [["harbour-2", "harbour-3"]]
    assert joined(store, "event", "تظاهر") == []


def test_conflicting_numbers_and_speakers_stay_side_by_side(store):
    rows = store.query(
        """SELECT DISTINCT ?number ?speaker {
            GRAPH ?layer { ?event hd:happening ?one }
            GRAPH ?article { ?event hd:quantity/schema:value ?number OPTIONAL { ?event hd:saidBy/rdfs:label ?speaker
                FILTER(LANG(?speaker) = "ar") } } }""",
        prefixes=PREFIXES,
    )
    assert {(int(number.value), speaker and speaker.value) for number, speaker in rows} == {
        (7, None),
        (9, "السلطات التونسية"),
    }


def test_every_joining_has_its_reason_and_confidence(store):
    for merge in merges(store):
        for member in merge.members:
            assert member.reason
            assert 0.5 < member.confidence <= 1


def test_nothing_but_a_wikidata_item_is_the_same_as(store):
    same = [quad.object.value for quad in layer(store) if quad.predicate.value == str(OWL.sameAs)]
    assert same
    assert all(iri.startswith(PREFIXES["wd"]) for iri in same)


def test_articles_are_not_changed(news):
    database = stored(news, news)
    before = set(database)
    join_articles(database)
    assert set(database) - layer(database) == before


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_order_does_not_matter_nor_whether_all_come_at_once(news, store, order):
    database = ox.Store()
    for number in order:
        database.load(list(news.values())[number][1], format=ox.RdfFormat.N_QUADS)
        join_articles(database)
    assert layer(database) == layer(store)


@pytest.mark.parametrize("gone", ["harbour-1", "harbour-2", "harbour-3", "harbour-4"])
def test_an_article_goes_without_a_trace(news, store, gone):
    store.remove_graph(ox.NamedNode(news[gone][0]))
    assert join_articles(store) == 1
    others = stored(news, [name for name in news if name != gone])
    join_articles(others)
    assert layer(store) == layer(others)


def test_an_article_in_another_reading_is_joined_as_it_is_now(news, store):
    iri = ox.NamedNode(news["harbour-2"][0])
    for quad in list(store.quads_for_pattern(None, ox.NamedNode(OWL.sameAs), None, iri)):
        store.remove(quad)
    join_articles(store, [iri.value])
    anew = ox.Store()
    anew.extend(quad for quad in store if quad.graph_name != LAYER)
    join_articles(anew)
    assert layer(store) == layer(anew)
    assert joined(store, "entity", "صفاقس") == [["harbour-1", "harbour-3"]]


def test_joining_again_changes_nothing(store):
    before = layer(store)
    assert join_articles(store) == 0
    join_articles(store, anew=True)
    assert layer(store) == before


def test_a_split_is_kept_in_later_runs_and_can_be_taken_back(news, store):
    before = layer(store)
    last = nodes(store, "كمال الورغلي")[-1]
    split(store, [last], because="namesake")
    for anew in (False, True):
        join_articles(store, anew=anew)
        assert joined(store, "entity", "كمال الورغلي") == [["harbour-1", "harbour-2"]]
    undecide(store, [last])
    assert layer(store) == before


def test_events_are_split_too(store):
    first, second = nodes(store, "قتل", "event")
    split(store, [second])
    assert joined(store, "event", "قتل") == []
    put_together(store, [first, second])
    assert joined(store, "event", "قتل") == [["harbour-1", "harbour-2"]]


def test_what_is_put_together_takes_all_it_is_joined_with_along(store):
    before = layer(store)
    one, other = nodes(store, "كمال الورغلي")[0], nodes(store, "سامي الزيتوني")[0]
    put_together(store, [one, other])
    join_articles(store, anew=True)
    assert joined(store, "entity", "كمال الورغلي") == [sorted(["harbour-1", "harbour-2", "harbour-3"] * 2)]
    assert {m.reason for merge in merges(store, name="كمال") for m in merge.members} == {"joined by hand"}
    undecide(store, [one])
    assert layer(store) == before


def test_what_was_put_together_stays_so_when_one_of_it_goes(news, store):
    demonstrations = sorted(
        quad.subject.value
        for quad in store
        if quad.object == ox.Literal("تظاهر", language="ar") and "#event-" in quad.subject.value
    )
    put_together(store, [*nodes(store, "استقال", "event"), *demonstrations])
    store.remove_graph(ox.NamedNode(news["harbour-2"][0]))
    join_articles(store)
    assert joined(store, "event", "تظاهر") == [["harbour-3", "harbour-3", "harbour-4"]]
    anew = ox.Store()
    anew.extend(quad for quad in store if quad.graph_name != LAYER)
    join_articles(anew)
    assert layer(store) == layer(anew)


def test_decisions_outlive_the_article(news, store):
    last = nodes(store, "كمال الورغلي")[-1]
    split(store, [last])
    after = layer(store)
    store.remove_graph(ox.NamedNode(last.partition("#")[0]))
    join_articles(store)
    store.load(news["harbour-3"][1], format=ox.RdfFormat.N_QUADS)
    join_articles(store)
    assert layer(store) == after


@pytest.mark.parametrize("node", ["nonsense", "no iri at all", "hd:article/harbour-1#entity-0-3"])
def test_what_is_no_node_cannot_be_decided_on(store, node):
    with pytest.raises(BadDecision, match="no entity or event"):
        split(store, [node])


def test_entities_and_events_are_not_made_one(store):
    with pytest.raises(BadDecision, match="one sort"):
        put_together(store, [nodes(store, "كمال")[0], nodes(store, "قتل", "event")[0]])


def test_one_node_alone_is_not_put_together(store):
    with pytest.raises(BadDecision, match="two or more"):
        put_together(store, nodes(store, "كمال")[:1])


def test_what_is_not_joined_cannot_be_split(store):
    (lonely,) = {
        quad.subject.value for quad in store if quad.object == ox.Literal("مدير المستودع", language="ar")
    }
    with pytest.raises(BadDecision, match="not joined"):
        split(store, [lonely])
