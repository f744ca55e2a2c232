"""Elements of an SVG drawing, written with care for foreign text: escaped, without characters that XML cannot hold, and
each line of text on its own, so that Arabic runs from right to left whatever stands around it and whoever draws it."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from hadath.graph.characters import xml_text

__all__ = ["Attributes", "element", "escaped", "path", "text_line"]

Value = str | int | float
Attributes = dict[str, Value]


def element(tag: str, attributes: Attributes | None = None, *content: str) -> str:
    """An element with attributes and content that is markup already; numbers are rounded to tenths.

    >>> element("g", {"opacity": 0.25, "id": "a<b"}, element("path"))
    '<g opacity="0.2" id="a&lt;b"><path/></g>'
    """
    names = "".join(f" {name}={quoteattr(_written(value))}" for name, value in (attributes or {}).items())
    inner = "".join(content)
    return f"<{tag}{names}>{inner}</{tag}>" if inner else f"<{tag}{names}/>"


def text_line(text: str, attributes: Attributes, *, language: str = "ar") -> str:
    """A line of text. It is isolated: its direction is that of the language, its neighbours' is not touched.

    Not all programs heed ``direction`` and ``unicode-bidi``; all heed the isolating characters of Unicode.
    """
    opening = "\u2067" if language == "ar" else "\u2068"  # right-to-left, or as its first letter
    return element("text", attributes, f"{opening}{escaped(text)}\u2069")


def escaped(text: str) -> str:
    """Text as the content of an element."""
    return escape(xml_text(text))


def path(points: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
    """The ``d`` of a line through some points."""
    return "M" + "L".join(f"{_written(x)} {_written(y)}" for x, y in points) + ("z" if closed else "")


def _written(value: Value) -> str:
    return xml_text(value) if isinstance(value, str) else f"{round(value, 1):g}"
