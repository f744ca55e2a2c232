"""Quantities in Arabic news: how many of what, how exactly, in which currency."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hadath.extract.numerals import number_at
from hadath.extract.quantities import find_quantities
from hadath.extract.reading import Reading
from hadath.extract.records import Exactness

NUMERALS = [
    ("أربعة", 4),
    ("ثماني", 8),
    ("خمسة عشر", 15),
    ("اثنتي عشرة", 12),
    ("أحد عشر", 11),
    ("إحدى وعشرين", 21),
    ("واحد وثلاثون", 31),
    ("خمس وستين", 65),
    ("مئة", 100),
    ("مائة وخمسة", 105),
    ("مئتان وخمسون", 250),
    ("مائتين وخمسة وسبعين", 275),
    ("ثلاثمئة وعشرة", 310),
    ("ثلاث مئة", 300),
    ("ثمانمائة", 800),
    ("ألف", 1000),
    ("ألفين", 2000),
    ("ألف وخمسمئة", 1500),
    ("ثلاثة آلاف وخمسمئة", 3500),
    ("ثلاثة الاف وخمسمائة وعشرين", 3520),
    ("عشرين ألف", 20_000),
    ("مئة وخمسة وعشرين ألفا", 125_000),
    ("مئتي ألف", 200_000),
    ("مليونين", 2_000_000),
    ("مليون ومئتي ألف", 1_200_000),
    ("مليون ونصف", 1_500_000),
    ("6ر19", 19.6),
    ("3ر239 مليار", 239_300_000_000),
    ("135ر2", 2135),
    ("333ر10 مليون", 10_333_000),
    ("مليون ونصف المليون", 1_500_000),
    ("مليونا ونصف مليون", 1_500_000),
    ("خمسة ملايين وسبع مئة وخمس عشرة ألف", 5_715_000),
    ("مئة وثلاثة عشر", 113),
    ("3،500", 3500),
    ("04.\u200f5", 5.04),
    ("نصف مليون", 500_000),
    ("ربع مليون", 250_000),
    ("ثلاثة مليارات", 3_000_000_000),
    ("8 آلاف", 8000),
    ("٨ آلاف", 8000),
    ("215 مليون", 215_000_000),
    ("2.5 مليار", 2_500_000_000),
    ("4.1 مليار", 4_100_000_000),
    ("16,08 مليار", 16_080_000_000),
    ("3 ملايين و500 ألف", 3_500_000),
    ("7 آلاف و367", 7367),
    ("1,500", 1500),
    ("١٬٥٠٠", 1500),
    ("1.500", 1500),
    ("1.500.000", 1_500_000),
    ("2,5", 2.5),
    ("0.64", 0.64),
    ("٢٫٥", 2.5),
]


@pytest.mark.parametrize(("text", "value"), NUMERALS, ids=[text for text, _ in NUMERALS])
def test_numerals(text: str, value: float) -> None:
    words = Reading(text)
    number = number_at(words, 0)
    assert number is not None
    assert (number.value, number.end) == (value, len(words))


# (mention, value, unit)
FOUND: list[tuple[str, list[tuple[str, float | None, str | None]]]] = [
    ("واعتقال نحو 8 آلاف مشارك في الشغب", [("نحو 8 آلاف", 8000, "مشارك")]),
    ("اعتقلت الشرطة ثلاثة أشخاص", [("ثلاثة", 3, "أشخاص")]),
    ("وسجن خمسة عشر متهما", [("خمسة عشر", 15, "متهما")]),
    ("شرد مئتين وخمسين عائلة", [("مئتين وخمسين", 250, "عائلة")]),
    ("حشدت عشرين ألف جندي", [("عشرين ألف", 20_000, "جندي")]),
    ("وحشدت 20 ألف جندي و36 دبابة", [("20 ألف", 20_000, "جندي"), ("36", 36, "دبابة")]),
    ("ترك نصف مليون نازح ديارهم", [("نصف مليون", 500_000, "نازح")]),
    ("١٢ قرية غمرتها المياه", [("١٢", 12, "قرية")]),
    ("قطع 1,200 كيلومتر", [("1,200", 1200, "كيلومتر")]),
    ("مقتل أربعة وإصابة 12", [("أربعة", 4, None), ("12", 12, None)]),
    ("وأصيب اثنان بجروح", [("اثنان", 2, None)]),
    ("ولقي اثنان آخران حتفهما", [("اثنان", 2, None)]),
    ("فقد أربعة من عناصر الأمن", [("أربعة", 4, "عناصر")]),
    ("نال خمسة ألقاب", [("خمسة", 5, "ألقاب")]),
    ("سجن الرجال عشرة أعوام", [("عشرة", 10, "أعوام")]),
    ("يضم 24 عضوا", [("24", 24, "عضوا")]),
    # duals
    ("سقط قتيلان وجريحان", [("قتيلان", 2, "قتيل"), ("جريحان", 2, "جريح")]),
    ("أوقفت شخصين وبقذيفتين", [("شخصين", 2, "شخص"), ("قذيفتين", 2, "قذيفة")]),
    ("استشهد جُنديّان", [("جُنديّان", 2, "جندي")]),
    # vague
    ("أفرج عن عشرات المعتقلين", [("عشرات", None, "المعتقلين")]),
    ("نزح العشرات من المدنيين", [("العشرات", None, "المدنيين")]),
    ("سقوط آلاف القتلى", [("آلاف", None, "القتلى")]),
    ("عشرات آلاف العائلات", [("عشرات آلاف", None, "العائلات")]),
    ("مئات الآلاف من اللاجئين", [("مئات الآلاف", None, "اللاجئين")]),
    ("قرأ بضعة كتب", [("بضعة", None, "كتب")]),
    # percent
    ("ارتفع بنسبة 20%", [("20%", 20, None)]),
    ("تراجع ٢٠ في المئة", [("٢٠ في المئة", 20, None)]),
    ("زاد مائة في المائة", [("مائة في المائة", 100, None)]),
    ("خسر 5.4 بالمئة", [("5.4 بالمئة", 5.4, None)]),
    ("بعائد 5.625 في المئة", [("5.625 في المئة", 5.625, None)]),
    ("حوالى %30 من الناخبين", [("حوالى %30", 30, None)]),
    # ranges: only the end that has the unit, none of «between»
    ("تراجع العدد من 157 إلى 120.", [("120", 120, None)]),
    ("من 10 إلى 15 ألف لاجئ", [("15 ألف", 15_000, "لاجئ")]),
    ("بين 20 و30 شخصا", []),
    # around a proclitic
    ("وبنحو 20 مليون نسمة", [("نحو 20 مليون", 20_000_000, "نسمة")]),
    ("لأكثر من 30 دولة", [("أكثر من 30", 30, "دولة")]),
    ("بـ12 صاروخا", [("12", 12, "صاروخا")]),
    ("كان عمره 17 عاما", [("17", 17, "عاما")]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_quantities(text: str, expected: list[tuple[str, float | None, str | None]]) -> None:
    assert [(found.mention.text, found.value, found.unit) for found in find_quantities(text)] == expected


MONEY = [
    ("215 مليون دولار", 215_000_000, "USD"),
    ("مليون دولار أميركي", 1_000_000, "USD"),
    ("200 دولار كندي", 200, "CAD"),
    ("90 مليون يورو", 90_000_000, "EUR"),
    ("$20", 20, "USD"),
    ("5 مليارات ريال سعودي", 5_000_000_000, "SAR"),
    ("13.2 مليار ريال", 13_200_000_000, None),
    ("خمسين جنيها", 50, None),
    ("100 جنيه إسترليني", 100, "GBP"),
    ("ثلاثة ملايين دينار كويتي", 3_000_000, "KWD"),
    ("مليوني درهم إماراتي", 2_000_000, "AED"),
    ("50 ألف ليرة لبنانية", 50_000, "LBP"),
]


@pytest.mark.parametrize(("text", "value", "currency"), MONEY, ids=[text for text, *_ in MONEY])
def test_money(text: str, value: float, currency: str | None) -> None:
    [found] = find_quantities(f"دفعت الشركة {text} للبلدية")
    assert (found.mention.text, found.value, found.currency) == (text, value, currency)
    assert found.unit is not None


@pytest.mark.parametrize(
    ("text", "exactness"),
    [
        ("20 شخصا", Exactness.EXACT),
        ("نحو 20 شخصا", Exactness.ABOUT),
        ("حوالي عشرين شخصا", Exactness.ABOUT),
        ("قرابة 20 شخصا", Exactness.ABOUT),
        ("زهاء مئة شخص", Exactness.ABOUT),
        ("ما يقارب 20 شخصا", Exactness.ABOUT),
        ("أكثر من 20 شخصا", Exactness.MORE_THAN),
        ("اكثر من عشرين شخصا", Exactness.MORE_THAN),
        ("ما يزيد على 20 شخصا", Exactness.MORE_THAN),
        ("لا يقل عن 20 شخصا", Exactness.AT_LEAST),
        ("ما لا يقل عن 20 شخصا", Exactness.AT_LEAST),
        ("20 شخصا على الأقل", Exactness.AT_LEAST),
        ("أقل من 20 شخصا", Exactness.LESS_THAN),
        ("حتى 20 شخصا", Exactness.AT_MOST),
        ("ما لا يزيد على 20 شخصا", Exactness.AT_MOST),
    ],
)
def test_exactness(text: str, exactness: Exactness) -> None:
    [found] = find_quantities(f"حضر {text}.")
    assert found.exactness is exactness
    assert found.unit in {"شخصا", "شخص"}


def test_percent() -> None:
    [found] = find_quantities("نسبة 20% فقط")
    assert found.percent


NOTHING = [
    "في عام 2019 و7 يناير 2022",
    "ثورة 25 يناير",
    "مونديال 2018 في روسيا",
    "المادة 7 من الميثاق",
    "القرار رقم 2254 الصادر عن المجلس",
    "فاز الفريق 2-1 وتعادل 1 - 1",
    "هاتف 0501234567",
    "الساعة 18:00",
    "الدورة الـ71 للجمعية",
    "المركز الثالث",
    "مجموعة السبع",
    "الدول الخمس الكبرى",
    "أحد المسؤولين وإحدى السيدات",
    "طائرة إف-16 وF16",
    "1. مقدمة",
    "القرن 21",
    "حركة طالبان",
    "حركة «خمس نجوم»",
    "المركزين 13 و14 مكرر",
    "«18» مليون",
    "لست أدري",
    "أثنى الوزير على الجهود",
    "الثانية عشرة ظهرا",
    "للمرة الثالثة عشرة",
    "القادة التسعة عشر",
    "قبل ثلاثة أيام",
    "",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_quantities(text: str) -> None:
    assert [found.mention.text for found in find_quantities(text)] == []


PIECES = sorted(
    {piece for text, _ in FOUND for piece in text.split()}
    | {text for text, *_ in MONEY}
    | {"\n", "\u0640", "-", "«"}
)


@settings(deadline=None)
@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(PIECES)).map(" ".join),
        st.lists(st.sampled_from(PIECES)).map("".join),
    )
)
def test_laws(text: str) -> None:
    found = find_quantities(text)
    assert found == find_quantities(text)
    end = 0
    for quantity in found:
        mention = quantity.mention
        assert mention.text == text[mention.start : mention.end] != ""
        assert mention.start >= end
        end = mention.end


def test_long_line() -> None:
    assert len(find_quantities("قتل نحو 20 شخصا وجرح مئات المدنيين " * 15_000)) == 30_000


@pytest.mark.parametrize(
    "change", [("أإآ", "ااا"), ("ة", "ه"), ("0123456789", "٠١٢٣٤٥٦٧٨٩"), (" ", "\u00a0")], ids=str
)
@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_spelling_does_not_matter(
    text: str, expected: list[tuple[str, float | None, str | None]], change: tuple[str, str]
) -> None:
    changed = find_quantities(text.translate(str.maketrans(*change)))
    assert [found.value for found in changed] == [value for _, value, _ in expected]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_vowels_do_not_matter(text: str, expected: list[tuple[str, float | None, str | None]]) -> None:
    changed = find_quantities(re.sub(r"(?<=[ء-ي])(?=[ء-ي])", "\u064e", text))
    assert [found.value for found in changed] == [value for _, value, _ in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("حكم عليه بالسجن لمدة خمس سنوات", ["خمس"]),
        ("استمر القتال لمدة خمسة أيام", []),
        ("إطلاق الصاروخين", ["الصاروخين"]),
        ("مقتل مدنيين اثنين", ["اثنين"]),
        ("اصطدام قطارين", ["قطارين"]),
    ],
)
def test_terms_and_duals(text: str, expected: list[str]) -> None:
    assert [quantity.mention.text for quantity in find_quantities(text)] == expected
