"""A story in, its quotations, links and claims out as items."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from lintnews import lazily
from lintnews.evidence.nouns import Against, Data, Seen, Sort, Standing
from lintnews.ledger import Story, attributions
from lintnews.ledger.quotations import Quotation
from lintnews.model import PROSE, Block, Part, Span
from lintnews.words import fold

_FEWEST = 3
_WORD = lazily.pattern(r"[\p{L}\p{N}’'-]+")
_DOI = lazily.pattern(r"\b10\.\d{4,9}/\S+|pubmed")
#: What makes a sentence one that can be checked: counts of people, money, shares; firsts and superlatives; causes; charges.
_CLAIM = lazily.pattern(
    r"(?i)(?:[$£€]\d|\d(?:\.\d+)?\s?(?:%|percent\b|per cent\b)|\b\d[\d,.]*\s+(?:million|billion|trillion|people|men|women|children|deaths|"
    r"cases|jobs|homes|votes|dead|troops|soldiers|patients|students|workers|miles|acres|tons?|tonnes)\b|"
    r"\b(?:first|only|largest|biggest|highest|lowest|oldest|deadliest|worst|most)\b.{1,40}\b(?:in|since|ever|on record)\b|"
    r"\brecord (?:high|low|number)\b|\b(?:caus(?:es?|ed|ing)|prevents?|cures?|linked to|leads? to|led to|triggered|because of|due to)\b|"
    r"\b(?:killed|injured|wounded|arrested|charged|accused|convicted|murdered|stole|defrauded|bribed)\b|"
    r"\b(?:doubled|tripled|rose|fell|dropped|increased|decreased)\b.{1,40}\d)"
)
_GIVEN = lazily.pattern(
    rf"(?i)\b(?:according to|{attributions.VERB}|(?:data|figures|statistics|records|documents?|report|study|survey|poll) "
    r"(?:from|by|of|shows?|showed|found))\b"
)


def quotations(story: Story) -> Iterator[Seen]:
    """Every outer quotation of three words or more."""
    counts: dict[str, int] = {}
    found = [each for each in story.quotations if each.depth == 0 and each.opened and len(_WORD.findall(each.text)) >= _FEWEST]
    for each in found:
        counts[fold(each.text)] = counts.get(fold(each.text), 0) + 1
    for each in found:
        times = counts[fold(each.text)]
        standing = Standing.INSIDE if times > 1 else Standing.OPEN
        yield Seen(Sort.QUOTATION, each.block, each.inside, standing, tuple(_quoted(story, each, times)))


def _quoted(story: Story, quotation: Quotation, times: int) -> Iterator[Against]:
    if quotation.speaker and (speaker := quotation.block.text[slice(*quotation.speaker)].strip()):
        yield Against(f"given to {speaker}")
    elif quotation.block.part in PROSE:
        yield Against("nobody is told beside it as its speaker")
    if times > 1:
        yield Against(f"the story has it {times} times, in the same words")
    elif story.sources:
        yield Against("in none of the sources of the story word for word")
    else:
        yield Against("the story names no transcript, release or recording under `sources`")


def links(story: Story, data: tuple[Data, ...]) -> Iterator[Seen]:
    """Every address that readers can follow, against the lists of sites and of retracted papers."""
    lists = {each.name: each for each in data}
    sites, papers = lists.get("site"), lists.get("retracted")
    for link in story.links:
        against = (
            [Against(f"not among the {sites.rows:,} sites listed as unreliable, satirical or the like", "", sites.as_of)] if sites else []
        )
        if papers and _DOI.search(unquote(link.address)):
            many = f"{papers.rows:,} retracted paper{'s' * (papers.rows != 1)}"
            against.append(Against(f"not among the {many} that are listed", "", papers.as_of))
        standing = Standing.LISTED if against else Standing.OPEN
        yield Seen(Sort.LINK, link.block, link.span, standing, (*against, Against("the page itself was not opened")))


def claims(story: Story, data: tuple[Data, ...]) -> Iterator[Seen]:
    """Every sentence of running text, outside quotations, that says something which can be checked."""
    stored = next((each.rows for each in data if each.name == "claim"), 0)
    for block in story.blocks(Part.BODY, Part.LIST, Part.DECK):
        for span in story.sentences(block):
            found = _CLAIM.search(block.text, *span)
            if found and not story.quoted(block, Span(*found.span())):
                yield _claim(block, span, stored)


def _claim(block: Block, span: Span, stored: int) -> Seen:
    given = _GIVEN.search(block.text, *span)
    against = [Against(f"none of the {stored:,} stored fact-checks judges it")]
    if given:
        against.insert(0, Against(f"the copy gives a source (“{given[0]}”), which was not asked"))
    else:
        against.insert(0, Against("no source stands in the sentence"))
    return Seen(Sort.CLAIM, block, span, Standing.INSIDE if given else Standing.OPEN, tuple(against))
