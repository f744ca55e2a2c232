"""What days a named time covers: calendar arithmetic from the day of publication, without any text."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = [
    "NOWHEN",
    "Period",
    "century",
    "day",
    "decade",
    "month",
    "nearest_month_year",
    "nearest_weekday",
    "shifted",
    "stretch",
    "week",
    "year",
]

_HALF_YEAR = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``begin`` to ``end`` and their ISO 8601 name; all None for a time that cannot be placed."""

    value: str | None = None
    begin: date | None = None
    end: date | None = None


NOWHEN = Period()


def day(year: int, month: int, number: int) -> Period:
    """One day; a day that is in no calendar is nowhen.

    >>> day(2022, 1, 11).value, day(2022, 2, 30).value
    ('2022-01-11', None)
    """
    try:
        return _single(date(year, month, number))
    except ValueError:
        return NOWHEN


def _single(when: date) -> Period:
    return Period(when.isoformat(), when, when)


def month(year: int, number: int) -> Period:
    """A calendar month."""
    if not (1 <= year <= 9999 and 1 <= number <= 12):
        return NOWHEN
    return Period(
        f"{year:04}-{number:02}", date(year, number, 1), date(year, number, monthrange(year, number)[1])
    )


def year(number: int) -> Period:
    """A calendar year."""
    if not 1 <= number <= 9999:
        return NOWHEN
    return Period(f"{number:04}", date(number, 1, 1), date(number, 12, 31))


def decade(first: int) -> Period:
    """The ten years from ``first``, as an ISO 8601 interval."""
    return stretch(year(first), year(first + 9))


def century(number: int) -> Period:
    """The twentieth century is number 20: 1901 to 2000."""
    return stretch(year(number * 100 - 99), year(number * 100))


def week(around: date) -> Period:
    """The days from Monday to Sunday around a day, as an ISO 8601 interval."""
    try:
        monday = around - timedelta(days=around.weekday())
        return stretch(_single(monday), _single(monday + timedelta(days=6)))
    except OverflowError:
        return NOWHEN


def stretch(first: Period, last: Period) -> Period:
    """From the beginning of one time to the end of another; nowhen if they are in the wrong order.

    >>> stretch(year(2010), month(2015, 3)).value
    '2010-01-01/2015-03-31'
    """
    if first.begin is None or last.end is None or first.begin > last.end:
        return NOWHEN
    return Period(f"{first.begin.isoformat()}/{last.end.isoformat()}", first.begin, last.end)


def shifted(unit: str, count: int, published: date) -> Period:
    """The day, week, month, year, decade or century so many units after publication, or before it if negative.

    >>> shifted("day", -3, date(2022, 1, 2)).value, shifted("month", -1, date(2022, 1, 11)).value
    ('2021-12-30', '2021-12')
    """
    if abs(count) > 10_000:
        return NOWHEN
    if unit in {"day", "week"}:
        try:
            then = published + timedelta(days=count * (7 if unit == "week" else 1))
        except OverflowError:
            return NOWHEN
        return _single(then) if unit == "day" else week(then)
    if unit == "month":
        years, number = divmod(published.year * 12 + published.month - 1 + count, 12)
        return month(years, number + 1)
    if unit == "year":
        return year(published.year + count)
    if unit == "decade":
        return decade(published.year // 10 * 10 + count * 10)
    return century((published.year + 99) // 100 + count) if unit == "century" else NOWHEN


def nearest_weekday(number: int, published: date, *, direction: int | None = None) -> Period:
    """The day of the week (Monday is 1) that news means: by itself the last one up to publication.

    ``direction`` is -1 for «الماضي» (before publication), 1 for «المقبل» (after it), 0 for one still to come, and a
    week further away for -2 and 2.

    >>> nearest_weekday(5, date(2022, 1, 11)).value, nearest_weekday(5, date(2022, 1, 11), direction=1).value
    ('2022-01-07', '2022-01-14')
    """
    back = (published.isoweekday() - number) % 7
    if direction is None:
        return shifted("day", -back, published)
    if direction == 0:
        return shifted("day", (-back) % 7, published)
    weeks = direction if direction > 0 else direction + 1
    return shifted("day", 7 * weeks - (back if direction > 0 else back or 7), published)


def nearest_month_year(number: int, day_number: int | None, published: date, direction: int | None) -> int:
    """The year of a month (and day) that is named without one: that of publication, or the one before when it
    would lie more than half a year ahead. ``direction`` as for weekdays; 0 is the year of publication."""
    if day_number is None:
        here, now = (published.year, number), (published.year, published.month)
        ahead = month(published.year, number).begin or published
    else:
        ahead = day(published.year, number, day_number).begin or published
        here, now = (ahead.toordinal(), 0), (published.toordinal(), 0)
    if direction:
        return published.year + direction + (here < now if direction < 0 else -(here > now))
    if direction is None and ahead - published > _HALF_YEAR:
        return published.year - 1
    return published.year
