"""`lintnews languagetool`: what is to become of the LanguageTool server in, what became of it out."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from lintnews.cli import screen
from lintnews.cli.options import Values
from lintnews.config_file import shown
from lintnews.languagetool import home, java, keeper, service, state
from lintnews.languagetool.asked import Asked
from lintnews.languagetool.state import Being, State
from lintnews.model import LintNewsError

_PAUSE = 0.1
#: Seconds that a server has to end.
_PATIENCE = 15.0


def install(values: Values) -> int:
    """Bring the server into its folder."""
    from lintnews import jars

    into, source = Path(values["into"] or home.folder()), values["given"] or ""
    if not source:
        files = jars.listed()
        size = sum(jar.size for jar in files) >> 20
        print(f"lintnews: LanguageTool {home.VERSION} from {jars.CENTRAL}: {len(files)} files, {size} MB", file=sys.stderr)
    jars.install(into, source)
    _say(f"LanguageTool is in {shown(str(into))}")
    if values["into"] and into.resolve() != home.folder().resolve():
        _say(f"name the folder: {home.NAMED}={into.resolve()}")
    with contextlib.suppress(LintNewsError):
        java.found()
        return 0
    _say(f"it needs Java, and there is none here; {java.REMEDY}")
    return 0


def start(values: Values) -> int:
    """Start a server that stays, for every run, until it is stopped."""
    if now := _running():
        _say(f"the server is already running: {now.url}")
        return 0
    memory = values["memory"] or str(Asked.memory)
    if not memory.isdigit() or int(memory) < 256:
        raise LintNewsError(f"--memory: `{memory}` is no number of megabytes, 256 or more")
    folder, path = home.found(), state.shared()
    java.found()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    process = service.launched(path, folder, int(memory), stay=True)
    while process.poll() is None and not ((now := state.read(path)) and now.being is not Being.STARTING):
        time.sleep(_PAUSE)
    if (now := state.read(path)) and now.being is Being.UP:
        process.returncode = 0  # it stays when this process has ended
        _say(f"the server is running: {now.url}")
        return 0
    process.wait()
    path.unlink(missing_ok=True)
    raise LintNewsError(f"the LanguageTool server {now.why if now else 'could not be started'}")


def status(values: Values) -> int:
    """Say whether it is running; 1 when not."""
    now = _running()
    _say(f"the server is running: {now.url} (process {now.pid}, {now.memory} MB at most)" if now else "no server is running")
    try:
        _say(f"installed in {shown(str(home.found()))}")
    except LintNewsError as error:
        _say(str(error))
    return int(now is None)


def stop(values: Values) -> int:
    """Stop the server that stays."""
    now, path = state.read(state.shared()), state.shared()
    if now is None or not (keeper.answers(now.url) or _is_keeper(now.keeper)):
        path.unlink(missing_ok=True)
        _say("no server was running")
        return 0
    with contextlib.suppress(OSError):
        os.kill(now.keeper, signal.SIGTERM)
        if os.name == "nt":  # where nobody hears a signal
            os.kill(now.pid, signal.SIGTERM)
            path.unlink(missing_ok=True)
    end = time.monotonic() + _PATIENCE
    while path.exists() and time.monotonic() < end:
        time.sleep(_PAUSE)
    if path.exists():
        raise LintNewsError(f"the server did not stop; end the processes {now.keeper} and {now.pid}")
    _say("the server is stopped")
    return 0


def _running() -> State | None:
    now = state.read(state.shared())
    return now if now and now.being is Being.UP and keeper.answers(now.url) else None


def _is_keeper(pid: int) -> bool:
    """Whether a process is the keeper of a server, and not another one that has its number now."""
    if os.name == "nt" or pid <= 0:
        return False
    with contextlib.suppress(OSError):
        told = subprocess.run(["ps", "-p", str(pid), "-o", "command="], capture_output=True, text=True, check=False)
        return "languagetool.keeper" in told.stdout
    return False


def _say(words: str) -> None:
    screen.page().put(words + "\n")
