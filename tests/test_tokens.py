from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lintnews import patterns, tokens
from lintnews.facts import FactBase
from lintnews.joint import Joint
from lintnews.ledger import Story
from lintnews.literals import needed
from lintnews.model import Block, Document, LintNewsError, OptionError, Part, Source

PIECES = st.sampled_from(["ab", "b", "c", " ", "a?", "(?:ab|c)", "(b)?", "[ab]", ".", "|", "(?i:B)", "(?=a)", "b{2}", "c*", r"\b", "'"])


@given(st.lists(st.lists(PIECES, min_size=1, max_size=4).map("".join), min_size=1, max_size=4), st.text(alphabet="abcB '", max_size=14))
def test_alternatives_match_as_the_joined_pattern_does(items: list[str], text: str) -> None:
    grouped = [f"(?:{item})" for item in items]
    # What may be nothing is told from what it may be else only by what the others leave.
    assume(not any(patterns.fullmatch(patterns.compile(item), "") for item in grouped))
    alternatives = tokens.Alternatives(grouped, nonword=True)
    joined = patterns.compile(tokens.compose(grouped, nonword=True))
    story = Story(Document(Source("a.txt", text), {}, (Block(Part.BODY, text, ()),)), FactBase.of(()))
    assert [m.span() for _, _, m in alternatives.found(story)] == [m.span() for m in joined.finditer(text)]


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


WORDS = st.sampled_from(["ab", "b c", "c", "a,b", "AB", "a-b", "1", "(?:ab|c)", "b+", r"a\s?b", "[a-c]", r"\p{L}b", "(?=a)", "ab's", "x"])
STORIES = st.text(alphabet="abcABx1 ,-'\n_\u00a0éſ\u0301", max_size=20)


@given(st.lists(WORDS, min_size=1, max_size=4), st.booleans(), st.booleans(), st.lists(STORIES, max_size=3))
def test_many_lists_looked_up_together_find_what_each_finds_by_itself(
    items: list[str], ignorecase: bool, nonword: bool, texts: list[str]
) -> None:
    alternatives = tokens.Alternatives(items, ignorecase=ignorecase, nonword=nonword)
    composed = tokens.compose(items, nonword=nonword, ignorecase=ignorecase)
    need = needed(composed)
    joint = Joint([alternatives.sought, tokens.whole(composed, need)])
    blocks = tuple(Block(Part.BODY, text, ()) for text in texts)
    alone, together = (Story(Document(Source("a.txt", ""), {}, blocks), FactBase.of(())) for _ in range(2))
    concerned = joint.read(together.text)
    found = [(block, i, match.span()) for block, i, match in alternatives.found(together)]
    assert found == [(block, i, match.span()) for block, i, match in alternatives.found(alone)]
    assert not found or 0 in concerned
    whole = [(block, match.span()) for block, match in tokens.found(composed, need, together)]
    assert whole == [(block, match.span()) for block in blocks for match in patterns.compile(composed).finditer(block.text)]
    assert not whole or 1 in concerned
