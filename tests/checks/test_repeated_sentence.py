from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import options
from lintnews.checks.repeated_sentence import Check
from lintnews.model import Match, OptionError

HEAD = "A headline\n\n"
ONE = "The council voted on Monday to close the mill."
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [(f"{ONE} {ONE}", 0), (f"{ONE} It rained. {ONE}", 1), (f"{ONE} It rained.\n\n{ONE} It snowed.", 1), (f"It rained. {ONE}\n\n{ONE}", 0)],
)
def test_a_sentence_that_stands_twice_is_reported(matches: Matches, text: str, doubt: int) -> None:
    (found,) = matches("repeated-sentence", HEAD + text)
    assert (found.doubt, found.fixes) == (doubt, ("",))


@pytest.mark.parametrize("text", [f"{ONE} The council voted on Monday to close the weir.", "No more. No more.", f"{ONE}\n\n{ONE}"])
def test_what_differs_is_short_or_a_whole_paragraph_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("repeated-sentence", HEAD + text) == []


def test_words_must_be_one_or_more() -> None:
    with pytest.raises(OptionError, match="`words` must be 1 or more"):
        options.build(Check, {"words": 0})


def test_a_copy_right_behind_the_first_may_be_short(matches: Matches) -> None:
    (match,) = matches("repeated-sentence", "The river rose quickly. The river rose quickly. It fell again in the night.")
    assert match.doubt == 0
    assert not matches("repeated-sentence", "It rose. It rose. The mill stood in the water until the morning came.")
