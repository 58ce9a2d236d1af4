from __future__ import annotations

import json
import subprocess

import pytest

STORY = "Rain over the harbour\n\nThe grey sky was very low on Monday, grey and wet.\n"
FIXED = STORY.replace("grey", "gray")


@pytest.fixture
def safe(desk):
    """The desk, where the fix of the spelling is safe and that of the filler is not."""
    pack = desk / "house" / "desk"
    with open(pack / "spelling.yml", "a") as file:
        file.write("safe: true\n")
    with open(pack / "filler.yml", "a") as file:
        file.write("action: {name: remove}\n")
    (desk / "a.txt").write_text(STORY)
    return desk


def test_a_report_marks_what_fix_would_do_and_ends_with_the_count(safe, run):
    out = run("check", "a.txt").out
    assert "a.txt:3:5 error desk.spelling [*]\n" in out
    assert "a.txt:3:18 suggestion desk.filler\n" in out
    assert out.endswith("\n2 fixable with --fix, 1 more with --unsafe-fixes\n")


def test_without_a_safe_fix_the_last_line_names_the_other_flag(desk, run):
    (desk / "a.txt").write_text(STORY)
    assert run("check", "a.txt").out.endswith("\n2 fixable with --unsafe-fixes\n")


def test_fix_makes_the_safe_fixes_and_reports_what_remains(safe, run):
    code, out, err = run("check", "a.txt", "--fix", "-f", "concise")
    assert (code, out) == (0, "a.txt:3:18: suggestion desk.filler “very” says little\n")
    assert err == "Fixed 2 findings in 1 story: desk.spelling 2\n"
    assert (safe / "a.txt").read_text() == FIXED


def test_a_second_run_has_nothing_to_fix(safe, run):
    run("check", "a.txt", "--fix")
    before = (safe / "a.txt").stat()
    assert run("check", "a.txt", "--fix", "-f", "concise").err == ""
    assert (safe / "a.txt").stat().st_ino == before.st_ino


def test_unsafe_fixes_makes_them_all(safe, run):
    code, out, err = run("check", "a.txt", "--unsafe-fixes")
    assert (code, out) == (0, "No findings in 1 story\n")
    assert err == "Fixed 3 findings in 1 story: desk.spelling 2, desk.filler 1\n"
    assert "was  low" in (safe / "a.txt").read_text()


def test_only_what_is_asked_for_is_fixed(safe, run):
    run("check", "a.txt", "--unsafe-fixes", "--select", "desk.filler")
    assert (safe / "a.txt").read_text() == STORY.replace("very", "")


def test_json_of_a_fixed_run_holds_what_remains(safe, run):
    found = json.loads(run("check", "a.txt", "--fix", "-f", "json").out)
    assert [(f["rule"], f["match"], f["safe"]) for f in found] == [("desk.filler", "very", False)]


def test_byte_order_mark_and_line_ends_are_kept(safe, run):
    (safe / "a.txt").write_bytes(b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode())
    run("check", "a.txt", "--fix")
    assert (safe / "a.txt").read_bytes() == b"\xef\xbb\xbf" + FIXED.replace("\n", "\r\n").encode()


def test_diff_shows_what_would_change_and_writes_nothing(safe, run):
    code, out, err = run("check", "a.txt", "--diff")
    assert code == 1
    assert out == (
        "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n Rain over the harbour\n \n"
        "-The grey sky was very low on Monday, grey and wet.\n+The gray sky was very low on Monday, gray and wet.\n"
    )
    assert err == "Would fix 2 findings in 1 story: desk.spelling 2\n"
    assert (safe / "a.txt").read_text() == STORY


def test_diff_with_nothing_to_fix_ends_with_nought_whatever_was_found(safe, run):
    (safe / "a.txt").write_text("Rain\n\nA very long day.\n")
    assert run("check", "a.txt", "--diff", "--fail-on", "suggestion") == (0, "", "")
    assert run("check", "a.txt", "--diff", "--unsafe-fixes").code == 1
    assert run("check", "a.txt", "--diff", "--unsafe-fixes", "--exit-zero").code == 0


