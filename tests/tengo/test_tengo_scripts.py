"""Scripts in the manner of those in real styles, run over one page: they find what Vale 3.22.0 says that they find, line by line.

`scripts/expected.txt` holds Vale's alerts (rule, line, column, message) for `scripts/copy.md` with `scope: raw`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lintnews import options
from lintnews.checks.script import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Block, Document, Part, Piece, Source

HERE = Path(__file__).parent / "scripts"
SCRIPTS = dict(re.findall(r"^== (\w+)\n(.*?)(?=^== |\Z)", (HERE / "scripts.txt").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE))


def raw(path: Path) -> Story:
    """A file as one block."""
    text = path.read_text(encoding="utf-8")
    return Story(Document(Source(path.name, text), {}, (Block(Part.BODY, text, (Piece(0, 0, len(text)),)),)), FactBase.of(()))


def said(name: str) -> list[str]:
    """What a script says, one finding a place, in reading order."""
    story = raw(HERE / "copy.md")
    lines: dict[tuple[int, int], str] = {}
    for match in options.build(Check, {"script": SCRIPTS[name]}).find(story):
        message = match.words.get("message", "found '%s'").replace("%s", match.words["match"]).replace("\n", " ")
        lines.setdefault(story.document.source.place(match.span.start), message)
    return [f"{name} {line}:{column} {message}" for (line, column), message in sorted(lines.items())]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_finds_what_vale_says_it_finds(name: str) -> None:
    expected = [line for line in (HERE / "expected.txt").read_text(encoding="utf-8").splitlines() if line.startswith(f"{name} ")]
    assert said(name) == expected
