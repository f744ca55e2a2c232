"""Ready questions: what they answer on the golden graph, how names and dates are understood, and that no value becomes SPARQL."""

import contextlib
import gzip
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from hadath.extract.errors import HadathError
from hadath.graph.cli import main
from hadath.graph.errors import BadValue, UnknownQuestion, UnreadableGraph
from hadath.graph.questions import ask, find_question, open_graph, question_text, questions
from hadath.graph.questions.names import find_names, fold_name
from hadath.ontology.namespace import PREFIXES

GOLDEN = Path(__file__).parent / "golden" / "news.nq.gz"
NAMES = sorted(questions())
ABOUT_POLICE = {"about": "الشرطة"}
JOINED = "same-event-reports"  # asks what a store joins: tests/graph/test_round.py


@pytest.fixture(scope="module")
def store():
    database = Store()
    database.bulk_load(gzip.decompress(GOLDEN.read_bytes()), RdfFormat.N_QUADS)
    return database


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("golden")
    (path / "graph.nq").write_bytes(gzip.decompress(GOLDEN.read_bytes()))
    return path


def rows(answer, *columns):
    """The chosen columns of an answer as text."""
    return [tuple(row[column].value if row[column] else "" for column in columns) for row in answer]


@pytest.mark.parametrize("name", NAMES)
def test_every_question_is_told_in_both_languages(name):
    question = find_question(name)
    for told in (question.title, question.description, *(p.meaning for p in question.parameters)):
        assert set(told) == {"en", "ar"}
        assert re.search("[A-Za-z]", told["en"])
        assert re.search("[\u0621-\u064a]", told["ar"])
    for parameter in question.parameters:
        assert re.search(rf"VALUES \?{parameter.name} \{{ .+ \}}\n", question.sparql), parameter.name


@pytest.mark.parametrize("name", NAMES)
def test_every_question_runs_as_it_stands_and_with_each_example(name, store):
    question = find_question(name)
    store.query(question.sparql, prefixes=PREFIXES)
    needed = {p.name: p.example for p in question.parameters if p.required}
    assert list(ask(store, name, **needed)) or name == JOINED, "nothing found in the golden graph"
    for parameter in question.parameters:
        found = list(ask(store, name, **{**needed, parameter.name: parameter.example}))
        assert found or name == JOINED or parameter.name in ("from", "to"), (
            parameter.name
        )  # the four text files tell no date of publication


@pytest.mark.parametrize("name", set(NAMES) - {"event-counts", "most-active"})
def test_every_row_says_where_it_was_read(name, store):
    needed = {p.name: p.example for p in find_question(name).parameters if p.required}
    for row in ask(store, name, **needed):
        assert row["source"].value
        if name != "articles":
            assert row["sentence"].value


@pytest.mark.parametrize("name", NAMES)
def test_claimed_and_asserted_are_never_mixed_silently(name, store):
    needed = {p.name: p.example for p in find_question(name).parameters if p.required}
    answer = ask(store, name, **needed)
    if "standing" not in {variable.value for variable in answer.variables}:
        assert name in {"most-active", "articles", "evidence", "not-understood"}
        return
    for row in answer:
        if name == "event-counts":
            continue
        claimed = bool(
            list(store.quads_for_pattern(row["event"], NamedNode(f"{PREFIXES['hd']}saidBy"), None))
        )
        assert row["standing"].value.startswith("claimed") == claimed
        if claimed:
            assert row["said_by"].value


