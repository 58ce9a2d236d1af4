from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import checks, options
from lintnews.model import LintNewsError, Match

HEAD = "A headline\n\n"
Matches = Callable[..., list[Match]]


def fixes(found: list[Match]) -> list[tuple[str, int]]:
    return [(match.fixes[0], match.doubt) for match in found]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("“We lost.” according to the clerk.", "lost,”"),
        ("“We lost.” she told reporters.", "lost,”"),
        ("“We lost.” said Ada Lindqvist.", "lost,”"),
        ("“We lost.” the mayor of Ostby, Jon Ruud, said.", "lost,”"),
        ("‘We lost.’ she said.", "lost,’"),
        ("“I left the U.S.” she said.", "U.S.,”"),
        ("“I work for Ruud Inc.” she said.", "Inc.,”"),
    ],
)
def test_a_stop_before_an_attribution_becomes_a_comma(matches: Matches, text: str, fix: str) -> None:
    assert fixes(matches("quotation-punctuation", HEAD + text, slip="stop")) == [(fix, 0)]


@pytest.mark.parametrize("text", ["“We lost.” Lindqvist said.", "“We lost.” and walked out."])
def test_a_stop_that_may_end_a_sentence_is_doubted(matches: Matches, text: str) -> None:
    assert fixes(matches("quotation-punctuation", HEAD + text, slip="stop")) == [("lost,”", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "“We lost.” Lindqvist said the team would go home.",
        "“We lost...” she said.",
        "“We lost,” she said.",
        "He calls it “the end.” of days.",
        "“We lost.”",
        "“He said, ‘Go.’ he left,” she said.",
    ],
)
def test_a_stop_in_its_place_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("quotation-punctuation", HEAD + text, slip="stop") == []


def test_a_missing_comma_is_put_inside_the_mark(matches: Matches) -> None:
    found = matches("quotation-punctuation", HEAD + '"Nobody told us" Ruud said. “We won” said the mayor.', slip="comma")
    assert fixes(found) == [('us,"', 0), ("won,”", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "The “ghost bridge” she said was hers.",
        "“Morning Line” told viewers so.",
        "“Who lost?” she said.",
        "“We —” she said.",
        "“Hello” said nobody.",
        "“we lost” she said",
    ],
)
def test_a_title_or_a_term_needs_no_comma(matches: Matches, text: str) -> None:
    assert matches("quotation-punctuation", HEAD + text, slip="comma") == []


def test_a_mark_outside_is_reported_with_one_that_is_inside(matches: Matches) -> None:
    text = HEAD + "It was “near,” “far,” and “high”.\n"
    (found,) = matches("quotation-punctuation", text, slip="outside")
    assert found.fixes == ("high.”",)
    assert found.evidence[0].span is not None
    assert found.block.text[slice(*found.evidence[0].span)] == "near,”"


def test_copy_that_does_both_is_left_alone(matches: Matches) -> None:
    text = HEAD + "It was “near”, “far,” and “high”. “We lost,” she said. “We won,” he said."
    assert matches("quotation-punctuation", text, slip="outside") == []


def test_an_unknown_slip_is_refused() -> None:
    kind = checks.kind("quotation-punctuation")
    assert kind is not None
    with pytest.raises(LintNewsError, match="`slip` must be one of stop, comma, outside"):
        options.build(kind, {"slip": "colon"})
