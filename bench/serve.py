"""Starts the service and asks it as many clients at once; prints answers a second, words a second, and how long answers took.

    python bench/serve.py [--clients 64] [--requests 640] [--jobs N] [--door v1|v2] [--again] [STORY ...]

Each request has a paragraph that no other has, as when stories are being written; with `--again` they are the same stories over and
over, which the service answers from what it keeps. Every answer is held against the first of its story: one that is lost or finds
something else ends the run with exit code 1.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

SEEDS = Path(__file__).parents[1] / "seeds"
Found = tuple[bytes, tuple[tuple[str, int], ...]]
#: A paragraph in which there is nothing to find.
_PARAGRAPH = "\n\nBoat {} came back in the rain, and nobody on the quay had seen it leave.\n"


class Story(NamedTuple):
    """What is asked: the door, the name of a story and its text."""

    door: str
    name: str
    text: str

    def wire(self, turn: int | None) -> bytes:
        """A request as it goes over the line, with the paragraph of its turn."""
        text = self.text if turn is None else self.text.rstrip() + _PARAGRAPH.format(1000 + turn)
        if self.door == "v1":
            kind, body = "application/json", json.dumps({"text": text, "name": self.name}).encode()
        else:
            kind, body = "application/x-www-form-urlencoded", urlencode({"language": "en-US", "text": text}).encode()
        head = f"POST /{self.door}/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        return head.encode() + body


def main() -> int:
    asked = _arguments()
    paths = asked.stories or sorted(SEEDS.glob("*.txt"))
    stories = [Story(asked.door, path.name, path.read_bytes().decode()) for path in paths]
    folder = tempfile.mkdtemp()
    command = [sys.executable, "-m", "lintnews", "serve", "--port", "0", "--quiet", *(["--jobs", asked.jobs] if asked.jobs else [])]
    with subprocess.Popen(command, stderr=subprocess.PIPE, cwd=folder, env=os.environ | {"LINTNEWS_DATA": folder}) as process:
        assert process.stderr
        said = re.search(r"http://\S+", process.stderr.readline().decode())
        assert said, "the service did not start"
        place = urlsplit(said[0])
        try:
            load = _Load(place.hostname or "", place.port or 0, stories, again=asked.again)
            code = asyncio.run(load.run(asked.clients, asked.requests))
        finally:
            process.terminate()
            process.wait(30)
    _cpu(asked.requests + len(stories))
    return code


def _cpu(answers: int) -> None:
    """The processor time that the service took, its start included; where the system tells."""
    if sys.platform != "win32":
        from resource import RUSAGE_CHILDREN, getrusage

        used = getrusage(RUSAGE_CHILDREN)
        print(f"{(used.ru_utime + used.ru_stime) * 1000 / answers:.1f} ms of processor time an answer, the start included")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--requests", type=int, default=640)
    parser.add_argument("--jobs", default="")
    parser.add_argument("--door", choices=("v1", "v2"), default="v1")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("stories", nargs="*", type=Path)
    return parser.parse_args()


class _Load:
    """Clients that ask, each on one connection, until there is nothing left to ask."""

    def __init__(self, host: str, port: int, stories: list[Story], *, again: bool) -> None:
        self._host, self._port, self._stories, self._again = host, port, stories, again
        self._right: list[Found] = []
        self._left: list[int] = []
        self._times: list[float] = []
        self._faults: list[str] = []

    async def run(self, clients: int, many: int) -> int:
        """Ask, and print how it went; 1 where an answer was wrong or lost."""
        for story in self._stories:
            self._right.append(_found(await _asked(*await asyncio.open_connection(self._host, self._port), story.wire(None))))
        self._left = list(range(many))
        start = time.perf_counter()
        await asyncio.gather(*(self._client() for _ in range(clients)))
        self._print(clients, many, time.perf_counter() - start)
        return int(bool(self._faults))

    def _print(self, clients: int, many: int, wall: float) -> None:
        stories = self._stories
        words = sum(len(stories[i % len(stories)].text.split()) for i in range(many))
        times = sorted(self._times)
        late = times[int(len(times) * 0.99) - 1]
        print(f"{clients} clients, {many} requests, {words / many:.0f} words each: {many / wall:.1f} answers/s, {words / wall:.0f} words/s")
        print(f"p50 {median(times) * 1000:.0f} ms, p99 {late * 1000:.0f} ms, slowest {times[-1] * 1000:.0f} ms")
        print(f"{len(self._faults)} lost or wrong answers; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        for fault in self._faults[:5]:
            print(fault)

    async def _client(self) -> None:
        reader, writer = await asyncio.open_connection(self._host, self._port)
        try:
            while self._left:
                turn = self._left.pop()
                i = turn % len(self._stories)
                wire = self._stories[i].wire(None if self._again else turn)
                start = time.perf_counter()
                answer = await _asked(reader, writer, wire)
                self._times.append(time.perf_counter() - start)
                if _found(answer) != self._right[i]:
                    self._faults.append(f"request {turn}: {answer[:100]!r}")
        except (OSError, EOFError) as error:
            self._faults.append(repr(error))
        finally:
            writer.close()


def _found(answer: bytes) -> Found:
    """The status, and what was found where."""
    status, _, body = answer.partition(b" ")
    told = json.loads(body)
    if isinstance(told, dict):
        return status, tuple((match["rule"]["subId"], match["offset"]) for match in told["matches"])
    return status, tuple((finding["rule"], finding["start"]) for finding in told)


async def _asked(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, wire: bytes) -> bytes:
    """The status and body of the answer."""
    writer.write(wire)
    await writer.drain()
    head = await reader.readuntil(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", head)
    assert length
    return head.split(b" ", 2)[1] + b" " + await reader.readexactly(int(length[1]))


if __name__ == "__main__":
    sys.exit(main())
