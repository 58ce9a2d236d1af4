"""The token lists of a rule in, one pattern and the rule's exceptions out, composed as Vale composes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import regex

from lintnews import patterns
from lintnews.model import LintNewsError, OptionError

_PLAIN = regex.compile(r"[\p{L}\p{N} .'’-]+")
_SPACES = regex.compile(r"(?P<skip>\[(?:\\.|[^\]\\])+\]|\(\?[a-z]*x[^)]*\).*|\\.)|[ \t]+(?![*+?{])", regex.DOTALL)


def compose(
    tokens: Sequence[str], raw: Sequence[str] = (), *, nonword: bool = False, ignorecase: bool = False, append: bool = False
) -> str:
    """One pattern: the tokens as alternatives between word boundaries (unless `nonword`), `raw` joined to it outside them."""
    kept = [flexible(token) for token in tokens if token.strip()]
    boundary = "" if nonword or not kept else r"\b"
    worded = rf"(?m){boundary}(?:{'|'.join(kept)}){boundary}"
    outside = "".join(raw)
    return ("(?i)" if ignorecase else "") + (worded + outside if append else outside + worded)


def flexible(token: str) -> str:
    """A token whose blanks match any white space, so that a phrase is found over the end of a line."""
    return _SPACES.sub(lambda m: m["skip"] or r"\s+", token) if " " in token or "\t" in token else token


def validate(composed: str, items: Mapping[tuple[object, ...], str]) -> None:
    """Raise OptionError when the composed pattern does not compile, at the first item (by its path) that is to blame."""
    try:
        patterns.compile(composed)
        return
    except LintNewsError as error:
        fault = error
    for path, item in items.items():
        validate_one(item, *path)
    raise OptionError(str(fault), *next(iter(items), ()))


def validate_one(pattern: str, *path: object) -> None:
    """Raise OptionError when a pattern does not compile."""
    try:
        patterns.compile(flexible(pattern))
    except LintNewsError as error:
        raise OptionError(str(error), *path) from None


def paths(key: str, items: Sequence[str]) -> dict[tuple[object, ...], str]:
    """The items of a list option under their paths."""
    return {(key, i): item for i, item in enumerate(items)}


class Exceptions:
    """Terms that excuse a match: one that is found in the match, or a phrase that holds it."""

    def __init__(self, terms: Sequence[str]) -> None:
        ordered = sorted(terms, key=len, reverse=True)
        self._inside = patterns.compile(rf"(?m)\b(?:{'|'.join(map(_own_case, ordered))})\b") if ordered else None
        phrases = [flexible(term) for term in ordered if " " in term or "\t" in term or r"\s" in term]
        self._around = patterns.compile(rf"(?mi)\b(?:{'|'.join(phrases)})\b") if phrases else None

    def excuse(self, text: str, start: int, end: int) -> bool:
        """Whether the match from start to end is excepted."""
        if self._inside and patterns.search(self._inside, text[start:end]):
            return True
        return self._around is not None and any(m.start() <= start and end <= m.end() for m in patterns.find(self._around, text))


@lru_cache(maxsize=1_000)
def exceptions(terms: tuple[str, ...]) -> Exceptions:
    """The exceptions of a rule, compiled once; raises LintNewsError for a bad pattern."""
    return Exceptions(terms)


def validate_exceptions(terms: Sequence[str]) -> None:
    """Raise OptionError for an exception that does not compile."""
    for i, term in enumerate(terms):
        validate_one(_own_case(term), "exceptions", i)


def _own_case(term: str) -> str:
    """A term as written, in its own case; plain text stands for itself, whatever white space is in it."""
    if _PLAIN.fullmatch(term):
        return rf"(?-i:{flexible(term.replace('.', chr(92) + '.'))})"
    return f"(?i:{term[4:]})" if term.startswith("(?i)") else f"(?-i:{term})"


def collapsed(text: str) -> str:
    """A match as a message shows it: a line's end is a blank."""
    return " ".join(text.split()) if "\n" in text or "\r" in text else text
