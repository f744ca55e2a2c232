"""The layer of identities and happenings, brought up to date with the articles of a database.

The layer is a function of the articles and the decisions: added in whatever order, added one by one or all at once, taken out
again, they give the same statements. It knows which articles it has joined, so a run that was cut short is made good by the next.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store
from rdflib import PROV, RDF, RDFS

from hadath.graph.joining.clusters import Pair, clusters, components, pair
from hadath.graph.joining.decisions import Decisions, difference, read_decisions
from hadath.graph.joining.names import Key
from hadath.graph.joining.neighbours import Neighbours
from hadath.graph.joining.profiles import Profile
from hadath.graph.joining.resemblance import Resemblance
from hadath.graph.joining.statements import (
    LAYER,
    SOFTWARE,
    happening_quads,
    identity_of,
    identity_quads,
    joins_quads,
    key_iri,
    marker,
)
from hadath.graph.joining.stories import WINDOW
from hadath.graph.joining.values import text_of
from hadath.ontology.namespace import HD, SCHEMA

__all__ = ["join_articles"]

Pairs = dict[Pair, Resemblance]
Progress = Callable[[int, int], None]


def join_articles(
    database: Store, changed: Iterable[str] = (), *, anew: bool = False, progress: Progress | None = None
) -> int:
    """Bring the layer up to date; the number of articles that were joined or let go.

    What was added or taken out since is found without being told; ``changed`` are articles that took the place of another reading
    under the same IRI, or on whose nodes something was decided. ``anew`` joins everything from the start, as a new version of hadath does.
    """
    present = _articles(database)
    done = {text_of(q.object) for q in _find(database, LAYER, PROV.wasDerivedFrom)}
    current = next(_find(database, LAYER, PROV.wasAttributedTo), None)
    stale = current is not None and current.object != SOFTWARE
    dirty = (present ^ done) | (set(changed) & present)
    if anew or stale or len(dirty) > len(done):
        _join_all(database, present, progress)
        return len(present)
    if dirty:
        _Revision(database, present, done, dirty).run()
    return len(dirty)


def _join_all(database: Store, present: set[str], progress: Progress | None) -> None:
    """One pass over all articles in the order of their days."""
    decisions = read_decisions(database)
    neighbours = Neighbours(database, present)
    database.remove_graph(LAYER)
    pairs: Pairs = {}
    described: dict[str, Key | None] = {}
    reports: set[str] = set()
    count = 0
    for day in neighbours.days():
        if day:
            neighbours.forget(day - 2 * WINDOW)
        for profile in neighbours.on(day):
            pairs.update(_allowed(neighbours.pairs(profile, earlier=True), decisions))
            database.extend(joins_quads(profile.entities, decisions))
            described.update(_identities(profile, decisions))
            reports.update(_decided(profile, decisions))
            count += 1
            if progress:
                progress(count, len(present))
    for identity, key in described.items():
        database.extend(_description(database, identity, key, decisions, gone=frozenset()))
    for quads in _happenings(pairs, reports, decisions, neighbours):
        database.extend(quads)
    database.extend(map(marker, present))
    database.extend([Quad(LAYER, NamedNode(PROV.wasAttributedTo), SOFTWARE, LAYER)])


class _Revision:
    """What changes in the layer when some articles came or went: one transaction."""

    def __init__(self, database: Store, present: set[str], done: set[str], dirty: set[str]) -> None:
        self._database = database
        self._decisions = read_decisions(database)
        self._neighbours = Neighbours(database, present)
        self._profiles = [self._neighbours.profile(article) for article in sorted(dirty & present)]
        self._present, self._dirty = present, dirty
        self._old: set[Quad] = {marker(article) for article in done & dirty}
        self._new: set[Quad] = {marker(article) for article in present & dirty}
        self._known = bool(done & dirty)

    def run(self) -> None:
        """Find the difference and write it."""
        self._entities()
        self._events()
        self._new.add(Quad(LAYER, NamedNode(PROV.wasAttributedTo), SOFTWARE, LAYER))
        self._database.update(difference(self._old, self._new))

    def _entities(self) -> None:
        joins = {q for profile in self._profiles for q in joins_quads(profile.entities, self._decisions)}
        gone = set(self._of_dirty(HD.identity))
        self._old |= gone
        self._new |= joins
        keys: dict[str, Key | None] = {}
        for profile in self._profiles:
            keys.update(_identities(profile, self._decisions))
        come: dict[str, list[str]] = {text_of(q.object): [] for q in gone | joins}
        for q in joins:
            come[text_of(q.object)].append(text_of(q.subject))
        for identity, nodes in come.items():
            before = set(self._database.quads_for_pattern(NamedNode(identity), None, None, LAYER))
            self._old |= before
            self._new |= set(self._described(identity, keys.get(identity), before, nodes, gone - joins))

    def _described(
        self, identity: str, key: Key | None, before: set[Quad], come: list[str], gone: set[Quad]
    ) -> Iterable[Quad]:
        left = (q for q in _find(self._database, None, HD.identity, NamedNode(identity)) if q not in gone)
        if not come and next(left, None) is None:
            return ()
        known = key or _key_in(before)
        members = {text_of(q.subject) for q in gone}
        return _description(
            self._database, identity, known, self._decisions, gone=frozenset(members), come=come
        )

    def _events(self) -> None:
        former = {text_of(q.object): None for q in self._of_dirty(HD.happening)}
        start = {node for profile in self._profiles for node in profile.nodes()}
        for happening in former:
            start.update(
                text_of(q.subject)
                for q in _find(self._database, None, HD.happening, NamedNode(happening))
                if _article(text_of(q.subject)) in self._present
            )
        pairs, reached = self._reached(start)
        for node in reached:
            former.update(
                (text_of(q.object), None) for q in _find(self._database, NamedNode(node), HD.happening)
            )
        for happening in former:
            self._old |= _happening(self._database, happening)
        for quads in _happenings(pairs, reached, self._decisions, self._neighbours):
            self._new |= set(quads)

    def _reached(self, start: set[str]) -> tuple[Pairs, set[str]]:
        """All reports that pairs connect with the first ones, and these pairs."""
        beside: dict[str, Pairs] = {}
        found: Pairs = {}
        reached: set[str] = set()
        waiting = sorted(start)
        while waiting:
            node = waiting.pop()
            article = _article(node)
            if node in reached or article not in self._present:
                continue
            reached.add(node)
            if article not in beside:
                profile = self._neighbours.profile(article)
                beside[article] = _allowed(self._neighbours.pairs(profile), self._decisions)
            for names, how in beside[article].items():
                if node in names:
                    found[names] = how
                    waiting += names if how.confidence else ()
            waiting += self._decisions.together.get(node, ())
            waiting += self._decisions.apart.get(node, ())
        return found, reached

    def _of_dirty(self, predicate: str) -> Iterator[Quad]:
        """What the layer says of the articles that changed: a scan, needed only when articles went or were read anew."""
        if self._known:
            for q in _find(self._database, None, predicate):
                if _article(text_of(q.subject)) in self._dirty:
                    yield q


def _happenings(
    pairs: Pairs, reports: Iterable[str], decisions: Decisions, neighbours: Neighbours
) -> Iterator[list[Quad]]:
    """The happenings of some reports; those decided on are put together, and kept from others, as was decided."""
    here = set(reports)
    groups = {*decisions.together.values(), *decisions.apart.values()}
    left = [[node for node in group if node in here] for group in groups]
    forced = {pair(group[0], node) for group in left for node in group[1:]}
    of: dict[str, int] = {}
    alike = (names for names, how in pairs.items() if how.confidence)
    for number, connected in enumerate(components(chain(alike, forced))):
        of.update(dict.fromkeys(connected, number))
    parts: dict[int, tuple[Pairs, set[Pair]]] = {}
    for names, how in pairs.items():
        if names[0] in of and of[names[0]] == of.get(names[1]):
            parts.setdefault(of[names[0]], ({}, set()))[0][names] = how
    for names in forced:
        parts.setdefault(of[names[0]], ({}, set()))[1].add(names)
    for part, together in parts.values():
        sure = {names: how.confidence for names, how in part.items()}
        dated = {names for names, how in part.items() if how.dated}
        nodes = {node for names in (*part, *together) for node in names}
        days = {node: day for node in nodes if (day := neighbours.published(_article(node)))}
        for members in clusters(sure, together, days=days, dated=dated):
            yield list(happening_quads(members, part, decisions))


def _allowed(pairs: Pairs, decisions: Decisions) -> Pairs:
    """The pairs but those of which one was taken out of its joining."""
    if not decisions.apart:
        return pairs
    return {
        (a, b): how
        for (a, b), how in pairs.items()
        if decisions.apart.get(a, ()) == decisions.apart.get(b, ())
    }


def _decided(profile: Profile, decisions: Decisions) -> Iterator[str]:
    return (node for node in profile.nodes() if node in decisions.together or node in decisions.apart)


def _identities(profile: Profile, decisions: Decisions) -> Iterator[tuple[str, Key | None]]:
    """The identities of an article's entities, with their key unless a decision made them."""
    for entity in profile.entities:
        identity = identity_of(entity, decisions)
        if identity:
            own = entity.key and identity not in decisions.together and key_iri(entity.key) == identity
            yield identity, entity.key if own else None


