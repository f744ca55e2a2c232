"""The ontology as a page for people: every term with its Arabic and English name and meaning, under an anchor of its name.

The page is made from the Turtle by ``python -m hadath.ontology ontology/index.html``; a test holds the committed one equal.
An address such as ``https://w3id.org/hadath/saidBy`` can be redirected to ``index.html#saidBy``, and that of a rule of the
contract, ``https://w3id.org/hadath/shape/EventTrigger``, to ``index.html#shape/EventTrigger``.
"""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from string import Template

from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Literal, URIRef
from rdflib.namespace import DefinedNamespace
from rdflib.term import Node

from hadath.ontology.namespace import HD, SHAPE
from hadath.ontology.vocabulary import shapes, vocabulary

__all__ = ["generate_page"]

_LABELS = (RDFS.label, SKOS.prefLabel)
_MEANINGS = (RDFS.comment, SKOS.definition, SH.message)
_FACTS = {
    RDFS.subClassOf: ("is a", "صنف من"),
    RDFS.subPropertyOf: ("implies", "يستلزم"),
    RDFS.domain: ("of", "لـ"),
    RDFS.range: ("leads to", "يؤدي إلى"),
    OWL.disjointWith: ("is never a", "ليس أبدا"),
    SKOS.broader: ("kind of", "من نوع"),
    RDFS.seeAlso: ("near to", "قريب من"),
    HD.eventType: ("from events", "من أحداث"),
    HD.subjectRole: ("subject", "الطرف الأول"),
    HD.objectRole: ("object", "الطرف الثاني"),
    HD.objectClass: ("object is a", "الطرف الثاني من"),
    HD.triggerLemma: ("event words", "كلمات الحدث"),
    SKOS.notation: ("codes", "رموز"),
    SKOS.editorialNote: ("note", "ملاحظة"),
}
_VALUES = (HD.Polarity, HD.Modality, HD.TimeBasis, HD.Exactness)


def generate_page() -> str:
    """One HTML page without scripts, which needs nothing from elsewhere."""
    template = (files("hadath.ontology") / "page_template.html").read_text("utf-8")
    return Template(template).substitute(body="\n".join([*_head(), *_body()]))


def _groups() -> Iterator[tuple[str, str, str, list[Node]]]:
    """Anchor, English and Arabic title, and terms of each part of the page."""
    graph = vocabulary()
    direct = set(graph.subjects(RDF.type, HD.DirectPredicate))
    yield "classes", "Classes", "الأصناف", _ours(RDF.type, OWL.Class, RDFS.Datatype)
    properties = set(_ours(RDF.type, OWL.ObjectProperty, OWL.DatatypeProperty)) - direct
    yield "properties", "Properties", "الخصائص", sorted(properties, key=str)
    yield "values", "Values", "القيم", [*_ours(RDF.type, *_VALUES), HD.UnknownSpeaker]
    yield "direct", "Direct predicates", "العلاقات المباشرة", sorted(direct, key=str)
    yield (
        "licences",
        "What licenses a direct predicate",
        "ما يجيز علاقة مباشرة",
        _ours(RDF.type, OWL.AnnotationProperty),
    )
    yield (
        "types",
        "Event types and modes",
        "أنواع الأحداث وطرقها",
        [HD.EventTypes, *_ours(SKOS.topConceptOf, HD.EventTypes)],
    )


def _ours(predicate: URIRef, *objects: URIRef) -> list[Node]:
    found = {subject for obj in objects for subject in vocabulary().subjects(predicate, obj)}
    return sorted((subject for subject in found if _is_named(subject, HD)), key=str)


def _head() -> Iterator[str]:
    ontology = URIRef(str(HD))
    yield f'<h1 class="both">{_both(vocabulary(), ontology, _LABELS, "span")}</h1>'
    yield f'<div class="both">{_both(vocabulary(), ontology, _MEANINGS, "p")}</div>'
    yield f"<p><code>{HD}</code> · {escape(str(vocabulary().value(ontology, OWL.versionInfo)))} · Apache-2.0</p>"
    titles = [*((anchor, en, ar) for anchor, en, ar, _ in _groups()), ("contract", "The contract", "العقد")]
    links = [f'<a href="#{anchor}">{en} · <span lang="ar">{ar}</span></a>' for anchor, en, ar in titles]
    yield f"<nav>{' '.join(links)}</nav>"


def _is_named(node: Node, namespace: type[DefinedNamespace]) -> bool:
    return isinstance(node, URIRef) and node.startswith(str(namespace))


def _body() -> Iterator[str]:
    for anchor, en, ar, terms in _groups():
        yield _title(anchor, en, ar)
        for term in terms:
            yield from _section(
                vocabulary(), term, sorted(vocabulary().subjects(SKOS.broader, term), key=str)
            )
    yield _title("contract", "The contract", "العقد")
    for rule in sorted(set(shapes().subjects(SH.message)), key=str):
        yield from _section(shapes(), rule, [])


def _title(anchor: str, en: str, ar: str) -> str:
    return f'<h2 id="{anchor}"><span>{en}</span> <span lang="ar">{ar}</span></h2>'


def _section(graph: Graph, term: Node, narrower: Iterable[Node]) -> Iterator[str]:
    """A term, and under an event type its modes."""
    yield f'<section id="{_name(term)}">'
    yield f'<h3><a href="#{_name(term)}"><code>{_short(term)}</code></a> {_both(graph, term, _LABELS, "span")}</h3>'
    yield f'<div class="both">{_both(graph, term, _MEANINGS, "p")}</div>'
    rows = [row for predicate, names in _FACTS.items() for row in _row(graph, term, predicate, *names)]
    if rows:
        yield f"<table>{''.join(rows)}</table>"
    for mode in narrower:
        yield from _section(graph, mode, [])
    yield "</section>"


def _row(graph: Graph, term: Node, predicate: URIRef, en: str, ar: str) -> Iterator[str]:
    if shown := [_shown(value) for value in sorted(graph.objects(term, predicate), key=str)]:
        yield f'<tr><td>{en} · <span lang="ar">{ar}</span></td><td>{" ".join(shown)}</td></tr>'


def _shown(value: Node) -> str:
    if isinstance(value, Literal):
        text = f"CAMEO {value}" if value.datatype == HD.CameoCode else str(value)
        return f"<bdi>{escape(text)}</bdi>"
    target = f"#{_name(value)}" if _is_named(value, HD) or _is_named(value, SHAPE) else escape(str(value))
    return f'<a href="{target}"><code>{_short(value)}</code></a>'


def _both(graph: Graph, term: Node, predicates: Iterable[URIRef], tag: str) -> str:
    """What is said of a term in English and in Arabic."""
    texts = {
        text.language: str(text)
        for predicate in predicates
        for text in graph.objects(term, predicate)
        if isinstance(text, Literal) and text.language
    }
    return " ".join(
        f'<{tag} lang="{tongue}">{escape(texts[tongue])}</{tag}>'
        for tongue in ("en", "ar")
        if tongue in texts
    )


def _name(term: Node) -> str:
    """The anchor of a term: what follows the namespace in its IRI."""
    return str(term).removeprefix(str(HD))


def _short(term: Node) -> str:
    """A term with its prefix."""
    if str(term).startswith(str(SHAPE)):
        return f"shape:{str(term).removeprefix(str(SHAPE))}"
    prefix, _, name = vocabulary().compute_qname(str(term), generate=False)
    return escape(f"{prefix}:{name}")
