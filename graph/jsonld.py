"""JSON-LD 1.1 with its context inside, so that nothing has to be fetched; one ``@graph`` per article.

The direct triples stand once more outside of any article's graph. Letters of every script are written as they are.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from rdflib import RDF, XSD, Literal, URIRef

from hadath.graph.corpus import Corpus
from hadath.graph.terms import Object, Quad
from hadath.graph.turtle import short_iri
from hadath.ontology.vocabulary import context

__all__ = ["generate_jsonld"]

_Nodes = defaultdict[URIRef, dict[str, dict[str, Any]]]


def generate_jsonld(corpus: Corpus) -> Iterator[str]:
    """Yield one JSON document, a node of a graph a line."""
    yield '{"@context": ' + json.dumps(context()["@context"], ensure_ascii=False) + ',\n"@graph": ['
    by_graph = _by_graph(corpus.quads())
    entries = [entry for node in _nodes(by_graph.pop(None, defaultdict(dict))) for entry in [_dump(node)]]
    for graph in sorted(g for g in by_graph if g is not None):
        inner = ",\n".join(_dump(node) for node in _nodes(by_graph[graph]))
        entries.append(f'{{"@id": "{graph}", "@graph": [\n{inner}\n]}}')
    yield "\n" + ",\n".join(entries) + "\n]}\n"


def _by_graph(quads: Iterable[Quad]) -> dict[URIRef | None, _Nodes]:
    graphs: defaultdict[URIRef | None, _Nodes] = defaultdict(lambda: defaultdict(dict))
    for subject, predicate, obj, graph in quads:
        key = "@type" if predicate == RDF.type else _compact(predicate)
        value = _compact(obj) if key == "@type" else _value(key, obj)
        graphs[graph][subject].setdefault(key, {})[json.dumps(value, sort_keys=True)] = value
    return graphs


def _nodes(subjects: Mapping[URIRef, dict[str, dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    for subject in sorted(subjects):
        node: dict[str, Any] = {"@id": str(subject)}
        for key in sorted(subjects[subject]):
            values = [value for _, value in sorted(subjects[subject][key].items())]
            node[key] = values[0] if len(values) == 1 else values
        yield node


def _value(key: str, obj: Object) -> Any:
    """A value, short where the context says the rest."""
    coerced = _coercions().get(key)
    if not isinstance(obj, Literal):
        return _compact(obj) if coerced == "@id" else {"@id": _compact(obj)}
    if obj.language:
        return {"@language": obj.language, "@value": str(obj)}
    if obj.datatype is None or obj.datatype == XSD.string:
        return {"@value": str(obj)} if coerced else str(obj)
    datatype = _compact(obj.datatype)
    return str(obj) if coerced == datatype else {"@type": datatype, "@value": str(obj)}


@lru_cache(maxsize=1)
def _coercions() -> dict[str, str]:
    terms = context()["@context"].items()
    return {term: entry["@type"] for term, entry in terms if isinstance(entry, dict)}


def _compact(iri: str) -> str:
    return short_iri(iri).strip("<>")


def _dump(node: dict[str, Any]) -> str:
    return json.dumps(node, ensure_ascii=False)
