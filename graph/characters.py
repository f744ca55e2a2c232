"""Characters that a format cannot hold. Each becomes U+FFFD, one for one, so that offsets still point at the right place.

RDF text cannot hold lone surrogates; XML 1.0 also no control characters but tab, line feed and carriage return.
"""

import re

__all__ = ["collapse", "rdf_text", "xml_text"]

_SURROGATES = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile(r"\s+")


def rdf_text(text: str) -> str:
    """Replace lone surrogates.

    >>> rdf_text("أ\\ud800ب")
    'أ\ufffdب'
    """
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def xml_text(text: str) -> str:
    """Replace what no XML 1.0 file can hold: lone surrogates, U+FFFE, U+FFFF and most control characters."""
    return _NOT_XML.sub("\ufffd", text)


def collapse(text: str) -> str:
    """Text for one line of a table or a label: XML-safe, each run of white space one space."""
    return _SPACE.sub(" ", xml_text(text)).strip()
