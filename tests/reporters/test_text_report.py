from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.model import Finding, Report, Severity, Source, Span
from lintnews.reporters._frame import columns, window

WHOLE = """\
news/a,b.txt:1:6 suggestion desk.rain
rain again
  |
1 | Rain 雨 over the harbour
  |      ^^

news/a,b.txt:3:17 error names.near-miss
“Quads Force” is not listed
  |
3 | The head of the Quads Force, said 50%: a, b.
  |                 ^^^^^^^^^^^
  = 1:17 “harbour”: the same place, said before
  = fact: Quds Force: force (1988 to …)
      — https://example.org/force (as of 2020-01-03)
  |
3 - The head of the Quads Force, said 50%: a, b.
3 + The head of the Quds Force, said 50%: a, b.
  = or “Quad Force”
  = see https://example.org/why

news/a,b.txt:3:35 warning desk.percent
50%: a, b or so
  |
3 | The head of the Quads Force, said 50%: a, b.
  |                                   ^^^^^^^^^
  = see https://example.org/x

news/a,b.txt:4:13 warning desk.end [*]
a full stop is missing
  |
4 | Nothing more
  |             ^
  = 2 + 2 = 4
  |
4 - Nothing more
4 + Nothing more.

Found 4 findings (1 error, 2 warnings, 1 suggestion) in 1 story
1 fixable with --fix, 1 more with --unsafe-fixes
"""


def test_a_finding_shows_its_line_its_evidence_and_its_fix(write, report):
    assert write("text", report) == WHOLE


def test_a_fix_that_takes_words_out_is_told_in_words(write):
    finding = Finding("desk.twice", Severity.WARNING, "too much", Span(2, 6), ("b", ""))
    assert "= or leave it out\n" in write("text", Report(Source("a.txt", "a much c\n"), (finding,)))


def test_a_clean_run_says_how_many_stories_it_saw(write):
    clean = Report(Source("a.txt", "x"), ())
    assert write("text", clean, clean) == "No findings in 2 stories\n"


def test_no_story_no_words(write):
    assert write("text") == ""


def test_colour_adds_nothing_but_colour(write, report):
    painted = write("text", report, colour=True)
    assert "\x1b[1;31m" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == WHOLE


def test_a_long_paragraph_is_cut_at_words_around_the_span():
    text = "word " * 200 + "The Quads Force. " + "word " * 200
    start = text.index("Quads")
    shown = window(Source("a", text), Span(start, start + 11), 60)
    assert shown.marked == "Quads Force"
    assert shown.before.startswith("…word ")
    assert shown.before.endswith("word The ")
    assert shown.after.endswith(" word…")
    assert 50 <= columns(shown.text) <= 60


def test_control_characters_do_not_reach_the_terminal(write):
    text = "A \x1b[2J bad\tline \u202e.\n"
    out = write("text", Report(Source("a\x1b.txt", text), (Finding("a.b", Severity.ERROR, "\x07bell", Span(2, 3), ("\x1b",)),)))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", out)


def test_a_span_over_a_line_end_is_shown_to_the_end_of_its_first_line():
    shown = window(Source("a", "one two\nthree"), Span(4, 10), 60)
    assert (shown.line, shown.before, shown.marked, shown.after) == (1, "one ", "two", "")


@settings(deadline=None)
@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 40), st.integers(10, 80))
def test_the_window_fits_the_room_and_holds_the_span(text, start, length, room):
    start = min(start, len(text))
    span = Span(start, min(len(text), start + length))
    shown = window(Source("a", text), span, room)
    assert columns(shown.text) <= room
    assert "\n" not in shown.text


@pytest.mark.parametrize(("text", "wide"), [("abc", 3), ("雨", 2), ("e\u0301", 1), ("ｆｆ", 4), ("a\u200bb", 2)])
def test_columns_are_those_of_a_terminal(text, wide):
    assert columns(text) == wide
