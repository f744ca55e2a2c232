"""``hadath remove``: articles out of a store."""

import argparse

from hadath.extract.errors import HadathError
from hadath.graph.commands import Commands
from hadath.graph.console import say, telling

__all__ = ["add", "run"]

_DESCRIPTION = "Take articles out of a store, with all that was read from them: it is then equal to one that never saw them."


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser("remove", help="take articles out of a store", description=_DESCRIPTION)
    sub.add_argument("store", metavar="STORE", help="a store that `hadath build -s` made")
    sub.add_argument(
        "articles",
        nargs="+",
        metavar="ARTICLE",
        help="the IRI or the id of an article, as `hadath articles` lists them",
    )
    sub.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit code."""
    from hadath.graph.errors import AmbiguousArticle, UnknownArticle
    from hadath.graph.store.writing import open_store

    errors: list[HadathError] = []
    tell = telling(errors)
    with open_store(options.store, create=False) as store:
        for article in options.articles:
            try:
                if store.remove(article):
                    say(f"removed {article}\n")
                else:
                    tell(UnknownArticle(f"{options.store}: no article {article!r} in this store"))
            except AmbiguousArticle as error:
                tell(error)
        store.join()
    return 1 if errors else 0
