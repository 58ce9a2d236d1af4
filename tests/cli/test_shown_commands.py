"""The commands that README.md and the pages show: each is one that there is, with options that it has; those that need no network run."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex
import typer
from typer.main import get_command

from lintnews.cli.app import build

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md"), *ROOT.glob("rules/*/README.md")])
#: In a line of its own, behind a prompt or none; and inside a line, between marks.
BLOCK = regex.compile(r"^(?:    |\$ |> )?(?:\.venv/bin/)?lintnews (?P<args>[a-z-][^\n]*(?<=\\)\n[^\n]*|[a-z-][^\n]*)$", regex.MULTILINE)
COMMANDS = (
    "archive|check|correct|evidence|explain|facts|init|languagetool|lsp|names|new|rules|serve|signals|stats|test|try|update|version|vocab"
)
INLINE = regex.compile(rf"`(?:\.venv/bin/)?lintnews (?P<args>(?:{COMMANDS})\b[^`\n]*)`")
#: Where the command ends: a remark, another command, a file for what it says.
END = regex.compile(r"\s#|\s{3}|\s\\?\||\s>|\s&&")
WANTS_MORE = regex.compile(r"requires (?:an|\d+) argument|Missing argument")
STORY = """\
---
date: 2026-06-15
---
# Board sells pier

The board sold the the pier on Monday, said Ellen Marlowe, 52. Ellen Marlow left.
"""
CHECKED = STORY.replace("---\n#", "claim_review: {claim: The pier was given away, rating: 'false', url: https://example.org/pier}\n---\n#")
STORIES = ("story.txt", "story.md", "a.md", "draft.md", "drafts/a.md", "stories/b.md", "today/c.md", "archive/pier.txt")
FILES = {
    **dict.fromkeys(STORIES, STORY),
    "talk.txt": "The board sold the pier.\n",
    "fact-check.md": CHECKED,
    "note.txt": "An earlier version of this article misspelled the name of the mayor. It is Anna Kowalska, not Ana Kowalski.\n",
}
#: Those that wait for somebody, reach the network, or need what only the page's own folder has.
NOT_HERE = (
    "lsp",
    "serve",
    "languagetool",
    "update",
    "init",
    "check --languagetool",
    "check --diff-base",
    "check wire/",
    "new",
    "try",
    "vocab review",
)
STAND_IN = regex.compile(r"\b[A-Z]{4,}\b|\[")
TRIED = [
    "README.md", "docs/archive.md", "docs/correct.md", "docs/evidence.md", "docs/fixing.md", "docs/names.md", "docs/readability.md",
    "docs/signals.md",
]  # fmt: skip


def _commands(page: Path) -> Iterator[str]:
    text = page.read_text(encoding="utf-8")
    for found in (*BLOCK.finditer(text), *INLINE.finditer(text)):
        args = END.split(found["args"].replace("\\\n", " ").replace("\\|", "|"))[0].strip()
        words = args.split()
        first = next((i for i, word in enumerate(words[:2]) if "|" in word), None)
        yield from [args] if first is None else (" ".join([*words[:first], one, *words[first + 1 :]]) for one in words[first].split("|"))


SHOWN = {str(page.relative_to(ROOT)): list(dict.fromkeys(_commands(page))) for page in PAGES}


def _parse(args: list[str]) -> None:
    """Read the arguments as the command line does, and do nothing."""
    command = get_command(build())
    while args and (inner := getattr(command, "commands", None)):
        assert args[0] in inner, f"there is no command `{args[0]}`"
        command, args = inner[args[0]], args[1:]
    if not getattr(command, "commands", None):
        command.make_context("lintnews", args)


@pytest.mark.parametrize("page", [page for page, commands in SHOWN.items() if commands])
def test_every_command_that_a_page_shows_is_one_that_there_is(page: str) -> None:
    for args in SHOWN[page]:
        try:
            _parse(shlex.split(args))
        except typer.Exit:
            pass
        except Exception as error:
            if not WANTS_MORE.search(str(error)):
                pytest.fail(f"{page}: lintnews {args}: {error}")


@pytest.mark.parametrize("page", TRIED)
def test_the_commands_of_a_page_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ran = 0
    for args in sorted(SHOWN[page], key=lambda args: not args.startswith(("archive index", "stats --save"))):
        shutil.rmtree("rules", ignore_errors=True)  # a correction is made into a rule once
        if " " in args and not args.startswith(NOT_HERE) and not STAND_IN.search(args):
            outcome = run(*shlex.split(END.split(args)[0].partition(" <")[0]), stdin=STORY.encode())
            assert outcome.code in (0, 1), f"lintnews {args}: {outcome.err}"
            ran += 1
    assert ran
