"""What a word means in its sentence: the readings of the lexicon that its form allows, and the one its company calls for."""

from functools import lru_cache

from hadath.extract.company import company
from hadath.extract.frames import Arguments, arguments
from hadath.extract.lexicon.senses import Sense, senses
from hadath.extract.morphology import lemma_guesses
from hadath.extract.phrases import core, lemma
from hadath.extract.spelling import fold
from hadath.extract.tokens import Token
from hadath.extract.word_classes import word_class

__all__ = [
    "is_event",
    "listed",
    "meaning",
    "mend_phrase",
    "possible",
    "readings_of",
    "reads_as_verb",
    "suffered",
]

_BEFORE_VERB = word_class("before a verb")


def readings_of(token: Token) -> tuple[str, ...]:
    """Parts of speech under which the lexicon lists the word, the tagger's own first."""
    if reads_as_verb(token):
        return ("VERB",)
    order = {"VERB": ("VERB",), "NOUN": ("NOUN", "ADJ"), "ADJ": ("ADJ", "NOUN")}.get(token.pos_, ("NOUN",))
    return tuple(pos for pos in order if listed(token, pos))


def reads_as_verb(token: Token) -> bool:
    """Whether a word is an imperfect that the tagger does not know: behind a particle («لن نسمح»), or a first person plural,
    as its treebanks hardly have any, where no noun can stand before it («"نرحب بالقرار"»).
    """
    if token.pos_ != "X" or token.ent_type_:
        return False
    before = token.nbor(-1) if token.i > 0 else None
    particle = before is not None and before.norm in _BEFORE_VERB
    apart = (
        before is None or before.pos_ in ("PUNCT", "SPACE", "PART", "CCONJ", "SCONJ") or before.text == "نحن"
    )
    return (particle or (apart and _is_we(token))) and listed(token, "VERB") is not None


def _is_we(token: Token) -> bool:
    """Whether an unknown word has the form of «نفعل» and is not the first of several unknown words, as foreign names are."""
    alone = token.i + 1 >= len(token.doc) or token.nbor().pos_ not in ("X", "PROPN")
    return alone and len(token.norm_) > 3 and token.norm_.startswith("ن")


def listed(token: Token, pos: str) -> str | None:
    """The lemma under which the lexicon lists a word: the lemmatiser's, or for words it left as they stand a guess."""
    return _listed(token.lemma_, token.norm_, token.pos_, pos)


@lru_cache(maxsize=50_000)
def _listed(lemma: str, form: str, tagged: str, pos: str) -> str | None:
    guesses = lemma_guesses(lemma, pos)
    if pos == "VERB" or form.endswith("ات"):
        guesses = (*lemma_guesses(form, pos), *guesses)
    if tagged == "NOUN" and pos == "ADJ" and fold(lemma).endswith("ة"):
        guesses = ()  # «مدينة» is no «مدين»
    for guess in (lemma, *guesses):
        found = senses(guess, pos)
        if found and not (pos == "NOUN" and _other_hamza(form, found[0].lemma)):
            return guess
    return None


def _other_hamza(written: str, known: str) -> bool:
    """Whether a word is written with another hamza than the listed one: «أعمار» (ages) is no «إعمار» (building)."""
    return {written.removeprefix("ال")[:1], known[:1]} == {"أ", "إ"}


def possible(token: Token, readings: tuple[str, ...]) -> list[Sense]:
    """All that a word can mean, likeliest first."""
    return [one for pos in readings for one in senses(listed(token, pos) or token.lemma_, pos)]


def meaning(token: Token, readings: tuple[str, ...], args: Arguments) -> Sense | None:
    """The first reading that fits what stands around a word."""
    found = possible(token, readings)
    if not found or not found[0].when:  # it needs no company
        return found[0] if found else None
    around = company(token, args)
    return next((one for one in found if one.applies(around)), None)


def is_event(noun: Token) -> bool:
    meant = meaning(noun, readings_of(noun), arguments(noun))
    return meant is not None and meant.event


def suffered(token: Token, args: Arguments) -> Sense | None:
    """What a participle says was done to its noun when it names who did it: «كانت الأحداث مخططة ومنظمة من قبل قوى».

    Such a participle means what its verb means, whatever else it may be without its agent («منظمة» is an organization).
    """
    verb = _verb_of(token)
    joined = [c for c in token.children if c.dep_ == "conj"] + ([token.head] if token.dep_ == "conj" else [])
    by = args.by or next((found for c in joined if c.pos_ == "ADJ" and (found := arguments(c).by)), [])
    told = senses(verb, "VERB")[-1] if by and verb else None
    if told is None or not told.event:
        return None
    args.by = by
    return Sense(token.lemma, "ADJ", told.type, patient=("subj",), verb=verb)


def _verb_of(token: Token) -> str:
    """The verb of a word that can be a participle, empty for all others."""
    if token.pos_ not in ("ADJ", "NOUN"):
        return ""
    known = senses(token.lemma.removesuffix("ة"), "ADJ")
    return known[0].verb if known else ""


def mend_phrase(token: Token, readings: tuple[str, ...], args: Arguments) -> None:
    """The noun of a phrase that the parser took for the verb's subject is its object: «أطلق النار على المارة»."""
    if readings[:1] != ("VERB",) or args.obj or not args.subj or args.subj[0].i < token.i:
        return
    noun = lemma(core(args.subj[0]))
    for reading in senses(listed(token, "VERB") or token.lemma_, "VERB"):
        asked = (
            value for test in reading.when if test.what == "obj" and not test.denied for value in test.values
        )
        if "phrase" in reading.flags and noun in asked:
            args.obj, args.subj = args.subj[:1], args.subj[1:]
            return
