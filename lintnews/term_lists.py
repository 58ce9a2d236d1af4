"""The lists that a rule names in, the terms in them out, as patterns: plain lines that a desk can read and change.

A list is `<pack>/lists/<name>.txt` beside the rule: a term a line; for a substitution `term -> what should stand there`, several
parted by `|`. A line that begins with `#` is a remark.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lintnews import folders, written
from lintnews.model import LintNewsError

#: The option of a kind that its lists fill.
FILLS = {"substitution": "swap", "existence": "tokens", "near-title": "titles"}
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_PLAIN = re.compile(r"[\w ’',-]+")
_ARROW = " -> "


def filled(kind: str, keys: Mapping[str, Any], names: object, rule: str) -> dict[str, Any]:
    """The options of a rule with the terms of its lists added; raises LintNewsError, a line with file and remedy each."""
    listed = names if isinstance(names, list) else [names]
    if kind not in FILLS:
        raise LintNewsError(f"`terms` goes with {' and '.join(FILLS)}, not with `{kind}`; take it out")
    option, added = FILLS[kind], [term for name in listed for term in _terms(str(name), rule, paired=kind == "substitution")]
    own = keys.get(option)
    if option == "titles":
        return {**keys, option: [*(own if isinstance(own, list) else []), *(term for name in listed for term in _plain(str(name), rule))]}
    if option == "swap":
        return {**keys, option: {**dict(added), **(own if isinstance(own, dict) else {})}}
    return {**keys, option: [*(own if isinstance(own, list) else []), *(term for term, _ in added)]}


def _terms(name: str, rule: str, *, paired: bool) -> Iterator[tuple[str, str]]:
    for place, line in _lines(name, rule):
        yield from _read(line, place, paired=paired)


def _plain(name: str, rule: str) -> Iterator[str]:
    return (line for _, line in _lines(name, rule))


def _lines(name: str, rule: str) -> Iterator[tuple[str, str]]:
    """The lines of a list that are no remarks, each with its place."""
    path = os.path.join(os.path.dirname(rule), "lists", f"{name}.txt")
    if not _NAME.fullmatch(name) or not _stands(path):
        raise LintNewsError(f"there is no list `{name}` at {path}; write it there, or mend its name")
    for number, line in enumerate(written.text(path).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield f"{path}:{number}", line.strip()


def _stands(path: str) -> bool:
    """Whether a list is a file that may be read: no link out of its folder."""
    home = os.path.dirname(path)
    return os.path.isdir(home) and any(file.path == path and not file.fault for file in folders.files(home, ".txt"))


def _read(line: str, place: str, *, paired: bool) -> Iterator[tuple[str, str]]:
    term, arrow, right = line.partition(_ARROW)
    if paired and not (arrow and term.strip() and right.strip()):
        raise LintNewsError(f"{place}: a line of this list is `term -> what should stand there`, not `{line}`")
    if not paired and arrow:
        raise LintNewsError(f"{place}: a line of this list is a term alone, not `{line}`")
    for form in dict.fromkeys((term.strip(), term.strip().replace("'", "’"))):
        yield _pattern(form), right.strip().replace("$", "$$")


def _pattern(term: str) -> str:
    """A term as a pattern that stands for itself."""
    return term if _PLAIN.fullmatch(term) else re.escape(term).replace(r"\ ", " ")
