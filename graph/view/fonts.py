"""The font that the page and the pictures carry: Vazirmatn, cut down to Arabic and Latin (see ``static/README.md``)."""

from base64 import b64encode
from functools import cache
from pathlib import Path

__all__ = ["FAMILY", "FONT_FILE", "font_face"]

FAMILY = "Vazirmatn"
_FOLDER = Path(__file__).parent / "static" / "vazirmatn"
FONT_FILE = _FOLDER / "Vazirmatn-Regular.ttf"
"""For programs that take no web font."""
_WEIGHTS = {"Regular": 400, "Bold": 700}


@cache
def font_face(*names: str) -> str:
    """The CSS that brings weights of the font along, all of them or those named.

    >>> font_face("Regular")[:60]
    '@font-face{font-family:Vazirmatn;font-weight:400;src:url(dat'
    """
    return "".join(map(_face, names or _WEIGHTS))


def _face(name: str) -> str:
    data = b64encode((_FOLDER / f"{FAMILY}-{name}.woff2").read_bytes()).decode("ascii")
    source = f"url(data:font/woff2;base64,{data})format('woff2')"
    return f"@font-face{{font-family:{FAMILY};font-weight:{_WEIGHTS[name]};src:{source}}}"
