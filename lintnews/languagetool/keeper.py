"""A process of its own: starts a server, says how it fares, starts it once more when it dies, and ends it when its time is over.

Its time is over when its standard input ends, which the system sees to however the run ends; a keeper that is told to stay
waits for a signal instead.
"""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from lintnews.languagetool import java, state
from lintnews.languagetool.state import Being, State

#: Seconds that a server has to come up.
PATIENCE = 90.0
#: A server that was up for so long may be started once more again.
_LONG = 600.0
_HOST = "127.0.0.1"
_PAUSE = 0.1


def main(path: str, folder: str, memory: str, stay: str) -> None:
    """Keep a server until the time is over; what comes of it stands in the file at `path`."""
    keeper = Keeper(Path(path), Path(folder), int(memory))
    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: keeper.end())
    if not stay:
        threading.Thread(target=keeper.end_with, args=(sys.stdin.buffer,), daemon=True).start()
    keeper.keep()


def answers(url: str, wait: float = 5.0) -> bool:
    """Whether a server on this machine is up and well."""
    host = url.partition("://")[2].partition("/")[0]
    connection = http.client.HTTPConnection(host, timeout=wait)
    try:
        connection.request("GET", "/v2/healthcheck")
        return connection.getresponse().read(16).startswith(b"OK")
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


class Keeper:
    """One server, from its start to its end."""

    def __init__(self, path: Path, folder: Path, memory: int) -> None:
        self._path, self._folder, self._memory = path, folder, memory
        self._log = path.with_suffix(".log")
        self._process: subprocess.Popen[bytes] | None = None
        self._over = threading.Event()

    def keep(self) -> None:
        """Serve until the end. A server that never came up is not started again, nor one that died twice in short time."""
        starts = deaths = 0
        while deaths < 2 and not self._over.is_set():
            starts += 1
            began = time.monotonic()
            was_up, why = self._serve(starts)
            deaths = 0 if time.monotonic() - began > _LONG else deaths + 1
            if not was_up:
                break
        if self._over.is_set():
            for left in (self._path, self._log):
                left.unlink(missing_ok=True)
        else:
            self._say(Being.DEAD, starts, why=why)

    def end_with(self, stream: Any) -> None:
        """End when a stream does."""
        stream.read()
        self.end()

    def end(self) -> None:
        """The time is over."""
        self._over.set()
        if self._process:
            self._process.kill()

    def _serve(self, starts: int) -> tuple[bool, str]:
        """Start it and stay with it; whether it ever was up, and what ended it."""
        port = _free_port()
        with self._log.open("wb") as log:
            command = java.command(self._folder, port, self._memory)
            self._process = process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        if self._over.is_set():
            process.kill()
        url = f"http://{_HOST}:{port}/"
        self._say(Being.STARTING, starts, url, process.pid)
        was_up = self._comes_up(process, url)
        if was_up:
            self._say(Being.UP, starts, url, process.pid)
        else:
            process.kill()
        code = process.wait()
        return was_up, self._why(code, was_up)

    def _comes_up(self, process: subprocess.Popen[bytes], url: str) -> bool:
        end = time.monotonic() + PATIENCE
        while process.poll() is None and time.monotonic() < end:
            if answers(url):
                return True
            time.sleep(_PAUSE)
        return False

    def _say(self, being: Being, starts: int, url: str = "", pid: int = 0, why: str = "") -> None:
        state.write(self._path, State(being, url, pid, os.getpid(), starts, why, self._memory))

    def _why(self, code: int, was_up: bool) -> str:
        ended = f"was ended by signal {-code}" if code < 0 else f"ended with code {code}"
        if code == -signal.SIGTERM or was_up:
            return ended
        said = java.reason(self._log.read_text(encoding="utf-8", errors="replace")[-20_000:])
        return f"{ended}: {said}" if said else ended


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])
