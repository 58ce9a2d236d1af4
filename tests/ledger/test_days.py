from __future__ import annotations

from datetime import date

import pytest
from records import StoryOf

from lintnews.ledger import days
from lintnews.ledger.days import Day
from lintnews.model import Block, Part, Piece


def read(text: str) -> list[Day]:
    return list(days.named(Block(Part.BODY, text, (Piece(0, 0, len(text)),))))


@pytest.mark.parametrize(
    ("text", "month", "number", "year", "weekday"),
    [
        ("on April 7, 2020, he", 4, 7, 2020, None),
        ("on Friday, Apr. 7, he", 4, 7, None, 4),
        ("Friday April 7th 2020", 4, 7, 2020, 4),
        ("on Friday 7 April 2020", 4, 7, 2020, 4),
        ("Sunday, the 7th of April", 4, 7, None, 6),
        ("Feb. 30", 2, 30, None, None),
        ("Sept. 3, 1914", 9, 3, 1914, None),
    ],
)
def test_a_day_is_read_in_every_order(text: str, month: int, number: int, year: int | None, weekday: int | None) -> None:
    (day,) = read(text)
    assert (day.month, day.number, day.year, day.weekday) == (month, number, year, weekday)


@pytest.mark.parametrize(
    "text", ["in April 2020", "March 32,000 men", "May 5.5 percent", "he may 5", "the Sun rises", "at 12:30 May", "Decades 5"]
)
def test_what_is_no_day_is_not_read(text: str) -> None:
    assert read(text) == []


def test_two_orders_do_not_read_one_day_twice() -> None:
    assert [(d.month, d.number) for d in read("from 3 May 4 times, and June 5 June")] == [(5, 4), (6, 5)]


def test_many_days_in_a_row_are_each_read_once() -> None:
    text = "June 5 July 6 " * 20
    assert len(read(text)) == 40


def test_a_day_without_a_year_is_the_nearest() -> None:
    (day,) = read("on Dec. 30")
    assert day.nearest(date(2020, 1, 5)) == date(2019, 12, 30)
    assert day.at(2021) == date(2021, 12, 30)


def test_a_day_that_does_not_exist_has_no_date() -> None:
    (day,) = read("on Feb. 29")
    assert day.at(2019) is None
    assert day.at(2020) == date(2020, 2, 29)


def test_a_day_is_printed_in_words() -> None:
    assert days.printed(date(2020, 1, 3)) == "January 3, 2020"


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("LONDON, Jan 9 2024 - The board met.", date(2024, 1, 9)),
        ("LONDON, 9 January 2024 (Reuters) — The board met.", date(2024, 1, 9)),
        ("LONDON, Jan. 9 (Reuters) — The board met.", None),
    ],
)
def test_a_dateline_with_a_year_dates_the_story(story: StoryOf, lead: str, day: date | None) -> None:
    assert story(f"Bridge shut after storm\n\n{lead}\n\nIt left.\n").day == day
