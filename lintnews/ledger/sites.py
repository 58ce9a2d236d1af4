"""A story in; out come the sites that its copy names, by their hosts or as outlets, with what the fact base says of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.chains import Chain
from lintnews.ledger.links import named_hosts, parents
from lintnews.model import PROSE, Block, Fact, Span


class Named(NamedTuple):
    """A place where copy names a site, the `site` facts about it, and whether it does so by its host."""

    block: Block
    span: Span
    facts: tuple[Fact, ...]
    by_host: bool


def read(story: Story) -> tuple[Named, ...]:
    """The listed sites that the copy names: hosts first, then outlets by their names, in reading order."""
    return (*_hosts(story), *_outlets(story))


def about(facts: FactBase, host: str) -> tuple[Fact, ...]:
    """The facts about a host, then those about the ones above it."""
    return tuple(fact for name in parents(host) for fact in facts.about(name, "site") if fact.subject == name)


def _hosts(story: Story) -> Iterator[Named]:
    for block in story.blocks(*PROSE):
        for host, span in named_hosts(block):
            if known := about(story.facts, host):
                yield Named(block, span, known, by_host=True)


def _outlets(story: Story) -> Iterator[Named]:
    for chain in story.chains:
        if chain.block.part in PROSE:
            span = _name(chain.block, chain)
            name = chain.block.text[span.start : span.end]
            if known := tuple(fact for fact in story.facts.about(name, "site") if name in fact.aliases):
                yield Named(chain.block, span, known, by_host=False)


def _name(block: Block, chain: Chain) -> Span:
    """Where a name stands, with an article that opens the sentence."""
    span = chain.span(0, len(chain.tokens))
    return Span(span.start - 4, span.end) if block.text.startswith("The ", max(0, span.start - 4), span.start) else span
