"""The layer of what a store joins keeps its own part of the contract, and where it does not that is told."""

from dataclasses import replace

import pytest

from hadath.graph import validate
from hadath.graph.cli import main
from hadath.graph.joining.statements import LAYER
from hadath.graph.store.writing import open_store
from hadath.ontology.namespace import PREFIXES

PREFIX = f"PREFIX hd: <{PREFIXES['hd']}> WITH {LAYER} "


@pytest.fixture
def path(tmp_path, story):
    with open_store(tmp_path / "s") as store:
        store.add(story)
        store.add(replace(story, article=replace(story.article, id="again")))
        store.join()
    return tmp_path / "s"


def test_what_joining_writes_keeps_the_contract(path):
    report = validate(path)
    assert (report.articles, report.violations) == (2, ())


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        ("DELETE { ?x hd:reason ?r } WHERE { ?x a hd:Identity ; hd:reason ?r }", {"JoinedReason"}),
        ("DELETE { ?x hd:reason ?r } WHERE { ?x a hd:Joining ; hd:reason ?r }", {"JoinedReason"}),
        ("DELETE { ?x hd:confidence ?r } WHERE { ?x hd:confidence ?r }", {"JoinedConfidence"}),
        (
            "DELETE { ?x hd:confidence ?r } INSERT { ?x hd:confidence 1.5 } WHERE { ?x hd:confidence ?r }",
            {"JoinedConfidence"},
        ),
        ("DELETE { ?e hd:identity ?x } WHERE { ?e hd:identity ?x }", {"IdentityMembers"}),
        ("DELETE { ?e hd:happening ?x } WHERE { ?e hd:happening ?x }", {"HappeningMembers"}),
        ("DELETE { ?x hd:joining ?j } WHERE { ?x hd:joining ?j }", {"Happening"}),
        ("DELETE { ?j hd:joins ?e } WHERE { ?j hd:joins ?e }", {"JoiningPair"}),
        ("DELETE { ?x a hd:Identity } WHERE { ?x a hd:Identity }", {"JoinedIsThere"}),
        (
            "INSERT { <https://w3id.org/hadath/article/x#entity-1-2> hd:identity ?x } WHERE { ?x a hd:Identity }",
            {"JoinedIsThere"},
        ),
    ],
)
def test_what_is_wrong_in_the_layer_is_told(change, rules, path, capsys):
    with open_store(path) as store:
        store.update([PREFIX + change])
    violations = validate(path).violations
    assert {violation.rule for violation in violations} == rules
    assert {violation.graph for violation in violations} == {LAYER.value}
    assert main(["validate", str(path)]) == 1
    assert "identities" in capsys.readouterr().out
