"""Stories, names and rules from strangers: nothing of theirs moves the cursor, speaks to a workflow, or stops the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ESCAPE = '"\\e[2Jgone\\r\\n::error file=x::foul"'
FORMS = ["text", "concise", "github"]


def _rule(desk: Path, text: str, name: str = "foul") -> None:
    (desk / "house" / "desk" / f"{name}.yml").write_text(text)


def _harmless(text: str, *, commands: bool = False) -> None:
    assert not any(char < " " and char != "\n" for char in text)
    lines = [line for line in text.splitlines() if line.lstrip().startswith(("::", "##["))]
    assert commands or not lines
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines)


@pytest.mark.parametrize("form", FORMS)
def test_a_message_that_moves_the_cursor_is_no_message(desk, run, form):
    _rule(desk, f'extends: existence\nmessage: {ESCAPE}\ntokens: [grey]\nexamples: {{bad: ["grey\\n^^^^"], good: [b]}}\n')
    (desk / "a.txt").write_text("The grey sky.\n")
    code, out, err = run("check", "a.txt", "-f", form)
    assert (code, err) == (2, f"{desk}/house/desk/foul.yml:2: `message` holds a control character; take it out\n")
    assert "grey" in out


@pytest.mark.parametrize("form", FORMS)
def test_a_message_gives_no_workflow_command(desk, run, form):
    _rule(
        desk,
        'extends: existence\nmessage: "a\\n::error file=x::foul {match}\\n##[error]x"\n'
        'tokens: [sky]\nexamples: {bad: ["sky\\n^^^"], good: [b]}\n',
    )
    (desk / "a.txt").write_text("The sky.\n")
    _, out, err = run("check", "a.txt", "-f", form)
    assert "foul" in out
    _harmless(out, commands=form == "github")
    _harmless(err)


@pytest.mark.parametrize("form", FORMS)
def test_fixes_and_stories_move_no_cursor(desk, run, form):
    _rule(
        desk,
        'extends: substitution\nmessage: "{match} → {fix}"\nswap: {sky: "\\e[2J::error::x"}\n'
        'action: {name: replace}\nexamples: {bad: ["sky\\n^^^"], good: [b]}\n',
    )
    (desk / "a.txt").write_text("The grey\x1b[2J\x07 sky.\n\n::error::x grey\n")
    _, out, _ = run("check", "a.txt", "-f", form)
    assert out.count("grey") >= 2
    _harmless(out, commands=form == "github")


@pytest.mark.skipif(os.name == "nt", reason="there are no such names there")
@pytest.mark.parametrize(
    "name", ["a\nb.txt", "a\x1b[2Jb.txt", "::error file=x::y.txt", "##[error]x.txt", b"half \xff.txt", "a\r.txt", " .txt", "-x.txt"]
)
@pytest.mark.parametrize("form", [*FORMS, "json", "sarif"])
def test_a_name_is_one_line_and_no_command(desk, run, form, name):
    path = os.path.join(os.fsencode(desk), os.fsencode(name))
    with open(path, "w") as file:
        file.write("The grey sky.\n")
    code, out, err = run("check", ".", "-f", form)
    assert (code, err) == (1, "")
    assert "grey" in out
    if form not in ("json", "sarif"):
        _harmless(out, commands=form == "github")
    with open(path, "wb") as binary:
        binary.write(b"\xff")
    code, _, err = run("check", ".", "-f", form)
    assert code == 2
    assert err.count("\n") == 1
    _harmless(err)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders there")
def test_each_that_cannot_be_read_is_one_line_and_the_others_are_checked(desk, run):
    (desk / "a.txt").write_text("The grey sky.\n")
    (desk / "binary.txt").write_bytes(b"\0\1\2" * 100)
    (desk / "half.txt").write_bytes("Café".encode()[:-1])
    (desk / "loop").symlink_to(".")
    (desk / "gone.txt").symlink_to("nowhere")
    (desk / "round.txt").symlink_to("round.txt")
    (desk / "zero.txt").symlink_to("/dev/zero")
    os.mkfifo(desk / "pipe.txt")
    (desk / "folder.txt").mkdir()
    (desk / "z.txt").write_text("A grey day.\n")
    code, out, err = run("check", ".", "-f", "concise")
    assert code == 2
    assert [line.partition(":")[0] for line in out.splitlines() if "grey" in line] == ["a.txt", "z.txt"]
    assert sorted(line.partition(":")[0] for line in err.splitlines()) == ["gone.txt", "half.txt", "pipe.txt", "round.txt", "zero.txt"]


def test_a_story_that_vanishes_in_mid_run_is_one_line(desk, run, monkeypatch):
    from lintnews import files

    for name in ("a.txt", "b.txt", "c.txt"):
        (desk / name).write_text("The grey sky.\n")
    found = list(files.find(["."]))
    (desk / "b.txt").unlink()
    monkeypatch.setattr(files, "find", lambda *_: iter(found))
    code, out, err = run("check", ".", "-f", "concise")
    assert (code, err) == (2, "b.txt: cannot be read: No such file or directory\n")
    assert out.count("grey") == 2
