"""What a `.vale.ini` says of a file in, a linter for files like it out; rules are read once for all of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property

from lintnews.facts import FactBase
from lintnews.model import Report, Severity, Source
from lintnews.record import replace
from lintnews.rule import Rule
from lintnews.vale import documents, engine, places
from lintnews.vale.document import Reading
from lintnews.vale.formats import format_of
from lintnews.vale.scope import selector
from lintnews.vale.settings import Choices, names_of
from lintnews.vale.shelf import Shelf

Asked = Callable[[str, bool], bool]


class ValeLinter:
    """Checks sources by the styles that their `.vale.ini` chooses. Safe to use from several threads.

    `asked` is what a run asks beyond that: told a rule and whether the configuration has it on, it says whether the rule runs.
    `levels` give rules and styles another severity, above what the configuration says.
    """

    def __init__(self, choices: Choices, asked: Asked | None = None, levels: Mapping[str, Severity] | None = None) -> None:
        self.choices = choices
        self._asked = asked or (lambda rule, on: on)
        self._levels = levels or {}
        self._shelf = Shelf.of(choices)

    def _runs(self, rule: str) -> bool:
        return self._asked(rule, self.choices.runs(rule))

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name of a rule or style."""
        return frozenset(name for rule in self._shelf.names(self.choices) for name in names_of(rule))

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with the styles and vocabularies, a line each; a rule that is switched off may be as it likes."""
        return tuple(dict.fromkeys(self._shelf.faults(self.choices, self._runs)))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the configuration names and the styles do not have, a line each."""
        return tuple(dict.fromkeys(self._shelf.remarks(self.choices)))

    @cached_property
    def known(self) -> tuple[Rule, ...]:
        """Every rule of the styles, on or off, as its file says."""
        return tuple(self._shelf.every(self.choices))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that run, each with the severity that the configuration gives it."""
        return tuple(self._chosen())

    def _chosen(self) -> Iterator[Rule]:
        for rule in self._shelf.rules(self.choices, self._runs):
            said = next((self._levels[name] for name in names_of(rule.id) if name in self._levels), None)
            severity = said or self.choices.level(rule.id) or rule.severity
            if severity.rank >= self.choices.min_level.rank:
                yield replace(rule, severity=severity)

    @cached_property
    def _grouped(self) -> engine.Grouped:
        return engine.Grouped(self.rules)

    def check(self, source: Source) -> Report:
        """The findings in one source."""
        document = documents.read(source, self._reading_of(source.name))
        return Report(source, tuple(engine.lint(document, self._grouped, _no_facts(), self._shelf.accepted(self.choices))))

    @property
    def stamp(self) -> list[tuple[str, int, int, int]]:
        """What changes with any file that the rules are read from."""
        return places.stamp(self.choices.styles_paths)

    def form(self, name: str) -> str:
        """The format in which a file of this name is read."""
        return format_of(name, self.choices.formats)

    def _reading_of(self, name: str) -> Reading:
        return replace(self._reading, format=self.form(name), ending=os.path.splitext(name)[1][1:].lower())

    @cached_property
    def _reading(self) -> Reading:
        """How files are read: in the pieces that the rules ask for."""
        asked = [selector(text) for rule in self.rules for text in rule.selectors]
        sentences, paragraphs = (any(each.names(piece) for each in asked) for piece in ("sentence", "paragraph"))
        elements = any(each.documents for each in asked)
        return replace(self.choices.reading, sentences=sentences, paragraphs=paragraphs, elements=elements)


@cache
def _no_facts() -> FactBase:
    return FactBase.of(())
