"""Code points in, UTF-16 code units out: the offsets that LanguageTool's clients count in."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Units:
    """The way from the offsets of one text to those of its clients."""

    def __init__(self, text: str) -> None:
        self._wide = [match.start() for match in _ASTRAL.finditer(text)]

    def at(self, offset: int) -> int:
        """Code units before a code point: one more for each character outside the basic plane."""
        return offset + bisect_left(self._wide, offset) if self._wide else offset
