"""What Vale 3.22 does with these globs and paths, seen by running it."""

from __future__ import annotations

import pytest

from lintnews.model import LintNewsError
from lintnews.vale.globs import Glob

PATHS = ("a.md", "b.md", "Z.md", "docs/a.md", "docs/x/a.md", "docs/b.txt", "ab.md", "^.md", "a,b.md", "{a}.md", "a*.md", ".md", "A.MD")


@pytest.mark.parametrize(
    ("glob", "fitting"),
    [
        ("docs/*.md", "docs/a.md docs/x/a.md"),
        ("docs/*", "docs/a.md docs/x/a.md docs/b.txt"),
        ("*/*.md", "docs/a.md docs/x/a.md"),
        ("*/*/*.md", "docs/x/a.md"),
        ("docs/**/*.md", "docs/a.md docs/x/a.md"),
        ("docs/**.md", "docs/a.md"),
        ("**a.md", "a.md"),
        ("**/a.md", "a.md docs/a.md docs/x/a.md"),
        ("**/**/a.md", "a.md docs/a.md docs/x/a.md"),
        ("**/x/**", "docs/x/a.md"),
        ("docs/***/a.md", "docs/x/a.md"),
        ("docs", ""),
        ("docs/", ""),
        ("./docs/*", ""),
        ("docs//a.md", ""),
        ("{a,docs/b}.*", "a.md docs/b.txt"),
        ("{docs/{a,b}.*,z}", "docs/a.md docs/b.txt"),
        ("{**/a,Z}.md", "a.md Z.md docs/a.md docs/x/a.md"),
        ("docs/{x/**,a}*", "docs/a.md docs/x/a.md"),
        ("{a,}.md", "a.md .md"),
        ("a,b.md", "a,b.md"),
        (r"\{a\}.md", "{a}.md"),
        (r"a\*.md", "a*.md"),
        ("?.md", "a.md b.md Z.md ^.md"),
        ("[ab].md", "a.md b.md"),
        ("[!ab].md", "Z.md ^.md"),
        ("[a-b].md", "a.md b.md"),
        ("[^a].md", "a.md ^.md"),
        ("**/[^a].md", "b.md Z.md ^.md"),
        ("*.MD", "A.MD"),
        ("", ""),
    ],
)
def test_a_glob_fits_the_paths_that_it_fits_in_vale(glob, fitting):
    assert {path for path in PATHS if Glob(glob).fits(path)} == set(fitting.split())


@pytest.mark.parametrize("glob", ["*.md", "{a,docs/b}.*", "docs/**", ""])
def test_a_leading_mark_turns_a_glob_round(glob):
    assert all(Glob(f"!{glob}").fits(path) is not Glob(glob).fits(path) for path in PATHS)
    assert all(Glob(f"!!{glob}").fits(path) is Glob(f"!{glob}").fits(path) for path in PATHS)


@pytest.mark.parametrize(
    ("glob", "words"),
    [
        ("*.{md", "a `{` is not closed"),
        ("*[.md", "a `[` is not closed"),
        ("[]", "a `[` is not closed, or holds nothing"),
        ("a}", "a `}` closes nothing"),
        ("a\\", "a backslash ends it"),
        ("[z-a].md", "a range from high to low"),
        ("{a,b}" * 20, "stands for more than 1000 others"),
        ("*" * 3000, "more than 2000 characters"),
    ],
)
def test_a_bad_glob_is_told(glob, words):
    with pytest.raises(LintNewsError) as error:
        Glob(glob)
    assert words in str(error.value)


def test_a_glob_full_of_stars_is_held_against_a_long_path_at_once():
    assert not Glob("*a" * 200 + "b").fits("a" * 4000)
    assert not Glob("**/" * 100 + "*a" * 200 + "b").fits("a/" * 1000 + "a" * 250)
