"""Romanised names read as an English newspaper would print them, and are always ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadath.extract.romanisation import romanise


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("محمد بن سلمان", "Mohammed bin Salman"),
        ("عبد الله الشهراني", "Abdullah al-Shahrani"),
        ("عبدالله الشهرانى", "Abdullah al-Shahrani"),
        ("عبد الفتاح", "Abdel-Fattah"),
        ("فاطمة الزهراء", "Fatima al-Zahra"),
        ("نورة الكعبي", "Noura al-Kaabi"),
        ("خالد", "Khaled"),
        ("هدى", "Huda"),
        ("أبو بكر", "Abu Bakr"),
        ("آل ثاني", "Al Thani"),
        ("غسان", "Ghassan"),
        ("زيد ولد أحمد", "Zaid Ould Ahmed"),
        ("مُحَمَّد", "Mohammed"),
        ("", ""),
    ],
)
def test_names(name: str, latin: str) -> None:
    assert romanise(name) == latin


@given(st.text(alphabet="ابتةثجحخدذرزسشصضطظعغفقكلمنهويىءأإآؤئ -ـًٌَِّْ«»،abc", max_size=30))
def test_always_ascii_and_the_same(name: str) -> None:
    latin = romanise(name)
    assert latin.isascii()
    assert latin == romanise(name)
    assert latin == " ".join(latin.split())
