from __future__ import annotations

import pytest

from lintnews.version import __version__


@pytest.mark.parametrize("args", [("version",), ("--version",)])
def test_the_version_is_told(run, args):
    assert run(*args) == (0, f"lintnews {__version__}\n", "")


def test_help_names_every_command(run):
    out = run("--help").out
    for command in ("check", "rules", "explain", "test", "try", "new", "version"):
        assert f"  {command} " in out


@pytest.mark.parametrize("group", [(), ("archive",), ("facts",), ("vocab",), ("languagetool",)])
def test_the_help_says_of_each_command_a_whole_sentence(run, group):
    commands = run(*group, "--help").out.partition("Commands:")[2]
    assert commands.count("\n") > 3
    assert "..." not in commands


@pytest.mark.parametrize("args", [("chek", "a.txt"), ("check", "--selec", "x")])
def test_a_wrong_argument_ends_with_two_and_the_nearest(desk, run, args):
    code, _, err = run(*args)
    assert code == 2
    assert "check" in err
    assert "Traceback" not in err


def test_rules_lists_what_is_on_and_what_is_off(desk, run):
    rows = {row.split()[0]: row.split()[1:4] for row in run("rules").out.splitlines()}
    assert rows["desk.spelling"] == ["error", "substitution", "on"]
    assert rows["names.near-miss"][2] == "off"
    assert list(rows) == sorted(rows)


def test_rules_of_one_pack(desk, run):
    assert [row.split()[0] for row in run("rules", "desk").out.splitlines()] == ["desk.filler", "desk.spelling"]


def test_explain_tells_why_with_examples_options_and_how_to_quiet_it(desk, run):
    code, out, _ = run("explain", "desk.spelling")
    assert code == 0
    for words in (
        "The desk has always written it so.",
        "    The grey sky.\n        ^^^^ -> gray",
        "option swap",
        "https://example.org/style",
        "house/desk/spelling.yml",
        "<!-- lintnews ignore desk.spelling: the reason -->",
    ):
        assert words in out


def test_explain_tells_the_options_of_a_rule_whose_compiled_form_is_kept(desk, run):
    assert run("explain", "desk.filler").code == 0
    code, out, err = run("explain", "desk.filler")
    assert (code, err) == (0, "")
    assert "option tokens" in out


def test_explain_of_an_unknown_rule_names_the_nearest(desk, run):
    assert run("explain", "desk.speling") == (2, "", "there is no rule or pack `desk.speling`; did you mean `desk.spelling`?\n")
    assert run("explain").code == 2


def test_the_examples_of_a_rule_are_run_by_name(desk, run):
    assert run("test", "desk.spelling") == (0, "pass desk.spelling  2 examples\n1 rule, 2 examples: all as marked\n", "")


@pytest.mark.parametrize("path", ["house/desk/spelling.yml", "house/desk", "house"])
def test_the_examples_of_ones_own_rules_are_run_by_path(desk, run, path):
    code, out, _ = run("test", path)
    assert code == 0
    assert "pass desk.spelling  2 examples" in out


def test_an_example_that_fails_is_told_with_its_place_and_what_is_wrong(desk, run):
    path = desk / "house" / "desk" / "spelling.yml"
    path.write_text(path.read_text().replace("-> gray", "-> pale").replace("The gray sky.", "The grey sea."))
    code, out, _ = run("test", "house/desk/spelling.yml")
    assert code == 1
    assert "FAIL desk.spelling  house/desk/spelling.yml:12 (bad)" in out
    assert "  | The grey sky.\n  |     ^^^^ -> pale\n" in out
    assert "1:5 “grey” should have the fix “pale”, and has “gray”" in out
    assert "FAIL desk.spelling  house/desk/spelling.yml:16 (good)" in out
    assert "was found and is not marked" in out
    assert out.endswith("1 rule, 2 examples: 2 failed\n")


def test_a_faulty_rule_file_is_told_by_line(desk, run):
    (desk / "house" / "desk" / "bad.yml").write_text("extends: existense\nmessage: x\n")
    code, _, err = run("test", "house/desk/bad.yml")
    assert (code, err) == (2, "house/desk/bad.yml:1: `extends` must name a kind of check; did you mean `existence`?\n")


def test_a_rule_path_that_is_not_there_is_told(desk, run):
    assert run("test", "house/none.yml").err == "house/none.yml: there is no such rule file or folder\n"
