"""Globs as a `.gitignore` has them in, what they fit out; those that could take for ever on a long name are refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lintnews.model import LintNewsError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

#: Stars in one name of a glob, and `**` in the whole: each makes the time to match grow by another power.
MOST_STARS, MOST_DEEP = 3, 2
_LONGEST = 1_000


def spec(globs: Iterable[str]) -> GitIgnoreSpec:
    """Globs, one or more; raises LintNewsError naming the first that cannot be."""
    from pathspec import GitIgnoreSpec

    lines = list(globs)
    for line in lines:
        if fault := _fault(line):
            raise LintNewsError(f"the glob `{_short(line)}` {fault}")
    return GitIgnoreSpec.from_lines(lines)


def sound(globs: Iterable[str]) -> GitIgnoreSpec:
    """The same without those that cannot be: what git reads over."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([line for line in globs if not _fault(line)])


def _fault(line: str) -> str:
    from pathspec import GitIgnoreSpec

    if len(line) > _LONGEST:
        return f"has more than {_LONGEST:,} characters; shorten it"
    names = line.split("/")
    if names.count("**") > MOST_DEEP:
        return f"has more than {MOST_DEEP} `**`; write it with fewer"
    if any(name.count("*") > MOST_STARS for name in names):
        return f"has more than {MOST_STARS} `*` in one name; write it with fewer"
    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return "cannot be read; write it as in a .gitignore"
    return ""


def _short(glob: str) -> str:
    return glob if len(glob) <= 60 else glob[:59] + "…"
