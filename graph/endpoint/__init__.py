"""A SPARQL endpoint for one store, for reading only: the SPARQL 1.1 Protocol, the reading half of the Graph Store Protocol, the
ready questions, and a page to ask from.

Every query runs in a process of its own kind (``hadath.graph.endpoint.worker``) that opened what the store has published, has a limit
on its memory and, where the operating system lets it, no network. One that takes too long is ended together with its process.
"""

from hadath.graph.endpoint.app import build_app
from hadath.graph.endpoint.server import serve
from hadath.graph.endpoint.tasks import Limits

__all__ = ["Limits", "build_app", "serve"]
