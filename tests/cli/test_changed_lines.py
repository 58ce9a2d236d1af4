"""`--diff-base` on repositories made with git itself."""

from __future__ import annotations

import subprocess

import pytest

STORY = "Rain over the harbour\n\nThe teh sky was low.\n\nA boat came in.\n\nThe teh flag was down.\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder in which one built-in rule runs, so that no packs are compiled for it."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "lintnews.yaml").write_text("select: [spelling.well-known-slip]\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def git(desk):
    """Run git in the desk, which becomes a repository with one story in one commit."""
    (desk / ".git").rmdir()

    def answer(*command: str) -> None:
        settings = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *settings, *command], cwd=desk, check=True, capture_output=True)

    answer("init", "-q", "-b", "main")
    (desk / "a.txt").write_text(STORY)
    answer("add", "-A")
    answer("commit", "-q", "-m", "First")
    return answer


def concise(run, *args):
    out = run("check", "-f", "concise", *args)
    return [line.split(": ")[0] for line in out.out.splitlines()], out


def test_without_a_change_there_is_nothing_to_check(git, run):
    told, out = concise(run, "--diff-base", "HEAD")
    assert (told, out.code) == ([], 0)
    assert out.err == "lintnews: nothing was checked: nothing has changed since HEAD\n"


def test_only_changed_lines_are_told(git, desk, run):
    (desk / "a.txt").write_text(STORY.replace("flag was", "flag, torn, was"))
    assert concise(run, "--diff-base", "HEAD")[0] == ["a.txt:7:5"]


def test_staged_and_committed_changes_count_and_new_files_are_new_in_every_line(git, desk, run):
    git("switch", "-q", "-c", "work")
    (desk / "a.txt").write_text(STORY.replace("sky was", "sky, again, was"))
    git("commit", "-q", "-am", "Second")
    (desk / "b ü\t.txt").write_text(STORY)
    git("add", "-A")
    (desk / "c.txt").write_text("A teh headline\n")
    assert concise(run, "--diff-base", "main")[0] == ["a.txt:3:5", "b ü .txt:3:5", "b ü .txt:7:5", "c.txt:1:3"]


def test_what_the_base_branch_did_meanwhile_is_not_ours(git, desk, run):
    git("switch", "-q", "-c", "work")
    (desk / "b.txt").write_text("A teh headline\n")
    git("add", "-A")
    git("commit", "-q", "-m", "Ours")
    git("switch", "-q", "main")
    (desk / "a.txt").write_text(STORY.replace("sky was", "sky, again, was"))
    git("commit", "-q", "-am", "Theirs")
    git("switch", "-q", "work")
    assert concise(run, "--diff-base", "main")[0] == ["b.txt:1:3"]


def test_a_renamed_story_is_told_for_what_was_edited(git, desk, run):
    git("mv", "a.txt", "b.txt")
    (desk / "b.txt").write_text(STORY.replace("flag was", "flag, torn, was"))
    assert concise(run, "--diff-base", "HEAD")[0] == ["b.txt:7:5"]


def test_a_contradiction_is_told_when_its_other_side_has_changed(git, desk, run):
    story = "The harbour\n\nIt is 3 p.m. and Ann Petrovsky is here.\n\nIt rained.\n\nAnn Petrovski and Ann Petrovski spoke.\n"
    (desk / "lintnews.yaml").write_text("select: [names]\n")
    (desk / "a.txt").write_text(story)
    git("commit", "-q", "-am", "Second")
    (desk / "a.txt").write_text(story.replace("Petrovski and", "Petrovski, who slept, and"))
    told, _ = concise(run, "--diff-base", "HEAD", "--min-level", "suggestion")
    assert told == ["a.txt:3:22"]


def test_only_changed_lines_are_fixed(git, desk, run):
    (desk / "a.txt").write_text(STORY.replace("flag was", "flag, torn, was").replace("\n", "\r\n"))
    (desk / ".gitattributes").write_text("*.txt text\n")
    out = run("check", "--fix", "--diff-base", "HEAD", "a.txt")
    assert out.err == "Fixed 1 finding in 1 story: spelling.well-known-slip 1\n"
    assert (desk / "a.txt").read_bytes().count(b"teh") == 1


def test_before_the_first_commit_everything_is_new(desk, run):
    (desk / ".git").rmdir()
    (desk / "a.txt").write_text(STORY)
    subprocess.run(["git", "init", "-q"], cwd=desk, check=True)
    subprocess.run(["git", "add", "a.txt"], cwd=desk, check=True)
    assert concise(run, "--diff-base", "HEAD")[0] == ["a.txt:3:5", "a.txt:7:5"]


@pytest.mark.parametrize(
    ("revision", "words"),
    [
        ("nowhere", "--diff-base: git knows no `nowhere` here; fetch it first"),
        ("--output=x", "--diff-base: `--output=x` is no revision; name a branch"),
        ("", "--diff-base: `` is no revision; name a branch"),
    ],
)
def test_a_revision_that_is_none_is_told(git, desk, run, revision, words):
    out = run("check", f"--diff-base={revision}", "a.txt")
    assert out.code == 2
    assert out.err.startswith(words)
    assert not (desk / "x").exists()


def test_without_a_repository_git_is_quoted(desk, run):
    (desk / ".git").rmdir()
    (desk / "a.txt").write_text(STORY)
    out = run("check", "--diff-base", "HEAD", "a.txt")
    assert out.code == 2
    assert "not a git repository" in out.err


def test_the_standard_input_has_no_history(git, run):
    assert run("check", "--diff-base", "HEAD", "-", stdin=b"x").err.startswith("--diff-base: the standard input has no history")
