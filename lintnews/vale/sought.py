"""The words of a match and a page as far as Vale has masked it in, the place where Vale finds the words out.

So is found what Vale cannot work out: a match of `conditional`, and one that begins or ends in text that it masks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lintnews.english.punkt import sentences
from lintnews.model import Span

_QUOTES = {"'": "['‘’]", '"': '["“”]', "\n": r"\n(?:[ \t]|>)*"}
_WORD = re.compile(r"\S+")
_NOT_END = re.compile(r"[^\n]")


class Wanted(NamedTuple):
    """What is looked for: a block's text, the match in it and where that begins, and where Vale knows the block to be."""

    text: str
    said: str
    at: int
    home: int


class Search:
    """A page while one rule's matches in one block are looked for: each one that is found is masked for the next."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._found: dict[str, int] = {}

    def within(self, wanted: Wanted, line: int) -> Span | None:
        """The place of a match in a block of one line: in the line at which Vale takes the block to be."""
        start = 0
        stop = wanted.at + len(wanted.said)
        for number, text in enumerate(self._page.split("\n")):
            if number == line or text[wanted.at : stop] == wanted.said:
                found = _first(text + "\n", wanted._replace(home=-1), self._skip(wanted))
                return self._taken(wanted, Span(start + found.start, start + found.end)) if found else self.anywhere(wanted)
            start += len(text) + 1
        return None

    def anywhere(self, wanted: Wanted) -> Span | None:
        """The place of a match in a block of several lines: in the page, by preference from the block on."""
        found = _first(self._page, wanted, self._skip(wanted))
        return self._taken(wanted, found) if found else None

    def _skip(self, wanted: Wanted) -> int:
        """How many of the same words stand before the match in its block, which Vale cuts off in bytes, and were not found before."""
        text = wanted.text.encode("utf-8", "surrogatepass")[: max(0, wanted.at)].decode("utf-8", "ignore")
        before = sum(1 for _ in _acceptable(text, wanted.said))
        return max(0, before - self._found.get(wanted.said, 0))

    def _taken(self, wanted: Wanted, span: Span) -> Span:
        self._found[wanted.said] = self._found.get(wanted.said, 0) + 1
        there = self._page[slice(*span)]
        if there == wanted.said or "\n" in wanted.said:
            self._page = self._page[: span.start] + _NOT_END.sub("#", there) + self._page[span.end :]
        else:
            self._page = self._page.replace(wanted.said, _NOT_END.sub("#", wanted.said), 1)
        return span


def _first(page: str, wanted: Wanted, skip: int) -> Span | None:
    """The first place of a match that is no code, some passed over; else that of a line with all words of its sentence."""
    said, start = wanted.said, page.find(wanted.text)
    if start < 0 and not any(map(str.isalnum, said)) and (words := wanted.text.split()):
        start = page.find(words[0])
    if wanted.home >= 0 and _reads(page, wanted.home, wanted.text):
        start = wanted.home
    page = "@" * max(0, start) + page[max(0, start) :]
    for at in _acceptable(page, said):
        if skip == 0:
            return Span(at, at + len(said))
        skip -= 1
    found = list(_tolerant(said).finditer(page))
    good = [each.span() for each in found if not _in_markup(page, *each.span())]
    if found:
        start, end = good[0] if good else found[0].span()
        start += page.startswith("_", start)
        return Span(start, max(end, start + 1))
    there = page.find(said)
    return Span(there, there + len(said)) if there >= 0 else _line(page, wanted)


def _reads(page: str, at: int, text: str) -> bool:
    """Whether a page reads as a text does from a place on, where it is not masked."""
    there = page[at : at + len(text)]
    return there == text or (len(there) == len(text) and all(a == b or a in "#@" for a, b in zip(there, text, strict=True)))


def _acceptable(page: str, said: str) -> Iterator[int]:
    """Where the words stand by themselves and not in marks of code."""
    if not said or "'" in said or '"' in said:
        return
    at = page.find(said)
    while at >= 0:
        end = at + len(said)
        if _is_edge(page[at - 1 : at], said[0]) and _is_edge(page[end : end + 1], said[-1]) and not _in_markup(page, at, end):
            yield at
        at = page.find(said, at + 1)


def _is_edge(outside: str, inside: str) -> bool:
    return not outside or outside == "_" or outside.isalnum() != inside.isalnum()


def _in_markup(page: str, start: int, end: int) -> bool:
    """Whether marks of code or of a formula, or dashes, are about a stretch, as Vale asks it."""
    before, after, beyond = page[max(0, start - 1) : start], page[end : end + 1], page[end + 1 : end + 2]
    if start > 1 and before in ("`", "-"):
        return True
    return (beyond in ("`", "-") and beyond != "" and not after.isspace()) or after in ("`", "$") or before == "$"


def _tolerant(said: str) -> re.Pattern[str]:
    """The words with any marks of quotation, and with what lines are set in."""
    body = "".join(_QUOTES.get(sign) or re.escape(sign) for sign in said)
    return re.compile(rf"(?a:(?:^|\b|_){body}(?:_|\b|$))")


def _line(page: str, wanted: Wanted) -> Span | None:
    """The line that has all words of the match's sentence; Vale counts its beginning in bytes."""
    parts = [wanted.text[slice(*span)] for span in sentences(wanted.text)]
    whole = [part for part in parts if part == wanted.said or part.find(wanted.said) > 0]
    words = _bare(whole[-1]) if whole else ()
    for line in page.split("\n") if whole else ():
        if all(word in line for word in words):
            start = page.find(line)
            start += len(page[:start].encode("utf-8", "surrogatepass")) - start
            return Span(start, start + len(line))
    return None


def _bare(sentence: str) -> Sequence[str]:
    """The words of a sentence without the marks about them, those with a letter."""
    words = (found[0].lstrip("$(\"['").rstrip(",)\"]!;.?:'") for found in _WORD.finditer(sentence))
    return [word for word in words if any(map(str.isalpha, word))]