@pytest.mark.parametrize(
    ("name", "values", "columns", "expected"),
    [
        (
            "who-met-whom",
            {"who": "منى الطرابلسى"},
            ("date", "one", "other", "place", "standing", "source"),
            [("2024-10-04", "منى الطرابلسي", "رياض بن سالم", "تونس", "asserted", "gabes-2")],
        ),
        (
            "who-accuses-whom",
            {"accused": "الشرطه"},
            ("agent", "patient", "over", "standing"),
            [("رياض بن سالم", "الشرطة", "إطلاق النار", "asserted")],
        ),
        (
            "arrests",
            {**ABOUT_POLICE, "from": "2024"},
            ("agent", "number", "standing", "said_by", "source"),
            [
                ("الشرطة", "40", "asserted", "", "gabes-1"),
                ("الشرطة", "75", "claimed", "رياض بن سالم", "gabes-2"),
            ],
        ),
        (
            "differing-numbers",
            ABOUT_POLICE,
            ("number", "standing", "said_by", "other_number", "other_standing", "other_said_by"),
            [("40", "asserted", "", "75", "claimed", "رياض بن سالم")],
        ),
        (
            "differing-numbers",
            {"type": "ASSAULT", "from": "2024-11"},
            ("number", "standing", "other_number", "other_said_by"),
            [("12", "asserted", "19", "سامي المقطري")],
        ),
        (
            "said-and-denied",
            ABOUT_POLICE,
            ("word", "standing", "said_by", "other_standing", "other_said_by"),
            [("قتل", "claimed", "لوك مارتان", "claimed negated", "منى الطرابلسى")],
        ),
        (
            "denials",
            {"speaker": "منى الطرابلسي"},
            ("what", "standing", "source"),
            [
                ("تسمح", "claimed negated future", "gabes-2"),
                ("تطلق النار", "claimed negated", "gabes-2"),
                ("قتلت", "claimed negated", "gabes-3"),
            ],
        ),
        (
            "demands",
            {"who": "رياض بن سالم"},
            ("agent", "recipient", "over"),
            [("رياض بن سالم", "الحكومة التونسية", "الإفراج")],
        ),
        (
            "unconfirmed",
            ABOUT_POLICE,
            ("said_by", "what", "standing"),
            [("رياض بن سالم", "إطلاق النار", "claimed"), ("لوك مارتان", "قتلت", "claimed")],
        ),
        (
            "who-said-what",
            {"about": "Kazakhstan"},
            ("said_by", "what", "standing"),
            [
                ("قاسم جومارت توكاييف", "انقلاب", "claimed possible"),
                ("قاسم جومارت توكاييف", "واجهت", "claimed"),
                ("قاسم جومارت توكاييف", "انسحاب", "claimed"),
                ("قاسم جومارت توكاييف", "الانسحاب", "claimed future"),
            ],
        ),
        ("sanctions", {"about": "Q30"}, ("agent", "standing"), [("الولايات المتحدة", "asserted")]),
        ("threats", {"about": "تونس"}, ("agent", "over"), [("تونس", "استدعاء")]),
        ("planned", {"type": "زيارة", "about": "لوك مارتان"}, ("what",), None),
        ("planned", {"type": "consult", "about": "لوك مارتان"}, ("what", "standing"), [("يزور", "future")]),
        (
            "attacks",
            {"about": "تعز"},
            ("agent", "standing", "said_by"),
            [("الحوثيون", "claimed", "الحكومة اليمنية"), *[("", "asserted", "")] * 3],
        ),
        ("protests", {"place": "Q3069035"}, ("where", "agent"), [("قابس", "مئات العمال")]),
    ],
)
def test_answers(name, values, columns, expected, store):
    if expected is None:
        with pytest.raises(BadValue, match="unknown event type"):
            ask(store, name, **values)
        return
    assert sorted(rows(ask(store, name, **values), *columns)) == sorted(expected)


def test_a_timeline_is_in_order_of_time(store):
    days = [day for (day,) in rows(ask(store, "timeline", about="رياض بن سالم"), "date")]
    assert days == sorted(days)
    assert len(days) >= 4


def test_counts_keep_the_standings_apart(store):
    answer = rows(
        ask(store, "event-counts", type="ASSAULT", **{"from": "2024-10", "to": "2024-10"}),
        "standing",
        "events",
    )
    assert {("claimed negated", "3"), ("claimed", "3"), ("asserted", "2")} <= set(answer)


def test_evidence_leads_to_the_words(store):
    ((event,),) = rows(ask(store, "who-met-whom", who="رياض بن سالم"), "event")
    found = rows(ask(store, "evidence", event=event), "role", "words", "source")
    assert ("event", "اجتمعت", "gabes-2") in found
    assert {"agent", "Place", "Time"} <= {role for role, _, _ in found}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("بوتين", "Q7747"),
        ("Putin", "Q7747"),
        ("vladimir putin", "Q7747"),
        ("قاسم توكاييف", "Q200881"),
        ("Q7747", "Q7747"),
        ("wd:Q7747", "Q7747"),
        ("https://www.wikidata.org/wiki/Q7747", "Q7747"),
        ("كَازاخِستان", "Q232"),
        ("الأتحاد الاوروبي", "Q458"),
    ],
)
def test_names_in_any_spelling_find_their_links(typed, found, store):
    assert NamedNode(f"{PREFIXES['wd']}{found}") in find_names(store, typed)


