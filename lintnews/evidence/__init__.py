"""A story, its findings and the rules that ran in, the dossier of its evidence out.

Every name, number, date, quotation, link and claim is an item, with what it was held against and what came of that. A dossier
says nothing of truth: it says what was asked, of whom, and what nobody was asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import sha256

from lintnews.evidence import figures, names, said
from lintnews.evidence.nouns import Against, Data, Dossier, Item, Seen, Sort, Standing
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Block, Finding, Match, Part, Report, Severity, Span
from lintnews.rule import Rule

#: Kinds that hold the copy against facts, sums, the calendar, sources, the archive or the rest of the story: their findings speak
#: against an item. What other kinds find is form.
_OF_FACT = frozenset(
    "acronym-expansion affiliation age amount-scale arithmetic body-as-title calendar-date capital chamber change city-state "
    "collective-number column-sum conversion earlier event-order first-name former headline-entity headline-hedge headline-number "
    "headline-quotation holder-name holiday interval listed-age listed-count listed-site look-alike-site nationality near-miss "
    "one-age one-spelling one-toll parts post-at-date quotation-source range-order rank-at-date repeated-quotation restated retracted "
    "score-order share-count share-word source-agreement stored-claim surname two-holders weekday year-span".split()
)
#: Those of them that weigh whatever their severity.
_GRAVE = frozenset({"quotation-source", "source-agreement", "stored-claim", "listed-site", "look-alike-site", "retracted", "earlier"})
#: Characters by which what was found right may be longer than an item.
_ROOM = 12
#: The packs whose findings say that a source is missing: noted, and no doubt.
_OF_SOURCES = frozenset({"sourcing", "sources"})


def read(story: Story, report: Report, rules: Sequence[Rule], version: str, data_version: str, when: datetime) -> Dossier:
    """The dossier of a story; `report` holds what the rules found in it."""
    data = tuple(bodies(story.facts))
    agreed = _agreements(story, rules)
    spoken = {rule.id: rule.kind in _GRAVE for rule in rules if rule.kind in _OF_FACT}
    items = [_item(story, seen, agreed, report.findings, spoken) for seen in _seen(story, data)]
    order = {sort: i for i, sort in enumerate(Sort)}
    items.sort(key=lambda item: (order[item.sort], item.span))
    text = report.source.text
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Dossier(story.document, story.day, _headline(story), when, version, data_version, digest, len(rules), data, tuple(items))


def bodies(facts: FactBase) -> Iterator[Data]:
    """What the fact base holds, relation by relation."""
    return (Data(*row) for row in facts.sizes())


def _seen(story: Story, data: tuple[Data, ...]) -> Iterator[Seen]:
    yield from names.items(story)
    yield from figures.found_numbers(story)
    yield from figures.found_dates(story)
    yield from said.quotations(story)
    yield from said.links(story, data)
    yield from said.claims(story, data)


def _agreements(story: Story, rules: Iterable[Rule]) -> Mapping[Block, Sequence[Match]]:
    """What the rules found right, by block: kinds that can tell so have a method `agreeing`."""
    out: dict[Block, list[Match]] = {}
    for rule in rules:
        for match in getattr(rule.check, "agreeing", _nothing)(story) if rule.kind in _OF_FACT else ():
            out.setdefault(match.block, []).append(match)
    return out


def _nothing(story: Story) -> tuple[Match, ...]:
    return ()


def _item(
    story: Story, seen: Seen, agreed: Mapping[Block, Sequence[Match]], findings: Iterable[Finding], spoken: Mapping[str, bool]
) -> Item:
    """An item with what the rules found right or wrong in it; what is wrong has the last word."""
    span = seen.block.in_source(seen.span)
    standing, against = seen.standing, seen.against
    if right := tuple(_right(seen, agreed)):
        standing = standing if standing is Standing.DOUBTFUL else Standing.AGREES
        against = (*right, *seen.against) if seen.sort is Sort.NAME else right
    about = tuple(finding for finding in findings if finding.span.overlaps(span) and _speaks(finding, spoken, seen.sort))
    wrong = [finding for finding in about if finding.rule in spoken and _weighs(finding, seen.sort, spoken)]
    text = seen.name or " ".join(story.document.source.text[slice(*span)].split())
    return Item(
        seen.sort, text, span, Standing.DOUBTFUL if wrong else standing, against, about, seen.kind, seen.count, seen.block, seen.span
    )


def _right(seen: Seen, agreed: Mapping[Block, Sequence[Match]]) -> Iterator[Against]:
    """What the rules found right of an item: at its place, or of a name wherever it stands so."""
    if seen.sort is Sort.CLAIM:
        return
    named = seen.sort is Sort.NAME and seen.name
    for block, matches in agreed.items() if named else ((seen.block, agreed.get(seen.block, ())),):
        for match in matches:
            if (named and block.text[slice(*match.span)] == named) or (block is seen.block and _same(seen, match.span)):
                yield from (_told(evidence.text, evidence.fact) for evidence in match.evidence)


def _same(seen: Seen, span: Span) -> bool:
    """Whether what was found right is the item, and no longer stretch that holds it."""
    return seen.span.overlaps(span) and span.end - span.start <= seen.span.end - seen.span.start + _ROOM


def _told(words: str, fact: object) -> Against:
    return Against(words, getattr(fact, "source", ""), getattr(fact, "as_of", ""))


def _speaks(finding: Finding, spoken: Mapping[str, bool], sort: Sort) -> bool:
    return finding.rule in spoken or (sort is Sort.CLAIM and finding.rule.partition(".")[0] in _OF_SOURCES)


def _weighs(finding: Finding, sort: Sort, spoken: Mapping[str, bool]) -> bool:
    """Whether a finding makes an item doubtful: a claim by what is found of the sentence, not by each name in it."""
    if sort is Sort.CLAIM:
        return finding.rule.partition(".")[0] in ("claims", "archive")
    return finding.severity is not Severity.SUGGESTION or spoken[finding.rule]


def _headline(story: Story) -> str:
    return next((block.text for block in story.document.blocks if block.part is Part.HEADLINE), "")


__all__ = ["Against", "Data", "Dossier", "Item", "Sort", "Standing", "read"]
