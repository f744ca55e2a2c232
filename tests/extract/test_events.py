"""Rules of events, roles, speakers and flags on trees written by hand."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from hadath.extract.extraction import extract_doc
from hadath.extract.records import Article, Event, Extraction, Modality

Reader = Callable[[str], Extraction]
PERFECT = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
PERFECT_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"
IMPERFECT = "Aspect=Imp|Gender=Masc|Number=Sing|Person=3|Voice=Act"
IMPERFECT_F = "Aspect=Imp|Gender=Fem|Number=Sing|Person=3|Voice=Act"


@pytest.fixture
def read(doc_of: Callable[[str], Doc]) -> Callable[[str], Extraction]:
    """Extraction from a tree written by hand."""

    def extraction(text: str) -> Extraction:
        doc = doc_of(text)
        return extract_doc(Article("test", doc.text), doc)

    return extraction


def told(extraction: Extraction) -> dict[str, Event]:
    return {event.trigger.text: event for event in extraction.events}


def names(extraction: Extraction, keys: tuple[str, ...]) -> list[str]:
    by_key = {entity.key: entity for entity in extraction.entities}
    return [by_key[key].mentions[0].text for key in keys]


def test_active_verb(read: Reader) -> None:
    story = read(
        f"""قصف قصف VERB root 0 {PERFECT}
        الجيش جيش NOUN nsubj 1
        مواقع موقع NOUN obj 1
        المسلحين مسلح NOUN nmod 3 Number=Plur"""
    )
    event = told(story)["قصف"]
    assert event.type == "ASSAULT"
    assert names(story, event.agents) == ["الجيش"]
    assert names(story, event.patients) == ["مواقع المسلحين"]
    assert event.asserted


def test_said_and_future_with_dropped_subject(read: Reader) -> None:
    story = read(
        f"""أعلن أعلن VERB root 0 {PERFECT}
        الوزير وزير NOUN nsubj 1 Definite=Def|Number=Sing
        أن أن SCONJ mark 4
        انسحبت انسحب VERB ccomp 1 {PERFECT_F}
        القوات قوة NOUN nsubj 4 Number=Plur
        .  . PUNCT punct 1

        و+ و CCONJ root 0
        أضاف أضاف VERB parataxis 1 {PERFECT}
        أن أن SCONJ mark 6
        الشرطة شرطة NOUN nsubj 6
        س+ س AUX aux 6
        تعتقل اعتقل VERB ccomp 2 {IMPERFECT_F}
        المحتجين محتج NOUN obj 6 Number=Plur
        . . PUNCT punct 1"""
    )
    events = told(story)
    assert names(story, events["أضاف"].agents) == ["الوزير"]
    assert names(story, events["انسحبت"].said_by) == ["الوزير"]
    arrest = events["تعتقل"]
    assert arrest.type == "COERCE"
    assert arrest.modality is Modality.FUTURE
    assert names(story, arrest.said_by) == ["الوزير"]
    assert names(story, arrest.agents) == ["الشرطة"]
    assert arrest.key in events["أضاف"].contents


def test_passive_and_its_agent(read: Reader) -> None:
    story = read(
        """اعتقل اعتقل VERB root 0 Aspect=Perf|Voice=Pass
        الناشط ناشط NOUN nsubj:pass 1
        من من ADP case 5
        قبل قبل NOUN fixed 3
        الشرطة شرطة NOUN obl 1"""
    )
    event = told(story)["اعتقل"]
    assert names(story, event.patients) == ["الناشط"]
    assert names(story, event.agents) == ["الشرطة"]


@pytest.mark.parametrize("verb", ["تم", "جرى"])
def test_light_verb_gives_one_event(read: Reader, verb: str) -> None:
    story = read(
        f"""{verb} {verb} VERB root 0 {PERFECT}
        اعتقال اعتقال NOUN nsubj 1
        ثلاثة ثلاثة NUM nmod 2
        متظاهرين متظاهر NOUN nmod 3 Number=Plur"""
    )
    assert list(told(story)) == ["اعتقال"]
    event = told(story)["اعتقال"]
    assert event.type == "COERCE"
    assert names(story, event.patients) == ["ثلاثة متظاهرين"]
    assert [q.value for q in event.quantities] == [3]


def test_light_verb_with_preposition_passes_its_subject_on(read: Reader) -> None:
    story = read(
        f"""قام قام VERB root 0 {PERFECT}
        الجيش جيش NOUN nsubj 1
        ب+ ب ADP case 4
        قصف قصف NOUN obl:arg 1
        القرية قرية NOUN nmod 4"""
    )
    assert list(told(story)) == ["قصف"]
    assert names(story, told(story)["قصف"].agents) == ["الجيش"]
    assert names(story, told(story)["قصف"].patients) == ["القرية"]


@pytest.mark.parametrize(
    ("particle", "modality"), [("لم", Modality.ASSERTED), ("لن", Modality.FUTURE), ("لا", Modality.ASSERTED)]
)
def test_negation(read: Reader, particle: str, modality: Modality) -> None:
    story = read(
        f"""{particle} {particle} PART advmod 2
        تهاجم هاجم VERB root 0 {IMPERFECT_F}
        القوات قوة NOUN nsubj 2 Number=Plur
        المدينة مدينة NOUN obj 2"""
    )
    event = told(story)["تهاجم"]
    assert event.negated
    assert event.modality is modality


def test_what_is_refused_is_negated(read: Reader) -> None:
    story = read(
        f"""رفضت رفض VERB root 0 {PERFECT_F}
        الحكومة حكومة NOUN nsubj 1
        الإفراج إفراج NOUN obj 1
        عن عن ADP case 5
        المعتقلين معتقل NOUN obl:arg 3 Number=Plur"""
    )
    events = told(story)
    assert events["رفضت"].type == "REJECT"
    assert events["الإفراج"].negated
    assert names(story, events["الإفراج"].patients) == ["المعتقلين"]


def test_cited_source_is_the_speaker(read: Reader) -> None:
    story = read(
        f"""قتل قتل VERB root 0 {PERFECT}
        جندي جندي NOUN nsubj 1
        بحسب بحسب ADP case 4
        وزارة وزارة NOUN obl 1
        الدفاع دفاع NOUN nmod 4"""
    )
    event = told(story)["قتل"]
    assert names(story, event.said_by) == ["وزارة الدفاع"]
    assert names(story, event.patients) == ["جندي"]
    assert not event.agents
    assert not event.asserted


def test_headline_with_colon(read: Reader) -> None:
    story = read(
        """الحكومة حكومة NOUN root 0 ORG
        : : PUNCT punct 1
        لن لن PART advmod 4
        ننسحب انسحب VERB parataxis 1 Aspect=Imp|Number=Plur|Person=1
        من من ADP case 6
        الاتفاق اتفاق NOUN obl 4"""
    )
    event = told(story)["ننسحب"]
    assert names(story, event.said_by) == ["الحكومة"]
    assert event.negated


def test_words_of_a_name_are_no_events(read: Reader) -> None:
    story = read(
        """قوات قوة NOUN root 0 Number=Plur ORG
        حفظ حفظ NOUN nmod 1 ORG
        السلام سلام NOUN nmod 2 ORG"""
    )
    assert story.events == ()


def test_unknown_verb_is_listed(read: Reader) -> None:
    story = read("يتشقلب تشقلب VERB root 0 Aspect=Imp\nالمهرج مهرج NOUN nsubj 1")
    assert story.events == ()
    assert [n.mention.text for n in story.not_extracted] == ["يتشقلب"]


def test_evidence_is_the_text(read: Reader) -> None:
    story = read(
        f"""التقى التقى VERB root 0 {PERFECT}
        الرئيس رئيس NOUN nsubj 1
        الروسي روسي ADJ amod 2
        فلاديمير فلاديمير X nmod 5 PER
        بوتين بوتين X nmod 2 PER
        نظير+ نظير NOUN obj 1
        ه هو PRON nmod 6
        التركي تركي ADJ amod 6"""
    )
    text = story.article.text
    mentions = [m for e in story.entities for m in e.mentions] + [e.trigger for e in story.events]
    assert all(text[m.start : m.end] == m.text for m in mentions)
    putin = next(e for e in story.entities if e.wikidata == "Q7747")
    assert putin.key in told(story)["التقى"].agents
