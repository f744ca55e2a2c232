"""How right the graphs are: annotated articles and sentences built by the command line, then scored.

The scorers belong to the annotations and lie beside them in the data folder; they read the graph only.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

__all__ = ["CommandError", "articles", "figures_of", "sentences"]

_ROW = re.compile(r"(?P<name>.+?)\s+p (?P<p>\S+)\s+r (?P<r>\S+)\s+f (?P<f>\S+)\s+n (?P<n>\S+)")


class CommandError(Exception):
    """A command did not do its work; the message is the last line it printed."""


def _run(name: str, command: Sequence[str | Path]) -> str:
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "no message").splitlines()[-1]
        raise CommandError(f"{name} ended with {done.returncode}: {last}")
    return done.stdout


def build(inputs: Sequence[Path], folder: Path) -> Path:
    """Build the graph of some inputs as a user does; the N-Quads file."""
    _run("hadath build", [sys.executable, "-m", "hadath.graph", "build", *inputs, "-o", folder])
    return folder / "graph.nq"


def articles(data: Path) -> dict[str, Any]:
    """The figures for whole annotated articles: events, types, roles, speakers, links, times."""
    gold = data / "gold"
    with tempfile.TemporaryDirectory() as folder:
        graph = build(sorted((gold / "articles").glob("*.txt")), Path(folder))
        return dict(
            json.loads(
                _run("score.py", [sys.executable, gold / "score.py", graph, gold / "articles", "--json"])
            )
        )


def figures_of(line: str) -> tuple[str, Any]:
    """One line of a printed table: its name with a number, or with p, r, f and n."""
    match = _ROW.fullmatch(line.strip())
    if not match:
        name, value = line.rsplit(maxsplit=1)
        return name.strip(), float(value)
    return match["name"], {key: float(match[key]) for key in "prfn"}


def sentences(data: Path) -> dict[str, Any]:
    """The figures for single sentences: is there an assault or a protest, and by whom against whom."""
    gold = data / "gsr"
    with tempfile.TemporaryDirectory() as folder:
        graph = build([gold / "sentences.jsonl"], Path(folder))
        printed = _run("score_gsr.py", [sys.executable, gold / "score_gsr.py", graph, gold])
    return dict(figures_of(line) for line in printed.splitlines() if line.strip())
