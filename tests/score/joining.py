"""How well joining across articles agrees with a labelled set: ``python tests/score/joining.py GRAPH.nq GOLD.tsv``.

``GOLD.tsv`` has a header and the columns kind (``entity`` or ``event``), cluster, article (its id), begin and end of a mention
(code points) and its text. Nodes denoted by mentions of one cluster belong together; nodes that no row names are left out.
Counted are pairs of nodes: precision, recall and F1 of all pairs, and of the pairs across articles.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from hadath.graph.joining.layer import join_articles
from hadath.ontology.namespace import PREFIXES

_NODES = """
SELECT ?id ?begin ?end ?node WHERE { GRAPH ?article {
    ?article schema:identifier ?id .
    ?node gaf:denotedBy ?mention . ?mention nif:beginIndex ?begin ; nif:endIndex ?end .
    FILTER EXISTS { %s } } }
"""
_CLASSES = "schema:Person, schema:Organization, schema:Country, schema:City, schema:Place, hd:Group, hd:Thing"
_KINDS = {
    "entity": f"?node a ?class FILTER(?class IN ({_CLASSES}))",
    "event": "?node sem:eventType ?type",
}
_JOINED = {"entity": "hd:identity", "event": "hd:happening"}


def score(store: Store, gold: Path) -> dict[str, dict[str, tuple[int, int, int]]]:
    """Right, found and labelled pairs, by kind and by ``all`` or ``across`` articles."""
    return {kind: _pairs(_gold(store, gold, kind), _joined(store, kind)) for kind in _KINDS}


def _gold(store: Store, gold: Path, kind: str) -> dict[str, str]:
    """The cluster of each labelled node."""
    rows = store.query(_NODES % _KINDS[kind], prefixes=PREFIXES)
    nodes = {(id_.value, int(begin.value), int(end.value)): node.value for id_, begin, end, node in rows}
    with gold.open(encoding="utf-8", newline="") as lines:
        table = [
            row
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["kind"] == kind
        ]
    found = {}
    for row in table:
        node = nodes.get((row["article"], int(row["begin"]), int(row["end"])))
        if node:
            found[node] = row["cluster"]
    return found


def _joined(store: Store, kind: str) -> dict[str, str]:
    rows = store.query(
        f"SELECT ?node ?one {{ GRAPH ?layer {{ ?node {_JOINED[kind]} ?one }} }}", prefixes=PREFIXES
    )
    return {node.value: one.value for node, one in rows}


def _pairs(gold: dict[str, str], joined: dict[str, str]) -> dict[str, tuple[int, int, int]]:
    found = _together({node: one for node, one in joined.items() if node in gold})
    wanted = _together(gold)
    across = {pair for pair in found | wanted if len({node.partition("#")[0] for node in pair}) == 2}
    return {
        "all": (len(found & wanted), len(found), len(wanted)),
        "across": (len(found & wanted & across), len(found & across), len(wanted & across)),
    }


def _together(home: dict[str, str]) -> set[frozenset[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for node, one in home.items():
        groups[one].append(node)
    return {frozenset(pair) for nodes in groups.values() for pair in combinations(nodes, 2)}


def report(counts: dict[str, dict[str, tuple[int, int, int]]]) -> Iterable[str]:
    """A line for each kind of pair."""
    for kind, by_reach in counts.items():
        for reach, (right, found, wanted) in by_reach.items():
            precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
            f1 = 2 * precision * recall / (precision + recall) if right else 0.0
            yield f"{kind:6} {reach:6} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({right} right, {found} found, {wanted} labelled)"


def main(graph: str, gold: str) -> None:
    """Join the articles of a graph file, and print how that agrees with the labels."""
    store = Store()
    store.bulk_load(path=graph, format=RdfFormat.N_QUADS)
    join_articles(store)
    print("\n".join(report(score(store, Path(gold)))))


if __name__ == "__main__":
    main(*sys.argv[1:])
