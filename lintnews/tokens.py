"""The token lists of a rule in, one pattern and the rule's exceptions out, composed as Vale composes them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from lintnews import lazily, patterns
from lintnews.joint import Sought
from lintnews.lexicon import Lexicon, Phrase, Plain, is_whole, phrase
from lintnews.literals import kept, needed, of_words
from lintnews.model import LintNewsError, OptionError
from lintnews.needs import ANYTHING, Need, either
from lintnews.patterns import Found, Pattern
from lintnews.scanner import Scanner

if TYPE_CHECKING:
    from lintnews.ledger import Story
    from lintnews.model import Block

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
        name = f"{int(self._ignorecase)} {int(self._nonword)} {chr(1).join(self._texts)}"
        return Sought(self, name, lambda: ((i, self._need(i)) for i in self._worded))

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
            if start < 0 or not (stands == text or (self._ignorecase and stands.isascii() and stands.lower() == text.lower())):
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
