"""Keys of entities: variant spellings share one, namesakes and descriptions do not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadath.extract.records import EntityKind
from hadath.graph.joining.clusters import clusters, components, pair
from hadath.graph.joining.names import entity_key, name_parts
from hadath.graph.joining.stories import WINDOW

PERSON, ORGANIZATION, PLACE, CITY = (
    EntityKind.PERSON,
    EntityKind.ORGANIZATION,
    EntityKind.PLACE,
    EntityKind.CITY,
)


def key(kind, name, **context):
    found = entity_key(kind, name, **context)
    return found and found.text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد الزيتوني", "احمد الزيتوني"),
        ("سامى الحداد", "سامي الحداد"),
        ("عبد الله الشهراني", "عبدالله الشهراني"),
        ("الدكتور فؤاد النابلي", "فؤاد النابلي"),
        ("الشيخ راشد بن طلال المزروعي", "راشد طلال المزروعي"),
        ("أبو بكر القيرواني", "ابي بكر القيرواني"),
        ("جان-بيير لوفيفر", "جان بيير لوفيفر"),
        ("تود روبنسون", "تود روبينسون"),
        ("فاطمة الورغلي", "فاطمه الورغلي"),
    ],
)
def test_variant_spellings_of_a_person_are_one(one, other):
    assert key(PERSON, one, country="TN") == key(PERSON, other, country="TN")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حسن الورغلي", "حسين الورغلي"),
        ("سالم الحداد", "سليم الحداد"),
        ("كمال الورغلي", "جمال الورغلي"),
        ("محمد بن راشد المزروعي", "محمد بن سالم المزروعي"),
    ],
)
def test_other_persons_are_others(one, other):
    assert key(PERSON, one, country="TN") != key(PERSON, other, country="TN")


@pytest.mark.parametrize("name", ["كمال", "الورغلي", "الرئيس", ""])
def test_one_part_of_a_name_is_no_key(name):
    assert key(PERSON, name, country="TN") is None


def test_common_names_need_the_country():
    assert key(PERSON, "محمد صلاح") is None
    assert key(PERSON, "محمد صلاح", country="EG") != key(PERSON, "محمد صلاح", country="MA")


def test_a_wikidata_item_goes_before_the_name():
    assert key(PERSON, "فلاديمير بوتين", wikidata="Q7747") == "Q7747"
    assert key(EntityKind.COUNTRY, "تونس", wikidata="Q948") == "Q948"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (EntityKind.GROUP, "المحتجون"),
        (PERSON, "مصدر أمني"),
        (ORGANIZATION, "الشرطة"),
        (ORGANIZATION, "حكومة جديدة"),
        (ORGANIZATION, "السفارة الأميركية"),  # there is one in every country
        (EntityKind.THING, "القانون الجديد"),
        (CITY, "العاصمة"),
    ],
)
def test_descriptions_have_no_key(kind, name):
    assert key(kind, name, named=False, country="TN") is None


def test_a_public_body_is_known_by_its_country():
    one = key(ORGANIZATION, "الشرطة التونسية", named=False)
    assert one
    assert one == key(ORGANIZATION, "الشرطه التونسيه", named=False, country="SY")
    assert one != key(ORGANIZATION, "الشرطة السورية", named=False)
    assert one != key(ORGANIZATION, "الحكومة التونسية", named=False)


def test_places_and_organisations_that_no_table_knows_need_the_country():
    assert key(PLACE, "وادي الزهر") is None
    assert key(PLACE, "وادي الزهر", country="TN") != key(PLACE, "وادي الزهر", country="SY")
    assert key(ORGANIZATION, "حزب النخيل", country="TN") != key(ORGANIZATION, "حزب النخيل", country="SY")


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةء -_", max_size=30))
def test_parts_of_names_are_stable(name):
    parts = name_parts(name)
    assert all(parts)
    assert name_parts(f"  {name} ") == parts


PAIRS = st.dictionaries(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda both: both[0] < both[1]),
    st.sampled_from([0.7, 0.8, 0.9]),
)


@given(PAIRS, st.randoms())
def test_clusters_do_not_depend_on_the_order_of_pairs(pairs, random):
    shuffled = list(pairs.items())
    random.shuffle(shuffled)
    assert clusters(dict(shuffled)) == clusters(pairs)


@given(PAIRS)
def test_clusters_lie_within_components(pairs):
    connected = list(components(pairs))
    found = clusters(pairs)
    assert len({name for names in found for name in names}) == sum(map(len, found))
    assert all(any(set(names) <= part for part in connected) for names in found)


def test_what_is_put_together_is_one_without_any_pair():
    assert clusters({}, [pair("b", "a")]) == [("a", "b")]


def test_a_chain_is_not_one_happening():
    chain = {pair(a, b): 0.9 for a, b in zip("abcde", "bcdef", strict=True)}
    assert max(map(len, clusters(chain))) < len("abcdef")


def three_articles(*days):
    """Three reports, each like the others, of articles that appeared on these days of May."""
    pairs = {pair(a, b): sure for (a, b), sure in zip(("ab", "bc", "ac"), (0.9, 0.8, 0.8), strict=True)}
    return pairs, {name: date(2018, 5, day) for name, day in zip("abc", days, strict=True)}


def test_a_happening_does_not_go_on_beyond_the_days_of_a_story():
    pairs, days = three_articles(1, 4, 6)
    assert clusters(pairs, days=days) == [("a", "b")]
    pairs, days = three_articles(1, 3, 4)
    assert clusters(pairs, days=days) == [("a", "b", "c")]


def test_reports_that_give_the_same_day_are_one_however_late_they_come():
    pairs, days = three_articles(1, 4, 6)
    assert clusters(pairs, days=days, dated={("b", "c")}) == [("a", "b", "c")]


def test_what_is_put_together_by_hand_is_one_however_late_it_comes():
    pairs, days = three_articles(1, 4, 20)
    assert clusters(pairs, [("a", "c")], days=days) == [("a", "c")]
    assert clusters({}, [("a", "c")], days=days) == [("a", "c")]


def test_an_article_without_a_day_bounds_nothing():
    pairs, days = three_articles(1, 4, 6)
    del days["c"]
    assert clusters(pairs, days=days) == [("a", "b", "c")]


@given(PAIRS, st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 28)), st.randoms())
def test_bounded_clusters_lie_within_the_window_in_any_order(pairs, numbers, random):
    days = {name: date(2018, 5, number) for name, number in numbers.items()}
    shuffled = list(pairs.items())
    random.shuffle(shuffled)
    found = clusters(dict(shuffled), days=days)
    assert found == clusters(pairs, days=days)
    spans = [sorted(days[name] for name in names if name in days) for names in found]
    assert all(span[-1] - span[0] <= WINDOW for span in spans if span)
