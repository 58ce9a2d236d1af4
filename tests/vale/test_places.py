"""Where a configuration may lead: strangers' pull requests bring rules, and rules are data."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lintnews.model import LintNewsError
from lintnews.vale import ini
from lintnews.vale.linter import ValeLinter

RULE = "extends: existence\nmessage: m\ntokens: [one]\n"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    (tmp_path / "outside" / "A").mkdir(parents=True)
    (tmp_path / "outside" / "A" / "one.yml").write_text(RULE)
    return tmp_path / "outside"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "repo" / "docs" / "styles" / "B").mkdir(parents=True)
    (tmp_path / "repo" / ".git").mkdir()
    return tmp_path / "repo"


def _linter(folder: Path, styles: str, style: str = "A", *, trusted: bool = False) -> ValeLinter:
    (folder / ".vale.ini").write_text(f"StylesPath = {styles}\n[*]\nBasedOnStyles = {style}\n")
    choices = ini.read(str(folder / ".vale.ini"), shown=".vale.ini", trusted=trusted).choices(str(folder / "a.md"))
    assert choices is not None
    return ValeLinter(choices)


@pytest.mark.parametrize("path", ["{outside}", "../outside", "../../outside", "link"])
def test_styles_outside_the_repository_are_refused_with_the_remedy(root, outside, path):
    home = root / "docs" if path.startswith("../../") else root
    os.symlink(outside, root / "link")
    with pytest.raises(LintNewsError) as error:
        _linter(home, path.format(outside=outside))
    assert "leads out of the repository" in str(error.value)
    assert "copy the styles into it, or name the folder yourself in VALE_STYLES_PATH or the file in --config" in str(error.value)


def test_styles_elsewhere_in_the_repository_are_read(root):
    (root / "styles" / "A").mkdir(parents=True)
    (root / "styles" / "A" / "one.yml").write_text(RULE)
    assert len(_linter(root / "docs", "../styles").rules) == 1


def test_a_configuration_that_the_user_names_may_have_its_styles_anywhere(root, outside):
    assert len(_linter(root, str(outside), trusted=True).rules) == 1


def test_where_there_is_no_repository_styles_may_be_anywhere(tmp_path, outside):
    (tmp_path / "plain").mkdir()
    assert len(_linter(tmp_path / "plain", str(outside)).rules) == 1


def test_the_folder_of_styles_may_be_named_in_the_environment(root, outside, monkeypatch):
    monkeypatch.setenv("VALE_STYLES_PATH", str(outside))
    assert len(_linter(root, "docs/styles").rules) == 1


@pytest.mark.parametrize("what", ["rule", "style"])
def test_a_link_out_of_the_tree_is_refused_by_name(root, outside, what):
    link = root / "docs" / "styles" / ("A" if what == "style" else "B/one.yml")
    os.symlink(outside / "A" if what == "style" else outside / "A" / "one.yml", link)
    linter = _linter(root, "docs/styles", "A" if what == "style" else "B")
    assert linter.rules == ()
    (fault,) = linter.faults
    assert "leads out of" in fault
    assert str(link) in fault


def test_where_there_is_no_repository_a_style_may_be_a_link_but_a_rule_may_not(tmp_path, outside):
    plain = tmp_path / "plain"
    (plain / "styles" / "B").mkdir(parents=True)
    os.symlink(outside / "A", plain / "styles" / "A")
    os.symlink(tmp_path / "secret.yml", plain / "styles" / "B" / "one.yml")
    (tmp_path / "secret.yml").write_text("password: 1234\n")
    assert len(_linter(plain, "styles").rules) == 1
    linter = _linter(plain, "styles", "B")
    assert linter.rules == ()
    assert "leads out of" in linter.faults[0]
    assert "password" not in linter.faults[0]
