from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from lintnews import checks, options
from lintnews.facts import Fact, FactBase
from lintnews.ledger import Story


def _told(address: str, value: str) -> Fact:
    return Fact(address, "link", value, "example.org", date(2026, 6, 15), since="2026-06-15", note="404 Not Found")


BASE = FactBase.of(
    (_told("https://a.example/Pier?id=2", "gone"), _told("https://a.example/mill", "moved"), _told("https://a.example/weir", "unclear")), {}
)


@pytest.mark.parametrize(
    ("text", "values", "found"),
    [
        ("See https://a.example/Pier?id=2.", {}, ["https://a.example/Pier?id=2"]),
        ("See https://a.example/pier?id=2 and https://a.example/Pier?id=3.", {}, []),
        ("See https://a.example/mill and https://a.example/weir.", {}, ["https://a.example/mill"]),
        ("See https://a.example/mill and https://a.example/weir.", {"values": ["unclear"]}, ["https://a.example/weir"]),
        ("See https://web.archive.org/web/https://a.example/mill.", {}, []),
    ],
)
def test_a_link_is_told_of_by_what_it_answered(story: Callable[..., Story], text: str, values: dict[str, object], found: list[str]) -> None:
    made = checks.kind("stored-link")
    assert made is not None
    matches = list(options.build(made, values).find(story(text + "\n", base=BASE)))
    assert [match.words["match"] for match in matches] == found
    assert all("2026-06-15: 404 Not Found" in match.evidence[0].text for match in matches)
