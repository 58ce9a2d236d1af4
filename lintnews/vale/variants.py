"""A term of a vocabulary, which is a pattern, in, the texts that it matches out, where they are few: `colou?r`, `(Foo|Bar)s`."""

from __future__ import annotations

from itertools import product

#: A term of more is told as the pattern that it is.
MOST = 100
_SPECIAL = frozenset("[]{}*+^$.\\|()?")


class _ManyError(Exception):
    """The term matches too many texts to name, or what only a pattern can say."""


def variants(term: str) -> list[str] | None:
    """The texts of a term in order, None when they cannot be told one by one."""
    try:
        texts, end = _alternatives(term, 0)
    except _ManyError:
        return None
    return list(dict.fromkeys(texts)) if end == len(term) else None


def escaped(text: str) -> str:
    """A text as the pattern that matches it; blanks stay, for they match any white space."""
    return "".join(f"\\{char}" if char in _SPECIAL else char for char in text)


def _alternatives(term: str, at: int) -> tuple[list[str], int]:
    """The texts of what stands between bars, up to a closing bracket or the end."""
    out, at = _sequence(term, at)
    while at < len(term) and term[at] == "|":
        more, at = _sequence(term, at + 1)
        out = _bounded([*out, *more])
    return out, at


def _sequence(term: str, at: int) -> tuple[list[str], int]:
    out = [""]
    while at < len(term) and term[at] not in "|)":
        texts, at = _atom(term, at)
        if term[at : at + 1] == "?":
            texts, at = [*texts, ""], at + 1
        if term[at : at + 1] in ("?", "*", "+", "{"):
            raise _ManyError
        out = _bounded([before + text for before, text in product(out, texts)])
    return out, at


def _atom(term: str, at: int) -> tuple[list[str], int]:
    char = term[at]
    if char == "(":
        start = at + 3 if term.startswith("(?:", at) else at + 1
        texts, end = _alternatives(term, start)
        if term[end : end + 1] != ")":
            raise _ManyError
        return texts, end + 1
    if char == "\\" and term[at + 1 : at + 2] in _SPECIAL | set("-/' ") and at + 1 < len(term):
        return [term[at + 1]], at + 2
    if char in _SPECIAL and not (char == "." and _is_plain(term)):
        raise _ManyError
    return [char], at + 1


def _is_plain(term: str) -> bool:
    """Whether a term is plain words, in which a point is a point."""
    return all(char.isalnum() or char in " .'-" for char in term)


def _bounded(texts: list[str]) -> list[str]:
    if len(texts) > MOST:
        raise _ManyError
    return texts
