"""HTTP requests as tasks, after the SPARQL 1.1 Protocol, sections 2.1 and 2.2; what it does not allow is refused with its status."""

from urllib.parse import parse_qsl

from starlette.requests import Request

from hadath.graph.endpoint.tasks import Reply, Task

__all__ = ["Refused", "read_parameters", "read_task"]

_LONGEST = 1 << 20  # bytes of a query
_FORM, _QUERY, _UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)


class Refused(Exception):
    """A request that is not obeyed, with the reply that says why."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.reply = Reply.words(status, text)


async def read_task(request: Request) -> Task:
    """The query of a request: GET, POST with a form, or POST with the query itself."""
    pairs = read_parameters(request.url.query)
    if request.method == "POST":
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type == _UPDATE:
            raise _no_updates()
        if media_type == _QUERY:
            pairs = [pair for pair in pairs if pair[0] != "query"]
            pairs.append(("query", await _body(request)))
        elif media_type == _FORM:
            pairs = read_parameters(await _body(request))
        else:
            raise Refused(415, f"send the query as {_QUERY} or {_FORM}")
    if any(name == "update" for name, _ in pairs):
        raise _no_updates()
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) != 1:
        raise Refused(400, f"give exactly one query; this request has {len(queries)}")
    return Task(
        kind="query",
        text=queries[0],
        accept=request.headers.get("accept", ""),
        default=tuple(value for name, value in pairs if name == "default-graph-uri"),
        named=tuple(value for name, value in pairs if name == "named-graph-uri"),
    )


def read_parameters(text: str) -> list[tuple[str, str]]:
    """The names and values of a query string or form."""
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise Refused(400, "the parameters are not in UTF-8") from None
    except ValueError as error:
        raise Refused(400, f"the parameters cannot be read: {error}") from None


def _no_updates() -> Refused:
    return Refused(403, "this endpoint is read-only; articles are added with `hadath build -s STORE`")


async def _body(request: Request) -> str:
    content = bytearray()
    async for piece in request.stream():
        content += piece
        if len(content) > _LONGEST:
            raise Refused(413, f"the query is longer than {_LONGEST:,} bytes")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(400, "the query is not in UTF-8") from None
