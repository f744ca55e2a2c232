"""Names within a text agree."""

from collections.abc import Callable

from spacy.tokens import Doc

from hadath.extract.agreement import agree_names


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in agree_names(doc).ents]


def test_a_missed_occurrence_is_marked(doc_of: Callable[[str], Doc]) -> None:
    doc = doc_of(
        """فاز فاز VERB root 0
        النجم نجم NOUN nsubj 1 ORG
        على على ADP case 4
        الهلال هلال NOUN obl 1

        خسر خسر VERB root 0
        النجم نجم NOUN nsubj 1"""
    )
    assert names(doc) == [("النجم", "ORG"), ("النجم", "ORG")]


def test_the_most_frequent_kind_wins(doc_of: Callable[[str], Doc]) -> None:
    doc = doc_of(
        """وصل وصل VERB root 0
        سعيد سعيد X nsubj 1 PER

        قال قال VERB root 0
        سعيد سعيد X nsubj 1 ORG

        عاد عاد VERB root 0
        سعيد سعيد X nsubj 1 PER"""
    )
    assert names(doc) == [("سعيد", "PER")] * 3


def test_a_surname_stands_for_the_person(doc_of: Callable[[str], Doc]) -> None:
    doc = doc_of(
        """التقى التقى VERB root 0
        سامي سامي X nmod 3 PER
        الحداد الحداد X nsubj 1 PER

        قال قال VERB root 0
        الحداد الحداد X nsubj 1"""
    )
    assert names(doc) == [("سامي الحداد", "PER"), ("الحداد", "PER")]


def test_a_common_word_once_marked_is_left_alone(doc_of: Callable[[str], Doc]) -> None:
    doc = doc_of(
        """زار زار VERB root 0
        السلام سلام NOUN obj 1 LOC

        يريد أراد VERB root 0
        السلام سلام NOUN obj 1

        يحب أحب VERB root 0
        السلام سلام NOUN obj 1"""
    )
    assert names(doc) == [("السلام", "LOC")]
