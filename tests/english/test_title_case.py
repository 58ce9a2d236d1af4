from __future__ import annotations

import pytest

from lintnews.english import titles

NONE = titles.Kept([])


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("the ferry in the bay", "The Ferry in the Bay"),
        ("what to look for", "What To Look For"),
        ("foo: the bar", "Foo: The Bar"),
        ("foo - a bar", "Foo - A Bar"),
        ("foo — but a bar", "Foo — But a Bar"),
        ("foo (the bar)", "Foo (The Bar)"),
        ("foo “the bar” the", "Foo “The Bar” The"),
        ("foo/or bar", "Foo/or Bar"),
        ("line-by-line, a per-line tale", "Line-by-Line, a Per-Line Tale"),
        ("💼 for enterprise", "💼 for Enterprise"),
        ("mustRest on iOS", "MustRest on IOS"),
        ("foo VS. bar", "Foo vs. Bar"),
        ("ǆ ŉ ß", "ǅ ŉ ß"),
        ("go to market and to the zoo", "Go to Market and To the Zoo"),
        ("GO TO the zoo", "GO To the Zoo"),
        ("go to", "Go To"),
    ],
)
def test_a_title_has_capitals_but_for_short_words_inside(line: str, title: str) -> None:
    assert titles.title(line, "AP", NONE) == title


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("NASA Is on", "Nasa is on"),
        ("(The Ferry)", "(The ferry)"),
        ("1. the ferry", "1. The ferry"),
        ("v1.2 the ferry", "V1.2 The ferry"),
        ("Part 1. The ferry", "Part 1. the ferry"),
        ("ΟΔΟΣ ΟΔΟΣ", "Οδοσ οδοσ"),
    ],
)
def test_a_sentence_has_one_capital(line: str, sentence: str) -> None:
    assert titles.sentence(line, (), NONE) == sentence


def test_letters_without_a_counterpart_stay() -> None:
    assert titles.upper("ßaŉ") == "ßAŉ"
    assert titles.lower("İA") == "İa"
