"""A running endpoint for tests: the command itself, in a process of its own, on a free port."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

__all__ = ["running"]


@contextlib.contextmanager
def running(store: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """``hadath serve`` with its address, ended by a signal and waited for."""
    process = subprocess.Popen(
        [sys.executable, "-m", "hadath.graph", "serve", str(store), "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    try:
        line = process.stdout.readline() if process.stdout else ""
        if " is ready" not in line:
            raise AssertionError(f"not ready: {line}{process.stdout.read() if process.stdout else ''}")
        yield line.split(" ", 1)[0], process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
