"""Our own graphs keep the contract; a graph that is broken in one place is told so, in the right words, at the right sentence."""

import json
from dataclasses import replace

import pytest
from pyoxigraph import NamedNode, Quad
from rdflib import RDF, RDFS, SH, XSD, Dataset, Graph, Literal, URIRef

from hadath.extract.records import Article, Extraction
from hadath.graph import build_dataset, validate
from hadath.graph.cli import main
from hadath.graph.errors import UnreadableGraph
from hadath.graph.formats import find_format
from hadath.graph.iris import names
from hadath.graph.pipeline import write
from hadath.graph.store.writing import open_store
from hadath.graph.validation.report import LANGUAGES, REPORT_FORMATS, format_report
from hadath.ontology.namespace import HD, NIF, PREFIXES, SCHEMA, SHAPE
from hadath.ontology.predicates import direct_predicates
from hadath.ontology.vocabulary import event_modes, event_types, shapes, vocabulary

RDF_FORMATS = ("nquads", "trig", "json-ld", "turtle", "ntriples", "rdf-xml")
ARREST = '?e rdfs:label "اعتقلت"@ar'  # claimed
MEETING = '?e rdfs:label "التقى"@ar'  # asserted, on a day, with direct triples
LEAVING = '?e rdfs:label "ستنسحب"@ar'  # future, with an amount of money
MINISTER = '?x rdfs:label "سامي الحداد"@ar'
ALMATY = '?x rdfs:label "ألماتي"@ar'
ARTICLE = "?a a schema:NewsArticle"
FIRST = "?s a nif:Sentence ; nif:beginIndex ?b FILTER(?b = 0)"

