"""Script: a story in, the places that a script in Tengo finds in each of its blocks out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar

from lintnews import actions, lazily
from lintnews.beside import Beside
from lintnews.ledger import Story
from lintnews.model import Block, LintNewsError, Match, OptionError, Span
from lintnews.record import field, record, replace
from lintnews.tengo import Limits, Program, ScriptError, compile

_FILE = re.compile(r"[^\n]+\.tengo")
_WHOLE = lazily.pattern(r"(?s).*")
_SURROGATE = re.compile("[\ud800-\udfff]")


@record
class Check:
    """Vale's script: a program that is handed `scope`, the text of a block, and leaves the places it found in `matches`."""

    slots: ClassVar[tuple[str, ...]] = ("match", "fix")
    script: str
    action: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def with_files(self, files: Beside) -> Check:
        """The check with the text of its script, where it names a file; raises OptionError."""
        if not _FILE.fullmatch(self.script):
            return self
        try:
            return replace(self, script=files.text(self.script, "config/scripts", ""))
        except OptionError as error:
            raise OptionError(str(error), "script") from None

    def validate(self) -> None:
        """Raise OptionError for a script that cannot be read."""
        if _FILE.fullmatch(self.script):
            raise OptionError("a script file belongs to a Vale style; write the script itself here", "script")
        actions.validate(self.action)
        try:
            self._program  # noqa: B018
        except ScriptError as error:
            raise OptionError(str(error), "script") from None

    @cached_property
    def _program(self) -> Program:
        return compile(self.script, ("scope",))

    def find(self, story: Story) -> Iterator[Match]:
        """What the script finds in each block; raises LintNewsError where it fails."""
        for block in story.document.blocks:
            yield from self._found(block)

    def _found(self, block: Block) -> Iterator[Match]:
        text = _SURROGATE.sub("\ufffd", block.text)
        data = text.encode()
        matches = self._program.run({"scope": text}, "matches", Limits().for_input(len(data)))
        for match in matches if isinstance(matches, list) else ():
            begin, end = _bounds(match, len(data))
            start = len(data[:begin].decode(errors="replace"))
            span = Span(start, start + len(data[begin:end].decode(errors="replace")))
            yield Match(block, span, self._fixes(block, span), {"match": block.text[slice(*span)], **_message(match)})

    def _fixes(self, block: Block, span: Span) -> tuple[str, ...]:
        found = _WHOLE.fullmatch(block.text[slice(*span)]) if self.action else None
        return actions.fixes(self.action, found) if found else ()


def _bounds(match: object, size: int) -> tuple[int, int]:
    """Where a match begins and ends, in bytes; raises LintNewsError where that is nowhere in the text."""
    begin, end = (match.get(key) if isinstance(match, dict) else None for key in ("begin", "end"))
    if type(begin) is not int or type(end) is not int:
        raise LintNewsError("each of the script's `matches` must have `begin` and `end`, whole numbers")
    if not 0 <= begin <= end <= size:
        raise LintNewsError(f"the script found something from {begin} to {end} in a text of {size} bytes")
    return begin, end


def _message(match: object) -> dict[str, str]:
    """The words of the match's own message, which stands in place of the rule's."""
    own = match.get("message") if isinstance(match, dict) else None
    return {"message": own} if isinstance(own, str) else {}
