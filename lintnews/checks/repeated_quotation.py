"""Repeated quotation: the same words given to two people, or a quotation given twice in words that differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.differ import matcher
from lintnews.ledger import Story
from lintnews.ledger.quotations import Quotation
from lintnews.model import PROSE, Evidence, Match, Span
from lintnews.record import record
from lintnews.words import fold

_WORD = lazily.pattern(r"[\p{L}\p{N}]+(?:['’.&-][\p{L}\p{N}]+)*")
_NAMED = lazily.pattern(r"\s+(?:sa(?:id|ys)\s+)?(?P<name>\p{Lu}\p{Ll}+(?:\s\p{Lu}\.)?\s\p{Lu}[\p{L}’'-]+)(?=,\s)")
_SHORTENED = lazily.pattern(r"[\[…]|\.\.\.")
_PRONOUN = frozenset("he she they it we i who his her their".split())
_TITLE = frozenset("mr mrs ms dr sen rep gov president secretary senator chairman".split())


class _Said(NamedTuple):
    quotation: Quotation
    words: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def speaker(self) -> str:
        """The last word of the name of who says it, where a name is told."""
        text = _who(self.quotation)
        name = [word for word in fold(text).split() if word not in _TITLE]
        return name[-1] if name and text[0].isupper() and name[-1] not in _PRONOUN else ""


@record
class Check:
    """Quotations of at least `words` words. `alike`: how much of two must be the same, from 0 to 1, for them to be one said twice."""

    slots: ClassVar[tuple[str, ...]] = ("match", "other", "first", "second", "told")
    words: int = 6
    alike: float = 0.75

    def find(self, story: Story) -> Iterator[Match]:
        runs: dict[tuple[str, ...], list[_Said]] = defaultdict(list)
        for said in (_read(q) for q in story.quotations if q.block.part in PROSE and q.opened and q.depth == 0):
            if len(said.words) < self.words:
                continue
            near = {id(known): known for run in _threes(said.words) for known in runs[run]}
            if match := next((m for known in near.values() if (m := self._compared(known, said))), None):
                yield match
            for run in _threes(said.words):
                runs[run].append(said)

    def _compared(self, first: _Said, second: _Said) -> Match | None:
        one, other = first.quotation, second.quotation
        shown = Evidence("the same words", one.block, one.inside)
        if first.words == second.words:
            if not first.speaker or not second.speaker or first.speaker == second.speaker:
                return None
            names = {
                "match": other.text,
                "other": one.text,
                "first": _who(one),
                "second": _who(other),
                "told": f"said by “{_who(one)}” before",
            }
            return Match(other.block, other.inside, (), names, (shown,))
        compared = matcher(first.words, second.words)
        if compared.ratio() < self.alike or len(second.words) > 60:
            return None
        changes = [op for op in compared.get_opcodes() if op[0] != "equal"]
        inner = [op for op in changes if 0 < op[3] < len(second.words) and (op[1] > 0 and op[2] < len(first.words))]
        size = sum(max(op[2] - op[1], op[4] - op[3]) for op in changes)
        if len(inner) != len(changes) or size > 3 or _SHORTENED.search(one.text + other.text):
            return None
        _, a, b, c, d = changes[0]
        span = Span(second.spans[c].start if d > c else second.spans[c - 1].start, second.spans[max(c, d) - 1].end)
        there = " ".join(first.words[a:b]) or "nothing"
        names = {
            "match": other.block.text[slice(*span)],
            "other": there,
            "first": _who(one),
            "second": _who(other),
            "told": f"“{there}” before",
        }
        return Match(other.block, span, (), names, (shown,))


def _who(quotation: Quotation) -> str:
    """Who says it, as the attribution has it; else the full name that stands right behind it, before what tells more of the person."""
    text = quotation.block.text
    if quotation.speaker:
        return text[slice(*quotation.speaker)]
    found = _NAMED.match(text, quotation.span.end)
    return found["name"] if found else ""


def _read(quotation: Quotation) -> _Said:
    found = list(_WORD.finditer(quotation.block.text, *quotation.inside))
    return _Said(quotation, tuple(fold(m[0]) for m in found), tuple(Span(*m.span()) for m in found))


def _threes(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[i : i + 3] for i in range(len(words) - 2))
