"""The arguments of an event word in a dependency tree, found where Arabic puts them.

Objects may be clitics, genitives may be clitics too; a relative clause's subject is the noun it describes; coordinated and
open complements share their subject; «من قبل» names the agent of a passive.
"""

from dataclasses import dataclass, field

from hadath.extract.gazetteer.nouns import head_noun_kind
from hadath.extract.lexicon.senses import senses
from hadath.extract.phrases import (
    conjuncts,
    core,
    counts,
    is_clause,
    is_foreign,
    is_owned,
    lemma,
    members,
    preposition,
    takes_no_genitive,
    with_its_number,
)
from hadath.extract.records import EntityKind
from hadath.extract.subjects import agree, has_resumptive_object, shared_subject
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = ["Arguments", "arguments", "deeper", "is_passive"]

_OBLIQUE = frozenset({"obl", "obl:arg", "nmod", "advmod", "orphan", "iobj"})
_CLAUSE = frozenset({"ccomp", "obl:arg", "obl", "obj", "xcomp", "acl", "csubj", "nmod", "advcl", "parataxis"})
_PEOPLE = (EntityKind.PERSON, EntityKind.GROUP)
_AT_LEAST = word_class("at least")
_DAMMA = "\u064f"  # on the first letter it makes a verb passive: «نُقلت»
_SHADDA = "\u0651"
_WHEN = word_class("when")
_ABOUT = word_class("about")
_DIRECTIONS = word_class("direction")
_BY = word_class("by")


@dataclass(slots=True)
class Arguments:
    """Heads of the phrases around an event word. ``obliques`` maps each (folded) preposition to its nouns."""

    subj: list[Token] = field(default_factory=list)
    obj: list[Token] = field(default_factory=list)
    iobj: list[Token] = field(default_factory=list)
    gen: list[Token] = field(default_factory=list)
    by: list[Token] = field(default_factory=list)
    obliques: dict[str, list[Token]] = field(default_factory=dict)
    clause: Token | None = None
    xcomp: Token | None = None
    passive: bool = False
    itself: list[Token] = field(default_factory=list)  # with its number, when it names whom an event befell
    about: list[Token] = field(default_factory=list)  # counted with «about», subject or object
    shared: bool = False  # the subject is another verb's

    def at(self, source: str) -> list[Token]:
        """Heads at a place named as in the lexicon: ``subj``, ``obj``, ``iobj``, ``gen``, ``self`` or a preposition."""
        if source == "self":
            return self.itself
        if source in ("subj", "obj", "iobj", "gen"):
            found: list[Token] = getattr(self, source)
            return found
        return self.obliques.get(source, [])


def arguments(token: Token) -> Arguments:
    """The arguments of a verb, verbal noun or participle."""
    found = Arguments(passive=is_passive(token))
    if token.pos_ in ("NOUN", "ADJ"):
        found.itself = [with_its_number(token)]
    for child in token.children:
        _sort_in(child, token, found)
    _join_strays(token, found)
    found.gen = found.gen or _joint_genitive(token)
    found.subj, found.obj = _without_titles(found.subj), _without_titles(found.obj)
    if (
        token.i > token.sent.start and token.nbor(-1).norm == "ما"
    ):  # «ما وصفته بأنه …»: it is what is spoken of, no participant
        found.obj = [t for t in found.obj if t.pos_ != "PRON"]
    if token.dep_ in ("acl", "acl:relcl"):
        _resume(token, found)
    if token.pos_ == "VERB" and not found.obj:
        found.obj = (
            [
                c
                for noun in found.subj
                if takes_no_genitive(noun) or is_owned(noun)
                for c in noun.children
                if _is_bare_noun(c)
            ]
            or _owned_object(found.subj)
            or _foreign_object(found.subj)
        )
    if token.pos_ == "VERB" and not found.obj and found.subj and _disagrees(token, found.subj[0]):
        found.obj, found.subj = found.subj, []
    if found.about:
        (found.obj if found.subj else found.subj).extend(found.about)
    if token.pos_ == "VERB" and not found.subj:
        found.subj = _postponed_subject(found)
    if token.pos_ == "VERB" and not found.subj:
        found.subj = shared_subject(token)
        found.shared = bool(found.subj)
    return found


