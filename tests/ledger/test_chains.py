from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.ledger import Story
from lintnews.ledger.chains import Chain, chains
from lintnews.model import Block, Part, Piece, Span
from lintnews.words import sentences

StoryOf = Callable[..., Story]


def _chains(text: str) -> list[Chain]:
    block = Block(Part.BODY, text, (Piece(0, 0, len(text)),))
    return list(chains(block, frozenset(span.start for span in sentences(text))))


def _texts(text: str) -> list[str]:
    return [chain.text(0, len(chain.tokens)) for chain in _chains(text)]


@pytest.mark.parametrize(
    "name",
    [
        "Guild of Master Bakers",
        "Department of the Interior",
        "Jean-Luc Novak",
        "Ludwig van der Berg",
        "Oscar de la Renta",
        "J. K. Novak",
        "J.K. Novak",
        "Karl J. Novak Jr.",
        "Lt. Gen. Ruth Ollery",
        "White House press secretary Karl Novak",
        "Mary O’Brien",
        "Mary O'Brien",
        "José Ángel Íñiguez",
        "Łukasz Żal",
        "Abu Bakr al-Baghdadi",
        "U.S. Army",
        "AT&T Center",
        "Trinidad and Tobago",
        "McDonald",
    ],
)
def test_a_name_is_one_chain(name: str) -> None:
    assert _texts(f"they saw {name} today.") == [name]


@pytest.mark.parametrize("mark", ["’s", "'s"])
def test_a_possessive_ends_a_chain_and_is_no_part_of_it(mark: str) -> None:
    first, second = _chains(f"they read Karl Novak{mark} Harbour Plan.")
    assert first.text(0, 2) == "Karl Novak"
    assert first.tokens[-1].possessive
    assert second.text(0, 2) == "Harbour Plan"


@pytest.mark.parametrize("mark", ["’", "'"])
def test_the_apostrophe_of_a_plural_ends_a_chain(mark: str) -> None:
    assert _texts(f"they read the Bakers{mark} Harbour Plan.") == ["Bakers", "Harbour Plan"]


def test_a_comma_and_a_stop_end_a_chain() -> None:
    assert _texts("they met Karl Novak, Ruth Ollery and others. Ada Lindqvist left.") == ["Karl Novak", "Ruth Ollery", "Ada Lindqvist"]


def test_small_words_at_the_ends_are_no_part_of_a_chain() -> None:
    assert _texts("they drove to Ludgrave and the sea, to the House of commons.") == ["Ludgrave", "House"]


def test_an_opening_word_of_a_sentence_is_no_part_of_the_name_behind_it() -> None:
    assert _texts("The Heron Force left. At Ludgrave Karl Novak stayed.") == ["Heron Force", "Ludgrave Karl Novak"]


def test_a_chain_tells_whether_it_opens_a_sentence() -> None:
    chains_read = _chains("Heron came. “Ludgrave is far,” said Novak.")
    assert [(chain.text(0, 1), chain.opens) for chain in chains_read] == [("Heron", True), ("Ludgrave", True), ("Novak", False)]


def test_a_name_broken_over_a_line_is_one_chain() -> None:
    (chain,) = _chains("they saw the Guild of\nMaster Bakers today.")
    assert [token.text for token in chain.tokens] == ["Guild", "of", "Master", "Bakers"]


def test_a_post_in_small_letters_belongs_to_the_name_behind_it() -> None:
    assert _texts("they heard prime minister Karl Novak speak") == ["prime minister Karl Novak"]
    assert _texts("they heard the minister speak to Karl Novak") == ["Karl Novak"]


def test_no_letter_inside_a_word_begins_a_chain() -> None:
    assert _texts("the iPhone and eBay of the 21St") == []


_BITS = [*"Karl Novak O’Brien’s van de of the and U.S. J. Jr. é said — , . “ ” & É - ’".split(), "\n"]


@given(st.lists(st.sampled_from(_BITS), max_size=20).map(" ".join))
def test_chains_stand_in_order_and_their_tokens_are_what_the_text_reads(text: str) -> None:
    end = 0
    for chain in _chains(text):
        assert chain.tokens[-1].capital
        for token in chain.tokens:
            assert token.span.start >= end
            assert text[slice(*token.span)] == token.text
            end = token.span.end


def test_a_story_has_the_chains_of_its_headline_too(story: StoryOf) -> None:
    read = story("Heron Force sails on\n\nThe Tide Survey said nothing to anybody.\n")
    assert [(chain.block.part, chain.text(0, len(chain.tokens))) for chain in read.chains] == [
        (Part.HEADLINE, "Heron Force"),
        (Part.BODY, "Tide Survey"),
    ]


def test_the_span_of_tokens_leaves_the_possessive_out() -> None:
    (chain,) = _chains("read Karl Novak’s letter")
    assert chain.span(0, 2) == Span(5, 15)
