"""A file of sorted lines in; the line of a key out: by halving the file, or from all lines once so many were asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path

#: Lines that are kept in memory, and lines asked for after which all of them are read.
_KEPT, _MANY = 10_000, 2_000


class Lines:
    """Lines sorted by their bytes, each a key, a blank and what belongs to it; the file begins and ends with a line break."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._asked = 0
        self.of = lru_cache(_KEPT)(self._of)

    @cached_property
    def data(self) -> bytes:
        """The whole file, read when the first line is asked for."""
        return self._path.read_bytes()

    @cached_property
    def _all(self) -> Mapping[str, str]:
        """Every line, by its key."""
        parted = (line.partition(" ") for line in self.data.decode().split("\n") if line)
        return {key: rest for key, _, rest in parted}

    def _of(self, key: str) -> str:
        """What belongs to a key, empty where there is none."""
        self._asked += 1
        return self._all.get(key, "") if self._asked > _MANY else self._halved(key)

    def _halved(self, key: str) -> str:
        """The same, by halving what is left of the file."""
        data, wanted = self.data, key.encode()
        low, high = 0, len(data) - 1
        while low < high:
            start = data.rfind(b"\n", low, (low + high) // 2 + 1)
            start = low if start < 0 else start
            end = data.find(b"\n", start + 1)
            blank = data.find(b" ", start + 1, end)
            found = data[start + 1 : blank]
            if found == wanted:
                return data[blank + 1 : end].decode()
            if found < wanted:
                low = end
            else:
                high = start
        return ""
