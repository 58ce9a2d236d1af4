from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

STORY = "Rain over the harbour\n\nThe grey sky was very low on Monday.\n"
CLEAN = "Rain over the harbour\n\nThe gray sky was low on Monday.\n"


def test_an_error_ends_with_one_and_names_its_place(desk, run):
    (desk / "a.txt").write_text(STORY)
    code, out, err = run("check", "a.txt", "--format", "concise")
    assert code == 1
    assert out == "a.txt:3:5: error desk.spelling “grey” should be “gray”\na.txt:3:18: suggestion desk.filler “very” says little\n"
    assert err == ""


def test_a_clean_story_ends_with_nought(desk, run):
    (desk / "a.txt").write_text(CLEAN)
    assert run("check", "a.txt") == (0, "No findings in 1 story\n", "")


def test_an_empty_file_is_a_clean_story(desk, run):
    (desk / "a.txt").write_bytes(b"")
    assert run("check", "a.txt") == (0, "No findings in 1 story\n", "")


def test_suggestions_alone_end_with_nought_unless_fail_on_says_otherwise(desk, run):
    (desk / "a.txt").write_text("Rain\n\nThe sky was very low.\n")
    assert run("check", "a.txt").code == 0
    assert run("check", "a.txt", "--fail-on", "suggestion").code == 1


def test_min_level_hides_what_is_below(desk, run):
    (desk / "a.txt").write_text(STORY)
    out = run("check", "a.txt", "--min-level=error", "-f", "concise").out
    assert "desk.spelling" in out
    assert "desk.filler" not in out


def test_select_takes_packs_and_rules_with_commas_or_again(desk, run):
    (desk / "a.txt").write_text(STORY)
    assert "desk.filler" not in run("check", "a.txt", "--select", "desk.spelling", "-f", "concise").out
    assert run("check", "a.txt", "--select", "desk.spelling,desk.filler", "-f", "concise").out.count("\n") == 2
    assert run("check", "a.txt", "-s", "desk.spelling", "-s", "desk.filler", "-f", "concise").out.count("\n") == 2


def test_ignore_leaves_a_rule_out_of_its_pack(desk, run):
    (desk / "a.txt").write_text(STORY)
    assert "desk.spelling" not in run("check", "a.txt", "--ignore", "desk.spelling", "-f", "concise").out


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--select", "desk.speling"), "--select: there is no rule or pack `desk.speling`; did you mean `desk.spelling`?"),
        (("--ignore", "dsek"), "--ignore: there is no rule or pack `dsek`; did you mean `desk`?"),
        (("--profile", "app"), "--profile: there is no profile `app`; did you mean `ap`?"),
        (("--format", "jsno"), "--format: there is no `jsno`; did you mean `json`?"),
        (("--min-level", "eror"), "--min-level: there is no `eror`; did you mean `error`?"),
        (("--fail-on", "never"), "--fail-on: there is no `never`"),
        (("--date", "3/1/2020"), "--date: `3/1/2020` is no day; write it as YYYY-MM-DD"),
    ],
)
def test_an_unknown_name_ends_with_two_and_the_nearest_known(desk, run, args, words):
    (desk / "a.txt").write_text(STORY)
    code, _, err = run("check", "a.txt", *args)
    assert code == 2
    assert words in err
    assert err.count("\n") == 1


def test_a_path_that_is_not_there_is_an_error_and_the_others_are_checked(desk, run):
    (desk / "a.txt").write_text(STORY)
    code, out, err = run("check", "nowhere.txt", "a.txt", "-f", "concise")
    assert code == 2
    assert err == "nowhere.txt: there is no such file or folder\n"
    assert "a.txt:3:5" in out


def test_text_that_is_not_utf8_is_told_with_byte_line_and_remedy(desk, run):
    (desk / "a.txt").write_bytes("Rain\n\nThe café closed.\n".encode("latin-1"))
    (desk / "b.txt").write_text(STORY)
    code, out, err = run("check", "a.txt", "b.txt", "-f", "concise")
    assert code == 2
    assert err == "a.txt: not UTF-8 at byte 13 (0xe9, line 3); save it as UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8\n"
    assert "b.txt:3:5" in out


def test_utf16_is_named_for_what_it_is(desk, run):
    (desk / "a.txt").write_bytes("Rain".encode("utf-16"))
    code, _, err = run("check", "a.txt")
    assert (code, err.split(";")[0]) == (2, "a.txt: this is UTF-16")


