from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.ledger import Story
from lintnews.ledger.quotations import Quotation, in_block
from lintnews.model import Block, Part, Piece, Span

HEAD = "A headline\n\n"


def quoted(text: str) -> list[str]:
    return [q.text for q in read(text)]


def read(text: str) -> list[Quotation]:
    return in_block(Block(Part.BODY, text, (Piece(0, 0, len(text)),)))


@pytest.mark.parametrize(
    "text",
    [
        "He said “go now” twice.",
        'He said "go now" twice.',
        "He said ‘go now’ twice.",
        "He said 'go now' twice.",
        "“go now” he said",
        "(“go now”)",
    ],
)
def test_every_sort_of_mark_is_read(text: str) -> None:
    assert quoted(text) == ["go now"]


@pytest.mark.parametrize(
    "text",
    [
        "The boys’ boat and the girls’ boat weren’t theirs.",
        "Rock ’n’ roll in the ’90s and the '80s, 'em all.",
        'The door is 6\'2" high and the board 5" wide.',
        "It's the cat's own.",
    ],
)
def test_apostrophes_feet_and_inches_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_inside_another_is_deeper() -> None:
    found = read("“She told me, ‘Go,’ and left,” he said.")
    assert [(q.text, q.depth) for q in found] == [("Go,", 1), ("She told me, ‘Go,’ and left,", 0)]


def test_british_copy_nests_the_other_way() -> None:
    found = read("‘She told me “Go” and left,’ he said.")
    assert [(q.text, q.depth) for q in found] == [("Go", 1), ("She told me “Go” and left,", 0)]


def test_a_plural_possessive_does_not_close_a_quotation() -> None:
    assert quoted("‘The boys’ boat is gone,’ he said.") == ["The boys’ boat is gone,"]


def test_a_quotation_may_end_in_s() -> None:
    assert quoted("She calls them ‘the boys’ and laughs.") == ["the boys"]


def test_an_unclosed_quotation_ends_where_the_next_opens() -> None:
    first, second = read("“We lost, he said in the hall. “We are going.”")
    assert (first.closed, first.runs_on, second.closed) == (False, True, True)
    assert first.text == "We lost, he said in the hall. "


def test_a_mark_that_closes_nothing_is_not_opened() -> None:
    (found,) = read('We lost," he said.')
    assert not found.opened


def test_a_quotation_of_several_paragraphs_runs_on(story: Callable[..., Story]) -> None:
    text = HEAD + "“We lost.\n\n“We are going home.”\n\nNobody spoke, and then “somebody did.\n"
    assert [(q.closed, q.runs_on) for q in story(text).quotations] == [(False, True), (True, False), (False, False)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We lost,” Ada Lindqvist said.", "Ada Lindqvist"),
        ("“We lost,” said Ada Lindqvist, a clerk.", "Ada Lindqvist"),
        ("“We lost,” said clerk Ada Lindqvist.", "clerk Ada Lindqvist"),
        ("“We lost,” she told reporters.", "she"),
        ("“We lost,” the mayor's office said.", "the mayor's office"),
        ("Ada Lindqvist said on Monday, “We lost.”", "Ada Lindqvist"),
        ("“We lost,” according to Ada Lindqvist.", "Ada Lindqvist"),
        ("They lost. “We lost.”", ""),
    ],
)
def test_the_attribution_tells_the_speaker(story: Callable[..., Story], text: str, speaker: str) -> None:
    (found,) = story(HEAD + text).quotations
    assert (found.block.text[slice(*found.speaker)] if found.speaker else "") == speaker


def test_the_rest_of_a_divided_quotation_has_the_same_speaker(story: Callable[..., Story]) -> None:
    one, other = story(HEAD + "“We lost,” Ada Lindqvist said. “We are going.”").quotations
    assert one.speaker == other.speaker


def test_the_story_knows_what_is_quoted(story: Callable[..., Story]) -> None:
    told = story(HEAD + "He said “go now” twice.")
    (block,) = told.prose
    at = block.text.index("now")
    assert told.quoted(block, Span(at, at + 3))
    assert not told.quoted(block, Span(0, 2))


@given(st.text(alphabet="ab .,“”\"‘’'5\n—", max_size=60))
def test_every_quotation_lies_in_its_block(text: str) -> None:
    for found in read(text):
        assert 0 <= found.span.start <= found.inside.start <= found.inside.end <= found.span.end <= len(text)
        assert found.opened or found.closed
