"""The paths of the endpoint: ``/sparql``, ``/graphs``, ``/article/NAME``, ``/questions``, ``/questions/NAME``, and a page at ``/``."""

import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from hadath.graph.endpoint.description import describe
from hadath.graph.endpoint.negotiation import ROWS, TRIPLES, choose
from hadath.graph.endpoint.pool import Pool
from hadath.graph.endpoint.requests import Refused, read_parameters, read_task
from hadath.graph.endpoint.tasks import Reply, Task
from hadath.graph.iris import BASE
from hadath.graph.questions import Question, questions
from hadath.ontology.namespace import PREFIXES

__all__ = ["build_app"]

_READ = ["GET", "HEAD"]
_WRITE = ["POST", "PUT", "PATCH", "DELETE"]
_SHORT = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}


def build_app(pool: Pool, *, origin: str = "*") -> Starlette:
    """The endpoint as an ASGI application for a pool that is running; it stops the pool in the end.

    Pages of ``origin`` may ask from a browser: ``*`` is all, empty none.
    """

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            await pool.stop()

    cors = Middleware(
        CORSMiddleware, allow_origins=[origin], allow_methods=["GET", "POST", "HEAD"], allow_headers=["*"]
    )
    endpoint = _Endpoint(pool)
    return Starlette(
        routes=[
            Route("/", endpoint.page, methods=_READ),
            Route("/sparql", endpoint.sparql, methods=["GET", "HEAD", "POST"]),
            Route("/graphs", endpoint.graphs, methods=[*_READ, *_WRITE]),
            Route("/article/{name}", endpoint.article, methods=[*_READ, *_WRITE]),
            Route("/questions", endpoint.questions, methods=_READ),
            Route("/questions/{name}", endpoint.question, methods=_READ),
        ],
        middleware=[cors] if origin else [],
        exception_handlers={Refused: _refuse},
        lifespan=lifespan,
    )


class _Endpoint:
    """What each path answers."""

    def __init__(self, pool: Pool) -> None:
        self._run: Callable[[Task], Awaitable[Reply]] = pool.run

    async def page(self, request: Request) -> Response:
        """The page to ask from."""
        return _page()

    async def sparql(self, request: Request) -> Response:
        """A query; without one, what the endpoint says of itself, or the page for a browser."""
        if request.method != "POST" and not request.url.query:
            media_type = choose(request.headers.get("accept", ""), [*TRIPLES, "text/html"])
            if media_type == "text/html":
                return _page()
            if media_type is None:
                return _response(Reply.words(406, f"the description comes as {', '.join(TRIPLES)}"))
            return Response(describe(str(request.url), media_type), media_type=media_type)
        return _response(await self._run(await read_task(request)))

    async def graphs(self, request: Request) -> Response:
        """The Graph Store Protocol with ``?graph=IRI`` or ``?default``."""
        pairs = read_parameters(request.url.query)
        named = [value for name, value in pairs if name == "graph"]
        default = any(name == "default" for name, _ in pairs)
        if len(named) + default != 1 or named == [""]:
            raise Refused(400, "name one graph: ?graph=IRI or ?default")
        return await self._graph(request, named[0] if named else "")

    async def article(self, request: Request) -> Response:
        """The Graph Store Protocol with the graph named by the path itself."""
        return await self._graph(request, f"{BASE}article/{request.path_params['name']}")

    async def _graph(self, request: Request, iri: str) -> Response:
        if request.method in _WRITE:
            return _response(Reply.words(405, "this endpoint is read-only"), {"Allow": ", ".join(_READ)})
        return _response(await self._run(Task("graph", iri, request.headers.get("accept", ""))))

    async def questions(self, request: Request) -> Response:
        """All ready questions."""
        return JSONResponse([_told(question) for question in questions().values()])

    async def question(self, request: Request) -> Response:
        """The answer to a ready question; ``format`` can stand for the Accept header."""
        pairs = read_parameters(request.url.query)
        values = dict(pairs)
        if len(values) < len(pairs):
            raise Refused(400, "give each parameter once")
        form = values.pop("format", None)
        if form is not None and form not in _SHORT:
            raise Refused(400, f"unknown format {form!r}; choose {', '.join(_SHORT)}")
        accept = _SHORT[form] if form else request.headers.get("accept", "")
        if not choose(accept, list(ROWS)) and choose(accept, ["text/html"]):
            accept = ""  # a browser takes pages best, but not only
        filled = {name.replace("-", "_"): value for name, value in values.items() if value.strip()}
        return _response(
            await self._run(Task("question", request.path_params["name"], accept, values=filled))
        )


def _told(question: Question) -> dict[str, Any]:
    parameters = [
        {
            "name": parameter.name,
            "type": parameter.type,
            "required": parameter.required,
            "example": parameter.example,
            "default": parameter.default,
            "meaning": parameter.meaning,
        }
        for parameter in question.parameters
    ]
    return {
        "name": question.name,
        "title": question.title,
        "description": question.description,
        "parameters": parameters,
        "sparql": question.sparql,
    }


def _page() -> Response:
    text = (files("hadath.graph.endpoint") / "page.html").read_text("utf-8")
    prefixes = json.dumps(PREFIXES).replace("<", "\\u003c")
    policy = (
        "default-src 'none'; connect-src 'self'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'"
    )
    return HTMLResponse(text.replace("{{ prefixes }}", prefixes), headers={"Content-Security-Policy": policy})


def _response(reply: Reply, headers: dict[str, str] | None = None) -> Response:
    kind = reply.media_type
    charset = "" if "charset" in kind or not kind.startswith("text/") else "; charset=utf-8"
    return Response(
        reply.body,
        reply.status,
        headers={"Content-Type": kind + charset, "Vary": "Accept", **(headers or {})},
    )


async def _refuse(request: Request, error: Exception) -> Response:
    if not isinstance(error, Refused):
        raise error
    return _response(error.reply)
