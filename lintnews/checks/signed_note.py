"""Signed note: a note that quiets rules of certain packs and does not say who signed it off, and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily, patterns, tokens
from lintnews.ledger import Story
from lintnews.model import Block, Match, Note, OptionError, Part, Piece, Span
from lintnews.record import record

_NOTE = lazily.pattern(r"(?s)\s*lintnews[\s:]\s*(?P<verb>ignore(?:-line|-file)?|off)\b(?P<names>[^:]*)(?::(?P<reason>.*))?")


@record
class Check:
    """Notes that name one of `packs`, or a rule of it, whose reason has no match of `reason`."""

    slots: ClassVar[tuple[str, ...]] = ("match", "pack")
    asks: ClassVar[str] = "notes"
    packs: tuple[str, ...]
    reason: str

    def validate(self) -> None:
        if not self.packs:
            raise OptionError("name the packs whose notes are to be signed", "packs")
        tokens.validate_one(self.reason, "reason")

    def find(self, story: Story) -> Iterator[Match]:
        for note in story.document.notes:
            found = _NOTE.fullmatch(note.text) if "lintnews" in note.text else None
            if not found:
                continue
            named = found["names"].replace(",", " ").split()
            pack = next((name for name in named if name.partition(".")[0] in self.packs), "")
            if pack and not patterns.search(patterns.compile(self.reason), found["reason"] or ""):
                yield _match(story, note, pack)


def _match(story: Story, note: Note, pack: str) -> Match:
    """The note as a block of its own: it is no copy."""
    text = story.document.source.text[slice(*note.span)]
    block = Block(Part.CODE, text, (Piece(0, *note.span),))
    return Match(block, Span(0, len(text)), (), {"match": text, "pack": pack})
