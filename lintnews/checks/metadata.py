"""Metadata: a story in, every field of its head out that is missing, empty, out of order, or says something else than the copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import ClassVar

from lintnews import patterns, tokens
from lintnews.ledger import Story, head, language
from lintnews.ledger.head import Field
from lintnews.model import Block, Match, OptionError, Part, Span
from lintnews.patterns import Pattern
from lintnews.record import field, record

_CAPTIONS = "caption|photo_caption|image_caption|picture_caption|cutline"
#: The name in a byline.
_BYLINE = re.compile(r"(?i:by )?(?P<name>[^,|\n]+?)(?=,| and |\||\s*\Z)")
_FULL_NAME = re.compile(r"\b[A-Z][\w’'-]+ [A-Z][\w’'-]+")
#: A line of so many words may be a caption that nothing marks.
_SHORT = 12


@record
class Check:
    """Fields of the head, by names of which `|` parts several; signs and capitals in a name count for nothing. `when`: fields and
    patterns of their values, all of which must hold for the rule to be asked. `required`: fields that must be there and not
    empty. `filled`: fields that must not be empty where they are there. `order`: a field and the one that is not earlier.
    `named`: fields whose values must stand in the copy, or in its parts `within`. `holds`: patterns of which the copy must
    hold one; with `mentioned` only where the value of a field of `when` stands in it. `captions`: the copy is that of
    pictures: captions, credits, short lines, and captions in the head. `bad`: fields and patterns that no value may match.
    `others`: names of which the parts `within` hold none but the field `credit`'s. `language`: the field that names the
    copy's language.
    """

    slots: ClassVar[tuple[str, ...]] = ("field", "value", "other")
    asks: ClassVar[str] = "meta"
    when: Mapping[str, str] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    order: Mapping[str, str] = field(default_factory=dict)
    named: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    bad: Mapping[str, str] = field(default_factory=dict)
    credit: str = ""
    others: tuple[str, ...] = ()
    language: str = ""
    captions: bool = False
    mentioned: bool = False

    def validate(self) -> None:
        """Raise OptionError for an option that cannot be used."""
        for key, group in (("when", self.when), ("bad", self.bad)):
            for name, pattern in group.items():
                tokens.validate_one(pattern, key, name)
        tokens.validate_all(tokens.paths("holds", self.holds))
        for i, part in enumerate(self.within):
            if part not in tuple(Part):
                raise OptionError(f"`within` names parts of a story: {', '.join(Part)}", "within", i)

    def find(self, story: Story) -> Iterator[Match]:
        """What is amiss in the head of a story that has one."""
        if not story.document.meta:
            return
        known = head.fields(story.document)
        if not all(any(_matches(pattern, f.value) for f in head.of(known, name)) for name, pattern in self.when.items()):
            return
        for about, other in (*self._lacking(known), *self._disordered(known), *self._against(story, known)):
            if at := self._in_byline(story) or self._in_caption(story, about, other) or head.place(story, about):
                words = {"field": about.key if about else other, "value": about.value if about else "", "other": other}
                yield Match(at[0], at[1], (), words)

    def _in_byline(self, story: Story) -> tuple[Block, Span] | None:
        """The name in the byline, which is what is printed, where it is the byline that is held against the head."""
        block = next(story.blocks(Part.BYLINE), None) if self.named and Part.BYLINE in self.within else None
        found = _BYLINE.match(block.text) if block else None
        return (block, Span(*found.span("name"))) if block and found else None

    def _in_caption(self, story: Story, about: Field | None, other: str) -> tuple[Block, Span] | None:
        """What a caption has instead, which is what is printed: another's credit, or a name that differs in one word by a slip."""
        if not self.captions or about is None:
            return None
        for block in story.blocks(Part.CAPTION, Part.CREDIT):
            if other and (found := re.search(rf"(?<!\w){re.escape(other)}(?!\w)", block.text)):
                return block, Span(*found.span())
            near = [] if other else [name for name in _FULL_NAME.finditer(block.text) if _alike(name[0], about.value)]
            if near:
                return block, Span(*near[0].span())
        return None

    def _lacking(self, known: list[Field]) -> Iterator[tuple[Field | None, str]]:
        absent: list[str] = []
        for name in self.required:
            there = head.of(known, name)
            if not there:
                absent.append(name.split("|")[0])
            elif not any(f.value for f in there):
                yield there[0], name.split("|")[0]
        if absent:
            about = next((f for name in self.when for f in head.of(known, name)), None)
            yield about, " and ".join(filter(None, (", ".join(absent[:-1]), absent[-1])))
        for name in self.filled:
            yield from ((f, f.key) for f in head.of(known, name) if not f.value)

    def _disordered(self, known: list[Field]) -> Iterator[tuple[Field | None, str]]:
        for earlier, later in self.order.items():
            for one in head.of(known, earlier):
                for other in head.of(known, later):
                    if _before(other.value, one.value):
                        yield other, one.key

    def _against(self, story: Story, known: list[Field]) -> Iterator[tuple[Field | None, str]]:
        """What the copy says otherwise."""
        copy = self._copy(story, known)
        for name in self.named if copy else ():
            yield from ((f._replace(value=lacking), "") for f in head.of(known, name) for lacking in _lacking(f.value, copy))
        if self.holds and self._holds and not patterns.search(self._holds, copy):
            about = [f for name in self.when for f in head.of(known, name) if not self.mentioned or (f.value and _stands(f.value, copy))]
            yield from ((f, "") for f in about[:1])
        for name, pattern in self.bad.items():
            yield from ((f, "") for f in head.of(known, name) if _matches(pattern, f.value))
        for f in head.of(known, self.credit) if self.credit else ():
            yield from ((f, other) for other in self.others if _stands(other, copy) and f.value and not _stands(other, f.value))
        for f in head.of(known, self.language) if self.language else ():
            if f.value and language.differs(f.value, copy):
                yield f, language.told(copy)

    def _copy(self, story: Story, known: list[Field]) -> str:
        """The copy that is held against the head, with single blanks."""
        parts = tuple(map(Part, self.within)) or tuple(Part)
        texts = [block.text for block in story.blocks(*parts)]
        if self.captions:
            short = [block.text for block in story.blocks(Part.BODY) if len(block.text.split()) <= _SHORT]
            texts = (
                [f.value for f in head.of(known, _CAPTIONS)]
                or [block.text for block in story.blocks(Part.CAPTION, Part.CREDIT)] + short
                or texts
            )
        return " ".join(" ".join(texts).split())

    @cached_property
    def _holds(self) -> Pattern | None:
        return patterns.compile(tokens.compose(self.holds, ignorecase=True)) if self.holds else None


def _matches(pattern: str, value: str) -> bool:
    return patterns.search(patterns.compile(pattern, ignorecase=True), value) is not None


def _alike(name: str, other: str) -> bool:
    """Whether two names share the first or the last of their words, and no more."""
    one, two = name.split(), other.split()
    return len(one) == len(two) > 1 and (one[0] == two[0]) is not (one[-1] == two[-1])


def _lacking(value: str, copy: str) -> list[str]:
    """What of a value does not stand in the copy: of names with commas between them each that does not; a place's country may lack."""
    names = value.split(", ")
    if not value or _stands(value, copy) or (len(names) > 1 and not all(" " in name for name in names) and _stands(names[0], copy)):
        return []
    return [name for name in names if not _stands(name, copy)] if all(" " in name for name in names) else [value]


def _stands(name: str, copy: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", copy) is not None


def _before(one: str, other: str) -> bool:
    """Whether a moment is before another; of a moment and a day, or of two days, only the days count."""
    a, b = _moment(one), _moment(other)
    if a is None or b is None:
        return False
    return a < b if len(one) > len("2031-05-04") < len(other) else a.date() < b.date()


def _moment(value: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)
