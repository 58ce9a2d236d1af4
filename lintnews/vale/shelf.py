"""The styles and vocabularies of one configuration: what its files name in, rules out, each file read once and when needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from lintnews.beside import Beside
from lintnews.model import LintNewsError, OptionError, did_you_mean
from lintnews.rule import Rule
from lintnews.tokens import own_case
from lintnews.vale import built_in, places, styles, vocabularies
from lintnews.vale.settings import Choices
from lintnews.vale.styles import Loader
from lintnews.vale.vocabularies import Vocabulary

#: What is read of a rule's file: the rule, or what is wrong with it.
_Read = Rule | LintNewsError
_Made = TypeVar("_Made")
#: Says whether a rule runs.
Runs = Callable[[str], bool]


class Shelf:
    """What was read so far."""

    def __init__(self, choices: Choices) -> None:
        self._loader = Loader(choices.styles_paths, choices.params, choices.word_template)
        self._territory = choices.territory
        self._kept: dict[tuple[str, str], Any] = {}

    @classmethod
    def of(cls, choices: Choices) -> Shelf:
        """The shelf of a configuration, begun with the first of its choices."""
        made: Shelf = choices.shelf.setdefault("shelf", cls(choices))
        return made

    def rules(self, choices: Choices, runs: Runs) -> Iterator[Rule]:
        """The rules that run on a file."""
        return (read for _, read in self._run(choices, runs) if isinstance(read, Rule))

    def names(self, choices: Choices) -> Iterator[str]:
        """The names of all rules, on or off."""
        yield from self._listed(choices)
        yield from (name for style in choices.elsewhere for name in self._known(style, choices))

    def faults(self, choices: Choices, runs: Runs) -> Iterator[str]:
        """What is wrong with the rules that should run, and with the vocabularies; styles that are not there."""
        for style in self._styles(choices):
            if style != built_in.STYLE and self._loader.folder(style) is None:
                yield f"{choices.written.get(style, 'styles')}: {self._missing(style)}"
        yield from self._loader.named.faults
        for vocabulary in self._vocabularies(choices):
            yield from vocabulary.faults
        for _, read in self._run(choices, runs):
            if isinstance(read, LintNewsError):
                yield from str(read).splitlines()

    def remarks(self, choices: Choices) -> Iterator[str]:
        """The rules that the configuration speaks of and no style has; keys that cannot be set."""
        for name in dict.fromkeys((*choices.singles, *choices.params)):
            style = name.split(".")[0]
            known = self._known(style, choices)
            place = choices.written.get(name) or next((at for key, at in choices.written.items() if key.startswith(f"{name}[")), "styles")
            if name not in known:
                what = did_you_mean(name, known) if known else f"; there is no style `{style}` either"
                yield f"{place}: there is no rule `{name}`{what}"
            elif style == built_in.STYLE and isinstance(wrong := _fitted(name, choices), OptionError):
                yield f"{place}: {wrong}"
            elif style == built_in.STYLE and (keys := choices.params.get(name, {}).keys() - {*built_in.KEYS.get(name, ())}):
                yield f"{place}: `{'`, `'.join(sorted(keys))}` of `{name}` cannot be set, as in Vale"

    def every(self, choices: Choices) -> list[Rule]:
        """Every rule of the styles, on or off."""
        read = [self._rule(path, name) for name, path in self._listed(choices).items()]
        rules = (*read, *self._own(choices))
        return list({rule.id: rule for rule in rules if isinstance(rule, Rule)}.values())

    def accepted(self, choices: Choices) -> tuple[str, ...]:
        """The terms that every vocabulary of a file accepts; those of a section's own only in their own case, as in Vale."""
        everywhere = set(choices.vocabularies)
        named = [(each, each.name in everywhere) for each in self._vocabularies(choices)]
        return tuple(dict.fromkeys(term if for_all else own_case(term) for each, for_all in named for term in each.accept))

    def _run(self, choices: Choices, runs: Runs) -> Iterator[tuple[str, _Read]]:
        """What is read of every rule that runs on a file, by its name."""
        yield from ((name, self._rule(path, name)) for name, path in self._listed(choices).items() if runs(name))
        named = any(name.startswith(f"{built_in.STYLE}.") for name in choices.singles)
        if named or choices.own_vocabularies or built_in.STYLE in self._styles(choices):
            yield from ((rule.id, rule) for rule in self._own(choices) if runs(rule.id))

    def _listed(self, choices: Choices) -> dict[str, Path]:
        """The files of the rules of all styles that are read, and of those that are named one by one."""
        listed = {name: path for style in self._styles(choices) for name, path in self._files(style).items()}
        for name in choices.singles:
            if name not in listed and not name.startswith(f"{built_in.STYLE}.") and (path := self._loader.file(name)):
                listed[name] = path
        return listed

    def _styles(self, choices: Choices) -> tuple[str, ...]:
        return (*choices.styles, *choices.switched)

    def _known(self, style: str, choices: Choices) -> Iterable[str]:
        if style == built_in.STYLE:
            return ["Vale.Spelling", "Vale.Repetition", "Vale.Terms", "Vale.Avoid", *(rule.id for rule in self._own(choices))]
        return self._files(style)

    def _files(self, style: str) -> dict[str, Path]:
        """The files of a style's rules by the rules' names."""
        folder = None if style == built_in.STYLE else self._loader.folder(style)
        if folder is None:
            return {}
        return self._once("files", style, lambda: {styles.rule_id(folder, path): path for path in styles.files(folder)})

    def _rule(self, path: Path, name: str) -> _Read:
        def read() -> _Read:
            try:
                return self._loader.rule(places.checked(path, self._territory), name)
            except LintNewsError as error:
                return error

        return self._once("rule", name, read)

    def _own(self, choices: Choices) -> list[Rule]:
        """The rules that Vale brings itself, and those that it makes of the vocabularies."""
        for_all = [self._vocabulary(name, choices) for name in choices.vocabularies]
        groups = [(f"{built_in.STYLE}.", vocabularies.together(for_all))] if for_all else []
        groups += [(f"{built_in.STYLE}.{name}.", self._vocabulary(name, choices)) for name in choices.own_vocabularies]
        bounded = not choices.word_template
        made = [(prefix + name, keys, one.folder) for prefix, one in groups for name, keys in one.rules(bounded=bounded)]
        own = [self._once("own", name, partial(self._loader.made, keys, name, folder)) for name, keys, folder in made]
        said = {name: keys for name in built_in.KEYS if not isinstance(keys := _fitted(name, choices), OptionError)}
        return [*own, *self._once("own", repr(said), lambda: built_in.rules(Beside(choices.styles_paths), said))]

    def _vocabularies(self, choices: Choices) -> list[Vocabulary]:
        return [self._vocabulary(name, choices) for name in dict.fromkeys((*choices.vocabularies, *choices.accepting))]

    def _vocabulary(self, name: str, choices: Choices) -> Vocabulary:
        asked = choices.written.get(f"vocabulary {name}", "vocabularies")
        return self._once("vocabulary", name, lambda: vocabularies.load(name, choices.styles_paths, asked))

    def _missing(self, style: str) -> str:
        paths = self._loader.paths
        known = styles.names(path for path in paths if path.is_dir())
        where = " or ".join(map(str, paths)) or "any folder: set StylesPath"
        return f"there is no style `{style}` in {where}{did_you_mean(style, known)}; LintNews downloads none, `vale sync` does"

    def _once(self, sort: str, name: str, make: Callable[[], _Made]) -> _Made:
        if (sort, name) not in self._kept:
            self._kept[sort, name] = make()
        made: _Made = self._kept[sort, name]
        return made


def _fitted(name: str, choices: Choices) -> dict[str, Any] | OptionError:
    """What the configuration sets of a rule that Vale brings, or what is wrong with it."""
    try:
        return built_in.fitted(name, choices.params.get(name, {})) if name in built_in.KEYS else {}
    except OptionError as error:
        return error
