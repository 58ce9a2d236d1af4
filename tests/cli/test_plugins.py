"""Kinds, readers and reporters of another package, found by its entry points and used through the door that our own use."""

from __future__ import annotations

import sys
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


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("raise RuntimeError('boom')\n", "cannot be loaded: RuntimeError: boom; mend it, or uninstall its package"),
        ("import nowhere_at_all\n", "cannot be loaded: ModuleNotFoundError: No module named 'nowhere_at_all'"),
        ("def", "cannot be loaded: SyntaxError: "),
        ("x = 1\n", "has no `Check`, which docs/plug-ins.md asks for"),
        ("class Check:\n    def find(self, story):\n        return []\n", "has no `Check.slots`, which docs/plug-ins.md asks for"),
    ],
)
def test_a_kind_that_cannot_be_used_is_one_line_and_the_others_run(desk, run, tmp_path_factory, monkeypatch, kind, words):
    install(tmp_path_factory.mktemp("site"), monkeypatch, {"broken_kind": kind}, {"lintnews.checks": {"shout": "broken_kind"}})
    (desk / "house" / "desk" / "shout.yml").write_text(RULE)
    (desk / "a.txt").write_text("The grey sky.\n")
    for _ in range(2):
        code, out, err = run("check", "a.txt", "-f", "concise")
        assert (code, err.count("\n"), "desk.spelling" in out) == (2, 1, True)
        assert err.startswith(f"{desk}/house/desk/shout.yml:1: the plug-in `broken_kind`, `shout` of lintnews.checks, ")
        assert words in err
    readers._strangers.cache_clear()
    sys.modules.pop("broken_kind", None)


@pytest.mark.parametrize(("group", "name", "args"), [("readers", "wire", ("a.wire",)), ("reporters", "tally", ("a.txt", "-f", "tally"))])
def test_a_reader_or_reporter_that_cannot_be_used_is_one_line(desk, run, tmp_path_factory, monkeypatch, group, name, args):
    install(tmp_path_factory.mktemp("site"), monkeypatch, {f"broken_{name}": "x = 1\n"}, {f"lintnews.{group}": {name: f"broken_{name}"}})
    for story in ("a.wire", "a.txt"):
        (desk / story).write_text("The grey sky.\n")
    code, out, err = run("check", *args)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"the plug-in `broken_{name}`, `{name}` of lintnews.{group}, has no `{'read' if group == 'readers' else 'write'}`" in err
    readers._strangers.cache_clear()


def test_the_page_about_plug_ins_holds_a_plug_in_that_works(desk, run, tmp_path_factory, monkeypatch):
    page = (Path(__file__).parents[2] / "docs" / "plug-ins.md").read_text(encoding="utf-8")
    code = [text.partition("```")[0] for text in page.split("```python\n")[1:]]
    (rule,) = (text.partition("```")[0] for text in page.split("```yaml\n")[1:])
    modules = dict(zip(("page_shout", "page_wire", "page_desk"), code, strict=True))
    groups = {"checks": {"shout": "page_shout"}, "readers": {"wire": "page_wire"}, "reporters": {"desk": "page_desk"}}
    install(tmp_path_factory.mktemp("site"), monkeypatch, modules, {f"lintnews.{group}": named for group, named in groups.items()})
    (desk / "house" / "desk" / "shout.yml").write_text(rule)
    (desk / "a.wire").write_text("The HARBOUR is open.\n")
    assert run("test", "house/desk/shout.yml").code == 0
    assert run("check", "a.wire", "-f", "desk").out == "a.wire: 1\n"
    readers._strangers.cache_clear()


@pytest.mark.parametrize(
    "does", ["raise ValueError('no way')", "{}['x']", "raise SystemExit(3)", "yield 'nothing'", "raise AssertionError"]
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_kind_that_fails_as_it_runs_is_told_in_a_line_and_the_others_run(desk, run, tmp_path_factory, monkeypatch, does, jobs):
    failing = KIND.replace("for block in story.blocks():", f"{does}\n        for block in story.blocks():")
    install(tmp_path_factory.mktemp("site"), monkeypatch, {"failing_kind": failing}, {"lintnews.checks": {"shout": "failing_kind"}})
    (desk / "house" / "desk" / "shout.yml").write_text(RULE)
    (desk / "a.txt").write_text("The grey sky.\n")
    code, out, err = run("check", "a.txt", "-f", "concise", "--jobs", jobs)
    assert (code, err, "desk.spelling" in out) == (1, "", True)
    assert "lintnews.rule-fault desk.shout: the plug-in of its kind failed with " in out
    readers._strangers.cache_clear()
    sys.modules.pop("failing_kind", None)


@pytest.mark.parametrize("error", [ValueError("no way"), OSError(5, "no"), KeyError("x")])
def test_a_reader_that_fails_as_it_reads_is_told_by_its_name_and_the_others_are_read(newsroom, run, monkeypatch, error):
    def fail(source):
        raise error

    run("check", "a.wire")
    monkeypatch.setattr(sys.modules["room_reader"], "read", fail)
    (newsroom / "b.txt").write_text("The grey sky.\n")
    code, out, err = run("check", ".", "-f", "concise")
    assert (code, err.count("\n"), "b.txt:1:5" in out) == (2, 1, True)
    assert err.startswith("a.wire: the plug-in `room_reader` that reads it failed with ")
