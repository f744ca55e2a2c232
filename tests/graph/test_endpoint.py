"""The endpoint: the SPARQL 1.1 Protocol case by case, other people's clients, and what it refuses to do."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from hadath.graph.cli import main
from hadath.graph.endpoint.description import describe
from hadath.graph.endpoint.negotiation import ROWS, TRIPLES, choose
from hadath.graph.iris import article_iri
from hadath.graph.store.writing import open_store

sys.path.insert(0, str(Path(__file__).parent))
from served import running

MEETS = "SELECT ?a ?b { ?x hd:meets ?y . ?x rdfs:label ?a . ?y rdfs:label ?b FILTER(LANG(?a) = 'ar') }"
COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a a schema:NewsArticle } }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } GRAPH ?i { ?j ?k ?l } GRAPH ?m { ?o ?p ?q } }"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
JSON = "application/sparql-results+json"


def fill(folder, *extractions):
    with open_store(folder) as store:
        for extraction in extractions:
            store.add(extraction)
    return folder


@pytest.fixture(scope="module")
def served(tmp_path_factory, story, second):
    store = fill(tmp_path_factory.mktemp("served") / "store", story, second)
    with running(store, "--timeout", "2", "--largest", "1") as (address, process):
        yield address, process


@pytest.fixture(scope="module")
def address(served):
    return served[0]


def call(url, *, method=None, data=None, **headers):
    """Status, headers and text of an answer, whatever the status."""
    request = Request(
        url,
        data=data,
        method=method,
        headers={name.replace("_", "-"): value for name, value in headers.items()},
    )
    try:
        with urlopen(request, timeout=60) as response:
            return response.status, response.headers, response.read().decode("utf-8")
    except HTTPError as error:
        return error.code, error.headers, error.read().decode("utf-8")


def form(*pairs):
    return urlencode(pairs).encode()


STORY = "https://w3id.org/hadath/article/story-"

# the cases of the recommendation (sections 2.1 and 2.2) and of its test suite that apply to an endpoint that only reads:
# method, parameters in the URL, content type, body, Accept; then status and what the answer holds
CASES = {
    "query via GET": ("GET", [("query", MEETS)], None, None, JSON, 200, "منظمة النيل"),
    "query via POST form": ("POST", [], FORM, form(("query", MEETS)), JSON, 200, "منظمة النيل"),
    "query via POST directly": ("POST", [], DIRECT, MEETS.encode(), JSON, 200, "منظمة النيل"),
    "content type with charset": (
        "POST",
        [],
        f"{DIRECT}; charset=utf-8",
        MEETS.encode(),
        JSON,
        200,
        "منظمة النيل",
    ),
    "ASK": ("GET", [("query", "ASK { ?a hd:meets ?b }")], None, None, JSON, 200, '"boolean":true'),
    "CONSTRUCT": ("GET", [("query", "CONSTRUCT WHERE { ?a hd:meets ?b }")], None, None, "", 200, "/meets"),
    "DESCRIBE": (
        "GET",
        [("query", "DESCRIBE ?a { ?a hd:meets ?b }")],
        None,
        None,
        "text/turtle",
        200,
        "/meets",
    ),
    "Arabic in the URL": (
        "GET",
        [("query", 'ASK { ?a rdfs:label "سامي الحداد"@ar }')],
        None,
        None,
        JSON,
        200,
        "true",
    ),
    "default graph": ("GET", [("query", "ASK { ?a a hd:ClaimedEvent }")], None, None, JSON, 200, "false"),
    "default-graph-uri, GET": (
        "GET",
        [("query", "ASK { ?a a hd:ClaimedEvent }"), ("default-graph-uri", STORY)],
        None,
        None,
        JSON,
        200,
        "true",
    ),
    "default-graph-uri, form": (
        "POST",
        [],
        FORM,
        form(("query", "ASK { ?a a hd:ClaimedEvent }"), ("default-graph-uri", STORY)),
        JSON,
        200,
        "true",
    ),
    "default-graph-uri, direct": (
        "POST",
        [("default-graph-uri", STORY)],
        DIRECT,
        b"ASK { ?a a hd:ClaimedEvent }",
        JSON,
        200,
        "true",
    ),
    "default-graph-uri leaves no named graphs": (
        "GET",
        [("query", "ASK { GRAPH ?g { ?a ?b ?c } }"), ("default-graph-uri", STORY)],
        None,
        None,
        JSON,
        200,
        "false",
    ),
    "named-graph-uri": (
        "GET",
        [("query", "SELECT DISTINCT ?g { GRAPH ?g { ?a ?b ?c } }"), ("named-graph-uri", STORY)],
        None,
        None,
        "text/csv",
        200,
        "g\r\nhttps://w3id.org/hadath/article/story-",
    ),
    "named-graph-uri leaves the default graph empty": (
        "GET",
        [("query", "ASK { ?a ?b ?c }"), ("named-graph-uri", STORY)],
        None,
        None,
        JSON,
        200,
        "false",
    ),
    "both": (
        "GET",
        [
            ("query", "ASK { ?a a hd:ClaimedEvent GRAPH ?g { ?d a hd:ClaimedEvent } }"),
            ("default-graph-uri", STORY),
            ("named-graph-uri", STORY),
        ],
        None,
        None,
        JSON,
        200,
        "true",
    ),
    "FROM of this store": (
        "GET",
        [("query", f"ASK FROM <{STORY}> {{ ?a a hd:ClaimedEvent }}")],
        None,
        None,
        JSON,
        200,
        "true",
    ),
    "the protocol's graphs go before FROM": (
        "GET",
        [("query", f"ASK FROM <{STORY}> {{ ?a hd:protestsAgainst ?b }}"), ("default-graph-uri", STORY)],
        None,
        None,
        JSON,
        200,
        "false",
    ),
    "PUT": ("PUT", [("query", "ASK {}")], None, None, JSON, 405, "Method Not Allowed"),
    "two queries": (
        "GET",
        [("query", "ASK {}"), ("query", "SELECT * {}")],
        None,
        None,
        JSON,
        400,
        "exactly one query",
    ),
    "no query": ("POST", [], FORM, b"", JSON, 400, "exactly one query"),
    "parameters without a query": (
        "GET",
        [("default-graph-uri", STORY)],
        None,
        None,
        JSON,
        400,
        "exactly one query",
    ),
    "wrong media type": ("POST", [], "text/plain", b"ASK {}", JSON, 415, DIRECT),
    "no media type, form": ("POST", [], "", form(("query", "ASK {}")), JSON, 415, DIRECT),
    "not UTF-8": ("POST", [], DIRECT, "ASK { ?a ?b 'ا' }".encode("utf-16"), JSON, 400, "UTF-8"),
    "form not UTF-8": ("POST", [], FORM, b"query=ASK%7B%FF%7D", JSON, 400, "UTF-8"),
    "wrong syntax": ("POST", [], DIRECT, b"ASK { ?s ", JSON, 400, "not a SPARQL query"),
    "unknown prefix": ("POST", [], DIRECT, b"ASK { ?s nope:a ?b }", JSON, 400, "unknown prefix at line 1"),
    "update as query": ("POST", [], DIRECT, b"DROP ALL", JSON, 400, "not a SPARQL query"),
    "update via form": ("POST", [], FORM, form(("update", "DROP ALL")), JSON, 403, "read-only"),
    "update via POST directly": (
        "POST",
        [],
        "application/sparql-update",
        b"DROP ALL",
        JSON,
        403,
        "read-only",
    ),
    "LOAD": ("POST", [], FORM, form(("update", "LOAD <http://localhost:9/>")), JSON, 403, "read-only"),
    "SERVICE": (
        "POST",
        [],
        DIRECT,
        b"ASK { SERVICE <http://localhost:9/> { ?s ?p ?o } }",
        JSON,
        403,
        "SERVICE",
    ),
    "SERVICE SILENT in a filter": (
        "POST",
        [],
        DIRECT,
        b"ASK { FILTER EXISTS { ?a ?b trueSeRvIcE silent ?x { ?s ?p ?o } } }",
        JSON,
        403,
        "SERVICE",
    ),
    "FROM elsewhere": (
        "POST",
        [],
        DIRECT,
        b"ASK FROM <http://localhost:9/> { ?s ?p ?o }",
        JSON,
        403,
        "none is fetched",
    ),
    "FROM a file": (
        "POST",
        [],
        DIRECT,
        b"ASK FROM NAMED <file:///etc/passwd> { ?s ?p ?o }",
        JSON,
        403,
        "none is fetched",
    ),
    "default-graph-uri elsewhere": (
        "GET",
        [("query", "ASK {}"), ("default-graph-uri", "http://localhost:9/")],
        None,
        None,
        JSON,
        403,
        "none is fetched",
    ),
    "default-graph-uri that is no IRI": (
        "GET",
        [("query", "ASK {}"), ("default-graph-uri", "relative")],
        None,
        None,
        JSON,
        400,
        "not an absolute IRI",
    ),
    "a form nobody has": ("GET", [("query", "ASK {}")], None, None, "image/png", 406, JSON),
    "rows as triples": ("GET", [("query", "SELECT * {}")], None, None, "text/turtle", 406, JSON),
    "triples as rows": (
        "GET",
        [("query", "CONSTRUCT WHERE { ?a hd:meets ?b }")],
        None,
        None,
        JSON,
        406,
        "text/turtle",
    ),
    "too large": (
        "GET",
        [("query", "SELECT * { GRAPH ?g { ?a ?b ?c } GRAPH ?g { ?d ?e ?f } }")],
        None,
        None,
        JSON,
        400,
        "larger than 1,048,576 bytes",
    ),
    "too long": ("POST", [], DIRECT, b"ASK {} #" + b"x" * (1 << 20), JSON, 413, "longer than"),
}


@pytest.mark.parametrize("name", CASES)
def test_the_protocol(name, address, story):
    method, parameters, kind, body, accept, status, held = CASES[name]
    whole = str(article_iri(story.article))
    parameters = [(key, value.replace(STORY, whole)) for key, value in parameters]
    if body is not None:
        body = body.replace(quote(STORY, safe="").encode(), quote(whole, safe="").encode())
    headers = {"Accept": accept} if accept else {}
    if kind is not None:
        headers["Content_Type"] = kind
    query = f"?{urlencode(parameters)}" if parameters else ""
    found, answered, text = call(f"{address}sparql{query}", method=method, data=body, **headers)
    assert found == status, text
    assert held in text
    if status >= 400:
        assert answered["Content-Type"].startswith("text/plain")
        assert text.count("\n") <= 1


@pytest.mark.parametrize("media_type", ROWS)
def test_rows_in_every_form(media_type, address):
    status, headers, text = call(f"{address}sparql?{urlencode({'query': MEETS})}", Accept=media_type)
    assert status == 200
    assert headers["Content-Type"].split(";")[0] == media_type
    assert "منظمة النيل" in text


@pytest.mark.parametrize(
    ("media_type", "form"), [*zip(TRIPLES, ("turtle", "nt", "json-ld", "xml"), strict=True)]
)
def test_triples_in_every_form(media_type, form, address):
    query = {"query": "CONSTRUCT { ?a hd:meets ?b } WHERE { ?a hd:meets ?b }"}
    for url in (f"{address}sparql?{urlencode(query)}", f"{address}graphs?default"):
        status, headers, text = call(url, Accept=media_type)
        assert (status, headers["Content-Type"].split(";")[0]) == (200, media_type)
        graph = rdflib.Graph().parse(data=text, format=form)
        assert len(list(graph.triples((None, rdflib.URIRef("https://w3id.org/hadath/meets"), None)))) == 1


@pytest.mark.parametrize(
    ("accept", "offered", "chosen"),
    [
        ("", "a/b c/d", "a/b"),
        ("*/*", "a/b c/d", "a/b"),
        ("c/*", "a/b c/d", "c/d"),
        ("a/b;q=0.1, */*", "a/b c/d", "c/d"),
        ("a/b;q=0, c/d;q=0", "a/b c/d", None),
        ("A/B ; Q=1.0", "a/b", "a/b"),
        ("a/b;q=x", "a/b", None),
        ("c/d;charset=utf-8;q=0.5,a/b;q=0.4", "a/b c/d", "c/d"),
    ],
)
def test_accept(accept, offered, chosen):
    assert choose(accept, offered.split()) == chosen


def test_the_service_describes_itself(address):
    status, headers, text = call(f"{address}sparql", Accept="text/turtle")
    assert (status, headers["Content-Type"].split(";")[0]) == (200, "text/turtle")
    described = rdflib.Graph().parse(data=text, format="turtle")
    service = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert (
        rdflib.URIRef(f"{address}sparql"),
        service.endpoint,
        rdflib.URIRef(f"{address}sparql"),
    ) in described
    assert all(describe(f"{address}sparql", media_type) for media_type in TRIPLES)
    assert call(f"{address}sparql", Accept="image/png")[0] == 406


def test_graphs_are_read_and_never_written(address, story):
    iri = str(article_iri(story.article))
    for url in (f"{address}graphs?graph={quote(iri, safe='')}", f"{address}article/{iri.rsplit('/', 1)[1]}"):
        status, _, text = call(url, Accept="application/n-triples")
        assert status == 200
        assert f"<{iri}> <https://schema.org/identifier> " in text
        assert call(url, method="HEAD")[0] == 200
        for method in ("PUT", "POST", "DELETE", "PATCH"):
            status, headers, text = call(
                url, method=method, data=b"<a:a> <a:b> <a:c> .", Content_Type="text/turtle"
            )
            assert (status, headers["Allow"], text) == (405, "GET, HEAD", "this endpoint is read-only\n")
    assert "ClaimedEvent" not in call(f"{address}graphs?default")[2]
    assert call(f"{address}graphs?graph=http://localhost:9/")[0] == 404
    assert call(f"{address}article/none")[0] == 404
    assert call(f"{address}graphs")[0] == 400
    assert call(f"{address}graphs?default&graph={iri}")[0] == 400
    assert call(f"{address}graphs?default", Accept="image/png")[0] == 406


def test_other_pages_may_ask(address):
    asked = {"Origin": "https://example.org", "Access_Control_Request_Method": "POST"}
    status, headers, _ = call(f"{address}sparql", method="OPTIONS", **asked)
    assert (status, headers["Access-Control-Allow-Origin"]) == (200, "*")
    headers = call(f"{address}sparql?query=ASK%7B%7D", Origin="https://example.org")[1]
    assert headers["Access-Control-Allow-Origin"] == "*"


def test_ready_questions_as_rest(address):
    told = json.loads(call(f"{address}questions")[2])
    assert {"name", "title", "description", "parameters", "sparql"} <= set(told[0])
    url = f"{address}questions/who-met-whom?who={quote('الحداد')}"
    (row,) = json.loads(call(url, Accept=JSON)[2])["results"]["bindings"]
    assert (row["one"]["value"], row["other"]["value"]) == ("سامي الحداد", "منظمة النيل")
    assert call(f"{url}&format=csv")[2].startswith("date,one,other,")
    assert (
        len(json.loads(call(f"{address}questions/events?limit=2&format=json")[2])["results"]["bindings"]) == 2
    )
    (row,) = json.loads(call(f"{url}&language=en", Accept=JSON)[2])["results"]["bindings"]
    assert (row["one"]["value"], row["other"]["value"]) == ("Sami al-Haddad", "منظمة النيل")
    for path, status, words in (
        ("who-meets-whom", 404, "did you mean who-met-whom"),
        ("who-met-whom?abuot=x", 400, "has no parameter"),
        ("events?from=soon", 400, "is no date"),
        ("events?limit=x", 400, "limit"),
        ("events?limit=0", 400, "too small"),
        ("events?from=2024&from=2023", 400, "once"),
        ("events?format=xls", 400, "unknown format"),
        ("events?language=fr", 400, "choose ar or en"),
        (f"who-met-whom?who={quote('x } UNION { ?s ?p ?o')}", 400, "no name like"),
    ):
        found, _, text = call(f"{address}questions/{path}")
        assert (found, words in text) == (status, True), text


def test_the_page_needs_nothing_from_elsewhere(address):
    status, headers, text = call(address, Accept="text/html")
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", text)
    assert "{{" not in text
    assert call(f"{address}sparql", Accept="text/html,*/*;q=0.8")[2] == text


def test_sparqlwrapper(address):
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(f"{address}sparql")
    client.setQuery(MEETS)
    client.setReturnFormat(wrapper.JSON)
    for method in (wrapper.GET, wrapper.POST):
        client.setMethod(method)
        (row,) = client.query().convert()["results"]["bindings"]
        assert row["b"]["value"] == "منظمة النيل"
    client.setRequestMethod(wrapper.POSTDIRECTLY)
    assert client.query().convert()["results"]["bindings"]
    client.setQuery("CONSTRUCT WHERE { ?a hd:meets ?b }")
    client.setReturnFormat(wrapper.TURTLE)
    assert b"meets" in client.query().convert()


def test_rdflib_sparqlstore(address):
    for method in ("GET", "POST", "POST_FORM"):
        graph = rdflib.Graph(SPARQLStore(f"{address}sparql", method=method))
        (row,) = graph.query(MEETS)
        assert str(row[1]) == "منظمة النيل"
        assert len(list(graph.triples((None, rdflib.URIRef("https://w3id.org/hadath/meets"), None)))) == 1


@pytest.mark.skipif(shutil.which("curl") is None, reason="needs curl")
def test_curl(address):
    command = [
        "curl",
        "-s",
        "-H",
        "Accept: text/csv",
        "--data-urlencode",
        f"query={MEETS}",
        f"{address}sparql",
    ]
    assert (
        subprocess.run(command, capture_output=True, check=True).stdout.decode()
        == "a,b\r\nسامي الحداد,منظمة النيل\r\n"
    )


def processor_ticks(process):
    """Ticks of the processor that the children of a process have used, by process id."""
    used = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process.pid:
            used[stat.parent.name] = int(fields[11]) + int(fields[12])
    return used


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_a_query_that_takes_too_long_is_really_stopped(served):
    address, process = served
    before = processor_ticks(process)
    begun = time.monotonic()
    status, _, text = call(f"{address}sparql", data=form(("query", ENDLESS)))
    assert (status, text) == (504, "the query took more than 2 seconds and was stopped\n")
    assert 1.9 < time.monotonic() - begun < 10
    assert (
        json.loads(call(f"{address}sparql?{urlencode({'query': COUNT})}")[2])["results"]["bindings"][0]["n"][
            "value"
        ]
        == "2"
    )
    deadline = time.monotonic() + 20
    while len(processor_ticks(process)) < len(before) or processor_ticks(process).keys() == before.keys():
        assert time.monotonic() < deadline, "no new worker"
        time.sleep(0.1)
    resting = processor_ticks(process)
    time.sleep(1)
    assert sum(processor_ticks(process).values()) - sum(resting.values()) < os.sysconf("SC_CLK_TCK") / 2


def test_a_query_that_needs_too_much_memory_ends_alone(tmp_path, story):
    with running(
        fill(tmp_path / "store", story), "--memory", "1024", "--workers", "1", "--timeout", "30"
    ) as (
        address,
        _,
    ):
        greedy = "SELECT ?a ?d ?g { GRAPH ?x { ?a ?b ?c } GRAPH ?y { ?d ?e ?f } GRAPH ?z { ?g ?h ?i } } ORDER BY ?i ?f ?c"
        status, _, text = call(f"{address}sparql", data=form(("query", greedy)))
        assert (status, "memory" in text or "failed" in text) == (500, True), text
        assert call(f"{address}sparql?query=ASK%7B%7D")[0] == 200


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_gracefully(number, tmp_path, story):
    with running(fill(tmp_path / "store", story)) as (address, process):
        assert call(f"{address}sparql?query=ASK%7B%7D")[0] == 200
        workers = processor_ticks(process) if Path("/proc/self/stat").exists() else {}
        process.send_signal(number)
        assert process.wait(20) in (0, 130, -number)
        assert process.stdout.read() == ""
        assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]


def test_what_is_published_meanwhile_is_seen_by_fifty_clients(tmp_path, story, second):
    """No error and no wrong answer: an article is there as a whole or not at all."""
    folder = fill(tmp_path / "store", story)
    whole = "SELECT ?g (COUNT(?e) AS ?n) { GRAPH ?g { ?e a sem:Event } } GROUP BY ?g"
    right = {str(article_iri(story.article)): "6", str(article_iri(second.article)): "1"}

    def client(number):
        seen = 0
        for _ in range(4):
            status, _, text = call(f"{address}sparql?{urlencode({'query': whole})}", Accept=JSON)
            assert status == 200, text
            found = {row["g"]["value"]: row["n"]["value"] for row in json.loads(text)["results"]["bindings"]}
            assert found.items() <= right.items()
            seen = len(found)
        return seen

    with running(folder) as (address, _), ThreadPoolExecutor(50) as clients:
        answers = [clients.submit(client, number) for number in range(50)]
        fill(folder, second)
        assert {answer.result() for answer in answers} <= {1, 2}
        deadline = time.monotonic() + 20
        while client(0) != 2:
            assert time.monotonic() < deadline


def test_a_worker_has_a_memory_limit_and_no_network_where_the_system_allows_it():
    script = (
        "import resource, socket\n"
        "from hadath.graph.endpoint.confinement import confine\n"
        "server = socket.create_server(('127.0.0.1', 0))\n"
        "alone = confine(2 << 30)\n"
        "assert resource.getrlimit(resource.RLIMIT_AS)[0] == 2 << 30\n"
        "try: socket.create_connection(server.getsockname(), 1)\n"
        "except OSError: assert alone\n"
        "else: assert not alone\n"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", script], check=True, env=env)


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["serve", "{tmp}/none"], "no such store"),
        (["serve", "{tmp}"], "is not a store"),
        (["serve", "{store}", "--host", "256.1.1.1"], "cannot listen at 256.1.1.1"),
        (["serve", "{store}", "--port", "99999"], "cannot listen"),
    ],
)
def test_what_goes_wrong_at_the_start_is_one_line(argv, message, tmp_path, story, capsys):
    store = fill(tmp_path / "store", story)
    assert main([part.format(tmp=tmp_path, store=store) for part in argv]) == 1
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("argv", [["--workers", "0"], ["--timeout", "-1"], ["--memory", "1"]])
def test_wrong_limits_are_wrong_usage(argv):
    with pytest.raises(SystemExit) as left:
        main(["serve", "store", *argv])
    assert left.value.code == 2
