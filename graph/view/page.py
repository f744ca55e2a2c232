"""The page a person looks at: one offline HTML file with the story, the sentences behind it and the texts.

The network goes through pyvis with our own template. All that comes from articles travels as JSON in a data
block and is put on the page as text; the page's content security policy allows only the scripts in it.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pyvis.network import Network

from hadath.extract.records import Extraction
from hadath.graph.view.code import page_code
from hadath.graph.view.data import story_data
from hadath.graph.view.scene import drawn_edges, drawn_nodes, opening, scenes
from hadath.graph.view.story import Story
from hadath.graph.view.telling import LIMIT, tell
from hadath.graph.view.terms import page_terms

__all__ = ["render_page", "render_story"]

_TEMPLATES = Path(__file__).parent / "templates"
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False},
    "edges": {"smooth": False, "arrows": {"to": {"enabled": True, "scaleFactor": 0.6}}},
}


def render_page(extractions: Sequence[Extraction], *, title: str | None = None, limit: int = LIMIT) -> str:
    """Write the events and entities of some articles as one self-contained page, in Arabic, right to left.

    The same extractions give the same page. Entities linked to the same Wikidata item are one node.
    """
    return render_story(tell(extractions, title=title, limit=limit))


def render_story(story: Story) -> str:
    """Write a story as one self-contained page."""
    network = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(_OPTIONS))
    places = scenes(story)
    # pyvis's own add_node and add_edge search all nodes each time: 13 s for 20,000
    way = opening(places)
    network.nodes, network.edges = drawn_nodes(story, places[way]), drawn_edges(story, places[way], way)
    network.heading = story.title or "شبكة الأحداث"
    network.set_template_dir(str(_TEMPLATES), "page.html")
    network.templateEnv.autoescape = True
    network.templateEnv.filters["data_block"] = _data_block
    network.templateEnv.globals["page"] = {
        "story": story_data(story)
        | {"opening": way, "scenes": {key: places[key] for key in places if key != way}},
        "terms": [_term(group, key) for group, key in page_terms()],
        **page_code(),
    }
    page: str = network.generate_html("page.html")
    return page.encode("utf-8", errors="replace").decode("utf-8")  # a lone surrogate in the heading


def _term(group: str, key: str) -> list[str]:
    term = page_terms()[group, key]
    return [group, key, term.ar, term.en, term.shape, term.colour]


def _data_block(data: Any) -> Markup:
    """JSON that no HTML parser can take for anything else, whatever it holds (surrogates stay escapes)."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(re.sub("[<>&\u2028\u2029\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text))
