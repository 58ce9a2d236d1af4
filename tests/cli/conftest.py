"""A desk of its own for each test: a folder with a configuration, two rules and nobody else's."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from vale_desk import styled as styled  # a fixture

from lintnews.cli import main

CONFIG = "rules: [house]\nselect: [desk, lintnews]\n"
WORD = """\
extends: substitution
message: "“{match}” should be “{fix}”"
level: error
why: The desk has always written it so.
link: https://example.org/style
swap:
  grey: gray
action:
  name: replace
examples:
  bad:
    - |
      The grey sky.
          ^^^^ -> gray
  good:
    - The gray sky.
"""
HINT = """\
extends: existence
message: "“{match}” says little"
level: suggestion
tokens: [very]
examples:
  bad:
    - |
      A very long day.
        ^^^^
  good:
    - A long day.
"""


class Outcome(NamedTuple):
    """What a run of the command line left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder one is in: a repository with two rules of its own."""
    (tmp_path / ".git").mkdir()
    pack = tmp_path / "house" / "desk"
    pack.mkdir(parents=True)
    (pack / "spelling.yml").write_text(WORD)
    (pack / "filler.yml").write_text(HINT)
    (tmp_path / "lintnews.yaml").write_text(CONFIG)
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINTNEWS_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line, with bytes on the standard input."""

    def answer(*args: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(args)
        return Outcome(code, *capsys.readouterr())

    return answer
