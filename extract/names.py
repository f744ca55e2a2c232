"""Named entities from the scores of the two name classifiers: whole names (PER, LOC, ORG, MISC) and their finer kind."""

from collections.abc import Mapping, Sequence

from hadath.extract.network import Array, softmax

__all__ = ["name_spans"]

_PLACES = ("GPE", "LOC", "FAC")
SURE = 0.6  # mean probability of its labels below which a name is left out; chosen on the development part of ANERcorp


def name_spans(ner: Array, fine: Array, labels: Mapping[str, Sequence[str]]) -> list[tuple[int, int, str]]:
    """Names of a sentence as (first word, end, kind), kinds PER ORG GPE LOC FAC NORP MISC, not overlapping.

    The first classifier says where a name is and whether it is a person, a place or an organisation; the second what
    sort of place. Names of peoples (NORP) and buildings (FAC) that only the second sees are added. Doubtful names are left out.
    """
    sure = softmax(ner).max(1)
    coarse = [
        (a, b, kind)
        for a, b, kind in _spans([labels["ner"][i] for i in ner.argmax(1)])
        if sure[a:b].mean() >= SURE
    ]
    finer_labels = labels["fine"]
    finer = _spans([finer_labels[i] for i in fine.argmax(1)])
    probabilities = softmax(fine)
    out = [
        (a, b, _place_kind(probabilities[a:b], finer_labels) if kind == "LOC" else kind)
        for a, b, kind in coarse
    ]
    taken = {i for a, b, _ in coarse for i in range(a, b)}
    out += [
        (a, b, kind)
        for a, b, kind in finer
        if kind in ("NORP", "FAC") and not taken.intersection(range(a, b))
    ]
    return sorted(out)


def _place_kind(probabilities: Array, labels: Sequence[str]) -> str:
    sums = {
        kind: float(sum(probabilities[:, labels.index(f"{bi}-{kind}")].sum() for bi in "BI"))
        for kind in _PLACES
    }
    return max(_PLACES, key=lambda kind: sums[kind])


def _spans(row: Sequence[str]) -> list[tuple[int, int, str]]:
    """Spans of IOB2 labels; an I- that continues nothing opens a name."""
    spans: list[tuple[int, int, str]] = []
    start, kind = -1, ""
    for i, label in enumerate([*row, "O"]):
        if start >= 0 and label != f"I-{kind}":
            spans.append((start, i, kind))
            start = -1
        if start < 0 and label != "O":
            start, kind = i, label[2:]
    return spans
