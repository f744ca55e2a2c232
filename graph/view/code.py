"""The page's own code: scripts and styles in their order, and the policy that lets exactly these run."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from hadath.graph.view.fonts import font_face

__all__ = ["PANELS", "page_code"]

PANELS = ("graph", "timeline", "claims", "map", "actors", "evidence", "text", "list")
"""The panels in the order in which they register; each is ``templates/panels/NAME.js``, with ``NAME.css`` if it has one."""

_FRAME = ("frame", "words", "dom", "spelling", "model", "drawing", "layout")  # before the panels
_TIMELINE = ("timeline/calendar", "timeline/bars", "timeline/items")  # what the panel of that name is made of
_TEMPLATES = Path(__file__).parent / "templates"
_STATIC = Path(__file__).parent / "static"


@cache
def page_code() -> dict[str, Markup | list[Markup]]:
    """``scripts``, ``timeline`` and ``style`` to put into the page as they are, and ``policy`` that names them by their hashes.

    ``timeline`` is a script that the page keeps as data until a panel asks for it. Nothing may be loaded: no request leaves
    the page, and no script runs that does not stand in this package.
    """
    network, timeline = _library("vis-network/vis-network"), _library("vis-timeline/vis-timeline-graph2d")
    names = [*_FRAME, *_TIMELINE, *(f"panels/{name}" for name in PANELS), "start"]
    scripts = [network, *((_TEMPLATES / f"{name}.js").read_text("utf-8") for name in names)]
    sheets = [_TEMPLATES / "page.css", *(_TEMPLATES / "panels" / f"{name}.css" for name in PANELS)]
    style = "\n".join([font_face(), *(path.read_text("utf-8") for path in sheets if path.exists())])
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src {_hashes(*scripts, timeline)}",
            f"style-src {_hashes(style, *_styles(network), *_styles(timeline), '')}",
            "img-src data:",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    return {
        "scripts": list(map(Markup, scripts)),
        "timeline": Markup(timeline),
        "style": Markup(style),
        "policy": Markup(policy),
    }


def _library(name: str) -> str:
    """A file of the vis.js family as it came, without the name of the map to its sources."""
    return re.sub(r"\n//# sourceMappingURL=.*\n?", "", (_STATIC / f"{name}.min.js").read_text("utf-8"))


def _styles(library: str) -> list[str]:
    """The style elements that a library puts into the page when it starts: the arguments ``A("…{…}")`` of one function."""
    found = re.finditer(r"""(?<=[;}])\w\((["'])((?:div)?\.vis[^\n]*?\{.*?)\1\)""", library)
    return [match[2].replace("\\\\", "\\") for match in found]


def _hashes(*codes: str) -> str:
    """How a content security policy names code that may run."""
    return " ".join(f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'" for code in codes)
