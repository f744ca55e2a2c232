"""``python -m hadath.graph`` is ``hadath``."""

import sys

from hadath.graph.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    sys.exit(main())
