"""A story and what some rules found in it in, its profile of indicators out: what was seen, where, how often; no score, no verdict.

The indicators follow the vocabulary of the W3C Credible Web group (https://credweb.org/cciv/r/1, https://credweb.org/signals): those of
them that a text alone can show. What it cannot is named too, for people to answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintnews.indicators import reading
from lintnews.indicators.nouns import INDICATORS, Indicator, Observed, Profile, Seen
from lintnews.ledger import Story
from lintnews.model import Finding


def read(story: Story, findings: Iterable[Finding]) -> Profile:
    """The profile of a story; `findings` are those of the rules in `rules()`."""
    told = tuple(findings)
    words = sum(len(block.text.split()) for block in story.prose)
    observed = tuple(Observed(indicator, tuple(_seen(indicator, story, told))) for indicator in INDICATORS)
    return Profile(story.document.source, story.day, words, observed, tuple(reading.presence(story)))


def rules() -> tuple[str, ...]:
    """The rules whose findings are asked for."""
    return tuple(dict.fromkeys(rule for indicator in INDICATORS for rule in indicator.rules))


def _seen(indicator: Indicator, story: Story, findings: Iterable[Finding]) -> Iterator[Seen]:
    found = [
        Seen(finding.span, story.document.source.text[slice(*finding.span)]) for finding in findings if finding.rule in indicator.rules
    ]
    if indicator.reading:
        found += getattr(reading, indicator.reading)(story)
    yield from sorted({seen.span: seen for seen in found}.values(), key=lambda seen: seen.span)