MUTANTS = [  # rule, some of its words, where to break it, what goes out, what comes in
    ("EventTrigger", "has a trigger mention", ARREST, "?e gaf:denotedBy ?m", ""),
    ("AnchorIsText", "exactly the text", f"{ARREST} ; gaf:denotedBy ?m", "?m nif:anchorOf ?w", '?m nif:anchorOf "اعتقل"'),
    ("AnchorIsText", "code points", f"{ARREST} ; gaf:denotedBy ?m", "?m nif:beginIndex ?b", "?m nif:beginIndex 0"),
    ("HashIsOfText", "hash", 'BIND(SHA256("نص آخر") AS ?other)', "?a hd:sha256 ?h", "?a hd:sha256 ?other"),
    ("ArticleHash", "SHA-256", "", "?a hd:sha256 ?h", '?a hd:sha256 "abc"'),
    ("ArticleDate", "one day of the calendar", ARTICLE, "", '?a schema:datePublished "2024-13-40"^^xsd:date'),
    ("ArticleIdentifier", "one schema:identifier", "", "?a schema:identifier ?i", ""),
    ("Article", "both a schema:NewsArticle and a nif:Context", "", "?a a nif:Context", ""),
    ("GraphIsOfArticle", "that of one article", "", "?a a schema:NewsArticle", ""),
    ("MentionBegin", "before its end", f"{ARREST} ; gaf:denotedBy ?m", "?m nif:endIndex ?n", "?m nif:endIndex 1"),
    ("MentionContext", "in one article", f"{ARREST} ; gaf:denotedBy ?m", "?m nif:referenceContext ?a", ""),
    ("MentionWords", "has its words", f"{ARREST} ; gaf:denotedBy ?m", "?m nif:anchorOf ?w", ""),
    ("MentionIsInSentence", "within its sentence", f"{ARREST} ; gaf:denotedBy ?m . {FIRST}", "", "?m nif:sentence ?s"),
    ("ClaimHasSpeaker", "hd:UnknownSpeaker where nobody is named", ARREST, "?e hd:saidBy ?x", ""),
    ("AssertedEvent", "never both asserted and claimed", ARREST, "", "?e a hd:AssertedEvent"),
    ("AssertedHasNoSpeaker", "has no speaker", f"{MEETING} . {MINISTER}", "", "?e hd:saidBy ?x"),
    ("AssertedIsNotNegated", "not negated", MEETING, "", "?e hd:polarity hd:Negative"),
    ("AssertedIsFact", "not merely future", MEETING, "", "?e hd:modality hd:Future"),
    ("SaidIsClaimed", "somebody says is a hd:ClaimedEvent", ARREST, "?e a hd:ClaimedEvent", ""),
    ("Speaker", "entity with a mention, or hd:UnknownSpeaker", ARREST, "", "?e hd:saidBy hd:Thing"),
    ("Standing", "asserted or claimed, unless", LEAVING, "?e hd:modality ?m", ""),
    ("RoleFillerMention", "fills a role is an entity with a mention", ARREST, "", "?e hd:agent wd:Q1"),
    ("RoleFillerClass", "person, organisation, place, group or thing", ARREST, "", "?e hd:patient ?e"),
    ("EntityMention", "entity has a mention", ALMATY, "?x gaf:denotedBy ?m", ""),
    ("EntityLabel", "one in each language", ALMATY, "", '?x rdfs:label "المآتي"@ar'),
    ("EntityLink", "one item of Wikidata", MINISTER, "", "?x owl:sameAs <https://www.wikidata.org/wiki/Q5>"),
    ("Entity", "absolute IRI", "", "", "<file:///tmp/somebody> a schema:Person"),
    ("EventType", "one of the sixteen of PLOVER", ARREST, "", "?e sem:eventType hd:DANCE"),
    ("ModeIsOfType", "one of the event's own type", ARREST, "", "?e hd:mode hd:PROTEST-hunger"),
    ("ModeIsOfType", "one of PLOVER's", ARREST, "", "?e hd:mode hd:COERCE-dance"),
    ("EventMode", "one mode (hd:mode) or none", ARREST, "", '?e hd:mode "arrest"'),
    ("EventPolarity", "hd:Negative or not given", ARREST, "", "?e hd:polarity hd:Possible"),
    ("EventModality", "hd:Future, hd:Possible, hd:Conditional", LEAVING, "", "?e hd:modality hd:Possible"),
    ("EventConfidence", "from 0 to 1", ARREST, "?e hd:confidence ?c", "?e hd:confidence 1.5"),
    ("EventOrigin", "which extraction found it", ARREST, "?e prov:wasGeneratedBy ?r", ""),
    ("EventContent", "is an event of this graph", f"{ARREST} . {ALMATY}", "", "?e hd:content ?x"),
    ("EventPurpose", "is an event of this graph", f"{ARREST} . {ALMATY}", "", "?e hd:purpose ?x"),
    ("MovementIsInPlace", "one of the event's places", f"{LEAVING} . {ALMATY}", "", "?e hd:destination ?x"),
    ("TimeStamp", "of the calendar", "", "?t sem:hasTimeStamp ?v", '?t sem:hasTimeStamp "2022-02-30"^^xsd:date'),
    ("TimeBegin", "not after its end", "", "?t sem:hasEndTimeStamp ?v", '?t sem:hasEndTimeStamp "2021-01-01"^^xsd:date'),
    ("TimeBasis", "explicit, relative or inferred", "", "?t hd:timeBasis ?b", ""),
    ("QuantityExactness", "how exact", "", "?q hd:exactness hd:About", ""),
    ("QuantityValue", "integer or decimal", "", "?q schema:value 8000", '?q schema:value "8 آلاف"'),
    ("MoneyCurrency", "ISO 4217", "", "?q schema:currency ?c", '?q schema:currency "دولار"'),
    ("NotExtractedReason", "has a reason", "", "?n hd:reason ?r", ""),
    ("DirectIsAsserted", "comes from an asserted event", f"{ARREST} ; hd:agent ?x ; hd:patient ?y", "", "?x hd:arrests ?y"),
    ("DirectIsAsserted", "of its type", f"{MEETING} ; hd:agent ?x ; hd:patient ?y", "", "?x hd:accuses ?y"),
    ("DirectSubject", "from an entity, not from an event", ARREST, "", "?e hd:says ?e"),
    ("DirectObjectMention", "entity or event of the article", MINISTER, "", "?x hd:meets wd:Q1"),
    ("KnownTerms", "those that hadath.ttl defines", f"{ARREST} . {MINISTER}", "", "?e hd:sayedBy ?x"),
]  # fmt: skip


