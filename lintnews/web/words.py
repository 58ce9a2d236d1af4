"""Words that whoever writes accepts in, the list of them out, kept in a file of the user's own."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from lintnews import places
from lintnews.model import LintNewsError

#: How many are kept, and how long one may be.
_MOST, _LONGEST = 10_000, 100


def usual() -> Path:
    """Where words are kept, below `LINTNEWS_DATA` or where the system keeps a user's data."""
    named = os.environ.get("LINTNEWS_DATA")
    return (Path(named) if named else places.data()) / "words.txt"


class Words:
    """The accepted words, in alphabetical order; those of the file, one a line, and those added since."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._words: set[str] = set()
        with contextlib.suppress(FileNotFoundError):
            try:
                self._words = {word for line in path.read_text(encoding="utf-8-sig").splitlines() if (word := line.strip())}
            except (OSError, ValueError) as error:
                if isinstance(error, FileNotFoundError):
                    raise
                raise LintNewsError(f"{path}: the list of accepted words cannot be read: {error}; mend it or move it away") from None

    def listed(self) -> list[str]:
        return sorted(self._words)

    def add(self, *words: str) -> bool:
        """Whether any of them is new; raises LintNewsError for what is no word, or when there is no room."""
        new = {_sound(word) for word in words} - self._words
        if len(self._words) + len(new) > _MOST:
            raise LintNewsError(f"no more than {_MOST} words can be accepted; take some out of {self._path.name}")
        return self._changed(self._words | new) if new else False

    def remove(self, *words: str) -> bool:
        """Whether any of them was there; raises LintNewsError for what is no word."""
        old = self._words & {_sound(word) for word in words}
        return self._changed(self._words - old) if old else False

    def _changed(self, words: set[str]) -> bool:
        """Write the list, whole or not at all."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(prefix=".lintnews-", suffix=".part", dir=self._path.parent)
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.writelines(f"{word}\n" for word in sorted(words))
            os.replace(draft, self._path)
        except OSError as error:
            raise LintNewsError(f"the list of accepted words cannot be written: {error.strerror}") from None
        self._words = words
        return True


def _sound(word: str) -> str:
    """A word without the blanks around it; raises LintNewsError for what is none."""
    if not word.strip() or len(word.splitlines()) != 1 or len(word) > _LONGEST or any(char < " " or char == "\x7f" for char in word):
        raise LintNewsError(f"a word has 1 to {_LONGEST} characters, and stands on one line")
    return word.strip()
