"""Stories in, what came of them out, by processes of their own, when there is enough to do to pay for them.

A process that dies takes no story with it but its own. Answers come in any order; who asked puts them in order.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TYPE_CHECKING

from lintnews.cli import helper, work
from lintnews.cli.options import Values
from lintnews.cli.work import Work
from lintnews.model import LintNewsError, Source

if TYPE_CHECKING:
    from concurrent.futures import Future

Ask = tuple[Source, bytes, "Future[Work]"]

#: Seconds of work that must be left before processes pay.
WORTH = 2.5
#: Most processes that are started unasked.
_MOST = 8
#: Stories read ahead for each process.
_AHEAD = 8
_BOOT = "import sys; sys.path[:] = sys.argv[1:]; from lintnews.cli.helper import main; main()"


class OurFault(LintNewsError):  # noqa: N818  (it is the user who reads it)
    """Something went wrong in another process that the user cannot mend."""

    exit_code = 3


class _CannotHelp(Exception):  # noqa: N818
    """No process could be started; the story is to be checked here."""


class Crew:
    """Processes that check stories."""

    def __init__(self, values: Values, size: int) -> None:
        self._head = json.dumps(dict(values)).encode() + b"\n"
        self._asks: SimpleQueue[Ask | None] = SimpleQueue()
        self._helpers = [_Helper(self._head, self._asks) for _ in range(size)]
        self.ahead = size * _AHEAD

    def ask(self, source: Source, place: str, fix: str, otherwise: Callable[[], Work]) -> Callable[[], Work]:
        """Have a story checked; what this gives waits for the answer, or takes the other way when nobody can be asked.

        It raises LintNewsError for what the user can mend, OurFault for what not.
        """
        from concurrent.futures import Future

        answer: Future[Work] = Future()
        line = json.dumps({"name": source.name, "text": source.text, "place": place, "fix": fix}).encode() + b"\n"
        self._asks.put((source, line, answer))
        return lambda: _waited(answer, otherwise)

    def end(self, *, now: bool = False) -> None:
        """Let them end, or break off what they are at; none outlives this."""
        for each in self._helpers:
            each.stop(now=now)
        for each in self._helpers:
            each.join()


def _waited(answer: Future[Work], otherwise: Callable[[], Work]) -> Work:
    """The answer, when it is there. It is waited for in small steps: on Windows nothing else lets an interruption through."""
    while True:
        try:
            return answer.result(timeout=0.5)
        except _CannotHelp:
            return otherwise()
        except TimeoutError:
            continue


class _Helper:
    """One process, and the thread that talks to it."""

    def __init__(self, head: bytes, asks: SimpleQueue[Ask | None]) -> None:
        self._head, self._asks = head, asks
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def join(self) -> None:
        """Wait until it has ended."""
        self._thread.join()

    def _run(self) -> None:
        """Answer what is asked, one after another, until there is nothing more; then let the process go."""
        while (ask := self._asks.get()) and not self._stopped:
            source, line, answer = ask
            try:
                answer.set_result(_read(self._asked(line, source), source))
            except Exception as error:
                answer.set_exception(error)
        self._asks.put(None)
        if self._process:
            _let_go(self._process)

    def stop(self, *, now: bool) -> None:
        """Take no more; `now` says to break off what is being done."""
        self._stopped = True
        self._asks.put(None)
        if now and self._process:
            self._process.kill()

    def _asked(self, line: bytes, source: Source) -> bytes:
        process = self._process or self._started()
        assert process.stdin
        assert process.stdout
        answer = b""
        with contextlib.suppress(OSError):
            process.stdin.write(line)
            process.stdin.flush()
            answer = process.stdout.readline()
        if not answer.endswith(b"\n"):
            self._process = None
            raise OurFault(f"{source.name}: not checked: the process that was at it {_death(process)}; check it with --jobs 1")
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-c", _BOOT, *sys.path]
        group = {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)} if os.name == "nt" else {"process_group": 0}
        try:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **group)
            self._process = process
            assert process.stdin
            assert process.stdout
            process.stdin.write(self._head)
            process.stdin.flush()
            if process.stdout.readline() == helper.READY:
                return process
        except (OSError, ValueError):
            pass
        if self._process:
            _let_go(self._process)
        self._process = None
        raise _CannotHelp


def _read(answer: bytes, source: Source) -> Work:
    sort, said = answer[:1], answer[1:]
    if sort == b"=":
        return work.loads(said, source)
    if sort == b"2":
        raise LintNewsError(json.loads(said))
    raise OurFault(f"{source.name}: {json.loads(said)}")


def _death(process: subprocess.Popen[bytes]) -> str:
    """What became of a process that gave no answer."""
    code = _let_go(process)
    if code < 0:
        return f"was ended by signal {-code}{' (out of memory?)' if code == -9 else ''}"
    return f"ended with code {code}"


def _let_go(process: subprocess.Popen[bytes]) -> int:
    """Tell a process by the end of its input that it is over, and see it off; its exit code."""
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):
            pipe.close()  # type: ignore[union-attr]
    try:
        return process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def cores() -> int:
    """The processors that this process may use, as far as the system tells; no more than pay."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(count, _quota(), _MOST))


def _quota() -> int:
    """The processors that a container may use, rounded up."""
    try:
        with open("/sys/fs/cgroup/cpu.max", encoding="ascii") as file:
            quota, period = file.read().split()
        return -(-int(quota) // int(period))
    except (OSError, ValueError):
        return _MOST
