"""What the gazetteer knows and, as important, what it does not claim to know."""

from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadath.extract.gazetteer.entries import Entry
from hadath.extract.gazetteer.leaders import leader
from hadath.extract.gazetteer.names import capital_of, country, entry, longest_matches, lookup, person
from hadath.extract.gazetteer.nations import demonym_group, nationality
from hadath.extract.gazetteer.nouns import head_noun_kind, is_title, title_class
from hadath.extract.records import EntityKind

PERSON, ORGANIZATION, COUNTRY = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.COUNTRY
CITY, PLACE, FACILITY, GROUP = EntityKind.CITY, EntityKind.PLACE, EntityKind.FACILITY, EntityKind.GROUP


@pytest.mark.parametrize(
    ("name", "qid", "kind"),
    [
        ("الولايات المتحدة", "Q30", COUNTRY),
        ("الولايات المتحدة الأميركية", "Q30", COUNTRY),
        ("أميركا", "Q30", COUNTRY),
        ("امريكا", "Q30", COUNTRY),
        ("كازاخستان", "Q232", COUNTRY),
        ("قازاخستان", "Q232", COUNTRY),
        ("المملكة العربية السعودية", "Q851", COUNTRY),
        ("سورية", "Q858", COUNTRY),
        ("تونس", "Q948", COUNTRY),
        ("الجزائر", "Q262", COUNTRY),
        ("فلسطين", "Q219060", COUNTRY),
        ("ألماتي", "Q35493", CITY),
        ("ألما آتا", "Q35493", CITY),
        ("نور سلطان", "Q1520", CITY),
        ("أستانا", "Q1520", CITY),
        ("تل أبيب", "Q33935", CITY),
        ("أبو ظبي", "Q1519", CITY),
        ("أبوظبي", "Q1519", CITY),
        ("القاهره", "Q85", CITY),
        ("الخرطوم", "Q1963", CITY),
        ("الشرق الأوسط", "Q7204", PLACE),
        ("الضفة الغربية", "Q36678", PLACE),
        ("قطاع غزة", "Q39760", PLACE),
        ("شبه جزيرة القرم", "Q7835", PLACE),
        ("محافظة الأنبار", "Q187334", PLACE),
        ("محافظة حلب", "Q214064", PLACE),
        ("ولاية ميزوري", "Q1581", PLACE),
        ("فيرجينيا", "Q1370", PLACE),
        ("منطقة خاركيف", "Q170666", PLACE),
        ("خاركيف", "Q42308", CITY),
        ("إقليم البنجاب", "Q4478", PLACE),
        ("ولاية البنجاب", "Q22424", PLACE),
        ("ناشفيل", "Q23197", CITY),
        ("البحرية الأميركية", "Q11220", ORGANIZATION),
        ("شركة هوندا موتور", "Q9584", ORGANIZATION),
        ("الأمم المتحدة", "Q1065", ORGANIZATION),
        ("الناتو", "Q7184", ORGANIZATION),
        ("الاتحاد الاوروبى", "Q458", ORGANIZATION),
        ("جامعة الدول العربية", "Q7172", ORGANIZATION),
        ("منظمة معاهدة الأمن الجماعي", "Q318693", ORGANIZATION),
        ("الوكالة الدولية للطاقة الذرية", "Q41984", ORGANIZATION),
        ("حركة حماس", "Q38799", ORGANIZATION),
        ("داعش", "Q2429253", ORGANIZATION),
        ("رويترز", "Q130879", ORGANIZATION),
        ("البيت الأبيض", "Q35525", ORGANIZATION),
        ("البنتاغون", "Q11209", ORGANIZATION),
        ("فلاديمير بوتين", "Q7747", PERSON),
    ],
)
def test_names_are_found_in_their_spellings(name: str, qid: str, kind: EntityKind) -> None:
    best = lookup(name)[0]
    assert (best.qid, best.kind) == (qid, kind)


def test_homonyms_are_kept_best_known_first() -> None:
    assert [(found.country, found.qid) for found in lookup("طرابلس")] == [("LY", "Q3579"), ("LB", "Q168954")]
    assert {found.qid for found in lookup("عمان")} == {"Q842", "Q3805"}
    assert lookup("عَمّان")[0].qid == "Q3805"
    assert lookup("عُمان")[0].qid == "Q842"


