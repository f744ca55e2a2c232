"""Words as written: where the words, numbers and punctuation marks of a text stand. Nothing is changed or dropped."""

import re
from collections.abc import Iterator

__all__ = ["is_control", "is_number", "is_punctuation", "word_spans"]

# zero-width and bidirectional controls belong to the word beside them, like vowel marks
_CONTROL = "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00ad"
_ARABIC = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdfb\ufe70-\ufefc"
)
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_WORD = re.compile(
    rf"""
      \s+
    | (?:https?://|www\.)[^\s«»"“”<>،؛]*[^\s«»"“”<>،؛.,:;!?)\]}}؟]
    | [A-Za-z0-9_.+-]{{1,64}}+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+
    | [{_CONTROL}]*
      (?: [{_DIGIT}]+ (?: [.,،٫٬] [{_DIGIT}]+ )*
        | @\w+
        | [{_ARABIC}]+ (?: [{_CONTROL}]+ [{_ARABIC}]+ )*
        | [^\W\d_{_ARABIC}]+ (?: ['’.] [^\W\d_{_ARABIC}]+ )*
        | [^\s{_CONTROL}]
      )
      [{_CONTROL}]*
    | [{_CONTROL}]+
    """,
    re.VERBOSE,
)
_CONTROLS_ONLY = re.compile(f"[{_CONTROL}]+")
_NUMBER = re.compile(f"[{_DIGIT}]+(?:[.,،٫٬][{_DIGIT}]+)*")
_PUNCTUATION = re.compile(r"[^\w\s%+<>=$€£°]")


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield ``(start, end)`` of each word, number, punctuation mark and stretch of white space; together they are the text.

    Each punctuation mark stands alone, also where a writer left no space («ضروريا.وأشار» gives three).

    >>> [("a (7.5%)")[s:e] for s, e in word_spans("a (7.5%)")]
    ['a', ' ', '(', '7.5', '%', ')']
    """
    for match in _WORD.finditer(text):
        yield match.span()


def is_punctuation(word: str) -> bool:
    """Whether a word is a punctuation mark (``%`` and ``+`` are symbols, not punctuation)."""
    return _PUNCTUATION.match(word) is not None and len(_CONTROLS_ONLY.sub("", word)) == 1


def is_control(word: str) -> bool:
    """Whether a word holds invisible controls only."""
    return _CONTROLS_ONLY.fullmatch(word) is not None


def is_number(word: str) -> bool:
    """Whether a word is a number in digits, Western or Arabic-Indic."""
    return _NUMBER.fullmatch(_CONTROLS_ONLY.sub("", word)) is not None