def test_a_name_finds_every_spelling_of_itself_and_nothing_else(store):
    assert find_names(store, "منى الطرابلسي") == [
        Literal("منى الطرابلسى", language="ar"),
        Literal("منى الطرابلسي", language="ar"),
    ]
    assert all(
        "مصر" in fold_name(term.value).split()
        for term in find_names(store, "مصر")
        if isinstance(term, Literal)
    )


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("timeline", {}, "timeline needs about: whose timeline"),
        ("timeline", {"about": "لا أحد بهذا الاسم"}, "about: no name like"),
        ("timeline", {"about": "  "}, "about: give between 1 and 200 characters"),
        ("timeline", {"about": "ا" * 201}, "about: give between 1 and 200 characters"),
        (
            "timeline",
            {"about": "بوتين", "until": "2024"},
            "has no parameter 'until'; it takes about, from, to",
        ),
        ("events", {"country": "رياض بن سالم"}, "country: no country like"),
        ("events", {"type": "WAR"}, "type: unknown event type 'WAR'; choose one of ACCUSE"),
        ("events", {"from": "yesterday"}, "from: 'yesterday' is no date"),
        ("events", {"to": "2024-02-30"}, "to: '2024-02-30' is no date"),
        ("events", {"to": "0000"}, "is no date"),
        ("evidence", {"event": "not an iri"}, "is no IRI"),
        ("evidence", {"event": "https://x/> } DROP ALL #"}, "is no IRI"),
    ],
)
def test_a_wrong_value_is_told_in_one_line(name, values, message, store):
    with pytest.raises(BadValue, match=re.escape(message)) as caught:
        ask(store, name, **values)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("٢٠٢٤-١٠", "2024-10-01", "2024-10-31"),
        ("2024-10-05", "2024-10-05", "2024-10-05"),
    ],
)
def test_a_year_or_month_reaches_from_its_first_to_its_last_day(typed, first, last, store):
    text = question_text(store, "events", {"from": typed, "to": typed})
    assert f'VALUES ?from {{ "{first}"^^' in text
    assert f'VALUES ?to {{ "{last}"^^' in text


ATTEMPTS = [
    '"@ar } } #',
    '" } UNION { GRAPH ?article { ?event ?p ?o } } #',
    "\\",
    'a\\"b',
    "'''",
    "} } ; DROP ALL ; SELECT * {{",
    "x\n}\nSERVICE <http://localhost:9/> { ?s ?p ?o",
    "?event",
    "<http://localhost:9/>",
    "wd:Q1 } #",
    "(a+)+$",
    "[[:alpha:]",
]


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_no_value_becomes_sparql(attempt, store):
    """Whatever is typed, the query differs only within the terms that stand for it."""
    harmless = question_text(store, "who-said-what", {"text": "كلمة"})
    text = question_text(store, "who-said-what", {"text": attempt})
    assert text.count("\n") == harmless.count("\n")
    changed = [(a, b) for a, b in zip(harmless.splitlines(), text.splitlines(), strict=True) if a != b]
    assert len(changed) == 1
    assert re.fullmatch(
        r' *\?event [^"]* FILTER\(REGEX\(\?with_text, "(?:[^"\\]|\\.)*", "i"\)\)', changed[0][1]
    )
    assert rows(ask(store, "who-said-what", text=attempt), "event") == []
    for name, key in (
        ("timeline", "about"),
        ("events", "country"),
        ("evidence", "event"),
        ("events", "from"),
        ("events", "type"),
    ):
        with contextlib.suppress(BadValue):
            assert rows(ask(store, name, **{key: attempt}), "source") == []


def test_a_wrong_name_suggests_the_nearest():
    with pytest.raises(
        UnknownQuestion, match=r"unknown question 'who-meets-whom'; did you mean who-met-whom"
    ):
        find_question("who-meets-whom")
    with pytest.raises(UnknownQuestion, match="--list"):
        find_question("zzz")


def test_a_graph_without_articles_is_refused(tmp_path):
    (tmp_path / "g.ttl").write_text("<a:a> <a:b> <a:c> .")
    with pytest.raises(UnreadableGraph, match="no named graphs"):
        open_graph(tmp_path / "g.ttl")


