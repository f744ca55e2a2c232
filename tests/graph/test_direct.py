"""Direct triples come from asserted events of the right type, roles and words, and from nothing else."""

import pytest
from rdflib import Dataset
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from hadath.extract.records import EntityKind, Event, Mention, Modality
from hadath.graph.dataset import build_dataset
from hadath.graph.direct import direct_pairs
from hadath.graph.iris import names
from hadath.ontology.namespace import HD

KINDS = {
    "p": EntityKind.PERSON,
    "q": EntityKind.PERSON,
    "o": EntityKind.ORGANIZATION,
    "c": EntityKind.COUNTRY,
    "g": EntityKind.GROUP,
    "t": EntityKind.THING,
}
DIRECT = {HD.meets, HD.consultsWith, HD.says, HD.deploysForcesTo, HD.coerces, HD.arrests}


def pairs(type_, lemma, **roles):
    event = Event("e", type_, lemma, Mention(0, 1, "x"), **roles)
    return {(iri.removeprefix(str(HD)), s, o) for iri, s, o, _ in direct_pairs(event, KINDS)}


@pytest.mark.parametrize(
    ("type_", "lemma", "roles", "expected"),
    [
        (
            "CONSULT",
            "التقى",
            {"agents": ("p",), "patients": ("q",)},
            {("meets", "p", "q"), ("consultsWith", "p", "q")},
        ),
        (
            "CONSULT",
            "اجتماع",
            {"agents": ("p", "c")},
            {
                ("meets", "p", "c"),
                ("meets", "c", "p"),
                ("consultsWith", "p", "c"),
                ("consultsWith", "c", "p"),
            },
        ),
        ("CONSULT", "التقى", {"agents": ("p", "q"), "patients": ("t",)}, set()),
        (
            "CONSULT",
            "زار",
            {"agents": ("p", "q"), "places": ("c",)},
            {("visits", "p", "c"), ("visits", "q", "c")},
        ),
        ("CONSULT", "هاتف", {"agents": ("p",), "patients": ("q",)}, {("consultsWith", "p", "q")}),
        ("CONSULT", "زار", {"agents": ("p",), "places": ("c",)}, {("visits", "p", "c")}),
        ("CONSULT", "ناقش", {"agents": ("p",), "patients": ("t",)}, set()),
        (
            "COERCE",
            "اعتقل",
            {"agents": ("o",), "patients": ("g",)},
            {("arrests", "o", "g"), ("coerces", "o", "g")},
        ),
        (
            "COERCE",
            "إعتقل",
            {"agents": ("o",), "patients": ("g",)},
            {("arrests", "o", "g"), ("coerces", "o", "g")},
        ),
        ("COERCE", "صادر", {"agents": ("o",), "patients": ("t",)}, {("coerces", "o", "t")}),
        ("MOBILIZE", "نشر", {"agents": ("c",), "places": ("c",)}, set()),
        (
            "MOBILIZE",
            "نشر",
            {"agents": ("o",), "patients": ("g",), "places": ("c",)},
            {("deploysForcesTo", "o", "c")},
        ),
        ("MOBILIZE", "تأهب", {"agents": ("o",), "places": ("c",)}, set()),
        ("ASSAULT", "هاجم", {"agents": ("g",), "patients": ("t",)}, {("attacks", "g", "t")}),
        ("ASSAULT", "هاجم", {"patients": ("t",)}, set()),
        ("ACCUSE", "اتهم", {"agents": ("p",), "patients": ("c",)}, {("accuses", "p", "c")}),
        ("SAY", "قال", {"agents": ("p",), "contents": ("x",)}, {("says", "p", "x")}),
        (
            "REQUEST",
            "طالب",
            {"agents": ("o",), "recipients": ("c",), "contents": ("x",)},
            {("asks", "o", "c"), ("demands", "o", "x")},
        ),
        ("OTHER", "عاد", {"agents": ("p",), "patients": ("c",)}, set()),
    ],
)
def test_type_roles_and_word_license_a_predicate(type_, lemma, roles, expected):
    assert pairs(type_, lemma, **roles) == expected


@pytest.mark.parametrize(
    "standing",
    [
        {"said_by": ("q",)},
        {"negated": True},
        {"modality": Modality.FUTURE},
        {"modality": Modality.POSSIBLE},
        {"modality": Modality.CONDITIONAL},
    ],
)
def test_what_is_not_asserted_gives_none(standing):
    assert pairs("ASSAULT", "هاجم", agents=("g",), patients=("c",), **standing) == set()


def test_the_default_graph_holds_the_direct_triples_and_no_claim(story):
    known = names(story)
    dataset = build_dataset(story)
    default = set(dataset.graph(DATASET_DEFAULT_GRAPH_ID))
    entity, event = known.entities, known.events
    assert {triple for triple in default if triple[1] in DIRECT} == {
        (entity["minister"], HD.meets, entity["nile"]),
        (entity["minister"], HD.consultsWith, entity["nile"]),
        (entity["minister"], HD.says, event["arrest"]),
        (entity["minister"], HD.says, event["ask"]),
        (entity["russia"], HD.deploysForcesTo, entity["kazakhstan"]),
    }
    assert not {triple for triple in default if triple[0] in (event["arrest"], event["ask"])}


def test_no_view_of_the_graph_makes_a_fact_of_a_claim(story):
    known = names(story)
    union = Dataset(store=build_dataset(story).store, default_union=True)
    assert not list(union.triples((known.entities["police"], HD.arrests, None)))
    assert not list(union.triples((known.entities["police"], HD.coerces, None)))