@pytest.mark.parametrize(
    "text", [STORY, STORY.rstrip(), STORY.replace("\n", "\r\n"), "\ufeff" + STORY, STORY.replace("sky", "sky\u2028\x0c")]
)
def test_the_diff_can_be_applied(safe, run, text):
    name = "wire copy.txt"
    (safe / name).write_bytes(text.encode())
    out = run("check", name, "--diff").out
    done = subprocess.run(["git", "apply", "-p0", "-"], input=out.encode(), cwd=safe, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert (safe / name).read_bytes() == text.replace("grey", "gray").encode()


def test_the_standard_input_comes_out_fixed_and_the_report_goes_to_the_other_stream(safe, run):
    code, out, err = run("check", "-", "--fix", "-f", "concise", stdin=STORY.replace("\n", "\r\n").encode())
    assert (code, out) == (0, FIXED.replace("\n", "\r\n"))
    assert err.startswith("stdin:3:18: suggestion desk.filler")
    assert err.endswith("Fixed 2 findings in 1 story: desk.spelling 2\n")


def test_a_standard_input_that_is_excluded_comes_out_as_it_is(safe, run):
    (safe / "lintnews.yaml").write_text("rules: [house]\nselect: [desk]\nexclude: [wire/**]\n")
    assert run("check", "-", "--fix", "--stdin-filename", "wire/a.txt", stdin=STORY.encode()).out == STORY


def test_the_diff_of_the_standard_input_takes_the_name_it_is_given(safe, run):
    out = run("check", "-", "--diff", "--stdin-filename", "news/b.txt", stdin=STORY.encode()).out
    assert out.startswith("--- news/b.txt\n+++ news/b.txt\n")


def test_a_read_only_file_is_one_clear_line_and_the_others_are_fixed(safe, run):
    (safe / "b.txt").write_text(STORY)
    (safe / "a.txt").chmod(0o444)
    code, _, err = run("check", "a.txt", "b.txt", "--fix")
    assert code == 2
    assert err.splitlines()[0] == "a.txt: read-only, so nothing was fixed in it; make it writable, or look at `--diff`"
    assert (safe / "a.txt").read_text() == STORY
    assert (safe / "b.txt").read_text() == FIXED


def test_a_read_only_file_with_nothing_to_fix_is_no_fault(safe, run):
    (safe / "a.txt").write_text(FIXED)
    (safe / "a.txt").chmod(0o444)
    assert run("check", "a.txt", "--fix", "-f", "concise").code == 0


def test_rules_that_undo_each_other_are_told(safe, run):
    text = (safe / "house" / "desk" / "spelling.yml").read_text()
    back = text.replace("grey: gray", "gray: grey").replace("The grey sky", "The gray sky").replace("-> gray", "-> grey")
    (safe / "house" / "desk" / "back.yml").write_text(back.replace("    - The gray sky.", "    - The grey sky."))
    _, _, err = run("check", "a.txt", "--fix", "-f", "concise")
    told = "the fixes of {} were left out: the findings would not go away; put them right by hand"
    assert err.splitlines() == [f"a.txt: {told.format(rule)}" for rule in ("desk.back", "desk.spelling")]
    assert (safe / "a.txt").read_text() == STORY


def test_statistics_count_by_rule_and_fix(safe, run):
    assert run("check", "a.txt", "--statistics") == (
        1,
        "findings  fixable  unsafe  rule\n       2        2       0  desk.spelling\n       1        0       1  desk.filler\n"
        "Found 3 findings (2 errors, 1 suggestion) in 1 story\n2 fixable with --fix, 1 more with --unsafe-fixes\n",
        "",
    )


def test_statistics_as_json_and_in_no_other_form(safe, run):
    rows = json.loads(run("check", "a.txt", "--statistics", "-f", "json").out)
    assert rows[0] == {"findings": 2, "fixable": 2, "unsafe": 0, "rule": "desk.spelling"}
    assert run("check", "a.txt", "--statistics", "-f", "sarif").err.startswith("--statistics: there are none in the form `sarif`")


def test_statistics_of_a_clean_run_say_so(safe, run):
    (safe / "a.txt").write_text("Rain\n")
    assert run("check", "a.txt", "--statistics") == (0, "No findings in 1 story\n", "")


def test_exit_zero_hides_findings_and_no_faults(safe, run):
    assert run("check", "a.txt", "--exit-zero").code == 0
    assert run("check", "a.txt", "none.txt", "--exit-zero").code == 2


def test_the_report_goes_to_a_file_without_colour(safe, run, monkeypatch):
    monkeypatch.setenv("CLICOLOR_FORCE", "")
    code, out, err = run("check", "a.txt", "--output-file", "report.json", "-f", "json")
    assert (code, out, err) == (1, "", "")
    assert len(json.loads((safe / "report.json").read_text())) == 3
    assert run("check", "a.txt", "-o", "no/where").err == "--output-file: no/where cannot be written: No such file or directory\n"
