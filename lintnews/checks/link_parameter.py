"""Link parameter: what stands behind the `?` of a link and serves those who count readers."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import groupby
from typing import ClassVar

from lintnews.ledger import Story
from lintnews.model import Match, OptionError, Span
from lintnews.record import record


@record
class Check:
    """Parameters of links whose names are in `parameters`, where `*` stands for any letters; the fix leaves them out of the link."""

    slots: ClassVar[tuple[str, ...]] = ("match", "names")
    asks: ClassVar[str] = "links"
    parameters: tuple[str, ...] = ()

    def validate(self) -> None:
        """Raise OptionError for an option that cannot be used."""
        if not self.parameters:
            raise OptionError("this kind needs `parameters`")

    def find(self, story: Story) -> Iterator[Match]:
        for link in story.links:
            for span, names in self._runs(link.address):
                words = {"match": link.address[slice(*span)].strip("?&"), "names": ", ".join(names)}
                yield Match(link.block, span, ("",), words)

    def _runs(self, address: str) -> Iterator[tuple[Span, list[str]]]:
        """Parameters side by side that are sought, with the mark that goes when they go."""
        at, end = address.find("?") + 1, len(address.partition("#")[0])
        if not 0 < at < end:
            return
        found = []
        for part in address[at:end].split("&"):
            found.append((part.partition("=")[0], Span(at, at + len(part))))
            at += len(part) + 1
        for sought, run in groupby(found, key=lambda each: self._sought(each[0])):
            parts = list(run)
            if sought:
                start, stop = parts[0][1].start, parts[-1][1].end
                yield Span(start, stop + 1) if stop < end else Span(start - 1, stop), [name for name, _ in parts]

    def _sought(self, name: str) -> bool:
        return any(fnmatchcase(name.lower(), pattern) for pattern in self.parameters)
