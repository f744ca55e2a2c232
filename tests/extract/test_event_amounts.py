"""How many: which event an amount belongs to, and amounts that belong to none."""

from collections.abc import Callable
from typing import Any

import pytest

from hadath.extract import Article, extract
from hadath.extract.records import Exactness

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
PASSIVE = "Aspect=Perf|Voice=Pass"


def counted(tell: Tell, tree: str) -> dict[str, list[float | None]]:
    """Events that have amounts, by their words."""
    events = tell(tree).extraction.events
    return {e.trigger.text: [q.value for q in e.quantities] for e in events if e.quantities}


CASES = [
    pytest.param(
        f"""أصيب أصيب VERB root 0 {PASSIVE}
        15 15 NUM nsubj:pass 1
        شخصا شخص NOUN nmod 2
        في في ADP case 5
        3 3 NUM obl 1
        حوادث حادث NOUN nmod 5""",
        {"أصيب": [15], "حوادث": [3]},
        id="an event that is counted",
    ),
    pytest.param(
        """وقوع وقوع NOUN root 0
        4 4 NUM nummod 1
        حالات حالة NOUN nmod 2
        اختطاف اختطاف NOUN nmod 3""",
        {"وقوع": [4], "اختطاف": [4]},
        id="cases of an event",
    ),
    pytest.param(
        f"""قضت قضى VERB root 0 {DONE}
        المحكمة محكمة NOUN nsubj 1
        ب+ ب ADP case 4
        إعدام إعدام NOUN obl:arg 1
        6 6 NUM nummod 4
        متهمين متهم NOUN nmod 5""",
        {"قضت": [6]},
        id="whom a sentence strikes",
    ),
    pytest.param(
        f"""قضت قضى VERB root 0 {DONE}
        المحكمة محكمة NOUN nsubj 1
        ب+ ب ADP case 4
        سجن+ سجن NOUN obl:arg 1
        ه هو PRON nmod 4
        18 18 NUM nummod 4
        شهرا شهر NOUN nmod 6""",
        {"سجن": [18]},
        id="how long a prison term is",
    ),
    pytest.param(
        """الحكم حكم NOUN root 0
        على على ADP case 3
        الطبيب طبيب NOUN nmod 1
        ب+ ب ADP case 5
        ثلاثة ثلاثة NUM nmod 1
        أعوام عام NOUN nmod 5
        سجنا سجن NOUN nmod 6""",
        {"الحكم": [3]},
        id="the term before the punishment",
    ),
    pytest.param(
        f"""خفضت خفض VERB root 0 {DONE}
        الشركة شركة NOUN nsubj 1
        السعر سعر NOUN obj 1
        إلى إلى ADP case 5
        20 20 NUM obl 1
        دولارا دولار NOUN nmod 5""",
        {"خفضت": [20]},
        id="the price that is reached",
    ),
    pytest.param(
        """مقتل مقتل NOUN root 0
        12 12 NUM nummod 1
        شخصا شخص NOUN nmod 2
        و+ و CCONJ cc 5
        إصابة إصابة NOUN conj 1
        3 3 NUM nummod 5""",
        {"مقتل": [12], "إصابة": [3]},
        id="verbal nouns",
    ),
    pytest.param(
        f"""اعتقل اعتقل VERB root 0 {PASSIVE}
        شرطيان شرطي NOUN nsubj:pass 1
        و+ و CCONJ cc 4
        3 3 NUM conj 2
        مدنيين مدني NOUN nmod 4""",
        {"اعتقل": [2, 3]},
        id="in a list",
    ),
    pytest.param(
        """انفجاران انفجار NOUN root 0
        في في ADP case 3
        العاصمة عاصمة NOUN nmod 1""",
        {"انفجاران": [2]},
        id="the event word itself",
    ),
    pytest.param(
        f"""أودى أودى VERB root 0 {DONE}
        الحريق حريق NOUN nsubj 1
        ب+ ب ADP case 4
        حياة حياة NOUN obl:arg 1
        64 64 NUM nummod 4
        شخصا شخص NOUN nmod 5""",
        {"أودى": [64]},
        id="lives",
    ),
    pytest.param(
        f"""طردت طرد VERB root 0 {DONE}
        النمسا نمسا X nsubj 1 GPE
        عددا عدد NOUN obj 1
        يصل وصل VERB acl 3 Aspect=Imp
        إلى إلى ADP case 6
        60 60 NUM obl:arg 4
        إماما إمام NOUN nmod 6""",
        {"طردت": [60]},
        id="a number that reaches so many",
    ),
    pytest.param(
        """بلغت بلغ VERB root 0 Aspect=Perf
        الاعتقالات اعتقال NOUN nsubj 1
        40 40 NUM obj 1
        حالة حالة NOUN nmod 3""",
        {"الاعتقالات": [40]},
        id="a verb of measure",
    ),
    pytest.param(
        f"""تراجع تراجع VERB root 0 {DONE}
        عدد عدد NOUN nsubj 1
        الهجمات هجمة NOUN nmod 2
        من من ADP case 5
        224 224 NUM obl 1
        قبل قبل ADP case 7
        الهدنة هدنة NOUN obl 1
        إلى إلى ADP case 9
        148 148 NUM nummod 7""",
        {"تراجع": [148]},
        id="the end of a range",
    ),
    pytest.param(
        """حكما حكم NOUN root 0
        ب+ ب ADP case 3
        السجن سجن NOUN nmod 1
        5 5 NUM nummod 3
        سنوات سنة NOUN nmod 4""",
        {"حكما بالسجن": [5]},
        id="years in prison",
    ),
    pytest.param(
        f"""اعتقل اعتقل VERB root 0 {PASSIVE}
        شاب شاب NOUN nsubj:pass 1
        عمر+ عمر NOUN nmod 2
        ه هو PRON nmod 3
        20 20 NUM obj 1
        عاما عام NOUN nmod 5""",
        {},
        id="an age",
    ),
    pytest.param(
        f"""تحطمت تحطم VERB root 0 {DONE}
        الطائرة طائرة NOUN nsubj 1
        على على ADP case 4
        بعد بعد NOUN obl 1
        180 180 NUM nummod 4
        كيلومترا كيلومتر NOUN nmod 5""",
        {},
        id="a distance",
    ),
    pytest.param(
        f"""هاجم هاجم VERB root 0 {DONE}
        المسلحون مسلح NOUN nsubj 1
        مواقع موقع NOUN obj 1
        في في ADP case 5
        3 3 NUM nmod 3
        قرى قرية NOUN nmod 5""",
        {},
        id="places",
    ),
    pytest.param(
        f"""فاز فاز VERB root 0 {DONE}
        الحزب حزب NOUN nsubj 1
        بعد بعد ADP case 4
        جرد جرد NOUN obl 1
        90% 90% NUM nummod 4
        من من ADP case 7
        الأصوات صوت NOUN nmod 5""",
        {},
        id="of something else in an adjunct",
    ),
    pytest.param(
        f"""أكد أكد VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1
        أن أن SCONJ mark 4
        سفينتين سفينة NOUN obj 1
        بخير خير NOUN nmod 4""",
        {},
        id="in what is reported",
    ),
    pytest.param(
        f"""انخفض انخفض VERB root 0 {DONE}
        الدخل دخل NOUN nsubj 1
        مقارنة مقارنة NOUN obl 1
        ب+ ب ADP case 5
        90 90 NUM nmod 3
        مليون مليون NUM nummod 5""",
        {},
        id="what it is compared with",
    ),
    pytest.param(
        f"""ضربت ضرب VERB root 0 {DONE}
        هزة هزة NOUN nsubj 1
        ب+ ب ADP case 4
        قوة قوة NOUN obl 1
        5.9 5.9 NUM nummod 4
        درجات درجة NOUN nmod 5
        الجزيرة جزيرة NOUN obj 1""",
        {"ضربت": [5.9]},
        id="how strong",
    ),
    pytest.param(
        f"""وفق وفق ADP case 2
        ما ما DET obl 3
        أوضحت أوضح VERB root 0 {DONE}
        اللجنة لجنة NOUN nsubj 3
        المؤلفة مؤلف ADJ amod 4
        من من ADP case 7
        9 9 NUM obl:arg 3
        قضاة قاض NOUN nmod 7""",
        {},
        id="of whom those who speak consist",
    ),
    pytest.param(
        f"""اعتقلت اعتقل VERB root 0 {DONE}
        الشرطة شرطة NOUN nsubj 1
        عصابة عصابة NOUN obj 1
        مكونة مكون ADJ amod 3
        من من ADP case 6
        5 5 NUM nummod 4
        لصوص لص NOUN nmod 6""",
        {"اعتقلت": [5]},
        id="how many make up a whole",
    ),
    pytest.param(
        f"""أنقذت أنقذ VERB root 0 {DONE}
        السفينة سفينة NOUN nsubj 1
        20 20 NUM obj 1
        بحارا بحار NOUN nmod 3
        غرقوا غرق VERB acl 4 {DONE}
        قرب قرب ADP case 7
        الميناء ميناء NOUN obl 5""",
        {"أنقذت": [20], "غرقوا": [20]},
        id="a clause about those who are counted",
    ),
    pytest.param(
        f"""حكم حكم VERB root 0 {PASSIVE}
        على على ADP case 3
        الكاتب كاتب NOUN obl:arg 1
        ب+ ب ADP case 5
        السجن سجن NOUN obl:arg 1
        لمدة مدة NOUN obl 1
        7 7 NUM nummod 6
        أعوام عام NOUN nmod 7""",
        {"السجن": [7]},
        id="a term with its length",
    ),
    pytest.param(
        f"""أكد أكد VERB root 0 {DONE}
        أن أن SCONJ mark 5
        ثلاثة ثلاثة NUM nsubj:pass 5
        جنود جندي NOUN nmod 3
        قتلوا قتل VERB ccomp 1 {PASSIVE}
        و+ و CCONJ cc 7
        أصيب أصاب VERB conj 5 {PASSIVE}
        خمسة خمسة NUM obj 7""",
        {"قتلوا": [3], "أصيب": [5]},
        id="each with its own subject",
    ),
    pytest.param(
        f"""فاز فاز VERB root 0 {DONE}
        النادي ناد NOUN nsubj 1
        في في ADP case 4
        5 5 NUM obl 1
        مواجهات مواجهة NOUN nmod 4""",
        {"فاز": [5], "مواجهات": [5]},
        id="on how many occasions",
    ),
    pytest.param(
        f"""عقدت عقد VERB root 0 {DONE}
        القمة قمة NOUN nsubj 1
        في في ADP case 4
        تونس تونس X nmod 2 GPE
        ب+ ب ADP case 6
        حضور حضور NOUN obl 1
        12 12 NUM nummod 6
        رئيسا رئيس NOUN nmod 7""",
        {"القمة": [12]},
        id="those who attend a gathering",
    ),
    pytest.param(
        f"""ألقت ألقى VERB root 0 {DONE}
        الشرطة شرطة NOUN nsubj 1
        القبض قبض NOUN obj 1
        على على ADP case 5
        سبعة سبعة NUM nmod 3
        مهربين مهرب NOUN nmod 5""",
        {"ألقت الشرطة القبض": [7]},
        id="under the noun that completes a phrase",
    ),
    pytest.param(
        f"""قال قال VERB root 0 {DONE}
        شهود شاهد NOUN nsubj 1
        إن إن SCONJ mark 6
        خمس خمسة NUM nsubj 6
        سيارات سيارة NOUN nmod 4
        تخص خص VERB ccomp 1
        البلدية بلدية NOUN obj 6
        احترقت احترق VERB ccomp 1 {DONE}""",
        {"احترقت": [5]},
        id="a subject with a clause of its own",
    ),
    pytest.param(
        f"""قررت قرر VERB root 0 {DONE}
        المحكمة محكمة NOUN nsubj 1
        تمديد تمديد NOUN obj 1
        فترة فترة NOUN nmod 3
        اعتقاله اعتقال NOUN nmod 4
        6 6 NUM nummod 5
        أشهر شهر NOUN nmod 6""",
        {"تمديد": [6]},
        id="a period made longer",
    ),
    pytest.param(
        f"""قضت قضى VERB root 0 {DONE}
        المحكمة محكمة NOUN nsubj 1
        ب+ ب ADP case 4
        سجن سجن NOUN obl:arg 1
        الكاتب كاتب NOUN nmod 4
        ، ، PUNCT punct 7
        20 20 NUM obj 1
        عاما عام NOUN nmod 7""",
        {"قضت": [20], "سجن": [20]},
        id="a term set off by a comma",
    ),
]


