"""Who speaks: the persons and bodies behind reports, cited sources and headlines."""

from itertools import zip_longest

from hadath.extract.coreference.referents import Referent
from hadath.extract.coreference.statements import statements
from hadath.extract.drafts import Draft, Story
from hadath.extract.flags import Flags
from hadath.extract.frames import arguments
from hadath.extract.gazetteer.nations import nationality
from hadath.extract.phrases import conjuncts, core, lemma, preposition
from hadath.extract.records import EntityKind
from hadath.extract.sources import Citation, headline_speakers, is_background
from hadath.extract.tokens import Doc, Span, Token
from hadath.extract.triggers import Trigger

__all__ = ["attribute", "go_on_speaking"]

_RELATIVE = ("acl", "acl:relcl")
_BESIDE = ("obl", "obl:arg")


def go_on_speaking(draft: Draft, story: Story, reported: dict[int, Trigger]) -> None:
    """Mend the agent of a saying event that names none, and note who spoke last.

    «…، مشيرا إلى …» and «…، لكنه أكد …» go on with the speaker of their sentence; «أعلن في العاصمة عن …» is a passive.
    """
    token = draft.token
    over = story.drafts.get(token.head.i)
    if token.pos_ == "NOUN" and over is not None and over.relayed and _is_owned(token):
        draft.agents = list(over.relayed)  # «نقلت الوكالة عن متحدثة باسم الشرطة قولها»
    named = any(core(t).pos_ != "PRON" for t in draft.trigger.args.subj) and not draft.trigger.args.shared
    unnamed_verb = token.pos_ == "VERB" and not named and token.i not in reported
    if _is_spoken_in(token) and not named:
        draft.agents = _speaking(draft, story, reported) or _writer(draft, story) or draft.agents
    elif unnamed_verb and lemma(token.head) == "سبق" and (earlier := arguments(token.head).at("ل")):
        draft.agents = [r for t in earlier if (r := story.entities.voice(t)) is not None]
    elif unnamed_verb and token == _first_word(token.sent):
        draft.agents = []
    elif (unnamed_verb and token.dep_ not in _RELATIVE) or _accompanies(token):
        draft.agents = (
            _speaking(draft, story, reported)
            or draft.agents
            or _writer(draft, story)
            or _speaking(draft, story, reported, agree=False)
        )
    if token.pos_ == "NOUN" and draft.trigger.sense.type == "SAY" and not draft.agents:
        draft.agents = _by_saying(token, story)
    draft.relayed = _relayed(draft, story)
    if token.pos_ == "VERB" and (draft.agents or draft.relayed) and token.i not in reported:
        story.last_speech = draft
        for statement in draft.trigger.args.at("في") if draft.agents else []:
            story.entities.states(draft.agents[0], statement)


def _is_spoken_in(verb: Token) -> bool:
    """Whether a relative clause tells what is said in what it describes: «التصريحات التي ادعى فيها أن …»."""
    return verb.dep_ in _RELATIVE and any(c.pos_ == "PRON" and preposition(c) == "في" for c in verb.children)


def _by_saying(noun: Token, story: Story) -> list[Referent]:
    """Who does something by saying, as the subject over it: «علق الوزير بالقول إن …», «حرص على التأكيد أن …»."""
    verb = noun.head
    if verb.pos_ not in ("VERB", "ADJ") or preposition(noun) not in ("ب", "علي") or noun.dep_ not in _BESIDE:
        return []
    over = story.drafts.get(verb.i)
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    voices = [r for t in subjects for m in conjuncts(t) if (r := story.entities.voice(m)) is not None]
    return voices or (list(over.agents) if over is not None else [])


def _is_owned(noun: Token) -> bool:
    return any(c.pos_ == "PRON" and c.dep_ == "nmod" for c in noun.children)


def _relayed(draft: Draft, story: Story) -> list[Referent]:
    """Whose words a report passes on: «نقلت الوكالة عن مصدر», unlike «أعلن عن اتفاق», which tells what it is about."""
    sense = draft.trigger.sense
    if sense.type != "SAY" or "عن" in (*sense.content, *sense.patient, *sense.place):
        return []
    named = [r for t in draft.trigger.args.at("عن") if (r := story.entities.voice(t)) is not None]
    return [r for r in named if r.kind is not EntityKind.THING]


def _accompanies(token: Token) -> bool:
    """Whether a word of saying is a participle in the accusative: «مؤكدا»."""
    return (
        token.pos_ == "ADJ"
        and token.dep_ != "amod"
        and token.norm_.endswith(("ا", "ة", "ين"))
        and not token.norm.startswith("ال")
    )


