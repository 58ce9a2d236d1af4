"""`--fix=ask`, `init`, `--watch` and the progress bar: what is for people at a terminal."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from lintnews.cli.options import CHECK
from lintnews.cli.progress import Progress

STORY = "Rain over the harbour\n\nWe saw teh boat.\n\nThen teh flag.\n\nAnd teh rain.\n"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder in which one built-in rule runs, and a story with three slips."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "lintnews.yaml").write_text("select: [spelling.well-known-slip, lintnews]\n")
    (tmp_path / "a.txt").write_text(STORY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("answers", "after", "code", "said"),
    [
        ("y\nn\n1\n", STORY.replace("teh boat", "the boat").replace("teh rain", "the rain"), 1, "2 changes in 1 story"),
        ("a\n", STORY.replace("teh", "the"), 0, "3 changes in 1 story"),
        ("i\n", STORY, 1, "Nothing was changed"),
        ("?\ne\na big\nq\n", STORY.replace("teh boat", "a big boat"), 1, "1 change in 1 story"),
        ("y\n", STORY.replace("teh boat", "the boat"), 1, "1 change in 1 story"),
        ("", STORY, 1, "Nothing was changed"),
    ],
)
def test_fix_ask_does_with_each_finding_what_is_answered(desk, run, answers, after, code, said):
    out = run("check", "--fix=ask", "a.txt", stdin=answers.encode())
    assert (out.code, out.err) == (code, said + "\n")
    assert (desk / "a.txt").read_text() == after
    assert "a.txt:3:8 error spelling.well-known-slip" in out.out


def test_a_rule_is_quieted_with_a_reason_that_is_asked_for(desk, run):
    run("check", "--ask", "a.txt", stdin=b"s\nas the boy wrote it\nq\n")
    assert "boat. <!-- lintnews ignore spelling.well-known-slip: as the boy wrote it -->\n" in (desk / "a.txt").read_text()
    assert run("check", "-f", "concise").out.count("well-known-slip") == 2


def test_asking_needs_files_and_no_other_fixing(desk, run):
    assert run("check", "--fix=ask", "-").err.startswith("--ask: the answers come on the standard input; name files")
    assert run("check", "--ask", "--diff").err == "--ask: leave --fix, --unsafe-fixes and --diff out\n"


def test_init_writes_what_a_first_run_and_a_commit_need(desk, run):
    (desk / "lintnews.yaml").unlink()
    (desk / ".github").mkdir()
    out = run("init", "--yes", "--profile", "ap")
    assert out.code == 0
    assert yaml.safe_load((desk / "lintnews.yaml").read_text()) == {"profile": "ap", "vocabulary": [], "fail-on": "error"}
    assert yaml.safe_load((desk / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"][0]["id"] == "lintnews"
    assert "lintnews check --format github" in (desk / ".github" / "workflows" / "lintnews.yml").read_text()
    assert run("check", "a.txt", "-f", "concise").err == ""
    assert run("init", "--yes").err == "lintnews.yaml: there is one already; edit it, or move it away first\n"


def test_init_leaves_what_is_there_and_shows_what_to_add(desk, run):
    (desk / "lintnews.yaml").unlink()
    (desk / ".pre-commit-config.yaml").write_text("repos: []\n")
    out = run("init", "--yes", "--ci", "gitlab")
    assert "Left .pre-commit-config.yaml as it is; to add to it:\n\n    repos:\n" in out.out
    assert (desk / ".pre-commit-config.yaml").read_text() == "repos: []\n"
    assert (desk / ".gitlab-ci.yml").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), "init: nobody is here to answer; `lintnews init --yes` asks nothing"),
        (("--yes", "--ci", "hub"), "--ci: there is no `hub`; did you mean `github`?"),
        (("--yes", "--profile", "xp"), "--profile: there is no profile `xp`"),
    ],
)
def test_init_tells_what_it_cannot_do_and_writes_nothing(desk, run, options, words):
    (desk / "lintnews.yaml").unlink()
    out = run("init", *options)
    assert (out.code, out.err.startswith(words)) == (2, True), out.err
    assert not (desk / "lintnews.yaml").exists()


def at_a_terminal(desk, *args, answers=b""):
    """Run the command line at a terminal; all that it shows."""
    shown = b""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["PYTHONPATH"] = str(ROOT)
        os.execv(sys.executable, [sys.executable, "-m", "lintnews", *args])
    os.write(terminal, answers)
    try:
        while data := os.read(terminal, 4096):
            shown += data
    except OSError:
        pass
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode()


def test_init_asks_a_person(desk):
    (desk / "lintnews.yaml").unlink()
    code, shown = at_a_terminal(desk, "init", answers=b"desk\nap\nnone\nno\n")
    assert code == 0, shown
    assert "The house's style: " in shown
    assert yaml.safe_load((desk / "lintnews.yaml").read_text())["rules"] == ["rules"]
    assert (desk / "rules" / "desk" / "README.md").exists()
    assert not (desk / ".pre-commit-config.yaml").exists()


def test_watching_checks_again_when_a_story_changes(desk):
    (desk / "a.txt").write_text("Rain\n\nIt rained.\n")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "lintnews", "check", "--watch", "-f", "concise"]
    with subprocess.Popen(command, cwd=desk, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        assert process.stdout
        assert process.stderr.readline() == "lintnews: watching 2 files; Ctrl-C ends it\n"
        (desk / "a.txt").write_text(STORY)
        assert process.stdout.readline() == "a.txt:3:8: error spelling.well-known-slip “teh” is a well-known slip: “the”\n"
        assert process.stderr.readline() == "lintnews: watching 2 files; Ctrl-C ends it\n"
        (desk / "lintnews.yaml").write_text("ignore: [nothing-here]\n")
        assert "there is no rule or pack `nothing-here`" in process.stderr.readline()
        process.terminate()


def test_the_standard_input_is_not_watched(desk, run):
    assert run("check", "--watch", "-").err == "--watch: the standard input does not change; name files or folders\n"


def test_the_bar_is_drawn_on_one_line_and_makes_way_for_the_report():
    stream, report = io.StringIO(), io.StringIO()
    bar = Progress(stream, after=0)
    bar.step(5, 10)
    assert "5 of 10 stories" in stream.getvalue()
    assert "\n" not in stream.getvalue()
    bar.aside(report.write)("a finding\n")
    assert stream.getvalue().endswith("\r\x1b[K")
    assert report.getvalue() == "a finding\n"


def test_no_bar_is_drawn_for_a_short_run():
    stream = io.StringIO()
    bar = Progress(stream)
    bar.step(5, 10)
    bar.clear()
    assert stream.getvalue() == ""


def test_the_manual_page_tells_every_command_and_option_of_check(run):
    page = run("man").out
    assert page.startswith('.TH LINTNEWS 1 "" "LintNews" "User Commands"\n')
    for option in CHECK:
        assert all(flag.replace("-", "\\-") in page for flag in option.flags)
    for command in ("check", "facts add", "lsp", "man"):
        assert f".SS lintnews {command}" in page


def test_the_shell_completes_forms_and_rules(desk):
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "_LINTNEWS_COMPLETE": "complete_bash",
        "COMP_WORDS": "lintnews check --format gi",
        "COMP_CWORD": "3",
    }
    done = subprocess.run([sys.executable, "-m", "lintnews"], env=env, capture_output=True, text=True)
    assert done.stdout.split() == ["github", "gitlab"]
