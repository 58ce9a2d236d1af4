from __future__ import annotations

import pytest

from lintnews import bounds, go_patterns, patterns
from lintnews.model import LintNewsError


@pytest.mark.parametrize(
    "pattern",
    [
        "(a{1000}){1000}", "((a{100}){100}){100}", "a{100000000}", "(?:ab){5000000}", r"(?:\w{1000}){1000}", "(?:(?:a?b){1000}){1000}",
        "x(?:(?:[ab]{1000}){1000})", "(?:a{1000,}?){1000}", "a{99999999999999999999}", "(?x)(a{1000}#[\n){1000}#]\n",
        "[a]{1000000}", r"(?:\({1000}){1000}", "(?:[]a]{1000}){1000}", "(?:(?#[)a{1000}){1000}", "((){1000}a{1000}){1000}",
    ],
)  # fmt: skip
def test_counts_that_multiply_are_refused_before_they_are_written_out(pattern: str) -> None:
    with pytest.raises(LintNewsError, match=r"bad pattern `.*`: its counts written out make it longer by more than 200,000 characters"):
        patterns.compile(pattern)


@pytest.mark.parametrize(
    "pattern",
    ["a{1000}", "(?:a{0,1000}){0,1000}", "(a{10}){10}", "[a-z]{3,}", r"\{1000}{2}", "[{1000}]{5}", "(?x) a{3} # (b\n c{4}", "a" * 9000],
)
def test_honest_counts_are_taken(pattern: str) -> None:
    assert bounds.checked(pattern) == pattern


@pytest.mark.parametrize(
    "pattern", ["(?R)", "(?0)", "(a|(?1))", "(?P<x>a(?&x)?)", "(?P<x>a(?P>x)?)", r"\\(?R)", "(?x)#[\n(?R)#]\n", "(?-1)"]
)
def test_a_pattern_that_calls_itself_is_refused(pattern: str) -> None:
    with pytest.raises(LintNewsError, match="it calls itself"):
        bounds.checked(pattern)


@pytest.mark.parametrize("pattern", [r"\(?R)", "[(?R)]", r"(a)\1", "(?:R)", "(?P<R>x)(?P=R)", "(?(1)a|b)", r"[\](?R)]"])
def test_a_pattern_that_only_looks_so_is_taken(pattern: str) -> None:
    assert bounds.checked(pattern) == pattern


def test_a_class_with_too_much_in_it_is_refused() -> None:
    members = "".join(map(chr, range(0x4E00, 0x4E00 + 1001)))
    for pattern in (f"[{members}]", f"[^{members}]", f"a[b--[{members}]]", f"[{members}"):
        with pytest.raises(LintNewsError, match="a class of more than 1,000 characters"):
            bounds.checked(pattern)
    assert bounds.checked(f"[{members[:900]}][{members[:900]}]")


def test_a_pattern_that_is_too_long_is_refused() -> None:
    with pytest.raises(LintNewsError, match="longer than 1,000,000 characters"):
        bounds.checked("a" * 1_000_001)


def test_the_patterns_of_scripts_have_the_same_bounds() -> None:
    with pytest.raises(LintNewsError, match="its counts written out"):
        go_patterns.compile("((a{100}){100}){100}")
