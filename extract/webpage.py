"""The article in an HTML page: its visible paragraphs, headline and date, without menus, scripts and footers."""

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser

__all__ = ["Webpage", "declared_encoding", "read_webpage"]

_SKIPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "aside",
        "header",
        "menu",
        "button",
        "select",
    }
    | {"iframe", "svg", "figure", "dialog"}
)
_SILENT = frozenset({"script", "style", "template", "noscript", "svg"})  # not even a headline is read there
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "blockquote",
        "br",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "form",
        "hr",
    }
    | {
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    }
)
_DATE_NAMES = frozenset(
    {
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "dc.date",
    }
    | {"dc.date.issued", "parsely-pub-date", "sailthru.date"}
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DECLARATION = re.compile(r"<[!?][^<>]*+>")
_STRAY = re.compile(r"""<(?!/?[a-zA-Z](?:[^<>"']|"[^"]{0,4000}"|'[^']{0,4000}')*+>)""")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Webpage:
    """What an article page says: ``text`` has one line per paragraph; ``date`` is as the page writes it."""

    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None


def declared_encoding(data: bytes) -> str | None:
    """The encoding named in the page's ``meta`` element, if any."""
    found = _CHARSET.search(data[:8192])
    return found.group(1).decode("ascii") if found else None


def read_webpage(html: str) -> Webpage:
    """Read the article of a page: the text of ``article`` or ``main`` if there is one, else of the whole body.

    >>> read_webpage("<title>خبر</title><nav>القائمة</nav><p>نص <b>الخبر</b></p>")
    Webpage(text='نص الخبر', title='خبر', date=None, url=None)
    """
    parser = _PageParser()
    parser.feed(_whole_tags(html))
    parser.close()
    article, body = _lines(parser.article), _lines(parser.body)
    text = article if len(article) * 3 >= len(body) else body  # a teaser may be marked as an article too
    text = text or _lines(parser.everything)
    title = parser.meta_title or _first(parser.headlines["h1"]) or _first(parser.headlines["title"])
    return Webpage(text, title, parser.meta_date or parser.time, parser.url)


def _whole_tags(html: str) -> str:
    """The page without comments and declarations, in which each < begins a whole tag.

    The parser of the standard library takes quadratic time over tags and comments that are never closed.
    """
    commented = html.rfind("-->") + 1
    html = _COMMENT.sub("", html[: commented + 2]) + html[commented + 2 :] if commented else html
    return _STRAY.sub("&lt;", _DECLARATION.sub("", html))


def _lines(pieces: list[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _first(headlines: list[str]) -> str | None:
    return next((" ".join(line.split()) for line in headlines if line.strip()), None)


class _PageParser(HTMLParser):
    """Gather the pieces of text by the element they stand in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.article: list[str] = []
        self.body: list[str] = []
        self.everything: list[str] = []
        self.headlines: dict[str, list[str]] = {"title": [], "h1": []}
        self.meta_title: str | None = None
        self.meta_date: str | None = None
        self.time: str | None = None
        self.url: str | None = None
        self._skipped: list[str] = []
        self._open = Counter[str]()
        self._articles = 0
        self._collecting: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._read_meta(values)
        elif tag == "link" and values.get("rel", "").lower() == "canonical":
            self.url = self.url or values.get("href") or None
        elif tag == "time" and not self.time:
            self.time = values.get("datetime") or None
        if tag in _SKIPPED:
            self._skipped.append(tag)
            self._open[tag] += 1
        elif tag in {"article", "main"} and not self._skipped:
            self._articles += 1
        if tag in self.headlines:
            self.headlines[tag].append("")
            self._collecting = tag
        if tag in _BLOCKS:
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._open[tag]:
            self._close(tag)
        elif tag in {"article", "main"} and not self._skipped:
            self._articles = max(0, self._articles - 1)
        if tag == self._collecting:
            self._collecting = None
        if tag in _BLOCKS:
            self._add("\n")

    def handle_data(self, data: str) -> None:
        if any(self._open[tag] for tag in _SILENT):
            return
        if self._collecting:
            self.headlines[self._collecting][-1] += data
        else:  # a headline is metadata, as in JSON
            self._add(re.sub(r"\s", " ", data))

    def _close(self, tag: str) -> None:
        """Close an element and all that were left open within it."""
        closed = ""
        while closed != tag:
            closed = self._skipped.pop()
            self._open[closed] -= 1

    def _add(self, piece: str) -> None:
        self.everything.append(piece)
        if self._skipped:
            return
        self.body.append(piece)
        if self._articles:
            self.article.append(piece)

    def _read_meta(self, values: dict[str, str]) -> None:
        name = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
        content = values.get("content", "").strip()
        if name in {"og:title", "twitter:title"} and content:
            self.meta_title = self.meta_title or content
        elif name in _DATE_NAMES and content:
            self.meta_date = self.meta_date or content
        elif name == "og:url" and content:
            self.url = self.url or content
