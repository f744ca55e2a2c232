"""RDF/XML: for old tools. It has no graphs, so it is the union of all articles, without loss of who said what: a claim is
only an event with ``hd:saidBy``, never a direct triple.

XML 1.0 cannot hold most control characters: each becomes U+FFFD, one for one. Carriage returns are written as ``&#13;``,
since a reader would otherwise change them and every offset after them.
"""

from collections import defaultdict
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from rdflib import XSD, Literal, URIRef

from hadath.graph.characters import xml_text
from hadath.graph.corpus import Corpus
from hadath.graph.dataset import quads
from hadath.graph.terms import Object
from hadath.graph.turtle import short_iri
from hadath.ontology.namespace import PREFIXES

__all__ = ["generate_rdfxml"]


def generate_rdfxml(corpus: Corpus) -> Iterator[str]:
    """Yield RDF/XML, one description per node in order of their IRIs, article by article."""
    spaces = "\n".join(f'    xmlns:{prefix}="{iri}"' for prefix, iri in sorted(PREFIXES.items()))
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF\n{spaces}>\n'
    for extraction in corpus.extractions:
        subjects: defaultdict[URIRef, set[tuple[URIRef, Object]]] = defaultdict(set)
        for subject, predicate, obj, graph in quads(extraction, text=corpus.text):
            if graph is not None:
                subjects[subject].add((predicate, obj))
        for subject in sorted(subjects):
            yield f"<rdf:Description rdf:about={quoteattr(subject)}>\n"
            yield from sorted(_property(predicate, obj) for predicate, obj in subjects[subject])
            yield "</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _property(predicate: URIRef, obj: Object) -> str:
    name = short_iri(predicate)
    if not isinstance(obj, Literal):
        return f"  <{name} rdf:resource={quoteattr(obj)}/>\n"
    text = escape(xml_text(obj), {"\r": "&#13;"})
    if obj.language:
        return f'  <{name} xml:lang="{obj.language}">{text}</{name}>\n'
    if obj.datatype is None or obj.datatype == XSD.string:
        return f"  <{name}>{text}</{name}>\n"
    return f"  <{name} rdf:datatype={quoteattr(obj.datatype)}>{text}</{name}>\n"