@pytest.mark.parametrize(("tree", "expected"), CASES)
def test_amounts_of_events(tell: Tell, tree: str, expected: dict[str, list[float]]) -> None:
    assert counted(tell, tree) == expected


def test_killed_and_wounded_are_at_most_so_many_each(tell: Tell) -> None:
    story = tell(
        """مقتل مقتل NOUN root 0
        و+ و CCONJ cc 3
        إصابة إصابة NOUN conj 1
        55 55 NUM nummod 3
        شخصا شخص NOUN nmod 4"""
    )
    for word in ("مقتل", "إصابة"):
        (quantity,) = story.event(word).quantities
        assert (quantity.value, quantity.exactness) == (55, Exactness.AT_MOST)


def test_number_of_the_arrested_counts_the_arrest(tell: Tell) -> None:
    tree = """عدد عدد NOUN nsubj 3 Gender=Masc
    الموقوفين موقوف ADJ amod 1 Definite=Def|Gender=Masc|Number=Plur
    يتجاوز تجاوز VERB root 0 Aspect=Imp|Gender=Masc|Number=Sing|Person=3|Voice=Act
    120 120 NUM obj 3
    شخصا شخص NOUN nmod 4"""
    assert counted(tell, tree)["الموقوفين"] == [120]


def test_a_name_joined_before_a_second_amount_has_a_share_of_its_own() -> None:
    text = "أرسلت أرمينيا 100 جندي وطاجيكستان 200 جندي."
    (event,) = next(extract([Article("a", text)])).events
    assert [quantity.value for quantity in event.quantities] == [100]
