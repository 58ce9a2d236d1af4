from __future__ import annotations

from collections.abc import Callable

import pytest

Spotted = Callable[..., list[str]]


def _story(head: str, text: str) -> str:
    return f"---\n{head}\n---\n{text}\n"


@pytest.mark.parametrize(
    ("head", "what", "text", "found"),
    [
        ("location: Bergen", "dateline", "OSLO (XX) — A ferry stopped.", "OSLO"),
        ("place: Madrid, Spain", "dateline", "ROME — A bus stopped.", "ROME"),
        ("location: London, Ontario", "ambiguous", "The mayor of London opened the hall.", "London"),
    ],
)
def test_another_place_than_the_head_tells_is_reported(spotted: Spotted, head: str, what: str, text: str, found: str) -> None:
    assert spotted("place-of-story", _story(head, text), what=what, places=["London"]) == [found]


@pytest.mark.parametrize(
    ("head", "what", "text"),
    [
        ("location: Oslo, Norway", "dateline", "OSLO (XX) — A ferry stopped."),
        ("location: Oslo", "dateline", "A ferry stopped in Bergen."),
        ("title: Oslo", "dateline", "BERGEN — A ferry stopped."),
        ("location: London, Ontario", "ambiguous", "The mayor of London, Ontario, opened the hall."),
        ("location: Ludgrave, Ontario", "ambiguous", "The mayor of Ludgrave opened the hall."),
        ("location: London", "ambiguous", "The mayor of London opened the hall."),
    ],
)
def test_the_same_place_and_no_place_are_left_alone(spotted: Spotted, head: str, what: str, text: str) -> None:
    assert spotted("place-of-story", _story(head, text), what=what, places=["London"]) == []
