from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import options
from lintnews.checks.unfinished import Check
from lintnews.model import Match, OptionError

Matches = Callable[..., list[Match]]
WHOLE = (
    "The county closed the bridge on Monday after a crack was found in one of its piers.\n\n"
    "It will open again in the spring, the county said in a note to those who live near it.\n\n"
    "The mayor said that the town had not been asked and that nobody had been told of it."
)


def test_a_last_paragraph_without_its_end_breaks_off(matches: Matches) -> None:
    (match,) = matches("unfinished", f"{WHOLE}\n\nThe bridge was built in 1931 and was meant to la", words=["the"])
    assert match.block.text[slice(*match.span)] == "la"


def test_a_story_whose_paragraphs_have_no_marks_says_nothing(matches: Matches) -> None:
    assert not matches("unfinished", WHOLE.replace(".", "") + "\n\nThe bridge was built in 1931 and was meant to la", words=["the"])


@pytest.mark.parametrize(
    "end", ["Follow us: the bridge and the town that needs it", "More on the Bridge and the Town It Serves", "By Ada Roe"]
)
def test_titles_and_credits_need_no_mark(matches: Matches, end: str) -> None:
    assert not matches("unfinished", f"{WHOLE}\n\n{end}", words=["the"])


def test_a_small_word_ends_no_paragraph(matches: Matches) -> None:
    (match,) = matches(
        "unfinished",
        f"{WHOLE}\n\nThe council voted on Monday to close the mill, which is the oldest one of all the\n\nIt is shut.",
        words=["the"],
    )
    assert match.words["match"] == "the"


def test_a_rule_needs_a_length_that_can_be_counted() -> None:
    with pytest.raises(OptionError, match="`least`"):
        options.build(Check, {"words": ["the"], "least": 0})
