from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.model import Block, Fact, Part, Piece, Severity, Source, Span, did_you_mean

_TEXTS = st.text(st.sampled_from("ab \n\r\t\ufeffé😀\u2028\x0c\x85"), max_size=60)


@given(_TEXTS, st.integers(0, 60))
def test_a_place_leads_back_to_its_offset(text: str, at: int) -> None:
    source = Source("a.txt", text)
    at = min(at, len(text))
    line, column = source.place(at)
    start = source.line(line).start
    mark = 1 if line == 1 and text.startswith("\ufeff") else 0
    assert start + column - 1 + mark == max(at, mark)


@given(_TEXTS)
def test_lines_end_at_newline_carriage_return_or_both_and_nowhere_else(text: str) -> None:
    source = Source("a.txt", text)
    lines = re.split(r"\r\n|\n|\r", text)
    assert [text[slice(*source.line(n))] for n in range(1, len(lines) + 1)] == lines
    assert source.place(len(text)).line == len(lines)


@given(_TEXTS)
def test_places_never_go_back(text: str) -> None:
    source = Source("a.txt", text)
    places = [source.place(at) for at in range(len(text) + 1)]
    assert places == sorted(places)


def test_a_byte_order_mark_is_no_column() -> None:
    source = Source("a.txt", "\ufeffOne\nTwo")
    assert [source.place(at) for at in (0, 1, 2, 5)] == [(1, 1), (1, 1), (1, 2), (2, 1)]


def test_a_column_counts_code_points_and_not_bytes_or_utf_16_units() -> None:
    assert Source("a.txt", "😀é x").place(3) == (1, 4)


def test_a_mark_in_the_middle_of_the_text_is_a_column() -> None:
    assert Source("a.txt", "a\ufeffb").place(2) == (1, 3)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [((0, 3), (3, 5), False), ((0, 4), (3, 5), True), ((2, 3), (0, 9), True), ((3, 3), (3, 3), False)],
)
def test_spans_are_half_open(one: tuple[int, int], other: tuple[int, int], overlap: bool) -> None:
    assert Span(*one).overlaps(Span(*other)) is overlap
    assert Span(*other).overlaps(Span(*one)) is overlap


def test_a_span_holds_itself_and_the_empty_spans_at_its_ends() -> None:
    span = Span(2, 5)
    assert span.holds(span)
    assert span.holds(Span(2, 2))
    assert span.holds(Span(5, 5))
    assert not span.holds(Span(1, 3))


@st.composite
def _blocks(draw: st.DrawFn) -> Block:
    """A block as a reader makes it: runs one to one, entities mapped as a whole, gaps of markup between."""
    text, pieces, home = "", [], draw(st.integers(0, 5))
    for _ in range(draw(st.integers(1, 6))):
        length = draw(st.integers(1, 4))
        width = draw(st.sampled_from([length, length, length + 3]))
        pieces.append(Piece(len(text), home, home + width))
        text += "x" * length
        home += width + draw(st.integers(0, 4))
    return Block(Part.BODY, text, tuple(pieces))


@given(_blocks(), st.data())
def test_the_way_home_keeps_the_order_of_spans(block: Block, data: st.DataObject) -> None:
    offsets = st.integers(0, len(block.text))
    spans = sorted(Span(*sorted((data.draw(offsets), data.draw(offsets)))) for _ in range(2))
    homes = [block.in_source(span) for span in spans]
    assert all(home.start <= home.end for home in homes)
    assert homes[0].start <= homes[1].start
    wider = Span(spans[0].start, max(span.end for span in spans))
    if spans[0].start < spans[0].end:
        assert block.in_source(wider).holds(homes[0])


@given(_blocks(), st.data())
def test_a_zero_width_span_stays_zero_width(block: Block, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(block.text)))
    home = block.in_source(Span(at, at))
    assert home.start == home.end


@given(_blocks())
def test_a_whole_block_comes_home_from_its_first_run_to_its_last(block: Block) -> None:
    assert block.in_source(Span(0, len(block.text))) == (block.pieces[0].start, block.pieces[-1].end)


def test_a_span_inside_an_entity_comes_home_as_the_whole_entity() -> None:
    block = Block(Part.BODY, "a&b", (Piece(0, 0, 1), Piece(1, 1, 6), Piece(2, 6, 7)))
    assert block.in_source(Span(1, 2)) == (1, 6)
    assert block.in_source(Span(0, 3)) == (0, 7)


def test_a_span_that_ends_at_a_seam_does_not_swallow_the_markup_behind_it() -> None:
    block = Block(Part.BODY, "boldplain", (Piece(0, 2, 6), Piece(4, 8, 13)))
    assert block.in_source(Span(0, 4)) == (2, 6)
    assert block.in_source(Span(4, 9)) == (8, 13)


def test_severity_sinks_to_a_suggestion_and_no_further() -> None:
    assert [Severity.ERROR.lowered(n) for n in range(4)] == ["error", "warning", "suggestion", "suggestion"]


def test_a_fact_with_open_ends_shows_them() -> None:
    fact = Fact("Ines Carroway", "holds", "Harbour Warden", "https://example.org", "2024-01-01", since="2019-01-01")
    assert fact.sentence() == "Ines Carroway: Harbour Warden (2019-01-01 to …)"


def test_a_fact_of_one_day_shows_the_day_once() -> None:
    fact = Fact("fire at the mill", "happened", "Ludgrave", "https://example.org", "2024-01-01", "2019-05-02", "2019-05-02")
    assert fact.sentence() == "fire at the mill: Ludgrave (2019-05-02)"


def test_a_wrong_name_is_answered_with_the_nearest_or_with_all() -> None:
    assert did_you_mean("mesage", ["message", "level"]) == "; did you mean `message`?"
    assert did_you_mean("zzz", ["message", "level"]) == "; known: level, message"
    assert did_you_mean("zzz", []) == "; known: none"
