from __future__ import annotations

import os
from pathlib import Path

import pytest

from lintnews import files
from lintnews.model import LintNewsError


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _make(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("Rain.\n")


def _found(*paths: str) -> list[str]:
    return [str(found).replace(os.sep, "/") for found in files.find(paths)]


def test_a_folder_is_searched_for_stories_in_order(root):
    _make(
        root, "news/b.md", "news/a.txt", "news/deep/c.HTML", "news/code.py", "news/.hidden.txt", "news/.git/x.txt", "news/node_modules/y.md"
    )
    assert _found("news") == ["news/a.txt", "news/b.md", "news/deep/c.HTML"]


def test_the_folder_one_is_in_is_left_out_of_the_names(root):
    _make(root, "a.txt", "b/c.txt")
    assert _found(".") == ["a.txt", "b/c.txt"]
    assert _found("./b") == ["b/c.txt"]


def test_a_named_file_is_taken_whatever_its_ending(root):
    _make(root, "NOTES")
    assert _found("NOTES") == ["NOTES"]


def test_a_glob_is_taken_as_one(root):
    _make(root, "a/1.txt", "a/b/2.txt", "a/b/3.md")
    assert _found("a/**/*.txt") == ["a/1.txt", "a/b/2.txt"]
    assert _found("z/*.txt") == ["z/*.txt: no file fits this pattern"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(root):
    _make(root, "a[1].txt", "a1.txt")
    assert _found("a[1].txt") == ["a[1].txt"]


def test_what_git_ignores_is_left_out_of_folders(root):
    (root / ".git").mkdir()
    _make(root, "a.txt", "draft.txt", "keep/draft.txt", "wire/x.txt", "deep/wire/y.txt", "deep/local.txt")
    (root / ".gitignore").write_text("draft.txt\n!keep/draft.txt\n/wire/\n")
    (root / "deep" / ".gitignore").write_text("local.txt\n")
    assert _found(".") == ["a.txt", "deep/wire/y.txt", "keep/draft.txt"]
    assert _found("deep") == ["deep/wire/y.txt"]
    assert _found("draft.txt") == ["draft.txt"]


def test_a_gitignore_above_the_folder_holds_up_to_the_root_of_the_repository(root):
    (root / ".gitignore").write_text("*.txt\n")
    _make(root, "repo/news/a.txt", "repo/news/b.md")
    assert _found("repo/news") == ["repo/news/a.txt", "repo/news/b.md"]
    (root / "repo" / ".git").mkdir()
    (root / "repo" / ".gitignore").write_text("b.md\n")
    assert _found("repo/news") == ["repo/news/a.txt"]


def test_what_the_repository_excludes_for_itself_is_left_out(root):
    _make(root, "a.txt", "b.txt", ".git/info/exclude")
    (root / ".git" / "info" / "exclude").write_text("b.txt\n")
    assert _found(".") == ["a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_followed_to_files_and_not_in_circles(root):
    _make(root, "news/a.txt")
    (root / "news" / "again").symlink_to(root / "news")
    (root / "news" / "gone.txt").symlink_to(root / "nowhere")
    assert _found("news")[0] == "news/a.txt"
    with pytest.raises(LintNewsError, match=r"gone\.txt: cannot be read: No such file"):
        files.read("news/gone.txt")


def test_the_text_is_exactly_what_the_file_holds(root):
    (root / "a.txt").write_bytes("\ufeffOne\r\ntwo\rthree\n😀".encode())
    assert files.read("a.txt").text == "\ufeffOne\r\ntwo\rthree\n😀"


def test_a_large_file_is_read_whole(root):
    (root / "a.txt").write_text("A word. " * 1_000_000)
    assert len(files.read("a.txt").text) == 8_000_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders there")
def test_what_never_ends_is_told_and_passed_over_in_a_search(root):
    _make(root, "news/a.txt")
    os.mkfifo(root / "news" / "pipe.txt")
    (root / "news" / "zero.md").symlink_to("/dev/zero")
    os.mkfifo(root / "news" / "pipe.other")
    passed = "not a plain file, so it was passed over; name it to have it read"
    assert _found("news") == ["news/a.txt", f"news/pipe.txt: {passed}", f"news/zero.md: {passed}"]


def test_a_story_without_end_is_cut_off(root, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 1_000_000)
    _make(root, "a.txt")
    (root / "a.txt").write_text("x" * 1_000_001)
    with pytest.raises(LintNewsError, match=r"a\.txt: larger than 1 MB; split it"):
        files.read("a.txt")
