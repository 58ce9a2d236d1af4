"""How far a run is in, a line that says so out: drawn anew on one line of the terminal, and gone when the run ends."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

#: Seconds before anything is drawn, and between two drawings.
_AFTER, _EVERY = 1.0, 0.1
_WIDE = 24


class Progress:
    """A bar on a terminal, once a run takes longer than one waits for gladly."""

    def __init__(self, stream: TextIO, after: float = _AFTER) -> None:
        self._stream = stream
        self._began = time.monotonic()
        self._next = self._began + after
        self._drawn = False

    def step(self, done: int, total: int) -> None:
        """So many stories of all are done."""
        now = time.monotonic()
        if now < self._next or total < 2:
            return
        self._next = now + _EVERY
        share = done / total
        left = f", {_time((now - self._began) * (1 - share) / share)} left" if share > 0.02 else ""
        bar = "█" * round(share * _WIDE) + "░" * (_WIDE - round(share * _WIDE))
        self._stream.write(f"\r\x1b[K{bar} {done:,} of {total:,} stories{left}")
        self._stream.flush()
        self._drawn = True

    def clear(self) -> None:
        """Take the bar away."""
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._drawn = False

    def aside(self, put: Callable[[str], object]) -> Callable[[str], object]:
        """What writes on the same terminal, with the bar out of its way."""

        def write(text: str) -> object:
            self.clear()
            return put(text)

        return write


def _time(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"
