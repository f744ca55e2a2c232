"""Two small self-written stories with their records, made by hand: what the tests of the graph are told about."""

from datetime import date

import pytest

from hadath.extract.records import (
    Article,
    Basis,
    Entity,
    EntityKind,
    Event,
    Exactness,
    Extraction,
    Mention,
    Modality,
    NotExtracted,
    Quantity,
    Sentence,
    TimeExpression,
)

TEXT = (
    "التقى الوزير سامي الحداد وفداً من منظمة النيل في مدينة ألماتي يوم 11 يناير 2022.\n"
    "وقال الحداد إن الشرطة اعتقلت نحو 8 آلاف متظاهر، لكن بلاده لم تطلب قوات أجنبية.\n"
    "وأرسلت روسيا قوات إلى كازاخستان، وستنسحب بعد أسبوع بتكلفة 2.5 مليون دولار."
)


def mention(phrase: str, *, nth: int = 1, text: str = TEXT) -> Mention:
    """The nth place where the phrase stands in the text."""
    start = -1
    for _ in range(nth):
        start = text.index(phrase, start + 1)
    return Mention(start, start + len(phrase), phrase)


def _sentences() -> tuple[Sentence, ...]:
    found, start = [], 0
    for line in TEXT.split("\n"):
        found.append(Sentence(start, start + len(line)))
        start += len(line) + 1
    return tuple(found)


ENTITIES = (
    Entity(
        "minister",
        EntityKind.PERSON,
        "سامي الحداد",
        (mention("الوزير سامي الحداد"), mention("الحداد", nth=2)),
        name_en="Sami al-Haddad",
    ),
    Entity("nile", EntityKind.ORGANIZATION, "منظمة النيل", (mention("وفداً من منظمة النيل"),)),
    Entity("almaty", EntityKind.CITY, "ألماتي", (mention("مدينة ألماتي"),), "Almaty", "Q35493", 0.9),
    Entity("police", EntityKind.ORGANIZATION, "الشرطة", (mention("الشرطة"),)),
    Entity("protesters", EntityKind.GROUP, "متظاهر", (mention("متظاهر"),)),
    Entity(
        "kazakhstan",
        EntityKind.COUNTRY,
        "كازاخستان",
        (mention("بلاده"), mention("كازاخستان")),
        "Kazakhstan",
        "Q232",
        1.0,
    ),
    Entity("forces", EntityKind.GROUP, "قوات أجنبية", (mention("قوات أجنبية"),)),
    Entity("russia", EntityKind.COUNTRY, "روسيا", (mention("روسيا"),), "Russia", "Q159", 1.0),
    Entity("troops", EntityKind.GROUP, "قوات", (mention("قوات", nth=2),)),
)

TIMES = (
    TimeExpression(
        "day", mention("11 يناير 2022"), Basis.EXPLICIT, "2022-01-11", date(2022, 1, 11), date(2022, 1, 11)
    ),
    TimeExpression("week", mention("بعد أسبوع"), Basis.RELATIVE),
)

CROWD = Quantity(mention("نحو 8 آلاف"), 8000, "متظاهر", Exactness.ABOUT)
COST = Quantity(mention("2.5 مليون دولار"), 2_500_000, "دولار", currency="USD")

EVENTS = (
    Event(
        "meet",
        "CONSULT",
        "التقى",
        mention("التقى"),
        agents=("minister",),
        patients=("nile",),
        places=("almaty",),
        times=("day",),
        rule="verb",
    ),
    Event("say", "SAY", "قال", mention("قال"), agents=("minister",), contents=("arrest", "ask"), rule="verb"),
    Event(
        "arrest",
        "COERCE",
        "اعتقل",
        mention("اعتقلت"),
        agents=("police",),
        patients=("protesters",),
        quantities=(CROWD,),
        said_by=("minister",),
        rule="verb",
        confidence=0.85,
        name_en="arrested",
    ),
    Event(
        "ask",
        "REQUEST",
        "طلب",
        mention("تطلب"),
        agents=("kazakhstan",),
        patients=("forces",),
        negated=True,
        said_by=("minister",),
        rule="verb",
    ),
    Event(
        "send",
        "MOBILIZE",
        "أرسل",
        mention("أرسلت"),
        agents=("russia",),
        patients=("troops",),
        places=("kazakhstan",),
        rule="verb",
    ),
    Event(
        "leave",
        "RETREAT",
        "انسحب",
        mention("ستنسحب"),
        agents=("troops",),
        times=("week",),
        quantities=(COST,),
        modality=Modality.FUTURE,
        rule="verb",
    ),
)

STORY = Extraction(
    Article(
        "story",
        TEXT,
        title="لقاء في ألماتي",
        published=date(2022, 1, 12),
        source="صحيفة الاختبار",
        url="https://example.org/1",
    ),
    _sentences(),
    ENTITIES,
    TIMES,
    EVENTS,
    (NotExtracted(mention("تكلفة"), "no actor"),),
)

_SHORT = "أغلق المحتجون طريق الميناء\r\nثم \x01عادوا\ud800 😀."

SECOND = Extraction(
    Article("قصة ثانية", _SHORT),
    (Sentence(0, len(_SHORT)),),
    (
        Entity("p", EntityKind.GROUP, "المحتجون", (mention("المحتجون", text=_SHORT),)),
        Entity("r", EntityKind.FACILITY, "طريق الميناء", (mention("طريق الميناء\r\nثم \x01", text=_SHORT),)),
    ),
    (),
    (
        Event(
            "c", "PROTEST", "أغلق", mention("أغلق", text=_SHORT), agents=("p",), patients=("r",), rule="verb"
        ),
    ),
)
"""Characters that formats trip over: carriage return, a control character, a lone surrogate, an emoji; an id that is not ASCII."""


@pytest.fixture(scope="session")
def story() -> Extraction:
    """Every standing an event can have, quantities, times, links, and a word that gave no event."""
    return STORY


@pytest.fixture(scope="session")
def second() -> Extraction:
    """An article with characters that formats trip over."""
    return SECOND
