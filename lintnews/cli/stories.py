"""The values of a command in, what it makes of each story out: the loop of the commands that tell of stories and find no fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from lintnews import files, readers
from lintnews.cli import screen
from lintnews.cli.options import Values, day
from lintnews.config import Configs, Settings
from lintnews.linter import Linter
from lintnews.model import Document, LintNewsError, Source, Span
from lintnews.record import replace

_Made = TypeVar("_Made")


class Stories:
    """One run: the settings it reads stories by, and whether anything went wrong. `flags` are settings of the command's own."""

    def __init__(self, values: Values, **flags: Any) -> None:
        if values.get("date"):
            flags["day"] = day(values["date"])
        self.paths = values.get("paths") or (".",)
        self._stdin = values["stdin_filename"] or ""
        self._configs = Configs({"cache": not values.get("no_cache"), **flags}, values["config"] or "", styles=False)
        self._linters: dict[Settings, Linter] = {}
        self.faulty = False

    def each(self, make: Callable[[Source, Settings], _Made], paths: Iterable[str] = ()) -> Iterator[_Made]:
        """What is made of each file, as they come; what cannot be read is told and passed over."""
        return self._all(lambda source, settings: [make(source, settings)], paths)

    def told(self, make: Callable[[Document, Settings], _Made], paths: Iterable[str] = ()) -> Iterator[_Made]:
        """What is made of each story, of which a file may hold several; the name of such a one ends in the line it begins at."""
        return self._all(lambda source, settings: [make(each, settings) for each in _documents(source, settings)], paths)

    def _all(self, make: Callable[[Source, Settings], list[_Made]], paths: Iterable[str]) -> Iterator[_Made]:
        for found in files.find(tuple(paths) or self.paths):
            try:
                if isinstance(found, LintNewsError):
                    raise found
                name = self._stdin if found == "-" else ""
                if settings := self._configs.settings(name or found):
                    yield from make(files.read(found, name), settings)
            except LintNewsError as error:
                self.tell(str(error))

    def linter(self, settings: Settings, faults: Callable[[Linter], Iterable[str]] = lambda _: ()) -> Linter:
        """The linter of some settings, made once; its faults are told then."""
        if settings not in self._linters:
            made = self._linters[settings] = Linter(settings)
            for fault in faults(made):
                self.tell(fault)
        return self._linters[settings]

    def tell(self, fault: str) -> None:
        """Tell a fault, and keep that there was one."""
        self.faulty = True
        screen.tell(fault)


def _documents(source: Source, settings: Settings) -> list[Document]:
    made = list(readers.stories(source, settings.json))
    return made if len(made) == 1 else [_by_line(each) for each in made]


def _by_line(document: Document) -> Document:
    source = document.source
    first = document.blocks[0].in_source(Span(0, 0)).start if document.blocks else 0
    return replace(document, source=Source(f"{source.name}:{source.place(first).line}", source.text))
