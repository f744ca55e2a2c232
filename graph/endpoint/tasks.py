"""What the server and its workers tell each other: tasks and replies, written to a pipe as a length, JSON and raw bytes."""

import json
import struct
from dataclasses import asdict, dataclass, field
from typing import IO, Any

__all__ = ["LENGTHS", "Limits", "Reply", "Task", "pack", "read_message"]

LENGTHS = struct.Struct("!II")
"""In front of every message: the length of its JSON and of its body, in bytes."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query may cost: seconds, bytes of memory, bytes of its answer; and how many run at a time."""

    seconds: float = 30.0
    memory: int = 4 << 30
    answer: int = 64 << 20
    workers: int = 2


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked: a ``query``, a ``question`` by its name, or a ``graph`` by its IRI (empty: the default graph).

    ``accept`` is the HTTP header of what form the answer may have. ``default`` and ``named`` are the IRIs of the graphs that a query
    sees, all if there are none of either; ``values`` fill the parameters of a question.
    """

    kind: str
    text: str
    accept: str = ""
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer: status, media type and body."""

    status: int
    media_type: str
    body: bytes

    @classmethod
    def words(cls, status: int, text: str) -> "Reply":
        """One line of text."""
        return cls(status, "text/plain; charset=utf-8", f"{' '.join(text.split())}\n".encode())


def pack(message: Task | Reply) -> bytes:
    """A message as bytes."""
    content: dict[str, Any] = asdict(message)
    body: bytes = content.pop("body", b"")
    head = json.dumps(content).encode()
    return LENGTHS.pack(len(head), len(body)) + head + body


def read_message(stream: IO[bytes]) -> dict[str, Any] | None:
    """The next message of a stream, None at its end."""
    lengths = stream.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    head, _ = LENGTHS.unpack(lengths)
    content: dict[str, Any] = json.loads(stream.read(head))
    return content
