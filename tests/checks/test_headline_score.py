from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("head", "body", "given", "fixes"),
    [
        ("Hawks edge Bulls, 101-99", "The Hawks edged the Bulls, 101-98.", "101-99", ("101-98",)),
        ("Hawks lose to Bulls, 99-101", "The Bulls edged the Hawks, 101-98.", "99-101", ("98-101",)),
        ("Council backs tax rise, 6-3", "The council voted six to four for the tax.", "6-3", ("6-4",)),
        ("Rovers beat United in final", "United beat Rovers on Saturday.", "Rovers beat United", ()),
        ("Arlen defeats Tom Boyle", "On Monday Boyle narrowly defeated the mayor, Ann Arlen.", "Arlen defeats Tom Boyle", ()),
    ],
)
def test_what_the_body_has_otherwise_is_found(matches: Matches, head: str, body: str, given: str, fixes: tuple[str, ...]) -> None:
    (found,) = matches("headline-score", f"{head}\n\n{body}")
    assert (found.words["match"], found.fixes) == (given, fixes)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Hawks edge Bulls, 101-99", "The Bulls lost 99-101 to the Hawks. They had won 101-98 in May."),
        ("Hawks edge Bulls, 101-99", "They had won 101-98 in May and lost 99-98 in June."),
        ("Hawks edge Bulls, 101-99", "They had won 88-77 in May."),
        ("Rovers beat United in final", "Rovers beat United on Saturday. In May United beat Rovers."),
        ("Fares up for 5-10 year olds", "Fares for those of 5-15 go up."),
    ],
)
def test_what_the_body_has_or_does_not_tell_is_left_alone(matches: Matches, head: str, body: str) -> None:
    assert matches("headline-score", f"{head}\n\n{body}") == []
