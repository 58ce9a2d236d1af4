"""The limits of a run in; a ScriptError out where a script takes more than its share of time or memory."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from sys import getsizeof
from typing import Any

from lintnews.record import record
from lintnews.tengo.faults import ScriptError
from lintnews.tengo.values import Array, Bytes, Cell, Error, Function, Map

#: After so many steps the clock is looked at.
_STEPS = 2_000
#: For so many bytes of input a run may take a second more.
_BYTES_A_SECOND = 250_000
#: So many characters that are gone through count as a step.
_CHARACTERS_A_STEP = 256


@record
class Limits:
    """What one run may take: CPU seconds, bytes in memory, bytes of one text, items of one list."""

    seconds: float = 5.0
    memory: int = 64 << 20
    text: int = 16 << 20
    items: int = 1 << 20

    def for_input(self, size: int) -> Limits:
        """The limits of a run whose input has this many bytes."""
        return Limits(self.seconds + size / _BYTES_A_SECOND, self.memory + 8 * size, self.text + 4 * size, self.items + size)


class Meter:
    """What one run has taken so far."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.left = _STEPS
        self.depth = 0
        self.frames: list[list[Any]] = []
        self._until = time.thread_time() + limits.seconds
        self._made = 0
        self._encoded: dict[str, bytes] = {}

    def tick(self, steps: int = 1) -> None:
        """Count steps; raises ScriptError when the time is spent."""
        self.left -= steps
        if self.left < 0:
            self.left = _STEPS
            if self.seconds_left() <= 0:
                raise ScriptError(f"it takes more than {self.limits.seconds:.3g} s; is there a loop without an end?")

    def seconds_left(self) -> float:
        """The seconds that the run may still take."""
        return self._until - time.thread_time()

    def read(self, text: str) -> None:
        """Count the steps that it takes to go through a text."""
        self.tick(1 + len(text) // _CHARACTERS_A_STEP)

    def room(self, size: int) -> None:
        """Raise ScriptError where a text of this many bytes is too long."""
        if size > self.limits.text:
            raise ScriptError(f"a text grows beyond {self.limits.text:,} bytes")

    def seats(self, items: int) -> None:
        """Raise ScriptError where a list of this many items is too long; count it."""
        if items > self.limits.items:
            raise ScriptError(f"a list grows beyond {self.limits.items:,} items")
        self.made(56 + 80 * items)

    def text(self, text: str) -> str:
        """A text that was just made, counted."""
        if len(text) > 64:
            self.room(len(text))
            self.made(getsizeof(text))
        return text

    def made(self, size: int) -> None:
        """Count bytes that were made; when there are many, measure what of it is still there."""
        self._made += size
        self.left -= size // 1024
        if self._made > self.limits.memory:
            self._made = sum(map(_size, _reachable(self.frames)))
            if self._made > self.limits.memory // 2:
                raise ScriptError(f"it takes more than {self.limits.memory >> 20} MB of memory")

    def bytes(self, text: str) -> bytes:
        """A text as UTF-8; of long texts the last few are kept."""
        if len(text) < 512:
            return text.encode("utf-8", "surrogateescape")
        if text not in self._encoded:
            if len(self._encoded) > 3:
                del self._encoded[next(iter(self._encoded))]
            self._encoded[text] = text.encode("utf-8", "surrogateescape")
        return self._encoded[text]

    def size(self, text: str) -> int:
        """The length of a text in bytes."""
        return len(text) if text.isascii() else len(self.bytes(text))

    def cut(self, text: str, start: int, end: int) -> str:
        """A part of a text, by bytes."""
        if text.isascii():
            return self.text(text[start:end])
        return self.text(self.bytes(text)[start:end].decode("utf-8", "surrogateescape"))

    def joined(self, first: str, second: str) -> str:
        """Two texts as one; where one ends and the other begins in the middle of a character, it is whole again."""
        self.room(len(first) + len(second))
        made = first + second
        if second and first and "\udc80" <= first[-1] <= "\udcff" and "\udc80" <= second[0] <= "\udcff":
            made = whole(made)
        return self.text(made)


def whole(text: str) -> str:
    """A text in which bytes that follow one another and are a character together are that character."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")


def _reachable(frames: Iterable[list[Any]]) -> Iterator[Any]:
    """Every value that the variables of the running functions still lead to, once."""
    seen: set[int] = set()
    stack: list[Any] = [value for frame in frames for value in frame]
    while stack:
        value = stack.pop()
        if value is None or id(value) in seen:
            continue
        seen.add(id(value))
        yield value
        stack.extend(_inside(value))


def _inside(value: Any) -> Iterable[Any]:
    kind = type(value)
    if kind is Array:
        return list(value.items)
    if kind is Map:
        return [*value.entries, *value.entries.values()]
    if kind is Cell or kind is Error:
        return [value.value]
    return [cell for _, cell in value.cells] if kind is Function else ()


def _size(value: Any) -> int:
    kind = type(value)
    if kind is Array:
        return 56 + 8 * len(value)
    if kind is Map:
        return 64 + 100 * len(value)
    if kind is Bytes:
        return len(value.data)
    return getsizeof(value) if kind is str or kind is int else 48