def _joint_genitive(noun: Token) -> list[Token]:
    """The genitive of two joined verbal nouns that stands behind the second: «دعم ومساعدة الجيش»."""
    after = next((c for c in noun.children if c.dep_ == "conj" and c.i == noun.i + 2), None)
    if after is None or not (noun.pos_ == after.pos_ == "NOUN") or noun.norm.startswith("ال"):
        return []
    if not (_is_verbal(noun) and _is_verbal(after)):
        return []
    return [c for c in after.children if c.dep_ == "nmod" and c.i == after.i + 1 and preposition(c) is None]


def _is_verbal(noun: Token) -> bool:
    return any(one.verb for one in senses(noun.lemma_, "NOUN"))


def _join_strays(token: Token, found: Arguments) -> None:
    """What the parser hung on a verb goes with the subject or object before it: «قتل ستة جنود على الأقل وثلاث نساء», «بينهم …»."""
    if token.pos_ != "VERB":
        return
    joined = [c for c in token.children if c.dep_ == "conj" and counts(c) and preposition(c) is None]
    for stray in [*joined, *([] if found.clause else members(token))]:
        before = [(noun.i, role) for role in (found.subj, found.obj) for noun in role if noun.i < stray.i]
        at, role = max(before, key=lambda pair: pair[0], default=(0, []))
        between = [c for c in token.children if at < c.i < stray.i and c.dep_ in _OBLIQUE and c != stray.head]
        if at > token.i and all(lemma(c) in _AT_LEAST for c in between):
            role += conjuncts(stray) if stray in joined else [stray]


def _without_titles(nouns: list[Token]) -> list[Token]:
    """Without what only says who the noun before is («أحمد عادل محلل الأسواق»), or «ذلك» before who does it."""
    nouns = [t for t in nouns if not (t.pos_ == "DET" or t.norm_ == "ذلك") or _is_relative(t)] or nouns
    return [
        t
        for i, t in enumerate(nouns)
        if all(_is_relative(before) for before in nouns[:i])
        or t.dep_ == "conj"
        or t.head.pos_ == "PRON"
        or head_noun_kind(t.lemma_) is not EntityKind.PERSON
    ]


def _foreign_object(subjects: list[Token]) -> list[Token]:
    """A name that the parser took for a part of the subject: «اتهمت باكستان الهند»."""
    genitives = [
        c for s in subjects for c in s.children if c.dep_ == "nmod" and c.i == s.i + 1 and not c.ent_type_
    ]
    return [c for noun in (*subjects, *genitives) for c in noun.children if is_foreign(c, noun)][:1]


def _owned_object(subjects: list[Token]) -> list[Token]:
    """«لقي ثلاثة أشخاص مصرعهم», «أطلق كلاهما النار»: what is counted governs nothing that is owned by it, and a noun that has
    an owner already governs no other; that is the verb's object.
    """
    counted = [(core(noun), c) for noun in subjects for c in core(noun).children if core(noun) != noun]
    found = [c for noun, c in counted if _is_bare_noun(c) and c.i == noun.i + 1 and is_owned(c)]
    return found or [
        c
        for noun in subjects
        if is_owned(noun)
        for c in noun.children
        if _is_bare_noun(c) and c.i > noun.i + 1
    ]


def _disagrees(verb: Token, noun: Token) -> bool:
    """Whether a singular feminine noun right behind a masculine verb is no subject of it: «خسر المجموعة الثانية»."""
    masculine = "Masc" in verb.morph.get("Gender", []) and "Act" in verb.morph.get("Voice", [])
    feminine = noun.pos_ == "NOUN" and noun.norm_.endswith("ة") and "Sing" in noun.morph.get("Number", [])
    return masculine and feminine and noun.i == verb.i + 1 and not noun.ent_type_


def _is_bare_noun(child: Token) -> bool:
    return (
        child.dep_ == "nmod"
        and child.pos_ == "NOUN"
        and child.i > child.head.i
        and preposition(child) is None
    )


