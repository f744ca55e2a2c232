"""The questions as they stand in their files.

The comment lines on top of ``NAME.rq`` are TOML: a title and a description in English and Arabic, and the parameters. Below
stands SPARQL that runs as it is, with an example for each parameter: ``VALUES ?about { wd:Q232 }``. Lines that name a
parameter count only when it is given (``hadath.graph.questions.binding``). ``# include: told`` takes in ``parts/told.rq`` with the
parameters that it brings, ``# include: other told`` the same about ``?other_event`` instead of ``?event``.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from textwrap import indent
from typing import Any

from hadath.graph.errors import UnknownQuestion

__all__ = ["Parameter", "Question", "find_question", "questions"]

_FOLDER = files("hadath.graph") / "questions"
_INCLUDE = re.compile(r"^( *)# include: (?:([a-z]+) )?([a-z]+)\n", re.MULTILINE)
_VARIABLE = re.compile(r"\?(?=\w)")
_HEADER = re.compile(r"(?:#.*\n)+")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be filled into a question.

    ``type`` is one of ``entity`` (a name in any spelling, or a Wikidata id), ``country`` (the same, countries only),
    ``event type`` (of PLOVER), ``event`` (its IRI), ``first day`` and ``last day`` (of a year, month or day),
    ``text`` (words in any spelling) and ``number``. ``default`` is the value where none is given.
    """

    name: str
    type: str
    meaning: Mapping[str, str]
    example: str
    required: bool = False
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its title and description by language (``en``, ``ar``), its parameters and its SPARQL."""

    name: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    sparql: str


def find_question(name: str) -> Question:
    """The question of that name, or an error that suggests the nearest."""
    known = questions()
    if name in known:
        return known[name]
    near = get_close_matches(name.lower().replace("_", "-").replace(" ", "-"), known, n=3, cutoff=0.5)
    advice = f"did you mean {' or '.join(near)}?" if near else "`hadath ask --list` shows them all"
    raise UnknownQuestion(f"unknown question {name!r}; {advice}")


@lru_cache(maxsize=1)
def questions() -> Mapping[str, Question]:
    """All questions by name, in alphabetical order."""
    names = sorted(entry.name for entry in _FOLDER.iterdir() if entry.name.endswith(".rq"))
    return {name[:-3]: _question(name[:-3], (_FOLDER / name).read_text("utf-8")) for name in names}


def _question(name: str, text: str) -> Question:
    top, sparql = _split(text)
    parameters = dict(top.get("parameters", {}))

    def part(match: re.Match[str]) -> str:
        brought, lines = _split((_FOLDER / "parts" / f"{match[3]}.rq").read_text("utf-8"))
        parameters.update(brought.get("parameters", {}))
        lines = _INCLUDE.sub(part, lines)
        return indent(_VARIABLE.sub(rf"?{match[2]}_", lines) if match[2] else lines, match[1])

    return Question(
        name=name,
        title=top["title"],
        description=top["description"],
        sparql=_INCLUDE.sub(part, sparql),
        parameters=tuple(_parameter(key, table) for key, table in parameters.items()),
    )


def _split(text: str) -> tuple[dict[str, Any], str]:
    """What the comment on top says, and the SPARQL."""
    header = _HEADER.match(text)
    if not header:
        return {}, text
    return tomllib.loads("\n".join(line[2:] for line in header[0].splitlines())), text[header.end() :].lstrip(
        "\n"
    )


def _parameter(name: str, table: Mapping[str, Any]) -> Parameter:
    return Parameter(
        name=name,
        type=table["type"],
        meaning={"en": table["en"], "ar": table["ar"]},
        example=table["example"],
        required=table.get("required", False),
        default=table.get("default"),
    )
