from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import options
from lintnews.checks.later_mention import Check
from lintnews.model import OptionError

KIND = "later-mention"
Spotted = Callable[..., list[str]]
NAMED = "Sen. Marta Quillon opened the lock in May.\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The lock, Sen. Quillon said, leaks.", ["Sen. Quillon"]),
        ("Quillon left. Mr. Quillon slept.", []),
        ("Sen. Marta Quillon left.", []),
        ("Hugh Quillon came. Sen. Quillon left.", []),
    ],
)
def test_a_title_is_left_out_after_the_full_name(spotted: Spotted, text: str, found: list[str]) -> None:
    assert spotted(KIND, NAMED + text, form="surname") == found


@pytest.mark.parametrize(("text", "found"), [("A day on, Quillon left.", ["Quillon"]), ("A day on, Ms Quillon left.", [])])
def test_a_house_may_ask_for_a_title(spotted: Spotted, text: str, found: list[str]) -> None:
    assert spotted(KIND, NAMED + text, form="courtesy") == found


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        ("Marta Quillon, 9, won.", ["Quillon"]),
        ("Marta Quillon, who is 15, won.", ["Quillon"]),
        ("The 12-year-old Marta Quillon won.", ["Quillon"]),
        ("Marta Quillon, 16, won.", []),
        ("Marta Quillon won 9 races.", []),
    ],
)
def test_a_child_is_called_by_the_first_name(spotted: Spotted, opening: str, found: list[str]) -> None:
    assert spotted(KIND, f"{opening} It rained, and the judges said Quillon was wet.", form="first-name") == found


@pytest.mark.parametrize(("values", "words"), [({"form": "nickname"}, "`form`"), ({"form": "surname", "titles": ["sir"]}, "not `sir`")])
def test_an_unknown_form_or_title_is_told(values: dict[str, object], words: str) -> None:
    with pytest.raises(OptionError, match=words):
        options.build(Check, values)
