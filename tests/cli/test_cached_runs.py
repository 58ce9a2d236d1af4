"""Runs of the command line over stories that an earlier run has checked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lintnews.linter import Linter

STORY = "The grey sky was very low.\n"


@pytest.fixture
def home(desk: Path, new_cache: Path) -> Path:
    """A cache folder of the test's own, which knows the shipped packs."""
    return new_cache


@pytest.fixture
def empty(desk: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder that is not there yet."""
    folder = tmp_path_factory.mktemp("own") / "cache"
    monkeypatch.setenv("LINTNEWS_CACHE", str(folder))
    return folder


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the stories that were not taken from the cache, as they are checked."""
    names: list[str] = []
    check = Linter.checked
    monkeypatch.setattr(Linter, "checked", lambda self, source: names.append(source.name) or check(self, source))
    return names


def test_a_story_is_checked_once(desk, run, home, checked):
    (desk / "a.txt").write_text(STORY)
    (desk / "b.txt").write_text("Rain.\n")
    first = run("check", ".")
    assert checked == ["a.txt", "b.txt"]
    assert run("check", ".") == first
    assert checked == ["a.txt", "b.txt"]
    (desk / "b.txt").write_text("Hail, grey hail.\n")
    assert "b.txt:1:7" in run("check", ".").out
    assert checked == ["a.txt", "b.txt", "b.txt"]


@pytest.mark.parametrize("form", ["text", "concise", "json", "github", "sarif"])
def test_every_form_is_the_same_from_the_cache(desk, run, home, checked, form):
    (desk / "a.txt").write_text(STORY)
    assert run("check", ".", "-f", form) == run("check", ".", "-f", form)
    assert checked == ["a.txt"]


def test_a_moved_story_is_known_again_under_its_new_name(desk, run, home, checked):
    (desk / "a.txt").write_text(STORY)
    run("check", ".")
    (desk / "a.txt").rename(desk / "b.txt")
    assert "b.txt:1:5" in run("check", ".").out
    assert checked == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("house/desk/spelling.yml", "level: error", "level: warning"),
        ("house/desk/spelling.yml", "should be", "must be"),
        ("lintnews.yaml", "select: [desk", "vocabulary: [grey]\nselect: [desk"),
        ("lintnews.yaml", "select: [desk", "levels: {desk.filler: error}\nselect: [desk"),
        ("lintnews.yaml", "select: [desk", "min-level: error\nselect: [desk"),
    ],
)
def test_after_a_change_to_rules_or_configuration_the_run_is_as_without_a_cache(desk, run, home, name, old, new):
    (desk / "a.txt").write_text(STORY)
    before = run("check", ".")
    text = (desk / name).read_text()
    assert old in text
    (desk / name).write_text(text.replace(old, new))
    after = run("check", ".")
    assert after.out == run("check", ".", "--no-cache").out != before.out


def test_without_the_cache_nothing_is_read_or_written(desk, run, empty, checked):
    (desk / "a.txt").write_text(STORY)
    run("check", ".", "--no-cache")
    assert not empty.exists()
    run("check", ".")
    run("check", ".", "--no-cache")
    assert checked == ["a.txt"] * 3


def test_the_cache_is_never_in_the_folder_of_the_stories(desk, run, home):
    (desk / "a.txt").write_text(STORY)
    before = sorted(desk.rglob("*"))
    run("check", ".")
    assert sorted(desk.rglob("*")) == before
    assert (home / "results.sqlite").is_file()


def test_nothing_in_the_cache_is_a_form_that_runs_code(desk, run, home):
    (desk / "a.txt").write_text(STORY)
    run("check", ".")
    heads = {path.suffix: path.read_bytes()[:6] for path in home.iterdir()}
    assert heads.pop(".sqlite") == b"SQLite"
    assert heads.pop(".json").startswith(b"{")
    assert set(heads) <= {".marshal"}  # sealed; see tests/test_lazily.py


def test_a_spoilt_cache_is_done_without(desk, run, home):
    (desk / "a.txt").write_text(STORY)
    first = run("check", ".")
    for path in home.iterdir():
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert run("check", ".") == first
    for path in home.iterdir():
        path.write_bytes(b"\xff" * 5000)
    assert run("check", ".") == first
    assert run("check", ".") == first


def test_a_cache_that_cannot_be_made_is_done_without(desk, run, monkeypatch):
    (desk / "a.txt").write_text(STORY)
    monkeypatch.setenv("LINTNEWS_CACHE", "/proc/self/nowhere")
    assert run("check", ".").out.startswith("a.txt:1:5")


def test_fixing_takes_from_the_cache_what_needs_no_fixing(desk, run, home, checked):
    (desk / "a.txt").write_text(STORY)
    (desk / "b.txt").write_text("Rain.\n")
    run("check", ".")
    checked.clear()
    run("check", ".", "--unsafe-fixes")
    assert "b.txt" not in checked
    assert (desk / "a.txt").read_text() == "The gray sky was very low.\n"
    checked.clear()
    assert "very" in run("check", ".").out
    assert checked == []


def test_a_difference_is_shown_every_time(desk, run, home):
    (desk / "a.txt").write_text(STORY)
    first = run("check", ".", "--diff", "--unsafe-fixes")
    assert "+The gray sky" in first.out
    assert run("check", ".", "--diff", "--unsafe-fixes") == first


def test_two_runs_at_once_on_an_empty_cache_give_the_same(desk, empty):
    for number in range(30):
        (desk / f"{number}.txt").write_text(f"Day {number}. {STORY}")
    command = [sys.executable, "-m", "lintnews", "check", ".", "-f", "json"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    outs = [process.communicate() for process in runs]
    assert outs[0] == outs[1] == outs[2]
    assert outs[0][1] == b""
    assert len(json.loads(outs[0][0])) == 60
