"""Where a graph breaks the contract: the records that a validation gives, each with the sentence that the trouble stands in."""

from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.term import Node

from hadath.graph.characters import collapse
from hadath.ontology.namespace import GAF, HD, NIF, SCHEMA, SHAPE
from hadath.ontology.vocabulary import shapes

__all__ = ["Report", "Violation", "violation_of", "violations_in"]


@dataclass(frozen=True, slots=True)
class Violation:
    """One place where the graph of an article breaks the contract.

    ``graph`` is the IRI of the article, ``article`` its id. ``rule`` is a shape of ``shapes.ttl``, ``message`` and ``message_ar``
    say what it asks for. ``node`` breaks it, ``path`` and ``value`` are the property and the value at fault where there is one;
    ``words`` is what text or graph call the node, ``begin`` and ``sentence`` tell where that stands.
    """

    graph: str
    article: str
    node: Node
    rule: str
    component: str
    message: str
    message_ar: str
    path: Node | None = None
    value: Node | None = None
    words: str = ""
    sentence: str = ""
    begin: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What a validation found: how many articles were checked, and the violations article by article in order of the text."""

    articles: int
    violations: tuple[Violation, ...]

    @property
    def conforms(self) -> bool:
        """Whether every article keeps the contract."""
        return not self.violations


def violations_in(results: Graph, name: Node, graph: Graph) -> list[Violation]:
    """Read what SHACL reports of the graph of the article ``name``: a rule that one value breaks in several ways counts once."""
    found: dict[tuple[Node | None, ...], Violation] = {}
    for result in results.subjects(RDF.type, SH.ValidationResult):
        node, value = results.value(result, SH.focusNode), results.value(result, SH.value)
        if node == name and value is not None:  # a rule about all nodes of a kind, asked of the article
            node, value = _culprit(value, graph, name)
        path, rule = results.value(result, SH.resultPath), results.value(result, SH.sourceShape)
        component = results.value(result, SH.sourceConstraintComponent)
        if node is None or rule is None:
            continue  # every result names both
        key = (rule, node, path, value)
        if key not in found or str(component) < found[key].component:
            found[key] = violation_of(rule, name, node, graph, path=path, value=value, component=component)
    return list(found.values())


def violation_of(
    rule: Node,
    name: Node,
    node: Node,
    graph: Graph,
    *,
    path: Node | None = None,
    value: Node | None = None,
    component: Node | None = None,
) -> Violation:
    """The violation of a rule by a node in the graph of the article ``name``."""
    mention = _mention(node, graph)
    begin = graph.value(mention, NIF.beginIndex)
    return Violation(
        graph=str(name),
        article=_text(graph.value(name, SCHEMA.identifier)),
        node=node,
        rule=str(rule).removeprefix(str(SHAPE)),
        component=str(component or SH.SPARQLConstraintComponent),
        message=_message(rule, "en"),
        message_ar=_message(rule, "ar"),
        path=path,
        value=None if value == node else value,
        words=_words(node, mention, graph),
        sentence=_text(_first(graph.objects(graph.value(mention, NIF.sentence), NIF.anchorOf))),
        begin=int(str(begin)) if str(begin).isdigit() else 0,
    )


def _culprit(value: Node, graph: Graph, name: Node) -> tuple[Node, Node]:
    """The node that an article-wide rule found, or the first one that uses the term that it found."""
    if (value, None, None) in graph:
        return value, value
    users = (
        {*graph.subjects(value, None), *graph.subjects(RDF.type, value)}
        if isinstance(value, URIRef)
        else set()
    )
    return (min(users, key=str) if users else name), value


def _mention(node: Node, graph: Graph) -> Node | None:
    """The first characters that speak of a node, or the node itself if it is a mention."""
    if (node, NIF.beginIndex, None) in graph:
        return node
    mentions = [*graph.objects(node, GAF.denotedBy), *graph.objects(node, HD.evidence)]
    return min(mentions, key=lambda mention: (_start(mention, graph), mention), default=None)


def _start(mention: Node, graph: Graph) -> int:
    begin = str(graph.value(mention, NIF.beginIndex))
    return int(begin) if begin.isdecimal() else 0


def _words(node: Node, mention: Node | None, graph: Graph) -> str:
    labels = sorted(
        graph.objects(node, RDFS.label), key=lambda label: (getattr(label, "language", "") != "ar", label)
    )
    return _text(labels[0] if labels else _first(graph.objects(mention, NIF.anchorOf)))


def _message(rule: Node, language: str) -> str:
    return next(
        str(m)
        for m in shapes().objects(rule, SH.message)
        if isinstance(m, Literal) and m.language == language
    )


def _first(nodes: Iterable[Node]) -> Node | None:
    return min(nodes, key=str, default=None)


def _text(node: Node | None) -> str:
    return "" if node is None else collapse(str(node))
