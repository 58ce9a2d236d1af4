from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lintnews import readers
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.alone import _context
from lintnews.model import Source

PIECES = (
    "the",
    "don't",
    "it’s",
    "It",
    "a",
    "1,000",
    "$5",
    "—",
    ". ",
    ", ",
    " ",
    "  ",
    "\n",
    "x" * 31,
    "é",
    "e\u0301",
    "“",
    "@here",
    "U.S.",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)


@given(TEXTS)
def test_neighbours_read_with_the_passage_are_those_read_around_the_word(text: str) -> None:
    story = Story(readers.read(Source("story.txt", text)), FactBase.of(()))
    for places in story.alone.values():
        for passage, number, start, end in places:
            assert passage.context(number) == _context(passage.block.text, start, end)


def test_each_word_of_the_copy_has_its_places() -> None:
    story = Story(
        readers.read(Source("story.txt", "The ferry left.\n\nIt left the pier, and the clerk’s far-off wave.\n")), FactBase.of(())
    )
    assert {word: len(places) for word, places in story.alone.items() if word in ("left", "the", "far", "clerk")} == {"left": 2, "the": 3}
