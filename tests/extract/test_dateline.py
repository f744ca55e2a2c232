"""The day a text says it was written on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadath.extract.dateline import dateline

TITLE = "حريق كبير في سوق المدينة"
BODY = "التهم حريق كبير سوقا شعبية في المدينة القديمة مساء الاثنين."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("القاهرة - 11 يناير 2022", date(2022, 1, 11)),
        ("بيروت، 3 كانون الثاني 2020", date(2020, 1, 3)),
        ("الرباط (وكالات) 7 ماي 2019", date(2019, 5, 7)),
        ("٢٥ مارس ٢٠٢١", date(2021, 3, 25)),
        ("14/02/2018", date(2018, 2, 14)),
        ("2018-02-14", date(2018, 2, 14)),
        ("نشر في 9 أيلول/سبتمبر 2016", date(2016, 9, 9)),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n"])
def test_full_date_in_a_short_line(line: str, day: date, newline: str) -> None:
    assert dateline(newline.join([TITLE, line, BODY])) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        TITLE,
        f"{TITLE}\n{BODY}",
        f"{TITLE}\nكانون الثاني 2020\n{BODY}",  # no day
        f"{TITLE}\n2020\n{BODY}",
        f"{TITLE}\nالقاهرة - أمس\n{BODY}",  # relative to what we look for
        f"{TITLE}\n3 مارس\n{BODY}",  # no year
        f"ذكرى 11 سبتمبر 2001\n{BODY}",  # a title speaks of any day
        f"{TITLE}\nقال شهود إن الحريق نشب في 3 مارس 2021 قرب الجامع الكبير\n{BODY}",  # a sentence
        f"{TITLE}\n{BODY * 10}\n3 مارس 2021",  # far below
    ],
)
def test_no_dateline(text: str) -> None:
    assert dateline(text) is None


def test_first_of_two() -> None:
    assert dateline(f"{TITLE}\n3 مارس 2021\nتحديث 4 مارس 2021\n{BODY}") == date(2021, 3, 3)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    day = dateline(text)
    assert day is None or isinstance(day, date)
