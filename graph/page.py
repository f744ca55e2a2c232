"""The page a person looks at: one offline HTML file with the network, the sentences behind it and the texts.

The network goes through pyvis with our own template. All that comes from articles travels as JSON in a data
block and is put on the page as text; the page's content security policy allows only the scripts in it.
"""

import json
import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pyvis.network import Network

from hadath.extract.records import Extraction
from hadath.graph.page_story import Story, headline
from hadath.graph.page_style import page_terms
from hadath.graph.page_text import visible

__all__ = ["render_page"]

_TEMPLATES = Path(__file__).parent / "templates"
_VIS = Path(__file__).parent / "static" / "vis-network" / "vis-network.min.js"
_FONT = "Noto Sans Arabic, Noto Naskh Arabic, Segoe UI, Tahoma, sans-serif"
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False},
    "nodes": {"font": {"face": _FONT}},
    "edges": {
        "smooth": False,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.6}},
        "font": {"face": _FONT, "size": 13, "align": "horizontal", "color": "#55626f", "strokeWidth": 4},
    },
}


def render_page(extractions: Sequence[Extraction], *, title: str | None = None) -> str:
    """Write the events and entities of some articles as one self-contained page, in Arabic, right to left.

    The same extractions give the same page. Entities linked to the same Wikidata item are one node.
    """
    story = Story.of(extractions)
    network = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(_OPTIONS))
    # pyvis's own add_node and add_edge search all nodes each time: 13 s for 20,000
    network.nodes, network.edges = story.drawn_nodes(), story.drawn_edges()
    network.heading = visible(title) if title else _heading(extractions)
    network.set_template_dir(str(_TEMPLATES), "page.html")
    network.templateEnv.autoescape = True
    network.templateEnv.filters["data_block"] = _data_block
    network.templateEnv.globals["page"] = {"story": story.told(), "terms": _terms(), **_code()}
    page: str = network.generate_html("page.html")
    return page.encode("utf-8", errors="replace").decode("utf-8")  # a lone surrogate in the heading


def _heading(extractions: Sequence[Extraction]) -> str:
    """The article's headline when there is one article, a plain name otherwise."""
    return headline(extractions[0]) if len(extractions) == 1 else "شبكة الأحداث"


def _terms() -> list[dict[str, str]]:
    keys = ("group", "key", "ar", "en", "shape", "colour")
    return [{key: getattr(term, key) for key in keys} for term in page_terms().values()]


def _data_block(data: Any) -> Markup:
    """JSON that no HTML parser can take for anything else, whatever it holds (surrogates stay escapes)."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(re.sub("[<>&\u2028\u2029\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text))


@cache
def _code() -> dict[str, Markup]:
    """The page's own script and style, vis-network, and the policy that allows exactly these."""
    vis = re.sub(r"\n//# sourceMappingURL=.*", "", _VIS.read_text(encoding="utf-8"))
    script = (_TEMPLATES / "page.js").read_text(encoding="utf-8")
    style = (_TEMPLATES / "page.css").read_text(encoding="utf-8")
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src {_hashes(vis, script)}",
            f"style-src {_hashes(style, *_styles(vis), '')}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    return {"vis": Markup(vis), "script": Markup(script), "style": Markup(style), "policy": Markup(policy)}


def _styles(vis: str) -> list[str]:
    """The style elements that vis-network puts into the page when it starts: the arguments ``A("…{…}")``."""
    found = re.finditer(r"""(?<=[;}])A\((["'])([^"'][^\n]*?\{.*?)\1\)""", vis)
    return [match[2] for match in found]


def _hashes(*codes: str) -> str:
    """How a content security policy names code that may run."""
    return " ".join(f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'" for code in codes)
