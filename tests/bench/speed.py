"""How fast the language pipeline and the whole extraction are on one core, how long loading takes, memory.

Seconds say nothing on another machine, so every figure also stands as a ratio to a yardstick measured in the
same process: words per second of processor time of spaCy's blank tokenizer on the same texts. Nothing here passes or fails.

usage: python tests/bench/speed.py [TEXT…] [--words N]      texts default to the sample articles of the tests
"""

import argparse
import os
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

SAMPLES = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True)
class Timing:
    """How long it took to get through so many words of print."""

    name: str
    words: int
    seconds: float

    @property
    def rate(self) -> float:
        """Words per second."""
        return self.words / self.seconds if self.seconds else 0.0


def texts(paths: Sequence[Path], words: int) -> list[str]:
    """Texts with about so many words in all; files are taken round and round until there are enough."""
    contents = [path.read_text("utf8") for path in paths]
    if not any(text.split() for text in contents):
        raise SystemExit("no words to measure on; give text files")
    return list(_enough(contents, words))


def _enough(contents: Sequence[str], words: int) -> Iterator[str]:
    seen = 0
    for text in cycle(contents):
        if seen >= words:
            return
        seen += len(text.split())
        yield text


def timed(name: str, work: Callable[[str], object], inputs: Sequence[str], *, rounds: int = 1) -> Timing:
    """The best of some rounds through all texts, after one text to warm up."""
    work(inputs[0])
    best = min(_seconds(work, inputs) for _ in range(rounds))
    return Timing(name, sum(len(text.split()) for text in inputs), best)


def _seconds(work: Callable[[str], object], inputs: Sequence[str]) -> float:
    """Processor time, so that what else the machine does is left out."""
    start = process_time()
    for text in inputs:
        work(text)
    return process_time() - start


def peak_megabytes() -> float:
    """The most memory this process has held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def one_core() -> None:
    """Keep the process on one core; call it before numpy is imported."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def extraction(nlp: Any) -> Callable[[str], object]:
    """The whole way from a text to records."""
    from hadath.extract import extract
    from hadath.extract.records import Article

    return lambda text: list(extract([Article(id="article", text=text)], nlp=nlp))


def report(yardstick: Timing, timings: Sequence[Timing], *, load: float) -> str:
    """A Markdown table; the ratio is to the yardstick, for loading the words it tokenizes in that time."""
    lines = ["| on one core | words/s | ratio to yardstick |", "| --- | ---: | ---: |"]
    lines += [f"| {t.name} | {t.rate:,.0f} | {t.rate / yardstick.rate:.4f} |" for t in (yardstick, *timings)]
    lines.append(f"| loading: {load:.2f} s | – | {load * yardstick.rate:,.0f} yardstick words |")
    lines.append(f"| peak memory: {peak_megabytes():,.0f} MB | – | – |")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", nargs="*", type=Path)
    parser.add_argument(
        "--words", type=int, default=20_000, help="read about so many words (default: %(default)s)"
    )
    parser.add_argument("--pipeline-only", action="store_true", help="leave out the whole extraction")
    parser.add_argument("--model", type=Path, metavar="FOLDER", help="another model than the one that ships")
    options = parser.parse_args()
    one_core()
    import spacy

    inputs = texts(options.text or sorted(SAMPLES.glob("*.txt")), options.words)
    yardstick = timed("yardstick: blank tokenizer", spacy.blank("ar").make_doc, inputs, rounds=3)
    start = perf_counter()
    from hadath.extract.pipeline import load

    nlp = load(options.model)
    seconds = perf_counter() - start
    timings = [timed("language pipeline", nlp, inputs)]
    if not options.pipeline_only:
        timings.append(timed("whole extraction", extraction(nlp), inputs))
    print(report(yardstick, timings, load=seconds))


if __name__ == "__main__":
    main()
