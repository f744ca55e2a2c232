"""Event words: which words of a Doc carry an event, what type it is, and what carries it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from hadath.extract.frames import AUXILIARIES, Arguments, arguments, company
from hadath.extract.gazetteer import head_noun_kind, title_class
from hadath.extract.lexicon import Effect, LightVerb, Sense, light_verbs, sense, senses
from hadath.extract.morphology import lemma_guesses
from hadath.extract.phrases import core, lemma, preposition
from hadath.extract.reading import read_table
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold

__all__ = ["Trigger", "find_triggers"]

_WORDS = frozenset({"VERB", "NOUN", "ADJ", "X", "PROPN"})
_EMPTY = frozenset({"تم", "جري", "قام"})  # light verbs without any meaning of their own
_NOMINAL_PLACES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "nmod", "obl", "obl:arg"})
_NAMES = frozenset({"PER", "ORG", "GPE", "LOC", "FAC", "MISC"})


@dataclass(slots=True)
class Trigger:
    """An event word with its reading. ``carriers`` are the light, phasal and modal verbs over it, innermost first;
    ``bearer`` is a noun that does no more than carry it («شن» of «شن غارات»).
    """

    token: Token
    sense: Sense
    args: Arguments
    carriers: list[tuple[Token, LightVerb]] = field(default_factory=list)
    rule: str = ""
    bearer: Token | None = None

    @property
    def words(self) -> list[Token]:
        """The tokens of the trigger: the word, and the object when it belongs to it («أطلق النار»)."""
        near = [t for t in map(core, self.phrase_nouns) if 0 < t.i - self.token.i <= 2]
        return [self.token, near[0]] if near else [self.token]

    @property
    def support(self) -> list[Token]:
        """Words apart that belong to the event: light verbs, the noun that bears it or that completes the phrase."""
        light = [verb for verb, row in self.carriers if row.kind == "light" and lemma(verb) not in _EMPTY]
        apart = [noun for noun in map(core, self.phrase_nouns) if noun not in self.words]
        return [*light, *apart, *([self.bearer] if self.bearer is not None else [])]

    @property
    def phrase_nouns(self) -> list[Token]:
        """Nouns that belong to the trigger and are neither event nor participant."""
        if "phrase" not in self.sense.flags:
            return []
        nouns = self.args.obj or self.args.gen
        asked = {value for test in self.sense.when if test.what == "obj" for value in test.values}
        found = [t for t in nouns if lemma(core(t)) in asked][:1] or nouns[:1]
        for test in self.sense.when:
            if test.what.startswith("prep:"):
                obliques = self.args.obliques.get(test.what.removeprefix("prep:"), ())
                found += [t for t in obliques if lemma(core(t)) in test.values]
        return found


def find_triggers(
    doc: Doc, names: frozenset[int] = frozenset()
) -> tuple[list[Trigger], list[tuple[Token, str]]]:
    """Events of a Doc in order of the text, and event words that gave none, with the reason.

    ``names`` are tokens known to belong to a name or time besides the Doc's entities: nothing in them is an event.
    """
    carried = dict(_carried(doc))
    skipped = names | {verb.i for chain in carried.values() for verb, _ in chain}
    triggers: list[Trigger] = []
    left: list[tuple[Token, str]] = []
    for token in doc:
        if token.pos_ in _WORDS and token.i not in skipped:
            found = _trigger(token, carried, left)
            if found is not None:
                triggers.append(found)
    taken = {i for t in triggers for i in _within_phrase(t)}
    return [t for t in triggers if t.token.i not in taken], left


def _within_phrase(trigger: Trigger) -> Iterator[int]:
    """Tokens that belong to a phrase and are no events of their own: «إطلاق النار» of «وقف إطلاق النار»."""
    for noun in trigger.phrase_nouns:
        yield core(noun).i
        yield from (child.i for child in noun.children if child.dep_ == "nmod")


def _trigger(
    token: Token, carried: dict[int, list[tuple[Token, LightVerb]]], left: list[tuple[Token, str]]
) -> Trigger | None:
    readings = _readings(token)
    if not readings:
        if token.pos_ == "VERB" and not light_verbs().get(lemma(token)):
            left.append((token, "verb not in the lexicon"))
        return None
    args = arguments(token)
    _mend_phrase(token, readings, args)
    meant = _meant(token, readings, args)
    if meant is None or not meant.event or "light" in meant.flags:
        return None
    if token.pos_ == "NOUN" and meant.pos == "ADJ" and meant.type == "OTHER":
        return None  # a participle used as a noun: «ناقلة الحاويات»
    if token.pos_ != "VERB" and (
        _in_title(token) or _is_participant(token, meant) or _is_weapon(token, meant)
    ):
        return None
    if token.pos_ != "VERB" and _in_name(token):
        if meant.type not in ("OTHER", "SAY"):
            left.append((token, "part of a name"))
        return None
    rule = {"VERB": "verb", "NOUN": "verbal noun"}.get(meant.pos, "participle")
    bearer = _bearer(token)
    if bearer is not None:
        _take_over(bearer, token, args)
    carriers = carried.get(token.i) or (carried.get(bearer.i) if bearer else None) or []
    if carriers:
        rule = f"{carriers[0][1].kind} verb with {rule}"
    return Trigger(token, meant, args, carriers, rule, bearer)


def _mend_phrase(token: Token, readings: tuple[str, ...], args: Arguments) -> None:
    """The noun of a phrase that the parser took for the verb's subject is its object: «أطلق النار على المارة»."""
    if readings[0] != "VERB" or args.obj or not args.subj or args.subj[0].i < token.i:
        return
    noun = lemma(core(args.subj[0]))
    for reading in senses(listed(token, "VERB") or token.lemma_, "VERB"):
        asked = (
            value for test in reading.when if test.what == "obj" and not test.denied for value in test.values
        )
        if "phrase" in reading.flags and noun in asked:
            args.obj, args.subj = args.subj[:1], args.subj[1:]
            return


