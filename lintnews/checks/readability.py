"""Readability: a story in, it or each block of it that reads harder than a grade of school allows out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews.ledger import Story
from lintnews.model import Match, OptionError, did_you_mean
from lintnews.record import record

_METRICS = ("Automated Readability", "Coleman-Liau", "Flesch-Kincaid", "Gunning Fog", "SMOG")


@record
class Check:
    """Vale's readability: the mean of the scores named in `metrics`, each a grade of school, is more than `grade`."""

    slots: ClassVar[tuple[str, ...]] = ("value",)
    metrics: tuple[str, ...]
    grade: float = 0.0

    def validate(self) -> None:
        """Raise OptionError for a score that there is not."""
        if not self.metrics:
            raise OptionError(f"`metrics` must name one at least: {', '.join(_METRICS)}", "metrics")
        for i, name in enumerate(self.metrics):
            if name not in _METRICS:
                raise OptionError(f"there is no metric `{name}`{did_you_mean(name, _METRICS)}", "metrics", i)

    def find(self, story: Story) -> Iterator[Match]:
        """One match for each stretch of copy that is too hard."""
        from lintnews.english.statistics import SCORES, measure

        for paragraphs, _, block, span in story.stretches():
            counted = measure(paragraphs)
            if counted.words and counted.sentences:
                mean = sum(SCORES[name](counted) for name in self.metrics) / len(self.metrics)
                if mean > self.grade:
                    yield Match(block, span, words={"value": f"{mean:.2f}"})