def _first_word(sent: Span) -> Token:
    return next((t for t in sent if not (t.is_space or t.is_punct)), sent[0])


def _speaking(
    draft: Draft, story: Story, reported: dict[int, Trigger], *, agree: bool = True
) -> list[Referent]:
    """Who spoke just before in the same sentence, if the word agrees with it; a noun of saying only when nobody else can.
    With ``agree`` off also a body that it does not agree with: «أدانت الحركة …، وقال في بيان»."""
    token, doubtful = draft.token, not any(_may_speak(r, draft, story) for r in draft.agents)
    inside = _is_spoken_in(token)
    for i in range(token.i - 1, token.sent.start - 1, -1):
        before = story.drafts.get(i)
        if before is not None and not before.says and i in reported:
            before = story.drafts[reported[i].token.i]
        if before is None or not before.says or before.token.i >= token.i:
            continue
        if before.token.dep_ in _RELATIVE and not inside:
            continue
        if before.token.pos_ == "NOUN" and not (doubtful or inside):
            continue
        agents = [r for r in before.agents if _may_speak(r, before, story)] or _subjects(before, story)
        if agents:
            body = not agree and all(r.kind is EntityKind.ORGANIZATION for r in agents)
            return agents if body or _agrees(token, before.token) else []
    return []


def _writer(draft: Draft, story: Story) -> list[Referent]:
    """Whose statement the sentence has named before: «في تدوينة للناطق على صفحته، حيث قال …»."""
    token = draft.token
    if draft.trigger.args.passive:
        return []
    for i in range(token.i - 1, token.sent.start - 1, -1):
        word = token.doc[i]
        owner = story.entities.voice(word) if lemma(word) in statements() else None
        if owner is not None and owner is not story.entities.of(word):
            return [owner] if owner.kind is not EntityKind.THING else []
    return []


def _agrees(word: Token, before: Token) -> bool:
    one, other = word.morph.get("Gender", []), before.morph.get("Gender", [])
    return before.pos_ == "NOUN" or not one or not other or one == other


def attribute(doc: Doc, story: Story, citations: dict[int, list[Citation]]) -> None:
    """Give every event its speakers: who reports it, whose headline it is, or the source its sentence cites.

    ``citations`` are what each sentence cites, by its first token.
    """
    sents = [sent for sent in doc.sents if any(not (t.is_space or t.is_punct) for t in sent)]
    headlines = headline_speakers(sents)
    for sent, following in zip_longest(sents, sents[1:]):
        own = citations[sent.start]
        if not own and following is not None:
            own = _only_cited(sent, following, citations[following.start], story)
        _attribute(sent, own, story, headlines.get(sent.start))


def _attribute(
    sent: Span, citations: list[Citation], story: Story, headline: tuple[Token, Token] | None
) -> None:
    inside = [story.drafts[t.i] for t in sent if t.i in story.drafts]
    if not inside:
        return
    sources = [c.source for c in citations]
    for draft in inside:
        if any(_cites(draft.token, source) for source in sources) or _is_own_wording(draft.token):
            draft.reported_by = None
        elif draft.reported_by is not None:
            denied = _is_denied_claim(draft, draft.reported_by)
            draft.speakers = [] if denied else _voices(draft.reported_by, story)
        elif headline is not None and draft.token.i > headline[1].i:
            draft.speakers = _named(headline[0], story)
        elif not any(_within(draft.token, s) for s in sources):
            source = _source_of(draft.token, citations)
            if source is not None and (
                _relays(draft, source) or (source.i > draft.token.i and is_background(draft.token))
            ):
                source = None
            draft.speakers = _named(source, story) if source is not None else []
        if _announces_himself(draft):
            draft.speakers, draft.reported_by = [], None


def _is_own_wording(word: Token) -> bool:
    """«على حد تعبيره» only names who speaks."""
    return word.i > 1 and word.nbor(-1).norm == "حد" and word.nbor(-2).norm == "علي"


def _is_denied_claim(draft: Draft, reporter: Draft) -> bool:
    """Whether others say what somebody denies: «نفى الاتهامات»."""
    denies = "deny" in reporter.trigger.sense.flags and draft.token in reporter.trigger.args.obj
    return denies and (draft.says or draft.trigger.sense.type == "ACCUSE")


def _relays(draft: Draft, source: Token) -> bool:
    """«أفاد مراسلنا نقلا عن مصادر»: who reports after a source is not reported by it."""
    cue = source.doc[max(source.i - 2, 0) : source.i]
    return draft.says and source in draft.token.subtree and any(t.norm == "نقلا" for t in cue)


