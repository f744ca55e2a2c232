"""One article → one Extraction: the stages in their order."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import tee

from spacy import tokens as spacy_tokens
from spacy.language import Language

from hadath.extract.casualties import settle_causes
from hadath.extract.coreference.entities import Entities
from hadath.extract.coreference.referents import Referent
from hadath.extract.criticism import settle_criticism
from hadath.extract.dateline import dateline
from hadath.extract.dates import find_times
from hadath.extract.descriptions import description, translation
from hadath.extract.drafts import Draft
from hadath.extract.event_amounts import amounts_of_events
from hadath.extract.event_times import times_of_events
from hadath.extract.events import draft_events
from hadath.extract.glosses import gloss_of
from hadath.extract.mentions import KnownNames
from hadath.extract.pipeline import load
from hadath.extract.quantities import find_quantities
from hadath.extract.records import (
    Article,
    Entity,
    EntityKind,
    Event,
    Extraction,
    Mention,
    NotExtracted,
    Quantity,
    Sentence,
    TimeExpression,
)
from hadath.extract.romanisation import romanise
from hadath.extract.specificity import untold
from hadath.extract.spelling import strip_marks
from hadath.extract.sport import play
from hadath.extract.tokens import Doc, Token, freeze
from hadath.extract.triggers import Trigger, find_triggers

__all__ = ["extract", "extract_doc"]

_NAMELESS = frozenset({EntityKind.GROUP, EntityKind.THING})
_TRANSLATED = frozenset({EntityKind.ORGANIZATION, EntityKind.FACILITY, EntityKind.PLACE, EntityKind.GROUP})


def extract(articles: Iterable[Article], *, nlp: Language | None = None) -> Iterator[Extraction]:
    """Read events from articles, one Extraction each, in order; articles may be a stream of any length."""
    pipeline = nlp or load()
    for_text, for_record = tee(articles)
    docs = pipeline.pipe(article.text for article in for_text)
    for article, doc in zip(for_record, docs, strict=True):
        yield extract_doc(article, doc)


def extract_doc(article: Article, analysed: spacy_tokens.Doc) -> Extraction:
    """Read events from an article whose text is analysed already."""
    doc = freeze(analysed)
    published = article.published or dateline(article.text)
    times = [_keyed(time, i) for i, time in enumerate(find_times(article.text, published))]
    time_words = _tokens_of(doc, times)
    entities = Entities(doc, published)
    triggers, left = find_triggers(doc, entities.name_tokens | time_words)
    triggers = settle_criticism(play(doc, settle_causes(doc, triggers)))
    entities.read_names(frozenset(t.token.i for t in triggers))
    drafts = draft_events(doc, triggers, entities, time_words)
    mentioned = untold(drafts, time_words)
    left += [(doc[i], reason) for i, reason in mentioned.items()]
    drafts = [draft for draft in drafts if draft.token.i not in mentioned]
    quantities = find_quantities(article.text)
    return Extraction(
        article=article,
        sentences=tuple(_sentences(doc)),
        entities=tuple(_entity(r, entities.known, article) for r in _used(drafts, entities)),
        times=tuple(times),
        events=tuple(_events(doc, drafts, times, quantities, article, published)),
        not_extracted=tuple(
            NotExtracted(_mention(article, *_chars(token)), reason) for token, reason in left
        ),
    )


def _tokens_of(doc: Doc, times: list[TimeExpression]) -> frozenset[int]:
    spans = (doc.char_span(t.mention.start, t.mention.end, alignment_mode="contract") for t in times)
    return frozenset(token.i for span in spans if span is not None for token in span)


def _keyed(time: TimeExpression, i: int) -> TimeExpression:
    return TimeExpression(f"t{i}", time.mention, time.basis, time.value, time.begin, time.end)


def _sentences(doc: Doc) -> Iterator[Sentence]:
    for sent in doc.sents:
        words = [t for t in sent if not t.is_space]
        if words:
            yield Sentence(words[0].idx, words[-1].idx + len(words[-1]))


def _chars(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token)


def _mention(article: Article, start: int, end: int) -> Mention:
    return Mention(start, end, article.text[start:end])


# --- entities ------------------------------------------------------------------------------------------------------


def _used(drafts: list[Draft], entities: Entities) -> list[Referent]:
    """Referents with mentions that fill a role or have a name."""
    roles = {
        r.number
        for d in drafts
        for r in (*d.agents, *d.patients, *d.recipients, *d.places, *d.instruments, *d.speakers)
    }
    return [r for r in entities.all if r.mentions and (r.number in roles or r.named or r.entry)]


def _entity(r: Referent, names: KnownNames, article: Article) -> Entity:
    mentions = tuple(_mention(article, *chars) for chars in sorted(r.mentions))
    name = r.entry.name if r.entry else r.name
    qid = r.entry.qid if r.entry else None
    return Entity(
        key=f"e{r.number}",
        kind=r.kind,
        name=name,
        mentions=mentions,
        name_en=_english(r, names),
        wikidata=qid,
        confidence=0.95 if qid else None,
        unnamed=not (r.named or r.entry or r.kind in _NAMELESS),
    )


def _english(r: Referent, names: KnownNames) -> str | None:
    """As the gazetteer has it, in Latin letters, or by the nouns that it is called by."""
    if r.entry is not None:
        return r.entry.name_en
    if not r.named:
        return description(r.words, names.at) if r.words else None
    if r.kind is EntityKind.THING:
        return None
    whole = (
        r.words is not None and r.kind in _TRANSLATED and r.name.startswith(strip_marks(r.words.noun.text))
    )
    translated = translation(r.words, names.at) if r.words and whole else None
    return translated or romanise(r.name)


# --- events --------------------------------------------------------------------------------------------------------


def _events(
    doc: Doc,
    drafts: list[Draft],
    times: list[TimeExpression],
    quantities: list[Quantity],
    article: Article,
    published: date | None,
) -> Iterator[Event]:
    when = times_of_events(doc, drafts, times, published)
    many = amounts_of_events(doc, drafts, quantities)
    keys = {d.token.i: f"v{i}" for i, d in enumerate(drafts)}
    reported: dict[int, list[str]] = {}
    for d in drafts:
        if d.reported_by is not None:
            reported.setdefault(d.reported_by.token.i, []).append(keys[d.token.i])
    for d in drafts:
        i = d.token.i
        yield Event(
            key=keys[i],
            type=d.trigger.sense.type,
            mode=d.mode,
            lemma=d.token.lemma_,
            trigger=_trigger_mention(d.trigger, article),
            support=tuple(_mention(article, *_chars(token)) for token in d.trigger.support),
            agents=_keys(d.agents),
            patients=_keys(d.patients),
            recipients=_keys(d.recipients),
            places=_keys(d.places),
            destinations=_keys(d.destinations),
            origins=_keys(d.origins),
            instruments=_keys(d.instruments),
            times=tuple(times[n].key for n in when.get(i, ())),
            quantities=tuple(many.get(i, ())),
            negated=d.flags.negated,
            modality=d.flags.modality,
            said_by=_keys(d.speakers),
            contents=tuple(reported.get(i, ())),
            purposes=tuple(keys[aim.token.i] for aim in d.purposes if aim.token.i in keys),
            rule=d.trigger.rule,
            confidence=_confidence(d),
            name_en=gloss_of(d.trigger),
        )


def _keys(referents: list[Referent]) -> tuple[str, ...]:
    return tuple(f"e{r.number}" for r in referents if r.mentions)


def _trigger_mention(trigger: Trigger, article: Article) -> Mention:
    words = trigger.words
    return _mention(article, words[0].idx, words[-1].idx + len(words[-1]))


def _confidence(d: Draft) -> float:
    """How far to trust an event: verbs with a participant most, bare nouns of no type least."""
    score = 0.9 if d.token.pos_ == "VERB" else 0.75
    if not d.agents and not d.patients:
        score -= 0.15
    if d.trigger.sense.type == "OTHER":
        score -= 0.1
    return round(score, 2)
