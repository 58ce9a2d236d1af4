"""Every shipped rule fires where its bad examples are marked and is silent on its good ones, with the shipped facts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from lintnews import packs, trial
from lintnews.facts import FactBase
from lintnews.folders import built_in
from lintnews.languagetool.asked import Asked, Mode
from lintnews.others import speaks
from lintnews.rule import Rule

PACK = packs.load([built_in()])
FACTS = FactBase.of(PACK.facts, PACK.lists)
each_rule = pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)


def test_every_shipped_file_loads() -> None:
    assert PACK.faults == ()


@pytest.mark.parametrize("pack", sorted({rule.pack for rule in PACK.rules}))
def test_a_rule_file_is_the_same_to_a_reader_of_yaml_in_python_alone(pack: str) -> None:
    for path in (built_in() / pack).glob("*.yml"):
        text = path.read_text("utf-8")
        assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, yaml.CSafeLoader), path.name


def bound(rule: Rule) -> Rule:
    """A rule that speaks for LanguageTool, with a server."""
    return replace(rule, check=rule.check.bound(Asked(Mode.ON)))  # type: ignore[attr-defined]


@pytest.mark.parametrize("rule", list(filter(speaks, PACK.rules)), ids=lambda rule: rule.id)
def test_a_rule_that_speaks_for_another_program_does_on_its_examples_what_they_say(rule: Rule, languagetool: Path) -> None:
    assert [failure for example in rule.examples for failure in trial.failures(bound(rule), example, FACTS)] == []


@pytest.mark.parametrize("rule", [rule for rule in PACK.rules if not speaks(rule)], ids=lambda rule: rule.id)
def test_a_rule_does_on_its_examples_what_they_say(rule: Rule) -> None:
    assert [failure for example in rule.examples for failure in trial.failures(rule, example, FACTS)] == []


@each_rule
def test_a_rule_says_why_and_shows_two_examples_of_each_sort(rule: Rule) -> None:
    assert rule.why
    for bad in (True, False):
        assert len({example.text for example in rule.examples if bool(example.marks) is bad}) >= 2
