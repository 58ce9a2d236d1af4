"""Runs of the command line that spread the stories over several processes."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from plugin import install

from lintnews.cli import crew, helper, options

STORIES = {f"{number:02}.txt": f"Day {number}. The grey sky was very low.\n" for number in range(30)}
DEADLY = """
import os
from dataclasses import dataclass
from lintnews.model import Match, Span
@dataclass(frozen=True)
class Check:
    slots = ()
    def find(self, story):
        for block in story.blocks():
            if "killed" in block.text:
                os.kill(os.getpid(), 9)
            if "broken" in block.text:
                raise ZeroDivisionError("a count of nothing")
            if "printed" in block.text:
                print("not an answer")
        return ()
"""
RULE = 'extends: deadly\nmessage: no\nexamples: {bad: ["b\\n^"], good: [b]}\n'


@pytest.fixture
def run(run: Any) -> Any:
    """Run the command line as if nothing had been checked before; the rules are compiled all the same."""

    def answer(*args: str, stdin: bytes = b"") -> Any:
        Path(os.environ["LINTNEWS_CACHE"], "results.sqlite").unlink(missing_ok=True)
        return run(*args, stdin=stdin)

    return answer


@pytest.fixture
def stories(desk: Path) -> Path:
    for name, text in STORIES.items():
        (desk / name).write_text(text)
    return desk


@pytest.fixture
def deadly(stories: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stories, and a rule of a kind that ends the process that runs it."""
    install(tmp_path_factory.mktemp("site"), monkeypatch, {"deadly": DEADLY}, {"lintnews.checks": {"deadly": "deadly"}})
    (stories / "house" / "desk" / "deadly.yml").write_text(RULE)
    return stories


@pytest.mark.parametrize("form", ["text", "concise", "json", "github", "sarif"])
def test_many_processes_say_what_one_says_in_the_same_order(stories, run, form):
    alone = run("check", ".", "-f", form, "--jobs", "1")
    assert run("check", ".", "-f", form, "--jobs", "3") == alone
    assert alone.out.count("grey") >= 30


def test_faults_stand_where_they_stood(stories, run):
    (stories / "05.txt").write_bytes(b"\xff")
    (stories / "06.txt").write_text("---\ndate: [\n---\nThe grey sky.\n")
    alone = run("check", ".", "gone.txt", "--jobs", "1")
    assert run("check", ".", "gone.txt", "--jobs", "2") == alone
    assert alone.code == 2
    assert alone.err.count("\n") == 3


def test_many_processes_fix_as_one_does(stories, run, tmp_path):
    shown = run("check", ".", "--unsafe-fixes", "--diff", "--jobs", "2")
    assert shown == run("check", ".", "--unsafe-fixes", "--diff", "--jobs", "1")
    assert shown.out.count("+Day") == 30
    fixed = run("check", ".", "--unsafe-fixes", "--jobs", "2")
    assert {name: (stories / name).read_text() for name in STORIES} == {
        name: text.replace("grey", "gray") for name, text in STORIES.items()
    }
    assert "Fixed 30 findings in 30 stories" in fixed.err


def test_the_standard_input_may_be_among_them(stories, run):
    args = ("check", "-", "00.txt", "--stdin-filename", "x.md", "-f", "concise")
    text = b"# A grey day\n\nRain.\n"
    assert run(*args, "--jobs", "2", stdin=text) == run(*args, "--jobs", "1", stdin=text)


def test_what_many_processes_found_is_kept_for_one(stories, run, new_cache, monkeypatch):
    first = run("check", ".", "--jobs", "2")
    monkeypatch.setattr("lintnews.linter.Linter.checked", None)
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)
    assert run("check", ".", "--jobs", "1") == first


def test_a_process_that_dies_takes_no_story_with_it_but_its_own(deadly, run):
    (deadly / "03.txt").write_text("He was killed.\n")
    (deadly / "29.txt").write_text("She was killed.\n")
    code, out, err = run("check", ".", "-f", "concise", "--jobs", "2")
    assert code == 3
    told = [line.partition(":")[0] for line in err.splitlines()]
    assert told == ["03.txt", "29.txt"]
    assert "03.txt: not checked: the process that was at it was ended by signal 9 (out of memory?); check it with --jobs 1\n" in err
    assert [line.partition(":")[0] for line in out.splitlines() if "grey" in line] == [n for n in STORIES if n not in told]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_plug_in_that_fails_on_one_story_is_told_there_and_the_others_are_checked(deadly, run, jobs):
    (deadly / "03.txt").write_text("It is broken.\n")
    code, out, err = run("check", ".", "-f", "concise", "--jobs", jobs)
    assert (code, err) == (1, "")
    told = [line for line in out.splitlines() if line.startswith("03.txt")]
    assert len(told) == 1
    assert "the plug-in of its kind failed with ZeroDivisionError: a count of nothing; mend it or leave the rule out" in told[0]
    assert out.count("grey") == 29


