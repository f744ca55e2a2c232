"""Dates of the Hijra as days of the common calendar, by the Umm al-Qura calendar of Saudi Arabia.

Elsewhere a month may begin a day earlier or later, when the new moon is seen. The calendar is known for the years
1343 to 1500; what lies outside is nowhen.
"""

from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from hadath.extract.times.calendars import NOWHEN, Period, day, stretch

__all__ = ["hijri_day", "hijri_month", "hijri_year", "nearest_hijri_year"]

_HALF_YEAR = timedelta(days=177)
_COMMON_YEARS = range(1700, 2200)  # «رمضان 2015»


def hijri_day(year: int, month: int, number: int) -> Period:
    """One day; a day that is in no calendar is nowhen.

    >>> hijri_day(1436, 9, 17).value, hijri_day(1436, 9, 30).value
    ('2015-07-04', None)
    """
    if year in _COMMON_YEARS:
        year = _hijri_year_within(year, month)
    try:
        then = Hijri(year, month, number).to_gregorian()
    except (ValueError, OverflowError):
        return NOWHEN
    return day(then.year, then.month, then.day)


def hijri_month(year: int, number: int) -> Period:
    """A month, as an ISO 8601 interval.

    >>> hijri_month(1436, 9).value
    '2015-06-18/2015-07-16'
    """
    if year in _COMMON_YEARS:
        year = _hijri_year_within(year, number)
    try:
        length = Hijri(year, number, 1).month_length()
    except (ValueError, OverflowError):
        return NOWHEN
    return stretch(hijri_day(year, number, 1), hijri_day(year, number, length))


def hijri_year(number: int) -> Period:
    """A year, as an ISO 8601 interval."""
    return stretch(hijri_month(number, 1), hijri_month(number, 12))


def nearest_hijri_year(
    number: int, day_number: int | None, published: date, direction: int | None
) -> int | None:
    """The year of a month (and day) that is named without one, as ``nearest_month_year`` tells it for the common calendar."""
    here = _today(published)
    if here is None:
        return None
    then = hijri_month(here, number) if day_number is None else hijri_day(here, number, day_number)
    if then.begin is None or then.end is None:
        return here
    if direction:
        return here + direction + (then.end < published if direction < 0 else -(then.begin > published))
    return here - (direction is None and then.begin - published > _HALF_YEAR)


def _today(published: date) -> int | None:
    try:
        return Gregorian.fromdate(published).to_hijri().year
    except (ValueError, OverflowError):
        return None


def _hijri_year_within(year: int, month: int) -> int:
    """The year of the Hijra whose month begins in a common year, the first of two; 0 where the calendar is not known."""
    first = _today(date(year, 1, 1)) if year in _COMMON_YEARS else None
    for candidate in () if first is None else (first, first + 1):
        begin = hijri_day(candidate, month, 1).begin
        if begin is not None and begin.year == year:
            return candidate
    return 0
