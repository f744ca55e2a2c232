"""Where sentences start: at line ends and after full stops, and where the trained segmenter is sure."""

from collections.abc import Sequence

from hadath.extract.network import Array

__all__ = ["sentence_starts"]

_STOPS = frozenset(".!؟?…۔")
_CLOSING = frozenset("\"»”’')]}«")
AFTER_STOP, ELSEWHERE = 0.3, 0.85  # probabilities that make a start, after a full stop and anywhere else
SHORTEST = 6  # words; what no stop ends is no sentence when it is shorter: «أردوغان يبدأ ولاية جديدة»
LONGEST = 200  # words; a longer sentence is cut, so that no text is too much for the parser


def sentence_starts(text: str, words: Sequence[tuple[int, int]], probabilities: Array) -> set[int]:
    """Numbers of the words at which a sentence starts; ``words`` are their spans, white space left out.

    A line end always ends a sentence (headlines, captions and datelines have no full stop).
    """
    starts = {0}
    last = 0
    for i in range(1, len(words)):
        gap = text[words[i - 1][1] : words[i][0]]
        if "\n" in gap or "\r" in gap or "\u2028" in gap or "\u2029" in gap:
            begins = True
        else:
            stopped = _after_stop(text, words, i)
            begins = bool(probabilities[i] > (AFTER_STOP if stopped else ELSEWHERE))
            begins = begins and (stopped or i - last >= SHORTEST)
        if begins or i - last >= LONGEST:
            starts.add(i)
            last = i
    return starts


def _after_stop(text: str, words: Sequence[tuple[int, int]], i: int) -> bool:
    """Whether the words before i are a full stop and perhaps closing quotes."""
    for j in range(i - 1, max(i - 4, -1), -1):
        mark = text[words[j][0] : words[j][1]]
        if mark in _STOPS:
            return True
        if mark not in _CLOSING:
            return False
    return False
