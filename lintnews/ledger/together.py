"""What each of many rules asks of a story in, one reading for all of them out, made of those that earlier stories were read by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Whole = TypeVar("Whole")


class Together(Generic[Asked, Whole]):
    """What rules ask, joined. A rule that joins while a story is read is read by itself there, and with the others in the next one.

    What is found for a rule does not depend on which others have joined.
    """

    def __init__(self, join: Callable[[tuple[Asked, ...]], Whole]) -> None:
        self._join = join
        self._asked: dict[Asked, None] = {}
        self._last: tuple[frozenset[Asked], Whole] = (frozenset(), join(()))

    def add(self, asked: Asked) -> Whole:
        """One more, for the stories to come; for this one it stands by itself."""
        self._asked[asked] = None
        return self._join((asked,))

    def whole(self) -> tuple[frozenset[Asked], Whole]:
        """All that have joined by now, and what they make together."""
        if len(self._last[0]) != len(self._asked):
            asked = tuple(self._asked)
            self._last = frozenset(asked), self._join(asked)
        return self._last
