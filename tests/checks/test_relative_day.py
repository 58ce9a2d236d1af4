from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

Matches = Callable[..., list[Match]]
DAY = "2020-01-15"


@pytest.mark.parametrize(
    ("text", "wrong", "fixes", "doubt"),
    [
        ("It sank yesterday, Jan. 10, by the lock.", "Jan. 10", ("January 14",), 0),
        ("It sank yesterday (Jan. 13).", "Jan. 13", ("January 14",), 1),
        ("It sails tomorrow, Jan. 17.", "Jan. 17", ("January 16",), 1),
        ("It sank two weeks ago, on Jan. 5.", None, (), 0),
        ("It sank three weeks ago, on Jan. 10.", "Jan. 10", (), 0),
        ("It sank four days ago, on Wednesday, by the lock.", "Wednesday", ("Saturday",), 0),
        ("It sails in three days, on Monday.", "Monday", ("Saturday",), 0),
        ("The six-day fair runs from Friday to Sunday.", "six", ("three",), 0),
        ("The 2-day fair runs from June 28 to July 2.", "2", ("5",), 0),
        ("It rained for three days, from Monday to Friday.", "three", ("five",), 0),
        ("It is open five days a week, Tuesday to Sunday.", "five", ("six",), 1),
        ("The two-week fair opens on June 1 and closes on July 14.", "two", (), 0),
        ("The two-week fair opens on June 1 and closes on June 14.", None, (), 0),
        ("From Monday to Thursday it was in Rome, from Friday in Oslo, on a six-day tour.", None, (), 0),
        ("It sank yesterday, Jan. 14, 2020.", None, (), 0),
        ("It sank three days ago, on Sunday.", None, (), 0),
        ("It sank yesterday, Friday’s news said.", None, (), 0),
        ("“It sank yesterday, Jan. 10, by the lock,” Roe said.", None, (), 0),
        ("The three-day fair runs from Friday to Sunday. The two-day fair runs from Friday to Sunday.", None, (), 0),
    ],
)
def test_a_day_is_counted_from_the_storys_own(matches: Matches, text: str, wrong: str | None, fixes: tuple[str, ...], doubt: int) -> None:
    found = [(m.block.text[slice(*m.span)], m.fixes, m.doubt) for m in matches("relative-day", f"Head of it\n\n{text}", DAY)]
    assert found == ([(wrong, fixes, doubt)] if wrong else [])


def test_without_a_day_of_the_story_nothing_is_counted_from_it(matches: Matches) -> None:
    assert matches("relative-day", "Head of it\n\nIt sank yesterday, Jan. 10, by the lock.") == []


def test_a_weekday_with_yesterday_behind_it_is_held_against_the_day(matches: Matches) -> None:
    (match,) = matches("relative-day", "---\ndate: 2024-03-14\n---\nThe council met on Wednesday, tomorrow, and put off the vote.")
    assert (match.fixes, match.doubt) == (("yesterday",), 0)
    assert not matches("relative-day", "---\ndate: 2024-03-14\n---\nThe council met on Wednesday, yesterday, and put off the vote.")