def test_our_fault_in_a_story_is_told_as_ours(stories, run, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a count of nothing")

    monkeypatch.setattr("lintnews.engine.lint", broken)
    story = min(STORIES)
    code, out, err = run("check", story, "--jobs", "1", "--no-cache")
    assert (code, out) == (3, "")
    assert err.startswith(f"{story}: our fault, not yours: ZeroDivisionError: a count of nothing at test_crew.py:")


def test_what_a_plug_in_prints_is_no_answer(deadly, run):
    (deadly / "03.txt").write_text("It was printed on a grey day.\n")
    code, out, _ = run("check", ".", "-f", "concise", "--jobs", "2")
    assert (code, out.count("grey")) == (1, 30)


def test_where_no_process_can_be_started_one_does_it_all(stories, run, monkeypatch):
    alone = run("check", ".", "--jobs", "1")
    monkeypatch.setattr(sys, "executable", str(stories / "no python"))
    assert run("check", ".", "--jobs", "2") == alone
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert run("check", ".", "--jobs", "2") == alone


def test_no_process_imports_what_lies_in_the_folder_one_is_in(stories):
    for name in ("json.py", "regex.py", "lintnews.py", "yaml.py"):
        (stories / name).write_text("raise SystemExit('run from the folder of the stories')\n")
    script = "import sys; sys.path.remove(''); from lintnews.cli import main; sys.exit(main(['check', '.', '--jobs', '2']))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert "grey" in done.stdout
    assert "run from the folder" not in done.stderr + done.stdout


@pytest.mark.skipif(os.name != "posix", reason="signals are sent otherwise there")
def test_an_interruption_ends_every_process(stories):
    for number in range(200):
        (stories / f"long{number}.txt").write_text("The grey sky was very low. Rain fell.\n\n" * 2000)
    run = subprocess.Popen(
        [sys.executable, "-m", "lintnews", "check", ".", "--jobs", "2", "-f", "concise"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=_interruptible,
    )  # fmt: skip
    assert run.stdout
    assert "grey" in run.stdout.readline()
    helpers = _children(run.pid)
    assert len(helpers) == 2
    os.killpg(run.pid, signal.SIGINT)
    run.stdout.read()
    assert run.wait() == 130
    assert run.stderr
    assert run.stderr.read() == ""
    run.stdout.close()
    run.stderr.close()
    assert not any(map(_lives, helpers))


def _interruptible() -> None:
    """Undo what a shell does to what it runs in the background, which an interruption does not reach."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _children(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout
    return list(map(int, listed.split()))


def _lives(pid: int) -> bool:
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


@pytest.mark.parametrize("value", ["0", "-1", "two", "1.5", "257", ""])
def test_a_number_of_processes_that_cannot_be_is_told(desk, run, value):
    (desk / "a.txt").write_text("Rain.\n")
    assert run("check", "a.txt", f"--jobs={value}") == (2, "", f"--jobs: `{value}` is no number of processes; write 1 to 256, or auto\n")


def test_unasked_processes_are_started_when_enough_is_left_to_do(stories, run, monkeypatch):
    began = []
    real = crew.Crew
    monkeypatch.setattr(crew, "Crew", lambda *args: began.append(args[1]) or real(*args))
    monkeypatch.setattr(crew, "cores", lambda: 2)
    alone = run("check", ".", "--jobs", "auto")
    assert began == []
    monkeypatch.setattr(crew, "WORTH", 0)
    monkeypatch.setattr("lintnews.cli.job.Job._pays", lambda self, left: left == 20)
    assert run("check", ".") == alone
    assert began == [2]


def test_the_processors_are_counted():
    assert 1 <= crew.cores() <= 8
    assert options.jobs(None) == options.jobs("auto") == 0


def test_a_helper_answers_line_by_line(stories):
    values = {**options.scan(()), "no_cache": True}
    asks = [{"name": name, "text": text, "place": name, "fix": ""} for name, text in list(STORIES.items())[:2]]
    asks.append({"name": "x.txt", "text": "---\na: [\n---\n", "place": "x.txt", "fix": ""})
    out = io.BytesIO()
    helper.serve(io.BytesIO(b"".join(json.dumps(each).encode() + b"\n" for each in (values, *asks))), out)
    ready, *answers = out.getvalue().splitlines(keepends=True)
    assert ready == helper.READY
    assert [answer[:1] for answer in answers] == [b"=", b"=", b"2"]
