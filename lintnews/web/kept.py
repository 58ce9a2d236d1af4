"""Requests in, their answers out: one that was answered before is not worked on again, nor one that is being worked on.

Editors and add-ons send the same paragraphs again and again. Answers are kept in memory alone, under a digest of the request.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

from lintnews.model import LintNewsError

#: What is kept, in bytes of answers; the longest unused go first. What an answer costs besides its body.
MOST = 32 << 20
_BESIDE = 500


@dataclass(frozen=True)
class Answer:
    """What a process says: JSON, a few counts for the records, and whether it would say the same again today."""

    body: bytes
    counts: Mapping[str, int] = field(default_factory=dict)
    lasting: bool = False


class Kept:
    """Answers by their requests. For one event loop."""

    def __init__(self, most: int = MOST) -> None:
        self._most, self._size = most, 0
        self._answers: OrderedDict[bytes, Answer] = OrderedDict()
        self._coming: dict[bytes, asyncio.Future[Answer]] = {}
        #: How many requests were answered without work.
        self.spared = 0

    async def answer(self, request: bytes, work: Callable[[], Awaitable[Answer]]) -> Answer:
        """The answer to a request, by `work` where there is none; raises what `work` raises."""
        key = blake2b(request, digest_size=16, key=date.today().isoformat().encode()).digest()
        while coming := self._coming.get(key):
            await asyncio.wait([coming])
            if not coming.cancelled():
                self.spared += 1
                return coming.result()
        if key in self._answers:
            self.spared += 1
            self._answers.move_to_end(key)
            return self._answers[key]
        return await self._worked(key, work)

    async def _worked(self, key: bytes, work: Callable[[], Awaitable[Answer]]) -> Answer:
        """The answer by `work`, for all who ask for it meanwhile; when who asked first goes away, another one of them sees to it."""
        coming = self._coming[key] = asyncio.get_running_loop().create_future()
        try:
            answer = await work()
            coming.set_result(answer)
        except LintNewsError as error:
            coming.set_exception(error)
            coming.exception()  # told to whoever waits; where nobody does, that is no fault
            raise
        finally:
            del self._coming[key]
            coming.cancel()
        if answer.lasting:
            self._keep(key, answer)
        return answer

    def _keep(self, key: bytes, answer: Answer) -> None:
        self._answers[key] = answer
        self._size += len(answer.body) + _BESIDE
        while self._size > self._most:
            _, old = self._answers.popitem(last=False)
            self._size -= len(old.body) + _BESIDE
