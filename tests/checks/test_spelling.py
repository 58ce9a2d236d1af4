"""Spelling as Vale has it: the words here were tried with Vale itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lintnews import options
from lintnews.beside import Beside
from lintnews.checks.spelling import Check
from lintnews.ledger import Story
from lintnews.model import LintNewsError, Match, OptionError

Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("heloo Heloo HELOO HELOo HeLoo heLoo helooWorld HelooWorld", "heloo Heloo HELOo heLoo helooWorld"),
        ("paris Paris PARIS parisian Hello HELLO hEllo", "paris parisian hEllo"),
        ("naïve naïvve café e-maill emaill heloo1 12heloo", "emaill"),
        ("U.K.S. Mr. Xq. abcd. e.g. i.e.. It. (Mr.)", "abcd"),
        ("heloo. (heloo) [heloo] \"heloo\" 'heloo' heloo!? $heloo heloo...", "heloo " * 8),
        ("heloo/world foo.heloo heloo:world heloo(world) user@heloo.com @heloo #heloo heloo% heloo—world heloo…", ""),
        ("foo_bar heloo_ _heloo a_b _ __", "foo_bar heloo_ _heloo a_b"),
        ("doesnt can't cant don’t isn't shouldn't've", "doesnt shouldn't've"),
        ("o'clock 'tis rock'n'roll O'Brien O'Heloo dogs' cats’", "tis rock'n'roll O'Heloo"),
        ("heloo’s Paris’s “heloo” ‘heloo’", "heloo’s heloo heloo"),
        ("colour color organise organize theatre co-operate", ""),
        ("heloo\u00a0wrold «heloo»", "heloo wrold"),
        ("a b c I A zz 3rd 21st C++", "zz"),
        ("fooBarBaz myFooBar fooB MacHeloo", ""),
    ],
)
def test_a_word_that_no_dictionary_has_is_found_as_vale_finds_it(spotted: Spotted, text: str, found: str) -> None:
    assert spotted("spelling", text) == found.split()


def test_custom_leaves_the_usual_filters_out(spotted: Spotted) -> None:
    text = "heloo HELOO HELLO naïvve e-maill e-mail U.S. heloo1 12 a1b foo.bar Mr. 3rd 3th HelooWorld café cafe heloo-heloo 64-bit"
    found = "heloo HELOO naïvve e-maill U.S. heloo1 a1b foo.bar 3th HelooWorld café heloo-heloo"
    assert spotted("spelling", text, custom=True) == found.split()


def test_a_filter_is_found_anywhere_in_a_word(spotted: Spotted) -> None:
    assert spotted("spelling", "heloo wrold Heloo", filters=["hel", r"ld\b$"]) == ["Heloo"]
    assert spotted("spelling", "heloo HELOO naïvve", custom=True, filters=["^he"]) == ["HELOO", "naïvve"]


def test_the_parts_of_an_identifier_are_looked_up_when_asked(spotted: Spotted) -> None:
    text = "fooHeloo heloo_bar HelooWorld heloo-world heloo1 naïvve heloo.world xMLHeloo isnt_heloo HTMLheloo fo_br helloWorld"
    assert spotted("spelling", text, split=True) == "Heloo heloo Heloo heloo heloo naïvve Heloo isnt heloo Lheloo".split()


def test_the_vocabulary_accepts_words_in_any_case_and_phrases_as_such(story: Callable[..., Story]) -> None:
    told = story("heloo Heloo heloos wrold Wrold quxx kuberneti heloo's xheloo mea mea cullpa mea.")
    told.vocabulary = ("heloo", "Wrold", "(?i)Quxx", r"[Kk]uber\w+", "mea cullpa")
    found = [m.words["match"] for m in options.build(Check, {}).find(told)]
    assert found == ["heloos", "xheloo", "mea", "mea"]


def test_a_word_with_other_capitals_inside_is_told_so(matches: Matches) -> None:
    found = matches("spelling", "It is nato to mcdonald.")
    assert [(m.words.get("message"), m.fixes) for m in found] == [
        ("Use 'NATO' instead of 'nato'.", ("NATO",)),
        ("Use 'McDonald' instead of 'mcdonald'.", ("McDonald",)),
    ]


def test_suggestions_are_words_one_slip_away(matches: Matches) -> None:
    action = {"name": ["suggest"], "params": ["spellings"]}
    (found,) = matches("spelling", "The Harbuor.", action=action)
    assert found.fixes[0] == "Harbour"
    assert matches("spelling", "The Harbuor.")[0].fixes == ()
    assert matches("spelling", "The harbuor’s.", action=action)[0].fixes[0] == "harbour’s"
    for strange in ("foo_bar", "naïvve", "rock'n'rolll", "x" * 40, "zz", "shouldn't've"):
        assert all("_" not in fix for match in matches("spelling", f"A {strange}.", action=action, custom=True) for fix in match.fixes)
    assert "fix" not in found.words


@pytest.fixture
def styles(tmp_path: Path) -> Path:
    home = tmp_path / "styles"
    for folder in ("config/ignore/below", "config/dictionaries", "Own", "dd"):
        (home / folder).mkdir(parents=True)
    (home / "config/ignore/terms.txt").write_text("heloo\n  Wrold  \n\n")
    (home / "config/ignore/below/more.txt").write_text("belowx\n")
    (home / "Own/own.txt").write_text("ownx\n")
    for folder, name in (("config/dictionaries", "xx"), ("dd", "yy")):
        (home / folder / f"{name}.aff").write_text("SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n")
        (home / folder / f"{name}.dic").write_text("3\nheloo/S\nWrold\nparis\n")
    (tmp_path / "dd2").mkdir()
    for kind in ("aff", "dic"):
        (tmp_path / "dd2" / f"zz.{kind}").write_text("1\nheloo\n")
    return home


@pytest.fixture
def found(styles: Path, story: Callable[..., Story]) -> Callable[..., list[str]]:
    """A function: text in, the words that a rule of a style finds in it out."""

    def find(text: str, **values: Any) -> list[str]:
        return [m.words["match"] for m in options.build(Check, values, Beside([styles])).find(story(text))]

    return find


@pytest.mark.parametrize(
    ("values", "text", "words"),
    [
        ({"ignore": "terms.txt"}, "heloo Heloo wrold Wrold hello", "wrold"),
        ({"ignore": ["Own/own.txt", "terms.txt", "nope.txt"]}, "ownx heloo xyzzyx", "xyzzyx"),
        ({"ignore": "own.txt"}, "ownx", "ownx"),
        ({"ignore": "styles/Own/own.txt"}, "ownx", ""),
        ({"dictionaries": "xx"}, "heloo heloos Heloo wrold Wrold WROLd hello paris Paris", "wrold WROLd hello"),
        ({"dictionaries": ["xx"], "append": True}, "heloo wrold hello Paris helooz", "wrold helooz"),
        ({"dictionaries": ["yy"], "dicpath": "dd"}, "heloo hello", "hello"),
        ({"dictionaries": ["yy"], "dicpath": "styles/dd"}, "heloo hello", "hello"),
        ({"aff": "config/dictionaries/xx.aff", "dic": "config/dictionaries/xx.dic"}, "heloos hello", "hello"),
        ({"aff": "config/dictionaries/xx.aff", "dic": "nope.dic"}, "heloos hello", "heloos"),
        ({"exceptions": ["heloo"], "threshold": 3}, "heloo hello", "heloo"),
    ],
)
def test_dictionaries_and_lists_are_found_in_the_styles_folder(
    found: Callable[..., list[str]], values: dict[str, Any], text: str, words: str
) -> None:
    assert found(text, **values) == words.split()


@pytest.mark.parametrize(
    ("values", "fault", "path"),
    [
        ({"dictionaries": ["nope"]}, "there are no files `nope.aff` and `nope.dic`", ("dictionaries", 0)),
        ({"dictionaries": ["zz"], "dicpath": "../dd2"}, "leads out of the folder of the styles", ("dicpath",)),
        ({"dictionaries": ["zz"], "dicpath": "dd2"}, "there are no files `zz.aff`", ("dictionaries", 0)),
        ({"dictionaries": ["words"], "dicpath": "/usr/share/dict"}, "leads out of", ("dicpath",)),
        ({"dictionaries": ["../../../etc/passwd"]}, "leads out of", ("dictionaries",)),
        ({"ignore": ["/etc/passwd"]}, "leads out of", ("ignore",)),
        ({"ignore": ["../dd2/zz.dic"]}, "leads out of", ("ignore",)),
        ({"aff": "/etc/passwd", "dic": "/etc/passwd"}, "leads out of", ("aff",)),
        ({"filters": ["ok", "(?=a)"]}, "the look-around", ("filters", 1)),
    ],
)
def test_what_is_not_there_or_outside_is_refused(styles: Path, values: dict[str, Any], fault: str, path: tuple[object, ...]) -> None:
    with pytest.raises(OptionError, match=fault) as caught:
        options.build(Check, values, Beside([styles]))
    assert caught.value.path == path


def test_a_rule_of_our_own_packs_has_the_built_in_words_only() -> None:
    with pytest.raises(OptionError, match="belong to a Vale style") as caught:
        options.build(Check, {"dictionaries": ["xx"]})
    assert caught.value.path == ("dictionaries",)


def test_a_link_to_a_dictionary_outside_is_as_good_as_none(styles: Path) -> None:
    for kind in ("aff", "dic"):
        (styles / "config" / "dictionaries" / f"zz.{kind}").symlink_to(styles.parent / "dd2" / f"zz.{kind}")
    with pytest.raises(OptionError, match="there are no files"):
        options.build(Check, {"dictionaries": ["zz"]}, Beside([styles]))


def test_vales_own_rule_takes_every_dictionary_and_list_there_is(styles: Path, story: Callable[..., Story]) -> None:
    check = Check.built_in(Beside([styles]))
    assert [m.words["match"] for m in check.find(story("heloos belowx wrold Wrold hello ownx"))] == ["wrold", "ownx"]


def test_a_dictionary_that_cannot_be_read_is_the_rules_fault(styles: Path, found: Callable[..., list[str]]) -> None:
    (styles / "config/dictionaries/xx.aff").write_bytes(b"SET UTF-8\nSFX S Y 1\nSFX S\n")
    with pytest.raises(LintNewsError, match=r"xx\.aff:3: a line that says too little"):
        found("heloo", dictionaries=["xx"])
    (styles / "config/dictionaries/xx.aff").write_bytes(b"SET UTF-8\n\xff\n")
    with pytest.raises(LintNewsError, match="not in the character set"):
        found("heloo", dictionaries=["xx"])
