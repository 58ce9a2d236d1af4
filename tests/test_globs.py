from __future__ import annotations

import os
from pathlib import Path

import pytest

from lintnews import globs
from lintnews.files.ignored import Ignored
from lintnews.model import LintNewsError

BAD = ["*a*a*a*b", "a**a**b", "**/a/**/b/**", "[z-a]", "a" * 1001]


@pytest.mark.parametrize("glob", BAD)
def test_a_glob_that_takes_for_ever_or_means_nothing_is_refused_by_name(glob: str) -> None:
    with pytest.raises(LintNewsError, match=r"^the glob `.{1,60}` (has more than|cannot be read)") as error:
        globs.spec(["*.txt", glob])
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("glob", ["*.txt", "**/*.md", "/wire/**/*.txt", "!keep.txt", "# b", "", "a\\ b", "[!a-c]*", "???", "*.py[cod]"])
def test_honest_globs_are_taken(glob: str) -> None:
    globs.spec([glob])


def test_what_git_reads_over_is_read_over() -> None:
    made = globs.sound(["*.log", *BAD])
    assert made.match_file("a.log")
    assert not made.match_file("a.txt")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("target", ["/dev/zero", "/", ".gitignore", "nowhere"])
def test_a_gitignore_that_never_ends_is_as_none(tmp_path: Path, target: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").symlink_to(target)
    ignored = Ignored.above(str(tmp_path / "news"))
    ignored.enter(str(tmp_path))
    assert not ignored.has(str(tmp_path / "news" / "a.txt"))
