from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lintnews import patterns, tokens
from lintnews.literals import needed
from lintnews.model import LintNewsError
from lintnews.needs import EDGE, TIGHT
from lintnews.scanner import Text


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
    assert tuple(dict.fromkeys(text.strip(EDGE + TIGHT) for text in needed(pattern).texts)) == texts


_PLAIN = r"ab|b|c|a?|(b)?|[ab]|.|(?i:B)|(?=a)|(?<=b)|(?<! )|b{2}|c*|\b|'|\s*|\s+|\1|[a-c]|(?!a)|(?>ab?)|b{0}|(?i:\1)|[^a]"
_BARRED = (
    " ", "|", "(?:ab|c)", "(a|bc)", "(?=ab|c )", "(?<=ab|)", "(?:b|c )+", r"(?<![\p{L}\p{N}])", r"(?![\p{L}\p{N}'])", r"\p{L}", r"\p{Lu}+",
    r"\Z", r"(?=\s*\Z)",
    r"(?<=\.\s)(?:[-a]?\s*)b\b", r"(?<=\p{Ll}\. )(?:A|B)", r"(?<=\p{L}, ?)", r"(?:\d*2)(?:a|b)", r"[à-ÿ]", r"[ſ\x{131}]",
    r"[\x{3b9}-\x{3bb}]+", r"(?:\p{L}b|c)",
    r"\b(\p{L}+)\s+\1\b", " {2}", "[ ]{2,}", r"(?<x>ab?) \k<x>", "é", "(?i:ſ|ß)", "K", "ι", "²", ",",
    ";", "'s", "(?= a)", "abcd", "(?:[1-4]|a|b) (?:b|c|2)", "(?:a |b |c )(?:a|b|c|B)", r"[0-3][.,](?:\d|b)",
)  # fmt: skip
PIECES = st.sampled_from((*_PLAIN.split("|"), *_BARRED))
TEXTS = st.text(alphabet="abcB ' .\nA,;2²ſsKkßẞİıiιΙ\u0345é\u0301Éx\u00a0", max_size=14)
PATTERNS = st.lists(PIECES, max_size=7).map("".join)


@given(PATTERNS, TEXTS)
def test_what_a_pattern_matches_holds_what_it_needs(pattern: str, text: str) -> None:
    need = needed(pattern)
    try:
        found = patterns.compile(tokens.flexible(pattern)).search(text)
    except LintNewsError:
        return
    if found:
        assert list(Text([text]).holding(need)) == [0]
        assert Text([text]).may_hold(need)


@given(PATTERNS, st.booleans(), st.lists(TEXTS, max_size=3))
@example(r"(?<=\.\s)\s*be\b", False, ["a.  be"])
def test_with_the_filter_off_the_matches_are_the_same(pattern: str, ignorecase: bool, texts: list[str]) -> None:
    composed = tokens.compose((pattern,), nonword=True)
    try:
        compiled = patterns.compile(composed, ignorecase=ignorecase)
    except LintNewsError:
        return
    found = Text(texts).matches(compiled, needed(composed, ignorecase=ignorecase))
    everything = [(at, match.span()) for at, text in enumerate(texts) for match in compiled.finditer(text)]
    assert [(at, match.span()) for at, match in found] == everything


@pytest.mark.parametrize(
    ("pattern", "anchors"),
    [
        (r"\b(?=(?:failed|tried) (?:be|do)\b)(?:failed|tried)", ("failed be", "failed do", "tried be", "tried do")),
        (r"(?= (?:It|He) (?:is|was))(?<=said)", (" He is", " He was", " It is", " It was")),
        (r"(?:1|2) (?:ones|twos)", ("1 ones", "1 twos", "2 ones", "2 twos")),
        (r"(?:a|the) \p{Ll}+ (?:man|woman)s", ("a ", "the ")),
        (r"\p{L}+ing", ()),
        (r"a(?= \p{L})", ("a ",)),
        (r"a\p{L}+", ()),
    ],
)
def test_the_openings_of_matches_are_read_from_a_pattern(pattern: str, anchors: tuple[str, ...]) -> None:
    need = needed(pattern)
    assert (tuple(text.strip(EDGE + TIGHT) for text in need.texts) if need.opens else need.anchors) == anchors


def test_a_match_that_must_end_a_block_stands_in_its_last_word() -> None:
    assert needed(r"said|\p{Ll}+are(?=\s*\Z)").last is False
    assert needed(r"\p{Ll}+are(?=\s*\Z)").last is True
    assert needed(r"we \p{Ll}+are(?=\s*\Z)").last is False


def test_no_border_stands_between_two_letters() -> None:
    need = needed(r"\b(?:am|are)\b\s*\b(?:red|seen)\b")
    assert need.texts == tuple(sorted(f"{EDGE}{word} {other}{EDGE}" for word in ("am", "are") for other in ("red", "seen")))


def test_where_only_a_border_between_letters_could_stand_the_texts_are_those_without_it() -> None:
    assert needed(r"to\b(?:night)\b").texts == (f"tonight{EDGE}",)
