from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lintnews import options
from lintnews.beside import Beside
from lintnews.checks.script import Check
from lintnews.ledger import Story
from lintnews.model import LintNewsError, Match, OptionError

Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]


def test_what_a_script_finds_is_placed_in_characters_though_it_counts_in_bytes(spotted: Spotted) -> None:
    script = 'text := import("text")\nmatches := []\nfor m in text.re_find("foo", scope, -1) { matches = append(matches, m[0]) }'
    assert spotted("script", "Café “foo” naïve foo 😀 foo.", script=script) == ["foo", "foo", "foo"]


def test_half_a_character_counts_as_one(matches: Matches) -> None:
    assert [m.span for m in matches("script", "éab", script="matches := [{begin: 1, end: 3}]")] == [(1, 3)]


def test_a_match_may_bring_its_own_message(matches: Matches) -> None:
    found = matches("script", "foo", script='matches := [{begin: 0, end: 3, message: "not %s"}, {begin: 0, end: 1, message: 5}]')
    assert [m.words for m in found] == [{"match": "f"}, {"match": "foo", "message": "not %s"}]


def test_each_block_is_run_by_itself(matches: Matches) -> None:
    found = matches("script", "One.\n\nTwo two.", script="matches := [{begin: 0, end: len(scope)}]")
    assert [m.words["match"] for m in found] == ["One.", "Two two."]


@pytest.mark.parametrize("script", ["x := 1", "matches := 5", "matches := {begin: 0, end: 1}", "matches := []", "matches := undefined"])
def test_a_script_without_a_list_of_matches_finds_nothing(spotted: Spotted, script: str) -> None:
    assert spotted("script", "foo", script=script) == []


@pytest.mark.parametrize(
    ("matches_of", "fault"),
    [
        ("[{begin: 0}]", "must have `begin` and `end`"),
        ("[5]", "must have `begin` and `end`"),
        ('[{begin: "0", end: 1}]', "must have `begin` and `end`"),
        ("[{begin: 0.0, end: 1}]", "must have `begin` and `end`"),
        ("[{begin: 2, end: 1}]", "from 2 to 1 in a text of 4 bytes"),
        ("[{begin: -1, end: 1}]", "from -1 to 1 in a text of 4 bytes"),
        ("[{begin: 0, end: 5}]", "from 0 to 5 in a text of 4 bytes"),
        ("[{begin: 1 / 0, end: 1}]", "line 1 of the script: a whole number is divided by zero"),
    ],
)
def test_a_match_that_is_nowhere_is_a_fault(matches: Matches, matches_of: str, fault: str) -> None:
    with pytest.raises(LintNewsError, match=fault):
        matches("script", "foo.", script=f"matches := {matches_of}")


def test_a_text_that_is_no_unicode_is_read_all_the_same(story: Callable[..., Story]) -> None:
    check = options.build(Check, {"script": "matches := [{begin: 0, end: len(scope)}]"})
    assert [m.span for m in check.find(story("a\ud800b"))] == [(0, 3)]


def test_an_action_gives_fixes(matches: Matches) -> None:
    action = {"name": ["edit"], "params": ["upper"]}
    assert [m.fixes for m in matches("script", "foo", script="matches := [{begin: 0, end: 3}]", action=action)] == [("FOO",)]


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("x := ", "line 1 of the script: expected an expression"),
        ("x := 1\ny = 2", "line 2 of the script: `y` is not known here"),
        ('os := import("os")', "the module `os` cannot be imported"),
        ("Long.tengo", "a script file belongs to a Vale style"),
    ],
)
def test_a_script_that_cannot_be_read_is_refused(script: str, fault: str) -> None:
    with pytest.raises(OptionError, match=fault) as caught:
        options.build(Check, {"script": script})
    assert caught.value.path == ("script",)


@pytest.fixture
def styles(tmp_path: Path) -> Path:
    scripts = tmp_path / "styles" / "config" / "scripts"
    scripts.mkdir(parents=True)
    (scripts / "Long.tengo").write_text("matches := [{begin: 0, end: 3}]")
    (tmp_path / "secret.tengo").write_text("matches := []")
    return tmp_path / "styles"


def test_a_script_file_is_found_in_the_styles_folder(styles: Path) -> None:
    made = options.build(Check, {"script": "Long.tengo"}, Beside([styles]))
    assert made.script == "matches := [{begin: 0, end: 3}]"
    inline: dict[str, Any] = {"script": "matches := []"}
    assert options.build(Check, inline, Beside([styles])).script == "matches := []"


@pytest.mark.parametrize("name", ["Other.tengo", "../secret.tengo", "../../../secret.tengo", "/etc/x.tengo", "~/x.tengo", "C:x.tengo"])
def test_a_script_file_outside_the_styles_folder_is_refused(styles: Path, name: str) -> None:
    with pytest.raises(OptionError, match=r"there is no file|leads out of") as caught:
        options.build(Check, {"script": name}, Beside([styles]))
    assert caught.value.path == ("script",)


def test_a_link_out_of_the_styles_folder_is_as_good_as_no_file(styles: Path) -> None:
    (styles / "config" / "scripts" / "Linked.tengo").symlink_to(styles.parent / "secret.tengo")
    with pytest.raises(OptionError, match=r"there is no file `Linked\.tengo`"):
        options.build(Check, {"script": "Linked.tengo"}, Beside([styles]))


def test_a_script_file_must_be_text_and_of_some_size(styles: Path) -> None:
    (styles / "config" / "scripts" / "Bad.tengo").write_bytes(b"x := \xff")
    with pytest.raises(OptionError, match="not UTF-8 at byte 5"):
        options.build(Check, {"script": "Bad.tengo"}, Beside([styles]))
    (styles / "config" / "scripts" / "Large.tengo").write_bytes(b" " * 20_000_001)
    with pytest.raises(OptionError, match="larger than 20,000,000 bytes"):
        options.build(Check, {"script": "Large.tengo"}, Beside([styles]))
