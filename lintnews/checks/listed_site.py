"""Listed site: a link to a site, or a site named as a source, that the fact base lists as satire, unreliable or the like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily, patterns, tokens
from lintnews.ledger import Story
from lintnews.ledger.chains import Chain
from lintnews.ledger.links import Link, named_hosts, parents
from lintnews.model import PROSE, Block, Evidence, Fact, Match, OptionError, Span
from lintnews.record import record

#: Verbs and phrases by which a source is given.
_BEFORE = lazily.pattern(
    r"(?i:\b(?:according to|reported (?:by|in|on)|published (?:by|in|on)|told|as seen (?:on|in)|citing|cited by|from|via|by|in|on)\s+"
    r"(?:the\s+)?(?:\w+ (?:site|website|outlet|page|newspaper) )?\Z)"
)
_AFTER = lazily.pattern(
    r"(?i:[’']?s?(?:,? (?:a|the|an)\b[^.]{0,60},)? (?:has |had |have |also |first |recently |now )?(?:report(?:s|ed|ing)?|said|says|"
    r"wrote|writes|revealed|reveals|published|publishes|claimed|claims|confirmed|confirms|broke|quot(?:es|ed)|announced|noted|found|stated|states)\b)"
)
#: Words by which the copy says itself what the site is.
_TOLD = lazily.pattern(
    r"(?i:\b(?:satir\w+|parod(?:y|ies|ied)|spoof\w*|joke\w*|hoax\w*|fake|fabricated|debunk\w*|false(?:ly|hoods?)?|misinformation|disinformation|"
    r"conspiracy|conspiracies|unreliable|humou?r(?:ous)?|comed(?:y|ic)|unfounded|baseless|untrue|misleading)\b)"
)


@record
class Check:
    """Links to sites that a `site` fact gives one of the `values`, and such sites named in the copy.

    A site that is given as the source of something (`according to`, `reported`) counts in full, a link or a bare name one step
    less; nothing is said where the paragraph says itself what the site is, in the words of `_TOLD` or of the patterns `unless`.
    `named`: whether names in the copy count, and not links alone. `only`: whether it counts only where every link of the story is such.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "value", "site")
    values: tuple[str, ...] = ()
    named: bool = True
    only: bool = False
    unless: tuple[str, ...] = ()

    def validate(self) -> None:
        if not self.values:
            raise OptionError("name the values of `site` facts that count, such as `satire`", "values")
        for i, pattern in enumerate(self.unless):
            tokens.validate_one(pattern, "unless", i)

    def find(self, story: Story) -> Iterator[Match]:
        found = [(link, self._listed(story, link.host)) for link in story.links]
        if not self.only or (found and all(fact for _, fact in found)):
            yield from (self._linked(link, fact) for link, fact in found if fact and not self._told(link.around))
        if self.named and not self.only:
            yield from self._hosts(story)
            yield from self._names(story)

    def _listed(self, story: Story, host: str) -> Fact | None:
        """The fact about a host, or about one above it."""
        facts = (fact for name in parents(host) for fact in story.facts.about(name, "site") if fact.subject == name)
        return next((fact for fact in facts if fact.value in self.values), None)

    def _linked(self, link: Link, fact: Fact) -> Match:
        around = link.around.text if link.around else ""
        sourced = bool(_AFTER.search(around) or "according to" in around.lower())
        return _match(link.block, link.span, fact, doubt=0 if sourced or self.only else 1)

    def _hosts(self, story: Story) -> Iterator[Match]:
        """Hosts that stand in the copy."""
        for block in story.blocks(*PROSE):
            for host, span in named_hosts(block):
                if (fact := self._listed(story, host)) and not self._told(block):
                    yield _match(block, span, fact, doubt=0 if _is_source(block, span) else 1)

    def _names(self, story: Story) -> Iterator[Match]:
        """Outlets that stand in the copy by their names, as the source of something."""
        for chain in story.chains:
            block, span = chain.block, _name(chain.block, chain)
            fact = self._by_name(story, block.text[slice(*span)])
            if fact and block.part in PROSE and _is_source(block, span) and not story.quoted(block, span) and not self._told(block):
                yield _match(block, span, fact, doubt=0)

    def _by_name(self, story: Story, name: str) -> Fact | None:
        """The site of an outlet that goes by a name."""
        facts = (fact for fact in story.facts.about(name, "site") if name in fact.aliases)
        return next((fact for fact in facts if fact.value in self.values), None)

    def _told(self, block: Block | None) -> bool:
        return block is not None and bool(
            _TOLD.search(block.text) or any(patterns.search(patterns.compile(p, ignorecase=True), block.text) for p in self.unless)
        )


def _name(block: Block, chain: Chain) -> Span:
    """Where a name stands, with an article that opens the sentence."""
    span = chain.span(0, len(chain.tokens))
    return Span(span.start - 4, span.end) if block.text[max(0, span.start - 4) : span.start] == "The " else span


def _is_source(block: Block, span: Span) -> bool:
    """Whether something is given on the authority of what stands at a span."""
    return bool(_BEFORE.search(block.text, max(0, span.start - 60), span.start) or _AFTER.match(block.text, span.end))


def _match(block: Block, span: Span, fact: Fact, doubt: int) -> Match:
    words = {"match": block.text[slice(*span)], "value": fact.value, "site": fact.subject}
    return Match(block, span, (), words, (Evidence(fact.sentence() + (f" ({fact.note})" if fact.note else ""), fact=fact),), doubt)