@pytest.mark.parametrize("name", set(NAMES) - {"most-active"})  # two Arabic names may be one in English
def test_every_question_answers_in_english_as_in_arabic(name, store):
    needed = {p.name: p.example for p in find_question(name).parameters if p.required}
    arabic, english = (list(ask(store, name, language=language, **needed)) for language in ("ar", "en"))
    assert len(arabic) == len(english)


def test_names_are_english_where_they_are_known(store):
    told = rows(ask(store, "arrests", about="كريم ماسيموف", language="en"), "patient", "agent")
    assert told == [("Karim Massimov", "national security committee")]
    told = rows(ask(store, "timeline", about="Karim Massimov", language="en"), "what", "patient")
    assert ("arrested", "Karim Massimov") in told
    with pytest.raises(BadValue, match="unknown language 'fr'; choose ar or en"):
        ask(store, "events", language="fr")


def test_arabic_names_are_one_each(store):
    for row in ask(store, "events"):
        assert row["what"].language == "ar"


def test_a_limit_cuts_rows(store):
    assert len(list(ask(store, "events", limit=3))) == 3
    with pytest.raises(HadathError, match="too small"):
        ask(store, "events", limit=0)


def run(capsys, *argv):
    code = main([str(argument) for argument in argv])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_the_command_lists_shows_and_answers(folder, capsys):
    code, out, _ = run(capsys, "ask", "--list")
    assert code == 0
    assert all(name in out for name in NAMES)
    assert "من التقى من" in out
    code, out, err = run(capsys, "ask", "who-met-whom", "--who", "رياض بن سالم", folder, "--format", "csv")
    assert (code, err) == (0, "")
    assert out.startswith("date,one,other,")
    assert "gabes-2" in out
    code, out, _ = run(capsys, "ask", "who-met-whom", "--who", "رياض بن سالم", "--show", folder)
    assert out.startswith("PREFIX gaf: <")
    assert 'VALUES ?who { "رياض بن سالم"@ar }' in out
    assert "VALUES ?with" not in out
    assert "VALUES ?with" in run(capsys, "ask", "who-met-whom", "--show")[1]


@pytest.mark.parametrize(
    ("argv", "code", "message"),
    [
        (["ask"], 2, "required: NAME"),
        (["ask", "who-met-whom"], 2, "required: GRAPH"),
        (["ask", "who-met-whom", "--abuot", "x", "g"], 2, "unrecognized arguments"),
        (["ask", "who-mets-whom", "g"], 1, "did you mean who-met-whom"),
        (["ask", "who-met-whom", "none.nq"], 1, "no such file"),
        (["ask", "timeline", "{folder}"], 1, "timeline needs about"),
        (["ask", "events", "{folder}", "--from", "soon"], 1, "is no date"),
    ],
)
def test_what_goes_wrong_is_told(argv, code, message, folder, capsys):
    try:
        found = main([part.format(folder=folder) for part in argv])
    except SystemExit as left:
        found = left.code
    assert found == code
    assert message in capsys.readouterr().err


def test_a_default_fills_a_parameter_that_is_not_given(store, monkeypatch, capsys):
    question = find_question("events")
    defaults = {"type": "PROTEST"}
    parameters = tuple(replace(p, default=defaults.get(p.name)) for p in question.parameters)
    known = {**questions(), "events": replace(question, parameters=parameters)}
    for module in ("library", "binding", "asking"):
        monkeypatch.setattr(f"hadath.graph.questions.{module}.questions", lambda: known, raising=False)
    monkeypatch.setattr("hadath.graph.questions.questions", lambda: known)
    assert "VALUES ?type { <https://w3id.org/hadath/PROTEST> }" in question_text(store, "events", {})
    assert "VALUES ?type { <https://w3id.org/hadath/AID> }" in question_text(store, "events", {"type": "AID"})
    assert main(["ask", "--list"]) == 0
    assert "--type (default: PROTEST)" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["ask", "events", "--help"])
    assert "(default: PROTEST)" in " ".join(capsys.readouterr().out.split())


def test_a_limit_stops_the_finding_and_keeps_the_first_rows(store):
    for name in ("events", "who-said-what", "timeline"):
        needed = {p.name: p.example for p in find_question(name).parameters if p.required}
        all_rows = [tuple(map(str, row)) for row in ask(store, name, **needed)]
        assert [tuple(map(str, row)) for row in ask(store, name, limit=3, **needed)] == all_rows[:3]
