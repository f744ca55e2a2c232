"""Calendar arithmetic: which days a named time covers."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hadath.extract.times.calendars import (
    Period,
    century,
    day,
    decade,
    month,
    nearest_month_year,
    nearest_weekday,
    shifted,
    week,
    year,
)
from hadath.extract.times.hijri import hijri_day, hijri_month, hijri_year, nearest_hijri_year

PUBLISHED = date(2022, 1, 11)  # a Tuesday


@pytest.mark.parametrize(
    ("period", "value"),
    [
        (day(2024, 2, 29), "2024-02-29"),
        (day(2023, 2, 29), None),
        (month(2022, 12), "2022-12"),
        (month(2022, 13), None),
        (year(800), "0800"),
        (year(0), None),
        (decade(1990), "1990-01-01/1999-12-31"),
        (century(20), "1901-01-01/2000-12-31"),
        (week(PUBLISHED), "2022-01-10/2022-01-16"),
        (week(date.max), None),
        (shifted("month", -13, PUBLISHED), "2020-12"),
        (nearest_weekday(4, PUBLISHED, direction=-1), "2022-01-06"),
        (nearest_weekday(4, PUBLISHED, direction=-2), "2021-12-30"),
        (nearest_weekday(2, PUBLISHED, direction=1), "2022-01-18"),
        (nearest_weekday(4, PUBLISHED, direction=2), "2022-01-20"),
        (hijri_day(1443, 6, 8), "2022-01-11"),
        (hijri_day(1443, 6, 30), None),
        (hijri_day(1200, 1, 1), None),
        (hijri_day(2022, 9, 1), "2022-04-02"),
        (hijri_month(1443, 9), "2022-04-02/2022-05-01"),
        (hijri_month(2190, 9), None),
        (hijri_year(1443), "2021-08-09/2022-07-29"),
        (shifted("month", 12, PUBLISHED), "2023-01"),
        (shifted("century", -1, PUBLISHED), "1901-01-01/2000-12-31"),
        (shifted("year", -3000, PUBLISHED), None),
        (shifted("hour", -3, PUBLISHED), None),
    ],
)
def test_value(period: Period, value: str | None) -> None:
    assert period.value == value


@pytest.mark.parametrize(
    ("number", "direction", "value"),
    [
        (2, None, "2022-01-11"),
        (2, -1, "2022-01-04"),
        (2, 0, "2022-01-11"),
        (2, 1, "2022-01-18"),
        (3, None, "2022-01-05"),
        (3, -1, "2022-01-05"),
        (3, 0, "2022-01-12"),
        (1, 1, "2022-01-17"),
    ],
)
def test_nearest_weekday(number: int, direction: int | None, value: str) -> None:
    assert nearest_weekday(number, PUBLISHED, direction=direction).value == value


@pytest.mark.parametrize(
    ("number", "day_number", "direction", "expected"),
    [
        (1, 5, None, 2022),
        (6, 30, None, 2022),
        (12, 20, None, 2021),
        (12, 20, 0, 2022),
        (1, 11, -1, 2021),
        (1, 10, -1, 2022),
        (1, 11, 1, 2023),
        (1, None, -1, 2021),
        (2, None, 1, 2022),
    ],
)
def test_nearest_month_year(
    number: int, day_number: int | None, direction: int | None, expected: int
) -> None:
    assert nearest_month_year(number, day_number, PUBLISHED, direction) == expected


@settings(deadline=None)
@given(
    st.sampled_from(["day", "week", "month", "year", "decade", "century", "hour"]), st.integers(), st.dates()
)
def test_shifts_stay_in_the_calendar(unit: str, count: int, published: date) -> None:
    period = shifted(unit, count, published)
    assert (period.value is None) == (period.begin is None) == (period.end is None)
    assert period.begin is None or period.end is None or period.begin <= period.end


@pytest.mark.parametrize(
    ("month", "day", "direction", "expected"),
    [
        (9, None, None, 1443),  # less than half a year ahead
        (9, None, 1, 1443),
        (9, None, -1, 1442),
        (6, None, -1, 1442),  # the month of publication itself
        (6, 8, 0, 1443),
        (6, 1, -1, 1443),
        (6, 9, 1, 1443),
        (6, 1, -2, 1442),
        (6, 30, -1, 1443),  # a day in no calendar
    ],
)
def test_year_of_a_month_of_the_hijra(
    month: int, day: int | None, direction: int | None, expected: int
) -> None:
    assert nearest_hijri_year(month, day, PUBLISHED, direction) == expected


def test_month_of_the_hijra_far_ahead_is_past() -> None:
    assert nearest_hijri_year(12, None, date(2021, 8, 15), None) == 1442


def test_year_of_the_hijra_beyond_the_calendar() -> None:
    assert nearest_hijri_year(1, None, date(1700, 1, 1), None) is None
