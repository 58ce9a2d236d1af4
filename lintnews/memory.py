"""A story and rules in, the matches of those rules out that look at each block by itself: a block that was read before is not read again.

Who types into a story changes one block of it at a time. A kind whose matches in a block hang on that block alone, and on the
apostrophe that the story is set with and the day that it is dated, says so by `local = True`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from lintnews.record import replace
from lintnews.rule import Rule, Rules, faults

if TYPE_CHECKING:
    from datetime import date

    from lintnews.ledger import Story
    from lintnews.model import Block, Match

_Key = tuple[str, str, str, "date | None"]
#: The most blocks that are kept; beyond it all are forgotten.
MOST = 10_000


def is_local(rule: Rule) -> bool:
    """Whether a rule looks at each block by itself."""
    return not rule.selectors and getattr(rule.check, "local", False)


class Memory:
    """What one set of rules sees in blocks that it has read. Safe to use from several threads."""

    def __init__(self) -> None:
        self._kept: dict[_Key, Mapping[str, tuple[Match, ...]]] = {}
        #: Rules that could not be run on a block: they are run on the whole story, where what went wrong is told.
        self._faulty: set[str] = set()

    def matches(self, story: Story, rules: Rules) -> Mapping[str, Iterable[Match]]:
        """The matches of every rule that is local, by its id; a rule that is missing has none."""
        kept = self._kept
        if len(kept) > MOST:
            kept = self._kept = {}
        around = story.usual_apostrophe, story.day
        places = [((block.part.value, block.text, *around), block) for block in story.document.blocks]
        if new := {key: block for key, block in places if key not in kept}:
            kept.update(self._read(story, rules, new))
        out: dict[str, list[Match]] = {}
        for key, block in places:
            for name, matches in kept[key].items():
                out.setdefault(name, []).extend(_at_home(match, block) for match in matches)
        return out

    def _read(self, story: Story, rules: Rules, new: Mapping[_Key, Block]) -> Mapping[_Key, Mapping[str, tuple[Match, ...]]]:
        """What the rules see in blocks that were not read before, as if these were all of the story."""
        part = story.of_blocks(tuple(new.values()))
        by_block: dict[int, dict[str, list[Match]]] = {}
        for rule in filter(is_local, rules.likely(part)):
            try:
                for match in rule.check.find(part):
                    by_block.setdefault(id(match.block), {}).setdefault(rule.id, []).append(match)
            except faults(rule):
                self._faulty.add(rule.id)
        return {key: {name: tuple(each) for name, each in by_block.get(id(block), {}).items()} for key, block in new.items()}

    def knows(self, rule: Rule) -> bool:
        """Whether what `matches` has of a rule is all there is."""
        return is_local(rule) and rule.id not in self._faulty


def _at_home(match: Match, block: Block) -> Match:
    """A match in a block that reads as this one does, and what it shows of it, as one in this one."""
    evidence = tuple(replace(each, block=block) if each.block is match.block else each for each in match.evidence)
    return replace(match, block=block, evidence=evidence)
