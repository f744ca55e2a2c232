"""Known names: the gazetteer corrects and completes the named entities that the analyser found."""

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from hadath.extract.gazetteer import Entry, longest_matches
from hadath.extract.records import EntityKind

__all__ = ["KnownName", "known_names", "mark_known_names"]

_LABELS = {
    EntityKind.PERSON: "PER",
    EntityKind.ORGANIZATION: "ORG",
    EntityKind.COUNTRY: "GPE",
    EntityKind.CITY: "GPE",
    EntityKind.PLACE: "LOC",
    EntityKind.FACILITY: "FAC",
}
_NO_NAME = frozenset({"VERB", "ADP", "PART", "CCONJ", "SCONJ", "AUX", "PRON"})

KnownName = tuple[int, int, tuple[Entry, ...]]
"""First token, last token (exclusive) and the entries that bear the name, best known first."""


def known_names(doc: Doc) -> list[KnownName]:
    """Names of the gazetteer in a Doc, by token numbers."""
    tokens = [t for t in doc if not t.is_space]
    found = longest_matches([t.norm_ for t in tokens])
    spans = [(tokens[start].i, tokens[end - 1].i + 1, entries) for start, end, entries in found]
    return [span for span in spans if _is_name(doc[span[0] : span[1]], span[2])]


def _is_name(span: Span, entries: tuple[Entry, ...]) -> bool:
    """A single word that the tagger takes for a verb or particle is none, nor one inside a longer person's name."""
    if span[0].sent != span[-1].sent:
        return False
    if len(span) > 1:
        return True
    token = span[0]
    return token.pos_ not in _NO_NAME and not (
        _inside_person(token) and entries[0].kind is not EntityKind.PERSON
    )


def _inside_person(token: Token) -> bool:
    neighbours = [t for t in token.doc[max(token.i - 1, 0) : token.i + 2] if t != token]
    return token.ent_type_ == "PER" and any(t.ent_type_ == "PER" for t in neighbours)


def mark_known_names(doc: Doc) -> Doc:
    """Put known names among ``doc.ents``: over shorter or equal ones of the analyser, never inside longer ones.

    Where both see the same single word, the analyser decides between a city and the club or company named after it.
    """
    holder = {
        i: ent for ent in doc.ents for i in range(ent.start, ent.end)
    }  # the name that a token stands in
    for start, end, entries in known_names(doc):
        label = _LABELS.get(entries[0].kind)
        over = list({holder[i].start: holder[i] for i in range(start, end) if i in holder}.values())
        if label is None or any(
            ent.start <= start and end <= ent.end and len(ent) > end - start for ent in over
        ):
            continue
        same = [ent for ent in over if (ent.start, ent.end) == (start, end)]
        if same and end - start == 1 and entries[0].kind is EntityKind.CITY and same[0].label_ == "ORG":
            continue
        for i in (i for ent in over for i in range(ent.start, ent.end)):
            del holder[i]
        holder |= dict.fromkeys(range(start, end), Span(doc, start, end, label=label))
    kept = {ent.start: ent for ent in holder.values()}
    doc.set_ents([kept[start] for start in sorted(kept)], default="outside")
    return doc


@Language.component("hadath_known_names", requires=["doc.ents", "token.pos"], assigns=["doc.ents"])
def known_names_component(doc: Doc) -> Doc:
    """The pipeline component."""
    return mark_known_names(doc)
