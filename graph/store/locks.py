"""Locks of the operating system on a file or folder: they end with the process that has them, however it ends."""

import os
from pathlib import Path

from hadath.extract.errors import HadathError

try:
    import fcntl
except ModuleNotFoundError as error:
    raise HadathError(
        "stores need file locks, which this system does not have; use Linux or macOS"
    ) from error

__all__ = ["lock_alone", "lock_shared"]


def lock_shared(path: Path) -> int:
    """Lock together with others, waiting for one who has locked alone; closing the handle unlocks."""
    handle = os.open(path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_SH)
    return handle


def lock_alone(path: Path) -> int | None:
    """Lock against all others; None if somebody else has a lock."""
    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    return handle
