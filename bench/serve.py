"""Starts the service and asks it as many clients at once; prints answers a second, words a second, and how long answers took.

    python bench/serve.py [--clients 64] [--requests 640] [--jobs N] [--door v1|v2] [STORY ...]

Every answer is compared with the first of its story: a wrong or lost one ends the run with exit code 1.
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
from urllib.parse import urlencode, urlsplit

SEEDS = Path(__file__).parents[1] / "seeds"
Ask = tuple[bytes, int]


def main() -> int:
    asked = _arguments()
    paths = asked.stories or sorted(SEEDS.glob("*.txt"))
    requests = [_request(asked.door, path) for path in paths]
    folder = tempfile.mkdtemp()
    command = [sys.executable, "-m", "lintnews", "serve", "--port", "0", "--quiet", *(["--jobs", asked.jobs] if asked.jobs else [])]
    with subprocess.Popen(command, stderr=subprocess.PIPE, cwd=folder, env=os.environ | {"LINTNEWS_DATA": folder}) as process:
        assert process.stderr
        said = re.search(r"http://\S+", process.stderr.readline().decode())
        assert said, "the service did not start"
        place = urlsplit(said[0])
        try:
            code = asyncio.run(_run(place.hostname or "", place.port or 0, requests, asked.clients, asked.requests))
        finally:
            process.terminate()
            process.wait(30)
    _cpu(asked.requests + len(requests))
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
    parser.add_argument("stories", nargs="*", type=Path)
    return parser.parse_args()


def _request(door: str, path: Path) -> Ask:
    """A request for a story as it goes over the line, and how many words the story has."""
    text = path.read_bytes().decode()
    if door == "v1":
        kind, body = "application/json", json.dumps({"text": text, "name": path.name}).encode()
    else:
        kind, body = "application/x-www-form-urlencoded", urlencode({"language": "en-US", "text": text}).encode()
    head = f"POST /{door}/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body, len(text.split())


async def _run(host: str, port: int, requests: list[Ask], clients: int, many: int) -> int:
    left = list(range(many))
    right = [await _asked(*await asyncio.open_connection(host, port), wire) for wire, _ in requests]
    times: list[float] = []
    faults: list[str] = []
    start = time.perf_counter()
    await asyncio.gather(*(_client(host, port, requests, right, left, times, faults) for _ in range(clients)))
    wall = time.perf_counter() - start
    words = sum(requests[i % len(requests)][1] for i in range(many))
    times.sort()
    print(f"{clients} clients, {many} requests, {words / many:.0f} words each: {many / wall:.1f} answers/s, {words / wall:.0f} words/s")
    print(f"p50 {median(times) * 1000:.0f} ms, p99 {times[int(len(times) * 0.99) - 1] * 1000:.0f} ms, slowest {times[-1] * 1000:.0f} ms")
    print(f"{len(faults)} lost or wrong answers; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for fault in faults[:5]:
        print(fault)
    return int(bool(faults))


async def _client(
    host: str, port: int, requests: list[Ask], right: list[bytes], left: list[int], times: list[float], faults: list[str]
) -> None:
    """One client with one connection, which asks until there is nothing left to ask."""
    reader, writer = await asyncio.open_connection(host, port)
    try:
        while left:
            i = left.pop() % len(requests)
            start = time.perf_counter()
            answer = await _asked(reader, writer, requests[i][0])
            times.append(time.perf_counter() - start)
            if answer != right[i]:
                faults.append(f"request {i}: {answer[:100]!r}")
    except (OSError, EOFError) as error:
        faults.append(repr(error))
    finally:
        writer.close()


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
