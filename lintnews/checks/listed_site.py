"""Listed site: a link to a site, or a site named as a source, that the fact base lists as satire, unreliable or the like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily, patterns, tokens
from lintnews.ledger import Story, sites
from lintnews.ledger.links import Link
from lintnews.model import Block, Evidence, Fact, Match, OptionError, Span
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
        found = [(link, self._counting(sites.about(story.facts, link.host))) for link in story.links]
        if not self.only or (found and all(fact for _, fact in found)):
            yield from (self._linked(link, fact) for link, fact in found if fact and not self._told(link.around))
        if self.named and not self.only:
            for block, span, facts, by_host in story.sites:
                fact = self._counting(facts)
                if fact and (match := self._host(block, span, fact) if by_host else self._outlet(story, block, span, fact)):
                    yield match

    def _counting(self, facts: tuple[Fact, ...]) -> Fact | None:
        """The first fact with one of the values that count."""
        return next((fact for fact in facts if fact.value in self.values), None)

    def _linked(self, link: Link, fact: Fact) -> Match:
        around = link.around.text if link.around else ""
        sourced = bool(_AFTER.search(around) or "according to" in around.lower())
        return _match(link.block, link.span, fact, doubt=0 if sourced or self.only else 1)

    def _host(self, block: Block, span: Span, fact: Fact) -> Match | None:
        """A host that stands in the copy."""
        return None if self._told(block) else _match(block, span, fact, doubt=0 if _is_source(block, span) else 1)

    def _outlet(self, story: Story, block: Block, span: Span, fact: Fact) -> Match | None:
        """An outlet that stands in the copy by its name, as the source of something."""
        sourced = _is_source(block, span) and not story.quoted(block, span) and not self._told(block)
        return _match(block, span, fact, doubt=0) if sourced else None

    def _told(self, block: Block | None) -> bool:
        return block is not None and bool(
            _TOLD.search(block.text) or any(patterns.search(patterns.compile(p, ignorecase=True), block.text) for p in self.unless)
        )


def _is_source(block: Block, span: Span) -> bool:
    """Whether something is given on the authority of what stands at a span."""
    return bool(_BEFORE.search(block.text, max(0, span.start - 60), span.start) or _AFTER.match(block.text, span.end))


def _match(block: Block, span: Span, fact: Fact, doubt: int) -> Match:
    words = {"match": block.text[slice(*span)], "value": fact.value, "site": fact.subject}
    return Match(block, span, (), words, (Evidence(fact.sentence() + (f" ({fact.note})" if fact.note else ""), fact=fact),), doubt)
