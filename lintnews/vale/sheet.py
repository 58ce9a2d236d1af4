"""A Vale configuration as values in, what it says of each file out: its sections laid over one another in Vale's order."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.model import LintNewsError, Severity
from lintnews.readers import front_matter
from lintnews.record import field, record, replace
from lintnews.vale import conditions
from lintnews.vale.document import Reading
from lintnews.vale.globs import Glob
from lintnews.vale.settings import Choices, Layer

if TYPE_CHECKING:
    from lintnews.vale.extracts import Extract

#: The section that is for all files.
ALL = "*"
#: What stands between the glob of a section and its condition.
IF = " if "
#: How much of a file is read for its front matter.
_HEAD = 100_000
ON, OFF, UNSET = "YES", "NO", "UNSET"


@record
class Section:
    """What one section says. `styles` is None where it names no list, empty where it clears what came before.

    `rules` map `Style.Rule` or `Style` to `YES`, `NO`, `UNSET` or a severity; `params` rules to the keys that are set anew.
    """

    glob: str
    styles: tuple[str, ...] | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
    params: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    vocabularies: tuple[str, ...] = ()
    token_ignores: tuple[str, ...] = ()
    block_ignores: tuple[str, ...] = ()
    comment_delimiters: tuple[str, str] | None = None
    view: Extract | None = None

    @cached_property
    def _glob(self) -> Glob:
        return Glob(self.glob.partition(IF)[0])

    @cached_property
    def _condition(self) -> Callable[[Mapping[str, Any]], bool] | None:
        words = self.glob.partition(IF)[2]
        return conditions.parse(words) if words else None

    def check(self) -> None:
        """Raises LintNewsError for a bad glob or condition."""
        self._glob  # noqa: B018
        self._condition  # noqa: B018

    def fits(self, path: str, fields: Callable[[], Mapping[str, Any]]) -> bool:
        """Whether the section is for a path and its file's fields; raises LintNewsError where its condition has no answer."""
        return self._glob.fits(path) and (self._condition is None or self._condition(fields()))


@record
class Sheet:
    """A configuration, read. Paths of files are seen from `folder`; None in place of a list means Vale's own."""

    name: str
    folder: str
    styles_paths: tuple[Path, ...] = ()
    min_level: Severity = Severity.SUGGESTION
    vocabularies: tuple[str, ...] = ()
    ignored_scopes: tuple[str, ...] | None = None
    skipped_scopes: tuple[str, ...] | None = None
    ignored_classes: tuple[str, ...] | None = None
    word_template: str = ""
    formats: Mapping[str, str] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    territory: tuple[Path, ...] = ()

    def choices(self, path: str) -> Choices | None:
        """What is said of a file; None when it is not looked at."""
        inside = os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")

        @cache
        def fields() -> Mapping[str, Any]:
            return _fields(path, inside)

        try:
            fitting = tuple(i for i, section in enumerate(self.sections) if section.glob != ALL and section.fits(inside, fields))
        except LintNewsError as error:
            raise LintNewsError(f"{path}: a condition of {self.name} cannot be answered: {error}") from None
        if not fitting and not (self._everywhere.styles or self._everywhere.rules):
            return None
        if fitting not in self._made:
            self._made[fitting] = self._choices([self.sections[i] for i in fitting])
        return self._made[fitting]

    def is_of_styles(self, folder: str) -> bool:
        """Whether a folder is one that styles are read from."""
        return os.path.abspath(folder) in self._homes

    @cached_property
    def _homes(self) -> frozenset[str]:
        return frozenset(map(str, self.styles_paths))

    @cached_property
    def whole(self) -> Choices:
        """What is said of all files together: every style that is named, and a rule is on where any section says so."""
        styles = tuple(dict.fromkeys(style for section in self.sections for style in section.styles or ()))
        every = [pair for section in self.sections for pair in _switches(section)]
        on = {name for name, said in every if said}
        levels = {name: level for section in self.sections for name, level in _levels(section)}
        together = Section(ALL, styles, vocabularies=tuple(name for section in self.sections for name in section.vocabularies))
        made = self._choices([together])
        return replace(made, layers=(Layer({name: name in on for name, _ in every}, levels),))

    @cached_property
    def _made(self) -> dict[tuple[int, ...], Choices]:
        return {}

    @cached_property
    def _shelf(self) -> dict[str, Any]:
        return {}

    @cached_property
    def _everywhere(self) -> Section:
        return next((section for section in self.sections if section.glob == ALL), Section(ALL))

    @cached_property
    def _singles(self) -> tuple[str, ...]:
        """The rules that any section speaks of by name: Vale loads them for all files."""
        return tuple(dict.fromkeys(name for section in self.sections for name in section.rules if "." in name))

    @cached_property
    def _params(self) -> dict[str, dict[str, str]]:
        """The keys that are set anew: they hold for all files, wherever they stand; those of `[*]` give way."""
        out: dict[str, dict[str, str]] = {}
        for section in sorted(self.sections, key=lambda section: section.glob != ALL):
            for rule, keys in section.params.items():
                out.setdefault(rule, {}).update(keys)
        return out

    def _choices(self, fitting: list[Section]) -> Choices:
        laid = _Laid(self._everywhere, fitting)
        named = dict.fromkeys(("Vale", *(style for section in self.sections for style in section.styles or ())))
        on = dict.fromkeys(name for layer in laid.layers for name, said in layer.switches.items() if said and name in named)
        return Choices(
            styles_paths=self.styles_paths, styles=laid.styles, switched=tuple(name for name in on if name not in laid.styles),
            singles=self._singles, elsewhere=tuple(named), layers=laid.layers, params=self._params, vocabularies=self.vocabularies,
            own_vocabularies=laid.vocabularies, accepting=laid.accepting, min_level=self.min_level, word_template=self.word_template,
            reading=self._reading(laid.all), formats=self.formats, written=self.written, territory=self.territory, shelf=self._shelf,
        )  # fmt: skip

    def _reading(self, sections: list[Section]) -> Reading:
        plain = Reading()
        return Reading(
            ignored_scopes=plain.ignored_scopes if self.ignored_scopes is None else self.ignored_scopes,
            skipped_scopes=plain.skipped_scopes if self.skipped_scopes is None else self.skipped_scopes,
            ignored_classes=self.ignored_classes or (),
            token_ignores=tuple(text for section in sections for text in section.token_ignores),
            block_ignores=tuple(text for section in sections for text in section.block_ignores),
            comment_delimiters=next((s.comment_delimiters for s in reversed(sections) if s.comment_delimiters), None),
            view=next((section.view for section in reversed(sections) if section.view), None),
        )


