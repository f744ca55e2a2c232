"""The arguments of event words, on trees written by hand."""

from collections.abc import Callable

import pytest

from hadath.extract.frames import arguments, is_passive
from hadath.extract.tokens import Doc, Token

Tree = Callable[[str], Doc]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"


def texts(tokens: list[Token]) -> list[str]:
    """How the words are written."""
    return [token.text for token in tokens]


# --- passives ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("verb", "passive"), [("نُقلت", True), ("نَقلت", False), ("نقلت", False)])
def test_damma_on_the_first_letter_makes_a_verb_passive(tree_of: Tree, verb: str, passive: bool) -> None:
    doc = tree_of(f"{verb} نقل VERB root 0 {DONE_F}\nالجثث جثة NOUN nsubj 1 Number=Plur")
    assert arguments(doc[0]).passive is passive


def test_damma_on_a_verbal_noun_means_nothing(tree_of: Tree) -> None:
    assert not arguments(tree_of("جُرح جرح NOUN root 0")[0]).passive


# --- subjects and objects ------------------------------------------------------------------------------------------


def test_feminine_noun_behind_a_masculine_verb_is_its_object(tree_of: Tree) -> None:
    """«خسر المباراة»: he lost it."""
    doc = tree_of(f"خسر خسر VERB root 0 {DONE}\nالمباراة مباراة NOUN nsubj 1 Gender=Fem|Number=Sing")
    found = arguments(doc[0])
    assert (texts(found.subj), texts(found.obj)) == ([], ["المباراة"])


@pytest.mark.parametrize(
    "subject",
    [
        "اللاعب لاعب NOUN nsubj 1 Gender=Masc|Number=Sing",
        "الطلبة طالب NOUN nsubj 1 Gender=Masc|Number=Plur",
        "طلحة طلحة X nsubj 1 PER",
    ],
)
def test_other_nouns_behind_a_masculine_verb_are_its_subject(tree_of: Tree, subject: str) -> None:
    doc = tree_of(f"خسر خسر VERB root 0 {DONE}\n{subject}")
    assert texts(arguments(doc[0]).subj) == [subject.split()[0]]


def test_title_behind_a_name_is_no_second_subject(tree_of: Tree) -> None:
    doc = tree_of(
        f"""قال قال VERB root 0 {DONE}
        نادر نادر X nsubj 1 PER
        محلل محلل NOUN nsubj 1 Gender=Masc
        الأسواق سوق NOUN nmod 3 Number=Plur"""
    )
    assert texts(arguments(doc[0]).subj) == ["نادر"]


def test_joined_person_is_a_second_subject(tree_of: Tree) -> None:
    doc = tree_of(
        f"""قال قال VERB root 0 {DONE}
        نادر نادر X nsubj 1 PER
        و+ و CCONJ cc 4
        محلل محلل NOUN conj 2 Gender=Masc"""
    )
    assert texts(arguments(doc[0]).subj) == ["نادر", "محلل"]


def test_this_before_who_does_it_is_no_subject(tree_of: Tree) -> None:
    doc = tree_of(
        f"""نفى نفى VERB root 0 {DONE}
        ذلك ذلك DET nsubj 1
        الناطق ناطق NOUN nsubj 1 Gender=Masc"""
    )
    assert texts(arguments(doc[0]).subj) == ["الناطق"]


def test_noun_is_not_the_subject_of_a_clause_whose_verb_disagrees_with_its_pronoun(tree_of: Tree) -> None:
    """«السجين الذي بدأت محاكمته»: the trial began, not the prisoner."""
    doc = tree_of(
        f"""السجين سجين NOUN root 0 Gender=Masc
        الذي الذي DET nsubj 3
        بدأت بدأ VERB acl:relcl 1 {DONE_F}
        محاكمت+ محاكمة NOUN nsubj 3 Gender=Fem
        ه هو PRON nmod 4 Gender=Masc"""
    )
    assert texts(arguments(doc[2]).subj) == ["محاكمت"]


@pytest.mark.parametrize("when", ["بعد", "قبل", "منذ"])
def test_clause_that_tells_when_is_no_content(tree_of: Tree, when: str) -> None:
    doc = tree_of(
        f"""أعلن أعلن VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Gender=Masc
        النتائج نتيجة NOUN obj 1 Number=Plur
        {when} {when} ADP case 6
        أن أن SCONJ mark 6
        انسحب انسحب VERB ccomp 1 {DONE}"""
    )
    assert arguments(doc[0]).clause is None


def test_clause_behind_an_is_content(tree_of: Tree) -> None:
    doc = tree_of(
        f"""أعلن أعلن VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Gender=Masc
        أن أن SCONJ mark 4
        انسحب انسحب VERB ccomp 1 {DONE}"""
    )
    assert arguments(doc[0]).clause == doc[3]


# --- genitives -----------------------------------------------------------------------------------------------------


def test_superlative_tagged_as_adjective_is_a_genitive(tree_of: Tree) -> None:
    doc = tree_of("تحقيق تحقيق NOUN root 0\nأفضل أفضل ADJ amod 1\nالنتائج نتيجة NOUN nmod 2 Number=Plur")
    assert texts(arguments(doc[0]).gen) == ["أفضل"]


