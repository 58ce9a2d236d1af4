"""A repository with two of Vale's styles, what its files say, and what is found in them."""

from __future__ import annotations

import pytest

INI = """\
StylesPath = styles
MinAlertLevel = suggestion
Vocab = House
[*]
BasedOnStyles = A
A.two = error
[docs/*]
BasedOnStyles = B, Vale
Vale.Spelling = NO
B.one = YES
B.two[ignorecase] = true
[*.foo]
BasedOnStyles =
"""
RULE = "extends: {kind}\nmessage: \"{style} '%s'\"\nlevel: {level}\n"


@pytest.fixture
def styled(tmp_path, monkeypatch):
    """A repository with two styles, a vocabulary and stories; nothing of ours."""
    (tmp_path / ".git").mkdir()
    for style, level in (("A", "warning"), ("B", "suggestion")):
        (tmp_path / "styles" / style).mkdir(parents=True)
        for word in ("one", "two"):
            made = RULE.format(kind="existence", style=style, level=level) + f"tokens: [{word}]\n"
            (tmp_path / "styles" / style / f"{word}.yml").write_text(made)
    words = tmp_path / "styles" / "config" / "vocabularies" / "House"
    words.mkdir(parents=True)
    (words / "accept.txt").write_text("GitHub\n")
    (tmp_path / "docs").mkdir()
    for name in ("a.md", "docs/b.txt", "c.foo", "d.xyz"):
        (tmp_path / name).write_text("one two github Two\n")
    (tmp_path / ".vale.ini").write_text(INI)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LINTNEWS_CACHE", str(tmp_path.parent / "cache"))
    return tmp_path


def lines(out: str) -> list[str]:
    return sorted(line.split(": ", 1)[0] + " " + " ".join(line.split(": ", 1)[1].split()[:2]) for line in out.splitlines())


A = ["a.md:1:1 warning A.one", "a.md:1:5 error A.two"]
B = [
    "docs/b.txt:1:1 suggestion B.one",
    "docs/b.txt:1:16 suggestion B.two",
    "docs/b.txt:1:5 error A.two",
    "docs/b.txt:1:5 suggestion B.two",
    "docs/b.txt:1:9 error Vale.Terms",
]
D = ["d.xyz:1:1 warning A.one", "d.xyz:1:5 error A.two"]
