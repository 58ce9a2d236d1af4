"""The name of a profile in, what it switches on and off out; a profile is `profiles/<name>.yml` beside the packs."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lintnews import folders, options, written
from lintnews.model import LintNewsError, OptionError, Severity, did_you_mean
from lintnews.record import field, record, replace
from lintnews.rule import Rule

_KEYS = ("on", "off", "levels", "options", "extends", "about")


@record
class Profile:
    """Packs and rules to switch on and off, their severities and options; `written` says where each name stands."""

    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    levels: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)

    def over(self, base: Profile) -> Profile:
        """This profile laid over the one it extends; what it switches off the base may have switched on, and the other way round."""
        on = (*(name for name in base.on if name not in self.off), *self.on)
        off = (*(name for name in base.off if name not in self.on), *self.off)
        options = {name: {**base.options.get(name, {}), **self.options.get(name, {})} for name in {**base.options, **self.options}}
        return Profile(on, off, {**base.levels, **self.levels}, options, {**base.written, **self.written})

    def applied(self, rule: Rule) -> Rule:
        """A rule with the options that the profile gives it; raises LintNewsError for one that its kind has not."""
        if rule.id not in self.options:
            return rule
        kind, new = type(rule.check), self.options[rule.id]
        place = self.written[rule.id]
        for key in new:
            if key not in options.names(kind):
                raise LintNewsError(f"{place}: the kind `{rule.kind}` has no option `{key}`{did_you_mean(key, options.names(kind))}")
        values = {**rule.options, **new}
        try:
            return replace(rule, check=options.build(kind, values), options=values)
        except OptionError as error:
            raise LintNewsError(f"{place}: {rule.id}: {error}") from None


def names(homes: Sequence[Path]) -> list[str]:
    """The profiles that the folders hold."""
    return sorted({name for home in homes for name in _files(home)})


def _files(home: Path) -> dict[str, str]:
    """The profiles of one folder: name and path."""
    below = home / "profiles"
    found = folders.files(str(home), ".yml", below=str(below)) if below.is_dir() else []
    return {os.path.basename(file.path)[:-4]: file.path for file in found if not file.fault and os.path.dirname(file.path) == str(below)}


def about(name: str, homes: Sequence[Path]) -> str:
    """What a profile says of itself."""
    from lintnews import yaml_file

    path = next(found[name] for home in reversed(homes) if name in (found := _files(home)))
    return str(yaml_file.load(written.text(path), path).value.get("about", ""))


def load(name: str, homes: Sequence[Path], *, asked: str = "--profile", within: tuple[str, ...] = ()) -> Profile:
    """A profile; the last folder that holds it wins. Raises LintNewsError: no such profile, or a fault in its file."""
    from lintnews import yaml_file

    path = next((found[name] for home in reversed(homes) if name in (found := _files(home))), None)
    if path is None:
        raise LintNewsError(f"{asked}: there is no profile `{name}`{did_you_mean(name, names(homes))}")
    loaded = yaml_file.load(written.text(path), path)
    keys = loaded.value if isinstance(loaded.value, dict) else {}
    for key in keys:
        if key not in _KEYS:
            raise LintNewsError(f"{path}:{loaded.line(key)}: unknown key `{key}`{did_you_mean(key, _KEYS)}")
    made = _made(keys, loaded, path)
    if not (base := keys.get("extends")):
        return made
    place = f"{path}:{loaded.line('extends')}"
    if base in (name, *within):
        raise LintNewsError(f"{place}: `{base}` extends itself; take one `extends` out")
    return made.over(load(str(base), homes, asked=place, within=(name, *within)))


def _made(keys: Mapping[str, Any], loaded: Any, path: str) -> Profile:
    lists = {}
    for key in ("on", "off"):
        lists[key] = keys.get(key) or []
        if not isinstance(lists[key], list):
            raise LintNewsError(f"{path}:{loaded.line(key)}: `{key}` must be a list of packs or rules")
    levels = keys.get("levels") or {}
    if not isinstance(levels, dict):
        raise LintNewsError(f"{path}:{loaded.line('levels')}: `levels` holds `name: severity` lines")
    for name, level in levels.items():
        if level not in tuple(Severity):
            raise LintNewsError(f"{path}:{loaded.line('levels', name)}: `{name}` must be one of {', '.join(Severity)}, not `{level}`")
    set_so = _options(keys.get("options") or {}, loaded, path)
    written = {name: f"{path}:{loaded.line(key, i)}" for key in lists for i, name in enumerate(lists[key])}
    written |= {name: f"{path}:{loaded.line(key, name)}" for key, group in (("levels", levels), ("options", set_so)) for name in group}
    grades = {name: Severity(level) for name, level in levels.items()}
    return Profile(tuple(map(str, lists["on"])), tuple(map(str, lists["off"])), grades, set_so, written)


def _options(value: Any, loaded: Any, path: str) -> Mapping[str, Mapping[str, Any]]:
    if not isinstance(value, dict):
        raise LintNewsError(f"{path}:{loaded.line('options')}: `options` holds `rule:` with `key: value` lines below it")
    for name, keys in value.items():
        if not isinstance(keys, dict):
            raise LintNewsError(f"{path}:{loaded.line('options', name)}: `{name}` holds `key: value` lines")
    return value
