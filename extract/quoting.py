"""Who says a quotation: the saying verb before or behind it, or who spoke in the one it goes on from."""

from hadath.extract.quotations import Quotation
from hadath.extract.tokens import Doc, Span, Token
from hadath.extract.triggers import Trigger
from hadath.extract.word_classes import word_class

__all__ = ["closes", "goes_on", "is_saying", "quoting_before", "quoting_behind"]

_OPENERS = word_class("that")
_RELATIVE = ("acl", "acl:relcl")
_FAR = 25  # words between a saying verb and a quotation


def quoting_before(
    quotation: Quotation, sayers: list[Trigger], by_token: dict[int, Trigger], doc: Doc
) -> Trigger | None:
    """The saying event a quotation follows: «قال الوزير خلال جلسة "…"», «وأضاف: "…"»."""
    mark = doc[quotation.start - 1]
    begin = mark.sent.start
    if all(t.is_space for t in doc[begin : mark.i]):  # what ends with a colon announces the next sentence
        last = next((t for t in reversed(doc[:begin]) if not t.is_space), None)
        begin = last.sent.start if last is not None and last.text == ":" else begin
    for i in range(mark.i - 1, max(begin, mark.i - _FAR) - 1, -1):
        word = doc[i]
        trigger = by_token.get(i)
        if trigger is not None and any(trigger is sayer for sayer in sayers):
            if word.pos_ != "NOUN" or doc[mark.i - 1].text == ":" or doc[mark.i - 1].norm in _OPENERS:
                return trigger
        elif word.pos_ == "VERB" and word.dep_ not in _RELATIVE and word.nbor(-1).norm != "ما":
            return _announcing(doc[begin : mark.i], by_token) if doc[mark.i - 1].text == ":" else None
    return None


def _announcing(words: Span, by_token: dict[int, Trigger]) -> Trigger | None:
    """The saying verb that opens a sentence which a colon ends, whatever it tells between: «وأضاف الرجل الذي التقته …: "…"»."""
    first = next((t for t in words if t.pos_ not in ("CCONJ", "PUNCT", "SPACE")), None)
    return by_token[first.i] if first is not None and is_saying(first, by_token) else None


def quoting_behind(quotation: Quotation, by_token: dict[int, Trigger], doc: Doc) -> Trigger | None:
    """The saying verb behind a quotation: «"…"، قال الوزير»."""
    behind = quotation.end + 1
    while behind < len(doc) and doc[behind].is_punct and doc[behind].text != ":":
        behind += 1
    if behind >= len(doc) or doc[behind].pos_ != "VERB" or not is_saying(doc[behind], by_token):
        return None
    return by_token[behind] if by_token[behind].args.clause is None else None


def closes(quotation: Quotation, doc: Doc) -> bool:
    """Whether what is said ends with its quotation: a clause, a comma or nothing follows, but no further quotation or أن."""
    behind = [t for t in doc[quotation.end + 1 : quotation.end + 5] if not t.is_space]
    if not behind or doc[quotation.end].text not in '"»”':
        return True
    clause = behind[0].is_punct
    if clause:
        behind = behind[1:]
    if behind and behind[0].norm in ("و", "ف", "لكن", "فيما", "بينما", "حيث"):
        clause = clause or any(t.pos_ == "VERB" for t in behind[1:2])
        behind = behind[1:]
    goes_on = bool(behind) and (behind[0].text in '"«“' or behind[0].norm in _OPENERS)
    return clause and not goes_on


def goes_on(quotation: Quotation, before: Quotation, doc: Doc) -> bool:
    """Whether a quotation is one more paragraph of the one before it, with nothing but signs between and behind."""
    between = doc[before.end : quotation.start]
    behind = doc[quotation.end : quotation.end + 3]
    alone = all(t.is_punct or t.is_space for t in between) and any("\n" in t.text for t in between)
    return alone and (not behind or any("\n" in t.text for t in behind) or all(t.is_punct for t in behind))


def is_saying(word: Token, by_token: dict[int, Trigger]) -> bool:
    return word.i in by_token and "say" in by_token[word.i].sense.flags
