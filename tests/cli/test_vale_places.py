"""Where a `.vale.ini` may lie, and which files are read under it."""

from __future__ import annotations

import pytest
from vale_desk import INI, A, B, lines


@pytest.mark.parametrize("name", [".vale", "_vale", "vale.ini", "_vale.ini"])
def test_the_file_goes_by_any_of_its_names(styled, run, name):
    (styled / ".vale.ini").rename(styled / name)
    assert lines(run("check", "a.md", "-f", "concise").out) == A


def test_the_file_may_lie_in_a_config_folder(styled, run):
    (styled / ".config").mkdir()
    (styled / ".config" / "vale.ini").write_text(INI.replace("= styles", "= ../styles"))
    (styled / ".vale.ini").unlink()
    assert lines(run("check", "docs", "-f", "concise").out) == sorted(B)


def test_the_file_may_be_named_by_an_option_or_in_the_environment(styled, run, monkeypatch):
    (styled / "ci").mkdir()
    (styled / "ci" / "my.ini").write_text("StylesPath = ../styles\n[*.md]\nA.one = error\n")
    assert lines(run("check", "a.md", "-f", "concise", "--config", "ci/my.ini").out) == ["a.md:1:1 error A.one"]
    monkeypatch.setenv("VALE_CONFIG_PATH", "ci/my.ini")
    assert lines(run("check", "a.md", "-f", "concise").out) == ["a.md:1:1 error A.one"]
    monkeypatch.setenv("VALE_CONFIG_PATH", "nowhere.ini")
    assert "nowhere.ini: cannot be read: No such file or directory" in run("check", "a.md").err


def test_the_search_ends_at_the_root_of_the_repository_and_passes_the_users_file(styled, run, monkeypatch):
    (styled / "inner" / ".git").mkdir(parents=True)
    (styled / "inner" / "a.md").write_text("one two\n")
    monkeypatch.setenv("HOME", str(styled))
    monkeypatch.chdir(styled / "inner")
    assert run("check", "a.md", "-f", "concise").out == ""


def test_a_folder_is_searched_as_vale_does_less_what_git_ignores(styled, run):
    for name in (".github/e.md", "node_modules/f.md", ".git/g.md", "styles/A/README.md", "gone/h.md", "LICENSE"):
        (styled / name).parent.mkdir(exist_ok=True)
        (styled / name).write_text("one\n")
    (styled / "i.bin").write_bytes(b"one\0one")
    (styled / "j.old").write_bytes(b"one caf\xe9")
    (styled / ".gitignore").write_text("gone/\n")
    found = {line.split(":")[0] for line in run("check", "-f", "concise").out.splitlines()}
    assert found == {"a.md", "docs/b.txt", "d.xyz", ".github/e.md", "LICENSE"}


def test_formats_that_are_not_read_are_passed_over_and_told(styled, run):
    for name in ("e.py", "f.py", "g.org"):
        (styled / name).write_text("# one\n")
    code, _, err = run("check", ".")
    assert code == 1
    assert "lintnews: 2 files passed over: source code, of which Vale reads the comments and LintNews nothing\n" in err
    assert "lintnews: 1 file passed over: Org, which LintNews does not read\n" in err
    assert run("check", "e.py") == (
        2,
        "",
        "e.py: cannot be read: source code, of which Vale reads the comments and LintNews nothing; leave it out\n",
    )


def test_a_file_that_no_section_fits_is_excluded(styled, run):
    (styled / ".vale.ini").write_text("StylesPath = styles\n[*.md]\nBasedOnStyles = A\n")
    assert run("check", "docs") == (
        0,
        "",
        "lintnews: nothing was checked: 1 of the files excluded by the configuration\n",
    )
