"""Questions to a graph file: right answers, one-line errors, and nothing but reading."""

import json
import socket

import pytest

from hadath.graph.answers import format_answer
from hadath.graph.corpus import Corpus
from hadath.graph.errors import BadQuery, UnknownFormat, UnreadableGraph
from hadath.graph.formats import FORMATS
from hadath.graph.pipeline import write
from hadath.graph.query import query
from hadath.graph.store.writing import open_store

MEETS = "SELECT ?a ?b WHERE { ?x hd:meets ?y . ?x rdfs:label ?a . ?y rdfs:label ?b FILTER(lang(?a) = 'ar') }"
CLAIMS = """SELECT ?w ?s WHERE { ?e a hd:ClaimedEvent ; rdfs:label ?w ; hd:saidBy/rdfs:label ?s
    FILTER(lang(?s) = 'ar' && lang(?w) = 'ar') } ORDER BY ?w"""


def rows(graph, sparql, **options):
    """The values of a table, row by row."""
    return [tuple(cell.value for cell in row) for row in query(graph, sparql, **options)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory, story, second):
    path = tmp_path_factory.mktemp("out")
    write(
        [story, second],
        path,
        [FORMATS[name] for name in ("trig", "nquads", "turtle", "ntriples", "json-ld", "rdf-xml")],
    )
    return path


@pytest.mark.parametrize(
    "name", ["", "graph.nq", "graph.trig", "graph.ttl", "graph.nt", "graph.jsonld", "graph.rdf"]
)
def test_every_rdf_file_and_the_folder_answer_alike(folder, name):
    assert rows(folder / name, MEETS) == [("سامي الحداد", "منظمة النيل")]


def test_claims_are_reached_through_their_speaker(folder):
    assert rows(folder, CLAIMS) == [
        ("اعتقلت", "سامي الحداد"),
        ("تطلب", "سامي الحداد"),
    ]
    assert not query(folder, "ASK { ?a hd:arrests ?b }")


def test_graph_asks_per_article(folder):
    sparql = "SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?a a schema:NewsArticle } }"
    assert rows(folder, sparql) == [("2",)]


def test_a_table_lines_up(folder):
    table = format_answer(query(folder, CLAIMS))
    assert table.splitlines() == [
        "w       s",
        "------  -----------",
        "اعتقلت  سامي الحداد",
        "تطلب    سامي الحداد",
    ]
    assert "\u2068اعتقلت\u2069  \u2068سامي" in format_answer(query(folder, CLAIMS), isolate=True)


def test_select_star_keeps_the_order_of_the_query(folder):
    for order in (("x", "y", "z"), ("z", "x", "y"), ("y", "z", "x")):
        pattern = " ".join(f"?{name}" for name in order)
        assert format_answer(query(folder, f"SELECT * WHERE {{ {pattern} }}"), "csv").startswith(
            ",".join(order)
        )


def test_a_table_cuts_long_cells_and_other_forms_do_not(folder, story):
    text = "SELECT ?t WHERE { ?a schema:identifier 'story' ; nif:isString ?t }"
    assert max(map(len, format_answer(query(folder, text)).splitlines())) == 100
    assert (
        json.loads(format_answer(query(folder, text), "json"))["results"]["bindings"][0]["t"]["value"]
        == story.article.text
    )


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("csv", "w,s\r\nاعتقلت,سامي الحداد\r\n"),
        ("tsv", '?w\t?s\n"اعتقلت"@ar\t"سامي الحداد"@ar\n'),
    ],
)
def test_rows_for_programs(folder, form, expected):
    assert format_answer(query(folder, CLAIMS), form).startswith(expected)


def test_json_for_programs(folder):
    data = json.loads(format_answer(query(folder, CLAIMS), "json"))
    assert data["results"]["bindings"][0]["w"] == {"type": "literal", "value": "اعتقلت", "xml:lang": "ar"}


def test_ask_and_construct(folder):
    assert format_answer(query(folder, "ASK { ?a hd:meets ?b }")) == "yes\n"
    turtle = format_answer(query(folder, "CONSTRUCT { ?a hd:meets ?b } WHERE { ?a hd:meets ?b }"))
    assert "hd:meets" in turtle
    assert turtle == format_answer(query(folder, "CONSTRUCT WHERE { ?a hd:meets ?b }"))
    triples = query(folder, "CONSTRUCT { ?a hd:meets ?b } WHERE { ?a hd:meets ?b }")
    assert format_answer(triples, "ntriples").count("https://w3id.org/hadath/meets") == 1


def test_rows_are_no_graph(folder):
    with pytest.raises(UnknownFormat, match="turtle is for CONSTRUCT"):
        format_answer(query(folder, MEETS), "turtle")


