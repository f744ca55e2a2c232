"""Every format that can be read back gives the same graph; the same news gives the same bytes."""

import csv
import io
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Dataset, Graph, Literal
from rdflib.compare import isomorphic
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from hadath.extract.records import Article, Event, Extraction, Mention
from hadath.graph.characters import xml_text
from hadath.graph.corpus import Corpus
from hadath.graph.dataset import build_dataset
from hadath.graph.errors import UnknownFormat
from hadath.graph.formats import FORMATS, find_format
from hadath.graph.network import build_network
from hadath.graph.table import COLUMNS
from hadath.ontology.namespace import NIF

DATASETS = {"trig": "trig", "nquads": "nquads", "json-ld": "json-ld"}
GRAPHS = {"turtle": "turtle", "ntriples": "nt", "rdf-xml": "xml"}
OURS = [name for name in FORMATS if name != "html"]


def text_of(name, *extractions, **options):
    return "".join(FORMATS[name].write(Corpus(extractions, **options)))


def plain(triple):
    """A triple as text, whatever library or datatype spelling it came in."""
    return tuple((str(t), t.language, str(t.datatype)) if isinstance(t, Literal) else str(t) for t in triple)


def by_graph(dataset):
    default = str(DATASET_DEFAULT_GRAPH_ID)
    return {(plain(quad[:3]), str(quad[3] or default)) for quad in dataset.quads()}


def in_one(extractions):
    """The union of all graphs."""
    graph = Graph()
    for triple in (quad[:3] for quad in build_dataset(extractions).quads()):
        graph.add(triple)
    return graph


@pytest.mark.parametrize("name", DATASETS)
def test_formats_with_graphs_give_back_the_dataset(name, story, second, kazakhstan_extraction):
    news = [story, second, kazakhstan_extraction]
    back = Dataset()
    back.parse(data=text_of(name, *news), format=DATASETS[name])
    assert by_graph(back) == by_graph(build_dataset(news))


@pytest.mark.parametrize("name", GRAPHS)
def test_formats_without_graphs_give_back_the_union(name, story, kazakhstan_extraction):
    news = [story, kazakhstan_extraction]
    back = Graph().parse(data=text_of(name, *news), format=GRAPHS[name])
    assert isomorphic(back, in_one(news))


@pytest.mark.parametrize("name", ["turtle", "ntriples"])
def test_characters_that_trip_formats_come_back(name, second):
    back = Graph().parse(data=text_of(name, second), format=GRAPHS[name])
    assert isomorphic(back, in_one([second]))


def test_rdf_xml_replaces_what_xml_cannot_hold_one_for_one(second):
    back = Graph().parse(data=text_of("rdf-xml", second), format="xml")
    (text,) = back.objects(None, NIF.isString)
    assert str(text) == xml_text(second.article.text)
    assert len(text) == len(second.article.text)
    assert "\r\n" in text


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("trig", "TRIG"),
        ("nquads", "N_QUADS"),
        ("json-ld", "JSON_LD"),
        ("turtle", "TURTLE"),
        ("ntriples", "N_TRIPLES"),
        ("rdf-xml", "RDF_XML"),
    ],
)
def test_a_second_program_reads_the_same(name, media, story, kazakhstan_extraction):
    ox = pytest.importorskip("pyoxigraph")
    news = [story, kazakhstan_extraction]
    read = {
        str(quad) for quad in ox.parse(text_of(name, *news).encode(), format=getattr(ox.RdfFormat, media))
    }
    base, form = ("nquads", "N_QUADS") if name in DATASETS else ("ntriples", "N_TRIPLES")
    assert read == {
        str(quad) for quad in ox.parse(text_of(base, *news).encode(), format=getattr(ox.RdfFormat, form))
    }


def test_nquads_are_canonical(story, second):
    lines = text_of("nquads", story, second).splitlines()
    assert lines == sorted(set(lines))
    assert not any("_:" in line.split(" ")[0] for line in lines)


@pytest.mark.parametrize("name", OURS)
def test_arabic_is_written_as_letters(name, story):
    assert "روسيا" in text_of(name, story)


@pytest.mark.parametrize("name", OURS)
def test_every_format_can_write_what_trips_formats_and_nothing_at_all(name, second):
    assert text_of(name, second).encode("utf-8")
    empty = text_of(name)
    assert name in ("nquads", "ntriples") or empty


@pytest.mark.parametrize("name", ["graphml", "gexf", "rdf-xml"])
def test_xml_is_well_formed_whatever_the_text(name, second):
    ET.fromstring(text_of(name, second))


