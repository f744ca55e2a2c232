"""The day an article was published, from the many ways in which files say it."""

from datetime import date
from email.utils import parsedate_to_datetime

from hadath.extract.dates import find_times

__all__ = ["parse_date"]


def parse_date(value: object) -> date | None:
    """The day that a date names in ISO 8601, RFC 2822, d/m/Y or Arabic words; None if it is no date.

    >>> parse_date("Sun, 15 Jul 2018 21:56:56 +0400"), parse_date("11 يناير 2022"), parse_date("soon")
    (datetime.date(2018, 7, 15), datetime.date(2022, 1, 11), None)
    """
    if not isinstance(value, str) or len(value) > 200:
        return None
    text = value.strip()
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    days = (time.begin for time in find_times(text, None) if time.begin and time.begin == time.end)
    return next(days, None)
