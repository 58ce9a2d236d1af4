"""Runs that ask LanguageTool, with a real server: what is said, what is not, and what happens when it cannot be asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from plugin import install as install_plugin
from web_server import serving

from lintnews.languagetool import home, service, state
from lintnews.languagetool.asked import Asked, Mode

TEXT = "The bakers has gone home, and the sky was grey.\n"
AGREEMENT = "languagetool.AGREEMENT_SENT_START"


@pytest.fixture(scope="module")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all tests, so that its rules are compiled once."""
    return tmp_path_factory.mktemp("desk")


@pytest.fixture
def story(desk: Path, _place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story at a desk whose folder holds nothing of the test before."""
    for left in _place.iterdir():
        if left.is_file():
            left.unlink()
    if not (_place / "house").exists():
        shutil.copytree(desk, _place, dirs_exist_ok=True)
    shutil.copy(desk / "lintnews.yaml", _place)
    monkeypatch.chdir(_place)
    (_place / "story.txt").write_text(TEXT)
    return _place / "story.txt"


def ids(out: str) -> list[str]:
    return [line.split()[2] for line in out.splitlines()]


def check(run, *args):
    return run("check", "story.txt", "-f", "concise", "--jobs", "1", "--select", "desk,languagetool", *args)


class TestWhatIsSaid:
    def test_findings_stand_among_our_own(self, story, run, languagetool):
        outcome = check(run, "--languagetool")
        assert (ids(outcome.out), outcome.code, outcome.err) == ([AGREEMENT, "desk.spelling"], 1, "")

    def test_a_rule_of_it_is_selected_ignored_and_levelled_by_its_name(self, story, run, languagetool):
        select = ("check", "story.txt", "-f", "concise", "--select")
        assert ids(run(*select, AGREEMENT).out) == [AGREEMENT]
        assert ids(run(*select, "languagetool.EN_A_VS_AN").out) == []
        assert ids(check(run, "--languagetool", "--ignore", AGREEMENT).out) == ["desk.spelling"]
        (story.parent / "lintnews.yaml").write_text(f"rules: [house]\nlanguagetool: on\nlevels: {{{AGREEMENT}: error}}\n")
        assert f"error {AGREEMENT}" in check(run).out

    def test_a_rule_that_is_left_out_is_heard_when_it_is_selected(self, story, run, languagetool):
        story.write_text("Most of presidents would of come in a hurry .\n")
        rule = "languagetool.COMMA_PARENTHESIS_WHITESPACE"
        assert rule not in check(run, "--languagetool").out
        assert ids(run("check", "story.txt", "-f", "concise", "--select", rule).out) == [rule]

    def test_a_pack_that_is_selected_hears_no_more_than_it_does_unasked(self, story, run, languagetool):
        story.write_text("The two stood vis-a-vis.\n")
        rule = "languagetool.EN_DIACRITICS_REPLACE_ORTHOGRAPHY_VIS_A_VIS"
        assert rule not in run("check", "story.txt", "-f", "concise", "--select", "languagetool").out
        assert ids(run("check", "story.txt", "-f", "concise", "--select", rule).out) == [rule]

    def test_a_note_quiets_it(self, story, run, languagetool):
        (story.parent / "story.md").write_text(f"<!-- lintnews ignore {AGREEMENT}: they do -->\n{TEXT}")
        outcome = run("check", "story.md", "-f", "concise", "--select", "desk,languagetool,lintnews", "--languagetool")
        assert ids(outcome.out) == ["desk.spelling"]

    def test_what_somebody_said_is_left_alone(self, story, run, languagetool):
        story.write_text("“The bakers has gone home,” she said. “The bakers has gone home.” The bakers has gone home.\n")
        assert check(run, "--languagetool").out.count(AGREEMENT) == 1

    def test_a_word_of_the_vocabulary_is_no_misspelling(self, story, run, languagetool):
        story.write_text("They saw the harbuor.\n")
        spelled = ("--select", "languagetool.MORFOLOGIK_RULE_EN_US", "--min-level", "suggestion")
        assert "MORFOLOGIK" in run("check", "story.txt", *spelled).out
        (story.parent / "lintnews.yaml").write_text("vocabulary: [harbuor]\n")
        assert "MORFOLOGIK" not in run("check", "story.txt", *spelled).out

    def test_it_is_silent_where_our_own_finding_stands(self, story, run, languagetool):
        story.write_text("The letter was was read by an baker.\n")
        both = run("check", "story.txt", "-f", "concise", "--select", "copy,languagetool")
        assert ids(both.out) == ["copy.doubled-word", "copy.an-before-consonant"]

    def test_a_fix_is_shown_and_made_only_when_unsafe_ones_are(self, story, run, languagetool):
        check(run, "--languagetool", "--fix")
        assert story.read_text() == TEXT.replace("grey", "gray") or story.read_text() == TEXT
        check(run, "--languagetool", "--unsafe-fixes")
        assert story.read_text().startswith("The bakers have gone home")

    def test_several_processes_ask_one_server(self, story, run, languagetool):
        for number in range(6):
            (story.parent / f"{number}.txt").write_text("A day. " * number + TEXT)
        outcome = run("check", ".", "-f", "concise", "--languagetool", "--select", "languagetool", "--jobs", "2")
        assert (ids(outcome.out), outcome.err) == ([AGREEMENT] * 7, "")
        assert sorted(line.partition(":")[0] for line in outcome.out.splitlines()) == [*(f"{n}.txt" for n in range(6)), "story.txt"]

    def test_the_configuration_asks_for_it(self, story, run, languagetool):
        now = service.of(Asked(Mode.ON)).place()
        (story.parent / "lintnews.yaml").write_text(f"select: [languagetool]\nlanguagetool: {now.url}\n")
        assert ids(run("check", "story.txt", "-f", "concise").out) == [AGREEMENT]
        (story.parent / "lintnews.yaml").write_text("rules: [house]\nlanguagetool: {server: on, language: xx-XX}\n")
        outcome = check(run)
        assert outcome.code == 2
        assert "knows no language `xx-XX`; mend `language` under `languagetool`" in outcome.err

    def test_explain_tells_of_the_rule_that_speaks_for_it(self, story, run):
        assert "languagetool.news" in run("explain", AGREEMENT).out

    def test_the_examples_of_its_rule_are_tested_when_asked_for(self, story, run, languagetool):
        outcome = run("test", "languagetool")
        assert (outcome.code, outcome.err) == (0, "lintnews: not tried without --languagetool: languagetool.news\n")
        assert "1 rule, 4 examples: all as marked" in run("test", "languagetool", "--languagetool").out


class TestWhenItCannotBeAsked:
    def said(self, outcome, words):
        assert ids(outcome.out) == ["desk.spelling"]
        assert outcome.code == 2
        (line,) = outcome.err.splitlines()
        assert words in line
        assert line.endswith("; the stories are checked without it")

    @pytest.fixture(autouse=True)
    def _no_server(self, monkeypatch):
        monkeypatch.delenv(service.VARIABLE, raising=False)

    def test_without_an_installation_one_line_says_how_to_get_it(self, story, run, monkeypatch):
        monkeypatch.setenv("LINTNEWS_LANGUAGETOOL", str(story.parent / "nowhere"))
        self.said(check(run, "--languagetool"), "run `lintnews languagetool install`")

    def test_without_java_one_line_says_what_to_install(self, story, run, monkeypatch):
        monkeypatch.setenv("PATH", str(story.parent))
        monkeypatch.delenv("JAVA_HOME", raising=False)
        self.said(check(run, "--languagetool"), "install Java 17 or newer")

    def test_a_server_that_is_not_there_is_named(self, story, run):
        self.said(check(run, "--languagetool-server", "http://127.0.0.1:9"), "http://127.0.0.1:9/ cannot be reached")

    @pytest.mark.parametrize(("answer", "status"), [(b"<html>Not here</html>", 404), (b'{"a": 1}', 200), (b"\xff", 500)])
    def test_a_server_that_is_another_thing_is_named(self, story, run, answer, status):
        with serving(answering(answer, status)) as url:
            self.said(check(run, "--languagetool-server", url), f"{url} does not answer as a LanguageTool server does")

    def test_a_server_of_the_configuration_is_only_reached_when_it_is_trusted(self, story, run):
        (story.parent / "lintnews.yaml").write_text("rules: [house]\nlanguagetool:\n  server: http://192.0.2.1/\n  timeout: 1\n")
        outcome = check(run)
        assert (outcome.out, outcome.code) == ("", 2)
        assert outcome.err == "lintnews.yaml:2: the stories would be sent to http://192.0.2.1/; if you want that, say --trust\n"
        self.said(check(run, "--trust"), "http://192.0.2.1/")

    def test_a_word_that_is_none_is_told_with_its_line(self, story, run):
        (story.parent / "lintnews.yaml").write_text("rules: [house]\nlanguagetool: perhaps\n")
        assert check(run).err == (
            "lintnews.yaml:2: LanguageTool is `on`, `off`, `auto`, `all` or a server such as http://localhost:8081/, not `perhaps`\n"
        )
        assert "--languagetool-server: LanguageTool is" in run("check", "story.txt", "--languagetool-server", "nonsense").err

    def test_a_server_that_is_killed_in_mid_run_is_started_once_and_the_run_goes_on(self, desk, monkeypatch, tmp_path_factory):
        site = tmp_path_factory.mktemp("site")
        install_plugin(site, monkeypatch, {"deadly": DEADLY}, {"lintnews.checks": {"deadly": "deadly"}})
        (desk / "house" / "desk" / "deadly.yml").write_text(RULE)
        for number in range(6):
            (desk / f"{number}.txt").write_text(f"{'killed' if number in (2, 4) else 'left'}. {TEXT}")
        (desk / "lintnews.yaml").write_text("rules: [house]\nlanguagetool: {server: on, memory: 384}\n")
        command = [sys.executable, "-m", "lintnews", "check", ".", "-f", "concise", "--select", "desk,languagetool", "--jobs", "1"]
        done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(site)}, capture_output=True, text=True)
        assert done.stdout.count("desk.spelling") == 6
        answered = {line.partition(":")[0] for line in done.stdout.splitlines() if AGREEMENT in line}
        assert {"0.txt", "1.txt", "3.txt"} <= answered <= {f"{number}.txt" for number in range(5)}
        assert done.returncode == 2
        assert (
            done.stderr == "the LanguageTool server was ended by signal 9 after it was started again; the stories are checked without it\n"
        )


class TestTheServerThatStays:
    def test_it_is_started_asked_and_stopped(self, story, run, monkeypatch, new_cache):
        monkeypatch.delenv(service.VARIABLE, raising=False)
        assert (run("languagetool", "status").code, run("languagetool", "stop").out) == (1, "no server was running\n")
        assert run("languagetool", "start", "--memory", "384").out.startswith("the server is running: http://127.0.0.1:")
        try:
            assert run("languagetool", "start").out.startswith("the server is already running")
            status = run("languagetool", "status")
            assert status.code == 0
            assert "384 MB at most" in status.out
            pid = state.read(state.shared()).pid
            assert ids(check(run, "--languagetool").out) == [AGREEMENT, "desk.spelling"]
            (story.parent / "lintnews.yaml").write_text("rules: [house]\nlanguagetool: auto\n")
            assert ids(check(run).out) == [AGREEMENT, "desk.spelling"]
            assert state.read(state.shared()).pid == pid
        finally:
            stopped = run("languagetool", "stop")
        assert stopped.out == "the server is stopped\n"
        assert run("languagetool", "status").code == 1

    def test_what_cannot_be_started_is_told_in_one_line(self, story, run, monkeypatch, tmp_path):
        monkeypatch.setenv("LINTNEWS_CACHE", str(tmp_path / "cache"))
        monkeypatch.setenv("LINTNEWS_LANGUAGETOOL", str(tmp_path))
        (tmp_path / home.JAR).write_bytes(b"no archive")
        outcome = run("languagetool", "start")
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.startswith("the LanguageTool server ended with code 1")
        assert run("languagetool", "start", "--memory", "little").err == "--memory: `little` is no number of megabytes, 256 or more\n"


def test_a_run_that_does_not_ask_for_it_does_not_import_its_client(story):
    code = "import sys\nfrom lintnews.cli import main\nmain(['check', 'story.txt'])\n"
    code += "print([name for name in ('language_tool_python', 'requests', 'http.client', 'subprocess') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_only_one_room_knows_the_client():
    root = Path(__file__).parent.parent.parent / "lintnews"
    rooms = {
        path.name
        for path in root.rglob("*.py")
        if "import language_tool_python" in (text := path.read_text()) or "from language_tool_python" in text
    }
    assert rooms == {"languagetool.py"}


DEADLY = """
import os
from dataclasses import dataclass
from pathlib import Path
from lintnews.languagetool import service, state
@dataclass(frozen=True)
class Check:
    slots = ()
    lasting = False
    def find(self, story):
        for block in story.blocks():
            if "killed" in block.text:
                now = service.of(__import__("lintnews.languagetool.asked").languagetool.asked.Asked("on")).place()
                pid = state.read(Path(os.environ[service.VARIABLE])).pid
                assert pid > 1, "no server, but a group of processes"
                os.kill(pid, 9)
        return ()
"""
RULE = 'extends: deadly\nmessage: no\nexamples: {bad: ["b\\n^"], good: [b]}\n'


def answering(body: bytes, status: int) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    return Handler
