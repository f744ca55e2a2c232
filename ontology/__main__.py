"""``python -m hadath.ontology FILE`` writes the page of the ontology, ``ontology/index.html`` in the repository."""

import sys
from pathlib import Path

from hadath.ontology.page import generate_page

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m hadath.ontology FILE")
    Path(sys.argv[1]).write_text(generate_page(), encoding="utf-8", newline="\n")