def test_person_tagged_as_adjective_of_a_fate_is_a_genitive(tree_of: Tree) -> None:
    doc = tree_of("مقتل مقتل NOUN root 0\nجندي جندي ADJ amod 1 Gender=Masc")
    assert texts(arguments(doc[0]).gen) == ["جندي"]


def test_person_tagged_as_adjective_of_another_noun_is_none(tree_of: Tree) -> None:
    doc = tree_of("مبنى مبنى NOUN root 0\nجندي جندي ADJ amod 1 Gender=Masc")
    assert texts(arguments(doc[0]).gen) == []


@pytest.mark.parametrize("first", ["من", "على"])
def test_by_stands_behind_two_prepositions(tree_of: Tree, first: str) -> None:
    doc = tree_of(
        f"""مقتل مقتل NOUN root 0
        جندي جندي NOUN nmod 1 Gender=Masc
        {first} {first} ADP case 5
        يد يد NOUN fixed 3
        مسلح مسلح NOUN nmod 1 Gender=Masc"""
    )
    assert texts(arguments(doc[0]).by) == ["مسلح"]


# --- obliques ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("preposition", ["لدى", "بعد"])
def test_noun_behind_a_preposition_that_also_opens_clauses_is_an_oblique(
    tree_of: Tree, preposition: str
) -> None:
    doc = tree_of(
        f"""تقدم تقدم VERB root 0 {DONE}
        المزارع مزارع NOUN nsubj 1 Gender=Masc
        {preposition} {preposition} ADP case 4
        المحكمة محكمة NOUN obl 1 Gender=Fem"""
    )
    ((_, nouns),) = arguments(doc[0]).obliques.items()
    assert texts(nouns) == ["المحكمة"]


def test_by_and_its_noun_as_two_prepositions(tree_of: Tree) -> None:
    doc = tree_of(
        f"""أوقف أوقف VERB root 0 {DONE}
        المزارع مزارع NOUN nsubj:pass 1 Gender=Masc
        من من ADP case 5
        قبل قبل NOUN case 5
        الشرطة شرطة NOUN obl 1 Gender=Fem"""
    )
    assert texts(arguments(doc[0]).by) == ["الشرطة"]


def test_by_way_of_is_one_preposition(tree_of: Tree) -> None:
    doc = tree_of(
        f"""وصل وصل VERB root 0 {DONE}
        الوفد وفد NOUN nsubj 1 Gender=Masc
        عن عن ADP case 4
        طريق طريق NOUN obl 1
        البحر بحر NOUN nmod 4"""
    )
    assert set(arguments(doc[0]).obliques) == {"عن طريق"}


@pytest.mark.parametrize(
    ("form", "lemma", "passive"),
    [("أصيب", "أصاب", True), ("بيعت", "باع", True), ("أصابت", "أصاب", False), ("يبيع", "باع", False)],
)
def test_hollow_verbs_show_their_passive(tree_of: Tree, form: str, lemma: str, passive: bool) -> None:
    doc = tree_of(
        f"""{form} {lemma} VERB root 0
        الجندي جندي NOUN nsubj 1"""
    )
    assert is_passive(doc[0]) is passive


def test_two_genders_are_two_subjects(tree_of: Tree) -> None:
    """«واجهت البلاد أزمة ولم يكشف …»"""
    doc = tree_of(
        f"""أعلن أعلن VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1 Gender=Masc|Number=Sing
        أن أن SCONJ mark 4
        واجهت واجه VERB ccomp 1 {DONE_F}
        البلاد بلاد NOUN nsubj 4 Gender=Fem|Number=Plur
        أزمة أزمة NOUN obj 4
        و و CCONJ cc 8
        رفض رفض VERB conj 4 {DONE}
        العرض عرض NOUN obj 8"""
    )
    assert texts(arguments(doc[7]).subj) == []


def test_people_right_before_a_plural_verb_do_it(tree_of: Tree) -> None:
    """«خطة دبرها مسلحون هاجموا القرية»"""
    doc = tree_of(
        f"""كشف كشف VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1 Gender=Masc|Number=Sing
        خطة خطة NOUN obj 1
        مسلحون مسلح NOUN nmod 3 Gender=Masc|Number=Plur
        هاجموا هاجم VERB acl 3 Aspect=Perf|Gender=Masc|Number=Plur|Person=3|Voice=Act
        القرية قرية NOUN obj 5"""
    )
    assert texts(arguments(doc[4]).subj) == ["مسلحون"]


@pytest.mark.parametrize(("before", "objects"), [("ما ما DET det 2", []), ("قد قد PART advmod 2", ["ه"])])
def test_what_is_described_is_nobody(tree_of: Tree, before: str, objects: list[str]) -> None:
    """«ما وصفته بأنه انتهاك»"""
    doc = tree_of(
        f"""{before}
        وصفت+ وصف VERB root 0 {DONE_F}
        ه هو PRON obj 2
        ب+ ب ADP case 5
        انتهاك انتهاك NOUN obl 2"""
    )
    assert texts(arguments(doc[1]).obj) == objects
