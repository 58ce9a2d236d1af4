"""A file of sorted lines in; the line of a key out: by halving the file, or from all lines once so many were asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path

#: Lines that are kept in memory, and lines asked for after which all of them are read.
_KEPT, _MANY = 10_000, 2_000


class Lines:
    """Lines sorted by their bytes, each a key, a blank (or another `gap`) and what belongs to it.

    The file begins and ends with a line break; or the lines begin behind the last empty line, when they stand `last` in it.
    """

    def __init__(self, path: Path, gap: str = " ", *, last: bool = False) -> None:
        self._path, self._gap, self._last = path, gap, last
        self._asked = 0
        self.of = lru_cache(_KEPT)(self._of)

    @cached_property
    def data(self) -> bytes:
        """All lines, read when the first is asked for."""
        whole = self._path.read_bytes()
        return whole[whole.rfind(b"\n\n") + 1 :] if self._last else whole

    @cached_property
    def _all(self) -> Mapping[str, str]:
        """Every line, by its key."""
        parted = (line.partition(self._gap) for line in self.data.decode().split("\n") if line)
        return {key: rest for key, _, rest in parted}

    def _of(self, key: str) -> str:
        """What belongs to a key, empty where there is none."""
        self._asked += 1
        return self._all.get(key, "") if self._asked > _MANY else self._halved(key)

    def _halved(self, key: str) -> str:
        """The same, by halving what is left of the file."""
        data, wanted, gap = self.data, key.encode(errors="surrogatepass"), self._gap.encode()
        low, high = 0, len(data) - 1
        while low < high:
            start = data.rfind(b"\n", low, (low + high) // 2 + 1)
            start = low if start < 0 else start
            end = data.find(b"\n", start + 1)
            blank = data.find(gap, start + 1, end)
            found = data[start + 1 : blank]
            if found == wanted:
                return data[blank + 1 : end].decode()
            if found < wanted:
                low = end
            else:
                high = start
        return ""
