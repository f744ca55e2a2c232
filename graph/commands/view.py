"""``hadath view``: one page to look at, and pictures for papers."""

import argparse
from collections.abc import Iterable

from hadath.extract.errors import HadathError
from hadath.graph.commands import Commands
from hadath.graph.console import count, say, telling

__all__ = ["add", "run"]

_DESCRIPTION = (
    "Write one self-contained page, in Arabic and English, that shows the events, who takes part in them, who says so, and the sentences "
    "they were read from. It opens in any browser without a network. Or draw what it opens with as a picture."
)


def add(commands: Commands) -> None:
    """Declare the command and its options."""
    sub = commands.add_parser("view", help="write one offline page to look at", description=_DESCRIPTION)
    sub.add_argument(
        "input",
        metavar="INPUT",
        help="a graph (.nq, .trig, .ttl, .nt, .jsonld, .rdf), an output folder, a store, or articles as `hadath build` takes them",
    )
    sub.add_argument("-o", "--output", metavar="FILE", help="the page to write, such as story.html")
    sub.add_argument("--svg", metavar="FILE", help="a picture to write, such as story.svg")
    sub.add_argument(
        "--png", metavar="FILE", help="the same in pixels; needs `pip install 'hadath[pictures]'`"
    )
    sub.add_argument(
        "--draw", choices=("relations", "events"), help="what the picture shows (default: as the page opens)"
    )
    sub.add_argument(
        "--language", choices=("ar", "en"), default="ar", help="names and legend of the picture (default: ar)"
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
    sub.set_defaults(command=run, misused=sub.error)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit code."""
    from hadath.graph.files import write_file
    from hadath.graph.view import render_story, tell
    from hadath.graph.view.picture import render_png, render_svg
    from hadath.graph.view.sources import read

    if not (options.output or options.svg or options.png):
        options.misused("nothing to write: give -o, --svg or --png")
    errors: list[HadathError] = []
    found = read(options.input, limit=options.limit, on_error=telling(errors))
    if errors and not found.extractions:
        return 1  # nothing was read: a page that is there stays as it is
    story = tell(
        found.extractions,
        title=options.title,
        limit=options.limit,
        left_out=found.left_out,
        joined=found.joined,
    )
    picture = {"language": options.language, "way": options.draw}
    contents: dict[str, Iterable[str] | bytes] = {}
    if options.output:
        contents[options.output] = [render_story(story)]
    if options.svg:
        contents[options.svg] = [render_svg(story, **picture)]
    if options.png:
        contents[options.png] = render_png(story, **picture)
    paths = [write_file(target, content) for target, content in contents.items()]
    if not options.quiet:
        left = f", {count(story.left_out, 'article')} left out" if story.left_out else ""
        say(
            f"{count(len(story.articles), 'article')}, {count(len(story.events), 'event')}, "
            f"{count(len(story.entities), 'entity', 'entities')}{left}: wrote {', '.join(map(str, paths))}\n"
        )
    return 1 if errors else 0


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("give a number above 0")
    return number
