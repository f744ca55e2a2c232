"""What a store has after its writer is killed (``kill -9``) while it adds, again and again.

A writer adds articles and takes some out again, and says of each when it is done. After it is killed at some moment the store is
opened anew: what was said to be done must be there to the last quad, the one article in between wholly or not at all, and nothing
else; readers must find whole articles. Nothing is said of power cuts, which lose what was not flushed yet.

usage: python tests/bench/durability.py [--rounds N] [--folder FOLDER]
"""

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hadath.extract.records import Article, Entity, EntityKind, Event, Extraction, Mention, Sentence
from hadath.graph.corpus import Corpus
from hadath.graph.iris import article_iri
from hadath.graph.nquads import generate_nquads
from hadath.graph.store.dump import dump_lines
from hadath.graph.store.writing import open_snapshot, open_store

_TEXT = "التقى الوزير وفدا. وقال الوزير إن الوفد وافق."
_EVERY = 7


def extraction(number: int) -> Extraction:
    """Article number so and so: a meeting, a statement and a claim, many times over so that adding takes a while."""

    def mention(word: str, at: int) -> Mention:
        start = text.index(word, at)
        return Mention(start, start + len(word), word)

    repeat = 1 + number % 12
    text = " ".join([_TEXT] * repeat) + f" {number}"
    entities, events = [], []
    for i in range(repeat):
        at = i * (len(_TEXT) + 1)
        entities += [
            Entity(f"m{i}", EntityKind.PERSON, "الوزير", (mention("الوزير", at),)),
            Entity(f"d{i}", EntityKind.GROUP, "وفد", (mention("وفدا", at),)),
        ]
        events += [
            Event(
                f"v{i}",
                "CONSULT",
                "التقى",
                mention("التقى", at),
                agents=(f"m{i}",),
                patients=(f"d{i}",),
                rule="verb",
            ),
            Event(
                f"s{i}",
                "SAY",
                "قال",
                mention("وقال", at),
                agents=(f"m{i}",),
                contents=(f"c{i}",),
                rule="verb",
            ),
            Event(
                f"c{i}",
                "AGREE",
                "وافق",
                mention("وافق", at),
                agents=(f"d{i}",),
                said_by=(f"m{i}",),
                rule="verb",
            ),
        ]
    article = Article(f"article-{number}", text)
    return Extraction(article, (Sentence(0, len(text)),), tuple(entities), (), tuple(events))


def steps(start: int) -> Iterator[tuple[str, int]]:
    """Without end: add an article, and take out every third of those before."""
    number = start
    while True:
        yield "add", number
        if number % 3 == 2:
            yield "remove", number - 1
        number += 1


def write(folder: Path, start: int) -> None:
    """Be the writer that is killed."""
    with open_store(folder, publish_every=_EVERY) as store:
        for step, number in steps(start):
            print(f"start {step} {number}", flush=True)
            if step == "add":
                store.add(extraction(number))
            else:
                store.remove(str(article_iri(extraction(number).article)))
            print(f"done {step} {number}", flush=True)


def kill_while_writing(folder: Path, start: int, lines: int) -> list[list[str]]:
    """Start a writer, kill it after it has said so much, and give what it had said."""
    command = [sys.executable, __file__, "--write", str(start), "--folder", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(lines)]
        writer.kill()
        said += writer.stdout.readlines()
    return [line.split() for line in said if line.endswith("\n")]


def check(folder: Path, before: set[int], said: list[list[str]]) -> set[int]:
    """Compare the store with what its writer said; the numbers of the articles that are there."""
    done = set(before)
    for state, step, number in said:
        if state == "done":
            (done.add if step == "add" else done.discard)(int(number))
    possible = [done]
    if said and said[-1][0] == "start":
        possible.append(done ^ {int(said[-1][2])})
    if any((folder / "snapshots").glob("[0-9]*[0-9]")):
        snapshot = open_snapshot(folder)
        published = {int(graph.value.split("-")[-2]) for graph in snapshot.named_graphs()}
        same("what is published", "".join(dump_lines(snapshot)), published)
    with open_store(folder) as store:
        there = {int(article.id.rpartition("-")[2]) for article in store.articles()}
        if there not in possible:
            raise SystemExit(f"{sorted(there)} are there, not {sorted(done)}")
        same("the store", "".join(dump_lines(store.database)), there)
    return there


def same(what: str, dump: str, numbers: set[int]) -> None:
    """Make sure that a dump is that of these articles, whole and alone."""
    if dump != "".join(generate_nquads(Corpus(map(extraction, numbers)))):
        raise SystemExit(f"{what} holds something else than the whole articles {sorted(numbers)}")


def run(folder: Path, rounds: int, *, seed: int = 1) -> Iterator[tuple[int, int]]:
    """Kill a writer so many times at random moments; steps done in each round, and articles that are there."""
    chance = random.Random(seed)
    there: set[int] = set()
    start = 0
    for _ in range(rounds):
        said = kill_while_writing(folder, start, chance.randint(1, 60))
        there = check(folder, there, said)
        start = max([start, *(int(number) + 1 for _, _, number in said)])
        yield sum(state == "done" for state, _, _ in said), len(there)


def main() -> None:
    """Say what was lost, if anything was."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=20, help="times to kill (default: %(default)s)")
    parser.add_argument("--folder", type=Path, help="the store (default: a temporary one)")
    parser.add_argument("--write", type=int, metavar="N", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write is not None:
        write(options.folder, options.write)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary) / "store"
        for number, (done, there) in enumerate(run(folder, options.rounds), 1):
            print(
                f"killed {number}: {done} steps done, {there} articles there, nothing lost and nothing half",
                flush=True,
            )


if __name__ == "__main__":
    main()
