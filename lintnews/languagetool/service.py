"""What is asked of LanguageTool in, the address of a server that is up out: one server a run, shared by all that take part in it."""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from lintnews.languagetool import home, java, keeper, state
from lintnews.languagetool.asked import Asked, Mode
from lintnews.languagetool.state import Being, State
from lintnews.model import LintNewsError
from lintnews.record import record

#: Names, for the processes that help in a run, the state of its server.
VARIABLE = "LINTNEWS_LANGUAGETOOL_STATE"
#: Names a server that is running already, for `auto`.
SERVER = "LINTNEWS_LANGUAGETOOL_SERVER"
_BOOT = "import sys; sys.path[:] = sys.argv[5:]; from lintnews.languagetool.keeper import main; main(*sys.argv[1:5])"
_PAUSE = 0.05


@record
class Place:
    """Where a server answers; `starts` tells one that was started again from the one before."""

    url: str
    starts: int = 0


class Service:
    """One server, wherever it is. Safe to use from several threads."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self._lock = threading.RLock()
        self._keeper: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._path: Path | None = None
        #: What could not be asked, a line each; `over` says that nothing can be asked any more.
        self.lapses: list[str] = []
        self.over = False

    def lapse(self, words: str) -> None:
        """Remember that something could not be asked."""
        with self._lock:
            if words not in self.lapses:
                self.lapses.append(words)

    def give_up(self, words: str) -> None:
        """Remember that nothing can be asked any more."""
        with self._lock:
            if not self.over:
                self.over = True
                self.lapse(f"{words}; the stories are checked without it")

    def begin(self) -> None:
        """Find the server, or begin to start it, without waiting; raises LintNewsError where there can be none."""
        with self._lock:
            if self._path or self.asked.mode is not Mode.ON:
                return
            if named := os.environ.get(VARIABLE):
                self._path = Path(named)
            elif _is_up(state.shared()):
                self._path = state.shared()
            else:
                self._start()

    def place(self, after: int = 0) -> Place | None:
        """A server that is up, waited for if it is being started; with `after`, one started later. None where `auto` finds none.

        Raises LintNewsError when there is none and will be none.
        """
        if self.asked.mode is Mode.REMOTE:
            return Place(self.asked.server)
        if self.asked.mode is Mode.AUTO:
            return self._found()
        self.begin()
        end = time.monotonic() + keeper.PATIENCE + 5
        while time.monotonic() < end:
            with self._lock:
                path, process = self._path, self._keeper
            now = state.read(path) if path else None
            if now and now.being is Being.UP and now.starts > after:
                return Place(now.url, now.starts)
            if now and now.being is Being.DEAD:
                raise LintNewsError(f"the LanguageTool server {now.why}" + (" after it was started again" if now.starts > 1 else ""))
            if now is None and process and process.poll() is not None:
                raise LintNewsError("the keeper of the LanguageTool server ended; run again")
            time.sleep(_PAUSE)
        raise LintNewsError(f"the LanguageTool server was not up after {keeper.PATIENCE:.0f} seconds")

    def mend(self, place: Place) -> bool:
        """See to a server that did not answer: True where another start is on its way, False where it is well or not ours to mend."""
        if self.asked.mode is not Mode.ON or keeper.answers(place.url):
            return False
        with self._lock:
            now = state.read(self._path) if self._path else None
            if now and now.starts == place.starts and now.being is Being.UP:
                _kill(now.pid)
            return True

    def close(self) -> None:
        """End the server, if this process had it started."""
        with self._lock:
            if self._keeper:
                assert self._keeper.stdin
                self._keeper.stdin.close()
                self._keeper.wait()
                os.environ.pop(VARIABLE, None)
            if self._folder:
                self._folder.cleanup()
            self._keeper = self._folder = self._path = None

    def _found(self) -> Place | None:
        if named := os.environ.get(SERVER):
            return Place(named.rstrip("/") + "/")
        now = state.read(state.shared())
        return Place(now.url, now.starts) if now and _is_up(state.shared()) else None

    def _start(self) -> None:
        folder = home.found()
        java.found()
        self._folder = tempfile.TemporaryDirectory(prefix="lintnews-languagetool-", ignore_cleanup_errors=True)
        self._path = Path(self._folder.name) / "state.json"
        self._keeper = launched(self._path, folder, self.asked.memory, stay=False)
        os.environ[VARIABLE] = str(self._path)


def launched(path: Path, folder: Path, memory: int, *, stay: bool) -> subprocess.Popen[bytes]:
    """A keeper on its way; one that does not stay ends with its standard input."""
    command = [sys.executable, "-P", "-c", _BOOT, str(path), str(folder), str(memory), "stay" if stay else "", *sys.path]
    flags = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0)
    pipe, nothing = subprocess.DEVNULL if stay else subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(command, stdin=pipe, stdout=nothing, stderr=nothing, start_new_session=True, creationflags=flags)


def _is_up(path: Path) -> bool:
    now: State | None = state.read(path)
    return now is not None and now.being is Being.UP and keeper.answers(now.url)


def _kill(pid: int) -> None:
    with contextlib.suppress(OSError):
        os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))


_services: dict[Asked, Service] = {}
_making = threading.Lock()


def of(asked: Asked) -> Service:
    """The service of this process for a server, in whatever language it is asked; ended with the process at the latest."""
    with _making:
        if not _services:
            atexit.register(close)
        server = Asked(asked.mode, asked.server)
        if server not in _services:
            _services[server] = Service(asked)
        return _services[server]


def close() -> None:
    """End every server that this process had started."""
    with _making:
        for service in _services.values():
            service.close()
        _services.clear()
        atexit.unregister(close)