@pytest.mark.parametrize("name", ["", " ", "xyz", "كلام", "السلطة", "الجمهورية", "حكومة"])
def test_words_that_are_no_names_give_nothing(name: str) -> None:
    assert lookup(name) == ()


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("التقى الرئيس فلاديمير بوتين نظيره في نور سلطان", [(2, 4, "Q7747"), (6, 8, "Q1520")]),
        ("أعلنت وزارة الخارجية الروسية و وزارة الدفاع الأمريكية", [(1, 4, None), (5, 8, "Q11209")]),
        ("حذرت الأمم المتحدة و الولايات المتحدة", [(1, 3, "Q1065"), (4, 6, "Q30")]),
        ("دخلت القوات محافظة واسط و مدينة قنا", [(2, 4, "Q189747"), (5, 7, "Q336661")]),
        ("اتهم قادة حركة طالبان إسلام آباد", [(2, 4, "Q42418"), (4, 6, "Q1362")]),
        ("قال ناغورني - قره باغ", [(1, 5, "Q44302")]),
        ("صرح أبي ظبي", [(1, 3, "Q1519")]),
    ],
)
def test_the_longest_name_is_matched(sentence: str, found: list[tuple[int, int, str | None]]) -> None:
    matches = longest_matches(sentence.split())
    assert [(start, end, entries[0].qid) for start, end, entries in matches] == found


@pytest.mark.parametrize(
    "sentence",
    [
        "أكد الوزير أن السلام خيار الجميع",
        "هذا نور على نور",
        "وضع الجندي البندقية على الأرض",
        "تحدث عن الأزمة المالية في مالي حال",
        "استقبل المحافظ لفيف من الأعيان",
        "على الصعيد الأمني",
        "الحد الأقصى للأجور",
        "نقلت وكالة قنا الخبر",
        "وقع خلاف مع رئيس مجلس القبيلة في الباب الأول",
        "جاء في بيان",
        "حاول النيل منهم",
        "قالوا إنهم جاءوا و جأوا معهم",
        "زار الأمير فهد بن سلمان بن عبدالعزيز المعرض",
        "له كل تقدير و إعزاز",
    ],
)
def test_common_words_that_are_also_names_are_not_matched(sentence: str) -> None:
    assert longest_matches(sentence.split()) == []


def test_quotes_end_a_name_and_another_given_name_forbids_a_bare_surname() -> None:
    assert longest_matches(["قرار", "الأمم", "»", "المتحدة"]) == []
    assert longest_matches(["كتب", "سامي", "بوتين"]) == []
    assert [found[2][0].qid for found in longest_matches(["كتب", "بوتين"])] == ["Q7747"]


@pytest.mark.parametrize(
    ("word", "qid"),
    [
        ("أمريكي", "Q30"),
        ("الأميركية", "Q30"),
        ("الامريكيين", "Q30"),
        ("أميركيتين", "Q30"),
        ("الأمريكيتان", "Q30"),
        ("كازاخي", "Q232"),
        ("كازاخى", "Q232"),
        ("الكازاخستانية", "Q232"),
        ("أتراك", "Q43"),
        ("الأتراك", "Q43"),
        ("روس", "Q159"),
        ("الروسيتين", "Q159"),
        ("ألمان", "Q183"),
        ("هنود", "Q668"),
        ("المغاربة", "Q1028"),
        ("الأفغان", "Q889"),
        ("السعوديون", "Q851"),
        ("فلسطينيو", "Q219060"),
        ("الكورية الجنوبية", "Q884"),
        ("الكوريتين الشماليتين", "Q423"),
        ("اليمنية", "Q805"),
    ],
)
def test_forms_of_nationalities(word: str, qid: str) -> None:
    found = nationality(word)
    assert found is not None
    assert found.qid == qid


@pytest.mark.parametrize(
    "word",
    [
        "عربي",
        "العرب",
        "كردي",
        "الأكراد",
        "إسلامية",
        "يهود",
        "أوروبي",
        "كوري",
        "المالية",
        "اليمنى",
        "رئيس",
        "قمرية",
        "",
    ],
)
def test_groups_and_other_words_are_no_nationality(word: str) -> None:
    assert nationality(word) is None


