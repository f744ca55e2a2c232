"""The event lexicon: its tables are sound, and words in company get the reading the annotation guide asks for."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadath.extract.lexicon.conditions import Company, Test
from hadath.extract.lexicon.cues import cues, read_cues
from hadath.extract.lexicon.effects import Effect
from hadath.extract.lexicon.light_verbs import light_verbs, read_light_verbs
from hadath.extract.lexicon.senses import Sense, read_triggers, senses, triggers
from hadath.extract.lexicon.tables import TABLES, LexiconError
from hadath.extract.spelling import fold, strip_marks

DIACRITICS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640"
TABLE = triggers()
HEAD = "lemma\tpos\ttype\twhen\tflags\tverb\n"


def sense(lemma: str, pos: str, around: Company) -> Sense | None:
    """The reading of a word in its company."""
    return next((one for one in senses(lemma, pos) if one.applies(around)), None)


def company(
    *,
    obj: str = "",
    subj: str = "",
    preps: dict[str, str] | None = None,
    mod: str = "",
    obj_kind: str = "",
    subj_kind: str = "",
    is_: str = "",
) -> Company:
    """What stands around a trigger, written shortly."""
    return Company(
        obj=frozenset(obj.split()),
        subj=frozenset(subj.split()),
        obj_kinds=frozenset(obj_kind.split()),
        subj_kinds=frozenset(subj_kind.split()),
        prepositions={preposition: frozenset(nouns.split()) for preposition, nouns in (preps or {}).items()},
        modifiers=frozenset(mod.split()),
        clause="clause" in is_,
        xcomp="xcomp" in is_,
        passive="passive" in is_,
    )


ALONE = company()

VERBS_ALONE = """
SAY: قال أكد أضاف أعلن أشار أوضح ذكر أفاد صرح أعرب شدد لفت أبلغ اعتبر نفى استبعد توقع
REQUEST: دعا طالب طلب ناشد حث اقترح أمر نصح أوصى ضغط
ACCUSE: اتهم انتقد أدان ندد استنكر شجب شكك
REJECT: رفض عارض امتنع انتهك
THREATEN: هدد حذر توعد لوح
AGREE: وعد تعهد وافق اتفق التزم
CONSULT: زار التقى اجتمع تفاوض تشاور استقبل
SUPPORT: أيد دعم أشاد رحب هنأ شكر
CONCEDE: أفرج استقال تنازل اعتذر سمح
COOPERATE: تعاون نسق
AID: ساعد أنقذ أغاث
RETREAT: انسحب
PROTEST: احتج تظاهر اعتصم أضرب
SANCTION: أقال طرد عاقب
MOBILIZE: حشد جند تأهب
COERCE: اعتقل احتجز صادر قمع داهم سجن حاصر سيطر
ASSAULT: هاجم قتل قصف اغتال اقتحم اشتبك خطف اعتدى
OTHER: وصل غادر قرر افتتح ارتفع انهار مات توفى أدى فاز
NONE: كان تم بدأ استمر قام أمكن وجب استطاع تمكن حاول بلغ ضم مثل شمل تضمن عنى
"""
NOUNS_ALONE = """
CONSULT: اجتماع مفاوضة محادثة لقاء مباحثة
ASSAULT: هجوم قصف اشتباك مجزرة غارة مقتل اغتيال
PROTEST: احتجاج مظاهرة تظاهرة اعتصام إضراب
COERCE: اعتقال احتجاز مصادرة قمع
REQUEST: دعوة مطالبة مناشدة
ACCUSE: اتهام إدانة محاكمة تحقيق
AGREE: اتفاق وعد تعهد
CONCEDE: إفراج استقالة
RETREAT: انسحاب هدنة
SANCTION: عقوبة إقالة
OTHER: وفاة زلزال وصول افتتاح ارتفاع
NONE: حركة عملية نظام إجراء قضية أزمة مشروع محاولة عدد بيان
"""


def listed(table: str) -> list[tuple[str, str]]:
    lines = (line.split(":") for line in table.strip().splitlines())
    return [(lemma, type_) for type_, lemmas in lines for lemma in lemmas.split()]


@pytest.mark.parametrize(("lemma", "type_"), listed(VERBS_ALONE))
def test_verb_alone_has_its_default_reading(lemma: str, type_: str) -> None:
    found = senses(lemma, "VERB")[-1]
    assert (found.type, found.when) == (type_, ())


@pytest.mark.parametrize(("lemma", "type_"), listed(NOUNS_ALONE))
def test_noun_alone_has_its_default_reading(lemma: str, type_: str) -> None:
    assert senses(lemma, "NOUN")[-1].type == type_


@pytest.mark.parametrize(
    ("lemma", "pos", "around", "type_"),
    [
        ("طلب", "VERB", company(obj="لجوء"), "OTHER"),
        ("طلب", "VERB", company(obj="مساعدة"), "REQUEST"),
        ("أطلق", "VERB", company(obj="نار", preps={"على": "متظاهر"}), "ASSAULT"),
        ("أطلق", "VERB", company(obj="سراح"), "CONCEDE"),
        ("أطلق", "VERB", company(obj="قمر"), "OTHER"),
        ("فتح", "VERB", company(obj="نار"), "ASSAULT"),
        ("فتح", "VERB", company(obj="تحقيق"), "ACCUSE"),
        ("فتح", "VERB", company(obj="معبر"), "OTHER"),
        ("شن", "VERB", company(obj="هجوم"), "ASSAULT"),
        ("لقي", "VERB", company(obj="مصرع"), "OTHER"),
        ("لقي", "VERB", company(obj="صدى"), "NONE"),
        ("ألقى", "VERB", company(obj="قبض", preps={"على": "مشتبه"}), "COERCE"),
        ("ألقى", "VERB", company(obj="كلمة"), "SAY"),
        ("ألقى", "VERB", company(obj="سلاح"), "RETREAT"),
        ("قدم", "VERB", company(obj="استقالة"), "CONCEDE"),
        ("قدم", "VERB", company(obj="شكوى"), "ACCUSE"),
        ("قدم", "VERB", company(obj="مساعدة", preps={"ل": "نازح"}), "AID"),
        ("أرسل", "VERB", company(obj="قوة", preps={"إلى": "حدود"}), "MOBILIZE"),
        ("أرسل", "VERB", company(obj="غذاء"), "AID"),
        ("أرسل", "VERB", company(obj="وفد"), "OTHER"),
        ("نشر", "VERB", company(obj="جندي"), "MOBILIZE"),
        ("نشر", "VERB", company(obj="تقرير"), "SAY"),
        ("سحب", "VERB", company(obj="قوة"), "RETREAT"),
        ("سحب", "VERB", company(obj="سفير"), "SANCTION"),
        ("قطع", "VERB", company(obj="علاقة"), "SANCTION"),
        ("قطع", "VERB", company(obj="طريق"), "COERCE"),
        ("فرض", "VERB", company(obj="عقوبة"), "SANCTION"),
        ("فرض", "VERB", company(obj="سيطرة"), "COERCE"),
        ("وقع", "VERB", company(obj="اتفاق"), "COOPERATE"),
        ("وقع", "VERB", company(preps={"على": "معاهدة"}), "COOPERATE"),
        ("وقع", "VERB", company(subj="انفجار"), "OTHER"),
        ("عقد", "VERB", company(obj="اجتماع"), "CONSULT"),
        ("أجرى", "VERB", company(obj="محادثة"), "CONSULT"),
        ("أجرى", "VERB", company(obj="عملية"), "NONE"),
        ("خرج", "VERB", company(preps={"في": "تظاهرة"}), "PROTEST"),
        ("خرج", "VERB", company(preps={"من": "مبنى"}), "OTHER"),
        ("نفى", "VERB", company(is_="clause"), "SAY"),
        ("نفى", "VERB", company(obj_kind="person", preps={"إلى": "جزيرة"}), "COERCE"),
        ("أوقف", "VERB", company(obj="نار"), "RETREAT"),
        ("أوقف", "VERB", company(obj_kind="person"), "COERCE"),
        ("قتل", "VERB", company(is_="passive", preps={"في": "زلزال"}), "OTHER"),
        ("قتل", "VERB", company(is_="passive", preps={"في": "هجوم"}), "ASSAULT"),
        ("أصاب", "VERB", company(is_="passive", preps={"ب": "فيروس"}), "OTHER"),
        ("أصاب", "VERB", company(is_="passive", preps={"ب": "رصاص"}), "ASSAULT"),
        ("ضرب", "VERB", company(subj="زلزال", obj="مدينة"), "OTHER"),
        ("حكم", "VERB", company(preps={"على": "متهم", "ب": "سجن"}), "COERCE"),
        ("حكم", "VERB", company(obj="بلد"), "NONE"),
        ("عاد", "VERB", company(preps={"إلى": "عاصمة"}), "OTHER"),
        ("عاد", "VERB", company(is_="xcomp"), "NONE"),
        ("وصل", "VERB", company(subj="وزير", preps={"إلى": "مطار"}), "OTHER"),
        ("وصل", "VERB", company(subj="عدد", preps={"إلى": "ألف"}), "NONE"),
        ("بحث", "VERB", company(preps={"مع": "نظير"}, obj="أزمة"), "CONSULT"),
        ("بحث", "VERB", company(preps={"عن": "مفقود"}), "NONE"),
        ("أعلن", "VERB", company(is_="clause"), "SAY"),
        ("أعلن", "VERB", company(obj="حرب"), "ASSAULT"),
        ("أعرب", "VERB", company(preps={"عن": "قلق"}), "ACCUSE"),
        ("أعرب", "VERB", company(preps={"عن": "دعم"}), "SUPPORT"),
        ("أعرب", "VERB", company(preps={"عن": "رأي"}), "SAY"),
        ("تراجع", "VERB", company(preps={"عن": "قرار"}, subj_kind="country"), "CONCEDE"),
        ("تراجع", "VERB", company(subj="سعر", subj_kind="thing"), "OTHER"),
        ("شارك", "VERB", company(preps={"في": "احتجاج"}), "PROTEST"),
        ("تحدث", "VERB", company(preps={"مع": "نظير"}), "CONSULT"),
        ("تحدث", "VERB", company(preps={"عن": "خطة"}), "SAY"),
        ("تابع", "VERB", company(is_="clause"), "SAY"),
        ("تابع", "VERB", company(obj="دراسة"), "NONE"),
        ("رأى", "VERB", company(is_="clause"), "SAY"),
        ("رأى", "VERB", company(obj="نور"), "NONE"),
        ("علق", "VERB", company(obj="عضوية"), "SANCTION"),
        ("علق", "VERB", company(preps={"على": "خبر"}), "SAY"),
        ("بقي", "VERB", company(subj="قوة", preps={"في": "بلد"}), "MOBILIZE"),
        ("بقي", "VERB", company(subj="سؤال", subj_kind="thing"), "NONE"),
        ("حمل", "VERB", company(subj="مركبة", subj_kind="thing", obj="لوحة"), "NONE"),
        ("حمل", "VERB", company(subj="رجل", subj_kind="person", obj="مصاب"), "OTHER"),
        ("وجد", "VERB", company(subj="حل", subj_kind="thing"), "NONE"),
        ("وجد", "VERB", company(subj="محقق", subj_kind="person", obj="دليل"), "OTHER"),
        ("وفر", "VERB", company(subj="منظمة", subj_kind="organization", obj="مأوى"), "AID"),
        ("جاء", "VERB", company(preps={"في": "بيان"}), "NONE"),
        ("هدد", "VERB", company(subj="أزمة", subj_kind="thing"), "NONE"),
        ("هدد", "VERB", company(preps={"ب": "قطع"}), "THREATEN"),
        ("تقاعس", "VERB", company(preps={"عن": "واجب"}), "REJECT"),
        ("توفير", "NOUN", company(obj="غذاء"), "AID"),
        ("توفير", "NOUN", ALONE, "NONE"),
        ("معالجة", "NOUN", company(obj="خلل"), "OTHER"),
        ("معالجة", "NOUN", ALONE, "NONE"),
        ("إطلاق", "NOUN", company(obj="نار"), "ASSAULT"),
        ("إطلاق", "NOUN", company(obj="سراح"), "CONCEDE"),
        ("وقف", "NOUN", company(obj="إطلاق"), "RETREAT"),
        ("وقف", "NOUN", company(obj="مساعدة"), "SANCTION"),
        ("نشر", "NOUN", company(obj="قوة"), "MOBILIZE"),
        ("نزع", "NOUN", company(obj="سلاح"), "RETREAT"),
        ("عملية", "NOUN", company(mod="عسكري"), "ASSAULT"),
        ("عملية", "NOUN", company(mod="جراحي"), "NONE"),
        ("حركة", "NOUN", company(mod="احتجاجي"), "PROTEST"),
        ("حكم", "NOUN", company(preps={"على": "ناشط"}), "COERCE"),
        ("حكم", "NOUN", company(mod="ذاتي"), "NONE"),
        ("احتلال", "NOUN", ALONE, "NONE"),
        ("احتلال", "NOUN", company(obj_kind="country"), "COERCE"),
        ("سجن", "NOUN", company(obj_kind="person"), "COERCE"),
        ("توقيع", "NOUN", company(obj="اتفاقية"), "COOPERATE"),
        ("مؤتمر", "NOUN", company(mod="صحفي"), "NONE"),
        ("تحقيق", "NOUN", company(obj="هدف"), "NONE"),
        ("تحقيق", "NOUN", company(preps={"في": "حادث"}), "ACCUSE"),
        ("مواجهة", "NOUN", company(preps={"مع": "شرطة"}), "ASSAULT"),
        ("مواجهة", "NOUN", company(obj="تحدي"), "OTHER"),
        ("متهم", "ADJ", company(preps={"ب": "قتل"}), "ACCUSE"),
        ("مؤكد", "ADJ", company(is_="clause"), "SAY"),
        ("مؤكد", "ADJ", ALONE, "NONE"),
        ("داعي", "ADJ", company(preps={"إلى": "هدوء"}), "REQUEST"),
        ("معتقل", "ADJ", ALONE, "COERCE"),
    ],
)
def test_company_decides(lemma: str, pos: str, around: Company, type_: str) -> None:
    found = sense(lemma, pos, around)
    assert found is not None
    assert found.type == type_


@pytest.mark.parametrize(
    ("lemma", "pos", "role", "sources"),
    [
        ("قال", "VERB", "agent", ("subj",)),
        ("قال", "VERB", "recipient", ("ل",)),
        ("طالب", "VERB", "recipient", ("obj", "iobj")),
        ("طالب", "VERB", "patient", ("ب",)),
        ("دعا", "VERB", "content", ("الي", "ل")),
        ("التقى", "VERB", "patient", ("obj", "iobj", "ب", "مع")),
        ("اجتمع", "VERB", "patient", ("مع", "ب", "الي")),
        ("اتهم", "VERB", "patient", ("obj", "iobj")),
        ("أفرج", "VERB", "patient", ("عن",)),
        ("احتج", "VERB", "patient", ("علي",)),
        ("سيطر", "VERB", "patient", ("علي",)),
        ("انسحب", "VERB", "place", ("من",)),
        ("انسحب", "VERB", "patient", ()),
        ("غادر", "VERB", "place", ("obj", "iobj")),
        ("مات", "VERB", "agent", ()),
        ("مات", "VERB", "patient", ("subj",)),
        ("هجوم", "NOUN", "agent", ("gen",)),
        ("هجوم", "NOUN", "patient", ("علي", "ضد")),
        ("اعتقال", "NOUN", "patient", ("gen",)),
        ("اعتقال", "NOUN", "agent", ()),
        ("انسحاب", "NOUN", "agent", ("gen",)),
        ("انسحاب", "NOUN", "place", ("من",)),
        ("إفراج", "NOUN", "patient", ("عن",)),
        ("وفاة", "NOUN", "patient", ("gen",)),
        ("معتقل", "ADJ", "patient", ("subj",)),
        ("داعي", "ADJ", "agent", ("subj",)),
    ],
)
def test_where_roles_stand(lemma: str, pos: str, role: str, sources: tuple[str, ...]) -> None:
    assert getattr(senses(lemma, pos)[-1], role) == sources


@pytest.mark.parametrize(
    ("lemma", "flag"),
    [
        ("قال", "say"),
        ("اتهم", "say"),
        ("نفى", "deny"),
        ("رفض", "neg"),
        ("امتنع", "neg"),
        ("وعد", "future"),
        ("تعهد", "future"),
        ("دعا", "possible"),
        ("طالب", "possible"),
        ("التقى", "recip"),
        ("اشتبك", "recip"),
    ],
)
def test_flags(lemma: str, flag: str) -> None:
    assert flag in senses(lemma, "VERB")[-1].flags


@pytest.mark.parametrize(
    ("lemma", "kind", "effect"),
    [
        ("تم", "light", Effect.ASSERTED),
        ("قام", "light", Effect.ASSERTED),
        ("بدأ", "phasal", Effect.ASSERTED),
        ("كف", "phasal", Effect.NEGATED),
        ("تمكن", "modal", Effect.ASSERTED),
        ("حاول", "modal", Effect.POSSIBLE),
        ("فشل", "modal", Effect.NEGATED),
        ("اعتزم", "modal", Effect.FUTURE),
        ("ليس", "auxiliary", Effect.NEGATED),
    ],
)
def test_light_verbs(lemma: str, kind: str, effect: Effect) -> None:
    assert (kind, effect) in {(one.kind, one.effect) for one in light_verbs()[fold(lemma)]}


@pytest.mark.parametrize(
    ("words", "kind", "effect"),
    [
        ("وفقا ل", "attribution", None),
        ("على حد قول", "attribution", None),
        ("من جهة", "turn", None),
        ("لم", "negation", Effect.NEGATED),
        ("إلا", "exception", Effect.ASSERTED),
        ("من المقرر أن", "modality", Effect.FUTURE),
        ("ربما", "modality", Effect.POSSIBLE),
        ("إذا", "condition", Effect.CONDITIONAL),
        ("من أجل", "purpose", Effect.POSSIBLE),
    ],
)
def test_cues(words: str, kind: str, effect: Effect | None) -> None:
    assert (kind, effect) in {(cue.kind, cue.effect) for cue in cues() if " ".join(cue.words) == fold(words)}


def test_longest_cue_comes_first() -> None:
    lengths = [len(cue.words) for cue in cues()]
    assert lengths == sorted(lengths, reverse=True)


def test_qad_depends_on_the_verb_form() -> None:
    effects = {cue.when: cue.effect for cue in cues() if cue.words == ("قد",)}
    assert effects == {"imperfect": Effect.POSSIBLE, "perfect": Effect.ASSERTED}


def test_size_and_soundness() -> None:
    lemmas = {pos: sum(key[1] == pos for key in TABLE) for pos in ("VERB", "NOUN", "ADJ")}
    assert lemmas["VERB"] >= 900
    assert lemmas["NOUN"] >= 700
    assert lemmas["ADJ"] >= 80
    for readings in TABLE.values():
        assert not readings[-1].when
        assert all(one.when for one in readings[:-1])


@given(
    st.sampled_from(sorted(TABLE)),
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(DIACRITICS)), max_size=5),
)
def test_marks_and_hamzas_do_not_matter(key: tuple[str, str], marks: list[tuple[int, str]]) -> None:
    written = TABLE[key][-1].lemma
    for place, mark in marks:
        written = written[:place] + mark + written[place:]
    assert senses(written, key[1]) == TABLE[key]


WORDS = st.frozensets(st.sampled_from(["قوة", "نار", "هجوم", "سعر", "اتفاق", "استقالة", "حرب"]), max_size=3)
KINDS = st.frozensets(st.sampled_from(["person", "country", "group", "thing"]), max_size=1)
COMPANIES = st.builds(
    Company,
    obj=WORDS,
    subj=WORDS,
    obj_kinds=KINDS,
    subj_kinds=KINDS,
    prepositions=st.dictionaries(st.sampled_from(["في", "على", "إلى", "ب", "عن", "مع"]), WORDS, max_size=2),
    clause=st.booleans(),
    xcomp=st.booleans(),
    passive=st.booleans(),
)


@given(st.sampled_from(sorted(TABLE)), COMPANIES)
def test_every_listed_word_has_one_reading_in_any_company(key: tuple[str, str], around: Company) -> None:
    found = sense(*key, around)
    assert found in TABLE[key]
    assert found is not None
    assert found.applies(around)


@given(st.text(max_size=12), st.sampled_from(["VERB", "NOUN", "ADJ", "X"]), COMPANIES)
def test_any_text_can_be_asked_for(lemma: str, pos: str, around: Company) -> None:
    assert (sense(lemma, pos, around) is None) == (not senses(lemma, pos))


def implies(narrow: Test, wide: Test) -> bool:
    """Whether a company that passes ``narrow`` always passes ``wide``."""
    if narrow.denied or wide.denied:
        return narrow == wide
    if narrow.what == wide.what:
        return not wide.values or bool(narrow.values and narrow.values <= wide.values)
    return wide.what == "prep" and narrow.what.startswith("prep:") and narrow.what[5:] in wide.values


def test_no_row_is_hidden_by_an_earlier_one() -> None:
    hidden = [
        (later.line, later.lemma)
        for readings in TABLE.values()
        for number, later in enumerate(readings[:-1])
        for earlier in readings[:number]
        if all(any(implies(narrow, wide) for narrow in later.when) for wide in earlier.when)
    ]
    assert hidden == []


@pytest.mark.parametrize("noun", ["عدد", "مجموعة", "سلسلة", "عملية"])
def test_nouns_to_look_through(noun: str) -> None:
    last = senses(noun, "NOUN")[-1]
    assert (last.type, last.flags) == ("NONE", {"through"})


def test_unlisted_word_has_no_sense() -> None:
    assert senses("طاولة", "VERB") == ()
    assert sense("طاولة", "VERB", ALONE) is None


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("قال\tVERB\tSPEAK\t\t\t", "type is «SPEAK»"),
        ("قال\tADV\tSAY\t\t\t", "pos is «ADV»"),
        ("قَالَ\tVERB\tSAY\t\t\t", "vocalised"),
        ("\tVERB\tSAY\t\t\t", "empty"),
        ("قال\tVERB\tSAY\t\tsays\t", "flag «says»"),
        ("قال\tVERB\tSAY\t\tsay,say\t", "flag «say»"),
        ("قال\tVERB\tSAY\t\tgoal=ل\t", "flag «goal=ل»"),
        ("قال\tVERB\tSAY\t\trecipient=to\t", "«to» names no argument"),
        ("قال\tVERB\tSAY\t\trecipient=\t", "names no argument"),
        ("قال\tVERB\tSAY\t\tpatient=subj\t", "subj would fill two roles"),
        ("قال\tVERB\tNONE\t\tsay\t", "NONE row"),
        ("قال\tVERB\tSAY\tobj=\t\t", "condition «obj=»"),
        ("قال\tVERB\tSAY\twith=ل\t\t", "condition «with=ل»"),
        ("قال\tVERB\tSAY\tsubj:ل=ل\t\t", "condition"),
        ("قال\tVERB\tSAY\tobj.kind=animal\t\t", "condition «obj.kind=animal»"),
        ("قال\tVERB\tSAY\tclause\t\t", "no row without a condition"),
        ("قول\tNOUN\tSAY\t\t\tقال", "verb «قال» has no row"),
        ("قال\tVERB\tSAY", "expected the columns"),
        ("قال\tVERB\tSAY\t\t\t\nقال\tVERB\tOTHER\t\t\t", "same condition"),
        ("أمن\tVERB\tNONE\t\t\t\nآمن\tVERB\tOTHER\t\t\t", "same condition"),
    ],
)
def test_bad_row_is_named(tmp_path: Path, row: str, reason: str) -> None:
    path = tmp_path / "triggers.tsv"
    path.write_text("# made for a test\n" + HEAD + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"^triggers\.tsv:[34]: ") as caught:
        read_triggers(path)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_wrong_header_is_named(tmp_path: Path) -> None:
    path = tmp_path / "triggers.tsv"
    path.write_text("lemma\tpos\ttype\tflags\twhen\tverb\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"^triggers\.tsv:1: expected the columns lemma, pos"):
        read_triggers(path)


def test_light_verb_says_where_whom_its_event_is_done_to_stands(tmp_path: Path) -> None:
    path = tmp_path / "light_verbs.tsv"
    row = "وجه\tlight\tobj\tsubj\tإلى|ل\tasserted\tضربة"
    path.write_text("lemma\tkind\tmasdar\tagent\tpatient\teffect\tnouns\n" + row + "\n", encoding="utf-8")
    (read,) = read_light_verbs(path)[fold("وجه")]
    assert (read.agent, read.patient) == (("subj",), (fold("إلى"), "ل"))


@pytest.mark.parametrize(
    "row",
    [
        "تم\theavy\tsubj\t\t\tasserted\t",
        "تم\tlight\tsubj\t\t\tmaybe\t",
        "تم\tlight\twhere\t\t\tasserted\t",
        "تم\tlight\tsubj\t\twhere\tasserted\t",
    ],
)
def test_bad_light_verb_is_named(tmp_path: Path, row: str) -> None:
    path = tmp_path / "light_verbs.tsv"
    path.write_text("lemma\tkind\tmasdar\tagent\tpatient\teffect\tnouns\n" + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"^light_verbs\.tsv:2: "):
        read_light_verbs(path)


@pytest.mark.parametrize(
    "row",
    [
        "لم\tdenial\tnegated\t",
        "لم\tnegation\tno\t",
        "لم\tnegation\tnegated\ttoday",
        "لم\tnegation\tnegated\t\nلم\tnegation\t\t",
    ],
)
def test_bad_cue_is_named(tmp_path: Path, row: str) -> None:
    path = tmp_path / "cues.tsv"
    path.write_text("cue\tclass\teffect\twhen\n" + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"^cues\.tsv:[23]: "):
        read_cues(path)


def test_files_say_where_they_come_from() -> None:
    for path in sorted(TABLES.glob("*.tsv")):
        if path.stem in {"triggers", "light_verbs", "cues"}:
            head = path.read_text(encoding="utf-8")[:900]
            assert all(word in head for word in ("# What:", "# Source:", "# Licence:", "# Date:"))


def test_lemmas_are_written_plainly() -> None:
    assert all(one.lemma == strip_marks(one.lemma) for readings in TABLE.values() for one in readings)
