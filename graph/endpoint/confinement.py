"""What a worker's process gives up before it answers anybody: memory beyond a limit, core dumps, and the network."""

import ctypes
import sys

__all__ = ["confine"]

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET of Linux


def confine(memory: int) -> bool:
    """Limit this process to so many bytes of address space, and cut it off the network; False where that cannot be done.

    It has to be called before the process starts threads.
    """
    try:
        import resource
    except ModuleNotFoundError:  # Windows has no such limits
        return False
    for limit, value in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(limit)[1]
        ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(limit, (ceiling, ceiling))
    return _leave_the_network()


def _leave_the_network() -> bool:
    """Move into a network of one's own, in which there is nothing. Who is not root needs a user namespace for it."""
    if not sys.platform.startswith("linux"):
        return False
    unshare = getattr(ctypes.CDLL(None, use_errno=True), "unshare", None)
    return unshare is not None and any(
        unshare(flags) == 0 for flags in (_NEW_NETWORK, _NEW_USER | _NEW_NETWORK)
    )
