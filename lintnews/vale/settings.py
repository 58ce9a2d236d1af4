"""What a `.vale.ini` says of one file, after its sections are laid over one another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lintnews.model import Severity
from lintnews.record import field, record
from lintnews.vale.document import Reading
from lintnews.vale.formats import format_of, unread


@record
class Layer:
    """What a group of sections says of rules and styles: which run, and at which severity."""

    switches: Mapping[str, bool] = field(default_factory=dict, hash=False)
    levels: Mapping[str, Severity] = field(default_factory=dict, hash=False)


@record
class Choices:
    """The styles that run on a file and how.

    `styles` is the file's list; `switched` the styles that a line of their own switches on, `singles` the rules that a line of
    any section speaks of: whether they run on this file is for `runs` to say; `elsewhere` the styles of other files. `layers`
    are what the file's sections say, then what `[*]` says. `params` are the keys of rules that the file sets anew.
    `vocabularies` are the names of those for all files, `own_vocabularies` of those for this one that make rules, `accepting` of
    those that make exceptions. `formats` says of endings, names and globs how they are read; `written` where each name stands.
    Nothing is read from outside `territory`; empty, it has no bounds. `shelf` keeps what was read of the styles, for all
    choices of one configuration.
    """

    styles_paths: tuple[Path, ...] = ()
    styles: tuple[str, ...] = ()
    switched: tuple[str, ...] = ()
    singles: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    layers: tuple[Layer, ...] = ()
    params: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    vocabularies: tuple[str, ...] = ()
    own_vocabularies: tuple[str, ...] = ()
    accepting: tuple[str, ...] = ()
    min_level: Severity = Severity.SUGGESTION
    word_template: str = ""
    reading: Reading = field(default_factory=Reading)
    formats: Mapping[str, str] = field(default_factory=dict, hash=False)
    written: Mapping[str, str] = field(default_factory=dict, hash=False, compare=False)
    territory: tuple[Path, ...] = ()
    shelf: dict[str, Any] = field(default_factory=dict, hash=False, compare=False, repr=False)

    def runs(self, rule: str) -> bool:
        """Whether a rule runs: the file's own word on it decides, then on its style, then that of `[*]`, then the list.

        The rules of the file's own vocabularies run unless they are switched off by their full name.
        """
        own = is_of_vocabulary(rule)
        for layer in self.layers:
            for name in [rule] if own else names_of(rule):
                if name in layer.switches:
                    return layer.switches[name]
        return own or _style(rule) in self.styles

    def unread(self, path: str) -> str:
        """Why a file's format is not read, nothing when it is, or when a view says what of it is copy."""
        if self.reading.view and self.reading.view.engine != "tree-sitter":
            return ""
        return unread(format_of(path, self.formats))

    def level(self, rule: str) -> Severity | None:
        """The severity that the file gives a rule, None when it is the rule's own."""
        return next((layer.levels[name] for layer in self.layers for name in names_of(rule) if name in layer.levels), None)


def names_of(rule: str) -> tuple[str, str]:
    """The names under which a rule is spoken of, its own first."""
    return rule, _style(rule)


def is_of_vocabulary(rule: str) -> bool:
    """Whether a rule is made of one section's vocabulary: `Vale.NAME.Terms`."""
    return rule.startswith("Vale.") and rule.count(".") > 1


def _style(rule: str) -> str:
    return rule.split(".", 1)[0]
