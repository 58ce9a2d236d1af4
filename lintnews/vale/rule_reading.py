"""The keys of a rule's file in, the rule out, or every fault of it with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews import checks, options, yaml_file
from lintnews.beside import Beside
from lintnews.model import LintNewsError, OptionError, Severity, did_you_mean
from lintnews.rule import Rule
from lintnews.vale import affix, named_scopes, template, weak

if TYPE_CHECKING:
    from lintnews.vale.styles import Loader

#: The kinds of check that Vale has.
KINDS = (
    "capitalization", "conditional", "consistency", "existence", "metric", "occurrence", "readability", "repetition", "script",
    "sequence", "spelling", "substitution",
)  # fmt: skip
#: Kinds whose unknown keys Vale passes over.
_LAX = frozenset({"consistency", "spelling"})
_COMMON = frozenset(
    "extends message level scope link description limit action matchcase name tests code vocab why owner source examples".split()
)
_LEVELS = tuple(Severity)


class Reading:
    """One rule being made of its keys; gathers every fault instead of stopping at the first."""

    def __init__(self, keys: Mapping[str, Any], loaded: yaml_file.Loaded, path: Path, files: Beside, loader: Loader) -> None:
        self._keys, self._loaded, self._name, self._files, self._loader = keys, loaded, str(path), files, loader
        self.faults: list[str] = []

    def _fault(self, words: str, *path: Any) -> None:
        self.faults.append(f"{self._name}:{self._line(*path)}: {words}")

    def _line(self, *path: Any) -> int:
        """The line of a path, whose first key is written in any case."""
        written = next((key for key in self._loaded.value if str(key).lower() == str(path[0]).lower()), "") if path else ""
        return self._loaded.line(written, *path[1:])

    def rule(self, name: str) -> Rule | None:
        kind = str(self._keys.get("extends", ""))
        check = checks.kind(kind) if kind in KINDS else None
        if check is None:
            self._fault(f"`extends` must name a kind of check{did_you_mean(kind, KINDS)}", "extends")
            return None
        made = self._check(kind, check)
        message, level, selectors = self._message(), self._level(), self._selectors(kind)
        limit = self._limit()
        if made is None or self.faults:
            return None
        return Rule(
            name, kind, made, level, message, why=self._text("why") or self._text("description"), link=self._text("link"),
            source=self._text("source"), owner=self._text("owner"), origin=self._name, selectors=selectors, limit=limit, vale=True,
        )  # fmt: skip

    def _check(self, kind: str, check: type) -> Any:
        if kind == "conditional" and "in" in self._keys:
            self._within(str(self._keys["in"]))
        known = {*options.names(check), *(("affix",) if kind in affix.KINDS else ())}
        for key in self._keys:
            if key not in known and key not in _COMMON and kind not in _LAX:
                self._fault(f"unknown key `{key}`{did_you_mean(key, [*known, *_COMMON])}", key)
        if str(self._keys.get("code", "")).lower() == "true":
            self._fault("`code: true` is no longer done; use `scope: raw`", "code")
        try:
            values = {**self._keys, "action": _action(self._keys.get("action"))}
            fitted = weak.fitted(check, values)
            if kind in affix.KINDS and "affix" in self._keys:
                fitted = affix.expanded(fitted, self._text("affix"), self._files)
            return template.applied(options.build(check, fitted, self._files), self._loader.template)
        except OptionError as error:
            if not self.faults:
                self._fault(str(error), *error.path)
            return None

    def _within(self, scope: str) -> None:
        """Take `in`, the scope of a view that the second pattern is looked for in."""
        from lintnews.vale import extracts

        if scope not in set(extracts.names_of_scopes(self._loader.paths)):
            self._fault(f"no view has a scope named `{scope}`; views stand in config/views of the folder of styles", "in")
        self._keys = {**{key: value for key, value in self._keys.items() if key != "in"}, "view_scope": scope}

    def _message(self) -> str:
        value = self._keys.get("message")
        if value is None or isinstance(value, dict | list):
            self._fault("a rule needs `message`, a text", "message")
        return str(value).replace("\n", " ")

    def _text(self, key: str) -> str:
        return str(self._keys.get(key) or "")

    def _level(self) -> Severity:
        value = self._text("level") or "warning"
        if value in _LEVELS:
            return Severity(value)
        self._fault(f"`level` must be one of {', '.join(_LEVELS)}, not `{options.shown(value)}`", "level")
        return Severity.WARNING

    def _limit(self) -> int:
        value = self._keys.get("limit") or 0
        if isinstance(value, int) or str(value).strip().isdecimal():
            return int(value)
        self._fault(f"`limit` must be a whole number, not `{options.shown(value)}`", "limit")
        return 0

    def _selectors(self, kind: str) -> tuple[str, ...]:
        value = self._keys.get("scope")
        written = [str(item) for item in (value if isinstance(value, list) else [value]) if item not in (None, "")]
        try:
            texts = [named_scopes.spelled_out(text, self._loader.named.scopes) for text in written]
        except LintNewsError as error:
            self._fault(str(error), "scope")
            return ()
        if wrong := next((text for text in texts if "&" not in text and "doc(" not in text and " " in text.strip().split(".")[0]), ""):
            self._fault(f"the scope `{wrong}` has a blank in it; join two scopes with `&`, or write a list of them", "scope")
        if kind == "sequence":
            return tuple(map(_of_sentences, texts)) or ("sentence",)
        if kind in ("metric", "readability"):
            return tuple("summary" if text == "text" else text for text in texts) or ("summary",)
        return tuple(texts) or ("text",)


def _of_sentences(scope: str) -> str:
    """A scope narrowed to the sentences in it; those of a `paragraph` are those of any block, as in Vale."""
    first, point, rest = scope.partition(".")
    if first in ("sentence", "paragraph"):
        return f"sentence{point}{rest}"
    return "sentence" if scope == "text" else f"sentence & {scope}"


def _action(value: Any) -> dict[str, Any]:
    """An action as every kind takes it: a name and a flat list of parameters."""
    if not isinstance(value, dict):
        return {}
    keys = {str(key).lower(): inner for key, inner in value.items()}
    return {"name": [str(keys.get("name") or "")], "params": list(_flat(keys.get("params")))} if keys.get("name") else {}


def _flat(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    elif value is not None:
        yield str(value)
