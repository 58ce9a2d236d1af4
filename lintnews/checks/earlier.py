"""Earlier: what a story says otherwise than earlier stories do, or says again, with the passages of both."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal
from weakref import WeakKeyDictionary

from lintnews.ledger import Story
from lintnews.model import Document, Evidence, LintNewsError, Match
from lintnews.record import record

if TYPE_CHECKING:
    from lintnews.archive.look import Disagreement
    from lintnews.archive.store import Index

_SHOWN = 3
_LONGEST = 120
#: What was told of a story against an index: one look serves all the rules.
_TOLD: WeakKeyDictionary[Story, dict[str, list[Disagreement]]] = WeakKeyDictionary()


@record
class Check:
    """`what`: `count`, `age`, `spelling`, `post`, `quotation`, `copied` or `near-duplicate`.

    The earlier stories are those of the index that `--archive`, or `archive` in lintnews.yaml, names; and those that the story's head
    holds under `earlier`: `- {name: Monday's story, date: 2024-05-01, text: "…"}`.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "other", "day", "story", "passage", "fix")
    what: Literal["count", "age", "spelling", "post", "quotation", "copied", "near-duplicate"]

    def find(self, story: Story) -> Iterator[Match]:
        if story.document.meta.get("earlier"):
            yield from _matches(self.what, story, "", None)

    def bound(self, archive: Path) -> Bound:
        """The same check against an index."""
        return Bound(self, archive)


@record
class Bound:
    """A check with the index that it looks into; what it finds changes with that."""

    check: Check
    archive: Path
    slots: ClassVar[tuple[str, ...]] = Check.slots
    lasting: ClassVar[bool] = False

    def agreeing(self, story: Story) -> Iterator[Match]:
        """What earlier stories have so too; asked once, of the rule of counts."""
        if self.check.what == "count":
            from lintnews.archive.look import Reading

            for told in Reading(story, _opened(str(self.archive), _stamp(self.archive))).agreeing():
                first = told.earlier[0]
                day = f", {first.story.day}" if first.story.day else ""
                yield Match(told.block, told.span, evidence=(Evidence(f"an earlier story has it so: {first.story.path}{day}"),))

    def find(self, story: Story) -> Iterator[Match]:
        yield from self.check.find(story)
        yield from _matches(self.check.what, story, str(self.archive), self.archive)


def _matches(what: str, story: Story, key: str, archive: Path | None) -> Iterator[Match]:
    known = _TOLD.setdefault(story, {})
    if key not in known:
        from lintnews.archive.look import Reading

        index = _opened(str(archive), _stamp(archive)) if archive else _inline(story)
        known[key] = Reading(story, index, told=not archive).all()
    return (_match(told) for told in known[key] if told.what == what)


def _match(told: Disagreement) -> Match:
    first = told.earlier[0]
    words = {
        "match": told.said, "other": _cut(first.words), "day": first.story.day or "an earlier story",
        "story": first.story.path, "passage": _cut(first.passage), "fix": told.fix,
    }  # fmt: skip
    shown = [Evidence(f"{each.story.path}{f', {each.story.day}' if each.story.day else ''}: “{_cut(each.passage or each.words)}”")
             for each in told.earlier[:_SHOWN]]  # fmt: skip
    if len(told.earlier) > _SHOWN:
        shown.append(Evidence(f"and {len(told.earlier) - _SHOWN} more earlier stories"))
    return Match(told.block, told.span, (told.fix,) if told.fix else (), words, tuple(shown))


def _cut(words: str) -> str:
    told = " ".join(words.split())
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1].rstrip()}…"


def _stamp(archive: Path) -> int:
    try:
        return os.stat(archive).st_ino
    except OSError:
        return 0


@lru_cache(maxsize=4)
def _opened(archive: str, stamp: int) -> Index:
    from lintnews.archive.store import Index

    return Index.open(Path(archive))


def _inline(story: Story) -> Index:
    """The stories under `earlier` in the head, as an index."""
    from lintnews.archive.extract import entry
    from lintnews.archive.store import Index

    told = story.document.meta["earlier"]
    items: Sequence[object] = told if isinstance(told, list) else [told]
    return Index.of(entry(Story(_document(story, item, i), story.facts)) for i, item in enumerate(items, 1))


def _document(story: Story, item: object, number: int) -> Document:
    from lintnews.archive.passages import document

    if not isinstance(item, dict) or not item.get("text"):
        raise LintNewsError(f"{story.document.source.name}: `earlier` has {item}; give each story a `text`, and a `date` if it is known")
    return document(str(item.get("name") or f"earlier story {number}"), str(item["text"]), str(item.get("date", "")))