def test_a_binary_file_is_an_error_when_named_and_skipped_in_a_folder(desk, run):
    (desk / "news").mkdir()
    (desk / "news" / "a.txt").write_text(CLEAN)
    (desk / "news" / "b.txt").write_bytes(b"\x89PNG\0\0\0\xff")
    code, _, err = run("check", "news/b.txt")
    assert (code, "a binary file" in err) == (2, True)
    assert run("check", "news") == (0, "No findings in 1 story\n", "")


def test_a_pdf_is_told_what_it_is_good_for(desk, run):
    (desk / "talk.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    assert run("check", "talk.pdf")[::2] == (
        2,
        "talk.pdf: a PDF, of which no story is read; save its text as .txt, or hold a story against it with --source\n",
    )


def test_a_file_of_an_old_word_processor_is_named_for_what_it_is(desk, run):
    (desk / "story.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    code, _, err = run("check", "story.doc")
    assert (code, "save it there as .docx or .odt" in err) == (2, True)


def test_a_file_that_may_not_be_read_is_told(desk, run):
    (desk / "a.txt").write_text(STORY)
    run("check", "a.txt")
    (desk / "a.txt").chmod(0)
    with _as_nobody():
        code, _, err = run("check", "a.txt")
    assert (code, err) == (2, "a.txt: cannot be read: Permission denied\n")


@contextmanager
def _as_nobody():
    """Root may read every file, so root reads it as somebody else."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_folder_without_stories_is_told(desk, run):
    (desk / "empty").mkdir()
    code, out, err = run("check", "empty")
    assert (code, out) == (2, "")
    assert err.startswith("empty: no stories in this folder; looked for .docm, .docx, .eml, .epub, .htm, .html,")


def test_json_is_an_empty_array_when_clean(desk, run):
    (desk / "a.txt").write_text(CLEAN)
    assert json.loads(run("check", "a.txt", "-f", "json").out) == []


@pytest.mark.parametrize(("form", "name"), [("html", "report.html"), ("markdown", "report.md")])
def test_a_report_is_no_story_when_its_folder_is_checked_again(desk, run, form, name):
    (desk / "story.txt").write_text("The grey sky, “grey.\n")
    assert run("check", ".", "-f", form, "-o", name).code == 1
    assert [line.partition(":")[0] for line in run("check", ".", "-f", "concise").out.splitlines()] == ["story.txt"] * 2


def test_the_standard_input_takes_the_name_it_is_given(desk, run):
    html = b"<html><body><h1>Rain</h1><p>The gr&#101;y sky, the grey sky.</p></body></html>"
    out = json.loads(run("check", "-", "--stdin-filename", "web/a.html", "-f", "json", stdin=html).out)
    assert [(f["path"], f["match"]) for f in out if f["rule"] == "desk.spelling"][-1] == ("web/a.html", "grey")


def test_the_standard_input_without_a_name_is_plain_copy(desk, run):
    out = run("check", "-", "-f", "concise", stdin=STORY.encode()).out
    assert out.startswith("stdin:3:5: error")


def test_line_endings_are_kept_as_they_are(desk, run):
    (desk / "a.txt").write_bytes(STORY.replace("\n", "\r\n").encode())
    found = json.loads(run("check", "a.txt", "-f", "json").out)[0]
    assert (found["line"], found["column"], found["start"]) == (3, 5, len("Rain over the harbour\r\n\r\nThe "))


def test_a_file_named_twice_is_checked_once(desk, run):
    (desk / "a.txt").write_text(STORY)
    assert run("check", "a.txt", "./a.txt", str(desk / "a.txt"), "-f", "concise").out.count("desk.spelling") == 1


def test_a_faulty_rule_is_told_and_the_others_run(desk, run):
    (desk / "house" / "desk" / "broken.yml").write_text("extends: existence\nmesage: x\ntokens: [a]\n")
    (desk / "a.txt").write_text(STORY)
    code, out, err = run("check", "a.txt", "-f", "concise")
    assert code == 2
    assert "broken.yml:2: unknown key `mesage`; did you mean `message`?" in err
    assert "desk.spelling" in out


def test_our_fault_is_one_line_and_three(desk, run, monkeypatch):
    from lintnews.linter import Linter

    def breaks(*_: object) -> None:
        raise ZeroDivisionError("a count of nothing")

    monkeypatch.setattr(Linter, "checked", breaks)
    (desk / "a.txt").write_text(STORY)
    code, _, err = run("check", "a.txt")
    assert code == 3
    assert err.count("\n") == 1
    assert "ZeroDivisionError: a count of nothing at test_check_command.py:" in err
    monkeypatch.setenv("LINTNEWS_DEBUG", "1")
    assert "Traceback" in run("check", "a.txt").err


def test_an_interrupted_run_ends_with_130(desk, run, monkeypatch):
    from lintnews.linter import Linter

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Linter, "checked", interrupted)
    (desk / "a.txt").write_text(STORY)
    assert run("check", "a.txt") == (130, "", "")


def test_a_reader_who_leaves_early_sees_no_traceback(desk):
    (desk / "a.txt").write_text("Rain\n\n" + "The grey sky was very low.\n\n" * 5000)
    command = [sys.executable, "-m", "lintnews", "check", "a.txt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_plain_check_imports_none_of_the_slow_ones(desk):
    (desk / "lintnews.yaml").unlink()
    (desk / "a.txt").write_text(CLEAN)
    slow = ("typer", "click", "rich", "pydantic", "yaml", "importlib.metadata", "pathspec", "argparse", "difflib")
    code = (
        "import sys; from lintnews.cli import main; main(['check', 'a.txt']); main(['check', 'a.txt', '--format', 'json']);"
        f"print([name for name in {slow!r} if name in sys.modules])"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(2)]
    assert runs[-1].stdout.splitlines()[-1] == "[]", runs[-1].stderr


def test_stories_under_different_configurations_are_checked_each_by_its_own(desk, run):
    other = desk / "letters"
    other.mkdir()
    (other / "lintnews.yaml").write_text("rules: [../house]\nselect: [desk.filler]\n")
    (other / "b.txt").write_text(STORY)
    (desk / "a.txt").write_text(STORY)
    rules = [(f["path"], f["rule"]) for f in json.loads(run("check", ".", "-f", "json").out)]
    assert rules == [("a.txt", "desk.spelling"), ("a.txt", "desk.filler"), (str(Path("letters", "b.txt")), "desk.filler")]


def test_a_file_that_the_configuration_excludes_is_not_checked(desk, run):
    (desk / "lintnews.yaml").write_text("rules: [house]\nselect: [desk]\nexclude: ['wire/**']\n")
    (desk / "wire").mkdir()
    (desk / "wire" / "a.txt").write_text(STORY)
    code, out, err = run("check", "wire/a.txt")
    assert (code, out) == (0, "")
    assert "nothing was checked" in err


def test_a_faulty_configuration_is_told_once(desk, run):
    (desk / "lintnews.yaml").write_text("profil: ap\n")
    for name in "abc":
        (desk / f"{name}.txt").write_text(STORY)
    code, _, err = run("check", "a.txt", "b.txt", "c.txt")
    assert (code, err) == (2, "lintnews.yaml:1: unknown key `profil`; did you mean `profile`?\n")


def test_config_names_the_file_to_use(desk, run):
    (desk / "other.yaml").write_text("rules: [house]\nselect: [desk.filler]\n")
    (desk / "a.txt").write_text(STORY)
    assert "spelling" not in run("check", "a.txt", "--config", "other.yaml", "-f", "concise").out
    assert run("check", "a.txt", "--config", "none.yaml").err == "none.yaml: cannot be read: No such file or directory\n"


def test_sarif_carries_the_rules_that_ran(desk, run):
    (desk / "a.txt").write_text(STORY)
    driver = json.loads(run("check", "a.txt", "-f", "sarif").out)["runs"][0]["tool"]["driver"]
    rule = next(rule for rule in driver["rules"] if rule["id"] == "desk.spelling")
    assert rule["help"]["text"] == "The desk has always written it so."
    assert (rule["helpUri"], rule["defaultConfiguration"]) == ("https://example.org/style", {"level": "error"})


def test_a_note_in_the_copy_quiets_and_an_unused_one_is_told(desk, run):
    (desk / "a.txt").write_text(STORY.strip() + " <!-- lintnews ignore desk: so said -->\n\nRain. <!-- lintnews ignore-line -->\n")
    out = run("check", "a.txt", "--config", "lintnews.yaml", "-f", "concise").out
    assert "desk." not in out
    (desk / "lintnews.yaml").write_text("rules: [house]\n")
    assert "a.txt:5:7: suggestion lintnews.unused-note this note quiets nothing; take it out" in run("check", "a.txt", "-f", "concise").out
    assert "unused-note" not in run("check", "a.txt", "-f", "concise", "--ignore", "lintnews").out


def test_a_report_that_cannot_be_written_is_told(desk):
    (desk / "a.txt").write_text(STORY)
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "lintnews", "check", "a.txt"], stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (2, "lintnews: the report could not be written: No space left on device\n")
