"""A profile gives rules their options, lays them over those it extends, and is told when it names what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews import Linter, Source
from lintnews.config import Settings
from lintnews.model import LintNewsError

RULE = """extends: existence
message: "“{match}”"
why: w
tokens: [very]
examples: {bad: ["A very big ship.\\n  ^^^^"], good: [A big ship.]}
"""


def found(folder: Path, profile: str, text: str) -> list[str]:
    settings = Settings(rules=(folder,), select=("house",), profile=profile, cache=False)
    return [text[slice(*finding.span)] for finding in Linter(settings).check(Source("story.txt", text)).findings]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "house").mkdir()
    (tmp_path / "profiles").mkdir()
    (tmp_path / "house" / "big.yml").write_text(RULE)
    return tmp_path


def profile(folder: Path, name: str, text: str) -> None:
    (folder / "profiles" / f"{name}.yml").write_text(text)


def test_a_profile_gives_a_rule_its_options(folder: Path) -> None:
    profile(folder, "desk", "options:\n  house.big:\n    tokens: [big]\n")
    assert found(folder, "desk", "A very big ship.") == ["big"]


def test_options_are_laid_over_those_of_the_profile_that_is_extended(folder: Path) -> None:
    profile(folder, "base", "options:\n  house.big:\n    tokens: [BIG]\n    ignorecase: true\n")
    profile(folder, "desk", "extends: base\noptions:\n  house.big:\n    tokens: [SHIP]\n")
    assert found(folder, "desk", "A very big ship.") == ["ship"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("options:\n  house.big:\n    token: [a]\n", "desk.yml:2: the kind `existence` has no option `token`; did you mean `tokens`?"),
        ("options:\n  house.big:\n    tokens: ['(']\n", "desk.yml:2: house.big: bad pattern"),
        ("options:\n  house.bog:\n    tokens: [a]\n", "desk.yml:2: there is no rule or pack `house.bog`; did you mean `house.big`?"),
        ("options:\n  house.big: 3\n", "desk.yml:2: `house.big` holds `key: value` lines"),
        ("options: [house]\n", "desk.yml:1: `options` holds `rule:` with `key: value` lines below it"),
    ],
)
def test_options_that_cannot_be_given_are_told_by_their_line(folder: Path, text: str, told: str) -> None:
    profile(folder, "desk", text)
    with pytest.raises(LintNewsError) as error:
        found(folder, "desk", "A ship.")
    assert told in str(error.value)


def test_the_page_of_profiles_says_what_is_on() -> None:
    lines = [line.strip("| ").split(" | ") for line in Path("docs/profiles.md").read_text(encoding="utf-8").splitlines()]
    head, *rows = [[cell.strip("` ") for cell in cells] for cells in lines if len(cells) == 8 and not cells[0].startswith("-")]
    on = {name: {rule.id for rule in Linter(Settings(profile=name)).rules} for name in head[2:]}
    told = {(row[1], name): cell == "on" for row in rows for name, cell in zip(head[2:], row[2:], strict=True)}
    assert rows
    assert told == {(rule, name): rule in on[name] for rule, name in told}


def test_the_page_of_profiles_names_each() -> None:
    page = Path("docs/profiles.md").read_text(encoding="utf-8")
    assert [path.stem for path in Path("rules/profiles").glob("*.yml") if f"| `{path.stem}` |" not in page] == []
