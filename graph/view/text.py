"""The article's text as the page shows it: cut here, so that no browser has to count offsets."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from textwrap import wrap

from hadath.extract.records import Extraction, Mention, Sentence
from hadath.graph.view.story import Passage, Run

__all__ = ["CutText", "short_label", "visible", "wrapped"]

_OVERRIDES = {0x202D: "[U+202D]", 0x202E: "[U+202E]"}  # left-to-right and right-to-left override
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)

_UNKNOWN = re.compile("…{3,}")


def visible(text: str) -> str:
    """Make the characters that could turn a line of text around readable as what they are."""
    return text.translate(_OVERRIDES)


def short_label(text: str, *, width: int = 48) -> str:
    """A label for the drawing: one line without control characters, cut at a word when it is long."""
    line = " ".join(_CONTROLS.sub("", text).split())
    if len(line) <= width:
        return line or "…"
    return (line[:width].rpartition(" ")[0] or line[: width - 1]) + "…"


def wrapped(label: str, *, width: int = 26) -> str:
    """A label on lines of some words, for a name of six words would cover its neighbours."""
    return "\n".join(wrap(label, width, break_on_hyphens=False))


class CutText:
    """An article in pieces that begin and end wherever a sentence or mention does.

    Python counts code points and browsers count UTF-16 units; so the page gets the pieces and speaks of their
    numbers: a sentence or mention is the run of pieces ``[first, last)``.
    """

    def __init__(self, extraction: Extraction) -> None:
        self.text = extraction.article.text
        self.sentences = extraction.sentences or tuple(_lines(self.text))
        self._starts = [sentence.start for sentence in self.sentences]
        bounds = {0, len(self.text)}
        for mention in _mentions(extraction):
            bounds |= {mention.start, mention.end}
        for sentence in self.sentences:
            bounds |= {sentence.start, sentence.end}
        self._bounds = sorted(bounds)
        self._number = {offset: number for number, offset in enumerate(self._bounds)}

    def pieces(self) -> list[str]:
        """The whole text, piece by piece; rows of dots, where a graph does not hold the text, are shortened."""
        pieces = (self.text[a:b] for a, b in zip(self._bounds, self._bounds[1:], strict=False))
        return [visible(_UNKNOWN.sub(" … ", piece)) for piece in pieces]

    def run(self, stretch: Mention | Sentence) -> Run:
        """The pieces that make up a mention or sentence."""
        return self._number[stretch.start], self._number[stretch.end]

    def sentence(self, mention: Mention) -> Run:
        """The pieces of the sentence around a mention, or of the mention alone when it stands in none."""
        place = bisect_right(self._starts, mention.start) - 1
        if place < 0 or self.sentences[place].end < mention.end:
            return self.run(mention)
        return self.run(self.sentences[place])

    def passages(self, mentions: Iterable[Mention], article: int) -> list[Passage]:
        """The sentences of some mentions in order of the text, each with the pieces to be marked in it."""
        marks: dict[Run, list[Run]] = {}
        for mention in sorted(mentions, key=lambda mention: (mention.start, mention.end)):
            marks.setdefault(self.sentence(mention), []).append(self.run(mention))
        return [Passage(article, sentence, tuple(dict.fromkeys(runs))) for sentence, runs in marks.items()]


def _mentions(extraction: Extraction) -> list[Mention]:
    """Every stretch of the article that something of the extraction was read from."""
    found = [mention for entity in extraction.entities for mention in entity.mentions]
    found += [time.mention for time in extraction.times]
    for event in extraction.events:
        found += [event.trigger, *event.support, *(quantity.mention for quantity in event.quantities)]
    return found


def _lines(text: str) -> list[Sentence]:
    return [Sentence(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
