"""Trees mended where Arabic grammar leaves one reading only: what the parser hung on a subject that belongs to the verb.

A noun with the article governs no genitive, so that the noun behind a definite subject is the verb's object («زار الوزير القاهرة»);
of two objects of a verb without a subject the one right behind it is its subject; a phrase that the verb asks for and the
subject does not («أطاحت تظاهرات بحكم …») completes the verb. Words that were taken for others are read anew first.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

from hadath.extract.detachment import detached, lemma, preposition
from hadath.extract.gazetteer.nouns import title_class
from hadath.extract.lexicon.light_verbs import light_verbs
from hadath.extract.lexicon.senses import senses
from hadath.extract.misreadings import reread
from hadath.extract.reading import read_table
from hadath.extract.spelling import fold
from hadath.extract.word_classes import word_class

__all__ = ["mend_trees", "mending_component"]

_SUBJECT = frozenset({"nsubj", "nsubj:pass"})
_ADVERBIAL = frozenset({"obl", "obl:arg", "advmod", "advmod:emph"})
_NAMES_OF_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NAMED = _NAMES_OF_PLACES | {"ORG"}
_ASKED = word_class("asked by verbs")
_NEWSROOMS = word_class("newsroom")
_MAKING = word_class("make")
_THAT = frozenset({"ان", "بان", "لان", "كان"})
_TIMES = frozenset(
    {fold(form) for row in read_table("weekdays.tsv") for form in row[0].split("|")}
    | {"اليوم", "امس", "غدا", "الليلة", "الان"}
)


def mend_trees(doc: Doc) -> Doc:
    """Hang what belongs to a verb on the verb; heads, labels and parts of speech of ``doc`` change, its sentences do not."""
    for token in doc:
        reread(token)
        if token.pos_ != "VERB":
            continue
        children = list(token.children)
        if _lacks_subject(token, children):
            _mend_subject(token, [c for c in children if c.dep_ == "obj" and c.pos_ != "PRON"])
        subject = next((c for c in token.children if c.dep_ in _SUBJECT and c.pos_ == "NOUN"), None)
        if subject is None or not _known(token):
            continue
        if _is_own(subject, token):
            subject.dep_ = "obj"
            continue
        _mend_object(token, subject)
        _mend_phrase(token, subject)
    return doc


def _hang(token: Token, verb: Token, label: str) -> None:
    token.head = verb
    token.dep_ = label


def _lacks_subject(verb: Token, children: list[Token]) -> bool:
    """Whether nothing before a verb can be its subject: in a relative clause, when a pronoun takes up the noun elsewhere."""
    subjects = [c for c in children if c.dep_ in _SUBJECT]
    if verb.dep_ == "acl:relcl" and all(c.pos_ == "DET" for c in subjects):
        return any(c.pos_ == "PRON" for c in children) or any(
            c.pos_ == "PRON" for word in children if word.dep_ == "obj" for c in word.children
        )
    if "Plur" in verb.morph.get("Number", []) or any(c.dep_ == "dislocated" for c in children):
        return False  # a verb before its subject is singular
    opens = verb.dep_ in ("ROOT", "root", "ccomp", "parataxis", "advcl")
    return opens and not subjects and not any(c.dep_ in _SUBJECT for c in verb.head.children)


def _mend_subject(verb: Token, objects: list[Token]) -> None:
    """«استخدم الجيش ضدهم القوة», «هدد أمس الجيش إسرائيل»: the first of two nouns behind a verb, adverbials left aside, where
    the object cannot be a person addressed."""
    if not objects or _gives(verb) or not _follows(objects[0], verb):
        return
    first = objects[0]
    second = objects[1] if len(objects) > 1 else detached(first)
    if second is None or not _may_be_subject(first, verb):
        return
    first.dep_ = "nsubj"
    if len(objects) == 1 and _takes_object(verb):
        _hang(second, verb, "obj")


def _follows(noun: Token, verb: Token) -> bool:
    """Whether nothing but adverbials stands between a verb and a noun behind it."""
    between = [c for c in verb.children if verb.i < c.i < noun.left_edge.i]
    return noun.i > verb.i and all(c.dep_ in _ADVERBIAL or c.text == "،" for c in between)


def _may_be_subject(noun: Token, verb: Token) -> bool:
    """Whether a noun agrees with the verb before it and has nothing of an accusative."""
    feminine = "Fem" in verb.morph.get("Gender", [])
    if noun.norm_.endswith(("ا", "ين")) and not noun.ent_type_:
        return False
    agrees = noun.norm_.endswith("ة") is feminine or "Plur" in noun.morph.get("Number", [])
    return noun.ent_type_ in _NAMED or agrees


def _gives(verb: Token) -> bool:
    """Whether a verb may have two objects: «منح الجنود منازل», «جعل الحل صعبا»."""
    return lemma(verb) in _MAKING or any(
        {"obj", "iobj"} & set(reading.recipient) for reading in senses(verb.lemma_, "VERB")
    )


def _known(verb: Token) -> bool:
    return bool(senses(verb.lemma_, "VERB")) or lemma(verb) in light_verbs()


# --- objects ---


def _mend_object(verb: Token, subject: Token) -> None:
    """«اعتقلت الشرطة سامي الحداد»: what follows a definite subject without a preposition is the object of a verb that has none."""
    if not _takes_object(verb) or _has_object(verb):
        return
    found = detached(subject, after=verb.i)
    if found is not None and fold(found.norm_) not in _TIMES:
        _hang(found, verb, "obj")
        if found.pos_ == "ADJ":
            found.pos_ = "NOUN"


def _has_object(verb: Token) -> bool:
    return any(
        c.dep_ in ("obj", "iobj", "ccomp", "xcomp", "nsubj:pass") or _is_clause(c) for c in verb.children
    )


def _is_own(noun: Token, verb: Token) -> bool:
    """«حشد الجيش قواته ونشر جنوده»: what belongs to the subject of the verb before is the object of the verb joined to it."""
    first = verb.head
    owner = next((c for c in noun.children if c.pos_ == "PRON" and c.i == noun.i + 1), None)
    if verb.dep_ != "conj" or first.pos_ != "VERB" or noun.i != verb.i + 1 or owner is None:
        return False
    subject = next((c for c in first.children if c.dep_ in _SUBJECT), None)
    if subject is None or any(c.dep_ in ("obj", "ccomp", "xcomp", "nsubj:pass") for c in verb.children):
        return False
    last = senses(verb.lemma_, "VERB")[-1:]
    genders = [t.morph.get("Gender", []) for t in (first, verb, owner)]
    return (
        bool(last)
        and "obj" in (*last[0].patient, *last[0].content)
        and genders[0] == genders[1] == genders[2]
    )


def _takes_object(verb: Token) -> bool:
    readings = senses(verb.lemma_, "VERB")
    return any("obj" in (*r.patient, *r.recipient, *r.place, *r.content) for r in readings)


# --- phrases ---


def _mend_phrase(verb: Token, subject: Token) -> None:
    """«حكمت محكمة على الناشط»: a phrase behind the subject that the verb's readings ask for and the subject's do not."""
    if subject.i < verb.i:
        return
    wanted = _prepositions(verb.lemma_, "VERB")
    if "ل" in wanted:
        _mend_hearer(verb, subject)
    asked = wanted & _ASKED
    asked -= {preposition(c) for c in verb.children}
    asked -= _prepositions(subject.lemma_, "NOUN") | _prepositions(subject.lemma_, "ADJ")
    if not asked or title_class(subject.lemma_) is not None:
        return
    for child in subject.children:
        before = preposition(child) if child.dep_ == "nmod" and child.i > subject.i else None
        if (
            before in asked
            and lemma(child) != "اسم"
            and not (before == "ب" and child.ent_type_ in _NAMES_OF_PLACES)
        ):
            _hang(child, verb, "obl:arg")
            return


def _mend_hearer(verb: Token, subject: Token) -> None:
    """«قال شهود لوكالة الأنباء»: a newsroom behind the subject of saying is who was told."""
    for child in subject.children:
        told = child.dep_ == "nmod" and child.i > subject.i and preposition(child) == "ل"
        if told and lemma(child) in _NEWSROOMS:
            _hang(child, verb, "obl:arg")


def _prepositions(word: str, pos: str) -> set[str]:
    return {fold(source) for r in senses(word, pos) for source in (*r.patient, *r.recipient, *r.content)}


def _is_clause(token: Token) -> bool:
    """Whether a word heads a clause opened by أن, إن or the like."""
    return any(c.dep_ == "mark" and lemma(c) in _THAT for c in token.children)


@Language.component(
    "hadath_mending",
    requires=["token.dep", "token.pos", "doc.ents"],
    assigns=["token.head", "token.dep", "token.pos"],
)
def mending_component(doc: Doc) -> Doc:
    """The pipeline component."""
    return mend_trees(doc)
