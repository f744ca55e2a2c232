"""A small extraction of the sample article, built by hand: what a reader finds in a few sentences."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import hadath.extract
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
    Quantity,
    Sentence,
    TimeExpression,
)

_TEXT = (Path(__file__).parents[1] / "data" / "kazakhstan.txt").read_text(encoding="utf-8")


def _at(words: str, *, after: str = "") -> Mention:
    """The first place of some words behind a landmark."""
    start = _TEXT.index(words, _TEXT.index(after))
    return Mention(start, start + len(words), words)


def _sentences() -> tuple[Sentence, ...]:
    """Lines cut at full stops: enough for this text."""
    found, start = [], 0
    for end, letter in enumerate(_TEXT):
        if letter in ".\n":
            stop = end + (letter == ".")
            if _TEXT[start:stop].strip():
                start += len(_TEXT[start:stop]) - len(_TEXT[start:stop].lstrip())
                found.append(Sentence(start, stop))
            start = end + 1
    return tuple(found)


def _entity(
    key: str,
    kind: EntityKind,
    name: str,
    *mentions: Mention,
    wikidata: str | None = None,
    en: str | None = None,
) -> Entity:
    return Entity(
        key, kind, name, mentions, name_en=en, wikidata=wikidata, confidence=0.98 if wikidata else None
    )


@pytest.fixture(scope="session")
def kazakhstan_extraction() -> Extraction:
    """A dozen events of every standing: asserted, claimed, denied, planned, conditional."""
    kind = EntityKind
    tokayev = (
        _at("توكاييف"),
        _at("الرئيس الكازاخستاني قاسم جومارت توكاييف"),
        _at("توكاييف", after="وقال توكاييف أمام"),
        _at("توكاييف", after="ونفى"),
    )
    entities = (
        _entity(
            "e1", kind.PERSON, "قاسم جومارت توكاييف", *tokayev, wikidata="Q449543", en="Kassym-Jomart Tokayev"
        ),
        _entity(
            "e2",
            kind.ORGANIZATION,
            "منظمة معاهدة الأمن الجماعي",
            _at("منظمة معاهدة الأمن الجماعي"),
            _at("المنظمة", after="وفى الخامس"),
            wikidata="Q318693",
            en="CSTO",
        ),
        _entity(
            "e3",
            kind.COUNTRY,
            "كازاخستان",
            _at("كازاخستان", after="الانسحاب من"),
            _at("بلاده"),
            _at("كازاخستان", after="مظليين"),
            wikidata="Q232",
            en="Kazakhstan",
        ),
        _entity("e4", kind.COUNTRY, "روسيا", _at("روسيا", after="أرسلت"), wikidata="Q159", en="Russia"),
        _entity("e5", kind.GROUP, "قوات منظمة معاهدة الأمن الجماعي", _at("قوات منظمة معاهدة الأمن الجماعي")),
        _entity(
            "e6",
            kind.PERSON,
            "فلاديمير بوتين",
            _at("الرئيس الروسي فلاديمير بوتين"),
            _at("بوتين", after="وشدد"),
            wikidata="Q7747",
            en="Vladimir Putin",
        ),
        _entity("e7", kind.GROUP, "مظليين", _at("مظليين")),
        _entity("e8", kind.ORGANIZATION, "وزارة الداخلية الكازاخستانية", _at("وزارة الداخلية الكازاخستانية")),
        _entity("e9", kind.ORGANIZATION, "الشرطة", _at("الشرطة")),
        _entity("e10", kind.GROUP, "ناشطين معارضين", _at("ناشطين معارضين")),
        _entity("e11", kind.GROUP, "الموقوفين", _at("الموقوفين")),
        _entity("e12", kind.ORGANIZATION, "قوات الأمن", _at("قوات الأمن", after="ونفى")),
        _entity("e13", kind.GROUP, "متظاهرين سلميين", _at("متظاهرين سلميين")),
        _entity(
            "e14",
            kind.CITY,
            "ألماتي",
            _at("ألماتي"),
            _at("ألماتي", after="امتدت"),
            wikidata="Q35493",
            en="Almaty",
        ),
        _entity("e15", kind.GROUP, "محتجون", _at("محتجون")),
        _entity("e16", kind.FACILITY, "المطار", _at("المطار")),
        _entity("e17", kind.GROUP, "شخص", _at("شخص", after="آلاف")),
        _entity(
            "e18", kind.THING, "حالة الطوارئ", _at("حالة الطوارئ"), _at("حالة الطوارئ", after="ومن المقرر")
        ),
        _entity("e19", kind.CITY, "واشنطن", _at("واشنطن"), wikidata="Q61", en="Washington, D.C."),
        _entity(
            "e20",
            kind.ORGANIZATION,
            "مفوضية الأمم المتحدة لحقوق الإنسان",
            _at("مفوضية الأمم المتحدة لحقوق الإنسان"),
            en="OHCHR",
        ),
    )
    times = (
        TimeExpression(
            "t1",
            _at("يوم الخميس 13 يناير"),
            Basis.EXPLICIT,
            "2022-01-13",
            date(2022, 1, 13),
            date(2022, 1, 13),
        ),
        TimeExpression(
            "t2",
            _at("الاثنين", after="وأفادت"),
            Basis.RELATIVE,
            "2022-01-10",
            date(2022, 1, 10),
            date(2022, 1, 10),
        ),
        TimeExpression(
            "t3", _at("الخامس من يناير"), Basis.INFERRED, "2022-01-05", date(2022, 1, 5), date(2022, 1, 5)
        ),
    )
    held = Quantity(_at("نحو 8 آلاف شخص"), 8000, "شخص", Exactness.ABOUT)
    doubted = Quantity(_at("12 ألفًا"), 12000, "موقوف", Exactness.MORE_THAN)
    events = (
        Event(
            "v1",
            "SAY",
            "أعلن",
            _at("أعلن"),
            agents=("e1",),
            contents=("v2",),
            rule="say.verb",
            confidence=0.97,
        ),
        Event(
            "v2",
            "RETREAT",
            "انسحاب",
            _at("الانسحاب"),
            agents=("e5",),
            places=("e3",),
            times=("t1",),
            modality=Modality.FUTURE,
            said_by=("e1",),
            rule="noun.start",
        ),
        Event(
            "v3",
            "MOBILIZE",
            "أرسل",
            _at("أرسلت روسيا"),
            agents=("e4",),
            patients=("e7",),
            recipients=("e3",),
            rule="verb.send",
            name_en="sent",
            confidence=0.9,
        ),
        Event(
            "v4", "SAY", "قال", _at("قال الرئيس الروسي"), agents=("e6",), contents=("v5",), rule="say.verb"
        ),
        Event(
            "v5",
            "THREATEN",
            "زعزع",
            _at("زعزعة"),
            negated=True,
            modality=Modality.FUTURE,
            said_by=("e6",),
            rule="noun.quote",
        ),
        Event(
            "v6",
            "SAY",
            "أفاد",
            _at("وأفادت"),
            agents=("e8",),
            contents=("v7",),
            times=("t2",),
            rule="say.verb",
        ),
        Event(
            "v7",
            "COERCE",
            "اعتقل",
            _at("اعتقلت"),
            agents=("e9",),
            patients=("e17",),
            quantities=(held,),
            said_by=("e8",),
            rule="verb.arrest",
            name_en="arrested",
        ),
        Event("v8", "SAY", "قال", _at("قالوا"), agents=("e10",), contents=("v9",), rule="say.verb"),
        Event(
            "v9",
            "COERCE",
            "موقوف",
            _at("يتجاوز"),
            patients=("e11",),
            quantities=(doubted,),
            said_by=("e10",),
            rule="noun.count",
        ),
        Event("v10", "REJECT", "نفى", _at("ونفى"), agents=("e1",), contents=("v11",), rule="deny.verb"),
        Event(
            "v11",
            "ASSAULT",
            "أطلق النار",
            _at("أطلقت النار"),
            agents=("e12",),
            patients=("e13",),
            negated=True,
            said_by=("e1",),
            rule="verb.shoot",
            name_en="opened fire",
        ),
        Event(
            "v12",
            "ASSAULT",
            "اقتحم",
            _at("اقتحم"),
            agents=("e15",),
            patients=("e16",),
            places=("e14",),
            rule="verb.storm",
            name_en="stormed",
        ),
        Event(
            "v13",
            "COERCE",
            "فرض",
            _at("وفرض"),
            agents=("e1",),
            patients=("e18",),
            times=("t3",),
            rule="verb.impose",
        ),
        Event("v14", "REQUEST", "طالب", _at("طالبت"), agents=("e20",), contents=("v15",), rule="demand.verb"),
        Event(
            "v15",
            "OTHER",
            "تحقيق",
            _at("بتحقيق مستقل"),
            modality=Modality.POSSIBLE,
            said_by=("e20",),
            rule="noun.demand",
        ),
        Event("v16", "OTHER", "استقر", _at("استقر"), modality=Modality.CONDITIONAL, rule="verb.if"),
    )
    article = Article("kazakhstan", _TEXT, published=date(2022, 1, 11), source="وكالات")
    return Extraction(article, _sentences(), entities, times, events)


@pytest.fixture
def reads_story(monkeypatch, story):
    """An extraction that finds the story in whatever it reads, without a model."""

    def extract(articles, *, nlp=None):
        for article in articles:
            if article.text == story.article.text:
                yield replace(story, article=article)
            else:
                yield Extraction(article)

    monkeypatch.setattr(hadath.extract, "load", lambda: None, raising=False)
    monkeypatch.setattr(hadath.extract, "extract", extract, raising=False)


@pytest.fixture
def article(tmp_path, story):
    path = tmp_path / "news" / "story.txt"
    path.parent.mkdir()
    path.write_text(story.article.text, encoding="utf-8")
    return path
