"""Runs over stories whose findings are kept: they look at no rule, and tell what there is to tell all the same."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from lintnews import cache, glance
from lintnews.config import Settings
from lintnews.model import Severity
from lintnews.record import replace

STORY = "The grey sky was very low.\n"
_LOADED = "import sys; from lintnews.cli import main; main(['check', 'a.txt']); sys.exit('lintnews.linter' in sys.modules)"


@pytest.fixture(autouse=True)
def home(desk: Path, new_cache: Path) -> Path:
    """A cache folder of the test's own, which knows the shipped packs."""
    return new_cache


def _loads_rules() -> bool:
    return bool(subprocess.run([sys.executable, "-c", _LOADED], check=False, capture_output=True).returncode)


def test_a_story_that_is_known_costs_no_look_at_the_rules(desk, run):
    (desk / "a.txt").write_text(STORY)
    run("check", "a.txt")
    assert not _loads_rules()
    (desk / "a.txt").write_text("Hail, grey hail.\n")
    assert _loads_rules()


def test_a_fault_in_a_rule_is_told_of_a_known_story_too(desk, run):
    (desk / "a.txt").write_text(STORY)
    (desk / "house" / "desk" / "broken.yml").write_text("kind: nothing-such\nmessage: no\n")
    told = run("check", ".")
    assert "broken.yml" in told.err
    assert run("check", ".") == told


def test_a_stamp_is_noted_under_all_that_it_hangs_on(tmp_path):
    base = Settings()
    keys = cache.keys_of(glance.homes(base))
    others = [replace(base, day=date(2024, 1, 1)), replace(base, rules=(tmp_path,)), replace(base, profile="ap")]
    names = [glance.name(base, keys), glance.name(base, ("other",)), *(glance.name(each, keys) for each in others)]
    assert len(set(names)) == 5
    assert None not in names
    assert glance.name(replace(base, fail_on=Severity.WARNING), keys) == names[0]
