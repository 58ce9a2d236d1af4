from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import patterns
from lintnews.model import LintNewsError
from lintnews.patterns import SlowPatternError


def found(pattern: str, text: str) -> list[str]:
    return [match[0] for match in patterns.find(patterns.compile(pattern), text)]


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        (r"\w+", "naïve 3_x", ["na", "ve", "3_x"]),
        (r"[\w-]+", "naïve-x", ["na", "ve-x"]),
        (r"\W", "aé!", ["é", "!"]),
        (r"[\W_]", "a_é", ["_", "é"]),
        (r"[^\W]+", "aé", ["a"]),
        (r"\d", "4٤", ["4"]),
        (r"a\sb", "a\u00a0b a\tb a\vb", ["a\tb"]),
        (r"\bve\b", "naïve ve", ["ve"]),
        (r"b(?i)c", "bC BC", ["bC"]),
        (r"(?i)a(?-i)b", "Ab AB", ["Ab"]),
        (r"(?i)strasse", "STRASSE straße", ["STRASSE"]),
        (r"(?i)k", "\u212a", ["\u212a"]),
    ],
)
def test_letters_digits_and_case_are_those_of_vale(pattern: str, text: str, matches: list[str]) -> None:
    assert found(pattern, text) == matches


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("x{2}", "xx x{2}", ["xx"]),
        ("x{,2}", "x{,2} xx", ["x{,2}"]),
        ("{e<1}a", "{e<1}a", ["{e<1}a"]),
        ("a{x", "a{x", ["a{x"]),
        ("[{]", "{", ["{"]),
        ("[[a]", "[a", ["[", "a"]),
        ("[a&&b]", "a&b", ["a", "&", "b"]),
        ("[a||b]+", "a|b", ["a|b"]),
        ("[]a]+", "a]", ["a]"]),
        ("[^]a]", "]ab", ["b"]),
        ("[+--]", "+,-.", ["+", ",", "-"]),
        ("[--a]", "-a", ["-", "a"]),
        ("[a-e-[bc]]+", "abcde", ["a", "de"]),
        ("[[:digit:]x]", "1x", ["1", "x"]),
        (r"[\]\[]", "[]", ["[", "]"]),
    ],
)
def test_braces_and_brackets_are_those_of_vale(pattern: str, text: str, matches: list[str]) -> None:
    assert found(pattern, text) == matches


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        (r"x$", "x\nx", ["x"]),
        (r"(?m)x$", "x\nx", ["x", "x"]),
        (r"(?:(?m)x$)|y$", "x\ny\n", ["x"]),
        (r"(?m:x$)|y$", "x\ny\n", ["x"]),
        (r"x\z", "x\nx", ["x"]),
        (r"x\Z", "x\nx\n", []),
        (r"(?'n'a)\k<n>", "aa", ["aa"]),
        (r"(?<n>a)\k'n'", "aa", ["aa"]),
        (r"\x{41}\e\cA", "A\x1b\x01", ["A\x1b\x01"]),
        (r"\h\m\<\_\/", "hm<_/", ["hm<_/"]),
        (r"\p{Greek}\pL", "αb", ["αb"]),
        (r"(?#why)a(?<=a)", "a", ["a"]),
    ],
)
def test_ends_names_and_escapes_are_those_of_vale(pattern: str, text: str, matches: list[str]) -> None:
    assert found(pattern, text) == matches


@pytest.mark.parametrize("pattern", ["(", "[a", "a\\", "*a", "a{99999999999}", "(" * 3000, "[z-a]", r"\p{Nothing}", "(?z)", "(?P=none)"])
def test_a_bad_pattern_is_one_short_line(pattern: str) -> None:
    with pytest.raises(LintNewsError) as error:
        patterns.compile(pattern)
    assert str(error.value).startswith("bad pattern `")
    assert len(str(error.value)) < 200
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("search", [patterns.find, patterns.search, patterns.fullmatch])
def test_a_pattern_that_runs_away_is_cut_off(search: object) -> None:
    start = time.monotonic()
    with pytest.raises(SlowPatternError, match=r"\(a\|aa\)\+"):
        search(patterns.compile("(a|aa)+$"), "a" * 60 + "b")  # type: ignore[operator]
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("$1-$2", "ab-cd"),
        ("${1}s", "abs"),
        ("${name}!", "ab!"),
        ("$1s", "abs"),
        ("$name", "$name"),
        ("$0$0", "abcdabcd"),
        ("$9|${none}", "|"),
        ("$$1", "$1"),
        ("5$", "5$"),
    ],
)
def test_a_replacement_takes_groups_by_number_and_name(template: str, text: str) -> None:
    match = patterns.search(patterns.compile("(?P<name>ab)(cd)"), "abcd")
    assert match is not None
    assert patterns.expand(template, match) == text


@given(st.text())
def test_any_text_is_a_pattern_or_a_fault_of_one_line(text: str) -> None:
    assert len(_fault(text).splitlines()) <= 1


def _fault(pattern: str) -> str:
    try:
        patterns.compile(pattern)
    except LintNewsError as error:
        return str(error)
    return ""


@given(st.text(alphabet="abc .,-'é€“”\n"))
def test_an_escaped_text_finds_itself(text: str) -> None:
    escaped = "".join(f"\\{char}" if char in ".-" else char for char in text)
    match = patterns.compile(escaped).fullmatch(text)
    assert match is not None
