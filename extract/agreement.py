"""Agreement within a text: one name has one kind, and a name found once is found wherever it stands."""

from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from hadath.extract.spelling import fold
from hadath.extract.word_classes import word_class

__all__ = ["agree_names", "agreement_component"]

_NAME_POS = frozenset({"X", "NOUN", "PROPN", "ADJ"})
_SON = word_class("patronym")
_ORDINALS = word_class("regnal number")
_KINDS = frozenset({"PER", "ORG", "GPE", "LOC", "FAC", "MISC"})

Key = tuple[str, ...]


def agree_names(doc: Doc) -> Doc:
    """Give each name of ``doc.ents`` its most frequent kind, and mark its other occurrences when most are marked.

    The last part of a person's full name stands for the person. Names in Latin letters are of no known kind (MISC): the
    analyser learned from Arabic letters.
    """
    doc.set_ents(_completed(doc), default="outside")
    ents = [ent for ent in doc.ents if ent.label_ in _KINDS]
    kinds: dict[Key, Counter[str]] = {}
    for ent in ents:
        kinds.setdefault(_key(ent), Counter())[ent.label_] += 1
    best = {key: max(sorted(counts), key=lambda kind: counts[kind]) for key, counts in kinds.items()}
    named = {i for ent in doc.ents for i in range(ent.start, ent.end)}
    found = [Span(doc, ent.start, ent.end, label=best.get(_key(ent), ent.label_)) for ent in doc.ents]
    found += _further(doc, best, kinds, named)
    doc.set_ents(sorted(found, key=lambda span: span.start), default="outside")
    return doc


def _completed(doc: Doc) -> list[Span]:
    """The names of the analyser, persons with «بن …» and «الثاني» behind or before them; Latin letters as MISC."""
    out: list[Span] = []
    for ent in doc.ents:
        start, end = ent.start, ent.end
        if ent.label_ == "PER":
            first = out[-1].end if out else 0
            start, end = _whole_person(doc, max(first, ent.sent.start), start, end)
        if out and start < out[-1].end:
            continue
        out.append(Span(doc, start, end, label="MISC" if ent.text.isascii() else ent.label_))
    return out


def _whole_person(doc: Doc, floor: int, start: int, end: int) -> tuple[int, int]:
    """Take in a forefather («… بن علي») and the number of a king («… الثاني»)."""
    if fold(doc[start].norm_) in _SON and start > floor and doc[start - 1].pos_ in _NAME_POS:
        start -= 1
    limit = doc[start].sent.end
    while end < limit:
        form = fold(doc[end].norm_)
        if form in _SON and end + 1 < limit and doc[end + 1].pos_ in ("X", "PROPN", "NOUN"):
            end += 2
        elif form in _ORDINALS:
            end += 1
        else:
            break
    return start, end


def _key(span: Span) -> Key:
    return tuple(fold(token.norm_) for token in span if not token.is_space)


def _further(doc: Doc, best: dict[Key, str], kinds: dict[Key, Counter[str]], named: set[int]) -> list[Span]:
    """Occurrences that the analyser missed."""
    tokens = [token for token in doc if not token.is_space]
    forms = [fold(token.norm_) for token in tokens]
    surnames = {key[-1] for key, kind in best.items() if kind == "PER" and len(key) > 1 and len(key[-1]) > 3}
    by_first: dict[str, list[Key]] = {}
    for key in best:
        by_first.setdefault(key[0], []).append(key)
    counts = Counter(forms)
    spans: list[Span] = []
    for i, form in enumerate(forms):
        if tokens[i].i in named:
            continue
        for key in sorted(by_first.get(form, ()), key=len, reverse=True):
            here = tokens[i : i + len(key)]
            if (
                tuple(forms[i : i + len(key)]) != key
                or any(t.i in named for t in here)
                or not _is_name(key, here, kinds, counts)
            ):
                continue
            spans.append(_span(doc, here, best[key], named))
            break
        else:
            if form in surnames and tokens[i].pos_ == "X":
                spans.append(_span(doc, [tokens[i]], "PER", named))
    return spans


def _is_name(key: Key, here: list[Token], kinds: dict[Key, Counter[str]], counts: Counter[str]) -> bool:
    if len(key) > 1:
        return here[0].sent == here[-1].sent
    return len(key[0]) > 2 and here[0].pos_ in _NAME_POS and 2 * kinds[key].total() >= counts[key[0]]


def _span(doc: Doc, here: list[Token], label: str, named: set[int]) -> Span:
    named.update(range(here[0].i, here[-1].i + 1))
    return Span(doc, here[0].i, here[-1].i + 1, label=label)


@Language.component("hadath_agreement", requires=["doc.ents", "token.pos"], assigns=["doc.ents"])
def agreement_component(doc: Doc) -> Doc:
    """The pipeline component."""
    return agree_names(doc)
