"""``hadath explain``: what was read from each sentence."""

import argparse

from hadath.extract.errors import HadathError
from hadath.graph.commands import Commands
from hadath.graph.console import say, telling

__all__ = ["add", "run"]

_DESCRIPTION = "Show, sentence by sentence, the events that were found, who says so, and which event words gave none and why."


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser(
        "explain", help="show what was read from each sentence", description=_DESCRIPTION
    )
    sub.add_argument("inputs", nargs="+", metavar="INPUT", help="as for `hadath build`")
    sub.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit code."""
    from hadath.extract import extract
    from hadath.extract.articles import read_articles
    from hadath.graph.explain import explain

    errors: list[HadathError] = []
    articles = read_articles(options.inputs, on_error=telling(errors))
    for number, extraction in enumerate(extract(articles)):
        say(("\n" if number else "") + explain(extraction))
    return 1 if errors else 0