@pytest.fixture(scope="module")
def quads(story):
    return tuple(build_dataset(story).quads())


def copy(quads):
    dataset = Dataset()
    dataset.addN((s, p, o, dataset.graph(g)) for s, p, o, g in quads if g is not None)
    return dataset


def broken(quads, known, where, out="", into=""):
    """The story's graph with some statements taken out of the article's graph and others put in."""
    dataset = copy(quads)
    graph = dataset.graph(known.article)
    before = set(graph)
    graph.update(f"DELETE {{ {out} }} INSERT {{ {into} }} WHERE {{ {{ {out} }} {where} }}", initNs=PREFIXES)
    assert set(graph) != before, "nothing was broken"
    return dataset


@pytest.mark.parametrize(
    ("rule", "words", "where", "out", "into"), MUTANTS, ids=[f"{m[0]}: {m[1]}" for m in MUTANTS]
)
def test_what_breaks_the_contract_is_told_in_the_right_words(rule, words, where, out, into, quads, story):
    violations = validate(broken(quads, names(story), where, out, into)).violations
    found = [violation for violation in violations if violation.rule == rule]
    assert found, f"not {rule}: {[violation.rule for violation in violations]}"
    assert words in found[0].message
    assert any("\u0600" < letter < "\u06ff" for letter in found[0].message_ar)


def test_a_rule_names_the_sentence_and_the_word(quads, story):
    (violation,) = validate(broken(quads, names(story), ARREST, out="?e hd:saidBy ?x")).violations
    assert (violation.rule, violation.article, violation.words) == ("ClaimHasSpeaker", "story", "اعتقلت")
    assert violation.node == names(story).events["arrest"]
    assert violation.sentence.startswith("وقال الحداد إن الشرطة اعتقلت")


def test_a_rule_that_one_value_breaks_in_several_ways_counts_once(quads, story):
    dataset = broken(quads, names(story), ARREST, out="?e hd:confidence ?c", into='?e hd:confidence "high"')
    assert [violation.rule for violation in validate(dataset).violations] == ["EventConfidence"]


def test_an_unknown_speaker_may_be_told(quads, story):
    dataset = broken(
        quads, names(story), ARREST, out="?e hd:saidBy ?x", into="?e hd:saidBy hd:UnknownSpeaker"
    )
    assert validate(dataset).conforms


@pytest.mark.parametrize("form", RDF_FORMATS)
@pytest.mark.parametrize("text", [True, False], ids=["text", "no text"])
def test_what_we_write_keeps_the_contract(form, text, story, second, tmp_path):
    extractions = [story, second, Extraction(Article("empty", ""))]
    write(extractions, tmp_path, [find_format(form)], text=text)
    report = validate(tmp_path)
    assert (report.articles, report.violations) == (3, ())


def test_a_store_is_checked_article_by_article(story, second, tmp_path, capsys):
    with open_store(tmp_path / "news.store") as store:
        store.add(story)
        store.add(second)
    report = validate(tmp_path / "news.store")
    assert (report.articles, report.violations) == (2, ())
    assert main(["validate", str(tmp_path / "news.store")]) == 0
    assert capsys.readouterr().out == "articles checked: 2, violations: 0\n"


def test_a_claim_in_the_default_graph_of_a_store_is_found(story, tmp_path):
    event = names(story).events["arrest"]
    with open_store(tmp_path / "news.store") as store:
        store.add(story)
        store.database.add(Quad(NamedNode(event), NamedNode(RDF.type), NamedNode(HD.ClaimedEvent)))
    assert [violation.rule for violation in validate(tmp_path / "news.store").violations] == ["DefaultGraph"]


