"""A walk through a page that is followed: besides its blocks, the steps in which Vale takes its text in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lintnews.model import Span
from lintnews.vale.document import Reading, ScopedBlock
from lintnews.vale.documents.steps import Ended, Joined, Made, Noted, Said, Step, Tagged
from lintnews.vale.documents.tags import INLINE
from lintnews.vale.documents.thread import WHITE, Run
from lintnews.vale.documents.walker import Walker

#: The elements whose attributes Vale masks, and these.
_VALUED = frozenset({"img", "a", "p", "script", "h1", "h2", "h3", "h4", "h5", "h6", "span"})
_VALUES = frozenset({"href", "id", "src", "alt", "class"})


class Followed(Walker):
    """A walk whose steps are kept."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.steps: list[Step] = []
        self._words: list[str] = []
        self._goes_on = False

    def asks(self, name: str) -> bool:
        return name in _VALUED or super().asks(name)

    def copy(self, run: Run) -> None:
        self._words.append(run.text)
        super().copy(run)

    def comment(self, words: str) -> None:
        self._say()
        super().comment(words)
        if words[:9].upper() != "<!DOCTYPE":
            self.steps.append(Noted(words.removeprefix("<").removeprefix("!").removesuffix(">")))
        self.steps.append(Tagged())

    def attribute(self, runs: Sequence[Run], scope: str) -> None:
        self._say()
        had = len(self.blocks)
        super().attribute(runs, scope)
        self.steps += map(Made, self.blocks[had:])

    def start(self, name: str, classes: Sequence[str] = (), address: str | None = None, said: Mapping[str, str] | None = None) -> None:
        self._say()
        self._goes_on = name in self._skipped_names or not self.skipped_classes.isdisjoint(classes)
        super().start(name, classes, address, said)
        self._goes_on = False
        self._tag(name, said)

    def single(self, name: str, classes: Sequence[str] = (), said: Mapping[str, str] | None = None) -> None:
        self._say()
        super().single(name, classes, said)
        self._tag(name, said)

    def end(self, name: str) -> None:
        self._say()
        inline = name in INLINE or next((element.inline for element in reversed(self._open) if element.name == name), False)
        super().end(name)
        if not inline:
            self.steps.append(Ended())
        self.steps.append(Tagged())

    def finish(self) -> list[ScopedBlock]:
        self._say()
        return super().finish()

    def _say(self) -> None:
        """A tag ends the text before it."""
        if self._words:
            self.steps.append(Said("".join(self._words).strip(WHITE)))
            self._words.clear()

    def _tag(self, name: str, said: Mapping[str, str] | None) -> None:
        self.steps.append(Tagged([value for key, value in (said or {}).items() if key in _VALUES] if name in _VALUED else ()))

    def _join(self, core: str, white: Run | None, between: Run | None, runs: Sequence[Run]) -> None:
        if not (self._masking or core == self._address):
            self.steps.append(Joined(core, Span(runs[0].start, runs[-1].end)))
        super()._join(core, white, between, runs)

    def _emit(self, scope: str) -> None:
        had = len(self.blocks)
        super()._emit(scope)
        if len(self.blocks) > had:
            self.steps.append(Made(self.blocks[had]))
            if not self._goes_on:
                self.steps.append(Ended())
