"""What may stand under `external`; and real linters, where they can be had from PyPI, through our adapter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lintnews.cli import main
from lintnews.external.asked import Program, read
from lintnews.model import OptionError, Severity

SOUND = {"command": ["x"], "format": "sarif"}


def test_a_section_names_a_program() -> None:
    value = {"a-b": {**SOUND, "level": "error", "quotes": "any", "timeout": 5}, "c": SOUND}
    assert read(value, "/desk") == (
        Program("a-b", ("x",), "sarif", "/desk", Severity.ERROR, "any", 5),
        Program("c", ("x",), "sarif", "/desk"),
    )
    assert read({}, "/desk") == ()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ([], "`external` holds `key: value` lines"),
        ({"a": []}, "`a` holds `key: value` lines"),
        ({"A b": SOUND}, "`A b` cannot name a program's findings"),
        ({"a": {"format": "sarif"}}, "`a` needs `command`"),
        ({"a": {"command": ["x"]}}, "`a` needs `format`"),
        ({"a": {**SOUND, "comand": 1}}, "unknown key `comand`; did you mean `command`"),
        ({"a": {**SOUND, "command": "rm -rf /"}}, "`command` must be a list"),
        ({"a": {**SOUND, "command": []}}, "`command` must be a list"),
        ({"a": {**SOUND, "command": ["x", 5]}}, "`command` must be a list"),
        ({"a": {**SOUND, "command": ["x\0"]}}, "`command` must be a list"),
        ({"a": {**SOUND, "format": "xml"}}, "`format` must be one of json, lsp"),
        ({"a": {**SOUND, "level": "grave"}}, "`level` must be one of"),
        ({"a": {**SOUND, "quotes": "no"}}, "`quotes` must be one of"),
        ({"a": {**SOUND, "first": True}}, "`first` must be one of 0, 1"),
        ({"a": {**SOUND, "timeout": 0}}, "`timeout` must be a whole number of seconds"),
        ({"a": {**SOUND, "format": "json"}}, "the format `json` needs `fields`"),
        ({"a": {**SOUND, "fields": {"massage": "m"}}}, "unknown field `massage`; did you mean `message`"),
        ({"a": {**SOUND, "fields": {"message": 5}}}, "`message` must be where it stands"),
        ({"a": {**SOUND, "fields": {"message": "m"}}}, "`fields` must say where `message` stands, and `line` or `offset`"),
    ],
)
def test_anything_else_is_refused_with_a_remedy(value: Any, words: str) -> None:
    with pytest.raises(OptionError) as caught:
        read(value, "/desk", "external")
    assert words in str(caught.value)


@pytest.fixture(scope="module")
def proselint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The linter proselint, as pip installs it, in an environment of its own."""
    home = tmp_path_factory.mktemp("proselint")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", str(home), "proselint==0.16.0"]
    subprocess.run(pip, check=True)
    return home


def test_proselint_itself_is_read_to_the_letter(
    proselint: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(proselint))
    command = f'[{sys.executable}, -c, "from proselint.command_line import main; main()", check, -o, json]'
    (tmp_path / "lintnews.yaml").write_text(f"external:\n  proselint: {{command: {command}, format: proselint}}\n")
    (tmp_path / "story.txt").write_text("Élan 😀 is very odd.\n\nNobody was very late... “It is very odd,” he said.\n")
    main(["check", "story.txt", "-f", "concise", "--trust", "--select", "proselint"])
    out, err = capsys.readouterr()
    assert err == ""
    assert [line.split()[:3] for line in out.splitlines()] == [
        ["story.txt:1:11:", "warning", "proselint.weasel_words.very"],
        ["story.txt:3:12:", "warning", "proselint.weasel_words.very"],
        ["story.txt:3:21:", "warning", "proselint.typography.symbols.ellipsis"],
    ]
