from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

HEAD = "A headline\n\n"
PLAIN = "It sold flour, bran and meal. It kept geese, hens and ducks. "
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        (PLAIN + "It fed them on barley, oats, and corn.", "barley, oats and corn"),
        (PLAIN.replace(" and", ", and") + "It fed them on barley, oats or corn.", "barley, oats, or corn"),
        (PLAIN + "It fed them on barley, oats, peas, and sweet corn in spring.", "barley, oats, peas and sweet corn"),
    ],
)
def test_a_series_that_differs_from_the_others_is_reported(matches: Matches, text: str, fix: str) -> None:
    (found,) = matches("serial-comma", HEAD + text)
    assert found.fixes == (fix,)
    assert [shown.text[:6] for shown in found.evidence] == ["“flour"]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "It sold flour, bran and meal. It fed them on barley, oats, and corn.",
        PLAIN + "He sat by the fire, a tired man, and wept. In spring, rain, and wind came.",
        PLAIN + "She said, however, and rightly so, that it was late.",
        PLAIN + "It went to Ostham, Vell, and Ludgrave.",
    ],
)
def test_a_story_that_agrees_with_itself_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("serial-comma", HEAD + text) == []
