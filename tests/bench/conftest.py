"""The benchmark is a script, not a package: its test imports it from this folder."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
