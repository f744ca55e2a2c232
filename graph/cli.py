"""The command line: ``hadath COMMAND``, with 0 when all went well, 1 when something could not be read or written, 2 for wrong usage."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version

from hadath.extract.errors import HadathError
from hadath.graph.commands import (
    articles,
    ask,
    build,
    dump,
    explain,
    formats,
    join,
    merges,
    query,
    remove,
    serve,
    split,
    validate,
    view,
)
from hadath.graph.console import complain

__all__ = ["main", "parser"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``hadath``: 0 when all went well, 1 when something could not be read or written, 2 for wrong usage."""
    options = parser().parse_args(argv)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        code = command(options)
        sys.stdout.flush()
        return code
    except HadathError as error:
        complain(error)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains at exit
        return 1


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(
        prog="hadath", description="Arabic news articles in, an event knowledge graph out."
    )
    top.add_argument("--version", action="version", version=f"hadath {version('hadath')}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (
        build,
        query,
        ask,
        articles,
        remove,
        dump,
        join,
        merges,
        split,
        view,
        explain,
        validate,
        serve,
        formats,
    ):
        command.add(commands)
    return top
