from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from lintnews import checks, rule_file, term_lists, trial, yaml_file
from lintnews.cli import new
from lintnews.linter import Linter

KINDS = [kind for kind in checks.kinds() if kind != "external"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_rule_of_every_kind_loads_and_its_examples_pass(kind: str, linter: Linter) -> None:
    rule = rule_file.read(new.text("house.mine", kind), "house/mine.yml", "house.mine")
    assert rule.kind == kind
    if kind == "languagetool":  # its examples need a server: tests/checks/test_languagetool.py
        assert rule.examples
        return
    assert [failure for example in rule.examples for failure in trial.failures(rule, example, linter.packs.facts)] == []


def test_a_kind_that_no_rule_can_be_of_is_refused(desk, run):
    code, _, err = run("new", "house.mine", "--kind", "external")
    assert (code, err) == (2, "--kind: no rule can be of the kind `external`; see docs/checks/external.md\n")


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_rule_explains_every_key_and_option(kind: str) -> None:
    text = new.text("house.mine", kind)
    options = [field.name for field in dataclasses.fields(checks.kind(kind))]
    keys = [key for key in rule_file._RULE_KEYS if key != "terms" or kind in term_lists.FILLS]
    for key in (*keys, *options):
        assert f"\n{key}:" in text or f"\n# {key}:" in text, key


def test_a_new_rule_is_written_where_the_configuration_has_its_rules(desk, run):
    code, out, err = run("new", "house.cliche")
    assert (code, err) == (0, "")
    assert out == (
        "Wrote house/house/cliche.yml. Fill it in, then:\n  lintnews test house/house/cliche.yml\n"
        "  lintnews try house/house/cliche.yml STORIES\n"
    )
    assert run("test", "house/house/cliche.yml").code == 0
    assert run("test", "house.cliche").code == 0


def test_a_folder_that_no_run_reads_is_told(desk, run):
    out = run("new", "house.cliche", "--folder", "drafts", "--kind", "near-miss").out
    assert "No run here reads it yet: name its folder of packs under `rules` in lintnews.yaml.\n" in out
    assert run("test", "drafts").out.endswith("all as marked\n")


def test_without_a_folder_of_ones_own_it_is_rules(desk, run):
    (desk / "lintnews.yaml").unlink()
    run("new", "house.sub.cliche")
    assert (desk / "rules" / "house" / "sub" / "cliche.yml").is_file()


def test_a_file_that_is_there_is_never_overwritten(desk, run):
    path = desk / "drafts" / "house" / "cliche.yml"
    path.parent.mkdir(parents=True)
    path.write_text("mine\n")
    code, _, err = run("new", "house.cliche", "--folder", "drafts")
    assert (code, err) == (2, f"{Path('drafts', 'house', 'cliche.yml')}: there already; choose another name, or delete it first\n")
    assert path.read_text() == "mine\n"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "new: name one rule as PACK.RULE"),
        (("a.b", "c.d"), "new: name one rule as PACK.RULE"),
        (("cliche",), "new: `cliche` is no name of a rule; write PACK.RULE"),
        (("../up.rule",), "new: `../up.rule` is no name of a rule"),
        (("house.facts.rule",), "new: `facts` cannot be part of a rule's name"),
        (("profiles.ap",), "new: `profiles` cannot be part of a rule's name"),
        (("desk.spelling",), "new: the rule `desk.spelling` already stands in house/desk/spelling.yml"),
        (("house.x", "--kind", "existense"), "--kind: there is no kind `existense`; did you mean `existence`?"),
    ],
)
def test_what_cannot_be_written_ends_with_two_and_a_line(desk, run, args, words):
    code, out, err = run("new", *args)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(words)


def test_the_templates_are_of_kinds_that_there_are() -> None:
    for path in new._TEMPLATES.iterdir():
        assert yaml_file.load(path.read_text(encoding="utf-8"), path.name).value["extends"] == path.stem in checks.kinds()
