"""Known names: the gazetteer corrects and completes the named entities that the analyser found."""

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from hadath.extract import tokens as frozen
from hadath.extract.gazetteer.entries import Entry
from hadath.extract.gazetteer.names import longest_matches
from hadath.extract.gazetteer.nations import nationality
from hadath.extract.gazetteer.nouns import head_noun_kind, title_class
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold

__all__ = ["KnownName", "known_names", "mark_known_names"]

_LABELS = {
    EntityKind.PERSON: "PER",
    EntityKind.ORGANIZATION: "ORG",
    EntityKind.COUNTRY: "GPE",
    EntityKind.CITY: "GPE",
    EntityKind.PLACE: "LOC",
    EntityKind.FACILITY: "FAC",
}
_HASHTAG = frozenset({"#", "_"})  # «#مايك_بومبيو»
_NO_NAME = frozenset({"VERB", "ADP", "PART", "CCONJ", "SCONJ", "AUX", "PRON"})

KnownName = tuple[int, int, tuple[Entry, ...]]
"""First token, last token (exclusive) and the entries that bear the name, best known first."""


def known_names(doc: Doc | frozen.Doc) -> list[KnownName]:
    """Names of the gazetteer in a Doc, by token numbers."""
    tokens = [t for t in doc if not t.is_space and t.text not in _HASHTAG]
    found = longest_matches([t.norm_ for t in tokens])
    spans = [(tokens[start].i, tokens[end - 1].i + 1, entries) for start, end, entries in found]
    return [span for span in spans if _is_name(doc[span[0] : span[1]], span[2])]


def _is_name(span: Span | frozen.Span, entries: tuple[Entry, ...]) -> bool:
    """A single word that the tagger takes for a verb or particle is none, nor one inside a longer person's name."""
    if span[0].sent != span[-1].sent:
        return False
    if len(span) > 1:
        return True
    token = span[0]
    return token.pos_ not in _NO_NAME and not (
        _inside_person(token) and entries[0].kind is not EntityKind.PERSON
    )


def _inside_person(token: Token | frozen.Token) -> bool:
    neighbours = [t for t in token.doc[max(token.i - 1, 0) : token.i + 2] if t != token]
    return token.ent_type_ == "PER" and any(t.ent_type_ == "PER" for t in neighbours)


def mark_known_names(doc: Doc) -> Doc:
    """Let known names complete and correct ``doc.ents``.

    A known name is added where the analyser saw none, and replaces parts of it that it saw; it never breaks a longer name.
    «مدينة», «صحيفة» and the like before a name, and «الجيش» before a nation, make a description, no name: left to the analyser.
    """
    holder = {
        i: ent for ent in doc.ents for i in range(ent.start, ent.end)
    }  # the name that a token stands in
    for start, end, entries in known_names(doc):
        label = _LABELS.get(entries[0].kind)
        over = list({holder[i].start: holder[i] for i in range(start, end) if i in holder}.values())
        if label is None or _is_description(doc[start:end]) or not _may_replace(start, end, entries[0], over):
            continue
        for i in (i for ent in over for i in range(ent.start, ent.end)):
            del holder[i]
        holder |= dict.fromkeys(range(start, end), Span(doc, start, end, label=label))
    kept = {ent.start: ent for ent in holder.values()}
    doc.set_ents([kept[start] for start in sorted(kept)], default="outside")
    return doc


def _is_description(span: Span) -> bool:
    """Whether a name of several words is «مدينة دبي», «صحيفة …», «الشيخ …» or «الجيش اللبناني», not «البيت الأبيض»."""
    first, last = span[0], span[-1]
    if first == last or not (head_noun_kind(first.norm_) or title_class(first.norm_)):
        return False
    return (
        not fold(first.norm_).startswith("ال")
        or bool(title_class(first.norm_))
        or nationality(last.norm_) is not None
    )


def _may_replace(start: int, end: int, entry: Entry, over: list[Span]) -> bool:
    """Whether a known name may take the place of the names over it: none longer, none that sticks out.

    The analyser decides between a city and the club or company called after it.
    """
    if any(ent.start < start or end < ent.end for ent in over):
        return False
    clubs = any(ent.label_ == "ORG" and (ent.start, ent.end) == (start, end) for ent in over)
    return not (clubs and entry.kind is EntityKind.CITY)


@Language.component("hadath_known_names", requires=["doc.ents", "token.pos"], assigns=["doc.ents"])
def known_names_component(doc: Doc) -> Doc:
    """The pipeline component."""
    return mark_known_names(doc)