def _announces_himself(draft: Draft) -> bool:
    """Nobody reports that he says something; what he will not say or is yet to say may be reported all the same."""
    same = any(r is a for r in draft.speakers for a in draft.agents)
    return draft.says and same and draft.flags == Flags()


def _only_cited(sent: Span, following: Span, cited: list[Citation], story: Story) -> list[Citation]:
    """What a sentence cites in the next, that has no event and only tells where this one is from: «بحسب البيان.»."""
    sources = [c.source for c in cited] if len(following) < 12 else []
    only = (s for s in sources if all(_cites(t, s) for t in following if t.i in story.drafts))
    return [Citation(source, sent.start, sent.end) for source in only]


def _source_of(token: Token, citations: list[Citation]) -> Token | None:
    """The source that speaks for a word: the last that opens its clause, else the first of the sentence."""
    over = [c for c in citations if token.i in c]
    opening = [c for c in over if c.start > token.sent.start]
    return opening[-1].source if opening else over[0].source if over else None


def _cites(token: Token, source: Token) -> bool:
    """Whether an event word only names the source: «بحسب ما نقلت الوكالة»."""
    return token == source or (token.pos_ == "VERB" and source.dep_ == "nsubj" and source.head == token)


def _within(token: Token, source: Token) -> bool:
    return token == source or source.is_ancestor(token)


def _is_of_people(word: Token) -> bool:
    """Whether only people can be what a verb or participle is said of: «أضافوا», «مشيرين»."""
    number, gender = word.morph.get("Number", []), word.morph.get("Gender", [])
    return word.pos_ in ("VERB", "ADJ") and "Plur" in number and "Masc" in gender


def _named(token: Token, story: Story) -> list[Referent]:
    draft = story.drafts.get(token.i)
    if draft is not None and draft.says and token.pos_ == "VERB":  # «بحسب ما قالوا»
        return _voices(draft, story)
    reporter = story.drafts.get(token.head.i) if token.dep_ == "nsubj" else None  # «وفق ما ذكرت …»
    voices = [r for t in conjuncts(token) if (r := story.entities.voice(t)) is not None]
    return [
        r
        for i, r in enumerate(voices)
        if _may_speak(r, reporter, story) and all(r is not v for v in voices[:i])
    ]


def _voices(reporter: Draft | None, story: Story) -> list[Referent]:
    """The speakers of the nearest report that has any: what «shows» something does not say it, nor who «did not say» it."""
    for _ in range(5):
        if reporter is None:
            break
        speakers = [r for r in reporter.agents if _may_speak(r, reporter, story)]
        speakers = reporter.relayed or speakers  # «نقلت الوكالة عن الوزير أن …»
        actors = [r for r in speakers if r.kind is not EntityKind.THING]  # «المدير للعقارات والمشاريع»
        speakers = actors or speakers or _subjects(reporter, story)
        if speakers and not reporter.flags.negated:
            return speakers
        reporter = reporter.reported_by
    return []


def _subjects(reporter: Draft, story: Story) -> list[Referent]:
    """Statements and unknown names that are no participants of events: «يشير التقييم إلى …»."""
    subjects = reporter.trigger.args.subj
    tokens = [t for t in subjects if core(t).pos_ in ("X", "PROPN") or lemma(core(t)) in statements()]
    tokens = tokens or _described(reporter.token)
    return [r for t in tokens if (r := story.entities.voice(t)) is not None]


def _described(verb: Token) -> list[Token]:
    """What a relative clause is said of, whole: «مشروع قرار يتهم …»."""
    if verb.dep_ not in _RELATIVE:
        return []
    noun = verb.head
    chain = [noun]
    while noun.dep_ == "nmod" and noun.head.i == noun.i - 1 and noun.head.pos_ == "NOUN":
        noun = noun.head
        chain.append(noun)
    return chain[-1:] if any(lemma(t) in statements() for t in chain) else []


def _may_speak(referent: Referent, reporter: Draft | None, story: Story) -> bool:
    """Somebody, a state or a city speaks; of things only reports, what a nation says, names of which nothing is known, and
    what does something that only somebody does («قال الجار», «أضافوا»)."""
    if reporter is not None and _is_of_people(reporter.token):
        return True
    if referent.kind is not EntityKind.THING or (
        reporter is not None and "voice" in reporter.trigger.sense.flags
    ):
        return True
    if any(story.entities.doc[i].pos_ in ("X", "PROPN") for i in referent.at):
        return True
    voiced = (d.agents for d in story.drafts.values() if "voice" in d.trigger.sense.flags)
    if any(agent is referent for agents in voiced for agent in agents):
        return True  # who said one thing may say another: «أضاف الخليل …، مؤكدا أن …»
    return any(noun in statements() or nationality(noun) for noun in referent.nouns)
