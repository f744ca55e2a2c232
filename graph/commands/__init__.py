"""The commands of ``hadath``, a module each: ``add`` declares its options, ``run`` is one call of the library and gives the exit code."""

import argparse
from typing import TypeAlias

__all__ = ["Commands"]

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""Where a command adds itself."""
