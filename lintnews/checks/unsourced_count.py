"""Unsourced count: a number of dead, hurt or money asserted with no source in the sentence or its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from lintnews import lazily, patterns
from lintnews.ledger import Story, attributions
from lintnews.ledger.hinted import Hinted
from lintnews.model import Block, Evidence, Match, Part, Span
from lintnews.needs import Need
from lintnews.record import record

_SOURCE = lazily.pattern(
    rf"\b(?:{attributions.VERB}|according\s+to|report(?:s|ed|ing|edly)?|estimat\w+|accus\w+|alleg\w+|blam\w+|believ\w+|found|show(?:s|ed|n)?|charg\w+|convict\w+"
    r"|indict\w+|sentenced|data|figures|statistics|stud(?:y|ies)|survey|poll|census|records?|tally|count(?:ed|s)?|official\w*|authorities|police|ministry|"
    r"ministers?|spokes\w+|agency|agencies|bureau|department|CDC|UN|U\.N\.|experts?|analysts?|researchers?|scientists?|investigators?|document\w*|complaint|lawsuit|"
    r"court|testi\w+|calculat\w+|put\s+the|identified|confirmed|known|deemed|held|can|cannot|could|would|may|might|if|fear\w*|expected|predict\w+|project\w+|potential\w*)\b|[“”\"]",
    lazily.IGNORECASE,
)


@record
class Check:
    """`counts` are patterns of counts that need a source; `around` is how many sentences before and after may name it.

    `hints`, where given, are texts of which a paragraph must hold one before the patterns are tried.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match",)
    counts: tuple[str, ...]
    around: int = 1
    hints: tuple[str, ...] = ()

    @property
    def need(self) -> Need:
        """What a story must hold for this check to find anything."""
        return Hinted(self.hints).need

    def find(self, story: Story) -> Iterator[Match]:
        pattern = _pattern(self.counts)
        for block in Hinted(self.hints).blocks(story, Part.BODY):
            for found in patterns.find(pattern, block.text):
                near = self._near(story, block, found.start())
                if not _SOURCE.search(block.text, *near):
                    shown = Evidence("no source stands here", block, story.sentence(block, found.start()))
                    yield Match(block, Span(*found.span()), (), {"match": found[0]}, (shown,))

    def _near(self, story: Story, block: Block, at: int) -> Span:
        """The sentence of an offset and the sentences around it in its paragraph."""
        sentences = story.sentences(block)
        here = next((i for i in range(len(sentences) - 1, -1, -1) if sentences[i].start <= at), 0)
        first, last = sentences[max(0, here - self.around)], sentences[min(len(sentences) - 1, here + self.around)]
        return Span(first.start, last.end)


@lru_cache(maxsize=32)
def _pattern(counts: tuple[str, ...]) -> patterns.Pattern:
    return patterns.compile(rf"\b(?:{'|'.join(counts)})", ignorecase=True)
