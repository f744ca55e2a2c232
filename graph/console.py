"""What the commands print: answers in UTF-8 on standard output, complaints of one line and progress on standard error.

This is the only module that prints.
"""

import sys
import time
from collections.abc import Callable

from hadath.extract.errors import HadathError

__all__ = ["ProgressBar", "complain", "count", "hint", "say", "telling"]


def say(text: str, *, flush: bool = False) -> None:
    """Print in UTF-8 whatever the terminal's locale is; Arabic is what this is about. ``flush`` when more will be long in coming."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.stdout.write(text)
    if flush:
        sys.stdout.flush()


def complain(error: HadathError) -> None:
    """Tell an error in one line."""
    hint(str(error))


def hint(text: str) -> None:
    """Say something in one line beside the answer."""
    line = " ".join(text.split()).encode("utf-8", "replace").decode("utf-8")
    if hasattr(sys.stderr, "reconfigure"):
        sys.stderr.reconfigure(errors="backslashreplace")
    print(f"\rhadath: {line}" if sys.stderr.isatty() else f"hadath: {line}", file=sys.stderr)


def telling(errors: list[HadathError]) -> Callable[[HadathError], None]:
    """Tell an error at once and keep it for the exit code."""

    def tell(error: HadathError) -> None:
        errors.append(error)
        complain(error)

    return tell


def count(number: int, singular: str, plural: str = "") -> str:
    """A number with its noun.

    >>> count(1, "article"), count(2000, "entity", "entities")
    ('1 article', '2,000 entities')
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


class ProgressBar:
    """A progress bar on standard error, for runs of more than a second."""

    _WIDTH = 30

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._drawn = 0.0

    def __call__(self, done: int, total: int | None = None) -> None:
        """Draw how many articles are done; without a total there is no bar."""
        now = time.monotonic()
        if now - self._started < 1 or now - self._drawn < 0.1:
            return
        self._drawn = now
        if total is None:
            rate = done / (now - self._started)
            print(f"\r{done:,} articles, {rate:,.1f}/s ", end="", file=sys.stderr, flush=True)
            return
        filled = self._WIDTH * done // total
        left = (now - self._started) / done * (total - done)
        bar = "█" * filled + "░" * (self._WIDTH - filled)
        print(f"\r{bar} {done:,}/{total:,} articles, {left:.0f} s left ", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Wipe the bar, if it was drawn."""
        if self._drawn:
            print("\r" + " " * 100 + "\r", end="", file=sys.stderr, flush=True)
