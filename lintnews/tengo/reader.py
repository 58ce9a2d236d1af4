"""The tokens of a script, taken one by one, with one sentence for what stands where something else should."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from lintnews.tengo.faults import ScriptError
from lintnews.tengo.scanner import Token, tokens

#: Expressions, functions and blocks inside one another.
_DEEPEST = 60


class Reader:
    """Where a parser stands in its tokens."""

    def __init__(self, text: str) -> None:
        self._tokens = list(tokens(text))
        self._at = 0
        self._depth = 0

    @property
    def now(self) -> Token:
        """The token that stands here."""
        return self._tokens[self._at]

    @property
    def sort(self) -> str:
        """The sort of the token that stands here."""
        return self._tokens[self._at].sort

    def next(self) -> Token:
        """Take a token."""
        token = self._tokens[self._at]
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token

    def accept(self, sort: str) -> bool:
        """Take a token if it is of this sort."""
        if self.sort == sort:
            self.next()
            return True
        return False

    def expect(self, sort: str, words: str = "") -> Token:
        """Take a token of this sort; raises ScriptError when another stands here."""
        if self.sort != sort:
            raise self.fault(f"expected {words or f'`{sort}`'}")
        return self.next()

    def fault(self, words: str) -> ScriptError:
        """What is wrong with the token that stands here."""
        return ScriptError(f"{words}, found {_named(self.now)}", self.now.line)

    def more(self, closing: str, words: str) -> bool:
        """Whether another item of a list follows; its end may stand in a line of its own, but not behind a comma."""
        if self.accept(","):
            if self.sort == closing:
                raise self.fault(f"expected {words} after the comma")
            return True
        if self.sort == "end" and self.now.value == "\n":
            self.next()
        return False

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Go one level deeper; raises ScriptError where nobody could follow."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ScriptError(f"more than {_DEEPEST} levels of brackets and blocks inside one another", self.now.line)
        yield
        self._depth -= 1


def _named(token: Token) -> str:
    if token.sort == "eof":
        return "the end of the script"
    if token.sort == "end" and token.value == "\n":
        return "the end of the line"
    return f"`{token.value if token.sort in ('name', 'literal') else token.sort}`"
