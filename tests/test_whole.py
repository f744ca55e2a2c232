"""The whole way with the trained pipeline: from files to graph files, for good news and for anything else."""

import json
from pathlib import Path

import owlrl
import pytest
from owlrl.Namespaces import ERRNS
from rdflib import OWL, RDF, Graph

import hadath.extract
from hadath.extract.errors import ModelNotFound
from hadath.graph import validate
from hadath.graph.cli import main
from hadath.graph.query import query
from hadath.ontology import WD, vocabulary

DATA = Path(__file__).parent / "data"
SAMPLES = sorted(path.stem for path in DATA.glob("*.txt"))
ANCHORS = """SELECT ?name ?b ?e ?t WHERE { ?m nif:anchorOf ?t ; nif:beginIndex ?b ; nif:endIndex ?e ;
             nif:referenceContext/schema:identifier ?name }"""


@pytest.fixture(scope="module", autouse=True)
def _needs_the_model():
    try:
        hadath.extract.load()
    except ModelNotFound:
        pytest.skip("needs the trained pipeline")


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    out = tmp_path_factory.mktemp("samples")
    assert main(["build", *(str(DATA / f"{name}.txt") for name in SAMPLES), "-o", str(out), "-q"]) == 0
    return out


def build(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    return main(["build", str(path), "-o", str(tmp_path / "out"), "-f", "nquads", "-f", "csv"])


def test_every_mention_is_what_stands_in_the_file(samples):
    texts = {name: (DATA / f"{name}.txt").read_bytes().decode("utf-8") for name in SAMPLES}
    rows = list(query(samples, ANCHORS))
    assert len(rows) > 100
    for name, begin, end, anchor in rows:
        assert texts[name.value][int(begin.value) : int(end.value)] == anchor.value


def test_every_sample_has_facts_and_claims(samples):
    for standing in ("hd:AssertedEvent", "hd:ClaimedEvent"):
        found = {
            row[0].value
            for row in query(
                samples, f"SELECT ?n {{ GRAPH ?g {{ ?a schema:identifier ?n . ?e a {standing} }} }}"
            )
        }
        assert found == set(SAMPLES)


def test_every_sample_keeps_the_contract(samples, capsys):
    assert main(["validate", str(samples)]) == 0
    assert capsys.readouterr().out == f"articles checked: {len(SAMPLES)}, violations: 0\n"


def test_a_sample_is_consistent_with_the_ontology(tmp_path):
    assert main(["build", str(DATA / "exchange.txt"), "-o", str(tmp_path), "-q", "-f", "ntriples"]) == 0
    graph = Graph().parse(tmp_path / "graph.nt")
    for triple in vocabulary():
        graph.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert not list(graph.objects(None, ERRNS.error))
    assert not list(graph.subjects(RDF.type, OWL.Nothing))
    same = [(a, b) for a, b in graph.subject_objects(OWL.sameAs) if a != b]
    assert all((a in WD) != (b in WD) for a, b in same)


def test_the_order_of_the_articles_does_not_matter(samples, tmp_path):
    paths = [str(DATA / f"{name}.txt") for name in reversed(SAMPLES)]
    assert main(["build", *paths, "-o", str(tmp_path), "-q"]) == 0
    for path in samples.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes(), path.name


def test_a_store_holds_what_the_files_hold(samples, tmp_path):
    paths = [str(DATA / f"{name}.txt") for name in SAMPLES]
    assert main(["build", *paths, "-s", str(tmp_path / "store"), "-q"]) == 0
    assert main(["dump", str(tmp_path / "store"), "-o", str(tmp_path / "all.nq")]) == 0
    joined = b"<https://w3id.org/hadath/identities> .\n"  # what joining adds, in a graph of its own
    lines = (tmp_path / "all.nq").read_bytes().splitlines(keepends=True)
    assert (
        b"".join(line for line in lines if not line.endswith(joined)) == (samples / "graph.nq").read_bytes()
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("space.txt", b" \n\t\r\n \n"),
        ("english.txt", b"The minister said nothing at all on Monday."),
        ("emoji.txt", "😀 قال الوزير 😀 إن 👨‍👩‍👧 الوضع هادئ.".encode()),
        ("controls.txt", "قال\x01 الوزير\x00 إن\x0b الوضع\x7f هادئ.\r\nنعم".encode()),
        ("bidi.txt", "\u202bقال الوزير\u202c إن \u2067الوضع\u2069 هادئ".encode()),
        ("line.txt", ("قال الوزير إن الوضع هادئ " * 400).encode()),
        ("marks.txt", "قَالَ الوَزِيرُ إنّ الوَضْعَ هادِئٌ.".encode()),
        ("windows.txt", "قال الوزير إن الوضع هادئ.".encode("cp1256")),
        ("utf16.txt", "قال الوزير إن الوضع هادئ.".encode("utf-16")),
        ("page.html", "<html><body><p>قال الوزير إن الوضع هادئ.</p></body></html>".encode()),
        ("lone.json", json.dumps({"id": "\ud800", "text": "قال الوزير \ud800 إن"}).encode()),
        ("none.jsonl", b"\n\n"),
    ],
)
def test_anything_gives_a_valid_graph(name, content, tmp_path, capsys):
    assert build(tmp_path, name, content) == 0
    assert validate(tmp_path / "out").violations == ()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("name", "content"),
    [("broken.json", b"{"), ("number.json", b"3"), ("picture.png", b"\x89PNG"), ("lines.jsonl", b"{\n}")],
)
def test_what_cannot_be_read_is_said_in_a_line_each(name, content, tmp_path, capsys):
    assert build(tmp_path, name, content) == 1
    err = capsys.readouterr().err
    assert err.strip()
    assert all(line.startswith("hadath: ") for line in err.splitlines())
