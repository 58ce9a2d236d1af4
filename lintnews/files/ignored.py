"""The .gitignore files from the repository's root down in, whether a path is left out out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

#: Characters that are read of one file.
_LARGEST = 1_000_000


class Ignored:
    """What git ignores, learnt folder by folder as a search goes down."""

    def __init__(self) -> None:
        self._specs: dict[str, GitIgnoreSpec] = {}

    @classmethod
    def above(cls, folder: str) -> Ignored:
        """What the folders above have to say, up to the root of the repository; nothing outside one."""
        made, home = cls(), os.path.abspath(folder)
        above = [home]
        while not os.path.exists(os.path.join(home, ".git")):
            if home == os.path.dirname(home):
                return made
            home = os.path.dirname(home)
            above.append(home)
        made._take(home, os.path.join(home, ".git", "info", "exclude"))
        for each in reversed(above[1:]):
            made.enter(each)
        return made

    def enter(self, folder: str) -> None:
        """Learn what the folder's own .gitignore says."""
        home = os.path.abspath(folder)
        self._take(home, os.path.join(home, ".gitignore"))

    def _take(self, home: str, path: str) -> None:
        try:
            if not os.path.isfile(path):  # a pipe or a device has no end
                return
            with open(path, encoding="utf-8", errors="replace") as file:
                lines = file.read(_LARGEST).splitlines()
        except OSError:
            return
        from lintnews import globs

        self._specs[os.path.join(home, "")] = globs.sound(lines)

    def has(self, path: str, *, folder: bool = False) -> bool:
        """Whether git leaves a path out; the nearest .gitignore that has a word on it decides."""
        if not self._specs:
            return False
        full = os.path.abspath(path)
        for home in sorted(self._specs, key=len, reverse=True):
            if full.startswith(home):
                inside = full[len(home) :].replace(os.sep, "/") + "/" * folder
                if (said := self._specs[home].check_file(inside).include) is not None:
                    return said
        return False
