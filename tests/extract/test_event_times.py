"""When events happen: which event a time belongs to, and which events share it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Tell = Callable[..., Any]
TUESDAY = date(2022, 1, 11)
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
NOW = "Aspect=Imp|Gender=Masc|Number=Sing|Person=3|Voice=Act"


def dated(tell: Tell, tree: str, *, published: date | None = TUESDAY) -> dict[str, list[str]]:
    """Events that have times, by their words."""
    extraction = tell(tree, published=published).extraction
    mentions = {time.key: time.mention.text for time in extraction.times}
    return {e.trigger.text: [mentions[key] for key in e.times] for e in extraction.events if e.times}


CASES = [
    pytest.param(
        f"""تعهد تعهد VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1
        ب+ ب ADP case 4
        بناء بناء NOUN obl:arg 1
        مدرسة مدرسة NOUN nmod 4
        خلال خلال ADP case 7
        أيام يوم NOUN obl 1""",
        {"بناء": ["خلال أيام"]},
        id="when what is pledged is to happen",
    ),
    pytest.param(
        f"""قتل قتل VERB root 0 {DONE}
        المسلح مسلح NOUN nsubj 1
        شرطيا شرطي NOUN obj 1
        في في ADP case 5
        نهاية نهاية NOUN obl 1
        مظاهرة مظاهرة NOUN nmod 5
        نظمت نظم VERB acl 6 Aspect=Perf|Voice=Pass
        الأحد أحد NOUN obl 7""",
        {"قتل": ["الأحد"], "مظاهرة": ["الأحد"]},
        id="at the end of an event",
    ),
    pytest.param(
        f"""تراجع تراجع VERB root 0 {DONE}
        المؤشر مؤشر NOUN nsubj 1
        في في ADP case 4
        مستهل مستهل NOUN obl 1
        تداولات تداول NOUN nmod 4
        أمس أمس ADV advmod 5""",
        {"تراجع": ["أمس"]},
        id="at the beginning of what is dated",
    ),
    pytest.param(
        f"""تراجع تراجع VERB root 0 {DONE}
        المؤشر مؤشر NOUN nsubj 1
        خلال خلال ADP case 4
        تعاملات تعامل NOUN obl 1
        أمس أمس ADV advmod 4""",
        {"تراجع": ["أمس"]},
        id="in the course of what is dated",
    ),
    pytest.param(
        f"""انخفضت انخفض VERB root 0 {DONE}
        الأسعار سعر NOUN nsubj 1
        اليوم يوم NOUN obl 1
        الأربعاء أربعاء NOUN nmod 3""",
        {"انخفضت": ["اليوم الأربعاء"]},
        id="today is the day of writing",
    ),
    pytest.param(
        f"""هبطت هبط VERB root 0 {DONE}
        الليرة ليرة NOUN nsubj 1
        مقابل مقابل ADP case 4
        الدولار دولار NOUN obl 1
        الأحد أحد NOUN obl 1""",
        {"هبطت": ["الأحد"]},
        id="a rate is no comparison",
    ),
    pytest.param(
        f"""هاجم هاجم VERB root 0 {DONE}
        المسلحون مسلح NOUN nsubj 1
        القرية قرية NOUN obj 1
        الأحد أحد NOUN obl 1""",
        {"هاجم": ["الأحد"]},
        id="on the verb",
    ),
    pytest.param(
        f"""تعرضت تعرض VERB root 0 {DONE}
        القرية قرية NOUN nsubj 1
        ل+ ل ADP case 4
        قصف قصف NOUN obl:arg 1
        الأحد أحد NOUN obl 1""",
        {"قصف": ["الأحد"]},
        id="the event a verb carries",
    ),
    pytest.param(
        f"""رفض رفض VERB root 0 {DONE}
        الحزب حزب NOUN nsubj 1
        الانتخابات انتخاب NOUN obj 1
        التي الذي DET nsubj 5
        أجريت أجرى VERB acl:relcl 3 Aspect=Perf|Voice=Pass
        الأحد أحد NOUN obl 5""",
        {},
        id="what a relative clause dates is not the event over it",
    ),
    pytest.param(
        f"""أقر أقر VERB root 0 {DONE}
        البرلمان برلمان NOUN nsubj 1
        ميزانية ميزانية NOUN obj 1
        العام عام NOUN nmod 3
        المقبل مقبل ADJ amod 4""",
        {},
        id="a genitive says which one",
    ),
    pytest.param(
        f"""قالت قال VERB root 0 {DONE}
        السفارة سفارة NOUN nsubj 1
        في في ADP case 4
        بيان بيان NOUN obl 1
        الخميس خميس NOUN nmod 4
        إن أن SCONJ mark 8
        المسلحين مسلح NOUN nsubj 8
        انسحبوا انسحب VERB ccomp 1 {DONE}""",
        {"قالت": ["الخميس"]},
        id="of a statement when it was made",
    ),
    pytest.param(
        f"""هاجم هاجم VERB root 0 {DONE}
        السفير سفير NOUN nsubj 1
        الموجود موجود ADJ amod 2
        حاليا حاليا ADV advmod 3
        في في ADP case 6
        لندن لندن X obl 3 GPE
        الحكومة حكومة NOUN obj 1""",
        {},
        id="a participle has its own",
    ),
    pytest.param(
        f"""عاد عاد VERB root 0 {DONE}
        السفير سفير NOUN nsubj 1
        بعد بعد ADP case 4
        الانتخابات انتخاب NOUN obl 1
        عام عام NOUN nmod 4
        2014 2014 NUM nummod 5""",
        {},
        id="another time after «بعد»",
    ),
    pytest.param(
        f"""عاد عاد VERB root 0 {DONE}
        السفير سفير NOUN nsubj 1
        بعد بعد ADP case 4
        أيام يوم NOUN obl 1
        من من ADP case 6
        استدعائه استدعاء NOUN nmod 4""",
        {},
        id="counted from another event",
    ),
    pytest.param(
        f"""أكد أكد VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1
        أن أن SCONJ mark 5
        العمل عمل NOUN nsubj 5
        متوقف متوقف ADJ ccomp 1
        في في ADP case 7
        الميناء ميناء NOUN obl 5
        منذ منذ ADP case 9
        الأحد أحد NOUN obl 1""",
        {},
        id="what stands in a report does not date it",
    ),
    pytest.param(
        f"""انتقد انتقد VERB root 0 {DONE}
        السفير سفير NOUN nsubj 1
        ( ( PUNCT punct 4
        2005-1981 2005-1981 NUM nmod 2
        ) ) PUNCT punct 4
        القرار قرار NOUN obj 1
        ( ( PUNCT punct 8
        الأحد أحد NOUN nmod 6
        ) ) PUNCT punct 8""",
        {},
        id="in brackets",
    ),
    pytest.param(
        f"""انتهى انتهى VERB root 0 {DONE}
        اللقاء لقاء NOUN nsubj 1
        ب+ ب ADP case 4
        دعوة دعوة NOUN obl:arg 1
        إلى إلى ADP case 6
        قمة قمة NOUN nmod 4
        في في ADP case 8
        القاهرة قاهرة X nmod 6 GPE
        العام عام NOUN obl 1
        المقبل مقبل ADJ amod 9""",
        {"قمة": ["العام المقبل"]},
        id="what is over does not happen next year",
    ),
    pytest.param(
        f"""ارتفع ارتفع VERB root 0 {DONE}
        التضخم تضخم NOUN nsubj 1
        في في ADP case 4
        مارس مارس NOUN obl 1
        مقابل مقابل ADP case 6
        3 3 NUM obl 1
        في في ADP case 8
        فبراير فبراير NOUN obl 1""",
        {"ارتفع": ["مارس"]},
        id="not what it is compared with",
    ),
    pytest.param(
        f"""قتل قتل VERB root 0 {DONE}
        القائد قائد NOUN nsubj 1
        في في ADP case 4
        غارة غارة NOUN obl 1
        الأحد أحد NOUN nmod 4""",
        {"قتل": ["الأحد"], "غارة": ["الأحد"]},
        id="killed in a raid",
    ),
    pytest.param(
        f"""وصل وصل VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1
        الاثنين اثنان NOUN obl 1
        في في ADP case 5
        زيارة زيارة NOUN obl 1
        ل+ ل ADP case 7
        لقاء لقاء NOUN obl 1
        نظيره نظير NOUN nmod 7""",
        {"وصل": ["الاثنين"], "زيارة": ["الاثنين"], "لقاء": ["الاثنين"]},
        id="on a visit and to meet somebody",
    ),
    pytest.param(
        f"""يحقق حقق VERB root 0 {NOW}
        القاضي قاض NOUN nsubj 1
        في في ADP case 4
        هجوم هجوم NOUN obl:arg 1
        الأحد أحد NOUN nmod 4""",
        {"هجوم": ["الأحد"]},
        id="an inquiry into an attack comes later",
    ),
    pytest.param(
        f"""قتل قتل VERB root 0 {DONE}
        جندي جندي NOUN nsubj 1
        و+ و CCONJ cc 4
        خطف خطف VERB conj 1 Aspect=Perf|Voice=Pass
        آخر آخر NOUN nsubj 4
        السبت سبت NOUN obl 4""",
        {"قتل": ["السبت"], "خطف": ["السبت"]},
        id="told in one breath",
    ),
    pytest.param(
        f"""الأحد أحد NOUN obl 2
        قتل قتل VERB root 0 {DONE}
        جندي جندي NOUN nsubj 2
        و+ و CCONJ cc 5
        اعتقل اعتقل VERB conj 2 Aspect=Perf|Voice=Pass
        آخر آخر NOUN nsubj 5""",
        {"قتل": ["الأحد"], "اعتقل": ["الأحد"]},
        id="in front of both verbs",
    ),
    pytest.param(
        f"""قتل قتل VERB root 0 {DONE}
        المتظاهرون متظاهر NOUN nsubj 1
        عندما عندما CCONJ mark 4
        هاجمت هاجم VERB advcl 1 {DONE}
        الشرطة شرطة NOUN nsubj 4
        الساحة ساحة NOUN obj 4
        الأحد أحد NOUN obl 4""",
        {"قتل": ["الأحد"], "هاجمت": ["الأحد"]},
        id="when something else happened",
    ),
    pytest.param(
        f"""اعتبر اعتبر VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1
        أن أن SCONJ mark 4
        الأزمة أزمة NOUN ccomp 1
        . . PUNCT punct 1

        جاء جاء VERB root 0 {DONE}
        ذلك ذلك DET nsubj 1
        خلال خلال ADP case 4
        اجتماع اجتماع NOUN obl 1
        أمس أمس ADV advmod 1""",
        {"اعتبر": ["أمس"], "اجتماع": ["أمس"]},
        id="said there and then",
    ),
    pytest.param(
        f"""استمر استمر VERB root 0 {DONE}
        القصف قصف NOUN nsubj 1
        ل+ ل ADP case 4
        مدة مدة NOUN obl 1
        ساعة ساعة NOUN nmod 4
        أثناء أثناء ADP case 7
        زيارة زيارة NOUN obl 1
        الوزير وزير NOUN nmod 7""",
        {"القصف": ["ساعة"]},
        id="how long one thing goes on",
    ),
    pytest.param(
        f"""اندلعت اندلع VERB root 0 {DONE}
        أعمال عمل NOUN nsubj 1
        عنف عنف NOUN nmod 2
        و+ و CCONJ cc 5
        احتجاجات احتجاج NOUN conj 2
        مستمرة مستمر ADJ amod 5
        منذ منذ ADP case 8
        مارس مارس NOUN obl 6""",
        {"عنف": ["مارس"], "احتجاجات": ["مارس"]},
        id="that goes on, of two nouns side by side",
    ),
    pytest.param(
        f"""لا لا PART advmod 2
        تزال زال VERB root 0 {NOW}
        المفاوضات مفاوضة NOUN nsubj 2
        مستمرة مستمر ADJ xcomp 2
        منذ منذ ADP case 6
        مارس مارس NOUN obl 4""",
        {"المفاوضات": ["مارس"]},
        id="that is said to go on",
    ),
    pytest.param(
        f"""أوقفت أوقف VERB root 0 {DONE}
        الشرطة شرطة NOUN nsubj 1
        اللصوص لص NOUN obj 1
        يومي يوم NOUN obl 1
        الخميس خميس NOUN nmod 4
        و+ و CCONJ cc 7
        الجمعة جمعة NOUN conj 5""",
        {"أوقفت": ["الخميس", "الجمعة"]},
        id="of two days",
    ),
    pytest.param(
        f"""أرسل أرسل VERB root 0 {DONE}
        القاضي قاض NOUN nsubj 1
        اللص لص NOUN obj 1
        ل+ ل ADP case 5
        قضاء قضاء NOUN obl 1
        العقوبة عقوبة NOUN nmod 5
        ل+ ل ADP case 8
        مدة مدة NOUN obl 5
        عام عام NOUN nmod 8""",
        {},
        id="how long something else lasts",
    ),
    pytest.param(
        f"""اجتمع اجتمع VERB root 0 {DONE}
        الوزراء وزير NOUN nsubj 1
        بعد بعد ADP case 4
        يومين يوم NOUN obl 1
        على على ADP case 6
        الزلزال زلزال NOUN nmod 4""",
        {},
        id="counted from something else",
    ),
    pytest.param(
        f"""انفجر انفجر VERB root 0 {DONE}
        لغم لغم NOUN nsubj 1
        الأحد أحد NOUN obl 1
        ما ما DET obl 5
        أدى أدى VERB conj 1 {DONE}
        إلى إلى ADP case 7
        مقتل مقتل NOUN obl:arg 5
        جندي جندي NOUN nmod 7""",
        {"انفجر": ["الأحد"], "أدى": ["الأحد"], "مقتل": ["الأحد"]},
        id="and what harm it did",
    ),
    pytest.param(
        f"""أسفر أسفر VERB root 0 {DONE}
        الهجوم هجوم NOUN nsubj 1
        الذي الذي DET nsubj 4
        وقع وقع VERB acl:relcl 2 {DONE}
        الأحد أحد NOUN obl 4
        عن عن ADP case 7
        مقتل مقتل NOUN obl:arg 1
        جندي جندي NOUN nmod 7""",
        {"أسفر": ["الأحد"], "الهجوم": ["الأحد"], "مقتل": ["الأحد"]},
        id="whose harm is told",
    ),
    pytest.param(
        f"""تقدمت تقدم VERB root 0 {DONE}
        القوات قوة NOUN nsubj 1
        الأحد أحد NOUN obl 1
        ب+ ب ADP case 5
        إسناد إسناد NOUN obl 1
        من من ADP case 7
        الطيران طيران NOUN nmod 5""",
        {"تقدمت": ["الأحد"], "إسناد": ["الأحد"]},
        id="with whose help",
    ),
    pytest.param(
        """أقيل أقال VERB root 0 Aspect=Perf|Voice=Pass
        الوزير وزير NOUN nsubj:pass 1
        ب+ ب ADP case 4
        قرار قرار NOUN obl 1
        المحكمة محكمة NOUN nmod 4
        في في ADP case 7
        مارس مارس NOUN nmod 4""",
        {"أقيل": ["مارس"], "قرار": ["مارس"]},
        id="by what act",
    ),
    pytest.param(
        f"""أدت أدى VERB root 0 {DONE}
        الفضيحة فضيحة NOUN nsubj 1
        إلى إلى ADP case 4
        توجيه توجيه NOUN obl:arg 1
        اتهامات اتهام NOUN nmod 4
        في في ADP case 7
        مارس مارس NOUN obl 4""",
        {"اتهامات": ["مارس"]},
        id="on the noun that carries it",
    ),
    pytest.param(
        f"""اعتبر اعتبر VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1
        أمس أمس ADV advmod 1
        أن أن SCONJ mark 5
        الأزمة أزمة NOUN ccomp 1
        . . PUNCT punct 1

        جاء جاء VERB root 0 {DONE}
        ذلك ذلك DET nsubj 1
        في في ADP case 4
        بيان بيان NOUN obl 1
        حيث حيث CCONJ mark 6
        قال قال VERB advcl 1 {DONE}""",
        {"اعتبر": ["أمس"], "قال": ["أمس"]},
        id="said in so many words",
    ),
    pytest.param(
        f"""خطفت خطف VERB root 0 {DONE}
        اللاعب لاعب NOUN obj 1
        عصابة عصابة NOUN nsubj 1
        عام عام NOUN nmod 3
        1981 1981 NUM nummod 4""",
        {"خطفت": ["عام 1981"]},
        id="people are not known by a year",
    ),
    pytest.param(
        f"""اشترى اشترى VERB root 0 {DONE}
        النادي ناد NOUN nsubj 1
        اللاعب لاعب NOUN obj 1
        مقابل مقابل ADP case 5
        3 3 NUM obl 1
        ملايين مليون NUM nummod 5
        يورو يورو NOUN nmod 6
        الأحد أحد NOUN obl 1""",
        {"اشترى": ["الأحد"]},
        id="a price is no comparison",
    ),
    pytest.param(
        f"""أضاف أضاف VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1
        أن+ أن SCONJ mark 7
        ه هو PRON fixed 3
        أمس أمس ADV advmod 1
        ، ، PUNCT punct 5
        قصفت قصف VERB ccomp 1 {DONE}
        الطائرات طائرة NOUN nsubj 7
        قرية قرية NOUN obj 7""",
        {"قصفت": ["أمس"]},
        id="before the clause that is reported",
    ),
    pytest.param(
        f"""قتل قتل VERB root 0 {DONE}
        حارسان حارس NOUN nsubj 1
        في في ADP case 4
        هجوم هجوم NOUN obl 1
        وقع وقع VERB acl 4 {DONE}
        خلال خلال ADP case 7
        مظاهرة مظاهرة NOUN obl 5
        الأحد أحد NOUN obl 5""",
        {"قتل": ["الأحد"], "هجوم": ["الأحد"], "مظاهرة": ["الأحد"]},
        id="a clause of happening tells of what it describes",
    ),
    pytest.param(
        f"""ذهب ذهب VERB root 0 {DONE}
        إلى إلى ADP case 3
        هناك هناك ADV advmod 1
        مرة مرة NOUN obl 1
        عام عام NOUN nmod 4
        1990 1990 NUM nummod 5
        حينما حينما SCONJ mark 8
        التقى التقى VERB advcl 1 {DONE}
        الوزيران وزير NOUN nsubj 8""",
        {"ذهب": ["عام 1990"], "التقى": ["عام 1990"]},
        id="a clause that tells what was then",
    ),
    pytest.param(
        """هذا هذا DET nsubj 2
        ثالث ثالث ADJ root 0
        هجوم هجوم NOUN nmod 2
        خلال خلال ADP case 5
        يومين يوم NOUN obl 2""",
        {"هجوم": ["خلال يومين"]},
        id="within what time so often",
    ),
    pytest.param(
        f"""شنت شن VERB root 0 {DONE}
        الطائرات طائرة NOUN nsubj 1
        أمس أمس ADV advmod 1
        غارات غارة NOUN obj 1
        استهدفت استهدف VERB acl 4 {DONE}
        قرى قرية NOUN obj 5
        فيما فيما SCONJ mark 8
        اشتبك اشتبك VERB advcl 1 {DONE}
        المسلحون مسلح NOUN nsubj 8""",
        {"غارات": ["أمس"], "استهدفت": ["أمس"], "اشتبك": ["أمس"]},
        id="a clause that goes with it",
    ),
    pytest.param(
        f"""أدانت أدان VERB root 0 {DONE}
        المحكمة محكمة NOUN nsubj 1
        الكاتب كاتب NOUN obj 1
        في في ADP case 5
        جلسة جلسة NOUN obl 1
        نشر نشر VERB acl 5 {DONE}
        وقائعها واقعة NOUN obj 6
        ، ، PUNCT punct 9
        الأحد أحد NOUN obl 6
        . . PUNCT punct 1""",
        {"أدانت": ["الأحد"], "جلسة": ["الأحد"], "نشر": ["الأحد"]},
        id="set off by commas",
    ),
]


@pytest.mark.parametrize(("tree", "expected"), CASES)
def test_times_of_events(tell: Tell, tree: str, expected: dict[str, list[str]]) -> None:
    assert dated(tell, tree) == expected


@pytest.mark.parametrize("published", [TUESDAY, None])
def test_a_day_past_does_not_date_what_somebody_is(tell: Tell, published: date | None) -> None:
    tree = f"""شن شن VERB root 0 {DONE}
    التحالف تحالف NOUN nsubj 1
    الذي الذي DET nsubj 4
    تتزعم تزعم VERB acl:relcl 2 {NOW}
    ه هو PRON obj 4
    الرياض رياض X nsubj 4 GPE
    الأحد أحد NOUN obl 4
    الماضي ماضي ADJ amod 7
    غارة غارة NOUN obj 1"""
    assert dated(tell, tree, published=published) == {"غارة": ["الأحد الماضي"]}


def test_what_is_so_now_dates_no_event_of_the_past(tell: Tell) -> None:
    tree = f"""فازت فاز VERB root 0 {DONE}
    القائمة قائمة NOUN nsubj 1
    رغم رغم ADP case 4
    الأزمة أزمة NOUN obl 1
    التي الذي DET nsubj 6
    تعيش عاش VERB acl:relcl 4 {NOW}
    ها هو PRON obj 6
    الآن آن NOUN obl 6"""
    assert dated(tell, tree, published=None) == {}
