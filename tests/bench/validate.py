"""How long the validation of a graph takes beside the building of it, per article and per thousand articles.

Seconds say nothing on another machine, so the validation also stands as a ratio to the building of the same articles
(extraction and graph) in the same process. Nothing here passes or fails.

usage: python tests/bench/validate.py [TEXT…] [--articles N]      texts default to the sample articles of the tests
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from time import process_time

from speed import SAMPLES, one_core


@dataclass(frozen=True, slots=True)
class Measured:
    """Processor seconds for so many articles."""

    articles: int
    words: int
    statements: int
    violations: int
    building: float
    validation: float


def measure(paths: Sequence[Path], articles: int) -> Measured:
    """Build and validate so many articles; files are taken round and round, each time as an article of its own."""
    from hadath.extract import extract, load
    from hadath.extract.articles import read_articles
    from hadath.graph import build_dataset, validate

    nlp, texts = load(), list(read_articles(paths))
    validate(build_dataset(extract(texts[:1], nlp=nlp)))  # reads model, shapes and their queries
    inputs = [replace(text, id=f"{text.id}-{n}") for n, text in enumerate(islice(cycle(texts), articles))]
    start = process_time()
    dataset = build_dataset(extract(inputs, nlp=nlp))
    built = process_time()
    report = validate(dataset)
    return Measured(
        articles=report.articles,
        words=sum(len(text.text.split()) for text in inputs),
        statements=len(set(dataset.quads())),
        violations=len(report.violations),
        building=built - start,
        validation=process_time() - built,
    )


def report(found: Measured) -> str:
    """A Markdown table."""
    rows = (("building", found.building), ("validation", found.validation))
    lines = [
        f"{found.articles} articles, {found.words / found.articles:.0f} words and {found.statements / found.articles:.0f} "
        f"statements each; {found.violations} violations",
        "",
        "| on one core | ms an article | s per 1,000 articles | ratio to building |",
        "| --- | ---: | ---: | ---: |",
    ]
    for name, seconds in rows:
        each = seconds / found.articles
        lines.append(f"| {name} | {each * 1000:.0f} | {each * 1000:.0f} | {seconds / found.building:.2f} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", nargs="*", type=Path)
    parser.add_argument("--articles", type=int, default=20, help="how many articles (default: %(default)s)")
    options = parser.parse_args()
    one_core()
    print(report(measure(options.text or sorted(SAMPLES.glob("*.txt")), options.articles)))


if __name__ == "__main__":
    main()
