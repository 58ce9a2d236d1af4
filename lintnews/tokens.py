"""The token lists of a rule in, one pattern and the rule's exceptions out, composed as Vale composes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from lintnews import lazily, patterns
from lintnews.model import LintNewsError, OptionError
from lintnews.patterns import Pattern

if TYPE_CHECKING:
    pass

_PLAIN = lazily.pattern(r"[\p{L}\p{N} .'’-]+")
_SPACES = lazily.pattern(r"(?P<skip>\[(?:\\.|[^\]\\])+\]|\(\?[a-z]*x[^)]*\).*|\\.)|[ \t]+(?![*+?{])", lazily.DOTALL)


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


def between(before: str, item: str, after: str) -> str:
    """A pattern that matches only where one stands right before it and another right behind it, each where there is one."""
    return f"{f'(?<={before})' * bool(before)}(?:{item}){f'(?={after})' * bool(after)}" if before or after else item


def stand_alone(items: Sequence[str]) -> bool:
    """Whether each pattern of a list means by itself what it means joined: it sets no flags for the next, counts its own groups only."""
    if any(_NEIGHBOURLY.search(item) for item in items):
        return False
    referring = [i for i, item in enumerate(items) if _REFERENCE.search(item)]
    return not referring or (referring == [0] and _own_groups(items[0]))


def _own_groups(item: str) -> bool:
    try:
        return patterns.compile(item) is not None
    except LintNewsError:
        return False


_NEIGHBOURLY = lazily.pattern(r"\(\?[a-z]*(?:-[a-z]+)?\)|\(\?\(")
_REFERENCE = lazily.pattern(r"\\[1-9]")


#: How many patterns are compiled together to see that they can be.
_TOGETHER = 500
#: Characters beyond which terms are compiled together when their rule is read, to see that they can be.
MANY = 100_000


def validate_all(items: Mapping[tuple[object, ...], str], write: Callable[[str], str] = str) -> None:
    """Raise OptionError for the first item (by its path), as `write` has it, that does not compile. Plain words always do."""
    some: dict[tuple[object, ...], str] = {}
    for path, item in items.items():
        if not _PLAIN.fullmatch(item):
            some[path] = item
            if len(some) == _TOGETHER:
                validate(compose(list(map(write, some.values()))), some)
                some = {}
    if some:
        validate(compose(list(map(write, some.values()))), some)


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


def validate_beside(before: str, after: str) -> None:
    """Raise OptionError when what must stand before or behind a token does not compile."""
    for key, pattern in (("before", before), ("after", after)):
        validate_one(pattern, key)


def paths(key: str, items: Sequence[str]) -> dict[tuple[object, ...], str]:
    """The items of a list option under their paths."""
    return {(key, i): item for i, item in enumerate(items)}


class Exceptions:
    """Terms that excuse a match: one that is found in the match, or a phrase that holds it."""

    def __init__(self, terms: Sequence[str]) -> None:
        ordered = sorted(terms, key=len, reverse=True)
        self._inside = patterns.compile(rf"(?m)\b(?:{'|'.join(map(own_case, ordered))})\b") if ordered else None
        self._last: tuple[str, list[tuple[int, int]]] | None = None
        phrases = [spaced(term) for term in ordered if " " in term or "\t" in term or r"\s" in term]
        self._around = patterns.compile(rf"(?mi)\b(?:{'|'.join(phrases)})\b") if phrases else None

    def excuse(self, text: str, start: int, end: int) -> bool:
        """Whether the match from start to end is excepted."""
        if self._inside and patterns.search(self._inside, text[start:end]):
            return True
        return self._around is not None and any(at <= start and end <= to for at, to in self._phrases(self._around, text))

    def _phrases(self, around: Pattern, text: str) -> list[tuple[int, int]]:
        """Where the phrases stand in a text; the last one is remembered, for match after match in one long paragraph."""
        last = self._last
        if last is None or last[0] is not text:
            self._last = last = text, [found.span() for found in patterns.find(around, text)]
        return last[1]


@lru_cache(maxsize=1_000)
def exceptions(terms: tuple[str, ...]) -> Exceptions:
    """The exceptions of a rule, compiled once; raises LintNewsError for a bad pattern."""
    return Exceptions(terms)


def validate_exceptions(terms: Sequence[str]) -> None:
    """Raise OptionError for an exception that does not compile."""
    for i, term in enumerate(terms):
        if not _PLAIN.fullmatch(term):
            validate_one(own_case(term), "exceptions", i)
    if sum(map(len, terms)) > MANY:
        try:
            Exceptions(terms)
        except LintNewsError as error:
            raise OptionError(str(error), "exceptions") from None


def own_case(term: str) -> str:
    """A term as written, in its own case; plain text stands for itself, whatever white space is in it."""
    if _PLAIN.fullmatch(term):
        return f"(?-i:{spaced(term)})"
    return f"(?i:{term[4:]})" if term.startswith("(?i)") else f"(?-i:{term})"


def spaced(term: str) -> str:
    """A term as a pattern in which white space may be of any length, and in plain text a point is a point."""
    return flexible(term.replace(".", r"\.") if _PLAIN.fullmatch(term) else term)


def collapsed(text: str) -> str:
    """A match as a message shows it: a line's end, and the white space about it, is a blank."""
    return _WRAP.sub(" ", text) if "\n" in text or "\r" in text else text


_WRAP = lazily.pattern(r"[ \t]*[\r\n]\s*")
