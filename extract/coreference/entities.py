"""Who is who: mentions → entities, by name, title, nationality, repeated noun and pronoun, in the order of the text."""

from bisect import insort
from collections.abc import Iterable
from datetime import date

from hadath.extract.coreference.antecedents import (
    bound,
    is_one_country,
    main_country,
    pair,
    person_before,
    recent,
)
from hadath.extract.coreference.referents import ACTORS, Referent, bears, described, takes_up
from hadath.extract.coreference.statements import statements
from hadath.extract.descriptions import Described
from hadath.extract.gazetteer.entries import Entry
from hadath.extract.gazetteer.names import country
from hadath.extract.gazetteer.nouns import head_noun_kind
from hadath.extract.mentions import NominalMention, kinds_fit, names_in, titled, top
from hadath.extract.phrases import core, lemma, phrase, preposition, with_its_number
from hadath.extract.records import EntityKind
from hadath.extract.tokens import Doc, Token
from hadath.extract.word_classes import word_class

__all__ = ["Entities"]

_EMPTY = word_class("pointer")
_BESIDE = frozenset({"nmod", "obl", "obl:arg", "appos"})
_HAVE_COUNTRIES = (EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.ORGANIZATION)
_TRIED = 3  # whose country a pronoun may mean
_PARTICIPANT = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:arg", "dislocated"})


