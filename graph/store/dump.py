"""All quads of a database as canonical N-Quads: sorted lines, so that equal stores are equal files.

They are the lines of ``graph.nq``. Oxigraph keeps values, not their spelling: it gives offsets back as ``xsd:integer`` and whole
decimals without a point; both are written here as the files have them. Only capitals in language tags stay lost.
"""

import heapq
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from tempfile import TemporaryFile
from typing import IO

from pyoxigraph import RdfFormat
from pyoxigraph import Store as Database

__all__ = ["dump_lines"]

_AT_ONCE = 1_000_000
_OFFSET = re.compile(rb'(nif-core#(?:begin|end)Index> "\d+"\^\^<http://www\.w3\.org/2001/XMLSchema#)integer>')
_WHOLE = re.compile(rb'"(-?\d+)"(\^\^<http://www\.w3\.org/2001/XMLSchema#decimal> )')


def dump_lines(database: Database, *, at_once: int = _AT_ONCE) -> Iterator[str]:
    """Yield all quads in the order of their lines, of which ``at_once`` are held in memory, the rest in temporary files."""
    with TemporaryFile() as unsorted:
        database.dump(unsorted, RdfFormat.N_QUADS)
        unsorted.seek(0)
        for line in _sorted(map(_as_in_files, unsorted), at_once):
            yield line.decode("utf-8")


def _as_in_files(line: bytes) -> bytes:
    if b"Index> " in line:
        return _OFFSET.sub(rb"\1nonNegativeInteger>", line, count=1)
    if b"#decimal> " in line:
        return _WHOLE.sub(rb'"\1.0"\2', line, count=1)
    return line


def _sorted(lines: Iterable[bytes], at_once: int) -> Iterator[bytes]:
    """Sort more lines than memory holds: in runs on disk, which are then merged."""
    left = iter(lines)
    with ExitStack() as stack:
        runs: list[IO[bytes]] = []
        while batch := sorted(islice(left, at_once)):
            runs.append(stack.enter_context(TemporaryFile()))
            runs[-1].writelines(batch)
            runs[-1].seek(0)
        yield from heapq.merge(*runs)
