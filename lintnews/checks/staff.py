"""Staff: a story in, every name in its byline out that is not on the newsroom's list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story, head, slips
from lintnews.model import Block, Evidence, Match, Part, Span
from lintnews.record import record

_NAME = lazily.pattern(
    r"\p{Lu}[\p{L}’'.-]*(?: (?:\p{Lu}[\p{L}’'.-]*|al|bin|da|de|del|della|der|di|dos|du|el|la|le|van|von))*(?: \p{Lu}[\p{L}’'-]+)"
)
_BY = lazily.pattern(r"(?i)\s*(?:words|story|reporting|additional reporting)?\s*by:? ")


@record
class Check:
    """Names in bylines, and in the head's `bylines`, that are neither among `staff` nor in the head's `lists`; `|` parts names of fields.

    Where neither names anybody, nothing is found.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix")
    staff: tuple[str, ...] = ()
    lists: str = "staff|newsroom|contributors|reporters|stafflist"
    bylines: str = "author|authors|byline|writer|reporter|by"

    @property
    def asks(self) -> str:
        """A story without a head has no list in it."""
        return "" if self.staff else "meta"

    def find(self, story: Story) -> Iterator[Match]:
        known = head.fields(story.document)
        staff = [*self.staff, *(name.strip() for f in head.of(known, self.lists) for name in f.value.split(",") if name.strip())]
        if not staff:
            return
        for block, name in self._written(story, known):
            if name not in staff:
                meant = _meant(name, staff)
                evidence = (Evidence(f"on the list: {meant}"),) if meant else ()
                at = block.text.index(name)
                yield Match(block, Span(at, at + len(name)), (meant,) if meant else (), {"match": name, "fix": meant}, evidence)

    def _written(self, story: Story, known: list[head.Field]) -> Iterator[tuple[Block, str]]:
        """The names in bylines, each with a block that holds it."""
        for block in story.blocks(Part.BYLINE):
            yield from ((block, name) for name in _names(block.text))
        for f in head.of(known, self.bylines):
            if (at := head.place(story, f)) and at[0].text == f.value:
                yield from ((at[0], name) for name in _names(f.value))


def _names(text: str) -> list[str]:
    """The names in a byline, without its `By`, and not what stands behind a comma: a post, a place, a paper."""
    start = found.end() if (found := _BY.match(text)) else 0
    said = text[start:].partition(" in ")[0].partition(" for ")[0]
    return [found[0] for part in said.replace(" and ", ", ").split(", ") if (found := _NAME.match(part.strip()))]


def _meant(name: str, staff: Sequence[str]) -> str:
    """The one on the list who differs from a name in one word, by a slip."""
    near = [other for other in staff if slips.one_word(name, other)]
    return near[0] if len(near) == 1 else ""
