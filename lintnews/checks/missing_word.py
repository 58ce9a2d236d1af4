"""Missing word: a story in; out come the places where a small word is missing, as words in rows tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews.english.trigrams import number
from lintnews.ledger import Story
from lintnews.ledger.chances import Row
from lintnews.model import Match, OptionError, Span
from lintnews.record import record


@record
class Check:
    """`words`: small words that may be missing. `least`: how much must speak for one, in doublings of the likelihood, for a match one
    step below the rule's level, and `sure`, for one at the rule's level.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "missing")
    words: tuple[str, ...]
    least: int = 11
    sure: int = 13

    def validate(self) -> None:
        """Raise OptionError where nothing can be missing."""
        if not self.words:
            raise OptionError("`words` must hold a word", "words")

    def find(self, story: Story) -> Iterator[Match]:
        """Every two words between which one is missing."""
        words = {each: word for word in sorted(self.words) if (each := number(word)) >= 0}
        numbers = tuple(words)
        for row in story.chances.rows:
            for at in row.line.gaps:
                more, missing = row.line.missed(at, numbers, self.least)
                if missing >= 0:
                    yield _match(row, at, words[missing], doubt=int(more < self.sure))


def _match(row: Row, at: int, word: str, *, doubt: int) -> Match:
    start, end = row.where(at - 1).start, row.where(at).end
    written = row.block.text[start:end]
    cut = row.where(at).start - start
    fix = f"{written[:cut]}{word} {written[cut:]}"
    return Match(row.block, Span(start, end), (fix,), {"match": written, "fix": fix, "missing": word}, doubt=doubt)