def _description(
    database: Store,
    identity: str,
    key: Key | None,
    decisions: Decisions,
    *,
    gone: frozenset[str],
    come: Iterable[str] = (),
) -> list[Quad]:
    names: list[tuple[str, str]] = []
    if key is None or not key.wikidata:
        found = {text_of(q.subject) for q in _find(database, None, HD.identity, NamedNode(identity))}
        names = [name for node in (found - gone) | set(come) for name in _names(database, node)]
    return list(identity_quads(identity, key, names, apart=identity not in decisions.together))


def _names(database: Store, node: str) -> Iterator[tuple[str, str]]:
    graph = NamedNode(_article(node))
    for q in database.quads_for_pattern(NamedNode(node), NamedNode(RDFS.label), None, graph):
        if isinstance(q.object, Literal):
            yield text_of(q.object), q.object.language or "und"


def _key_in(quads: Iterable[Quad]) -> Key | None:
    """The key that an identity was described with."""
    said = {q.predicate.value: text_of(q.object) for q in quads}
    if str(HD.key) not in said:
        return None
    return Key(said[str(HD.key)], said[str(HD.reason)], float(said[str(HD.confidence)]))


def _happening(database: Store, happening: str) -> set[Quad]:
    """Everything that the layer says of a happening."""
    node = NamedNode(happening)
    found = set(database.quads_for_pattern(node, None, None, LAYER)) | set(
        _find(database, None, HD.happening, node)
    )
    for q in list(found):
        if q.predicate.value == str(HD.joining):
            found |= set(database.quads_for_pattern(NamedNode(text_of(q.object)), None, None, LAYER))
    return found


def _articles(database: Store) -> set[str]:
    kind = NamedNode(SCHEMA.NewsArticle)
    found = database.quads_for_pattern(None, NamedNode(RDF.type), kind, None)
    return {text_of(q.subject) for q in found if not isinstance(q.graph_name, DefaultGraph)}


def _article(node: str) -> str:
    return node.partition("#")[0]


def _find(
    database: Store, subject: NamedNode | None, predicate: str, obj: NamedNode | None = None
) -> Iterator[Quad]:
    return database.quads_for_pattern(subject, NamedNode(predicate), obj, LAYER)
