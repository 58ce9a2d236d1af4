"""Pattern text in, compiled pattern out: the newest rules of `regex`, a time budget on every search, one line for a bad one.

Patterns mean what Vale means by them: `\\w \\d \\s` are ASCII, `\\b` is Unicode, `(?i)` counts from where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from lintnews.model import LintNewsError

#: Seconds that one pattern may spend on one block.
BUDGET = 0.5

Pattern = regex.Pattern[str]
Found = regex.Match[str]


class SlowPattern(LintNewsError):
    """A pattern that used up its time budget."""


@lru_cache(maxsize=10_000)
def compile(text: str, *, ignorecase: bool = False) -> Pattern:
    """Compile a pattern; raises LintNewsError with what is wrong and where in the pattern."""
    flags = regex.V1 | regex.MULTILINE | (regex.IGNORECASE if ignorecase else 0)
    try:
        return regex.compile(_ascii_classes(text), flags)
    except regex.error as error:
        at = f" at position {error.pos}" if error.pos is not None else ""
        raise LintNewsError(f"bad pattern `{text}`: {error.msg}{at}") from None


def find(pattern: Pattern, text: str) -> Iterator[Found]:
    """Every match, one after another; raises SlowPattern when the time budget is spent."""
    try:
        yield from pattern.finditer(text, timeout=BUDGET)
    except TimeoutError:
        raise SlowPattern(f"the pattern `{pattern.pattern[:60]}` took more than {BUDGET} s on one paragraph; simplify it") from None


def search(pattern: Pattern, text: str) -> Found | None:
    return next(find(pattern, text), None)


def _ascii_classes(text: str) -> str:
    """`\\w`, `\\d`, `\\s` and their negations as ASCII classes, inside and outside brackets."""
    out, i, in_class = [], 0, False
    while i < len(text):
        char = text[i]
        if char == "\\" and i + 1 < len(text):
            out.append(_escape(text[i + 1], in_class))
            i += 2
            continue
        in_class = (char == "[" or in_class) and not (char == "]" and in_class)
        out.append(char)
        i += 1
    return "".join(out)


_CLASSES = {"w": "0-9A-Za-z_", "d": "0-9", "s": r"\ \t\n\f\r"}


def _escape(letter: str, in_class: bool) -> str:
    inside = _CLASSES.get(letter.lower())
    if inside is None:
        return "\\" + letter
    if letter.isupper():
        return f"[^{inside}]" if not in_class else "\\" + letter
    return inside if in_class else f"[{inside}]"