def _resume(token: Token, found: Arguments) -> None:
    """In a relative clause «الذي» and a pronoun that takes up its place stand for the noun the clause describes."""
    noun = core(_described(token))
    if noun.pos_ == "VERB":
        return
    others = [t for t in found.subj if not _is_relative(t)]
    theirs = bool(found.subj) and not others and all(_same_gender(token, t) for t in found.subj)
    if theirs and (agree(token, noun) or not has_resumptive_object(token)):
        found.subj = [noun]
        return
    found.subj = others
    if found.subj or theirs:  # the noun is not the subject: a pronoun takes up its place
        found.obj = [noun if t.pos_ == "PRON" else t for t in found.obj]
        found.obliques = {
            p: [noun if t.pos_ == "PRON" else t for t in nouns] for p, nouns in found.obliques.items()
        }


def _described(clause: Token) -> Token:
    """The noun a relative clause describes: of a genitive phrase the one that «الذي» fits («متحدث باسم الشرطة الذي أكد»)."""
    form = next((c.norm for c in clause.children if _is_relative(c)), "")
    noun = clause.head
    while noun.dep_ == "nmod" and noun.head.pos_ == "NOUN" and (_misfits(form, noun) or lemma(noun) == "اسم"):
        noun = noun.head
    return clause.head if _misfits(form, noun) else noun


def _misfits(relative: str, noun: Token) -> bool:
    """Whether «الذي» cannot take up a noun because it is feminine."""
    return relative == "الذي" and noun.pos_ == "NOUN" and noun.norm_.endswith("ة")


def _same_gender(verb: Token, relative: Token) -> bool:
    """«الذي بدأت محاكمته»: a feminine verb does not have «الذي» as its subject, nor a masculine one «التي»."""
    other = {"الذي": "Fem", "التي": "Masc"}.get(relative.norm)
    return other not in verb.morph.get("Gender", [])


def _is_relative(token: Token) -> bool:
    return lemma(token) in ("الذي", "التي", "الذين", "اللذان") or token.norm in (
        "الذي",
        "التي",
        "الذين",
    )


def _postponed_subject(found: Arguments) -> list[Token]:
    """«شارك في الاشتباكات أجانب»: an indefinite adjective of a definite noun is none, but the subject behind it."""
    for nouns in found.obliques.values():
        for noun in nouns:
            if noun.norm.startswith("ال"):
                late = [
                    c
                    for c in noun.children
                    if c.dep_ == "amod" and c.i > noun.i and not c.norm.startswith("ال")
                ]
                if late and late[0].pos_ in ("ADJ", "NOUN") and "Ind" in late[0].morph.get("Definite", []):
                    return late[:1]
    return []


def is_passive(token: Token) -> bool:
    """Whether a verb or participle is passive by its features or its subject's label."""
    if any(child.dep_ in ("nsubj:pass", "aux:pass") for child in token.children):
        return True
    if token.pos_ != "VERB":
        return False
    by_mark = token.text[1:2] == _DAMMA and _SHADDA not in token.text  # «تُجمّد» is active
    return "Pass" in token.morph.get("Voice", []) or by_mark or _is_hollow_passive(token)


def _is_hollow_passive(token: Token) -> bool:
    """«أصيب» of «أصاب», «بيعت» of «باع»: the long vowel of a perfect tells."""
    word = lemma(token)
    form = token.norm
    if form == word and len(form) == 4 and form.startswith("ا") and form[2] == "ي":
        return bool(senses(f"{form[:2]}ا{form[3]}", "VERB"))  # «أدين»: the lemmatiser left it as it stands
    if len(word) == 4 and form[1:2] == "و":  # «حوصر» of «حاصر», also where the lemma is not known
        return word[1] == "ا" or (
            word[1] == "و" and not senses(word, "VERB") and bool(senses(f"{word[0]}ا{word[2:]}", "VERB"))
        )
    if word[-2:-1] != "ا" or form == word:
        return False
    return any(form == f"{word[:-2]}ي{word[-1]}{ending}" for ending in ("", "ت", "وا", "ا", "تا", "ن"))


