"""A request in, its answer out, by processes that check stories: one that takes too long or dies is replaced by another."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from lintnews.model import LintNewsError
from lintnews.web.kept import Answer, Kept
from lintnews.web.languagetool.refusal import Refusal

_BOOT = "import sys; sys.path[:] = sys.argv[1:]; from lintnews.web.hand import main; main()"
#: Seconds that a request may wait for its turn, and that a process may take to read its rules, which may have to be compiled.
_PATIENCE, _READING = 60.0, 600.0


class BusyError(LintNewsError):
    """More requests wait than the terms allow."""

    exit_code = 3


class SlowError(LintNewsError):
    """A check took longer than the terms allow."""


class OurFault(LintNewsError):  # noqa: N818  (it is the user who reads it)
    """Something went wrong that whoever asked cannot mend."""

    exit_code = 3


class Crew:
    """Processes with warm linters; `settings` are what `hand.main` is handed."""

    def __init__(self, settings: Mapping[str, Any], size: int, seconds: float, waiting: int) -> None:
        heads = (json.dumps({**settings, "tell": i == 0}).encode() for i in range(size))
        self._hands = [_Hand(head, seconds) for head in heads]
        self._free: asyncio.LifoQueue[_Hand] = asyncio.LifoQueue()
        self._kept = Kept()
        self._most = waiting
        self.waiting = 0

    @property
    def spared(self) -> int:
        """How many requests were as others before them."""
        return self._kept.spared

    @property
    def replaced(self) -> int:
        """How many processes had to be replaced."""
        return sum(hand.lost for hand in self._hands)

    async def start(self) -> None:
        """Start all; raises LintNewsError with what the first of them says when it cannot work. The others find its rules compiled."""
        await self._hands[0].ready()
        await asyncio.gather(*(hand.ready() for hand in self._hands))
        for hand in self._hands:
            self._free.put_nowait(hand)

    async def ask(self, door: str, asked: Mapping[str, Any]) -> Answer:
        """The answer to a request at one of the doors of `hand`.

        Raises BusyError, SlowError, OurFault, or LintNewsError for what whoever asked can mend.
        """
        line = json.dumps({"door": door, **asked}).encode()
        return await self._kept.answer(line, lambda: self._asked(line))

    async def _asked(self, line: bytes) -> Answer:
        if self.waiting >= self._most:
            raise BusyError("too many requests wait for their turn; try again in a moment")
        self.waiting += 1
        try:
            hand = await asyncio.wait_for(self._free.get(), _PATIENCE)
        except TimeoutError:
            raise BusyError("no turn came for this request; try again in a moment") from None
        finally:
            self.waiting -= 1
        try:
            return await hand.ask(line)
        finally:
            self._free.put_nowait(hand)

    async def end(self) -> None:
        """Let all go."""
        await asyncio.gather(*(hand.end() for hand in self._hands))


class _Hand:
    """One process, which answers one request at a time."""

    def __init__(self, head: bytes, seconds: float) -> None:
        self._head, self._seconds = head, seconds
        self._process: asyncio.subprocess.Process | None = None
        self.lost = 0

    async def ready(self) -> asyncio.subprocess.Process:
        """The process, started if need be, its rules read."""
        if self._process is None:
            self._process = await self._started()
            try:
                await asyncio.wait_for(self._said(self._process, self._head), _READING)
            except BaseException:
                await self._kill()
                raise
        return self._process

    async def ask(self, line: bytes) -> Answer:
        process = await self.ready()
        try:
            return await asyncio.wait_for(self._said(process, line), self._seconds)
        except TimeoutError:
            await self._kill()
            raise SlowError(f"the check took longer than {self._seconds:g} seconds; send a shorter text") from None
        except (OSError, EOFError, asyncio.CancelledError) as error:
            await self._kill()
            if isinstance(error, asyncio.CancelledError):
                raise
            raise OurFault("the process that was at it ended without an answer; try again, or send a shorter text") from None

    async def _said(self, process: asyncio.subprocess.Process, line: bytes) -> Answer:
        assert process.stdin
        assert process.stdout
        process.stdin.write(line + b"\n")
        await process.stdin.drain()
        head = json.loads(await process.stdout.readuntil(b"\n"))
        body = await process.stdout.readexactly(head["size"])
        if head["sort"] == "=":
            return Answer(body, head["counts"], head["lasting"])
        if "status" in head:
            raise Refusal(json.loads(body), head["status"])
        raise (LintNewsError if head["sort"] == "2" else OurFault)(json.loads(body))

    async def _started(self) -> asyncio.subprocess.Process:
        """A process of a group of its own, so that an interruption at the keyboard is not for it."""
        group = {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)} if os.name == "nt" else {"process_group": 0}
        command = [sys.executable, "-P", "-c", _BOOT, *sys.path]
        pipe = asyncio.subprocess.PIPE
        return await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, limit=1 << 20, **group)

    async def _kill(self) -> None:
        process, self._process = self._process, None
        if process:
            self.lost += 1
            with contextlib.suppress(OSError):
                process.kill()
            await process.wait()

    async def end(self) -> None:
        """Tell the process by the end of its input that it is over, and see it off."""
        process, self._process = self._process, None
        if process and process.stdin:
            process.stdin.close()
            try:
                await asyncio.wait_for(process.wait(), 5)
            except TimeoutError:
                process.kill()
                await process.wait()