def edges(network):
    return sorted(
        (u, v, sorted((k, str(x)) for k, x in data.items() if k != "id"))
        for u, v, data in network.edges(data=True)
    )


@pytest.mark.parametrize("name", ["graphml", "gexf", "node-link"])
def test_networks_come_back(name, tmp_path, story, second):
    path = tmp_path / "graph"
    path.write_text(text_of(name, story, second), encoding="utf-8")
    if name == "graphml":
        back = nx.read_graphml(path, force_multigraph=True)
    elif name == "gexf":
        back = nx.read_gexf(path)
    else:
        back = nx.node_link_graph(json.loads(path.read_text("utf-8")), edges="edges")
    network = Corpus([story, second]).network
    assert set(back) == set(network)
    assert edges(back) == edges(network)
    for node, data in network.nodes(data=True):
        assert {k: back.nodes[node][k] for k in data} == data


def test_edge_ids_are_unique_in_the_file(story, second):
    root = ET.fromstring(text_of("graphml", story, second))
    ids = [edge.get("id") for edge in root.iter("{http://graphml.graphdrawing.org/xmlns}edge")]
    assert len(ids) == len(set(ids)) > 10


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(order=st.permutations(range(4)))
@pytest.mark.parametrize("name", OURS)
def test_the_order_of_the_input_does_not_matter(name, order, story, second, kazakhstan_extraction):
    news = [story, second, kazakhstan_extraction, story]
    assert text_of(name, *(news[i] for i in order)) == text_of(name, story, second, kazakhstan_extraction)


def test_another_process_writes_the_same_bytes(story, tmp_path):
    """Sets of text come in another order in each process; no file may depend on that."""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from conftest import SECOND, STORY\n"
        "from hadath.graph.corpus import Corpus\nfrom hadath.graph.formats import FORMATS\n"
        "sys.stdout.reconfigure(encoding='utf-8', newline='')\n"
        f"for name in {OURS!r}: sys.stdout.writelines(FORMATS[name].write(Corpus([STORY, SECOND])))\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script, str(Path(__file__).parents[1])],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@given(st.text(alphabet=st.characters(), min_size=1, max_size=40))
def test_any_text_survives_nquads_and_trig(text):
    extraction = Extraction(
        Article("a", text), events=(Event("e", "SAY", text, Mention(0, len(text), text)),)
    )
    for name in ("nquads", "trig"):
        back = Dataset()
        back.parse(data=text_of(name, extraction), format=DATASETS[name])
        assert by_graph(back) == by_graph(build_dataset(extraction))


def test_the_table_has_a_row_per_event_and_excel_finds_its_encoding(story):
    text = text_of("csv", story)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert tuple(rows[0]) == COLUMNS
    arrest = next(row for row in rows if row["lemma"] == "اعتقل")
    assert (arrest["agents"], arrest["patients"], arrest["said_by"]) == ("الشرطة", "متظاهر", "سامي الحداد")
    assert (arrest["standing"], arrest["quantity"], arrest["polarity"]) == (
        "claimed",
        "~8000 متظاهر",
        "positive",
    )
    assert (arrest["trigger"], arrest["name_en"]) == ("اعتقلت", "arrested")
    assert {row["name_en"] for row in rows if row is not arrest} == {""}
    assert [row["standing"] for row in rows] == [
        "asserted",
        "asserted",
        "claimed",
        "claimed",
        "asserted",
        "future",
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_cell_is_never_a_formula(start, story):
    article = replace(story.article, id=f"{start}1+1")
    assert f"\n'{start}1+1," in text_of("csv", replace(story, article=article))


def test_without_text_no_file_holds_a_sentence(story):
    sentence = story.article.text.split("\n")[0]
    for name in OURS:
        assert sentence not in text_of(name, story, text=False)


def test_an_unknown_format_names_those_there_are():
    with pytest.raises(UnknownFormat, match="unknown format 'gefx'; choose from csv, gexf"):
        find_format("gefx")


def test_the_network_says_what_an_edge_rests_on(story):
    network = build_network(story)
    direct = {
        (network.nodes[u]["label"], d["role"], network.nodes[v]["label"])
        for u, v, d in network.edges(data=True)
        if d["direct"]
    }
    assert ("روسيا", "deploysForcesTo", "كازاخستان") in direct
    assert not any(role == "arrests" for _, role, _ in direct)
    said = next(
        d for _, _, d in network.edges(data=True) if d["role"] == "said by" and d["polarity"] == "negative"
    )
    assert said["said_by"] == "سامي الحداد"
    assert story.article.text[said["begin_index"] : said["end_index"]] == "تطلب"
    assert all(isinstance(v, str | int | float) for _, d in network.nodes(data=True) for v in d.values())
