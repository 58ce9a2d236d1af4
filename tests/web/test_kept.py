"""Answers are given again to the same requests, and only to them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from lintnews.model import LintNewsError
from lintnews.web.kept import Answer, Kept

Work = Callable[[], Awaitable[Answer]]


class Worker:
    """Something that works on requests, and counts how often."""

    def __init__(self, answer: Answer | Exception, *, at_once: bool = False) -> None:
        self._answer, self.worked, self.go = answer, 0, asyncio.Event()
        if at_once:
            self.go.set()

    async def __call__(self) -> Answer:
        self.worked += 1
        await self.go.wait()
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer


async def _asked_by_many(worker: Worker, kept: Kept) -> list[Answer | BaseException]:
    """What three clients are told that ask the same at the same time."""
    asking = [asyncio.ensure_future(kept.answer(b"story", worker)) for _ in range(3)]
    await asyncio.sleep(0)
    worker.go.set()
    return await asyncio.gather(*asking, return_exceptions=True)


@pytest.mark.parametrize(("lasting", "times"), [(True, 1), (False, 2)])
def test_an_answer_that_lasts_is_given_again(lasting: bool, times: int) -> None:
    async def run() -> None:
        answer, kept = Answer(b"[]", {}, lasting), Kept()
        worker = Worker(answer)
        assert await _asked_by_many(worker, kept) == [answer] * 3
        assert await kept.answer(b"story", worker) == answer
        assert worker.worked == times
        assert kept.spared == 4 - times
        await kept.answer(b"another story", worker)
        assert worker.worked == times + 1

    asyncio.run(run())


def test_what_goes_wrong_is_told_to_all_who_wait_and_tried_again_for_the_next() -> None:
    async def run() -> None:
        fault, kept = LintNewsError("too slow"), Kept()
        worker = Worker(fault)
        assert await _asked_by_many(worker, kept) == [fault] * 3
        with pytest.raises(LintNewsError):
            await kept.answer(b"story", worker)
        assert worker.worked == 2

    asyncio.run(run())


def test_when_the_first_who_asked_goes_away_the_others_are_answered() -> None:
    async def run() -> None:
        answer, kept = Answer(b"[]"), Kept()
        worker = Worker(answer)
        first, second, third = (asyncio.ensure_future(kept.answer(b"story", worker)) for _ in range(3))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.sleep(0)
        worker.go.set()
        assert await second == await third == answer
        assert first.cancelled()

    asyncio.run(run())


def test_no_more_is_kept_than_there_is_room_for() -> None:
    async def run() -> None:
        kept = Kept(most=5_000)
        worker = Worker(Answer(bytes(1_500), {}, lasting=True), at_once=True)
        for name in (b"a", b"b", b"a", b"c", b"a", b"b"):
            await kept.answer(name, worker)
        assert worker.worked == 4  # `b` had to go for `c`, since `a` was used after it
        await kept.answer(b"a book", Worker(Answer(bytes(6_000), {}, lasting=True), at_once=True))
        await kept.answer(b"b", worker)
        assert worker.worked == 5

    asyncio.run(run())


@pytest.mark.parametrize("door", ["/v1/check", "/v1/names"])
def test_the_service_works_once_on_the_same_story(client: httpx.Client, door: str) -> None:
    asked = {"text": f"The mayor of of Ludgrave slept for {door}."}
    assert _spared(client, lambda: client.post(door, json=asked)) == 0
    assert _spared(client, lambda: client.post(door, json=asked)) == 1
    assert _spared(client, lambda: client.post(door, json={**asked, "date": "2024-01-01"})) == 0


def _spared(client: httpx.Client, ask: Callable[[], Any]) -> float:
    """How many requests were answered without work by what `ask` asks."""

    def total() -> float:
        lines = client.get("/metrics").text.splitlines()
        return next(float(line.split()[1]) for line in lines if line.startswith("lintnews_answers_kept_total "))

    before = total()
    ask()
    return total() - before
