"""Subjects that a verb shares: with the noun its clause describes, the verb it is joined to or completes, its auxiliary; and
whether a verb agrees with a noun."""

from hadath.extract.gazetteer.nouns import head_noun_kind
from hadath.extract.phrases import conjuncts, core, is_clause, lemma
from hadath.extract.records import EntityKind
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = ["AUXILIARIES", "agree", "has_resumptive_object", "is_consequence", "shared_subject"]

AUXILIARIES = word_class("auxiliary")
_PEOPLE = (EntityKind.PERSON, EntityKind.GROUP)
_NEAR = 8  # words from an auxiliary to its verb


def is_consequence(verb: Token) -> bool:
    """«استهدف منزل مما أسفر عن …»: all that happened, nobody in it, is the subject."""
    return verb.i > verb.sent.start and verb.nbor(-1).norm == "مما"


def shared_subject(token: Token) -> list[Token]:
    """The subject a verb shares: with the noun its relative clause describes, its governor, or the verb it is joined to."""
    head = token.head
    if head == token:
        return []
    beside = _people_beside(token) or _subject_of_auxiliary(token)
    if beside:
        return beside
    if token.dep_ == "acl" and _tells_of_noun(token):
        verb = next((t for t in head.ancestors if t.pos_ == "VERB"), None)
        own = [c for c in verb.children if c.dep_ == "nsubj"] if verb is not None else []
        return [t for t in own[:1] if agree(token, t)]
    if token.dep_ in ("acl:relcl", "acl") and head.pos_ in ("NOUN", "PROPN", "X", "NUM", "ADJ", "PRON"):
        return [core(head)] if agree(token, core(head)) and not has_resumptive_object(token) else []
    if is_consequence(token):
        return []
    if token.dep_ in ("xcomp", "conj", "advcl", "parataxis") and head.pos_ in ("VERB", "AUX", "CCONJ"):
        own = [
            c for child in head.children if child.dep_ in ("nsubj", "nsubj:pass") for c in conjuncts(child)
        ]
        alike = _of_one_gender(token, head) and _same_number(token, own[0]) if own else False
        if alike and agree(token, own[0]):
            return own
        return shared_subject(head) if not own and head.pos_ != "CCONJ" else []
    return []


def _people_beside(verb: Token) -> list[Token]:
    """«إرهابيون تدربوا»: indefinite people right before a plural verb are who does it, whatever the two hang on."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    form = before.norm
    people = before.pos_ in ("NOUN", "ADJ") and form.endswith(("ون", "ين")) and not form.startswith("ال")
    return [before] if people and "Plur" in verb.morph.get("Number", []) else []


def _tells_of_noun(verb: Token) -> bool:
    """«صورا قال إنها …»: what is said of a noun by a pronoun is not said by the noun."""
    told = (c for c in verb.children if c.dep_ == "ccomp" or is_clause(c))
    return any(c.pos_ == "PRON" and c.dep_ == "nsubj" for clause in told for c in clause.children)


def _of_one_gender(verb: Token, first: Token) -> bool:
    """Whether two singular verbs may have one subject: «واجهت بلاده …، ولم يكشف» have two."""
    both = all("Sing" in one.morph.get("Number", []) and one.pos_ == "VERB" for one in (verb, first))
    one, other = verb.morph.get("Gender", []), first.morph.get("Gender", [])
    return not (both and one and other and one != other)


def _same_number(verb: Token, noun: Token) -> bool:
    """Whether a verb behind people goes with them: a masculine singular not with several («جنود … حاول»), a plural not with one
    that is nobody in particular («تغير المشهد … وهشموا»)."""
    number = verb.morph.get("Number", [])
    one = "Sing" in number and "Masc" in verb.morph.get("Gender", [])
    people = head_noun_kind(noun.lemma_) in _PEOPLE
    several = "Plur" in noun.morph.get("Number", [])
    single = (
        "Sing" in noun.morph.get("Number", []) and not people and core(noun) == noun and noun.pos_ == "NOUN"
    )
    return not (one and several and people) and not ("Plur" in number and single)


def _subject_of_auxiliary(token: Token) -> list[Token]:
    """The subject that stands with «كان» or its like just before the verb: «أن تكون القوات قد أطلقت»."""
    for verb in token.head.children:
        if verb.i < token.i and lemma(verb) in AUXILIARIES and token.i - verb.i < _NEAR:
            own = [c for child in verb.children if child.dep_ == "nsubj" for c in conjuncts(child)]
            if own and agree(token, own[0]):
                return own
    return []


def has_resumptive_object(token: Token) -> bool:
    """Whether a pronoun in a relative clause takes up the noun as its object: «الذي اعتقلته الشرطة»."""
    return any(child.dep_ == "obj" and child.pos_ == "PRON" for child in token.children)


def agree(verb: Token, noun: Token) -> bool:
    """Whether a verb in gender may have the noun as its subject; verbs after their subject agree, before it only in gender."""
    gender = verb.morph.get("Gender", [])
    plural = "Plur" in noun.morph.get("Number", []) or "Dual" in noun.morph.get("Number", [])
    ending = noun.norm_.endswith(("ة", "ات"))
    if not gender or plural:
        return True
    return ("Fem" in gender) is ending if noun.pos_ == "NOUN" and not noun.ent_type_ else True
