"""A file of sorted lines in; the line of a key out, without reading more of the file than it takes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import repeat
from pathlib import Path

#: Lines that are kept in memory; how far apart the lines are from which others are sought; questions after which all lines are read.
_KEPT, _APART, _MANY = 10_000, 4_096, 10_000


class Lines:
    """Lines sorted by their bytes, each a key, a blank (or another `gap`) and what belongs to it.

    The file begins and ends with a line break; or the lines begin behind the last empty line, when they stand `last` in it.
    """

    def __init__(self, path: Path, gap: str = " ", *, last: bool = False) -> None:
        self._path, self._gap, self._last = path, gap.encode(), last
        self._asked = 0
        self.of = lru_cache(_KEPT)(self._of)

    @cached_property
    def data(self) -> bytes:
        """All lines, read when the first is asked for."""
        whole = self._path.read_bytes()
        return whole[whole.rfind(b"\n\n") + 1 :] if self._last else whole

    @cached_property
    def _landmarks(self) -> tuple[Sequence[int], Sequence[bytes]]:
        """Where a line begins every so often, and its key."""
        data, gap = self.data, self._gap
        places = sorted({max(0, data.rfind(b"\n", 0, at + 1)) for at in range(0, len(data) - 1, _APART)})
        return [*places, len(data) - 1], [data[at + 1 : data.find(gap, at)] for at in places]

    @cached_property
    def _all(self) -> Mapping[str, str]:
        """Every line, by its key: for a run that asks for so many that finding them one by one costs more."""
        lines = filter(None, self.data.decode().split("\n"))
        return {key: rest for key, _, rest in map(str.partition, lines, repeat(self._gap.decode()))}

    def _of(self, key: str) -> str:
        """What belongs to a key, empty where there is none."""
        self._asked += 1
        return self._all.get(key, "") if self._asked > _MANY else self._sought(key)

    def _sought(self, key: str) -> str:
        data, wanted = self.data, key.encode(errors="surrogatepass")
        places, keys = self._landmarks
        before = bisect_right(keys, wanted)
        if not before:
            return ""
        at = data.find(b"\n" + wanted + self._gap, places[before - 1], places[before])
        return data[at + len(wanted) + 2 : data.find(b"\n", at + 1)].decode() if at >= 0 else ""
