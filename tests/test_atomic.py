from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from lintnews import atomic
from lintnews.model import LintNewsError


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfThe grey sky.\r\n")
    path.chmod(0o640)
    return path


OLD, NEW = "\ufeffThe grey sky.\r\n", "\ufeffThe gray sky.\r\n"


def test_a_file_is_replaced_byte_for_byte_and_keeps_its_mode(story: Path) -> None:
    atomic.replace(str(story), OLD, NEW)
    assert story.read_bytes() == b"\xef\xbb\xbfThe gray sky.\r\n"
    assert stat.S_IMODE(story.stat().st_mode) == 0o640
    assert [path.name for path in story.parent.iterdir()] == ["a.txt"]


def test_a_link_stays_a_link(story: Path) -> None:
    link = story.parent / "link.txt"
    link.symlink_to("a.txt")
    atomic.replace(str(link), OLD, NEW)
    assert link.is_symlink()
    assert story.read_bytes().decode() == NEW


@pytest.mark.parametrize("name", ["a.txt", "link.txt"])
def test_a_read_only_file_is_told_and_left(story: Path, name: str) -> None:
    (story.parent / "link.txt").symlink_to("a.txt")
    story.chmod(0o444)
    with pytest.raises(LintNewsError, match=rf"^\S*{name}: read-only, so nothing was fixed in it; make it writable, or look at `--diff`$"):
        atomic.replace(str(story.parent / name), OLD, NEW)
    assert story.read_bytes().decode() == OLD


def test_a_file_that_changed_in_the_meantime_is_told_and_left(story: Path) -> None:
    story.write_text("Another hand was here.\n")
    with pytest.raises(LintNewsError, match="changed while it was checked"):
        atomic.replace(str(story), OLD, NEW)
    assert story.read_text() == "Another hand was here.\n"


def test_what_is_no_plain_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(LintNewsError, match="not a plain file"):
        atomic.replace(str(tmp_path / "pipe"), OLD, NEW)


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(LintNewsError, match="cannot be written, so nothing was fixed in it: No such file"):
        atomic.replace(str(tmp_path / "none.txt"), OLD, NEW)


def test_a_write_that_fails_leaves_the_file_and_no_draft(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LintNewsError, match="No space left on device"):
        atomic.replace(str(story), OLD, NEW)
    assert story.read_bytes().decode() == OLD
    assert [path.name for path in story.parent.iterdir()] == ["a.txt"]
