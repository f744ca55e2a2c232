"""Words read anew where the tree shows that the tagger or the lemmatiser took them for others.

A noun has no subject before it, a preposition governs no verb, and the feminine imperfect of one verb («تعرض» of «عرض») has no
masculine subject: it is the perfect of another then («تعرض»).
"""

from spacy.tokens import MorphAnalysis, Token

from hadath.extract.gazetteer.nations import nationality
from hadath.extract.gazetteer.nouns import head_noun_kind
from hadath.extract.lexicon.light_verbs import light_verbs
from hadath.extract.lexicon.senses import senses
from hadath.extract.morphology import lemma_guesses
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold
from hadath.extract.word_classes import word_class

__all__ = ["reread"]

_SUBJECT = frozenset({"nsubj", "nsubj:pass"})
_BEHIND = frozenset({"nmod", "obl", "obl:arg"})
_PEOPLE = frozenset({EntityKind.PERSON, EntityKind.GROUP})
_ABOUT = word_class("about")
_FEMININE = ("ة", "ات", "ى", "اء")


def reread(token: Token) -> None:
    """Part of speech, lemma and features of a word as its place in the tree asks for them."""
    if token.pos_ == "NOUN":
        subject = next((c for c in token.children if c.dep_ in _SUBJECT and c.i < token.i), None)
        if subject is not None and subject.pos_ == "NOUN":
            _read_imperfect(token, subject)
            _read_perfect(token, subject)
    elif token.pos_ == "VERB":
        _read_noun(token)
        _read_own_perfect(token)


def _read_imperfect(word: Token, subject: Token) -> None:
    """«المحكمة تأمر …»: a noun has no subject before it and no object behind it."""
    feminine = word.norm_.startswith("ت")
    if not word.norm_.startswith(("ت", "ي")) or subject.norm_.endswith("ة") is not feminine:
        return
    stem = fold(word.norm_)[1:]
    verb = next((guess for guess in (stem, *lemma_guesses(stem, "VERB")) if senses(guess, "VERB")), None)
    if verb is not None:
        gender = "Fem" if feminine else "Masc"
        _make_verb(word, verb, f"Aspect=Imp|Gender={gender}|Number=Sing|Person=3|VerbForm=Fin|Voice=Act")


def _read_perfect(word: Token, subject: Token) -> None:
    """«إن مهاجما فجر حافلة»: what somebody is cannot be a deed."""
    form = fold(word.norm_)
    clause = any(c.dep_ == "mark" and c.i < subject.i for c in word.children)
    bare = (
        not any(c.dep_ in ("case", "cop") for c in word.children)
        and word.i > 0
        and word.nbor(-1).pos_ != "DET"
    )
    if clause and bare and head_noun_kind(subject.lemma_) in _PEOPLE and senses(form, "VERB"):
        _make_verb(word, word.norm_, "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act")


def _make_verb(word: Token, lemma: str, features: str) -> None:
    word.pos_, word.lemma_ = "VERB", lemma
    word.morph = MorphAnalysis(word.vocab, features)
    for child in word.children:
        if (
            child.dep_ == "nmod"
            and child.i == word.i + 1
            and not any(c.dep_ == "case" for c in child.children)
        ):
            child.dep_ = "obj"


def _read_noun(word: Token) -> None:
    """«بواسطة أجهزتها», «في أسرتها»: behind a preposition or a noun a word in ت with a pronoun is a noun in ة."""
    if word.dep_ not in _BEHIND or not word.norm_.endswith("ت") or word.i + 1 >= len(word.doc):
        return
    owner = word.nbor()
    governed = word.dep_ == "nmod" or any(c.dep_ == "case" and c.i == word.i - 1 for c in word.children)
    if governed and owner.pos_ == "PRON" and owner.head == word:
        word.pos_, word.lemma_ = "NOUN", f"{word.norm_[:-1]}ة"
        word.morph = MorphAnalysis(word.vocab, "Definite=Cons|Number=Sing")


def _read_own_perfect(verb: Token) -> None:
    """«إنه تعرض لهجوم», «تجمع نحو 500»: behind or before a masculine subject «تفعل» is a perfect of its own."""
    form = fold(verb.norm_)
    own = form.startswith("ت") and not fold(verb.lemma_).startswith("ت")
    if own and (senses(form, "VERB") or form in light_verbs()) and _is_masculine(verb):
        verb.lemma_ = form
        verb.morph = MorphAnalysis(verb.vocab, "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act")


def _is_masculine(verb: Token) -> bool:
    """Whether the subject of a verb in ت, as far as it shows, cannot be that of a feminine verb."""
    before = [c for c in verb.children if c.dep_ in _SUBJECT and c.i < verb.i]
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    if before:
        subject = before[-1]
        if subject.pos_ == "PRON":
            return subject.norm_ == "ه"
        singular = subject.pos_ == "NOUN" and "Sing" in subject.morph.get("Number", [])
        return singular and not fold(subject.norm_).endswith(_FEMININE)
    number = next((t for t in behind if t.pos_ == "NUM"), None)
    if number is None or any(c.dep_ == "obj" and c != number for c in verb.children):
        return False
    if number != behind[0] and fold(behind[0].norm_) not in _ABOUT:
        return False
    return any(c.dep_ in ("nmod", "nummod") and _is_people(c) for c in number.children)


def _is_people(noun: Token) -> bool:
    return head_noun_kind(noun.lemma_) in _PEOPLE or nationality(noun.norm_) is not None