def _fields(path: str, inside: str) -> Mapping[str, Any]:
    """What a condition may ask of a file; one that is not on the disk has no front matter."""
    folder, name = posixpath.split(inside)
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace")
        meta = front_matter.read(head, path).meta if not head.startswith("\0") else {}
    except OSError:
        meta = {}
    return {"Path": inside, "Name": name, "Dir": folder or ".", "Ext": posixpath.splitext(name)[1], "Meta": _plain(meta)}


def _plain(value: Any) -> Any:
    """Values of front matter, days as texts."""
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)


class _Laid:
    """The sections that are for a file, laid over `[*]`."""

    def __init__(self, everywhere: Section, fitting: list[Section]) -> None:
        self.all = [everywhere, *fitting]
        self.styles = everywhere.styles or ()
        self.vocabularies = everywhere.vocabularies
        self.accepting = tuple(dict.fromkeys(name for section in self.all for name in section.vocabularies))
        self._unset: set[str] = set()
        self._switches: dict[str, bool] = {}
        self._levels: dict[str, Severity] = {}
        under = Layer(dict(_switches(everywhere)), dict(_levels(everywhere)))
        for section in fitting:
            if section.styles is not None:
                self.styles = section.styles
            if section.styles == ():
                self._clear(under)
            self._take(section)
        for name in self._unset & self._barred(everywhere, fitting):
            self._switches.setdefault(name, False)
        kept = {name: said for name, said in under.switches.items() if not (said and name in self._unset)}
        self.layers = (Layer(self._switches, self._levels), Layer(kept, under.levels))

    @staticmethod
    def _barred(everywhere: Section, fitting: list[Section]) -> set[str]:
        """The rules that the section which gives the list of styles switches off itself: no UNSET elsewhere undoes that."""
        giving = next((section for section in reversed(fitting) if section.styles is not None), everywhere)
        named = everywhere.styles or ()
        return {name for name, on in _switches(giving) if not on and name.split(".")[0] not in named}

    def _clear(self, under: Layer) -> None:
        """Forget what came before; what is said for all files is off from here on."""
        self._switches = dict.fromkeys(under.switches, False)
        self.vocabularies = ()
        self._levels.clear()
        self._unset.clear()

    def _take(self, section: Section) -> None:
        self.vocabularies = tuple(dict.fromkeys((*self.vocabularies, *section.vocabularies)))
        for name, said in section.rules.items():
            if said == UNSET:
                self._unset.add(name)
                self._levels.pop(name, None)
                self._switches.pop(name, None)
            else:
                self._unset.discard(name)
        self._switches.update(_switches(section))
        self._levels.update(_levels(section))


def _switches(section: Section) -> Iterator[tuple[str, bool]]:
    return ((name, said != OFF) for name, said in section.rules.items() if said != UNSET)


def _levels(section: Section) -> Iterator[tuple[str, Severity]]:
    return ((name, Severity(said)) for name, said in section.rules.items() if said in tuple(Severity))