def test_an_empty_answer_is_only_a_header(folder):
    assert format_answer(query(folder, "SELECT ?a WHERE { ?a hd:attacks ?b }")) == "a\n-\n"


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT WHERE {", "not a SPARQL query"),
        ("", "not a SPARQL query"),
        ("SELECT ?x WHERE { ?x nope:thing ?y }", "not a SPARQL query.*nope"),
        ("SELECT * WHERE { SERVICE <http://localhost:9/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * WHERE { OPTIONAL { { SELECT * { SERVICE ?where { ?s ?p ?o } } } } }", "SERVICE"),
        ("SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }", "FROM"),
        ("SELECT * FROM NAMED <http://localhost:9/> WHERE { GRAPH ?g { ?s ?p ?o } }", "FROM"),
        ("LOAD <http://localhost:9/>", "not a SPARQL query"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "not a SPARQL query"),
        ("DROP ALL", "not a SPARQL query"),
    ],
)
def test_what_is_no_question_is_refused_in_one_line(folder, sparql, message):
    with pytest.raises(BadQuery, match=message) as caught:
        query(folder, sparql)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * WHERE { FILTER EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } } ?a ?b ?c }",
        "SELECT * WHERE { BIND(EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } } AS ?x) }",
        "ASK { { ?s ?p ?o } UNION { SERVICE SILENT <http://localhost:9/> { ?s ?p ?o } } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o MINUS { SERVICE <http://localhost:9/> { ?s ?p ?o } } }",
    ],
)
def test_no_service_hides_in_an_expression(folder, sparql):
    with pytest.raises(BadQuery, match="SERVICE"):
        query(folder, sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT * { ?s ?p ?o } # "\n SERVICE <http://localhost:9/> { ?a ?b ?c } # "',
        "SELECT * { ?s <http://a'> ?o . SERVICE <http://localhost:9/> { ?a <http://b'> ?c } }",
        "SELECT * { FILTER(?a = '\"') SERVICE <http://localhost:9/> { ?a ?b ?c } FILTER(?a = '\"') }",
        'SELECT * { FILTER(?a = """ " """) SERVICE <http://localhost:9/> { ?a ?b ?c } FILTER(?a = """ " """) }',
        'SELECT * { ?a ?b "\\"" SERVICE <http://localhost:9/> { ?a ?b "x" } }',
        "SELECT * { ?s ?p ?o FILTER(1<2)SERVICE<http://localhost:9/>{ ?a ?b ?c } }",
        "SELECT * { sErViCe <http://localhost:9/> { ?s ?p ?o } }",
    ],
)
def test_no_service_hides_behind_quotation_marks(folder, sparql):
    with pytest.raises(BadQuery, match="SERVICE"):
        query(folder, sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT * { ?s rdfs:label "Service"@en }',
        'SELECT * { ?s rdfs:label ?l FILTER(CONTAINS(?l, "a \\"service\\"") || CONTAINS(?l, "x")) }',
        "SELECT ?from { ?from hd:retreatsFrom ?to . ?to <http://from/> ?from }",
        "PREFIX from: <http://a/> SELECT * { ?s from:b ?o }",
        'SELECT * { ?s rdfs:label "from <here>" }',
    ],
)
def test_words_that_only_look_like_other_sources_may_be_used(folder, sparql):
    assert list(query(folder, sparql)) == []


@pytest.mark.parametrize(
    "sparql", ["SELECT * FROM hd:x { ?s ?p ?o }", "SELECT * FROM NAMED hd:x { ?s ?p ?o }", "ASK FROM<a:b> {}"]
)
def test_no_graph_is_loaded(folder, sparql):
    with pytest.raises(BadQuery, match="FROM"):
        query(folder, sparql)


@pytest.fixture(scope="module")
def store(tmp_path_factory, story, second):
    path = tmp_path_factory.mktemp("stores") / "store"
    with open_store(path) as writer:
        writer.add(story)
        writer.add(second)
    return path


def test_a_store_and_a_file_answer_alike_where_the_graph_is_named(store, folder):
    for sparql in (MEETS, CLAIMS.replace("{", "{ GRAPH ?article {", 1).replace("} ORDER", "} } ORDER")):
        assert rows(store, sparql) == rows(folder, sparql) != []


def test_without_a_graph_a_store_tells_facts_alone(store):
    assert rows(store, CLAIMS) == []
    assert set(rows(store, CLAIMS, union=True)) == {("اعتقلت", "سامي الحداد"), ("تطلب", "سامي الحداد")}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.nq", None, "no such file"),
        ("table.xlsx", "x", "unknown kind of graph file"),
        ("broken.nq", "this is no RDF", "is not the RDF its name says"),
        ("broken.trig", "<a> <b> ", "is not the RDF its name says"),
        ("broken.jsonld", "{", "is not the RDF its name says"),
        ("broken.rdf", "<a>", "is not the RDF its name says"),
        ("latin.nq", b"\xff\xfe\xff", "cannot be read"),
    ],
)
def test_what_is_no_graph_is_refused_in_one_line(tmp_path, name, content, message):
    if content is not None:
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UnreadableGraph, match=message) as caught:
        query(tmp_path / name, MEETS)
    assert "\n" not in str(caught.value)


def test_a_folder_without_a_graph_says_what_it_looked_for(tmp_path):
    with pytest.raises(
        UnreadableGraph, match=r"no store and no graph in this folder; expected one of graph\.nq"
    ):
        query(tmp_path, MEETS)


@pytest.mark.parametrize(
    "context",
    [
        '"http://localhost:9/c"',
        '["http://localhost:9/c", {}]',
        '{"@import": "http://localhost:9/c"}',
        '{"b": {"@context": "c"}}',
    ],
)
def test_nothing_is_fetched_for_a_remote_context(tmp_path, monkeypatch, context):
    tried = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: tried.append(a))
    monkeypatch.setattr(socket, "create_connection", lambda *a, **k: tried.append(a))
    (tmp_path / "x.jsonld").write_text(f'{{"@context": {context}, "@id": "a:a", "b": "c"}}')
    with pytest.raises(UnreadableGraph, match="nothing is fetched"):
        query(tmp_path / "x.jsonld", "ASK { ?s ?p ?o }")
    assert not tried


def test_an_empty_corpus_can_be_asked(tmp_path):
    (tmp_path / "graph.nq").write_text("".join(FORMATS["nquads"].write(Corpus([]))))
    assert not query(tmp_path, "ASK { ?s ?p ?o }")