@pytest.mark.parametrize(
    ("word", "group"), [("الأكراد", "Kurdish"), ("عربية", "Arab"), ("اليهود", "Jewish"), ("روسي", None)]
)
def test_peoples_that_belong_to_no_country(word: str, group: str | None) -> None:
    assert demonym_group(word) == group


@pytest.mark.parametrize(
    ("role", "of", "on", "name"),
    [
        ("الرئيس", "Q159", date(2022, 1, 11), "Vladimir Putin"),
        ("الرئيس", "Q159", date(2010, 1, 11), "Dmitry Medvedev"),
        ("رئيس الوزراء", "Q159", date(2010, 1, 11), "Vladimir Putin"),
        ("وزير الخارجية", "Q30", date(2020, 3, 23), "Mike Pompeo"),
        ("وزيرة الخارجية", "Q30", date(2010, 3, 23), "Hillary Clinton"),
        ("الرئيس", "Q30", date(2021, 1, 21), "Joe Biden"),
        ("الرئيس", "Q30", date(2018, 1, 21), "Donald Trump"),
        ("الرئيس", "Q30", date(2025, 2, 21), "Donald Trump"),
        ("المستشارة", "Q183", date(2015, 9, 1), "Angela Merkel"),
        ("الرئيس", "Q232", date(2022, 1, 10), "Kassym-Jomart Tokayev"),
        ("العاهل", "Q810", date(2016, 5, 1), "Abdullah II of Jordan"),
        ("خادم الحرمين الشريفين", "Q851", date(2016, 5, 1), "Salman of Saudi Arabia"),
        ("ولي العهد", "Q851", date(2019, 5, 1), "Mohammed bin Salman"),
        ("أمير", "Q846", date(2019, 5, 1), "Tamim bin Hamad Al Thani"),
        ("الأمين العام", "Q1065", date(2019, 5, 1), "António Guterres"),
        ("الأمين العام", "Q7172", date(2019, 5, 1), "Ahmed Aboul Gheit"),
        ("رئيسة المفوضية", "Q8880", date(2022, 5, 1), "Ursula von der Leyen"),
        ("رئيس الحكومة", "Q1028", date(2022, 5, 1), "Aziz Akhannouch"),
        ("المرشد الأعلى", "Q794", date(2022, 5, 1), "Ali Khamenei"),
    ],
)
def test_people_in_office_on_a_day(role: str, of: str, on: date, name: str) -> None:
    found = leader(role, of, on)
    assert found is not None
    assert found.name_en == name


@pytest.mark.parametrize(
    ("role", "of", "on"),
    [
        ("الرئيس", "Q159", None),
        ("الرئيس", "Q159", date(2095, 1, 1)),
        ("الرئيس", "Q145", date(2020, 1, 1)),
        ("المستشار", "Q30", date(2020, 1, 1)),
        ("وزير الخارجية", "Q999999999", date(2020, 1, 1)),
        ("الرئيس السابق", "Q159", date(2022, 1, 1)),
        ("السفير", "Q30", date(2022, 1, 1)),
        ("الرئيس", "Q30", date(2021, 1, 20)),
        ("", "Q30", date(2021, 1, 21)),
    ],
)
def test_nobody_is_named_when_it_is_not_sure(role: str, of: str, on: date | None) -> None:
    assert leader(role, of, on) is None


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("بوتين", "Q7747"),
        ("أردوغان", "Q39259"),
        ("اردوغان", "Q39259"),
        ("ترامب", "Q22686"),
        ("سيرجى لافروف", "Q58217"),
        ("عبدالفتاح السيسى", "Q307871"),
        ("الملك سلمان بن عبدالعزيز", "Q367825"),
        ("حسني مبارك", "Q34105"),
        ("سعد الحريري", "Q296771"),
        ("محمد", None),
        ("عبد الله", None),
        ("سلمان", None),
        ("خان", None),
        ("روسيا", None),
    ],
)
def test_persons_only_by_names_that_mean_nobody_else(name: str, known: str | None) -> None:
    found = person(name)
    assert (found.qid if found else None) == known


