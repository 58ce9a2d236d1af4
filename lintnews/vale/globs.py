"""The glob of a section of `.vale.ini` in, whether a path fits it out: as Vale's two libraries read globs.

Without `**` a `*` goes over any number of folders; with it, `*` stays in its folder, and `**` is any number of whole ones.
`{a,b}`, `[ab]`, `[!a-z]`, `?` and `\\` are the same in both; a leading `!` turns the glob round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lintnews.model import LintNewsError

#: A glob with braces may stand for this many without.
_MOST = 1000
_LONGEST = 2000


class Glob:
    """A glob, ready to be held against paths with forward slashes; raises LintNewsError for a bad one."""

    def __init__(self, text: str) -> None:
        self._negated = text.startswith("!")
        plain = text.lstrip("!")
        if len(plain) > _LONGEST:
            raise LintNewsError(f"a glob of more than {_LONGEST} characters; part it into several")
        flat = list(_flat(plain, text))
        self._folders = [_components(each, text) for each in flat] if "**" in plain else []
        self._whole = [] if self._folders else [_compiled(each, ".", text) for each in flat]

    def fits(self, path: str) -> bool:
        """Whether a path is meant."""
        whole = any(pattern.match(path) for pattern in self._whole)
        return (whole or any(_walk(parts, path.split("/")) for parts in self._folders)) is not self._negated


def _flat(glob: str, whole: str) -> Iterator[str]:
    """The globs without braces that a glob stands for."""
    todo, made = [glob], 0
    while todo:
        text = todo.pop()
        opening = _brace(text)
        if opening < 0:
            yield text
        else:
            ends = _ends(text, opening, whole)
            starts = [opening, *ends[:-1]]
            todo += [text[:opening] + text[a + 1 : b] + text[ends[-1] + 1 :] for a, b in zip(starts, ends, strict=True)][::-1]
        made += 1
        if made > _MOST:
            raise LintNewsError(f"the glob `{whole}` stands for more than {_MOST} others; part it into several")


def _brace(text: str) -> int:
    """Where the first brace opens, -1 when none does."""
    return next((at for at, char in _bare(text) if char == "{"), -1)


def _ends(text: str, opening: int, whole: str) -> list[int]:
    """Where the alternatives of a brace end: its commas, then where it closes."""
    depth, out = 0, []
    for at, char in _bare(text, opening):
        depth += (char == "{") - (char == "}")
        if depth == 0 or (depth == 1 and char == ","):
            out.append(at)
        if depth == 0:
            return out
    raise LintNewsError(f"bad glob `{whole}`: a `{{` is not closed")


def _bare(text: str, start: int = 0) -> Iterator[tuple[int, str]]:
    """The characters that no backslash and no class takes the meaning from."""
    at = start
    while at < len(text):
        if text[at] == "\\":
            at += 2
        elif text[at] == "[" and (end := text.find("]", at + 2)) > 0:
            at = end + 1
        else:
            yield at, text[at]
            at += 1


def _components(glob: str, whole: str) -> list[re.Pattern[str] | None]:
    """A pattern for each folder of a glob, None for `**`."""
    return [None if part == "**" else _compiled(part, "[^/]", whole) for part in glob.split("/")]


def _walk(parts: list[re.Pattern[str] | None], names: list[str]) -> bool:
    """Whether folders fit the parts of a glob one to one, where None stands for any number of them."""
    reached = {0}
    for part in parts:
        if part is None:
            reached = set(range(min(reached), len(names) + 1)) if reached else reached
        else:
            reached = {i + 1 for i in reached if i < len(names) and part.match(names[i])}
    return len(names) in reached


@lru_cache(maxsize=2000)
def _compiled(glob: str, char: str, whole: str) -> re.Pattern[str]:
    """A glob without braces as a pattern. After a `*` the first place that fits is as good as any: no going back."""
    first, *rest = _between_stars(glob, char, whole)
    middle = "".join(f"(?>{char}*?{part})" for part in rest[:-1] if part)
    last = f"{char}*{rest[-1]}" if rest else ""
    return re.compile(f"{first}{middle}{last}\\Z", re.DOTALL)


def _between_stars(glob: str, char: str, whole: str) -> list[str]:
    out, at = [""], 0
    while at < len(glob):
        one, at = _token(glob, at, char, whole)
        if one is None:
            out.append("")
        else:
            out[-1] += one
    return out


def _token(glob: str, at: int, char: str, whole: str) -> tuple[str | None, int]:
    """The pattern of what stands at a place, None for a `*`, and where the next begins."""
    if glob[at] == "*":
        return None, at + 1
    if glob[at] == "?":
        return char, at + 1
    if glob[at] == "[":
        return _class(glob, at, whole)
    if glob[at] == "}":
        raise LintNewsError(f"bad glob `{whole}`: a `}}` closes nothing")
    if glob[at] == "\\":
        at += 1
    if at == len(glob):
        raise LintNewsError(f"bad glob `{whole}`: a backslash ends it")
    return re.escape(glob[at]), at + 1


def _class(glob: str, at: int, whole: str) -> tuple[str, int]:
    end = glob.find("]", at + 2)
    inner = glob[at + 1 : end] if end > 0 else ""
    negated = inner[:1] == "!" or (inner[:1] == "^" and "**" in whole)
    inner = inner[negated:]
    if not inner:
        raise LintNewsError(f"bad glob `{whole}`: a `[` is not closed, or holds nothing")
    safe = re.sub(r"[\\\[\]^&~|]", r"\\\g<0>", inner)
    try:
        return re.compile(f"[{'^' * negated}{safe}]").pattern, end + 1
    except re.error:
        raise LintNewsError(f"bad glob `{whole}`: `[{inner}]` is a range from high to low") from None
