"""``hadath view``: one page to look at."""

import argparse

from hadath.extract.errors import HadathError
from hadath.graph.commands import Commands
from hadath.graph.console import count, say, telling

__all__ = ["add", "run"]

_DESCRIPTION = (
    "Write one self-contained page, in Arabic and English, that shows the events, who takes part in them, who says so, and the sentences "
    "they were read from. It opens in any browser without a network."
)


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser("view", help="write one offline page to look at", description=_DESCRIPTION)
    sub.add_argument(
        "input",
        metavar="INPUT",
        help="a graph (.nq, .trig, .ttl, .nt, .jsonld, .rdf), an output folder, a store, or articles as `hadath build` takes them",
    )
    sub.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="the page to write, such as story.html"
    )
    sub.add_argument(
        "--title", metavar="TEXT", help="heading of the page (default: the headline of a single article)"
    )
    sub.add_argument(
        "--limit",
        type=_positive,
        default=20_000,
        metavar="N",
        help="events and participants that the page may hold; of more the newest articles are kept (default: 20000)",
    )
    sub.add_argument("-q", "--quiet", action="store_true", help="no summary; errors are still told")
    sub.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit code."""
    from hadath.graph.files import write_file
    from hadath.graph.view import render_story, tell
    from hadath.graph.view.sources import read

    errors: list[HadathError] = []
    found = read(options.input, limit=options.limit, on_error=telling(errors))
    story = tell(found.extractions, title=options.title, limit=options.limit, left_out=found.left_out)
    path = write_file(options.output, [render_story(story)])
    if not options.quiet:
        left = f", {count(story.left_out, 'article')} left out" if story.left_out else ""
        say(
            f"{count(len(story.articles), 'article')}, {count(len(story.events), 'event')}, "
            f"{count(len(story.entities), 'entity', 'entities')}{left}: wrote {path}\n"
        )
    return 1 if errors else 0


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("give a number above 0")
    return number