def _bearer(token: Token) -> Token | None:
    """The noun that only carries the event of the noun behind it: «شن الطيران غارات»."""
    noun = token.head
    if token.pos_ != "NOUN" or noun.pos_ != "NOUN" or token.dep_ not in ("nmod", "obj") or preposition(token):
        return None
    meant = _meant(noun, _readings(noun), arguments(noun))
    return noun if meant is not None and "light" in meant.flags else None


def _take_over(bearer: Token, token: Token, args: Arguments) -> None:
    """What hangs on the bearer of an event belongs to the event: «شن الطيران ضربات على المطار»."""
    around = arguments(bearer)
    for before, nouns in around.obliques.items():
        args.obliques.setdefault(before, nouns)
    args.by += [t for t in around.gen if t != token]


_BEFORE_VERB = frozenset({"لن", "لم", "سوف", "س", "قد"})


def _readings(token: Token) -> tuple[str, ...]:
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
    particle = before is not None and fold(before.norm_) in _BEFORE_VERB
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
    guesses = lemma_guesses(token.lemma_, pos)
    if token.pos_ == "NOUN" and pos == "ADJ" and fold(token.lemma_).endswith("ة"):
        guesses = ()  # «مدينة» is no «مدين»
    for guess in (token.lemma_, *guesses):
        found = senses(guess, pos)
        if found and not (pos == "NOUN" and _other_hamza(token.norm_, found[0].lemma)):
            return guess
    return None


def _other_hamza(written: str, known: str) -> bool:
    """Whether a word is written with another hamza than the listed one: «أعمار» (ages) is no «إعمار» (building)."""
    return {written.removeprefix("ال")[:1], known[:1]} == {"أ", "إ"}


def _meant(token: Token, readings: tuple[str, ...], args: Arguments) -> Sense | None:
    around = company(token, args)
    found = (sense(listed(token, pos) or token.lemma_, pos, around) for pos in readings)
    return next((one for one in found if one is not None), None)


def _is_participant(token: Token, meant: Sense) -> bool:
    """Whether a nominal names who takes part («المتظاهرون») or describes a noun («المدنيين العزل») rather than what happens."""
    if meant.pos == "NOUN":
        return token.dep_ == "amod"
    known = listed(token, "ADJ") or token.lemma_
    definite = token.dep_ in _NOMINAL_PLACES and fold(token.norm_).startswith("ال")
    if definite and token.norm_.endswith(("ون", "ين")) and "Plur" in token.morph.get("Number", []):
        return True
    noun = token.pos_ == "NOUN" or definite
    return noun and head_noun_kind(known) in (EntityKind.PERSON, EntityKind.GROUP)


