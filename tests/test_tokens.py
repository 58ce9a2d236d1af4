from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import patterns, tokens
from lintnews.model import LintNewsError, OptionError


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("dont", ("dont",)),
        (r"(?<![\p{L}])Dont(?!x)", ("dont",)),
        ("(?:wanted|failed)(?= (?:be|do))", ("failed", "wanted")),
        ("a(?:bc)?de+f", ("de",)),
        ("colou?r", ("colo",)),
        ("abc{0,2}d", ("ab",)),
        ("foo|", ()),
        ("(abc|def)?gh", ("gh",)),
        ("there own", ("there own",)),
        ("it's", ("it's",)),
        ("(?(1)abc)", ()),
        ("(?x)abc # none", ()),
        (r"\w\d[abc]", ()),
        (r"\x{41}bcd\u0041\pL", ("bcd",)),
    ],
)
def test_the_words_a_pattern_needs_are_read_from_it(pattern: str, words: tuple[str, ...]) -> None:
    assert tokens.needed(pattern) == words


PIECES = st.sampled_from(["ab", "b", "c", " ", "a?", "(?:ab|c)", "(b)?", "[ab]", ".", "|", "(?i:B)", "(?=a)", "b{2}", "c*", r"\b", "'"])


@given(st.lists(PIECES, max_size=6).map("".join), st.text(alphabet="abcB '", max_size=12))
def test_what_a_pattern_matches_holds_what_it_needs(pattern: str, text: str) -> None:
    words = tokens.needed(pattern)
    if patterns.compile(tokens.flexible(pattern)).search(text):
        assert not words or any(word in " ".join(text.casefold().split(" ")) for word in words)


@given(st.lists(st.lists(PIECES, min_size=1, max_size=4).map("".join), min_size=1, max_size=4), st.text(alphabet="abcB '", max_size=14))
def test_alternatives_match_as_the_joined_pattern_does(items: list[str], text: str) -> None:
    grouped = [f"(?:{item})" for item in items]
    alternatives = tokens.Alternatives(grouped, nonword=True)
    joined = patterns.compile(tokens.compose(grouped, nonword=True))
    active = alternatives.active(" ".join(text.casefold().split()))
    assert [m.span() for _, m in alternatives.find(text, active)] == [m.span() for m in joined.finditer(text)]


@pytest.mark.parametrize(
    ("token", "pattern"),
    [("a  b", r"a\s+b"), ("[a b]", "[a b]"), (r"a\ b", r"a\ b"), ("a +b", "a +b"), ("(?x) a b", "(?x) a b"), ("a ?b c", r"a ?b\s+c")],
)
def test_blanks_in_a_token_stand_for_any_white_space(token: str, pattern: str) -> None:
    assert tokens.flexible(token) == pattern


@pytest.mark.parametrize(
    ("terms", "text", "excused"),
    [
        (("Bar",), "Foo Bar", True),
        (("Bar",), "Barista", False),
        (("Bar",), "BAR", False),
        (("(?i)bar",), "BAR", True),
        (("U.S.A",), "U.S.A", True),
        (("U.S.A",), "UxSxA", False),
        (("[Bb]ar",), "bar", True),
        ((), "bar", False),
    ],
)
def test_an_exception_is_looked_for_inside_the_match(terms: tuple[str, ...], text: str, excused: bool) -> None:
    assert tokens.exceptions(terms).excuse(text, 0, len(text)) is excused


def test_a_match_inside_an_excepted_phrase_is_excused() -> None:
    assert tokens.exceptions(("mea culpa",)).excuse("his Mea culpa came", 4, 7)
    assert not tokens.exceptions(("mea culpa",)).excuse("his mea came", 4, 7)


def test_a_fault_in_a_list_is_laid_at_the_item_it_is_in() -> None:
    with pytest.raises(OptionError) as error:
        tokens.validate(tokens.compose(["fine", "(bad"]), tokens.paths("tokens", ["fine", "(bad"]))
    assert error.value.path == ("tokens", 1)


def test_a_fault_that_only_the_whole_list_has_is_laid_at_the_first_item() -> None:
    with pytest.raises(LintNewsError, match=r"bad pattern .*group") as error:
        tokens.validate(r"(a)|\2", tokens.paths("tokens", ["(a)", "b"]))
    assert getattr(error.value, "path", None) == ("tokens", 0)


def test_raw_stands_outside_the_word_boundaries() -> None:
    assert tokens.compose(["b"], ["x", "y"]) == r"xy(?m)\b(?:b)\b"
    assert tokens.compose(["b"], ["x"], append=True) == r"(?m)\b(?:b)\bx"
    assert tokens.compose([" "], ["x"], ignorecase=True) == "(?i)x(?m)(?:)"