def test_nothing_is_a_valid_graph(tmp_path):
    (tmp_path / "empty.nq").touch()
    assert validate(tmp_path / "empty.nq").articles == 0
    assert validate(tmp_path / "empty.nq").conforms


def test_a_claim_in_the_default_graph_is_found(quads, story):
    dataset, event = copy(quads), names(story).events["arrest"]
    dataset.add((event, RDF.type, HD.ClaimedEvent))
    dataset.add((event, RDFS.label, Literal("اعتقلت", lang="ar")))
    (violation,) = validate(dataset).violations
    assert (violation.rule, violation.node, violation.value) == ("DefaultGraph", event, HD.ClaimedEvent)


def test_each_article_is_checked_by_itself(story, second):
    dataset = build_dataset([story, second])
    known = names(second)
    dataset.graph(known.article).remove((known.events["c"], HD.rule, None))
    dataset.graph(known.article).set((known.events["c"], HD.confidence, Literal("high")))
    assert [(v.article, v.rule) for v in validate(dataset).violations] == [("قصة ثانية", "EventConfidence")]


def test_rdf_that_is_no_graph_of_ours_breaks_the_contract(tmp_path):
    (tmp_path / "other.ttl").write_text("<http://example.org/a> <http://example.org/b> 1 .")
    assert [v.rule for v in validate(tmp_path / "other.ttl").violations] == ["GraphIsOfArticle"]


def test_what_cannot_be_read_raises(tmp_path):
    with pytest.raises(UnreadableGraph, match="no such file"):
        validate(tmp_path / "nothing.nq")


def test_a_dataset_with_a_relative_name_is_no_rdf():
    dataset = Dataset()
    dataset.add((URIRef("somebody"), RDF.type, SCHEMA.Person))
    with pytest.raises(UnreadableGraph, match="holds what RDF cannot"):
        validate(dataset)