@pytest.mark.parametrize(
    ("qid", "capital"), [("Q159", "Q649"), ("Q232", "Q1520"), ("Q79", "Q85"), ("Q801", None)]
)
def test_capitals(qid: str, capital: str | None) -> None:
    found = capital_of(qid)
    assert (found.qid if found else None) == capital


@pytest.mark.parametrize(
    ("lemma", "kind"),
    [
        ("وزارة", ORGANIZATION),
        ("منظمة", ORGANIZATION),
        ("الجيش", ORGANIZATION),
        ("مطار", FACILITY),
        ("مشرحة", FACILITY),
        ("مدينة", CITY),
        ("محافظة", PLACE),
        ("متظاهر", GROUP),
        ("جندي", GROUP),
        ("وزير", PERSON),
        ("دولة", COUNTRY),
        ("كتاب", None),
    ],
)
def test_kinds_of_head_nouns(lemma: str, kind: EntityKind | None) -> None:
    assert head_noun_kind(lemma) is kind


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("الرئيس", "role"),
        ("رئيسة الوزراء", "role"),
        ("وزيرة الخارجية", "role"),
        ("الدكتور", "title"),
        ("اللواء", "title"),
        ("الشيخ", "honorific"),
        ("كتاب", None),
    ],
)
def test_titles(words: str, title: str | None) -> None:
    assert title_class(words) == title
    assert is_title(words) is (title is not None)


def _rows(table: str) -> list[list[str]]:
    text = files("hadath.extract").joinpath("ar", f"{table}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


TABLES = ["gazetteer", "places", "leaders", "nationalities", "titles", "head_nouns", "name_parts"]


@pytest.mark.parametrize("table", TABLES)
def test_tables_say_where_they_come_from_and_are_rectangular(table: str) -> None:
    text = files("hadath.extract").joinpath("ar", f"{table}.tsv").read_text(encoding="utf-8")
    head = [line for line in text.splitlines() if line.startswith("#")]
    assert any("Source" in line for line in head)
    assert any("Licence" in line or "licence" in line or "ODbL" in line for line in head)
    assert len({len(row) for row in _rows(table)}) == 1


@pytest.mark.parametrize("table", ["gazetteer", "places"])
def test_an_identifier_stands_for_one_thing(table: str) -> None:
    qids = [row[0] for row in _rows(table)[1:] if row[0]]
    assert len(qids) == len(set(qids))
    assert all(qid.startswith("Q") and qid[1:].isdigit() for qid in qids)


def test_every_entry_is_found_by_each_of_its_names() -> None:
    for table in ("gazetteer", "places"):
        for row in _rows(table)[1:]:
            if "division" not in row[7]:
                for name in row[3].split("|"):
                    assert any(found.name_en == row[4] for found in lookup(name)), name


def test_every_country_with_an_adjective_is_known() -> None:
    for row in _rows("nationalities")[1:]:
        assert row[1] != "country" or isinstance(country(row[0]), Entry), row


def test_every_office_belongs_to_somebody_we_know_the_office_of() -> None:
    for row in _rows("leaders")[1:]:
        assert not row[4] or entry(row[4]), row


WORDS = st.text(alphabet="ابتةثجحخدذرزسشصضطظعغفقكلمنهويىءأإآؤئ -ـًٌٍَُِّْ«»", max_size=8)


@given(st.lists(WORDS, max_size=12))
def test_matches_are_ordered_spans_that_do_not_overlap(words: list[str]) -> None:
    end = 0
    for start, stop, entries in longest_matches(words):
        assert end <= start < stop <= len(words)
        assert entries
        end = stop


@given(st.sampled_from(["روسيا", "الأمم المتحدة", "القاهرة", "طرابلس", "أبو ظبي"]), st.integers(0, 20))
def test_marks_and_tatweel_change_nothing(name: str, at: int) -> None:
    for mark in ("\u0640", "\u064e", "\u200f"):
        spelled = name[: 1 + at % len(name)] + mark + name[1 + at % len(name) :]
        assert {found.qid for found in lookup(spelled)} == {found.qid for found in lookup(name)}


@given(WORDS)
def test_any_word_is_answered_without_error(word: str) -> None:
    for ask in (lookup, nationality, demonym_group, person, head_noun_kind, title_class):
        ask(word)
    leader(word, "Q159", date(2020, 1, 1))
