"""The doors to Vale's styles: a repository with only a `.vale.ini`, and one with both."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from vale_desk import INI, RULE, A, B, D, lines

from lintnews.config import Configs
from lintnews.linter import Linter
from lintnews.model import Source


def test_with_a_vale_ini_alone_its_styles_run_and_nothing_else(styled, run):
    code, out, err = run("check", "-f", "concise")
    assert (code, lines(out), err) == (1, sorted([*A, *B, *D]), "")


def test_what_is_asked_of_a_run_counts_for_the_rules_of_styles(styled, run):
    def found(*args: str) -> list[str]:
        return lines(run("check", "-f", "concise", *args).out)

    assert found("--select", "A.one") == [A[0], D[0]]
    assert found("--ignore", "A", "--ignore", "Vale") == sorted([B[0], B[1], B[3]])
    assert found("--min-level", "error") == sorted([A[1], B[2], B[4], D[1]])
    assert run("check", "a.md", "--select", "A.one").code == 0
    assert run("check", "a.md", "--select", "A.one", "--fail-on", "warning").code == 1
    assert [row["rule"] for row in json.loads(run("check", "--statistics", "-f", "json").out)] == [
        "A.two",
        "A.one",
        "B.two",
        "B.one",
        "Vale.Terms",
    ]


def test_a_least_level_below_that_of_the_file_shows_more(styled, run):
    (styled / ".vale.ini").write_text(INI.replace("= suggestion", "= error"))
    assert lines(run("check", "a.md", "-f", "concise").out) == [A[1]]
    assert lines(run("check", "a.md", "-f", "concise", "--min-level", "warning").out) == A


def test_a_rule_that_is_off_runs_when_its_own_name_is_selected(styled, run):
    (styled / ".vale.ini").write_text(INI.replace("A.two = error", "A.two = NO"))
    assert lines(run("check", "a.md", "-f", "concise", "--select", "A").out) == [A[0]]
    assert lines(run("check", "a.md", "-f", "concise", "--select", "A.two").out) == ["a.md:1:5 warning A.two"]


def test_an_unknown_name_is_told_with_the_nearest(styled, run):
    assert run("check", "a.md", "--select", "A.onne") == (2, "", "--select: there is no rule or pack `A.onne`; did you mean `A.one`?\n")
    assert run("explain", "B.twoo") == (2, "", "there is no rule or pack `B.twoo`; did you mean `B.two`?\n")


def test_a_style_of_other_files_may_be_named(styled, run):
    assert run("check", "a.md", "--ignore", "B", "-f", "concise").err == ""


def test_the_rules_of_styles_are_listed_explained_and_tested(styled, run):
    with (styled / "styles" / "A" / "two.yml").open("a") as file:
        file.write("examples:\n  bad:\n    - |\n      A two.\n        ^^^\n  good:\n    - A three.\n")
    rows = {line.split()[0]: line.split()[1:4] for line in run("rules").out.splitlines()}
    assert rows["A.two"] == ["error", "existence", "on"]
    assert rows["Vale.Spelling"] == ["error", "spelling", "off"]
    assert set(rows) == {"A.one", "A.two", "B.one", "B.two", "Vale.Terms", "Vale.Repetition", "Vale.Spelling"}
    told = run("explain", "A.two").out
    for words in ("A.two  error  existence  on", "It finds:", "<!-- vale A.two = NO -->", "styles/A/two.yml"):
        assert words in told
    assert run("test", "A").out.splitlines()[-1] == "2 rules, 2 examples: all as marked"
    (styled / "styles" / "A" / "two.yml").write_text((styled / "styles" / "A" / "two.yml").read_text().replace("A three.", "A two."))
    assert run("test", "A.two").code == 1


def test_fixes_of_styles_are_made_when_all_are(styled, run):
    assert run("check", "docs", "--fix").code == 1
    assert (styled / "docs" / "b.txt").read_text() == "one two github Two\n"
    assert "+one two GitHub Two" in run("check", "docs", "--diff", "--unsafe-fixes").out
    run("check", "docs", "--unsafe-fixes")
    assert (styled / "docs" / "b.txt").read_text() == "one two GitHub Two\n"


def test_a_note_quiets_the_rules_of_styles(styled, run):
    (styled / "a.md").write_text("<!-- lintnews ignore A.one: a quotation -->\none two\n")
    assert lines(run("check", "a.md", "-f", "concise").out) == ["a.md:2:5 error A.two"]
    (styled / "a.md").write_text("<!-- vale A.one = NO -->\n\none two\n")
    assert lines(run("check", "a.md", "-f", "concise").out) == ["a.md:3:5 error A.two"]


def test_a_bad_rule_is_told_by_line_and_the_rest_runs(styled, run):
    (styled / "styles" / "A" / "bad.yml").write_text("extends: existence\nmessage: m\ntokenz: [a]\n")
    code, out, err = run("check", "a.md", "-f", "concise")
    assert (code, lines(out)) == (2, A)
    assert err.startswith(f"{styled}/styles/A/bad.yml:3: unknown key `tokenz`; did you mean `tokens`?")


def test_strict_checks_nothing_when_anything_is_faulty_or_asked_in_vain(styled, run):
    assert run("check", "a.md", "--strict", "-f", "concise").code == 1
    (styled / ".vale.ini").write_text(INI.replace("A.two = error", "A.twoo = error"))
    told = ".vale.ini:6: there is no rule `A.twoo`; did you mean `A.two`?\n"
    assert run("check", "a.md", "--strict") == (2, "", told)
    lax = run("check", "a.md", "-f", "concise")
    assert (lax.code, lax.err) == (0, told)
    (styled / ".vale.ini").write_text(INI)
    (styled / "styles" / "A" / "bad.yml").write_text("extends: existence\nmessage: m\ntokens: ['(']\n")
    code, out, err = run("check", "a.md", "--strict")
    assert (code, out) == (2, "")
    assert "bad.yml:3: bad pattern" in err


def test_a_faulty_vale_ini_is_told_once(styled, run):
    (styled / ".vale.ini").write_text(INI.replace("MinAlertLevel = suggestion", "MinAlertLevel = all"))
    told = ".vale.ini:2: `MinAlertLevel` must be one of suggestion, warning, error, not `all`\n"
    assert run("check") == (2, "", told) or run("check").err == told


def test_a_lintnews_yaml_runs_both(styled, run):
    (styled / "house" / "desk").mkdir(parents=True)
    rule = RULE.format(kind="existence", style="desk", level="error").replace("%s", "{match}")
    (styled / "house" / "desk" / "three.yml").write_text(rule + 'tokens: [two]\nexamples:\n  bad: ["two\\n^^^"]\n  good: [one]\n')
    (styled / "lintnews.yaml").write_text("rules: [house]\nvale: .vale.ini\n")
    (styled / "a.md").write_text("# Two\n\nThe one two.\n")
    found = lines(run("check", "a.md", "-f", "concise", "--select", "desk,A").out)
    assert found == ["a.md:3:5 warning A.one", "a.md:3:9 error A.two", "a.md:3:9 error desk.three"]
    (styled / "lintnews.yaml").write_text("rules: [house]\nselect: [desk.three]\n")
    assert lines(run("check", "a.md", "-f", "concise").out) == ["a.md:3:9 error desk.three"]


def test_a_note_that_quiets_only_a_style_is_no_idle_one(styled, run):
    (styled / "lintnews.yaml").write_text("vale: .vale.ini\nignore: [copy, spelling]\n")
    (styled / "a.md").write_text("# A\n\n<!-- lintnews ignore A.one: so said -->\nThe one.\n")
    assert run("check", "a.md", "-f", "concise").out == ""


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ("vale: nowhere.ini\n", "lintnews.yaml:1: there is no file `nowhere.ini`"),
        ("\nvale: ../out.ini\n", "lintnews.yaml:2: `../out.ini` leads out of the repository"),
        ("vale: [a]\n", "lintnews.yaml:1: `vale` holds `key: value` lines"),
        ("vale:\n  styles-path: nowhere\n", "lintnews.yaml:2: there is no folder of styles `nowhere`"),
        ("vale:\n  min-level: all\n", "lintnews.yaml:2: `min-level` must be one of suggestion, warning, error, not `all`"),
        ("vale:\n  style: A\n", "lintnews.yaml:2: unknown key `style`; did you mean `styles-path`?"),
        ("vale:\n  files:\n    '*':\n      style: A\n", "lintnews.yaml:4: unknown key `style`; did you mean `styles`?"),
        ("vale:\n  files:\n    '*.{md':\n      styles: A\n", "lintnews.yaml:3: bad glob `*.{md`"),
        ("vale:\n  files:\n    '*':\n      styles: ../A\n", "lintnews.yaml:4: `styles` must name folders of styles, not `../A`"),
        ("vale:\n  vocabularies: [{a: b}]\n", "lintnews.yaml:2: `vocabularies` must be a text or a list of texts"),
        ("vale:\n  word-template: [a, b]\n", "lintnews.yaml:2: `word-template` must be one text"),
        ("vale:\n  files:\n    '*':\n      options:\n        A.one: {level: error}\n", "lintnews.yaml:5: set a level with `A.one = error`"),
        ("packs: perhaps\n", "lintnews.yaml:1: `packs` must be true or false, not `perhaps`"),
        ("files:\n  '*.md':\n    vale: .vale.ini\n", "lintnews.yaml:3: unknown key `vale`"),
    ],
)
def test_a_fault_in_the_section_of_vale_is_told_by_line(styled, run, config, words):
    (styled.parent / "out.ini").write_text("")
    (styled / "lintnews.yaml").write_text(config)
    code, out, err = run("check", "a.md")
    assert (code, out) == (2, "")
    assert err.startswith(words)


def test_what_a_rule_is_told_may_be_written_as_yaml_does(styled, run):
    keys = "      styles: A\n      rules: {A.one: false, A.two: unset, B.one: yes}\n"
    (styled / "lintnews.yaml").write_text("packs: false\nvale:\n  styles-path: styles\n  files:\n    '*':\n" + keys)
    assert lines(run("check", "a.md", "-f", "concise").out) == ["a.md:1:1 suggestion B.one", "a.md:1:5 warning A.two"]


def test_names_and_facts_are_not_vales_business(styled, run):
    (styled / ".vale.ini").write_text("StylesPath = styles\n[*.foo]\nBasedOnStyles = A\n")
    assert run("names", "a.md").code == 0


def test_results_of_an_earlier_run_count_until_a_style_changes(styled, run):
    first = run("check", "-f", "json")
    assert run("check", "-f", "json") == first
    rule = styled / "styles" / "A" / "one.yml"
    rule.write_text(rule.read_text().replace("A '%s'", "Another '%s'"))
    assert "Another 'one'" in run("check", "-f", "json").out
    (styled / "styles" / "config" / "vocabularies" / "House" / "accept.txt").write_text("GITHUB\n")
    assert "Use 'GITHUB' instead of 'github'." in run("check", "docs", "-f", "json").out
    (styled / "d.xyz").write_text("`one`\n")
    assert "d.xyz" in run("check", "-f", "json").out
    (styled / ".vale.ini").write_text(INI.replace("[*.foo]", "[formats]\nd.xyz = md\n[*.foo]"))
    assert "d.xyz" not in run("check", "-f", "json").out


def test_a_linter_may_be_asked_for_styles_in_code(styled):
    settings = Configs().settings("a.md")
    report = Linter(settings).check(Source("a.md", Path("a.md").read_text()))
    assert [finding.rule for finding in report.findings] == ["A.one", "A.two"]
