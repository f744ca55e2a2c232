"""The day an article was written on, as its dateline says: «القاهرة - 11 يناير 2022»."""

from datetime import date

from hadath.extract.dates import find_times
from hadath.extract.records import Basis

__all__ = ["dateline"]

_HEAD = 400  # characters in which a dateline may stand
_WORDS = 9  # a line with more words is a sentence, no dateline


def dateline(text: str) -> date | None:
    """The first full date that stands in a short line at the head of a text; None when there is none.

    >>> dateline("تعديل وزاري في تونس\\nتونس - 3 مارس 2021\\nأعلن الرئيس التعديل.")
    datetime.date(2021, 3, 3)
    """
    start = 0
    for line in text[:_HEAD].splitlines(keepends=True):
        if 0 < len(line.split()) <= _WORDS and start > 0:
            for time in find_times(line, None):
                if time.basis is Basis.EXPLICIT and time.begin is not None and time.begin == time.end:
                    return time.begin
        start += len(line)
    return None