def _sort_in(child: Token, token: Token, found: Arguments) -> None:
    before = preposition(child)
    clause = is_clause(child) or child.dep_ == "ccomp"
    if (clause or child.pos_ == "VERB") and any(
        c.dep_ in ("mark", "case") and lemma(c) in _WHEN for c in child.children
    ):
        return  # «بعد أن …» tells when
    if clause:
        if child.dep_ in _CLAUSE and child.i > token.i and found.clause is None:
            found.clause = child
    elif child.dep_ in ("nsubj", "nsubj:pass", "csubj"):
        found.subj += conjuncts(child)
    elif child.dep_ == "xcomp" and child.pos_ in ("VERB", "AUX"):
        found.xcomp = found.xcomp or child
    elif before in _ABOUT and child.pos_ == "NUM" and child.i > token.i:  # no preposition but «about»
        # «تجمع نحو ألف متظاهر», «مقتل نحو 20 شخصا»
        (found.about if token.pos_ == "VERB" else found.gen).extend(conjuncts(child))
    elif before is not None and (child.dep_ in _OBLIQUE or child.dep_ == "nummod"):
        _add_oblique(child, before, found)
    elif _is_direction(child, token):
        _add_oblique(child, lemma(child), found)
    elif child.dep_ == "obj":
        found.obj += conjuncts(child)
    elif child.dep_ == "iobj":
        found.iobj += conjuncts(child)
    elif token.pos_ != "VERB" and child.i > token.i and _is_genitive(child, token):
        # a second one is the object of the verbal noun: «مناشدة رئيسها قادة الدول»
        (found.obj if found.gen else found.gen).extend(conjuncts(child))


def _is_direction(child: Token, token: Token) -> bool:
    """«مقتل جنديين شمال سيناء»: a side of a place that stands like a preposition, and completes no word before it."""
    if lemma(child) not in _DIRECTIONS or child.i <= token.i:
        return False
    completes = child.i == token.i + 1 and not token.norm.startswith("ال")
    return not completes and any(c.dep_ == "nmod" and c.i == child.i + 1 for c in child.children)


def _is_genitive(child: Token, token: Token) -> bool:
    """Whether a word completes a noun: a genitive, a number, or a plural that the parser took for its adjective."""
    if child.dep_ in ("nmod", "nummod"):
        beside = child.left_edge.i == token.i + 1  # a name may hang by its last part
        return child.ent_type_ != "PER" or token.ent_type_ == "PER" or beside
    if child.dep_ == "amod" and any(c.dep_ == "nmod" and preposition(c) is None for c in child.children):
        return True  # «تحقيق أفضل النتائج»
    if child.dep_ == "amod" and child.i == token.i + 1 and head_noun_kind(child.lemma_) in _PEOPLE:
        return any("befalls" in reading.flags for reading in senses(token.lemma_, "NOUN"))  # «مقتل مسلح»
    plural = "Plur" in child.morph.get("Number", []) and "Plur" not in token.morph.get("Number", [])
    return child.dep_ == "amod" and child.i == token.i + 1 and plural and child.norm_.endswith(("ين", "ون"))


def _add_oblique(child: Token, before: str, found: Arguments) -> None:
    if before in ("من", "علي") and lemma(child) in _BY:
        owner = next((c for c in child.children if c.dep_ == "nmod" and preposition(c) is None), None)
        if owner is not None:
            if owner.pos_ != "PRON":  # «من جانبه» turns to another speaker and names no agent
                found.by += conjuncts(owner)
            return
    if before in ("من", "علي") and any(
        c.dep_ in ("case", "fixed") and lemma(c) in _BY for c in child.subtree if c.i < child.i
    ):
        found.by += conjuncts(child)
        return
    if before == "عن" and lemma(child) == "طريق":
        before = "عن طريق"
    found.obliques.setdefault(before, []).extend(conjuncts(child))


def deeper(args: Arguments, source: str) -> list[Token]:
    """A prepositional phrase that the parser hung lower, on a word of the object: «إرسال قوات حفظ سلام إلى مالي»."""
    if source in ("subj", "obj", "iobj", "gen", "xcomp", "owner"):
        return []
    level = [*args.gen, *args.obj]
    for _ in range(3):
        below = [
            c
            for noun in level
            for c in noun.children
            if c.dep_ in ("nmod", "obl", "obl:arg") and c.i > noun.i
        ]
        found = [c for c in below if preposition(c) == source]
        if found:
            return found[:1]
        level = [c for c in below if preposition(c) is None]
    return []
