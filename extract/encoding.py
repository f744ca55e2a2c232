"""From bytes to text: Unicode by its mark or by strict UTF-8, then the two old Arabic code pages, else an error."""

import codecs
import re

from hadath.extract.errors import UnreadableInput

__all__ = ["decode", "mostly_arabic", "replace_surrogates"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC_WORD = re.compile(f"{_ARABIC.pattern}{{2,}}")  # accented letters among Latin ones would stand alone
_LETTER = re.compile(r"[^\W\d_]")
_NON_ASCII_LETTER = re.compile(r"[^\W\d_a-zA-Z]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_EXPECTED = "give plain text in UTF-8, UTF-16 with a byte order mark, Windows-1256 or ISO 8859-6"


def replace_surrogates(text: str) -> str:
    """Put U+FFFD for each lone surrogate, one for one, so that offsets stay and the text can be written as UTF-8.

    >>> replace_surrogates("a" + chr(0xD800) + "b") == "a\\ufffdb"
    True
    """
    return _SURROGATE.sub("\ufffd", text)


def mostly_arabic(text: str) -> bool:
    """Whether at least half of the letters are Arabic ones; a text without letters is not.

    >>> mostly_arabic("قال المتحدث باسم NATO"), mostly_arabic("No comment"), mostly_arabic("2022")
    (True, False, False)
    """
    letters = len(_LETTER.findall(text))
    return letters > 0 and 2 * len(_ARABIC.findall(text)) >= letters


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Read bytes as text without touching a character; only a leading byte order mark is dropped.

    ``declared`` is the encoding that the document itself names; it is tried after the mark and before UTF-8.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding)
    if _looks_binary(data):
        raise UnreadableInput(f"not text but binary data; {_EXPECTED}")
    for name in filter(None, (declared, "utf-8")):
        text = _attempt(data, name)
        if text is not None:
            return text
    return _old_arabic(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return replace_surrogates(data.decode(encoding, "surrogatepass"))
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"broken {encoding.upper()} at byte {error.start}; {_EXPECTED}") from error


def _attempt(data: bytes, encoding: str) -> str | None:
    errors = "surrogatepass" if encoding == "utf-8" else "strict"
    try:
        return replace_surrogates(data.decode(encoding, errors).removeprefix("\ufeff"))
    except (UnicodeDecodeError, LookupError, TypeError):
        return None


def _looks_binary(data: bytes) -> bool:
    head = data[:65536]
    return len(_CONTROL.findall(head)) * 20 > len(head)


def _old_arabic(data: bytes) -> str:
    """Windows-1256 or ISO 8859-6: the one in which the article «ال» is seen more often."""
    candidates = [
        text for text in (_attempt(data, "cp1256"), _attempt(data, "iso8859_6")) if text is not None
    ]
    candidates.sort(key=lambda text: text.count("ال"), reverse=True)
    for text in candidates:
        if _foreign_letters_are_arabic(text):
            return text
    raise UnreadableInput(f"text in an encoding that cannot be told; {_EXPECTED}")


def _foreign_letters_are_arabic(text: str) -> bool:
    letters = len(_NON_ASCII_LETTER.findall(text))
    in_words = sum(map(len, _ARABIC_WORD.findall(text)))
    return letters > 0 and in_words * 10 >= letters * 7