def test_progress_is_told(story, second):
    told = []
    validate(build_dataset([story, second]), progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


# --- the report ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def report(quads, story):
    return validate(twice_broken(quads, story))


def twice_broken(quads, story):
    dataset = broken(quads, names(story), ARREST, out="?e gaf:denotedBy ?m")
    day = Literal("2024-13-40", datatype=XSD.date, normalize=False)
    dataset.graph(names(story).article).set((names(story).article, SCHEMA.datePublished, day))
    return dataset


def test_text_gives_rule_value_and_sentence(report):
    text = format_report(report)
    assert "#event-103-109 «اعتقلت» breaks EventTrigger: an event has a trigger mention" in text
    assert "    found: schema:datePublished «2024-13-40»\n" in text
    assert text.endswith(f"articles checked: 1, violations: {len(report.violations)}\n")


def test_text_can_be_arabic(report):
    text = format_report(report, language="ar")
    assert "يخالف EventTrigger: للحدث كلمة في النص تدل عليه" in text
    assert "breaks" not in text


def test_json_has_both_languages(report):
    content = json.loads(format_report(report, "json"))
    assert (content["conforms"], content["articles"]) == (False, 1)
    assert {frozenset(v["message"]) for v in content["violations"]} == {frozenset({"en", "ar"})}


def test_turtle_is_a_validation_report_of_shacl(report):
    graph = Graph().parse(data=format_report(report, "turtle"), format="turtle")
    (node,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(node, SH.conforms) == Literal(False)
    results = list(graph.objects(node, SH.result))
    assert len(results) == len(report.violations)
    for result in results:
        for needed in (
            SH.focusNode,
            SH.resultSeverity,
            SH.sourceConstraintComponent,
            SH.sourceShape,
            SH.resultMessage,
        ):
            assert graph.value(result, needed) is not None


def test_the_same_graph_gives_the_same_report(report, quads, story):
    again = validate(twice_broken(tuple(reversed(quads)), story))
    for form in REPORT_FORMATS:
        assert format_report(report, form) == format_report(again, form)


# --- the command -----------------------------------------------------------------------------------------------------


@pytest.fixture
def graph_file(story, tmp_path):
    write([story], tmp_path, [find_format("nquads")])
    return tmp_path / "graph.nq"


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_a_valid_graph_gives_0(form, graph_file, capsys):
    assert main(["validate", str(graph_file.parent), "--format", form]) == 0
    out, err = capsys.readouterr()
    assert "true" in out or out == "articles checked: 1, violations: 0\n"
    assert err == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_invalid_graph_gives_1(language, graph_file, capsys):
    graph_file.write_text(graph_file.read_text("utf-8").replace("hadath/saidBy>", "hadath/rule>"), "utf-8")
    assert main(["validate", str(graph_file), "-l", language]) == 1
    assert "ClaimHasSpeaker" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["missing.nq", "."])
def test_what_cannot_be_checked_gives_2_and_one_line(name, tmp_path, capsys):
    assert main(["validate", str(tmp_path / name)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)


# --- the shapes ------------------------------------------------------------------------------------------------------


def local(iri):
    return str(iri).removeprefix(str(HD))


def test_the_shapes_know_every_type_mode_and_term():
    text = {local: str(query) for local, query in queries()}
    allowed = {
        str(o).removeprefix(str(HD)) for o in shapes().items(shapes().value(SHAPE.EventType, SH["in"]))
    }
    assert allowed == event_types()
    modes = {f"{type_}-{mode}" for type_ in event_types() for mode in event_modes(type_)}
    assert words_in(text["ModeIsOfType"]) == modes
    predicates = direct_predicates()
    licences = {f"{local(p.iri)}:{local(t)}" for p in predicates for t in p.event_types}
    assert words_in(text["DirectIsAsserted"]) == {local(p.iri) for p in predicates} | licences
    for shape, target in (
        (SHAPE.DirectIsAsserted, SH.targetSubjectsOf),
        (SHAPE.DirectObject, SH.targetObjectsOf),
    ):
        assert set(shapes().objects(shape, target)) == {p.iri for p in predicates}


def test_the_shapes_know_every_property_and_class_of_a_graph(quads):
    known = words_in(dict(queries())["KnownTerms"])
    assert known <= {local(s) for s in vocabulary().subjects()}
    used = {p for _, p, _, _ in quads} | {o for _, p, o, _ in quads if p == RDF.type}
    assert {local(term) for term in used if term in HD} <= known


def queries():
    for rule, constraint in shapes().subject_objects(SH.sparql):
        yield str(rule).removeprefix(str(SHAPE)), str(shapes().value(constraint, SH.select))


def words_in(query):
    """The words of the lists that stand in a query as one string."""
    return {word for part in query.split('"')[1::2] if part.startswith(" ") for word in part.split()}


@pytest.mark.parametrize("rule", sorted(set(shapes().subjects(SH.message, None))))
def test_every_rule_speaks_english_and_arabic(rule):
    assert sorted(message.language for message in shapes().objects(rule, SH.message)) == ["ar", "en"]
    assert rule in SHAPE


def test_offsets_count_code_points(second):
    moved = replace(second, article=replace(second.article, text="😀" + second.article.text[1:]))
    report = validate(build_dataset(replace(moved, events=(), entities=(), sentences=())))
    assert report.conforms
    known = names(second)
    dataset = build_dataset(second)
    text = dataset.graph(known.article).value(known.article, NIF.isString)
    dataset.graph(known.article).set((known.article, NIF.isString, Literal("\U0001f600" + text)))
    assert {"AnchorIsText"} == {v.rule for v in validate(dataset).violations}
    assert SCHEMA.NewsArticle in set(dataset.graph(known.article).objects(known.article, RDF.type))
