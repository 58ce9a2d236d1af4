"""The token lists of a rule in, one pattern and the rule's exceptions out, composed as Vale composes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from lintnews import lazily, patterns
from lintnews.literals import Need, needed
from lintnews.model import LintNewsError, OptionError
from lintnews.patterns import Found, Pattern

if TYPE_CHECKING:
    from lintnews.ledger import Story
    from lintnews.model import Block

_PLAIN = lazily.pattern(r"[\p{L}\p{N} .'’-]+")
_SPACES = lazily.pattern(r"(?P<skip>\[(?:\\.|[^\]\\])+\]|\(\?[a-z]*x[^)]*\).*|\\.)|[ \t]+(?![*+?{])", regex.DOTALL)


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


def stand_alone(items: Sequence[str]) -> bool:
    """Whether each pattern of a list means by itself what it means joined: it counts no groups and sets no flags for the next."""
    return not any(_NEIGHBOURLY.search(item) for item in items)


_NEIGHBOURLY = lazily.pattern(r"\\[1-9]|\(\?[a-z]*(?:-[a-z]+)?\)|\(\?\(")


class Alternatives:
    """Patterns of which the first to match at a place counts, as if they were joined by `|`, each compiled when it is needed.

    Of a list of hundreds a story needs a handful: the others lack a word that is not in it. The joined pattern is only
    built to part matches that overlap.
    """

    def __init__(self, items: Sequence[str], *, nonword: bool = False, ignorecase: bool = False) -> None:
        self._texts = items
        self._nonword, self._ignorecase = nonword, ignorecase
        self._by_scrap = lazily.recall(f"scraps {int(ignorecase)} {chr(0).join(items)}", self._scraps)
        self._compiled: dict[int, Pattern] = {}

    def _need(self, i: int) -> Need:
        return needed(self._texts[i], ignorecase=self._ignorecase)

    def _scraps(self) -> dict[str, list[int]]:
        """Where each scrap of a story leads to: the patterns that may match there."""
        out: dict[str, list[int]] = {}
        for i, text in enumerate(self._texts):
            for scrap in (self._need(i).keys or [""]) if text.strip() else ():
                out.setdefault(scrap, []).append(i)
        return out

    def found(self, story: Story) -> Iterator[tuple[Block, int, Found]]:
        """Every match in a story: block, the place in the list of the pattern that matched, match; in reading order."""
        active: dict[int, list[int]] = {}
        for i in sorted({i for scrap in self._by_scrap.keys() & story.scraps for i in self._by_scrap[scrap]}):
            for at in story.holding(self._need(i)):
                active.setdefault(at, []).append(i)
        blocks = story.document.blocks
        for at in sorted(active):
            yield from ((blocks[at], i, found) for i, found in self.find(blocks[at].text, active[at]))

    def find(self, text: str, active: Sequence[int]) -> Iterator[tuple[int, Found]]:
        """Every match in a text of the patterns at these places of the list, and which it is."""
        found = [(m.start(), i, m) for i in active for m in patterns.find(self._alone(i), text)]
        if len(found) < 2:
            return ((i, m) for _, i, m in found)
        found.sort(key=lambda entry: entry[:2])
        if any(a[2].end() > b[0] or a[0] == b[0] for a, b in pairwise(found)):
            return self._joined(text, active)
        return ((i, m) for _, i, m in found)

    def _alone(self, i: int) -> Pattern:
        if i not in self._compiled:
            self._compiled[i] = patterns.compile(compose((self._texts[i],), nonword=self._nonword, ignorecase=self._ignorecase))
        return self._compiled[i]

    def _joined(self, text: str, active: Sequence[int]) -> Iterator[tuple[int, Found]]:
        marked = [f"(?P<item{i}>{self._texts[i]})" for i in active]
        pattern = patterns.compile(compose(marked, nonword=self._nonword, ignorecase=self._ignorecase))
        for found in patterns.find(pattern, text):
            yield next(i for i in active if found[f"item{i}"] is not None), found


def found(pattern: str, need: Need, story: Story) -> Iterator[tuple[Block, Found]]:
    """Every match of a pattern in a story, in the blocks that hold what it needs."""
    if held := story.holding(need):
        compiled = patterns.compile(pattern)
        for at in held:
            block = story.document.blocks[at]
            yield from ((block, found) for found in patterns.find(compiled, block.text))


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
        self._last: tuple[str, list[tuple[int, int]]] | None = None
        phrases = [flexible(term) for term in ordered if " " in term or "\t" in term or r"\s" in term]
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
        validate_one(_own_case(term), "exceptions", i)


def _own_case(term: str) -> str:
    """A term as written, in its own case; plain text stands for itself, whatever white space is in it."""
    if _PLAIN.fullmatch(term):
        return rf"(?-i:{flexible(term.replace('.', chr(92) + '.'))})"
    return f"(?i:{term[4:]})" if term.startswith("(?i)") else f"(?-i:{term})"


def collapsed(text: str) -> str:
    """A match as a message shows it: a line's end, and the white space about it, is a blank."""
    return _WRAP.sub(" ", text) if "\n" in text or "\r" in text else text


_WRAP = lazily.pattern(r"[ \t]*[\r\n]\s*")
