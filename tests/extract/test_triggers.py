"""Which words carry an event, on trees written by hand."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"


@pytest.mark.parametrize(
    ("verb", "preposition", "noun", "rule"),
    [
        ("شن", "", "هجوما", "light verb with verbal noun"),
        ("أجرى", "", "محادثات", "light verb with verbal noun"),
        ("بدأ", "", "قصف", "phasal verb with verbal noun"),
        ("واصل", "", "قصف", "phasal verb with verbal noun"),
        ("حاول", "", "اقتحام", "modal verb with verbal noun"),
        ("تمكن", "من", "اعتقال", "modal verb with verbal noun"),
    ],
)
def test_carrying_verb_is_no_event(tell: Tell, verb: str, preposition: str, noun: str, rule: str) -> None:
    lemma = {"هجوما": "هجوم", "محادثات": "محادثة"}.get(noun, noun)
    before = f"{preposition} {preposition} ADP case 4" if preposition else "أمس أمس ADV advmod 1"
    story = tell(
        f"""{verb} {verb} VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        {before}
        {noun} {lemma} NOUN {"obl:arg" if preposition else "obj"} 1"""
    )
    assert story.words == [noun]
    assert story.event(noun).rule == rule
    assert story.who(noun, "agents") == ["الجيش"]


def test_carrying_verbs_stand_over_each_other(tell: Tell) -> None:
    story = tell(
        f"""حاول حاول VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        أمس أمس ADV advmod 1
        شن شن NOUN obj 1
        هجوم هجوم NOUN nmod 4"""
    )
    assert "حاول" not in story.words
    assert "هجوم" in story.words


def test_modal_verb_over_a_verb(tell: Tell) -> None:
    story = tell(
        f"""بدأ بدأ VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        ينسحب انسحب VERB xcomp 1 Aspect=Imp|Gender=Masc|Number=Sing|Person=3"""
    )
    assert story.words == ["ينسحب"]
    assert story.who("ينسحب", "agents") == ["الجيش"]


def test_object_belongs_to_the_phrase(tell: Tell) -> None:
    story = tell(
        f"""أطلق أطلق VERB root 0 {DONE}
        الجنود جندي NOUN nsubj 1 Number=Plur
        النار نار NOUN obj 1
        على على ADP case 5
        المحتجين محتج NOUN obl:arg 1 Number=Plur"""
    )
    (event,) = story.extraction.events
    assert event.type == "ASSAULT"
    assert event.lemma == "أطلق"
    assert [e.mentions[0].text for e in story.extraction.entities] == ["الجنود", "المحتجين"]


def test_neighbouring_object_is_part_of_the_trigger(tell: Tell) -> None:
    story = tell(
        f"""أطلق أطلق VERB root 0 {DONE}
        النار نار NOUN obj 1
        على على ADP case 4
        المحتجين محتج NOUN obl:arg 1 Number=Plur"""
    )
    assert story.words == ["أطلق النار"]
    assert story.who("أطلق النار", "patients") == ["المحتجين"]


def test_ceasefire_is_one_event(tell: Tell) -> None:
    story = tell(
        f"""رفض رفض VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        وقف وقف NOUN obj 1
        إطلاق إطلاق NOUN nmod 3
        النار نار NOUN nmod 4"""
    )
    assert story.words == ["رفض", "وقف إطلاق"]
    assert story.event("وقف إطلاق").type == "RETREAT"
    assert story.event("وقف إطلاق").negated


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("لجنة التحقيق", ["لجنة لجنة NOUN nsubj 1 Gender=Fem", "التحقيق تحقيق NOUN nmod 2"]),
        ("وزيرة الهجرة", ["وزيرة وزيرة NOUN nsubj 1 Gender=Fem", "الهجرة هجرة NOUN nmod 2"]),
    ],
)
def test_what_a_body_is_for_is_no_event(tell: Tell, title: str, words: list[str]) -> None:
    story = tell("\n".join([f"انسحبت انسحب VERB root 0 {DONE_F}", *words]))
    assert story.words == ["انسحبت"]
    assert story.who("انسحبت", "agents") == [title]


def test_words_of_names_are_no_events_but_listed(tell: Tell) -> None:
    story = tell(
        f"""نددت ندد VERB root 0 {DONE_F}
        صحيفة صحيفة NOUN nsubj 1 Gender=Fem
        الاحتجاج احتجاج NOUN appos 2 ORG
        ب+ ب ADP case 5
        الاعتقال اعتقال NOUN obl:arg 1"""
    )
    assert story.words == ["نددت", "الاعتقال"]
    assert ("الاحتجاج", "part of a name") in [
        (n.mention.text, n.reason) for n in story.extraction.not_extracted
    ]


@pytest.mark.parametrize("word", ["نسمح", "نهاجم", "ننسحب"])
def test_unknown_imperfect_behind_lan_is_a_verb(tell: Tell, word: str) -> None:
    story = tell(
        f"""لن لن PART advmod 2
        {word} {word} X root 0
        أبدا أبدا ADV advmod 2"""
    )
    assert story.words == [word]
    assert story.event(word).negated
    assert story.event(word).rule == "verb"


def test_unknown_word_elsewhere_is_none(tell: Tell) -> None:
    assert tell("كان كان AUX cop 2\nنسمح نسمح X root 0").words == []


def test_participle_says_what_happened_to_its_noun(tell: Tell) -> None:
    story = tell(
        f"""غادر غادر VERB root 0 {DONE}
        الناشطون ناشط NOUN nsubj 1 Number=Plur
        المحتجزون محتجز ADJ amod 2 Number=Plur
        السجن سجن NOUN obj 1"""
    )
    event = story.event("المحتجزون")
    assert (event.type, event.rule) == ("COERCE", "participle")
    assert story.who("المحتجزون", "patients") == ["الناشطون المحتجزون"]


def test_unlisted_verb_is_listed_as_not_understood(tell: Tell) -> None:
    story = tell(
        f"""تشقلب تشقلب VERB root 0 {DONE}
        المهرج مهرج NOUN nsubj 1
        و+ و CCONJ cc 4
        هاجم هاجم VERB conj 1 {DONE}
        الحارس حارس NOUN obj 4 Gender=Masc"""
    )
    assert story.words == ["هاجم"]
    (left,) = story.extraction.not_extracted
    assert (left.mention.text, left.reason) == ("تشقلب", "verb not in the lexicon")


def test_verb_that_is_no_event_is_not_listed(tell: Tell) -> None:
    story = tell(f"ابتسم ابتسم VERB root 0 {DONE}\nالطفل طفل NOUN nsubj 1")
    assert story.extraction.events == ()
    assert story.extraction.not_extracted == ()


def test_bare_noun_without_anybody_is_talk(tell: Tell) -> None:
    """«التطوير» alone is no event; a protest is one, whoever protests."""
    assert tell("التطوير تطوير NOUN root 0").words == []
    assert tell("احتجاجات احتجاج NOUN root 0 Number=Plur").words == ["احتجاجات"]


# --- verbs that the tagger does not know ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "word", "found"),
    [
        ('"+ " PUNCT', "نرفض", True),
        ("لا لا PART", "نرفض", True),
        ("نحن نحن X", "نرفض", True),
        ("السيد سيد NOUN", "نرفض", False),
        ('"+ " PUNCT', "نورماندي", False),
    ],
)
def test_unknown_first_person_plural(tell: Tell, before: str, word: str, *, found: bool) -> None:
    story = tell(
        f"""{before} dep 2
        {word} {word} X root 0
        الهجوم هجوم NOUN obj 2 Gender=Masc"""
    )
    assert (word in story.words) is found


def test_modal_verb_in_the_first_person_plural(tell: Tell) -> None:
    story = tell(
        """لا لا PART advmod 2
        نريد نريد X root 0
        اعتقال اعتقال NOUN obj 2
        المتهم متهم NOUN nmod 3 Gender=Masc"""
    )
    event = story.event("اعتقال")
    assert (event.negated, event.modality) == (True, "possible")


# --- words that only carry an event --------------------------------------------------------------------------------


def test_light_verb_supports_the_event(tell: Tell) -> None:
    story = tell(
        f"""شن شن VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        هجوما هجوم NOUN obj 1"""
    )
    (support,) = story.event("هجوما").support
    assert story.extraction.article.text[support.start : support.end] == support.text == "شن"


@pytest.mark.parametrize(
    ("verb", "preposition"), [("قام", "ب+ ب ADP case 4"), ("بدأ", "أمس أمس ADV advmod 1")]
)
def test_empty_and_phasal_verbs_are_no_support(tell: Tell, verb: str, preposition: str) -> None:
    story = tell(
        f"""{verb} {verb} VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc
        {preposition}
        قصف قصف NOUN {"obl:arg" if preposition.startswith("ب") else "obj"} 1"""
    )
    assert story.event("قصف").support == ()


def test_noun_that_bears_an_event_supports_it(tell: Tell) -> None:
    story = tell(
        f"""رفض رفض VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Gender=Masc
        فرض فرض NOUN obj 1
        عقوبات عقوبة NOUN nmod 3 Gender=Fem|Number=Plur
        على على ADP case 6
        الشركة شركة NOUN nmod 3 Definite=Def|Gender=Fem"""
    )
    assert story.words == ["رفض", "عقوبات"]
    assert [mention.text for mention in story.event("عقوبات").support] == ["فرض"]
    assert story.event("عقوبات").negated


def test_noun_before_another_noun_bears_no_event(tell: Tell) -> None:
    """«فرض» bears sanctions, not a building."""
    story = tell(
        f"""أعلن أعلن VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Gender=Masc
        فرض فرض NOUN obj 1
        ضريبة ضريبة NOUN nmod 3 Gender=Fem"""
    )
    assert all(event.support == () for event in story.extraction.events)


def test_noun_in_a_relative_clause_is_carried_by_its_verb(tell: Tell) -> None:
    """«شكوى تقدمت بها المنظمة»."""
    story = tell(
        f"""رفضت رفض VERB root 0 {DONE_F}
        المحكمة محكمة NOUN nsubj 1 Gender=Fem
        شكوى شكوى NOUN obj 1 Gender=Fem
        تقدمت تقدم VERB acl 3 {DONE_F}
        ب+ ب ADP case 6
        ها هو PRON obl:arg 4 Gender=Fem|Number=Sing|Person=3
        المنظمة منظمة NOUN nsubj 4 Definite=Def|Gender=Fem"""
    )
    assert story.words == ["رفضت", "شكوى"]
    assert story.who("شكوى", "agents") == ["المنظمة"]
    assert [mention.text for mention in story.event("شكوى").support] == ["تقدمت"]


def test_noun_of_a_phrase_read_as_subject_is_its_object(tell: Tell) -> None:
    """«أطلق النار على المارة»: the fire shoots nobody."""
    story = tell(
        f"""أطلق أطلق VERB root 0 {DONE}
        النار نار NOUN nsubj 1
        على على ADP case 4
        المارة مار NOUN obl:arg 1 Number=Plur"""
    )
    assert story.words == ["أطلق النار"]
    assert story.event("أطلق النار").type == "ASSAULT"
    assert not story.event("أطلق النار").agents


# --- words that look like event words ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("noun", "words"), [("أعمارهم", []), ("أعمار", []), ("إعمار", ["إعمار"]), ("اعمار", ["اعمار"])]
)
def test_ages_are_no_rebuilding(tell: Tell, noun: str, words: list[str]) -> None:
    """The hamza above is another word than the one below; without a hamza it may be either."""
    story = tell(
        f"""ناقش ناقش VERB root 0 {DONE}
        {noun} {noun.removesuffix("هم")} NOUN obj 1
        المدينة مدينة NOUN nmod 2 Definite=Def|Gender=Fem"""
    )
    assert story.words == ["ناقش", *words]


@pytest.mark.parametrize(
    ("relation", "words"), [("obj", ["اعتقل"]), ("nsubj", ["اعتقل"]), ("amod", ["اعتقل", "المتعهدين"])]
)
def test_plural_participle_that_names_people_is_no_event(tell: Tell, relation: str, words: list[str]) -> None:
    story = tell(
        f"""اعتقل اعتقل VERB root 0 {DONE}
        الجنود جندي NOUN obj 1 Definite=Def|Number=Plur
        المتعهدين متعهد ADJ {relation} {2 if relation == "amod" else 1} Definite=Def|Gender=Masc|Number=Plur"""
    )
    assert story.words == words


def test_the_subject_of_an_auxiliary_is_what_its_light_verb_carries(tell: Tell) -> None:
    story = tell(
        """كانت كان VERB root 0 Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act
        الاحتجاجات احتجاج NOUN nsubj 1 Definite=Def|Gender=Fem|Number=Plur
        قد قد AUX aux 4
        اندلعت اندلع VERB xcomp 1 Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act
        في في ADP case 6
        العاصمة عاصمة NOUN obl 4 Definite=Def"""
    )
    assert story.event("الاحتجاجات").rule == "light verb with verbal noun"


def test_a_word_that_counts_is_no_part_of_the_phrase_it_stands_in(tell: Tell) -> None:
    story = tell(
        f"""زرع زرع VERB root 0 {DONE}
        المتمردون متمرد NOUN nsubj 1 Definite=Def|Number=Plur
        مئات مئة NUM obj 1 Number=Plur
        الألغام لغم NOUN nmod 3 Definite=Def|Number=Plur"""
    )
    event = story.event("زرع")
    assert [mention.text for mention in event.support] == ["الألغام"]


def test_verb_whose_noun_is_no_event_stands_for_itself(tell: Tell) -> None:
    story = tell(
        f"""كثفت كثف VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Gender=Fem
        عمل عمل NOUN obj 1
        الدوريات دورية NOUN nmod 3 Number=Plur"""
    )
    assert story.words == ["كثفت"]


@pytest.mark.parametrize(("noun", "lemma", "words"), [("حظرا", "حظر", ["حظرا"]), ("قيودا", "قيد", ["فرضت"])])
def test_light_verb_leaves_the_event_to_its_noun_only_if_that_is_one(
    tell: Tell, noun: str, lemma: str, words: list[str]
) -> None:
    story = tell(
        f"""فرضت فرض VERB root 0 {DONE_F}
        الحكومة حكومة NOUN nsubj 1 Gender=Fem
        أمس أمس ADV advmod 1
        {noun} {lemma} NOUN obj 1"""
    )
    assert story.words == words


def test_statement_that_was_issued_is_no_event_of_its_own(tell: Tell) -> None:
    story = tell(
        f"""أكد أكد VERB root 0 {DONE}
        بيان بيان NOUN nsubj 1 Gender=Masc
        صدر صدر VERB acl 2 {DONE}
        الهدنة هدنة NOUN obj 1"""
    )
    assert "صدر" not in story.words


def test_noun_of_a_phrase_may_hang_on_the_subject(tell: Tell) -> None:
    story = tell(
        f"""لقي لقي VERB root 0 {DONE}
        3 3 NUM nsubj 1
        أشخاص شخص NOUN nmod 2 Number=Plur
        مصرع مصرع NOUN nmod 3
        هم هو PRON nmod 4"""
    )
    (event,) = story.extraction.events
    assert (event.lemma, event.type) == ("لقي", "OTHER")


@pytest.mark.parametrize(
    ("agent", "events"),
    [
        ("من من ADP case 7\nقبل قبل ADP fixed 5\nالمعارضة معارضة NOUN obl 2 Gender=Fem", ["مخططة", "منظمة"]),
        ("منذ منذ ADP case 6\nشهر شهر NOUN obl 2\nواحد واحد ADJ amod 6", []),
    ],
)
def test_participle_that_names_who_did_it_is_an_event(tell: Tell, agent: str, events: list[str]) -> None:
    story = tell(
        f"""الحملة حملة NOUN nsubj 2 Gender=Fem
        مخططة مخطط ADJ root 0 Gender=Fem
        و و CCONJ cc 4
        منظمة منظمة NOUN conj 2 Gender=Fem
        {agent}"""
    )
    assert story.words == events


def test_counted_event_needs_nobody(tell: Tell) -> None:
    story = tell(
        f"""عولج عالج VERB root 0 {DONE}
        بعد بعد ADP case 3
        ثلاثة ثلاثة NUM obl 1
        حوادث حادث NOUN nmod 3 Number=Plur"""
    )
    assert "حوادث" in story.words


def test_uncounted_event_without_anybody_is_talk(tell: Tell) -> None:
    story = tell(
        f"""عولج عالج VERB root 0 {DONE}
        بعد بعد ADP case 3
        حوادث حادث NOUN obl 1 Number=Plur"""
    )
    assert "حوادث" not in story.words


def test_colon_behind_a_verb_opens_what_is_said(tell: Tell) -> None:
    story = tell(
        f"""تابع تابع VERB root 0 {DONE}
        : : PUNCT punct 1
        الوضع وضع NOUN dep 1
        صعب صعب ADJ amod 3"""
    )
    assert story.event("تابع").type == "SAY"


def test_a_sentence_hung_on_the_court_belongs_to_the_verdict(tell: Tell) -> None:
    """«قضت محكمة بسجن التاجر»: the parser hangs «بسجن» on «محكمة»."""
    story = tell(
        f"""قضت قضى VERB root 0 {DONE_F}
        محكمة محكمة NOUN nsubj 1 Gender=Fem
        ب ب ADP case 4
        سجن سجن NOUN nmod 2 _
        التاجر تاجر NOUN nmod 4 _"""
    )
    assert [(e.trigger.text, e.type) for e in story.extraction.events] == [
        ("قضت", "COERCE"),
        ("سجن", "COERCE"),
    ]
    assert story.who("سجن", "patients") == ["التاجر"]


@pytest.mark.parametrize(("verb", "kind"), [("صدر", "SAY"), ("رفض", "")])
def test_the_governor_tells_what_a_noun_means(tell: Tell, verb: str, kind: str) -> None:
    """«صدر تعليق» is a comment."""
    story = tell(
        f"{verb} {verb} VERB root 0 {DONE}\nتعليق تعليق NOUN nsubj 1 _\nمن من ADP case 4\nالوزارة وزارة NOUN nmod 2 _"
    )
    assert [e.type for e in story.extraction.events if e.trigger.text == "تعليق"] == ([kind] if kind else [])


def test_a_clause_in_the_place_of_the_verbal_noun(tell: Tell) -> None:
    """«نجح السجين في أن يهرب»"""
    story = tell(
        f"""نجح نجح VERB root 0 {DONE}
        السجين سجين NOUN nsubj 1 _
        في في ADP case 5
        أن أن SCONJ mark 5
        يهرب هرب VERB ccomp 1 Aspect=Imp|Gender=Masc|Number=Sing|Person=3|Voice=Act"""
    )
    assert story.words == ["يهرب"]


def test_an_owned_subject_governs_no_other_noun(tell: Tell) -> None:
    """«أطلق كلاهما النار على الحارس»: the fire is the verb's object."""
    story = tell(
        f"""أطلق أطلق VERB root 0 {DONE}
        كلا+ كل NOUN nsubj 1 _
        هما هو PRON nmod 2 Number=Dual
        النار نار NOUN nmod 2 _
        على على ADP case 6
        الحارس حارس NOUN obl:arg 1 _"""
    )
    assert [(e.trigger.text, e.type) for e in story.extraction.events] == [("أطلق", "ASSAULT")]
    assert story.who("أطلق", "patients") == ["الحارس"]


def test_a_passive_of_the_third_form_is_known(tell: Tell) -> None:
    """«حوصرت القرية»"""
    story = tell(f"حوصرت حوصر VERB root 0 {DONE_F}\nالقرية قرية NOUN nsubj 1 Gender=Fem")
    assert story.event("حوصرت").type == "COERCE"
    assert story.who("حوصرت", "patients") == ["القرية"]
