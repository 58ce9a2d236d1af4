"""What a `.vale.ini` says of a file in, a linter for files like it out; rules are read once for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property

from lintnews.beside import Beside
from lintnews.facts import FactBase
from lintnews.model import Report, Severity, Source
from lintnews.rule import Rule
from lintnews.vale import built_in, documents, engine
from lintnews.vale.document import Reading
from lintnews.vale.scope import selector
from lintnews.vale.settings import Choices
from lintnews.vale.styles import Loader, Style


class ValeLinter:
    """Checks sources by the styles that their `.vale.ini` chooses. Safe to use from several threads."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices

    @cached_property
    def _style(self) -> Style:
        """All the rules of the styles chosen, and of those that are named one by one."""
        loader = Loader(self.choices.styles_paths, self.choices.params)
        loaded = [loader.style(name) if name != built_in.STYLE else self._built_in for name in self.choices.styles]
        if built_in.STYLE not in self.choices.styles and any(name.startswith(f"{built_in.STYLE}.") for name in self._said_of):
            loaded.append(self._built_in)
        known = {rule.id for style in loaded for rule in style.rules}
        loaded += [loader.one(name) for name in self._named() if name not in known and name.split(".")[0] not in self.choices.styles]
        return Style(tuple(r for style in loaded for r in style.rules), tuple(f for style in loaded for f in style.faults))

    @property
    def _said_of(self) -> Mapping[str, str]:
        """What the configuration says of rules and styles by name."""
        return {**self.choices.everywhere, **self.choices.rules}

    @property
    def _built_in(self) -> Style:
        return Style(built_in.rules(Beside(self.choices.styles_paths)))

    def _named(self) -> Iterator[str]:
        """Rules that are switched on by name."""
        for name, said in self._said_of.items():
            if "." in name and said not in ("NO", "UNSET") and not name.startswith("Vale."):
                yield name

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with the styles, a line each."""
        return self._style.faults

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that run, each with the severity that the configuration gives it."""
        return tuple(made for rule in self._style.rules if (made := self._chosen(rule)))

    def _chosen(self, rule: Rule) -> Rule | None:
        """A rule as the configuration wants it, None when it does not: the rule's own setting, its style's, that of all files."""
        said = self._said(rule.id)
        if said == "NO" or (said is None and rule.pack not in self.choices.styles):
            return None
        severity = Severity(said) if said in tuple(Severity) else rule.severity
        return replace(rule, severity=severity) if severity.rank >= self.choices.min_level.rank else None

    def _said(self, name: str) -> str | None:
        style = name.split(".", 1)[0]
        for settings in (self.choices.rules, self.choices.everywhere):
            for key in (name, style):
                if key in settings and settings[key] != "UNSET":
                    return settings[key]
        return None

    def check(self, source: Source) -> Report:
        """The findings in one source."""
        document = documents.read(source, self.reading)
        return Report(source, tuple(engine.lint(document, self.rules, _no_facts())))

    @cached_property
    def reading(self) -> Reading:
        """How files are read: in the pieces that the rules ask for."""
        asked = [selector(text) for rule in self.rules for text in rule.selectors]
        sentences, paragraphs = (any(each.names(piece) for each in asked) for piece in ("sentence", "paragraph"))
        return replace(self.choices.reading, sentences=sentences, paragraphs=paragraphs)


@cache
def _no_facts() -> FactBase:
    return FactBase.of(())
