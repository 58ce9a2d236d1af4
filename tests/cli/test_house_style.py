"""The guide docs/house-style.md, followed: its files are written, its commands run, and what it shows is what they say."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
import regex

PAGE = Path(__file__).parent.parent.parent / "docs" / "house-style.md"
FILE = regex.compile(r"^`(?P<path>[\w./-]+)`\n\n```\w+\n(?P<text>.*?)^```$", regex.MULTILINE | regex.DOTALL)
COMMAND = regex.compile(r"^```console\n\$ lintnews (?P<command>[^\n]+)\n(?P<shown>.*?)^```$", regex.MULTILINE | regex.DOTALL)


@pytest.fixture
def followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The guide's text, and its files in the folder we are in."""
    text = PAGE.read_text(encoding="utf-8")
    for file in FILE.finditer(text):
        path = tmp_path / file["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file["text"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return text


def test_the_commands_of_the_guide_say_what_it_shows(followed, run):
    commands = list(COMMAND.finditer(followed))
    assert len(commands) == 5
    for command in commands:
        outcome = run(*shlex.split(command["command"]))
        missing = [line for line in command["shown"].splitlines() if line not in outcome.out.splitlines()]
        assert not missing, outcome.out + outcome.err


def test_the_story_of_the_guide_has_no_other_findings(followed, run):
    outcome = run("check", "archive/pier.txt", "--format", "concise")
    assert outcome.code == 1
    assert len([line for line in outcome.out.splitlines() if line.startswith("archive/")]) == 2
