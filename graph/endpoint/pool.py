"""The workers of an endpoint: so many at a time, ended when a query takes too long, renewed when the store publishes."""

import asyncio
import json
import os
import sys
from collections.abc import Coroutine
from dataclasses import dataclass
from pathlib import Path

from hadath.graph.endpoint.tasks import LENGTHS, Limits, Reply, Task, pack
from hadath.graph.errors import UnreadableStore
from hadath.graph.store.snapshots import newest_snapshot

__all__ = ["Pool"]

_LOOK_EVERY = 0.5  # seconds between looks for a new snapshot


@dataclass(frozen=True, slots=True, eq=False)
class _Worker:
    process: asyncio.subprocess.Process
    snapshot: str
    offline: bool

    async def ask(self, task: Task) -> Reply:
        if self.process.stdin is None:
            raise ConnectionError("no input")
        self.process.stdin.write(pack(task))
        await self.process.stdin.drain()
        return await _read_reply(self.process)

    async def end(self) -> None:
        """Stop it at once, whatever it is doing."""
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()


class Pool:
    """Workers that wait for tasks. Between ``start`` and ``stop`` there are always as many as there should be, or will be soon."""

    def __init__(self, store: str | Path, limits: Limits) -> None:
        self.store = Path(store)
        self.limits = limits
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._workers: set[_Worker] = set()
        self._chores: set[asyncio.Task[None]] = set()

    @property
    def offline(self) -> bool:
        """Whether the operating system keeps the workers from the network."""
        return all(worker.offline for worker in self._workers)

    async def start(self) -> None:
        """Start the workers; an error if the first cannot open the store."""
        await self._add()
        await asyncio.gather(*(self._add() for _ in range(self.limits.workers - 1)))
        self._do(self._follow())

    async def stop(self) -> None:
        """End all workers."""
        for chore in self._chores:
            chore.cancel()
        await asyncio.gather(*self._chores, return_exceptions=True)
        await asyncio.gather(*(worker.end() for worker in self._workers))
        self._workers.clear()

    async def run(self, task: Task) -> Reply:
        """The answer of the next free worker, or 503 when none gets free, 504 when it takes too long, 500 when it dies."""
        try:
            worker = await asyncio.wait_for(self._idle.get(), self.limits.seconds)
        except TimeoutError:
            return Reply.words(503, "too many queries at a time; try again")
        try:
            reply = await asyncio.wait_for(worker.ask(task), self.limits.seconds)
        except TimeoutError:
            self._replace(worker)
            return Reply.words(
                504, f"the query took more than {self.limits.seconds:g} seconds and was stopped"
            )
        except (asyncio.IncompleteReadError, ConnectionError):
            self._replace(worker)
            return Reply.words(
                500,
                f"the query ended its process; it may have needed more than {self.limits.memory >> 20:,} MB of memory",
            )
        except BaseException:  # the client is gone: nobody waits for the answer
            self._replace(worker)
            raise
        self._release(worker)
        return reply

    def _release(self, worker: _Worker) -> None:
        """Put a worker back to wait, unless another has taken its place meanwhile."""
        if worker in self._workers:
            self._idle.put_nowait(worker)
        else:
            self._do(worker.end())

    def _replace(self, worker: _Worker) -> None:
        self._workers.discard(worker)
        self._do(worker.end())
        self._do(self._refill())

    async def _refill(self) -> None:
        """Add a worker, as soon as the store can be read (again)."""
        while True:
            try:
                return await self._add()
            except UnreadableStore:
                await asyncio.sleep(_LOOK_EVERY)

    async def _add(self) -> None:
        worker = await self._open()
        self._workers.add(worker)
        self._idle.put_nowait(worker)

    async def _open(self) -> _Worker:
        arguments = (str(self.store), str(self.limits.memory), str(self.limits.answer))
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "hadath.graph.endpoint.worker", *arguments),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            start_new_session=True,  # an interrupt at the terminal is for the server, which ends its workers
        )
        try:
            ready = await _read_reply(process)
        except asyncio.IncompleteReadError:
            await process.wait()
            raise UnreadableStore(f"{self.store}: cannot be opened for reading") from None
        return _Worker(process, ready.body.decode(), offline=ready.media_type == "offline")

    async def _follow(self) -> None:
        """Renew the workers, one after the other, when the store has published something newer."""
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            newest = newest_snapshot(self.store)
            for old in [worker for worker in self._workers if worker.snapshot != newest]:
                await self._refill()
                self._workers.discard(old)
                self._retire(old)

    def _retire(self, old: _Worker) -> None:
        """End a worker that waits; one that is busy ends when its answer is there."""
        waiting = [self._idle.get_nowait() for _ in range(self._idle.qsize())]
        for worker in waiting:
            if worker is old:
                self._do(old.end())
            else:
                self._idle.put_nowait(worker)

    def _do(self, chore: Coroutine[None, None, None]) -> None:
        task = asyncio.ensure_future(chore)
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)


async def _read_reply(process: asyncio.subprocess.Process) -> Reply:
    if process.stdout is None:
        raise ConnectionError("no output")
    head, body = LENGTHS.unpack(await process.stdout.readexactly(LENGTHS.size))
    content = json.loads(await process.stdout.readexactly(head))
    return Reply(content["status"], content["media_type"], await process.stdout.readexactly(body))
