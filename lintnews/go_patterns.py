"""Pattern text in Go's syntax (RE2) in, a compiled pattern out: what Vale means by a pattern in scripts and in spelling's `filters`.

There are no look-arounds and no back-references; `\\b`, `\\w`, `\\d`, `\\s` are ASCII; every escape must have a meaning.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from lintnews import bounds, lazily
from lintnews.lazily import Pattern as Pattern
from lintnews.model import LintNewsError

_CLASSES = {"w": "0-9A-Za-z_", "d": "0-9", "s": r"\t\n\f\r\ "}
_NAMED_CLASSES = {
    "alnum": "0-9A-Za-z", "alpha": "A-Za-z", "ascii": r"\x00-\x7f", "blank": r"\t\ ", "cntrl": r"\x00-\x1f\x7f", "digit": "0-9",
    "graph": "!-~", "lower": "a-z", "print": r"\ -~", "punct": r"!-/:-@\[-`\{-~", "space": r"\t\n\v\f\r\ ", "upper": "A-Z",
    "word": "0-9A-Za-z_", "xdigit": "0-9A-Fa-f",
}  # fmt: skip
_WORD = "[0-9A-Za-z_]"
_EDGE = f"(?:(?<={_WORD})(?!{_WORD})|(?<!{_WORD})(?={_WORD}))"
_PLACES = {"b": _EDGE, "B": f"(?!{_EDGE})", "A": r"\A", "z": r"\Z"}
_LETTERS = {"a": r"\x07", "f": r"\f", "t": r"\t", "n": r"\n", "r": r"\r", "v": r"\x0b"}
_CODE = lazily.pattern(r"\\(?:x\{([0-9A-Fa-f]{1,8})\}|x([0-9A-Fa-f]{2})|([0-7]{3}|[1-7][0-7]{1,2}|0[0-7]{0,2}))")
_PROPERTY = lazily.pattern(r"\\[pP](?:\{\^?\w+\}|\w)")
_FLAGS = lazily.pattern(r"\(\?([imsU]*)(?:-([imsU]+))?([:)])")
_NAME = lazily.pattern(r"\(\?P?<(\w+)>")
_COUNT = lazily.pattern(r"\{(\d+)(,(\d*))?\}")
_CLASS_NAME = lazily.pattern(r"\[:(\^?)(\w+):\]")
#: The most that a count in braces may be.
_MOST = 1000


@lru_cache(maxsize=2_000)
def compile(text: str) -> Pattern:
    """Compile a pattern; raises LintNewsError with what is wrong in it."""
    try:
        return lazily.compile(bounds.checked("(?-f)" + translated(text)), lazily.V1)
    except LintNewsError as error:
        raise LintNewsError(f"bad pattern `{_short(text)}`: {error}") from None
    except regex.error as error:
        raise LintNewsError(f"bad pattern `{_short(text)}`: {str(error).split(' at position ')[0]}") from None
    except (OverflowError, RecursionError, MemoryError, ValueError):
        raise LintNewsError(f"bad pattern `{_short(text)}`: too large or too deeply nested") from None


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


def translated(text: str) -> str:
    """The same pattern as `regex` writes it; raises LintNewsError."""
    return _Translation(text).text()


class _Translation:
    """One walk over a pattern; `_lines` and `_lazy` say for every open group whether (?m) and (?U) hold."""

    def __init__(self, pattern: str) -> None:
        self._pattern, self._at, self._out = pattern, 0, list[str]()
        self._flags = [(False, False)]
        self._repeatable = False

    def text(self) -> str:
        while self._at < len(self._pattern):
            self._step()
        if len(self._flags) > 1:
            raise LintNewsError("a bracket ( is not closed")
        return "".join(self._out)

    def _take(self, length: int, out: str, *, repeatable: bool = True) -> None:
        self._out.append(out)
        self._at += length
        self._repeatable = repeatable

    def _step(self) -> None:
        char = self._pattern[self._at]
        if char == "\\":
            self._escape()
        elif char == "[":
            self._class()
        elif char == "(":
            self._open()
        elif char == ")":
            self._close()
        elif char in "*+?" or (char == "{" and _COUNT.match(self._pattern, self._at)):
            self._repeat()
        elif char == "$" and not self._flags[-1][0]:
            self._take(1, r"\Z")
        else:
            self._take(1, "\\" + char if char in "{}]#&~ " else char, repeatable=char != "|")

    def _open(self) -> None:
        if flags := _FLAGS.match(self._pattern, self._at):
            on, off = flags[1], flags[2] or ""
            now = tuple((sign in on or before) and sign not in off for sign, before in zip("mU", self._flags[-1], strict=True))
            if flags[3] == ":":
                self._flags.append((now[0], now[1]))
            else:
                self._flags[-1] = (now[0], now[1])
            on, off = on.replace("U", ""), off.replace("U", "")
            head = f"(?{on}{'-' if off else ''}{off}" if on or off else "(?"
            self._take(len(flags[0]), "" if head == "(?" and flags[3] == ")" else head + flags[3], repeatable=False)
        elif named := _NAME.match(self._pattern, self._at):
            self._flags.append(self._flags[-1])
            self._take(len(named[0]), f"(?P<{named[1]}>", repeatable=False)
        elif self._pattern.startswith("(?", self._at):
            sort = "look-around" if self._pattern[self._at + 2 : self._at + 3] in ("=", "!", "<") else "group"
            raise LintNewsError(f"the {sort} `{self._pattern[self._at : self._at + 4]}` is not in Go's patterns, which Vale uses here")
        else:
            self._flags.append(self._flags[-1])
            self._take(1, "(", repeatable=False)

    def _close(self) -> None:
        if len(self._flags) == 1:
            raise LintNewsError("a bracket ) is not opened")
        self._flags.pop()
        self._take(1, ")")

    def _repeat(self) -> None:
        counts = _COUNT.match(self._pattern, self._at)
        sign = counts[0] if counts else self._pattern[self._at]
        if not self._repeatable:
            raise LintNewsError(f"`{sign}` has nothing to repeat")
        if counts and (int(counts[1]) > _MOST or int(counts[3] or 0) > _MOST or (counts[3] and int(counts[1]) > int(counts[3]))):
            raise LintNewsError(f"the count `{sign}` is too large")
        lazy = self._pattern.startswith("?", self._at + len(sign))
        out = sign + ("?" if lazy is not self._flags[-1][1] else "")
        self._take(len(sign) + lazy, out, repeatable=False)

    def _escape(self) -> None:
        letter = self._pattern[self._at + 1 : self._at + 2]
        if letter == "Q":
            end = self._pattern.find(r"\E", self._at)
            inside = self._pattern[self._at + 2 : end if end >= 0 else None]
            self._take(len(inside) + (4 if end >= 0 else 2), "".join(map(lazily.escape, inside)))
        elif letter in _PLACES:
            self._take(2, _PLACES[letter])
        else:
            length, out = self._character()
            self._take(length, f"[{out}]" if letter in _CLASSES else out)

    def _character(self) -> tuple[int, str]:
        """What an escape that stands for characters stands for, as it is written in a class."""
        pattern, at = self._pattern, self._at
        letter = pattern[at + 1 : at + 2]
        if letter.lower() in _CLASSES:
            return 2, _CLASSES[letter] if letter.islower() else f"[^{_CLASSES[letter.lower()]}]"
        if letter in _LETTERS:
            return 2, _LETTERS[letter]
        if code := _CODE.match(pattern, at):
            point = int(code[1] or code[2], 16) if code[1] or code[2] else int(code[3], 8)
            if point > 0x10FFFF:
                raise LintNewsError(f"`{code[0]}` is no character")
            return len(code[0]), f"\\U{point:08x}"
        if named := _PROPERTY.match(pattern, at):
            return len(named[0]), named[0] if "{" in named[0] else f"{named[0][:2]}{{{named[0][2]}}}"
        if letter.isascii() and (letter.isalnum() or not letter):
            raise LintNewsError(f"`\\{letter}` has no meaning in Go's patterns, which Vale uses here")
        return 2, "\\" + letter

    def _class(self) -> None:
        """A bracketed class, in which only `\\`, `]`, `[:name:]` and a range have a meaning."""
        pattern, start = self._pattern, self._at
        self._at += 2 if pattern.startswith("[^", start) else 1
        out = [pattern[start : self._at]]
        first = True
        while first or not pattern.startswith("]", self._at):
            if self._at >= len(pattern):
                raise LintNewsError("a class [ is not closed")
            out.append(self._range())
            first = False
        self._take(1, "".join(out) + "]")

    def _range(self) -> str:
        low = self._member()
        if low.startswith("\\U") or len(low) <= 2:
            rest = self._pattern[self._at : self._at + 2]
            if rest[:1] == "-" and rest[1:] not in ("", "]"):
                self._at += 1
                high = self._member()
                if len(high) > 2 and not high.startswith("\\U"):
                    raise LintNewsError("a class is no end of a range")
                return f"{low}-{high}"
        return low

    def _member(self) -> str:
        if named := _CLASS_NAME.match(self._pattern, self._at):
            if named[2] not in _NAMED_CLASSES:
                raise LintNewsError(f"there is no class `{named[0]}`")
            self._at += len(named[0])
            return f"[{named[1]}{_NAMED_CLASSES[named[2]]}]"
        char = self._pattern[self._at]
        if char == "\\":
            length, out = self._character()
            self._at += length
            return out
        self._at += 1
        return "\\" + char if char in "[]&|~-^# " else char
