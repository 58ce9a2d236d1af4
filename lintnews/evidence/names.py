"""A story in, its names out as items: what `lintnews names` knows of each."""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.evidence.nouns import Against, Seen, Sort, Standing
from lintnews.ledger import Story
from lintnews.roll import Entry, How, Roll, read
from lintnews.roll import Sort as NameSort
from lintnews.roll import Standing as Held
from lintnews.roll.wording import lines

_STANDINGS = {How.FACT: Standing.LISTED, How.LISTED: Standing.LISTED, How.STORY: Standing.INSIDE, How.UNKNOWN: Standing.OPEN}


def items(story: Story) -> Iterator[Seen]:
    """Every name once, where it first stands."""
    roll = read(story)
    for entry in roll.entries:
        against = tuple(_against(entry, roll))
        yield Seen(Sort.NAME, entry.block, entry.span, _standing(entry), against, entry.sort.value, entry.name, entry.count)


def _standing(entry: Entry) -> Standing:
    """A name agrees where a post printed with it does, or where the post's holder is the one whom the story names."""
    if entry.doubtful:
        return Standing.DOUBTFUL
    held = entry.sort is NameSort.POST and {fact.subject for fact in entry.holders} & {*entry.people}
    if held or any(claim.standing is Held.AGREES for claim in entry.claims):
        return Standing.AGREES
    return _STANDINGS[entry.how]


def _against(entry: Entry, roll: Roll) -> Iterator[Against]:
    for line in lines(entry, roll):
        source, _, as_of = line.source.rpartition(" (as of ")
        yield Against(line.words, source, as_of.removesuffix(")"))
    if entry.how is How.STORY:
        yield Against(f"no list has it; it stands {entry.count} times, always so")
    elif entry.how is How.UNKNOWN:
        yield Against("no list and no dated fact has it")
