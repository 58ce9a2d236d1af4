"""What is wrong with a script, and in which of its lines."""

from __future__ import annotations

from lintnews.model import LintNewsError

TOO_DEEP = "its functions, or its lists and maps, go too deep into one another"


class ScriptError(LintNewsError):
    """A script that cannot be read, or that failed; `line` counts from one, and is 0 where it is not known yet."""

    def __init__(self, words: str, line: int = 0) -> None:
        super().__init__(words)
        self.words = words
        self.line = line

    def __str__(self) -> str:
        return f"line {self.line} of the script: {self.words}" if self.line else f"the script: {self.words}"
