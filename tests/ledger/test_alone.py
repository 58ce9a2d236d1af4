from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from lintnews import readers
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.alone import _WORD, Known, Passage, Rivals, _context
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


#: A rule that takes any word for another, however unlikely.
ANY = Rivals(lambda words, facts: dict.fromkeys(words, ("qqq",)), -1_000)


def places(text: str) -> list[tuple[str, Passage, int, int, int]]:
    """Each word by itself, in small letters, with its place."""
    story = Story(readers.read(Source("story.txt", text)), FactBase.of(()))
    known = Known((ANY,)).learn({piece for block in story.blocks() for piece in block.text.split()}, story.facts)
    passages = [Passage(block) for block in story.blocks()]
    return [(rows[0][1].text, each, *place) for each in passages for rows, *place in each.read(known)]


@given(TEXTS)
def test_neighbours_read_with_the_passage_are_those_read_around_the_word(text: str) -> None:
    for _, passage, number, start, end in places(text):
        assert passage.context(number) == _context(passage.block.text, start, end)


@given(TEXTS)
def test_words_found_between_blanks_are_those_found_in_the_text(text: str) -> None:
    found = {(passage.block.text, start, end) for _, passage, _, start, end in places(text)}
    story = Story(readers.read(Source("story.txt", text)), FactBase.of(()))
    assert found == {(block.text, *place.span()) for block in story.blocks() for place in _WORD.finditer(block.text)}


def test_each_word_of_the_copy_has_its_places() -> None:
    words = [word for word, *_ in places("The ferry left.\n\nIt left the pier, and the clerk’s far-off wave.\n")]
    assert {word: words.count(word) for word in words if word in ("left", "the", "far", "clerk")} == {"left": 2, "the": 3}


def test_a_rule_finds_the_same_whatever_other_rules_and_stories_came_before() -> None:
    facts, rules = (
        FactBase.of(()),
        [Rivals(lambda words, _, own=own: {own: ("qqq",)} if own in words else {}, -1_000) for own in ("pier", "ferry")],
    )
    for text in ("The ferry left the pier.\n", "A pier is no ferry.\n", "The ferry left the pier.\n"):
        document = readers.read(Source("story.txt", text))
        for rivals in rules:
            alone = Story(document, FactBase.of(())).alone.at_risk(rivals)
            assert [risk[1:4] for risk in Story(document, facts).alone.at_risk(rivals)] == [risk[1:4] for risk in alone] != []


def test_what_is_forgotten_is_read_again() -> None:
    facts, known = FactBase.of(()), Known((ANY,))
    many = ["".join(letters) for letters in product("abcdefghij", repeat=4)]
    for some in (("ferry", "pier"), many, [f"{word}." for word in many], [f"{word}," for word in many], ("ferry", "pier", "old")):
        learnt = known.learn(set(some), facts)
        assert all(piece in learnt.pieces and piece.rstrip(".,") in learnt.words for piece in some)
