"""``hadath ask``: a ready question to a graph."""

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hadath.graph.commands import Commands
from hadath.graph.console import say

if TYPE_CHECKING:
    from hadath.graph.questions import Parameter, Question

__all__ = ["add", "run"]

_DESCRIPTION = (
    "Ask a ready question: `hadath ask who-said-what --about كازاخستان GRAPH`. --list shows all questions, "
    "`hadath ask NAME --help` what one can be narrowed down to. Names are found in any spelling, or by their Wikidata id; "
    "of a person, some words of the name are enough, in their order."
)


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser("ask", help="ask a graph a ready question", description=_DESCRIPTION)
    sub.add_argument(
        "--list", action="store_true", help="list the questions, in English and Arabic, with their options"
    )
    sub.add_argument("name", nargs="?", metavar="NAME", help="the question, such as who-met-whom")
    sub.add_argument(
        "rest",
        nargs=argparse.REMAINDER,
        metavar="[OPTIONS] GRAPH",
        help="the question's own options, then a store, an output folder or a file with named graphs",
    )
    sub.set_defaults(command=run, usage=sub.error)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit code."""
    from hadath.graph.answers import format_answer
    from hadath.graph.questions import (
        ask,
        declare_prefixes,
        find_question,
        in_language,
        open_graph,
        question_text,
    )

    if options.list:
        _list()
        return 0
    if options.name is None:
        options.usage("the following arguments are required: NAME")
    question = find_question(options.name)
    given = _options(question, options.rest)
    values = {
        parameter.name: value
        for parameter in question.parameters
        if (value := getattr(given, f"value_{parameter.name}")) is not None
    }
    if given.show and given.graph is None:
        say(declare_prefixes(in_language(question.sparql, given.language)))
        return 0
    database = open_graph(given.graph)
    if given.show:
        text = question_text(database, question.name, values, limit=given.limit, language=given.language)
        say(declare_prefixes(text))
        return 0
    answer = ask(database, question.name, limit=given.limit, language=given.language, **values)
    say(format_answer(answer, given.format, isolate=sys.stdout.isatty()))
    return 0


def _list() -> None:
    from hadath.graph.questions import questions

    for name, question in questions().items():
        options = " ".join(map(_option, question.parameters))
        say(f"{name}\n  {question.title['en']}\n  {question.title['ar']}\n  {options}\n")


def _option(parameter: "Parameter") -> str:
    """An option as it is listed, with its default if it has one."""
    name = f"--{parameter.name.replace('_', '-')}"
    return name if parameter.default is None else f"{name} (default: {parameter.default})"


def _options(question: "Question", rest: Sequence[str]) -> argparse.Namespace:
    """What stands behind the name of a question."""
    from hadath.graph.questions import LANGUAGES

    parser = argparse.ArgumentParser(
        prog=f"hadath ask {question.name}",
        description=f"{question.title['en']}. {question.description['en']}",
        epilog=f"{question.title['ar']}. {question.description['ar']}",
    )
    parser.add_argument(
        "graph", nargs="?", metavar="GRAPH", help="a store, an output folder, or a file with named graphs"
    )
    for parameter in question.parameters:
        parser.add_argument(
            f"--{parameter.name.replace('_', '-')}",
            dest=f"value_{parameter.name}",
            metavar=parameter.type.upper().replace(" ", "-"),
            help=f"{parameter.meaning['en']} ({parameter.meaning['ar']}), such as {parameter.example}"
            + (f" (default: {parameter.default})" if parameter.default is not None else ""),
        )
    parser.add_argument(
        "-l",
        "--language",
        choices=LANGUAGES,
        default="ar",
        help="names in Arabic (the default), or in English where it is known",
    )
    parser.add_argument("--limit", type=int, metavar="N", help="at most so many rows")
    parser.add_argument(
        "--show", action="store_true", help="print the SPARQL instead; without GRAPH, with its examples"
    )
    parser.add_argument(
        "-f",
        "--format",
        choices=("table", "json", "csv", "tsv"),
        default="table",
        help="how to print rows (default: table)",
    )
    given = parser.parse_intermixed_args(rest)
    if given.graph is None and not given.show:
        parser.error("the following arguments are required: GRAPH")
    return given
