"""Which places other programs have no say in, and which words they may call misspelled."""

from __future__ import annotations

import pytest
from records import StoryOf

from lintnews.ledger.guarded import in_a_name, strange
from lintnews.model import Span

TEXT = "The bakers of Ludgrave met Marta Quillon. Bread was sold by Quillon’s brother, al-Rubaye of the Tide Survey.\n"


@pytest.mark.parametrize(
    ("words", "guarded"),
    [
        ("Marta", True), ("Quillon", True), ("illo", True), ("Ludgrave", True), ("al-Rubaye", True), ("Tide Survey", True),
        ("The", False), ("bakers", False), ("of", False), ("Bread", False), ("brother", False), ("met Marta", True),
    ],
)  # fmt: skip
def test_a_word_with_a_capital_of_its_own_is_a_name_and_the_first_of_a_sentence_is_not(story: StoryOf, words: str, guarded: bool) -> None:
    read = story(TEXT.replace("Bread", "Force"))
    (block,) = read.prose
    at = TEXT.index(words)
    assert in_a_name(read, block, Span(at, at + len(words))) is guarded


def test_what_is_put_beside_a_name_leaves_it_as_it_is(story: StoryOf) -> None:
    read = story(TEXT)
    (block,) = read.prose
    at = TEXT.index("Ludgrave")
    assert not in_a_name(read, block, Span(at, at))
    assert not in_a_name(read, block, Span(at + 8, at + 8))
    assert in_a_name(read, block, Span(at + 3, at + 3))


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("They saw the brigde there.", True),
        ("They saw the brigde there, a brigde.", False),
        ("They saw the Brigde there.", False),
        ("They saw the iBrigde there.", False),
        ("They saw the @brigde there.", False),
        ("They saw brigde.example.org there.", False),
        ("They saw the harbour there.", False),
        ("They saw the harbourwise there.", False),
        ("They saw the re-brigde there.", True),
        ("They saw the harbour-river there.", False),
    ],
)
def test_a_word_is_strange_when_nobody_knows_it_and_it_stands_once_by_itself(story: StoryOf, text: str, odd: bool) -> None:
    read = story(text + "\n")
    (block,) = read.prose
    word = next(word for word in text.rstrip(".").replace(",", "").split() if "rigde" in word or "harbour" in word)
    at = text.index(word)
    assert strange(read, block, Span(at, at + len(word)), ("english",)) is odd
