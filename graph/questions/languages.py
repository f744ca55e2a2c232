"""The language of names in the answers to ready questions: Arabic as the questions are written, or English where it is known."""

import re

from hadath.graph.errors import BadValue

__all__ = ["LANGUAGES", "in_language"]

LANGUAGES = ("ar", "en")
_NAMED = re.compile(r"(\?\w+) (?:(\S+)/)?rdfs:label \?(\w+) FILTER\(LANG\(\?\3\) != \"en\"\)")


def in_language(sparql: str, language: str) -> str:
    """The same question with names in a language; what has no English name keeps its Arabic one.

    >>> in_language('?event rdfs:label ?what FILTER(LANG(?what) != "en")', "ar")
    '?event rdfs:label ?what FILTER(LANG(?what) != "en")'
    """
    if language not in LANGUAGES:
        raise BadValue(f"unknown language {language!r}; choose {' or '.join(LANGUAGES)}")
    return _NAMED.sub(_english, sparql) if language == "en" else sparql


def _english(match: re.Match[str]) -> str:
    node, way, name = match[1], match[2], match[3]
    led = f"{node} {way} ?{name}_node . " if way else ""
    node = f"?{name}_node" if way else node
    missing = f'NOT EXISTS {{ {node} rdfs:label ?{name}_en FILTER(LANG(?{name}_en) = "en") }}'
    return f'{led}{node} rdfs:label ?{name} FILTER(LANG(?{name}) = "en" || {missing})'
