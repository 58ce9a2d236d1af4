"""A letter typed into a story of a thousand words, over and over, the language server's answers timed.

    python bench/keystrokes.py [WORDS]

The CPU time is that of the server process between two answers, its rest before a check not in it; on a machine with much to do
the clock tells little.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import IO, Any

ROOT = Path(__file__).parents[1]
_TYPED = 30
_TICK = os.sysconf("SC_CLK_TCK")


def story(size: int) -> str:
    """Copy of our own, of about that many words; no paragraph stands in it as it stands elsewhere."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("spotless*.txt"))]
    paragraphs = [line for text in texts for line in text.split("\n") if line.strip()]
    out: list[str] = []
    for i, line in enumerate(islice(cycle(paragraphs), 10_000)):
        if sum(len(each.split()) for each in out) >= size:
            break
        out.append(line if i < len(paragraphs) else f"{line} It was day {i}.")
    return "\n\n".join(out) + "\n"


def main() -> int:
    """Print what a keystroke costs."""
    text = story(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "lintnews", "lsp"]
        server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}
        )
        assert server.stdin
        assert server.stdout
        try:
            cpu, clock = _typed(server, server.stdin, server.stdout, Path(folder, "story.txt").as_uri(), text)
        finally:
            server.kill()
            server.wait()
    told = f"{1000 * cpu:.0f} ms of CPU each, median {1000 * median(clock):.0f} ms by the clock"
    print(f"{len(text.split())} words, {_TYPED} keystrokes: {told}")
    return 0


def _typed(server: subprocess.Popen[bytes], out: IO[bytes], back: IO[bytes], uri: str, text: str) -> tuple[float, list[float]]:
    """CPU seconds a keystroke, and the seconds that each took."""
    _send(out, {"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}})
    while _heard(back).get("id") != 1:
        pass
    _send(out, {"method": "initialized", "params": {}})
    item = {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}
    _send(out, {"method": "textDocument/didOpen", "params": {"textDocument": item}})
    _published(back, 1)
    line = text.count("\n") // 2
    _change(out, uri, 2, line, " ")
    _published(back, 2)
    clock, began = [], _cpu(server.pid)
    for version in range(3, 3 + _TYPED):
        start = time.perf_counter()
        _change(out, uri, version, line, "x")
        _published(back, version)
        clock.append(time.perf_counter() - start)
    return (_cpu(server.pid) - began) / _TYPED, clock


def _change(out: IO[bytes], uri: str, version: int, line: int, words: str) -> None:
    at = {"line": line, "character": 0}
    change = {"range": {"start": at, "end": at}, "text": words}
    params = {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]}
    _send(out, {"method": "textDocument/didChange", "params": params})


def _published(back: IO[bytes], version: int) -> None:
    while (heard := _heard(back)).get("method") != "textDocument/publishDiagnostics" or heard["params"].get("version") != version:
        pass


def _send(out: IO[bytes], message: dict[str, Any]) -> None:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    out.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    out.flush()


def _heard(back: IO[bytes]) -> dict[str, Any]:
    size = 0
    while line := back.readline().strip():
        name, _, value = line.partition(b":")
        size = int(value) if name.lower() == b"content-length" else size
    made: dict[str, Any] = json.loads(back.read(size))
    return made


def _cpu(pid: int) -> float:
    """CPU seconds of a process so far, as Linux tells them."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


if __name__ == "__main__":
    sys.exit(main())
