"""Kinds, readers and reporters of another package, found by its entry points and used through the door that our own use."""

from __future__ import annotations

from pathlib import Path

import pytest
from plugin import install

from lintnews import checks, readers, reporters
from lintnews.linter import Linter

KIND = """
from dataclasses import dataclass
from lintnews.model import Match, OptionError, Span
@dataclass(frozen=True)
class Check:
    slots = ("word",)
    word: str
    def validate(self):
        if not self.word.isalpha():
            raise OptionError("`word` must be letters", "word")
    def find(self, story):
        for block in story.blocks():
            at = block.text.find(self.word)
            if at >= 0:
                yield Match(block, Span(at, at + len(self.word)), (self.word.upper(),), {"word": self.word})
"""
READER = """
from lintnews.model import Block, Document, LintNewsError, Part, Piece
def read(source):
    if not source.text.startswith("WIRE"):
        raise LintNewsError(f"{source.name}:1: no wire copy; it begins with WIRE")
    text = source.text[5:]
    return Document(source, {}, (Block(Part.BODY, text, (Piece(0, 5, len(source.text)),)),))
"""
REPORTER = """
def write(reports, page):
    for report in reports:
        page.put(f"{report.source.name} has {len(report.findings)}\\n")
    page.put(",".join(rule.id for rule in page.rules()) + "\\n")
"""
RULE = """extends: shout
message: "‘{word}’ wants capitals"
level: error
word: flood
safe: true
examples:
  bad:
    - |
      A flood came.
        ^^^^^ -> FLOOD
  good:
    - Rain.
"""


@pytest.fixture
def newsroom(desk: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with such a package, a rule of its kind and a story for its reader."""
    install(
        tmp_path_factory.mktemp("site"), monkeypatch,
        {"room_kind": KIND, "room_reader": READER, "room_reporter": REPORTER},
        {
            "lintnews.checks": {"shout": "room_kind"}, "lintnews.readers": {"wire": "room_reader"},
            "lintnews.reporters": {"tally": "room_reporter"},
        },
    )  # fmt: skip
    (desk / "house" / "desk" / "shout.yml").write_text(RULE)
    (desk / "a.wire").write_text("WIRE A flood came. The grey sky.\n")
    yield desk
    readers._strangers.cache_clear()


def test_they_are_listed_with_our_own(newsroom):
    assert "shout" in checks.kinds()
    assert ".wire" in readers.endings()
    assert "tally" in reporters.forms()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_stranger_s_kind_reader_and_reporter_work_together(newsroom, run, jobs):
    (newsroom / "b.txt").write_text("Rain.\n")
    code, out, err = run("check", ".", "-f", "tally", "--jobs", jobs)
    assert (code, err) == (1, "")
    assert out == "a.wire has 2\nb.txt has 0\ndesk.filler,desk.shout,desk.spelling\n"


def test_what_a_stranger_s_kind_finds_is_fixed_and_shown_as_ours(newsroom, run):
    assert "a.wire:1:8: error desk.shout ‘flood’ wants capitals" in run("check", ".", "-f", "concise").out
    run("check", ".", "--fix")
    assert (newsroom / "a.wire").read_text() == "WIRE A FLOOD came. The grey sky.\n"


def test_the_rules_of_a_stranger_s_kind_are_tested_and_checked_as_ours(newsroom, run):
    assert run("test", "house").code == 0
    (newsroom / "house" / "desk" / "shout.yml").write_text(RULE.replace("word: flood", "word: '2 floods'"))
    assert "shout.yml:4: `word` must be letters" in run("test", "house").err
    (newsroom / "house" / "desk" / "shout.yml").write_text(RULE.replace("word: flood", "words: flood"))
    assert "shout.yml:4: unknown key `words`; did you mean `word`?" in run("test", "house").err


def test_what_a_stranger_s_reader_cannot_read_is_one_line(newsroom, run):
    (newsroom / "a.wire").write_text("no\n")
    (newsroom / "b.txt").write_text("The grey sky.\n")
    code, out, err = run("check", ".", "-f", "concise")
    assert (code, err) == (2, "a.wire:1: no wire copy; it begins with WIRE\n")
    assert "b.txt:1:5" in out


def test_a_form_that_nobody_has_is_told_with_all_that_there_are(newsroom, run):
    assert run("check", ".", "-f", "tallies") == (2, "", "--format: there is no `tallies`; did you mean `tally`?\n")


def test_a_story_that_a_stranger_reads_is_read_anew_each_time(newsroom, run, monkeypatch):
    names: list[str] = []
    check = Linter.checked
    monkeypatch.setattr(Linter, "checked", lambda self, source: names.append(source.name) or check(self, source))
    (newsroom / "b.txt").write_text("Rain of the plug-in.\n")
    assert run("check", ".") == run("check", ".")
    assert names == ["a.wire", "b.txt", "a.wire"]
