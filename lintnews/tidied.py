"""A text in, the way back out: from offsets in it with every stretch of white space as one blank to offsets in the text itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

_WHITE = re.compile(r"\s+")


class Tidied:
    """The stretches of white space of a text, and where the blank that stands for each is in the tidy one."""

    def __init__(self, text: str) -> None:
        self._runs = [found.span() for found in _WHITE.finditer(text)]
        self._blanks: list[int] = []
        if not self._runs or self._runs[0][0] > 0:
            self._runs.insert(0, (0, 0))
        saved = 0
        for start, end in self._runs:
            self._blanks.append(start - saved - (not self._blanks))
            saved += end - start - (len(self._blanks) > 1)

    def home(self, offsets: Iterable[int]) -> list[int]:
        """Where the offsets stand in the text, in order; for a blank every place in its stretch. -1 is before the first word."""
        out: list[int] = []
        for offset in offsets:
            at = bisect_left(self._blanks, offset)
            if at < len(self._blanks) and self._blanks[at] == offset:
                out += range(*self._runs[at])
            else:
                out.append(self._runs[at - 1][1] + offset - self._blanks[at - 1] - 1)
        return sorted(set(out))
