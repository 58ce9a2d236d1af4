"""A server of one's own through its life: started, shared, killed, hung, started again, and gone with who had it started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lintnews.config import Settings
from lintnews.languagetool import home, keeper, service, state
from lintnews.languagetool.asked import Asked, Mode
from lintnews.languagetool.state import Being, State
from lintnews.linter import Linter
from lintnews.model import LintNewsError, Source

STORY = Source("story.txt", "The bakers has gone home, and nobody knows why.\n")
ON = Settings(languagetool=Asked(Mode.ON, memory=384, timeout=20), select=("languagetool",))


@pytest.fixture
def linter() -> Iterator[Linter]:
    """A linter with a server of its own."""
    made = Linter(ON)
    yield made
    made.end()


def found(linter: Linter) -> list[str]:
    return [finding.rule for finding in linter.check(STORY).findings]


def own_or_none() -> State | None:
    return state.read(Path(os.environ[service.VARIABLE]))


def own() -> State:
    now = own_or_none()
    assert now
    return now


def wait(until: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not until():
        assert time.monotonic() < end
        time.sleep(0.05)


def runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def up(linter: Linter) -> State:
    """The state of a linter's server as soon as it answers."""
    linter.begin()
    wait(lambda: (now := own_or_none()) and now.being is Being.UP)
    return own()


def test_a_server_that_dies_is_started_once_more_and_then_done_without(linter: Linter) -> None:
    os.kill(up(linter).pid, signal.SIGKILL)
    assert found(linter) == ["languagetool.AGREEMENT_SENT_START"]
    assert own().starts == 2
    assert linter.lapses == ()
    os.kill(own().pid, signal.SIGKILL)
    assert found(linter) == []
    assert found(linter) == []
    assert [(lapse.words, lapse.grave) for lapse in linter.lapses] == [
        ("the LanguageTool server was ended by signal 9 after it was started again; the stories are checked without it", True)
    ]


def test_a_server_that_hangs_is_ended_and_started_once_more() -> None:
    linter = Linter(Settings(languagetool=Asked(Mode.ON, memory=384, timeout=1), select=("languagetool",)))
    try:
        hung = up(linter).pid
        os.kill(hung, signal.SIGSTOP)
        found(linter)
        assert own().starts == 2
        assert not runs(hung)
    finally:
        linter.end()


def test_the_server_ends_with_the_run_and_leaves_nothing_behind(linter: Linter) -> None:
    now, folder = up(linter), Path(os.environ[service.VARIABLE]).parent
    linter.end()
    wait(lambda: not runs(now.pid) and not runs(now.keeper))
    assert not folder.exists()
    assert service.VARIABLE not in os.environ


def test_the_server_ends_when_the_run_is_killed(tmp_path: Path) -> None:
    script = "import sys, time\nfrom lintnews.languagetool import service\nfrom lintnews.languagetool.asked import Asked, Mode\n"
    script += "service.of(Asked(Mode.ON)).place()\nimport os\nprint(os.environ[service.VARIABLE], flush=True)\ntime.sleep(600)\n"
    run = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert run.stdout
    path = Path(run.stdout.readline().strip())
    now = state.read(path)
    assert now
    assert runs(now.pid)
    run.kill()
    run.wait()
    run.stdout.close()
    wait(lambda: not runs(now.pid) and not runs(now.keeper) and not path.exists())


def test_linters_of_one_run_share_a_server_whatever_their_language(languagetool: Path) -> None:
    one, other = service.of(Asked(Mode.ON)), service.of(Asked(Mode.ON, language="en-GB", picky=True))
    assert one is other
    first, second = one.place(), service.Service(Asked(Mode.ON)).place()
    assert first == second
    assert first


def test_auto_takes_a_server_that_is_named_and_is_silent_without_one(languagetool: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    auto = Settings(languagetool=Asked(Mode.AUTO), select=("languagetool",))
    without = Linter(auto)
    assert found(without) == []
    assert without.lapses == ()
    now = state.read(languagetool)
    assert now
    monkeypatch.setenv(service.SERVER, now.url)
    assert found(Linter(auto)) == ["languagetool.AGREEMENT_SENT_START"]


def test_auto_is_not_the_run_s_fault_when_the_server_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(service.SERVER, "http://127.0.0.1:9/")
    linter = Linter(Settings(languagetool=Asked(Mode.AUTO), select=("languagetool",)))
    assert found(linter) == []
    assert [lapse.grave for lapse in linter.lapses] == [False]
    service.close()


def test_a_server_that_never_comes_up_is_not_started_again(tmp_path: Path) -> None:
    (tmp_path / home.JAR).write_bytes(b"no archive")
    path = tmp_path / "state.json"
    process = service.launched(path, tmp_path, 256, stay=False)
    process.wait(60)
    assert process.stdin
    process.stdin.close()
    now = state.read(path)
    assert now
    assert (now.being, now.starts) == (Being.DEAD, 1)
    assert now.why.startswith("ended with code 1: ")
    assert "\n" not in now.why


def test_a_state_that_no_keeper_wrote_is_none(tmp_path: Path) -> None:
    for text in ("", "{}", "[]", '{"being": "asleep"}', '{"being": "up", "colour": 1}'):
        (tmp_path / "state.json").write_text(text)
        assert state.read(tmp_path / "state.json") is None
    assert state.read(tmp_path / "nowhere.json") is None


def test_nobody_answers_where_there_is_no_server() -> None:
    assert keeper.answers("http://127.0.0.1:9/") is False


def test_a_helper_of_a_run_says_when_the_server_of_the_run_is_dead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state.write(tmp_path / "state.json", State(Being.DEAD, why="ended with code 1", starts=1))
    monkeypatch.setenv(service.VARIABLE, str(tmp_path / "state.json"))
    with pytest.raises(LintNewsError, match=r"the LanguageTool server ended with code 1$"):
        service.Service(Asked(Mode.ON)).place()
