"""Patterns of which the first to match at a place counts: which of them a story may hold, and where they match."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from lintnews import lazily, patterns
from lintnews.joint import Sought
from lintnews.lexicon import Lexicon, Phrase, Plain, is_whole, phrase
from lintnews.literals import kept, needed, of_words
from lintnews.needs import ANYTHING, Need, either
from lintnews.patterns import Found, Pattern
from lintnews.scanner import Scanner
from lintnews.tokens import compose

if TYPE_CHECKING:
    from lintnews.ledger import Story
    from lintnews.model import Block


class Alternatives:
    """Patterns of which the first to match at a place counts, as if they were joined by `|`, each compiled when it is needed.

    Of a list of hundreds a story needs a handful: the others lack a word that is not in it.
    """

    def __init__(self, items: Sequence[str], *, nonword: bool = False, ignorecase: bool = False) -> None:
        self._texts = items
        self._nonword, self._ignorecase = nonword, ignorecase
        self._compiled: dict[int, Pattern] = {}
        self._needs: dict[int, Need] = {}

    @cached_property
    def need(self) -> Need:
        """What a story must hold for any of them to match."""
        return kept(f"either {self._key}", lambda: either(map(self._need, self._worded)))

    @cached_property
    def _key(self) -> str:
        return f"{int(self._ignorecase)} {int(self._nonword)} {chr(0).join(self._texts)}"

    @cached_property
    def _worded(self) -> Sequence[int]:
        return [i for i, text in enumerate(self._texts) if text.strip()]

    @cached_property
    def _phrases(self) -> Mapping[int, Phrase]:
        """The items that are plain words: they are looked up."""
        known = ((i, phrase(self._texts[i], ignorecase=self._ignorecase)) for i in (() if self._nonword else self._worded))
        return {i: each for i, each in known if each}

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(list(self._phrases.items()))

    @cached_property
    def _sought(self) -> Sequence[int]:
        """The items that are patterns."""
        return [i for i in self._worded if i not in self._phrases]

    @cached_property
    def _scanner(self) -> Scanner:
        index, always = lazily.recall(f"scanner {self._key}", self._filter)
        return Scanner(index, always)

    def _filter(self) -> tuple[Mapping[str, Sequence[int]], Sequence[int]]:
        made = Scanner.of(map(self._need, self._sought))
        return made.index, made.always

    def _need(self, i: int) -> Need:
        if i not in self._needs:
            plain = of_words(self._texts[i], ignorecase=self._ignorecase) if i in self._phrases else ANYTHING
            self._needs[i] = (
                plain if plain.texts else needed(compose((self._texts[i],), nonword=self._nonword), ignorecase=self._ignorecase)
            )
        return self._needs[i]

    @cached_property
    def sought(self) -> Sought:
        """What is looked for, for an index of what many look for."""
        return Sought(self, self._key, lambda: ((i, self._need(i)) for i in self._worded))

    def found(self, story: Story) -> Iterator[tuple[Block, int, Found]]:
        """Every match in a story: block, the place in the list of the pattern that matched, match; in reading order."""
        blocks, by_block = story.document.blocks, dict[int, list[tuple[int, Found]]]()
        told = story.text.told(self)
        for at, i, found in self._told(story, told) if told is not None else self._asked(story):
            by_block.setdefault(at, []).append((i, found))
        for at in sorted(by_block):
            yield from ((blocks[at], i, found) for i, found in self._first(blocks[at].text, by_block[at]))

    def _told(self, story: Story, told: Mapping[int, Collection[int] | None]) -> Iterator[tuple[int, int, Found]]:
        """Every match of each item, where the text knows at which places it may match."""
        for i, places in told.items():
            if places and i in self._phrases and (plain := self._plainly(story, i, places)) is not None:
                yield from plain
            else:
                yield from ((at, i, found) for at, found in story.text.matches(self._alone(i), self._need(i), places))

    def _plainly(self, story: Story, i: int, places: Collection[int]) -> list[tuple[int, int, Found]] | None:
        """Every place of plain words, without a pattern; None where that takes one."""
        out, text, last, end = list[tuple[int, int, Found]](), self._texts[i], -1, 0
        for at, start in story.text.places(places):
            block = story.document.blocks[at].text
            stands = block[start : start + len(text)]
            if not (stands == text or (self._ignorecase and stands.isascii() and stands.lower() == text.lower())):
                return None
            if is_whole(block, start, start + len(text)) and (at != last or start >= end):
                out.append((at, i, cast(Found, Plain(block, start, start + len(text)))))
                last, end = at, start + len(text)
        return out

    def _asked(self, story: Story) -> Iterator[tuple[int, int, Found]]:
        """Every match of each item that the story may hold."""
        near = self._lexicon.near(story.text.words)
        few = () if story.text.pays(len(near)) else near
        if near and not few:
            yield from story.text.phrases(self._lexicon)
        for i in (*few, *map(self._sought.__getitem__, self._scanner.candidates(story.text))):
            yield from ((at, i, found) for at, found in story.text.matches(self._alone(i), self._need(i)))

    def find(self, text: str, active: Sequence[int]) -> Iterator[tuple[int, Found]]:
        """Every match in a text of the patterns at these places of the list, and which it is."""
        return self._first(text, [(i, found) for i in active for found in patterns.find(self._alone(i), text)])

    def _first(self, text: str, found: list[tuple[int, Found]]) -> Iterator[tuple[int, Found]]:
        """Of all matches of each pattern in a text those that the joined pattern has."""
        found.sort(key=lambda entry: (entry[1].start(), entry[0]))
        if all(a.end() <= b.start() > a.start() for (_, a), (_, b) in pairwise(found)):
            return iter(found)
        return self._parted(text, found)

    def _parted(self, text: str, found: list[tuple[int, Found]]) -> Iterator[tuple[int, Found]]:
        """Matches that overlap parted: the leftmost counts, then the first in the list; the others are sought anew behind it."""
        end, last = 0, -1
        waiting = [(match.start(), i, number, match) for number, (i, match) in enumerate(found)]
        while waiting:
            start, i, number, match = heappop(waiting)
            if start < end:
                again = patterns.search(self._alone(i), text, end)
                if again and not any(at == again.start() and i == j for at, j, _, _ in waiting):
                    heappush(waiting, (again.start(), i, number, again))
            elif start > last or match.end() > start:
                yield i, match
                end, last = match.end(), start

    def _alone(self, i: int) -> Pattern:
        if i not in self._compiled:
            self._compiled[i] = patterns.compile(compose((self._texts[i],), nonword=self._nonword, ignorecase=self._ignorecase))
        return self._compiled[i]


def found(pattern: str, need: Need, story: Story) -> Iterator[tuple[Block, Found]]:
    """Every match of a pattern in a story, in the blocks that hold what it needs."""
    told = story.text.told(need)
    if told or (told is None and story.text.may_hold(need)):
        compiled = patterns.compile(pattern)
        for at, found in story.text.matches(compiled, need, told[0] if told else None):
            yield story.document.blocks[at], found


def whole(pattern: str, need: Need) -> Sought:
    """What is looked for with `found`, for an index of what many look for."""
    return Sought(need, pattern, lambda: [(0, need)])
