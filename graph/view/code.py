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
_TEMPLATES = Path(__file__).parent / "templates"
_VIS = Path(__file__).parent / "static" / "vis-network" / "vis-network.min.js"


@cache
def page_code() -> dict[str, Markup | list[Markup]]:
    """``scripts`` and ``style`` to put into the page as they are, and ``policy`` that names them by their hashes.

    Nothing may be loaded: no request leaves the page, and no script runs that does not stand in this package.
    """
    vis = re.sub(r"\n//# sourceMappingURL=.*", "", _VIS.read_text("utf-8"))
    paths = [f"{name}.js" for name in _FRAME] + [f"panels/{name}.js" for name in PANELS] + ["start.js"]
    scripts = [vis, *((_TEMPLATES / path).read_text("utf-8") for path in paths)]
    sheets = [_TEMPLATES / "page.css", *(_TEMPLATES / "panels" / f"{name}.css" for name in PANELS)]
    style = "\n".join([font_face(), *(path.read_text("utf-8") for path in sheets if path.exists())])
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src {_hashes(*scripts)}",
            f"style-src {_hashes(style, *_styles(vis), '')}",
            "img-src data:",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    return {"scripts": list(map(Markup, scripts)), "style": Markup(style), "policy": Markup(policy)}


def _styles(vis: str) -> list[str]:
    """The style elements that vis-network puts into the page when it starts: the arguments ``A("…{…}")``."""
    found = re.finditer(r"""(?<=[;}])A\((["'])([^"'][^\n]*?\{.*?)\1\)""", vis)
    return [match[2] for match in found]


def _hashes(*codes: str) -> str:
    """How a content security policy names code that may run."""
    return " ".join(f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'" for code in codes)