class Entities:
    """The entities of one article. ``of(token)`` gives the referent of a noun phrase's head, making it when it is new."""

    def __init__(self, doc: Doc, published: date | None) -> None:
        self.doc = doc
        self.published = published
        self.all: list[Referent] = []
        self._by_token: dict[int, Referent | None] = {}
        self.known = names_in(doc)
        self._owners: dict[str, Referent] = {}
        self._by_entry: dict[Entry, Referent] = {}
        self._by_word: dict[str, list[Referent]] = {}  # words of names
        self._by_head: dict[str, list[Referent]] = {}  # head nouns

    @property
    def name_tokens(self) -> frozenset[int]:
        """Tokens of the gazetteer's names of two or more words."""
        return frozenset(
            i for start, end, _ in self.known.spans if end - start > 1 for i in range(start, end)
        )

    def of(self, token: Token) -> Referent | None:
        """The referent of a phrase head; None for pronouns and other words that name nothing."""
        noun = core(token)
        if noun.i not in self._by_token:
            self._by_token[noun.i] = self._resolve(noun, phrase(token))
        return self._by_token[noun.i]

    def voice(self, token: Token) -> Referent | None:
        """Who speaks when a phrase is the subject of saying: of «بيان للوزارة» and later «البيان» the ministry."""
        noun = core(token)
        word = lemma(noun)
        if word not in statements():
            return self.of(token)
        owner = self._owner(noun)
        if owner is not None:
            self._owners[word] = owner
            return owner
        if any(child.dep_ == "amod" for child in noun.children):
            self._owners.pop(word, None)  # «البيان الختامي» is another one, whose nobody knows
        return self._owners.get(word) or self.of(token)

    def states(self, speaker: Referent, statement: Token) -> None:
        """Note whose statement it is when the text tells who speaks in it: «قالت الوزارة في بيان …، وأضاف البيان»."""
        noun = core(statement)
        if lemma(noun) in statements() and speaker.kind in ACTORS and self._owner(noun) is None:
            self._owners[lemma(noun)] = speaker

    def _owner(self, statement: Token) -> Referent | None:
        """Whose statement it is: «بيان الوزارة», «بيان للوزارة», «بيان صادر عن الوزارة»."""
        for child in statement.children:
            if (
                child.dep_ not in _BESIDE
                or child.i < statement.i
                or preposition(child) not in (None, "ل", "عن", "من")
            ):
                continue
            referent = self.of(child) if core(child).pos_ != "PRON" else None
            house = (
                referent is not None and referent.kind is EntityKind.FACILITY and preposition(child) == "ل"
            )
            if referent is not None and (referent.kind in ACTORS or house):
                return referent  # «بيان للوزارة», «بيان للقصر»
        return None

    def nation(self, adjective: Token, place: Entry) -> Referent:
        """The country behind an adjective («روسي»), which is one more mention of it."""
        found = self._of_entry(place)
        found.mentions.add((adjective.idx, adjective.idx + len(adjective)))
        insort(found.at, adjective.i)
        self._by_token[adjective.i] = found
        return found

    def read_names(self, events: frozenset[int] = frozenset()) -> None:
        """Make referents of all names of the text, so that short forms find the full ones whatever their order, then of
        the subjects and objects of verbs and of all who can act, which pronouns take up.

        ``events`` are event words: they are no participants.
        """
        for ent in self.doc.ents:
            if ent.label_ in ("PER", "ORG", "GPE", "LOC", "FAC"):
                self.of(titled(top(self.doc, ent.start, ent.end)))
        for start, end, _ in self.known.spans:
            self.of(titled(top(self.doc, start, end)))
        for token in sorted(self.doc, key=_is_own_country):  # whose it is may be told below
            nominal = token.dep_ in _PARTICIPANT and token.pos_ in ("NOUN", "X", "PROPN")
            actor = token.pos_ == "NOUN" and head_noun_kind(token.lemma_) in ACTORS
            if (nominal or actor) and core(token).i not in events:
                self.of(with_its_number(token))

    def _resolve(self, token: Token, span: tuple[int, int]) -> Referent | None:
        if token.pos_ in ("PRON", "DET") or lemma(token) in _EMPTY:
            return None
        mention = NominalMention.of(token, span, self.known)
        found = self._find(mention)
        if found is None:
            found = Referent(len(self.all), mention.kind, mention.text, words=Described(token, *span))
            self.all.append(found)
        self._join(found, mention, span)
        return found

    def _join(self, found: Referent, mention: NominalMention, span: tuple[int, int]) -> None:
        found.mentions.add(mention.chars)
        if mention.apart is not None:  # the name stands behind a prepositional phrase: a mention of its own
            found.mentions.add(mention.apart[0])
            self._by_token[mention.apart[1]] = found
        insort(found.at, mention.token.i)
        if mention.noun not in found.nouns:
            found.nouns.add(mention.noun)
            self._by_head.setdefault(mention.noun, []).append(found)
        if mention.name and mention.name not in found.names:
            found.names.add(mention.name)
            for word in mention.name.split():
                self._by_word.setdefault(word.removeprefix("ال"), []).append(found)
            if len(mention.name) >= len(max(found.names, key=len)):
                found.name, found.words = mention.written, Described(mention.token, *span)
        if mention.entry and found.entry is None:
            found.entry, found.kind = mention.entry, mention.entry.kind
            self._by_entry.setdefault(mention.entry, found)
        found.learn(mention)

    def _find(self, mention: NominalMention) -> Referent | None:
        """The entity a mention speaks of, if the text has spoken of it before."""
        if mention.entry is None and not mention.name:
            mention.entry = described(mention, self.published)
        if mention.entry is not None and mention.entry in self._by_entry:
            return self._by_entry[mention.entry]
        if mention.name:
            return self._by_name(mention)
        if mention.address:
            return person_before(mention.token, self.all)
        if mention.entry is None and is_one_country(mention):
            return self._country_meant(mention)
        return self._by_noun(mention)

    def _by_name(self, mention: NominalMention) -> Referent | None:
        near = {
            r.number: r
            for word in mention.name.split()
            for r in self._by_word.get(word.removeprefix("ال"), ())
        }
        for _, r in sorted(near.items(), reverse=True):
            same_entry = r.entry is None or mention.entry is None or r.entry == mention.entry
            if same_entry and kinds_fit(r.kind, mention.kind) and bears(r, mention):
                return r
        return None

    def _country_meant(self, mention: NominalMention) -> Referent | None:
        owner = _owner_pronoun(mention.token)
        if owner is not None:
            speaker = self._by_token.get(owner.i)
            return self.country_of(speaker) if speaker else self._own_country(owner)
        if mention.definite or mention.noun == "بلاد":
            return main_country(mention.token, self.all)
        return None

    def _own_country(self, owner: Token) -> Referent | None:
        """The country of the nearest before a pronoun that has one: «قال توكاييف أمام البرلمان إن بلاده»; «our» country is that
        of the person named last: «توكاييف: بلادنا»."""
        if "1" in owner.morph.get("Person", []):
            people = [r for r in self.all if r.kind is EntityKind.PERSON and r.named]
            last = max(people, key=lambda r: r.before(owner.i), default=None)
            return self.country_of(last) if last is not None and last.before(owner.i) >= 0 else None
        tried: tuple[Referent, ...] = ()
        for _ in range(_TRIED):
            near = recent(owner, self._by_token, _HAVE_COUNTRIES, before=owner.head.i, avoid=tried)
            found = self.country_of(near) if near is not None else None
            if near is None or found is not None:
                return found
            tried += (near,)
        return None

    def country_of(self, referent: Referent) -> Referent | None:
        """The country an entity is, or that a person's title or office names."""
        if referent.kind is EntityKind.COUNTRY:
            return referent
        qids = sorted(referent.countries) or sorted(
            f for f in (referent.entry.flags if referent.entry else ()) if f.startswith("Q")
        )
        place = country(qids[0]) if qids else None
        if place is None:
            return None
        return self._of_entry(place)

    def _of_entry(self, entry: Entry) -> Referent:
        if entry not in self._by_entry:
            self._by_entry[entry] = Referent(len(self.all), entry.kind, entry.name, entry=entry)
            self.all.append(self._by_entry[entry])
        return self._by_entry[entry]

    def _by_noun(self, mention: NominalMention) -> Referent | None:
        """A definite noun phrase takes up the last thing that was called so; one with a genitive only what was called just so."""
        if not (mention.definite or mention.determined):
            return None
        here = mention.token.i
        earlier = [(r.before(here), r) for r in self._by_head.get(mention.noun, ())]
        latest = sorted((one for one in earlier if one[0] >= 0), key=lambda one: -one[0])
        return next((r for _, r in latest if takes_up(mention, r)), None)

    def pronoun(
        self,
        token: Token,
        *,
        avoid: Iterable[Referent] = (),
        kinds: tuple[EntityKind, ...] = tuple(EntityKind),
    ) -> Referent | None:
        """What a personal pronoun or dropped subject most likely stands for; only entities of ``kinds``.

        A dropped subject goes on with the last subject that agrees; a written pronoun takes up the last mention that does.
        """
        if token.i not in self._by_token:
            others = tuple(avoid)
            found = bound(token, self._by_token, kinds) if token.pos_ == "PRON" else None
            if found is None or any(found is a for a in others):
                found = recent(token, self._by_token, kinds, before=token.i, avoid=others)
            self._by_token[token.i] = found
        return self._by_token[token.i]

    def pair(self, token: Token) -> list[Referent]:
        """The two that a dual stands for."""
        return pair(token, self._by_token)

    def mention(self, referents: list[Referent], token: Token) -> None:
        """Note a phrase as one more mention of several entities: «الجانبان»."""
        first, last = phrase(token)
        for r in referents:
            r.mentions.add((self.doc[first].idx, self.doc[last - 1].idx + len(self.doc[last - 1])))


def _owner_pronoun(noun: Token) -> Token | None:
    return next((c for c in noun.children if c.pos_ == "PRON" and c.dep_ == "nmod"), None)


def _is_own_country(token: Token) -> bool:
    """«بلاده», «بلادنا»."""
    return lemma(token) == "بلاد" and _owner_pronoun(token) is not None
