"""A message of Vale's and the words for it in, the message filled out: Go's way with `%`, every argument a text."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from lintnews import lazily

#: Verbs that show a text as it is; any other shows that it does not fit.
_PLAIN = "sv"
_VERB = lazily.pattern(r"%(?P<flags>[ +#0-]*)(?P<width>\d*)(?:\.\d*)?(?:\[(?P<number>\d+)\])?(?P<verb>.|\Z)", lazily.DOTALL)
_QUOTED_PLACE = lazily.pattern(r"'%s'|\"%s\"")


def fill(message: str, values: Sequence[str], *, quoted: bool = False, count: bool = False) -> str:
    """A message with its places filled: what is missing is empty, what is left over is dropped.

    `quoted` says that the first text carries quotes of its own, so the pair about its place gives way if there are two such
    pairs; `count` that the texts are numbers, which `%d` shows.
    """
    if "%" not in message:
        return message
    if quoted and len(_QUOTED_PLACE.findall(message)) == 2:
        message = _QUOTED_PLACE.sub("%s", message, count=1)
    at = 0

    def place(found: regex.Match[str]) -> str:
        nonlocal at
        if found["verb"] == "%":
            return "%"
        at = int(found["number"]) if found["number"] else at + 1
        return _shown(found["verb"], values[at - 1] if 0 < at <= len(values) else "", count=count)

    return _VERB.sub(place, message)


def _shown(verb: str, value: str, *, count: bool) -> str:
    if not verb:
        return "%!(NOVERB)"
    if verb in _PLAIN or (count and verb == "d"):
        return value
    if verb == "q":
        return f'"{value}"'
    return f"%!{verb}(string={value})"
