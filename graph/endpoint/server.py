"""Running the endpoint until it is told to stop."""

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from hadath.extract.errors import HadathError
from hadath.graph.endpoint.app import build_app
from hadath.graph.endpoint.pool import Pool
from hadath.graph.endpoint.tasks import Limits
from hadath.graph.store.snapshots import open_snapshot

__all__ = ["serve"]

_GRACE = 5  # seconds that open requests have when the server stops


def serve(
    store: str | Path,
    *,
    host: str = "127.0.0.1",
    port: int = 7878,
    limits: Limits | None = None,
    origin: str = "*",
    on_ready: Callable[[str, bool], None] = lambda address, offline: None,
) -> None:
    """Answer at that address until the process is interrupted or terminated.

    ``on_ready`` is told the address, once questions are answered, and whether the workers are cut off the network. Port 0 takes a free one.
    """
    open_snapshot(store)  # what is wrong with it is told here in more words than by a worker
    with _listen(host, port) as listener:
        asyncio.run(_run(Pool(store, limits or Limits()), listener, host, origin, on_ready))


async def _run(
    pool: Pool, listener: socket.socket, host: str, origin: str, on_ready: Callable[[str, bool], None]
) -> None:
    app = build_app(pool, origin=origin)
    config = uvicorn.Config(
        app, log_level="warning", lifespan="on", timeout_graceful_shutdown=_GRACE, server_header=False
    )
    await pool.start()
    on_ready(f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}/", pool.offline)
    await uvicorn.Server(config).serve(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=256)
    except (OSError, OverflowError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise HadathError(
            f"cannot listen at {host}, port {port} ({reason}); choose another with --port"
        ) from error
