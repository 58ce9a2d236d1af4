"""A source's text in, what it tells out: its sentences, and in them the numbers, days and names. Read once a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import pairwise

from lintnews import lazily
from lintnews.ledger import chains, days, numbers
from lintnews.ledger.days import Day
from lintnews.ledger.numbers import Number
from lintnews.ledger.wording import key
from lintnews.model import Block, Part, Piece, Span
from lintnews.words import sentences

#: A word that is no number, and is more than grammar.
_CONTENT = lazily.pattern(r"\b\p{L}[\p{L}\p{M}'’-]{3,}")
_GRAMMAR = frozenset(
    "that this these those with from into about their there they them then than were have been will would could should said says "
    "also which when what where while after before over under more most some such only other according report document".split()
)
#: The words after a number that say what is counted; what stands before them may be one that describes it.
_COUNTED = lazily.pattern(r"[\s-]+((?:\p{L}+[\s-]+){0,1}?)(\p{L}{3,})")
_MARKS = frozenset("$£€")
_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b)")
_LINE = re.compile(r"(?<=[^\s.!?:;])[ \t]*\n(?=[ \t]*[a-z(\d$£€])")


class Sentence:
    """A sentence of a source: its text, and what it tells."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.block = Block(Part.BODY, text, (Piece(0, 0, len(text)),))

    @cached_property
    def content(self) -> frozenset[str]:
        return content(self.text)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        within = [day.span for day in self.days]
        return tuple(n for n in numbers.found(self.text) if not any(n.span.overlaps(span) for span in within))

    @cached_property
    def days(self) -> tuple[Day, ...]:
        return tuple(days.named(self.block))


class Told:
    """All that one source tells."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        joined = _LINE.sub(" ", text)
        lines = (line for line in joined.splitlines() if line.strip())
        self.sentences = tuple(Sentence(line[slice(*span)]) for line in lines for span in sentences(line))

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Capitalised words that stand side by side in a name."""
        found = (chain.phrase.words for sentence in self.sentences for chain in chains.chains(sentence.block, frozenset((0,))))
        return frozenset(pair for words in found for pair in pairwise(words))


@lru_cache(maxsize=16)
def told(name: str, text: str) -> Told:
    """What a source tells; kept, since one source may serve many stories."""
    return Told(name, text)


def content(text: str) -> frozenset[str]:
    """The words of a sentence that say what it is about, as keys."""
    return frozenset(key(m[0]) for m in _CONTENT.finditer(text)) - _GRAMMAR


def counted(text: str, span: Span) -> Iterator[str]:
    """What a number counts: its currency, `%`, or one of the one or two words after it, `1,240 empty homes`."""
    if text[span.start - 1 : span.start] in _MARKS:
        yield text[span.start - 1]
    if _PERCENT.match(text, span.end):
        yield "%"
    if found := _COUNTED.match(text, span.end):
        yield from (key(word) for word in (found[1].strip(" -"), found[2]) if word and key(word) not in _GRAMMAR)