@cache
def _weapons() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in read_table("instruments.tsv"))


_SHADDA = "\u0651"
_DOWN = frozenset({"اسقط", "اعترض", "دمر"})


def _is_weapon(token: Token, meant: Sense) -> bool:
    """Whether «مسيرة» is a drone, not a march: as it is marked, or by what it does or is part of («هجوم بمسيرة»)."""
    if meant.type != "PROTEST" or fold(listed(token, "NOUN") or token.lemma_) not in _weapons():
        return False
    head, before = token.head, preposition(token)
    if _SHADDA in token.text or (token.dep_ == "nmod" and lemma(head) == "طائرة"):
        return True
    attacks = [one for pos in ("VERB", "NOUN") for one in senses(head.lemma_, pos) if one.type == "ASSAULT"]
    if token.dep_ == "nmod" and before is None:
        return any("gen" in one.agent for one in attacks)
    if before == "ب" or token.dep_ == "nsubj":
        return bool(attacks)
    return token.dep_ == "obj" and lemma(head) in _DOWN


def _in_title(token: Token) -> bool:
    """Whether a noun only says of what somebody is minister or what a body is for: «وزيرة الهجرة والاندماج», «لجنة التحقيق»."""
    while token.dep_ in ("nmod", "conj") and token.head.i < token.i and preposition(token) is None:
        token = token.head
        if token.pos_ == "NOUN" and not fold(token.norm_).startswith("ال"):
            kind = head_noun_kind(token.lemma_)
            if kind is EntityKind.ORGANIZATION or title_class(token.lemma_) is not None:
                return True
    return False


def _in_name(token: Token) -> bool:
    return token.ent_type_ in _NAMES


def _carried(doc: Doc) -> Iterator[tuple[int, list[tuple[Token, LightVerb]]]]:
    """For each event word the light, phasal and modal verbs that carry it, innermost first."""
    over: dict[int, list[tuple[Token, LightVerb]]] = {}
    for token in doc:
        unknown = reads_as_verb(token)
        if token.pos_ in ("VERB", "AUX") or unknown:
            for row in light_verbs().get(fold(listed(token, "VERB") or "") if unknown else lemma(token), ()):
                word = _masdar(token, row)
                if word is not None:
                    over.setdefault(word.i, []).append((token, row))
                    break
    for i in over:
        chain: list[tuple[Token, LightVerb]] = []
        level = over[i]
        while level and len(chain) < 4:
            chain += level
            level = [pair for verb, _ in level for pair in over.get(verb.i, ())]
        yield i, chain


def _masdar(verb: Token, row: LightVerb) -> Token | None:
    """The event word that a row says the verb carries."""
    args = arguments(verb)
    for source in row.masdar:
        if source == "xcomp":
            words = [w for w in (args.xcomp, args.clause) if w is not None]
        elif source == "subj" and args.shared and lemma(verb.head) not in AUXILIARIES:
            words = []
        elif source == "subj" and not args.subj:
            words = args.obj  # «يتم مناقشة …»: the verb need not agree with it
        else:
            words = args.at(source)
        if verb.dep_ in ("acl", "acl:relcl") and any(w.pos_ == "PRON" for w in words):
            words = [verb.head]  # «شكوى تقدمت بها السلطة»
        for word in map(core, words):
            if row.nouns and fold(listed(word, "NOUN") or word.lemma_) not in row.nouns:
                continue
            if _may_be_event(word):
                return word
    return None


def _may_be_event(word: Token) -> bool:
    if word.pos_ == "VERB":
        return True
    return not _in_name(word) and any(
        reading.event
        for pos in ("NOUN", "ADJ")
        if (known := listed(word, pos))
        for reading in senses(known, pos)
    )


def effects(trigger: Trigger) -> list[Effect]:
    """What the carrying verbs do to the event."""
    return [row.effect for _, row in trigger.carriers]
