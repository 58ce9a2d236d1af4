from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import literals, patterns, tokens
from lintnews.ledger import Story
from lintnews.literals import Need, needed
from lintnews.model import LintNewsError


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("dont", ("dont",)),
        (r"(?<![\p{L}])Dont(?!x)", ("Dont",)),
        ("(?i)Dont", ("dont",)),
        ("(?:wanted|failed)(?= (?:be|do))", ("failed be", "failed do", "wanted be", "wanted do")),
        ("a(?:bc)?de+f", ("abcde", "ade")),
        ("colou?r", ("color", "colour")),
        ("abc{0,2}d", ("ab",)),
        ("abx{0}d", ("ab",)),
        ("foo|", ()),
        ("(abc|def)?gh", ("abcgh", "defgh", "gh")),
        ("there own", ("there own",)),
        (r"there\s*own", ("there own", "thereown")),
        ("it['’]s", ("it's", "it’s")),
        (r"(?<=[\p{L}]),\s?,", (", ,", ",,")),
        (r"(?<=[$£])X{2}", ("$X", "£X")),
        (r"[2-4](?= \p{Ll})", ("2 ", "3 ", "4 ")),
        (r"(one|two)\s+(?i:\1)", ("one one", "two two")),
        (r"(one|two) x \1", ("one x ", "two x ")),
        (r"(\p{L}+) \1", ()),
        ("(?(1)abc)", ()),
        ("(?x)abc # none", ()),
        (r"\w[a-z]", ()),
        (r"\x{41}bcd\u0041\pL", ("bcd",)),
        (r"\p{L}", ()),
        ("a", ()),
    ],
)
def test_the_texts_a_pattern_needs_are_read_from_it(pattern: str, texts: tuple[str, ...]) -> None:
    assert needed(pattern).texts == texts


def test_one_of_several_patterns_needs_what_any_of_them_does() -> None:
    assert literals.either([Need(("Ab",)), Need(("cd",), folded=True)]).texts == ("ab", "cd")
    assert literals.either([Need(("Ab",)), Need(())]).texts == ()


_PLAIN = r"ab|b|c|a?|(b)?|[ab]|.|(?i:B)|(?=a)|(?<=b)|(?<! )|b{2}|c*|\b|'|\s*|\s+|\1|[a-c]|(?!a)|(?>ab?)|b{0}|(?i:\1)|[^a]"
_BARRED = (" ", "|", "(?:ab|c)", "(a|bc)", "(?=ab|c )", "(?<=ab|)", "(?:b|c )+")
PIECES = st.sampled_from((*_PLAIN.split("|"), *_BARRED))
PATTERNS = st.lists(PIECES, max_size=7).map("".join)


@given(PATTERNS, st.text(alphabet="abcB ' .\n", max_size=14))
def test_what_a_pattern_matches_holds_what_it_needs(pattern: str, text: str) -> None:
    need = needed(pattern)
    plain = f" {' '.join(text.split())} "
    try:
        found = patterns.compile(tokens.flexible(pattern)).search(text)
    except LintNewsError:
        return
    if found and need.texts:
        assert any(wanted in (plain.casefold() if need.folded else plain) for wanted in need.texts)


@given(st.text(alphabet="abcdB .'\n", max_size=24), st.integers(0, 26), st.integers(0, 26))
def test_a_story_has_the_scrap_of_whatever_stands_in_it(text: str, a: int, b: int) -> None:
    plain = f" {' '.join(text.split())} "
    inside = plain[min(a, b) : max(a, b)]
    if inside.strip():
        assert set(Need((inside,)).possible(literals.scraps(plain.casefold()))) == {inside}


@given(st.lists(st.text(alphabet="abC \n", max_size=8), max_size=4), st.text(alphabet="abC ", min_size=1, max_size=3))
def test_the_blocks_that_hold_a_text_are_found(texts: list[str], wanted: str) -> None:
    from lintnews.facts import FactBase
    from lintnews.model import Block, Document, Part, Source

    blocks = tuple(Block(Part.BODY, text, ()) for text in texts)
    story = Story(Document(Source("a.txt", ""), {}, blocks), FactBase.of(()))
    if wanted.strip() and "  " not in wanted:
        plain = [f" {' '.join(text.split())} " for text in texts]
        assert list(story.holding(Need((wanted,)))) == [i for i, text in enumerate(plain) if wanted in text]
        folded = wanted.casefold()
        assert list(story.holding(Need((folded,), folded=True))) == [i for i, text in enumerate(plain) if folded in text.casefold()]
    assert list(story.holding(Need(()))) == list(range(len(texts)))
