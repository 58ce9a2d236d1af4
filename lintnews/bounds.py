"""A pattern as `regex` reads it in, refused where compiling it or searching with it could eat the machine.

`regex` writes out what is counted: `(a{1000}){1000}` takes hundreds of megabytes, one count more takes all there is. It
looks at every member of a class for every character, with no eye on the clock. And a pattern that calls itself fills the
memory faster than its time runs out.
"""

from __future__ import annotations

import re

from lintnews.model import LintNewsError

#: Characters that a pattern may have, that it may grow by when its counts are written out, and that may stand in one class.
MOST, MOST_MORE, MOST_IN_CLASS = 1_000_000, 200_000, 1_000
_COUNT = re.compile(r"\{(\d+)(?:,\d*)?\}")
_CALL = r"(?P<call>\(\?(?:R\)|[-+]?\d+\)|&|P>))"
_CALLS = re.compile(rf"\\.|\[(?:\\.|[^\]\\])*\]|{_CALL}", re.S)
_CALLS_ANYWHERE = re.compile(rf"\\.|{_CALL}", re.S)
_CLASS = re.compile(r"\\.|[\[\]]", re.S)
_VERBOSE = re.compile(r"\(\?[a-zA-Z]*x")
_STEP = re.compile(r"\\.|[\[()]|\{(?P<least>\d+)(?:,\d*)?\}|[^\\\[(){]+|.", re.S)


def checked(pattern: str) -> str:
    """The same pattern; raises LintNewsError."""
    if len(pattern) > MOST:
        raise LintNewsError(f"longer than {MOST:,} characters; split it")
    verbose = _VERBOSE.search(pattern)  # such a pattern may have remarks, in which a bracket is none
    if any(found["call"] for found in (_CALLS_ANYWHERE if verbose else _CALLS).finditer(pattern)):
        raise LintNewsError("it calls itself, which it may not")
    more = _more_in_all(pattern) if verbose else _more(pattern)
    if more > MOST_MORE:
        raise LintNewsError(f"its counts written out make it longer by more than {MOST_MORE:,} characters; count less")
    return pattern


def _more_in_all(pattern: str) -> int:
    """An upper bound without a look at brackets: all counts one inside the other."""
    more = 1
    for count in _COUNT.finditer(pattern):
        more *= max(1, _number(count[1]))
        if more > MOST_MORE:
            return more
    return len(pattern) * (more - 1)


def _more(pattern: str) -> int:
    """By how much a pattern grows when everything is written out as often as it must match."""
    more = 0
    open_groups, last, at = [0], 0, 0
    while (step := _STEP.match(pattern, at)) and more <= MOST_MORE:
        text, at = step[0], step.end()
        if text == "(":
            open_groups.append(0)
            last = 0
        elif step["least"]:
            added = last * (max(1, _number(step["least"])) - 1)
            more, last = more + added, last + added
            open_groups[-1] += added
        else:
            if text == ")" and len(open_groups) > 1:
                size = last = open_groups.pop()
            elif text == "[":
                start, at = at, _class_end(pattern, at)
                size = last = at - start
            else:
                size, last = len(text), 1
            open_groups[-1] += size
    return more


def _class_end(pattern: str, at: int) -> int:
    """Where a class ends that opened before `at`; raises LintNewsError when too much stands in it."""
    start, depth = at, 1
    while depth and (mark := _CLASS.search(pattern, at)):
        at = mark.end()
        depth += {"[": 1, "]": -1}.get(mark[0], 0)
    end = len(pattern) if depth else at
    if end - start > MOST_IN_CLASS:
        raise LintNewsError(f"a class of more than {MOST_IN_CLASS:,} characters; write ranges, or \\p{{…}}")
    return end


def _number(digits: str) -> int:
    return int(digits) if len(digits) < 10 else MOST_MORE + 2
